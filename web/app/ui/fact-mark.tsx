import { Certainty } from './certainty.tsx';
import type { Note } from './notes.ts';
import { SourceMark } from './source-mark.tsx';

/** The certainty where it needs saying, and the source mark, after a fact that is no sentence: a platform, a role, a figure. */
export function FactMark({ fact: { asAt, certainty, note, citations } }: { fact: Note }) {
  return (
    <>
      {certainty !== 'STATED' && ' '}
      <Certainty is={certainty} />
      <SourceMark note={{ asAt, certainty, note, citations }} />
    </>
  );
}

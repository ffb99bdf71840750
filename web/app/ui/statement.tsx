import { Certainty } from './certainty.tsx';
import type { Statement as Content } from './notes.ts';
import { SourceMark } from './source-mark.tsx';

type StatementProps = {
  statement: Content;
  /** Statements of other sources that say otherwise; the note shows them with their dates. */
  otherwise?: Content[];
  as?: 'p' | 'span' | 'li' | 'div';
};

/** One sentence of a record with its certainty, where that needs saying, and its source mark. */
export function Statement({ statement, otherwise, as: Element = 'p' }: StatementProps) {
  const { text, ...note } = statement;
  return (
    <Element className="statement">
      {text}
      {note.certainty !== 'STATED' && ' '}
      <Certainty is={note.certainty} />
      <SourceMark note={otherwise && otherwise.length > 0 ? { ...note, otherwise } : note} />
    </Element>
  );
}

import { Certainty } from './certainty.tsx';
import type { Statement as Content } from './notes.ts';
import { Marked, SourceMark } from './source-mark.tsx';

type StatementProps = {
  statement: Content;
  /** Statements of other sources that say otherwise; the note shows them with their dates. */
  otherwise?: Content[];
  as?: 'p' | 'span' | 'li' | 'div';
};

/** One sentence of a record with its certainty, where that needs saying, and its source mark. */
export function Statement({ statement, otherwise, as: Element = 'p' }: StatementProps) {
  const { text, ...rest } = statement;
  const note = otherwise && otherwise.length > 0 ? { ...rest, otherwise } : rest;
  return (
    <Element className="statement">
      {note.certainty === 'STATED' ? (
        <Marked text={text} note={note} />
      ) : (
        <>
          {`${text} `}
          <span className="together">
            <Certainty is={note.certainty} />
            <SourceMark note={note} />
          </span>
        </>
      )}
    </Element>
  );
}

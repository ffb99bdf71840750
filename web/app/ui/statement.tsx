import { Certainty } from './certainty.tsx';
import type { Statement as Content, Note } from './notes.ts';
import { FieldPlace } from './field-place.tsx';
import { Prose } from './prose.tsx';
import { useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';
import { Marked, SourceMark } from './source-mark.tsx';
import { TextPiece, WithTerms } from './terms-section.tsx';

type StatementProps = {
  statement: Content;
  /** Statements of other sources that say otherwise; the note shows them with their dates. */
  otherwise?: Content[];
  as?: 'p' | 'span' | 'li' | 'div';
  /** Whether glossary terms in it are explained in place, each where it first stands on the page. */
  terms?: boolean;
  /** Its place in the content of the record, such as "summary.text". */
  field?: string;
};

/** A statement of a record, with its paragraphs and lists, its certainty where that needs saying, and its source mark. */
export function Statement({ statement, otherwise, as: Element = 'p', terms = true, field }: StatementProps) {
  const { text, ...rest } = statement;
  const site = useSite();
  const note = otherwise && otherwise.length > 0 ? { ...rest, otherwise } : rest;
  return (
    <Element className="statement" {...textLanguage(site, site.recordLanguage, text)}>
      <FieldPlace field={field}>
        <Prose
          text={text}
          piece={(words, last) => (last ? <LastWords text={words} note={note} terms={terms} /> : terms ? <WithTerms text={words} /> : words)}
        />
      </FieldPlace>
    </Element>
  );
}

/** The last words of a statement, after which its mark stands. */
function LastWords({ text, note, terms }: { text: string; note: Note; terms: boolean }) {
  if (note.certainty === 'STATED') return terms ? <MarkedWithTerms text={text} note={note} /> : <Marked text={text} note={note} />;
  return (
    <>
      {terms ? <WithTerms text={text} /> : text}{' '}
      <span className="together">
        <Certainty is={note.certainty} />
        <SourceMark note={note} />
      </span>
    </>
  );
}

/** Like <Marked>, which keeps the mark on the line of the last word; that word may be a term. */
function MarkedWithTerms({ text, note }: { text: string; note: Note }) {
  const { terms } = useSite();
  const pieces = terms.mark(text);
  const last = pieces.pop();
  return (
    <>
      {pieces.map((piece, index) => (
        <TextPiece key={index} piece={piece} />
      ))}
      {last?.term ? (
        <TextPiece piece={last}>
          <SourceMark note={note} />
        </TextPiece>
      ) : (
        <Marked text={last?.text ?? ''} note={note} />
      )}
    </>
  );
}

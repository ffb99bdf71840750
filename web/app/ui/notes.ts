/** A document that statements rest on. */
export type SourceName = { title: string; symbol: string | null; url: string };
/** The place in a document on which a statement rests. `url` opens the very place where that is possible. */
export type Citation = { place: string; paragraph: number | null; url: string | null; source: SourceName };
export type Certainty = 'STATED' | 'INFERRED' | 'UNCERTAIN';
/** One sentence of a record with what it rests on. */
export type Statement = {
  text: string;
  asAt: string | null;
  certainty: Certainty;
  note: string | null;
  citations: Citation[];
};
/** What a source mark opens: everything about a statement but its text, and what other sources say instead. */
export type Note = Omit<Statement, 'text'> & { otherwise?: Statement[] };

/**
 * The source notes of one page in the order of their first mark. Equal notes share a number, as in a printed book.
 * Rendering a mark adds its note; <NotesSection> at the end of the page prints them all.
 */
export class Notes {
  readonly list: Note[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of the note, from 1. */
  add(note: Note): number {
    const key = JSON.stringify([note.asAt, note.certainty, note.note, note.citations, note.otherwise ?? []]);
    let number = this.#numbers.get(key);
    if (!number) {
      number = this.list.push(note);
      this.#numbers.set(key, number);
    }
    return number;
  }
}

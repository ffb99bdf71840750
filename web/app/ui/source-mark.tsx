import type { ReactNode } from 'react';
import type { Note } from './notes.ts';
import { useSite } from './site.tsx';

/**
 * The small raised number after a statement. It opens the note with its place, date and certainty, which stands once at
 * the foot of the page (notes-section.tsx) as a popover: no script is needed to open it, and in print it is a numbered note.
 * Nothing is shown where there is no citation.
 */
export function SourceMark({ note }: { note: Note }) {
  const { t, notes } = useSite();
  if (note.citations.length === 0) return null;
  const number = notes.add(note);
  return (
    <button type="button" className="mark" popoverTarget={`note-${number}`} aria-label={t('source.mark', { number })}>
      {number}
    </button>
  );
}

/** So many characters stay on one line with their mark. */
const longestKept = 16;

/** Text with its mark, which stays on the line of the last word. */
export function Marked({ text, note }: { text: ReactNode; note: Note }) {
  const mark = <SourceMark note={note} />;
  if (typeof text !== 'string') {
    return (
      <>
        {text}
        {mark}
      </>
    );
  }
  // Of a very long word, such as an address, only the end is kept together: it must be able to break on a narrow screen.
  const cut = Math.max(text.lastIndexOf(' ') + 1, text.length - longestKept);
  return (
    <>
      {text.slice(0, cut)}
      <span className="together">
        {text.slice(cut)}
        {mark}
      </span>
    </>
  );
}

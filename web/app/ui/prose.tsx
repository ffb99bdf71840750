import type { ReactNode } from 'react';
import { partsOf } from './prose-structure.ts';

/**
 * A text with its paragraphs and lists. It may stand wherever words may (in a paragraph, a cell, an item), so it is made of
 * elements that may too, with the roles of a list where it has one. One paragraph alone is its words and nothing else.
 * @param piece shows a run of words; the last one of the text is told, for what stands after it
 */
export function Prose({ text, piece = (words) => words }: { text: string; piece?: (words: string, last: boolean) => ReactNode }) {
  const parts = partsOf(text);
  const [only] = parts;
  if (!only) return piece(text, true);
  if (parts.length === 1 && !only.list && !only.text.includes('\n')) return piece(only.text, true);
  return parts.map((part, index) => {
    const last = index === parts.length - 1;
    return part.list ? (
      <span className="prose-list" role="list" key={index}>
        {part.items.map((words, at) => (
          <span className="prose-item" role="listitem" key={at}>
            {piece(words, last && at === part.items.length - 1)}
          </span>
        ))}
      </span>
    ) : (
      <span className="prose-paragraph" key={index}>
        {piece(part.text, last)}
      </span>
    );
  });
}

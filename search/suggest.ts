import type { SearchHit, Viewer } from './engine.ts';
import type { Word } from './plan.ts';
import { visibility } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { lexeme } from './tsquery.ts';
import { allowedEdits, distance } from './words.ts';

/**
 * A query that would find more. Corrections are words that matched in records the viewer sees, never words of the
 * dictionary alone, which also holds those of restricted records.
 */
export async function suggest(
  client: Queryable,
  {
    words,
    known,
    hits,
    ignoredTerms,
    total,
    viewer,
  }: {
    words: Word[] /** Typed words that belong to a known term. */;
    known: ReadonlySet<string>;
    hits: SearchHit[];
    ignoredTerms: string[];
    total: number;
    viewer: Viewer;
  },
): Promise<string | null> {
  const typed = words.map(({ word }) => word);
  const corrections = new Map<string, string>();
  for (const { word, live, stop } of words) {
    if (live > 0 || stop || ignoredTerms.includes(word) || known.has(word)) continue;
    const limit = allowedEdits(word);
    const seen = hits.slice(0, 5).flatMap(({ matches }) => matches.filter(({ how }) => how === 'typo').map((match) => match.word.toLowerCase()));
    const near = seen
      .map((candidate) => ({ candidate, edits: distance(word, candidate, limit) }))
      .filter(({ edits }) => edits <= limit)
      .sort((a, b) => a.edits - b.edits)[0];
    if (near) corrections.set(word, near.candidate);
  }
  if (total === 0 || ignoredTerms.length > 0) {
    const visible = visibility(viewer, false);
    const open =
      total === 0
        ? words.filter(({ word, stop, live }) => !stop && live === 0 && !known.has(word)).map(({ word }) => word)
        : ignoredTerms.filter((word) => words.some((each) => each.word === word && each.live === 0));
    if (open.length > 0) {
      const rows = await ask<{ typed: string; word: string }>(
        client,
        `SELECT t.typed, n.word FROM unnest($1::text[]) AS t (typed) CROSS JOIN LATERAL (
           SELECT w.word FROM search_word w WHERE length(t.typed) >= 4 AND w.word % t.typed
             AND EXISTS (SELECT FROM search_index WHERE vector @@ ('''' || w.word || '''' || $2::text)::tsquery)
           ORDER BY similarity(w.word, t.typed) DESC, w.frequency DESC, w.word LIMIT 1) n`,
        [open, visible ? ` & ${visible}` : ''],
      );
      for (const row of rows) corrections.set(row.typed, row.word);
    }
  }
  const result = typed.filter((word) => !ignoredTerms.includes(word) || corrections.has(word)).map((word) => corrections.get(word) ?? word);
  if (corrections.size === 0 || result.join(' ') === typed.join(' ')) return null;
  if (total > 0 && ignoredTerms.length === 0) return result.join(' ');
  // Corrections that were not found together are no help.
  const visible = visibility(viewer, false);
  const all = result
    .filter((word) => !words.some((each) => each.word === word && each.stop))
    .map(lexeme)
    .join(' & ');
  const [row] = await ask<{ found: boolean }>(client, 'SELECT EXISTS (SELECT FROM search_index WHERE vector @@ $1::text::tsquery) AS found', [
    all + (visible ? ` & ${visible}` : ''),
  ]);
  return row?.found ? result.join(' ') : null;
}

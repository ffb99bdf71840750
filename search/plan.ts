import type { Viewer } from './engine.ts';
import { visibility } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';

const MAX_WORDS = 24;
/** A word that stands in fewer records than this, or in fewer than 0.03 % of them, is counted exactly and may be a typo. */
const RARE = 5;

// What is known of each typed word, in one statement. $1 the text in stretches, of which every second one stood in quotation marks, $2 " & (visibility)", $3 whether to look for typos of
// every word, $4 whether the last word is unfinished. Counts are of what the viewer may see. Words that may be meant: one
// edit away by shared deletions; two edits away by trigrams, or, where those share too little, by the first two letters.
const PLAN = `
WITH typed AS MATERIALIZED (
  SELECT w.word, w.ord, w.quoted, lead(w.word) OVER (ORDER BY w.ord) AS next, row_number() OVER (ORDER BY w.ord DESC) = 1 AND $4::boolean AS open,
    search_stem(w.word) AS stem, ts_lexize('public.search_words', w.word) = '{}' AS stop, k.frequency,
    greatest(${RARE}, r.records * 0.0003)::int AS rare, coalesce(r.records > 0 AND k.frequency > r.records / 2, false) AS common
  FROM (SELECT reltuples AS records FROM pg_class WHERE oid = 'search_index'::regclass) r, (
    SELECT s.word, row_number() OVER (ORDER BY t.stretch, s.n) AS ord, CASE WHEN t.stretch % 2 = 0 THEN t.stretch::int END AS quoted
    FROM unnest($1::text[]) WITH ORDINALITY AS t (text, stretch), regexp_split_to_table(btrim(search_segment(search_fold(t.text), false)), ' +') WITH ORDINALITY AS s (word, n)
    WHERE s.word <> '') w
  LEFT JOIN search_word k ON k.word = w.word
  WHERE w.ord <= ${MAX_WORDS}
), counted AS MATERIALIZED (
  SELECT *, CASE WHEN stop OR frequency IS NULL THEN 0 WHEN frequency > rare THEN frequency
    ELSE (SELECT count(*)::int FROM (SELECT FROM search_index WHERE vector @@ ('''' || word || '''' || $2::text)::tsquery LIMIT 2000) AS few) END AS live
  FROM typed
), known AS MATERIALIZED (
  SELECT *, NOT stop AND length(word) >= 4 AND word !~ '[0-9]' AND (live <= rare OR $3::boolean) AS near, live = 0 OR $3::boolean AS far FROM counted
)
SELECT word, stem, stop, open, live, common, quoted,
  CASE WHEN stop OR length(word) < 3 THEN NULL ELSE (
    SELECT array_agg(f.word) FROM (SELECT f.word FROM search_word f WHERE f.stem = known.stem AND f.word <> known.word ORDER BY f.frequency DESC, f.word LIMIT 12) f) END AS forms,
  open AND EXISTS (SELECT FROM search_word b WHERE b.word >= known.word COLLATE "C" AND b.word < known.word || chr(1114111) AND b.word <> known.word) AS begins,
  CASE WHEN next IS NULL THEN NULL ELSE (
    SELECT j.word FROM search_word j WHERE j.word = known.word || next) END AS joined,
  CASE WHEN next IS NULL OR length(known.word || next) < 6 OR live > 0 THEN NULL ELSE (
    SELECT array_agg(j.word) FROM (SELECT j.word FROM search_word j WHERE j.deletions && search_deletions(known.word || next) ORDER BY j.frequency DESC LIMIT 30) j) END AS joined_near,
  CASE WHEN live > 0 OR length(word) < 4 THEN NULL ELSE (
    SELECT ARRAY[a.word, b.word] FROM generate_series(1, length(known.word) - 1) cut
      JOIN search_word a ON a.word = left(known.word, cut) JOIN search_word b ON b.word = substr(known.word, cut + 1)
    WHERE (cut > 2 AND length(known.word) - cut > 2) OR (left(known.word, cut) ~ '^[a-z]+$' AND substr(known.word, cut + 1) ~ '^[0-9]+$')
    ORDER BY least(a.frequency, b.frequency) DESC, cut LIMIT 1) END AS split,
  guess.words AS near, guess.frequencies AS near_frequencies
FROM known LEFT JOIN LATERAL (
  SELECT array_agg(n.word) AS words, array_agg(n.frequency) AS frequencies FROM (
    SELECT c.word, c.frequency FROM (
      SELECT s.word, s.frequency FROM search_word s WHERE near AND s.deletions && search_deletions(known.word)
      UNION SELECT s.word, s.frequency FROM search_word s WHERE near AND far AND length(known.word) >= 8 AND s.word % known.word
      UNION SELECT s.word, s.frequency FROM search_word s WHERE near AND far AND length(known.word) >= 8
        AND s.word >= left(known.word, 2) COLLATE "C" AND s.word < left(known.word, 2) || chr(1114111) AND length(s.word) BETWEEN length(known.word) - 2 AND length(known.word) + 2
      UNION SELECT s.word, s.frequency FROM search_word s WHERE near AND open AND live = 0 AND s.word %> known.word
    ) c WHERE c.word <> known.word ORDER BY similarity(c.word, known.word) DESC, c.frequency DESC LIMIT 120) n
) guess ON true
ORDER BY ord`;

/** What the library knows of one typed word, or of it and the next. Arrays are null where they were not looked for or are empty. */
export type Word = {
  word: string;
  stem: string;
  stop: boolean;
  open: boolean;
  live: number;
  /** Whether more than half of all records have it. */
  common: boolean;
  /** Which stretch in quotation marks it stood in; null outside of any. */
  quoted: number | null;
  forms: string[] | null;
  begins: boolean;
  joined: string | null;
  joined_near: string[] | null;
  split: [string, string] | null;
  near: string[] | null;
  near_frequencies: number[] | null;
};

/** Quotation marks as they are typed, in pairs. */
const quotes = /"([^"]*)"|“([^“”"]*)[”"]|„([^“”]*)[“”]|«([^«»]*)»|「([^「」]*)」|『([^『』]*)』/gu;
/** The text in stretches: outside of quotation marks, inside, outside and so on. A mark without its other half is a sign like others. */
export function stretchesOf(query: string): string[] {
  const list: string[] = [];
  let at = 0;
  for (const match of query.matchAll(quotes)) {
    const inside = match.slice(1).find((text) => text !== undefined) ?? '';
    if (!/[\p{L}\p{N}]/u.test(inside)) continue;
    list.push(query.slice(at, match.index), inside);
    at = match.index + match[0].length;
  }
  return [...list, query.slice(at)];
}

/**
 * Looks up every typed word, in their order.
 * @param widely whether typos are looked for of every word, also of those that stand in the library
 * @param open whether the last word is unfinished
 */
export function planWords(
  client: Queryable,
  { stretches, viewer, widely, open }: { stretches: string[]; viewer: Viewer; widely: boolean; open: boolean },
): Promise<Word[]> {
  const visible = visibility(viewer, false);
  return ask<Word>(client, PLAN, [stretches, visible ? ` & ${visible}` : '', widely, open]);
}

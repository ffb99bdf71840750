import { createHash } from 'node:crypto';
import pg from 'pg';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { SearchAnswer, SearchEngine, SearchHit, SearchRequest, Viewer } from './engine.ts';
import {
  allowedEdits,
  clean,
  condition,
  conditions,
  distance,
  guesses,
  lexeme,
  present,
  rank,
  rankQuery,
  single,
  type Alternative,
  type Candidate,
  type Part,
  type Unit,
} from './rank.ts';
import { abbreviations, organizationSynonyms, synonyms } from './synonyms.ts';

/** What a search is run on: a pool, or one connection to search inside its transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

export type PostgresSearchOptions = {
  /** Connections of the pool that is kept for search alone. */
  max?: number;
  /** A search that takes longer is given up (milliseconds). */
  timeout?: number;
  /** How old the organizations' names may be that are used as synonyms (milliseconds). */
  synonymsMaxAge?: number;
};

export interface PostgresSearchEngine extends SearchEngine {
  readonly name: 'postgres';
  /** The same search on a given connection, for one that sees its own transaction. */
  searchOn(client: Queryable, request: SearchRequest): Promise<SearchAnswer>;
}

const MAX_QUERY = 200;
const MAX_WORDS = 24;
const MAX_OFFSET = 1000;
/** Candidates are put in their final order in blocks of this many, so that pages never overlap. */
const BLOCK = 50;
/** Up to this many matches are all ranked; of more, the best places of the words decide who is. */
const RANKED = 2000;
/** So many are taken from titles, then from summaries and keywords, when there are more than can be ranked. */
const SAMPLE = 300;
/** A word that stands in fewer records than this, or in fewer than 0.03 % of them, is counted exactly and may be a typo. */
const RARE = 5;
/** A neighbour this many times as frequent counts as the word: a large library contains typos too. */
const FAR_MORE_FREQUENT = 50;
const MORE_FREQUENT = 10;
const FEW = 3;

// What is known of each typed word, in one statement. $1 the text, $2 " & (visibility)", $3 whether to look for typos of
// every word, $4 whether the last word is unfinished. Counts are of what the viewer may see. Words that may be meant: one
// edit away by shared deletions; two edits away by trigrams, or, where those share too little, by the first two letters.
const PLAN = `
WITH typed AS MATERIALIZED (
  SELECT w.word, w.ord, lead(w.word) OVER (ORDER BY w.ord) AS next, row_number() OVER (ORDER BY w.ord DESC) = 1 AND $4::boolean AS open,
    search_stem(w.word) AS stem, ts_lexize('public.search_words', w.word) = '{}' AS stop, k.frequency,
    greatest(${RARE}, (SELECT reltuples FROM pg_class WHERE oid = 'search_index'::regclass) * 0.0003)::int AS rare
  FROM regexp_split_to_table(btrim(search_fold($1::text)), ' +') WITH ORDINALITY AS w (word, ord)
  LEFT JOIN search_word k ON k.word = w.word
  WHERE w.word <> '' AND w.ord <= ${MAX_WORDS}
), counted AS MATERIALIZED (
  SELECT *, CASE WHEN stop OR frequency IS NULL THEN 0 WHEN frequency > rare THEN frequency
    ELSE (SELECT count(*)::int FROM (SELECT FROM search_index WHERE vector @@ ('''' || word || '''' || $2::text)::tsquery LIMIT 2000) AS few) END AS live
  FROM typed
), known AS MATERIALIZED (
  SELECT *, NOT stop AND length(word) >= 4 AND word !~ '[0-9]' AND (live <= rare OR $3::boolean) AS near, live = 0 OR $3::boolean AS far FROM counted
)
SELECT word, stem, stop, open, live,
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

type Word = {
  word: string;
  stem: string;
  stop: boolean;
  open: boolean;
  live: number;
  forms: string[] | null;
  begins: boolean;
  joined: string | null;
  joined_near: string[] | null;
  split: [string, string] | null;
  near: string[] | null;
  near_frequencies: number[] | null;
};

type Synonym = { stems: string[]; alternatives: Alternative[] };
/** Synonyms by the stem of their first word, longest first. */
type Synonyms = Map<string, Synonym[]>;

const SYNONYM_WORDS = `
SELECT t.ord, array_agg(w.word ORDER BY w.n) AS words, array_agg(search_stem(w.word) ORDER BY w.n) AS stems, array_agg(ts_lexize('public.search_words', w.word) = '{}' ORDER BY w.n) AS stops
FROM unnest($1::text[]) WITH ORDINALITY AS t (term, ord), regexp_split_to_table(btrim(search_fold(t.term)), ' +') WITH ORDINALITY AS w (word, n)
WHERE w.word <> '' GROUP BY t.ord ORDER BY t.ord`;

/** The words of a phrase without its stop words, at their distances; the last one may have an ending. */
function phrase(words: string[], stops: boolean[], cost: number): Alternative {
  const kept = words.flatMap((word, index) => (stops[index] && words.length > 1 ? [] : [{ word, index }]));
  return {
    terms: kept.map(({ word, index }, at) => ({
      word,
      prefix: at === kept.length - 1 && word.length > 4,
      gap: at === 0 ? 1 : index - (kept[at - 1]?.index ?? 0),
    })),
    how: 'synonym',
    cost,
  };
}

async function loadSynonyms(client: Queryable): Promise<Synonyms> {
  const { rows: organizations } = await client.query<{ content: unknown }>(
    "SELECT content FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND audience = 'PUBLIC'",
  );
  const same = [...abbreviations, ...organizations.map(({ content }) => organizationSynonyms(content)).filter((group) => group.length > 1)];
  const groups = [...same, ...synonyms];
  const { rows } = await client.query<{ words: string[]; stems: string[]; stops: boolean[]; ord: number }>(SYNONYM_WORDS, [groups.flat()]);
  const byOrder = new Map(rows.map((row) => [Number(row.ord), row]));
  const result: Synonyms = new Map();
  let order = 0;
  for (const [place, group] of groups.entries()) {
    const cost = place < same.length ? 0 : 1;
    const terms = group.flatMap(() => byOrder.get(++order) ?? []);
    for (const term of terms) {
      const alternatives = terms.filter((other) => other.words.join(' ') !== term.words.join(' ')).map(({ words, stops }) => phrase(words, stops, cost));
      const first = term.stems[0] ?? '';
      const list = result.get(first) ?? [];
      const known = list.find((entry) => entry.stems.join(' ') === term.stems.join(' '));
      if (known) known.alternatives.push(...alternatives);
      else list.push({ stems: term.stems, alternatives });
      result.set(first, list);
    }
  }
  for (const list of result.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return result;
}

/** The word itself, its forms, what it may be the beginning of, and what it may have been meant to be. */
function partOf(entry: Word, { widely, raw }: { widely: boolean; raw: Set<string> }): Part {
  const { word, live } = entry;
  const alternatives = [single(word, 'exact', 0)];
  // Of a word that is not finished, longer forms are completions, below.
  for (const form of entry.forms ?? []) if (!(entry.open && live === 0 && form.startsWith(word))) alternatives.push(single(form, 'form', 0));
  const numeric = /^\d+$/.test(word);
  const unknown = live === 0 && (entry.forms ?? []).length === 0;
  if (!entry.stop && ((entry.open && (numeric ? word.length >= 3 : word.length >= 3)) || ((unknown || widely) && word.length >= (numeric ? 1 : 3)))) {
    alternatives.push(single(word, 'prefix', entry.open && live === 0 ? 0 : 1, true));
  }
  const limit = allowedEdits(word);
  const near = (entry.near ?? []).map((candidate, index) => ({
    candidate,
    frequency: entry.near_frequencies?.[index] ?? 1,
    edits: distance(word, candidate, limit),
  }));
  for (const { candidate, frequency, edits } of near
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || b.frequency - a.frequency)
    .slice(0, 30)) {
    if ((entry.forms ?? []).includes(candidate)) continue;
    const misspelled = edits === 1 && word.length >= 5 && live <= FEW && frequency >= FAR_MORE_FREQUENT * Math.max(1, live);
    // A word that stands in the library is most likely meant as it is written.
    if (live > 0 && !widely && !misspelled && frequency < MORE_FREQUENT * live) continue;
    alternatives.push(single(candidate, 'typo', misspelled ? 0 : 2 * edits));
  }
  if (entry.open && live === 0 && !entry.begins) {
    const unfinished = near
      .filter(({ edits }) => edits > limit)
      .map((each) => ({ ...each, edits: distance(word, each.candidate, limit, true) }))
      .filter(({ edits, candidate }) => edits <= limit && candidate[0] === word[0]);
    for (const { candidate, edits } of unfinished.sort((a, b) => a.edits - b.edits || b.frequency - a.frequency).slice(0, 20))
      alternatives.push(single(candidate, 'typo', 2 * edits + 1));
  }
  if (entry.split) {
    const [head, tail] = entry.split;
    alternatives.push({
      terms: [
        { word: head, prefix: false, gap: 1 },
        { word: tail, prefix: entry.open && tail.length > 2, gap: 1 },
      ],
      how: 'form',
      cost: 0,
    });
  }
  // Stop words only order, except where capitals say that a name is meant: "WHO in Estonia".
  const name = raw.has(word.toUpperCase()) && word.length > 1;
  return { typed: word, required: !entry.stop || name, frequency: live, alternatives };
}

/**
 * Turns typed words into units. Several words that have a synonym become one unit; two that are written as one somewhere
 * too. A short last word only orders, unless it is a number or has synonyms: every title has a word with "s".
 */
function unitsOf(words: Word[], known: Synonyms, options: { widely: boolean; raw: Set<string> }): Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const entry = words[at] as Word;
    const synonym = (known.get(entry.stem) ?? []).find(({ stems }) => stems.every((stem, index) => words[at + index]?.stem === stem));
    const length = synonym?.stems.length ?? 1;
    if (synonym && length > 1) {
      units.push({ parts: words.slice(at, at + length).map((each) => partOf(each, options)), whole: synonym.alternatives, required: true });
      at += length;
      continue;
    }
    const next = words[at + 1];
    const part = partOf(entry, options);
    if (synonym) part.alternatives.push(...synonym.alternatives);
    const nearJoined = (entry.joined_near ?? []).filter((word) => distance(entry.word + (next?.word ?? ''), word, 1) <= 1);
    if (next && (entry.joined || nearJoined.length > 0)) {
      const whole = entry.joined ? [single(entry.joined, 'form', 0)] : nearJoined.slice(0, 5).map((word) => single(word, 'typo', 2));
      const nextSynonym = (known.get(next.stem) ?? []).find(({ stems }) => stems.length === 1);
      const second = partOf(next, options);
      if (nextSynonym) second.alternatives.push(...nextSynonym.alternatives);
      units.push({ parts: [part, second], whole, required: true });
      at += 2;
      continue;
    }
    at++;
    if (seen.has(entry.word)) continue;
    seen.add(entry.word);
    const shortEnd = entry.open && at === words.length && words.length > 1 && entry.word.length <= 2 && !/^\d+$/.test(entry.word) && !synonym;
    if (shortEnd) part.required = false;
    units.push({ parts: [part], whole: [], required: part.required });
  }
  for (const unit of units) unit.required = unit.parts.some((part) => part.required);
  return units;
}

/** Whom the viewer is, as a condition on the index; null for one who sees everything. */
export function visibility({ all, unSystem, organizationSlugs }: Viewer, alone: boolean): string | null {
  if (all) return null;
  // Beside words, "not restricted" is the cheaper way to say public: few records are restricted.
  const open = alone ? lexeme('>public') : `!${lexeme('>restricted')}`;
  const own = [...(unSystem ? [lexeme('>un')] : []), ...organizationSlugs.map((slug) => lexeme(`>owner:${slug}`))];
  return own.length > 0 ? `(${[open, ...own].join(' | ')})` : open;
}

type Condition = { where: string; values: string[] };

/**
 * The embedded engine: everything in PostgreSQL, exact totals and counts, in step with every transaction.
 * It keeps a pool of its own, because a search needs other planner settings than the rest.
 */
export function createPostgresEngine(
  connectionString: string,
  { max = 4, timeout = 3000, synonymsMaxAge = 60_000 }: PostgresSearchOptions = {},
): PostgresSearchEngine {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'atrium-search',
    connectionTimeoutMillis: 5000,
    // Left free, the planner reads every vector of the table for a broad word, which is 20 times slower than the index; and
    // planning each statement anew costs more than running it.
    options: [
      'enable_seqscan=off',
      'jit=off',
      'plan_cache_mode=force_generic_plan',
      'work_mem=32MB',
      'max_parallel_workers_per_gather=0',
      `statement_timeout=${timeout}`,
      'pg_trgm.similarity_threshold=0.3',
      'pg_trgm.word_similarity_threshold=0.5',
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  });
  pool.on('error', () => {});

  const names = new Map<string, string>();
  /** Runs a statement under a name, so that it is planned once per connection. */
  const ask = async <Row extends pg.QueryResultRow>(client: Queryable, text: string, values: unknown[]) => {
    const name = names.get(text) ?? `search_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
    names.set(text, name);
    return (await client.query<Row>({ name, text, values })).rows;
  };

  let synonymsKnown: { at: number; value: Promise<Synonyms> } | null = null;
  const synonymsNow = async (client: Queryable): Promise<Synonyms> => {
    if (synonymsKnown && Date.now() - synonymsKnown.at < synonymsMaxAge) return synonymsKnown.value;
    const value = loadSynonyms(client);
    synonymsKnown = { at: Date.now(), value };
    value.catch(() => {
      synonymsKnown = null;
    });
    return value;
  };

  const dictionary = new Map<string, { facet: string; value: string }>();
  const readDictionary = async (client: Queryable) => {
    for (const { character, facet, value } of await ask<{ character: string; facet: string; value: string }>(
      client,
      'SELECT facet_character(code) AS character, facet, value FROM facet_value',
      [],
    )) {
      dictionary.set(character, { facet, value });
    }
  };

  /** How often each facet value occurs, by facet; the dictionary is read again when a character is unknown. */
  const countValues = async (client: Queryable, characters: string) => {
    const units = new Uint32Array(65536);
    const beyond = new Map<string, number>();
    for (let index = 0; index < characters.length; index++) {
      const code = characters.charCodeAt(index);
      if (code < 0xd800 || code > 0xdfff) units[code] = (units[code] ?? 0) + 1;
      else {
        const pair = characters.slice(index, index + 2);
        beyond.set(pair, (beyond.get(pair) ?? 0) + 1);
        index++;
      }
    }
    const counts = [...beyond];
    units.forEach((count, code) => {
      if (count > 0) counts.push([String.fromCharCode(code), count]);
    });
    if (counts.some(([character]) => !dictionary.has(character))) await readDictionary(client);
    const byFacet = new Map<string, { value: string; count: number }[]>();
    for (const [character, count] of counts) {
      const meaning = dictionary.get(character);
      if (!meaning) continue;
      byFacet.set(meaning.facet, [...(byFacet.get(meaning.facet) ?? []), { value: meaning.value, count }]);
    }
    for (const list of byFacet.values()) list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return byFacet;
  };

  const searchOn = async (client: Queryable, request: SearchRequest): Promise<SearchAnswer> => {
    const query = clean(request.query).slice(0, MAX_QUERY).toWellFormed();
    const first = Math.min(100, Math.max(0, Math.trunc(request.first) || 0));
    const offset = Math.min(MAX_OFFSET, Math.max(0, Math.trunc(request.offset) || 0));
    const choices = Object.entries(request.filter ?? {})
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => ({ facet, values }));
    if (request.kinds && request.kinds.length > 0) choices.push({ facet: 'kind', values: request.kinds });
    const wanted = new Set(['kind', ...(request.facets ?? [])]);

    const choiceQuery = (without?: string) =>
      choices
        .filter(({ facet }) => facet !== without)
        .map(({ facet, values }) => `(${values.map((value) => lexeme(`=${facet}:${value}`.slice(0, 420))).join(' | ')})`);
    const where = (text: string, titles: boolean, without?: string): Condition => {
      const rest = [visibility(request.viewer, text === ''), ...choiceQuery(without)].filter((each) => each !== null);
      if (text === '') return rest.length === 0 ? { where: 'true', values: [] } : { where: 'vector @@ $?::text::tsquery', values: [rest.join(' & ')] };
      return { where: `${titles ? "ts_filter(vector, '{a}')" : 'vector'} @@ $?::text::tsquery`, values: [[`(${text})`, ...rest].join(' & ')] };
    };
    /** Total and facets in one statement; a chosen facet is counted once more without its own choice. */
    const count = async (units: Unit[], titles: boolean) => {
      const { words: plain, phrases } = conditions(units);
      const apart = choices.filter(({ facet }) => wanted.has(facet)).map(({ facet }) => facet);
      const values: string[] = [];
      const pieces = [undefined, ...apart].map((without, index) => {
        const matching = [plain, ...(phrases === '' ? [] : [phrases])].map((text) => where(text, titles, without));
        values.push(...matching.flatMap((each) => each.values));
        const rows = matching.map((each) => `SELECT facets FROM search_index WHERE ${each.where}`).join(' UNION ALL ');
        return `SELECT ${index} AS piece, count(*)::int AS n, coalesce(string_agg(facets, ''), '') AS characters FROM (${rows}) matching`;
      });
      let number = 0;
      const sql = pieces.join(' UNION ALL ').replace(/\$\?/g, () => `$${++number}`);
      const rows = await ask<{ piece: number; n: number; characters: string }>(client, sql, values);
      rows.sort((a, b) => a.piece - b.piece);
      return {
        total: rows[0]?.n ?? 0,
        characters: rows[0]?.characters ?? '',
        apart: apart.map((facet, index) => ({ facet, characters: rows[index + 1]?.characters ?? '' })),
      };
    };

    const raw = new Set(query.match(/\b[A-Z]{2,}\b/g) ?? []);
    if (query === query.toUpperCase()) raw.clear();
    const open = !/[\s]$/.test(query);
    const plan = (all: boolean) => {
      const visible = visibility(request.viewer, false);
      return ask<Word>(client, PLAN, [query, visible ? ` & ${visible}` : '', all, open]);
    };

    const known = query.trim() === '' ? new Map() : await synonymsNow(client);
    let words = query.trim() === '' ? [] : await plan(false);
    let units = unitsOf(words, known, { widely: false, raw });
    const dropped: string[] = [];
    let titles = false;
    const meaningful = units.flatMap((unit) => unit.parts).filter((part) => part.required);
    if (words.length > 0 && (meaningful.length === 0 || (words.length === 1 && (words[0]?.word.length ?? 0) <= 2))) {
      // Nothing but stop words, or a letter or two: those of the titles, the last one as a beginning.
      titles = true;
      for (const unit of units) {
        unit.required = true;
        for (const part of unit.parts) part.required = true;
      }
      const last = units.at(-1)?.parts.at(-1);
      if (open && last) last.alternatives.push(single(last.typed, 'prefix', 1, true));
    }

    let counted = await count(units, titles);
    if (words.length > 0 && counted.total === 0 && titles) {
      titles = false;
      counted = await count(units, titles);
    }
    const unsure = words.filter(({ word, stop }) => !stop && word.length >= 3);
    if (!titles && unsure.length > 0 && (counted.total === 0 || (counted.total < FEW && unsure.some(({ live }) => live === 0)))) {
      // Found nothing, or little with a word that stands nowhere: every word may be a typo or a beginning.
      words = await plan(true);
      const wider = unitsOf(words, known, { widely: true, raw });
      const again = await count(wider, false);
      if (again.total > counted.total) {
        units = wider;
        counted = again;
      }
    }
    if (words.length > 1 && counted.total === 0) {
      const choice = await relax(client, units, (text) => where(text, false));
      if (choice) {
        for (const unit of choice.without) {
          unit.required = false;
          dropped.push(...unit.parts.filter((part) => part.required).map(({ typed }) => typed));
        }
        counted = await count(units, false);
      }
    }

    const hits = await fetchHits(client, { units, titles, total: counted.total, query, first, offset, where, choices });
    const counts = await countValues(client, counted.characters);
    for (const { facet, characters } of counted.apart) counts.set(facet, (await countValues(client, characters)).get(facet) ?? []);
    return {
      engine: 'postgres',
      fallback: false,
      total: counted.total,
      exact: true,
      hits,
      kinds: (counts.get('kind') ?? []).map(({ value, count }) => ({ value: value as RecordKind, count })),
      facets: (request.facets ?? []).map((field) => ({ field, values: counts.get(field) ?? [] })),
      dropped,
      suggestion: words.length === 0 ? null : await suggest(client, words, hits, dropped, counted.total, request.viewer),
    };
  };

  /**
   * Which words to leave out so that something is found: those that occur nowhere, then one of the others, the most
   * frequent first, then more and more of them. One statement tries all.
   */
  const relax = async (client: Queryable, units: Unit[], where: (text: string) => Condition): Promise<{ without: Unit[] } | null> => {
    const required = units.filter((unit) => unit.required);
    if (required.length < 2) return null;
    const frequency = (unit: Unit) => {
      const frequencies = unit.parts.filter((part) => part.required).map((part) => part.frequency);
      return unit.whole.length > 0 ? Math.max(...frequencies) : Math.min(...frequencies);
    };
    const unknown = required.filter((unit) => frequency(unit) === 0);
    const rest = required.filter((unit) => !unknown.includes(unit)).sort((a, b) => frequency(b) - frequency(a));
    const attempts: Unit[][] = [
      ...required
        .filter((unit) => !unknown.includes(unit) && unknown.length === 0)
        .sort((a, b) => frequency(b) - frequency(a))
        .map((unit) => [unit]),
    ];
    if (unknown.length > 0) attempts.push(...unknown.map((unit) => [unit]), unknown, ...rest.map((unit) => [...unknown, unit]));
    for (let left = 2; left < rest.length; left++) attempts.push([...unknown, ...rest.slice(0, left)]);
    const usable = attempts.filter((attempt) => attempt.length < required.length).slice(0, 40);
    const texts = usable.map((attempt) => condition(units.filter((unit) => !attempt.includes(unit))));
    if (texts.length === 0) return null;
    const rows = await ask<{ ord: number }>(
      client,
      'SELECT t.ord::int AS ord FROM unnest($1::text[]) WITH ORDINALITY AS t (query, ord) WHERE EXISTS (SELECT FROM search_index WHERE vector @@ t.query::tsquery) ORDER BY t.ord LIMIT 1',
      [texts.map((text) => where(text).values[0])],
    );
    const chosen = usable[(rows[0]?.ord ?? 0) - 1];
    return chosen ? { without: chosen } : null;
  };

  type Fetch = {
    units: Unit[];
    titles: boolean;
    total: number;
    query: string;
    first: number;
    offset: number;
    where: (text: string, titles: boolean) => Condition;
    choices: { facet: string }[];
  };
  /** The page, taken from blocks of candidates that are each brought into their final order. */
  const fetchHits = async (client: Queryable, { units, titles, total, query, first, offset, where, choices }: Fetch): Promise<SearchHit[]> => {
    if (total === 0 || first === 0 || offset >= total) return [];
    const columns = `r.id, r.kind, r.slug, r.title, r.summary, r.keywords, r.body, r.facet_keys @> ARRAY['freshness:PAST'] AS past`;
    if (units.length === 0) {
      const { where: condition, values } = where('', false);
      const numbered = condition.replace(/\$\?/g, '$3');
      // Nearly everything is wanted: walk in order and stop early. Otherwise find, then order.
      const inner =
        choices.length === 0
          ? `SELECT id, place FROM (SELECT id, place, vector FROM search_index ORDER BY place, id OFFSET 0) walk WHERE ${numbered}`
          : `SELECT id, place FROM search_index WHERE ${numbered} ORDER BY place, id`;
      const rows = await ask<Candidate>(
        client,
        `SELECT ${columns}, 0 AS rank FROM (${inner} LIMIT $1::bigint OFFSET $2::bigint) top JOIN record r USING (id) ORDER BY top.place, top.id`,
        [first, offset, ...values],
      );
      return present(rows, []);
    }
    const text = condition(units);
    const fromBlock = Math.floor(offset / BLOCK);
    const toBlock = Math.ceil((offset + first) / BLOCK);
    const strict = guesses(units) ? condition(units, 0) : '';
    const { where: matching, values } = where(text, titles);
    // $1 limit, $2 offset, $3 what is ranked, $4 the query as a title begins, $5 the query without guesses, then the condition.
    const numbered = (start: number, condition: string) => {
      let number = start;
      return condition.replace(/\$\?/g, () => `$${number++}`);
    };
    // A record past its date ranks lower (the lexeme comes from its facet keys).
    const weigh = `ts_rank('{0.05,0.3,0.4,1}', vector, $3::text::tsquery) * CASE WHEN vector @@ '''=freshness:PAST'''::tsquery THEN 0.5 ELSE 1 END`;
    const asTyped = `CASE WHEN $5::text = '' THEN 0 WHEN vector @@ $5::text::tsquery THEN 0 ELSE 1 END`;
    const begins = `begins AS MATERIALIZED (SELECT b.id FROM record b WHERE b.archived_at IS NULL AND search_title(b.title) COLLATE "C" >= search_title($4) AND search_title(b.title) COLLATE "C" < search_title($4) || chr(1114111) ORDER BY search_title(b.title) COLLATE "C" LIMIT 30)`;
    const begin = 'CASE WHEN id IN (SELECT id FROM begins) THEN 0 ELSE 1 END';
    let top: string;
    let parameters: unknown[];
    if (total <= RANKED) {
      top = `top AS MATERIALIZED (SELECT id, 1 AS tier, ${begin} AS begin, ${asTyped} AS typed, ${weigh} AS rank FROM search_index WHERE ${numbered(6, matching)} ORDER BY tier, begin, typed, rank DESC, id LIMIT $1::bigint OFFSET $2::bigint)`;
      parameters = [...values];
    } else {
      // The best places first: titles that begin with the query or hold it, then title, summary and keywords, then anything.
      const enough = (tables: string[]) => `(SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')}) < $1::bigint + $2::bigint`;
      const others = (tables: string[]) => tables.map((table) => `id NOT IN (SELECT id FROM ${table})`).join(' AND ');
      top = `
        starting AS MATERIALIZED (SELECT id, vector FROM search_index WHERE id IN (SELECT id FROM begins) AND vector @@ $6::text::tsquery),
        titled AS MATERIALIZED (SELECT id, vector FROM search_index WHERE ts_filter(vector, '{a}') @@ $6::text::tsquery AND ${others(['starting'])} LIMIT ${SAMPLE}),
        shortly AS MATERIALIZED (SELECT id, vector FROM search_index WHERE ts_filter(vector, '{a,b,c}') @@ $6::text::tsquery AND ${others(['starting', 'titled'])} AND ${enough(['starting', 'titled'])} LIMIT ${SAMPLE}),
        anywhere AS MATERIALIZED (SELECT id, vector FROM search_index WHERE vector @@ $6::text::tsquery AND ${others(['starting', 'titled', 'shortly'])} AND ${enough(['starting', 'titled', 'shortly'])} LIMIT ${MAX_OFFSET + 2 * BLOCK}),
        top AS MATERIALIZED (SELECT * FROM (
          SELECT id, 1 AS tier, 0 AS begin, ${asTyped} AS typed, ${weigh} AS rank FROM starting
          UNION ALL SELECT id, 2, 1, ${asTyped}, ${weigh} FROM titled
          UNION ALL SELECT id, 3, 1, ${asTyped}, ${weigh} FROM shortly
          UNION ALL SELECT id, 4, 1, 0, 0 FROM anywhere) tiers ORDER BY tier, typed, rank DESC, id LIMIT $1::bigint OFFSET $2::bigint)`;
      // Among so many, records that only a phrase finds are not the best.
      parameters = where(conditions(units).words, false).values;
    }
    const sql = `WITH ${begins}, ${top} SELECT ${columns}, top.rank FROM top JOIN record r USING (id) ORDER BY top.tier, top.begin, top.typed, top.rank DESC, top.id`;
    const rows = await ask<Candidate>(client, sql, [(toBlock - fromBlock) * BLOCK, fromBlock * BLOCK, rankQuery(units), query, strict, ...parameters]);
    const ordered: Candidate[] = [];
    for (let at = 0; at < rows.length; at += BLOCK) ordered.push(...rank(rows.slice(at, at + BLOCK), units));
    return present(ordered.slice(offset - fromBlock * BLOCK, offset - fromBlock * BLOCK + first), units);
  };

  /**
   * A query that would find more. Corrections are words that matched in records the viewer sees, never words of the
   * dictionary alone, which also holds those of restricted records.
   */
  const suggest = async (client: Queryable, words: Word[], hits: SearchHit[], dropped: string[], total: number, viewer: Viewer): Promise<string | null> => {
    const typed = words.map(({ word }) => word);
    const corrections = new Map<string, string>();
    for (const { word, live, stop } of words) {
      if (live > 0 || stop || dropped.includes(word)) continue;
      const limit = allowedEdits(word);
      const seen = hits.slice(0, 5).flatMap(({ matches }) => matches.filter(({ how }) => how === 'typo').map((match) => match.word.toLowerCase()));
      const near = seen
        .map((candidate) => ({ candidate, edits: distance(word, candidate, limit) }))
        .filter(({ edits }) => edits <= limit)
        .sort((a, b) => a.edits - b.edits)[0];
      if (near) corrections.set(word, near.candidate);
    }
    if (total === 0 || dropped.length > 0) {
      const visible = visibility(viewer, false);
      const open =
        total === 0
          ? words.filter(({ stop, live }) => !stop && live === 0).map(({ word }) => word)
          : dropped.filter((word) => words.some((each) => each.word === word && each.live === 0));
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
    const result = typed.filter((word) => !dropped.includes(word) || corrections.has(word)).map((word) => corrections.get(word) ?? word);
    if (corrections.size === 0 || result.join(' ') === typed.join(' ')) return null;
    if (total > 0 && dropped.length === 0) return result.join(' ');
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
  };

  return {
    name: 'postgres',
    searchOn,
    async search(request) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        return await searchOn(client, request);
      } catch (error) {
        broken = error as Error;
        throw error;
      } finally {
        // A connection on which a statement failed is replaced: its state is not known.
        client.release(broken);
      }
    },
    async ready() {
      try {
        await pool.query('SELECT FROM search_index LIMIT 1');
        return true;
      } catch {
        return false;
      }
    },
    close: () => pool.end(),
  };
}

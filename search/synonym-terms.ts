import { asBusy } from '#prisma/pool.ts';
import { CompiledQuery } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import type { Queryable } from './statements.ts';
import { abbreviations, organizationSynonyms, synonyms } from './synonyms.ts';
import { type Meaning, meaningsOf, names, type Term, withChanges } from './terms.ts';
import { alternativeQuery } from './tsquery.ts';
import type { Alternative } from './query-terms.ts';

// The synonyms of search/synonyms.ts, the terms of search/terms.ts and the organizations' names, made ready to be found among typed words.

/** A term by the stems of its words, and what else it may be called. */
type Synonym = { stems: string[] /** The term as it is. */; own: Alternative; alternatives: Alternative[] };
/** Synonyms by the stem of their first word, longest first. */
export type Synonyms = Map<string, Synonym[]>;

const SYNONYM_WORDS = `
SELECT t.ord, array_agg(w.word ORDER BY w.n) AS words, array_agg(search_stem(w.word) ORDER BY w.n) AS stems, array_agg(ts_lexize('public.search_words', w.word) = '{}' ORDER BY w.n) AS stops
FROM unnest($1::text[]) WITH ORDINALITY AS t (term, ord), regexp_split_to_table(btrim(search_segment(search_fold(t.term), false)), ' +') WITH ORDINALITY AS w (word, n)
WHERE w.word <> '' GROUP BY t.ord ORDER BY t.ord`;

/** A phrase as the database folds and cuts it. */
type Folded = { words: string[]; stems: string[]; stops: boolean[] };
/** Foldings that were asked for before: they are the same in every database. */
const folded = new Map<string, Folded>();
/** So many are kept; the shipped terms are about 4,000. */
const FOLDED_MAX = 20_000;

/** The words of a phrase without its stop words, at their distances; the last one may have an ending. */
function phrase({ words, stops }: Folded, cost: number): Alternative {
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

/** Runs a statement and gives its rows. */
type Rows = <Row extends object>(text: string, values: unknown[]) => Promise<Row[]>;

async function fold(rows: Rows, terms: string[]): Promise<void> {
  const unknown = [...new Set(terms)].filter((term) => !folded.has(term));
  if (unknown.length === 0) return;
  if (folded.size > FOLDED_MAX) folded.clear();
  for (const { ord, ...row } of await rows<Folded & { ord: number }>(SYNONYM_WORDS, [unknown])) folded.set(unknown[Number(ord) - 1] as string, row);
}

/** Groups of words of which each stands for all others. */
const alike = (groups: readonly string[][], cost: number): Meaning[] =>
  groups.flatMap((group) => group.map((word) => ({ word, others: group.filter((other) => other !== word).map((other) => ({ word: other, cost })) })));

let shippedNames: Meaning[] | null = null;

/** Everything that a word may stand for; which phrases the index has as lexemes is for others to say. */
async function readSynonyms(rows: Rows): Promise<Synonyms> {
  const found = await rows<{ content: unknown; changed: { id: string; term: Term | null } | null }>(
    `SELECT content, NULL::jsonb AS changed FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND audience = 'PUBLIC'
     UNION ALL SELECT NULL, jsonb_build_object('id', id, 'term', content) FROM term`,
    [],
  );
  const organizations = found.filter(({ changed }) => !changed).map(({ content }) => organizationSynonyms(content));
  const terms = withChanges(found.flatMap(({ changed }) => (changed ? [changed] : [])));
  shippedNames ??= meaningsOf(names);
  const meanings = [
    ...alike([...abbreviations, ...organizations.filter((group) => group.length > 1)], 0),
    ...alike(synonyms, 1),
    ...meaningsOf(terms),
    ...shippedNames,
  ];
  await fold(
    rows,
    meanings.flatMap(({ word, others }) => [word, ...others.map((other) => other.word)]),
  );
  const result: Synonyms = new Map();
  for (const { word, others } of meanings) {
    const own = folded.get(word);
    if (!own) continue;
    const alternatives = others.flatMap(({ word: other, cost }) => {
      const as = folded.get(other);
      return as && as.words.join(' ') !== own.words.join(' ') ? [phrase(as, cost)] : [];
    });
    const first = own.stems[0] ?? '';
    const list = result.get(first) ?? [];
    const known = list.find((entry) => entry.stems.join(' ') === own.stems.join(' '));
    if (known) addNew(known.alternatives, alternatives);
    else list.push({ stems: own.stems, own: { ...phrase(own, 0), how: 'exact' }, alternatives: addNew([], alternatives) });
    result.set(first, list);
  }
  for (const list of result.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return result;
}

/** Adds alternatives that are not there yet; of two alike the cheaper one stays. */
function addNew(list: Alternative[], more: readonly Alternative[]): Alternative[] {
  const places = new Map(list.map((each, index) => [alternativeQuery(each), index]));
  for (const each of more) {
    const text = alternativeQuery(each);
    const at = places.get(text);
    if (at === undefined) places.set(text, list.push(each) - 1);
    else if (each.cost < (list[at] as Alternative).cost) list[at] = each;
  }
  return list;
}

const phrasesOf = (known: Synonyms) =>
  [...known.values()].flat().flatMap(({ own, alternatives }) => [own, ...alternatives].filter(({ terms }) => terms.length > 1));

/** A phrase as a text of tsquery. */
export type Phrase = { phrase: string; firstWord: string };

/** Every phrase that the synonyms look for. */
export async function synonymPhrases(db: Trx): Promise<Phrase[]> {
  const known = await readSynonyms(async <Row extends object>(text: string, values: unknown[]) => [
    ...(await db.executeQuery<Row>(CompiledQuery.raw(text, values))).rows,
  ]);
  const byPhrase = new Map(phrasesOf(known).map((alternative) => [alternativeQuery(alternative), alternative.terms[0]?.word ?? '']));
  return [...byPhrase].map(([phrase, firstWord]) => ({ phrase, firstWord }));
}

async function loadSynonyms(client: Queryable): Promise<Synonyms> {
  const rows: Rows = async <Row extends object>(text: string, values: unknown[]) => (await client.query(text, values)).rows as Row[];
  const known = await readSynonyms(rows);
  const indexed = new Set((await rows<{ phrase: string }>('SELECT phrase FROM search_phrase', [])).map(({ phrase }) => phrase));
  for (const alternative of phrasesOf(known)) if (indexed.has(alternativeQuery(alternative))) alternative.indexed = true;
  return known;
}

/** How long nobody asks whether the library was changed (milliseconds). */
const SURE = 1000;

/**
 * Keeps the synonyms, asks once a second whether the library was changed, and reads them again where it was, or when they are too old.
 * @param maxAge how old they may become without a change (milliseconds): which phrases the index has changes by itself
 * @param aside where that is asked, apart from what searches wait for; null asks nobody, for jobs that need not be so exact
 */
export function keepSynonyms(maxAge: number, aside: Queryable | null): (client: Queryable) => Promise<Synonyms> {
  let known: { at: number; sure: number; state: string; value: Promise<Synonyms> } | null = null;
  const stateNow = async () => {
    if (!aside) return '';
    const { rows } = await aside
      .query<{ state: string }>("SELECT coalesce(max(id), 0) || '.' || count(*) AS state FROM library_change")
      // Where the database is away, who searches is told to come again.
      .catch((error: unknown) => {
        throw asBusy(error);
      });
    return rows[0]?.state ?? '';
  };
  return async (client) => {
    const now = Date.now();
    let state: string | null = null;
    if (known && now - known.at < maxAge) {
      if (now - known.sure >= SURE) state = await stateNow();
      if (known && (state === null || state === known.state)) {
        if (state !== null) known.sure = now;
        // Read by a search that was then given up, they are read here.
        return known.value.catch(() => loadSynonyms(client));
      }
    }
    // The state before they are read: what is changed meanwhile is asked for again.
    state ??= await stateNow();
    const value = loadSynonyms(client);
    known = { at: now, sure: now, state, value };
    value.catch(() => {
      known = null;
    });
    return value;
  };
}

import { CompiledQuery } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import type { Queryable } from './statements.ts';
import { abbreviations, organizationSynonyms, synonyms } from './synonyms.ts';
import { alternativeQuery } from './tsquery.ts';
import type { Alternative } from './unit.ts';

// The synonyms of search/synonyms.ts and the organizations' names, made ready to be found among typed words.

/** A term by the stems of its words, and what else it may be called. */
type Synonym = { stems: string[]; alternatives: Alternative[] };
/** Synonyms by the stem of their first word, longest first. */
export type Synonyms = Map<string, Synonym[]>;

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

/** Runs a statement and gives its rows. */
type Rows = <Row extends object>(text: string, values: unknown[]) => Promise<Row[]>;

/** The synonyms of search/synonyms.ts and of the organizations; which phrases the index has as lexemes is for others to say. */
async function readSynonyms(rows: Rows): Promise<Synonyms> {
  const organizations = await rows<{ content: unknown }>(
    "SELECT content FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND audience = 'PUBLIC'",
    [],
  );
  const same = [...abbreviations, ...organizations.map(({ content }) => organizationSynonyms(content)).filter((group) => group.length > 1)];
  const groups = [...same, ...synonyms];
  const words = await rows<{ words: string[]; stems: string[]; stops: boolean[]; ord: number }>(SYNONYM_WORDS, [groups.flat()]);
  const byOrder = new Map(words.map((row) => [Number(row.ord), row]));
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

const phrasesOf = (known: Synonyms) => [...known.values()].flat().flatMap(({ alternatives }) => alternatives.filter(({ terms }) => terms.length > 1));

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

/**
 * Keeps the synonyms and reads them again when they are too old.
 * @param maxAge how old the organizations' names may be (milliseconds)
 */
export function keepSynonyms(maxAge: number): (client: Queryable) => Promise<Synonyms> {
  let known: { at: number; value: Promise<Synonyms> } | null = null;
  return async (client) => {
    // Read by a search that was then given up, they are read here.
    if (known && Date.now() - known.at < maxAge) return known.value.catch(() => loadSynonyms(client));
    const value = loadSynonyms(client);
    known = { at: Date.now(), value };
    value.catch(() => {
      known = null;
    });
    return value;
  };
}

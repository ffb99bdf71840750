import type { RecordKind } from '#prisma/generated/enums.ts';
import { workPool } from '#prisma/pool.ts';
import { count as countMatches, countSome } from './count.ts';
import type { SearchAnswer, SearchEngine, SearchHit, SearchRequest } from './engine.ts';
import { createFacetCounter } from './facets.ts';
import { expandTerms } from './expand.ts';
import { fetchPage, MAX_OFFSET } from './page.ts';
import { planWords, stretchesOf } from './plan.ts';
import { dropTerms } from './drop-terms.ts';
import { restrictionOf } from './restriction.ts';
import { beginSearch, createSearchPool, type Queryable } from './statements.ts';
import { suggest } from './suggest.ts';
import { keepSynonyms } from './synonym-terms.ts';
import { condition } from './tsquery.ts';
import { capitalsOf, guesses, single, type QueryTerm } from './query-terms.ts';
import { clean, tokens } from './words.ts';

/** Typed words that are, or belong to, a known term: they are not misspelt. */
const termWords = (units: QueryTerm[]) =>
  new Set(
    units.flatMap(({ parts, whole }) =>
      parts.filter(({ alternatives }) => whole.length > 0 || alternatives.some(({ how }) => how === 'synonym')).map(({ typed }) => typed),
    ),
  );

export type PostgresSearchOptions = {
  /** Connections of the pool that is kept for search alone. */
  max?: number;
  /** A search that takes longer is given up (milliseconds). */
  timeout?: number;
  /** How old the organizations' names may be that are used as synonyms (milliseconds). */
  synonymsMaxAge?: number;
  /** PostgreSQL itself, where the address is that of a pooler that gives each transaction another connection. */
  direct?: string | undefined;
};

export interface PostgresSearchEngine extends SearchEngine {
  readonly name: 'postgres';
  /** The same search on a given connection, for one that sees its own transaction. */
  searchOn(client: Queryable, request: SearchRequest): Promise<SearchAnswer>;
}

const wordsOf = (text: string) =>
  tokens(clean(text))
    .map(({ word }) => word)
    .join(' ');
const sameWords = (one: string, other: string) => wordsOf(one) === wordsOf(other);

const MAX_QUERY = 200;
/** Fewer hits than this are few: guesses are widened. */
const FEW = 3;

/**
 * The embedded engine: everything in PostgreSQL, exact totals and counts, in step with every transaction.
 * It keeps a pool of its own, because a search needs other planner settings than the rest.
 */
export function createPostgresEngine(
  connectionString: string,
  { max = 4, timeout = 3000, synonymsMaxAge = 60_000, direct }: PostgresSearchOptions = {},
): PostgresSearchEngine {
  const pool = createSearchPool(connectionString, max, timeout, direct);
  const connections = workPool(pool, { ownTimes: true, direct });
  const synonymsNow = keepSynonyms(synonymsMaxAge, connections.aside);
  const counter = createFacetCounter();

  const searchOn = async (client: Queryable, request: SearchRequest): Promise<SearchAnswer> => {
    const query = clean(request.query).slice(0, MAX_QUERY).toWellFormed();
    const first = Math.min(100, Math.max(0, Math.trunc(request.first) || 0));
    const offset = Math.min(MAX_OFFSET, Math.max(0, Math.trunc(request.offset) || 0));
    const restriction = restrictionOf(request);
    const wanted = new Set(['kind', ...(request.facets ?? [])]);
    const strictly = (units: QueryTerm[]) => (guesses(units) ? units : null);
    const count = (units: QueryTerm[], titles: boolean, strict = strictly(units)) =>
      request.counted === false ? countSome(client, units, titles, restriction) : countMatches(client, { units, strict, titles, restriction, wanted }, counter);

    const raw = capitalsOf(query);
    const stretches = stretchesOf(query);
    const open = !/[\s]$/.test(query) && stretches.at(-1)?.trim() !== '';
    const plan = (widely: boolean) => planWords(client, { stretches, viewer: request.viewer, widely, open });

    const known = query.trim() === '' ? new Map() : await synonymsNow(client);
    let words = query.trim() === '' ? [] : await plan(false);
    if (query.trim() !== '' && words.length === 0) {
      // Signs alone say nothing.
      const facets = (request.facets ?? []).map((field) => ({ field, values: [] }));
      return { engine: 'postgres', fallback: false, total: 0, asTyped: 0, exact: true, hits: [], kinds: [], facets, ignoredTerms: [], suggestion: null };
    }
    let units = expandTerms(words, known, { widely: false, raw });
    const ignoredTerms: string[] = [];
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
      const wider = expandTerms(words, known, { widely: true, raw });
      const again = await count(wider, false);
      if (again.total > counted.total) {
        units = wider;
        counted = again;
      }
    }
    let strict = strictly(units) === null ? '' : condition(units, 0);
    const required = units.filter((unit) => unit.required).length;
    const page = () => fetchPage(client, { units, strict, titles, total: counted.total, phrased: counted.phrased, query, first, offset, restriction });
    let hits: SearchHit[] | null = null;
    const little = words.length > 1 && !titles && counted.total > 0 && required > 2 && counted.total < FEW;
    if (little && offset === 0) {
      hits = await page();
      // Who typed a whole title has found it.
      if (!hits.some(({ title }) => sameWords(title, query))) hits = null;
    }
    if (words.length > 1 && !titles && (counted.total === 0 || (little && hits === null))) {
      // Nothing has all the words, or next to nothing: what has most of them comes after it, as near.
      const none = counted.total === 0;
      const choice = await dropTerms(client, units, restriction, none ? 1 : FEW);
      if (choice) {
        const before = units.map((unit) => ({ ...unit }));
        strict = condition(before, 0);
        for (const unit of choice.without) {
          unit.required = false;
          if (none) ignoredTerms.push(...unit.parts.filter((part) => part.required).map(({ typed }) => typed));
        }
        counted = await count(units, false, before);
      }
    }

    hits ??= await page();
    const { counts } = counted;
    return {
      engine: 'postgres',
      fallback: false,
      total: counted.total,
      asTyped: counted.asTyped,
      exact: request.counted !== false,
      hits,
      kinds: (counts.get('kind') ?? []).map(({ value, count }) => ({ value: value as RecordKind, count })),
      facets: (request.facets ?? []).map((field) => ({ field, values: counts.get(field) ?? [] })),
      ignoredTerms,
      suggestion:
        words.length === 0 ? null : await suggest(client, { words, known: termWords(units), hits, ignoredTerms, total: counted.total, viewer: request.viewer }),
    };
  };

  return {
    name: 'postgres',
    searchOn,
    async search(request) {
      const client = await connections.connect();
      let broken: Error | undefined;
      try {
        if (direct === undefined) return await searchOn(client, request);
        await client.query(beginSearch);
        const answer = await searchOn(client, request);
        await client.query('COMMIT');
        return answer;
      } catch (error) {
        broken = error as Error;
        throw error;
      } finally {
        // A connection on which a statement failed is replaced: its state is not known.
        client.release(broken);
      }
    },
    // Asked apart from the searches: that all connections are taken does not count as silence.
    ready: () => connections.answers('SELECT FROM search_index LIMIT 1'),
    async close() {
      await connections.end();
      await pool.end();
    },
  };
}

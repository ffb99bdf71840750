import { type Filter, Meilisearch, type MultiSearchQuery, type Settings } from 'meilisearch';
import type pg from 'pg';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { SearchAnswer, SearchEngine, SearchHit, SearchRequest, Viewer } from './engine.ts';
import { highlight } from './highlight.ts';
import type { Candidate } from './rank.ts';
import { visibility } from './restriction.ts';
import { abbreviations, synonyms } from './synonyms.ts';
import { meaningsOf, names, shippedTerms, type Term } from './terms.ts';
import { single, type QueryTerm } from './query-terms.ts';
import { allowedEdits, clean, distance, foldWord, tokens } from './words.ts';

/** The index that is searched; a new one is built beside it and swapped in. */
export const INDEX = 'atrium_records';
export const NEXT_INDEX = 'atrium_records_next';
/** Meilisearch ranks no further. */
const MAX_TOTAL = 1000;
const fields = ['title', 'summary', 'keywords', 'body'] as const;

/** What is sent to Meilisearch of a record. */
export type SearchDocument = {
  id: string;
  kind: RecordKind;
  title: string;
  summary: string;
  keywords: string;
  body: string;
  /** "facet:value". */
  facetKeys: string[];
  /** "public", "un", "owner:<id of an organization>", "foreign": of another catalogue, for who asks for such. */
  visibleTo: string[];
  /** The order of an answer to an empty query. */
  place: number;
  /** How many words the title has: of two titles with the query, the shorter one is rather what it names. */
  titleWords: number;
  /** 1 for a record past the day by which somebody was to look at it again, else 0. */
  past: number;
};

/** Columns of `record` (as r) from which a document is made. */
export const documentColumns =
  'r.id, r.kind, r.title, r.summary, r.keywords, r.body, r.audience, r.facet_keys AS "facetKeys", ARRAY(SELECT o.organization_id FROM record_owner o WHERE o.record_id = r.id) AS owners, search_place(r.kind, r.position)::float8 AS place';
export type DocumentRow = Omit<SearchDocument, 'visibleTo' | 'facetKeys' | 'titleWords' | 'past'> & {
  audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
  facetKeys: string[] | null;
  owners: string[];
};

export function documentOf({ audience, facetKeys, owners, ...row }: DocumentRow): SearchDocument {
  const keys = facetKeys ?? [];
  const visibleTo =
    row.kind === 'FOREIGN_RECORD'
      ? ['foreign']
      : audience === 'PUBLIC'
        ? ['public']
        : [...owners.map((owner) => `owner:${owner}`), ...(audience === 'UN_SYSTEM' ? ['un'] : [])];
  return { ...row, facetKeys: keys, visibleTo, titleWords: tokens(row.title).length, past: keys.includes('freshness:PAST') ? 1 : 0 };
}

/** Every setting of the index: nothing is left to be set by hand. `groups` are the names of the organizations. */
export function settingsOf(groups: string[][], terms: readonly Term[] = shippedTerms): Settings {
  return {
    searchableAttributes: [...fields],
    filterableAttributes: ['kind', 'facetKeys', 'visibleTo'],
    sortableAttributes: ['place'],
    displayedAttributes: ['id', ...fields],
    // A word in the title counts before words side by side; `sort` orders lists without words. Of two records that fit alike, the
    // one past its date comes second, and then the one whose title says more than the query.
    rankingRules: ['words', 'typo', 'attribute', 'proximity', 'sort', 'exactness', 'past:asc', 'titleWords:asc'],
    // What Meilisearch does not take for the end of a word by itself.
    separatorTokens: [...'$<=>^|~\u00a0¢£©®°\u2011€™←→■●✓'],
    synonyms: synonymsSetting(groups, terms),
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true },
    // All values of all facets are counted in one attribute; the default of 100 would cut countries.
    faceting: { maxValuesPerFacet: 10_000, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: MAX_TOTAL + 100 },
    prefixSearch: 'indexingTime',
  };
}

/** A term and, where it may have one, its plural: Meilisearch knows no forms of words. */
const numbers = (term: string) =>
  /[a-z]{3}$/.test(term) && !term.endsWith('s') ? [term, /[^aeiou]y$/.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`] : [term];

/** Groups of synonyms in the form of Meilisearch: each term with those it also finds. */
export function synonymsSetting(groups: string[][], terms: readonly Term[] = []): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  const lower = (group: string[]) => group.map((term) => term.toLowerCase().replace(/[’']/g, ' '));
  for (const { word, others } of terms.length > 0 ? meaningsOf([...terms, ...names]) : []) {
    const [key = '', ...values] = lower([word, ...others.map((other) => other.word)]);
    result[key] = [...new Set([...(result[key] ?? []), ...values.filter((value) => value !== key)])];
  }
  for (const group of [...[...abbreviations, ...synonyms].map((terms) => lower(terms).flatMap(numbers)), ...groups.map(lower)]) {
    const terms = [...new Set(group)];
    for (const term of terms) result[term] = [...new Set([...(result[term] ?? []), ...terms.filter((other) => other !== term)])];
  }
  return result;
}

const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
const oneOf = (attribute: string, values: string[]) => values.map((value) => `${attribute} = ${quoted(value)}`);

/** The filter of a request: visibility, kinds and choices, each a list of alternatives that must hold. */
export function filterOf({ viewer, kinds, filter }: Pick<SearchRequest, 'viewer' | 'kinds' | 'filter'>, without?: string): string[][] {
  const visible = viewer.all
    ? viewer.foreign
      ? []
      : [['visibleTo != "foreign"']]
    : [
        oneOf('visibleTo', [
          'public',
          ...(viewer.foreign ? ['foreign'] : []),
          ...(viewer.unSystem ? ['un', ...viewer.organizationIds.map((id) => `owner:${id}`)] : []),
        ]),
      ];
  const chosenKinds = kinds && kinds.length > 0 && without !== 'kind' ? [oneOf('kind', kinds)] : [];
  const choices = Object.entries(filter ?? {}).filter(([facet, values]) => values.length > 0 && facet !== without);
  return [
    ...visible,
    ...chosenKinds,
    ...choices.map(([facet, values]) =>
      oneOf(
        'facetKeys',
        values.map((value) => `${facet}:${value}`),
      ),
    ),
  ];
}

/** The queries of one search: the page, and the counts of each facet that has a choice, without that choice. */
export function queriesOf(request: SearchRequest, matchingStrategy: 'all' | 'frequency'): MultiSearchQuery[] {
  const query = clean(request.query).slice(0, 200).trimStart();
  const short = query.trim().length > 0 && query.trim().length <= 2;
  const common = {
    indexUid: INDEX,
    q: query,
    matchingStrategy,
    ...(short ? { attributesToSearchOn: ['title'] } : {}),
  } satisfies MultiSearchQuery;
  const apart = [
    ...(request.kinds && request.kinds.length > 0 ? ['kind'] : []),
    ...Object.entries(request.filter ?? {})
      .filter(([facet, values]) => values.length > 0 && request.facets?.includes(facet))
      .map(([facet]) => facet),
  ];
  return [
    {
      ...common,
      filter: filterOf(request) satisfies Filter,
      facets: ['kind', 'facetKeys'],
      attributesToRetrieve: ['id', ...fields],
      showMatchesPosition: true,
      offset: Math.min(MAX_TOTAL, Math.max(0, Math.trunc(request.offset) || 0)),
      limit: Math.min(100, Math.max(0, Math.trunc(request.first) || 0)),
      ...(query.trim() === '' ? { sort: ['place:asc'] } : {}),
    },
    ...apart.map((facet) => ({
      ...common,
      filter: filterOf(request, facet),
      facets: [facet === 'kind' ? 'kind' : 'facetKeys'],
      attributesToRetrieve: ['id'],
      limit: 0,
    })),
  ];
}

type MeiliHit = { id: string } & Partial<Record<(typeof fields)[number], string>> & {
    _matchesPosition?: Partial<Record<string, { start: number; length: number }[]>>;
  };

/** The words that matched in one hit, whole where only their beginning did. Meilisearch counts bytes of UTF-8, not characters. */
export function matchedWords(hit: MeiliHit): string[] {
  const found = new Set<string>();
  for (const field of fields) {
    const places = hit._matchesPosition?.[field] ?? [];
    if (places.length === 0) continue;
    const text = hit[field] ?? '';
    const bytes = Buffer.from(text);
    const spans = places.map(({ start, length }) => [bytes.toString('utf8', 0, start).length, bytes.toString('utf8', 0, start + length).length] as const);
    for (const { word, start, end } of tokens(text)) if (spans.some(([from, to]) => from < end && start < to)) found.add(word);
  }
  return [...found];
}

/** Why a word matched: Meilisearch does not say, so it is told by comparing it with what was typed. */
function howMatched(typed: string[], open: boolean, word: string): { slot: number; how: 'exact' | 'form' | 'prefix' | 'typo' | 'synonym' } {
  let best = { slot: 0, how: 'synonym' as 'exact' | 'form' | 'prefix' | 'typo' | 'synonym', cost: 9 };
  typed.forEach((each, slot) => {
    const last = slot === typed.length - 1;
    const limit = allowedEdits(each);
    const edits = distance(each, word, limit);
    const way =
      each === word
        ? ({ how: 'exact', cost: 0 } as const)
        : last && open && word.startsWith(each)
          ? ({ how: 'prefix', cost: 1 } as const)
          : each.length >= 4 && (word === `${each}s` || each === `${word}s`)
            ? ({ how: 'form', cost: 2 } as const)
            : edits <= limit && limit > 0
              ? ({ how: 'typo', cost: 2 + edits } as const)
              : word === each + (typed[slot + 1] ?? '') || (each.startsWith(word) && typed.length < 3 && word.length > 2)
                ? ({ how: 'form', cost: 6 } as const)
                : { how: 'synonym' as const, cost: 9 };
    if (way.cost < best.cost) best = { slot, ...way };
  });
  return best;
}

/** The units that mark in a record's text what matched in the indexed one. */
export function unitsFrom(typed: string[], open: boolean, words: string[]): QueryTerm[] {
  const units: QueryTerm[] = typed.map((word) => ({
    parts: [{ typed: word, required: false, frequency: 0, common: false, alternatives: [] }],
    whole: [],
    required: false,
  }));
  const costs = { exact: 0, form: 0, prefix: 1, synonym: 1, typo: 2 };
  for (const word of words) {
    const { slot, how } = howMatched(typed, open, word);
    units[slot]?.parts[0]?.alternatives.push(single(word, how, costs[how]));
  }
  return units;
}

type Distribution = Record<string, Record<string, number>> | undefined;

/** Facet counts by facet, from the one attribute that holds them all. */
export function facetsOf(distribution: Distribution): Map<string, { value: string; count: number }[]> {
  const result = new Map<string, { value: string; count: number }[]>();
  const add = (facet: string, value: string, count: number) => result.set(facet, [...(result.get(facet) ?? []), { value, count }]);
  for (const [value, count] of Object.entries(distribution?.['kind'] ?? {})) add('kind', value, count);
  for (const [key, count] of Object.entries(distribution?.['facetKeys'] ?? {})) add(key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1), count);
  for (const list of result.values()) list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return result;
}

/** The rows of hits, as the viewer may see them now: a stale index may hide a record but never shows one. */
async function loadVisible(pool: Pick<pg.Pool, 'query'>, ids: string[], viewer: Viewer): Promise<Map<string, Candidate>> {
  const { rows } = await pool.query<Candidate>({
    name: 'search_visible',
    // The index in the database is kept in the transaction that writes: what may be seen by it may be seen now.
    text: `SELECT r.id, r.kind, r.slug, r.title, r.summary, r.keywords, r.body, r.facet_keys AS "facetKeys", 0 AS rank
      FROM record r JOIN search_index i ON i.id = r.id WHERE r.id = ANY($1::uuid[]) AND ($2::text IS NULL OR i.vector @@ $2::text::tsquery)`,
    values: [ids, visibility(viewer, true)],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export type MeilisearchOptions = { url: string; key?: string | undefined /** For one request, milliseconds. */; timeout?: number };
export const createClient = ({ url, key, timeout = 2000 }: MeilisearchOptions) =>
  new Meilisearch({
    host: url,
    ...(key ? { apiKey: key } : {}),
    timeout,
    // A packed answer comes in pieces, and the last one waits for a receipt: 60 ms instead of 10 for one of a few kilobytes.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });

/**
 * The engine on a Meilisearch server. It finds and orders; the rows come from Postgres (`pool`, which the caller closes).
 * Totals are Meilisearch's, exact below 1,000.
 */
export function createMeilisearchEngine(options: MeilisearchOptions, pool: Pick<pg.Pool, 'query'>): SearchEngine {
  const client = createClient(options);
  const ask = async (request: SearchRequest, strategy: 'all' | 'frequency') => {
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, MeiliHit>({ queries: queriesOf(request, strategy) });
    return results;
  };
  return {
    name: 'meilisearch',
    async search(request): Promise<SearchAnswer> {
      // Signs alone say nothing; Meilisearch would give everything.
      if (request.query.trim() !== '' && tokens(clean(request.query)).length === 0) return nothing(request);
      let results = await ask(request, 'all');
      const typed = [...new Set(tokens(clean(request.query).slice(0, 200)).map(({ word }) => word))];
      const open = !/\s$/.test(request.query);
      let relaxed = false;
      if (typed.length > 1 && totalOf(results[0]) === 0) {
        results = await ask(request, 'frequency');
        relaxed = true;
      }
      const page = results[0];
      const found = (page?.hits ?? []) as MeiliHit[];
      const rows = await loadVisible(
        pool,
        found.map(({ id }) => id),
        request.viewer,
      );
      const matched = new Set<string>();
      const hits: SearchHit[] = [];
      let missing = 0;
      for (const hit of found) {
        const row = rows.get(hit.id);
        if (!row) {
          missing++;
          continue;
        }
        const words = matchedWords(hit);
        for (const word of words) matched.add(typed[howMatched(typed, open, word).slot] ?? '');
        const ways = new Map(words.map((word) => howMatched(typed, open, word)).map(({ slot, how }) => [slot, how]));
        const near = relaxed || [...ways.values()].some((how) => how === 'typo' || how === 'synonym');
        hits.push(...highlight([{ ...row, near: near ? 1 : 0 }], unitsFrom(typed, open, words)));
      }
      const counts = facetsOf(page?.facetDistribution);
      const apart = [
        ...(request.kinds && request.kinds.length > 0 ? ['kind'] : []),
        ...Object.entries(request.filter ?? {})
          .filter(([facet, values]) => values.length > 0 && request.facets?.includes(facet))
          .map(([facet]) => facet),
      ];
      apart.forEach((facet, index) => {
        counts.set(facet, facetsOf(results[index + 1]?.facetDistribution).get(facet) ?? []);
      });
      const total = Math.max(0, totalOf(page) - missing);
      return {
        engine: 'meilisearch',
        fallback: false,
        total,
        // It does not say which hits needed its guesses.
        asTyped: null,
        exact: total < MAX_TOTAL,
        hits,
        kinds: (counts.get('kind') ?? []).map(({ value, count }) => ({ value: value as RecordKind, count })),
        facets: (request.facets ?? []).map((field) => ({ field, values: counts.get(field) ?? [] })),
        ignoredTerms: relaxed && hits.length > 0 ? typed.filter((word) => word.length > 2 && !matched.has(word)) : [],
        suggestion: suggestionOf(typed, hits),
      };
    },
    async ready() {
      return client.isHealthy();
    },
    async close() {},
  };
}

const nothing = ({ facets = [] }: SearchRequest): SearchAnswer => ({
  engine: 'meilisearch',
  fallback: false,
  total: 0,
  asTyped: null,
  exact: true,
  hits: [],
  kinds: [],
  facets: facets.map((field) => ({ field, values: [] })),
  ignoredTerms: [],
  suggestion: null,
});

type Page = { estimatedTotalHits?: number | undefined; facetDistribution?: Distribution };
/** Every record has one kind, so the kinds add up to the total, also where the estimate stops. */
export const totalOf = (page: Page | undefined) => {
  const kinds = Object.values(page?.facetDistribution?.['kind'] ?? {});
  return kinds.length > 0 ? kinds.reduce((sum, count) => sum + count, 0) : (page?.estimatedTotalHits ?? 0);
};

/** The query with the words that matched instead of those that were misspelled. */
function suggestionOf(typed: string[], hits: SearchHit[]): string | null {
  const near = hits.slice(0, 5).flatMap(({ matches }) => matches.filter(({ how }) => how === 'typo').map(({ word }) => foldWord(word)));
  const exact = new Set(hits.slice(0, 5).flatMap(({ matches }) => matches.filter(({ how }) => how === 'exact').map(({ word }) => foldWord(word))));
  const corrected = typed.map((word) =>
    exact.has(word) ? word : (near.find((candidate) => distance(word, candidate, allowedEdits(word)) <= allowedEdits(word)) ?? word),
  );
  return corrected.join(' ') === typed.join(' ') ? null : corrected.join(' ');
}

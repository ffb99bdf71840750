import type { RecordKind } from '#prisma/generated/enums.ts';

/** Who asks: their visible records are those that are public, those of the UN system if they belong to it, and those of their organizations. */
export type Viewer = {
  unSystem: boolean;
  /** Their organizations by id: permission never hangs on what an organization is called. */
  organizationIds: string[];
  /** How contents may name these organizations, for what is proposed and has no owners yet: addresses and short names. */
  organizationNames?: string[];
  /** Procures for an organization of the UN system: sees the procurement part of vendors. */
  procurement?: boolean;
  all?: boolean;
  /**
   * Asks for entries of other catalogues too (prisma/content/foreign-record.ts). Whoever does not say so has none of them in any
   * list, count or answer: a figure about the United Nations system holds none.
   */
  foreign?: boolean;
};
export const anyone: Viewer = { unSystem: false, organizationIds: [] };

export type SearchRequest = {
  /** What the person typed, at most 200 characters; empty finds everything. A last word without a space after it is unfinished. */
  query: string;
  kinds?: RecordKind[];
  /** Facet name to chosen values: several values of one facet are alternatives, several facets must all hold. */
  filter?: Record<string, string[]>;
  /** Facets whose value counts are wanted. The counts of a facet ignore that facet's own choice. */
  facets?: string[];
  /** False where neither the total nor any count is shown: then not everything that matches is read, and the total may be too low. */
  counted?: boolean;
  viewer: Viewer;
  /** At most 100. */
  first: number;
  /** At most 1,000; ranking stops there in both engines. */
  offset: number;
};

export type Match = {
  /** title, summary, keywords or body. */
  field: string;
  word: string;
  how: 'exact' | 'form' | 'prefix' | 'typo' | 'synonym';
};

export type SearchHit = {
  id: string;
  kind: RecordKind;
  slug: string;
  title: string;
  /** Pieces of the title and of the best passage; `marked` pieces matched. Plain text, never HTML. */
  titleParts: { text: string; marked: boolean }[];
  snippet: { text: string; marked: boolean }[];
  matches: Match[];
  /** Its filter values, "facet:value". */
  facetKeys: string[];
  /** Whether it was found by a guess alone: another spelling, a word that means nearly the same, or without some of the words. */
  near: boolean;
};

export type SearchAnswer = {
  engine: 'postgres' | 'meilisearch';
  /** True when the first-choice engine failed and the other answered: results may be simpler. */
  fallback: boolean;
  total: number;
  /** How many of them have what was typed, in any form or language; the rest is near. Null where the engine cannot tell. */
  asTyped: number | null;
  /** False when the total is a lower bound. */
  exact: boolean;
  hits: SearchHit[];
  kinds: { value: RecordKind; count: number }[];
  facets: { field: string; values: { value: string; count: number }[] }[];
  /** Words that had to be left out to find anything. */
  ignoredTerms: string[];
  /** A query that would find more, where the typed one finds nothing or little. */
  suggestion: string | null;
};

/** The one contract for every engine; search/engine.test.ts holds each to the same expectations. */
export interface SearchEngine {
  readonly name: 'postgres' | 'meilisearch';
  /** The engine of the settings, where another one may answer in its place. */
  readonly wanted?: 'postgres' | 'meilisearch';
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Whether it answers now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

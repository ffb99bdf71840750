import { readFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import { parse } from 'yaml';
import { countryName } from '#prisma/content/country-name.ts';
import { regions } from '#prisma/content/regions.ts';

// The terms of the domain in the six languages of the United Nations: what is shipped, and the rules of the table.

export const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;
export type Language = (typeof languages)[number];

/** One idea, its words in each language, and the narrower ideas that a search for it finds too. */
export type Term = {
  id: string;
  words: Partial<Record<Language, string[]>>;
  /** Ids of narrower terms. */
  narrower: string[];
  /** Whether the English words are names of one thing, so that each finds the others. */
  same: boolean;
  /** Where the words come from. */
  source: string;
};

type Written = { id: string; source?: string; same?: boolean; narrower?: string[] } & Partial<Record<Language, string[]>>;
const read = <Row>(name: string) => parse(readFileSync(new URL(`./terms/${name}.yaml`, import.meta.url), 'utf8')) as Row[];
const termOf = ({ id, source = '', same = false, narrower = [], ...rest }: Written): Term => ({
  id,
  source,
  same,
  narrower,
  words: Object.fromEntries(languages.flatMap((language) => (rest[language] ? [[language, rest[language]]] : []))),
});

/** The terms that secretariats see, change and add to. */
export const shippedTerms: readonly Term[] = read<Written>('domain').map(termOf);

/** Names that come from lists others keep: goals, organizations, regions and countries. They are not edited here. */
export const names: readonly Term[] = [
  ...read<Written & { goal: number }>('goals').map(({ goal, ...rest }) => termOf({ ...rest, id: `goal-${goal}`, source: 'A/RES/70/1' })),
  ...read<Written>('organizations').map((row) => termOf({ ...row, id: `organization-${row.id}`, source: 'Chart of the United Nations System' })),
  ...regions.map(({ slug, names: words }) => ({ id: `region-${slug}`, words: words as Term['words'], narrower: [], same: true, source: 'CLDR, M49' })),
  ...Object.keys(countries.getAlpha2Codes()).map((code) => ({
    id: `country-${code}`,
    words: Object.fromEntries(languages.map((language) => [language, [countryName(code, language)]])),
    narrower: [],
    same: false,
    source: 'CLDR',
  })),
];

/** The shipped terms with the changes of this installation: a changed one stands in the place of the shipped one, a removed one is gone. */
export function withChanges(changes: readonly { id: string; term: Term | null }[]): Term[] {
  const byId = new Map<string, Term>(shippedTerms.map((term) => [term.id, term]));
  for (const { id, term } of changes) {
    if (term) byId.set(id, term);
    else byId.delete(id);
  }
  return [...byId.values()];
}

/** The terms that lead back to the first one by way of narrower terms, in their order; null where there is no such way. */
export function cycleOf(terms: readonly Term[], from: string): string[] | null {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const seen = new Set<string>();
  const walk = (id: string, way: string[]): string[] | null => {
    for (const next of byId.get(id)?.narrower ?? []) {
      if (next === from) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(from, [from]);
}

/** All narrower terms of a term, each once, also where the table has a cycle. */
export function narrowerOf(byId: ReadonlyMap<string, Term>, term: Term): Term[] {
  const found = new Map<string, Term>();
  const open = [...term.narrower];
  while (open.length > 0) {
    const next = byId.get(open.pop() as string);
    if (!next || next.id === term.id || found.has(next.id)) continue;
    found.set(next.id, next);
    open.push(...next.narrower);
  }
  return [...found.values()];
}

/** What a word of the table is also looked for as: 0 costs nothing, 1 comes after what was typed. */
export type Meaning = { word: string; others: { word: string; cost: number }[] };

/**
 * What each word of the table may stand for: the English words of its term, which are those of the library, other words of
 * its own language, and the words of narrower terms.
 */
export function meaningsOf(terms: readonly Term[]): Meaning[] {
  const byId = new Map(terms.map((term) => [term.id, term]));
  return terms.flatMap((term) => {
    const english = term.words.en ?? [];
    const narrower = narrowerOf(byId, term).flatMap((each) => (each.words.en ?? []).map((word) => ({ word, cost: 1 })));
    return languages.flatMap((language) =>
      (term.words[language] ?? []).flatMap((word): Meaning[] => {
        // Of English words the first one is what the others mean; what those have in common is less sure.
        const own = (term.words[language] ?? []).map((other, index) => ({ word: other, cost: language === 'en' && index > 0 ? 1 : 0 }));
        const main = english.map((other, index) => ({ word: other, cost: index === 0 || term.same ? 0 : 1 }));
        const others = [...(language === 'en' ? (term.same ? own : []) : [...main, ...own]), ...narrower].filter((other) => other.word !== word);
        return others.length > 0 ? [{ word, others }] : [];
      }),
    );
  });
}

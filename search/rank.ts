import type { SearchHit } from './engine.ts';
import { markedIn, Matcher, type Place } from './matcher.ts';
import { APART, type QueryTerm } from './query-terms.ts';
import { clean, type Token, tokens } from './words.ts';

// In which order the best candidates stand.

/** A record as it is ordered and shown; `rank` is what ts_rank gave it, more is better. */
export type Candidate = {
  id: string;
  kind: SearchHit['kind'];
  slug: string;
  title: string;
  summary: string;
  keywords: string;
  body: string;
  rank: number;
  facetKeys?: string[] | null;
  past?: boolean;
  /** 1 where it was found by a guess alone, else 0. */
  near?: number;
};

/** The texts of a candidate that are searched, in the order of their weight. */
export const fields = ['title', 'summary', 'keywords', 'body'] as const;
/** How far apart two words count at most, in words. */
const FAR = 8;

// Only used to see whether a query covers a title; whether a word is searched is for the database to say.
const small = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** Whether the marked words are all words of the title, of the title without what is in brackets, or of what is in them. */
function coversTitle(title: string, words: Token[], marked: Set<number>): boolean {
  const open = title.indexOf('(');
  const close = title.indexOf(')', open);
  const inside = (token: Token) => open >= 0 && token.start > open && (close < 0 || token.start < close);
  const covered = (choose: (token: Token) => boolean) => {
    const wanted = words.flatMap((token, index) => (choose(token) && !small.has(token.word) ? [index] : []));
    return wanted.length > 0 && wanted.every((index) => marked.has(index));
  };
  return covered(() => true) || (open >= 0 && (covered((token) => !inside(token)) || covered(inside)));
}

/**
 * How far what was typed names the record: 0 it is the whole title, 1 the title begins with it ("A/CN.9/1012 Legal
 * issues", but not "A/CN.9/1012/Add.1"), 2 it is one of the names among the keywords, 3 none of it.
 */
function naming(texts: string[], words: Token[][], typed: string[], whole: boolean): number {
  if (whole) return 0;
  const begins = (list: Token[], from = 0) => typed.length > 0 && typed.every((word, index) => list[from + index]?.word === word);
  const title = words[0] ?? [];
  if (begins(title) && /^([\s,:;)]|$)/.test((texts[0] ?? '').slice(title[typed.length - 1]?.end ?? 0))) return 1;
  let at = 0;
  for (const name of (texts[2] ?? '').split(' · ')) {
    const count = tokens(name).length;
    if (count === typed.length && begins(words[2] ?? [], at)) return 2;
    at += count;
  }
  return 3;
}

/**
 * How far a kind is from what people mostly look for, in fields: a project found by its summary comes before a standard
 * found by its title. A kind that was asked for by name is as near as any, and so is what has several of the words in its title.
 */
const distances: Partial<Record<SearchHit['kind'], number>> = { PROJECT: 0, LESSON: 0.5, STANDARD: 1.25, REFERENCE: 1.25, SOURCE: 1.75 };
const ELSE = 0.75;
const calledFor: Partial<Record<SearchHit['kind'], RegExp>> = {
  LESSON: /^lessons?$/,
  STANDARD: /^(standards?|iso|iec|itu|ieee|norms?)$/,
  REFERENCE: /^(law|laws|legal|funding|fund|principles?|platforms?|governance|guide|guidance|courses?|resolution|paper)$/,
  SOURCE: /^(sources?|documents?|reports?)$/,
  GLOSSARY_TERM: /^(definitions?|glossary|mean|means|meaning)$/,
  VENDOR: /^(vendors?|suppliers?|providers?|compan(y|ies)|firms?)$/,
  RISK: /^risks?$/,
  MITIGATION: /^mitigations?$/,
  RECOMMENDATION: /^(recommendations?|rec)$/,
  GOAL: /^(sdgs?|goals?|targets?)$/,
  ORGANIZATION: /^(organi[sz]ations?|agenc(y|ies))$/,
};
const distanceOf = (kind: SearchHit['kind'], { typed }: Matcher) => (typed.some((word) => calledFor[kind]?.test(word)) ? 0 : (distances[kind] ?? ELSE));

/** How many words stand between each typed word and the next, added up; the closest places of the same field count. */
function closeness(slots: number[], places: Place[][][]): number {
  let sum = 0;
  for (let index = 1; index < slots.length; index++) {
    let best = FAR;
    for (const field of places) {
      const left = field[slots[index - 1] ?? 0] ?? [];
      const right = field[slots[index] ?? 0] ?? [];
      for (const a of left.slice(0, 40)) {
        for (const b of right.slice(0, 40)) {
          const step = b.first - a.first;
          if (step === 0) continue;
          const gap = step > 0 ? step - 1 : -step;
          if (gap < best) best = gap;
        }
      }
    }
    sum += best;
  }
  return sum;
}

/**
 * Brings the candidates into their final order, which compares, one after the other: found as typed before found by a guess,
 * words found, guesses needed, whether the query names the record (see naming), field with the kind of record, closeness, words as typed, references after what they refer to, length
 * of the title, ts_rank, id.
 */
export function rank(candidates: Candidate[], units: QueryTerm[]): Candidate[] {
  const matcher = new Matcher(units);
  const scored = candidates.map((candidate) => ({ candidate, order: orderOf(candidate, matcher) }));
  scored.sort((a, b) => {
    for (let index = 0; index < a.order.length; index++) {
      const difference = (a.order[index] ?? 0) - (b.order[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return a.candidate.id < b.candidate.id ? -1 : 1;
  });
  return scored.map(({ candidate }) => candidate);
}

/** The field of the units, on average. */
const fieldOf = (attributes: ReadonlyMap<number, number>) => [...attributes.values()].reduce((sum, field) => sum + field, 0) / Math.max(1, attributes.size);

type Best = { place: Place; field: number };
const cheapest = (places: Place[][][], slot: number): Best | null => {
  let result: Best | null = null;
  for (let field = 0; field < places.length; field++) {
    for (const place of places[field]?.[slot] ?? []) if (!result || place.alternative.cost < result.place.alternative.cost) result = { place, field };
  }
  return result;
};

/** The numbers by which a candidate is ordered; the first that differs decides, less is better. */
function orderOf(candidate: Candidate, matcher: Matcher): number[] {
  const wholes = new Map(matcher.slots.flatMap(({ unit, part }, slot) => (part < 0 ? [[unit, slot] as const] : [])));
  const texts = [candidate.title, candidate.summary, candidate.keywords].map(clean);
  const words = texts.map(tokens);
  const places = words.map((list) => matcher.find(list));
  // The body is read only where something is still missing: most of what is found well is found before it.
  const missing = matcher.slots.some(
    ({ unit, part }, slot) =>
      part >= 0 && (cheapest(places, slot)?.place.alternative.cost ?? 9) > 0 && (cheapest(places, wholes.get(unit) ?? -1)?.place.alternative.cost ?? 9) > 0,
  );
  if (missing) places.push(matcher.find(tokens(clean(candidate.body))));

  let found = 0;
  let cost = 0;
  let exact = 0;
  let titleComplete = true;
  // By unit, so that a name of four words does not count four times.
  const attributes = new Map<number, number>();
  const order: number[] = [];
  const isApart = (unit: number, whole: Best | null) =>
    matcher.units[unit]?.term === true &&
    whole?.place.alternative.cost !== 0 &&
    !matcher.slots.every(({ unit: other, part }, slot) => other !== unit || part < 0 || (places[0]?.[slot]?.length ?? 0) > 0);
  matcher.slots.forEach(({ unit, part }, slot) => {
    if (part < 0) return;
    order.push(slot);
    const own = cheapest(places, slot);
    const wholeSlot = wholes.get(unit) ?? -1;
    const whole = cheapest(places, wholeSlot);
    const required = matcher.units[unit]?.parts[part]?.required ?? true;
    const chosen = whole && (!own || whole.place.alternative.cost < own.place.alternative.cost) ? whole : own;
    const inTitle = (places[0]?.[slot]?.length ?? 0) > 0 || (places[0]?.[wholeSlot]?.length ?? 0) > 0;
    if (required && !inTitle) titleComplete = false;
    if (!chosen) {
      attributes.set(unit, fields.length);
      return;
    }
    found++;
    cost += chosen.place.alternative.cost;
    if (chosen === own && part === 0 && isApart(unit, whole)) cost += APART;
    const nearest = whole && whole.place.alternative.cost === chosen.place.alternative.cost ? Math.min(whole.field, chosen.field) : chosen.field;
    if (required) attributes.set(unit, Math.max(attributes.get(unit) ?? 0, nearest));
    if (own?.place.alternative.cost === 0 && (places[own.field]?.[slot] ?? []).some(({ alternative }) => alternative.how === 'exact')) exact++;
  });
  const whole = titleComplete && coversTitle(texts[0] ?? '', words[0] ?? [], markedIn(places[0]));
  const named = naming(texts, words, matcher.typed, whole);
  const distance = titleComplete && attributes.size > 1 ? 0 : distanceOf(candidate.kind, matcher);
  return [
    candidate.near ?? 0,
    -found,
    cost,
    // A document is asked for less often than what it tells of.
    named + (candidate.kind === 'SOURCE' && named < 2 ? 1 : 0),
    candidate.past ? 1 : 0,
    (named === 2 ? Math.min(1, fieldOf(attributes)) : fieldOf(attributes)) + distance,
    closeness(order, places),
    -exact,
    candidate.kind === 'REFERENCE' ? 1 : 0,
    (words[0] ?? []).length,
    -candidate.rank,
  ];
}

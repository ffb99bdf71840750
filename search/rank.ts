import type { Match, SearchHit } from './engine.ts';

// The part of the embedded engine that needs no database: what a query means, in which order the best candidates stand,
// why each matched, and what is marked. Words here are folded: lower case, no accents, letters and digits only.

/** A word to look for; `gap` is its distance from the one before it in the same phrase. */
export type Term = { word: string; prefix: boolean; gap: number };
/**
 * One way in which what was typed may stand in a text: a word, or several that follow each other.
 * Cost orders the ways: 0 as typed, another form of it or its abbreviation, 1 a completion of a word that is complete, or
 * a synonym, 2 for each wrong letter.
 */
export type Alternative = { terms: Term[]; how: Match['how']; cost: number };
/** One typed word. `frequency` is in how many records it stands, as far as it is rare exactly, among those the viewer may see. */
export type Part = { typed: string; required: boolean; frequency: number; alternatives: Alternative[] };
/** Typed words that can also be found as a whole (a joined word, a synonym of several words). Mostly one word and no whole. */
export type Unit = { parts: Part[]; whole: Alternative[]; required: boolean };

export type Candidate = {
  id: string;
  kind: SearchHit['kind'];
  slug: string;
  title: string;
  summary: string;
  keywords: string;
  body: string;
  rank: number;
  past?: boolean;
};

const fields = ['title', 'summary', 'keywords', 'body'] as const;
const FAR = 8;

export const single = (word: string, how: Match['how'], cost: number, prefix = false): Alternative => ({ terms: [{ word, prefix, gap: 1 }], how, cost });

const quote = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
/** A lexeme of the index that is no word, such as "=stage:PILOT", written for a tsquery. */
export const lexeme = quote;

const alternativeQuery = ({ terms }: Alternative) => {
  const [head, ...rest] = terms.map(({ word, prefix, gap }) => ({ text: quote(word) + (prefix ? ':*' : ''), gap }));
  return rest.length === 0 ? (head?.text ?? '') : `(${head?.text}${rest.map(({ text, gap }) => ` <${gap}> ${text}`).join('')})`;
};
const anyOf = (queries: string[]) => (queries.length > 1 ? `(${queries.join(' | ')})` : (queries[0] ?? ''));
const allOf = (queries: string[]) => (queries.length > 1 ? `(${queries.join(' & ')})` : (queries[0] ?? ''));

type Choice = (alternative: Alternative) => boolean;
const isPhrase: Choice = ({ terms }) => terms.length > 1;
const isWord: Choice = ({ terms }) => terms.length === 1;
const ways = (list: Alternative[], choose: Choice) => [...new Set(list.filter(choose).map(alternativeQuery))];
const requiredParts = (unit: Unit) => {
  const required = unit.parts.filter((part) => part.required);
  return required.length > 0 ? required : unit.parts;
};

/** The condition of one unit, with the alternatives that are chosen. */
const unitQuery = (unit: Unit, choose: Choice) =>
  anyOf([allOf(requiredParts(unit).map((part) => anyOf(ways(part.alternatives, choose)))), ...ways(unit.whole, choose)]);
const all: Choice = () => true;

/** The condition that a record must fulfil, as a tsquery; empty when nothing is required. */
export const condition = (units: Unit[], maximum = Number.POSITIVE_INFINITY) =>
  units
    .filter((unit) => unit.required)
    .map((unit) => unitQuery(unit, ({ cost }) => cost <= maximum))
    .join(' & ');

/**
 * The same condition in two that exclude each other: what single words fulfil, and what only a phrase does (empty when
 * there are no phrases). An index knows words, not their order: one phrase in a condition makes Postgres read the vector
 * of every row that it finds, 10 times the work for a broad word.
 */
export function conditions(units: Unit[]): { words: string; phrases: string } {
  const required = units.filter((unit) => unit.required);
  const words = required.map((unit) => unitQuery(unit, isWord)).join(' & ');
  const cases = required.flatMap((unit) => {
    const others = required.filter((other) => other !== unit).map((other) => unitQuery(other, all));
    const parts = requiredParts(unit);
    const withPhrase = parts.flatMap((part) => {
      const phrases = ways(part.alternatives, isPhrase);
      return phrases.length === 0
        ? []
        : [allOf([anyOf(phrases), ...parts.filter((other) => other !== part).map((other) => anyOf(ways(other.alternatives, all)))])];
    });
    const found = [...withPhrase, ...ways(unit.whole, isPhrase)];
    return found.length === 0 ? [] : [allOf([anyOf(found), ...others])];
  });
  return { words, phrases: cases.length === 0 ? '' : `${anyOf(cases)} & !(${words})` };
}

/** What ts_rank is given: everything that was typed, none of it required. */
export const rankQuery = (units: Unit[]) =>
  units.flatMap((unit) => [...unit.parts.flatMap((part) => part.alternatives), ...unit.whole].map(alternativeQuery)).join(' | ');

/** Whether some alternatives are guesses, so that records with what was typed must be asked for first. */
export const guesses = (units: Unit[]) =>
  units.some((unit) => unit.required && [...unit.parts.flatMap((part) => part.alternatives), ...unit.whole].some(({ cost }) => cost > 0));

/**
 * Edits that turn one word into another: insert, delete, replace, change two neighbours (optimal string alignment).
 * With `beginning`, the least for any beginning of `b`, for a word that is not finished.
 * @returns the number of edits, or `limit + 1` when it is more than the limit
 */
export function distance(a: string, b: string, limit: number, beginning = false): number {
  if (a === b) return 0;
  if (!beginning && Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  const result = beginning ? Math.min(...last) : (last[b.length] ?? 0);
  return result > limit ? limit + 1 : result;
}

/** How many wrong letters a word may have: none with digits or under 4 letters, 1 under 8, else 2. */
export const allowedEdits = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2);

const special: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', þ: 'th', ð: 'd', ħ: 'h' };
const folded = new Map<string, string>();
/** The folding of one word for marking; the database folds what is searched (search_fold). */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const result = word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłıþðħ]/g, (letter) => special[letter] ?? letter);
  if (folded.size > 50_000) folded.clear();
  folded.set(word, result);
  return result;
}

export type Token = { word: string; start: number; end: number };
const letters = new Map<number, boolean>();
/** Whether a UTF-16 unit belongs to a word: letters, digits, marks, and halves of what lies beyond the basic plane. */
function inWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  const known = letters.get(code);
  if (known !== undefined) return known;
  const result = (code >= 0xd800 && code <= 0xdfff) || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));
  letters.set(code, result);
  return result;
}
/** The words of a text with their places in it (UTF-16 offsets). Written by hand: it reads tens of texts for each search. */
export function tokens(text: string): Token[] {
  const list: Token[] = [];
  const lower = text.toLowerCase();
  // Lower case has another length only for a few letters; then each word is folded by itself.
  const aligned = lower.length === text.length;
  // The lower-case text lies in one piece; reading letters of one that was put together from pieces is very slow.
  const read = aligned ? lower : text;
  let start = -1;
  let plain = true;
  for (let at = 0; at <= read.length; at++) {
    const code = at < read.length ? read.charCodeAt(at) : 32;
    if (inWord(code)) {
      if (start < 0) {
        start = at;
        plain = true;
      }
      if (code > 127) plain = false;
    } else if (start >= 0) {
      const word = plain && aligned ? lower.slice(start, at) : foldWord(text.slice(start, at));
      if (word !== '') list.push({ word, start, end: at });
      start = -1;
    }
  }
  return list;
}

/** Control characters have no place in text that is shown, and Postgres refuses the null one. */
export const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ');

type Reference = { slot: number; alternative: Alternative; index: number };
/** Where one slot (a typed word, or a whole) stands in one field. */
type Place = { alternative: Alternative; first: number; tokens: number[] };

/** Finds in texts what the units ask for. One per search: it remembers every word it has seen. */
export class Matcher {
  readonly units: Unit[];
  /** One per typed word, then one per unit that can be found as a whole. */
  readonly slots: { unit: number; part: number }[] = [];
  readonly typed: string[];
  readonly #exact = new Map<string, Reference[]>();
  readonly #prefixes: { word: string; reference: Reference }[] = [];
  readonly #seen = new Map<string, Reference[]>();

  constructor(units: Unit[]) {
    this.units = units;
    this.typed = units.flatMap((unit) => unit.parts.map((part) => part.typed));
    const add = (slot: number, alternatives: Alternative[]) => {
      for (const alternative of alternatives) {
        alternative.terms.forEach(({ word, prefix }, index) => {
          const reference = { slot, alternative, index };
          if (prefix) this.#prefixes.push({ word, reference });
          else this.#exact.set(word, [...(this.#exact.get(word) ?? []), reference]);
        });
      }
    };
    units.forEach((unit, index) => {
      unit.parts.forEach((part, partIndex) => {
        this.slots.push({ unit: index, part: partIndex });
        add(this.slots.length - 1, part.alternatives);
      });
    });
    units.forEach((unit, index) => {
      if (unit.whole.length === 0) return;
      this.slots.push({ unit: index, part: -1 });
      add(this.slots.length - 1, unit.whole);
    });
  }

  #references(word: string): Reference[] {
    const known = this.#seen.get(word);
    if (known) return known;
    const prefixes = this.#prefixes.filter((prefix) => word.startsWith(prefix.word)).map(({ reference }) => reference);
    const result = [...(this.#exact.get(word) ?? []), ...prefixes];
    this.#seen.set(word, result);
    return result;
  }

  /** For each slot, where it stands in the text. */
  find(words: Token[]): Place[][] {
    const places: Place[][] = this.slots.map(() => []);
    for (let at = 0; at < words.length; at++) {
      for (const { slot, alternative, index } of this.#references(words[at]?.word ?? '')) {
        if (index !== 0) continue;
        const found = alternative.terms.length === 1 ? [at] : this.#follow(words, at, alternative);
        if (found) places[slot]?.push({ alternative, first: at, tokens: found });
      }
    }
    return places;
  }

  #follow(words: Token[], start: number, alternative: Alternative): number[] | null {
    const found = [start];
    let at = start;
    for (let index = 1; index < alternative.terms.length; index++) {
      at += alternative.terms[index]?.gap ?? 1;
      const fits = this.#references(words[at]?.word ?? '').some((reference) => reference.alternative === alternative && reference.index === index);
      if (!fits) return null;
      found.push(at);
    }
    return found;
  }
}

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
 * Brings the candidates into their final order, which compares, one after the other: words found, guesses needed, whether
 * the query names the record (see naming), field, closeness, words as typed, references after what they refer to, length
 * of the title, ts_rank, id.
 */
export function rank(candidates: Candidate[], units: Unit[]): Candidate[] {
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

/** Says why each record matched and marks it; the order stays. */
export function present(candidates: Candidate[], units: Unit[]): SearchHit[] {
  const matcher = new Matcher(units);
  return candidates.map((candidate) => presentOne(candidate, matcher));
}

const textsOf = (candidate: Candidate) => [candidate.title, candidate.summary, candidate.keywords, candidate.body].map(clean);

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
    const nearest = whole && whole.place.alternative.cost === chosen.place.alternative.cost ? Math.min(whole.field, chosen.field) : chosen.field;
    if (required) attributes.set(unit, Math.max(attributes.get(unit) ?? 0, nearest));
    if (own?.place.alternative.cost === 0 && (places[own.field]?.[slot] ?? []).some(({ alternative }) => alternative.how === 'exact')) exact++;
  });
  const attribute = [...attributes.values()].reduce((sum, field) => sum + field, 0);
  const whole = titleComplete && coversTitle(texts[0] ?? '', words[0] ?? [], markedIn(places[0]));
  return [
    -found,
    cost,
    naming(texts, words, matcher.typed, whole),
    candidate.past ? 1 : 0,
    attribute,
    closeness(order, places),
    -exact,
    candidate.kind === 'REFERENCE' ? 1 : 0,
    (words[0] ?? []).length,
    -candidate.rank,
  ];
}

const markedIn = (field: Place[][] | undefined) => new Set((field ?? []).flatMap((slot) => slot.flatMap((place) => place.tokens)));

function presentOne(candidate: Candidate, matcher: Matcher): SearchHit {
  const texts = textsOf(candidate);
  const words = texts.map(tokens);
  const places = words.map((list) => matcher.find(list));
  const marked = places.map(markedIn);
  const matches: Match[] = [];
  for (let slot = 0; slot < matcher.slots.length; slot++) {
    for (let field = 0; field < fields.length; field++) {
      const first = (places[field]?.[slot] ?? []).reduce<Place | null>(
        (chosen, place) => (!chosen || rankOfHow(place) < rankOfHow(chosen) ? place : chosen),
        null,
      );
      if (!first) continue;
      const from = words[field]?.[first.tokens[0] ?? 0];
      const to = words[field]?.[first.tokens.at(-1) ?? 0];
      if (from && to) matches.push({ field: fields[field] ?? 'body', word: (texts[field] ?? '').slice(from.start, to.end), how: first.alternative.how });
    }
  }
  const title = texts[0] ?? '';
  return {
    id: candidate.id,
    kind: candidate.kind,
    slug: candidate.slug,
    title,
    titleParts: parts(title, words[0] ?? [], marked[0] ?? new Set(), 0, title.length),
    snippet: snippet(texts, words, marked, places),
    matches: distinct(matches),
  };
}

const hows: Match['how'][] = ['exact', 'form', 'prefix', 'synonym', 'typo'];
const rankOfHow = ({ alternative }: Place) => alternative.cost * hows.length + hows.indexOf(alternative.how);
const distinct = (matches: Match[]) => {
  const seen = new Set<string>();
  return matches.filter(({ field, word, how }) => {
    const same = `${field} ${word} ${how}`;
    return seen.has(same) ? false : Boolean(seen.add(same));
  });
};

type Piece = { text: string; marked: boolean };
/** Cuts a text at the marked words; plain text, the reader's side escapes it. */
export function parts(text: string, words: Token[], marked: Set<number>, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const push = (piece: Piece) => {
    if (piece.text !== '') pieces.push(piece);
  };
  for (const index of [...marked].sort((a, b) => a - b)) {
    const token = words[index];
    if (!token || token.start < from || token.end > to || token.start < at) continue;
    push({ text: text.slice(at, token.start), marked: false });
    push({ text: text.slice(token.start, token.end), marked: true });
    at = token.end;
  }
  push({ text: text.slice(at, to), marked: false });
  return pieces;
}

const SNIPPET = 220;
/** The passage of summary or body in which most of the query stands; the beginning of the summary when nothing does. */
function snippet(texts: string[], words: Token[][], marked: Set<number>[], places: Place[][][]): Piece[] {
  let best = { field: texts[1] ? 1 : 3, from: 0, value: 0 };
  for (const field of [1, 3]) {
    const list = (places[field] ?? []).flatMap((slot, index) =>
      slot.map((place) => ({ slot: index, start: words[field]?.[place.first]?.start ?? 0, cost: place.alternative.cost })),
    );
    list.sort((a, b) => a.start - b.start);
    for (let index = 0; index < Math.min(list.length, 200); index++) {
      const start = list[index]?.start ?? 0;
      const inside = list.slice(index, index + 30).filter((entry) => entry.start < start + SNIPPET - 40);
      const slots = new Map<number, number>();
      for (const entry of inside) slots.set(entry.slot, Math.min(entry.cost, slots.get(entry.slot) ?? 9));
      const value = [...slots.values()].reduce((sum, cost) => sum + 10 - Math.min(cost, 5), 0);
      if (value > best.value) best = { field, from: start, value };
    }
  }
  const text = texts[best.field] ?? '';
  const list = words[best.field] ?? [];
  let from = best.from < 60 ? 0 : best.from - 40;
  // Whole sentences read better: begin at one where it is near.
  const sentence = from === 0 ? 0 : text.slice(Math.max(0, best.from - 120), best.from).search(/[.!?]\s+[^.!?]*$/);
  if (from > 0 && sentence >= 0) from = Math.max(0, best.from - 120) + sentence + 1;
  else if (from > 0) from = list.find((token) => token.start >= from)?.start ?? 0;
  while (from < best.from && /\s/.test(text[from] ?? '')) from++;
  let to = Math.min(text.length, from + SNIPPET);
  if (to < text.length) {
    let end = from;
    for (const token of list) if (token.end <= to && token.end > end) end = token.end;
    to = end > from ? end : to;
  }
  const pieces = parts(text, list, marked[best.field] ?? new Set(), from, to);
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (to < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

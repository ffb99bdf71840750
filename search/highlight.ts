import type { Match, SearchHit } from './engine.ts';
import { markedIn, Matcher, type Place } from './matcher.ts';
import { type Candidate, fields } from './rank.ts';
import type { QueryTerm } from './query-terms.ts';
import { clean, type Token, tokens } from './words.ts';

// Why each hit matched, and which of its words are marked.

/** Says why each record matched and marks it; the order stays. */
export function highlight(candidates: Candidate[], units: QueryTerm[]): SearchHit[] {
  const matcher = new Matcher(units);
  return candidates.map((candidate) => presentOne(candidate, matcher));
}

const textsOf = (candidate: Candidate) => [candidate.title, candidate.summary, candidate.keywords, candidate.body].map(clean);

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
    facetKeys: candidate.facetKeys ?? [],
    near: candidate.near === 1,
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
function parts(text: string, words: Token[], marked: Set<number>, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const push = (piece: Piece) => {
    if (piece.text !== '') pieces.push(piece);
  };
  for (const index of [...marked].sort((a, b) => a - b)) {
    const token = words[index];
    if (!token || token.start < from || token.end > to || token.end <= at) continue;
    const last = pieces.at(-1);
    // Pairs of letters overlap; two that are marked are one piece.
    if (last?.marked && token.start <= at) last.text += text.slice(at, token.end);
    else {
      push({ text: text.slice(at, token.start), marked: false });
      push({ text: text.slice(Math.max(at, token.start), token.end), marked: true });
    }
    at = token.end;
  }
  push({ text: text.slice(at, to), marked: false });
  return pieces;
}

const SNIPPET = 220;
/** Labels between sentences, each with a dot (publish.ts): dates, roles, the places a record rests on. */
const labels = /(?<=^|[.!?] )(?:[^.!?·]{1,60} · ?)+(?:[^.!?·]{0,60}$)?/gu;

/** The passage in stretches without the labels, which are of use only where they were asked for; whole where it has nothing else. */
function stretches(text: string, from: number, to: number, marked: number[]): [from: number, to: number][] {
  const kept: [number, number][] = [];
  let at = from;
  // A little beyond the end, so that a label is known by its dot where the passage ends within it.
  for (const { index, 0: run } of text.slice(from, to + 80).matchAll(labels)) {
    const start = from + index;
    if (start >= to) break;
    const end = Math.min(to, start + run.length);
    if (marked.some((place) => place >= start && place < end)) continue;
    if (start > at) kept.push([at, start]);
    at = end;
  }
  if (to > at) kept.push([at, to]);
  return kept.length > 0 ? kept : [[from, to]];
}

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
      // A summary says what a record is; another passage is shown only where it has a word more.
      const value = [...slots.values()].reduce((sum, cost) => sum + 10 - Math.min(cost, 5), field === 1 ? 8 : 0);
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
  const shown = marked[best.field] ?? new Set();
  const at = list.flatMap(({ start }, index) => (shown.has(index) ? [start] : []));
  const pieces = stretches(text, from, to, at).flatMap(([start, end]) => parts(text, list, shown, start, end));
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (to < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

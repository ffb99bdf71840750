import type { Word } from './plan.ts';
import type { Synonyms } from './synonym-terms.ts';
import { type Part, single, type QueryTerm } from './query-terms.ts';
import { allowedEdits, distance, isDense } from './words.ts';

// From what the library knows of the typed words to what each of them may mean.

/** A neighbour this many times as frequent counts as the word: a large library contains typos too. */
const FAR_MORE_FREQUENT = 50;
const MORE_FREQUENT = 10;
/** A word in at most so many records may still be a typo of a far more frequent one. */
const FEW = 3;

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
  return { typed: word, required: !entry.stop || name, frequency: live, common: entry.common, alternatives };
}

/** Words that only join others, in the other languages of the United Nations; folded. They order and are not required. */
const joining = new Set(
  'de du des la le les un une et en au aux pour par sur dans avec l d qu el los las del y e con por para sobre una su al и в во на для по с со о об от из к у а из-за не في من على عن الى مع و او 的 和 与 在 了 是 中'.split(
    ' ',
  ),
);

/** A pair of letters that only lies between two words of such a language, or over the edge of one: "人现" of "难民现金". */
function isSeam(words: Word[], at: number, covered: ReadonlySet<number>): boolean {
  const { word } = words[at] as Word;
  if (!isDense(word) || [...word].length !== 2) return false;
  const [first, last] = [...word];
  const before = covered.has(at - 1) && [...(words[at - 1]?.word ?? '')].at(-1) === first;
  const after = covered.has(at + 1) && [...(words[at + 1]?.word ?? '')][0] === last;
  return before || after;
}

/** The places of words that belong to a known term, as unitsOf will find them. */
function termsAt(words: Word[], known: Synonyms): Set<number> {
  const places = new Set<number>();
  for (let at = 0; at < words.length; ) {
    const found = (known.get((words[at] as Word).stem) ?? []).find(({ stems }) => stems.every((stem, index) => words[at + index]?.stem === stem));
    const length = found?.stems.length ?? 0;
    for (let index = 0; index < length; index++) places.add(at + index);
    at += Math.max(1, length);
  }
  return places;
}

/** What stood in quotation marks: its words one after the other, as they are. */
function quotedUnit(run: Word[]): QueryTerm {
  const all = run.map((entry, index) => ({ ...entry, index }));
  const kept = all.filter(({ stop }) => !stop);
  const terms = (kept.length > 0 ? kept : all).map(({ word, index }, at, list) => ({
    word,
    prefix: false,
    gap: at === 0 ? 1 : index - (list[at - 1]?.index ?? 0),
  }));
  const typed = run.map(({ word }) => word).join(' ');
  const frequency = Math.min(...run.map(({ live, stop }) => (stop ? Number.POSITIVE_INFINITY : live)));
  const part = { typed, required: true, frequency: Number.isFinite(frequency) ? frequency : 0, common: false };
  return { parts: [{ ...part, alternatives: [{ terms, how: 'exact', cost: 0 }] }], whole: [], required: true };
}

/** "SDG 16.9" is target 16.9, which belongs to goal 16. */
const target = /^([1-9]|1[0-7])\.[0-9]{1,2}$/;

/**
 * Turns typed words into units. Several words that have a synonym become one unit; two that are written as one somewhere
 * too. A short last word only orders, unless it is a number or has synonyms: every title has a word with "s".
 */
export function expandTerms(words: Word[], known: Synonyms, options: { widely: boolean; raw: Set<string> }): QueryTerm[] {
  const units: QueryTerm[] = [];
  const seen = new Set<string>();
  const covered = termsAt(words, known);
  const joins = (at: number) => joining.has((words[at] as Word).word) && !options.raw.has((words[at] as Word).word.toUpperCase());
  const onlyJoining = words.every((_, index) => joins(index) || words[index]?.stop);
  let at = 0;
  while (at < words.length) {
    const entry = words[at] as Word;
    if (entry.quoted !== null) {
      const run = words.slice(at).findIndex(({ quoted }) => quoted !== entry.quoted);
      const length = run < 0 ? words.length - at : run;
      units.push(quotedUnit(words.slice(at, at + length)));
      at += length;
      continue;
    }
    const synonym = (known.get(entry.stem) ?? []).find(({ stems }) => stems.every((stem, index) => words[at + index]?.stem === stem));
    const length = synonym?.stems.length ?? 1;
    if (synonym && length > 1) {
      units.push({
        parts: words.slice(at, at + length).map((each) => partOf(each, options)),
        whole: [synonym.own, ...synonym.alternatives],
        required: true,
        term: true,
      });
      at += length;
      continue;
    }
    const next = words[at + 1];
    const part = partOf(entry, options);
    if (synonym) part.alternatives.push(...synonym.alternatives);
    const goal = target.exec(entry.word)?.[1];
    if (goal) part.alternatives.push(single(`sdg${goal}`, 'synonym', 1));
    if (
      (joins(at) && !onlyJoining) ||
      (!covered.has(at) && isSeam(words, at, covered)) ||
      (next && target.test(next.word) && /^(sdgs?|goals?|targets?)$/.test(entry.word))
    )
      part.required = false;
    const nearJoined = (entry.joined_near ?? []).filter((word) => distance(entry.word + (next?.word ?? ''), word, 1) <= 1);
    if (next && next.quoted === null && part.required && (entry.joined || nearJoined.length > 0)) {
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
  // "Projects in Kenya": what is looked for is mostly not called so.
  const subjects = units.filter((unit) => unit.required && !unit.parts.every(({ typed }) => /^projects?$/.test(typed)));
  if (subjects.length > 0 && units.length > 1)
    for (const unit of units)
      if (!unit.term && unit.parts.length === 1 && /^projects$/.test(unit.parts[0]?.typed ?? '')) (unit.parts[0] as Part).required = false;
  for (const unit of units) unit.required = unit.parts.some((part) => part.required);
  return units;
}

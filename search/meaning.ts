import type { Word } from './plan.ts';
import type { Synonyms } from './synonym-terms.ts';
import { type Part, single, type Unit } from './unit.ts';
import { allowedEdits, distance } from './words.ts';

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

/**
 * Turns typed words into units. Several words that have a synonym become one unit; two that are written as one somewhere
 * too. A short last word only orders, unless it is a number or has synonyms: every title has a word with "s".
 */
export function unitsOf(words: Word[], known: Synonyms, options: { widely: boolean; raw: Set<string> }): Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const entry = words[at] as Word;
    const synonym = (known.get(entry.stem) ?? []).find(({ stems }) => stems.every((stem, index) => words[at + index]?.stem === stem));
    const length = synonym?.stems.length ?? 1;
    if (synonym && length > 1) {
      units.push({ parts: words.slice(at, at + length).map((each) => partOf(each, options)), whole: synonym.alternatives, required: true });
      at += length;
      continue;
    }
    const next = words[at + 1];
    const part = partOf(entry, options);
    if (synonym) part.alternatives.push(...synonym.alternatives);
    const nearJoined = (entry.joined_near ?? []).filter((word) => distance(entry.word + (next?.word ?? ''), word, 1) <= 1);
    if (next && (entry.joined || nearJoined.length > 0)) {
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
  for (const unit of units) unit.required = unit.parts.some((part) => part.required);
  return units;
}

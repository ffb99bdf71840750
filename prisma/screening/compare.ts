import { edits } from './distance.ts';
import type { Name, NameKind, Word } from './words.ts';

/** How a word of one name answers to words of the other. */
export type PairWhy =
  /** The same letters. */
  | 'SAME'
  /** The same sound, otherwise written. */
  | 'SOUND'
  /** The same consonants, where one script writes no vowels. */
  | 'CONSONANTS'
  /** Other letters, few of them. */
  | 'SPELLING'
  /** One word here, several there. */
  | 'JOINED'
  | 'INITIAL'
  | 'SHORTENED'
  /** Another number. */
  | 'NUMBER'
  /** Stands in the one name alone. */
  | 'MISSING'
  /** Legal form, title: does not tell names apart. */
  | 'LEFT_OUT';
/** Words of the first and of the second name that answer to each other, and how alike they are from 0 to 1. */
export type Pair = { first: string; second: string; why: PairWhy; alike: number };
export type Comparison = { score: number; pairs: Pair[] };

/** What was tried for these is in docs/decisions/033. */
const rules = {
  /** What a word that stands for another costs, in words. */
  replaced: 2.5,
  /** What a word that is missing costs, in words: of a person, of an organization. */
  missing: { PERSON: 0.25, ORGANIZATION: 0.75 },
  initial: 0.75,
  shortened: 0.65,
  number: 0.5,
  joined: 0.97,
  sound: 0.97,
  consonants: 0.92,
  few: 0.1,
  /** Words less alike than this are other words. */
  least: 0.5,
  form: 0.02,
};

type Found = { i: number; j: number; alike: number; why: PairWhy };

/** How alike two words are, from 0 to 1. */
function wordsAlike(a: Word, b: Word, vowelless: boolean): { alike: number; why: PairWhy } {
  if (a.text === b.text) return { alike: 1, why: 'SAME' };
  if (a.sound === b.sound) return { alike: rules.sound, why: 'SOUND' };
  const short = a.text.length < b.text.length ? a : b;
  const long = short === a ? b : a;
  if (short.text.length === 1) return long.text.startsWith(short.text) ? { alike: rules.initial, why: 'INITIAL' } : { alike: 0, why: 'SPELLING' };
  if (a.number || b.number) return { alike: a.number && b.number ? rules.number : 0, why: 'NUMBER' };
  let alike = 0;
  let why: PairWhy = 'SPELLING';
  const length = long.text.length;
  const most = (0.5 * length + 0.5) * (1 - rules.least);
  const raw = Math.min(edits(a.text, b.text, most), edits(a.sound, b.sound, most) + 0.2);
  if (raw < most) alike = 1 - raw / (0.5 * length + 0.5);
  if (vowelless) {
    const bones = Math.max(a.bones.length, b.bones.length);
    const apart = a.bones === b.bones ? 0 : edits(a.bones, b.bones, bones);
    // Two consonants are those of many words.
    const said = rules.consonants * (1 - apart / (0.6 * bones + 0.4)) - (bones < 3 ? rules.few : 0);
    if (said > alike) {
      alike = said;
      why = 'CONSONANTS';
    }
  }
  if (short.text.length >= 3 && long.text.startsWith(short.text) && alike < rules.shortened) {
    alike = rules.shortened;
    why = 'SHORTENED';
  }
  return { alike, why };
}

const joinedSound = (words: Word[], from: number, count: number) => {
  let text = '';
  for (let index = from; index < from + count; index++) text += words[index]?.sound;
  return text;
};

/**
 * Compares two names word by word.
 * @param kind what the second name is of, where it is known: of a person words are often left out, of an organization they tell apart
 * @returns a score from 0 (other names) to 1 (the same), and what it is made of
 */
export function compareNames(first: Name, second: Name, kind: NameKind): Comparison {
  const a = first.words.filter((word) => word.weight > 0);
  const b = second.words.filter((word) => word.weight > 0);
  const vowelless = first.vowelless !== second.vowelless;
  const freeA = new Uint8Array(a.length).fill(1);
  const freeB = new Uint8Array(b.length).fill(1);
  const pairs: Pair[] = [];
  let good = 0;
  let weight = 0;
  const take = (from: number, many: number, at: number, others: number, alike: number, why: PairWhy) => {
    let sum = 0;
    for (let index = from; index < from + many; index++) {
      freeA[index] = 0;
      sum += (a[index] as Word).weight;
    }
    let other = 0;
    for (let index = at; index < at + others; index++) {
      freeB[index] = 0;
      other += (b[index] as Word).weight;
    }
    const counted = Math.max(sum, other);
    good += alike * counted;
    weight += counted;
    pairs.push({
      first: a.slice(from, from + many).map(({ text }) => text).join(' '),
      second: b.slice(at, at + others).map(({ text }) => text).join(' '),
      why,
      alike,
    }); // biome-ignore format: a pair
  };
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) if (freeA[i] && freeB[j] && (a[i] as Word).text === (b[j] as Word).text) take(i, 1, j, 1, 1, 'SAME');
  joinWords(a, b, freeA, freeB, (i, j, many, alike, why) => take(i, 1, j, many, alike, why));
  joinWords(b, a, freeB, freeA, (j, i, many, alike, why) => take(i, many, j, 1, alike, why));
  const found: Found[] = [];
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      if (!freeA[i] || !freeB[j]) continue;
      const { alike, why } = wordsAlike(a[i] as Word, b[j] as Word, vowelless);
      if (alike >= rules.least) found.push({ i, j, alike, why });
    }
  found.sort((one, other) => other.alike - one.alike || Math.abs(one.i - one.j) - Math.abs(other.i - other.j));
  for (const { i, j, alike, why } of found) if (freeA[i] && freeB[j]) take(i, 1, j, 1, alike, why);
  let onlyA = 0;
  let onlyB = 0;
  for (let i = 0; i < a.length; i++) if (freeA[i]) onlyA += (a[i] as Word).weight;
  for (let j = 0; j < b.length; j++) if (freeB[j]) onlyB += (b[j] as Word).weight;
  const replaced = Math.min(onlyA, onlyB);
  const missing = Math.abs(onlyA - onlyB);
  const each = kind ? rules.missing[kind] : (rules.missing.PERSON + rules.missing.ORGANIZATION) / 2;
  const whole = weight + rules.replaced * replaced + each * missing;
  let score = whole === 0 ? 0 : good / whole;
  if (first.form && second.form && first.form !== second.form) score -= rules.form;
  for (let i = 0; i < a.length; i++) if (freeA[i]) pairs.push({ first: (a[i] as Word).text, second: '', why: 'MISSING', alike: 0 });
  for (let j = 0; j < b.length; j++) if (freeB[j]) pairs.push({ first: '', second: (b[j] as Word).text, why: 'MISSING', alike: 0 });
  return { score: Math.max(0, score), pairs };
}

/** The legal forms and titles of both names, which do not count. */
export const leftOut = (first: Name, second: Name): Pair[] => {
  const of = (name: Name) => name.words.filter(({ weight }) => weight === 0).map(({ text }) => text);
  return [
    ...of(first).map((text): Pair => ({ first: text, second: '', why: 'LEFT_OUT', alike: 0 })),
    ...of(second).map((text): Pair => ({ first: '', second: text, why: 'LEFT_OUT', alike: 0 })),
  ];
};

/** Words of `a` that stand in `b` as two to four, and initials that stand for as many. */
function joinWords(
  a: Word[],
  b: Word[],
  freeA: Uint8Array,
  freeB: Uint8Array,
  take: (i: number, j: number, many: number, alike: number, why: PairWhy) => void,
): void {
  for (let i = 0; i < a.length; i++) {
    const { text: word, sound } = a[i] as Word;
    if (!freeA[i] || word.length < 2) continue;
    next: for (let j = 0; j + 1 < b.length; j++) {
      for (let many = 2; many <= 4 && j + many <= b.length; many++) {
        if (!freeB[j] || !freeB[j + many - 1]) break;
        if (many === word.length && word.length <= 3) {
          let all = true;
          for (let index = 0; index < many; index++) all &&= (b[j + index] as Word).text[0] === word[index];
          if (all) {
            take(i, j, many, rules.initial, 'INITIAL');
            break next;
          }
        }
        const joined = joinedSound(b, j, many);
        if (Math.abs(joined.length - sound.length) > 2) continue;
        const apart = joined === sound ? 0 : edits(joined, sound, 1.3);
        if (apart < 1.3 && word.length >= 4) {
          take(i, j, many, rules.joined - apart / (0.5 * word.length + 0.5), 'JOINED');
          break next;
        }
      }
    }
  }
}

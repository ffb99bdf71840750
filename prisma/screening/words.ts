import { formWords, fillers, particles, phrases, titles } from './forms.ts';
import { bonesOf, latin, soundOf } from './letters.ts';

/** What a word of a name is: what tells the name apart, or what names share. */
type WordKind = 'NAME' | 'FORM' | 'TITLE' | 'PARTICLE';
export type Word = {
  text: string;
  kind: WordKind;
  sound: string;
  bones: string;
  number: boolean;
  /** How much it counts among the words of the name. */
  weight: number;
};
/** Person, organization, or what the list does not tell. */
export type NameKind = 'PERSON' | 'ORGANIZATION' | null;
export type Name = {
  /** As it was written. */
  written: string;
  words: Word[];
  /** Words that tell the name apart, in their order. */
  main: Word[];
  /** The form of the company, canonical; empty where none is said. */
  form: string;
  vowelless: boolean;
};

const digits: Record<string, string> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's' };
/** "Sech1n" is read as "Sechln": a digit amid letters stands for the letter that it looks like. */
const unmasked = (word: string) =>
  /^(?=.*[a-z]{2})[a-z]+\d[a-z\d]*[a-z]+$|^[a-z]+\d[a-z]+$/.test(word) ? word.replace(/\d/g, (digit) => digits[digit] ?? digit) : word;

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberOf = new Map([...ones.map((word, index) => [word, index] as const), ...tens.map((word, index) => [word, 20 + index * 10] as const)]);
/** Numbers in English words as digits. "One" stays a word: brands have it. */
function countedOut(words: string[]): string[] {
  const out: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const number = numberOf.get(words[index] as string);
    const next = numberOf.get(words[index + 1] ?? '');
    if (number === undefined || number < 2) out.push(words[index] as string);
    else if (number >= 20 && next !== undefined && next > 0 && next < 10) {
      out.push(String(number + next));
      index++;
    } else out.push(String(number));
  }
  return out;
}

const weights: Record<WordKind, number> = { NAME: 1, FORM: 0, TITLE: 0, PARTICLE: 0.2 };
const wordOf = (text: string, kind: WordKind): Word => {
  const sound = soundOf(text);
  return { text, kind, sound, bones: bonesOf(sound), number: /^\d/.test(text), weight: kind === 'NAME' && fillers.has(text) ? 0.7 : weights[kind] };
};

/** Takes a name apart: its script, the form of the company, titles, particles, and the words that tell it apart. */
export function readName(written: string): Name {
  const { text, vowelless } = latin(written);
  const tokens = countedOut(text.split(' ').filter(Boolean).map(unmasked));
  const words: Word[] = [];
  const forms: string[] = [];
  for (let index = 0; index < tokens.length; ) {
    const phrase = phrases.find(({ tokens: of }) => of.every((one, at) => tokens[index + at] === one));
    if (phrase) {
      words.push(wordOf(phrase.tokens.join(' '), 'FORM'));
      forms.push(phrase.form);
      index += phrase.tokens.length;
      continue;
    }
    const token = tokens[index++] as string;
    const form = formWords.get(token);
    if (form) forms.push(form);
    words.push(wordOf(token, form ? 'FORM' : titles.has(token) ? 'TITLE' : particles.has(token) ? 'PARTICLE' : 'NAME'));
  }
  const main = words.filter(({ kind }) => kind === 'NAME');
  // "The Company Ltd" is a name too.
  if (main.length === 0) for (const word of words) Object.assign(word, { kind: 'NAME', weight: 1 });
  return {
    written,
    words,
    main: main.length > 0 ? main : words,
    form: forms
      .filter((one) => one !== 'company')
      .sort()
      .join(' '),
    vowelless,
  };
}

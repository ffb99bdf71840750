import anyAscii from 'any-ascii';

/** Scripts that write no short vowels (Arabic, Hebrew, Syriac): names in them are compared by their consonants. */
const vowelless = /[\u0590-\u05ff\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
/** Each sign of these is a syllable or a word of its own; nothing stands between them. */
const syllables = /[\p{Script=Han}\p{Script=Hangul}]/gu;
const marks = /[\u064b-\u065f\u0670\u0640\u0591-\u05c7]/gu;

/** Arabic letters as names in Latin letters have them; any-ascii writes them as a scholar would ("`bd llh"). */
const arabic: Record<string, string> = {
  ا: 'a', أ: 'a', إ: 'i', آ: 'a', ى: 'a', ع: 'a', ء: '', ئ: 'i', ؤ: 'u', ة: 'a', و: 'w', ي: 'y', ی: 'y', ش: 'sh', خ: 'kh', غ: 'gh', ث: 'th', ذ: 'dh', ح: 'h', ص: 's', ض: 'd', ط: 't', ظ: 'z', ق: 'q', ج: 'j', چ: 'ch', ژ: 'zh', پ: 'p', گ: 'g',
}; // biome-ignore format: one table

/** A text in small Latin letters, and whether it came without its short vowels. */
export type Latin = { text: string; vowelless: boolean };

/** Writes a name of any script in the letters a to z, digits and single spaces between its words. */
export function latin(name: string): Latin {
  const whole = name.normalize('NFKC');
  const without = vowelless.test(whole);
  const letters = without ? whole.replace(marks, '').replace(/[\u0600-\u06ff]/gu, (letter) => arabic[letter] ?? letter) : whole;
  const spaced = letters.replace(syllables, (sign) => ` ${sign} `);
  const text = anyAscii(spaced)
    .toLowerCase()
    // "L.L.C." and "p. l. c." are one word, "Al-Qa'ida" two.
    .replace(/['`’"]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\b([a-z])\.\s?(?=[a-z](?:\.|\b))/g, '$1')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  // The sign for w is a vowel where no vowel follows it.
  return { text: without ? text.replace(/w(?![aeiouy])/g, 'u') : text, vowelless: without };
}

const sounds: [RegExp, string][] = [
  // Ways to write one sound, from the many Latin spellings of Arabic, Slavic, Chinese and Korean names.
  [/sch|shch|sh/g, 'S'],
  [/tS|tch|ch|cz/g, 'C'],
  [/zh|dzh|dj|dz/g, 'j'],
  [/kh|gh|qu|ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/^hs|^x/g, 's'],
  [/x/g, 'ks'],
  [/ts|tz/g, 'z'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/(?<=[aeiou])w(?![aeiou])/g, 'u'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** How a word of latin letters sounds, roughly: spellings of one sound alike, no letter doubled. Capitals stand for sounds that Latin writes with two letters. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [spelling, one] of sounds) sound = sound.replace(spelling, one);
  return sound;
}

const classes: Record<string, string> = { p: 'b', f: 'v', g: 'k', j: 'k', z: 's', d: 't', S: 's', C: 'k' };
/** The consonants of a sound, alike where languages confuse them; a word without consonants keeps its first letter. */
export function bonesOf(sound: string): string {
  let bones = '';
  for (let index = 0; index < sound.length; index++) {
    const letter = sound[index] as string;
    if ('aeiouh'.includes(letter)) continue;
    const one = classes[letter] ?? letter;
    if (!bones.endsWith(one)) bones += one;
  }
  return bones || sound.slice(0, 1);
}

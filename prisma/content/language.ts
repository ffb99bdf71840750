// The language of a text: as people write its name, and as the script of the text tells it.

/** Every language of two letters (ISO 639-1) that CLDR has a name for. */
const codes = (): string[] => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) !== undefined);
};
const bareName = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

let named: Map<string, string> | undefined;
/** Each language by its own name and those that the languages of the United Nations have for it. */
function languagesByName(): Map<string, string> {
  if (named) return named;
  named = new Map();
  for (const code of codes())
    for (const reader of [code, 'en', 'fr', 'es', 'ru', 'ar', 'zh']) {
      const name = new Intl.DisplayNames(reader, { type: 'language', fallback: 'none' }).of(code);
      if (name && !named.has(bareName(name))) named.set(bareName(name), code);
    }
  return named;
}

/** "French", "français", "FR" and "fr-ca" as BCP 47 writes them: fr, fr, fr, fr-CA; undefined for what is no language. */
export function languageCode(text: string): string | undefined {
  const known = languagesByName().get(bareName(text));
  if (known) return known;
  return isLanguage(text.trim()) ? Intl.getCanonicalLocales(text.trim())[0] : undefined;
}

/** Whether a text is the code of a language (BCP 47), such as ar or zh-Hant. */
export function isLanguage(text: string): boolean {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The language of the United Nations, or else the most spoken one, that is written in a script. */
const scripts: [RegExp, string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Ethiopic}/gu, 'am'],
];

/** The language that the script of a text speaks for, where most of its letters are of one that English is not written in. */
export function languageByScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(([script]) => (text.match(script)?.length ?? 0) * 2 > letters)?.[1];
}

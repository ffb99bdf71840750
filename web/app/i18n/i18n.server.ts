import i18next, { type i18n, type TFunction } from 'i18next';
import { en } from './en.ts';

/** The languages there is a full set of strings for, each under its own name. */
export const languages = { en: { name: 'English', dir: 'ltr', words: en } } as const;
export type Language = keyof typeof languages;
const fallback: Language = 'en';

const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/** The reader's language: `?lang=`, else the cookie `lang`, else what the browser asks for, else English. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('lang');
  const kept = /(?:^|;\s*)lang=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const preferred = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
  for (const code of [asked, kept, ...preferred]) {
    const base = code?.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return fallback;
}

export type Words = { i18n: i18n; t: TFunction };

const loaded = new Map<Language, Words>();

/** The strings of a language; loaded once, synchronously, and shared by all requests. */
export function wordsOf(language: Language): Words {
  let words = loaded.get(language);
  if (!words) {
    const instance = i18next.createInstance();
    void instance.init({
      lng: language,
      fallbackLng: fallback,
      initAsync: false,
      // React escapes what it renders.
      interpolation: { escapeValue: false },
      resources: { [language]: { translation: languages[language].words } },
    });
    words = { i18n: instance, t: remembering(instance) };
    loaded.set(language, words);
  }
  return words;
}

/** A page asks for a hundred strings, most of them without a blank to fill: those are looked up once, which halves the rendering. */
function remembering(instance: i18n): TFunction {
  const plain = new Map<string, string>();
  const t = (key: string, options?: Record<string, unknown>) => {
    if (options !== undefined) return instance.t(key as never, options as never);
    let text = plain.get(key);
    if (text === undefined) {
      text = instance.t(key as never) as string;
      plain.set(key, text);
    }
    return text;
  };
  return t as TFunction;
}

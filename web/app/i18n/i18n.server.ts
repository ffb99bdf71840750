import i18next, { type i18n } from 'i18next';
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

const instances = new Map<Language, i18n>();

/** The strings of a language; loaded once, synchronously, and shared by all requests. */
export function wordsOf(language: Language): i18n {
  let instance = instances.get(language);
  if (!instance) {
    instance = i18next.createInstance();
    void instance.init({
      lng: language,
      fallbackLng: fallback,
      initAsync: false,
      // React escapes what it renders.
      interpolation: { escapeValue: false },
      resources: { [language]: { translation: languages[language].words } },
    });
    instances.set(language, instance);
  }
  return instance;
}

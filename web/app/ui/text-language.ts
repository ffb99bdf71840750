import type { Site } from './site.tsx';

/** Letters of scripts that are written from right to left. */
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

export type TextLanguage = { lang?: string; dir?: 'auto' };

/**
 * The attributes of an element that holds a text of a record: its language where it is not that of the page (WCAG 3.1.2),
 * and a direction of its own where one of the two is written from right to left.
 * @param language of the record (BCP 47); unknown, the direction alone is told
 */
export function textLanguage({ language: ofPage }: Pick<Site, 'language'>, language: string | null | undefined, text?: unknown): TextLanguage {
  const foreign = Boolean(language) && language !== ofPage;
  const turned = typeof text === 'string' && rightToLeft.test(text);
  return { ...(foreign && language ? { lang: language } : {}), ...(foreign || turned ? { dir: 'auto' } : {}) };
}

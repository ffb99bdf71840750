import anyAscii from 'any-ascii';
import { latin } from '#prisma/screening/letters.ts';

const latinAlone = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** "Café au lait (2026)" as part of an address: cafe-au-lait-2026. Another script is written in Latin letters: "Уроки" is uroki. */
export const slugOf = (title: string): string =>
  (latinAlone.test(title) ? anyAscii(title.normalize('NFKD').replace(/\p{M}/gu, '')) : latin(title).text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '') || 'entry';

import type { Site } from '../ui/site.tsx';

/** An amount as people type it: blanks, commas and apostrophes between thousands count for nothing. Null for what is none. */
export function amountIn(text: string): number | null {
  const plain = text.replace(/[\s,'’]/g, '');
  return /^\d{1,14}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}
/** An amount with its currency, such as "250,000 USD"; null where nothing is stated. */
export const money = ({ format }: Pick<Site, 'format'>, value: number | null, currency: string | null): string | null =>
  value === null ? null : `${format.number(value)} ${currency ?? ''}`.trim();

import type { Format } from '../ui/format.ts';
import type { Reads } from './content.ts';

/** A value in the words of the reader, where these say more than the value does; null where it says it itself or is not understood. */
export function wordsFor(format: Format, reads: Reads | null, value: unknown): string | null {
  if (typeof value === 'number') {
    const words = format.number(value);
    return words === String(value) ? null : words;
  }
  if (typeof value !== 'string') return null;
  if (reads === 'country' && /^[A-Z]{2}$/.test(value)) return format.country(value);
  if (reads === 'date' && /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(value)) return format.date(value);
  if (reads === 'currency' && /^[A-Z]{3}$/.test(value)) return format.currency(value);
  if (reads === 'language' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) return format.language(value);
  return null;
}

/** Which number of 03/04/2026 is the day, where a table does not tell: DMY the first, MDY the second. */
export const dayOrders = ['DMY', 'MDY'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** Months as they are written in English, French, Spanish, German, Portuguese and Italian, by their first letters without accents. */
const months = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];
const monthOf = (name: string): number =>
  months.findIndex((starts) => starts.some((start) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().startsWith(start))) + 1;

/** The day as 2026-11-22; null where the calendar has none. */
function made(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const moment = new Date(`${text}T00:00:00Z`);
  return year >= 1900 && Number.isFinite(moment.getTime()) && moment.toISOString().slice(0, 10) === text ? text : null;
}

/** What a text may be as a day: by each order of its numbers, null where it is none. Both are equal where nothing is doubtful. */
export type Days = Record<DayOrder, string | null>;
const NUMBERS = /^(\d{1,2})\s?([/.\u2010-\u2015-])\s?(\d{1,2})\s?\2\s?(\d{4})$/;

/**
 * The day that a text names, in the ways people write one: 2026-11-22, 22/11/2026, 22.11.2026, 22 November 2026,
 * November 22, 2026, with a time behind it or not. A year of two figures, a month without a day and a bare number are no day.
 */
export function readDays(given: string): Days {
  const text = given
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d|AM|PM)?$/i, '')
    .replace(/,?\s+/g, ' ');
  const both = (day: string | null): Days => ({ DMY: day, MDY: day });
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return both(made(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    const days = { DMY: made(year, second, first), MDY: made(year, first, second) };
    // Nobody writes months first with points.
    return numbers[2] === '.' ? both(days.DMY) : days;
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:of |de |d')?(\p{L}{3,})\.?[ -](?:de )?(\d{4})$/iu.exec(text);
  if (dayFirst) return both(made(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1])));
  const monthFirst = /^(\p{L}{3,})\.?[ -](\d{1,2})(?:st|nd|rd|th)?[ -](\d{4})$/iu.exec(text);
  if (monthFirst) return both(made(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])));
  return both(null);
}

/** The order that the days of a table have, by those that can be read in one way only; null where none tells, or they tell both. */
export function orderOf(texts: readonly string[]): DayOrder | null {
  const told = new Set<DayOrder>();
  for (const text of texts) {
    const { DMY, MDY } = readDays(text);
    if (DMY === null && MDY !== null) told.add('MDY');
    else if (MDY === null && DMY !== null) told.add('DMY');
  }
  return told.size === 1 ? ([...told][0] as DayOrder) : null;
}

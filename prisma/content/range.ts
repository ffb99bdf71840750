// Values between from and to, of numbers and of dates that are known in full or in part.

/** Numbers, or days as numbers of days since 1970-01-01; both ends belong to it. */
export type Span = { low: number; high: number };

const DAY = 86_400_000;

/** The days that a date may be, such as all of 2019; null for what is no date, in full or in part. */
export function spanOfDate(text: string): Span | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`;
  const low = Date.parse(first);
  // A day that is not in its month, such as 31 April, is another one for the clock.
  if (Number.isNaN(low) || new Date(low).toJSON() !== first.replace('Z', '.000Z')) return null;
  const end = day ? low + DAY : month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return { low: low / DAY, high: end / DAY - 1 };
}

/** The span of a value of a range; null for one that has none. */
export function spanOf(type: 'date' | 'number', value: string | number): Span | null {
  if (type === 'date') return spanOfDate(String(value));
  const number = typeof value === 'number' ? value : /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? { low: number, high: number } : null;
}

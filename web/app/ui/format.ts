/** How numbers and dates are written, one set of functions per language. */
export type Format = {
  /** 1234567 → "1,234,567" in the grouping of the language. */
  number(value: number): string;
  /** 0.425 → "43%". */
  percent(share: number): string;
  /** A full or partial ISO date: "2020-06-12" → "12 June 2020", "2017-05" → "May 2017", "2017" → "2017"; anything else as it stands. */
  date(iso: string): string;
  /** A point in time to the minute, in universal time: "12 June 2020 at 14:05 UTC". */
  minute(iso: string): string;
  /** ["a", "b", "c"] → "a, b and c". */
  list(items: string[]): string;
  /** "JO" → "Jordan"; a code that is none stays as it is. */
  country(code: string): string;
  /** "USD" → "US Dollar"; a code that is none stays as it is. */
  currency(code: string): string;
  /** "fr" → "French"; a code that is none stays as it is. */
  language(code: string): string;
};

const formats = new Map<string, Format>();

/** The format of a language, made once. English is written as the United Nations writes it (day before month). */
export function formatOf(language: string): Format {
  const known = formats.get(language);
  if (known) return known;
  const locale = language === 'en' ? 'en-GB' : language;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const region = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const money = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' });
  const tongue = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const format: Format = {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
    minute: (iso) => `${minute.format(new Date(iso))} UTC`,
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (region.of(code) ?? code) : code),
    currency: (code) => (/^[A-Z]{3}$/.test(code) ? (money.of(code) ?? code) : code),
    language: (code) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) ? (tongue.of(code) ?? code) : code),
    date(iso) {
      const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(iso);
      if (!parts) return iso;
      const [, year = '', monthOf, dayOf] = parts;
      if (!monthOf) return year;
      const at = new Date(`${year}-${monthOf}-${dayOf ?? '01'}T00:00:00Z`);
      if (Number.isNaN(at.getTime())) return iso;
      return (dayOf ? day : month).format(at);
    },
  };
  formats.set(language, format);
  return format;
}

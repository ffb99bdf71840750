import countries from 'i18n-iso-countries';
import type { RecordKind } from '../generated/enums.ts';
import { aboutOf, bare, itemOf, shapeOf } from './field.ts';
import { countryName } from './country-name.ts';
import { kinds } from './kinds.ts';
import { source } from './source.ts';
import { languageByScript, languageCode } from './language.ts';
import { oneLine } from './text.ts';
import type { z } from 'zod';

// What people write for a day, a country, a currency or a number, as it is kept. What has no certain reading stays as it was typed.

/** The languages of the United Nations. */
const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;

/** A name without case, accents, points and "the". */
const bareName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.,()’'-]/g, ' ')
    .replace(/\bthe\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const once = <Value>(make: () => Value) => {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** The number of each month by its names, long and short. */
const months = once(() => {
  const found = new Map<string, number>();
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) {
          const name = format.formatToParts(new Date(Date.UTC(2023, index, 1))).find(({ type }) => type === 'month')?.value ?? '';
          if (/\p{L}{2}/u.test(name)) found.set(bareName(name), index + 1);
        }
      }
  return found.set('sept', 9);
});

const pad = (part: number) => String(part).padStart(2, '0');
/** A day as far as it is known; undefined for one that no calendar has. */
function dayOf(year: number, month?: number, day?: number): string | undefined {
  if (year < 1000 || (month !== undefined && (month < 1 || month > 12))) return undefined;
  if (month === undefined) return String(year);
  if (day === undefined) return `${year}-${pad(month)}`;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

/** "May 2023", "12 May 2023", "May 12th, 2023", "2023/5", "31.5.2023". "5/6/2023" is one day in one country and another in the next: it is not read. */
function date(text: string): string | undefined {
  const written = text.replace(/(\d)(st|nd|rd|th|er|º)\b/gi, '$1');
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(written);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(written);
  if (monthFirst) return dayOf(Number(monthFirst[2]), Number(monthFirst[1]));
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(written);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    if (numbers[2] === '.' || first > 12 || first === second) return dayOf(year, second, first);
    return second > 12 ? dayOf(year, first, second) : undefined;
  }
  const parts = bareName(written)
    .split(' ')
    .filter((part) => !['de', 'of', 'd'].includes(part));
  const month = parts.map((part) => months().get(part)).find((one) => one !== undefined);
  const figures = parts.filter((part) => /^\d+$/.test(part));
  if (month === undefined || figures.length !== parts.length - 1) return undefined;
  const year = figures.filter((part) => part.length === 4);
  const day = figures.filter((part) => part.length <= 2);
  return year.length === 1 && day.length <= 1 && figures.length === 1 + day.length
    ? dayOf(Number(year[0]), month, day[0] ? Number(day[0]) : undefined)
    : undefined;
}

/** Each country by its names in the languages of the United Nations and by its three letters; names that two have are nobody's. */
const countryCodes = once(() => {
  const found = new Map<string, string | null>();
  for (const code of Object.keys(countries.getAlpha2Codes())) {
    const names = [...languages.map((language) => countryName(code, language)), ...(countries.getName(code, 'en', { select: 'all' }) ?? [])];
    for (const name of new Set([...names, countries.alpha2ToAlpha3(code) ?? code].map(bareName))) found.set(name, found.has(name) ? null : code);
  }
  return found;
});
/** "Kenya", "ke", "KEN", "Côte d'Ivoire". */
const country = (text: string): string | undefined => {
  const known = countryCodes().get(bareName(text));
  if (known) return known;
  const code = text.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && countries.isValid(code) ? code : undefined;
};

const signs: Record<string, string> = { US$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', SFR: 'CHF' };
const currencies = once(() => {
  const found = new Map<string, string>();
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  for (const code of Intl.supportedValuesOf('currency')) {
    const name = bareName(names.of(code) ?? code);
    for (const one of [name, `${name}s`]) found.set(one, code);
  }
  return found.set('euros', 'EUR').set('us dollars', 'USD');
});
/** "usd", "US$", "€", "US dollars". A plain "$" is the sign of many. */
const currency = (text: string): string | undefined => {
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  return signs[code.replace(/\.|\s/g, '')] ?? currencies().get(bareName(text));
};

const scales: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
/** "12,400", "12 400", "12'400.50", "1.2 million". A comma before other than three figures is a decimal point. */
function number(text: string): number | undefined {
  const match = /^([+-]?[\d.,'’ \u00a0\u202f]*\d)\s*(\p{L}+)?$/u.exec(text);
  const scale = match?.[2] ? scales[match[2].toLowerCase()] : 1;
  if (!match?.[1] || scale === undefined) return undefined;
  let figures = match[1].replace(/(\d)['’ \u00a0\u202f](?=\d{3}(?!\d))/g, '$1');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(figures)) figures = figures.replaceAll(',', '');
  else if (/^[+-]?\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(figures)) figures = figures.replaceAll('.', '').replace(',', '.');
  else if (/^[+-]?\d+,\d+$/.test(figures)) figures = figures.replace(',', '.');
  if (!/^[+-]?\d*\.?\d+$/.test(figures)) return undefined;
  // Through its shortest text, so that 1.1 million is 1100000 and not a little more.
  return Number((Number(figures) * scale).toPrecision(15));
}

/** What a type of fields reads, by name. */
export const readings = { date, country, currency, number, language: languageCode } as const;
type Reading = keyof typeof readings;

/** How what is written into a field is read; null where it is taken as it stands. */
const readingOf = (schema: z.ZodType): Reading | null => aboutOf(schema).reads ?? (bare(schema).def.type === 'number' ? 'number' : null);

function understand(schema: z.ZodType, value: unknown): unknown {
  if (typeof value === 'string') {
    const reading = readingOf(schema);
    const text = oneLine(value);
    return (reading && text !== '' && text.length <= 100 ? readings[reading](text) : undefined) ?? value;
  }
  const item = itemOf(schema);
  if (Array.isArray(value)) return item ? value.map((one) => understand(item, one)) : value;
  const shape = shapeOf(schema);
  if (typeof value !== 'object' || value === null || Object.keys(shape).length === 0) return value;
  return Object.fromEntries(
    Object.entries(withCurrency(shape, value as Record<string, unknown>)).map(([name, one]) => {
      const own = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return [name, own ? understand(own, one) : one];
    }),
  );
}

/** "USD 250,000" in the box of an amount also says the currency, where none is chosen or the same. */
function withCurrency(shape: Record<string, z.ZodType>, value: Record<string, unknown>): Record<string, unknown> {
  const { amount, currency: chosen } = value;
  if (!shape['currency'] || typeof amount !== 'string' || amount.length > 100) return value;
  const [, before = '', figures = '', after = ''] = /^([^\d+-]*)(.*\d(?:\s*(?:k|m|mn|bn|thousand|million|billion)\b)?)(.*)$/iu.exec(oneLine(amount)) ?? [];
  const said = currency(`${before}${after}`.trim());
  if (!said || (chosen && currency(String(chosen)) !== said)) return value;
  return { ...value, amount: figures.trim(), currency: said };
}

/** A content with what people wrote for days, countries, currencies and numbers as it is kept; everything else stays as it is. */
export const understood = <Content extends Record<string, unknown>>(kind: RecordKind, content: Content): Content =>
  inItsLanguage(understand(kinds[kind].schema, content) as Content);

/** What is called English, or nothing, and has a title in another script is in the language of that script. */
function inItsLanguage<Content extends Record<string, unknown>>(content: Content): Content {
  const title = content['title'] ?? content['name'];
  const said = content['language'] ?? '';
  const found = typeof title === 'string' && (said === '' || said === 'en') ? languageByScript(title) : undefined;
  return found ? { ...content, language: found } : content;
}

/** The same for a new source. */
export const understoodSource = <Content extends Record<string, unknown>>(content: Content): Content => understand(source, content) as Content;

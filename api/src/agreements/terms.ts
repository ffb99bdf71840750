import { z } from 'zod';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { as, faultsOf } from '#prisma/content/check.ts';
import { isUnseen, isWebAddress, oneLine, turningSign, withoutUnseen } from '#prisma/content/text.ts';
import type { AgreementUse } from '#prisma/generated/enums.ts';
import { isDate } from '../uptake/state.ts';

/** Whether others may use an agreement. */
export const uses = ['NOT_STATED', 'CLOSED', 'ON_REQUEST', 'OPEN'] as const satisfies readonly AgreementUse[];
/** Those that let others use it, at once or once they have asked. */
export const openUses: readonly AgreementUse[] = ['ON_REQUEST', 'OPEN'];

/** The largest amount, in units of a currency; it still has its hundredths as a double. */
const AMOUNT_MAX = 1e13;
const CODES_MAX = 50;

/** The currencies of ISO 4217 that are in use, as this process knows them. */
const currencies = new Set(Intl.supportedValuesOf('currency'));

const text = (most: number) =>
  z
    .string()
    .overwrite((value) => (isUnseen(value) ? '' : value.trim()))
    .max(most)
    .refine((value) => turningSign(value) === null, as('TURNING'));
const line = (most: number) => z.string().overwrite(oneLine).pipe(text(most));
const needed = (schema: z.ZodType<string, string>) => schema.pipe(z.string().min(1));
const day = z
  .string()
  .trim()
  .refine(isDate, as('DATE', { example: '2027-05-31' }));
/** An amount in units of a currency, of which a hundredth is the smallest part. */
export const amount = z
  .number()
  .min(0, as('AMOUNT'))
  .max(AMOUNT_MAX)
  .refine((value) => Math.abs(Math.round(value * 100) - value * 100) < 1e-3, as('AMOUNT'));

/** A UNSPSC code as it is kept: eight digits, those of a higher level with zeros at the end. Only its form is checked. */
const unspsc = z
  .string()
  .trim()
  .regex(/^(\d\d){1,4}$/, as('UNSPSC'))
  .transform((code) => code.padEnd(8, '0'));
/** What the codes at and below a level begin with: "81110000" and "8111" are the same level. Null for what has not the form of a code. */
export const unspscLevel = (code: string): string | null => (/^(\d\d){1,4}$/.test(code.trim()) ? code.trim().replace(/(?<=^..(?:..)*)(?:00)+$/, '') : null);

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([schema, z.literal('').transform(() => null)])
    .nullish()
    .transform((value) => value ?? null);
const said = (most: number) =>
  text(most)
    .nullish()
    .transform((value) => value ?? '');

/** The terms of an agreement as they come. */
const agreementTerms = z.strictObject({
  number: needed(z.string().overwrite(withoutUnseen).pipe(line(100))),
  title: needed(line(200)),
  scope: needed(text(4000)),
  unspsc: z
    .array(unspsc)
    .max(CODES_MAX)
    .transform((codes) => [...new Set(codes)].sort()),
  startsOn: day,
  endsOn: day,
  ceiling: amount.nullish().transform((value) => value ?? null),
  currency: optional(z.string().trim().toUpperCase()),
  callOff: said(4000),
  use: z.enum(uses),
  useTerms: said(4000),
  contact: said(300),
  documentLabel: line(200)
    .nullish()
    .transform((value) => value ?? ''),
  documentAddress: optional(z.string().trim().max(1000).refine(isWebAddress, as('ADDRESS_WEB'))),
  documentFile: optional(z.string().regex(/^[0-9a-f]{64}$/, as('FILE_HASH'))),
  source: needed(text(1000)),
});
export type AgreementTermsInput = z.input<typeof agreementTerms>;
export type AgreementTerms = z.output<typeof agreementTerms>;
/** The terms by name, in the order in which people read them. */
const termNames = Object.keys(agreementTerms.shape) as (keyof AgreementTerms)[];

/** Whole terms, or everything that is wrong with them. */
export function checkTerms(given: unknown): { terms: AgreementTerms | null; faults: FieldFault[] } {
  const parsed = agreementTerms.safeParse(given);
  if (!parsed.success) return { terms: null, faults: faultsOf(parsed.error, given) };
  const { startsOn, endsOn, ceiling, currency, documentAddress, documentFile } = parsed.data;
  const faults: FieldFault[] = [];
  if (endsOn < startsOn) faults.push(fault('endsOn', 'PERIOD_ENDS'));
  if (currency !== null && !currencies.has(currency)) faults.push(fault('currency', 'CURRENCY_UNKNOWN', { currency: currency.slice(0, 20) }));
  else if (ceiling !== null && currency === null) faults.push(fault('currency', 'CURRENCY_MISSING'));
  else if (ceiling === null && currency !== null) faults.push(fault('ceiling', 'CEILING_MISSING'));
  if (documentAddress && documentFile) faults.push(fault('documentAddress', 'AGREEMENT_DOCUMENT'));
  return { terms: faults.length === 0 ? parsed.data : null, faults };
}

/** Which terms differ, by name. */
export const changedTerms = (before: AgreementTerms, after: AgreementTerms): (keyof AgreementTerms)[] =>
  termNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

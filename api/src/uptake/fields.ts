import { z } from 'zod';
import { fault } from '#i18n/fault.ts';
import { as, raise } from '#prisma/content/check.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import { type Evidence, evidence } from './evidence.ts';
import { acceptances, implementations, isDate } from './state.ts';

export const uptakeSources = ['DIRECT', 'BOARD_DOCUMENT', 'TRACKING_SYSTEM_EXPORT'] as const;
/** What of a decision can hold only in part. */
export const parts = ['ACCEPTANCE', 'IMPLEMENTATION', 'BOTH'] as const;
const audiences = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'] as const;

/**
 * A field of a report. `column` is its name in the database, `type` what it is cast to there; `heading`, `width` and `help`
 * are of the sheet that people fill; `asked` and `shown` say in the API what is to be known of it as input and in an entry.
 */
type Field = {
  column: string;
  kind: 'DAY' | 'CHOICE' | 'LINE' | 'TEXT' | 'EVIDENCE';
  heading: string;
  width: number;
  help?: string;
  required?: boolean;
  type?: string;
  values?: readonly string[];
  /** What it is where nothing is said; where it is that, a row of a sheet reports nothing by it. */
  initial?: string;
  /** The most characters. */
  most?: number;
  /** For the UN system only. */
  inside?: boolean;
  asked?: string;
  shown?: string;
};

const DAY = 'A calendar date, such as 2026-11-22.';

/**
 * The fields of a report on an action, in their order: its input, the columns of the database, the entry that is read and
 * shown, and the sheet that is exported and loaded come from here.
 */
export const fields = {
  effectiveDate: {
    column: 'effective_date',
    kind: 'DAY',
    type: 'date',
    required: true,
    heading: 'Effective date',
    width: 14,
    help: '2026-11-22; not after today',
    asked: 'From when the state holds: 2026-11-22; not after today.',
    shown: `From when the state holds. ${DAY}`,
  },
  acceptance: { column: 'acceptance', kind: 'CHOICE', type: 'acceptance', values: acceptances, required: true, heading: 'Acceptance', width: 20 },
  implementation: {
    column: 'implementation',
    kind: 'CHOICE',
    type: 'implementation',
    values: implementations,
    heading: 'Implementation',
    width: 16,
    asked: 'Exactly when ACCEPTED.',
  },
  inPart: {
    column: 'in_part',
    kind: 'CHOICE',
    values: parts,
    heading: 'In part',
    width: 16,
    asked: 'ACCEPTANCE, where it is accepted in part. IMPLEMENTATION, where it is implemented in part: the implementation is then IN_PROGRESS. BOTH.',
    shown: 'What of the decision holds only in part. It counts as what it is: accepted, in progress.',
  },
  responsibleUnit: { column: 'responsible_unit', kind: 'LINE', most: 300, heading: 'Responsible unit', width: 24, help: 'Text' },
  officer: {
    column: 'officer',
    kind: 'LINE',
    most: 300,
    inside: true,
    heading: 'Officer',
    width: 24,
    help: 'The function, not the name of a person',
    asked: 'The function, not the name of a person.',
    shown: 'The function that answers for it; for the UN system only.',
  },
  targetDate: { column: 'target_date', kind: 'DAY', type: 'date', heading: 'Target date', width: 14, help: '2027-06-30', shown: DAY },
  comment: {
    column: 'comment',
    kind: 'TEXT',
    most: 4000,
    heading: 'Management comment',
    width: 50,
    help: 'At most 4,000 characters',
    asked: 'Management comment.',
    shown: 'Management comment; null when it is not for the viewer.',
  },
  commentAudience: {
    column: 'comment_audience',
    kind: 'CHOICE',
    type: 'audience',
    values: audiences,
    initial: 'PUBLIC',
    heading: 'Comment for',
    width: 14,
    asked: 'Who may read the comment; PUBLIC unless given. OWNERS: the organization and the secretariat.',
  },
  decisionSymbol: {
    column: 'decision_symbol',
    kind: 'LINE',
    most: 100,
    heading: 'Decision',
    width: 18,
    help: 'Symbol of the decision of the governing body',
    shown: 'Symbol of the decision of the governing body.',
  },
  financialImplication: {
    column: 'financial_implication',
    kind: 'TEXT',
    most: 1000,
    inside: true,
    heading: 'Financial implication',
    width: 24,
    help: 'Text',
    shown: 'For the UN system only.',
  },
  impactSeen: { column: 'impact_seen', kind: 'TEXT', most: 4000, heading: 'Impact seen', width: 40, help: 'Text' },
  source: {
    column: 'source',
    kind: 'CHOICE',
    type: 'uptake_source',
    values: uptakeSources,
    initial: 'DIRECT',
    heading: 'Source',
    width: 22,
    asked: 'DIRECT unless given.',
  },
  sourceReference: {
    column: 'source_reference',
    kind: 'LINE',
    most: 300,
    heading: 'Source reference',
    width: 24,
    help: 'Document or export, unless Direct',
    asked: 'For the other sources: which document or export.',
  },
  sourcePlace: {
    column: 'source_place',
    kind: 'LINE',
    most: 100,
    heading: 'Source place',
    width: 16,
    help: 'Page or paragraph of the document',
    asked: 'The page or paragraph of the document. Needed before the secretariat can publish the entry.',
  },
  evidence: {
    column: 'evidence',
    kind: 'EVIDENCE',
    type: 'jsonb',
    heading: 'Evidence',
    width: 40,
    help: 'One a line: an address, or a path of this library such as /projects/building-blocks',
  },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as FieldName[];
export const fieldOf = (name: FieldName): Field => fields[name];

type Said<F> = F extends { values: readonly (infer Value)[] } ? Value : F extends { kind: 'EVIDENCE' } ? Evidence[] : string;
type Always<F> = F extends { required: true } | { initial: string } | { kind: 'EVIDENCE' } ? Said<F> : Said<F> | null;
/** What is reported on one action, checked: what is not said is null. */
export type Report = { [Name in FieldName]: Always<(typeof fields)[Name]> };
type Given<F> = F extends { kind: 'EVIDENCE' } ? z.input<typeof evidence>[] : Said<F>;
/** The same as it is sent. */
export type ReportInput = { [Name in FieldName as (typeof fields)[Name] extends { required: true } ? Name : never]: Given<(typeof fields)[Name]> } & {
  [Name in FieldName as (typeof fields)[Name] extends { required: true } ? never : Name]?: Given<(typeof fields)[Name]> | null;
};

const day = (value: string) => isDate(value);
/** The check of one field. Lengths are counted after a text was trimmed, and of one line after it was made one. */
function check({ kind, values, initial, most = 0, required }: Field): z.ZodType {
  if (kind === 'EVIDENCE')
    return z
      .array(evidence)
      .max(20)
      .nullish()
      .transform((value) => value ?? []);
  if (kind === 'CHOICE') {
    const choice = z.enum(values as readonly [string, ...string[]]);
    return required ? choice : choice.nullish().transform((value) => value ?? initial ?? null);
  }
  const empty = <Value>(value: Value) => value || null;
  if (kind === 'DAY') {
    if (required)
      return z
        .string()
        .trim()
        .refine(day, as('DATE', { example: '2026-11-22' }));
    return z
      .string()
      .trim()
      .nullish()
      .transform(empty)
      .refine((value) => value === null || day(value), as('DATE', { example: '2026-11-22' }));
  }
  if (kind === 'TEXT') return z.string().trim().max(most).nullish().transform(empty);
  return z
    .string()
    .overwrite(oneLine)
    .max(most)
    .refine((value) => turningSign(value) === null, as('TURNING'))
    .nullish()
    .transform(empty);
}

/** What is reported on one action: each field by its check, and what they must be together. */
export const report = z.strictObject(Object.fromEntries(fieldNames.map((name) => [name, check(fields[name])]))).superRefine((given, context) => {
  const value = given as Report;
  if (value.acceptance === 'ACCEPTED' && value.implementation === null) raise(context, fault('implementation', 'IMPLEMENTATION'));
  if (value.acceptance !== 'ACCEPTED' && value.implementation !== null) raise(context, fault('implementation', 'IMPLEMENTATION_WITHOUT'));
  if (value.inPart !== null && value.acceptance !== 'ACCEPTED') raise(context, fault('inPart', 'IN_PART_ACCEPTED'));
  else if ((value.inPart === 'IMPLEMENTATION' || value.inPart === 'BOTH') && value.implementation !== 'IN_PROGRESS')
    raise(context, fault('inPart', 'IN_PART_PROGRESS'));
  if (value.source !== 'DIRECT' && !value.sourceReference) raise(context, fault('sourceReference', 'SOURCE_REFERENCE'));
}) as unknown as z.ZodType<Report, ReportInput>;

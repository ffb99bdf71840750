import { z } from 'zod';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { as, faultsOf, raise } from '#prisma/content/check.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import { hashOf } from '#prisma/hash.ts';
import { NOTE_MAX } from '#prisma/instrument/instrument.ts';

/** The six areas of recommendation 2; chapter IV's risks stand beside them. */
export const areas = ['PRIVILEGES_AND_IMMUNITIES', 'DATA_PROTECTION', 'CONFIDENTIALITY', 'CYBERSECURITY', 'SYSTEM_INTEGRITY', 'REPUTATION'] as const;

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((value) => turningSign(value) === null, as('TURNING'));
/** A name: one line, whatever ends of lines were typed. */
const line = (most: number) => z.string().overwrite(oneLine).pipe(text(most));
/** 1 (very low) to 5 (very high). */
const level = z.number().int().min(1, as('LEVEL')).max(5, as('LEVEL'));
const answer = z.strictObject({
  option: z.string().max(100),
  reason: text(NOTE_MAX).optional(),
  note: text(NOTE_MAX).optional(),
  evidence: text(NOTE_MAX).optional(),
});
const day = z.string().refine((one) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(one), as('DATE', { example: '2027-05-31' }));

const risk = z
  .strictObject({
    /** A risk of the library by its source key; or a title of one's own. */
    risk: z.string().max(60).optional(),
    title: line(200).optional(),
    area: z.enum(areas).optional(),
    likelihood: level,
    impact: level,
    /** Mitigations of the library by their source keys. */
    mitigations: z.array(z.string().max(60)).max(28).default([]),
    /** What else is done against it. */
    mitigation: text(2000).optional(),
    owner: line(200).optional(),
    date: day.optional(),
    /** What remains once that is done. */
    residualLikelihood: level.optional(),
    residualImpact: level.optional(),
  })
  .refine((one) => Boolean(one.risk) || Boolean(one.title), { ...as('RISK_NAME'), path: ['title'] });

/** What is asked of each option: build and exit once, the others a year. In whole units of the currency. */
export const costLines = ['build', 'run', 'transactions', 'training', 'exit'] as const;
export type CostLine = (typeof costLines)[number];
export const yearly: readonly CostLine[] = ['run', 'transactions', 'training'];
const amount = z.number(as('WHOLE_AMOUNT')).int(as('WHOLE_AMOUNT')).min(0, as('WHOLE_AMOUNT')).max(1e12);
const range = z.strictObject({ low: amount, high: amount }).refine((one) => one.low <= one.high, { ...as('LOW_HIGH'), path: ['high'] });
const costs = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, as('CURRENCY')),
  years: z.number(as('YEARS')).int(as('YEARS')).min(1, as('YEARS')).max(30, as('YEARS')),
  assumptions: text(4000).optional(),
  options: z
    .array(
      z.strictObject({
        name: line(120).pipe(z.string().min(1, as('OPTION_NAME'))),
        ...(Object.fromEntries(costLines.map((line) => [line, range.optional()])) as Record<CostLine, z.ZodOptional<typeof range>>),
      }),
    )
    .max(3),
});

type NamedRisk = { risk?: string | undefined; title?: string | undefined };
/** How a risk is named where it is reviewed: by its key in the library, or by its title. */
export const riskKey = ({ risk, title }: NamedRisk): string => risk || title || '';
/** A risk that stands twice could not be told apart in the review. */
function noRiskTwice(risks: readonly NamedRisk[], context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  risks.forEach((one, index) => {
    const key = riskKey(one);
    if (key && seen.has(key)) raise(context, fault(`${index}.title`, 'RISK_TWICE'));
    seen.add(key);
  });
}

/** What a run holds. */
const assessmentContent = z.strictObject({
  useCase: text(4000).optional(),
  answers: z.record(z.string().max(100), answer),
  risks: z.array(risk).max(60).default([]).superRefine(noRiskTwice),
  costs: costs.optional(),
});
export type AssessmentContent = z.infer<typeof assessmentContent>;
export type AssessedRisk = AssessmentContent['risks'][number];
export type Costs = NonNullable<AssessmentContent['costs']>;

/** A value without the texts in it that nobody wrote: what is empty is not there, however a form or a program says so. */
function written<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => written(one)) as Value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (one === '' ? [] : [[name, written(one)]]))) as Value;
}

/** A whole content, or everything that is wrong with it. */
export function checkContent(content: unknown): { content: AssessmentContent | null; faults: FieldFault[] } {
  const parsed = assessmentContent.safeParse(content);
  if (parsed.success) return { content: written(parsed.data), faults: [] };
  return { content: null, faults: faultsOf(parsed.error, content).map((one) => ({ ...one, path: one.path || 'content' })) };
}

/** `stated` of all lines have a figure: of fewer than all it is no total. */
export type CostSum = { name: string; low: number; high: number; stated: number };
/** What each option costs over all years: what comes once, and what comes every year as often as there are years. */
export const costSums = ({ years, options }: Costs): CostSum[] =>
  options.map(({ name, ...lines }) => {
    const sum = (end: 'low' | 'high') => costLines.reduce((total, line) => total + (lines[line]?.[end] ?? 0) * (yearly.includes(line) ? years : 1), 0);
    return { name, low: sum('low'), high: sum('high'), stated: costLines.filter((line) => lines[line]).length };
  });

/** What is reviewed one by one, each with the hash of what it says: a review holds while that stays. */
export type Line = { line: string; hash: string };
export function linesOf({ title, content: { useCase, answers, risks, costs } }: { title: string; content: AssessmentContent }): Line[] {
  return [
    // What is not there is said too: whoever takes something out needs the agreement of somebody else, as for what is put in.
    { line: 'title', hash: hashOf(title) },
    { line: 'useCase', hash: hashOf(useCase || null) },
    { line: 'answers', hash: hashOf(Object.keys(answers).sort()) },
    ...Object.entries(answers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([question, one]) => ({ line: `answer:${question}`, hash: hashOf(one) })),
    { line: 'risks', hash: hashOf(risks.map(riskKey).sort()) },
    ...risks.map((one) => ({ line: `risk:${riskKey(one)}`, hash: hashOf(one) })),
    { line: 'costs', hash: hashOf(costs ?? null) },
  ];
}

/** The same lines with the answers in the order of the questions: `linesOf` has them in that of their keys, which no reader knows. */
export function inOrder(lines: readonly Line[], questions: readonly { id: string }[]): Line[] {
  const order = new Map(questions.map(({ id }, at) => [`answer:${id}`, at]));
  const answers = lines.filter(({ line }) => order.has(line)).sort((a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0));
  return lines.flatMap((one) => (one.line === 'answers' ? [one, ...answers] : order.has(one.line) ? [] : [one]));
}

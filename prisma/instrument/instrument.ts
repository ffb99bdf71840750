import { z } from 'zod';
import { as } from '../content/check.ts';
import { cite, fact, key, line, prose, statement } from '../content/shared.ts';
import { condition } from './condition.ts';

/** The answer that every question has beside its own options. */
export const NOT_KNOWN = 'not-known';
/** Longest note, reason or evidence that travels with an answer, in characters. */
export const NOTE_MAX = 600;

const conclusion = fact({ text: prose });
/** A possible answer. */
const option = z
  .strictObject({
    id: key.refine((id) => id !== NOT_KNOWN, as('NOT_KNOWN_TAKEN')),
    label: line,
    /** What it leads to; shown as soon as it is chosen. */
    conclusions: z.array(conclusion).min(1, as('CONCLUSION')),
    /** The answer that counts until a reason is written. */
    exceptionTo: key.optional(),
    /** What the reason has to say, for an exception. */
    reason: prose.optional(),
    /** Risks of the library (source keys) that this answer suggests, and why. */
    risks: z.array(z.strictObject({ risk: line, reason: prose })).default([]),
  })
  .refine((one) => Boolean(one.exceptionTo) === Boolean(one.reason), { ...as('EXCEPTION'), path: ['reason'] });
const question = z.strictObject({
  id: key,
  group: key,
  number: z.number().int(),
  text: prose,
  help: prose.optional(),
  options: z.array(option).min(2).max(8),
  cite,
});

/**
 * What an outcome means for the rest. GO_ON: the next layer follows, or it is the end. STOP: another way fits better, or it
 * cannot be done so. OPEN: answers are missing.
 */
export const verdicts = ['GO_ON', 'STOP', 'OPEN'] as const;
const outcome = z.strictObject({
  id: key,
  title: line,
  text: conclusion,
  verdict: z.enum(verdicts),
  /** What fits better. */
  instead: conclusion.optional(),
});
const rule = z.strictObject({
  id: key,
  /** Without it the rule holds always; such a rule leads to an OPEN outcome and stands last. */
  when: condition.optional(),
  outcome: key,
});
const layer = z.strictObject({
  id: key,
  number: z.number().int(),
  title: line,
  text: statement,
  /** In their order: the first that holds decides. */
  rules: z.array(rule).min(1).max(40),
  outcomes: z.array(outcome).min(1).max(40),
  /** The picture in the source that the rules of this layer stand for. */
  figure: fact({ title: line }).optional(),
});

/** One edition of an instrument that leads from answers to a conclusion: the decision-making matrix is one. */
export const instrument = z.strictObject({
  /** The instrument; the same in all its editions. */
  instrument: key,
  edition: line,
  title: line,
  summary: statement,
  /** What changed against the edition before. */
  changes: prose.optional(),
  layers: z.array(layer).min(1).max(12),
  /** Questions that stand on one page. */
  groups: z
    .array(z.strictObject({ id: key, layer: key, title: line }))
    .min(1)
    .max(60),
  questions: z.array(question).min(1).max(150),
});
export type Instrument = z.infer<typeof instrument>;
export type Layer = Instrument['layers'][number];
export type Question = Instrument['questions'][number];
export type Option = Question['options'][number];
export type Outcome = Layer['outcomes'][number];
export type Rule = Layer['rules'][number];

/** One answer: an option of the question or "not-known", with what was written beside it. */
type Answer = { option: string; reason?: string | undefined; note?: string | undefined; evidence?: string | undefined };
/** Answers by question. */
export type Answers = Record<string, Answer>;

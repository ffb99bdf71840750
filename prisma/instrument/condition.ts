import { z } from 'zod';
import { key } from '../content/shared.ts';

/**
 * When a rule holds. There is no "not": the only thing that an open question can fulfil is `open`, so that "not known yet"
 * never counts as yes or no, whatever an edition says.
 */
export type Condition =
  | { question: string; is: string[] }
  /** At least one of these questions is open: not answered, or "not known yet". */
  | { open: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { atLeast: number; of: Condition[] };

const parts = z.lazy(() => z.array(condition).min(1).max(60));
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: key, is: z.array(key).min(1).max(8) }),
    z.strictObject({ open: z.array(key).min(1).max(150) }),
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ atLeast: z.number().int().min(1), of: parts }),
  ]),
);

/** The option that counts for a question; null where the question is open; undefined where it is not settled yet. */
export type Settled = (question: string) => string | null | undefined;
/** Counts the conditions looked at: the cost of an evaluation. */
export type Meter = { steps: number };

/** Whether a condition holds; undefined where that depends on questions that are not settled yet. */
export function holds(one: Condition, settled: Settled, meter: Meter = { steps: 0 }): boolean | undefined {
  meter.steps++;
  if ('question' in one) {
    const option = settled(one.question);
    return option === undefined ? undefined : option !== null && one.is.includes(option);
  }
  if ('open' in one) {
    meter.steps += one.open.length;
    const options = one.open.map(settled);
    return options.includes(null) ? true : options.includes(undefined) ? undefined : false;
  }
  const [least, of] = 'all' in one ? [one.all.length, one.all] : 'any' in one ? [1, one.any] : [one.atLeast, one.of];
  let yes = 0;
  let unsure = 0;
  for (const part of of) {
    const value = holds(part, settled, meter);
    if (value === true) yes++;
    else if (value === undefined) unsure++;
  }
  return yes >= least ? true : yes + unsure >= least ? undefined : false;
}

/** The questions by which a condition holds. */
export function support(one: Condition, settled: Settled): string[] {
  if ('question' in one) return holds(one, settled) ? [one.question] : [];
  if ('open' in one) return one.open.filter((question) => settled(question) === null);
  const of = 'all' in one ? one.all : 'any' in one ? one.any : one.of;
  return of.filter((part) => holds(part, settled)).flatMap((part) => support(part, settled));
}

/** How many conditions a condition is made of, with every question and option that it names. */
export function sizeOf(one: Condition): number {
  if ('question' in one) return 1 + one.is.length;
  if ('open' in one) return 1 + one.open.length;
  return ('all' in one ? one.all : 'any' in one ? one.any : one.of).reduce((sum, part) => sum + sizeOf(part), 1);
}

/** Every question that a condition asks about. */
export function questionsIn(one: Condition): string[] {
  if ('question' in one) return [one.question];
  if ('open' in one) return one.open;
  return ('all' in one ? one.all : 'any' in one ? one.any : one.of).flatMap(questionsIn);
}

/** A condition in words; `name` says how a question and an option are called. */
export function describe(one: Condition, name: { question: (id: string) => string; option: (question: string, id: string) => string }): string {
  const list = (of: Condition[], word: string) =>
    of.map((part) => ('question' in part || 'open' in part ? describe(part, name) : `(${describe(part, name)})`)).join(` ${word} `);
  if ('question' in one) return `${name.question(one.question)}: ${one.is.map((id) => name.option(one.question, id)).join(' or ')}`;
  if ('open' in one) return `open: ${one.open.map(name.question).join(', ')}`;
  if ('all' in one) return list(one.all, 'and');
  if ('any' in one) return list(one.any, 'or');
  return `at least ${one.atLeast} of: ${one.of.map((part) => describe(part, name)).join('; ')}`;
}

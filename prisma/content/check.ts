import type { z } from 'zod';
import { faults as sentences } from '#i18n/en/faults.ts';
import type { FaultCode, FieldFault, Params, ParamsOf } from '#i18n/fault.ts';

/** For a check of a schema: the code of its fault stands where zod takes a message. What zod can tell by itself (missing, too long, another type) needs none. */
export const as = <Code extends FaultCode>(code: Code, ...[params]: ParamsOf<Code>): { error: string; params?: Params } => ({
  error: code,
  ...(params ? { params } : {}),
});

/** Adds a fault that names something, from within `superRefine`. */
export const raise = (context: z.core.$RefinementCtx, one: FieldFault) =>
  context.addIssue({ code: 'custom', message: one.code, params: one.params, path: one.path === '' ? [] : one.path.split('.') });

const isCode = (text: string): text is FaultCode => Object.hasOwn(sentences, text);
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[name] : undefined), value);
const isMissing = (value: unknown) =>
  value === undefined || value === null || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

type Issue = z.core.$ZodIssue;
/** Which of the shapes a value may have it was meant to have: the one whose faults lie deepest. */
const meant = (errors: readonly Issue[][]) => errors.find((one) => one.length > 0 && one.every(({ path }) => path.length > 0));

function read(issue: Issue, value: unknown): FieldFault[] {
  const path = issue.path.map(String).join('.');
  const one = (code: FaultCode, params: Params = {}): FieldFault[] => [{ path, code, params }];
  if (isCode(issue.message)) return one(issue.message, (issue.code === 'custom' ? (issue.params as Params | undefined) : undefined) ?? {});
  const missing = isMissing(valueAt(value, issue.path));
  switch (issue.code) {
    case 'invalid_value':
      return missing ? one('CHOOSE') : one('CHOICE', { values: issue.values.map(String).join(', ') });
    case 'too_small':
      if (missing) return one('MISSING');
      return one(issue.origin === 'string' ? 'TOO_SHORT' : issue.origin === 'array' ? 'TOO_FEW_ITEMS' : 'TOO_SMALL', { min: Number(issue.minimum) });
    case 'too_big':
      return one(issue.origin === 'string' ? 'TOO_LONG' : issue.origin === 'array' ? 'TOO_MANY_ITEMS' : 'TOO_LARGE', { max: Number(issue.maximum) });
    case 'unrecognized_keys':
      return one('UNKNOWN_FIELD', { names: issue.keys.join(', ').slice(0, 200) });
    case 'invalid_union': {
      const inner = meant(issue.errors);
      if (inner && !missing) return inner.flatMap((within) => read({ ...within, path: [...issue.path, ...within.path] }, value));
      return missing ? one('MISSING') : one('FORMAT');
    }
    case 'invalid_type':
      return missing ? one('MISSING') : one('TYPE', { expected: issue.expected });
    default:
      return missing ? one('MISSING') : one('FORMAT');
  }
}

/**
 * The faults that a schema found, by code.
 * @param value what was checked: what is simply not there is asked for, whatever the check calls it
 * @param under where the value stands, such as "sources.0"
 */
export const faultsOf = (error: z.ZodError, value: unknown, under = ''): FieldFault[] =>
  error.issues.flatMap((issue) => read(issue, value)).map((one) => ({ ...one, path: [under, one.path].filter(Boolean).join('.') }));

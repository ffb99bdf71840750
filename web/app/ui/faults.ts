import type { TFunction } from 'i18next';
import { faults } from '#i18n/en/faults.ts';
import type { FaultCode, Params } from '#i18n/fault.ts';
import type { FieldError } from './form.tsx';

/** Why something was refused, as the API says it or a page itself does: what, by its code, and what the sentence of the code names. */
export type Why = { code: string; params?: unknown };
/** The same of a field, or of a file of that name which came with it. */
export type Fault = Why & { path: string; file?: string };

const isCode = (code: string): code is FaultCode => Object.hasOwn(faults, code);
const paramsOf = (params: unknown): Params => (typeof params === 'object' && params !== null ? (params as Params) : {});

/** The sentence of a fault in the reader's language. A code that these pages do not know, from a newer API, has a general one. */
export function inWords(t: TFunction, { code, params }: Why): string {
  const given = paramsOf(params);
  const options: Record<string, unknown> = { ...given, ...(given['role'] ? { context: String(given['role']) } : {}) };
  return (t as (key: string, options: Record<string, unknown>) => string)(`faults.${isCode(code) ? code : 'UNKNOWN'}`, options);
}

/** A fault as forms show it, at the field of its path, or where `name` says. */
export function toError(t: TFunction, fault: Fault, name = fault.path): FieldError {
  const message = inWords(t, fault);
  return { name, message: fault.file ? t('upload.named', { name: fault.file, message }) : message };
}

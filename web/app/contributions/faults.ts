import type { TFunction } from 'i18next';
import { type Fault, toError } from '../ui/faults.ts';
import type { FieldError } from '../ui/form.tsx';
import { fieldName } from './field-words.ts';
import type { Kind } from './spec.ts';

/** A fault of a draft at its field; the first save gives the part on the ledger its fields. */
export const draftError = (t: TFunction, fault: Fault): FieldError => toError(t, fault, fault.path === 'ledger' ? 'ledger.access' : fault.path);

/** A fault for the top of a page, where it must say which field it is in. */
export function named(t: TFunction, kind: Kind, { name, message }: FieldError): string {
  const field = fieldName(t, kind, name);
  return field ? t('contributions.form.fault', { field, message }) : message;
}

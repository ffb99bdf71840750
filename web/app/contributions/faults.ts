import type { TFunction } from 'i18next';
import type { Fault } from './answer.ts';
import { type Content, valueAt } from './content.ts';
import { fieldName } from './fields.tsx';
import type { Kind } from './spec.ts';

/** A fault in a sentence for people: what is simply missing is asked for, whatever the check calls it. */
export function inWords(t: TFunction, content: Content, { name, message }: Fault): string {
  const value = valueAt(content, name);
  const missing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (missing && /^Invalid option/.test(message)) return t('contributions.form.choice');
  if (missing && /^(Invalid input|Too small|must not be empty)/.test(message)) return t('contributions.form.missing');
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?”"]$/.test(message) ? '' : '.'}`;
}

/** A fault for the top of a page, where it must say which field it is in. */
export function named(t: TFunction, kind: Kind, { name, message }: Fault): string {
  const field = fieldName(t, kind, name);
  return field ? t('contributions.form.fault', { field, message }) : message;
}

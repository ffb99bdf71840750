import { fault } from '#i18n/fault.ts';
import type { AgreementTermsInput, AgreementUse } from '../graphql/graphql.ts';
import type { Fault } from '../ui/faults.ts';
import { refusedIn, uploadsIn } from '../ui/uploads.ts';
import { amountIn } from './amounts.ts';
import { type TermName, termFields, uses } from './terms.ts';

/** What a form of terms says, as the API takes it, with all that was typed and what the form itself can tell is wrong. */
export function readTerms(form: FormData): { typed: Record<string, string>; terms: AgreementTermsInput; faults: Fault[] } {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('upload')) typed[name] = value;
  const faults: Fault[] = refusedIn(form);
  // A file that came takes the place of what was there, and stays when the form comes back.
  const upload = uploadsIn(form)[0];
  if (upload) {
    typed['documentFile'] = upload.file;
    typed['documentAddress'] = '';
    typed['documentLabel'] ||= upload.name;
  }
  const text = (name: TermName | 'documentFile') => typed[name]?.trim() ?? '';
  const ceiling = text('ceiling') === '' ? null : amountIn(text('ceiling'));
  if (text('ceiling') !== '' && ceiling === null) faults.push(fault('ceiling', 'AMOUNT'));
  const use: AgreementUse = uses.find((one) => one === text('use')) ?? 'NOT_STATED';
  const lines = Object.fromEntries(
    termFields.flatMap(({ name, as }) => (as === 'choice' || name === 'ceiling' || name === 'unspsc' ? [] : [[name, text(name)]])),
  );
  const terms = {
    ...lines,
    unspsc: text('unspsc')
      .split(/[\s,;]+/)
      .filter(Boolean),
    ceiling,
    use,
    documentFile: text('documentFile') || null,
  } as AgreementTermsInput;
  return { typed, terms, faults };
}

/** "unspsc.1" is in the field of all codes, a file in that of the upload. */
export const placeOf = (path: string): string =>
  path
    .replace(/^unspsc\.\d+$/, 'unspsc')
    .replace(/^documentFile$/, 'upload')
    .replace(/^versions$/, 'holdsFrom');

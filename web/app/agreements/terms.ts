import type { AgreementTermsInput, AgreementUse } from '../graphql/graphql.ts';

export const uses = ['NOT_STATED', 'CLOSED', 'ON_REQUEST', 'OPEN'] as const satisfies readonly AgreementUse[];
export const audiences = ['OWNERS', 'UN_SYSTEM', 'PUBLIC'] as const;
export type TermName = Exclude<keyof AgreementTermsInput, 'documentFile'>;
/** A term as a form asks it; its label, and where it has them its help and example, are in `agreements.form`. */
type TermField = { name: TermName; as: 'line' | 'text' | 'day' | 'choice'; required?: boolean; most?: number; rows?: number; help?: string; example?: string };

/** The terms in the order of the form; the file of the document stands with its address. */
export const termFields: readonly TermField[] = [
  { name: 'number', as: 'line', required: true, most: 100, help: 'numberHelp', example: 'numberExample' },
  { name: 'title', as: 'line', required: true, most: 200, example: 'titleExample' },
  { name: 'scope', as: 'text', required: true, most: 4000, rows: 3, example: 'scopeExample' },
  { name: 'unspsc', as: 'line', help: 'unspscHelp', example: 'unspscExample' },
  { name: 'startsOn', as: 'day', required: true, example: 'dayExample' },
  { name: 'endsOn', as: 'day', required: true, example: 'dayExample' },
  { name: 'ceiling', as: 'line', help: 'ceilingHelp', example: 'ceilingExample' },
  { name: 'currency', as: 'line', example: 'currencyExample' },
  { name: 'callOff', as: 'text', most: 4000, rows: 3, example: 'callOffExample' },
  { name: 'use', as: 'choice', required: true },
  { name: 'useTerms', as: 'text', most: 4000, rows: 3, example: 'useTermsExample' },
  { name: 'contact', as: 'line', most: 300, help: 'contactHelp', example: 'contactExample' },
  { name: 'documentLabel', as: 'line', most: 200, example: 'documentLabelExample' },
  { name: 'documentAddress', as: 'line', example: 'documentAddressExample' },
  { name: 'source', as: 'text', required: true, most: 1000, rows: 2, example: 'sourceExample' },
];

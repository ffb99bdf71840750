import type { UptakeInput } from '../graphql/graphql.ts';
import { audiences, parts, uptakeSources } from './values.ts';

type Name = Exclude<keyof UptakeInput, 'evidence'>;
/** A field of a report as a form asks it; the words of its label, help and example are in `uptake.form`. */
type FormField = {
  name: Name;
  as: 'choice' | 'day' | 'line' | 'text';
  required?: boolean;
  /** The words of a choice, by value. */
  options?: { values: readonly string[]; words: 'audience' | 'source' | 'inPart' };
  most?: number;
  rows?: number;
  help?: string;
  example?: string;
  /** An example that is no words. */
  sample?: string;
};

/** The two axes, which the form asks side by side with all their values open. */
export const axes = ['acceptance', 'implementation'] as const satisfies readonly Name[];
/** The fields that stand before the evidence, and those after it. */
export const before: readonly FormField[] = [
  { name: 'inPart', as: 'choice', options: { values: parts, words: 'inPart' }, help: 'inPartHelp' },
  { name: 'effectiveDate', as: 'day', required: true, help: 'effectiveHelp', sample: '2026-06-12' },
  { name: 'responsibleUnit', as: 'line', most: 300, help: 'unitHelp', example: 'unitExample' },
  { name: 'officer', as: 'line', most: 300, help: 'officerHelp', example: 'officerExample' },
  { name: 'targetDate', as: 'day', help: 'targetHelp', sample: '2027-06-30' },
  { name: 'comment', as: 'text', most: 4000, help: 'commentHelp', example: 'commentExample' },
  { name: 'commentAudience', as: 'choice', required: true, options: { values: audiences, words: 'audience' } },
  { name: 'decisionSymbol', as: 'line', most: 100, help: 'decisionHelp', example: 'decisionExample' },
  { name: 'financialImplication', as: 'line', most: 1000, help: 'financialHelp', example: 'financialExample' },
  { name: 'impactSeen', as: 'text', most: 4000, rows: 3, help: 'impactHelp', example: 'impactExample' },
];
export const after: readonly FormField[] = [
  { name: 'source', as: 'choice', required: true, options: { values: uptakeSources, words: 'source' } },
  { name: 'sourceReference', as: 'line', most: 300, help: 'sourceHelp', example: 'sourceExample' },
  { name: 'sourcePlace', as: 'line', most: 100, help: 'placeHelp', example: 'placeExample' },
];
/** All fields but the evidence, in the order of the form. */
export const fields: readonly FormField[] = [...before, ...after];
/** What a form starts with where there is no entry. The state of the last one does not hold from its day on again. */
export const kept = [...axes, ...fields.map(({ name }) => name)].filter((name) => name !== 'effectiveDate');

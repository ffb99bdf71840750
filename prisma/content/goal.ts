import { z } from 'zod';
import { line, recordFields, statement, url } from './shared.ts';

/** One of the 17 Sustainable Development Goals, with the challenge and the approach of Annex III. */
export const goal = z.strictObject({
  ...recordFields,
  number: z.number().int().min(1).max(17),
  title: line,
  iri: url,
  /** The official colour, and whether white or black text is readable on it (4.5:1). */
  colour: z.string().regex(/^#[0-9A-F]{6}$/),
  textOn: z.enum(['white', 'black']),
  challenge: statement,
  approach: statement,
});
export type Goal = z.infer<typeof goal>;

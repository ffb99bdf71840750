import type { Kind } from './kind.ts';
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

export const goalKind: Kind<Goal> = {
  kind: 'GOAL',
  schema: goal,
  path: '/goals',
  title: (content) => `Goal ${content.number}: ${content.title}`,
  summary: (content) => content.challenge.text,
  keywords: (content) => [`SDG ${content.number}`, `SDG${content.number}`, 'Sustainable Development Goal'],
  facets: () => [],
  links: () => [],
};

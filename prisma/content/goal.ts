import { z } from 'zod';
import { concept, linked } from './concept.ts';
import { field } from './field.ts';
import { line, recordFields, statement, url } from './shared.ts';

/** One of the 17 Sustainable Development Goals, with the challenge and the approach of Annex III. */
export const goal = z.strictObject({
  ...recordFields,
  number: field(z.number().int().min(1).max(17), {
    find: (number) => [`SDG ${number}`, `SDG${number}`, 'Sustainable Development Goal'],
    filter: { as: 'number', of: () => [] },
    columns: [['Number', 8]],
  }),
  title: field(line, { title: true, columns: [['Name', 40]] }),
  iri: field(url, { columns: [['IRI', 40]], order: { column: 1 } }),
  /** The official colour, and whether white or black text is readable on it (4.5:1). */
  colour: field(z.string().regex(/^#[0-9A-F]{6}$/), { text: false }),
  textOn: z.enum(['white', 'black']),
  challenge: field(statement, { summary: true, columns: [['Challenge', 60]] }),
  approach: field(statement, { columns: [['Approach', 60]] }),
});
export type Goal = z.infer<typeof goal>;

export const goalKind = concept<Goal>('GOAL', '/goals', goal, {
  title: (content) => `Goal ${content.number}: ${content.title}`,
  columns: [['Projects (editors)', 50, linked('PROJECT', 'IN', 'GOAL')]],
  links: () => [],
});

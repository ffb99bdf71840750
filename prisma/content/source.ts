import { z } from 'zod';
import { concept } from './concept.ts';
import { field } from './field.ts';
import { line, organizationName, partialDate, prose, recordFields, statement, url } from './shared.ts';

/** A document on which statements rest. */
export const source = z.strictObject({
  ...recordFields,
  title: field(line, { title: true, ask: 'source' }),
  symbol: field(line.optional(), { find: true, columns: [['Symbol', 20]] }),
  author: field(line, { find: true, columns: [['Author', 30]], ask: 'source' }),
  /** Short names of the organizations that it is for, where it came with an entry for its owners only. */
  owners: z.array(organizationName).optional(),
  date: field(partialDate.optional(), { columns: [['Date', 12]], ask: 'source' }),
  address: field(url.optional(), { columns: [['Address of the document', 50]], ask: 'source' }),
  summary: field(prose, { summary: true, columns: [['About', 70]], ask: 'source' }),
  /** What the source itself gets wrong, and what holds instead. */
  slips: field(z.array(z.strictObject({ where: line, says: prose, holds: prose })).default([]), {
    columns: [['Its own slips', 60, (slips) => slips.map((slip) => `${slip.where}: ${slip.says} ${slip.holds}`)]],
  }),
  /** What is known to be unsure in it or in our copy. */
  uncertainties: field(z.array(prose).default([]), { columns: [['Uncertain in it', 60]] }),
  statements: z.array(statement).default([]),
});
export type Source = z.infer<typeof source>;

export const sourceKind = concept<Source>('SOURCE', '/sources', source, { links: () => [] });

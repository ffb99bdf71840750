import type { Kind } from './kind.ts';
import { z } from 'zod';
import { line, partialDate, prose, recordFields, statement, url } from './shared.ts';

/** A document on which statements rest. */
export const source = z.strictObject({
  ...recordFields,
  title: line,
  symbol: line.optional(),
  author: line,
  /** Short names of the organizations that it is for, where it came with an entry for its owners only. */
  owners: z.array(line).optional(),
  date: partialDate.optional(),
  address: url.optional(),
  summary: prose,
  /** What the source itself gets wrong, and what holds instead. */
  slips: z.array(z.strictObject({ where: line, says: prose, holds: prose })).default([]),
  /** What is known to be unsure in it or in our copy. */
  uncertainties: z.array(prose).default([]),
  statements: z.array(statement).default([]),
});
export type Source = z.infer<typeof source>;

export const sourceKind: Kind<Source> = {
  kind: 'SOURCE',
  schema: source,
  path: '/sources',
  title: (content) => content.title,
  summary: (content) => content.summary,
  keywords: (content) => [content.symbol ?? '', content.author],
  facets: () => [],
  links: () => [],
};

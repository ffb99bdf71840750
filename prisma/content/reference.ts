import { as } from './check.ts';
import { countryNames, type Kind, organizationTarget, to, words } from './kind.ts';
import { z } from 'zod';
import { line, prose, recordFields, statement, url } from './shared.ts';

/**
 * Pages of reference that are read, not filtered: legal items, ways of funding, levels of learning, learning resources,
 * Principles for Digital Development, elements of the governance framework, types of governance, proposals of para. 209,
 * the platforms that projects run on.
 */
export const topics = [
  'LEGAL_DOCUMENT',
  'LAW',
  'LEGAL_ISSUE',
  'FUNDING',
  'LEARNING_LEVEL',
  'LEARNING_RESOURCE',
  'PRINCIPLE',
  'GOVERNANCE_SECTION',
  'GOVERNANCE_ELEMENT',
  'GOVERNANCE_TYPE',
  'INTEROPERABILITY_LEVEL',
  'GUIDANCE_PROPOSAL',
  'THEORETICAL_BENEFIT',
  'OUTSIDE_EXAMPLE',
  'PLATFORM',
] as const;

export const reference = z.strictObject({
  ...recordFields,
  topic: z.enum(topics),
  title: line,
  /** A symbol or number, such as A/CN.9/1012. */
  symbol: line.optional(),
  text: statement,
  address: url.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, as('COUNTRY'))
    .optional(),
  /** The record this is an element of, by source key. */
  partOf: line.optional(),
  /** For LEARNING_RESOURCE: the levels (source keys) it serves. For PRINCIPLE: which edition. */
  audiences: z.array(line).default([]),
  edition: line.optional(),
  organizations: z.array(line).default([]),
  projects: z.array(line).default([]),
  note: prose.optional(),
});
export type Reference = z.infer<typeof reference>;

export const referenceKind: Kind<Reference> = {
  kind: 'REFERENCE',
  schema: reference,
  path: '/reference',
  title: (content) => (content.symbol && !content.title.includes(content.symbol) ? `${content.symbol} ${content.title}` : content.title),
  summary: (content) => content.text.text,
  keywords: (content, named) => [
    content.symbol ?? '',
    words(content.topic),
    ...(content.country ? countryNames(content.country) : []),
    ...content.organizations.flatMap((name) => named(organizationTarget(name)).names),
  ],
  facets: (content) => [['topic', content.topic], ...(content.edition ? [['edition', content.edition] as [string, string]] : [])],
  links: (content) => [
    ...(content.partOf ? to('REFERENCE', 'PART_OF', [content.partOf]) : []),
    ...to(
      'REFERENCE',
      'FOR_LEVEL',
      content.audiences.filter(() => content.topic === 'LEARNING_RESOURCE'),
    ),
    ...content.organizations.map((name) => ({ relation: 'CONCERNS', to: organizationTarget(name) })),
    ...to('PROJECT', 'CONCERNS', content.projects),
  ],
};

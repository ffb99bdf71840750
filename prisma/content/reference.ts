import { concept, linked } from './concept.ts';
import { countryNames, organizationTarget, to } from './kind.ts';
import { isLanguage } from './language.ts';
import { z } from 'zod';
import { field } from './field.ts';
import { choice, code, countryCode, line, organizationName, prose, recordFields, recordKey, statement, url } from './shared.ts';

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

const fields = {
  topic: field(choice(topics, 'topic'), { find: true, filter: 'topic', columns: [['Topic', 22]], order: { find: 1 } }),
  title: field(line, { title: true, columns: [['Name', 40]], order: { column: 1 } }),
  /** A symbol or number, such as A/CN.9/1012. */
  symbol: field(line.optional(), { find: true, columns: [['Symbol', 18]] }),
  text: field(statement, { summary: true, columns: [['Text', 70]], order: { column: 1 } }),
  address: field(url.optional(), { columns: [['Address of the document', 50]], order: { column: 5 } }),
  country: field(countryCode().optional(), {
    find: (country) => (country ? countryNames(country) : []),
    columns: [['Country', 10]],
    order: { find: 2, column: 3 },
  }),
  /** The record this is an element of, by source key. */
  partOf: field(recordKey('REFERENCE').optional(), { columns: [['Part of', 30, linked('REFERENCE', 'OUT', 'PART_OF')]], order: { column: 2 } }),
  /** For LEARNING_RESOURCE: the levels (source keys) it serves. For PRINCIPLE: which edition. */
  audiences: field(z.array(code).default([]), { columns: [['For level', 30, linked('REFERENCE', 'OUT', 'FOR_LEVEL')]], order: { column: 2 } }),
  /** Of a resource: its languages (BCP 47), how long it takes in minutes, what it costs; absent where nobody said. */
  inLanguages: field(z.array(z.string().refine(isLanguage)).optional(), { columns: [['In languages', 12]], order: { column: 7 } }),
  minutes: field(z.int().positive().optional(), { columns: [['Minutes', 8]], order: { column: 7 } }),
  cost: field(line.optional(), { columns: [['Cost', 12]], order: { column: 7 } }),
  /** Of a level of learning: the path through the library, in its order, each a page here with why it is there. */
  steps: field(z.array(z.strictObject({ to: z.string().regex(/^\/[a-z]/), title: line, why: prose })).optional(), {}),
  edition: field(code.optional(), { filter: 'edition', columns: [['Edition', 10]], order: { column: 2 } }),
  organizations: field(z.array(organizationName).default([]), {
    find: true,
    columns: [['Organizations', 24, linked('ORGANIZATION', 'OUT', 'CONCERNS')]],
    order: { find: 3, column: 4 },
  }),
  projects: field(z.array(recordKey('PROJECT')).default([]), { columns: [['Projects', 40, linked('PROJECT', 'OUT', 'CONCERNS')]], order: { column: 4 } }),
  note: field(prose.optional(), { columns: [['Note', 40]], order: { column: 6 } }),
};

export const reference = z.strictObject({ ...recordFields, ...fields });
export type Reference = z.infer<typeof reference>;

export const referenceKind = concept<Reference>('REFERENCE', '/reference', reference, {
  title: (content) => (content.symbol && !content.title.includes(content.symbol) ? `${content.symbol} ${content.title}` : content.title),
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
});

import { z } from 'zod';
import { concept, linked } from './concept.ts';
import { field } from './field.ts';
import { organizationTarget, to, words } from './kind.ts';
import { choice, cite, code, fact, key, line, organizationName, partialDate, prose, recordFields, recordKey, REPORT, statement } from './shared.ts';

/** FORMAL: the eight of the report. SOFT: the nine. OTHER: what the Inspector says in the body without counting it. */
export const recommendationKinds = ['FORMAL', 'SOFT', 'OTHER'] as const;
export const impactLetters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;

const fields = {
  kind: field(choice(recommendationKinds, 'recommendationKind'), {
    find: (kind) => [`${words(kind)} recommendation`],
    filter: { as: 'kind', facet: 'kind_of_recommendation' },
    columns: [['Kind', 12]],
  }),
  /** The source key of the report it stands in; the report this library starts from unless given. */
  report: field(key.optional(), { filter: { as: 'report', of: (report) => [report ?? REPORT] }, explain: 'Source key of the report.' }),
  /** The number of a formal recommendation, such as 4; the label of the others, such as "S2". */
  number: field(z.number().int().min(1).optional(), { columns: [['Number', 8]] }),
  label: field(line, { find: true, columns: [['Label', 10]], order: { find: -1 } }),
  title: field(line, { title: true }),
  text: field(statement, { summary: true, columns: [['Text', 70]] }),
  /** The word the Inspector uses, for OTHER: recommends, encourages, notes. */
  verb: line.optional(),
  addressee: field(fact({ value: line }), { value: 'value', find: true, columns: [['Addressee', 30]] }),
  /** LEGISLATIVE (L) or EXECUTIVE (E). */
  action: field(choice(['LEGISLATIVE', 'EXECUTIVE'], 'actionKind').optional(), { filter: 'action', columns: [['Action', 14]] }),
  deadline: field(fact({ date: partialDate.optional(), text: line }).optional(), {
    columns: [
      ['Deadline', 12, (deadline) => deadline?.date],
      ['Deadline in words', 30],
    ],
  }),
  impact: field(fact({ letter: z.enum(impactLetters), text: prose }).optional(), {
    value: 'letter',
    filter: 'impact',
    explain: 'a to i.',
    columns: [
      ['Impact', 8],
      ['Intended impact', 40, (impact) => impact?.text],
    ],
  }),
  /** Where it is printed. */
  place: field(code, { find: true, columns: [['Printed in', 24]] }),
  /** What the report itself gets wrong about it, such as a paragraph number in the executive summary. */
  correction: field(statement.optional(), { columns: [['Correction', 40]] }),
  projects: field(z.array(recordKey('PROJECT')).default([]), { columns: [['Projects', 40, linked('PROJECT', 'OUT', 'CONCERNS')]], order: { column: 2 } }),
  standards: field(z.array(recordKey('STANDARD')).default([]), { columns: [['Standards', 30, linked('STANDARD', 'OUT', 'CONCERNS')]], order: { column: 2 } }),
  organizations: field(z.array(organizationName).default([]), {
    find: true,
    columns: [['Organizations', 24, linked('ORGANIZATION', 'OUT', 'CONCERNS')]],
    order: { column: 1 },
  }),
  cite,
};

/** A recommendation of a JIU report, in our own words. */
export const recommendation = z.strictObject({ ...recordFields, ...fields });
export type Recommendation = z.infer<typeof recommendation>;

/** Annex IV of one report: for each recommendation, who is to act, and how sure each doubtful cell is. */
export const actionTable = z.strictObject({
  report: line,
  columns: z.array(line).min(1),
  forInformation: z.array(line).default([]),
  rows: z
    .array(
      z.strictObject({
        recommendation: line,
        action: z.enum(['LEGISLATIVE', 'EXECUTIVE']),
        organizations: z.array(line).min(1),
        /** Cells whose reading cannot be settled from the text. */
        doubtful: z.array(z.strictObject({ organization: line, note: prose })).default([]),
      }),
    )
    .min(1),
  cite,
});
export type ActionTable = z.infer<typeof actionTable>;

export const recommendationKind = concept<Recommendation>('RECOMMENDATION', '/recommendations', recommendation, {
  title: (content) => (content.kind === 'FORMAL' ? `Recommendation ${content.number}: ${content.title}` : content.title),
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'CONCERNS', to: organizationTarget(name) })),
    ...to('PROJECT', 'CONCERNS', content.projects),
    ...to('STANDARD', 'CONCERNS', content.standards),
  ],
});

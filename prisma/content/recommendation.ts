import { type Kind, organizationTarget, to, words } from './kind.ts';
import { z } from 'zod';
import { cite, fact, key, line, partialDate, prose, recordFields, REPORT, statement } from './shared.ts';

/** FORMAL: the eight of the report. SOFT: the nine. OTHER: what the Inspector says in the body without counting it. */
export const recommendationKinds = ['FORMAL', 'SOFT', 'OTHER'] as const;
export const impactLetters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;

/** A recommendation of a JIU report, in our own words. */
export const recommendation = z.strictObject({
  ...recordFields,
  kind: z.enum(recommendationKinds),
  /** The source key of the report it stands in; the report this library starts from unless given. */
  report: key.optional(),
  /** The number of a formal recommendation, such as 4; the label of the others, such as "S2". */
  number: z.number().int().min(1).optional(),
  label: line,
  title: line,
  text: statement,
  /** The word the Inspector uses, for OTHER: recommends, encourages, notes. */
  verb: line.optional(),
  addressee: fact({ value: line }),
  /** LEGISLATIVE (L) or EXECUTIVE (E). */
  action: z.enum(['LEGISLATIVE', 'EXECUTIVE']).optional(),
  deadline: fact({ date: partialDate.optional(), text: line }).optional(),
  impact: fact({ letter: z.enum(impactLetters), text: prose }).optional(),
  /** Where it is printed. */
  place: line,
  /** What the report itself gets wrong about it, such as a paragraph number in the executive summary. */
  correction: statement.optional(),
  projects: z.array(line).default([]),
  standards: z.array(line).default([]),
  organizations: z.array(line).default([]),
  cite,
});
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

export const recommendationKind: Kind<Recommendation> = {
  kind: 'RECOMMENDATION',
  schema: recommendation,
  path: '/recommendations',
  title: (content) => (content.kind === 'FORMAL' ? `Recommendation ${content.number}: ${content.title}` : content.title),
  summary: (content) => content.text.text,
  keywords: (content, named) => [
    content.label,
    `${words(content.kind)} recommendation`,
    content.addressee.value,
    content.place,
    ...content.organizations.flatMap((name) => named(organizationTarget(name)).names),
  ],
  facets: (content) => [
    ['kind_of_recommendation', content.kind],
    ['report', content.report ?? REPORT],
    ...(content.action ? [['action', content.action] as [string, string]] : []),
    ...(content.impact ? [['impact', content.impact.letter] as [string, string]] : []),
  ],
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'CONCERNS', to: organizationTarget(name) })),
    ...to('PROJECT', 'CONCERNS', content.projects),
    ...to('STANDARD', 'CONCERNS', content.standards),
  ],
};

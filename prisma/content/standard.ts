import { type Kind, to, words } from './kind.ts';
import { z } from 'zod';
import { fact, line, partialDate, prose, recordFields, statement, url } from './shared.ts';

export const standardStatuses = ['PUBLISHED', 'WITHDRAWN', 'REPLACED', 'UNDER_DEVELOPMENT', 'WORK_IN_PROGRESS', 'NO_RECORD_FOUND', 'NAMED'] as const;

/** A standard, specification, technical report or white paper. */
export const standard = z.strictObject({
  ...recordFields,
  /** The number, such as "ISO 22739:2020"; absent where the source prints none. */
  number: line.optional(),
  title: fact({ value: line }),
  /** ISO, ITU-T, or another body. */
  body: line,
  committee: line.optional(),
  documentKind: line.optional(),
  published: partialDate.optional(),
  /** The status as at a date. */
  status: fact({ value: z.enum(standardStatuses), text: prose.optional() }),
  /** Whether the report names it, or it came later. */
  inReport: z.boolean(),
  address: url.optional(),
  /** What it is about, and why a project would read it. */
  summary: statement,
  /** Source keys of the standards that it replaces. */
  replaces: z.array(line).default([]),
  /** Source keys of the projects of the report's work items that it became. */
  projects: z.array(line).default([]),
  themes: z.array(line).default([]),
  questions: z.array(line).default([]),
  /** Uses of blockchain (as projects have them) for which to read it first. */
  uses: z.array(line).default([]),
});
export type Standard = z.infer<typeof standard>;

export const standardKind: Kind<Standard> = {
  kind: 'STANDARD',
  schema: standard,
  path: '/standards',
  title: (content) => (content.number && !content.title.value.includes(content.number) ? `${content.number} ${content.title.value}` : content.title.value),
  summary: (content) => content.summary.text,
  keywords: (content) => [
    content.number ?? '',
    content.body,
    content.committee ?? '',
    content.documentKind ?? '',
    'standard',
    ...content.uses.map(words),
    ...content.themes.map(words),
  ],
  facets: (content) => [
    ['body', content.body],
    ['status', content.status.value],
    ['in_report', content.inReport ? 'yes' : 'no'],
    ...content.themes.map((theme): [string, string] => ['theme', theme]),
    ...content.uses.map((use): [string, string] => ['use', use]),
  ],
  links: (content) => [...to('STANDARD', 'REPLACES', content.replaces), ...to('STANDARD', 'CAME_FROM', content.projects)],
};

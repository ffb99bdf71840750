import { z } from 'zod';
import { concept, linked } from './concept.ts';
import { field } from './field.ts';
import { to, words } from './kind.ts';
import { themes } from './lesson.ts';
import { uses } from './project.ts';
import { choice, code, fact, line, partialDate, prose, recordFields, recordKey, statement, url } from './shared.ts';

export const standardStatuses = ['PUBLISHED', 'WITHDRAWN', 'REPLACED', 'UNDER_DEVELOPMENT', 'WORK_IN_PROGRESS', 'NO_RECORD_FOUND', 'NAMED'] as const;

const fields = {
  /** The number, such as "ISO 22739:2020"; absent where the source prints none. */
  number: field(line.optional(), { find: true, columns: [['Number', 20]] }),
  title: field(fact({ value: line }), { title: true, value: 'value', columns: [['Name', 50]] }),
  /** ISO, ITU-T, or another body. */
  body: field(line, { find: true, filter: 'body', columns: [['Body', 12]] }),
  committee: field(line.optional(), { find: true, columns: [['Committee', 20]] }),
  documentKind: field(line.optional(), { find: (kind) => [kind ?? '', 'standard'], columns: [['Document', 20]] }),
  published: field(partialDate.optional(), { columns: [['Published', 12]] }),
  /** The status as at a date. */
  status: field(fact({ value: choice(standardStatuses, 'standardStatus'), text: prose.optional() }), {
    value: 'value',
    filter: 'status',
    columns: [
      ['Status', 20],
      ['Status as at', 12, (status) => status.asAt],
    ],
  }),
  /** Whether the report names it, or it came later. */
  inReport: field(z.boolean(), {
    filter: { as: 'inReport', facet: 'in_report', of: (named) => [named ? 'yes' : 'no'] },
    explain: 'yes or no.',
    columns: [['Named in the report', 10]],
  }),
  address: field(url.optional(), { columns: [['Address at the body', 40]], order: { column: 2 } }),
  /** What it is about, and why a project would read it. */
  summary: field(statement, { summary: true, columns: [['Summary', 60]] }),
  /** Source keys of the standards that it replaces. */
  replaces: field(z.array(recordKey('STANDARD')).default([]), {
    columns: [
      ['Replaces', 30, linked('STANDARD', 'OUT', 'REPLACES')],
      ['Replaced by', 30, linked('STANDARD', 'IN', 'REPLACES')],
    ],
  }),
  /** Source keys of the projects of the report's work items that it became. */
  projects: field(z.array(recordKey('STANDARD')).default([]), { columns: [['Came from', 30, linked('STANDARD', 'OUT', 'CAME_FROM')]] }),
  themes: field(z.array(field(code, { options: themes })).default([]), {
    find: (values) => values.map(words),
    filter: 'theme',
    columns: [['Themes', 26]],
    order: { find: 1, column: 1 },
  }),
  questions: z.array(code).default([]),
  /** Uses of blockchain (as projects have them) for which to read it first. */
  uses: field(z.array(field(code, { options: uses })).default([]), { find: (values) => values.map(words), filter: 'use', columns: [['Uses', 26]] }),
};

/** A standard, specification, technical report or white paper. */
export const standard = z.strictObject({ ...recordFields, ...fields });
export type Standard = z.infer<typeof standard>;

export const standardKind = concept<Standard>('STANDARD', '/standards', standard, {
  title: (content) => (content.number && !content.title.value.includes(content.number) ? `${content.number} ${content.title.value}` : content.title.value),
  links: (content) => [...to('STANDARD', 'REPLACES', content.replaces), ...to('STANDARD', 'CAME_FROM', content.projects)],
});

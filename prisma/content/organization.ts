import { as } from './check.ts';
import { countryNames, type Kind, organizationTarget, words } from './kind.ts';
import { z } from 'zod';
import { cite, line, prose, recordFields, statement, url } from './shared.ts';

/** PARTICIPATING: one of the 28 of Annex IV. SYSTEM_BODY: another body of the UN system. */
export const organizationKinds = ['PARTICIPATING', 'SYSTEM_BODY', 'INTERNATIONAL_FINANCIAL_INSTITUTION', 'GOVERNMENT', 'NGO', 'COMPANY', 'OTHER'] as const;
/** The groups of Annex IV's columns. */
export const organizationGroups = ['UN_FUNDS_AND_PROGRAMMES', 'SPECIALIZED_AGENCIES_AND_IAEA', 'OTHER'] as const;

/** An entity of the United Nations system, or another body that the library names. */
export const organization = z.strictObject({
  ...recordFields,
  /** The short name by which every other file refers to it. */
  shortName: line,
  name: line,
  alsoKnownAs: z.array(line).default([]),
  kind: z.enum(organizationKinds),
  group: z.enum(organizationGroups).default('OTHER'),
  /** Short name of the body it is part of. */
  parent: line.optional(),
  /** The column of Annex IV, 1 to 29. */
  annexIvColumn: z.number().int().min(1).max(29).optional(),
  /** IATI organization identifier, with the reason where it is not simply derived. */
  iati: z.strictObject({ identifier: z.string().regex(/^XM-DAC-\d+$/, as('IATI')), note: prose.optional() }).optional(),
  website: url.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, as('COUNTRY'))
    .optional(),
  /** Mail domains whose verified addresses belong to it. */
  mailDomains: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/, as('DOMAIN'))).default([]),
  /** What it does on blockchain according to the sources, in one or two sentences. */
  summary: statement.optional(),
  /** Exploration and other facts that belong to no project (JIU/REP/2020/7, paras. 55-60). */
  statements: z.array(statement).default([]),
  cite,
});
export type Organization = z.infer<typeof organization>;

export const organizationKind: Kind<Organization> = {
  kind: 'ORGANIZATION',
  schema: organization,
  path: '/organizations',
  title: (content) => (content.name === content.shortName ? content.name : `${content.name} (${content.shortName})`),
  summary: (content) => content.summary?.text ?? '',
  keywords: (content) => [content.shortName, ...content.alsoKnownAs, ...(content.country ? countryNames(content.country) : []), words(content.kind)],
  facets: (content) => [
    ['kind_of_organization', content.kind],
    ['group', content.group],
  ],
  links: (content) => (content.parent ? [{ relation: 'PARENT', to: organizationTarget(content.parent) }] : []),
};

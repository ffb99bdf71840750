import { as } from './check.ts';
import { isTimeZone } from './time-zone.ts';
import { concept, linked } from './concept.ts';
import { countryNames, organizationTarget } from './kind.ts';
import { z } from 'zod';
import { field } from './field.ts';
import { choice, cite, countryCode, fact, line, orgId, organizationName, prose, recordFields, rorId, statement, url } from './shared.ts';

/** PARTICIPATING: one of the 28 of Annex IV. SYSTEM_BODY: another body of the UN system. */
export const organizationKinds = ['PARTICIPATING', 'SYSTEM_BODY', 'INTERNATIONAL_FINANCIAL_INSTITUTION', 'GOVERNMENT', 'NGO', 'COMPANY', 'OTHER'] as const;
/** The groups of Annex IV's columns. */
export const organizationGroups = ['UN_FUNDS_AND_PROGRAMMES', 'SPECIALIZED_AGENCIES_AND_IAEA', 'OTHER'] as const;

const fields = {
  /** The short name by which every other file refers to it. */
  shortName: field(line, { find: true, columns: [['Short name', 16]] }),
  name: field(line, { title: true, columns: [['Name', 40]] }),
  alsoKnownAs: field(z.array(line).default([]), { find: true, columns: [['Also known as', 24]] }),
  kind: field(choice(organizationKinds, 'organizationKind'), {
    find: true,
    filter: { as: 'kind', facet: 'kind_of_organization' },
    columns: [['Kind', 20]],
    order: { find: 2 },
  }),
  group: field(choice(organizationGroups, 'organizationGroup').default('OTHER'), { filter: 'group', columns: [['Group', 30]] }),
  /** Short name of the body it is part of. */
  parent: field(organizationName.optional(), { columns: [['Part of', 14]] }),
  /** The column of Annex IV, 1 to 29. */
  annexIvColumn: field(z.number().int().min(1).max(29).optional(), { columns: [['Column in Annex IV', 10]] }),
  /** IATI organization identifier, with the reason where it is not simply derived. */
  iati: field(z.strictObject({ identifier: z.string().regex(/^XM-DAC-\d+$/, as('IATI')), note: prose.optional() }).optional(), {
    value: 'identifier',
    columns: [['IATI identifier', 16]],
  }),
  /** Identifiers that open registers gave it, each with its source. */
  ror: field(fact({ id: rorId }).optional(), { value: 'id', columns: [['ROR', 26]] }),
  orgId: field(fact({ id: orgId }).optional(), { value: 'id', columns: [['org-id', 26]] }),
  website: field(url.optional(), { columns: [['Website', 30]], order: { column: 1 } }),
  country: field(countryCode().optional(), {
    find: (country) => (country ? countryNames(country) : []),
    columns: [['Country', 10]],
    order: { find: 1 },
  }),
  /** Mail domains whose verified addresses belong to it. */
  mailDomains: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/, as('DOMAIN'))).default([]),
  /**
   * The time zone of its seat, by its name in the IANA database ("Europe/Rome"): its days are the days there, unless it or the
   * secretariat says otherwise (table `organization_zone`). Left out where it has seats in several zones.
   */
  timeZone: z.string().refine(isTimeZone, as('TIME_ZONE')).optional(),
  /** What it does on blockchain according to the sources, in one or two sentences. */
  summary: field(statement.optional(), {
    summary: true,
    columns: [
      ['Summary', 60],
      ['Projects', 50, linked('PROJECT', 'IN', 'OWNER', 'PARTICIPANT')],
    ],
    order: { column: 2 },
  }),
  /** Exploration and other facts that belong to no project (JIU/REP/2020/7, paras. 55-60). */
  statements: z.array(statement).default([]),
  cite,
};

/** An entity of the United Nations system, or another body that the library names. */
export const organization = z.strictObject({ ...recordFields, ...fields });
export type Organization = z.infer<typeof organization>;

export const organizationKind = concept<Organization>('ORGANIZATION', '/organizations', organization, {
  title: (content) => (content.name === content.shortName ? content.name : `${content.name} (${content.shortName})`),
  links: (content) => (content.parent ? [{ relation: 'PARENT', to: organizationTarget(content.parent) }] : []),
});

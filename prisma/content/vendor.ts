import { concept, linked } from './concept.ts';
import { countryNames, organizationTarget } from './kind.ts';
import { regionsOf } from './regions.ts';
import { z } from 'zod';
import { field } from './field.ts';
import { audienceFields } from './sections.ts';
import { choice, cite, countryCode, fact, line, orgId, organizationName, recordFields, rorId, statement, suggested, url, writtenIn } from './shared.ts';

export const vendorKinds = ['EXTERNAL', 'IN_HOUSE', 'INVESTEE'] as const;

const fields = {
  language: writtenIn,
  name: field(line, { title: true, ask: 'what' }),
  formerNames: field(z.array(line).default([]), { find: true, columns: [['Former names', 20]], ask: 'what' }),
  alsoKnownAs: field(z.array(line).default([]), { find: true, columns: [['Also known as', 20]], ask: 'what' }),
  kind: field(choice(vendorKinds, 'vendorKind'), {
    find: true,
    filter: { as: 'kind', facet: 'kind_of_vendor' },
    columns: [['Kind', 12]],
    ask: 'what',
    order: { find: 2 },
  }),
  /** Short name of the organization, for a provider of the UN system. */
  organization: field(organizationName.optional(), { columns: [['Organization', 14]], ask: 'whose' }),
  /** The number under which a public register has it, with the name of the register, such as "CHE-116.281.710 (Switzerland)". */
  registrationNumber: field(line.optional(), {
    find: true,
    filter: 'registrationNumber',
    explain: 'As it is written, such as CHE-116.281.710 (Switzerland).',
    section: 'PUBLIC',
    columns: [['Registration number', 24]],
    ask: 'whose',
    text: false,
  }),
  /** Identifiers that open registers gave it, each with its source. */
  ror: field(fact({ id: rorId }).optional(), { value: 'id', columns: [['ROR', 26]], ask: 'whose' }),
  orgId: field(fact({ id: orgId }).optional(), { value: 'id', columns: [['org-id', 26]], ask: 'whose' }),
  iati: field(fact({ id: orgId }).optional(), { value: 'id', columns: [['IATI identifier', 26]], ask: 'whose' }),
  /** Who owns or leads it; compared with sanctions lists as its own names are. Found by nobody, and filtered by nothing. */
  principals: field(z.array(fact({ name: line, role: line.optional() })).optional(), {
    value: 'name',
    section: 'UN_SYSTEM',
    columns: [['Principals', 30]],
    ask: 'un',
    known: [['name', 'role'], ['name']],
    order: { section: 1 },
  }),
  country: field(fact({ code: countryCode() }).optional(), {
    value: 'code',
    find: (country) => (country ? [...countryNames(country.code), ...regionsOf(country.code).map((region) => region.name)] : []),
    filter: [
      { as: 'region', of: (country) => (country ? regionsOf(country.code).map((region) => region.slug) : []), explain: 'By slug, such as western-europe.' },
      'country',
    ],
    explain: 'ISO 3166-1 alpha-2.',
    columns: [['Country', 10]],
    ask: 'whose',
    order: { find: 1, filter: 2 },
  }),
  website: field(url.optional(), { columns: [['Website', 30]], ask: 'whose', order: { column: 1 } }),
  /** What it did for whom, in one or two sentences. */
  summary: field(statement, { summary: true, columns: [['Summary', 60]], ask: 'what' }),
  services: field(z.array(line).default([]), {
    find: true,
    filter: 'service',
    section: 'PUBLIC',
    columns: [['Services', 30]],
    ask: 'told',
    order: { filter: 1 },
  }),
  platforms: field(z.array(fact({ name: suggested('platforms') })).default([]), {
    value: 'name',
    find: true,
    filter: 'platform',
    section: 'PUBLIC',
    columns: [['Platforms', 24]],
    ask: 'told',
    known: [['name']],
  }),
  statements: field(z.array(statement).default([]), { section: 'PUBLIC', ask: 'told' }),
  cite: field(cite, { ask: 'told' }),
};

/** An external provider, an in-house provider or a firm in which a fund has invested. What it delivered stands with the projects. */
export const vendor = z.strictObject({ ...recordFields, ...fields, ...audienceFields(fields) });
export type Vendor = z.infer<typeof vendor>;

export const vendorKind = concept<Vendor>('VENDOR', '/vendors', vendor, {
  columns: [['Projects', 50, linked('PROJECT', null, 'ENGAGEMENT')]],
  links: (content) => (content.organization ? [{ relation: 'PART_OF', to: organizationTarget(content.organization) }] : []),
});

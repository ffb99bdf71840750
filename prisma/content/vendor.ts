import { as } from './check.ts';
import { countryNames, type Kind, organizationTarget, words } from './kind.ts';
import { z } from 'zod';
import { audienceFields, vendorSections } from './audience.ts';
import { cite, fact, line, recordFields, statement, url } from './shared.ts';

export const vendorKinds = ['EXTERNAL', 'IN_HOUSE', 'INVESTEE'] as const;

/** An external provider, an in-house provider or a firm in which a fund has invested. What it delivered stands with the projects. */
export const vendor = z.strictObject({
  ...recordFields,
  name: line,
  formerNames: z.array(line).default([]),
  alsoKnownAs: z.array(line).default([]),
  kind: z.enum(vendorKinds),
  /** Short name of the organization, for a provider of the UN system. */
  organization: line.optional(),
  country: fact({ code: z.string().regex(/^[A-Z]{2}$/, as('COUNTRY')) }).optional(),
  website: url.optional(),
  /** What it did for whom, in one or two sentences. */
  summary: statement,
  services: z.array(line).default([]),
  platforms: z.array(fact({ name: line })).default([]),
  statements: z.array(statement).default([]),
  cite,
  ...audienceFields(vendorSections),
});
export type Vendor = z.infer<typeof vendor>;

export const vendorKind: Kind<Vendor> = {
  kind: 'VENDOR',
  schema: vendor,
  path: '/vendors',
  title: (content) => content.name,
  summary: (content) => content.summary.text,
  keywords: (content) => [
    ...content.formerNames,
    ...content.alsoKnownAs,
    ...content.services,
    ...content.platforms.map((platform) => platform.name),
    ...(content.country ? countryNames(content.country.code) : []),
    words(content.kind),
  ],
  facets: (content) => [
    ['kind_of_vendor', content.kind],
    ...content.platforms.map((platform): [string, string] => ['platform', platform.name]),
    ...content.services.map((service): [string, string] => ['service', service]),
    ...(content.country ? [['country', content.country.code] as [string, string]] : []),
  ],
  links: (content) => (content.organization ? [{ relation: 'PART_OF', to: organizationTarget(content.organization) }] : []),
};

import type { OrganizationPageQuery } from '../graphql/graphql.ts';
import { citationsLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** An organization's page in the terms of schema.org: a page about an Organization, with the places it rests on. */
export function organizationLd(organization: NonNullable<OrganizationPageQuery['organization']>, base: URL): JsonLd {
  const address = (path: string) => new URL(path, base).href;
  return pageLd(
    organization,
    {
      '@type': organization.organizationKind === 'GOVERNMENT' ? 'GovernmentOrganization' : 'Organization',
      '@id': `${address(organization.url)}#organization`,
      name: organization.name,
      alternateName: [organization.shortName, ...organization.alsoKnownAs].filter((name) => name !== organization.name),
      ...(organization.website ? { sameAs: organization.website } : {}),
      ...(organization.iati ? { identifier: { '@type': 'PropertyValue', propertyID: 'IATI', value: organization.iati.identifier } } : {}),
      ...(organization.parent
        ? { parentOrganization: { '@type': 'Organization', name: organization.parent.title, url: address(organization.parent.url) } }
        : {}),
      ...(organization.parts.length > 0
        ? { subOrganization: organization.parts.map((part) => ({ '@type': 'Organization', name: part.title, url: address(part.url) })) }
        : {}),
    },
    citationsLd([{ citations: organization.citations }, ...(organization.summary ? [organization.summary] : []), ...organization.statements], base),
    base,
  );
}

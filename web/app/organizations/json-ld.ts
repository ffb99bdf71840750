import type { OrganizationPageQuery } from '../graphql/graphql.ts';
import { citationsLd, identifiersLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** An organization's page in the terms of schema.org: a page about an Organization, with the places it rests on. */
export function organizationLd(organization: NonNullable<OrganizationPageQuery['organization']>, base: URL): JsonLd {
  const links = [organization.website, organization.ror?.text].filter(Boolean);
  const identifiers = identifiersLd([
    ['ROR', organization.ror?.text],
    ['org-id', organization.orgId?.text],
    ['IATI', organization.iati?.identifier],
  ]);
  const address = (path: string) => new URL(path, base).href;
  return pageLd(
    organization,
    {
      '@type': organization.organizationKind === 'GOVERNMENT' ? 'GovernmentOrganization' : 'Organization',
      '@id': `${address(organization.url)}#organization`,
      name: organization.name,
      alternateName: [organization.shortName, ...organization.alsoKnownAs].filter((name) => name !== organization.name),
      ...(links.length > 0 ? { sameAs: links.length === 1 ? links[0] : links } : {}),
      ...(identifiers.length > 0 ? { identifier: identifiers.length === 1 ? identifiers[0] : identifiers } : {}),
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

import type { VendorPageQuery } from '../graphql/graphql.ts';
import { citationsLd, identifiersLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** A vendor's page in the terms of schema.org: a page about an Organization, with the places it rests on. */
export function vendorLd(vendor: NonNullable<VendorPageQuery['vendor']>, base: URL): JsonLd {
  const names = [...vendor.alsoKnownAs, ...vendor.formerNames];
  const links = [vendor.website, vendor.ror?.text].filter(Boolean);
  const identifiers = identifiersLd([
    ['ROR', vendor.ror?.text],
    ['org-id', vendor.orgId?.text],
    ['IATI', vendor.iati?.text],
  ]);
  return pageLd(
    vendor,
    {
      '@type': 'Organization',
      '@id': `${new URL(vendor.url, base).href}#vendor`,
      name: vendor.title,
      description: vendor.summaryText,
      ...(names.length > 0 ? { alternateName: names } : {}),
      ...(links.length > 0 ? { sameAs: links } : {}),
      ...(identifiers.length > 0 ? { identifier: identifiers } : {}),
      ...(vendor.country ? { address: { '@type': 'PostalAddress', addressCountry: vendor.country.code } } : {}),
      ...(vendor.services.length > 0 ? { knowsAbout: vendor.services } : {}),
    },
    citationsLd([vendor.summary, ...vendor.statements, ...vendor.engagements], base),
    base,
  );
}

import type { VendorPageQuery } from '../graphql/graphql.ts';
import { citationsLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** A vendor's page in the terms of schema.org: a page about an Organization, with the places it rests on. */
export function vendorLd(vendor: NonNullable<VendorPageQuery['vendor']>, base: URL): JsonLd {
  const names = [...vendor.alsoKnownAs, ...vendor.formerNames];
  return pageLd(
    vendor,
    {
      '@type': 'Organization',
      '@id': `${new URL(vendor.url, base).href}#vendor`,
      name: vendor.title,
      description: vendor.summaryText,
      ...(names.length > 0 ? { alternateName: names } : {}),
      ...(vendor.website ? { sameAs: vendor.website } : {}),
      ...(vendor.country ? { address: { '@type': 'PostalAddress', addressCountry: vendor.country.code } } : {}),
      ...(vendor.services.length > 0 ? { knowsAbout: vendor.services } : {}),
    },
    citationsLd([vendor.summary, ...vendor.statements, ...vendor.engagements], base),
    base,
  );
}

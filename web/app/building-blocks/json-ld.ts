import type { BuildingBlockPageQuery } from '../graphql/graphql.ts';
import { citationsLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** A building block's page in the terms of schema.org: a page about source code. */
export function buildingBlockLd(block: NonNullable<BuildingBlockPageQuery['buildingBlock']>, base: URL): JsonLd {
  const places = citationsLd([block.summary, ...block.howToTry, ...block.platformsBasis, ...(block.licence ? [block.licence] : [])], base);
  return pageLd(
    block,
    {
      '@type': 'SoftwareSourceCode',
      '@id': `${new URL(block.url, base).href}#code`,
      name: block.title,
      description: block.summaryText,
      ...(block.repository ? { codeRepository: block.repository } : {}),
      ...(block.licence ? { license: block.licence.text } : {}),
      runtimePlatform: block.platformsBasis.map(({ text }) => text),
      inLanguage: block.language,
      dateModified: block.updatedAt,
      creator: block.owners.map((owner) => ({ '@type': 'Organization', name: owner.title, url: new URL(owner.url, base).href })),
      isBasedOn: places,
    },
    places,
    base,
  );
}

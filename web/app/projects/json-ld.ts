import type { ProjectPageQuery } from '../graphql/graphql.ts';
import { citationsLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** A project page in the terms of schema.org: a page about a Project, with the places it rests on. */
export function projectLd(project: NonNullable<ProjectPageQuery['project']>, base: URL): JsonLd {
  const address = (path: string) => new URL(path, base).href;
  return pageLd(
    project,
    {
      '@type': 'Project',
      '@id': `${address(project.url)}#project`,
      name: project.title,
      description: project.summaryText,
      ...(project.alsoKnownAs.length > 0 ? { alternateName: project.alsoKnownAs } : {}),
      parentOrganization: project.owners.map((owner) => ({ '@type': 'Organization', name: owner.shortName, url: address(owner.url) })),
      location: project.countries.map((country) => ({ '@type': 'Country', name: country.name, identifier: country.code })),
      keywords: [...project.uses.map((use) => use.toLowerCase().replaceAll('_', ' ')), ...project.platforms].join(', '),
    },
    citationsLd([project.summary, ...project.statements, ...project.figures], base),
    base,
  );
}

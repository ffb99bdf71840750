import { graphql } from '../graphql/index.ts';
import type { ProjectRowFragment } from '../graphql/graphql.ts';
import type { RowContent } from '../ui/rows.tsx';
import type { Site } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';

/** What a list shows of a project. */
graphql(`
  fragment ProjectRow on Project {
    title
    url
    abstract
    stage
    platforms
    scope
    countries {
      code
    }
    owners {
      shortName
    }
  }
`);

/** Title, one sentence, then organizations, place, stage and platform. */
export function projectRow({ t, format }: Pick<Site, 't' | 'format'>, project: ProjectRowFragment): RowContent {
  const place = project.scope === 'GLOBAL' ? t('projects.glance.global') : format.list(project.countries.map((country) => format.country(country.code)));
  return {
    url: project.url,
    title: project.title,
    text: project.abstract,
    facts: [format.list(project.owners.map((owner) => owner.shortName)), place, <Stage key="stage" stage={project.stage} />, format.list(project.platforms)],
  };
}

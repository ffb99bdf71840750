import { graphql } from '../graphql/index.ts';
import type { ProjectRowFragment } from '../graphql/graphql.ts';
import type { RowContent } from '../ui/rows.tsx';
import { type Column, few } from '../ui/dense-table.tsx';
import type { Site } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import { Stage } from '../ui/stage.tsx';

/** What a list shows of a project. */
graphql(`
  fragment ProjectRow on Project {
    title
    language
    url
    summaryText
    stage
    uses
    access
    platforms
    scope
    updatedAt
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
    language: project.language,
    text: project.summaryText,
    facts: [format.list(project.owners.map((owner) => owner.shortName)), place, <Stage key="stage" stage={project.stage} />, format.list(project.platforms)],
  };
}

/** The columns that the table of projects can have. */
export const projectColumns = (t: Site['t']): Column[] => [
  { key: 'owners', label: t('projects.columns.owners'), usual: true },
  { key: 'place', label: t('vocabulary.field.country'), usual: true },
  { key: 'stage', label: t('vocabulary.field.stage'), usual: true },
  { key: 'platform', label: t('vocabulary.field.platform'), usual: true },
  { key: 'use', label: t('vocabulary.field.use'), usual: false, wide: true },
  { key: 'access', label: t('vocabulary.field.access'), usual: false },
  { key: 'changed', label: t('lists.columns.changed'), usual: false },
];

/** Its cells; what the sources do not say is left empty. */
export const projectCells = ({ t, format }: Pick<Site, 't' | 'format'>, project: ProjectRowFragment): Record<string, React.ReactNode> => ({
  owners: few(
    { t, format },
    project.owners.map((owner) => owner.shortName),
  ),
  place:
    project.scope === 'GLOBAL'
      ? t('projects.glance.global')
      : project.countries.length > 1
        ? t('lists.countries', { count: project.countries.length })
        : format.list(project.countries.map((country) => format.country(country.code))),
  stage: <Stage stage={project.stage} />,
  platform: few({ t, format }, project.platforms, 1),
  use: format.list(project.uses.map((use) => word(t, 'use', use))),
  access: project.access === 'NOT_STATED' ? '' : word(t, 'access', project.access),
  changed: format.date(project.updatedAt.slice(0, 10)),
});

import { ask } from '../api.server.ts';
import { filters, ranges } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { changed } from '../ui/address.ts';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest, shownFirst, withoutUnknown } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { WorldMap } from '../ui/world-map.tsx';
import type { Route } from './+types/list';
import { projectCells, projectColumns, projectRow } from './row.tsx';

/** In the order in which the filters are shown. */
const fields = shownFirst(filters.PROJECT, 'stage', 'use', 'organization', 'region', 'country', 'platform', 'access', 'goal', 'vendor');

const query = graphql(`
  query Projects($filter: ProjectFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
    projects(filter: $filter, orderBy: $orderBy, after: $after, since: $since, first: $first) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
      ignored {
        field
        value
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ProjectRow
        }
      }
    }
    library {
      kinds {
        kind
        count
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields, ranges.PROJECT);
  const { filter, orderBy, after, since, first } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after, since, first })) };
}

export default function Projects({ loaderData: { asked, projects, library } }: Route.ComponentProps) {
  const site = useSite();
  const { t, url, format } = site;
  const countries = projects.facets.find((facet) => facet.field === 'country')?.values ?? [];
  const inCountry = (code: string) => changed(withoutUnknown(url, [...asked.unknown, ...projects.ignored]), { country: code });
  return (
    <ListPage
      path="/projects"
      title={t('projects.title')}
      lead={t('projects.lead')}
      noun={t('projects.noun', { count: projects.totalCount })}
      request={asked}
      list={projects}
      of={library.kinds.find((one) => one.kind === 'PROJECT')?.count}
      fields={Object.keys(fields)}
      form="PROJECT"
      rows={projects.edges.map(({ node }) => projectRow(site, node))}
      table={{ columns: projectColumns(t), cells: projects.edges.map(({ node }) => projectCells(site, node)) }}
    >
      <details className="list-figure">
        <summary>{t('projects.map.fold')}</summary>
        {countries.length === 0 ? (
          <p>{t('projects.map.none')}</p>
        ) : (
          <WorldMap
            title={t('projects.map.title', { count: countries.length })}
            definition={t('projects.map.definition')}
            source={t('projects.map.source')}
            column={t('projects.title')}
            countries={countries.map(({ value, count }) => ({ code: value, name: format.country(value), count, url: inCountry(value) }))}
          />
        )}
      </details>
    </ListPage>
  );
}

import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { few } from '../ui/dense-table.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = filters.BUILDING_BLOCK;

const query = graphql(`
  query BuildingBlocks($filter: BuildingBlockFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
    buildingBlocks(filter: $filter, orderBy: $orderBy, after: $after, since: $since, first: $first) {
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
          title
          language
          url
          summaryText
          platforms
          licenceId
          updatedAt
          owners {
            shortName
          }
          projects {
            title
            language
          }
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
  const asked = listRequest(new URL(request.url), fields);
  const { filter, orderBy, after, since, first } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after, since, first })) };
}

export default function BuildingBlocks({ loaderData: { asked, buildingBlocks, library } }: Route.ComponentProps) {
  const site = useSite();
  const { t, format } = site;
  const of = library.kinds.find((one) => one.kind === 'BUILDING_BLOCK')?.count ?? 0;
  return (
    <ListPage
      path="/building-blocks"
      title={t('buildingBlocks.title')}
      lead={t('buildingBlocks.lead')}
      noun={t('buildingBlocks.noun', { count: buildingBlocks.totalCount })}
      request={asked}
      list={buildingBlocks}
      of={of}
      fields={Object.keys(fields)}
      form="BUILDING_BLOCK"
      {...(of === 0 ? { empty: { title: t('buildingBlocks.none'), text: t('buildingBlocks.noneHelp') } } : {})}
      table={{
        columns: [
          { key: 'owners', label: t('buildingBlocks.owners'), usual: true },
          { key: 'platforms', label: t('buildingBlocks.runs'), usual: true },
          { key: 'licence', label: t('buildingBlocks.licence'), usual: true },
          { key: 'projects', label: t('buildingBlocks.usedBy'), usual: true, wide: true },
          { key: 'changed', label: t('lists.columns.changed'), usual: false },
        ],
        cells: buildingBlocks.edges.map(({ node }) => ({
          owners: few(
            site,
            node.owners.map((owner) => owner.shortName),
          ),
          platforms: format.list(node.platforms),
          licence: node.licenceId,
          projects: few(
            site,
            node.projects.map((project) => project.title),
          ),
          changed: format.date(node.updatedAt.slice(0, 10)),
        })),
      }}
      rows={buildingBlocks.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        language: node.language,
        text: node.summaryText,
        facts: [
          format.list(node.owners.map((owner) => owner.shortName)),
          format.list(node.platforms),
          node.licenceId,
          format.list(node.projects.map((project) => project.title)),
        ],
      }))}
    />
  );
}

import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = filters.ORGANIZATION;

const query = graphql(`
  query Organizations($filter: OrganizationFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
    organizations(filter: $filter, orderBy: $orderBy, after: $after, since: $since, first: $first) {
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
          url
          summaryText
          organizationKind
          updatedAt
          ownerCount
          participantCount
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

export default function Organizations({ loaderData: { asked, organizations, library } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <ListPage
      path="/organizations"
      title={t('organizations.title')}
      lead={t('organizations.lead')}
      noun={t('organizations.noun', { count: organizations.totalCount })}
      request={asked}
      list={organizations}
      of={library.kinds.find((one) => one.kind === 'ORGANIZATION')?.count}
      fields={Object.keys(fields)}
      kinds="organizationKind"
      table={{
        columns: [
          { key: 'kind', label: t('vocabulary.field.kind'), usual: true },
          { key: 'projects', label: t('organizations.columns.projects'), usual: true },
          { key: 'changed', label: t('lists.columns.changed'), usual: false },
        ],
        cells: organizations.edges.map(({ node }) => ({
          kind: word(t, 'organizationKind', node.organizationKind),
          projects: format.number(node.ownerCount + node.participantCount),
          changed: format.date(node.updatedAt.slice(0, 10)),
        })),
      }}
      rows={organizations.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        text: node.summaryText || undefined,
        facts: [
          word(t, 'organizationKind', node.organizationKind),
          node.ownerCount > 0 && t('organizations.owned', { count: node.ownerCount }),
          node.participantCount > 0 && t('organizations.takesPart', { count: node.participantCount }),
          node.ownerCount + node.participantCount === 0 && t('organizations.noProject'),
        ],
      }))}
    />
  );
}

import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { ListPage } from '../ui/list-page.tsx';
import { type ListField, listRequest } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { values, word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = { kind: { values: values.organizationKind }, group: { values: values.organizationGroup } } satisfies Record<string, ListField>;

const query = graphql(`
  query Organizations($filter: OrganizationFilter, $orderBy: ListOrder, $after: String) {
    organizations(filter: $filter, orderBy: $orderBy, after: $after, first: 50) {
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
          abstract
          organizationKind
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
  const { filter, orderBy, after } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after })) };
}

export default function Organizations({ loaderData: { asked, organizations, library } }: Route.ComponentProps) {
  const { t } = useSite();
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
      rows={organizations.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        text: node.abstract || undefined,
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

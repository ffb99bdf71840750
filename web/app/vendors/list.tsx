import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = filters.VENDOR;

const query = graphql(`
  query Vendors($filter: VendorFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int, $table: Boolean!) {
    vendors(filter: $filter, orderBy: $orderBy, after: $after, since: $since, first: $first) {
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
          vendorKind
          services
          updatedAt
          platforms
          country {
            code
          }
          projectCount
          engagements @include(if: $table) {
            project {
              url
              ownerNames
            }
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
  return { asked, ...(await ask(context, query, { filter, orderBy, after, since, first, table: asked.view === 'table' })) };
}

export default function Vendors({ loaderData: { asked, vendors, library } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <ListPage
      path="/vendors"
      title={t('vendors.title')}
      lead={t('vendors.lead')}
      noun={t('vendors.noun', { count: vendors.totalCount })}
      request={asked}
      list={vendors}
      of={library.kinds.find((one) => one.kind === 'VENDOR')?.count}
      fields={Object.keys(fields)}
      form="VENDOR"
      kinds="vendorKind"
      table={{
        columns: [
          { key: 'kind', label: t('vocabulary.field.kind'), usual: true },
          { key: 'country', label: t('vocabulary.field.country'), usual: true },
          { key: 'clients', label: t('vendors.columns.clients'), usual: true },
          { key: 'engagements', label: t('vendors.columns.engagements'), usual: true },
          { key: 'platform', label: t('vocabulary.field.platform'), usual: false, wide: true },
          { key: 'services', label: t('vendors.columns.services'), usual: false, wide: true },
          { key: 'changed', label: t('lists.columns.changed'), usual: false },
        ],
        cells: vendors.edges.map(({ node }) => ({
          kind: word(t, 'vendorKind', node.vendorKind),
          country: node.country && format.country(node.country.code),
          clients: format.list([...new Set((node.engagements ?? []).flatMap(({ project }) => project.ownerNames))]),
          engagements: node.projectCount > 0 ? format.number(node.projectCount) : '',
          platform: format.list(node.platforms),
          services: format.list(node.services),
          changed: format.date(node.updatedAt.slice(0, 10)),
        })),
      }}
      rows={vendors.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        text: node.summaryText,
        facts: [
          word(t, 'vendorKind', node.vendorKind),
          node.country && format.country(node.country.code),
          node.projectCount > 0 && t('vendors.delivered', { count: node.projectCount }),
          format.list(node.platforms),
        ],
      }))}
    />
  );
}

import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { ListPage } from '../ui/list-page.tsx';
import { type ListField, listRequest } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { values, word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = { kind: { values: values.vendorKind }, platform: 'open', service: 'open', country: 'open' } satisfies Record<string, ListField>;

const query = graphql(`
  query Vendors($filter: VendorFilter, $orderBy: ListOrder, $after: String) {
    vendors(filter: $filter, orderBy: $orderBy, after: $after, first: 50) {
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
          vendorKind
          platforms
          country {
            code
          }
          projectCount
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
      kinds="vendorKind"
      rows={vendors.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        text: node.abstract,
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

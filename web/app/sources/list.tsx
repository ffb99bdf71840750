import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { listRequest } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { DenseTable } from '../ui/dense-table.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Sources($orderBy: ListOrder, $after: String, $since: String) {
    sources(first: 50, orderBy: $orderBy, after: $after, since: $since) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          url
          title
          symbol
          author
          date
          citedPlaces {
            count
          }
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), {});
  return { asked, ...(await ask(context, query, { orderBy: asked.orderBy, after: asked.after, since: asked.since })) };
}

export default function Sources({ loaderData: { asked, sources } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <>
      <Meta title={t('sources.title')} description={t('sources.lead')} canonical="/sources" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('sources.title')} lead={t('sources.lead')} />
      <UnknownValues values={asked.unknown} labels={{ sort: t('lists.field.sort') }} />
      <ResultLine follow={t('sources.title')} total={sources.totalCount} noun={t('sources.noun', { count: sources.totalCount })} />
      <DenseTable
        caption={t('sources.title')}
        columns={[
          { key: 'author', label: t('sources.author'), usual: true, wide: true },
          { key: 'date', label: t('sources.date'), usual: true },
          { key: 'rests', label: t('sources.restsColumn'), usual: true },
        ]}
        rows={sources.edges.map(({ node }) => ({
          url: node.url,
          title: node.symbol ? `${node.symbol} ${node.title}` : node.title,
          name: node.title,
          cells: {
            author: node.author,
            date: node.date ? format.date(node.date) : '',
            rests: format.number(node.citedPlaces.reduce((sum, { count }) => sum + count, 0)),
          },
        }))}
        picked={false}
      />
      <Pager pageInfo={sources.pageInfo} />
    </>
  );
}

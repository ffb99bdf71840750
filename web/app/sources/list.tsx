import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { listRequest } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { Rows } from '../ui/rows.tsx';
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
          about
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
  const rests = (count: number) => t('sources.rests', { count, statements: format.number(count) });
  return (
    <>
      <Meta title={t('sources.title')} description={t('sources.lead')} canonical="/sources" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('sources.title')} lead={t('sources.lead')} />
      <UnknownValues values={asked.unknown} labels={{ sort: t('lists.field.sort') }} />
      <ResultLine total={sources.totalCount} noun={t('sources.noun', { count: sources.totalCount })} />
      <Rows
        rows={sources.edges.map(({ node }) => ({
          url: node.url,
          title: node.symbol ? `${node.symbol} ${node.title}` : node.title,
          text: node.about,
          facts: [node.author, node.date ? format.date(node.date) : null, rests(node.citedPlaces.reduce((sum, { count }) => sum + count, 0))],
        }))}
      />
      <Pager pageInfo={sources.pageInfo} />
    </>
  );
}

import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import type { StandardFilter } from '../graphql/graphql.ts';
import { activeFilters, withoutFilters } from '../ui/address.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { listRequest, shownFirst, withoutUnknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { Rows } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Standards($filter: StandardFilter, $orderBy: ListOrder, $after: String, $since: String) {
    standards(filter: $filter, orderBy: $orderBy, after: $after, since: $since) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
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
      edges {
        node {
          title
          url
          summaryText
          body
          status
          published
          inReport
          name {
            certainty
          }
        }
      }
    }
    all: standards(first: 1) {
      totalCount
    }
  }
`);

const fields = shownFirst(filters.STANDARD, 'body', 'status', 'use', 'theme');

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields);
  return { asked, ...(await ask(context, query, { filter: asked.filter as StandardFilter, orderBy: asked.orderBy, after: asked.after, since: asked.since })) };
}

const words = { status: 'standardStatus', use: 'use', theme: 'theme', inReport: 'yesNo' } as const;

export default function Standards({ loaderData: { asked, standards, all } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const labels = Object.fromEntries(Object.keys(fields).map((field) => [field, t(`standards.fields.${field as keyof typeof fields}`)]));
  const facets = standards.facets.map(({ field, values }) => ({
    field,
    values:
      field in words
        ? values.map((value) => ({ ...value, label: t(`vocabulary.${words[field as keyof typeof words]}.${value.value}` as 'vocabulary.yesNo.yes') }))
        : values,
  }));
  const unknown = [...asked.unknown, ...standards.ignored];
  const address = withoutUnknown(url, unknown);
  const active = activeFilters(address, facets, labels);
  const cleared = withoutFilters(address, Object.keys(labels));
  return (
    <>
      <Meta title={t('standards.title')} description={t('standards.lead')} canonical="/standards" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('standards.title')} lead={t('standards.lead')} />
      <WithFilters filters={<Filters facets={facets} labels={labels} selected={asked.selected} />}>
        <UnknownValues values={unknown} tooMany={asked.tooMany} labels={{ ...labels, sort: t('standards.fields.sort') }} />
        <Chips active={active} clear={cleared} />
        <ResultLine
          follow={t('standards.title')}
          total={standards.totalCount}
          of={all.totalCount}
          noun={t('standards.noun', { count: standards.totalCount })}
          active={active.map((one) => one.label)}
          since={{ day: asked.since }}
          sort={{
            value: asked.orderBy.toLowerCase(),
            options: (['source', 'title', 'updated'] as const).map((value) => ({ value, label: t(`lists.sort.${value}`) })),
          }}
        />
        {standards.edges.length === 0 ? (
          <Empty active={active} all={cleared}>
            {t('standards.none')}
          </Empty>
        ) : (
          <Rows
            rows={standards.edges.map(({ node }) => ({
              url: node.url,
              title: node.title,
              text: node.summaryText,
              facts: [
                node.body,
                node.status === 'PUBLISHED' && node.published ? null : t(`vocabulary.standardStatus.${node.status}`),
                node.published ? t('standards.published', { date: format.date(node.published) }) : null,
                node.inReport ? null : t('standards.later'),
                node.name.certainty === 'UNCERTAIN' ? t('standards.uncertainTitle') : null,
              ],
            }))}
          />
        )}
        <Pager pageInfo={standards.pageInfo} />
      </WithFilters>
    </>
  );
}

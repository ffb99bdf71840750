import { ask } from '../api.server.ts';
import type { MitigationFilter } from '../graphql/graphql.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { activeFilters, withoutFilters } from '../ui/address.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { listRequest, withoutUnknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/mitigations';
import { Answers } from './answers.tsx';

const query = graphql(/* GraphQL */ `
  query Mitigations($filter: MitigationFilter, $orderBy: ListOrder, $after: String, $since: String) {
    mitigations(filter: $filter, orderBy: $orderBy, first: 100, after: $after, since: $since) {
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
          pairedBy
          organizations {
            shortName
          }
          risks {
            url
            title
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

const fields = filters.MITIGATION;

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields);
  return {
    asked,
    ...(await ask(context, query, { filter: asked.filter as MitigationFilter, orderBy: asked.orderBy, after: asked.after, since: asked.since })),
  };
}

/** The table of /risks the other way round: what is done, and which risks it answers. */
export default function Mitigations({ loaderData: { asked, mitigations, library } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const labels = { organization: t('risks.fields.organization') };
  const unknown = [...asked.unknown, ...mitigations.ignored];
  const address = withoutUnknown(url, unknown);
  const active = activeFilters(address, mitigations.facets, labels);
  const all = withoutFilters(address, Object.keys(labels));
  return (
    <>
      <Meta title={t('risks.mitigations')} description={t('risks.mitigationsLead')} canonical="/mitigations" />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('risks.title'), url: '/risks' },
        ]}
      />
      <PageTitle title={t('risks.mitigations')} lead={t('risks.mitigationsLead')} />
      <p className="list-note">{t('risks.pairs')}</p>
      <WithFilters filters={<Filters facets={mitigations.facets} labels={labels} selected={asked.selected} />}>
        <UnknownValues values={unknown} tooMany={asked.tooMany} labels={labels} />
        <Chips active={active} clear={all} />
        <ResultLine
          follow={t('risks.mitigations')}
          total={mitigations.totalCount}
          of={library.kinds.find((one) => one.kind === 'MITIGATION')?.count}
          noun={t('risks.mitigationNoun', { count: mitigations.totalCount })}
          active={active.map((one) => one.label)}
        />
        {mitigations.edges.length === 0 ? (
          <Empty active={active} all={all}>
            {t('risks.noMitigations')}
          </Empty>
        ) : (
          <Answers
            caption={t('risks.table.mitigations')}
            head={t('risks.mitigation')}
            answer={t('risks.table.answers')}
            none={t('risks.table.none')}
            rows={mitigations.edges.map(({ node: { risks, pairedBy, ...node } }) => ({ ...node, others: risks.map((risk) => ({ ...risk, pairedBy })) }))}
          />
        )}
        <Pager pageInfo={mitigations.pageInfo} />
      </WithFilters>
    </>
  );
}

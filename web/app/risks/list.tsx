import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import type { RiskFilter } from '../graphql/graphql.ts';
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
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/list';
import { Answers } from './answers.tsx';

const query = graphql(/* GraphQL */ `
  query Risks($filter: RiskFilter, $orderBy: ListOrder, $after: String, $since: String) {
    risks(filter: $filter, orderBy: $orderBy, first: 100, after: $after, since: $since) {
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
          riskKind
          organizations {
            shortName
          }
          mitigations {
            url
            title
            pairedBy
          }
        }
      }
    }
    all: risks(first: 1) {
      totalCount
    }
  }
`);

const kinds = ['INTRINSIC', 'GENERIC', 'DEVELOPMENT'] as const;
const fields = filters.RISK;

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields);
  return { asked, ...(await ask(context, query, { filter: asked.filter as RiskFilter, orderBy: asked.orderBy, after: asked.after, since: asked.since })) };
}

export default function Risks({ loaderData: { asked, risks, all } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const labels = { kind: t('risks.fields.kind'), organization: t('risks.fields.organization') };
  const facets = risks.facets.map(({ field, values }) => ({
    field,
    values: field === 'kind' ? values.map((value) => ({ ...value, label: t(`vocabulary.riskKind.${value.value as 'GENERIC'}`) })) : values,
  }));
  const unknown = [...asked.unknown, ...risks.ignored];
  const address = withoutUnknown(url, unknown);
  const active = activeFilters(address, facets, labels);
  const nodes = risks.edges.map(({ node }) => node);
  return (
    <>
      <Meta title={t('risks.title')} description={t('risks.lead')} canonical="/risks" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('risks.title')} lead={t('risks.lead')} />
      <p className="list-note">
        {t('vocabulary.editors.risks')} {t('risks.pairs')} <a href="/mitigations">{t('risks.toMitigations')}</a>
      </p>
      <WithFilters filters={<Filters facets={facets} labels={labels} selected={asked.selected} />}>
        <UnknownValues values={unknown} tooMany={asked.tooMany} labels={labels} />
        <Chips active={active} clear={withoutFilters(address, Object.keys(labels))} />
        <ResultLine
          follow={t('risks.title')}
          total={risks.totalCount}
          of={all.totalCount}
          noun={t('risks.noun', { count: risks.totalCount })}
          active={active.map((one) => one.label)}
        />
        {nodes.length === 0 && (
          <Empty active={active} all={withoutFilters(address, Object.keys(labels))}>
            {t('risks.none')}
          </Empty>
        )}
        {kinds.map((kind) => {
          const own = nodes.filter((node) => node.riskKind === kind);
          return (
            own.length > 0 && (
              <Section key={kind} id={kind.toLowerCase()} title={t(`vocabulary.riskKind.${kind}`)}>
                <p className="quiet">{t(`risks.groupsLead.${kind}`)}</p>
                <Answers
                  caption={t('risks.table.title', { kind: t(`vocabulary.riskKind.${kind}`) })}
                  head={t('risks.risk')}
                  answer={t('risks.table.answer')}
                  none={t('risks.table.none')}
                  rows={own.map(({ mitigations, ...node }) => ({ ...node, others: mitigations }))}
                />
              </Section>
            )
          );
        })}
        <Pager pageInfo={risks.pageInfo} />
      </WithFilters>
    </>
  );
}

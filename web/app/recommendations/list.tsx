import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import type { RecommendationFilter } from '../graphql/graphql.ts';
import { activeFilters, withoutFilters } from '../ui/address.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { listRequest, withoutUnknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/list';
import { SummaryCards } from './summary-card.tsx';

const query = graphql(/* GraphQL */ `
  query Recommendations($filter: RecommendationFilter, $orderBy: ListOrder, $after: String, $since: String) {
    recommendations(filter: $filter, orderBy: $orderBy, first: 100, after: $after, since: $since) {
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
      edges {
        node {
          title
          url
          recommendationKind
          verb
          addressee {
            text
          }
          deadlineDate
          place
        }
      }
    }
    all: recommendations(first: 1) {
      totalCount
    }
  }
`);

const kinds = ['FORMAL', 'SOFT', 'OTHER'] as const;
// The page is about one report.
const { report: _, ...fields } = filters.RECOMMENDATION;

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields);
  return {
    asked,
    ...(await ask(context, query, { filter: asked.filter as RecommendationFilter, orderBy: asked.orderBy, after: asked.after, since: asked.since })),
  };
}

export default function Recommendations({ loaderData: { asked, recommendations, all } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const labels = { kind: t('recommendations.fields.kind'), action: t('recommendations.fields.action'), impact: t('recommendations.fields.impact') };
  const words = { kind: 'recommendationKind', action: 'actionKind', impact: 'impact' } as const;
  const order = (value: string) => (kinds as readonly string[]).indexOf(value);
  const facets = recommendations.facets.map(({ field, values }) => ({
    field,
    values: (field === 'kind' ? [...values].sort((a, b) => order(a.value) - order(b.value)) : values).map((value) => ({
      ...value,
      label: t(`vocabulary.${words[field as keyof typeof words]}.${value.value}` as 'vocabulary.impact.a'),
    })),
  }));
  const unknown = [...asked.unknown, ...recommendations.ignored];
  const address = withoutUnknown(url, unknown);
  const active = activeFilters(address, facets, labels);
  const groups = kinds
    .map((kind) => ({ kind, nodes: recommendations.edges.map(({ node }) => node).filter((node) => node.recommendationKind === kind) }))
    .filter(({ nodes }) => nodes.length > 0);
  return (
    <>
      <Meta title={t('recommendations.title')} description={t('recommendations.lead')} canonical="/recommendations" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('recommendations.title')} lead={t('recommendations.lead')} />
      <WithFilters filters={<Filters facets={facets} labels={labels} selected={asked.selected} />}>
        <UnknownValues values={unknown} tooMany={asked.tooMany} labels={labels} />
        <Chips active={active} clear={withoutFilters(address, Object.keys(labels))} />
        <ResultLine
          follow={t('recommendations.title')}
          total={recommendations.totalCount}
          of={all.totalCount}
          noun={t('home.kind.RECOMMENDATION', { count: recommendations.totalCount })}
          active={active.map((one) => one.label)}
        />
        {groups.length > 1 && (
          <nav aria-label={t('recommendations.contents')}>
            <ul className="jump">
              {groups.map(({ kind, nodes }) => (
                <li key={kind}>
                  <a href={`#${kind.toLowerCase()}`}>{t(`recommendations.groups.${kind}`)}</a> ({format.number(nodes.length)})
                </li>
              ))}
            </ul>
          </nav>
        )}
        {groups.length === 0 && (
          <Empty active={active} all={withoutFilters(address, Object.keys(labels))}>
            {t('recommendations.none')}
          </Empty>
        )}
        {groups.map(({ kind, nodes }) => (
          <Section key={kind} id={kind.toLowerCase()} title={t(`recommendations.groups.${kind}`)}>
            <p className="quiet">{t(`recommendations.groupsLead.${kind}`)}</p>
            {kind === 'FORMAL' && (
              <p>
                <a href="/uptake">{t('recommendations.uptake')}</a>
              </p>
            )}
            {kind === 'OTHER' && <p className="small quiet">{t('vocabulary.editors.recommendations')}</p>}
            {kind === 'OTHER' && groups.length > 1 ? (
              <details className="fold">
                <summary>{t('recommendations.unfold', { count: nodes.length })}</summary>
                <SummaryCards kind={kind} nodes={nodes} />
              </details>
            ) : (
              <SummaryCards kind={kind} nodes={nodes} />
            )}
          </Section>
        ))}
      </WithFilters>
    </>
  );
}

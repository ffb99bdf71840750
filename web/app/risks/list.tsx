import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { RiskFilter } from '../graphql/graphql.ts';
import { activeFilters, withoutFilters } from '../ui/address.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { type ListField, listRequest, withoutUnknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Risks($filter: RiskFilter, $orderBy: ListOrder, $after: String) {
    risks(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
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
          abstract
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
    mitigations(first: 100) {
      edges {
        node {
          url
          title
          abstract
          organizations {
            shortName
          }
          risks {
            url
          }
        }
      }
    }
  }
`);

const kinds = ['INTRINSIC', 'GENERIC', 'DEVELOPMENT'] as const;
const fields = { kind: { values: kinds }, organization: 'open' } satisfies Record<string, ListField>;

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields);
  return { asked, ...(await ask(context, query, { filter: asked.filter as RiskFilter, orderBy: asked.orderBy, after: asked.after })) };
}

export default function Risks({ loaderData: { asked, risks, all, mitigations } }: Route.ComponentProps) {
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
  const named = (organizations: { shortName: string }[]) =>
    organizations.length > 0 ? t('risks.namedBy', { organizations: organizations.map((one) => one.shortName).join(', ') }) : null;
  return (
    <>
      <Meta title={t('risks.title')} description={t('risks.lead')} canonical="/risks" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('risks.title')} lead={t('risks.lead')} />
      <WithFilters filters={<Filters facets={facets} labels={labels} selected={asked.selected} />}>
        <UnknownValues values={unknown} labels={labels} />
        <Chips active={active} clear={withoutFilters(address, Object.keys(labels))} />
        <ResultLine total={risks.totalCount} of={all.totalCount} noun={t('risks.noun', { count: risks.totalCount })} active={active.map((one) => one.label)} />
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
                <Rows
                  heading="h3"
                  rows={own.map((node) => ({
                    url: node.url,
                    title: node.title,
                    text: node.abstract,
                    facts: [named(node.organizations), t('risks.answeredBy', { count: node.mitigations.length })],
                  }))}
                />
              </Section>
            )
          );
        })}
        <Pager pageInfo={risks.pageInfo} />
        {nodes.length > 0 && (
          <Section id="pairs" title={t('risks.table.heading')}>
            <Pairs risks={nodes} />
          </Section>
        )}
        <Section id="mitigations" title={t('risks.mitigations')}>
          <p className="quiet">{t('risks.mitigationsLead')}</p>
          <Rows
            heading="h3"
            rows={mitigations.edges.map(({ node }) => ({
              url: node.url,
              title: node.title,
              text: node.abstract,
              facts: [named(node.organizations), t('risks.answers', { count: node.risks.length })],
            }))}
          />
        </Section>
      </WithFilters>
    </>
  );
}

type Pair = { url: string; title: string; mitigations: { url: string; title: string; pairedBy: 'SOURCE' | 'EDITORS' }[] };

/** Risks against mitigations. With 28 columns a grid could not be read: each risk has its mitigations as a list in its cell. */
function Pairs({ risks }: { risks: Pair[] }) {
  const { t, format } = useSite();
  return (
    <div className="scroll">
      <table className="table stacked">
        <caption>
          {t('risks.table.title', { answered: format.number(risks.filter((risk) => risk.mitigations.length > 0).length), total: format.number(risks.length) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('risks.table.corner')}</th>
            <th scope="col">{t('risks.table.mitigations')}</th>
          </tr>
        </thead>
        <tbody>
          {risks.map((risk) => (
            <tr key={risk.url}>
              <th scope="row">
                <a href={risk.url}>{risk.title}</a>
              </th>
              <td data-answer={t('risks.table.mitigations')}>
                {risk.mitigations.length === 0 ? (
                  <span className="unsaid">{t('risks.table.none')}</span>
                ) : (
                  <ul className="plain">
                    {risk.mitigations.map((mitigation) => (
                      <li key={mitigation.url}>
                        <a href={mitigation.url}>{mitigation.title}</a> <span className="quiet small">({t(`risks.pairedBy.${mitigation.pairedBy}`)})</span>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import type { VendorsQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import type { Facet } from '../ui/address.ts';
import { few } from '../ui/dense-table.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest } from '../ui/list-request.ts';
import { type Site, useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';
import { Asked } from './asked.tsx';
import { type AskedName, type RosterRequest, rosterRequest, workFields } from './request.ts';

/** In the order in which the filters are shown: what is asked of the work, then of the vendor. */
const fields = { ...workFields, ...filters.VENDOR };

const query = graphql(`
  query Vendors(
    $filter: VendorFilter
    $work: WorkFilter
    $agreement: AgreementFilter
    $name: String
    $orderBy: RosterOrder
    $after: String
    $since: String
    $first: Int
    $table: Boolean!
  ) {
    roster(filter: $filter, work: $work, agreement: $agreement, name: $name, orderBy: $orderBy, after: $after, since: $since, first: $first) {
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
          language
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
          latestWork @include(if: $table)
          agreements {
            url
            holderName
            endsOn
            open
            demo
            validity
          }
          engagements @include(if: $table) {
            project {
              title
              language
              url
              stage
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
  const url = new URL(request.url);
  const asked = listRequest(url, fields);
  const { work, agreement, name, orderBy, typed, unknown } = rosterRequest(url, asked);
  const filter = Object.fromEntries(Object.entries(asked.filter).filter(([field]) => !(field in workFields)));
  const { after, since, first, view } = asked;
  const answer = await ask(context, query, { filter, work, agreement, name, orderBy, after, since, first, table: view === 'table' });
  return { asked: { ...asked, unknown }, typed, orderBy, ...answer };
}

type Vendor = VendorsQuery['roster']['edges'][number]['node'];

/** What is chosen beside the values that are counted, so that it can be named and left out again. */
function askedFacets({ t, format }: Site, typed: RosterRequest['typed']): Facet[] {
  const label: Partial<Record<AskedName, (value: string) => string>> = {
    name: (value) => `“${value}”`,
    unSystem: () => t('vendors.ask.unSystem'),
    wentIntoUse: () => t('vendors.ask.wentIntoUse'),
    agreement: (value) => t(`vendors.ask.agreement.${value as 'open'}`),
    validOn: (day) => t('agreements.filter.validOnDay', { day: format.date(day) }),
    unspsc: (code) => t('agreements.filter.code', { code }),
    ceilingLeft: (amount) => t('agreements.filter.left', { amount }),
  };
  return Object.entries(typed).map(([field, value]) => ({ field, values: [{ value, label: label[field as AskedName]?.(value) ?? value, count: 0 }] }));
}

/** The agreements that can be used today, those that others may use first. */
function Agreements({ vendor }: { vendor: Vendor }) {
  const { t, format } = useSite();
  const valid = vendor.agreements.filter(({ validity }) => validity === 'VALID').toSorted((a, b) => Number(b.open) - Number(a.open));
  const [first, ...others] = valid;
  if (!first) return null;
  return (
    <>
      <a href={first.url}>{t('vendors.agreementCell', { holder: first.holderName, day: format.date(first.endsOn) })}</a>
      {(first.open || first.demo) && (
        <span className="quiet small"> ({[first.open && t('vendors.agreementOpen'), first.demo && t('agreements.demoMark')].filter(Boolean).join(', ')})</span>
      )}
      {others.length > 0 && ` +${format.number(others.length)}`}
    </>
  );
}

export default function Vendors({ loaderData: { asked, typed, orderBy, roster, library } }: Route.ComponentProps) {
  const site = useSite();
  const { t, format } = site;
  return (
    <ListPage
      path="/vendors"
      title={t('vendors.title')}
      lead={t('vendors.lead')}
      noun={t('vendors.noun', { count: roster.totalCount })}
      request={asked}
      list={roster}
      of={library.kinds.find((one) => one.kind === 'VENDOR')?.count}
      fields={Object.keys(fields)}
      form="VENDOR"
      kinds="vendorKind"
      sorts={{ value: orderBy.toLowerCase(), own: (['work', 'latest'] as const).map((value) => ({ value, label: t(`vendors.sort.${value}`) })) }}
      asked={{
        boxes: <Asked typed={typed} />,
        facets: askedFacets(site, typed),
        labels: {
          ...Object.fromEntries(
            (['name', 'unSystem', 'wentIntoUse', 'validOn', 'unspsc', 'ceilingLeft', 'currency'] as const).map((name) => [name, t(`vendors.ask.${name}`)]),
          ),
          agreement: t('vendors.columns.agreement'),
        },
      }}
      table={{
        columns: [
          { key: 'clients', label: t('vendors.columns.clients'), usual: true },
          { key: 'engagements', label: t('vendors.columns.engagements'), usual: false },
          { key: 'latest', label: t('vendors.columns.latest'), usual: true },
          { key: 'agreement', label: t('vendors.columns.agreement'), usual: true },
          { key: 'country', label: t('vocabulary.field.country'), usual: true },
          { key: 'work', label: t('vendors.columns.work'), usual: false, wide: true },
          { key: 'kind', label: t('vocabulary.field.kind'), usual: false },
          { key: 'platform', label: t('vocabulary.field.platform'), usual: false, wide: true },
          { key: 'services', label: t('vendors.columns.services'), usual: false, wide: true },
          { key: 'changed', label: t('lists.columns.changed'), usual: false },
        ],
        cells: roster.edges.map(({ node }) => ({
          kind: word(t, 'vendorKind', node.vendorKind),
          country: node.country && format.country(node.country.code),
          clients: few(site, [...new Set((node.engagements ?? []).flatMap(({ project }) => project.ownerNames))]),
          work: few(site, [
            ...new Map((node.engagements ?? []).map(({ project }) => [project.url, `${project.title} (${t(`stage.${project.stage}`)})`])).values(),
          ]),
          latest: node.latestWork && format.date(node.latestWork),
          agreement: <Agreements vendor={node} />,
          engagements: node.projectCount > 0 ? format.number(node.projectCount) : '',
          platform: format.list(node.platforms),
          services: format.list(node.services),
          changed: format.date(node.updatedAt.slice(0, 10)),
        })),
      }}
      rows={roster.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        language: node.language,
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

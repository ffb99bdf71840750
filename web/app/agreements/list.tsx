import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import type { AgreementsQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { activeFilters, type Facet, withoutFilters } from '../ui/address.ts';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { type Column, DenseTable, shownColumns } from '../ui/dense-table.tsx';
import { Downloads } from '../ui/downloads.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { withoutUnknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { type Site, SiteProvider, useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/list';
import { money } from './amounts.ts';
import { type AgreementRequest, agreementRequest, filterNames, orders } from './request.ts';
import { Trail } from '../ui/trail.tsx';

const query = graphql(/* GraphQL */ `
  query Agreements($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int, $after: String) {
    viewerKeepsFor {
      slug
    }
    agreements(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          url
          number
          title
          unspsc
          startsOn
          endsOn
          ceiling
          currency
          use
          audience
          holderName
          vendorTitle
          validity
          daysLeft
          ceilingLeft
          demo
        }
      }
    }
  }
`);

/** Rows at once. */
const AT_ONCE = 40;

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = agreementRequest(new URL(request.url));
  const { filter, orderBy, after } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after, first: AT_ONCE })) };
}

type Agreement = AgreementsQuery['agreements']['edges'][number]['node'];

/** What is chosen beside holder and vendor, as values of filters, so that it can be named and left out again. */
function typedFacets({ t, format }: Site, { typed }: AgreementRequest): Facet[] {
  const label: Record<string, (value: string) => string> = {
    text: (value) => `“${value}”`,
    open: () => t('agreements.filter.open'),
    validOn: (day) => t('agreements.filter.validOnDay', { day: format.date(day) }),
    ceilingLeft: (amount) => t('agreements.filter.left', { amount }),
    currency: (value) => value,
    unspsc: (code) => t('agreements.filter.code', { code }),
  };
  return Object.entries(typed).map(([field, value]) => ({ field, values: [{ value, label: label[field]?.(value) ?? value, count: 0 }] }));
}

export default function AgreementsPage({ loaderData: { asked, agreements, viewerKeepsFor } }: Route.ComponentProps) {
  const site = useSite();
  const { t, url, viewer, i18n } = site;
  const names = t('agreements.columns', { returnObjects: true });
  const columns: Column[] = [
    { key: 'vendor', label: names.vendor, usual: true },
    { key: 'holder', label: names.holder, usual: true },
    { key: 'ends', label: names.ends, usual: true },
    { key: 'left', label: names.left, usual: true },
    { key: 'ceilingLeft', label: names.ceilingLeft, usual: true },
    { key: 'use', label: names.use, usual: true },
    { key: 'number', label: names.number, usual: false },
    { key: 'starts', label: names.starts, usual: false },
    { key: 'ceiling', label: names.ceiling, usual: false },
    { key: 'unspsc', label: names.unspsc, usual: false },
    { key: 'audience', label: names.audience, usual: false, wide: true },
  ];
  const shown = shownColumns(columns, asked.columns);
  const labels = Object.fromEntries(filterNames.map((name) => [name, t(`agreements.filter.${name}`)]));
  const address = withoutUnknown(url, asked.unknown);
  const facets = agreements.facets;
  const active = activeFilters(address, [...facets, ...typedFacets(site, asked)], labels);
  const all = withoutFilters(address, filterNames);
  const rows = agreements.edges.map(({ node }) => node);
  return (
    <div className="list-page">
      <Meta title={t('agreements.title')} description={t('agreements.lead')} canonical="/agreements" />
      <Trail />
      <PageTitle title={t('agreements.title')} lead={t('agreements.lead')} />
      {viewerKeepsFor.length > 0 && (
        <p className="list-note">
          <a className="button" href="/agreements/new">
            {t('agreements.new')}
          </a>{' '}
          <a href="/agreements/load">{t('agreements.load.link')}</a>
        </p>
      )}
      <SiteProvider value={{ ...site, url: address }}>
        <WithFilters
          filters={
            <Filters
              facets={facets}
              labels={{ holder: labels['holder'] ?? '', vendor: labels['vendor'] ?? '' }}
              selected={{ holder: [...(asked.filter.holder ?? [])], vendor: [...(asked.filter.vendor ?? [])] }}
              keep={['sort', 'column']}
            >
              <Asked typed={asked.typed} />
            </Filters>
          }
        >
          <UnknownValues values={asked.unknown} labels={{ ...labels, sort: t('lists.field.sort') }} />
          <Chips active={active} clear={all} />
          <ResultLine
            total={agreements.totalCount}
            noun={t('agreements.noun', { count: agreements.totalCount })}
            active={active.map((one) => one.label)}
            table={{ columns, shown: shown.map(({ key }) => key), view: 'table', only: true }}
            sort={{ value: asked.orderBy.toLowerCase(), options: orders.map((value) => ({ value, label: t(`agreements.sort.${value}`) })) }}
          />
          {rows.length > 0 ? (
            <DenseTable
              caption={t('agreements.title')}
              columns={shown}
              picked={rows.length > 1 && 'compare'}
              rows={rows.map((node) => ({ url: node.url, title: node.title, name: node.title, cells: cellsOf(site, node) }))}
            />
          ) : active.length > 0 ? (
            <Empty active={active} all={all}>
              {t('lists.noneFiltered')}
            </Empty>
          ) : (
            <p>
              {viewer ? (
                t('agreements.none')
              ) : (
                <Trans i18n={i18n} t={t} i18nKey="agreements.noneSignedOut" components={{ x: <a href="/sign-in?next=%2Fagreements" /> }} />
              )}
            </p>
          )}
          <Pager pageInfo={agreements.pageInfo} />
          {rows.length > 0 && (
            <>
              <Downloads label={t('agreements.files.ocds')} files={[{ label: t('agreements.files.json'), href: '/agreements.ocds.json' }]} />
              <Downloads label={t('agreements.files.calendar')} files={[{ label: t('agreements.files.ics'), href: '/agreements.ics' }]} />
            </>
          )}
        </WithFilters>
      </SiteProvider>
    </div>
  );
}

function cellsOf(site: Site, node: Agreement) {
  const { t, format } = site;
  return {
    vendor: node.vendorTitle,
    holder: (
      <>
        {node.holderName}
        {node.demo && <span className="quiet small"> ({t('agreements.demoMark')})</span>}
      </>
    ),
    ends: format.date(node.endsOn),
    left: node.validity === 'VALID' && node.daysLeft !== null ? format.number(node.daysLeft) : t(`agreements.validity.${node.validity}`),
    ceilingLeft: money(site, node.ceilingLeft, node.currency) ?? t('agreements.use.NOT_STATED'),
    use: t(`agreements.useShort.${node.use}`),
    number: node.number,
    starts: format.date(node.startsOn),
    ceiling: money(site, node.ceiling, node.currency) ?? t('agreements.use.NOT_STATED'),
    unspsc: node.unspsc.join(', '),
    audience: t(`agreements.audience.${node.audience}`),
  };
}

/** What is asked of agreements beside holder and vendor. */
function Asked({ typed }: { typed: AgreementRequest['typed'] }) {
  const { t } = useSite();
  const box = (name: 'text' | 'validOn' | 'ceilingLeft' | 'currency' | 'unspsc', type: 'text' | 'date' = 'text') => (
    <p className="filter filter-typed">
      <label htmlFor={`filter-${name}`}>{t(`agreements.filter.${name}`)}</label>
      <input id={`filter-${name}`} name={name} type={type} defaultValue={typed[name] ?? ''} />
    </p>
  );
  return (
    <>
      {box('text')}
      <label className="choice">
        <input type="checkbox" name="open" value="yes" defaultChecked={typed.open === 'yes'} />
        <span>{t('agreements.filter.open')}</span>
      </label>
      {box('validOn', 'date')}
      {box('ceilingLeft')}
      {box('currency')}
      {box('unspsc')}
    </>
  );
}

import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { ActionKind, UptakeCellFilter, UptakeStatus } from '../graphql/graphql.ts';
import { type ActiveFilter, withoutFilters } from '../ui/address.ts';
import { Chips } from '../ui/chips.tsx';
import { Empty } from '../ui/empty.tsx';
import type { Unknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/entries';
import { DemoNotice, DocumentsNotice, Foot, From, Lists, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { State } from './status-icon.tsx';
import { momentVariables } from './query.ts';
import { addressesFrom, cellPath, isKey, momentRequest } from './request.ts';
import { impacts, kinds, statuses } from './values.ts';

const query = graphql(/* GraphQL */ `
  query UptakeCells($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $filter: UptakeCellFilter, $after: String) {
    uptakeReports {
      ...ReportParts
    }
    uptakeMatrix(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      report {
        ...ReportParts
      }
      at
      asKnownOn
      rows {
        slug
        number
        title
      }
      columns {
        slug
        shortName
      }
    }
    uptakeCells(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments, filter: $filter, first: 50, after: $after) {
      totalCount
      demo
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CellParts
        recommendationTitle
      }
    }
  }
`);

const flagFields = ['accepted', 'overdue', 'longOutstanding', 'unconfirmed', 'fromDocument', 'priority', 'counted'] as const;
const filterFields = ['recommendation', 'organization', 'kind', 'impact', 'status', ...flagFields] as const;

/** The filter of the API from the address; values that cannot be are set apart. */
function cellFilter(url: URL) {
  const unknown: Unknown[] = [];
  const read = (field: string, good: (value: string) => boolean) =>
    [...new Set(url.searchParams.getAll(field).filter((value) => value !== ''))].slice(0, 50).filter((value) => {
      if (!good(value)) unknown.push({ field, value });
      return good(value);
    });
  const one = (field: string, good: (value: string) => boolean) => read(field, good)[0] ?? null;
  const filter: UptakeCellFilter = {
    recommendation: read('recommendation', isKey),
    organization: read('organization', isKey),
    kind: one('kind', (value) => (kinds as readonly string[]).includes(value)) as ActionKind | null,
    impact: one('impact', (value) => (impacts as readonly string[]).includes(value)),
    status: read('status', (value) => (statuses as readonly string[]).includes(value)) as UptakeStatus[],
  };
  for (const field of flagFields) {
    const value = one(field, (text) => text === 'true' || text === 'false');
    if (value) filter[field] = value === 'true';
  }
  return { filter, unknown };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const asked = momentRequest(url);
  const { filter, unknown } = cellFilter(url);
  const variables = { ...momentVariables(asked), filter, after: url.searchParams.get('after') || null };
  let data = await ask(context, query, variables);
  if (!data.uptakeMatrix && asked.report) {
    unknown.push({ field: 'report', value: asked.report });
    data = await ask(context, query, { ...variables, report: null });
  }
  const known = data.uptakeMatrix;
  for (const value of filter.recommendation ?? [])
    if (!known?.rows.some((row) => String(row.number) === value || row.slug === value)) unknown.push({ field: 'recommendation', value });
  for (const value of filter.organization ?? []) if (!known?.columns.some((column) => column.slug === value)) unknown.push({ field: 'organization', value });
  return { ...data, filter, asked: { ...asked, unknown: [...asked.unknown, ...unknown] } };
}

export default function UptakeEntries({ loaderData: { uptakeReports, uptakeMatrix: table, uptakeCells: list, filter, asked } }: Route.ComponentProps) {
  const site = useSite();
  const { t, url, format } = site;
  const to = addressesFrom(url, asked.unknown);
  const name = (slug: string) => table?.columns.find((column) => column.slug === slug)?.shortName ?? slug;
  const words = (field: string, value: string): string => {
    if (field === 'recommendation') return t('uptake.table.recommendation', { number: value });
    if (field === 'organization') return name(value);
    if (field === 'kind') return t(`uptake.kindLong.${value as ActionKind}`);
    if (field === 'impact') return t(`vocabulary.impact.${value as 'a'}`);
    if (field === 'status') return t(`uptake.status.${value as UptakeStatus}`);
    return t(`uptake.entries.${value === 'true' ? 'yes' : 'no'}.${field as 'overdue'}`);
  };
  const active = filterFields.flatMap((field): ActiveFilter[] => {
    const value = filter[field];
    const values = (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]).map(String);
    return values.map((one) => {
      const rest = new URL(url);
      rest.searchParams.delete('after');
      rest.searchParams.delete(field, one);
      return { field, fieldLabel: t(`uptake.fields.${field}`), value: one, label: words(field, one), without: `${rest.pathname}${rest.search}` };
    });
  });
  const cells = list.nodes;
  const clear = withoutFilters(url, filterFields);
  const columns = t('uptake.entries.columns', { returnObjects: true });
  const dateColumns = { effectiveDate: columns.since, deadline: columns.deadline, targetDate: columns.target };
  // Columns that nothing on the page fills are left out.
  const dates = (['effectiveDate', 'deadline', 'targetDate'] as const).filter((field) => cells.some((cell) => cell[field]));
  const day = (date: string | null) =>
    date && (
      <span key={date} className="together">
        {format.date(date)}
      </span>
    );
  return (
    <>
      <Meta title={t('uptake.entries.title')} description={t('uptake.entries.lead')} canonical="/uptake/entries" unlisted={active.length > 0} />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={t('uptake.entries.title')} lead={t('uptake.entries.lead')} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      {table && (
        <MomentForm moment={table} reports={uptakeReports} report={table.report.key} asked={asked} keep={active.map(({ field, value }) => [field, value])} />
      )}
      <DemoNotice shown={list.demo} asked={asked} reports={[table?.report]} />
      <DocumentsNotice asked={asked} reports={[table?.report]} />
      <Narrow
        filter={filter}
        rows={table?.rows ?? []}
        columns={table?.columns ?? []}
        keep={[
          ...to('/')
            .split('?')
            .slice(1)
            .flatMap((query) => [...new URLSearchParams(query)]),
        ]}
      />
      <Chips active={active} clear={clear} />
      <ResultLine
        total={list.totalCount}
        noun={t('uptake.entries.noun', { count: list.totalCount })}
        active={active.map((one) => one.label)}
        download={false}
      />
      {cells.length === 0 ? (
        <Empty active={active} all={clear}>
          {t(list.totalCount > 0 ? 'lists.noneLeft' : 'uptake.entries.none')}
        </Empty>
      ) : (
        <ResponsiveTable
          caption={t('uptake.entries.caption')}
          columns={[columns.recommendation, columns.organization, columns.state, ...dates.map((field) => dateColumns[field])]}
          rows={cells.map((cell) => ({
            key: `${cell.recommendationSlug} ${cell.organizationSlug}`,
            cells: [
              <a key="cell" href={to(cellPath(cell))}>
                {cell.recommendationNumber ? `${cell.recommendationNumber}. ` : ''}
                {cell.recommendationTitle} <abbr title={t(`uptake.kindLong.${cell.kind}`)}>({t(`uptake.kind.${cell.kind}`)})</abbr>
              </a>,
              <a key="organization" href={to(`/uptake/organizations/${cell.organizationSlug}`)}>
                {cell.organizationName}
              </a>,
              <State key="state" cell={cell} />,
              ...dates.map((field) => day(cell[field])),
            ],
          }))}
        />
      )}
      <Pager pageInfo={list.pageInfo} />
      <Foot>
        {table && <From report={table.report} />}
        <Lists filter={active.map(({ field, value }) => [field, value])} asked={asked} />
        <p className="small">{t('uptake.files.loadBack')}</p>
      </Foot>
    </>
  );
}

type NarrowProps = {
  filter: UptakeCellFilter;
  rows: { slug: string; number: number | null; title: string }[];
  columns: { slug: string; shortName: string }[];
  keep: [string, string][];
};

/** The most useful filters as a form; links from the figures set the others. */
function Narrow({ filter, rows, columns, keep }: NarrowProps) {
  const { t, url } = useSite();
  const hidden = [
    ...keep,
    ...(['impact', 'kind', ...flagFields] as const).flatMap((field): [string, string][] =>
      filter[field] === null || filter[field] === undefined ? [] : [[field, String(filter[field])]],
    ),
  ];
  const any = { value: '', label: t('uptake.entries.any') };
  const fields: { name: 'recommendation' | 'organization' | 'status'; options: { value: string; label: string }[] }[] = [
    {
      name: 'recommendation',
      options: rows.map((row) => ({ value: String(row.number ?? row.slug), label: row.number ? `${row.number}. ${row.title}` : row.title })),
    },
    { name: 'organization', options: columns.map((column) => ({ value: column.slug, label: column.shortName })) },
    { name: 'status', options: statuses.map((status) => ({ value: status, label: t(`uptake.status.${status}`) })) },
  ];
  return (
    <form className="uptake-moment" action={url.pathname} method="get" aria-label={t('uptake.entries.filter')}>
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, options }) => (
        <div key={name}>
          <label htmlFor={`filter-${name}`}>{t(`uptake.fields.${name}`)}</label>
          <select id={`filter-${name}`} name={name} defaultValue={filter[name]?.[0] ?? ''}>
            {[any, ...options].map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" className="button-quiet">
        {t('uptake.entries.apply')}
      </button>
    </form>
  );
}

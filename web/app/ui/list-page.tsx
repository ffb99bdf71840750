import type { ReactNode } from 'react';
import { activeFilters, activeRanges, chosenIn, type Facet, withoutFilters } from './address.ts';
import { Chips } from './chips.tsx';
import { WithFilters } from './columns.tsx';
import { type Column, DenseTable, shownColumns } from './dense-table.tsx';
import { Empty } from './empty.tsx';
import { Filters } from './filters.tsx';
import { type ListRequest, type Unknown, withoutUnknown } from './list-request.ts';
import { Meta } from './meta.tsx';
import { PageTitle } from './page-title.tsx';
import { type PageInfo, Pager } from './pager.tsx';
import { PickForm } from './pick.tsx';
import { ResultLine } from './result-line.tsx';
import { type RowContent, Rows } from './rows.tsx';
import { SiteProvider, useSite } from './site.tsx';
import { Trail } from './trail.tsx';
import { UnknownValues } from './unknown-values.tsx';
import { labelled } from './vocabulary.ts';

type ListPageProps = {
  /** The address of the list, such as "/projects". */
  path: string;
  title: string;
  lead: string;
  /** What the rows are, in the form that fits the number. */
  noun: string;
  request: ListRequest;
  /** What the API answered; `ignored` are the names it does not know. */
  list: { totalCount: number; facets: Facet[]; ignored: Unknown[]; pageInfo: PageInfo };
  rows: RowContent[];
  /** The list as a table: its columns, and the cells of each row in the order of the rows. */
  table?: { columns: readonly Column[]; cells: readonly Record<string, ReactNode>[] };
  /** How many there are without filters. */
  of?: number | undefined;
  /** The filter fields in the order they are shown. */
  fields: readonly string[];
  /** Which words the list uses for its own field `kind`. */
  kinds?: Parameters<typeof labelled>[2];
  /** The concept whose form has words for the filters that have none of their own. */
  form?: 'PROJECT' | 'LESSON' | 'VENDOR' | 'BUILDING_BLOCK';
  /** Orders beside those of every list, and the one that is chosen. */
  sorts?: { value: string; own: { value: string; label: string }[] };
  /** What a list asks besides, above the groups of its filters; what is chosen of it, as values of filters with their labels. */
  asked?: { boxes: ReactNode; facets: Facet[]; labels: Record<string, string> };
  /** False where nobody is told of what is new in it. */
  followed?: false;
  /** What is said instead where the library has none at all. */
  empty?: { title: string; text: string };
  /** After the list: a chart, a remark. */
  children?: ReactNode;
};

/** The same words for both ends of a filter by from and to. */
const ends = (labels: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([field, label]) => [
      [`${field}_from`, label],
      [`${field}_to`, label],
    ]),
  );

/** A list of one concept: filters, what is shown, rows, pages. The same for every concept, so that one learns it once. */
export function ListPage({
  path,
  title,
  lead,
  noun,
  request,
  list,
  rows,
  table,
  of,
  fields,
  kinds,
  form,
  sorts,
  asked,
  followed,
  empty,
  children,
}: ListPageProps) {
  const site = useSite();
  const { t, url } = site;
  const labels = Object.fromEntries(
    fields.map((field) => [field, t([`vocabulary.field.${field}`, `contributions.field.${form}.${field}.label`] as unknown as 'vocabulary.field.kind')]),
  );
  const unknown = [...request.unknown, ...list.ignored];
  const address = withoutUnknown(url, unknown);
  const selected = chosenIn(list.facets, request.selected, list.ignored);
  const facets = labelled(site, list.facets, kinds);
  const rangeLabels = Object.fromEntries(request.ranges.map(({ field }) => [field, t(`vocabulary.field.${field}` as 'vocabulary.field.kind')]));
  const active = [
    ...activeFilters(address, [...(asked?.facets ?? []), ...facets], { ...asked?.labels, ...labels }),
    ...activeRanges(address, request.ranges, rangeLabels, (end, { field, type, ...ends }) =>
      t(`filters.active_${end}`, {
        field: rangeLabels[field] ?? field,
        value: type === 'date' ? site.format.date(ends[end]) : site.format.number(Number(ends[end])),
      }),
    ),
  ];
  const all = withoutFilters(address, [
    ...Object.keys(asked?.labels ?? {}),
    ...fields,
    ...request.ranges.flatMap(({ field }) => [`${field}_from`, `${field}_to`]),
    'since',
  ]);
  const columns = table ? shownColumns(table.columns, request.columns) : [];
  return (
    <div className="list-page">
      <Meta title={title} description={lead} canonical={path} />
      <Trail />
      <PageTitle title={title} lead={lead}>
        {form && site.viewer?.canContribute && <a href={`${path}/new`}>{t(`contributions.new.title.${form}`)}</a>}
        {form === 'VENDOR' && site.viewer?.canContribute && <a href="/imports/new">{t('imports.new')}</a>}
      </PageTitle>
      {/* Links and forms of the list leave out what nobody knows. */}
      <SiteProvider value={{ ...site, url: address }}>
        <WithFilters
          filters={
            <Filters
              facets={facets}
              labels={labels}
              selected={selected}
              ranges={request.ranges}
              rangeLabels={rangeLabels}
              {...(asked ? { keep: ['sort', 'view', 'column'] } : {})}
            >
              {asked?.boxes}
            </Filters>
          }
        >
          <UnknownValues
            values={unknown}
            tooMany={request.tooMany}
            labels={{ ...asked?.labels, ...labels, ...ends(rangeLabels), sort: t('lists.field.sort') }}
          />
          <Chips active={active} clear={all} />
          <ResultLine
            total={list.totalCount}
            of={of}
            noun={noun}
            active={active.map((one) => one.label)}
            since={{ day: request.since }}
            {...(followed === false ? {} : { follow: title })}
            table={table && { columns: table.columns, shown: columns.map(({ key }) => key), view: request.view }}
            sort={{
              value: sorts?.value ?? request.orderBy.toLowerCase(),
              options: [...(sorts?.own ?? []), ...(['source', 'title', 'updated'] as const).map((value) => ({ value, label: t(`lists.sort.${value}`) }))],
            }}
          />
          {rows.length > 0 && table && request.view === 'table' ? (
            <DenseTable
              caption={title}
              columns={columns}
              rows={rows.map(({ url: page, title: name, language }, index) => ({
                url: page,
                title: name,
                name: String(name),
                language,
                cells: table.cells[index] ?? {},
              }))}
            />
          ) : rows.length > 0 ? (
            <PickForm>
              <Rows rows={rows} picked />
            </PickForm>
          ) : (
            <Empty {...(empty ? { title: empty.title } : { active, all })}>
              {empty ? empty.text : t(list.totalCount > 0 ? 'lists.noneLeft' : 'lists.noneFiltered')}
            </Empty>
          )}
          <Pager pageInfo={list.pageInfo} />
          {children}
        </WithFilters>
      </SiteProvider>
    </div>
  );
}

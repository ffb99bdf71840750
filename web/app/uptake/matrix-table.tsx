import type { ActionKind, CellPartsFragment, CountsPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { flags, flagWords, StatusIcon } from './status-icon.tsx';
import type { To } from './request.ts';

type Row = { slug: string; number: number | null; label: string; title: string; kind: ActionKind | null; counts: CountsPartsFragment };
type Column = { slug: string; shortName: string; name: string; forInformation: boolean; counts: CountsPartsFragment };

type Props = {
  rows: Row[];
  columns: Column[];
  cells: CellPartsFragment[];
  counts: CountsPartsFragment;
  to: To;
  /** The address that opens a cell. */
  open: (cell: CellPartsFragment) => string;
  /** The cell that is open beside the table. */
  opened?: CellPartsFragment | null;
  /** Only the cells, without sums: a part of the table. */
  part?: boolean;
};

/** The sums at the end of a row, with the filter that opens what is behind each. */
const sums = [
  ['addressed', {}],
  ['accepted', { accepted: 'true' }],
  ['implemented', { status: 'IMPLEMENTED' }],
  ['noInformation', { status: 'NO_INFORMATION' }],
  ['overdue', { overdue: 'true' }],
] as const;

/** Organizations down, recommendations across: every cell and every sum leads to the entries behind it. */
export function MatrixTable({ rows, columns, cells, counts, to, open, opened, part = false }: Props) {
  const { t } = useSite();
  const ends = part ? [] : sums;
  const at = new Map(cells.map((cell) => [`${cell.recommendationSlug} ${cell.organizationSlug}`, cell]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="uptake-frame" tabIndex={0} aria-label={t('uptake.table.region')}>
      <table className="uptake-table">
        <caption className="hidden">{t('uptake.table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('uptake.table.organization')}</th>
            {rows.map((row) => (
              <th key={row.slug} scope="col" className="uptake-head">
                <a href={to(`/uptake/recommendations/${row.number ?? row.slug}`)} title={row.title}>
                  {row.number ? t('uptake.table.recommendation', { number: row.number }) : row.label}
                </a>
                {row.kind && (
                  <abbr className="quiet" title={t(`uptake.kindLong.${row.kind}`)}>
                    {' '}
                    {t(`uptake.kind.${row.kind}`)}
                  </abbr>
                )}
              </th>
            ))}
            {ends.map(([key]) => (
              <th key={key} scope="col" className="uptake-sum uptake-end">
                {t(`uptake.table.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.slug}>
              <th scope="row">
                <a href={to(`/uptake/organizations/${column.slug}`)} title={column.name}>
                  {column.shortName}
                </a>
                {column.forInformation && <span className="quiet small uptake-information"> {t('uptake.table.information')}</span>}
              </th>
              {rows.map((row) => {
                const cell = at.get(`${row.slug} ${column.slug}`);
                if (!cell) return <td key={row.slug} className="cell-none" />;
                const here = opened?.recommendationSlug === cell.recommendationSlug && opened.organizationSlug === cell.organizationSlug;
                return (
                  <td key={row.slug} className={`cell-${cell.status}${cell.doubtful ? ' cell-doubtful' : ''}${cell.demo ? ' cell-demo' : ''}`}>
                    <Cell
                      cell={cell}
                      url={open(cell)}
                      here={here}
                      kind={row.kind ? null : cell.kind}
                      label={row.number ? t('uptake.table.recommendation', { number: row.number }) : row.label}
                    />
                  </td>
                );
              })}
              {!part && <Sums counts={column.counts} who={column.shortName} filter={{ organization: column.slug }} to={to} />}
            </tr>
          ))}
        </tbody>
        {ends.length > 0 && (
          <tfoot>
            {ends.map(([key, filter]) => (
              <tr key={key}>
                <th scope="row">{t('uptake.table.sum', { what: t(`uptake.table.${key}`).toLowerCase() })}</th>
                {rows.map((row) => (
                  <td key={row.slug} className="uptake-sum">
                    <Figure value={row.counts[key]} url={to('/uptake/entries', { recommendation: String(row.number ?? row.slug), ...filter })} />
                  </td>
                ))}
                {sums.map(([column]) => (
                  <td key={column} className="uptake-sum uptake-end">
                    {column === key ? <Figure value={counts[key]} url={to('/uptake/entries', filter)} strong /> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Sums({ counts, who, filter, to }: { counts: CountsPartsFragment; who: string; filter: Record<string, string>; to: To }) {
  const { t } = useSite();
  return sums.map(([key, more]) => (
    <td key={key} className="uptake-sum uptake-end">
      <Figure
        value={counts[key]}
        url={to('/uptake/entries', { ...filter, ...more })}
        label={t('uptake.table.behind', { what: t(`uptake.table.${key}`), who, number: counts[key] })}
      />
    </td>
  ));
}

/** A figure that opens what it counts; nothing can be opened behind nought. */
export function Figure({ value, url, label, strong = false }: { value: number; url: string; label?: string; strong?: boolean }) {
  const { format } = useSite();
  const text = strong ? <b>{format.number(value)}</b> : format.number(value);
  if (value === 0) return <span className="quiet">{text}</span>;
  return (
    <a href={url} aria-label={label}>
      {text}
    </a>
  );
}

function Cell({ cell, url, here, label, kind }: { cell: CellPartsFragment; url: string; here: boolean; label: string; kind: ActionKind | null }) {
  const site = useSite();
  const { t } = site;
  const words = [t(`uptake.status.${cell.status}`), ...flagWords(site, cell), ...(kind ? [t(`uptake.kindLong.${kind}`)] : [])].join(', ');
  const signs = flags.filter(({ is }) => is(cell)).map(({ sign }) => sign);
  return (
    <a className="cell" href={url} aria-current={here || undefined} title={words} id={`cell-${cell.recommendationSlug}-${cell.organizationSlug}`}>
      <span aria-hidden="true" className="cell-mark">
        <StatusIcon status={cell.status} />
        <b>{t(`uptake.letter.${cell.status}`)}</b>
        {kind && <span className="cell-kind">{t(`uptake.kind.${kind}`)}</span>}
        {signs.length > 0 && <span className="cell-signs">{signs.join(' ')}</span>}
      </span>
      <span className="hidden">{t('uptake.table.cell', { organization: cell.organizationName, recommendation: label, state: words })}</span>
    </a>
  );
}

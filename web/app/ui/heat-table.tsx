import type { ReactNode } from 'react';
import { useSite } from './site.tsx';

type HeatTableProps = {
  title: ReactNode;
  source: string;
  definition?: string;
  /** What the rows are: "Organization". */
  corner: string;
  columns: { key: string; label: string; url?: string }[];
  rows: { key: string; label: ReactNode; url?: string; values: (number | null)[] }[];
  /** The address of the records behind a cell. */
  cellUrl?: (row: string, column: string) => string;
};

/** A table whose cells are shaded by their number. It is its own table; the shade only repeats what the number says. */
export function HeatTable({ title, source, definition, corner, columns, rows, cellUrl }: HeatTableProps) {
  const { t, format } = useSite();
  const most = Math.max(1, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)));
  const shade = (value: number) => (value === 0 ? 0 : Math.max(1, Math.ceil((5 * value) / most)));
  return (
    <figure className="figure">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={typeof title === 'string' ? title : corner}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="heat-column">
                  <span>{column.url ? <a href={column.url}>{column.label}</a> : column.label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.url ? <a href={row.url}>{row.label}</a> : row.label}</th>
                {columns.map((column, index) => {
                  const value = row.values[index] ?? 0;
                  return (
                    <td key={column.key} className={`heat-${shade(value)}`}>
                      {cellUrl && value > 0 ? <a href={cellUrl(row.key, column.key)}>{format.number(value)}</a> : format.number(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="figure-source">
        {definition && `${t('chart.definition', { definition })}. `}
        {t('chart.source', { source })}
      </p>
    </figure>
  );
}

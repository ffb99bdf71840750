import type { ReactNode } from 'react';
import { useSite } from './site.tsx';

export type FigureTable = { columns: string[]; rows: { key: string; cells: ReactNode[] }[] };

export type FigureProps = {
  /** The finding, as a sentence: "Half of the projects are pilots". */
  title: ReactNode;
  /** Where the figures are from. */
  source: string;
  /** What exactly is counted. */
  definition?: string;
  id?: string;
};

/** The frame of every chart and map: the finding as its title, the picture, source and definition, and the same as a table. */
export function Figure({
  title,
  source,
  definition,
  id,
  table,
  children,
  remark,
  open = false,
}: FigureProps & {
  table: FigureTable;
  children: ReactNode;
  remark?: ReactNode /** Whether the table stands there unfolded, on paper too. */;
  open?: boolean;
}) {
  const { t } = useSite();
  return (
    <figure className="figure" id={id}>
      <figcaption>{title}</figcaption>
      {children}
      <p className="figure-source">
        {definition && `${t('chart.definition', { definition })}. `}
        {t('chart.source', { source })}
      </p>
      {remark}
      {open ? (
        <DataTable {...table} />
      ) : (
        <details className="figure-table">
          <summary>{t('chart.table')}</summary>
          <DataTable {...table} />
        </details>
      )}
    </figure>
  );
}

/** A plain table: the first column heads its row, the others are numbers or short words. */
export function DataTable({ columns, rows }: FigureTable) {
  return (
    <div className="scroll">
      <table className="data">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

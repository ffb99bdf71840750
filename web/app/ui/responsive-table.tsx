import type { ReactNode } from 'react';

type ToldTableProps = {
  caption: ReactNode;
  columns: string[];
  rows: { key: string; cells: ReactNode[] }[];
};

/**
 * A table of sentences, the first column heading its row. On a narrow screen each row becomes a list of labelled facts.
 * A cell of null holds nothing: a dash in the table, left out of the list.
 */
export function ResponsiveTable({ caption, columns, rows }: ToldTableProps) {
  return (
    <table className="told">
      <caption>{caption}</caption>
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
              <td key={columns[index + 1]} data-label={columns[index + 1]} className={cell === null ? 'told-none' : undefined}>
                {cell ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

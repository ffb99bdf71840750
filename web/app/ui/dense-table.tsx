import type { ReactNode } from 'react';
import { PickForm, Pick } from './pick.tsx';
import { type Site, useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';

/** A column of a list's table. The title is always the first one and is not named here. */
export type Column = {
  key: string;
  label: string /** Whether it is shown unless others are chosen. */;
  usual: boolean /** Whether its cells are sentences or long lists, which may take several lines. */;
  wide?: boolean;
};
export type TableRow = {
  url: string;
  title: ReactNode /** The title as plain text. */;
  name: string /** In which it is written. */;
  language?: string | null | undefined;
  cells: Record<string, ReactNode>;
};

/** The columns that an address chose, or the usual ones. */
export function shownColumns(columns: readonly Column[], chosen: readonly string[]): Column[] {
  const known = columns.filter(({ key }) => chosen.includes(key));
  return known.length > 0 ? known : columns.filter(({ usual }) => usual);
}

/** A list as a table with a line for each record, to compare at a glance; on a narrow screen each is two lines. */
export function DenseTable({
  caption,
  columns,
  rows,
  picked = true,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly TableRow[] /** Whether rows can be picked: they are records, or can be compared. */;
  picked?: boolean | 'compare';
}) {
  const site = useSite();
  const { t } = site;
  const table = (
    <table className={columns.length < 4 ? 'dense dense-few' : 'dense'}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {picked && (
            <th scope="col" className="pick">
              <span className="hidden">{t('list.pick.column')}</span>
            </th>
          )}
          <th scope="col">{t('list.titleColumn')}</th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ url, title, name, language, cells }) => (
          <tr key={url}>
            {picked && (
              <td className="pick">
                <Pick url={url} title={name} />
              </td>
            )}
            <th scope="row">
              <a href={url} {...textLanguage(site, language, title)}>
                {title}
              </a>
            </th>
            {columns.map(({ key, wide }) => (
              <td key={key} className={wide ? 'wide' : undefined}>
                {cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return picked ? <PickForm compareOnly={picked === 'compare'}>{table}</PickForm> : table;
}

/** The first names of a list and how many more there are: a line of a table is short. */
export function few({ t, format }: Pick<Site, 't' | 'format'>, names: string[], most = 2): string {
  if (names.length <= most + 1) return format.list(names);
  return t('lists.andMore', { names: names.slice(0, most).join(', '), count: names.length - most });
}

import { address } from './address.ts';
import type { Column } from './dense-table.tsx';
import { Downloads } from './downloads.tsx';
import { FollowLink } from './follow-link.tsx';
import { useSite } from './site.tsx';

type Option = { value: string; label: string };
export type ListToolsProps = {
  sort?: { value: string; options: Option[] } | undefined;
  /** The table's columns, where the list can be shown as one, and those that are shown. */
  table?:
    | { columns: readonly Column[]; shown: readonly string[]; view: 'table' | 'rows' /** Whether it is always shown as one. */; only?: boolean }
    | undefined;
  /** Whether what changed since a day can be asked for, and the day that was. */
  since?: { day: string | null } | undefined;
  /** What the list is called when it is saved to be told of what is new; absent where it cannot be. */
  follow?: string | undefined;
  /** Whether the list can be had as CSV, XLSX and JSON at its own address. */
  download?: boolean;
  total: number;
};

const places = ['after', 'before'];
/** Lists whose records have days. */
const dated = new Set(['/projects', '/standards', '/sources', '/recommendations']);

/** How a list is shown, in what order, since when, and where to get all of it as data. On a narrow screen folded away. */
export function ListTools({ sort, table, since, follow, download = true, total }: ListToolsProps) {
  const { t, url } = useSite();
  const without = (...names: string[]) => [...url.searchParams].filter(([name]) => ![...names, ...places].includes(name));
  const data = new URLSearchParams(without('sort', 'view', 'column'));
  if (sort && url.searchParams.has('sort')) data.set('sort', sort.value);
  const suffix = data.size > 0 ? `?${data}` : '';
  const viewed = (view: string) => {
    const query = new URLSearchParams(without('view'));
    if (view !== 'table') query.set('view', view);
    return address(url.pathname, query);
  };
  const saved = follow && <FollowLink url={address(url.pathname, new URLSearchParams(without('sort', 'view', 'column', 'since')))} name={follow} />;
  return (
    <details className="list-tools">
      <summary>{t('list.tools')}</summary>
      <div className="list-tools-body">
        {table && !table.only && (
          <p className="views">
            {(['table', 'rows'] as const).map((view) => (
              <a key={view} href={viewed(view)} aria-current={table.view === view ? 'true' : undefined}>
                {t(`list.view.${view}`)}
              </a>
            ))}
          </p>
        )}
        {table?.view === 'table' && (
          <details className="choose">
            <summary>{t('list.columns')}</summary>
            <form action={url.pathname} method="get">
              <Kept pairs={without('column')} />
              {table.columns.map(({ key, label }) => (
                <label key={key} className="choice">
                  <input type="checkbox" name="column" value={key} defaultChecked={table.shown.includes(key)} />
                  <span>{label}</span>
                </label>
              ))}
              <button type="submit">{t('list.columnsButton')}</button>
            </form>
          </details>
        )}
        {since && (
          <details className="choose">
            <summary>{t('list.since')}</summary>
            <form action={url.pathname} method="get">
              <Kept pairs={without('since')} />
              <label htmlFor="since">{t('list.sinceDay')}</label>
              <input id="since" type="date" name="since" defaultValue={since.day ?? undefined} />
              <button type="submit">{t('list.sinceButton')}</button>
              {/* The browser remembers the day of the last visit; without script there is none. */}
              <p data-last-visit={address(url.pathname, new URLSearchParams(without('since')))} hidden>
                <a href={url.pathname}>{t('list.lastVisit')}</a>
              </p>
              <p>
                <a href={`${url.pathname}.atom${suffix}`} type="application/atom+xml">
                  {t('list.feed')}
                </a>
                {dated.has(url.pathname) && (
                  <>
                    {' · '}
                    <a href={`${url.pathname}.ics${suffix}`} type="text/calendar">
                      {t('list.calendar')}
                    </a>
                  </>
                )}
              </p>
              {saved}
            </form>
          </details>
        )}
        {!since && saved}
        {sort && (
          <form className="sort" action={url.pathname} method="get">
            <Kept pairs={without('sort')} />
            <label htmlFor="sort" className="hidden">
              {t('list.sort')}
            </label>
            <select id="sort" name="sort" defaultValue={sort.value} data-submit-on-change="">
              {sort.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <button type="submit" className="button-quiet">
              {t('list.sortButton')}
            </button>
          </form>
        )}
        {download && total > 0 && (
          <details className="choose">
            <summary>{t('list.download')}</summary>
            <div>
              <Downloads
                label={t('list.download')}
                files={['csv', 'xlsx', 'json'].map((extension) => ({ label: extension.toUpperCase(), href: `${url.pathname}.${extension}${suffix}` }))}
              />
            </div>
          </details>
        )}
      </div>
    </details>
  );
}

/** What stays as it is in the address. */
function Kept({ pairs }: { pairs: [string, string][] }) {
  return pairs.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

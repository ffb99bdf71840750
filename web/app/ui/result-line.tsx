import { Downloads } from './downloads.tsx';
import { useSite } from './site.tsx';

type ResultLineProps = {
  /** How many rows match. */
  total: number;
  /** How many there are without filters; left out where it is not known. */
  of?: number;
  /** Whether the total is counted or estimated. */
  exact?: boolean;
  /** "projects", in the plural form that fits the number. */
  noun: string;
  /** More on the number, such as how many are near. */
  detail?: string | undefined;
  /** The active filters in words: ["pilots", "Ethereum"]. */
  active?: string[];
  sort?: { value: string; options: { value: string; label: string }[] };
  /** Whether the list can be had as CSV, XLSX and JSON at its own address. */
  download?: boolean;
};

/** The line above a list: what is shown, in what order, and where to get all of it as data. */
export function ResultLine({ total, of, exact = true, noun, detail, active = [], sort, download = true }: ResultLineProps) {
  const { t, url, format } = useSite();
  const count =
    of !== undefined && of !== total
      ? t('list.shown', { shown: format.number(total), total: format.number(of), noun })
      : t(exact ? 'list.all' : 'list.about', { total: format.number(total), noun });
  const kept = [...url.searchParams].filter(([name]) => !['sort', 'after', 'before'].includes(name));
  const query = new URLSearchParams(kept);
  if (sort && url.searchParams.has('sort')) query.set('sort', sort.value);
  const suffix = query.size > 0 ? `?${query}` : '';
  return (
    <div className="result-line">
      <p className="result-count" role="status">
        <b>{count}</b>
        {active.map((label) => `, ${label}`)}
        {detail && `: ${detail}`}
      </p>
      {sort && (
        <form className="sort" action={url.pathname} method="get">
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="sort">{t('list.sort')}</label>
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
        <Downloads
          label={t('list.download')}
          files={['csv', 'xlsx', 'json'].map((extension) => ({ label: extension.toUpperCase(), href: `${url.pathname}.${extension}${suffix}` }))}
        />
      )}
    </div>
  );
}

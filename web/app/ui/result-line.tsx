import { ListTools, type ListToolsProps } from './list-tools.tsx';
import { useSite } from './site.tsx';

type ResultLineProps = Partial<Pick<ListToolsProps, 'sort' | 'table' | 'since' | 'follow' | 'download'>> & {
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
};

/** The line above a list: what is shown, in what order, and where to get all of it as data. */
export function ResultLine({ total, of, exact = true, noun, detail, active = [], sort, table, since, follow, download = true }: ResultLineProps) {
  const { t, format } = useSite();
  const count =
    of !== undefined && of !== total
      ? t('list.shown', { shown: format.number(total), total: format.number(of), noun })
      : t(exact ? 'list.all' : 'list.about', { total: format.number(total), noun });
  return (
    <div className="result-line">
      <p className="result-count" role="status">
        <b>{count}</b>
        {active.map((label) => `, ${label}`)}
        {since?.day && `, ${t('list.changedSince', { date: format.date(since.day) })}`}
        {detail && `: ${detail}`}
      </p>
      {(sort || table || download) && (
        <ListTools sort={sort} table={table} since={since} follow={follow && [follow, ...active].join(', ')} download={download} total={total} />
      )}
    </div>
  );
}

import type { AskedRange } from './list-request.ts';
import { type Facet, type Selected, withoutFilters } from './address.ts';
import { useSite } from './site.tsx';

/** How many values a group shows before the rest is folded away. */
const shownAtOnce = 7;

type FiltersProps = {
  facets: Facet[];
  /** Field to label, in the order the groups are shown. Fields without a facet are left out. */
  labels: Record<string, string>;
  selected: Selected;
  /** Filters by from and to, and what they are called. */
  ranges?: readonly AskedRange[];
  rangeLabels?: Record<string, string>;
  /** Parameters that are not filters and stay as they are, such as the query and the order. */
  keep?: string[];
  /** A field of the list's own above the groups, such as a text query. */
  children?: React.ReactNode;
};

/**
 * The filters of a list: a GET form to the same address, one fieldset a field, with counts. Works without script.
 * On a narrow screen it is a disclosure that says how many filters are active; on a wide one it is always open.
 */
export function Filters({ facets, labels, selected, ranges = [], rangeLabels = {}, keep = ['q', 'sort'], children }: FiltersProps) {
  const { t, url } = useSite();
  const active = Object.values(selected).reduce((sum, values) => sum + values.length, 0) + ranges.filter(({ from, to }) => from !== '' || to !== '').length;
  const cleared = [...Object.keys(labels), ...ranges.flatMap(({ field }) => [`${field}_from`, `${field}_to`])];
  const kept = keep.flatMap((name) => url.searchParams.getAll(name).map((value) => [name, value] as const));
  return (
    <details className="filters">
      <summary>{active > 0 ? t('filters.headingActive', { count: active }) : t('filters.heading')}</summary>
      <form action={url.pathname} method="get" aria-label={t('filters.heading')}>
        {/* On a wide screen the summary is not shown: there is nothing to open. */}
        <h2 className="filters-title">{t('filters.heading')}</h2>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {children}
        {Object.entries(labels).map(([field, label]) => {
          const facet = facets.find((candidate) => candidate.field === field);
          const chosen = selected[field] ?? [];
          if (!facet || (facet.values.length === 0 && chosen.length === 0)) return null;
          return <Group key={field} facet={facet} label={label} chosen={chosen} />;
        })}
        {ranges.map((range) => (
          <RangeGroup key={range.field} range={range} label={rangeLabels[range.field] ?? range.field} />
        ))}
        <div className="filters-end">
          <button type="submit">{t('filters.apply')}</button>
          {active > 0 && <a href={withoutFilters(url, cleared)}>{t('filters.clear')}</a>}
        </div>
      </form>
    </details>
  );
}

function RangeGroup({ range: { field, type, from, to }, label }: { range: AskedRange; label: string }) {
  const { t } = useSite();
  return (
    <fieldset className="filter filter-range">
      <legend>{label}</legend>
      {(
        [
          ['from', from],
          ['to', to],
        ] as const
      ).map(([end, value]) => (
        <label key={end}>
          <span>{t(`filters.${end}`)}</span>
          <input name={`${field}_${end}`} defaultValue={value} inputMode="numeric" autoComplete="off" placeholder={t(`filters.example.${type}`)} />
        </label>
      ))}
    </fieldset>
  );
}

function Group({ facet, label, chosen }: { facet: Facet; label: string; chosen: string[] }) {
  const { t } = useSite();
  // What is chosen never hides in the fold.
  const ordered = [...facet.values].sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)));
  const open = Math.max(shownAtOnce, chosen.length);
  // A fold that hides one line saves nothing.
  const cut = ordered.length <= open + 1 ? ordered.length : open;
  const rest = ordered.slice(cut);
  return (
    <fieldset className="filter">
      <legend>{label}</legend>
      {ordered.slice(0, cut).map((value) => (
        <Choice key={value.value} field={facet.field} value={value} checked={chosen.includes(value.value)} />
      ))}
      {rest.length > 0 && (
        <details className="filter-rest">
          <summary>{t('filters.more', { count: rest.length })}</summary>
          {rest.map((value) => (
            <Choice key={value.value} field={facet.field} value={value} checked={false} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

function Choice({ field, value, checked }: { field: string; value: Facet['values'][number]; checked: boolean }) {
  const { format } = useSite();
  return (
    <label className={value.count === 0 ? 'choice choice-none' : 'choice'}>
      <input type="checkbox" name={field} value={value.value} defaultChecked={checked} />
      <span>{value.label}</span> <span className="count">{format.number(value.count)}</span>
    </label>
  );
}

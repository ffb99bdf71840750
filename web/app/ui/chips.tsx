import type { ActiveFilter } from './address.ts';
import { useSite } from './site.tsx';

/** The active filters, each a link to the same list without it. Nothing where none is active. */
export function Chips({ active, clear }: { active: ActiveFilter[]; clear: string }) {
  const { t } = useSite();
  if (active.length === 0) return null;
  return (
    <nav className="chips" aria-label={t('filters.active')}>
      <ul>
        {active.map(({ field, fieldLabel, value, label, without }) => (
          <li key={`${field} ${value}`}>
            <a className="chip" href={without} aria-label={t('filters.remove', { field: fieldLabel, label })}>
              {label}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
        {active.length > 1 && (
          <li>
            <a className="chips-clear" href={clear}>
              {t('filters.clear')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

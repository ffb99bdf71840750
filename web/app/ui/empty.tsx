import type { ReactNode } from 'react';
import type { ActiveFilter } from './address.ts';
import { useSite } from './site.tsx';

type EmptyProps = {
  title?: string;
  /** Why there is nothing. */
  children?: ReactNode;
  /** The filters that could be left out. */
  active?: ActiveFilter[];
  /** The address of the whole list. */
  all?: string;
};

/** Stands where a list would: why it is empty, and what to loosen. */
export function Empty({ title, children, active = [], all }: EmptyProps) {
  const { t } = useSite();
  return (
    <div className="empty">
      <h2>{title ?? t('list.emptyHeading')}</h2>
      {children && <p>{children}</p>}
      {(active.length > 0 || all) && (
        <>
          <p>{t('list.emptyHelp')}</p>
          <ul>
            {active.map(({ field, value, label, without }) => (
              <li key={`${field} ${value}`}>
                <a href={without}>{t('list.without', { label })}</a>
              </li>
            ))}
            {/* Without its only filter the list is whole. */}
            {all && active.length !== 1 && (
              <li>
                <a href={all}>{t(active.length > 0 ? 'list.withoutAny' : 'list.clearAll')}</a>
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}

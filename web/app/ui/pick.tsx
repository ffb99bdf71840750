import type { ReactNode } from 'react';
import { useSite } from './site.tsx';

/** A form around a list whose records can be picked: as a list to send, or side by side. It only makes an address. */
export function PickForm({
  children,
  compareOnly = false,
}: {
  children: ReactNode /** Whether they are no records, and can only be laid side by side. */;
  compareOnly?: boolean;
}) {
  const { t, viewer } = useSite();
  if (compareOnly)
    return (
      <form className="picks" action="/compare" method="get">
        {children}
        <p className="pick-actions">
          <span>{t('list.pick.picked')}</span> <button type="submit">{t('list.pick.compare')}</button>
        </p>
      </form>
    );
  return (
    <form className="picks" action="/picked" method="get">
      {children}
      <p className="pick-actions">
        <span>{t('list.pick.picked')}</span> <button type="submit">{t('list.pick.list')}</button>{' '}
        <button type="submit" formAction="/compare" className="button-quiet">
          {t('list.pick.compare')}
        </button>
        {(viewer?.memberships.length ?? 0) > 0 && (
          <>
            {' '}
            <button type="submit" formAction="/shortlists/add" className="button-quiet">
              {t('list.pick.shortlist')}
            </button>
          </>
        )}
      </p>
    </form>
  );
}

/** The box that picks one record. */
export function Pick({ url, title }: { url: string; title: string }) {
  const { t } = useSite();
  return <input type="checkbox" name="ids" value={url.slice(1)} aria-label={t('list.pick.one', { title })} />;
}

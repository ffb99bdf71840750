import type { ReactNode } from 'react';
import { useSite } from './site.tsx';

/** A form around a list whose records can be picked: as a list to send, or side by side. It only makes an address. */
export function PickForm({ children }: { children: ReactNode }) {
  const { t, viewer } = useSite();
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

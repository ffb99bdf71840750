import { changed } from './address.ts';
import { useSite } from './site.tsx';

/** What a connection says of its page. */
export type PageInfo = {
  hasNextPage: boolean;
  endCursor?: string | null;
  hasPreviousPage?: boolean;
  startCursor?: string | null;
};

/** Links to the next and the first page of a list (and to the previous one, where the list can go back). */
export function Pager({ pageInfo, back = false }: { pageInfo: PageInfo; back?: boolean }) {
  const { t, url } = useSite();
  const started = url.searchParams.has('after') || url.searchParams.has('before');
  const next = pageInfo.hasNextPage && pageInfo.endCursor ? changed(url, { after: pageInfo.endCursor }) : null;
  const previous = back && pageInfo.hasPreviousPage && pageInfo.startCursor ? changed(url, { before: pageInfo.startCursor }) : null;
  if (!next && !started) return null;
  return (
    <>
      <nav className="pager" aria-label={t('list.pages')}>
        {started && <a href={changed(url, {})}>{t('list.first')}</a>}
        {previous && (
          <a href={previous} rel="prev">
            {t('list.previous')}
          </a>
        )}
        {next && (
          <a className="pager-next" href={next} rel="next">
            {t('list.next')}
          </a>
        )}
      </nav>
      <p className="print-only">{t('list.printed')}</p>
    </>
  );
}

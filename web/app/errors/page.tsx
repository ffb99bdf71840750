import { changed } from '../ui/address.ts';
import { inWords, type Why } from '../ui/faults.ts';
import { Kept } from '../ui/kept-form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { useSite } from '../ui/site.tsx';

type Kind = 'notFound' | 'badRequest' | 'forbidden' | 'signedOut' | 'busy' | 'fault';

const kindOf = (status: number): Kind => {
  if (status === 404) return 'notFound';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 503) return 'busy';
  return status < 500 ? 'badRequest' : 'fault';
};

/** What the page may say of the fault: only what ask() put there for readers (api.server.ts). */
function whyOf(data: unknown): Why[] {
  return typeof data === 'object' && data !== null && 'why' in data && Array.isArray(data.why) ? (data.why as Why[]) : [];
}

/** The page for an address that does not exist, a refused request, or a fault of ours. The status is already on the response. */
export function ErrorPage({ status, data }: { status: number; data?: unknown }) {
  const { t, requestId, url, viewer, kept } = useSite();
  const kind = kept?.signedOut ? 'signedOut' : kindOf(status);
  const message =
    kind === 'fault' || kind === 'busy' || kind === 'signedOut'
      ? ''
      : whyOf(data)
          .map((one) => inWords(t, one))
          .join(' ');
  return (
    <>
      <Meta title={t(`error.${kind}.title`)} unlisted />
      <PageTitle kind={kind === 'signedOut' ? '401' : String(status)} title={t(`error.${kind}.title`)} lead={t(`error.${kind}.lead`)} />
      {message && <p>{message}</p>}
      {kind === 'forbidden' && !viewer && (
        <p>
          <a href={`/sign-in?${new URLSearchParams({ next: url.pathname + url.search })}`}>{t('error.signIn')}</a>
        </p>
      )}
      {kept?.byErrorPage && <Kept form={kept.form} shown={kept.shown} />}
      {kind === 'badRequest' && (
        <p>
          {/* A broken place in a list costs only the place; anything else may sit in any part of the query. */}
          <a href={url.searchParams.has('after') || url.searchParams.has('before') ? changed(url, {}) : url.pathname}>{t('error.badRequest.again')}</a>
        </p>
      )}
      {(kind === 'fault' || kind === 'busy') && <p>{t('error.fault.requestId', { requestId })}</p>}
      {kind === 'notFound' && (
        <>
          <SearchForm large label={t('error.notFound.search')} />
          <section className="section">
            <h2>{t('error.notFound.browse')}</h2>
            <ul>
              {(['projects', 'organizations', 'vendors', 'lessons', 'standards', 'recommendations'] as const).map((list) => (
                <li key={list}>
                  <a href={`/${list}`}>{t(`nav.${list}`)}</a>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <p className="section">
        <a href="/">{t('error.back')}</a>
      </p>
    </>
  );
}

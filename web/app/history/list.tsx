import { httpError, ask } from '../api.server.ts';
import { Differences } from '../contributions/differences.tsx';
import { kindOfPath, paths } from '../contributions/spec.ts';
import { forms } from '../definitions.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/list';
import { historyQuery } from './queries.ts';
import { titleOf, RevisionAuthor } from './revision-author.tsx';

/** A version number of the address; 0 for what is none. */
const numberIn = (url: URL, name: string) => {
  const text = url.searchParams.get(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
};

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const kind = kindOfPath(url.pathname);
  const from = numberIn(url, 'from');
  const to = numberIn(url, 'to');
  const answer = await ask(context, historyQuery, { kind, slug: params.slug, from, to, compare: from > 0 && to > 0 });
  if (answer.history.length === 0) throw httpError(context, 404);
  return { ...answer, kind, from, to, asked: url.searchParams.has('from') || url.searchParams.has('to'), slug: params.slug };
}

/** Every version of a record: who, when, why, and what differs between any two. */
export default function HistoryPage({ loaderData: { history, compareRevisions, kind, from, to, asked, slug } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const newest = history[0];
  const title = titleOf(newest?.content);
  const record = `${paths[kind]}/${slug}`;
  const address = `${record}/history`;
  const numbers = history.map((revision) => revision.number);
  const chosen = { from: from || (numbers[1] ?? numbers[0] ?? 1), to: to || (numbers[0] ?? 1) };
  return (
    <>
      <Meta title={t('contributions.history.title', { title })} canonical={address} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t(`vocabulary.kinds.${kind}`), url: paths[kind] },
          ...(newest?.archivedAt ? [] : [{ label: title, url: record }]),
        ]}
      />
      <PageTitle title={t('contributions.history.title', { title })} lead={t('contributions.history.lead', { count: history.length })} />
      {newest?.archivedAt && (
        <Notice>
          {t('contributions.history.archived', {
            date: format.date(newest.archivedAt.slice(0, 10)),
            reason: newest.archivedReason ?? t('certainty.notStated'),
          })}
        </Notice>
      )}
      {compareRevisions ? (
        <Section id="changed" title={t('contributions.history.changed', { from, to })}>
          {compareRevisions.differences.length === 0 ? (
            <p>{t('contributions.history.same')}</p>
          ) : (
            <Differences
              caption={t('contributions.history.changed', { from, to })}
              differences={compareRevisions.differences}
              kind={kind in forms ? kind : undefined}
            />
          )}
        </Section>
      ) : (
        asked && <Notice>{t('contributions.history.unknownPair')}</Notice>
      )}
      <ResponsiveTable
        caption={<span className="hidden">{t('contributions.history.title', { title })}</span>}
        columns={[
          t('contributions.history.number'),
          t('contributions.history.when'),
          t('contributions.history.who'),
          t('contributions.history.why'),
          t('contributions.history.what'),
        ]}
        rows={history.map((revision, index) => {
          const before = numbers[index + 1];
          return {
            key: String(revision.number),
            cells: [
              <span key="number">
                <a href={`${address}/${revision.number}`}>{t('contributions.history.version', { number: revision.number })}</a>
                {revision.live && <span className="quiet small"> {t('contributions.history.live')}</span>}
              </span>,
              format.date(revision.createdAt.slice(0, 10)),
              <RevisionAuthor key="who" revision={revision} />,
              <span key="why">
                {revision.reason || <span className="quiet">{t('contributions.history.noReason')}</span>}
                {revision.restores !== null && <span className="quiet small"> {t('contributions.history.restores', { number: revision.restores })}</span>}
              </span>,
              before === undefined ? (
                t('contributions.history.first')
              ) : (
                <a key="what" href={`${address}?from=${before}&to=${revision.number}`}>
                  {t('contributions.history.show', { number: before })}
                </a>
              ),
            ],
          };
        })}
      />
      {history.length > 1 && (
        <form method="get" action={address} className="section entry-inline" aria-label={t('contributions.history.compare')}>
          {(['from', 'to'] as const).map((name) => (
            <div key={name}>
              <label htmlFor={name}>{t(`contributions.history.${name}`)}</label>
              <select id={name} name={name} defaultValue={chosen[name]}>
                {numbers.map((number) => (
                  <option key={number} value={number}>
                    {number}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <button type="submit" className="button-quiet">
            {t('contributions.history.compareButton')}
          </button>
        </form>
      )}
    </>
  );
}

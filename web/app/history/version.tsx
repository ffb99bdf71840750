import { Trans } from 'react-i18next';
import { data, redirect } from 'react-router';
import { ask, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { fieldLabel, isEmpty, Shown } from '../contributions/shown.tsx';
import { kindOfPath, paths } from '../contributions/spec.ts';
import { forms } from '../definitions.ts';
import { CitationLinks } from '../ui/citation-links.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/version';
import { restoreMutation, versionQuery } from './queries.ts';
import { titleOf, RevisionAuthor } from './revision-author.tsx';

const numberOf = (text: string) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const kind = kindOfPath(new URL(request.url).pathname);
  const { revision, me } = await ask(context, versionQuery, { kind, slug: params.slug, number: numberOf(params.number) });
  return { revision: orNotFound(context, revision), mayWrite: me?.canContribute ?? false, kind, slug: params.slug, key: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const kind = kindOfPath(new URL(request.url).pathname);
  const key = String((await readForm(context, request)).get('key') ?? '').slice(0, 100);
  const { restoreRevision } = await ask(context, restoreMutation, { kind, slug: params.slug, number: numberOf(params.number), key: key || null });
  if (restoreRevision.__typename === 'InvalidInput') return data({ faults: restoreRevision.fields }, 400);
  throw redirect(`/drafts/${restoreRevision.draft.id}`, 303);
}

/** What people do not read as part of an entry. */
const unseen = new Set(['sourceKey', 'slug', 'position', 'language', 'audience']);

/** One version at its permanent address, as it stood, so that it can be cited. */
export default function VersionPage({ loaderData: { revision, mayWrite, kind, slug, key }, actionData }: Route.ComponentProps) {
  const { t, i18n, url, format } = useSite();
  const title = titleOf(revision.content);
  const record = `${paths[kind]}/${slug}`;
  const { number } = revision;
  const date = format.date(revision.createdAt.slice(0, 10));
  const address = new URL(`${record}/history/${number}`, url).href;
  const all = (revision.content ?? {}) as Record<string, unknown>;
  // In the order of the form; what the form does not have comes last.
  const order = [...new Set([...forms[kind].flatMap((section) => section.fields.map((field) => field.path.split('.')[0] ?? '')), ...Object.keys(all)])];
  const shown = order.filter((name) => !isEmpty(all[name]) && !unseen.has(name));
  return (
    <>
      <Meta title={`${title}, ${t('contributions.history.version', { number })}`} canonical={`${record}/history/${number}`} unlisted={!revision.live} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t(`vocabulary.kinds.${kind}`), url: paths[kind] },
          ...(revision.archivedAt ? [] : [{ label: title, url: record }]),
          { label: t('contributions.history.back'), url: `${record}/history` },
        ]}
      />
      <PageTitle kind={t('contributions.history.version', { number })} title={title} />
      <ErrorSummary errors={(actionData?.faults ?? []).map((one) => toError(t, one, 'restore'))} />
      {revision.archivedAt ? (
        <Notice>
          {t('contributions.history.archived', {
            date: format.date(revision.archivedAt.slice(0, 10)),
            reason: revision.archivedReason ?? t('certainty.notStated'),
          })}
        </Notice>
      ) : (
        <Notice>
          <Trans
            i18n={i18n}
            t={t}
            i18nKey={revision.live ? 'contributions.history.isLive' : 'contributions.history.permanent'}
            values={{ number }}
            components={{ x: <a href={record}>{null}</a> }}
          />
        </Notice>
      )}
      <Facts
        caption={t('contributions.history.about')}
        items={[
          { label: t('contributions.history.when'), value: date },
          { label: t('contributions.history.who'), value: <RevisionAuthor revision={revision} /> },
          { label: t('contributions.history.why'), value: revision.reason || null },
          {
            label: t('contributions.history.cite'),
            value: [
              <span key="text" className="cite-text">
                {t('records.citation', { title, version: number, date, address })}
              </span>,
              <span key="files" className="small">
                <CitationLinks address={`${record}/history/${number}`} />
              </span>,
            ],
          },
          {
            label: t('contributions.history.hash'),
            value: [
              <code key="hash" className="hash">
                {revision.hash}
              </code>,
              <span key="help" className="quiet small">
                {t('contributions.history.hashHelp')}
              </span>,
            ],
          },
          {
            label: t('contributions.history.seal'),
            value: [
              <code key="seal" className="hash">
                {t('contributions.history.sealText', { sequence: revision.logSequence, seal: revision.seal })}
              </code>,
              <span key="proof" className="small">
                <Trans
                  i18n={i18n}
                  t={t}
                  i18nKey="contributions.history.proof"
                  components={{
                    x: <a href={`/log/proof?${new URLSearchParams({ kind, slug, version: String(number) })}`}>{null}</a>,
                    y: <a href="/log">{null}</a>,
                  }}
                />
              </span>,
            ],
          },
        ]}
      />
      <Section id="version-content" title={t('contributions.history.content')}>
        <Facts items={shown.map((name) => ({ label: fieldLabel(t, name), value: <Shown value={all[name]} name={name} /> }))} />
      </Section>
      {mayWrite && !revision.live && !revision.archivedAt && (
        <Section id="restore" title={t('contributions.history.restore')}>
          <p>{t('contributions.history.restoreHelp')}</p>
          <form method="post" action={`${record}/history/${number}`}>
            <input type="hidden" name="key" value={key} />
            <button type="submit" className="button-quiet">
              {t('contributions.history.restoreButton')}
            </button>
          </form>
        </Section>
      )}
    </>
  );
}

import { Trans } from 'react-i18next';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { Shown } from '../contributions/shown.tsx';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ToldTable } from '../ui/told-table.tsx';
import type { Route } from './+types/page';

const query = graphql(`
  query LogPage($before: Int, $kind: String) {
    logEntries(before: $before, first: 50, kind: $kind) {
      sequence
      createdAt
      kind
      body
      hash
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const { searchParams } = new URL(request.url);
  const before = searchParams.get('before') ?? '';
  const kind = searchParams.get('kind') ?? '';
  const known = /^[A-Z_]{1,60}$/.test(kind) ? kind : null;
  return { ...(await ask(context, query, { before: /^\d{1,9}$/.test(before) ? Number(before) : null, kind: known })), kind: known };
}

/** The tamper-evident log, newest first. */
export default function LogPage({ loaderData: { logEntries, kind } }: Route.ComponentProps) {
  const { t, i18n, format } = useSite();
  const last = logEntries.at(-1)?.sequence ?? 1;
  return (
    <>
      <Meta title={t('accounts.log.title')} unlisted />
      <PageTitle title={t('accounts.log.title')} lead={t('accounts.log.lead')} />
      <Section id="check" title={t('accounts.log.how')}>
        <p>
          <Trans i18n={i18n} t={t} i18nKey="accounts.log.howText" components={{ c: <code /> }} />
        </p>
      </Section>
      {kind && (
        <Notice>
          <Trans i18n={i18n} t={t} i18nKey="accounts.log.filter" values={{ kind }} components={{ x: <a href="/log">{null}</a> }} />
        </Notice>
      )}
      {logEntries.length === 0 ? (
        <p>{t('accounts.log.none')}</p>
      ) : (
        <ToldTable
          caption={<span className="hidden">{t('accounts.log.title')}</span>}
          columns={[t('accounts.log.number'), t('accounts.log.when'), t('accounts.log.what'), t('accounts.log.about'), t('accounts.log.hash')]}
          rows={logEntries.map((entry) => ({
            key: String(entry.sequence),
            cells: [
              String(entry.sequence),
              format.date(entry.createdAt.slice(0, 10)),
              <a key="kind" href={`/log?kind=${entry.kind}`}>
                {entry.kind}
              </a>,
              <Shown key="about" value={entry.body} />,
              <code key="hash" className="hash">
                {entry.hash}
              </code>,
            ],
          }))}
        />
      )}
      {logEntries.length === 50 && last > 1 && (
        <p className="section">
          <a href={`/log?${new URLSearchParams({ ...(kind ? { kind } : {}), before: String(last) })}`}>{t('accounts.log.next')}</a>
        </p>
      )}
    </>
  );
}

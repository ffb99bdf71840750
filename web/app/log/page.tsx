import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import { Shown } from '../contributions/shown.tsx';
import { paths } from '../contributions/spec.ts';
import { graphql } from '../graphql/index.ts';
import type { LogPageQuery } from '../graphql/graphql.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/page';
import { Trail } from '../ui/trail.tsx';

const query = graphql(`
  query LogPage($before: Int, $kind: String) {
    logCheckpoint {
      size
      note
      createdAt
      key
    }
    me {
      log(before: $before, first: 50, kind: $kind) {
        sequence
        createdAt
        kind
        body
        hash
      }
    }
  }
`);

type LogEntries = NonNullable<NonNullable<LogPageQuery['me']>['log']>;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const before = searchParams.get('before') ?? '';
  const kind = searchParams.get('kind') ?? '';
  const known = /^[A-Z_]{1,60}$/.test(kind) ? kind : null;
  const { logCheckpoint, me } = await ask(context, query, { before: /^\d{1,9}$/.test(before) ? Number(before) : null, kind: known });
  return { logCheckpoint, logEntries: me?.log ?? null, kind: known };
}

const kinds = [
  'RECORD_PUBLISHED',
  'RECORD_ARCHIVED',
  'RECORD_UNARCHIVED',
  'RECORD_CONFIRMED',
  'RECORD_SEALED',
  'UPTAKE_REPORTED',
  'UPTAKE_CONFIRMED',
  'UPTAKE_WITHDRAWN',
  'UPTAKE_REMARKED',
  'ASSESSMENT_SIGNED',
  'ASSESSMENT_REVIEWED',
  'ASSESSMENT_PUBLISHED',
  'EDITION_PUBLISHED',
  'EDITION_WITHDRAWN',
  'SCREENING_LIST_LOADED',
  'SCREENING_LIST_WITHDRAWN',
  'SCREENING_DONE',
  'SCREENING_DECIDED',
  'AGREEMENT_KEPT',
  'AGREEMENT_AMENDED',
  'AGREEMENT_DRAWN',
  'AGREEMENT_OPENED',
  'AGREEMENT_ASKED',
  'AGREEMENT_ANSWERED',
  'INFORMATION_ASKED',
  'INFORMATION_ANSWERED',
  'STATEMENT_OPENED',
  'CAMPAIGN_OPENED',
  'CAMPAIGN_CHANGED',
  'CAMPAIGN_CLOSED',
  'ACTIONS_LOADED',
  'PARAGRAPHS_LOADED',
  'ROLE_GRANTED',
  'ROLE_REVOKED',
  'PERSON_INVITED',
  'PERSON_SUSPENDED',
  'PERSON_REINSTATED',
  'PERSON_ERASED',
  'LOG_COMPLETED',
] as const;
type LogKind = (typeof kinds)[number];
const isKind = (text: string): text is LogKind => (kinds as readonly string[]).includes(text);

/** The last signed checkpoint of the log and how to check it, for everybody; the entries, newest first, for those who oversee them. */
export default function LogPage({ loaderData: { logCheckpoint, logEntries, kind } }: Route.ComponentProps) {
  const { t } = useSite();
  return (
    <>
      <Meta title={t('accounts.log.title')} canonical="/log" />
      <Trail />
      <PageTitle title={t('accounts.log.title')} lead={t('accounts.log.lead')} />
      <SignedCheckpoint checkpoint={logCheckpoint ?? null} />
      {logEntries && <Entries entries={logEntries} kind={kind} />}
    </>
  );
}

function SignedCheckpoint({ checkpoint }: { checkpoint: LogPageQuery['logCheckpoint'] | null }) {
  const { t, i18n, format, url } = useSite();
  const site = new URL('/', url).origin;
  return (
    <Section id="checkpoint" title={t('accounts.log.checkpoint')}>
      {checkpoint ? (
        <>
          <p>{t('accounts.log.checkpointText', { count: checkpoint.size, when: format.minute(checkpoint.createdAt) })}</p>
          <pre className="hash">{checkpoint.note}</pre>
          {checkpoint.key && (
            <p>
              {t('accounts.log.key')}: <code className="hash">{checkpoint.key}</code>
            </p>
          )}
        </>
      ) : (
        <p>{t('accounts.log.noCheckpoint')}</p>
      )}
      <p>
        <a href="/log/checkpoint">{t('accounts.log.newest')}</a>
      </p>
      <details>
        <summary>{t('accounts.log.how')}</summary>
        {(['howText', 'howVersion', 'howWitness', 'howKeeper'] as const).map((text) => (
          <p key={text}>
            <Trans i18n={i18n} t={t} i18nKey={`accounts.log.${text}`} values={{ site }} components={{ c: <code /> }} />
          </p>
        ))}
      </details>
    </Section>
  );
}

function Entries({ entries: logEntries, kind }: { entries: LogEntries; kind: string | null }) {
  const { t, format } = useSite();
  const last = logEntries.at(-1)?.sequence ?? 1;
  const named = (one: string) => (isKind(one) ? t(`accounts.log.kind.${one}`) : one);
  return (
    <>
      <form method="get" action="/log" className="entry-inline section">
        <div>
          <label htmlFor="kind">{t('accounts.log.what')}</label>
          <select id="kind" name="kind" defaultValue={kind ?? ''}>
            <option value="">{t('accounts.log.all')}</option>
            {[...kinds, ...(kind && !isKind(kind) ? [kind] : [])].map((one) => (
              <option key={one} value={one}>
                {named(one)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button-quiet">
          {t('contributions.overdue.show')}
        </button>
      </form>
      {logEntries.length === 0 ? (
        <p className="section">{t('accounts.log.none')}</p>
      ) : (
        <div className="section">
          <ResponsiveTable
            caption={<span className="hidden">{t('accounts.log.title')}</span>}
            columns={[t('accounts.log.number'), t('accounts.log.when'), t('accounts.log.what'), t('accounts.log.about')]}
            rows={logEntries.map((entry) => ({
              key: String(entry.sequence),
              cells: [
                String(entry.sequence),
                <span key="when" className="log-when">
                  {format.minute(entry.createdAt)}
                </span>,
                named(entry.kind),
                <About key="about" entry={entry} />,
              ],
            }))}
          />
        </div>
      )}
      {logEntries.length === 50 && last > 1 && (
        <p className="section">
          <a href={`/log?${new URLSearchParams({ ...(kind ? { kind } : {}), before: String(last) })}`}>{t('accounts.log.next')}</a>
        </p>
      )}
    </>
  );
}

/** What an entry is about, in words, and the whole of it as it is sealed. */
function About({ entry }: { entry: LogEntries[number] }) {
  const { t } = useSite();
  const body = (entry.body ?? {}) as Record<string, string | number | null | undefined>;
  const text = (name: string) => String(body[name] ?? '');
  const role = body['role'] && t(`accounts.role.${text('role')}` as 'accounts.role.MEMBER', { defaultValue: text('role') });
  const path = (paths as Record<string, string>)[text('kind')];
  return (
    <>
      {entry.kind.startsWith('RECORD_') && body['slug'] ? (
        <>
          {t(`searchBox.kind.${text('kind')}` as 'searchBox.kind.PROJECT', { defaultValue: text('kind') })}{' '}
          {path && entry.kind === 'RECORD_PUBLISHED' ? <a href={`${path}/${text('slug')}/history/${text('number')}`}>{text('slug')}</a> : text('slug')},{' '}
          {t('accounts.log.version', { number: text('number') })}
        </>
      ) : (
        [role, text('organization'), body['person'] && t('accounts.log.person', { person: text('person').slice(0, 8) })].filter(Boolean).join(', ')
      )}
      {body['by'] && <span className="quiet small">, {t('accounts.log.by', { person: text('by').slice(0, 8) })}</span>}
      <details>
        <summary className="small quiet">
          {t('accounts.log.sealed')}
          <span className="hidden">: {entry.sequence}</span>
        </summary>
        <Shown value={body} />
        <p className="small">
          {t('accounts.log.hash')}: <code className="hash">{entry.hash}</code>
        </p>
      </details>
    </>
  );
}

import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { AuditKind, AuditOutcome, AuditPageQuery } from '../graphql/graphql.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Unknown } from '../ui/list-request.ts';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import type { Route } from './+types/page';
import { Trail } from '../ui/trail.tsx';

const query = graphql(`
  query AuditPage($kind: AuditKind, $outcome: AuditOutcome, $actor: String, $since: String, $until: String, $before: ID) {
    auditEvents(kind: $kind, outcome: $outcome, actor: $actor, since: $since, until: $until, before: $before, first: 50) {
      id
      at
      kind
      outcome
      actor
      actorName
      subject
      detail
      client
      requestId
    }
  }
`);

const kinds = [
  'SIGN_IN',
  'SIGN_OUT',
  'SIGN_UP',
  'ADDRESS_CONFIRMED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET_ASKED',
  'FACTOR_ADDED',
  'FACTOR_REMOVED',
  'REAUTHENTICATION',
  'SESSION_ENDED',
  'ACCOUNT_LINKED',
  'TOKEN_MADE',
  'TOKEN_REVOKED',
  'WEBHOOK_MADE',
  'WEBHOOK_PAUSED',
  'WEBHOOK_RESUMED',
  'WEBHOOK_ENDED',
  'ROLE_CHANGED',
  'INVITED',
  'INVITATION_ACCEPTED',
  'INVITATION_WITHDRAWN',
  'PERSON_SUSPENDED',
  'PERSON_ERASED',
  'EXPORT',
  'ACCESS_REFUSED',
  'LIMIT_REACHED',
  'AUDIT_READ',
] as const satisfies readonly AuditKind[];
const outcomes = ['DONE', 'REFUSED', 'FAILED'] as const satisfies readonly AuditOutcome[];
const among = <T extends string>(list: readonly T[], text: string | null): T | null => list.find((one) => one === text) ?? null;
/** A day of the calendar; "2026-02-30" is none. */
const day = (text: string | null) => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? new Date(`${text}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text ?? '') ? text : null;
};

type Filter = Record<'actor' | 'since' | 'until', string | null> & { kind: AuditKind | null; outcome: AuditOutcome | null };

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const { searchParams } = new URL(request.url);
  const actor = searchParams.get('actor')?.trim() ?? '';
  const filter: Filter = {
    kind: among(kinds, searchParams.get('kind')),
    outcome: among(outcomes, searchParams.get('outcome')),
    actor: /^[0-9a-f-]{8,36}$/i.test(actor) ? actor : null,
    since: day(searchParams.get('since')),
    until: day(searchParams.get('until')),
  };
  // What is asked for and cannot be is named: a list that shows more than was asked must not look like the answer.
  const unknown: Unknown[] = [...searchParams]
    .filter(([field, value]) => value.trim() !== '' && field !== 'before' && !filter[field as keyof Filter])
    .map(([field, value]) => ({ field, value: value.slice(0, 80) }));
  return { ...(await ask(context, query, { ...filter, before: searchParams.get('before') || null })), filter, unknown };
}

const addressOf = (path: string, filter: Filter, more: Record<string, string> = {}) => {
  const asked = new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null)), ...more });
  return asked.size > 0 ? `${path}?${asked}` : path;
};

/** What happened around accounts and data that is not public, newest first, for administrators. */
export default function AuditPage({ loaderData: { auditEvents, filter, unknown } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const last = auditEvents.at(-1);
  const named = (kind: string) => (among(kinds, kind) ? t(`audit.kind.${kind as AuditKind}`) : kind);
  return (
    <>
      <Meta title={t('audit.title')} unlisted />
      <Trail />
      <PageTitle title={t('audit.title')} lead={t('audit.lead')} />
      <UnknownValues
        values={unknown}
        labels={{ kind: t('audit.what'), outcome: t('audit.outcomeLabel'), actor: t('audit.actorLabel'), since: t('audit.since'), until: t('audit.until') }}
      />
      <form method="get" action="/audit" className="entry-inline section">
        <div>
          <label htmlFor="kind">{t('audit.what')}</label>
          <select id="kind" name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">{t('audit.all')}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {named(one)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="outcome">{t('audit.outcomeLabel')}</label>
          <select id="outcome" name="outcome" defaultValue={filter.outcome ?? ''}>
            <option value="">{t('audit.all')}</option>
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {t(`audit.outcome.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="actor">{t('audit.actorLabel')}</label>
          <input id="actor" name="actor" type="text" defaultValue={filter.actor ?? ''} maxLength={36} autoComplete="off" spellCheck={false} />
        </div>
        <div>
          <label htmlFor="since">{t('audit.since')}</label>
          <input id="since" name="since" type="date" defaultValue={filter.since ?? ''} />
        </div>
        <div>
          <label htmlFor="until">{t('audit.until')}</label>
          <input id="until" name="until" type="date" defaultValue={filter.until ?? ''} />
        </div>
        <button type="submit" className="button-quiet">
          {t('audit.show')}
        </button>
      </form>
      <p className="section">
        {t('audit.download')} <a href={addressOf('/audit.csv', filter)}>CSV</a>, <a href={addressOf('/audit.json', filter)}>JSON</a>
      </p>
      {auditEvents.length === 0 ? (
        <p className="section">{t('audit.none')}</p>
      ) : (
        <div className="section">
          <ResponsiveTable
            caption={<span className="hidden">{t('audit.title')}</span>}
            columns={[t('audit.when'), t('audit.what'), t('audit.who'), t('audit.about')]}
            rows={auditEvents.map((event) => ({
              key: event.id,
              cells: [
                <span key="when" className="log-when">
                  {format.minute(event.at)}
                </span>,
                <>
                  {named(event.kind)}
                  {event.outcome !== 'DONE' && <strong>, {t(`audit.outcome.${event.outcome}`)}</strong>}
                </>,
                <Who key="who" event={event} filter={filter} />,
                <About key="about" event={event} />,
              ],
            }))}
          />
        </div>
      )}
      {auditEvents.length === 50 && last && (
        <p className="section">
          <a href={addressOf('/audit', filter, { before: last.id })}>{t('audit.next')}</a>
        </p>
      )}
    </>
  );
}

type AuditEvent = AuditPageQuery['auditEvents'][number];

/** Who did it: the name of today, and the first part of the pseudonym, which leads to all that this person did. */
function Who({ event, filter }: { event: AuditEvent; filter: Filter }) {
  const { t } = useSite();
  if (!event.actor) return <span className="quiet">{t('audit.nobody')}</span>;
  const short = event.actor.slice(0, 8);
  return (
    <>
      {event.actorName ?? t('audit.former')} <a href={addressOf('/audit', { ...filter, actor: event.actor })}>{short}</a>
    </>
  );
}

function About({ event }: { event: AuditEvent }) {
  const { t } = useSite();
  return (
    <>
      {event.subject && <code>{event.subject}</code>} {event.detail && <span>{event.detail}</span>}
      <span className="quiet small">
        {' '}
        {[event.client && t('audit.from', { client: event.client }), event.requestId && t('audit.request', { id: event.requestId.slice(0, 8) })]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  );
}

import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { readForm } from '../form.server.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { ArchivedPageQuery } from '../graphql/graphql.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { type Fault, inWords, toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/archived';
import { Trail } from '../ui/trail.tsx';

const query = graphql(`
  query ArchivedPage {
    closedRecords {
      id
      kind
      title
      owners
      audience
      archivedAt
      archivedReason
      url
      openVersion
      viewerCanReopen
    }
  }
`);
const restore = graphql(`
  mutation RestoreRecord($id: ID!) {
    result: restoreRecord(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
const reopen = graphql(`
  mutation ReopenRecord($id: ID!, $reason: String!) {
    result: reopenRecord(id: $id, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
type Answer = { faults: Fault[]; id: string; reason: string };

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, query, {});
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const id = text('id');
  const reason = text(`reason-${id}`);
  const { result } = text('do') === 'reopen' ? await ask(context, reopen, { id, reason }) : await ask(context, restore, { id });
  if ('fields' in result) return data<Answer>({ faults: result.fields, id, reason }, 400);
  throw redirect(`/archived?${text('do') === 'reopen' ? 'opened' : 'returned'}=1`, 303);
}

/** What readers do not find: archived entries, and those for their owners only, with the way back. */
export default function ArchivedPage({ loaderData: { closedRecords }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const answer = actionData as Answer | undefined;
  const archived = closedRecords.filter((one) => one.archivedAt !== null);
  const owned = closedRecords.filter((one) => one.archivedAt === null);
  const errors = (answer?.faults ?? []).map((one) => toError(t, one, `${one.path === 'reason' ? 'reason' : 'closed'}-${answer?.id ?? ''}`));
  const says = (name: string) => url.searchParams.has(name) && !answer;
  return (
    <>
      <Meta title={t('contributions.archived.title')} unlisted />
      <Trail />
      <PageTitle title={t('contributions.archived.title')} lead={t('contributions.archived.lead')} />
      <ErrorSummary errors={errors} />
      {says('returned') && <Notice role="status">{t('contributions.archived.returned')}</Notice>}
      {says('done') && <Notice role="status">{t('contributions.archived.done')}</Notice>}
      {says('opened') && <Notice role="status">{t('contributions.archived.opened')}</Notice>}
      <Section id="archived" title={t('contributions.archived.archived')}>
        {archived.length === 0 ? <p className="quiet">{t('contributions.archived.none')}</p> : <Closed records={archived} answer={answer} />}
      </Section>
      {owned.length > 0 && (
        <Section id="owned" title={t('contributions.archived.owned')}>
          <p>{t('contributions.archived.ownedLead')}</p>
          <Closed records={owned} answer={answer} />
        </Section>
      )}
    </>
  );
}

function Closed({ records, answer }: { records: ArchivedPageQuery['closedRecords']; answer: Answer | undefined }) {
  const { t, format } = useSite();
  const reasonOf = (typed: Answer | undefined) => {
    const wrong = typed?.faults.find((one) => one.path === 'reason');
    return wrong ? inWords(t, wrong) : null;
  };
  return (
    <ul className="rows">
      {records.map((record) => {
        const typed = answer?.id === record.id ? answer : undefined;
        const hidden = <span className="hidden">: {record.title}</span>;
        return (
          <li key={record.id} className="row" id={`closed-${record.id}`} tabIndex={-1}>
            <h3 className="row-title">{record.url ? <a href={record.url}>{record.title}</a> : record.title}</h3>
            <QuietFacts
              items={[
                t(`contributions.kind.${record.kind as 'PROJECT'}`),
                record.owners.length > 0 ? format.list(record.owners) : t('contributions.overdue.noOwner'),
                t(`contributions.audience.${record.audience}`),
                record.archivedAt && t('contributions.archived.since', { date: format.date(record.archivedAt.slice(0, 10)) }),
              ]}
            />
            {record.archivedReason && <p>{t('contributions.archived.reason', { reason: record.archivedReason })}</p>}
            {record.archivedAt !== null && (
              <form method="post" action="/archived">
                <input type="hidden" name="id" value={record.id} />
                <button type="submit" name="do" value="restore" className="button-quiet">
                  {t('contributions.archived.restore')}
                  {hidden}
                </button>
              </form>
            )}
            {record.viewerCanReopen && (
              <details open={typed !== undefined}>
                <summary>
                  {t('contributions.archived.reopen')}
                  {hidden}
                </summary>
                <p>{t('contributions.archived.reopenHelp', { version: record.openVersion ?? 0 })}</p>
                <form method="post" action="/archived">
                  <input type="hidden" name="id" value={record.id} />
                  <TextArea name={`reason-${record.id}`} label={t('contributions.archived.why')} value={typed?.reason} error={reasonOf(typed)} rows={2} />
                  <button type="submit" name="do" value="reopen" className="button-quiet">
                    {t('contributions.archived.reopenButton')}
                    {hidden}
                  </button>
                </form>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../../api.server.ts';
import { graphql } from '../../graphql/index.ts';
import type { CampaignPageQuery } from '../../graphql/graphql.ts';
import { internalAddress } from '../../ui/downloads.tsx';
import { Facts } from '../../ui/facts.tsx';
import { inWords } from '../../ui/faults.ts';
import { Meta } from '../../ui/meta.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useSite } from '../../ui/site.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { readForm } from '../../form.server.ts';
import { Path, Views } from '../frame.tsx';
import { isKey } from '../request.ts';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query CampaignPage($id: ID!) {
    campaign(id: $id) {
      id
      title
      message
      opensOn
      closesOn
      firstClosesOn
      closedAt
      mailsLeave
      state
      reminderDays
      escalationDays
      demo
      viewerCanClose
      viewerIsKeeper
      report {
        ...ReportParts
      }
      answers {
        organizationSlug
        organizationName
        answered
        confirmed
        addressed
        state
        lastAnswer
        contact
        secondContact
        viewerCanReport
      }
      notices {
        kind
        days
        recipient
        queuedAt
        organizationName
        mails
        sent
        failed
      }
    }
  }
`);
const closeDocument = graphql(/* GraphQL */ `
  mutation CloseCampaign($id: ID!) {
    closeCampaign(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);

type Campaign = NonNullable<CampaignPageQuery['campaign']>;

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  return { campaign: orNotFound(context, (await ask(context, query, { id })).campaign) };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  if (form.get('intent') !== 'close') throw httpError(context, 400);
  const { closeCampaign: result } = await ask(context, closeDocument, { id });
  if ('fields' in result) return data({ faults: result.fields }, { status: 409 });
  return new Response(null, { status: 303, headers: { location: `/campaigns/${id}?done=closed` } });
}

export default function CampaignPage({ loaderData: { campaign }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const { report } = campaign;
  const done = url.searchParams.get('done') ?? '';
  const missing = campaign.answers.filter((one) => one.state !== 'COMPLETE').map((one) => one.organizationName);
  const table = report ? `/uptake?${new URLSearchParams({ report: report.key })}` : '/uptake';
  const file = report ? `/uptake.xlsx?${new URLSearchParams({ report: report.key })}` : '/uptake.xlsx';
  return (
    <>
      <Meta title={campaign.title} description={campaign.message} canonical={`/campaigns/${campaign.id}`} unlisted />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: t('campaigns.title'), url: '/campaigns' },
        ]}
      />
      <PageTitle title={campaign.title} kind={t('campaigns.title')} lead={t(`campaigns.state.${campaign.state}`)} />
      {actionData && (
        <Notice role="alert">
          {actionData.faults.map((one) => (
            <p key={one.code}>{inWords(t, one)}</p>
          ))}
        </Notice>
      )}
      {isDone(done) && (
        <Notice role="status">
          <p>{t(`campaigns.show.${done}Now`)}</p>
          {done !== 'closed' && !campaign.mailsLeave && <p>{t('campaigns.show.noServer')}</p>}
        </Notice>
      )}
      <Views />
      {campaign.demo && (
        <p>
          <b className="uptake-sign">D</b> {t('campaigns.demo')}
        </p>
      )}
      <Section id="glance" title={t('campaigns.show.glance')}>
        <Facts
          items={[
            { label: t('campaigns.show.report'), value: report && <a href={report.url}>{report.symbol ?? report.title}</a> },
            { label: t('campaigns.show.opens'), value: format.date(campaign.opensOn) },
            {
              label: t('campaigns.show.closes'),
              value: campaign.firstClosesOn
                ? t('campaigns.show.moved', { day: format.date(campaign.closesOn), first: format.date(campaign.firstClosesOn) })
                : format.date(campaign.closesOn),
            },
            ...(campaign.closedAt ? [{ label: t('campaigns.show.closed'), value: format.date(campaign.closedAt) }] : []),
            {
              label: t('campaigns.show.reminders'),
              value:
                campaign.reminderDays.length > 0
                  ? t('campaigns.show.remindersDays', { count: Math.max(...campaign.reminderDays), days: format.list(campaign.reminderDays.map(String)) })
                  : t('campaigns.show.noReminders'),
            },
            {
              label: t('campaigns.show.escalation'),
              value: campaign.escalationDays
                ? t('campaigns.show.escalationDays', { count: campaign.escalationDays, days: campaign.escalationDays })
                : t('campaigns.show.noEscalation'),
            },
          ]}
        />
      </Section>
      <Section id="message" title={t('campaigns.show.message')}>
        <p className="uptake-text">{campaign.message}</p>
      </Section>
      <Section id="answers" title={t('campaigns.show.answers')}>
        <Answers campaign={campaign} />
        {campaign.viewerCanClose && (
          <p>
            <a className="button button-quiet" href={`/campaigns/${campaign.id}/change`}>
              {t('campaigns.show.change')}
            </a>
          </p>
        )}
        <p>
          <a href={table}>{t('campaigns.show.table')}</a> · <a href={file}>{t('campaigns.show.xlsx')}</a> ·{' '}
          <a href={internalAddress(file)}>{t('campaigns.show.xlsxInternal')}</a>
          {campaign.viewerIsKeeper && (
            <>
              {' '}
              · <a href={internalAddress(`/campaigns/${campaign.id}.docx`)}>{t('campaigns.show.docx')}</a>
            </>
          )}
        </p>
      </Section>
      {(campaign.viewerCanClose || campaign.notices.length > 0) && <Notices notices={campaign.notices} leave={campaign.mailsLeave} />}
      {campaign.viewerCanClose && (
        <Section id="close" title={t('campaigns.show.close')}>
          <details>
            <summary>{t('campaigns.show.closeAsk')}</summary>
            <form method="post">
              <input type="hidden" name="intent" value="close" />
              <p>
                {missing.length > 0
                  ? t('campaigns.show.closeMissing', { count: missing.length, names: format.list(missing) })
                  : t('campaigns.show.closeComplete')}
              </p>
              <p className="field-help">{t('campaigns.show.closeHelp')}</p>
              <button type="submit">{t('campaigns.show.closeYes')}</button>
            </form>
          </details>
        </Section>
      )}
    </>
  );
}

const dones = ['opened', 'closed', 'reminded', 'extended', 'corrected', 'added'] as const;
const isDone = (text: string): text is (typeof dones)[number] => (dones as readonly string[]).includes(text);

/** Those who have not answered first: they are whom the secretariat looks for. */
const order = ['NONE', 'PARTLY', 'COMPLETE'] as const;

function Answers({ campaign }: { campaign: Campaign }) {
  const { t, format } = useSite();
  const columns = t('campaigns.show.columns', { returnObjects: true });
  const count = (state: (typeof order)[number]) => campaign.answers.filter((answer) => answer.state === state).length;
  const answers = [...campaign.answers].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <>
      <p>{t('campaigns.show.answersSum', { complete: count('COMPLETE'), partly: count('PARTLY'), none: count('NONE'), asked: campaign.answers.length })}</p>
      <ResponsiveTable
        caption={t('campaigns.show.answersCaption')}
        columns={[columns.organization, columns.state, columns.answered, columns.confirmed, columns.last, columns.contact, columns.second]}
        rows={answers.map((answer) => ({
          key: answer.organizationSlug,
          cells: [
            <a
              key="organization"
              href={`/uptake/organizations/${answer.organizationSlug}${campaign.report ? `?${new URLSearchParams({ report: campaign.report.key })}` : ''}`}
            >
              {answer.organizationName}
            </a>,
            t(`campaigns.show.answer.${answer.state}`),
            t('campaigns.show.of', { answered: answer.answered, addressed: answer.addressed }),
            format.number(answer.confirmed),
            answer.lastAnswer ? format.date(answer.lastAnswer) : t('campaigns.show.never'),
            answer.contact ?? t('campaigns.show.focalPoints'),
            answer.secondContact ?? t('campaigns.show.publishers'),
          ],
        }))}
      />
    </>
  );
}

/** What was written to whom, and what became of each mail: nothing is called sent that no mail server has taken. */
function Notices({ notices, leave }: { notices: Campaign['notices']; leave: boolean }) {
  const { t, format } = useSite();
  const columns = t('campaigns.show.noticeColumns', { returnObjects: true });
  const state = ({ mails, sent, failed }: Campaign['notices'][number]) =>
    sent === mails
      ? t('campaigns.show.sent')
      : failed > 0
        ? t('campaigns.show.failed', { count: failed })
        : leave
          ? t('campaigns.show.waiting')
          : t('campaigns.show.kept');
  return (
    <Section id="notices" title={t('campaigns.show.notices')}>
      {notices.length === 0 ? (
        <p>{t('campaigns.show.noNotices')}</p>
      ) : (
        <ResponsiveTable
          caption={t('campaigns.show.noticesCaption')}
          columns={[columns.organization, columns.to, columns.what, columns.when, columns.state]}
          rows={notices.map((notice) => ({
            key: `${notice.recipient} ${notice.kind} ${notice.days} ${notice.queuedAt}`,
            cells: [
              notice.organizationName,
              notice.recipient,
              t(`campaigns.show.notice.${notice.kind as 'OPENED'}`),
              format.date(notice.queuedAt),
              state(notice),
            ],
          }))}
        />
      )}
    </Section>
  );
}

import { fault as fieldFault } from '#i18n/fault.ts';
import { data } from 'react-router';
import { ask, httpError } from '../../api.server.ts';
import { graphql } from '../../graphql/index.ts';
import { ErrorSummary, TextArea, TextField } from '../../ui/form.tsx';
import { type Fault, toError } from '../../ui/faults.ts';
import { Meta } from '../../ui/meta.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useSite } from '../../ui/site.tsx';
import type { PreviewCampaignQuery } from '../../graphql/graphql.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Section } from '../../ui/section.tsx';
import { readForm } from '../../form.server.ts';
import { Path } from '../frame.tsx';
import { isKey, momentRequest } from '../request.ts';
import { asked, fieldOf, Organizations } from './organizations.tsx';
import type { Route } from './+types/new';

const query = graphql(/* GraphQL */ `
  query CampaignForm($report: String) {
    viewerCanOpenCampaign
    uptakeReports {
      ...ReportParts
    }
    uptakeMatrix(report: $report, includeDemo: false) {
      report {
        key
      }
      columns {
        slug
        shortName
        name
        counts {
          addressed
        }
      }
    }
    uptakeContactBooks {
      organizationSlug
      first
      second
    }
  }
`);
const previewDocument = graphql(/* GraphQL */ `
  query PreviewCampaign($report: String, $input: CampaignInput!) {
    campaignPreview(report: $report, input: $input) {
      __typename
      ... on CampaignPreview {
        receivers {
          organizationName
          first
          second
          mails {
            kind
            days
            subject
            text
          }
        }
      }
      ...FieldFaults
    }
  }
`);
const openDocument = graphql(/* GraphQL */ `
  mutation OpenCampaign($report: String, $input: CampaignInput!, $key: String!) {
    openCampaign(report: $report, input: $input, idempotencyKey: $key) {
      __typename
      ... on Campaign {
        id
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { report } = momentRequest(new URL(request.url));
  const answer = await ask(context, query, { report });
  if (!answer.viewerCanOpenCampaign) throw httpError(context, 403);
  if (!answer.uptakeMatrix) throw httpError(context, 404);
  return { ...answer, uptakeMatrix: answer.uptakeMatrix, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const chosen = form.getAll('organization').filter((value): value is string => typeof value === 'string');
  const text = (name: string) => typed[name]?.trim() ?? '';
  const faults: Fault[] = [];
  const days = text('reminderDays')
    .split(/[,;\s]+/)
    .filter(Boolean);
  if (days.some((day) => !/^\d{1,4}$/.test(day))) faults.push(fieldFault('reminderDays', 'CAMPAIGN_REMINDERS'));
  const escalation = text('escalationDays');
  if (escalation && !/^\d{1,4}$/.test(escalation)) faults.push(fieldFault('escalationDays', 'CAMPAIGN_ESCALATION'));
  const refused = () => data({ faults, typed, chosen, preview: null }, { status: 400 });
  if (faults.length > 0) return refused();
  const report = isKey(text('report')) ? text('report') : null;
  const input = {
    title: text('title'),
    message: text('message'),
    opensOn: text('opensOn') || null,
    closesOn: text('closesOn'),
    reminderDays: days.map(Number),
    escalationDays: escalation ? Number(escalation) : null,
    organizations: asked(chosen, typed),
  };
  if (text('intent') === 'preview') {
    const { campaignPreview: preview } = await ask(context, previewDocument, { report, input });
    if (preview.__typename === 'CampaignPreview') return data({ faults, typed, chosen, preview });
    for (const one of preview.fields) faults.push({ ...one, path: fieldOf(one.path, chosen) });
    return refused();
  }
  const { openCampaign: result } = await ask(context, openDocument, { report, key: text('key'), input });
  if (result.__typename === 'Campaign') return new Response(null, { status: 303, headers: { location: `/campaigns/${result.id}?done=opened` } });
  // Gone back to and changed: the same form sent again with a key of its own is another campaign.
  if (result.fields.some((one) => one.path === 'idempotencyKey')) {
    typed['key'] = crypto.randomUUID();
    faults.push(fieldFault('title', 'CAMPAIGN_SENT_BEFORE'));
    return refused();
  }
  for (const one of result.fields) faults.push({ ...one, path: fieldOf(one.path, chosen) });
  return refused();
}

export default function CampaignNew({ loaderData: { uptakeReports, uptakeMatrix: table, uptakeContactBooks: books, key }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const typed: Record<string, string> = refused?.typed ?? {};
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: errors.find((one) => one.name === name)?.message ?? null });
  const columns = table.columns.filter((column) => column.counts.addressed > 0);
  const firstOf = new Map(books.map((book) => [book.organizationSlug, book.first]));
  const without = columns.filter((column) => !firstOf.get(column.slug)?.length);
  return (
    <>
      <Meta title={t('campaigns.new')} canonical="/campaigns/new" unlisted />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: t('campaigns.title'), url: '/campaigns' },
        ]}
      />
      <PageTitle title={t('campaigns.new')} lead={t('campaigns.form.lead')} />
      <ErrorSummary errors={errors} />
      {refused?.preview && <Preview preview={refused.preview} />}
      {uptakeReports.length > 1 && (
        <nav aria-label={t('uptake.moment.report')}>
          <ul className="quiet-facts">
            {uptakeReports.map((report) => (
              <li key={report.key}>
                <a href={`/campaigns/new?${new URLSearchParams({ report: report.key })}`} aria-current={report.key === table.report.key ? 'page' : undefined}>
                  {report.symbol ?? report.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <form method="post">
        <input type="hidden" name="key" value={typed['key'] ?? key} />
        <input type="hidden" name="report" value={table.report.key} />
        <TextField {...field('title')} label={t('campaigns.form.title')} example={t('campaigns.form.titleExample')} most={200} />
        <TextArea
          {...field('message')}
          label={t('campaigns.form.message')}
          help={t('campaigns.form.messageHelp')}
          example={t('campaigns.form.messageExample')}
        />
        <TextField {...field('opensOn')} type="date" label={t('campaigns.form.opensOn')} help={t('campaigns.form.opensHelp')} required={false} />
        <TextField {...field('closesOn')} type="date" label={t('campaigns.form.closesOn')} help={t('campaigns.form.closesHelp')} example="2026-12-31" />
        <TextField
          {...field('reminderDays')}
          value={typed['reminderDays'] ?? '14, 3'}
          label={t('campaigns.form.reminderDays')}
          help={t('campaigns.form.reminderHelp')}
          example={t('campaigns.form.reminderExample')}
          required={false}
        />
        <TextField
          {...field('escalationDays')}
          inputMode="numeric"
          label={t('campaigns.form.escalationDays')}
          help={t('campaigns.form.escalationHelp')}
          example={t('campaigns.form.escalationExample')}
          required={false}
        />
        <p>
          {t('campaigns.form.known', { count: columns.length - without.length, all: columns.length })}{' '}
          {without.length > 0 && t('campaigns.form.without', { names: without.map(({ shortName }) => shortName).join(', ') })}{' '}
          <a href="/campaigns/contacts">{t('campaigns.contacts.title')}</a>
        </p>
        <Organizations
          firstOf={firstOf}
          columns={columns.map(({ slug, shortName, counts }) => ({ slug, shortName, actions: counts.addressed }))}
          chosen={refused?.chosen ?? []}
          typed={typed}
          errors={errors}
        />
        <p className="form-actions">
          <button type="submit">{t('campaigns.form.send')}</button>{' '}
          <button type="submit" name="intent" value="preview" className="button-quiet">
            {t('campaigns.form.preview')}
          </button>
        </p>
      </form>
    </>
  );
}

type Previewed = Extract<PreviewCampaignQuery['campaignPreview'], { __typename: 'CampaignPreview' }>;
const previewKinds = { OPENED: 'opened', REMINDER: 'reminder', ESCALATION: 'escalation' } as const;

/** What would be sent to whom: nothing was sent, the form below holds what was typed. */
function Preview({ preview }: { preview: Previewed }) {
  const { t } = useSite();
  const columns = t('campaigns.preview.columns', { returnObjects: true });
  return (
    <Section id="preview" title={t('campaigns.preview.title')}>
      <p>{t('campaigns.preview.lead')}</p>
      {preview.receivers.map(({ organizationName: name, mails }, index) => (
        <details key={name} open={index === 0}>
          <summary>{t('campaigns.preview.of', { name, count: mails.length })}</summary>
          {mails.map((mail) => (
            <article key={`${mail.kind} ${mail.days}`}>
              <h3>{t(`campaigns.preview.${previewKinds[mail.kind as 'OPENED']}`, { count: mail.days })}</h3>
              <p>
                <b>{mail.subject}</b>
              </p>
              <p className="uptake-text">{mail.text}</p>
            </article>
          ))}
        </details>
      ))}
      <ResponsiveTable
        caption={t('campaigns.preview.caption')}
        columns={[columns.organization, columns.first, columns.second]}
        rows={preview.receivers.map((one) => ({
          key: one.organizationName,
          cells: [one.organizationName, one.first.join(', '), one.second.join(', ') || null],
        }))}
      />
    </Section>
  );
}

import { fault } from '#i18n/fault.ts';
import { data } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { CheckReportTableMutation } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { type Fault, inWords, toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/report-load';
import { Path } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query ReportLoad {
    viewerCanLoadReport
    reportTableColumns
  }
`);
export const reportOutcomeParts = graphql(/* GraphQL */ `
  fragment ReportOutcomeParts on ReportTableOutcome {
    applied
    report
    symbol
    title
    organizations
    forInformation
    written
    recommendations {
      number
      title
      action
      deadline
      addressed
      doubtful
      isNew
    }
    faults {
      row
      column
      code
      params
    }
  }
`);
const checkDocument = graphql(/* GraphQL */ `
  mutation CheckReportTable($text: String, $file: String) {
    checkReportTable(text: $text, file: $file) {
      ...ReportOutcomeParts
    }
  }
`);
const loadDocument = graphql(/* GraphQL */ `
  mutation LoadReportTable($text: String, $file: String) {
    loadReportTable(text: $text, file: $file) {
      ...ReportOutcomeParts
    }
  }
`);

type Outcome = CheckReportTableMutation['checkReportTable'];
type Sent = { text: string | null; file: string | null };
type Answer = { faults: Fault[]; typed: string; outcome: Outcome | null; sent: Sent | null };
/** Of a file; as text it must still fit into a form of 1 MB when it is sent back to be loaded. */
const MOST = 500 * 1024;

export async function loader({ context }: Route.LoaderArgs) {
  const answer = await ask(context, query);
  if (!answer.viewerCanLoadReport) throw httpError(context, 403);
  return answer;
}

/** Checks what was sent, or loads it after the check; the answer is the page with what was found. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed = field('text');
  const answer: Answer = { faults: [], typed, outcome: null, sent: null };
  if (field('intent') === 'load') {
    const sent: Sent = { text: field('sent.text') || null, file: field('sent.file') || null };
    const { loadReportTable: outcome } = await ask(context, loadDocument, sent);
    if (outcome.applied)
      return new Response(null, { status: 303, headers: { location: `/uptake/reports/load?${new URLSearchParams({ done: outcome.report ?? '' })}` } });
    return data({ ...answer, typed: sent.text ?? '', outcome, sent }, { status: 400 });
  }
  const given = form.get('file');
  const chosen = given instanceof File && given.size > 0 ? given : null;
  if (!chosen && typed.trim() === '') answer.faults.push(fault('text', 'TABLE_NONE'));
  else if (chosen && typed.trim() !== '') answer.faults.push(fault('file', 'TABLE_BOTH'));
  else if (chosen && chosen.size > MOST) answer.faults.push(fault('file', 'TABLE_FORM_SIZE', { kilobytes: MOST / 1024 }));
  if (answer.faults.length > 0) return data(answer, { status: 400 });
  const sent: Sent = { text: chosen ? null : typed, file: chosen ? Buffer.from(await chosen.arrayBuffer()).toString('base64') : null };
  const { checkReportTable: outcome } = await ask(context, checkDocument, sent);
  return data({ ...answer, outcome, sent }, { status: outcome.faults.length > 0 ? 400 : 200 });
}

/** Another report of the JIU from a table: what would be loaded, or every fault at once; then the loading. */
export default function ReportLoad({ loaderData: { reportTableColumns: columns }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const answer = actionData ?? null;
  const errors = (answer?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const done = /^[\w.-]{1,100}$/.exec(url.searchParams.get('done') ?? '')?.[0];
  return (
    <>
      <Meta title={t('uptake.reportLoad.title')} canonical="/uptake/reports/load" unlisted />
      <Path items={[{ label: t('uptake.title'), url: '/uptake' }]} />
      <PageTitle title={t('uptake.reportLoad.title')} lead={t('uptake.reportLoad.lead')} />
      <ErrorSummary errors={errors} />
      {done && !answer && (
        <Notice role="status">
          <p>
            {t('uptake.reportLoad.done')} <a href={`/uptake?${new URLSearchParams({ report: done })}`}>{t('uptake.nav.table')}</a>
          </p>
        </Notice>
      )}
      {answer?.outcome && answer.sent && <Checked outcome={answer.outcome} sent={answer.sent} />}
      <Section id="load" title={t(answer?.outcome ? 'uptake.load.again' : 'uptake.reportLoad.choose')}>
        <form method="post" encType="multipart/form-data">
          <TextArea name="text" label={t('uptake.load.text')} rows={8} value={answer?.typed ?? ''} error={error('text')} required={false} />
          <div className={error('file') ? 'field field-wrong' : 'field'}>
            <label htmlFor="file">{t('uptake.load.file')}</label>
            {error('file') && (
              <p className="field-error" id="file-error">
                <b>{t('form.error')}</b> {error('file')}
              </p>
            )}
            <input id="file" name="file" type="file" accept=".xlsx,.ods,.csv,.tsv,.txt" />
          </div>
          <button type="submit">{t('uptake.load.check')}</button>
        </form>
      </Section>
      <Section id="how" title={t('uptake.reportLoad.how')}>
        <p>{t('uptake.reportLoad.howText', { columns: columns.join(', ') })}</p>
        <p>{t('uptake.reportLoad.marks')}</p>
      </Section>
    </>
  );
}

function Checked({ outcome, sent }: { outcome: Outcome; sent: Sent }) {
  const { t } = useSite();
  if (outcome.faults.length > 0) {
    const columns = t('uptake.reportLoad.faultColumns', { returnObjects: true });
    return (
      <Section id="faults" title={t('uptake.reportLoad.faults', { count: outcome.faults.length })}>
        <ResponsiveTable
          caption={t('uptake.reportLoad.faultCaption')}
          columns={[columns.place, columns.what]}
          rows={outcome.faults.map((one, index) => ({
            key: `${index} ${one.row} ${one.column}`,
            cells: [one.row === 0 ? t('uptake.reportLoad.whole') : t('uptake.reportLoad.place', { row: one.row, column: one.column || '–' }), inWords(t, one)],
          }))}
        />
      </Section>
    );
  }
  const columns = t('uptake.reportLoad.columns', { returnObjects: true });
  return (
    <Section id="preview" title={`${outcome.symbol ?? ''} ${outcome.title ?? ''}`}>
      <p>
        {t('uptake.reportLoad.preview', { count: outcome.recommendations.length, organizations: outcome.organizations, information: outcome.forInformation })}{' '}
        {outcome.written === 0 ? t('uptake.reportLoad.same') : t('uptake.reportLoad.written', { count: outcome.written })}
      </p>
      <ResponsiveTable
        caption={t('uptake.reportLoad.caption')}
        columns={[columns.title, columns.kind, columns.deadline, columns.addressed, columns.state]}
        rows={outcome.recommendations.map((one) => ({
          key: String(one.number),
          cells: [
            `${one.number}. ${one.title}`,
            t(`uptake.kindLong.${one.action as 'LEGISLATIVE'}`),
            one.deadline,
            one.doubtful > 0 ? t('uptake.reportLoad.doubtful', { count: one.addressed, doubtful: one.doubtful }) : String(one.addressed),
            t(one.isNew ? 'uptake.reportLoad.isNew' : 'uptake.reportLoad.there'),
          ],
        }))}
      />
      <form method="post">
        <input type="hidden" name="intent" value="load" />
        <input type="hidden" name="sent.text" value={sent.text ?? ''} />
        <input type="hidden" name="sent.file" value={sent.file ?? ''} />
        <button type="submit">{t('uptake.reportLoad.load')}</button>
      </form>
    </Section>
  );
}

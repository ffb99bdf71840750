import { fault } from '#i18n/fault.ts';
import { Trans } from 'react-i18next';
import { data } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { CheckUptakeTableMutation, TableMappingInput, UptakeEmptied } from '../graphql/graphql.ts';
import { Choices, ErrorSummary, SelectField, TextArea } from '../ui/form.tsx';
import { type Fault, inWords, toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/load';
import { InText, Path, signInAddress, Views } from './frame.tsx';
import { example, headings } from './load-example.ts';
import { chosenMapping, isOwn, mappingOf, TableReadingForm } from './load-reading.tsx';
import { isKey } from './request.ts';

const pageQuery = graphql(/* GraphQL */ `
  query UptakeLoad {
    viewerCanLoadReport
    uptakeReports {
      ...ReportParts
    }
    uptakeMatrix {
      viewerCanSteer
      columns {
        slug
        viewerCanReport
      }
    }
  }
`);
export const outcomeParts = graphql(/* GraphQL */ `
  fragment OutcomeParts on UptakeTableOutcome {
    applied
    entryIds
    toAdd
    unchanged
    rows {
      row
      action
      recommendation
      organization
      changed {
        column
        before
        after
        erases
      }
    }
    remarks {
      code
      params
    }
    left {
      row
      code
      params
    }
    emptied
    reading {
      ...ReadingParts
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
  mutation CheckUptakeTable($report: String, $text: String, $xlsx: String, $mapping: TableMappingInput) {
    checkUptakeTable(report: $report, text: $text, xlsx: $xlsx, mapping: $mapping) {
      ...OutcomeParts
    }
  }
`);
const applyDocument = graphql(/* GraphQL */ `
  mutation ApplyUptakeTable($report: String, $text: String, $xlsx: String, $key: String!, $mapping: TableMappingInput, $emptied: UptakeEmptied) {
    applyUptakeTable(report: $report, text: $text, xlsx: $xlsx, idempotencyKey: $key, mapping: $mapping, emptied: $emptied) {
      ...OutcomeParts
    }
  }
`);

type Outcome = CheckUptakeTableMutation['checkUptakeTable'];
type Sent = { report: string | null; text: string | null; xlsx: string | null; mapping: TableMappingInput | null };
type Answer = { faults: Fault[]; typed: string; report: string | null; outcome: Outcome | null; sent: Sent | null; key: string };

/** Of a workbook; as text of 64 characters it must still fit into a form of 1 MB. */
const MOST = 500 * 1024;

/** The mapping that a checked table was sent back with; none where it is no JSON. The API checks what it says. */
function sentMapping(text: string): TableMappingInput | null {
  try {
    return JSON.parse(text || 'null') as TableMappingInput | null;
  } catch {
    return null;
  }
}

export const loader = ({ context }: Route.LoaderArgs) => ask(context, pageQuery);

/** Checks what was sent, or records it after the check; the answer is the page with what was found. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const report = isKey(field('report')) ? field('report') : null;
  const typed = field('text');
  const answer: Answer = { faults: [], typed, report, outcome: null, sent: null, key: crypto.randomUUID() };
  if (field('intent') === 'apply') {
    const sent: Sent = { report, text: field('sent.text') || null, xlsx: field('sent.xlsx') || null, mapping: sentMapping(field('mapping')) };
    const emptied: UptakeEmptied | null = field('emptied') === 'KEEP' || field('emptied') === 'ERASE' ? (field('emptied') as UptakeEmptied) : null;
    const { applyUptakeTable: outcome } = await ask(context, applyDocument, { ...sent, emptied, key: field('key') });
    if (outcome.applied) return new Response(null, { status: 303, headers: { location: `/uptake/load?done=${outcome.entryIds.length}` } });
    return data({ ...answer, typed: sent.text ?? '', outcome, sent }, { status: 400 });
  }
  const mapping = chosenMapping(form);
  if (mapping && (field('sent.text') || field('sent.xlsx'))) {
    const sent: Sent = { report, text: field('sent.text') || null, xlsx: field('sent.xlsx') || null, mapping };
    const { checkUptakeTable: outcome } = await ask(context, checkDocument, sent);
    return data({ ...answer, typed: sent.text ?? '', outcome, sent }, { status: outcome.faults.length > 0 ? 400 : 200 });
  }
  const file = form.get('file');
  const chosen = file instanceof File && file.size > 0 ? file : null;
  // Of a person who is signed out, or may not load, the file did not arrive: the API says so, and the page what to choose again.
  const refused = form.has('file.refused');
  if (!chosen && !refused && typed.trim() === '') answer.faults.push(fault('text', 'TABLE_NONE'));
  else if (chosen && typed.trim() !== '') answer.faults.push(fault('file', 'TABLE_BOTH'));
  else if (chosen && chosen.size > MOST) answer.faults.push(fault('file', 'TABLE_FORM_SIZE', { kilobytes: MOST / 1024 }));
  if (answer.faults.length > 0) return data(answer, { status: 400 });
  const sent: Sent = { report, text: chosen ? null : typed, xlsx: chosen ? Buffer.from(await chosen.arrayBuffer()).toString('base64') : null, mapping: null };
  const { checkUptakeTable: outcome } = await ask(context, checkDocument, sent);
  return data({ ...answer, outcome, sent }, { status: outcome.faults.length > 0 ? 400 : 200 });
}

export default function UptakeLoad({ loaderData: { uptakeReports, uptakeMatrix, viewerCanLoadReport: keeper }, actionData }: Route.ComponentProps) {
  const { t, i18n, url } = useSite();
  const answer = actionData ?? null;
  const errors = (answer?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const may = uptakeMatrix?.viewerCanSteer || uptakeMatrix?.columns.some((column) => column.viewerCanReport);
  const done = /^\d{1,6}$/.exec(url.searchParams.get('done') ?? '')?.[0];
  return (
    <>
      <Meta title={t('uptake.load.title')} description={t('uptake.load.lead')} canonical="/uptake/load" unlisted />
      <Path items={[{ label: t('uptake.title'), url: '/uptake' }]} />
      <PageTitle title={t('uptake.load.title')} lead={t('uptake.load.lead')} />
      <ErrorSummary errors={errors} />
      {done && !answer && (
        <Notice role="status">
          <p>
            {t('uptake.load.done', { count: Number(done) })} <a href="/uptake">{t('uptake.nav.table')}</a>
          </p>
        </Notice>
      )}
      <Views />
      {keeper && (
        <p>
          <a href="/uptake/reports/load">{t('uptake.reportLoad.title')}</a>
        </p>
      )}
      {answer?.outcome && answer.sent && (
        <Checked outcome={answer.outcome} sent={answer.sent} idempotencyKey={answer.key} steering={uptakeMatrix?.viewerCanSteer ?? false} />
      )}
      {may ? (
        <Section id="load" title={answer?.outcome ? t('uptake.load.again') : t('uptake.load.yours')}>
          <form method="post" encType="multipart/form-data">
            <input type="hidden" name="intent" value="check" />
            {uptakeReports.length > 1 && (
              <SelectField
                name="report"
                label={t('uptake.moment.report')}
                value={answer?.report ?? ''}
                options={uptakeReports.map((report) => ({ value: report.key, label: report.symbol ?? report.title }))}
              />
            )}
            <TextArea
              name="text"
              label={t('uptake.load.text')}
              help={t('uptake.load.textHelp')}
              rows={10}
              value={answer?.typed ?? ''}
              error={error('text')}
              required={false}
            />
            <div className={error('file') ? 'field field-wrong' : 'field'}>
              <label htmlFor="file">{t('uptake.load.file')}</label>
              <p className="field-help" id="file-help">
                {t('uptake.load.fileHelp')}
              </p>
              {error('file') && (
                <p className="field-error" id="file-error">
                  <b>{t('form.error')}</b> {error('file')}
                </p>
              )}
              <input id="file" name="file" type="file" accept=".xlsx,.ods,.csv,.tsv,.txt" aria-describedby="file-help" />
            </div>
            <button type="submit">{t('uptake.load.check')}</button>
          </form>
        </Section>
      ) : (
        <p>
          <Trans i18n={i18n} t={t} i18nKey="uptake.load.signIn" components={{ x: <InText href={signInAddress(url)} /> }} />
        </p>
      )}
      <Section id="how" title={t('uptake.load.how')}>
        <p>{t('uptake.load.howText')}</p>
        <p>
          {t('uptake.load.headings')}: {headings.join(', ')}.
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre className="scroll" tabIndex={0}>
          {example}
        </pre>
        <p>
          <Trans
            i18n={i18n}
            t={t}
            i18nKey="uptake.load.fromExport"
            components={{ x: <InText href={may ? '/uptake.xlsx?audience=internal' : '/uptake.xlsx'} /> }}
          />
        </p>
      </Section>
    </>
  );
}

/** How much of a text is repeated; what is taken away is shown whole. */
const MOST_SHOWN = 200;

/** What a row changes; what it takes away stands first, with what was there. */
function Changes({ changed }: { changed: Outcome['rows'][number]['changed'] }) {
  const { t } = useSite();
  const erased = changed.filter((change) => change.erases);
  const others = changed.filter((change) => !change.erases);
  const short = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);
  return (
    <>
      {erased.map(({ column, before }) => (
        <p key={column}>
          <b>{t('uptake.load.erased', { column })}</b> {t('uptake.load.was', { before })}
        </p>
      ))}
      {others.map(({ column, before, after }) => (
        <p key={column}>
          {column}: {before === '' ? short(after) : t('uptake.load.became', { before: short(before), after: short(after) })}
        </p>
      ))}
    </>
  );
}

function Checked({ outcome, sent, idempotencyKey, steering }: { outcome: Outcome; sent: Sent; idempotencyKey: string; steering: boolean }) {
  const { t, format } = useSite();
  const said = outcome.rows.filter((row) => row.action !== 'EMPTY');
  const { reading, emptied } = outcome;
  const own = reading ? isOwn(reading) : true;
  const hidden = (
    <>
      <input type="hidden" name="report" value={sent.report ?? ''} />
      <input type="hidden" name="sent.text" value={sent.text ?? ''} />
      <input type="hidden" name="sent.xlsx" value={sent.xlsx ?? ''} />
    </>
  );
  return (
    <Section id="checked" title={t('uptake.load.checked')}>
      {outcome.remarks.length > 0 && (
        <ul>
          {outcome.remarks.map((remark) => (
            <li key={JSON.stringify(remark)}>{inWords(t, remark)}</li>
          ))}
        </ul>
      )}
      {outcome.left.length > 0 && (
        <>
          <p>{t('uptake.load.left', { count: outcome.left.length })}</p>
          <ul>
            {outcome.left.map((one) => (
              <li key={one.row}>
                {t('uptake.load.leftRow', { row: format.number(one.row) })} {inWords(t, one)}
              </li>
            ))}
          </ul>
        </>
      )}
      {reading && (
        <TableReadingForm reading={reading} open={outcome.faults.length > 0 || !reading.sure} steering={steering}>
          {hidden}
        </TableReadingForm>
      )}
      {outcome.faults.length > 0 ? (
        <>
          <p role="alert" className="field-error">
            <b>{t('uptake.load.faults', { count: outcome.faults.length })}</b>
          </p>
          <table className="table uptake-faults">
            <caption>{t('uptake.load.faultsCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('uptake.load.row')}</th>
                <th scope="col">{t('uptake.load.column')}</th>
                <th scope="col">{t('uptake.load.fault')}</th>
              </tr>
            </thead>
            <tbody>
              {outcome.faults.map((fault) => (
                <tr key={`${fault.row} ${fault.column} ${fault.code}`}>
                  <th scope="row">{format.number(fault.row)}</th>
                  <td>{fault.column}</td>
                  <td>{inWords(t, fault)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <>
          <p role="status">
            {outcome.toAdd === 0 ? t('uptake.load.nothing') : t('uptake.load.sum', { count: outcome.toAdd, unchanged: format.number(outcome.unchanged) })}
          </p>
          {said.length > 0 && (
            <table className="table uptake-faults">
              <caption>{t('uptake.load.rowsCaption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('uptake.load.row')}</th>
                  <th scope="col">{t('uptake.load.recommendation')}</th>
                  <th scope="col">{t('uptake.load.organization')}</th>
                  <th scope="col">{t('uptake.load.does')}</th>
                  <th scope="col">{t('uptake.load.changes')}</th>
                </tr>
              </thead>
              <tbody>
                {said.map((row) => (
                  <tr key={row.row}>
                    <th scope="row">{format.number(row.row)}</th>
                    <td>{row.recommendation}</td>
                    <td>{row.organization}</td>
                    <td>{t(`uptake.load.action.${row.action as 'ADD'}`)}</td>
                    <td>
                      <Changes changed={row.changed} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {outcome.toAdd > 0 && (
            <form method="post" encType="multipart/form-data">
              <input type="hidden" name="intent" value="apply" />
              <input type="hidden" name="key" value={idempotencyKey} />
              <input type="hidden" name="mapping" value={reading && !own ? JSON.stringify(mappingOf(reading)) : ''} />
              {hidden}
              {emptied > 0 && (
                <Choices
                  name="emptied"
                  label={t('uptake.load.erases', { count: emptied })}
                  values={[]}
                  options={[
                    { value: 'KEEP', label: t('uptake.load.keepEmptied') },
                    { value: 'ERASE', label: t('uptake.load.eraseEmptied') },
                  ]}
                />
              )}
              <button type="submit">{t('uptake.load.apply', { count: outcome.toAdd })}</button>
            </form>
          )}
        </>
      )}
    </Section>
  );
}

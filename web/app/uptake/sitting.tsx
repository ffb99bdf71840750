import { data } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeSittingPageQuery } from '../graphql/graphql.ts';
import { toError } from '../ui/faults.ts';
import { FileField } from '../ui/file-field.tsx';
import { ErrorSummary, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/sitting';
import { Days } from './days.tsx';
import { EvidenceList } from './entry.tsx';
import { Path } from './frame.tsx';
import { State } from './status-icon.tsx';
import { cellPath, isKey, momentRequest } from './request.ts';
import { answersIn, saveDocument, typedIn } from './sitting-form.server.ts';
import { acceptances, compared, implementations, parts } from './values.ts';

const query = graphql(/* GraphQL */ `
  query UptakeSittingPage($slug: String!, $report: String) {
    uptakeReports {
      ...ReportParts
    }
    organization(slug: $slug) {
      shortName
    }
    uptakeSitting(report: $report, organization: $slug) {
      typed
      edits
      savedAt
    }
    uptakeCells(report: $report, filter: { organization: [$slug] }, first: 100, includeDocuments: true) {
      nodes {
        ...CellParts
        ...DaysParts
        recommendationTitle
        viewerCanReport
        viewerReportsOnBehalf
        lastReported {
          ...EntryParts
        }
      }
    }
  }
`);
const sendDocument = graphql(/* GraphQL */ `
  mutation ReportSitting($report: String, $organization: String!, $answers: [UptakeSittingAnswer!]!, $key: String!) {
    reportSitting(report: $report, organization: $organization, answers: $answers, idempotencyKey: $key) {
      __typename
      ... on UptakePublished {
        entries {
          id
        }
      }
      ...FieldFaults
    }
  }
`);

type Cell = UptakeSittingPageQuery['uptakeCells']['nodes'][number];

export async function loader({ request, params: { slug }, context }: Route.LoaderArgs) {
  requireSession(request);
  if (!isKey(slug)) throw httpError(context, 404);
  const url = new URL(request.url);
  const { report } = momentRequest(url);
  const answer = await ask(context, query, { slug, report });
  const { organization } = answer;
  const cells = answer.uptakeCells.nodes;
  if (!organization || cells.length === 0) throw httpError(context, 404);
  if (!cells.some((cell) => cell.viewerCanReport)) throw httpError(context, 403);
  const done = url.searchParams.get('done') ?? '';
  return { ...answer, organization, cells, report, key: crypto.randomUUID(), done: /^\d{1,3}$/.test(done) ? Number(done) : null };
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  if (!isKey(slug)) throw httpError(context, 404);
  const url = new URL(request.url);
  const { report } = momentRequest(url);
  const form = await readForm(context, request);
  const typed = typedIn(form);
  const key = String(form.get('key') ?? '');
  const { answers, places, faults } = answersIn(form);
  if (faults.length > 0) return data({ faults, typed, key }, { status: 400 });
  const { reportSitting: result } = await ask(context, sendDocument, { report, organization: slug, answers, key });
  if (result.__typename === 'UptakePublished') {
    await ask(context, saveDocument, { report, organization: slug, typed: {} });
    const back = new URLSearchParams({ ...(report ? { report } : {}), done: String(result.entries.length) });
    return new Response(null, { status: 303, headers: { location: `${url.pathname}?${back}` } });
  }
  // "answers.2.comment" is the third action that was answered; the form counts all of them.
  const place = (path: string) =>
    path
      .replace(
        /^answers\.(\d+)\.(.*)$/,
        (_, index: string, rest: string) => `a.${places[Number(index)] ?? index}.${rest.replace(/^evidence\.\d+.*/, 'place').replace('basedOn', 'acceptance')}`,
      )
      .replace(/^(answers|idempotencyKey)$/, 'a.0.acceptance');
  return data({ faults: result.fields.map((one) => ({ ...one, path: place(one.path) })), typed, key: crypto.randomUUID() }, { status: 400 });
}

/** Everything that is asked of an organization on one page: each action with what is due, answered in one go. */
export default function UptakeSitting({
  loaderData: { organization, cells, uptakeSitting, uptakeReports, report, key, done },
  actionData,
}: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path));
  const typed: Record<string, string> = refused?.typed ?? (uptakeSitting?.typed as Record<string, string> | undefined) ?? {};
  const name = organization.shortName;
  const about = uptakeReports.find((one) => one.key === report || one.url.endsWith(`/${report}`)) ?? uptakeReports[0];
  const onBehalf = cells.some((cell) => cell.viewerReportsOnBehalf);
  const query = report ? `?${new URLSearchParams({ report })}` : '';
  const common = (field: string) => ({
    name: `common.${field}`,
    value: typed[`common.${field}`] ?? '',
    error: errors.find((one) => one.name === `common.${field}`)?.message ?? null,
  });
  return (
    <>
      <Meta title={t('uptake.sitting.title', { name })} unlisted />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: name, url: `/uptake/organizations/${url.pathname.split('/')[3]}${query}` },
        ]}
      />
      <PageTitle title={t('uptake.sitting.title', { name })} kind={about?.symbol ?? about?.title} lead={t('uptake.sitting.lead')} />
      <ErrorSummary errors={errors} />
      {done !== null && !refused && (
        <Notice role="status">
          <p>{t('uptake.sitting.done', { count: done })}</p>
        </Notice>
      )}
      {cells[0] && <Days days={cells[0]} />}
      {uptakeSitting && !refused && <p className="quiet">{t('uptake.sitting.resumed', { date: format.date(uptakeSitting.savedAt) })}</p>}
      <form
        method="post"
        encType="multipart/form-data"
        className="uptake-form uptake-sitting"
        data-autosave={`${url.pathname}/save${query}`}
        data-saved={t('contributions.form.savedAt', { time: '%' })}
        data-others={t('contributions.form.savedOthers')}
        data-failed={t('contributions.form.saveFailed')}
        data-refused={t('contributions.form.saveRefused', { message: '%' })}
        data-stale={t('contributions.form.saveStale')}
      >
        <input type="hidden" name="key" value={refused?.key ?? key} />
        <input type="hidden" name="edits" value={uptakeSitting?.edits ?? 0} />
        <input type="hidden" name="turn" />
        {onBehalf && (
          <fieldset className="uptake-evidence">
            <legend>{t('uptake.sitting.document')}</legend>
            <TextField {...common('sourceReference')} label={t('uptake.form.sourceReference')} example={t('uptake.form.sourceExample')} most={300} />
            <TextField
              {...common('sourcePlace')}
              label={t('uptake.form.sourcePlace')}
              help={t('uptake.form.placeHelp')}
              example={t('uptake.form.placeExample')}
              most={100}
              required={false}
            />
          </fieldset>
        )}
        {cells.map((cell, index) => (
          <Answer key={cell.recommendationSlug} cell={cell} index={index} typed={typed} errors={errors} query={query} />
        ))}
        <button type="submit">{t('uptake.sitting.send')}</button>{' '}
        <span className="quiet small" role="status">
          <span data-save-state="" />
          <span data-save-signed-out="" hidden>
            {t('contributions.form.saveSignedOut')}{' '}
            <a href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer">
              {t('contributions.form.signInHere')}
            </a>
          </span>
        </span>
      </form>
    </>
  );
}

function Answer({ cell, index, typed, errors, query }: { cell: Cell; index: number; typed: Record<string, string>; errors: FieldError[]; query: string }) {
  const { t, format } = useSite();
  const last = cell.lastReported;
  const was: Record<string, string> = Object.fromEntries(compared.map((name) => [name, last?.[name] ?? '']));
  const open =
    index === 0 ||
    Object.keys(typed).some(
      (name) => name.startsWith(`a.${index}.`) && typed[name] !== (was[name.split('.')[2] ?? ''] ?? '') && !name.endsWith('effectiveDate'),
    );
  const field = (name: string, otherwise = '') => ({
    name: `a.${index}.${name}`,
    value: typed[`a.${index}.${name}`] ?? otherwise,
    error: errors.find((one) => one.name === `a.${index}.${name}`)?.message ?? null,
  });
  const select = (name: string, options: { value: string; label: string }[]) => (
    <SelectField
      {...field(name, was[name])}
      label={t(`uptake.sitting.${name}` as 'uptake.sitting.acceptance')}
      options={[{ value: '', label: '–' }, ...options]}
    />
  );
  const number = cell.recommendationNumber;
  return (
    <fieldset className="uptake-answer" id={`a.${index}`}>
      <legend>
        {number ? `${number}. ` : ''}
        {cell.recommendationTitle} <abbr title={t(`uptake.kindLong.${cell.kind}`)}>({t(`uptake.kind.${cell.kind}`)})</abbr>
      </legend>
      <input type="hidden" name={`a.${index}.recommendation`} value={String(number ?? cell.recommendationSlug)} />
      <input type="hidden" name={`a.${index}.basedOn`} value={last?.id ?? ''} />
      <input type="hidden" name={`a.${index}.was`} value={JSON.stringify(was)} />
      <p>
        <State cell={cell} />{' '}
        <span className="quiet small">
          {[
            cell.effectiveDate ? t('uptake.cell.effective', { date: format.date(cell.effectiveDate) }) : '',
            cell.deadline ? t('uptake.sitting.deadline', { date: format.date(cell.deadline) }) : '',
            cell.targetDate ? t('uptake.sitting.target', { date: format.date(cell.targetDate) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>{' '}
        <a className="small" href={`${cellPath(cell)}${query}#report`}>
          {t('uptake.sitting.all')}
        </a>
      </p>
      {last && (
        <label className="choice">
          <input type="checkbox" name={`a.${index}.unchanged`} id={`a.${index}.unchanged`} value="1" defaultChecked={Boolean(typed[`a.${index}.unchanged`])} />
          <span>{t('uptake.sitting.unchanged', { date: format.date(last.enteredOn) })}</span>
        </label>
      )}
      <details open={open}>
        <summary>{t(last ? 'uptake.sitting.change' : 'uptake.sitting.answer')}</summary>
        <div className="uptake-answer-row">
          {select(
            'acceptance',
            acceptances.map((one) => ({ value: one, label: t(`uptake.acceptance.${one}`) })),
          )}
          {select(
            'implementation',
            implementations.map((one) => ({ value: one, label: t(`uptake.implementation.${one}`) })),
          )}
          {select(
            'inPart',
            parts.map((one) => ({ value: one, label: t(`uptake.inPart.${one}`) })),
          )}
          <TextField {...field('effectiveDate', cell.today)} type="date" label={t('uptake.sitting.effectiveDate')} />
          <TextField {...field('targetDate', was['targetDate'])} type="date" label={t('uptake.sitting.targetDate')} required={false} />
        </div>
        <TextArea {...field('comment', was['comment'])} label={t('uptake.form.comment')} most={4000} rows={3} required={false} />
        {last && last.evidence.length > 0 && (
          <div>
            <p className="field-help">{t('uptake.sitting.kept', { count: last.evidence.length })}</p>
            <EvidenceList evidence={last.evidence} />
          </div>
        )}
        <div className="uptake-answer-row">
          <TextField {...field('place')} label={t('uptake.sitting.place')} most={2000} required={false} />
          <TextField {...field('label')} label={t('uptake.form.evidenceLabel')} most={300} required={false} />
        </div>
        <FileField name={`upload.${index}`} label={t('uptake.form.upload')} error={errors.find((one) => one.name === `upload.${index}`)?.message ?? null} />
      </details>
    </fieldset>
  );
}

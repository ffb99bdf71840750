import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import { costLines, costsOf, editsOf, FIRST_SHEET, faultsAt, typedIn } from './form.ts';
import { Over } from './over.tsx';
import type { Route } from './+types/costs';
import { RecordLink } from '../ui/record-link.tsx';

const query = graphql(/* GraphQL */ `
  query AssessmentCosts($id: ID!) {
    assessment(id: $id) {
      id
      url
      title
      edits
      viewerCanEdit
      costs
      similar {
        projects {
          project {
            title
            language
            url
          }
          costs {
            ...StatementParts
          }
        }
      }
    }
  }
`);
const save = graphql(/* GraphQL */ `
  mutation SaveAssessmentCosts($id: ID!, $edits: Int!, $costs: JSON) {
    saveAssessment(id: $id, edits: $edits, costs: $costs) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw httpError(context, 404);
  const assessment = orNotFound(context, (await ask(context, query, { id })).assessment);
  if (!assessment.viewerCanEdit) throw httpError(context, 403);
  return { assessment };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const { costs, rows } = costsOf(form);
  const { saveAssessment: result } = await ask(context, save, { id, edits: editsOf(form), costs });
  if (result.__typename === 'AssessmentSaved') return redirect(`/assessments/${id}?done=saved#costs`, 303);
  return data({ faults: faultsAt(result.fields, 'options', rows), typed: typedIn(form) }, { status: 400 });
}

type Stored = {
  currency?: string;
  years?: number;
  assumptions?: string;
  options?: ({ name: string } & Record<string, { low: number; high: number }>)[];
} | null;
/** The sheet as the form has it. */
const flat = (costs: Stored): Record<string, string> =>
  Object.fromEntries([
    ['currency', costs?.currency ?? FIRST_SHEET.currency],
    ['years', String(costs?.years ?? FIRST_SHEET.years)],
    ['assumptions', costs?.assumptions ?? ''],
    ...(costs?.options ?? []).flatMap((option, row) => [
      [`options.${row}.name`, option.name],
      ...costLines.flatMap((line) =>
        option[line]
          ? [
              [`options.${row}.${line}.low`, String(option[line].low)],
              [`options.${row}.${line}.high`, String(option[line].high)],
            ]
          : [],
      ),
    ]),
  ]);

export default function AssessmentCosts({ loaderData: { assessment }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const typed: Record<string, string> = refused?.typed ?? flat(assessment.costs as unknown as Stored);
  const error = (name: string) => errors.find((one) => one.name === name)?.message;
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: error(name) ?? null });
  const told = assessment.similar.projects.filter(({ costs }) => costs.length > 0);
  const box = (name: string, label: string, inputMode?: 'decimal') => (
    <>
      {error(name) && (
        <span className="field-error" id={`${name}-error`}>
          <b>{t('form.error')}</b> {error(name)}
        </span>
      )}
      <input
        id={name}
        name={name}
        inputMode={inputMode}
        aria-label={label}
        defaultValue={typed[name] ?? ''}
        aria-invalid={error(name) ? true : undefined}
        aria-describedby={error(name) ? `${name}-error` : undefined}
      />
    </>
  );
  return (
    <>
      <Meta title={t('assessments.costs.edit')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('assessments.title'), url: '/assessments' },
          { label: assessment.title, url: assessment.url },
        ]}
      />
      <PageTitle title={t('assessments.costs.title')} lead={t('assessments.costs.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post">
        <input type="hidden" name="edits" value={refused?.typed['edits'] ?? assessment.edits} />
        <Over faults={refused?.faults} edits={assessment.edits} url={`${assessment.url}#costs`} />
        <TextField {...field('currency')} label={t('assessments.costs.currency')} example="USD" />
        <TextField {...field('years')} label={t('assessments.costs.years')} inputMode="numeric" example="5" />
        {[0, 1, 2].map((row) => (
          <fieldset className="field" key={row}>
            <legend>{t('assessments.costs.option', { number: row + 1 })}</legend>
            <table className="table cost-sheet">
              <caption>{box(`options.${row}.name`, t('assessments.costs.name'))}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('assessments.costs.line')}</th>
                  <th scope="col">{t('assessments.costs.low')}</th>
                  <th scope="col">{t('assessments.costs.high')}</th>
                </tr>
              </thead>
              <tbody>
                {costLines.map((line) => (
                  <tr key={line}>
                    <th scope="row">{t(`assessments.costs.lines.${line}`)}</th>
                    {(['low', 'high'] as const).map((end) => (
                      <td key={end}>
                        {box(`options.${row}.${line}.${end}`, `${t(`assessments.costs.lines.${line}`)}, ${t(`assessments.costs.${end}`)}`, 'decimal')}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </fieldset>
        ))}
        <TextArea {...field('assumptions')} label={t('assessments.costs.assumptions')} required={false} most={4000} />
        <button type="submit">{t('assessments.save')}</button>
      </form>
      <Section id="told" title={t('assessments.costs.told')}>
        {told.length === 0 ? (
          <p className="quiet">{t('assessments.costs.noneTold')}</p>
        ) : (
          <ul className="instrument-similar">
            {told.map(({ project, costs }) => (
              <li key={project.url}>
                <RecordLink to={project} />
                {costs.map((statement) => (
                  <Statement key={statement.text} statement={statement} terms={false} />
                ))}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

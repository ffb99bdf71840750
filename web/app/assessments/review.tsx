import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { lineText } from './lines.ts';
import type { Route } from './+types/review';

const query = graphql(/* GraphQL */ `
  query AssessmentReview($id: ID!) {
    assessment(id: $id) {
      id
      url
      title
      useCase
      edits
      viewerCanReview
      lines
      edition {
        layers {
          id
          number
        }
      }
      viewerLines
      costSums {
        name
        low
        high
        stated
        lines
      }
      assessedRisks {
        key
        title
        area
        likelihood
        impact
        mitigation
        owner
        date
        residualLikelihood
        residualImpact
        mitigations {
          title
        }
      }
      reviews {
        line
        agrees
        text
        holds
        isOwn
      }
      evaluation {
        answers {
          reason
          note
          evidence
          question {
            id
            number
            text
            layer
          }
          option {
            label
          }
        }
      }
    }
  }
`);
const save = graphql(/* GraphQL */ `
  mutation ReviewAssessment($id: ID!, $edits: Int!, $lines: [LineReviewInput!]!) {
    reviewAssessment(id: $id, edits: $edits, lines: $lines) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw httpError(context, 404);
  const assessment = orNotFound(context, (await ask(context, query, { id })).assessment);
  if (!assessment.viewerCanReview) throw httpError(context, 403);
  return { assessment };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const lines = Object.entries(typed).flatMap(([name, value]) => {
    const line = /^says\.(.+)$/.exec(name)?.[1];
    return line && (value === 'yes' || value === 'no') ? [{ line, agrees: value === 'yes', text: typed[`text.${line}`] || null }] : [];
  });
  // What was written beside no choice is not dropped.
  const undecided = Object.entries(typed).flatMap(([name, value]) => {
    const line = /^text\.(.+)$/.exec(name)?.[1];
    return line && value.trim() !== '' && !typed[`says.${line}`] ? [{ path: line, code: 'AGREE_OR_NOT', params: {} }] : [];
  });
  if (undecided.length > 0) return data({ faults: undecided, typed }, { status: 400 });
  const { reviewAssessment: result } = await ask(context, save, { id, edits: Number(typed['edits']) || 0, lines });
  if (result.__typename === 'AssessmentSaved') return redirect(`/assessments/${id}?done=reviewed#acts`, 303);
  return data({ faults: result.fields, typed }, { status: 400 });
}

export default function AssessmentReview({ loaderData: { assessment }, actionData }: Route.ComponentProps) {
  const site = useSite();
  const { t } = site;
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const own = assessment.lines.filter((line) => !assessment.viewerLines.includes(line));
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  return (
    <>
      <Meta title={t('assessments.review.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('assessments.title'), url: '/assessments' },
          { label: assessment.title, url: assessment.url },
        ]}
      />
      <PageTitle title={t('assessments.review.title')} lead={t('assessments.review.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post">
        <input type="hidden" name="edits" value={refused?.typed['edits'] ?? assessment.edits} />
        {assessment.viewerLines.map((line) => {
          const before = assessment.reviews.find((one) => one.line === line && one.holds && one.isOwn);
          const says = refused?.typed[`says.${line}`] ?? (before ? (before.agrees ? 'yes' : 'no') : '');
          const wrong = errors.find(({ name }) => name === line);
          return (
            <fieldset className={wrong ? 'field field-wrong question' : 'field question'} key={line} id={line}>
              <legend>{lineText(site, assessment, line)}</legend>
              {wrong && (
                <p className="field-error">
                  <b>{t('form.error')}</b> {wrong.message}
                </p>
              )}
              {(['yes', 'no'] as const).map((value) => (
                <label className="choice" key={value}>
                  <input type="radio" name={`says.${line}`} value={value} defaultChecked={says === value} />
                  <span>{t(`assessments.review.${value}`)}</span>
                </label>
              ))}
              <label htmlFor={`text.${line}`} className="small">
                {t('assessments.review.text')}
              </label>
              <input id={`text.${line}`} name={`text.${line}`} defaultValue={refused?.typed[`text.${line}`] ?? before?.text ?? ''} />
            </fieldset>
          );
        })}
        {assessment.viewerLines.length > 0 && <button type="submit">{t('assessments.save')}</button>}
      </form>
      {own.length > 0 && (
        <Section id="own" title={t('assessments.review.own')}>
          <ul>
            {own.map((line) => (
              <li key={line}>{lineText(site, assessment, line)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

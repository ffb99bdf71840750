import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { AssessmentRisksQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, type FieldError } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { editsOf, faultsAt, riskField, risksOf, typedIn } from './form.ts';
import { Over } from './over.tsx';
import type { Route } from './+types/risks';

const query = graphql(/* GraphQL */ `
  query AssessmentRisks($id: ID!, $platforms: [String!]) {
    assessment(id: $id) {
      id
      url
      title
      edits
      viewerCanEdit
      risks
      evaluation {
        risks(platforms: $platforms) {
          reasons
          risk {
            sourceKey
            title
            url
          }
        }
      }
    }
    library {
      facets(kind: PROJECT, fields: ["platform"]) {
        values {
          value
          label
        }
      }
    }
    risks(first: 100) {
      edges {
        node {
          sourceKey
          title
          mitigations {
            sourceKey
            title
          }
        }
      }
    }
    mitigations(first: 100) {
      edges {
        node {
          sourceKey
          title
        }
      }
    }
  }
`);
const save = graphql(/* GraphQL */ `
  mutation SaveAssessmentRisks($id: ID!, $edits: Int!, $risks: JSON) {
    saveAssessment(id: $id, edits: $edits, risks: $risks) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw httpError(context, 404);
  const platforms = new URL(request.url).searchParams.getAll('platform').filter(Boolean).slice(0, 20);
  const answer = await ask(context, query, { id, platforms });
  const assessment = orNotFound(context, answer.assessment);
  if (!assessment.viewerCanEdit) throw httpError(context, 403);
  return { ...answer, assessment, chosen: platforms };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const { risks, rows } = risksOf(form);
  const { saveAssessment: result } = await ask(context, save, { id, edits: editsOf(form), risks });
  if (result.__typename === 'AssessmentSaved')
    return redirect(
      form.get('more') === 'yes'
        ? `/assessments/${id}/risks?add=${encodeURIComponent(String(form.get('add') ?? ''))}#new`
        : `/assessments/${id}?done=saved#risks`,
      303,
    );
  return data(
    {
      faults: faultsAt(result.fields, 'risks', rows),
      typed: typedIn(form),
      chosen: Object.fromEntries(rows.map((row) => [row, form.getAll(riskField(row, 'mitigations')).map(String)])),
    },
    { status: 400 },
  );
}

const areas = ['PRIVILEGES_AND_IMMUNITIES', 'DATA_PROTECTION', 'CONFIDENTIALITY', 'CYBERSECURITY', 'SYSTEM_INTEGRITY', 'REPUTATION'] as const;
type Row = Record<string, string | number | string[] | undefined>;
type Library = Pick<AssessmentRisksQuery, 'risks' | 'mitigations'>;

export default function AssessmentRisks({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const { assessment, chosen, library } = loaderData;
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const stored = (assessment.risks as unknown as Row[] | null) ?? [];
  const rows: Row[] = refused ? typedRows(refused.typed, refused.chosen) : [...stored, { risk: url.searchParams.get('add') ?? '' }];
  const used = new Set(rows.map((row) => row['risk']));
  const suggested = assessment.evaluation.risks.filter(({ risk }) => !used.has(risk.sourceKey ?? ''));
  return (
    <>
      <Meta title={t('assessments.risks.edit')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('assessments.title'), url: '/assessments' },
          { label: assessment.title, url: assessment.url },
        ]}
      />
      <PageTitle title={t('assessments.risks.title')} lead={t('assessments.risks.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post">
        <input type="hidden" name="edits" value={refused?.typed['edits'] ?? assessment.edits} />
        <Over faults={refused?.faults} edits={assessment.edits} url={`${assessment.url}#risks`} />
        {rows.map((row, index) => (
          <RiskFields key={index} index={index} row={row} last={index === rows.length - 1 && !refused} library={loaderData} errors={errors} />
        ))}
        <p className="instrument-buttons">
          <button type="submit">{t('assessments.save')}</button>
          <button type="submit" className="button-quiet" name="more" value="yes">
            {t('assessments.risks.another')}
          </button>
        </p>
      </form>
      <Section id="suggested" title={t('assessments.risks.suggested')}>
        <form action={`${assessment.url}/risks#suggested`} className="instrument-buttons">
          <label htmlFor="platform">{t('assessments.risks.platform')}</label>
          <select id="platform" name="platform" defaultValue={chosen[0] ?? ''}>
            <option value="">{t('assessments.risks.noPlatform')}</option>
            {(library.facets[0]?.values ?? []).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className="button-quiet">
            {t('assessments.risks.suggest')}
          </button>
        </form>
        {suggested.length === 0 ? (
          <p className="quiet">{t('assessments.risks.noneSuggested')}</p>
        ) : (
          <ul className="instrument-answers">
            {suggested.map(({ risk, reasons }) => (
              <li key={risk.url}>
                <a href={risk.url}>{risk.title}</a>. {reasons.join(' ')}{' '}
                <a
                  href={`${assessment.url}/risks?${new URLSearchParams([...chosen.map((one) => ['platform', one]), ['add', risk.sourceKey ?? '']])}#new`}
                  aria-label={t('assessments.risks.takeTitle', { title: risk.title })}
                >
                  {t('assessments.risks.take')}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** The rows of a form that came back, in their order. */
function typedRows(typed: Record<string, string>, chosen: Record<string, string[]>): Row[] {
  const rows = [...new Set(Object.keys(typed).flatMap((name) => /^risks\.(\d+)\./.exec(name)?.[1] ?? []))].map(Number).sort((a, b) => a - b);
  return Array.from({ length: (rows.at(-1) ?? -1) + 1 }, (_, row) => ({
    ...Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) => (name.startsWith(riskField(row)) ? [[name.slice(riskField(row).length), value]] : [])),
    ),
    mitigations: chosen[row] ?? [],
  }));
}

/** The fields of one risk; the last, blank ones add another. */
function RiskFields({ index, row, last, library, errors }: { index: number; row: Row; last: boolean; library: Library; errors: FieldError[] }) {
  const { t } = useSite();
  const name = (field: string) => riskField(index, field);
  const text = (field: string) => String(row[field] ?? '');
  const error = (field: string) => errors.find((one) => one.name === name(field))?.message;
  const said = (field: string) =>
    error(field) && (
      <span className="field-error" id={`${name(field)}-error`}>
        <b>{t('form.error')}</b> {error(field)}
      </span>
    );
  const chosen = library.risks.edges.find(({ node }) => node.sourceKey === row['risk'])?.node;
  const taken = Array.isArray(row['mitigations']) ? row['mitigations'] : [];
  const offered = [
    ...(chosen?.mitigations ?? []),
    ...library.mitigations.edges
      .map(({ node }) => node)
      .filter(({ sourceKey }) => taken.includes(sourceKey ?? '') && !chosen?.mitigations.some((one) => one.sourceKey === sourceKey)),
  ];
  const select = (field: string, options: [string, string][], label: string) => (
    <label htmlFor={name(field)}>
      {label} {said(field)}
      <select id={name(field)} name={name(field)} defaultValue={text(field)} aria-invalid={error(field) ? true : undefined}>
        <option value="">{t('assessments.risks.choose')}</option>
        {options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
  const words = t('assessments.risks.levels', { returnObjects: true });
  const levels: [string, string][] = [1, 2, 3, 4, 5].map((level) => [String(level), words[level - 1] ?? String(level)]);
  const input = (field: string, label: string, type = 'text') => (
    <label htmlFor={name(field)}>
      {label} {said(field)}
      <input id={name(field)} name={name(field)} type={type} defaultValue={text(field)} aria-invalid={error(field) ? true : undefined} />
    </label>
  );
  return (
    <fieldset className="field risk-fields" id={last ? 'new' : name('title')}>
      <legend>
        {last && !chosen ? t(index === 0 ? 'assessments.risks.first' : 'assessments.risks.new') : `${index + 1}. ${chosen?.title ?? text('title')}`}
      </legend>
      <div className="risk-grid">
        {select(
          'risk',
          library.risks.edges.map(({ node }) => [node.sourceKey ?? '', node.title]),
          t('assessments.risks.fromLibrary'),
        )}
        {input('title', t('assessments.risks.own'))}
        {select(
          'area',
          areas.map((area) => [area, t(`assessments.area.${area}`)]),
          t('assessments.risks.columns.area'),
        )}
        {select('likelihood', levels, t('assessments.risks.likelihood'))}
        {select('impact', levels, t('assessments.risks.impact'))}
      </div>
      {offered.length > 0 && (
        <fieldset className="field">
          <legend className="small">{t('assessments.risks.answeredBy')}</legend>
          {offered.map((one) => (
            <label className="choice" key={one.sourceKey}>
              <input type="checkbox" name={name('mitigations')} value={one.sourceKey ?? ''} defaultChecked={taken.includes(one.sourceKey ?? '')} />
              <span>{one.title}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="risk-grid">
        {select(
          'further',
          library.mitigations.edges.map(({ node }) => [node.sourceKey ?? '', node.title]),
          t('assessments.risks.further'),
        )}
        {input('mitigation', t('assessments.risks.written'))}
        {input('owner', t('assessments.risks.owner'))}
        {input('date', t('assessments.risks.date'), 'date')}
        {select('residualLikelihood', levels, t('assessments.risks.residualLikelihood'))}
        {select('residualImpact', levels, t('assessments.risks.residualImpact'))}
      </div>
      {!last && (
        <label className="choice">
          <input type="checkbox" name={name('remove')} value="yes" />
          <span>{t('assessments.risks.remove')}</span>
        </label>
      )}
    </fieldset>
  );
}

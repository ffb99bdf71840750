import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Conclusion, Exceptions, Layers } from '../instruments/conclusions.tsx';
import { Panel } from '../instruments/panel.tsx';
import { readRun, runAddress } from '../instruments/request.ts';
import { Tree } from '../instruments/tree.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Contents } from '../ui/contents.tsx';
import { Facts } from '../ui/facts.tsx';
import { inWords } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Acts } from './acts.tsx';
import { Costs, Risks } from './parts.tsx';
import { act } from './act.server.ts';
import { typedIn } from './form.ts';
import { numberOf } from './lines.ts';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query AssessmentPage($id: ID!) {
    viewerOrganizations {
      slug
      shortName
    }
    assessment(id: $id) {
      id
      url
      title
      state
      example
      useCase
      edits
      organization
      organizationSlug
      writer
      signer
      signedAs
      createdAt
      updatedAt
      signedAt
      audience
      publications
      logEntry
      unreviewed
      lines
      viewerLines
      viewerCanEdit
      viewerCanShare
      viewerCanReview
      viewerCanSign
      viewerCanPublish
      viewerCanRemove
      record {
        title
        slug
        url
      }
      possibleRecords {
        title
        slug
      }
      reviews {
        line
        agrees
        text
        name
        holds
      }
      assessedRisks {
        key
        risk
        title
        url
        area
        likelihood
        impact
        mitigation
        owner
        date
        residualLikelihood
        residualImpact
        mitigations {
          key
          title
          url
        }
      }
      costs
      costSums {
        name
        low
        high
        stated
        lines
      }
      edition {
        instrument
        edition
        title
        hash
        total
        url
        withdrawnAt
        withdrawnReason
        layers {
          id
          number
        }
        figure {
          ...StatementParts
        }
      }
      evaluation {
        answers {
          note
          evidence
          reason
          question {
            id
            number
            text
            layer
          }
          option {
            id
            label
            conclusions {
              ...StatementParts
            }
          }
        }
        ...EvaluationParts
      }
      similar {
        ...SimilarAnswerParts
      }
    }
  }
`);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!/^[a-z0-9-]{1,100}$/.test(id)) throw httpError(context, 404);
  const answer = await ask(context, query, { id });
  return { assessment: orNotFound(context, answer.assessment), organizations: answer.viewerOrganizations, key: crypto.randomUUID() };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const done = await act(context, id, form);
  if ('to' in done) return redirect(done.to, 303);
  // The answers of a refused save stay in the address they came from.
  const back = String(form.get('back') ?? '');
  return data(
    {
      faults: done.faults,
      back: /^\/decide\//.test(back) ? back : null,
      run: readRun(form).answers.length,
      intent: String(form.get('intent')),
      typed: typedIn(form),
    },
    { status: 409 },
  );
}

export default function AssessmentPage({ loaderData: { assessment, organizations, key }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const { edition, evaluation } = assessment;
  const done = url.searchParams.get('done');
  const run = {
    edition: edition.edition,
    run: assessment.viewerCanEdit ? assessment.id : null,
    edits: String(assessment.edits),
    answers: evaluation.answers.map(({ question, option, reason }) => ({
      question: question.id,
      option: option?.id ?? 'not-known',
      ...(reason ? { reason } : {}),
    })),
  };
  const label = (question: { number: number; layer?: string }) => numberOf({ edition }, question);
  const columns = t('assessments.answers.columns', { returnObjects: true });
  return (
    <>
      <Meta title={assessment.title} description={evaluation.decided.outcome.title} canonical={assessment.url} unlisted={assessment.audience !== 'PUBLIC'} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('instruments.title'), url: '/decide' },
          { label: t('assessments.title'), url: '/assessments' },
        ]}
      />
      <PageTitle
        title={assessment.title}
        kind={`${edition.title}, ${t('instruments.edition', { edition: edition.edition }).toLowerCase()}`}
        lead={assessment.useCase}
      />
      {actionData && 'faults' in actionData && (
        <Notice role="alert">
          {actionData.faults.map((one) => (
            <p key={`${one.path} ${one.code}`}>{inWords(t, one)}</p>
          ))}
          {actionData.back && (
            <p>
              <a href={actionData.back}>{t('assessments.stillThere')}</a>
            </p>
          )}
        </Notice>
      )}
      {done && (
        <Notice role="status">
          <p>{t(`assessments.done.${done}` as 'assessments.done.saved', { defaultValue: t('assessments.done.saved') })}</p>
        </Notice>
      )}
      {edition.withdrawnAt && (
        <Notice>
          <p>{t('editions.withdrawn', { day: format.date(edition.withdrawnAt.slice(0, 10)), reason: edition.withdrawnReason ?? '' })}</p>
        </Notice>
      )}
      <Facts
        items={[
          { label: t('assessments.facts.state'), value: t(`assessments.state.${assessment.state}`) },
          { label: t('assessments.facts.organization'), value: <a href={`/organizations/${assessment.organizationSlug}`}>{assessment.organization}</a> },
          ...(assessment.writer ? [{ label: t('assessments.facts.writer'), value: assessment.writer }] : []),
          { label: t('assessments.facts.saved'), value: format.date(assessment.updatedAt.slice(0, 10)) },
          ...(assessment.signedAt
            ? [
                {
                  label: t('assessments.facts.signed'),
                  value: [format.date(assessment.signedAt.slice(0, 10)), assessment.signer].filter(Boolean).join(', '),
                },
              ]
            : []),
          ...(assessment.logEntry
            ? [
                {
                  label: t('assessments.facts.log'),
                  value: <a href={`/log/proof?entry=${assessment.logEntry}`}>{t('assessments.facts.entry', { entry: assessment.logEntry })}</a>,
                },
              ]
            : []),
          ...(assessment.record ? [{ label: t('assessments.facts.record'), value: <a href={assessment.record.url}>{assessment.record.title}</a> }] : []),
          {
            label: t('assessments.facts.audience'),
            value: assessment.state === 'SIGNED' ? t(`assessments.audience.${assessment.audience}`) : t(`assessments.seenBy.${assessment.state}`),
          },
          {
            label: t('assessments.facts.edition'),
            value: (
              <>
                <a href={edition.url}>{edition.edition}</a> <code className="small">{edition.hash.slice(0, 12)}</code>
              </>
            ),
          },
        ]}
      />
      <Contents
        items={[
          { id: 'layers', title: t('instruments.outcome.layers') },
          { id: 'answers', title: t('assessments.answers.title', { answered: evaluation.answered, total: edition.total }) },
          { id: 'figure', title: t('instruments.outcome.tree') },
          { id: 'risks', title: t('assessments.risks.title') },
          { id: 'costs', title: t('assessments.costs.title') },
          { id: 'similar', title: t('instruments.panel.title') },
          { id: 'acts', title: t('assessments.acts.title') },
        ]}
      />
      <p>
        <a href={`${assessment.url}.docx${assessment.audience === 'PUBLIC' && assessment.state === 'SIGNED' ? '' : '?audience=internal'}`}>DOCX</a>
      </p>
      <Conclusion decided={evaluation.decided} place={(question) => ({ href: `#answer-${question.id}`, label: label(question) })} />
      <Exceptions exceptions={evaluation.exceptions} place={(question) => ({ href: `#answer-${question.id}`, label: label(question) })} />
      <Layers layers={evaluation.layers} place={(question) => ({ href: `#answer-${question.id}`, label: label(question) })} />
      <Section id="answers" title={t('assessments.answers.title', { answered: evaluation.answered, total: edition.total })}>
        <ResponsiveTable
          caption={t('assessments.answers.caption')}
          columns={[columns.question, columns.answer, columns.conclusion]}
          rows={evaluation.answers.map((given) => ({
            key: given.question.id,
            cells: [
              <span key="question" id={`answer-${given.question.id}`}>
                {label(given.question)} {given.question.text}
              </span>,
              <span key="answer">
                <b>{given.option?.label ?? t('instruments.notKnown')}</b>
                {given.reason && <span className="entry-text"> {t('instruments.outcome.reason', { reason: given.reason })}</span>}
                {given.note && <span className="entry-text quiet"> {given.note}</span>}
                {given.evidence && <span className="entry-text quiet"> {t('assessments.answers.evidence', { evidence: given.evidence })}</span>}
              </span>,
              given.option ? given.option.conclusions.map((one) => one.text).join(' ') : t('assessments.answers.nothing'),
            ],
          }))}
        />
        {assessment.viewerCanEdit && (
          <p>
            <a href={runAddress(edition.instrument, 'outcome', run)}>{t('assessments.answers.edit')}</a>
          </p>
        )}
      </Section>
      <Section id="figure" title={edition.figure ? t('instruments.outcome.figure', { figure: edition.figure.text }) : t('instruments.outcome.tree')}>
        <Tree
          forks={evaluation.tree}
          title={t('instruments.tree.title', { outcome: evaluation.tree.find(({ path }) => path === 'TAKEN')?.outcome.title ?? '' })}
          source={edition.figure ? `${edition.figure.citations[0]?.source.symbol ?? ''}, ${edition.figure.text}` : edition.title}
        />
      </Section>
      <Risks assessment={assessment} />
      <Costs assessment={assessment} />
      <Panel similar={assessment.similar} asked={evaluation.answered > 0} />
      <Acts assessment={assessment} organizations={organizations} newKey={key} refused={actionData && 'typed' in actionData ? actionData : null} />
    </>
  );
}

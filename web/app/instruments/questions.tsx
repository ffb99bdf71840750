import { ask, httpError, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import { Helpers } from '../ui/helpers.tsx';
import { Panel } from './panel.tsx';
import { QuestionField } from './question.tsx';
import { LONG_ADDRESS, readRun, runAddress, runFields } from './request.ts';
import type { Route } from './+types/questions';

const query = graphql(/* GraphQL */ `
  query InstrumentQuestions($instrument: String!, $edition: String, $group: String!, $answers: [AnswerInput!]!) {
    instrument(instrument: $instrument, edition: $edition) {
      instrument
      edition
      title
      total
      layers {
        id
        number
        title
      }
      groups {
        id
        layer
        title
        questions
      }
      questions(group: $group) {
        id
        number
        text
        help
        citations {
          ...CitationParts
        }
        options {
          id
          label
          exceptionTo
          reason
          conclusions {
            ...StatementParts
          }
        }
      }
      helpers(group: $group) {
        ...HelperParts
      }
      evaluation(answers: $answers) {
        answered
        decided {
          state
          outcome {
            title
            verdict
          }
        }
      }
    }
    similarProjects(instrument: $instrument, edition: $edition, group: $group, answers: $answers) {
      ...SimilarAnswerParts
    }
  }
`);

const saved = graphql(/* GraphQL */ `
  query SavedNotes($id: ID!) {
    assessment(id: $id) {
      evaluation {
        answers {
          note
          evidence
          question {
            id
          }
        }
      }
    }
  }
`);

export async function loader({ request, params: { instrument, group }, context }: Route.LoaderArgs) {
  const read = readRun(new URL(request.url).searchParams);
  const [answer, kept] = await Promise.all([
    ask(context, query, { instrument, group, edition: read.edition, answers: read.answers }),
    read.run ? ask(context, saved, { id: read.run }) : null,
  ]);
  // The address of a saved run goes without its notes. An empty box would take one out, so that those of this page come from the run.
  const notes = new Map(kept?.assessment?.evaluation.answers.map(({ question, note, evidence }) => [question.id, { note, evidence }]));
  const run = { ...read, answers: read.answers.map((given) => ({ ...notes.get(given.question), ...given })) };
  const edition = orNotFound(context, answer.instrument);
  if (edition.questions.length === 0) throw httpError(context, 404);
  return { run, edition, similar: answer.similarProjects, group };
}

export default function InstrumentQuestions({ loaderData: { run, edition, similar, group } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const at = edition.groups.findIndex(({ id }) => id === group);
  const here = edition.groups[at];
  const layer = edition.layers.find(({ id }) => id === here?.layer);
  const ids = edition.questions.map(({ id }) => id);
  const path = (page: string | undefined) => `/decide/${edition.instrument}${page ? `/${page}` : ''}`;
  const { decided, answered } = edition.evaluation;
  const asked = run.answers.some(({ question, option }) => ids.includes(question) && option !== 'not-known');
  return (
    <>
      <Meta title={`${here?.title ?? ''} – ${edition.title}`} canonical={path(group)} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('instruments.title'), url: '/decide' },
          { label: edition.title, url: runAddress(edition.instrument, null, run) },
        ]}
      />
      <PageTitle title={here?.title} kind={layer && `${t('instruments.layer', { number: layer.number })}: ${layer.title}`}>
        <p className="quiet">{t('instruments.page.progress', { page: at + 1, pages: edition.groups.length, answered, total: edition.total })}</p>
      </PageTitle>
      {url.search.length > LONG_ADDRESS && (
        <Notice>
          <p>{t('instruments.page.long')}</p>
        </Notice>
      )}
      <form method="get" action={path(edition.groups[at + 1]?.id ?? 'outcome')}>
        {runFields({ ...run, edition: run.edition ?? edition.edition }, ids).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {edition.questions.map((question) => (
          <QuestionField key={question.id} question={question} run={run} />
        ))}
        <p className="instrument-buttons">
          <button type="submit">{at + 1 < edition.groups.length ? t('instruments.page.next') : t('instruments.page.last')}</button>
          <button type="submit" className="button-quiet" formAction={path(edition.groups[at - 1]?.id)}>
            {t('instruments.page.back')}
          </button>
          <button type="submit" className="button-quiet" formAction={`${path(group)}#similar`}>
            {t('instruments.page.show')}
          </button>
          <button type="submit" className="button-quiet" formAction={path('outcome')}>
            {t('instruments.page.outcome')}
          </button>
        </p>
      </form>
      {run.answers.length > 0 && (
        <p className="instrument-standing">
          <span className="quiet">{t('instruments.page.soFar')}</span> <a href={runAddress(edition.instrument, 'outcome', run)}>{decided.outcome.title}</a>
        </p>
      )}
      <details className="instrument-pages">
        <summary>{t('instruments.page.all')}</summary>
        <ol>
          {edition.groups.map((one) => {
            const done = one.questions.filter((id) => run.answers.some(({ question }) => question === id)).length;
            return (
              <li key={one.id}>
                <a href={runAddress(edition.instrument, one.id, run)} aria-current={one.id === group ? 'page' : undefined}>
                  {one.title}
                </a>{' '}
                <span className="quiet">{t('instruments.page.done', { done, of: one.questions.length })}</span>
              </li>
            );
          })}
        </ol>
      </details>
      <Panel similar={similar} asked={asked} />
      {edition.instrument === 'jiu-matrix' && (
        <div className="instrument-asks">
          <QuietFacts
            items={edition.questions.map(({ id, number }) => (
              <a key={id} href={`/questions?${new URLSearchParams({ about: `/matrix#${id}` })}`}>
                {t('questions.askMatrix', { number })}
              </a>
            ))}
          />
        </div>
      )}
      <Helpers helpers={edition.helpers} />
    </>
  );
}

import { Trans } from 'react-i18next';
import { redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { InText } from '../uptake/frame.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/path';

const query = graphql(/* GraphQL */ `
  query LearningPathPage {
    learningPaths {
      slug
      title
      text
      url
      steps {
        url
        title
        why
        done
        sum
      }
    }
  }
`);
const mark = graphql(/* GraphQL */ `
  mutation MarkLearningStep($url: String!, $done: Boolean!) {
    markLearningStep(url: $url, done: $done)
  }
`);
const forget = graphql(/* GraphQL */ `
  mutation ForgetLearningSteps {
    forgetLearningSteps
  }
`);

export async function loader({ params, context }: Route.LoaderArgs) {
  const { learningPaths } = await ask(context, query, {});
  return {
    path: orNotFound(
      context,
      learningPaths.find(({ slug }) => slug === params.level),
    ),
    others: learningPaths.filter(({ slug }) => slug !== params.level),
  };
}

/** Notes a step as done or not, for who asks alone; or forgets all of them. */
export async function action({ request, context }: Route.ActionArgs) {
  requireSession(request);
  const url = new URL(request.url);
  const form = await readForm(context, request);
  const intent = form.get('intent');
  if (intent === 'forget') await ask(context, forget, {});
  else if (intent === 'done' || intent === 'undone') await ask(context, mark, { url: String(form.get('step') ?? ''), done: intent === 'done' });
  else throw httpError(context, 400);
  return redirect(url.pathname, 303);
}

export default function LearningPathPage({ loaderData: { path, others } }: Route.ComponentProps) {
  const { t, i18n, viewer } = useSite();
  const done = path.steps.filter((step) => step.done).length;
  const title = t('learning.path', { level: path.title });
  return (
    <>
      <Meta title={title} description={path.text} canonical={path.url} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('reference.learning.title'), url: '/learning' },
        ]}
      />
      <PageTitle title={title} lead={path.text} />
      <p className="quiet">
        <Trans i18n={i18n} t={t} i18nKey="learning.chosen" components={{ x: <InText href="/sources/jiu-rep-2020-7?paragraph=286" /> }} />
      </p>
      <Section id="steps" title={t('learning.steps')}>
        {viewer ? (
          <p>{t('learning.progress', { done, count: path.steps.length })}</p>
        ) : (
          <p>
            <a href={`/sign-in?${new URLSearchParams({ next: path.url })}`} rel="nofollow">
              {t('learning.signIn')}
            </a>
          </p>
        )}
        <ol className="rows">
          {path.steps.map((step) => (
            <li className="row" key={step.url}>
              <h3 className="row-title">
                <a href={step.url}>{step.title}</a>
              </h3>
              <p className="row-text">{step.why}</p>
              {step.sum !== null && <p className="row-reason">{t('learning.sum', { count: step.sum })}</p>}
              {viewer && (
                <form method="post">
                  <input type="hidden" name="intent" value={step.done ? 'undone' : 'done'} />
                  <input type="hidden" name="step" value={step.url} />
                  {step.done && <b>{t('learning.done')} </b>}
                  <button type="submit" className="button-quiet" aria-label={t(step.done ? 'learning.undoOf' : 'learning.markOf', { title: step.title })}>
                    {t(step.done ? 'learning.undo' : 'learning.mark')}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
      </Section>
      {viewer && (
        <>
          <p className="small quiet">{t('learning.kept')}</p>
          {done > 0 && (
            <form method="post">
              <input type="hidden" name="intent" value="forget" />
              <button type="submit" className="button-quiet">
                {t('learning.forget')}
              </button>
            </form>
          )}
        </>
      )}
      <p>
        {t('learning.others')}{' '}
        {others.map((other, index) => (
          <span key={other.slug}>
            {index > 0 && ', '}
            <a href={other.url}>{other.title}</a>
          </span>
        ))}
      </p>
    </>
  );
}

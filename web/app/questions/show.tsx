import { Trans } from 'react-i18next';
import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { QuestionPostPartsFragment } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Facts } from '../ui/facts.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { Prose } from '../ui/prose.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { textLanguage } from '../ui/text-language.ts';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/show';
import { ProfessionalsToAsk } from './helpers.tsx';
import { carryOut, isIntent } from './intents.server.ts';
import { Keeping, PostTools } from './tools.tsx';
import type { QuestionOfPage, Refused } from './shown.ts';
import { authorOf } from './words.ts';

graphql(/* GraphQL */ `
  fragment QuestionPostParts on QuestionPost {
    id
    text
    author {
      name
      organizations {
        shortName
      }
    }
    createdAt
    editedAt
    citations {
      title
      url
      language
    }
    helped
    helpedByAsker
    fromTitle
    hiddenBecause
    appeal
    appealAnswer
    reports
    viewerWrote
    viewerReported
    viewerHid
  }
`);
const query = graphql(/* GraphQL */ `
  query QuestionPage($id: ID!, $after: String) {
    viewerAsks
    questionMergedInto(id: $id)
    question(id: $id) {
      id
      url
      title
      language
      audience
      author {
        name
        organizations {
          shortName
        }
      }
      about {
        title
        url
        language
      }
      matrixQuestion
      progress
      closedBecause
      helpedCount
      createdAt
      helpers {
        ...HelperParts
      }
      viewerKeeps
      viewerModerates
      viewerMuted
    }
    questionText(id: $id) {
      ...QuestionPostParts
    }
    questionAnswers(id: $id, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...QuestionPostParts
        }
      }
    }
  }
`);

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { question, questionMergedInto, ...rest } = await ask(context, query, { id: isKey(id) ? id : '', after: after || null });
  if (!question && questionMergedInto) throw redirect(`/questions/${questionMergedInto}`, 301);
  return { question: orNotFound(context, question), key: crypto.randomUUID(), ...rest };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const intent = typed['intent'] ?? '';
  if (!isIntent(intent)) throw httpError(context, 400);
  const done = await carryOut(context, intent, id, typed);
  return 'to' in done ? redirect(done.to, 303) : data({ intent, typed, faults: done.faults }, { status: 400 });
}

/** The field of the form that a fault is shown at: those of a post have its id in their names. */
const fieldOf = ({ intent, typed }: { intent: string; typed: Record<string, string> }, path: string) =>
  [intent, path === 'post' || path === 'question' ? 'text' : path, ...(typed['post'] ? [typed['post']] : [])].join('-');

export default function QuestionPage({ loaderData: { question, questionText, questionAnswers, viewerAsks, key }, actionData }: Route.ComponentProps) {
  const site = useSite();
  const { t, i18n, url, format, viewer } = site;
  const refused: Refused = actionData
    ? {
        intent: actionData.intent,
        typed: actionData.typed,
        errors: actionData.faults.map((one) => toError(t, one, fieldOf(actionData, one.path))),
      }
    : null;
  const doneWords = t('questions.done', { returnObjects: true }) as Record<string, string>;
  const done = refused ? undefined : doneWords[url.searchParams.get('done') ?? ''];
  const { about, matrixQuestion } = question;
  const answers = questionAnswers.edges.map(({ node }) => node);
  return (
    <>
      <Meta title={question.title} canonical={question.url} unlisted={question.audience !== 'PUBLIC'} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('questions.title'), url: '/questions' },
        ]}
      />
      <PageTitle kind={t('questions.show.kind')} title={question.title} />
      <ErrorSummary errors={refused?.errors ?? []} />
      {done && (
        <Notice role="status">
          <p>{done}</p>
          {url.searchParams.get('changed') === 'yes' && <p>{t('questions.changed')}</p>}
        </Notice>
      )}
      {question.closedBecause && (
        <Notice>
          <p>{t('questions.show.closed', { reason: question.closedBecause })}</p>
        </Notice>
      )}
      <WithAside
        label={t('questions.show.helpers')}
        aside={<ProfessionalsToAsk question={question} asks={viewerAsks} errors={refused?.intent === 'ask' ? refused.errors : []} />}
      >
        {questionText && (
          <Section id="question" title={t('questions.show.question')}>
            <Post post={questionText} question={question} refused={refused} asks={viewerAsks} asking />
          </Section>
        )}
        <div className="section">
          <Facts
            items={[
              { label: t('questions.show.asked'), value: authorOf(site, question.author) },
              { label: t('questions.show.on'), value: format.date(question.createdAt.slice(0, 10)) },
              {
                label: t('questions.show.about'),
                value: about ? (
                  <RecordLink to={about} />
                ) : matrixQuestion ? (
                  <a href={`/matrix#${matrixQuestion}`}>{matrixQuestion}</a>
                ) : (
                  t('questions.show.nothing')
                ),
              },
              { label: t('questions.show.readers'), value: t(`questions.audience.${question.audience}`) },
            ]}
          />
        </div>
        <Section id="answers" title={t('questions.show.answers')}>
          {answers.length === 0 && <p className="quiet">{t('questions.show.noAnswers')}</p>}
          {questionAnswers.totalCount > answers.length && (
            <p className="quiet">{t('questions.show.answersOf', { count: answers.length, total: format.number(questionAnswers.totalCount) })}</p>
          )}
          {answers.map((post) => (
            <Post key={post.id} post={post} question={question} refused={refused} asks={viewerAsks} />
          ))}
          <Pager pageInfo={questionAnswers.pageInfo} />
        </Section>
        {question.helpedCount > 0 && viewer?.canContribute && (
          <form method="post" action={question.url} className="section">
            <p className="field-help">{t('questions.show.lessonHelp')}</p>
            <button type="submit" name="intent" value="lesson">
              {t('questions.show.lesson')}
            </button>
          </form>
        )}
        {viewerAsks && question.progress !== 'CLOSED' && (
          <Section id="answer" title={t('questions.show.answerTitle')}>
            <AnswerForm question={question} refused={refused?.intent === 'answer' ? refused : null} newKey={key} />
          </Section>
        )}
        {!viewer && (
          <p>
            <Trans
              i18n={i18n}
              t={t}
              i18nKey="questions.show.signIn"
              components={{
                x: (
                  <a href={`/sign-in?${new URLSearchParams({ next: question.url })}`} rel="nofollow">
                    {null}
                  </a>
                ),
              }}
            />
          </p>
        )}
        {viewer && <Keeping question={question} refused={refused} />}
      </WithAside>
    </>
  );
}

type PostProps = { post: QuestionPostPartsFragment; question: QuestionOfPage; refused: Refused; asks: boolean; asking?: boolean };

/** The text of a question, or an answer, with who wrote it, what it rests on and what may be done with it. */
function Post({ post, question, refused, asks, asking = false }: PostProps) {
  const site = useSite();
  const { t, format } = site;
  return (
    <article className={asking ? 'post' : 'post row'} id={post.id}>
      {!asking && (
        <p className="quiet small">
          {authorOf(site, post.author)}, {format.date(post.createdAt.slice(0, 10))}
        </p>
      )}
      {post.editedAt && <p className="quiet small">{t('questions.show.edited', { day: format.date(post.editedAt.slice(0, 10)) })}</p>}
      {post.helped && (
        <p>
          <b>✓ {t(post.helpedByAsker ? 'questions.show.helpedAsker' : 'questions.show.helpedOwner')}</b>
        </p>
      )}
      {post.hiddenBecause && (
        <p className="unsure">
          {t(post.text === null || post.text === undefined ? 'questions.show.hiddenText' : 'questions.show.hiddenYours', { reason: post.hiddenBecause })}
        </p>
      )}
      {post.text !== null && post.text !== undefined && (
        <div className="post-text" {...textLanguage(site, question.language, post.text)}>
          <Prose text={post.text} />
        </div>
      )}
      {post.citations.length > 0 && (
        <p className="small">
          {t('questions.show.rests')}:{' '}
          {post.citations.map((record, index) => (
            <span key={record.url}>
              {index > 0 && '; '}
              <RecordLink to={record} />
            </span>
          ))}
        </p>
      )}
      {post.fromTitle && <p className="quiet small">{t('questions.show.from', { title: post.fromTitle })}</p>}
      <PostTools post={post} question={question} refused={refused?.typed['post'] === post.id ? refused : null} asks={asks} asking={asking} />
    </article>
  );
}

function AnswerForm({ question, refused, newKey }: { question: QuestionOfPage; refused: Refused; newKey: string }) {
  const { t } = useSite();
  const error = (name: string) => refused?.errors.find((one) => one.name === `answer-${name}`)?.message ?? null;
  return (
    <form method="post" action={question.url}>
      <input type="hidden" name="key" value={refused?.typed['key'] || newKey} />
      <TextArea
        name="answer-text"
        label={t('questions.show.answerText')}
        help={t('questions.form.textHelp')}
        value={refused?.typed['answer-text'] ?? ''}
        error={error('text')}
        rows={6}
        most={8000}
      />
      <TextArea
        name="answer-citations"
        label={t('questions.show.citations')}
        help={t('questions.show.citationsHelp')}
        example={t('questions.show.citationsExample')}
        value={refused?.typed['answer-citations'] ?? ''}
        error={error('citations')}
        required={false}
        rows={3}
      />
      <button type="submit" name="intent" value="answer">
        {t('questions.show.answer')}
      </button>
    </form>
  );
}

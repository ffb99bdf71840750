import type { ReactNode } from 'react';
import { ask, orNotFound } from '../api.server.ts';
import type { LessonPagePartsFragment, LessonPageQuery } from '../graphql/graphql.ts';
import { Asked } from '../ui/asked.tsx';
import { AsideList } from '../ui/aside-list.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Facts } from '../ui/facts.tsx';
import { WithFields } from '../ui/field-place.tsx';
import { GoalChip } from '../ui/goal-chip.tsx';
import { Meta } from '../ui/meta.tsx';
import { AskLinks } from '../ui/ask-links.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordCare } from '../ui/record-care.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { Section } from '../ui/section.tsx';
import { type Site, useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { Statements } from '../ui/statements.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/show';
import { Helpers } from '../ui/helpers.tsx';
import { lessonLd } from './json-ld.ts';
import { lessonQuery } from './query.ts';
import { RecordLink } from '../ui/record-link.tsx';
import { authorOf } from '../questions/words.ts';

type Lesson = LessonPagePartsFragment;

export async function loader({ params, context }: Route.LoaderArgs) {
  return { lesson: orNotFound(context, (await ask(context, lessonQuery, { id: params.id })).lesson) };
}

export default function LessonPage({ loaderData: { lesson } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const kind = word(t, 'lessonKind', lesson.lessonKind);
  const theme = word(t, 'theme', lesson.theme);
  return (
    <>
      <Meta title={lesson.title} description={lesson.summaryText} canonical={lesson.url} type="article" jsonLd={lessonLd(lesson, { kind, theme }, url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('lessons.title'), url: '/lessons' },
          { label: theme, url: `/lessons?theme=${lesson.theme}` },
        ]}
      />
      <WithFields language={lesson.language} edit={lesson.viewerCanEdit ? `${lesson.url}/edit` : null}>
        <LessonBody
          lesson={lesson}
          beside={
            <>
              <Credit lesson={lesson} />
              <Asked asked={lesson.asked} url={lesson.url} />
              <Helpers helpers={lesson.helpers} />
            </>
          }
        >
          <RecordCare record={lesson} />
          <RecordFooter
            record={lesson}
            list="/lessons"
            query={`{\n  lesson(id: "${lesson.slug}") {\n    title\n    whatHappened { text citations { place url } }\n    whatFollows { text }\n  }\n}\n`}
          />
        </LessonBody>
      </WithFields>
    </>
  );
}

/** What the page of a lesson says, also of one that is only proposed. `children` stand at its foot, `beside` below what bears on it. */
export function LessonBody({ lesson, beside, children }: { lesson: Lesson; beside?: ReactNode; children?: ReactNode }) {
  const { t } = useSite();
  return (
    <>
      <PageTitle kind={word(t, 'lessonKind', lesson.lessonKind)} title={lesson.title}>
        <AskLinks url={lesson.url} />
      </PageTitle>
      <WithAside
        aside={
          <>
            <Aside lesson={lesson} />
            {beside}
          </>
        }
        label={t('lessons.aside')}
      >
        {lesson.context && (
          <Section id="context" title={t('lessons.context')}>
            <Statement statement={lesson.context} field="context.text" />
          </Section>
        )}
        <Section id="happened" title={t('lessons.happened')}>
          <Statement statement={lesson.whatHappened} field="whatHappened.text" />
        </Section>
        <Section id="follows" title={t('lessons.follows')}>
          {lesson.whatFollows ? <Statement statement={lesson.whatFollows} field="whatFollows.text" /> : <p className="quiet">{t('lessons.followsNone')}</p>}
        </Section>
        {lesson.otherViews.length > 0 && (
          <Section id="others" title={t('lessons.others')}>
            <Statements
              statements={lesson.otherViews}
              field={(one) => `otherViews.${lesson.otherViews.indexOf(one as (typeof lesson.otherViews)[number])}.text`}
            />
          </Section>
        )}
        <Section id="glance" title={t('lessons.caption')}>
          <Glance lesson={lesson} />
          <p className="small quiet">{t('vocabulary.editors.lessons')}</p>
        </Section>
        {children}
      </WithAside>
    </>
  );
}

function Glance({ lesson }: { lesson: Lesson }) {
  const { t } = useSite();
  return (
    <Facts
      items={[
        {
          label: t('lessons.organizations'),
          value: lesson.organizations.map((organization) => (
            <a key={organization.url} href={organization.url}>
              {organization.title}
            </a>
          )),
        },
        {
          label: t('lessons.projects'),
          value: lesson.projects.map((project) => (
            <span key={project.url}>
              <RecordLink to={project} />{' '}
              <span className="quiet small">
                <Stage stage={project.stage} />
              </span>
            </span>
          )),
        },
        { label: t('lessons.kind'), value: <a href={`/lessons?kind=${lesson.lessonKind}`}>{word(t, 'lessonKind', lesson.lessonKind)}</a> },
        {
          label: t('lessons.theme'),
          value: <a href={`/lessons?theme=${lesson.theme}`}>{word(t, 'theme', lesson.theme)}</a>,
        },
        { label: t('lessons.subject'), value: lesson.subject },
      ]}
    />
  );
}

/** The question that it came from, with who asked and answered, for those who see that. */
function Credit({ lesson: { fromQuestion } }: { lesson: Pick<NonNullable<LessonPageQuery['lesson']>, 'fromQuestion'> }) {
  const site = useSite();
  const { t, format } = site;
  if (!fromQuestion) return null;
  const { url, title, asked, answered } = fromQuestion;
  return (
    <Section id="from-question" title={t('questions.credit.title')} quiet>
      <p>
        <a href={url}>{title}</a>
      </p>
      <p className="aside-why">
        {t('questions.credit.asked', { who: authorOf(site, asked) })}.{' '}
        {t('questions.credit.answered', { who: format.list(answered.map((one) => authorOf(site, one))) })}.
      </p>
    </Section>
  );
}

/** "table-1-q5" in words: where in the matrix the question stands. */
function questionOf(t: Site['t'], id: string): string {
  const [, table = '', question = ''] = /^table-(\d+)(?:-q(\d+))?$/.exec(id) ?? [];
  if (table) return question ? t('lessons.question', { table, number: question }) : t('lessons.questionTable', { table });
  const [, layer = '', number = ''] = /^layer-(\d+)-(\d+)$/.exec(id) ?? [];
  return layer ? t('lessons.questionLayer', { layer, number }) : id;
}

function Aside({ lesson }: { lesson: Lesson }) {
  const { t } = useSite();
  const goals = lesson.connections.flatMap(({ relation, reason, record }) => (relation === 'GOAL' && 'number' in record ? [{ reason, ...record }] : []));
  return (
    <>
      <AsideList id="risks" title={t('lessons.risks')} items={lesson.risks} />
      <AsideList id="mitigations" title={t('lessons.mitigations')} items={lesson.mitigations} />
      <AsideList id="recommendations" title={t('lessons.recommendations')} items={lesson.recommendations} />
      <AsideList id="standards" title={t('lessons.standards')} items={lesson.standards} />
      <AsideList id="questions" title={t('lessons.questions')} items={lesson.questions.map((id) => ({ url: `/matrix#${id}`, title: questionOf(t, id) }))} />
      {goals.length > 0 && (
        <Section id="goals" title={t('lessons.goals')} quiet>
          <p className="aside-why">{t('lessons.goalsBy')}</p>
          <ul className="aside-list">
            {goals.map((goal) => (
              <li key={goal.url}>
                <GoalChip number={goal.number} title={word(t, 'goalTitle', goal.number)} url={goal.url} />
                <span className="aside-why">{goal.reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <AsideList
        id="same-theme"
        title={t('lessons.sameTheme', { theme: word(t, 'theme', lesson.theme) })}
        items={[{ url: `/lessons?theme=${lesson.theme}`, title: t('lessons.all') }]}
      />
    </>
  );
}

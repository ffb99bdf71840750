import { ask, orNotFound } from '../api.server.ts';
import type { GoalQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Asked } from '../ui/asked.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { FollowLink } from '../ui/follow-link.tsx';
import { GoalChip } from '../ui/goal-chip.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/show';
import { goalJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Goal($number: Int!) {
    goal(number: $number) {
      number
      name
      url
      iri
      asked {
        ...AskedParts
      }
      challenge {
        ...StatementParts
      }
      approach {
        ...StatementParts
      }
      projects {
        reason
        project {
          url
          title
          language
          summaryText
          stage
          owners {
            shortName
          }
          lessons {
            url
            title
            language
            lessonKind
            theme
          }
        }
      }
    }
    goals(first: 100) {
      edges {
        node {
          number
          name
          url
        }
      }
    }
  }
`);

type Lesson = NonNullable<GoalQuery['goal']>['projects'][number]['project']['lessons'][number];
/** The rest is folded away. */
const shownLessons = 10;

/** Numbers as people write them; anything else is no goal. */
const numberOf = (text: string) => (/^([1-9]|1[0-7])$/.test(text) ? Number(text) : null);

export async function loader({ params, context }: Route.LoaderArgs) {
  const data = await ask(context, query, { number: orNotFound(context, numberOf(params.number)) });
  return { ...data, goal: orNotFound(context, data.goal) };
}

export default function Goal({ loaderData: { goal, goals } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  // A lesson of several projects stands once, with all of them.
  const lessons = new Map<string, { lesson: Lesson; from: string[] }>();
  for (const { project } of goal.projects) {
    for (const lesson of project.lessons) lessons.set(lesson.url, { lesson, from: [...(lessons.get(lesson.url)?.from ?? []), project.title] });
  }
  const rows = [...lessons.values()].map(({ lesson, from }) => ({
    url: lesson.url,
    title: lesson.title,
    language: lesson.language,
    facts: [t(`vocabulary.lessonKind.${lesson.lessonKind}`), t(`vocabulary.theme.${lesson.theme}`)],
    reason: t('goals.learnedIn', { projects: format.list(from) }),
  }));
  const others = goals.edges.filter(({ node }) => node.number !== goal.number);
  return (
    <>
      <Meta
        title={t('goal', { number: goal.number, title: goal.name })}
        description={goal.challenge.text}
        canonical={goal.url}
        type="article"
        jsonLd={goalJsonLd(goal, url)}
      />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('goals.title'), url: '/goals' },
        ]}
      />
      <PageTitle title={goal.name} kind={<GoalChip number={goal.number} title={t('goals.kind', { number: goal.number })} />} />
      <WithAside
        label={t('goals.others')}
        aside={
          <>
            <Asked asked={goal.asked} url={goal.url} />
            <Section id="others" title={t('goals.others')} quiet>
              <ul className="plain">
                {others.map(({ node }) => (
                  <li key={node.number}>
                    <GoalChip number={node.number} title={node.name} url={node.url} />
                  </li>
                ))}
              </ul>
              <p className="small">
                <a href={goal.iri}>{t('goals.official', { host: new URL(goal.iri).hostname })}</a>
              </p>
            </Section>
          </>
        }
      >
        <Section id="challenge" title={t('goals.challenge')}>
          <Statement statement={goal.challenge} />
        </Section>
        <Section id="approach" title={t('goals.approach')}>
          <Statement statement={goal.approach} />
          <FollowLink url={goal.url} />
        </Section>
        <Section id="projects" title={t('goals.projects')}>
          {goal.projects.length === 0 ? (
            <p>{t('goals.noProjects')}</p>
          ) : (
            <>
              <p className="quiet">{t('goals.projectsLead')}</p>
              <Rows
                heading="h3"
                rows={goal.projects.map(({ project, reason }) => ({
                  url: project.url,
                  title: project.title,
                  language: project.language,
                  text: project.summaryText,
                  facts: [project.owners.map((owner) => owner.shortName).join(', '), <Stage key="stage" stage={project.stage} />],
                  reason: t('goals.reason', { reason }),
                }))}
              />
              <p>
                <a href={`/projects?goal=${goal.number}`}>{t('goals.allProjects')}</a>
              </p>
            </>
          )}
        </Section>
        {rows.length > 0 && (
          <Section id="lessons" title={t('goals.lessons')}>
            <Rows heading="h3" rows={rows.slice(0, shownLessons)} />
            {rows.length > shownLessons && (
              <details className="aside-more">
                <summary>{t('filters.more', { count: rows.length - shownLessons })}</summary>
                <Rows heading="h3" rows={rows.slice(shownLessons)} />
              </details>
            )}
          </Section>
        )}
      </WithAside>
    </>
  );
}

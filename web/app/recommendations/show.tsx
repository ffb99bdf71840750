import { ask, orNotFound } from '../api.server.ts';
import type { RecommendationQueryVariables } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { Asked } from '../ui/asked.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/show';
import { Actions } from './actions.tsx';
import { isNamed } from './addressee.ts';
import { recommendationJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Recommendation($number: Int, $slug: String) {
    recommendation(number: $number, slug: $slug) {
      asked {
        ...AskedParts
      }
      title
      url
      slug
      version
      hash
      updatedAt
      label
      number
      recommendationKind
      verb
      place
      action
      impactLetter
      text {
        ...StatementParts
      }
      addressee {
        ...StatementParts
      }
      deadline {
        ...StatementParts
      }
      impact {
        ...StatementParts
      }
      correction {
        ...StatementParts
      }
      actions {
        kind
        printed
        note
        organizationName
      }
      organizations {
        url
        title
        shortName
      }
      projects {
        url
        title
        language
        stage
      }
      standards {
        url
        title
      }
      lessons {
        url
        title
        language
        lessonKind
      }
    }
    organizations(filter: { kind: [PARTICIPATING] }, first: 100) {
      edges {
        node {
          url
          shortName
          name
        }
      }
    }
    others: recommendations(filter: { kind: [FORMAL] }) {
      edges {
        node {
          url
          title
        }
      }
    }
  }
`);

export async function loader({ params: { address }, context }: Route.LoaderArgs) {
  const asked: RecommendationQueryVariables = /^\d{1,3}$/.test(address) ? { number: Number(address), slug: null } : { number: null, slug: address };
  const data = await ask(context, query, asked);
  return { ...data, recommendation: orNotFound(context, data.recommendation) };
}

export default function Recommendation({ loaderData: { recommendation, organizations, others } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const { recommendationKind: kind, verb, text, addressee, deadline, impact, correction, actions } = recommendation;
  const name = kind === 'OTHER' && verb ? t('recommendations.kindLabel.OTHER', { verb }) : t(`vocabulary.recommendationKind.${kind}`);
  const inline = (statement: typeof text) => <Statement as="span" statement={statement} />;
  return (
    <>
      <Meta
        title={recommendation.title}
        description={text.text}
        canonical={recommendation.url}
        type="article"
        jsonLd={recommendationJsonLd(recommendation, url)}
      />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('recommendations.title'), url: '/recommendations' },
        ]}
      />
      <PageTitle title={recommendation.title} kind={name} />
      <WithAside
        label={t('recommendations.bears')}
        aside={
          <>
            <AsideList
              id="projects"
              title={t('recommendations.projects')}
              items={recommendation.projects.map((project) => ({
                url: project.url,
                title: project.title,
                language: project.language,
                more: <Stage stage={project.stage} />,
              }))}
            />
            <AsideList id="standards" title={t('recommendations.standards')} items={recommendation.standards} />
            <AsideList
              id="lessons"
              title={t('recommendations.lessons')}
              items={recommendation.lessons.map((lesson) => ({
                url: lesson.url,
                title: lesson.title,
                language: lesson.language,
                more: t(`vocabulary.lessonKind.${lesson.lessonKind}`),
              }))}
            />
            <AsideList id="organizations" title={t('recommendations.organizations')} items={recommendation.organizations} />
            {kind === 'FORMAL' && (
              <AsideList
                id="others"
                title={t('recommendations.next')}
                items={others.edges.map(({ node }) => node).filter((node) => node.url !== recommendation.url)}
              />
            )}
            <Asked asked={recommendation.asked} url={recommendation.url} />
          </>
        }
      >
        <Section id="text" title={t('recommendations.text')}>
          <Statement statement={text} />
        </Section>
        <Section id="glance" title={t('recommendations.glance')}>
          <Facts
            items={[
              { label: t('recommendations.addressee'), value: isNamed(addressee.text) ? inline(addressee) : <NotStated /> },
              ...(recommendation.action ? [{ label: t('recommendations.action'), value: t(`vocabulary.actionKind.${recommendation.action}`) }] : []),
              { label: t('recommendations.deadline'), value: deadline ? inline(deadline) : <NotStated /> },
              {
                label: t('recommendations.impact'),
                value: impact ? (
                  inline({ ...impact, text: t('recommendations.impactOf', { letter: recommendation.impactLetter ?? '', text: impact.text }) })
                ) : (
                  <NotStated />
                ),
              },
              ...(verb ? [{ label: t('recommendations.verb'), value: verb }] : []),
              { label: t('recommendations.place'), value: recommendation.place },
            ]}
          />
          {kind === 'OTHER' && <p className="small quiet">{t('vocabulary.editors.recommendations')}</p>}
        </Section>
        {correction && (
          <Section id="correction" title={t('recommendations.correction')}>
            <Statement statement={correction} />
          </Section>
        )}
        <Section id="actions" title={t('recommendations.actions.title')}>
          {actions[0] ? (
            <Actions kind={actions[0].kind} actions={actions} all={organizations.edges.map(({ node }) => node)} />
          ) : (
            <p>{t('recommendations.actions.none')}</p>
          )}
          {actions.length > 0 && recommendation.number !== null && (
            <p>
              <a href={`/uptake/recommendations/${recommendation.number}`}>{t('recommendations.uptakeOf')}</a>
            </p>
          )}
        </Section>
        <RecordFooter
          record={recommendation}
          list="/recommendations"
          query={`{\n  recommendation(slug: "${recommendation.slug}") {\n    title\n    text { text citations { place url } }\n    actions { kind organizationName }\n  }\n}\n`}
        />
      </WithAside>
    </>
  );
}

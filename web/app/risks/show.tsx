import { Fragment } from 'react';
import { ask, orNotFound } from '../api.server.ts';
import type { RiskQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { Statements } from '../ui/statements.tsx';
import type { Route } from './+types/show';
import { Asked } from '../ui/asked.tsx';
import { Helpers } from '../ui/helpers.tsx';
import { riskJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Risk($slug: String!) {
    risk(slug: $slug) {
      title
      url
      slug
      version
      hash
      updatedAt
      helpers {
        ...HelperParts
      }
      asked {
        ...AskedParts
      }
      riskKind
      text {
        ...StatementParts
      }
      organizations {
        url
        shortName
      }
      projects {
        url
        title
        language
        stage
      }
      lessons {
        url
        title
        language
        lessonKind
        otherViews {
          ...StatementParts
        }
      }
      mitigations {
        url
        title
        summaryText
        pairedBy
      }
    }
  }
`);

type RiskData = NonNullable<RiskQuery['risk']>;

export async function loader({ params, context }: Route.LoaderArgs) {
  return orNotFound(context, (await ask(context, query, { slug: params.slug })).risk);
}

export default function Risk({ loaderData: risk }: Route.ComponentProps) {
  const { t, url } = useSite();
  return (
    <>
      <Meta title={risk.title} description={risk.text.text} canonical={risk.url} type="article" jsonLd={riskJsonLd(risk, t('risks.risk'), url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('risks.title'), url: '/risks' },
        ]}
      />
      <PageTitle title={risk.title} kind={t('risks.risk')} />
      <WithAside
        label={t('risks.bears')}
        aside={
          <>
            <AsideList
              id="projects"
              title={t('risks.projects')}
              items={risk.projects.map((project) => ({
                url: project.url,
                title: project.title,
                language: project.language,
                more: <Stage stage={project.stage} />,
              }))}
            />
            <AsideList
              id="lessons"
              title={t('risks.lessons')}
              items={risk.lessons.map((lesson) => ({
                url: lesson.url,
                title: lesson.title,
                language: lesson.language,
                more: t(`vocabulary.lessonKind.${lesson.lessonKind}`),
              }))}
            />
            <Asked asked={risk.asked} url={risk.url} />
            <Helpers helpers={risk.helpers} />
          </>
        }
      >
        <Section id="what" title={t('risks.what')}>
          <Statement statement={risk.text} />
        </Section>
        <Section id="glance" title={t('risks.glance')}>
          <Facts
            items={[
              { label: t('risks.kind'), value: <a href={`/risks?kind=${risk.riskKind}`}>{t(`vocabulary.riskKind.${risk.riskKind}`)}</a> },
              {
                label: t('risks.organizations'),
                value: risk.organizations.map((one) => (
                  <a key={one.url} href={one.url}>
                    {one.shortName}
                  </a>
                )),
                note: risk.organizations.length > 0 ? risk.text : null,
              },
            ]}
          />
          <p className="small quiet">{t('vocabulary.editors.risks')}</p>
        </Section>
        <Views lessons={risk.lessons} />
        <Section id="mitigations" title={t('risks.against')}>
          {risk.mitigations.length === 0 ? (
            <p>{t('risks.noMitigation')}</p>
          ) : (
            <Rows
              heading="h3"
              rows={risk.mitigations.map((one) => ({ url: one.url, title: one.title, text: one.summaryText, reason: t(`risks.pairedBy.${one.pairedBy}`) }))}
            />
          )}
        </Section>
        <RecordFooter record={risk} list="/risks" query={`{\n  risk(slug: "${risk.slug}") {\n    title\n    text { text citations { place url } }\n  }\n}\n`} />
      </WithAside>
    </>
  );
}

/** Where the sources disagree on what was learned about the risk: each view once, below the first lesson that it is about. */
function Views({ lessons }: { lessons: RiskData['lessons'] }) {
  const { t } = useSite();
  const said = new Set<string>();
  const disputed = lessons.flatMap(({ url, title, otherViews }) => {
    const views = otherViews.filter(({ text }) => !said.has(text));
    for (const { text } of views) said.add(text);
    return views.length > 0 ? [{ url, title, views }] : [];
  });
  if (disputed.length === 0) return null;
  return (
    <Section id="views" title={t('risks.views')}>
      {disputed.map(({ url, title, views }) => (
        <Fragment key={url}>
          <h3>
            <a href={url}>{title}</a>
          </h3>
          <Statements statements={views} />
        </Fragment>
      ))}
    </Section>
  );
}

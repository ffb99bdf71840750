import { ask, found } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Related } from '../ui/related.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/show';
import { riskJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Risk($slug: String!) {
    risk(slug: $slug) {
      title
      url
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
        stage
      }
      lessons {
        url
        title
        lessonKind
      }
      mitigations {
        url
        title
        abstract
        pairedBy
      }
    }
  }
`);

export async function loader({ params, context }: Route.LoaderArgs) {
  return found(context, (await ask(context, query, { slug: params.slug })).risk);
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
            <Related
              id="projects"
              title={t('risks.projects')}
              rows={risk.projects.map((project) => ({ url: project.url, title: project.title, facts: [<Stage key="stage" stage={project.stage} />] }))}
            />
            <Related
              id="lessons"
              title={t('risks.lessons')}
              rows={risk.lessons.map((lesson) => ({ url: lesson.url, title: lesson.title, facts: [t(`vocabulary.lessonKind.${lesson.lessonKind}`)] }))}
            />
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
        </Section>
        <Section id="mitigations" title={t('risks.against')}>
          {risk.mitigations.length === 0 ? (
            <p>{t('risks.noMitigation')}</p>
          ) : (
            <Rows
              heading="h3"
              rows={risk.mitigations.map((one) => ({ url: one.url, title: one.title, text: one.abstract, reason: t(`risks.pairedBy.${one.pairedBy}`) }))}
            />
          )}
        </Section>
      </WithAside>
    </>
  );
}

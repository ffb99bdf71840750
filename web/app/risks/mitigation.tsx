import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { Asked } from '../ui/asked.tsx';
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
import type { Route } from './+types/mitigation';
import { riskJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Mitigation($slug: String!) {
    mitigation(slug: $slug) {
      asked {
        ...AskedParts
      }
      title
      url
      slug
      version
      hash
      updatedAt
      pairedBy
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
      risks {
        url
        title
        summaryText
        riskKind
      }
      connections(kinds: [LESSON], first: 100) {
        relation
        record {
          kind
          url
          title
        language
        }
      }
    }
  }
`);

export async function loader({ params, context }: Route.LoaderArgs) {
  return orNotFound(context, (await ask(context, query, { slug: params.slug })).mitigation);
}

export default function Mitigation({ loaderData: mitigation }: Route.ComponentProps) {
  const { t, url } = useSite();
  const lessons = mitigation.connections.filter(({ record }) => record.kind === 'LESSON');
  return (
    <>
      <Meta
        title={mitigation.title}
        description={mitigation.text.text}
        canonical={mitigation.url}
        type="article"
        jsonLd={riskJsonLd(mitigation, t('risks.mitigation'), url)}
      />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('risks.title'), url: '/risks' },
          { label: t('risks.mitigations'), url: '/mitigations' },
        ]}
      />
      <PageTitle title={mitigation.title} kind={t('risks.mitigation')} />
      <WithAside
        label={t('risks.bears')}
        aside={
          <>
            <AsideList
              id="projects"
              title={t('risks.projectsApplied')}
              items={mitigation.projects.map((project) => ({
                url: project.url,
                title: project.title,
                language: project.language,
                more: <Stage stage={project.stage} />,
              }))}
            />
            <AsideList
              id="lessons"
              title={t('risks.lessons')}
              items={lessons.map(({ record }) => ({ url: record.url, title: record.title, language: record.language }))}
            />
            <Asked asked={mitigation.asked} url={mitigation.url} />
          </>
        }
      >
        <Section id="what" title={t('risks.whatMitigation')}>
          <Statement statement={mitigation.text} />
        </Section>
        <Section id="glance" title={t('risks.glance')}>
          <Facts
            items={[
              {
                label: t('risks.appliedBy'),
                value: mitigation.organizations.map((one) => (
                  <a key={one.url} href={one.url}>
                    {one.shortName}
                  </a>
                )),
                note: mitigation.organizations.length > 0 ? mitigation.text : null,
              },
            ]}
          />
        </Section>
        <Section id="risks" title={t('risks.whichRisks')}>
          <Rows
            heading="h3"
            rows={mitigation.risks.map((risk) => ({
              url: risk.url,
              title: risk.title,
              text: risk.summaryText,
              facts: [t(`vocabulary.riskKind.${risk.riskKind}`)],
              reason: t(`risks.pairedBy.${mitigation.pairedBy}`),
            }))}
          />
        </Section>
        <RecordFooter
          record={mitigation}
          list="/mitigations"
          query={`{\n  mitigation(slug: "${mitigation.slug}") {\n    title\n    text { text citations { place url } }\n  }\n}\n`}
        />
      </WithAside>
    </>
  );
}

import { ask, orNotFound } from '../api.server.ts';
import type { Topic } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { ResourceFacts } from '../learning/facts.tsx';
import { Asked } from '../ui/asked.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Facts } from '../ui/facts.tsx';
import { FollowLink } from '../ui/follow-link.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Related } from '../ui/related.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/show';
import { referenceJsonLd } from './json-ld.ts';
import { topicPage } from './topics.ts';

const query = graphql(/* GraphQL */ `
  query Reference($slug: String!) {
    reference(slug: $slug) {
      slug
      url
      title
      symbol
      topic
      address
      edition
      note
      inLanguages
      minutes
      cost
      addressCheck {
        ...LinkCheckParts
      }
      asked {
        ...AskedParts
      }
      text {
        ...StatementParts
      }
      country {
        name
      }
      partOf {
        url
        title
      }
      parts {
        url
        title
        summaryText
      }
      levels {
        url
        title
      }
      organizations {
        url
        title
      }
      projects {
        url
        title
        language
        stage
      }
    }
  }
`);

/** What can be found somewhere; a principle or a way of funding cannot. */
const documents = new Set<Topic>(['LEGAL_DOCUMENT', 'LAW', 'LEARNING_RESOURCE']);

export async function loader({ params, context }: Route.LoaderArgs) {
  return orNotFound(context, (await ask(context, query, { slug: params.slug })).reference);
}

export default function Reference({ loaderData: reference }: Route.ComponentProps) {
  const { t, url } = useSite();
  const page = topicPage[reference.topic];
  const kind = t(`vocabulary.topic.${reference.topic}`);
  const facts = [
    // The number of a principle stands in its title.
    ...(reference.symbol && reference.topic !== 'PRINCIPLE' ? [{ label: t('reference.symbol'), value: reference.symbol }] : []),
    ...(reference.edition ? [{ label: t('reference.edition'), value: reference.edition }] : []),
    ...(reference.country ? [{ label: t('reference.country'), value: reference.country.name }] : []),
    ...(reference.partOf ? [{ label: t('reference.partOf'), value: <a href={reference.partOf.url}>{reference.partOf.title}</a> }] : []),
    ...(reference.levels.length > 0
      ? [
          {
            label: t('reference.levels'),
            value: reference.levels.map((level) => (
              <a key={level.url} href={level.url}>
                {level.title}
              </a>
            )),
          },
        ]
      : []),
    ...(reference.address || documents.has(reference.topic)
      ? [{ label: t('reference.address'), value: reference.address ? <a href={reference.address}>{new URL(reference.address).hostname}</a> : null }]
      : []),
  ];
  return (
    <>
      <Meta title={reference.title} description={reference.text.text} canonical={reference.url} type="article" jsonLd={referenceJsonLd(reference, url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t(`reference.${page}.title`), url: `/${page}#${reference.slug}` },
        ]}
      />
      <PageTitle title={reference.title} kind={kind} />
      <WithAside
        label={t('reference.bears')}
        aside={
          <>
            <Related
              id="projects"
              title={t('reference.projects')}
              rows={reference.projects.map((project) => ({
                url: project.url,
                title: project.title,
                language: project.language,
                facts: [<Stage key="stage" stage={project.stage} />],
              }))}
            />
            <Related id="organizations" title={t('reference.organizations')} rows={reference.organizations} />
            <Asked asked={reference.asked} url={reference.url} />
          </>
        }
      >
        <Section id="what" title={t(reference.topic === 'LEARNING_LEVEL' ? 'reference.learning.should' : 'reference.what')}>
          <Statement statement={reference.text} />
          {reference.note && <p className="quiet">{t('reference.remark', { note: reference.note })}</p>}
          {reference.topic === 'LEARNING_RESOURCE' && (
            <ResourceFacts languages={reference.inLanguages} minutes={reference.minutes} cost={reference.cost} check={reference.addressCheck} />
          )}
          {reference.topic === 'LEARNING_LEVEL' && (
            <p>
              <a href={`/${page}#${reference.slug}`}>{t('reference.learning.forGroup')}</a>
            </p>
          )}
          <FollowLink url={reference.url} />
        </Section>
        {facts.length > 0 && (
          <Section id="glance" title={t('reference.glance')}>
            <Facts items={facts} />
          </Section>
        )}
        {reference.parts.length > 0 && (
          <Section id="parts" title={t('reference.parts')}>
            <Rows heading="h3" rows={reference.parts.map((part) => ({ url: part.url, title: part.title, text: part.summaryText }))} />
          </Section>
        )}
      </WithAside>
    </>
  );
}

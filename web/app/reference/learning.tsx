import { ask, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/learning';
import { ResourceFacts } from '../learning/facts.tsx';
import type { LearningQuery } from '../graphql/graphql.ts';
import { QuietFacts } from '../ui/rows.tsx';
import { Entries, ReferenceEntry, remarksOf } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Learning($after: String) {
    viewerSuggests
    learningPaths {
      slug
      title
      url
    }
    suggestedResources {
      id
      title
      about
      address
      levels
      language
      minutes
      cost
      suggestedBy
      addressCheck {
        ...LinkCheckParts
      }
    }
    references(filter: { topic: [LEARNING_LEVEL, LEARNING_RESOURCE, OUTSIDE_EXAMPLE, PLATFORM] }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReferenceParts
          inLanguages
          minutes
          cost
          addressCheck {
            ...LinkCheckParts
          }
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => queryAllPages('references', (after) => ask(context, query, { after }));

export default function Learning({ loaderData: { references, learningPaths, suggestedResources, viewerSuggests } }: Route.ComponentProps) {
  const { t } = useSite();
  const entries = references.edges.map(({ node }) => node);
  const of = (topic: string) => entries.filter((entry) => entry.topic === topic);
  const levels = of('LEARNING_LEVEL');
  const resources = of('LEARNING_RESOURCE');
  // A resource for several groups is described once, where it comes first; later groups link to it.
  const described = new Set<string>();
  const groups = levels.map((level) => ({
    level,
    own: resources
      .filter((resource) => resource.levels.some(({ slug }) => slug === level.slug))
      .map((resource) => {
        const first = !described.has(resource.slug);
        described.add(resource.slug);
        return { resource, first };
      }),
  }));
  const examples = of('OUTSIDE_EXAMPLE');
  const platforms = of('PLATFORM');
  // The page says itself that the editors chose the groups.
  const remark = remarksOf(resources).own;
  const onLevels = remarksOf(levels);
  return (
    <ReferencePage
      page="learning"
      entries={entries}
      sections={[
        ...levels.map((level) => ({ id: level.slug, title: level.title })),
        { id: 'platforms', title: t('reference.learning.platforms') },
        { id: 'examples', title: t('reference.learning.examples') },
      ]}
    >
      <Section id="paths" title={t('learning.paths')}>
        <p>{t('learning.pathsLead')}</p>
        <ul>
          {learningPaths.map((path) => (
            <li key={path.slug}>
              <a href={path.url}>{t('learning.path', { level: path.title })}</a>
            </li>
          ))}
        </ul>
        <QuietFacts
          items={[
            <a key="events" href="/events">
              {t('learning.events.title')}
            </a>,
            viewerSuggests && (
              <a key="suggest" href="/learning/suggest">
                {t('learning.suggest.RESOURCE')}
              </a>
            ),
            viewerSuggests && (
              <a key="suggestions" href="/learning/suggestions">
                {t('learning.suggestions.title')}
              </a>
            ),
          ]}
        />
      </Section>
      <div className="section">
        <p className="quiet">
          {t('reference.learning.curated')} {onLevels.shared}
        </p>
      </div>
      {groups.map(({ level, own }) => (
        <Section key={level.slug} id={level.slug} title={<a href={level.url}>{level.title}</a>}>
          <Statement statement={level.text} />
          {onLevels.own(level) && <p className="small quiet">{t('reference.remark', { note: onLevels.own(level) })}</p>}
          {own.length === 0 && <p>{t('reference.learning.noResources')}</p>}
          {own
            .filter(({ first }) => first)
            .map(({ resource }) => (
              <ReferenceEntry key={resource.slug} entry={resource} remark={remark(resource)}>
                <ResourceFacts languages={resource.inLanguages} minutes={resource.minutes} cost={resource.cost} check={resource.addressCheck} />
              </ReferenceEntry>
            ))}
          <Suggested resources={suggestedResources.filter((one) => one.levels.includes(level.slug))} />
          {own.some(({ first }) => !first) && (
            <div className="again">
              <h3>{t('reference.learning.repeated')}</h3>
              <ul>
                {own
                  .filter(({ first }) => !first)
                  .map(({ resource }) => (
                    <li key={resource.slug}>
                      <a href={`#${resource.slug}`}>{resource.title}</a>
                    </li>
                  ))}
              </ul>
            </div>
          )}
        </Section>
      ))}
      {platforms.length > 0 && (
        <Section id="platforms" title={t('reference.learning.platforms')}>
          <Entries entries={platforms} />
        </Section>
      )}
      {examples.length > 0 && (
        <Section id="examples" title={t('reference.learning.examples')}>
          <Entries entries={examples} />
        </Section>
      )}
    </ReferencePage>
  );
}

/** Resources that people suggested for a group. They are no entries of the library: nobody cites them. */
function Suggested({ resources }: { resources: LearningQuery['suggestedResources'] }) {
  const { t } = useSite();
  if (resources.length === 0) return null;
  return (
    <div className="entries">
      <h3>{t('learning.suggestedHere')}</h3>
      <p className="quiet">{t('learning.accepted')}</p>
      {resources.map((one) => (
        <article className="entry" key={one.id}>
          <h4 className="row-title">
            <a href={one.address} rel="external nofollow">
              {one.title}
            </a>
          </h4>
          {one.about && <p>{one.about}</p>}
          {one.suggestedBy && <p className="small quiet">{t('learning.by', { name: one.suggestedBy })}</p>}
          <ResourceFacts languages={one.language ? [one.language] : null} minutes={one.minutes} cost={one.cost} check={one.addressCheck} />
        </article>
      ))}
    </div>
  );
}

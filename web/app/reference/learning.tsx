import { ask, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/learning';
import { Entries, ReferenceEntry, remarksOf } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Learning($after: String) {
    references(filter: { topic: [LEARNING_LEVEL, LEARNING_RESOURCE, OUTSIDE_EXAMPLE, PLATFORM] }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReferenceParts
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => queryAllPages('references', (after) => ask(context, query, { after }));

export default function Learning({ loaderData: { references } }: Route.ComponentProps) {
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
      <p className="quiet">
        {t('reference.learning.curated')} {onLevels.shared}
      </p>
      {groups.map(({ level, own }) => (
        <Section key={level.slug} id={level.slug} title={<a href={level.url}>{level.title}</a>}>
          <Statement statement={level.text} />
          {onLevels.own(level) && <p className="small quiet">{t('reference.remark', { note: onLevels.own(level) })}</p>}
          {own.length === 0 && <p>{t('reference.learning.noResources')}</p>}
          {own
            .filter(({ first }) => first)
            .map(({ resource }) => (
              <ReferenceEntry key={resource.slug} entry={resource} remark={remark(resource)} />
            ))}
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

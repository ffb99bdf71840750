import { ask, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/funding';
import { Entries } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Funding($after: String) {
    references(filter: { topic: [FUNDING] }, first: 100, after: $after) {
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
    lessons(filter: { theme: [FUNDING_AND_COSTS] }, first: 10) {
      totalCount
      edges {
        node {
          url
          title
          language
          summaryText
          lessonKind
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => queryAllPages('references', (after) => ask(context, query, { after }));

export default function Funding({ loaderData: { references, lessons } }: Route.ComponentProps) {
  const { t } = useSite();
  const entries = references.edges.map(({ node }) => node);
  return (
    <ReferencePage page="funding" entries={entries}>
      <Section id="ways" title={t('reference.funding.ways')}>
        <Entries entries={entries} />
      </Section>
      {lessons.edges.length > 0 && (
        <Section id="lessons" title={t('reference.funding.lessons')}>
          <Rows
            heading="h3"
            rows={lessons.edges.map(({ node }) => ({
              url: node.url,
              title: node.title,
              text: node.summaryText,
              facts: [t(`vocabulary.lessonKind.${node.lessonKind}`)],
            }))}
          />
          {lessons.totalCount > lessons.edges.length && (
            <p>
              <a href="/lessons?theme=FUNDING_AND_COSTS">{t('reference.funding.more')}</a>
            </p>
          )}
        </Section>
      )}
    </ReferencePage>
  );
}

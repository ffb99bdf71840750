import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest, shownFirst } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = shownFirst(filters.LESSON, 'theme');

const query = graphql(`
  query Lessons($filter: LessonFilter, $orderBy: ListOrder, $after: String) {
    lessons(filter: $filter, orderBy: $orderBy, after: $after) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
      ignored {
        field
        value
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          title
          url
          abstract
          lessonKind
          theme
          organizations {
            shortName
          }
          projects {
            title
          }
        }
      }
    }
    library {
      kinds {
        kind
        count
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields);
  const { filter, orderBy, after } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after })) };
}

export default function Lessons({ loaderData: { asked, lessons, library } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <ListPage
      path="/lessons"
      title={t('lessons.title')}
      lead={t('lessons.lead')}
      noun={t('lessons.noun', { count: lessons.totalCount })}
      request={asked}
      list={lessons}
      of={library.kinds.find((one) => one.kind === 'LESSON')?.count}
      fields={Object.keys(fields)}
      form="LESSON"
      kinds="lessonKind"
      rows={lessons.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        text: node.abstract,
        facts: [
          word(t, 'lessonKind', node.lessonKind),
          word(t, 'theme', node.theme),
          format.list(node.organizations.map((organization) => organization.shortName)),
          format.list(node.projects.map((project) => project.title)),
        ],
      }))}
    >
      <p className="list-note">{t('vocabulary.editors.lessons')}</p>
    </ListPage>
  );
}

import { ask } from '../api.server.ts';
import { filters } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { few } from '../ui/dense-table.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest, shownFirst } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = shownFirst(filters.LESSON, 'theme');

const query = graphql(`
  query Lessons($filter: LessonFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
    lessons(filter: $filter, orderBy: $orderBy, after: $after, since: $since, first: $first) {
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
          language
          url
          summaryText
          lessonKind
          theme
          updatedAt
          organizations {
            shortName
          }
          projects {
            title
          language
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
  const { filter, orderBy, after, since, first } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after, since, first })) };
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
      table={{
        columns: [
          { key: 'theme', label: t('vocabulary.field.theme'), usual: true },
          { key: 'organizations', label: t('vocabulary.field.organization'), usual: true },
          { key: 'kind', label: t('vocabulary.field.kind'), usual: false },
          { key: 'projects', label: t('vocabulary.field.project'), usual: false, wide: true },
          { key: 'changed', label: t('lists.columns.changed'), usual: false },
        ],
        cells: lessons.edges.map(({ node }) => ({
          theme: word(t, 'theme', node.theme),
          organizations: few(
            { t, format },
            node.organizations.map((organization) => organization.shortName),
          ),
          kind: word(t, 'lessonKind', node.lessonKind),
          projects: format.list(node.projects.map((project) => project.title)),
          changed: format.date(node.updatedAt.slice(0, 10)),
        })),
      }}
      rows={lessons.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        language: node.language,
        text: node.summaryText,
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

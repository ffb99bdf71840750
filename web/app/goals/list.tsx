import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { GoalChip } from '../ui/goal-chip.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';
import { goalsJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Goals {
    goals(first: 100) {
      totalCount
      edges {
        node {
          number
          name
          url
          summaryText
        }
      }
    }
    library {
      facets(kind: PROJECT, fields: ["goal"]) {
        field
        values {
          value
          count
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => ask(context, query, {});

export default function Goals({ loaderData: { goals, library } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const counts = new Map(library.facets[0]?.values.map(({ value, count }) => [Number(value), count]));
  return (
    <>
      <Meta
        title={t('goals.title')}
        description={t('goals.lead')}
        canonical="/goals"
        jsonLd={goalsJsonLd(
          goals.edges.map(({ node }) => node),
          t('goals.title'),
          url,
        )}
      />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('goals.title')} lead={t('goals.lead')} />
      <Notice>
        <p>{t('goals.editors')}</p>
      </Notice>
      <ResultLine follow={t('goals.title')} total={goals.totalCount} noun={t('home.kind.GOAL', { count: goals.totalCount })} />
      <ul className="rows">
        {goals.edges.map(({ node }) => (
          <li className="row" key={node.number} id={`goal-${node.number}`}>
            <h2 className="row-title">
              <GoalChip number={node.number} title={node.name} url={node.url} />
            </h2>
            <p className="row-text">{node.summaryText}</p>
            <p className="row-reason">{t('goals.count', { count: counts.get(node.number) ?? 0 })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

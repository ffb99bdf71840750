import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { OverviewQuery, Stage as StageName } from '../graphql/graphql.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { HeatTable } from '../ui/heat-table.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { StackedBars } from '../ui/stacked-bars.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { lessonKinds, stages, themes } from '../ui/values.ts';
import { WorldMap } from '../ui/world-map.tsx';
import type { Route } from './+types/page';
import { CollaborationNetwork } from './collaboration-network.tsx';
import { RecordLink } from '../ui/record-link.tsx';

const query = graphql(/* GraphQL */ `
  query Overview {
    library {
      platforms: pairs(kind: PROJECT, row: ORGANIZATION, column: PLATFORM) {
        row
        column
        count
      }
      lessons: pairs(kind: LESSON, row: THEME, column: KIND_OF_LESSON) {
        row
        column
        count
      }
      together {
        one
        oneUrl
        other
        otherUrl
        projects {
          title
          url
        }
      }
      stages {
        stage
        year
        count
      }
    }
    projects(first: 1) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
    }
    ended: projects(filter: { stage: [DISCONTINUED] }, first: 50) {
      totalCount
      edges {
        node {
          url
          title
          language
          stages {
            stage
            date
            text
            asAt
            certainty
            note
            citations {
              ...CitationParts
            }
          }
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => ask(context, query, {});

const sections = ['platforms', 'stages', 'together', 'lessons', 'map', 'ended'] as const;

export default function Overview({ loaderData: { library, projects, ended } }: Route.ComponentProps) {
  const { t } = useSite();
  const facet = (field: string) => projects.facets.find((one) => one.field === field)?.values ?? [];
  return (
    <>
      <Meta title={t('overview.title')} description={t('overview.lead')} canonical="/overview" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('overview.title')} lead={t('overview.lead')} />
      <p>
        <a href={`/reports/${new Date().getUTCFullYear()}`}>{t('year.this', { year: String(new Date().getUTCFullYear()) })}</a>
      </p>
      <nav aria-label={t('overview.contents')}>
        <ul className="jump">
          {sections.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`overview.${id}.heading`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="platforms" title={t('overview.platforms.heading')}>
        <Platforms pairs={library.platforms} />
      </Section>
      <Section id="stages" title={t('overview.stages.heading')}>
        <Stages changes={library.stages} now={facet('stage')} total={projects.totalCount} />
      </Section>
      <Section id="together" title={t('overview.together.heading')}>
        <CollaborationNetwork pairs={library.together} />
      </Section>
      <Section id="lessons" title={t('overview.lessons.heading')}>
        <Lessons pairs={library.lessons} />
      </Section>
      <Section id="map" title={t('overview.map.heading')}>
        <Countries countries={facet('country')} />
      </Section>
      <Section id="ended" title={t('overview.ended.heading')}>
        <Ended ended={ended} />
      </Section>
    </>
  );
}

type Pairs = OverviewQuery['library']['platforms'];
/** The names in one direction of the pairs, those with most first. */
const ranked = (pairs: Pairs, side: 'row' | 'column') => {
  const totals = new Map<string, number>();
  for (const pair of pairs) totals.set(pair[side], (totals.get(pair[side]) ?? 0) + pair.count);
  return [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name, total]) => ({ name, total }));
};

function Platforms({ pairs }: { pairs: Pairs }) {
  const { t, format } = useSite();
  const rows = ranked(pairs, 'row');
  const columns = ranked(pairs, 'column');
  const first = columns[0];
  if (!first) return <p>{t('overview.platforms.none')}</p>;
  const count = new Map(pairs.map((pair) => [`${pair.row} ${pair.column}`, pair.count]));
  const link = (values: Record<string, string>) => `/projects?${new URLSearchParams(values)}`;
  return (
    <HeatTable
      title={t('overview.platforms.title', {
        platform: first.name,
        count: pairs.filter(({ column }) => column === first.name).length,
        total: format.number(rows.length),
      })}
      source={t('overview.source')}
      definition={t('overview.platforms.definition')}
      corner={t('overview.platforms.corner')}
      columns={columns.map(({ name }) => ({ key: name, label: name, url: link({ platform: name }) }))}
      rows={rows.map(({ name }) => ({
        key: name,
        label: name,
        url: link({ organization: name }),
        values: columns.map((column) => count.get(`${name} ${column.name}`) ?? 0),
      }))}
      cellUrl={(organization, platform) => link({ organization, platform })}
    />
  );
}

/** Charts take five parts at most: the stages before the pilot stand together. */
const parts = [
  { key: 'before', stages: ['ENVISAGED', 'RESEARCH', 'PROOF_OF_CONCEPT'] },
  { key: 'PILOT', stages: ['PILOT'] },
  { key: 'IN_USE', stages: ['IN_USE'] },
  { key: 'SCALED', stages: ['SCALED'] },
  { key: 'DISCONTINUED', stages: ['DISCONTINUED'] },
] as const satisfies readonly { key: string; stages: readonly StageName[] }[];

type Changes = OverviewQuery['library']['stages'];
function Stages({ changes, now, total }: { changes: Changes; now: { value: string; count: number }[]; total: number }) {
  const { t, format } = useSite();
  const dated = changes.filter(({ year }) => year !== null);
  const all = changes.reduce((count, change) => count + change.count, 0);
  const known = dated.reduce((count, change) => count + change.count, 0);
  const years = [...new Set(dated.map(({ year }) => year as string))].sort();
  const counts = (year: string | null) =>
    parts.map((part) =>
      changes
        .filter((change) => change.year === year && (part.stages as readonly string[]).includes(change.stage))
        .reduce((count, change) => count + change.count, 0),
    );
  const series = parts.map(({ key, stages: own }) => ({ key, label: own.map((stage) => t(`stage.${stage}`)).join(' / ') }));
  const byStage = stages.flatMap((stage) => now.filter(({ value, count }) => value === stage && count > 0).map(({ count }) => ({ stage, count })));
  const running = byStage.filter(({ stage }) => ['PILOT', 'IN_USE', 'SCALED'].includes(stage)).reduce((count, one) => count + one.count, 0);
  return (
    <>
      <BarChart
        title={t('overview.stages.currentTitle', { count: running, total: format.number(total) })}
        source={t('overview.source')}
        definition={t('overview.stages.currentDefinition')}
        columns={[t('overview.stages.columns.0'), t('overview.stages.columns.1')]}
        bars={byStage.map(({ stage, count }) => ({ key: stage, label: <Stage stage={stage} />, value: count, url: `/projects?stage=${stage}` }))}
      />
      {years.length === 0 ? (
        <p>{t('overview.stages.none')}</p>
      ) : (
        <StackedBars
          title={t('overview.stages.title', { dated: format.number(known), total: format.number(all), undated: format.number(all - known) })}
          source={t('overview.source')}
          definition={t('overview.stages.definition')}
          column={t('overview.stages.column')}
          series={series}
          rows={[
            ...years.map((year) => ({ key: year, label: year, values: counts(year) })),
            ...(all > known ? [{ key: 'undated', label: <NotStated />, values: counts(null) }] : []),
          ]}
        />
      )}
    </>
  );
}

function Lessons({ pairs }: { pairs: Pairs }) {
  const { t, format } = useSite();
  const rows = ranked(pairs, 'row');
  const first = rows[0];
  const count = new Map(pairs.map((pair) => [`${pair.row} ${pair.column}`, pair.count]));
  const named = (theme: string) => ((themes as readonly string[]).includes(theme) ? t(`vocabulary.theme.${theme as 'IDENTITY'}`) : theme);
  return (
    <StackedBars
      title={t('overview.lessons.title', {
        theme: named(first?.name ?? ''),
        count: first?.total ?? 0,
        total: format.number(rows.reduce((sum, { total }) => sum + total, 0)),
      })}
      source={t('overview.source')}
      definition={t('overview.lessons.definition')}
      column={t('overview.lessons.column')}
      series={lessonKinds.map((kind) => ({ key: kind, label: t(`vocabulary.lessonKind.${kind}`) }))}
      rows={rows.map(({ name }) => ({
        key: name,
        label: named(name),
        url: `/lessons?theme=${name}`,
        values: lessonKinds.map((kind) => count.get(`${name} ${kind}`) ?? 0),
      }))}
    />
  );
}

function Countries({ countries }: { countries: { value: string; label: string; count: number }[] }) {
  const { t, format } = useSite();
  return (
    <WorldMap
      title={t('overview.map.title', { count: countries.length })}
      source={t('overview.source')}
      definition={t('overview.map.definition')}
      column={t('overview.map.column')}
      countries={countries.map(({ value, count }) => ({ code: value, name: format.country(value), count, url: `/projects?country=${value}` }))}
    />
  );
}

function Ended({ ended }: { ended: OverviewQuery['ended'] }) {
  const { t, format } = useSite();
  if (ended.totalCount === 0) return <p>{t('overview.ended.none')}</p>;
  return (
    <>
      <p>
        <b>{t('overview.ended.title', { count: ended.totalCount })}</b>
      </p>
      <div className="scroll">
        <table className="table stacked">
          <caption className="hidden">{t('overview.ended.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('overview.ended.project')}</th>
              <th scope="col">{t('overview.ended.why')}</th>
              <th scope="col">{t('overview.ended.when')}</th>
            </tr>
          </thead>
          <tbody>
            {ended.edges.map(({ node }) => {
              const end = node.stages.findLast(({ stage }) => stage === 'DISCONTINUED');
              return (
                <tr key={node.url}>
                  <th scope="row">
                    <RecordLink to={node} />
                  </th>
                  <td data-answer={t('overview.ended.why')}>{end ? <Statement statement={end} as="div" /> : <NotStated />}</td>
                  <td data-answer={t('overview.ended.when')}>{end?.date ? format.date(end.date) : <NotStated />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="figure-source">
        {t('overview.ended.definition')} {t('chart.source', { source: t('overview.source') })}
      </p>
    </>
  );
}

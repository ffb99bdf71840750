import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import { projectRow } from '../projects/row.tsx';
import { BarChart } from '../ui/bar-chart.tsx';
import { Meta } from '../ui/meta.tsx';
import { Rows } from '../ui/rows.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage, type StageName } from '../ui/stage.tsx';
import { labelled } from '../ui/vocabulary.ts';
import { UptakeFigure } from '../uptake/figure.tsx';
import { MatrixTable } from '../uptake/matrix-table.tsx';
import { cellPath } from '../uptake/request.ts';
import { WorldMap } from '../ui/world-map.tsx';
import type { Route } from './+types/page';
import { type HomeData, homeQuery } from './query.ts';

export function loader({ context }: Route.LoaderArgs): Promise<HomeData> {
  return ask(context, homeQuery);
}

const running = ['PILOT', 'IN_USE', 'SCALED'];
/** How many bars a chart of the start page has at most; the list behind it has them all. */
const mostBars = 8;

/** What the library holds, each with its list, in the order a reader looks for it. */
const holdings = [
  ['PROJECT', '/projects'],
  ['ORGANIZATION', '/organizations'],
  ['VENDOR', '/vendors'],
  ['LESSON', '/lessons'],
  ['STANDARD', '/standards'],
  ['RISK', '/risks'],
  ['RECOMMENDATION', '/recommendations'],
  ['GLOSSARY_TERM', '/glossary'],
] as const;

const entries = [
  [
    'manager',
    [
      ['/matrix', 'matrix'],
      ['/projects', 'projects'],
      ['/risks', 'risks'],
    ],
  ],
  [
    'builder',
    [
      ['/vendors', 'vendors'],
      ['/standards', 'standards'],
      ['/lessons', 'lessons'],
    ],
  ],
  [
    'oversight',
    [
      ['/recommendations', 'recommendations'],
      ['/uptake', 'uptake'],
      ['/organizations', 'organizations'],
      ['/overview', 'overview'],
    ],
  ],
] as const;

export default function Home({ loaderData: { library, projects, lessons, telling, uptakeMatrix } }: Route.ComponentProps) {
  const { t, url } = useSite();
  return (
    <>
      <Meta
        title={t('site.name')}
        canonical="/"
        jsonLd={{
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: t('site.name'),
          description: t('site.description'),
          url: new URL('/', url).href,
          potentialAction: {
            '@type': 'SearchAction',
            target: { '@type': 'EntryPoint', urlTemplate: `${new URL('/search', url).href}?q={query}` },
            'query-input': 'required name=query',
          },
        }}
      />
      <div className="home-opening">
        <h1>{t('home.title')}</h1>
        <p className="lead">{t('home.lead')}</p>
        <SearchForm large label={t('home.search.label')} />
        <p className="home-examples">
          {t('home.search.try')}{' '}
          {t('home.search.examples', { returnObjects: true }).map((example) => (
            <a key={example} href={`/search?${new URLSearchParams({ q: example })}`}>
              {example}
            </a>
          ))}
        </p>
      </div>
      <Entries />
      {uptakeMatrix && <Uptake table={uptakeMatrix} />}
      <Figures library={library} />
      <Charts projects={projects} lessons={lessons} />
      <Telling projects={telling} />
    </>
  );
}

function Entries() {
  const { t } = useSite();
  return (
    <section className="section" aria-labelledby="entries-title">
      <h2 id="entries-title">{t('home.entry.heading')}</h2>
      <div className="home-entries">
        {entries.map(([who, links]) => (
          <div key={who}>
            <h3>{t(`home.entry.${who}.title`)}</h3>
            <p>{t(`home.entry.${who}.text`)}</p>
            <ul className="plain">
              {links.map(([path, link]) => (
                <li key={path}>
                  <a href={path}>{t(`home.entry.${who}.links.${link}` as 'home.entry.manager.links.matrix')}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** How many organizations of the table the start page shows. */
const mostOrganizations = 8;

/** What became of the recommendations: the figure, and the first screen of the table once there is something in it. */
function Uptake({ table }: { table: NonNullable<HomeData['uptakeMatrix']> }) {
  const { t } = useSite();
  const columns = table.columns.filter((column) => column.counts.addressed > 0);
  const first = columns.slice(0, mostOrganizations);
  return (
    <section className="section" aria-labelledby="uptake-title">
      <h2 id="uptake-title">{t('home.uptake.heading', { report: table.report.symbol ?? table.report.title })}</h2>
      <UptakeFigure counts={table.counts} columns={table.columns} demo={table.demo} />
      {table.counts.noInformation < table.counts.addressed && <MatrixTable {...table} columns={first} part to={(path) => path} open={cellPath} />}
      <p>
        <a href="/uptake">{t('home.uptake.all', { count: columns.length })}</a>
      </p>
    </section>
  );
}

function Figures({ library }: { library: HomeData['library'] }) {
  const { t, i18n, format } = useSite();
  const shown = holdings.flatMap(([kind, path]) => {
    const count = library.kinds.find((one) => one.kind === kind)?.count ?? 0;
    return count > 0 ? [{ kind, path, count }] : [];
  });
  return (
    <section className="section" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('home.figures.heading')}</h2>
      <ul className="home-figures">
        {shown.map(({ kind, path, count }) => (
          <li key={kind}>
            <a href={path}>
              <b>{format.number(count)}</b> {t(`home.kind.${kind}`, { count })}
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet">
        <Trans
          i18n={i18n}
          t={t}
          i18nKey="home.basis"
          values={{ places: format.number(library.citations) }}
          components={{ report: <a href="/sources/jiu-rep-2020-7">{null}</a> }}
        />
      </p>
    </section>
  );
}

function Charts({ projects, lessons }: Pick<HomeData, 'projects' | 'lessons'>) {
  const site = useSite();
  const { t, format } = site;
  const facet = (facets: HomeData['projects']['facets'], field: string) =>
    labelled(site, facets)
      .find((one) => one.field === field)
      ?.values.filter((one) => one.count > 0) ?? [];
  const byCount = (field: string, facets: HomeData['projects']['facets']) =>
    facet(facets, field)
      .sort((a, b) => b.count - a.count)
      .slice(0, mostBars);
  const countries = facet(projects.facets, 'country');
  const stages = facet(projects.facets, 'stage');
  const platforms = byCount('platform', projects.facets);
  const themes = byCount('theme', lessons.facets);
  const atWork = stages.filter((one) => running.includes(one.value)).reduce((sum, one) => sum + one.count, 0);
  const filtered = (list: string, field: string, value: string) => `${list}?${new URLSearchParams({ [field]: value })}`;
  const source = t('home.figures.source');
  return (
    <section className="section" aria-labelledby="charts-title">
      <h2 id="charts-title">{t('home.charts')}</h2>
      {countries.length > 0 && (
        <WorldMap
          id="map"
          title={t('home.map.title', { count: countries.length })}
          definition={t('home.map.definition')}
          source={`${source} ${t('home.map.none')}`}
          column={t('home.map.column')}
          countries={countries.map(({ value, count }) => ({ code: value, name: format.country(value), count, url: filtered('/projects', 'country', value) }))}
        />
      )}
      <div className="home-charts">
        {stages.length > 0 && (
          <BarChart
            title={t('home.stages.title', { count: atWork, share: format.number(atWork), total: format.number(projects.totalCount) })}
            definition={t('home.stages.definition')}
            source={source}
            columns={[t('home.stages.column'), t('home.map.column')]}
            bars={stages.map(({ value, count }) => ({
              key: value,
              label: <Stage stage={value as StageName} />,
              value: count,
              url: filtered('/projects', 'stage', value),
            }))}
          />
        )}
        {platforms.length > 0 && (
          <BarChart
            title={t('home.platforms.title', { platform: platforms[0]?.label ?? '' })}
            definition={t('home.platforms.definition')}
            source={source}
            columns={[t('home.platforms.column'), t('home.map.column')]}
            bars={platforms.map(({ value, label, count }) => ({ key: value, label, value: count, url: filtered('/projects', 'platform', value) }))}
          />
        )}
        {themes.length > 0 && (
          <BarChart
            title={t('home.themes.title', { theme: themes[0]?.label ?? '', count: themes[0]?.count ?? 0 })}
            definition={t('home.themes.definition')}
            source={source}
            columns={[t('home.themes.column'), t('home.themes.counted')]}
            bars={themes.map(({ value, label, count }) => ({ key: value, label, value: count, url: filtered('/lessons', 'theme', value) }))}
          />
        )}
      </div>
    </section>
  );
}

/** A few projects that went furthest or ended: a first thing to read. */
function Telling({ projects }: { projects: HomeData['telling'] }) {
  const site = useSite();
  const { t } = site;
  if (projects.edges.length === 0) return null;
  return (
    <section className="section" aria-labelledby="telling-title">
      <h2 id="telling-title">{t('home.telling')}</h2>
      <Rows heading="h3" rows={projects.edges.map(({ node }) => projectRow(site, node))} />
    </section>
  );
}

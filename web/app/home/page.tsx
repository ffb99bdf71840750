import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { Meta } from '../ui/meta.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage, type StageName } from '../ui/stage.tsx';
import { WorldMap } from '../ui/world-map.tsx';
import type { Route } from './+types/page';
import { type HomeData, homeQuery } from './query.ts';

export function loader({ context }: Route.LoaderArgs): Promise<HomeData> {
  return ask<HomeData>(context, homeQuery);
}

const stages: StageName[] = ['ENVISAGED', 'RESEARCH', 'PROOF_OF_CONCEPT', 'PILOT', 'IN_USE', 'SCALED', 'DISCONTINUED'];
const beyondProof: StageName[] = ['PILOT', 'IN_USE', 'SCALED'];

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
  ['manager', [['/matrix', 'matrix'], ['/projects', 'projects'], ['/risks', 'risks']]],
  ['builder', [['/vendors', 'vendors'], ['/standards', 'standards'], ['/lessons', 'lessons']]],
  ['oversight', [['/recommendations', 'recommendations'], ['/organizations', 'organizations'], ['/overview', 'overview']]],
] as const;

export default function Home({ loaderData: { library, projects } }: Route.ComponentProps) {
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
            target: `${new URL('/search', url).href}?q={query}`,
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
      <Figures counts={library.counts} />
      <Charts projects={projects} />
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

function Figures({ counts }: { counts: HomeData['library']['counts'] }) {
  const { t, i18n, format } = useSite();
  const shown = holdings.flatMap(([kind, path]) => {
    const count = counts.find((one) => one.kind === kind)?.count ?? 0;
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
        <Trans i18n={i18n} t={t} i18nKey="home.basis" components={{ report: <a href="/sources" /> }} />
      </p>
    </section>
  );
}

function Charts({ projects }: { projects: HomeData['projects'] }) {
  const { t, format } = useSite();
  const facet = (field: string) => projects.facets.find((one) => one.field === field)?.values ?? [];
  const countries = facet('country');
  const platforms = [...facet('platform')].sort((a, b) => b.count - a.count).slice(0, 8);
  const byStage = stages.flatMap((stage) => facet('stage').filter((one) => one.value === stage && one.count > 0));
  const beyond = byStage.filter((one) => beyondProof.includes(one.value as StageName)).reduce((sum, one) => sum + one.count, 0);
  const filtered = (field: string, value: string) => `/projects?${new URLSearchParams({ [field]: value })}`;
  const source = t('home.figures.source');
  return (
    <>
      {countries.length > 0 && (
        <WorldMap
          id="map"
          title={t('home.map.title', { count: countries.length })}
          definition={t('home.map.definition')}
          source={`${source} ${t('home.map.none')}`}
          column={t('home.map.column')}
          countries={countries.map(({ value, label, count }) => ({ code: value, name: label, count, url: filtered('country', value) }))}
        />
      )}
      <div className="home-charts">
        {byStage.length > 0 && (
          <BarChart
            title={
              beyond > 0
                ? t('home.stages.title', { share: format.number(beyond), total: format.number(projects.totalCount) })
                : t('home.stages.titleNone')
            }
            definition={t('home.stages.definition')}
            source={source}
            columns={[t('home.stages.column'), t('home.map.column')]}
            bars={byStage.map(({ value, count }) => ({
              key: value,
              label: <Stage stage={value as StageName} />,
              value: count,
              url: filtered('stage', value),
            }))}
          />
        )}
        {platforms.length > 0 && (
          <BarChart
            title={t('home.platforms.title', { platform: platforms[0]?.label ?? '' })}
            definition={t('home.platforms.definition')}
            source={source}
            columns={[t('home.platforms.column'), t('home.map.column')]}
            bars={platforms.map(({ value, label, count }) => ({ key: value, label, value: count, url: filtered('platform', value) }))}
          />
        )}
      </div>
    </>
  );
}

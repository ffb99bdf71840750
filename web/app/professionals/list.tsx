import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { activeFilters, type Facet, selectedIn, withoutFilters } from '../ui/address.ts';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { Rows } from '../ui/rows.tsx';
import { type Site, useSite } from '../ui/site.tsx';
import { Trail } from '../ui/trail.tsx';
import { valueLabel } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Professionals($filter: ProfessionalFilter, $after: String) {
    viewerEntersPool
    viewerProfessional {
      id
    }
    professionals(filter: $filter, after: $after) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          url
          name
          organizations {
            shortName
          }
          technologies
          tasks
          sectors
          languages
          offers
          availability
        }
      }
    }
  }
`);

const fields = ['organization', 'technology', 'task', 'sector', 'language', 'country', 'offer'] as const;
/** Nobody chooses more values of one field by hand, or types more words. */
const MOST = 50;
const TEXT_MOST = 200;

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const selected = Object.fromEntries(Object.entries(selectedIn(url, fields)).map(([field, values]) => [field, values.slice(0, MOST)]));
  const text = (url.searchParams.get('text') ?? '').trim().slice(0, TEXT_MOST);
  return { selected, text, ...(await ask(context, query, { filter: { ...selected, text: text || null }, after: url.searchParams.get('after') || null })) };
}

/** Values in the words of the reader: of languages the name, of sectors and offers the word. */
const named = (site: Site, facets: readonly Facet[]): Facet[] =>
  facets.map(({ field, values }) => ({
    field,
    values: values.map((one) => ({
      ...one,
      label:
        field === 'language'
          ? site.format.language(one.value)
          : field === 'offer'
            ? site.t(`professionals.offer.${one.value as 'ADVICE'}`)
            : valueLabel(site, field, one.value, one.label),
    })),
  }));

/** The pool of professionals as far as its reader sees it. It has no files and no feed: who withdraws is nowhere any more. */
export default function Professionals({ loaderData: { selected, text, professionals, viewerEntersPool, viewerProfessional } }: Route.ComponentProps) {
  const site = useSite();
  const { t, i18n, url, viewer, format } = site;
  const labels = t('professionals.filter', { returnObjects: true }) as Record<string, string>;
  const facets = named(site, professionals.facets);
  const active = activeFilters(url, facets, labels);
  const all = withoutFilters(url, ['text', ...fields]);
  const rows = professionals.edges.map(({ node }) => node);
  const { text: textLabel, ...groups } = labels;
  return (
    <div className="list-page">
      <Meta title={t('professionals.title')} description={t('professionals.lead')} canonical="/people" />
      <Trail />
      <PageTitle title={t('professionals.title')} lead={t('professionals.lead')} />
      {url.searchParams.get('done') === 'withdrawn' && (
        <Notice role="status">
          <p>{t('professionals.done.withdrawn')}</p>
        </Notice>
      )}
      {viewerEntersPool && (
        <p className="list-note">
          <a className="button" href="/people/me">
            {t(viewerProfessional ? 'professionals.own' : 'professionals.enter')}
          </a>
        </p>
      )}
      {!viewer && (
        <p className="list-note">
          <Trans
            i18n={i18n}
            t={t}
            i18nKey="professionals.signedOut"
            components={{
              x: (
                <a href="/sign-in?next=%2Fpeople" rel="nofollow">
                  {null}
                </a>
              ),
            }}
          />
        </p>
      )}
      <WithFilters
        filters={
          <Filters facets={facets} labels={groups} selected={selected} keep={[]}>
            <p className="filter filter-typed">
              <label htmlFor="filter-text">{textLabel}</label>
              <input id="filter-text" name="text" defaultValue={text} />
            </p>
          </Filters>
        }
      >
        <Chips active={active} clear={all} />
        <ResultLine
          total={professionals.totalCount}
          noun={t('professionals.noun', { count: professionals.totalCount })}
          active={active.map((one) => one.label)}
          download={false}
        />
        {rows.length > 0 ? (
          <Rows
            rows={rows.map((one) => ({
              url: one.url,
              title: one.name,
              text: [...one.technologies, ...one.tasks, ...one.sectors.map((sector) => t(`vocabulary.sector.${sector as 'HEALTH'}`))].join(', '),
              facts: [
                one.organizations.map(({ shortName }) => shortName).join(', '),
                format.list(one.offers.map((offer) => t(`professionals.offer.${offer}`))),
                one.languages.map((code) => format.language(code)).join(', '),
                one.availability,
              ],
            }))}
          />
        ) : active.length > 0 ? (
          <Empty active={active} all={all}>
            {t('lists.noneFiltered')}
          </Empty>
        ) : (
          <p>{t('professionals.none')}</p>
        )}
        <Pager pageInfo={professionals.pageInfo} />
      </WithFilters>
    </div>
  );
}

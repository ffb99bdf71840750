import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import type { Kind, SearchQuery, Stage as StageValue } from '../graphql/graphql.ts';
import { vocabulary } from '#i18n/en/vocabulary.ts';
import { type ActiveFilter, activeFilters, changed, chosenIn, withoutFilters } from '../ui/address.ts';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { FollowLink } from '../ui/follow-link.tsx';
import { type ListField, listRequest, withoutUnknown } from '../ui/list-request.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { Rows } from '../ui/rows.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { type Site, SiteProvider, useSite } from '../ui/site.tsx';
import { Snippet } from '../ui/snippet.tsx';
import { Stage } from '../ui/stage.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import { labelled, stageOrder, values, word } from '../ui/vocabulary.ts';
import type { Route } from './+types/page';
import { searchQuery } from './query.ts';
import { questionRow } from '../questions/words.ts';
import { Trail } from '../ui/trail.tsx';

const kinds = Object.keys(vocabulary.kinds) as Kind[];
/** The filters beside the kind, in the order in which they are shown. */
const facets = {
  organization: 'open',
  theme: { values: values.theme },
  use: { values: values.use },
  stage: { values: stageOrder },
  platform: 'open',
  region: 'open',
  country: 'open',
  vendor: 'open',
  goal: { numbers: [1, 17] },
} satisfies Record<string, ListField>;

type Search = SearchQuery['search'];
type Hit = Search['edges'][number]['node'];
/** What is close in meaning alone: nothing typed stands in it. */
type CloseHit = Search['close'][number];

/** Whether other catalogues are looked in too: only where somebody says so. */
const alsoForeign = (url: URL) => url.searchParams.get('foreign') === '1';

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  // Control characters mean nothing in a question and cannot be shown.
  const query = (url.searchParams.get('q') ?? '').replace(/\p{Cc}/gu, ' ').trim();
  const asked = listRequest(url, { kind: { values: kinds }, ...facets });
  // Signs alone say nothing.
  if (!/[\p{L}\p{N}]/u.test(query)) return { query, asked, search: null };
  const { kind, ...filter } = asked.selected;
  return {
    query,
    asked,
    ...(await ask(context, searchQuery, {
      query,
      kinds: kind as Kind[] | undefined,
      filter,
      foreign: alsoForeign(url),
      after: asked.after,
      first: asked.after === null,
    })),
  };
}

export default function SearchPage({ loaderData: { query, asked, search } }: Route.ComponentProps) {
  const { t } = useSite();
  return (
    <div className="search-page">
      <Meta title={query ? t('search.titleFor', { query: query.slice(0, 80) }) : t('search.title')} description={t('search.start')} unlisted />
      <Trail />
      <PageTitle title={t('search.title')} lead={query ? undefined : t('search.start')} />
      <SearchForm large query={query} label={t('search.question')} help={query ? undefined : t('search.help')} />
      {!query && (
        <p>
          <a href="/search-terms">{t('search.terms.title')}</a>
        </p>
      )}
      {query && !search && (
        <Notice role="status">
          <p>{t('search.signs', { query: query.slice(0, 80) })}</p>
        </Notice>
      )}
      {search ? <Results query={query} asked={asked} search={search} /> : <Start />}
      {search?.questions && <Asked questions={search.questions} query={query} />}
    </div>
  );
}

/** What people ask each other in these words. */
function Asked({ questions, query }: { questions: NonNullable<Search['questions']>; query: string }) {
  const site = useSite();
  const { t } = site;
  if (questions.totalCount === 0) return null;
  return (
    <section className="near" aria-labelledby="asked">
      <h2 id="asked">{t('questions.found')}</h2>
      <Rows heading="h3" rows={questions.edges.map(({ node }) => questionRow(site, node))} />
      <p>
        <a href={`/questions?${new URLSearchParams({ text: query })}`}>{t('questions.foundAll', { count: questions.totalCount })}</a>
      </p>
    </section>
  );
}

/** Where there is nothing to show, before anything was asked or when nothing was found: the lists. */
function Start() {
  const { t } = useSite();
  return (
    <section className="section" aria-labelledby="browse">
      <h2 id="browse">{t('search.browse')}</h2>
      <ul className="columns plain">
        {(['projects', 'organizations', 'vendors', 'lessons', 'standards', 'risks', 'recommendations', 'goals', 'glossary', 'sources'] as const).map((list) => (
          <li key={list}>
            <a href={`/${list}`}>{t(`nav.${list}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Results({ query, asked, search }: { query: string; asked: ReturnType<typeof listRequest>; search: Search }) {
  const site = useSite();
  const { t, i18n, url, format } = site;
  const labels = Object.fromEntries(Object.keys(facets).map((field) => [field, t(`vocabulary.field.${field}` as 'vocabulary.field.kind')]));
  const unknown = [...asked.unknown, ...search.ignored];
  const address = withoutUnknown(url, unknown);
  address.searchParams.set('q', query);
  const { kind: kindsChosen = [], ...chosen } = asked.selected;
  const selected = chosenIn(search.facets, chosen, search.ignored);
  const named = labelled(site, search.facets);
  const active = activeFilters(address, named, labels);
  const all = withoutFilters(address, Object.keys(labels));
  const kindFacet = { field: 'kind', values: kinds.map((kind) => ({ value: kind, label: word(t, 'kinds', kind), count: 0 })) };
  const suggestion = search.suggestion && search.suggestion !== query ? search.suggestion : null;
  const found = search.edges.map(({ node }) => node);
  return (
    <>
      {search.degraded && (
        <Notice role="status">
          <p>{t('search.simpler')}</p>
        </Notice>
      )}
      <UnknownValues values={unknown} tooMany={asked.tooMany} labels={{ ...labels, kind: t('vocabulary.field.kind'), sort: t('lists.field.sort') }} />
      {(search.ignoredTerms.length > 0 || suggestion) && (
        <Notice>
          {search.ignoredTerms.length > 0 && (
            <p>{t('search.dropped', { count: search.ignoredTerms.length, words: search.ignoredTerms.map((one) => `“${one}”`).join(', ') })}</p>
          )}
          {suggestion && (
            <p>
              <Trans
                i18n={i18n}
                t={t}
                i18nKey="search.suggestion"
                values={{ query: suggestion }}
                components={{ a: <a href={`/search?${new URLSearchParams({ q: suggestion })}`}>{null}</a> }}
              />
            </p>
          )}
        </Notice>
      )}
      {asked.after === null && <UptakePlaces places={search.uptakePlaces} />}
      <KindLinks url={address} counts={search.kinds} chosen={kindsChosen} />
      {found.length === 0 ? (
        <Nothing
          query={query}
          active={activeFilters(address, [...named, kindFacet], { kind: t('vocabulary.field.kind'), ...labels })}
          all={withoutFilters(address, ['kind', ...Object.keys(labels)])}
          close={search.close}
        />
      ) : (
        <SiteProvider value={{ ...site, url: address }}>
          <WithFilters filters={<Filters facets={named} labels={labels} selected={selected} keep={['q', 'kind', 'foreign']} />}>
            <Chips active={active} clear={all} />
            <ResultLine
              total={search.totalCount}
              exact={search.totalIsExact}
              noun={t('search.noun', { count: search.totalCount })}
              detail={
                search.asTypedCount !== null && search.asTypedCount !== undefined && search.asTypedCount > 0 && search.asTypedCount < search.totalCount
                  ? t('search.counts', {
                      count: search.asTypedCount,
                      exact: format.number(search.asTypedCount),
                      near: format.number(search.totalCount - search.asTypedCount),
                    })
                  : undefined
              }
              active={[...kindsChosen.map((kind) => word(t, 'kinds', kind)), ...active.map((one) => one.label)]}
              download={false}
            />
            {!alsoForeign(url) && !kindsChosen.includes('FOREIGN_RECORD') && (
              <>
                <FollowLink
                  url={address.pathname + address.search}
                  name={[t('search.saveName', { query }), ...kindsChosen.map((kind) => word(t, 'kinds', kind)), ...active.map((one) => one.label)].join(', ')}
                />
                <p className="quiet small">
                  <a href={`/search.atom${address.search}`} type="application/atom+xml">
                    {t('list.feed')}
                  </a>
                </p>
              </>
            )}
            <Hits found={found} close={search.close} asTyped={search.asTypedCount ?? null} total={search.totalCount} first={asked.after === null} />
            <Pager pageInfo={search.pageInfo} />
          </WithFilters>
        </SiteProvider>
      )}
    </>
  );
}

/** Pages of the uptake that are meant by what was typed. */
function UptakePlaces({ places }: { places: Search['uptakePlaces'] }) {
  const { t } = useSite();
  if (places.length === 0) return null;
  return (
    <nav className="search-places" aria-label={t('search.uptake.label')}>
      <ul className="plain">
        {places.map((place) => {
          const { recommendation, organization } = place;
          const path = recommendation
            ? `/uptake/${organization ? `${recommendation}/${organization}` : `recommendations/${recommendation}`}`
            : organization
              ? `/uptake/organizations/${organization}`
              : place.overdue
                ? '/uptake/overdue'
                : '/uptake';
          const words = recommendation ? (organization ? 'cell' : 'recommendation') : organization ? 'organization' : place.overdue ? 'overdue' : 'table';
          return (
            <li key={`${place.report} ${path}`}>
              <a href={place.first ? path : `${path}?${new URLSearchParams({ report: place.report })}`}>
                {t(`search.uptake.${words}`, { number: recommendation ?? '', name: place.name ?? '', report: place.symbol })}
              </a>
              {place.title && <span className="quiet small"> {place.title}</span>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Says what left nothing to show: the filters, or the words, in which case the lists are another way. */
function Nothing({ query, active, all, close }: { query: string; active: ActiveFilter[]; all: string; close: CloseHit[] }) {
  const { t } = useSite();
  const short = query.length > 80 ? `${query.slice(0, 80)} …` : query;
  if (active.length > 0)
    return (
      <>
        <Empty title={t('search.noneFiltered', { query: short })} active={active} all={all} />
        <CloseHits found={close} />
      </>
    );
  return (
    <>
      <Empty title={t('search.none', { query: short })}>{t('search.noneHelp')}</Empty>
      <FollowLink url={`/search?${new URLSearchParams({ q: query })}`} name={t('search.saveName', { query })} />
      <CloseHits found={close} />
      <Start />
    </>
  );
}

/** How many of each kind, each a link to these alone. */
function KindLinks({ url, counts, chosen }: { url: URL; counts: Search['kinds']; chosen: string[] }) {
  const { t, format } = useSite();
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  if (total === 0) return null;
  const shown = kinds.flatMap((kind) => counts.filter((one) => one.kind === kind && (one.count > 0 || chosen.includes(kind))));
  return (
    <nav className="search-kinds" aria-label={t('search.kinds')}>
      <ul>
        <li>
          <a href={changed(url, { kind: null })} aria-current={chosen.length === 0 ? 'true' : undefined}>
            {t('search.allKinds')} <span className="count">{format.number(total)}</span>
          </a>
        </li>
        {shown.map(({ kind, count }) => (
          <li key={kind}>
            <a href={changed(url, { kind })} aria-current={chosen.includes(kind) ? 'true' : undefined}>
              {word(t, 'kinds', kind)} <span className="count">{format.number(count)}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={changed(url, { foreign: alsoForeign(url) ? null : '1' })} rel="nofollow">
            {t(alsoForeign(url) ? 'foreignRecords.notAlso' : 'foreignRecords.also')}
          </a>
        </li>
      </ul>
    </nav>
  );
}

type HitsProps = { found: Hit[]; close: CloseHit[]; asTyped: number | null; total: number /** Whether this is the first page. */; first: boolean };

/** What has what was typed, then what is close in meaning, then what is near, each under a heading of its own. */
function Hits({ found, close, asTyped, total, first }: HitsProps) {
  const site = useSite();
  const { t, format } = site;
  const exact = found.filter((hit) => !hit.near);
  const near = found.filter((hit) => hit.near);
  const rows = (hits: Hit[], heading: 'h2' | 'h3') => <Rows heading={heading} rows={hits.map((hit) => hitRow(site, hit))} />;
  const number = total - (asTyped ?? 0);
  const title =
    first && exact.length === 0
      ? t('search.near.none')
      : asTyped === null || !first
        ? t('search.near.more')
        : t('search.near.some', { count: number, number: format.number(number) });
  return (
    <>
      {exact.length > 0 && rows(exact, 'h2')}
      <CloseHits found={close} />
      {near.length > 0 && (
        <section className="near" aria-labelledby="near">
          <h2 id="near">{title}</h2>
          {rows(near, 'h3')}
        </section>
      )}
    </>
  );
}

/** What a service of embeddings holds to be close in meaning; nothing without one, or where it fails. */
function CloseHits({ found }: { found: CloseHit[] }) {
  const site = useSite();
  const { t } = site;
  if (found.length === 0) return null;
  return (
    <section className="near" aria-labelledby="close">
      <h2 id="close">{t('search.close.title')}</h2>
      <p className="quiet">{t('search.close.lead')}</p>
      <Rows heading="h3" rows={found.map((hit) => hitRow(site, { ...hit, matches: [] }))} />
    </section>
  );
}

/** Kind, owner, place and stage of what was found, and why it is here. */
function hitRow(site: Site, hit: CloseHit & Pick<Hit, 'matches'>) {
  const { t, format } = site;
  return {
    url: hit.url,
    title: <Snippet parts={hit.titleParts} />,
    language: hit.language,
    text: hit.snippetParts.length > 0 && <Snippet parts={hit.snippetParts} />,
    facts: [
      t(`searchBox.kind.${hit.kind}`),
      format.list(hit.owners),
      format.list(hit.countries.slice(0, 4).map((code) => format.country(code))),
      hit.stage && <Stage key="stage" stage={hit.stage as StageValue} />,
      hit.theme && word(t, 'theme', hit.theme),
    ],
    reason: why(site, hit),
  };
}

/** Why a record was found: where its words stand, and which of them are not quite those that were typed. */
function why({ t, format }: Pick<Site, 't' | 'format'>, { matches }: Pick<Hit, 'matches'>): string {
  const quoted = (list: Hit['matches']) => [...new Map(list.map((match) => [match.word.toLowerCase(), `“${match.word}”`])).values()].slice(0, 4);
  const seen = new Set<string>();
  const where = (['title', 'keywords', 'summary', 'body'] as const).flatMap((field) => {
    const own = matches.filter((match) => match.field === field && match.how !== 'typo' && match.how !== 'synonym' && !seen.has(match.word.toLowerCase()));
    for (const match of own) seen.add(match.word.toLowerCase());
    const words = quoted(own);
    return words.length > 0 ? [t(`search.because.${field}`, { words: format.list(words) })] : [];
  });
  /** "“a” and “b” are close to what was typed", each word once. */
  const close = (how: 'typo' | 'synonym') => {
    const found = quoted(matches.filter((match) => match.how === how && !seen.has(match.word.toLowerCase())));
    return found.length > 0 && t(`search.${how}`, { count: found.length, words: format.list(found) });
  };
  return [...where, close('typo'), close('synonym')].filter(Boolean).join('; ');
}

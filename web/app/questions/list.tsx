import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import type { QuestionProgress } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { activeFilters, changed, selectedIn, withoutFilters } from '../ui/address.ts';
import { Chips } from '../ui/chips.tsx';
import { WithFilters } from '../ui/columns.tsx';
import { Downloads } from '../ui/downloads.tsx';
import { Empty } from '../ui/empty.tsx';
import { Filters } from '../ui/filters.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { QuietFacts, Rows } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import { Trail } from '../ui/trail.tsx';
import type { Route } from './+types/list';
import { questionRow } from './words.ts';

graphql(/* GraphQL */ `
  fragment QuestionRowParts on Question {
    url
    title
    language
    author {
      name
      organizations {
        shortName
      }
    }
    about {
      title
    }
    progress
    answerCount
    hidden
    activeAt
  }
`);
const query = graphql(/* GraphQL */ `
  query Questions($filter: QuestionFilter, $after: String) {
    viewerAsks
    questions(filter: $filter, after: $after) {
      totalCount
      progress {
        value
        count
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...QuestionRowParts
        }
      }
    }
  }
`);

const progresses = ['UNANSWERED', 'ANSWERED', 'HELPED', 'CLOSED'] as const satisfies readonly QuestionProgress[];
const TEXT_MOST = 200;

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const one = (name: string) => (url.searchParams.get(name) ?? '').replaceAll('\0', '').trim().slice(0, TEXT_MOST);
  const progress = progresses.filter((value) => url.searchParams.getAll('progress').includes(value));
  const [own, reported] = [one('own') === 'yes', one('reported') === 'yes'];
  const filter = { text: one('text') || null, about: one('about') || null, progress, own, reported };
  return { text: one('text'), own, reported, ...(await ask(context, query, { filter, after: url.searchParams.get('after') || null })) };
}

/** The part of the address that files take too. */
const filesOf = (url: URL) => {
  const kept = new URLSearchParams([...url.searchParams].filter(([name, value]) => (name === 'text' || name === 'about') && value !== ''));
  return kept.size > 0 ? `?${kept}` : '';
};

/** What people ask each other, as far as the reader sees it. */
export default function Questions({ loaderData: { text, own, reported, viewerAsks, questions } }: Route.ComponentProps) {
  const site = useSite();
  const { t, i18n, url, viewer } = site;
  const labels = t('questions.filter', { returnObjects: true });
  const facets = [{ field: 'progress', values: questions.progress.map(({ value, count }) => ({ value, label: t(`questions.progress.${value}`), count })) }];
  const active = activeFilters(url, facets, labels);
  const all = withoutFilters(url, ['text', 'progress', 'about', 'own', 'reported']);
  const about = url.searchParams.get('about');
  const moderates = viewer?.memberships.some(({ role }) => ['SECRETARIAT', 'ADMINISTRATOR', 'PUBLISHER'].includes(role)) ?? false;
  const narrowing = (name: 'own' | 'reported', chosen: boolean, words: string) =>
    chosen ? (
      <b key={name}>{words}</b>
    ) : (
      <a key={name} href={changed(url, { own: null, reported: null, [name]: 'yes' })}>
        {words}
      </a>
    );
  return (
    <div className="list-page">
      <Meta title={t('questions.title')} description={t('questions.lead')} canonical="/questions" />
      <Trail />
      <PageTitle title={t('questions.title')} lead={t('questions.lead')} />
      {viewerAsks && (
        <p className="list-note">
          <a className="button" href={about ? `/questions/new?${new URLSearchParams({ about })}` : '/questions/new'}>
            {t('questions.ask')}
          </a>
        </p>
      )}
      {!viewer && (
        <p className="list-note">
          <Trans
            i18n={i18n}
            t={t}
            i18nKey="questions.signedOut"
            components={{
              x: (
                <a href={`/sign-in?${new URLSearchParams({ next: url.pathname + url.search })}`} rel="nofollow">
                  {null}
                </a>
              ),
            }}
          />
        </p>
      )}
      <WithFilters
        filters={
          <Filters facets={facets} labels={{ progress: labels.progress }} selected={selectedIn(url, ['progress'])} keep={['about', 'own', 'reported']}>
            <p className="filter filter-typed">
              <label htmlFor="filter-text">{labels.text}</label>
              <input id="filter-text" name="text" defaultValue={text} />
            </p>
          </Filters>
        }
      >
        {viewerAsks && (
          <QuietFacts
            items={[
              (own || reported) && (
                <a key="all" href={changed(url, { own: null, reported: null })}>
                  {t('questions.all')}
                </a>
              ),
              narrowing('own', own, t('questions.own')),
              moderates && narrowing('reported', reported, t('questions.waiting')),
            ]}
          />
        )}
        <Chips active={active} clear={all} />
        <ResultLine
          total={questions.totalCount}
          noun={t('questions.noun', { count: questions.totalCount })}
          active={active.map((one) => one.label)}
          download={false}
        />
        <Downloads
          label={t('questions.files')}
          files={[
            { label: 'JSON', href: `/questions.json${filesOf(url)}` },
            { label: t('questions.feed'), href: `/questions.atom${filesOf(url)}`, internal: false },
          ]}
        />
        {questions.edges.length > 0 ? (
          <Rows rows={questions.edges.map(({ node }) => questionRow(site, node))} />
        ) : active.length > 0 || own || reported ? (
          <Empty active={active} all={all}>
            {t('lists.noneFiltered')}
          </Empty>
        ) : (
          <p>{t('questions.none')}</p>
        )}
        <Pager pageInfo={questions.pageInfo} />
      </WithFilters>
    </div>
  );
}

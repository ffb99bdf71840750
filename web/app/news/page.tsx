import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { NewsPageQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { questionRow } from '../questions/words.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/page';

const query = graphql(/* GraphQL */ `
  query NewsPage {
    news {
      since
      marked
      upTo
      count
      items {
        added
        at
        why
        record {
          title
          url
          kind
          language
          summaryText
        }
      }
      questions {
        edges {
          node {
            ...QuestionRowParts
          }
        }
      }
    }
  }
`);
const markSeen = graphql(/* GraphQL */ `
  mutation MarkSeen($upTo: String!) {
    markSeen(upTo: $upTo) {
      __typename
      ...FieldFaults
    }
  }
`);
const forgetVisit = graphql(/* GraphQL */ `
  mutation ForgetVisit {
    forgetVisit
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const { news } = await ask(context, query, {});
  if (!news) throw httpError(context, 403);
  return news;
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  if (form.get('intent') === 'forget') {
    await ask(context, forgetVisit, {});
    return redirect('/new?done=forgotten', 303);
  }
  const { markSeen: result } = await ask(context, markSeen, { upTo: String(form.get('upTo') ?? '') });
  return result.__typename === 'InvalidInput' ? data({ faults: result.fields }, { status: 400 }) : redirect('/new?done=seen', 303);
}

type Item = NonNullable<NewsPageQuery['news']>['items'][number];

/** What is new since the person last said that they have seen what is new. Looking at it notes nothing. */
export default function NewsPage({ loaderData: { since, marked, upTo, count, items, questions } }: Route.ComponentProps) {
  const site = useSite();
  const { t, url, format } = site;
  const doneWords = t('news.done', { returnObjects: true }) as Record<string, string>;
  const done = doneWords[url.searchParams.get('done') ?? ''];
  const day = since.slice(0, 10);
  const rows = (some: Item[]) =>
    some.flatMap(({ record, at, why }) =>
      record
        ? [
            {
              url: record.url,
              title: record.title,
              language: record.language,
              text: record.summaryText,
              facts: [t(`searchBox.kind.${record.kind}`), format.date(at.slice(0, 10))],
              ...(why.length > 0 ? { reason: t('news.why', { what: why.join('; ') }) } : {}),
            },
          ]
        : [],
    );
  const parts = [
    ['followed', rows(items.filter(({ why }) => why.length > 0))],
    ['added', rows(items.filter(({ why, added }) => why.length === 0 && added))],
    ['changed', rows(items.filter(({ why, added }) => why.length === 0 && !added))],
    ['questions', questions.edges.map(({ node }) => questionRow(site, node))],
  ] as const;
  const some = parts.filter(([, all]) => all.length > 0);
  return (
    <>
      <Meta title={t('news.title')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('news.title')} lead={marked ? t('news.lead', { day: format.date(day), time: since.slice(11, 16) }) : t('news.leadFirst')} />
      {done && (
        <Notice role="status">
          <p>{done}</p>
        </Notice>
      )}
      {some.length === 0 && <p>{t('news.none')}</p>}
      {count > items.length && <p className="quiet">{t('news.more', { count })}</p>}
      {some.map(([name, all]) => (
        <Section key={name} id={name} title={t(`news.${name}`)}>
          <Rows rows={all} heading="h3" />
        </Section>
      ))}
      <p className="section">
        <a href={`/uptake/changes?since=${day}`}>{t('news.uptake')}</a>
      </p>
      <form method="post" action="/new">
        <input type="hidden" name="upTo" value={upTo} />
        <p className="field-help">{t('news.seenHelp')}</p>
        <p className="instrument-buttons">
          <button type="submit" name="intent" value="seen">
            {t('news.seen')}
          </button>{' '}
          {marked && (
            <button type="submit" name="intent" value="forget" className="button-quiet">
              {t('news.forget')}
            </button>
          )}
        </p>
      </form>
    </>
  );
}

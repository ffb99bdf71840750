import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import { readRun, runAddress } from './request.ts';
import type { Route } from './+types/start';

const query = graphql(/* GraphQL */ `
  query InstrumentStart($instrument: String!, $edition: String) {
    instrument(instrument: $instrument, edition: $edition) {
      instrument
      edition
      title
      total
      organization
      changes
      publishedAt
      withdrawnAt
      withdrawnReason
      hash
      summary {
        ...StatementParts
      }
      layers {
        id
        number
        title
        text {
          ...StatementParts
        }
      }
      groups {
        id
        layer
        title
        questions
      }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const run = readRun(new URL(request.url).searchParams);
  return { run, edition: orNotFound(context, (await ask(context, query, { instrument: params.instrument, edition: run.edition })).instrument) };
}

export default function InstrumentStart({ loaderData: { edition, run } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const at = (page: string) => runAddress(edition.instrument, page, run);
  const first = edition.groups[0]?.id ?? 'outcome';
  return (
    <>
      <Meta title={edition.title} description={edition.summary.text} canonical={`/decide/${edition.instrument}`} unlisted={run.answers.length > 0} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('instruments.title'), url: '/decide' },
        ]}
      />
      <PageTitle
        title={edition.title}
        kind={[t('instruments.edition', { edition: edition.edition }), edition.organization && t('instruments.of', { organization: edition.organization })]
          .filter(Boolean)
          .join(' ')}
      />
      <div className="prose">
        <Statement statement={edition.summary} />
        {edition.changes && (
          <p>
            <b>{t('instruments.start.changes')}</b> {edition.changes}
          </p>
        )}
        <p className="quiet">{t('instruments.start.how', { count: edition.total })}</p>
        {edition.withdrawnAt ? (
          <Notice>
            <p>
              {t('editions.withdrawn', { day: format.date(edition.withdrawnAt.slice(0, 10)), reason: edition.withdrawnReason ?? '' })}{' '}
              <a href={`/decide/${edition.instrument}`}>{t('instruments.start.newest')}</a>
            </p>
          </Notice>
        ) : (
          <p>
            <a className="button" href={at(first)}>
              {t('instruments.start.begin')}
            </a>
          </p>
        )}
      </div>
      <ol className="instrument-layers">
        {edition.layers.map((layer) => (
          <li key={layer.id}>
            <h2>
              <span className="quiet">{t('instruments.layer', { number: layer.number })}</span> {layer.title}
            </h2>
            <Statement statement={layer.text} />
            <ul className="quiet-facts">
              {edition.groups
                .filter((group) => group.layer === layer.id)
                .map((group) => (
                  <li key={group.id}>
                    <a href={at(group.id)}>{group.title}</a> <span className="quiet">{t('instruments.questions', { count: group.questions.length })}</span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

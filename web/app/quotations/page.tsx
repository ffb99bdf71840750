import { Fragment } from 'react';
import { ask } from '../api.server.ts';
import { fieldLabel } from '../contributions/shown.tsx';
import { graphql } from '../graphql/index.ts';
import type { CitePageQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Certainty } from '../ui/certainty.tsx';
import { citationLabel } from '../ui/citation-label.ts';
import { Facts } from '../ui/facts.tsx';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/page';

/** Characters that the API takes. */
const MOST = 1_500;

const query = graphql(`
  query CitePage($text: String!) {
    quotation(text: $text) {
      complete
      places {
        kind
        title
        recordUrl
        path
        text
        stands
        url
        asAt
        certainty
        note
        citations {
          place
          url
          source {
            title
            symbol
          }
        }
        versions {
          number
          url
          hash
          createdAt
          live
        }
      }
    }
  }
`);
type Place = CitePageQuery['quotation']['places'][number];

export async function loader({ request, context }: Route.LoaderArgs) {
  const text = (new URL(request.url).searchParams.get('text') ?? '').trim();
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).length;
  const fault = text === '' ? null : text.length > MOST ? ('TOO_LONG' as const) : words < 3 ? ('QUOTATION_SHORT' as const) : null;
  const answer = text === '' || fault ? null : await ask(context, query, { text });
  return { text, fault, quotation: answer?.quotation ?? null };
}

/** Whether a sentence stands in the library, or ever stood there: where, on what, and in which versions. */
export default function CitePage({ loaderData: { text, fault, quotation } }: Route.ComponentProps) {
  const { t } = useSite();
  const message = fault && t(`faults.${fault}`, { max: MOST });
  const stands = quotation?.places.some((place) => place.stands);
  return (
    <>
      <Meta title={t('quotations.title')} description={t('quotations.lead')} canonical="/cite" unlisted={text !== ''} />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('quotations.title')} lead={t('quotations.lead')} />
      <ErrorSummary errors={message ? [{ name: 'text', message }] : []} />
      <form method="get" action="/cite" className="section">
        <TextArea name="text" label={t('quotations.text')} help={t('quotations.help')} value={text} error={message} rows={4} />
        <button type="submit">{t('quotations.look')}</button>
      </form>
      {quotation && (
        <div role="status">
          <Notice>
            <p>
              <strong>{t(quotation.places.length === 0 ? 'quotations.never' : stands ? 'quotations.stands' : 'quotations.stood')}</strong>
            </p>
            {quotation.places.length === 0 && (
              <p>
                {t('quotations.neverMeans')} <a href={`/search?${new URLSearchParams({ q: text.slice(0, 200) })}`}>{t('quotations.search')}</a>
              </p>
            )}
            {!quotation.complete && <p>{t('quotations.notAll')}</p>}
          </Notice>
        </div>
      )}
      {quotation?.places.map((place, index) => (
        <FoundPlace key={`${place.url} ${place.path}`} place={place} id={`place-${index + 1}`} />
      ))}
      {quotation && (
        <p className="small">
          <a href={`/cite.json?${new URLSearchParams({ text })}`}>{t('quotations.json')}</a>
        </p>
      )}
    </>
  );
}

function FoundPlace({ place, id }: { place: Place; id: string }) {
  const { t, format, url } = useSite();
  const { versions } = place;
  const [newest, oldest] = [versions[0], versions.at(-1)];
  const field = place.path.split('.').find((part) => !/^\d+$/.test(part)) ?? place.path;
  return (
    <Section id={id} title={place.title}>
      <blockquote>{place.text}</blockquote>
      <Facts
        items={[
          { label: t('quotations.state'), value: t(place.stands ? 'quotations.standsHere' : 'quotations.stoodHere') },
          { label: t('quotations.record'), value: place.recordUrl ? <a href={place.recordUrl}>{place.title}</a> : t('quotations.gone') },
          { label: t('quotations.field'), value: fieldLabel(t, field) },
          {
            label: t('quotations.source'),
            value:
              place.citations.length === 0 ? null : (
                <ul className="plain">
                  {place.citations.map((citation) => (
                    <li key={citation.url}>
                      <a href={citation.url}>
                        {citation.source.symbol ?? citation.source.title}, {citationLabel(citation.place, t)}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: t('quotations.asAt'), value: place.asAt ? format.date(place.asAt) : null },
          ...(place.certainty
            ? [
                {
                  label: t('quotations.certainty'),
                  value:
                    place.certainty === 'STATED' ? (
                      t('quotations.stated')
                    ) : (
                      <Fragment>
                        <Certainty is={place.certainty} /> {place.note}
                      </Fragment>
                    ),
                },
              ]
            : []),
          { label: t('quotations.address'), value: <a href={place.url}>{new URL(place.url, url).href}</a> },
          {
            label: t('quotations.versions', { count: versions.length }),
            value: (
              <ul className="plain">
                {versions.map((version) => (
                  <li key={version.number}>
                    <a href={version.url}>{t('contributions.history.version', { number: version.number })}</a>, {format.date(version.createdAt.slice(0, 10))}
                    {version.live && <span className="quiet small"> {t('contributions.history.live')}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
          ...(newest ? [{ label: t('quotations.hash', { number: newest.number }), value: <code className="hash">{newest.hash}</code> }] : []),
        ]}
      />
      {oldest && newest !== oldest && <p className="quiet small">{t('quotations.since', { date: format.date(oldest.createdAt.slice(0, 10)) })}</p>}
    </Section>
  );
}

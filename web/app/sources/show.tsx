import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { SourcePageQuery } from '../graphql/graphql.ts';
import { Asked } from '../ui/asked.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Certainty } from '../ui/certainty.tsx';
import { Facts } from '../ui/facts.tsx';
import { FollowLink } from '../ui/follow-link.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { Contents } from '../ui/contents.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { citationLabel } from '../ui/citation-label.ts';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/show';
import { sourceJsonLd } from './json-ld.ts';
import { readPlace } from './place.ts';
import { RecordLink } from '../ui/record-link.tsx';

const query = graphql(/* GraphQL */ `
  query SourcePage($slug: String!, $paragraph: Int, $number: Int!, $place: String, $withResting: Boolean!) {
    source(slug: $slug) {
      url
      title
      symbol
      author
      date
      address
      about
      isReport
      asked {
        ...AskedParts
      }
      statements {
        ...StatementParts
      }
      slips {
        where
        says
        holds
      }
      uncertainties
      citedPlaces {
        place
        paragraph
        count
      }
      paragraph(number: $number) {
        number
        text
      }
      citedBy(paragraph: $paragraph, place: $place) @include(if: $withResting) {
        field
        statement
        place
        asAt
        certainty
        record {
          kind
          title
          language
          url
        }
      }
    }
  }
`);

type Source = NonNullable<SourcePageQuery['source']>;
type Resting = NonNullable<Source['citedBy']>;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = readPlace(new URL(request.url));
  const { source } = await ask(context, query, {
    slug: params.slug,
    paragraph: asked.paragraph,
    number: asked.paragraph ?? 0,
    place: asked.place,
    withResting: asked.paragraph !== null || asked.place !== null,
  });
  return { source: orNotFound(context, source), asked };
}

/** The anchor of a place: para-158 for a paragraph. */
const anchorOf = ({ place, paragraph }: { place: string; paragraph: number | null }) =>
  paragraph ? `para-${paragraph}` : `place-${place.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

const placeAddress = (place: string) => `?${new URLSearchParams({ place })}#${anchorOf({ place, paragraph: null })}`;
/** Some places, such as "abbreviations", are written small in a citation. */
const sentence = (place: string) => place.charAt(0).toUpperCase() + place.slice(1);

export default function SourcePage({ loaderData: { source, asked } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const { citedPlaces } = source;
  const total = citedPlaces.reduce((sum, { count }) => sum + count, 0);
  // Sub-paragraphs, such as para 164(b), are read with their paragraph.
  const paragraphs = new Map<number, number>();
  for (const { paragraph, count } of citedPlaces) if (paragraph) paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? 0) + count);
  const others = citedPlaces.filter(({ paragraph }) => !paragraph).sort((a, b) => a.place.localeCompare(b.place, 'en', { numeric: true }));
  const notes = others.flatMap(({ place, count }) => {
    const [, number] = /^fn (\d+)$/.exec(place) ?? [];
    return number ? [{ place, number, count }] : [];
  });
  const named = others.filter(({ place }) => !notes.some((note) => note.place === place));
  const held = [
    'glance' as const,
    ...(source.statements.length > 0 ? ['statements' as const] : []),
    'resting' as const,
    ...(source.slips.length > 0 ? ['slips' as const] : []),
    ...(source.uncertainties.length > 0 ? ['uncertainties' as const] : []),
  ];
  const chosen = asked.paragraph !== null ? t('sources.para', { number: asked.paragraph }) : asked.place && citationLabel(asked.place, t);
  return (
    <>
      <Meta
        title={chosen ? `${source.symbol ?? source.title}, ${chosen}` : source.title}
        description={source.about}
        canonical={source.url}
        type="article"
        jsonLd={sourceJsonLd(source, url)}
      />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('sources.title'), url: '/sources' },
          ...(chosen ? [{ label: source.symbol ?? source.title, url: source.url }] : []),
        ]}
      />
      {chosen ? (
        <PageTitle
          title={asked.paragraph === null ? sentence(chosen) : t('sources.paragraph', { number: asked.paragraph })}
          kind={source.symbol ?? source.title}
          lead={source.symbol ? source.title : undefined}
        />
      ) : (
        <PageTitle title={source.title} kind={source.symbol ?? t('sources.kind')} lead={source.about} />
      )}
      {asked.unknown.map((value) => (
        <Notice key={value} role="status">
          <p>{t('sources.unknown', { value: value.length > 60 ? `${value.slice(0, 60)} …` : value })}</p>
        </Notice>
      ))}
      {chosen && <Chosen source={source} asked={asked} name={chosen} />}
      {!chosen && held.length > 2 && <Contents items={held.map((id) => ({ id, title: t(`sources.${id}`) }))} />}
      {!chosen && (
        <Section id="glance" title={t('sources.glance')}>
          <Facts
            items={[
              { label: t('sources.symbol'), value: source.symbol },
              { label: t('sources.author'), value: source.author },
              { label: t('sources.date'), value: source.date ? format.date(source.date) : null },
              { label: t('sources.address'), value: source.address ? <a href={source.address}>{new URL(source.address).hostname}</a> : null },
            ]}
          />
          <FollowLink url={source.url} />
        </Section>
      )}
      {!chosen && source.statements.length > 0 && (
        <Section id="statements" title={t('sources.statements')}>
          <div className="prose">
            {source.statements.map((statement) => (
              <Statement key={statement.text} statement={statement} />
            ))}
          </div>
        </Section>
      )}
      {!chosen && (
        <Section id="resting" title={t('sources.resting')}>
          {total === 0 ? (
            <p>{t('sources.none')}</p>
          ) : (
            <p>
              {t('sources.restingLead', {
                count: total,
                statements: format.number(total),
                places: t('sources.places', { count: paragraphs.size + others.length }),
              })}
            </p>
          )}
          {paragraphs.size > 0 && (
            <>
              <h3>{t('sources.paragraphs')}</h3>
              <ul className="places">
                {[...paragraphs].map(([number, count]) => (
                  <li key={number} id={`para-${number}`}>
                    <a href={`?paragraph=${number}#para-${number}`} title={t('sources.counted', { count })}>
                      {number}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {notes.length > 0 && (
            <>
              <h3>{t('sources.footnotes')}</h3>
              <ul className="places">
                {notes.map(({ place, number, count }) => (
                  <li key={place} id={anchorOf({ place, paragraph: null })}>
                    <a href={placeAddress(place)} title={t('sources.counted', { count })}>
                      {number}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {named.length > 0 && (
            <>
              {paragraphs.size > 0 && <h3>{t('sources.otherPlaces')}</h3>}
              <ul className="plain columns wide">
                {named.map(({ place, count }) => (
                  <li key={place} id={anchorOf({ place, paragraph: null })}>
                    <a href={placeAddress(place)}>{sentence(place)}</a> <span className="quiet small">{t('sources.counted', { count })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
      {!chosen && source.slips.length > 0 && <Slips slips={source.slips} />}
      {!chosen && source.uncertainties.length > 0 && (
        <Section id="uncertainties" title={t('sources.uncertainties')}>
          <ul>
            {source.uncertainties.map((uncertainty) => (
              <li key={uncertainty}>{uncertainty}</li>
            ))}
          </ul>
        </Section>
      )}
      {!chosen && <Asked asked={source.asked} url={source.url} />}
    </>
  );
}

/** One place of the source: its text where that was loaded, and beside it every statement that rests on it. */
function Chosen({ source, asked, name }: { source: Source; asked: { paragraph: number | null; place: string | null }; name: string }) {
  const { t } = useSite();
  const { paragraph } = asked;
  const neighbours = paragraph !== null && source.isReport;
  return (
    <>
      <div id={anchorOf({ place: asked.place ?? '', paragraph })} className={source.paragraph ? 'beside-text' : undefined}>
        {source.paragraph && (
          <Section id="text" title={t('sources.text', { number: source.paragraph.number })}>
            <blockquote cite={source.address ?? undefined}>
              {source.paragraph.text.split('\n').map((line, index) => (
                <p key={index}>{line}</p>
              ))}
            </blockquote>
            <p className="small quiet">{t('sources.textQuoted')}</p>
          </Section>
        )}
        <Section id="rests" title={t('sources.at', { place: name })}>
          {neighbours && !source.paragraph && <p className="small quiet">{t('sources.textMissing')}</p>}
          <RestingList resting={source.citedBy ?? []} name={name} chosen={asked.place ?? `para ${paragraph}`} />
        </Section>
      </div>
      <nav className="pager" aria-label={t('sources.neighbours')}>
        {neighbours && paragraph > 1 && (
          <a href={`?paragraph=${paragraph - 1}#para-${paragraph - 1}`} rel="prev">
            {t('sources.previous', { number: paragraph - 1 })}
          </a>
        )}
        <a href={source.url}>{t('sources.all')}</a>
        {neighbours && paragraph < 300 && (
          <a className="pager-next" href={`?paragraph=${paragraph + 1}#para-${paragraph + 1}`} rel="next">
            {t('sources.next', { number: paragraph + 1 })}
          </a>
        )}
      </nav>
    </>
  );
}

function RestingList({ resting, name, chosen }: { resting: Resting; name: string; chosen: string }) {
  const { t, format } = useSite();
  if (resting.length === 0) return <p>{t('sources.nothingAt', { place: name })}</p>;
  // Statements of one record stand together under its title.
  const records = new Map<string, { record: Resting[number]['record']; own: Resting }>();
  for (const one of resting) {
    const entry = records.get(one.record.url) ?? { record: one.record, own: [] };
    if (!entry.own.some(({ statement, place }) => statement === one.statement && place === one.place)) entry.own.push(one);
    records.set(one.record.url, entry);
  }
  return (
    <ul className="rows">
      {[...records.values()].map(({ record, own }) => (
        <li className="row" key={record.url}>
          <h3 className="row-title">
            <RecordLink to={record} />
          </h3>
          <QuietFacts items={[t(`searchBox.kind.${record.kind}`)]} />
          {own
            .filter(({ statement }) => statement !== '' && statement !== record.title)
            .map(({ field, statement, place, asAt, certainty }) => (
              <div key={`${field} ${place}`}>
                <p className="row-text">
                  <Said field={field} statement={statement} /> <Certainty is={certainty} />
                </p>
                <QuietFacts items={[place === chosen ? null : citationLabel(place, t), asAt ? `${t('source.asAt')} ${format.date(asAt)}` : null]} />
              </div>
            ))}
        </li>
      ))}
    </ul>
  );
}

/** The fields whose statement is a bare value: it says little without what it is. */
const valueFields = [
  'platforms',
  'access',
  'consensus',
  'countries',
  'title',
  'status',
  'addressee',
  'deadline',
  'impact',
  'participants',
  'engagements',
  'figures',
] as const;

function Said({ field, statement }: { field: string; statement: string }) {
  const { t, format } = useSite();
  const name = valueFields.find((one) => field.split('.').includes(one));
  if (!name) return statement;
  const value =
    name === 'access'
      ? t(`vocabulary.access.${statement as 'PUBLIC'}`, { defaultValue: statement })
      : name === 'status'
        ? t(`vocabulary.standardStatus.${statement as 'PUBLISHED'}`, { defaultValue: statement })
        : name === 'countries' && /^[A-Z]{2}$/.test(statement)
          ? format.country(statement)
          : name === 'engagements'
            ? statement.replace(/^[a-z0-9-]+: /, '')
            : statement;
  return (
    <>
      <span className="quiet">{t(`sources.value.${name}`)}:</span> {value}
    </>
  );
}

function Slips({ slips }: { slips: Source['slips'] }) {
  const { t } = useSite();
  return (
    <Section id="slips" title={t('sources.slips')}>
      <div className="scroll">
        <table className="table stacked">
          <caption className="hidden">{t('sources.slipsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sources.where')}</th>
              <th scope="col">{t('sources.says')}</th>
              <th scope="col">{t('sources.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {slips.map(({ where, says, holds }) => (
              <tr key={where}>
                <th scope="row">{where}</th>
                <td data-answer={t('sources.says')}>{says}</td>
                <td data-answer={t('sources.holds')}>{holds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

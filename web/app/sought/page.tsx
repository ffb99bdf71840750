import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/page';

const query = graphql(/* GraphQL */ `
  query SoughtPage {
    sought {
      days
      least
      wordsDays
      searches
      nothing
      words {
        words
        days
        lastOn
      }
      read {
        reads
        record {
          title
          url
          language
          kind
        }
      }
      reused {
        total
        cites
        answers
        lists
        record {
          title
          url
          language
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return (await ask(context, query, {})).sought;
}

/** Sums of what is sought and read, for those who write. */
export default function SoughtPage({ loaderData: { days, least, wordsDays, searches, nothing, words, read, reused } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const [ofWords, ofRead, ofReused] = [
    t('sought.wordsColumns', { returnObjects: true }),
    t('sought.readColumns', { returnObjects: true }),
    t('sought.reusedColumns', { returnObjects: true }),
  ];
  return (
    <>
      <Meta title={t('sought.title')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('sought.title')} lead={t('sought.lead', { days })} />
      <p className="quiet small">{t('sought.how', { least, days: wordsDays })}</p>
      <QuietFacts items={[t('sought.searches', { count: searches, shown: format.number(searches) }), t('sought.nothing', { shown: format.number(nothing) })]} />
      <Section id="words" title={t('sought.words')}>
        {words.length === 0 ? (
          <p className="quiet">{t('sought.wordsNone')}</p>
        ) : (
          <ResponsiveTable
            caption={t('sought.wordsBy')}
            columns={[ofWords.words, ofWords.days, ofWords.last]}
            rows={words.map((one) => ({
              key: one.words,
              cells: [
                <a key="words" href={`/search?${new URLSearchParams({ q: one.words })}`}>
                  {one.words}
                </a>,
                format.number(one.days),
                format.date(one.lastOn),
              ],
            }))}
          />
        )}
      </Section>
      <Section id="read" title={t('sought.read')}>
        {read.length === 0 ? (
          <p className="quiet">{t('sought.readNone')}</p>
        ) : (
          <ResponsiveTable
            caption={t('sought.readBy')}
            columns={[ofRead.entry, ofRead.kind, ofRead.reads]}
            rows={read.flatMap(({ record, reads }) =>
              record ? [{ key: record.url, cells: [<RecordLink key="entry" to={record} />, t(`searchBox.kind.${record.kind}`), format.number(reads)] }] : [],
            )}
          />
        )}
      </Section>
      <Section id="reused" title={t('sought.reused')}>
        {reused.length === 0 ? (
          <p className="quiet">{t('sought.reusedNone')}</p>
        ) : (
          <ResponsiveTable
            caption={t('sought.reusedBy')}
            columns={[ofReused.lesson, ofReused.total, ofReused.cites, ofReused.answers, ofReused.lists]}
            rows={reused.flatMap(({ record, ...sums }) =>
              record
                ? [
                    {
                      key: record.url,
                      cells: [<RecordLink key="lesson" to={record} />, ...[sums.total, sums.cites, sums.answers, sums.lists].map((sum) => format.number(sum))],
                    },
                  ]
                : [],
            )}
          />
        )}
      </Section>
    </>
  );
}

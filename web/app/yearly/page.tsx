import { ask, httpError } from '../api.server.ts';
import type { YearReportQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { share } from '../ui/bar-chart.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Downloads } from '../ui/downloads.tsx';
import { Figure } from '../ui/figure.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/page';

const query = graphql(`
  query YearReport($year: Int!) {
    yearReport(year: $year) {
      year
      day
      title
      basis
      sections {
        title
        sentences {
          before
          after
          figure {
            count
            url
          }
        }
        table {
          title
          columns
          rows {
            label
            change
            figures {
              count
              url
            }
          }
        }
      }
    }
  }
`);
type Report = NonNullable<YearReportQuery['yearReport']>;
type Table = NonNullable<Report['sections'][number]['table']>;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { yearReport } = /^\d{4}$/.test(params.year) ? await ask(context, query, { year: Number(params.year) }) : { yearReport: null };
  if (!yearReport) throw httpError(context, 404);
  return yearReport;
}

/** "Blockchain in the United Nations system" of a year: each number leads to the entries that it counts. It prints as it stands. */
export default function YearReportPage({ loaderData: { year, day, title, basis, sections } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <>
      <Meta title={title} description={basis} canonical={`/reports/${year}`} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('overview.title'), url: '/overview' },
        ]}
      />
      <PageTitle title={title} lead={basis} />
      <Downloads label={t('year.files')} files={[{ label: 'DOCX', href: `/reports/${year}.docx`, internal: false }]} />
      <p className="quiet small">{t('year.print')}</p>
      {sections.map((section, index) => (
        <Section key={section.title} id={`part-${index + 1}`} title={section.title}>
          {section.sentences.map(({ before, after, figure }) => (
            <p key={before}>
              {before}
              {figure && <a href={figure.url}>{format.number(figure.count)}</a>}
              {after}
            </p>
          ))}
          {section.table && <YearChart table={section.table} day={day} />}
        </Section>
      ))}
      <p>
        <a href={`/reports/${year - 1}`}>{t('year.other', { year: String(year - 1) })}</a>
      </p>
    </>
  );
}

/** The last number of each row as a bar, and the whole as a table, each number with the way to its entries. */
function YearChart({ table: { title, columns, rows }, day }: { table: Table; day: string }) {
  const { t, format } = useSite();
  const most = Math.max(1, ...rows.map(({ figures }) => figures.at(-1)?.count ?? 0));
  const link = ({ count, url }: { count: number; url: string }) => (
    <a key={url} href={url}>
      {format.number(count)}
    </a>
  );
  return (
    <Figure
      open
      title={title}
      source={t('year.source', { date: format.date(day) })}
      table={{
        columns,
        rows: rows.map(({ label, figures, change }) => ({
          key: label,
          cells: [label, ...figures.map(link), ...(change === null ? [] : [change > 0 ? `+${format.number(change)}` : format.number(change)])],
        })),
      }}
    >
      <ul className="bars">
        {rows.map(({ label, figures, change }) => {
          const last = figures.at(-1);
          return (
            last && (
              <li key={label}>
                <span className="bar-label">
                  <a href={last.url}>{label}</a>
                </span>
                <span className="bar-line">
                  <svg className="bar" width={share(last.count, most)} aria-hidden="true">
                    <rect width="100%" height="100%" />
                  </svg>
                  <span className="bar-value">
                    {format.number(last.count)}
                    {change !== null && change !== 0 && (
                      <span className="quiet small"> {t(change > 0 ? 'year.more' : 'year.fewer', { count: Math.abs(change) })}</span>
                    )}
                  </span>
                </span>
              </li>
            )
          );
        })}
      </ul>
    </Figure>
  );
}

import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeByQuery, UptakeDimension } from '../graphql/graphql.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/by';
import { type CountsRow, CountsTable, figures, sumOf } from './counts-table.tsx';
import { DemoNotice, DocumentsNotice, Files, Foot, From, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { momentVariables } from './query.ts';
import { addressesFrom, isKey, momentRequest, type To } from './request.ts';
import { dimensions } from './values.ts';

const query = graphql(/* GraphQL */ `
  query UptakeBy($by: UptakeDimension!, $report: String, $allReports: Boolean, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $organization: String, $slug: String!, $one: Boolean!) {
    uptakeReports {
      ...ReportParts
    }
    organization(slug: $slug) @include(if: $one) {
      shortName
    }
    uptakeBy(by: $by, organization: $organization, report: $report, allReports: $allReports, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      at
      rows {
        key
        label
        slug
        at
        demo
        counts {
          ...CountsParts
        }
      }
      total {
        ...CountsParts
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const asked = momentRequest(url);
  const word = url.searchParams.get('by') ?? '';
  const by = dimensions.find((one) => one === word.toUpperCase()) ?? 'RECOMMENDATION';
  const unknown = [...asked.unknown];
  if (word && by !== word.toUpperCase()) unknown.push({ field: 'by', value: word });
  const wanted = url.searchParams.get('organization') || null;
  const ofOne = (slug: string | null) => ({ organization: slug, slug: slug ?? '', one: slug !== null });
  const variables = { ...momentVariables(asked), by, allReports: by === 'REPORT', ...ofOne(wanted && isKey(wanted) ? wanted : null) };
  let data = await ask(context, query, variables);
  let { report } = asked;
  if (wanted && !data.organization) {
    unknown.push({ field: 'organization', value: wanted });
    Object.assign(variables, ofOne(null));
    data = await ask(context, query, variables);
  }
  if (report && !data.uptakeReports.some((one) => one.key === report || one.url.endsWith(`/${report}`))) {
    unknown.push({ field: 'report', value: report });
    report = null;
    data = await ask(context, query, { ...variables, report });
  }
  return { ...data, by, slug: variables.organization, asked: { ...asked, report, unknown } };
}

export default function UptakeBy({ loaderData: { by, slug, organization, asked, uptakeReports: reports, uptakeBy: grouping } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const anyone = addressesFrom(url, asked.unknown);
  // All that leads on from the page of one organization stays with it.
  const to: To = (path, more) => anyone(path, slug ? { organization: slug, ...more } : more);
  const title = organization ? t('uptake.by.titleOf', { name: organization.shortName }) : t('uptake.by.title');
  const report = reports.find((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`)) ?? reports[0];
  const rows = grouping.rows.map(
    (row): CountsRow => ({ key: row.key, label: <Label by={by} row={row} slug={slug} to={anyone} />, counts: row.counts, behind: behind(by, row, to) }),
  );
  const total: CountsRow | null = grouping.total
    ? { key: 'total', label: t('uptake.by.total'), counts: grouping.total, behind: by === 'REPORT' ? null : (filter) => to('/uptake/entries', filter) }
    : null;
  return (
    <>
      <Meta
        title={`${title}: ${t(`uptake.by.${by}`)}`}
        description={t('uptake.by.lead')}
        canonical={`/uptake/by?by=${by.toLowerCase()}${slug ? `&organization=${slug}` : ''}`}
      />
      <Path items={[{ label: t('uptake.title'), url: anyone('/uptake') }]} />
      <PageTitle title={title} lead={t('uptake.by.lead')} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <nav className="uptake-views" aria-label={t('uptake.by.choose')}>
        <ul className="quiet-facts">
          <li>
            <span className="uptake-choose">{t('uptake.by.choose')}</span>
          </li>
          {dimensions
            .filter((one) => (one !== 'REPORT' || reports.length > 1) && (one !== 'ORGANIZATION' || !slug))
            .map((one) => (
              <li key={one}>
                <a href={to('/uptake/by', { by: one.toLowerCase() })} aria-current={one === by ? 'page' : undefined}>
                  {t(`uptake.by.${one}`)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <MomentForm
        moment={{ at: grouping.at, asKnownOn: asked.asKnownOn ?? grouping.at }}
        reports={by === 'REPORT' ? [] : reports}
        report={report?.key ?? ''}
        asked={asked}
        keep={[['by', by.toLowerCase()], ...(slug ? [['organization', slug] satisfies [string, string]] : [])]}
      />
      <DemoNotice shown={grouping.rows.some((row) => row.demo)} asked={asked} reports={by === 'REPORT' ? reports : [report]} />
      <DocumentsNotice asked={asked} reports={by === 'REPORT' ? reports : [report]} />
      <CountsTable caption={t('uptake.by.caption', { by: t(`uptake.by.${by}`) })} head={t(`uptake.by.${by}`)} rows={rows} total={total} />
      <Foot>
        <Check rows={rows} total={total} />
        <p className="small">{t('uptake.by.adds')}</p>
        <p className="small">{t('uptake.by.rates')}</p>
        {report && <From report={report} />}
        <Files path={slug ? `/uptake/organizations/${slug}` : '/uptake'} formats={['xlsx', 'docx']} asked={asked} />
      </Foot>
    </>
  );
}

type Group = UptakeByQuery['uptakeBy']['rows'][number];

function Label({ by, row, slug, to }: { by: UptakeDimension; row: Group; slug: string | null; to: To }) {
  const { t, format } = useSite();
  switch (by) {
    case 'RECOMMENDATION':
      return row.slug ? <a href={to(`/uptake/recommendations/${row.slug}`)}>{row.label}</a> : row.label;
    case 'ORGANIZATION':
      return row.slug ? <a href={to(`/uptake/organizations/${row.slug}`)}>{row.label}</a> : row.label;
    case 'ADDRESSEE':
      return t(`uptake.kindLong.${row.key as 'LEGISLATIVE'}`);
    case 'IMPACT':
      return row.key ? `${row.key}) ${t(`vocabulary.impact.${row.key as 'a'}`)}` : t('uptake.by.noImpact');
    case 'YEAR':
      return (
        <>
          <a href={to('/uptake', { at: row.at })}>{row.label}</a> <span className="quiet small">{format.date(row.at)}</span>
        </>
      );
    case 'REPORT':
      return row.slug ? <a href={to(slug ? `/uptake/organizations/${slug}` : '/uptake', { report: row.slug })}>{row.label}</a> : row.label;
  }
}

/** The list of the actions behind a figure of a row. */
function behind(by: UptakeDimension, row: Group, to: To): CountsRow['behind'] {
  const filter: Record<UptakeDimension, Record<string, string>> = {
    RECOMMENDATION: { recommendation: row.slug ?? '' },
    ORGANIZATION: { organization: row.slug ?? '' },
    ADDRESSEE: { kind: row.key },
    IMPACT: { impact: row.key },
    YEAR: { at: row.at },
    REPORT: { report: row.slug ?? '' },
  };
  if (by === 'IMPACT' && !row.key) return null;
  // A past year is shown with what is known now, so the list behind it is asked for the same way.
  const known = by === 'YEAR' ? { asKnownOn: new Date().toISOString().slice(0, 10) } : {};
  return (more) => to('/uptake/entries', { ...known, ...filter[by], ...more });
}

/** Adds the rows up again and says whether the last line holds. */
function Check({ rows, total }: { rows: CountsRow[]; total: CountsRow | null }) {
  const { t } = useSite();
  if (!total) return <p className="small">{t('uptake.by.year')}</p>;
  const wrong = figures.filter(([field]) => sumOf(rows, field) !== total.counts[field]).map(([field]) => t(`uptake.counts.${field}`));
  return (
    <p className="small">
      {wrong.length === 0 ? t('uptake.by.checked', { count: rows.length, columns: figures.length }) : t('uptake.by.wrong', { columns: wrong.join(', ') })}
    </p>
  );
}

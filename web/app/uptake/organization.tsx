import type { ReactNode } from 'react';
import { data } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeOrganizationQuery } from '../graphql/graphql.ts';
import { NotStated } from '../ui/certainty.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/organization';
import { Activities } from './activities.tsx';
import { type CountsRow, CountsTable } from './counts-table.tsx';
import { EvidenceList } from './entry.tsx';
import { Days } from './days.tsx';
import { DemoNotice, DocumentsNotice, Files, Foot, From, Lists, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { organizationTableJsonLd } from './json-ld.ts';
import { State } from './status-icon.tsx';
import { momentVariables } from './query.ts';
import { addressesFrom, cellPath, isKey, momentRequest } from './request.ts';

const query = graphql(/* GraphQL */ `
  query UptakeOrganization($slug: String!, $report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean) {
    uptakeReports {
      ...ReportParts
    }
    organization(slug: $slug) {
      title
      shortName
      url
    }
    own: uptakeBy(by: ORGANIZATION, organization: $slug, report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      at
      rows {
        slug
        counts {
          ...CountsParts
        }
      }
    }
    uptakeCells(report: $report, filter: { organization: [$slug] }, first: 50, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      nodes {
        ...OrganizationCell
      }
    }
    uptakeActivities(report: $report, organization: $slug, asKnownOn: $asKnownOn, confirmedOnly: $confirmedOnly, includeDemo: $includeDemo) {
      ...ActivityParts
    }
    doubtful: uptakeCells(report: $report, filter: { organization: [$slug], counted: false }, first: 50, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      nodes {
        ...OrganizationCell
      }
    }
  }
`);

export const organizationCell = graphql(/* GraphQL */ `
  fragment OrganizationCell on UptakeCell {
    ...CellParts
    ...DaysParts
    recommendationTitle
    viewerCanReport
    entry {
      ...EntryParts
    }
  }
`);

export async function loader({ request, params: { slug }, context }: Route.LoaderArgs) {
  if (!isKey(slug)) throw httpError(context, 404);
  const asked = momentRequest(new URL(request.url));
  const variables = { ...momentVariables(asked), slug };
  let data = await ask(context, query, variables);
  const unknown = [...asked.unknown];
  if (asked.report && data.own.rows.length === 0 && !data.uptakeReports.some((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`))) {
    unknown.push({ field: 'report', value: asked.report });
    data = await ask(context, query, { ...variables, report: null });
  }
  const { organization } = data;
  if (!organization || !data.own.rows.some((row) => row.slug === slug)) throw httpError(context, 404);
  return { ...data, organization, slug, asked: { ...asked, unknown } };
}

const zoneDocument = graphql(/* GraphQL */ `
  mutation SetTimeZone($organization: String!, $timeZone: String!) {
    setTimeZone(organization: $organization, timeZone: $timeZone) {
      __typename
      ...FieldFaults
    }
  }
`);

/** Says in which time zone the days of the organization are. */
export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  if (!isKey(slug)) throw httpError(context, 404);
  const form = await readForm(context, request);
  if (form.get('intent') !== 'timeZone') throw httpError(context, 400);
  const typed = String(form.get('timeZone') ?? '');
  const { setTimeZone: result } = await ask(context, zoneDocument, { organization: slug, timeZone: typed });
  if ('fields' in result) return data({ faults: result.fields, typed }, { status: 400 });
  const { pathname, search } = new URL(request.url);
  return new Response(null, { status: 303, headers: { location: `${pathname}${search}` } });
}

type Cell = UptakeOrganizationQuery['uptakeCells']['nodes'][number];

/** The table that the governing body of an organization expects; it prints as it stands. */
export default function UptakeOrganization({
  loaderData: { slug, asked, uptakeReports, organization, own, uptakeCells, uptakeActivities, doubtful },
  actionData,
}: Route.ComponentProps) {
  const { t, url } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const name = organization.shortName;
  const report = uptakeReports.find((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`)) ?? uptakeReports[0];
  const cells = [...uptakeCells.nodes, ...doubtful.nodes].sort((a, b) => (a.recommendationNumber ?? 0) - (b.recommendationNumber ?? 0));
  const counts = own.rows.find((row) => row.slug === slug)?.counts;
  const sums: CountsRow[] = counts ? [{ key: slug, label: name, counts, behind: (filter) => to('/uptake/entries', { organization: slug, ...filter }) }] : [];
  const title = t('uptake.organization.title', { name });
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one, one.path));
  const mayReport = cells.some((cell) => cell.viewerCanReport);
  return (
    <>
      <Meta
        title={title}
        description={t('uptake.organization.lead', { name })}
        canonical={`/uptake/organizations/${slug}`}
        type="article"
        {...(report ? { jsonLd: organizationTableJsonLd(organization.title, `/uptake/organizations/${slug}`, report, url) } : {})}
      />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={title} kind={report?.symbol ?? report?.title} lead={t('uptake.organization.lead', { name: organization.title })} />
      <ErrorSummary errors={errors} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <MomentForm moment={{ at: own.at, asKnownOn: asked.asKnownOn ?? own.at }} reports={uptakeReports} report={report?.key ?? ''} asked={asked} />
      <DemoNotice shown={cells.some((cell) => cell.demo)} asked={asked} reports={[report]} />
      <DocumentsNotice asked={asked} reports={[report]} />
      {mayReport && (
        <p>
          <a className="button" href={`/uptake/organizations/${slug}/report${asked.report ? `?${new URLSearchParams({ report: asked.report })}` : ''}`}>
            {t('uptake.sitting.open')}
          </a>
        </p>
      )}
      <Files path={`/uptake/organizations/${slug}`} formats={['docx', 'xlsx', 'atom', 'ics']} asked={asked} />
      <Lists filter={[['organization', slug]]} asked={asked} />
      {uptakeReports.length > 1 && (
        <p>
          <a href={to('/uptake/by', { by: 'report', organization: slug, report: null })}>{t('uptake.by.ofOne')}</a>
        </p>
      )}
      {cells.length === 0 ? (
        <p>{t('uptake.organization.none', { name })}</p>
      ) : (
        <>
          <Section id="actions" title={t('uptake.organization.actions')}>
            <Actions name={name} cells={cells} to={to} />
          </Section>
          <Activities activities={uptakeActivities} named={false} enter={mayReport ? slug : null} />
          <Section id="sums" title={t('uptake.organization.sums')}>
            <CountsTable caption={t('uptake.by.caption', { by: t('uptake.by.ORGANIZATION') })} head={t('uptake.fields.organization')} rows={sums} />
            <p className="small">{t('uptake.by.rates')}</p>
          </Section>
        </>
      )}
      <Foot>
        {cells[0] && <Days days={cells[0]} form={mayReport ? { error: errors[0] ?? null, typed: actionData?.typed ?? null } : null} />}
        <p>
          <a href={organization.url}>{t('uptake.organization.about', { name })}</a> ·{' '}
          <a href={to('/uptake/compare', { organizations: slug })}>{t('uptake.compare.this')}</a>
        </p>
        {report && <From report={report} />}
      </Foot>
    </>
  );
}

/** Columns that no action fills are named below the table instead of standing empty. */
function Actions({ name, cells, to }: { name: string; cells: Cell[]; to: ReturnType<typeof addressesFrom> }) {
  const { t, format } = useSite();
  const columns = t('uptake.organization.columns', { returnObjects: true });
  const details: { label: string; of: (entry: NonNullable<Cell['entry']>) => ReactNode }[] = [
    { label: columns.unit, of: (entry) => entry.responsibleUnit },
    { label: columns.target, of: (entry) => entry.targetDate && format.date(entry.targetDate) },
    { label: columns.decision, of: (entry) => entry.decisionSymbol },
    { label: columns.comment, of: (entry) => entry.comment },
    { label: columns.impact, of: (entry) => entry.impactSeen },
    { label: columns.evidence, of: (entry) => (entry.evidence.length > 0 ? <EvidenceList evidence={entry.evidence} /> : null) },
  ];
  const filled = details.filter(({ of }) => cells.some(({ entry }) => entry && of(entry)));
  const empty = details.filter((detail) => !filled.includes(detail)).map(({ label }) => label.toLowerCase());
  return (
    <>
      <ResponsiveTable
        caption={t('uptake.organization.caption', { name })}
        columns={[columns.recommendation, columns.state, ...filled.map(({ label }) => label)]}
        rows={cells.map((cell) => ({
          key: cell.recommendationSlug,
          cells: [
            <a key="cell" href={to(cellPath(cell))}>
              {cell.recommendationNumber ? `${cell.recommendationNumber}. ` : ''}
              {cell.recommendationTitle} <abbr title={t(`uptake.kindLong.${cell.kind}`)}>({t(`uptake.kind.${cell.kind}`)})</abbr>
            </a>,
            <div key="state">
              <State cell={cell} />
              {cell.effectiveDate && <div className="quiet small">{t('uptake.cell.effective', { date: format.date(cell.effectiveDate) })}</div>}
              {cell.note && <div className="small">{t('uptake.cell.doubtful', { note: cell.note })}</div>}
            </div>,
            // Without an entry the state has said already that there is no information.
            ...filled.map(({ label, of }) => (cell.entry ? of(cell.entry) || <NotStated key={label} /> : null)),
          ],
        }))}
      />
      {empty.length > 0 && cells.some(({ entry }) => entry) && <p className="small quiet">{t('uptake.organization.empty', { fields: format.list(empty) })}</p>}
    </>
  );
}

import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/overdue';
import { Confirmed, DemoNotice, DocumentsNotice, Foot, From, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { momentVariables } from './query.ts';
import { addressesFrom, cellPath, momentRequest } from './request.ts';

const query = graphql(/* GraphQL */ `
  query UptakeOverdue($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean) {
    uptakeReports {
      ...ReportParts
    }
    uptakeMatrix(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      report {
        ...ReportParts
      }
      at
      asKnownOn
      demo
      confirmedOnly
      viewerCanSteer
      lastAsked {
        organizationSlug
        on
      }
      columns {
        slug
        shortName
        counts {
          addressed
          noInformation
          overdue
        }
      }
    }
    overdueActions(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      recommendationSlug
      recommendationNumber
      recommendationTitle
      organizationSlug
      overdueSince
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = momentRequest(new URL(request.url));
  const unknown = [...asked.unknown];
  let data = await ask(context, query, momentVariables(asked));
  if (!data.uptakeMatrix && asked.report) {
    unknown.push({ field: 'report', value: asked.report });
    data = await ask(context, query, { ...momentVariables(asked), report: null });
  }
  return { ...data, uptakeMatrix: orNotFound(context, data.uptakeMatrix), asked: { ...asked, unknown } };
}

export default function UptakeOverdue({ loaderData: { uptakeReports, uptakeMatrix: table, overdueActions: overdue, asked } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const addressed = table.columns.filter(({ counts }) => counts.addressed > 0);
  const silent = addressed.filter(({ counts }) => counts.noInformation === counts.addressed);
  const askedOn = new Map(table.lastAsked.map((one) => [one.organizationSlug, one.on]));
  // Who was written to is not public; the column is there for those who may know it.
  const knowsAsked = table.viewerCanSteer || silent.some(({ slug }) => askedOn.has(slug));
  const late = addressed.flatMap((column) => {
    const actions = overdue.filter((cell) => cell.organizationSlug === column.slug);
    return actions.length > 0
      ? [{ ...column, actions: actions.toSorted((a, b) => (a.recommendationNumber ?? 0) - (b.recommendationNumber ?? 0)), since: actions[0]?.overdueSince }]
      : [];
  });
  const name = ({ slug, shortName }: { slug: string; shortName: string }) => <a href={to(`/uptake/organizations/${slug}`)}>{shortName}</a>;
  const behind = (slug: string, count: number) =>
    count > 0 ? <a href={to('/uptake/entries', { organization: slug, overdue: 'true' })}>{format.number(count)}</a> : '0';
  return (
    <>
      <Meta title={t('uptake.overdue.title')} description={t('uptake.overdue.lead')} canonical="/uptake/overdue" />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={t('uptake.overdue.title')} lead={t('uptake.overdue.lead')} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <MomentForm moment={table} reports={uptakeReports} report={table.report.key} asked={asked} />
      <DemoNotice shown={table.demo} asked={asked} reports={[table.report]} />
      <DocumentsNotice asked={asked} reports={[table.report]} />
      <ul className="plain small uptake-remarks">
        <Confirmed confirmedOnly={table.confirmedOnly} path="/uptake/overdue" to={to} asksOnly={asked.confirmedOnly} />
      </ul>
      <Section id="silent" title={t('uptake.overdue.silent')}>
        <p>
          {silent.length === 0
            ? t('uptake.overdue.silentNone')
            : t('uptake.overdue.silentCount', { count: silent.length, all: format.number(addressed.length) })}
        </p>
        {silent.length > 0 && (
          <ResponsiveTable
            caption={t('uptake.overdue.silentCaption')}
            columns={[
              t('uptake.overdue.organization'),
              t('uptake.overdue.actions'),
              t('uptake.overdue.late'),
              ...(knowsAsked ? [t('uptake.overdue.asked')] : []),
            ]}
            rows={silent.map((column) => {
              const on = askedOn.get(column.slug);
              return {
                key: column.slug,
                cells: [
                  name(column),
                  format.number(column.counts.addressed),
                  behind(column.slug, column.counts.overdue),
                  ...(knowsAsked ? [on ? format.date(on) : t('uptake.overdue.never')] : []),
                ],
              };
            })}
          />
        )}
      </Section>
      <Section id="overdue" title={t('uptake.overdue.by')}>
        <p>
          {overdue.length === 0
            ? t('uptake.overdue.none')
            : t('uptake.overdue.count', { count: overdue.length, organizations: t('uptake.overdue.organizations', { count: late.length }) })}
        </p>
        {late.length > 0 && (
          <ResponsiveTable
            caption={t('uptake.overdue.byCaption')}
            columns={[t('uptake.overdue.organization'), t('uptake.overdue.overdue'), t('uptake.overdue.since'), t('uptake.overdue.which')]}
            rows={late.map((one) => ({
              key: one.slug,
              cells: [
                name(one),
                behind(one.slug, one.actions.length),
                one.since ? format.date(one.since) : null,
                <ul key="which" className="quiet-facts">
                  {one.actions.map((cell) => (
                    <li key={cell.recommendationSlug}>
                      <a href={to(cellPath(cell))} title={cell.recommendationTitle}>
                        {cell.recommendationNumber ?? cell.recommendationTitle}
                      </a>
                    </li>
                  ))}
                </ul>,
              ],
            }))}
          />
        )}
      </Section>
      <Foot>
        <p className="small">{t('uptake.overdue.rule')}</p>
        <From report={table.report} />
      </Foot>
    </>
  );
}

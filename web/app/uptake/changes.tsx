import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeChangesQuery } from '../graphql/graphql.ts';
import { Downloads } from '../ui/downloads.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/changes';
import { DemoNotice, Foot, From, NotUnderstood, Path, Views } from './frame.tsx';
import { addressesFrom, cellPath, isDate, momentRequest, today } from './request.ts';

const query = graphql(/* GraphQL */ `
  query UptakeChanges($report: String, $since: String, $includeDemo: Boolean, $after: String) {
    me {
      memberships {
        role
      }
    }
    uptakeReports {
      ...ReportParts
    }
    uptakeChanges(report: $report, since: $since, includeDemo: $includeDemo, first: 50, after: $after) {
      since
      hasNextPage
      endCursor
      changes {
        kind
        at
        recommendationSlug
        recommendationNumber
        organizationSlug
        organizationName
        entry {
          id
          acceptance
          implementation
          effectiveDate
          withdrawalReason
          demo
        }
        judgement {
          id
          judgement
          voice
          reason
          demo
        }
        activity {
          versionId
          url
          title
          withdrawn
          demo
          actions {
            actionId
            recommendationNumber
            recommendationSlug
          }
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const asked = momentRequest(url);
  const unknown = [...asked.unknown];
  const given = url.searchParams.get('since') ?? '';
  const since = isDate(given) && given <= today() ? given : null;
  if (given && !since) unknown.push({ field: 'since', value: given });
  const variables = { report: asked.report, since, includeDemo: asked.includeDemo, after: url.searchParams.get('after') || null };
  let data = await ask(context, query, variables);
  let { report } = asked;
  if (report && !data.uptakeReports.some((one) => one.key === report || one.url.endsWith(`/${report}`))) {
    unknown.push({ field: 'report', value: report });
    report = null;
    data = await ask(context, query, { ...variables, report });
  }
  return { ...data, asked: { ...asked, report, unknown } };
}

type Change = UptakeChangesQuery['uptakeChanges']['changes'][number];

export default function UptakeChanges({ loaderData: { me, uptakeReports: reports, uptakeChanges: list, asked } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const report = reports.find((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`)) ?? reports[0];
  const date = format.date(list.since);
  const columns = t('uptake.changes.columns', { returnObjects: true });
  return (
    <>
      <Meta title={t('uptake.changes.name')} description={t('uptake.changes.lead')} canonical="/uptake/changes" />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={t('uptake.changes.title', { date })} lead={t(me?.memberships.length ? 'uptake.changes.leadInside' : 'uptake.changes.lead')} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <form className="uptake-moment" action={url.pathname} method="get" aria-label={t('uptake.changes.since')}>
        {asked.includeDemo === false && <input type="hidden" name="demo" value="0" />}
        {reports.length > 1 && (
          <div>
            <label htmlFor="report">{t('uptake.moment.report')}</label>
            <select id="report" name="report" defaultValue={report?.key ?? ''}>
              {reports.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.symbol ?? one.title}
                </option>
              ))}
            </select>
          </div>
        )}
        <div>
          <label htmlFor="since">{t('uptake.changes.since')}</label>
          <input id="since" name="since" type="date" max={today()} defaultValue={list.since} />
        </div>
        <button type="submit" className="button-quiet">
          {t('uptake.moment.show')}
        </button>
      </form>
      <DemoNotice
        shown={list.changes.some(({ entry, judgement, activity }) => entry?.demo || judgement?.demo || activity?.demo)}
        asked={asked}
        reports={[report]}
      />
      {list.changes.length === 0 ? (
        <p>{url.searchParams.has('after') ? t('uptake.changes.noneLeft') : t('uptake.changes.none', { date })}</p>
      ) : (
        <ResponsiveTable
          caption={t('uptake.changes.caption')}
          columns={[columns.action, columns.what, columns.state, columns.day]}
          rows={list.changes.map((change) => ({
            key: `${change.kind} ${change.entry?.id ?? change.judgement?.id ?? change.activity?.versionId}`,
            cells: [
              <a key="action" href={change.activity ? change.activity.url : to(cellPath(change))}>
                {t('uptake.changes.action', {
                  organization: change.organizationName,
                  number: format.list((change.activity?.actions ?? [change]).map((one) => String(one.recommendationNumber ?? one.recommendationSlug))),
                })}
              </a>,
              t(`uptake.changes.kind.${change.kind}`),
              <What key="what" change={change} />,
              <span key="day" className="together">
                {format.date(change.at.slice(0, 10))}
              </span>,
            ],
          }))}
        />
      )}
      <Pager pageInfo={list} />
      <Foot>
        <p className="small">{t('uptake.changes.days')}</p>
        {report && <From report={report} />}
        <Downloads
          label={t('uptake.files.label')}
          files={[
            {
              label: t('uptake.files.atom'),
              href: to('/uptake.atom', { since: list.since, at: null, asKnownOn: null, demo: null, confirmed: null, documents: null }),
              internal: false,
            },
          ]}
        />
      </Foot>
    </>
  );
}

/** What a change says: the state that was reported, why it was withdrawn, or what was found of it and why. */
function What({ change: { kind, entry, judgement, activity } }: { change: Change }) {
  const { t, format } = useSite();
  const demo = (entry?.demo ?? judgement?.demo ?? activity?.demo) ? `, ${t('uptake.flag.demo')}` : '';
  if (activity)
    return (
      <>
        {activity.title}
        {demo}
        {activity.withdrawn && <span className="quiet">. {activity.withdrawn}</span>}
      </>
    );
  if (judgement)
    return (
      <>
        {t(`uptake.judgement.voice.${judgement.voice}`)}: {t(`uptake.judgement.is.${judgement.judgement}`).toLowerCase()}
        {demo}. <span className="quiet">{judgement.reason}</span>
      </>
    );
  if (!entry) return null;
  return (
    <>
      {t(`uptake.acceptance.${entry.acceptance}`)}
      {entry.implementation && `, ${t(`uptake.implementation.${entry.implementation}`).toLowerCase()}`},{' '}
      {t('uptake.changes.from', { date: format.date(entry.effectiveDate) })}
      {demo}
      {kind === 'WITHDRAWN' && entry.withdrawalReason && <span className="quiet">. {entry.withdrawalReason}</span>}
    </>
  );
}

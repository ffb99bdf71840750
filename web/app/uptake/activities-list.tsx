import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/activities-list';
import { ActivityTable } from './activities.tsx';
import { Foot, NotUnderstood, Path, Views } from './frame.tsx';
import { isKey } from './request.ts';
import { Downloads } from '../ui/downloads.tsx';

const query = graphql(/* GraphQL */ `
  query UptakeActivities($report: String, $recommendation: String, $organization: String) {
    uptakeReports {
      ...ReportParts
    }
    uptakeActivities(report: $report, recommendation: $recommendation, organization: $organization) {
      ...ActivityParts
    }
  }
`);
const filters = ['report', 'recommendation', 'organization'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const asked = Object.fromEntries(filters.map((name) => [name, url.searchParams.get(name) ?? '']));
  const unknown = filters.flatMap((field) => (asked[field] && !isKey(asked[field]) ? [{ field, value: asked[field] }] : []));
  const good = (field: (typeof filters)[number]) => (asked[field] && isKey(asked[field]) ? asked[field] : null);
  const chosen = { report: good('report'), recommendation: good('recommendation'), organization: good('organization') };
  return { ...(await ask(context, query, chosen)), chosen, unknown };
}

export default function UptakeActivities({ loaderData: { uptakeActivities: activities, uptakeReports, chosen, unknown } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const reports = uptakeReports.length;
  const actions = new Set(activities.flatMap((one) => one.actions.map(({ actionId }) => actionId))).size;
  const kept = Object.entries(chosen).filter((pair): pair is [string, string] => pair[1] !== null);
  return (
    <>
      <Meta title={t('uptake.activity.title')} description={t('uptake.activity.lead')} canonical="/uptake/activities" unlisted={kept.length > 0} />
      <Path items={[{ label: t('uptake.title'), url: '/uptake' }]} />
      <PageTitle title={t('uptake.activity.title')} lead={t('uptake.activity.lead')} />
      <Views unknown={unknown} />
      <NotUnderstood unknown={unknown} />
      {reports > 1 && (
        <form className="uptake-moment" action={url.pathname} method="get" aria-label={t('uptake.entries.filter')}>
          {kept
            .filter(([name]) => name !== 'report')
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          <div>
            <label htmlFor="report">{t('uptake.moment.report')}</label>
            <select id="report" name="report" defaultValue={chosen.report ?? ''}>
              <option value="">{t('uptake.activity.allReports')}</option>
              {uptakeReports.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.symbol ?? one.title}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button-quiet">
            {t('uptake.entries.apply')}
          </button>
        </form>
      )}
      {kept.length > 0 && (
        <p>
          {kept.map(([name, value]) => `${t(`uptake.fields.${name as 'report'}`)}: ${value}`).join(', ')}.{' '}
          <a href="/uptake/activities">{t('uptake.activity.all')}</a>
        </p>
      )}
      <p>
        {activities.length === 0
          ? `${t('uptake.activity.none')} ${t('uptake.activity.where')}`
          : t('uptake.activity.count', { count: activities.length, actions: format.number(actions) })}
      </p>
      {activities.length > 0 && <ActivityTable activities={activities} />}
      <Foot>
        <p className="small">{t('uptake.activity.once')}</p>
        <Downloads
          label={t('uptake.files.activities')}
          files={['csv', 'xlsx', 'json'].map((extension) => ({
            label: extension.toUpperCase(),
            href: `/uptake/activities.${extension}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`,
          }))}
        />
      </Foot>
    </>
  );
}

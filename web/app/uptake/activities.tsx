import type { ActivityPartsFragment } from '../graphql/graphql.ts';
import { NotStated } from '../ui/certainty.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

/** Where an action that an activity serves is read. */
const actionPath = ({ report, recommendationNumber, recommendationSlug }: ActivityPartsFragment['actions'][number], organization: string) =>
  `/uptake/${recommendationNumber ?? recommendationSlug}/${organization}?${new URLSearchParams({ report })}`;

/** From when until when, as far as it is stated. */
export function Period({ startsOn, endsOn }: { startsOn: string | null | undefined; endsOn: string | null | undefined }) {
  const { t, format } = useSite();
  if (!startsOn && !endsOn) return <NotStated />;
  return <>{t('uptake.activity.period', { from: startsOn ? format.date(startsOn) : '…', to: endsOn ? format.date(endsOn) : '…' })}</>;
}

/** The recommendations that an activity serves, by report. */
export function Serves({ activity }: { activity: ActivityPartsFragment }) {
  const { t } = useSite();
  return (
    <ul className="plain">
      {activity.actions.map((one) => (
        <li key={one.actionId}>
          <a href={actionPath(one, activity.organizationSlug)} title={one.title}>
            {t('uptake.activity.serves', { number: one.recommendationNumber ?? one.recommendationSlug, report: one.symbol })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Activities as a table, each once; nothing where there are none. */
export function ActivityTable({ activities, named = true }: { activities: readonly ActivityPartsFragment[]; named?: boolean }) {
  const { t } = useSite();
  const columns = t('uptake.activity.columns', { returnObjects: true });
  return (
    <ResponsiveTable
      caption={t('uptake.activity.caption')}
      columns={[columns.title, ...(named ? [columns.organization] : []), columns.lead, columns.period, columns.indicator, columns.serves]}
      rows={activities.map((one) => ({
        key: one.id,
        cells: [
          <span key="title">
            <a href={one.url}>{one.title}</a>
            {one.demo && (
              <span className="small">
                {' '}
                <b className="uptake-sign">D</b> {t('uptake.flag.demo')}
              </span>
            )}
            {!one.confirmedOn && <span className="quiet small"> {t('uptake.flag.unconfirmed')}</span>}
          </span>,
          ...(named
            ? [
                <a key="organization" href={`/uptake/organizations/${one.organizationSlug}`}>
                  {one.organizationName}
                </a>,
              ]
            : []),
          one.lead ?? <NotStated key="lead" />,
          <Period key="period" startsOn={one.startsOn} endsOn={one.endsOn} />,
          one.indicator ?? <NotStated key="indicator" />,
          <Serves key="serves" activity={one} />,
        ],
      }))}
    />
  );
}

/** The activities of a page, with the way to enter one where the reader may. */
export function Activities({
  activities,
  enter = null,
  named = true,
}: {
  activities: readonly ActivityPartsFragment[];
  enter?: string | null;
  named?: boolean;
}) {
  const { t } = useSite();
  if (activities.length === 0 && !enter) return null;
  return (
    <Section id="activities" title={t('uptake.activity.title')}>
      <p className="quiet">{t('uptake.activity.lead')}</p>
      {activities.length === 0 ? <p>{t('uptake.activity.none')}</p> : <ActivityTable activities={activities} named={named} />}
      {enter && (
        <p>
          <a href={`/uptake/activities/new?${new URLSearchParams({ organization: enter })}`}>{t('uptake.activity.enter')}</a>
        </p>
      )}
    </Section>
  );
}

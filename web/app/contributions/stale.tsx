import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/stale';
import { Trail } from '../ui/trail.tsx';

const query = graphql(`
  query StalePage($days: Int) {
    staleRecords(days: $days) {
      title
      kind
      verifyBy
      daysPast
      owners
      record {
        url
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const typed = (new URL(request.url).searchParams.get('days') ?? '').trim();
  const good = /^\d{1,4}$/.test(typed);
  const { staleRecords } = await ask(context, query, { days: good ? Number(typed) : null });
  return { staleRecords, days: good ? typed : '28', broken: typed !== '' && !good ? typed : null };
}

/** The records whose owners stay silent, for the secretariat. */
export default function StalePage({ loaderData: { staleRecords, days, broken } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <>
      <Meta title={t('contributions.overdue.title')} unlisted />
      <Trail />
      <PageTitle title={t('contributions.overdue.title')} lead={t('contributions.overdue.lead')} />
      {broken !== null && <Notice role="alert">{t('contributions.overdue.broken', { value: broken.slice(0, 80) })}</Notice>}
      <form method="get" action="/stale" className="entry-inline">
        <div>
          <label htmlFor="days">{t('contributions.overdue.days')}</label>
          <input id="days" name="days" inputMode="numeric" defaultValue={days} />
        </div>
        <button type="submit" className="button-quiet">
          {t('contributions.overdue.show')}
        </button>
      </form>
      {staleRecords.length === 0 ? (
        <p className="section">{t('contributions.overdue.none')}</p>
      ) : (
        <ResponsiveTable
          caption={<span className="hidden">{t('contributions.overdue.title')}</span>}
          columns={[t('contributions.overdue.record'), t('contributions.overdue.owners'), t('contributions.overdue.due'), t('contributions.overdue.age')]}
          rows={staleRecords.map((row) => ({
            key: `${row.kind} ${row.title}`,
            cells: [
              row.record ? (
                <a key="record" href={row.record.url}>
                  {row.title}
                </a>
              ) : (
                row.title
              ),
              row.owners.length > 0 ? format.list(row.owners) : t('contributions.overdue.noOwner'),
              format.date(row.verifyBy),
              format.number(row.daysPast),
            ],
          }))}
        />
      )}
    </>
  );
}

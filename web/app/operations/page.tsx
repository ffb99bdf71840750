import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { OperationsPageQuery } from '../graphql/graphql.ts';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { useSite } from '../ui/site.tsx';
import { Trail } from '../ui/trail.tsx';
import type { Route } from './+types/page';

const query = graphql(`
  query OperationsPage {
    installation {
      jobs {
        task
        waiting
        oldestSeconds
        failed
      }
      mailServer
      mailsUnsent
      mailsOldestSeconds
      searchEngine
      searchWanted
      objectStore
      connections
      connectionsAwaited
      databaseBytes
      records
      sessions
      logEntries
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, query);
}

/** When a mail or a job has waited too long, and how many may wait for a connection: as docs/operate/alerts.yaml has them. */
const LATE = 900;
const AWAITED = 5;

/** A time in the unit in which one would say it. */
function useTime() {
  const { t } = useSite();
  return (seconds: number) => {
    if (seconds < 120) return t('operations.seconds', { count: seconds });
    return seconds < 7200 ? t('operations.minutes', { count: Math.round(seconds / 60) }) : t('operations.hours', { count: Math.round(seconds / 3600) });
  };
}

/** What needs somebody, a sentence each. */
function useNeeds(installation: OperationsPageQuery['installation']): string[] {
  const { t } = useSite();
  const time = useTime();
  const { jobs, mailServer, mailsOldestSeconds, searchEngine, searchWanted, objectStore, connectionsAwaited } = installation;
  return [
    !mailServer && t('operations.noMailServer'),
    mailServer && mailsOldestSeconds > LATE && t('operations.mailsWait', { time: time(mailsOldestSeconds) }),
    ...jobs.flatMap(({ task, oldestSeconds, failed }) => [
      task !== 'send_mail' && oldestSeconds > LATE && t('operations.jobsWait', { task, time: time(oldestSeconds) }),
      failed > 0 && t('operations.jobsFailed', { task, count: failed }),
    ]),
    searchEngine !== searchWanted && t('operations.searchFell'),
    objectStore === false && t('operations.storeAway'),
    connectionsAwaited > AWAITED && t('operations.connectionsAwaited', { count: connectionsAwaited }),
  ].filter((one): one is string => Boolean(one));
}

/** How the installation is: what needs somebody in sentences, then the figures. */
export default function OperationsPage({ loaderData: { installation } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const time = useTime();
  const needs = useNeeds(installation);
  const { jobs, mailsUnsent, mailsOldestSeconds, searchEngine, objectStore, connections, databaseBytes, records, sessions, logEntries } = installation;
  const open = jobs.filter(({ waiting, failed }) => waiting > 0 || failed > 0);
  return (
    <>
      <Meta title={t('operations.title')} unlisted />
      <Trail />
      <PageTitle title={t('operations.title')} lead={t('operations.lead')} />
      {needs.length === 0 ? (
        <Notice>{t('operations.well')}</Notice>
      ) : (
        <Notice>
          <p>{t('operations.needs', { count: needs.length })}</p>
          <ul>
            {needs.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="section">
        <Facts
          caption={t('operations.figures')}
          items={[
            {
              label: t('operations.mails'),
              value: mailsUnsent === 0 ? format.number(0) : t('operations.oldest', { count: mailsUnsent, time: time(mailsOldestSeconds) }),
            },
            { label: t('operations.search'), value: t(`operations.engine.${searchEngine === 'meilisearch' ? 'meilisearch' : 'postgres'}`) },
            { label: t('operations.store'), value: t(`operations.storeIn.${objectStore === null ? 'folder' : 'bucket'}`) },
            { label: t('operations.connections'), value: format.number(connections) },
            { label: t('operations.size'), value: t('operations.megabytes', { count: Math.round(databaseBytes / 1_000_000) }) },
            { label: t('operations.records'), value: format.number(records) },
            { label: t('operations.sessions'), value: format.number(sessions) },
            { label: t('operations.log'), value: format.number(logEntries) },
          ]}
        />
      </div>
      {open.length === 0 ? (
        <p className="section">{t('operations.noJobs')}</p>
      ) : (
        <div className="section">
          <ResponsiveTable
            caption={t('operations.jobs')}
            columns={[t('operations.task'), t('operations.waiting'), t('operations.age'), t('operations.gaveUp')]}
            rows={open.map(({ task, waiting, oldestSeconds, failed }) => ({
              key: task,
              cells: [task, format.number(waiting), waiting > 0 ? time(oldestSeconds) : null, format.number(failed)],
            }))}
          />
        </div>
      )}
    </>
  );
}

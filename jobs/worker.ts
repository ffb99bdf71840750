import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, parseCrontab, type RunnerOptions, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { lapseClaims } from '#api/accounts/memberships.ts';
import { agreementAlerts } from '#api/agreements/alerts.ts';
import { forgetAudit } from '#api/audit/read.ts';
import { endKept } from '#api/screening/match.ts';
import { tidyLists } from '#api/screening/load.ts';
import { screeningTasks } from '#api/screening/tasks.ts';
import { uptakeCrontab, uptakeTasks } from '#api/uptake/campaigns/tasks.ts';
import { freshnessRound } from '#api/contributions/freshness.ts';
import { reminderRound } from '#api/contributions/reminders.ts';
import type { Settings } from '#api/env.ts';
import { LogRefused, latestCheckpoint } from '#api/log/checkpoint.ts';
import { makeSender } from '#api/mail/send.ts';
import type { Database } from '#prisma/database.ts';
import { shortenChanges } from '#prisma/library-state.ts';
import { forgetChanges } from '#prisma/record-changes.ts';
import { rederive } from '#prisma/rederive.ts';
import { embedRecords } from '#search/embed-records.ts';
import { EmbeddingsFault } from '#search/embeddings.ts';
import { refreshPhrases } from '#search/phrases.ts';
import { addUpCounts, refreshWords } from '#search/reindex.ts';
import { showPresence } from './presence.ts';

export type WorkerOptions = {
  db: Database;
  pool: Pool;
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'baseUrl'> &
    Partial<Pick<Settings, 'log' | 'embeddings' | 'administrators' | 'providers' | 'localAccounts' | 'claimsDays'>>;
  /** Told of a job that failed; it is tried again by itself. */
  report: (message: string) => void;
  /** Further tasks by name, and when they run (five fields as in crontab, UTC). */
  tasks?: TaskList;
  cron?: { task: string; match: string }[];
};

/** Unused sign-in tokens, accounts that nobody confirmed, old limits and sessions go after a day, events of the audit after its time. */
async function cleanUp(db: Database): Promise<void> {
  const now = new Date();
  await db.deleteFrom('session').where('expiresAt', '<', now).execute();
  await db.deleteFrom('verification').where('expiresAt', '<', now).execute();
  await db.deleteFrom('signUp').where('expiresAt', '<', now).execute();
  await db
    .deleteFrom('rateLimit')
    .where('lastRequest', '<', String(now.getTime() - 86_400_000))
    .execute();
  await forgetAudit(db);
  await tidyLists(db);
}

/**
 * Starts the worker of the job queue in this process: mails, reminders (hourly), freshness (daily), ends of agreements (daily), cleaning up (daily), the checkpoint of the log (every ten minutes), deriving again what a release or a new name changed (when asked), the word frequencies, phrases and facet counts of search (hourly), vectors of what is new (every minute, where a service of embeddings is set).
 * Several workers may run; each job runs in one of them, and again after a failure, later each time; those of a worker that was killed within a minute.
 * Mails have workers of their own, so that a mail server that says nothing holds up nothing else.
 * @returns a function that lets the running jobs end and stops
 */
export async function startWorker({ db, pool, settings, report, tasks = {}, cron = [] }: WorkerOptions): Promise<() => Promise<void>> {
  const sender = makeSender(db, settings);
  const { embeddings } = settings;
  let embeddingsFail = false;
  const workers: string[] = [];
  const options = (): RunnerOptions => {
    const events = new EventEmitter() as WorkerEvents;
    events.once('pool:create', ({ workerPool }) => {
      workers.push(workerPool.id);
    });
    return {
      pgPool: pool,
      events,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: new Logger(() => (level, message) => {
        if (level === 'error') report(message);
      }),
    };
  };
  const mailer = await run({
    ...options(),
    taskList: {
      send_mail: async (payload) => {
        await sender.send((payload as { id: string }).id);
      },
    },
    parsedCronItems: [],
  });
  const runner = await run({
    ...options(),
    taskList: {
      remind_reviewers: async () => {
        await reminderRound(db, settings.baseUrl);
      },
      freshness: async () => {
        await freshnessRound(db, settings.baseUrl);
      },
      agreement_alerts: async () => {
        await agreementAlerts(db, settings.baseUrl);
      },
      clean_up: async () => {
        await cleanUp(db);
        const { administrators, providers, localAccounts, claimsDays } = settings;
        if (administrators && providers && localAccounts !== undefined && claimsDays !== undefined)
          await lapseClaims(db, { administrators, providers, localAccounts, claimsDays });
      },
      rederive: async (payload) => {
        const { faults } = await rederive(db, payload as { naming?: string });
        for (const { kind, slug, message } of faults) report(`The ${kind.toLowerCase()} "${slug}" could not be derived again: ${message}.`);
      },
      sign_log: async () => {
        if (!settings.log) return;
        await latestCheckpoint(db, settings.log).catch((error: unknown) => {
          if (!(error instanceof LogRefused)) throw error;
          report(`The log was not signed. ${error.message}`);
        });
      },
      refresh_search: async () => {
        await refreshWords(db);
        await refreshPhrases(db);
        await addUpCounts(db);
        await shortenChanges(db);
        await forgetChanges(db);
      },
      embed_records: async () => {
        if (!embeddings) return;
        try {
          await embedRecords(db, embeddings);
          embeddingsFail = false;
        } catch (error) {
          // Tried again in a minute by itself; said once.
          if (!(error instanceof EmbeddingsFault)) throw error;
          if (!embeddingsFail) report(`The embeddings service ${error.message}; new records are not found by meaning until it answers.`);
          embeddingsFail = true;
        }
      },
      ...uptakeTasks(db, { baseUrl: settings.baseUrl, log: settings.log ?? null }),
      ...screeningTasks(db, { baseUrl: settings.baseUrl }),
      ...tasks,
    },
    parsedCronItems: [
      ...parseCrontab(uptakeCrontab),
      ...parseCronItems([
        { task: 'remind_reviewers', match: '7 * * * *' },
        { task: 'freshness', match: '23 4 * * *', options: { backfillPeriod: 86_400_000 } },
        { task: 'agreement_alerts', match: '35 5 * * *', options: { backfillPeriod: 86_400_000 } },
        { task: 'clean_up', match: '41 3 * * *' },
        { task: 'sign_log', match: '*/10 * * * *' },
        { task: 'refresh_search', match: '11 * * * *' },
        // One after the other, as records are found in the order in which their vectors are written.
        ...(embeddings ? [{ task: 'embed_records', match: '* * * * *', options: { queueName: 'embed_records', jobKey: 'embed_records' } }] : []),
        ...cron,
      ]),
    ],
  });
  const leave = await showPresence(pool, workers, report);
  return async () => {
    await Promise.all([runner.stop(), mailer.stop()]);
    await leave();
    await endKept();
    sender.close();
  };
}

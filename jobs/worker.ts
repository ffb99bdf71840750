import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Logger, parseCronItems, parseCrontab, type RunnerOptions, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg, { type Pool } from 'pg';
import { lapseClaims } from '#api/accounts/memberships.ts';
import { agreementAlerts } from '#api/agreements/alerts.ts';
import { textNow } from '#api/following/digest.ts';
import { followingCrontab, followingTasks } from '#api/following/tasks.ts';
import { endKept } from '#api/screening/match.ts';
import { tidyLists } from '#api/screening/load.ts';
import { screeningTasks } from '#api/screening/tasks.ts';
import { bytesOf } from '#api/files/bytes.ts';
import { uptakeCrontab, uptakeTasks } from '#api/uptake/campaigns/tasks.ts';
import { freshnessRound } from '#api/contributions/freshness.ts';
import { reminderRound } from '#api/contributions/reminders.ts';
import type { Settings } from '#api/env.ts';
import { checkLinks } from '#api/links/check.ts';
import { questionTextNow } from '#api/questions/mails.ts';
import { tellMatches } from '#api/sought/matches.ts';
import { forgetSought } from '#api/sought/tally.ts';
import { professionalRound } from '#api/professionals/write.ts';
import { sendingTasks, webhookCrontab, webhookTasks } from '#api/webhooks/tasks.ts';
import { LogRefused, latestCheckpoint } from '#api/log/checkpoint.ts';
import { forgetCounts } from '#api/shared-counts.ts';
import { makeSender } from '#api/mail/send.ts';
import type { Database } from '#prisma/database.ts';
import { shortenChanges } from '#prisma/library-state.ts';
import { forgetChanges } from '#prisma/record-changes.ts';
import { rederive } from '#prisma/rederive.ts';
import { embedRecords } from '#search/embed-records.ts';
import { EmbeddingsFault } from '#search/embeddings.ts';
import { refreshPhrases } from '#search/phrases.ts';
import { addUpCounts, refreshWords } from '#search/reindex.ts';
import { backupRound } from '#operations/backup.ts';
import { checkFiles, fileFaults } from '#operations/check-files.ts';
import { forgetOld } from '#operations/retention.ts';
import { keepRunning } from './keep-running.ts';
import { showPresence } from './presence.ts';

/** Three that listen, one that shows that the process lives, and for each of six workers one to take and to end its job. */
const QUEUE_CONNECTIONS = 11;

export type WorkerOptions = {
  db: Database;
  pool: Pool;
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'baseUrl'> &
    Partial<
      Pick<
        Settings,
        | 'log'
        | 'secret'
        | 'webhookHosts'
        | 'embeddings'
        | 'administrators'
        | 'providers'
        | 'localAccounts'
        | 'claimsDays'
        | 'backups'
        | 'filesDir'
        | 'objects'
        | 'keep'
      >
    >;
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
  await forgetSought(db);
  await forgetCounts(db);
  await tidyLists(db);
}

/**
 * Starts the worker of the job queue in this process: mails, reminders (hourly), freshness (daily), ends of agreements (daily), freshness of the pool of professionals (daily), asking outside addresses whether they live (daily), cleaning up (daily), comparing files with their hashes (weekly), backups (as set), the checkpoint of the log (every ten minutes), deriving again what a release or a new name changed (when asked), the word frequencies, phrases and facet counts of search (hourly), vectors of what is new (every minute, where a service of embeddings is set), envisaged projects and those with experience of the like (weekly), what people follow (every minute), the mails that tell of it (daily, weekly, monthly), and events for webhooks (every minute).
 * Several workers may run; each job runs in one of them, and again after a failure, later each time; those of a worker that was killed within a minute.
 * A database that goes away ends nothing: the workers begin again when it answers.
 * Mails, and webhooks, have workers of their own, so that a mail server or an address that says nothing holds up nothing else.
 * @returns a function that lets the running jobs end and stops
 */
export async function startWorker({ db, pool, settings, report, tasks = {}, cron = [] }: WorkerOptions): Promise<() => Promise<void>> {
  const sender = makeSender(db, settings, (mail) => (mail.eventKey.startsWith('question:') ? questionTextNow(db, mail) : textNow(db, mail)));
  const { embeddings } = settings;
  let embeddingsFail = false;
  // What listens for jobs and shows that this process lives has connections of its own: the jobs must not wait for them, nor they for the jobs.
  const queue = new pg.Pool({
    connectionString: (pool.options as pg.PoolConfig).connectionString,
    max: QUEUE_CONNECTIONS,
    application_name: 'atrium-queue',
    connectionTimeoutMillis: 10_000,
  });
  queue.on('error', () => {});
  queue.on('connect', (client) => client.on('error', () => {}));
  /** The name of each runner's worker that is at work now. */
  const workers = new Map<string, string>();
  let presence: Awaited<ReturnType<typeof showPresence>> | null = null;
  const options = (name: string, ending: () => void): RunnerOptions => {
    const events = new EventEmitter() as WorkerEvents;
    events.once('pool:create', ({ workerPool }) => {
      workers.set(name, workerPool.id);
      void presence?.look();
    });
    events.once('pool:gracefulShutdown', ending);
    return {
      pgPool: queue,
      events,
      concurrency: 2,
      noHandleSignals: true,
      // In batches of what there is: without, the library asks nobody whether a job could be marked as ended, and the process dies of it.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      pollInterval: 2000,
      logger: new Logger(() => (level, message) => {
        if (level === 'error') report(message);
      }),
    };
  };
  const mails: RunnerOptions = {
    taskList: {
      send_mail: async (payload) => {
        await sender.send((payload as { id: string }).id);
      },
    },
    parsedCronItems: [],
  };
  // Without the secret of the installation nothing can be signed, and nothing is sent.
  const { secret, webhookHosts = [], baseUrl } = settings;
  const webhooks: RunnerOptions | null = secret === undefined ? null : { taskList: sendingTasks(db, { baseUrl, secret, webhookHosts }), parsedCronItems: [] };
  const others: RunnerOptions = {
    taskList: {
      remind_reviewers: async () => {
        await reminderRound(db, settings.baseUrl);
      },
      freshness: async () => {
        await freshnessRound(db, settings.baseUrl);
      },
      tell_matches: async () => {
        await tellMatches(db, settings.baseUrl);
      },
      ask_professionals: async () => {
        await professionalRound(db, settings.baseUrl);
      },
      check_links: async () => {
        await checkLinks(db);
      },
      agreement_alerts: async () => {
        await agreementAlerts(db, settings.baseUrl);
      },
      clean_up: async () => {
        await cleanUp(db);
        if (settings.keep && settings.filesDir) await forgetOld(db, settings.keep, bytesOf({ ...settings, filesDir: settings.filesDir }));
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
      check_files: async () => {
        const fault = settings.filesDir ? fileFaults(await checkFiles(db, bytesOf({ ...settings, filesDir: settings.filesDir }))) : null;
        if (fault) report(fault);
      },
      back_up: async () => {
        if (settings.backups)
          await backupRound(pool, settings.backups, { ...settings, filesDir: settings.filesDir ?? join(settings.backups.dataDir, 'files') }, report);
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
      ...followingTasks(db, pool, { baseUrl: settings.baseUrl, secret: settings.secret }),
      ...webhookTasks(db),
      ...tasks,
    },
    parsedCronItems: [
      ...parseCrontab(uptakeCrontab),
      ...parseCrontab(followingCrontab),
      ...parseCrontab(webhookCrontab),
      ...parseCronItems([
        { task: 'remind_reviewers', match: '7 * * * *' },
        { task: 'freshness', match: '23 4 * * *', options: { backfillPeriod: 86_400_000 } },
        { task: 'agreement_alerts', match: '35 5 * * *', options: { backfillPeriod: 86_400_000 } },
        { task: 'tell_matches', match: '15 6 * * 1', options: { backfillPeriod: 604_800_000 } },
        { task: 'ask_professionals', match: '47 5 * * *', options: { backfillPeriod: 86_400_000 } },
        { task: 'check_links', match: '19 1 * * *', options: { backfillPeriod: 86_400_000 } },
        { task: 'clean_up', match: '41 3 * * *' },
        { task: 'check_files', match: '47 1 * * 0' },
        { task: 'sign_log', match: '*/10 * * * *' },
        { task: 'refresh_search', match: '11 * * * *' },
        // One after the other, as records are found in the order in which their vectors are written.
        ...(embeddings ? [{ task: 'embed_records', match: '* * * * *', options: { queueName: 'embed_records', jobKey: 'embed_records' } }] : []),
        ...(settings.backups
          ? [{ task: 'back_up', match: settings.backups.everyHours === 24 ? '17 2 * * *' : `17 */${settings.backups.everyHours} * * *` }]
          : []),
        ...cron,
      ]),
    ],
  };
  try {
    const stopMails = await keepRunning((ending) => run({ ...options('mails', ending), ...mails }), report);
    const stopOthers = await keepRunning((ending) => run({ ...options('others', ending), ...others }), report);
    const stopWebhooks = webhooks ? await keepRunning((ending) => run({ ...options('webhooks', ending), ...webhooks }), report) : async () => {};
    presence = await showPresence(queue, () => [...workers.values()], report);
    const { leave } = presence;
    return async () => {
      await Promise.all([stopOthers(), stopMails(), stopWebhooks()]);
      await leave();
      await endKept();
      sender.close();
      await queue.end();
    };
  } catch (error) {
    await queue.end();
    throw error;
  }
}

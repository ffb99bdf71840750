import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { poolState } from '#prisma/database.ts';
import { type StatementRun, statementsRun } from '#prisma/pool.ts';
import type { Services } from '../context.ts';
import { fault } from '../faults.ts';
import { installationState } from './state.ts';

/** How long the state of the database is kept: whoever asks more often gets the same (milliseconds). */
const KEPT = 5_000;
/** Places of pages that get a label of their own; what else is asked for is "other", so that nobody can make labels. */
const PLACES_MAX = 80;
const SECONDS = [0.025, 0.1, 0.25, 0.5, 1, 2.5, 8, 20];

const sameText = (one: string, other: string) => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Which part of the library answered: the route, or of a page the first part of its path, once one below it was served. */
function placeTeller() {
  const places = new Set<string>(['/']);
  return ({ routeOptions, url }: FastifyRequest, status: number): string => {
    const route = routeOptions.url;
    if (route && route !== '/*') return route;
    const first = `/${/^\/([a-z][a-z-]{0,30})(?=[/?#]|$)/.exec(url)?.[1] ?? ''}`;
    if (status < 300 && places.size < PLACES_MAX && (first !== '/' || /^\/([?#]|$)/.test(url))) places.add(first);
    return places.has(first) && (first !== '/' || /^\/([?#]|$)/.test(url)) ? first : 'other';
  };
}

/**
 * `GET /metrics` in the text format of Prometheus: requests by place and status, statements, connections, jobs and mails that
 * wait, the log, records, sessions, and what prom-client says of the process. Labels are of bounded sets: routes, places that
 * were served, tasks; never what anybody typed. For this machine itself, or for whoever shows the token.
 * @param token the setting METRICS_TOKEN; null where only this machine is answered
 */
export function addMetrics(
  app: FastifyInstance,
  { db, search }: Pick<Services, 'db' | 'search'>,
  { token, watched }: { token: string | null; watched: string[] },
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'atrium_request_seconds',
    help: 'Requests by place and status.',
    labelNames: ['place', 'status'],
    buckets: SECONDS,
    registers,
  });
  const statements = new Histogram({ name: 'atrium_statement_seconds', help: 'SQL statements and how long their answers took.', buckets: SECONDS, registers });
  const failed = new Counter({ name: 'atrium_statements_failed_total', help: 'SQL statements that failed or were cancelled.', registers });
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge<Label>({ name: `atrium_${name}`, help, labelNames, registers });
  const connections = gauge('connections', 'Connections of the pool to PostgreSQL.', ['state']);
  const engine = gauge('search_engine', '1 for the engine that answers searches now.', ['engine']);
  const up = gauge('database_up', 'Whether the database told its state: 1 or 0. What follows from it is missing at 0.');
  const waiting = gauge('jobs_waiting', 'Jobs whose time has come and that no worker has taken.', ['task']);
  const oldestJob = gauge('jobs_oldest_seconds', 'How long the oldest of them waits.', ['task']);
  const failedJobs = gauge('jobs_failed', 'Jobs that gave up after their last try.', ['task']);
  const unsent = gauge('mails_unsent', 'Mails that were not sent yet.');
  const oldestMail = gauge('mails_oldest_unsent_seconds', 'How long the oldest of them waits.');
  const eventsWaiting = gauge('webhook_events_waiting', 'Events that addresses of other programs have not accepted yet.');
  const oldestEvent = gauge('webhook_events_oldest_seconds', 'How long the oldest of them waits.');
  const deadHooks = gauge('webhooks_dead', 'Addresses that are put off because nothing was accepted there.');
  const head = gauge('log_head', 'Entries of the log.');
  const records = gauge('records', 'Records that are live.');
  const sessions = gauge('sessions', 'Sessions that are open.');
  const size = gauge('database_bytes', 'Size of the database.');

  const place = placeTeller();
  app.addHook('onResponse', async (request, reply) => {
    if (watched.includes(request.url)) return;
    const status = reply.statusCode;
    requests.observe({ place: place(request, status), status: `${Math.floor(status / 100)}xx` }, reply.elapsedTime / 1000);
  });
  const told = (message: unknown) => {
    const { ms, failed: wrong } = message as StatementRun;
    statements.observe(ms / 1000);
    if (wrong) failed.inc();
  };
  statementsRun.subscribe(told);
  app.addHook('onClose', async () => {
    statementsRun.unsubscribe(told);
  });

  let read = 0;
  const refresh = async () => {
    const pool = poolState(db);
    for (const [state, count] of Object.entries(pool)) connections.set({ state }, count);
    engine.reset();
    engine.set({ engine: search.name }, 1);
    if (Date.now() - read < KEPT) return;
    read = Date.now();
    for (const one of [waiting, oldestJob, failedJobs]) one.reset();
    try {
      const state = await installationState(db);
      for (const { task, ...job } of state.jobs) {
        waiting.set({ task }, job.waiting);
        oldestJob.set({ task }, job.oldest);
        failedJobs.set({ task }, job.failed);
      }
      unsent.set(state.mails.unsent);
      oldestMail.set(state.mails.oldest);
      eventsWaiting.set(state.webhooks.waiting);
      oldestEvent.set(state.webhooks.oldest);
      deadHooks.set(state.webhooks.dead);
      head.set(state.logHead);
      records.set(state.records);
      sessions.set(state.sessions);
      size.set(state.databaseSize);
      up.set(1);
    } catch {
      // What cannot be asked for must not look as it was.
      for (const one of [unsent, oldestMail, eventsWaiting, oldestEvent, deadHooks, head, records, sessions, size]) one.remove();
      up.set(0);
    }
  };

  app.get('/metrics', async (request, reply) => {
    const shown = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    // Where there is nobody to answer, nothing is there.
    if (token === null ? request.fromAfar : !sameText(shown, token)) throw fault(token === null ? 404 : 401);
    await refresh();
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}

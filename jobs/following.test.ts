import { type ChildProcess, spawn } from 'node:child_process';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { sendDigests } from '#api/following/digest.ts';
import { makeMatcher, matchChanges } from '#api/following/match.ts';
import { countStatements } from '#test/ask.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { startWorker } from './worker.ts';

const { db, pool, url, services, goLive } = await contributeLibrary();
const settings = { smtpUrl: null, mailFrom: 'atrium@example.org', baseUrl: 'http://localhost:3000', secret: 'a secret of the test, long enough' };
const run = { baseUrl: settings.baseUrl, secret: settings.secret };
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** So many people who follow a search and an organization daily, from now on. */
const follow = (count: number, name: string) =>
  sql`
  WITH people AS (INSERT INTO person (name, email, email_verified) SELECT ${name} || n, ${name} || n || '@example.org', true FROM generate_series(1, ${count}::int) n RETURNING id),
    made AS (INSERT INTO watch (address) VALUES ('/search?q=quadrant') ON CONFLICT (address) DO UPDATE SET created_at = now() RETURNING id),
    two AS (SELECT id FROM made UNION ALL SELECT w.id FROM watch w JOIN record r ON r.id = w.record_id WHERE r.slug = 'fao')
  INSERT INTO follow (person_id, watch_id, name, frequency, told_until, told_at)
  SELECT p.id, w.id, 'Quadrants', 'DAILY', (SELECT max(sequence) FROM log_entry), now() - interval '1 hour' FROM people p, two w`.execute(db);
const mailsOf = async (name: string) => {
  const { rows } = await sql<{ mails: number; people: number; most: number }>`
    SELECT count(*)::int AS mails, count(DISTINCT person_id)::int AS people, coalesce(max(length(text) - length(replace(text, 'A quadrant', ''))) / length('A quadrant'), 0)::int AS most
    FROM mail_outbox WHERE event_key LIKE 'digest:%' AND address LIKE ${`${name}%`}`.execute(db);
  return rows[0];
};
await sql`INSERT INTO watch (record_id) SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'fao'`.execute(db);
const matcher = makeMatcher(db, pool);
await matchChanges(matcher);

it('needs as many statements for hundreds of people as for ten, to find what is new and to write their mails', { timeout: 240_000 }, async () => {
  const measured: number[][] = [];
  for (const count of [10, 900]) {
    await follow(count, `bound${count}-`);
    await goLive({ content: lessonOf(`A quadrant for ${count}`) });
    const matching = countStatements(services);
    await matchChanges(matcher);
    const matched = matching.stop().length;
    const telling = countStatements(services);
    await sendDigests(db, 'DAILY', { ...run, slot: new Date() });
    measured.push([matched, telling.stop().length]);
  }
  expect(await mailsOf('bound900-')).toEqual({ mails: 900, people: 900, most: 1 });
  console.info(`Statements to match and to tell: ${JSON.stringify(measured)} for 10 and for 910 people.`);
  expect(measured[1]).toEqual(measured[0]);
  expect(measured[0]?.[0]).toBeLessThanOrEqual(8);
  expect(measured[0]?.[1]).toBeLessThanOrEqual(8);
});

/** A worker in a process of its own. */
function workerProcess(): ChildProcess {
  const code = `
    const [{ connect }, { startWorker }] = await Promise.all([import('#prisma/database.ts'), import('./' + 'jobs/worker.ts')]);
    const { db, pool } = connect(process.env.DATABASE_URL, { max: 5, applicationName: 'killed-worker' });
    await startWorker({ db, pool, settings: ${JSON.stringify(settings)}, report: (said) => console.error(said) });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.push(child);
  return child;
}

it('leaves nobody out and tells nobody twice when it is killed while it writes', { timeout: 300_000 }, async () => {
  // Made once, so that the queue's own tables are there.
  await (await startWorker({ db, pool, settings, report: () => {} }))();
  await db.deleteFrom('follow').execute();
  await follow(2500, 'killed-');
  await goLive({ content: lessonOf('A quadrant on the wall') });
  await matchChanges(matcher);
  // Somebody holds what one person of the second thousand follows: their mails are written by then, and not yet kept.
  const holder = await pool.connect();
  const { rows: held } = await holder.query("SELECT id FROM person WHERE email LIKE 'killed-%' ORDER BY id OFFSET 1500 LIMIT 1");
  await holder.query('BEGIN');
  await holder.query('SELECT FROM follow WHERE person_id = $1 FOR UPDATE', [held[0].id]);
  await pool.query("SELECT graphile_worker.add_job('follow_digest', json_build_object('frequency', 'DAILY'), max_attempts := 5)");
  const child = workerProcess();
  const waiting = async () =>
    Number(
      (
        await pool.query(
          "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE follow%'",
        )
      ).rows[0].n,
    );
  await expect.poll(waiting, { timeout: 120_000, interval: 200 }).toBe(1);
  await new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
  await holder.query('ROLLBACK');
  holder.release();
  await expect.poll(waiting, { timeout: 20_000, interval: 100 }).toBe(0);
  const before = await mailsOf('killed-');
  expect(before).toEqual({ mails: 1000, people: 1000, most: 1 });

  // A lock that was taken this moment is left alone: its worker may not have shown itself yet.
  await pool.query("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_by IS NOT NULL");
  const stop = await startWorker({ db, pool, settings, report: () => {} });
  try {
    await expect.poll(async () => (await mailsOf('killed-'))?.mails, { timeout: 120_000, interval: 500 }).toBe(2500);
  } finally {
    await stop();
  }
  expect(await mailsOf('killed-')).toEqual({ mails: 2500, people: 2500, most: 1 });
  // Nothing is left to be told, by the next run either.
  await sendDigests(db, 'DAILY', { ...run, slot: new Date(Date.now() + 86_400_000) });
  expect(await mailsOf('killed-')).toEqual({ mails: 2500, people: 2500, most: 1 });
  const { rows } = await sql<{ jobs: number; told: number }>`
    SELECT (SELECT count(*)::int FROM follow_told t JOIN person p ON p.id = t.person_id WHERE p.email LIKE 'killed-%') AS told,
      (SELECT count(DISTINCT t.mail_id)::int FROM follow_told t JOIN person p ON p.id = t.person_id WHERE p.email LIKE 'killed-%') AS jobs`.execute(db);
  expect(rows[0]).toEqual({ told: 2500, jobs: 2500 });
});

/**
 * `npm run bench:following [-- --followers 50000 --events 10000 --kill]`
 *
 * A day of what people follow at size: so many people who each follow three entries and a search, so many entries published. It prints how
 * many statements finding what is new and writing the mails take, for each thousand people, and how long; with `--kill` a second process
 * writes the mails and is killed when half of them are there, and the rest is written after it: no mail is missing, none is there twice.
 * `jobs/following.test.ts` holds the same by counts at a smaller size. It makes a database of its own and deletes it at the end; run it on a
 * machine that does nothing else.
 */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { sendDigests } from '#api/following/digest.ts';
import { makeMatcher, matchChanges } from '#api/following/match.ts';
import { connect } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { statementsRun } from '#prisma/pool.ts';
import { FOLDER, openLibraries } from './libraries.ts';
import { sizeOf } from './made.ts';

const { values: options } = parseArgs({
  options: {
    followers: { type: 'string', default: '50000' },
    events: { type: 'string', default: '10000' },
    folder: { type: 'string', default: FOLDER },
    kill: { type: 'boolean', default: false },
  },
});
const [followers, events] = [Number(options.followers), Number(options.events)];
const run = { baseUrl: 'http://localhost:3000', secret: 'a secret of the bench, long enough' };
const say = (line: string) => console.log(line);

const libraries = await openLibraries(options.folder, say);
const url = await libraries.copy(events, { size: sizeOf(events), agreements: 0 });
const { db, pool, close } = connect(url, { max: 5, applicationName: 'bench-following' });
/** What a part of the day takes: statements, and seconds. @param thousands of people that it serves */
async function measured(name: string, thousands: number, work: () => Promise<number>): Promise<void> {
  let statements = 0;
  const count = () => statements++;
  statementsRun.subscribe(count);
  const began = performance.now();
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  statementsRun.unsubscribe(count);
  say(`${name}: ${done} in ${seconds.toFixed(1)} s, ${statements} statements, ${(statements / thousands).toFixed(1)} for each thousand`);
}
const people = followers / 1000;

say(`${followers} people follow three entries and a search each.`);
await sql`INSERT INTO person (name, email, email_verified) SELECT 'Follower ' || n, 'follower' || n || '@example.org', true FROM generate_series(1, ${followers}::int) n`.execute(
  db,
);
await sql`INSERT INTO watch (address) VALUES ('/search?q=made') ON CONFLICT DO NOTHING`.execute(db);
await sql`INSERT INTO watch (record_id) SELECT id FROM record WHERE kind = 'PROJECT' ON CONFLICT DO NOTHING`.execute(db);
await sql`
  INSERT INTO follow (person_id, watch_id, name, frequency, told_until, told_at)
  SELECT p.id, w.id, 'Made', 'DAILY', (SELECT coalesce(max(sequence), 0) FROM log_entry), now() - interval '1 day'
  FROM (SELECT id, row_number() OVER () AS n FROM person WHERE email LIKE 'follower%') p
  JOIN (SELECT id, record_id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS all FROM watch) w
    ON w.record_id IS NULL OR w.n % greatest(w.all / 3, 1) = p.n % greatest(w.all / 3, 1)`.execute(db);
const matcher = makeMatcher(db, pool);
await matchChanges(matcher);

say(`${events} entries change.`);
const { rows: records } = await sql<{ id: string; slug: string }>`SELECT id, slug FROM record WHERE kind = 'PROJECT' ORDER BY id LIMIT ${events}`.execute(db);
for (let at = 0; at < records.length; at += 1000)
  await db.transaction().execute((trx) =>
    appendLog(
      trx,
      records.slice(at, at + 1000).map(({ id, slug }) => ({
        kind: 'RECORD_PUBLISHED' as const,
        body: { record: id, kind: 'PROJECT', slug, number: 2, author: 'somebody who does not follow' },
      })),
    ),
  );
await measured('Finding to what they belong', events / 1000, () => matchChanges(matcher));

const mails = async () => Number((await sql<{ n: string }>`SELECT count(*) AS n FROM mail_outbox WHERE event_key LIKE 'digest:%'`.execute(db)).rows[0]?.n);
if (options.kill) {
  const code = `
    const [{ connect }, { sendDigests }] = await Promise.all([import('#prisma/database.ts'), import('#api/following/digest.ts')]);
    const { db } = connect(process.env.DATABASE_URL, { max: 2, applicationName: 'bench-killed' });
    await sendDigests(db, 'DAILY', { ...${JSON.stringify(run)}, slot: new Date() });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => {
    child.once('exit', done);
  });
  while (child.exitCode === null && (await mails()) < followers / 2) await wait(50);
  child.kill('SIGKILL');
  await ended;
  say(`Killed when ${await mails()} mails were there.`);
}
await measured('Writing the mails', people, () => sendDigests(db, 'DAILY', { ...run, slot: new Date() }));
const { rows } = await sql<{
  mails: string;
  people: string;
}>`SELECT count(*) AS mails, count(DISTINCT person_id) AS people FROM mail_outbox WHERE event_key LIKE 'digest:%'`.execute(db);
say(`${rows[0]?.mails} mails to ${rows[0]?.people} people; ${followers} were to get one each.`);
await measured('The run after it, with nothing new', people, () => sendDigests(db, 'DAILY', { ...run, slot: new Date(Date.now() + 86_400_000) }));
await close();
await libraries.stop();
if (Number(rows[0]?.mails) !== followers || Number(rows[0]?.people) !== followers) process.exitCode = 1;

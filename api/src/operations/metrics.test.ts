import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { startWorker } from '../../../jobs/worker.ts';
import { realPages, testDoor } from '#test/door.ts';
import { queueMail } from '../mail/queue.ts';

const { serve, db, pool } = await testDoor();
await (await startWorker({ db, pool, settings: { smtpUrl: null, mailFrom: 'a@example.org', baseUrl: 'http://localhost:3000' }, report: () => {} }))();
const token = 'a-token-of-enough-letters-for-a-test';
const metrics = async (app: Awaited<ReturnType<typeof serve>>, headers: Record<string, string> = {}) =>
  app.inject({ url: '/metrics', headers: { host: 'localhost:3000', ...headers } });
const figure = (text: string, name: string) => Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);

describe('/metrics', () => {
  it('is for this machine alone, or for who shows the token', async () => {
    const open = await serve();
    expect((await metrics(open)).statusCode).toBe(200);
    for (const far of [{ 'x-forwarded-for': '203.0.113.1' }, { forwarded: 'for=203.0.113.1' }] as Record<string, string>[])
      expect((await metrics(open, far)).statusCode).toBe(404);
    expect((await open.inject({ url: '/metrics', headers: { host: 'localhost:3000' }, remoteAddress: '203.0.113.1' })).statusCode).toBe(404);
    const closed = await serve({ METRICS_TOKEN: token, BASE_URL: 'https://atrium.example.org' });
    expect((await metrics(closed, { authorization: `Bearer ${token}` })).statusCode).toBe(200);
    for (const shown of ['', 'Bearer ', `Bearer ${token}x`, token])
      expect([shown, (await metrics(closed, { authorization: shown })).statusCode]).toEqual([shown, 401]);
  });

  it('says what waits, how large things are and what was asked for, with labels that nobody can make', { timeout: 120_000 }, async () => {
    const app = await serve({}, { pages: await realPages() });
    await db.transaction().execute((trx) => queueMail(trx, { key: 'metrics', address: 'one@example.org', subject: 'A subject', text: 'Words.' }));
    await pool.query("UPDATE mail_outbox SET created_at = now() - interval '1 hour'");
    await pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() - interval '30 minutes'");
    for (const url of ['/projects/building-blocks', '/projects?stage=PILOT', '/search?q=a-word-of-somebody', '/made-up-1/x', '/projects.csv'])
      await app.inject({ url, headers: { host: 'localhost:3000' } });
    for (let index = 0; index < 6; index++)
      await app.inject({ url: `/nowhere-${'abcdefghijklmnopqrstuvwxyzabcd'[index]}-${index}`, headers: { host: 'localhost:3000' } });
    const { body } = await metrics(app);
    expect(figure(body, 'atrium_mails_unsent')).toBe(1);
    expect(figure(body, 'atrium_mails_oldest_unsent_seconds')).toBeGreaterThan(3500);
    expect(figure(body, 'atrium_jobs_waiting{task="send_mail"}')).toBe(1);
    expect(figure(body, 'atrium_jobs_oldest_seconds{task="send_mail"}')).toBeGreaterThan(1700);
    expect(figure(body, 'atrium_database_up')).toBe(1);
    expect(figure(body, 'atrium_search_engine{engine="postgres"}')).toBe(1);
    const { rows } = await pool.query<{ head: number; records: number }>(
      'SELECT (SELECT max(sequence) FROM log_entry) AS head, (SELECT count(*) FROM record WHERE archived_at IS NULL) AS records',
    );
    expect([figure(body, 'atrium_log_head'), figure(body, 'atrium_records')]).toEqual([rows[0]?.head, rows[0]?.records]);
    expect(figure(body, 'atrium_request_seconds_count{place="/projects",status="2xx"}')).toBe(2);
    expect(body).toContain('place="/search"');
    expect(body).toMatch(/atrium_statement_seconds_count [1-9]/);
    expect(body).toContain('nodejs_eventloop_lag_seconds');
    for (const never of ['building-blocks', 'a-word-of-somebody', 'made-up', 'nowhere', 'one@example.org']) expect(body).not.toContain(never);
    expect(new Set([...body.matchAll(/place="([^"]+)"/g)].map(([, place]) => place)).size).toBeLessThan(12);
  });

  it('says that the database is away, and no figure of before, in place of failing', async () => {
    const app = await serve();
    await metrics(app);
    const away = await serve();
    const transaction = await pool.connect();
    await transaction.query('BEGIN; LOCK TABLE mail_outbox IN ACCESS EXCLUSIVE MODE');
    try {
      const { statusCode, body } = await metrics(away);
      expect([statusCode, figure(body, 'atrium_database_up')]).toEqual([200, 0]);
      expect(body).not.toMatch(/^atrium_mails_unsent \d/m);
    } finally {
      await transaction.query('ROLLBACK');
      transaction.release();
    }
  });

  it('has every figure that the alerts and the dashboard ask for', async () => {
    const app = await serve();
    const { body } = await metrics(app);
    const known = new Set([...body.matchAll(/^# TYPE (\S+)/gm)].flatMap(([, name]) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]));
    const file = (name: string) => readFileSync(new URL(`../../../docs/operate/${name}`, import.meta.url), 'utf8');
    const rules = parse(file('alerts.yaml')) as { groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[] };
    const panels = (JSON.parse(file('dashboard.json')) as { panels: { targets: { expr: string }[] }[] }).panels;
    const asked = [
      ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    expect(asked.length).toBeGreaterThan(15);
    const names = new Set(asked.flatMap((expr) => [...expr.matchAll(/\b(atrium_\w+|nodejs_\w+|process_\w+)/g)].map(([name]) => name)));
    expect([...names].filter((name) => !known.has(name))).toEqual([]);
  });
});

// A real request over a real socket: what `inject` says of addresses is its own.
it('answers over a socket of this machine', async () => {
  const app = await serve();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const status = await new Promise<number | undefined>((done) =>
    httpRequest({ port, path: '/metrics', headers: { host: `localhost:${port}` } }, (answer) => done(answer.resume().statusCode)).end(),
  );
  expect(status).toBe(200);
});

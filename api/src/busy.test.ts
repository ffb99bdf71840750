import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '#prisma/database.ts';
import { doing, statementTimes } from '#prisma/work.ts';
import { makePeople } from '#test/uptake.ts';
import { testApp, testLibrary } from '#test/ask.ts';
import { limits } from './allowance.ts';
import { makeYoga } from './yoga.ts';

const { db, url, services } = await testLibrary();
const people = await makePeople(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a header here; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(headers.get('x-person') ?? '') ?? null;
const app = await testApp(services);
const port = (await app.listen({ port: 0, host: '127.0.0.1' }).then(() => app.server.address() as AddressInfo)).port;

/** A connection outside of the server's pool. */
const other = new pg.Client(url);
/** And one that looks on: within a transaction PostgreSQL shows what ran at its beginning. */
const watch = new pg.Client(url);
await Promise.all([other.connect(), watch.connect()]);
afterAll(() => Promise.all([other.end(), watch.end()]));
/** Keeps everybody from reading a table, as a long change of it does. */
async function locked<Result>(table: string, run: () => Promise<Result>): Promise<Result> {
  await other.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  try {
    return await run();
  } finally {
    await other.query('ROLLBACK');
  }
}
/** The statements of the server that PostgreSQL runs, those that wait for a lock among them. */
const running = async (): Promise<string[]> =>
  (
    await watch.query<{ query: string }>(
      "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND application_name IN ('atrium', 'atrium-search')",
    )
  ).rows.map(({ query }) => query);
/** Waits until something holds. The whole test has a limit of its own. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
}

const post = (query: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify({ query }) });
const projects = '{ projects(first: 1) { edges { node { title } } } }';

describe('a request that takes too long', () => {
  it('is given up, says so, and its statement is cancelled in the database', async () => {
    const yoga = makeYoga(services, { error: () => {} }, { ...limits, time: 300 });
    await locked('record', async () => {
      const response = await yoga.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: projects }),
      });
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY', retryAfter: 5 } }] });
      await until(async () => (await running()).length === 0);
    });
    expect((await post(projects)).json().errors).toBeUndefined();
  });

  it('has its statement cancelled also in a transaction, which is undone', async () => {
    const ended = new AbortController();
    await locked('record', async () => {
      const written = doing({ side: 'PERSON', kind: 'READ', signal: ended.signal }, () =>
        db.transaction().execute(async (trx) => {
          await trx.insertInto('person').values({ name: 'Nobody', email: 'nobody@example.org' }).execute();
          await sql`SELECT count(*) FROM record`.execute(trx);
        }),
      );
      const refused = expect(written).rejects.toThrow('no more');
      await until(async () => (await running()).length === 1);
      ended.abort(new Error('no more'));
      await refused;
      expect(await running()).toEqual([]);
    });
    expect(await db.selectFrom('person').select('id').where('email', '=', 'nobody@example.org').execute()).toEqual([]);
  });
});

describe('a reader who goes away', () => {
  /** Sends a query over a real connection and breaks it as soon as the database is at work. */
  const sendAndLeave = async (query: string, person?: string) => {
    const sent = httpRequest({
      port,
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(person ? { 'x-person': person } : {}) },
    });
    sent.on('error', () => {});
    sent.end(JSON.stringify({ query }));
    await until(async () => (await running()).length > 0);
    const closed = new Promise((done) => sent.once('close', done));
    sent.destroy();
    await closed;
  };

  it('takes what was asked along: the statement is cancelled in the database', async () => {
    await locked('record', async () => {
      await sendAndLeave(projects);
      await until(async () => (await running()).length === 0);
    });
  });

  it('of a list page and a file too', async () => {
    for (const path of ['/projects.csv', '/uptake.docx']) {
      await locked('record', async () => {
        const sent = httpRequest({ port, path });
        sent.on('error', () => {});
        sent.end();
        await until(async () => (await running()).length > 0);
        sent.destroy();
        await until(async () => (await running()).length === 0);
      });
    }
  });

  it('leaves what was sent to be kept: it is kept', async () => {
    await locked('record', () => sendAndLeave('mutation { followUptake(frequency: DAILY) { __typename } }', people.wfpMember.id));
    await until(async () => (await db.selectFrom('uptakeSubscription').selectAll().execute()).length === 1);
  });
});

describe('many strangers at once', () => {
  it('take only their share of the connections: signed-in people get through, and the server is ready', { timeout: 40_000 }, async () => {
    await locked('citation', async () => {
      const strangers = Array.from({ length: 150 }, () => post('{ library { citations } }'));
      await until(async () => (await running()).length === 3);
      // The pool of a test has five connections.
      const person = await post(projects, { 'x-person': people.wfpMember.id });
      expect(person.json().data.projects.edges).toHaveLength(1);
      expect((await running()).length).toBe(3);
      const ready = await app.inject('/ready');
      expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true, database: true, search: true }]);
      expect((await app.inject('/health')).statusCode).toBe(200);
      const refused = (await Promise.all(strangers)).filter(({ statusCode }) => statusCode === 503);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused) {
        expect(answer.headers['retry-after']).toBe('5');
        expect(answer.json().errors[0].extensions).toEqual({ code: 'BUSY', reason: 'BUSY', params: {}, retryAfter: 5 });
      }
    });
    expect((await post('{ library { citations } }')).json().data.library.citations).toBeGreaterThan(0);
  });
});

describe('the time of a statement', () => {
  const time = (kind: 'READ' | 'FILE' | 'JOB') =>
    doing({ side: 'JOB', kind }, async () => {
      const { rows } = await sql<{ statement: string; idle: string }>`
        SELECT current_setting('statement_timeout') AS statement, current_setting('idle_in_transaction_session_timeout') AS idle`.execute(db);
      return rows[0];
    });
  it('is short where a reader waits and long for files and jobs, on whichever connection', async () => {
    for (let turn = 0; turn < 3; turn++) {
      expect(await time('READ')).toEqual({ statement: `${statementTimes.READ / 1000}s`, idle: '1min' });
      expect(await time('FILE')).toEqual({ statement: '1min', idle: '1min' });
      expect(await time('JOB')).toEqual({ statement: '10min', idle: '1min' });
    }
  });
});

it('tells a database that is gone from one that is busy', async () => {
  const { db: full, close } = connect(url, { max: 1 });
  afterAll(close);
  const one = await testApp({ ...services, db: full });
  await locked('record', async () => {
    const held = sql`SELECT count(*) FROM record`.execute(full).catch(() => {});
    await until(async () => (await running()).length > 0);
    expect((await one.inject('/ready')).json()).toMatchObject({ database: true });
    await watch.query(
      "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND application_name = 'atrium'",
    );
    await held;
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import S3rver from '@20minutes/s3rver';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { grantMembership } from '#api/accounts/memberships.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { queueMail } from '#api/mail/queue.ts';
import { connect } from '#prisma/database.ts';
import { lineTo } from './line.ts';

// Breaks each part in turn while people read and write, and tells what they saw, what was lost, what was sent twice and how long
// each part took to come back. Two processes serve, a third does the jobs. `npm run drill` runs all of it, a test a short form.

/** What was seen while a part was broken and until everything answered again. */
type Outcome = {
  fault: string;
  /** Requests by what came back: a status, or "none" where no process answered. */
  seen: Record<string, number>;
  /** From the end of the fault until both processes and the jobs answered (seconds). */
  back: number;
};
export type Report = {
  outcomes: Outcome[];
  /** What was acknowledged, and what of it was not there at the end. */
  saved: number;
  lostSaves: number;
  uploaded: number;
  lostUploads: number;
  mails: number;
  lostMails: number;
  twice: number;
  /** Mails that came again as the same mail, under one Message-ID: a process was killed between the server's word and its own note of it. */
  repeated: number;
  /** What is wrong with the log; null where it fits. */
  log: string | null;
  entries: number;
  /** What the serving processes wrote into their logs as errors of ours, each once. */
  errors: string[];
};

/** The database of a drill. Where it is one of the drill's own, it can be killed; `start` gives the port of the new server. */
type DrillDatabase = { url: string; kill?: () => Promise<void>; stop?: () => Promise<void>; start?: () => Promise<number> };
export type Options = {
  database: DrillDatabase;
  /** Names of the faults that are wanted; all that are possible without. */
  only?: string[];
  /** Readers and writers at once. */
  readers: number;
  writers: number;
  /** How long each fault lasts (milliseconds). */
  lasts: number;
  /** Does not wait for the clock where a lock or a claim runs out by itself. */
  hurried?: boolean;
  say?: (line: string) => void;
};

const SECRET = 'a secret of a drill that has enough letters';
const PASSWORD = 'seven quiet herons over water';
const pages = ['/', '/projects', '/projects/building-blocks', '/vendors', '/lessons', '/recommendations', '/search?q=identity', '/vendors.csv'];

/** A program of ours in a process of its own, that can be killed, held and started again at the same port. */
class Program {
  private child: ChildProcess | null = null;
  /** What it said last. */
  said = '';
  /** The errors in its log, each once, but that the database has no time. */
  readonly errors = new Set<string>();
  at = '';
  private readonly file: string;
  private readonly env: Record<string, string>;
  private readonly ready: RegExp;

  constructor(file: string, env: Record<string, string>, ready: RegExp) {
    this.file = file;
    this.env = env;
    this.ready = ready;
  }

  async start(): Promise<void> {
    const port = this.at ? { PORT: new URL(this.at).port } : {};
    const child = spawn(process.execPath, [this.file], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', PORT: '0', ...this.env, ...port } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.said = '';
    await new Promise<void>((done, fail) => {
      if (child.stdout)
        createInterface(child.stdout).on('line', (line) => {
          if (this.errors.size < 20 && line.startsWith('{"level":') && !/"Busy"|"status":503/.test(line))
            this.errors.add(line.replace(/"(time|requestId|reqId|ms|pid)":[^,}]*,?/g, '').slice(0, 1500));
        });
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => {
          this.said = (this.said + chunk.toString()).slice(-4000);
          const match = this.ready.exec(this.said);
          if (!match) return;
          this.at = match[1] ?? '';
          done();
        });
      child.once('exit', (code) => fail(new Error(`${this.file} ended with ${code}: ${this.said}`)));
    });
  }

  /** Whether it runs and was not ended by a fault of another part. */
  alive = () => this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  signal = (signal: NodeJS.Signals) => void this.child?.kill(signal);
  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !this.alive()) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}

/** A mail server that can be silent, refuse or be away. */
async function mailServer() {
  let mood: 'well' | 'silent' | 'refusing' = 'well';
  const received: string[] = [];
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => {
      if (mood === 'refusing') return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      if (mood === 'well') done();
    },
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (piece: Buffer) => {
        text += piece.toString('latin1');
      });
      stream.on('end', () => {
        const id = /^message-id: *(\S+)/im.exec(text)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) {
          received.push(address);
          mails.push(`${address} ${id}`);
        }
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    received,
    mails,
    be: (next: typeof mood) => {
      mood = next;
      if (next === 'well') for (const connection of server.connections) connection.close();
    },
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

/** An object server that can be away. */
async function objectServer(directory: string) {
  const open = async (port: number) => {
    const server = new S3rver({ address: '127.0.0.1', port, silent: true, directory, allowMismatchedSignatures: true, configureBuckets: [{ name: 'atrium' }] });
    return { server, port: (await server.run()).port };
  };
  let { server, port } = await open(0);
  return {
    port,
    close: () => server.close(),
    open: async () => {
      ({ server, port } = await open(port));
    },
  };
}

/** Breaks each part in turn under load. */
export async function drill({ database, only, readers, writers, lasts, hurried = false, say = () => {} }: Options): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-drill-'));
  const address = new URL(database.url);
  const line = await lineTo(address.hostname, Number(address.port));
  const smtp = await mailServer();
  const objects = await objectServer(join(folder, 'objects'));
  const common = {
    DATABASE_URL: database.url.replace(`:${address.port}/`, `:${line.port}/`),
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    S3_URL: `http://S3RVER:S3RVER@127.0.0.1:${objects.port}/atrium`,
    AUTH_SECRET: SECRET,
    REQUESTS_PER_MINUTE: '1000000',
    WORKER: 'off',
  };
  const serving = ['one', 'two'].map((name) => new Program('start.ts', { ...common, DATA_DIR: join(folder, name) }, /Atrium is at (\S+)/));
  const jobs = new Program('worker.ts', { ...common, DATA_DIR: join(folder, 'jobs') }, /The worker is running()/);
  const [first, second] = serving as [Program, Program];
  // Through the line too: it follows the database wherever that is now.
  const { db, pool, close } = connect(common.DATABASE_URL, { max: 3 });
  let stopped = false;
  try {
    await first.start();
    await Promise.all([second.start(), jobs.start()]);

    // A person who writes, signed in as people are.
    const { hashPassword } = await import('better-auth/crypto');
    const email = 'writer@example.org';
    const writer = await db.transaction().execute(async (trx) => {
      const { id } = await trx.insertInto('person').values({ name: 'Writer', email, emailVerified: true }).returning('id').executeTakeFirstOrThrow();
      await trx
        .insertInto('credential')
        .values({ accountId: id, providerId: 'credential', userId: id, password: await hashPassword(PASSWORD) })
        .execute();
      const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'fao'`.execute(trx);
      await grantMembership(trx, { personId: id, role: 'FOCAL_POINT', organizationId: rows[0]?.id ?? null, deputy: false, origin: 'GRANT' }, null);
      return id;
    });
    const signed = await fetch(`${first.at}/account/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: first.at },
      body: new URLSearchParams({ email, password: PASSWORD }),
    });
    const cookie = signed.headers
      .getSetCookie()
      .map((part) => part.split(';')[0])
      .join('; ');

    let seen: Record<string, number> = {};
    const note = (what: string) => {
      seen[what] = (seen[what] ?? 0) + 1;
    };
    /** Asks one process and, as a balancer does, the other one where nobody answers at the first. */
    const ask = async (turn: number, path: string, init: RequestInit = {}): Promise<Response | null> => {
      for (const { at } of [serving[turn % 2] as Program, serving[(turn + 1) % 2] as Program]) {
        try {
          return await fetch(`${at}${path}`, { ...init, headers: { ...init.headers, origin: at }, signal: AbortSignal.timeout(30_000) });
        } catch (error) {
          // What was sent may have arrived: only what certainly did not is sent again.
          const { code } = ((error as Error).cause ?? {}) as { code?: string };
          if (init.method === 'POST' && code !== 'ECONNREFUSED') return null;
        }
      }
      return null;
    };
    const reading = Array.from({ length: readers }, async (_, reader) => {
      for (let turn = reader; !stopped; turn++) {
        const answer = await ask(turn, pages[turn % pages.length] as string);
        await answer?.arrayBuffer().catch(() => {});
        note(String(answer?.status ?? 'none'));
        await sleep(20);
      }
    });
    const saves: string[] = [];
    const uploads: string[] = [];
    const save =
      'mutation ($key: String, $content: JSON) { saveDraft(kind: LESSON, organization: "fao", key: $key, content: $content) { ... on DraftSaved { draft { id } } } }';
    const writing = Array.from({ length: writers }, async (_, number) => {
      for (let turn = 0; !stopped; turn++) {
        const body = JSON.stringify({ query: save, variables: { key: crypto.randomUUID(), content: { kind: 'LESSON', title: `Drill ${number} ${turn}` } } });
        const answer = await ask(turn + number, '/graphql', {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body,
        });
        const { data } = ((await answer?.json().catch(() => null)) ?? {}) as { data?: { saveDraft?: { draft?: { id: string } } } };
        const id = data?.saveDraft?.draft?.id;
        if (id) saves.push(id);
        note(id ? '200' : answer && answer.status !== 200 ? String(answer.status) : answer ? 'refused' : 'none');
        if (uploads.length < 40 && turn % 5 === 0) {
          const form = new FormData();
          form.set('file', new File([`%PDF-1.4\n% ${crypto.randomUUID()}\n%%EOF\n`], 'drill.pdf'));
          const sent = await ask(turn, '/files', { method: 'POST', headers: { cookie }, body: form });
          const file = ((await sent?.json().catch(() => null)) as { file?: string } | null)?.file;
          if (sent?.status === 201 && file) uploads.push(file);
          note(sent ? (sent.status === 201 ? '200' : String(sent.status)) : 'none');
        }
        // At most 120 changes of one person within a minute.
        await sleep(writers * 700);
      }
    });
    const queued: string[] = [];
    const queue = async (): Promise<string | null> => {
      const to = `drill-${crypto.randomUUID()}@example.org`;
      try {
        await db.transaction().execute((trx) => queueMail(trx, { key: `drill:${to}`, address: to, subject: 'A drill', text: 'Words.' }));
        queued.push(to);
        return to;
      } catch {
        return null;
      }
    };
    const mailing = (async () => {
      while (!stopped) {
        await queue();
        await sleep(300);
      }
    })();

    const hurry = async () => {
      if (!hurried) return;
      // A sender that lives renews its claim every fifteen seconds: less than forty left is a dead one's, on a busy machine too.
      await pool.query("UPDATE mail_outbox SET sending_until = now() WHERE sent_at IS NULL AND sending_until < now() + interval '40 seconds'").catch(() => {});
      await pool
        .query(
          "UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '20 seconds', run_at = least(run_at, now()) WHERE locked_by IS NOT NULL OR run_at > now()",
        )
        .catch(() => {});
    };
    /** Until both processes serve and are ready, and a mail that is written now was sent. */
    const untilBack = async () => {
      const began = Date.now();
      const well = async (at: string) => {
        for (const path of ['/projects/building-blocks?drill', '/ready'])
          if ((await fetch(`${at}${path}`, { signal: AbortSignal.timeout(5000) }).catch(() => null))?.status !== 200) return false;
        return true;
      };
      let probe: string | null = null;
      for (;;) {
        const up = (await Promise.all([well(first.at), well(second.at)])).every(Boolean);
        probe ??= up ? await queue() : null;
        if (up && probe && smtp.received.includes(probe)) return (Date.now() - began) / 1000;
        for (const one of [...serving, jobs]) if (!one.alive()) throw new Error(`A process ended by itself: ${one.said}`);
        if (Date.now() - began > 180_000) throw new Error('It did not come back within three minutes.');
        await sleep(50);
      }
    };

    const restart = async () => {
      const port = await database.start?.();
      await line.cut();
      await line.open(port);
    };
    const terminate = () =>
      pool
        .query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'atrium%'",
        )
        .then(
          () => {},
          () => {},
        );
    type Fault = { name: string; begin: () => unknown; end: () => unknown; possible?: boolean };
    const nothing = () => {};
    const faults: Fault[] = [
      { name: 'all connections of the database are ended', begin: terminate, end: nothing },
      { name: 'the database refuses connections', begin: () => line.cut(), end: () => line.open() },
      { name: 'the database hangs: nothing arrives', begin: () => line.hold(), end: () => line.release() },
      { name: 'PostgreSQL restarts', begin: async () => database.stop?.(), end: restart, possible: Boolean(database.stop) },
      { name: 'PostgreSQL is killed', begin: async () => database.kill?.(), end: restart, possible: Boolean(database.kill) },
      { name: 'a serving process is killed', begin: () => first.end('SIGKILL'), end: () => first.start() },
      { name: 'a serving process hangs', begin: () => second.signal('SIGSTOP'), end: () => second.signal('SIGCONT') },
      { name: 'a serving process is told to end', begin: () => second.end('SIGTERM'), end: () => second.start() },
      { name: 'the jobs are killed', begin: () => jobs.end('SIGKILL'), end: () => jobs.start() },
      { name: 'the mail server says nothing', begin: () => smtp.be('silent'), end: () => smtp.be('well') },
      { name: 'the mail server refuses', begin: () => smtp.be('refusing'), end: () => smtp.be('well') },
      { name: 'the object store is away', begin: () => objects.close(), end: () => objects.open() },
    ];
    await untilBack();
    const outcomes: Outcome[] = [];
    for (const { name, begin, end, possible = true } of faults) {
      if (!possible || (only && !only.includes(name))) continue;
      seen = {};
      await begin();
      await sleep(lasts);
      await end();
      const hurrying = hurried ? setInterval(hurry, 1000) : undefined;
      const back = await untilBack().finally(() => clearInterval(hurrying));
      const outcome = { fault: name, seen: { ...seen }, back };
      outcomes.push(outcome);
      say(`| ${name} | ${seenText(outcome)} | ${back.toFixed(1)} |`);
    }

    stopped = true;
    await Promise.all([...reading, ...writing, mailing]);
    // What waits for the next try of a failed mail is not lost: asked for now, it goes now.
    const unsent = async () => (await pool.query('SELECT FROM mail_outbox WHERE sent_at IS NULL')).rowCount ?? 0;
    for (const until = Date.now() + 120_000; (await unsent()) > 0 && Date.now() < until; await sleep(500)) {
      await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_by IS NULL AND run_at > now()');
      await hurry();
    }
    const kept = await db.selectFrom('draft').select('id').where('authorId', '=', writer).execute();
    const there = new Set(kept.map(({ id }) => id));
    const opened = await Promise.all(uploads.map((hash) => fetch(`${second.at}/files/${hash}`, { headers: { cookie } }).then(({ status }) => status)));
    const { fault, entries } = await verifyDatabase(db);
    return {
      errors: serving.flatMap((one) => [...one.errors]),
      outcomes,
      saved: saves.length,
      lostSaves: saves.filter((id) => !there.has(id)).length,
      uploaded: uploads.length,
      lostUploads: opened.filter((status) => status !== 200).length,
      mails: queued.length,
      lostMails: queued.filter((to) => !smtp.received.includes(to)).length,
      twice: new Set(smtp.mails).size - new Set(smtp.received).size,
      repeated: smtp.mails.length - new Set(smtp.mails).size,
      log: fault && `entry ${fault.sequence}: ${fault.message}`,
      entries,
    };
  } finally {
    stopped = true;
    for (const one of [...serving, jobs]) {
      one.signal('SIGCONT');
      await one.end('SIGKILL');
    }
    await close();
    await line.cut().catch(() => {});
    await smtp.close();
    await objects.close().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was seen, as a cell of a table. */
const seenText = ({ seen }: Outcome) =>
  Object.entries(seen)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ');

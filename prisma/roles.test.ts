import { randomBytes } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { type Loaded, loadList, withdrawList } from '#api/screening/load.ts';
import { endKept } from '#api/screening/match.ts';
import { doRun } from '#api/screening/run.ts';
import { reportUptake, type Written } from '#api/uptake/write.ts';
import { latestCheckpoint } from '#api/log/checkpoint.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { startWorker } from '../jobs/worker.ts';
import { testApp } from '#test/ask.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { newSigner } from '#api/log/note.ts';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeServices } from '#api/context.ts';
import { rebuildIndex } from '#search/reindex.ts';
import { connect } from './database.ts';
import { expectMigrated, migrate } from './migrate.ts';
import { excessRights, roleOf } from './roles.ts';

// The application with a database role of its own, beside the one that owns the tables.

const library = await contributeLibrary();
const name = `app_${randomBytes(6).toString('hex')}`;
const appUrl = library.url.replace(/\/\/[^@]+@/, `//${name}:secret-of-a-check@`);
await migrate(library.pool, roleOf(appUrl));
const { db, pool, close } = connect(appUrl, { max: 5 });
const folder = await mkdtemp(join(tmpdir(), 'atrium-roles-'));
afterAll(async () => {
  await close();
  await library.pool.query(`DROP OWNED BY ${name}`);
  await library.pool.query(`DROP ROLE ${name}`);
  await rm(folder, { recursive: true, force: true });
});
// Everything that the tests of contributing use, over the connection of the application.
Object.assign(library.services, { db });

it('is refused what changes tables, rights, or what is kept for ever', async () => {
  const refused = [
    'CREATE TABLE forged (id int)',
    'CREATE TEMPORARY TABLE record (id int)',
    'ALTER TABLE record ADD COLUMN forged int',
    'DROP TABLE log_entry',
    'ALTER TABLE log_entry DISABLE TRIGGER log_entry_stays',
    'DROP TRIGGER log_entry_stays ON log_entry',
    'CREATE OR REPLACE FUNCTION log_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'CREATE FUNCTION forged() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE SCHEMA forged',
    "SET session_replication_role = 'replica'",
    `ALTER ROLE ${name} SUPERUSER`,
    'CREATE ROLE forged',
    'SET ROLE atrium',
    'UPDATE schema_migration SET checksum = checksum',
    'UPDATE action SET printed = false',
    'DELETE FROM action',
    "INSERT INTO paragraph (source_id, number, text) SELECT id, 1, 'x' FROM record LIMIT 1",
    'CREATE INDEX forged ON record (title)',
    "COPY record TO PROGRAM 'cat'",
    ...[
      'log_entry',
      'log_seal',
      'log_node',
      'log_checkpoint',
      'revision',
      'uptake_entry',
      'uptake_confirmation',
      'uptake_publication',
      'uptake_withdrawal',
      'uptake_judgement',
      'uptake_comment',
      'uptake_activity',
      'uptake_activity_action',
      'uptake_activity_confirmation',
    ].flatMap((table) => [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `UPDATE ${table} SET ${table === 'log_node' ? 'level = level' : table.startsWith('log_') ? (table === 'log_checkpoint' ? 'size = size' : 'sequence = sequence') : table === 'revision' ? "reason = 'x'" : table === 'uptake_activity' ? "title = 'x'" : table.startsWith('uptake_activity_') ? 'version_id = version_id' : 'demo = true'}`,
    ]),
    ...['screening_check', 'screening_word', 'screening_name', 'screening_decision', 'agreement_drawing'].flatMap((table) => [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]),
    "UPDATE screening_check SET checked_at = now() - interval '300 days'",
    "UPDATE screening_name SET name = 'Something Harmless'",
    "UPDATE screening_word SET why = 'SAME'",
    "UPDATE screening_entry SET names_hash = ''",
    "UPDATE screening_list SET name = 'Another'",
    'UPDATE screening_candidate SET score = 0',
    'UPDATE screening_run SET asked_by = NULL',
    'UPDATE agreement SET organization_id = organization_id',
    'UPDATE agreement SET demo = true',
    'UPDATE agreement_version SET ceiling = 1',
    "UPDATE agreement_request SET text = 'x'",
    ...['agreement', 'agreement_version', 'agreement_request', 'screening_list', 'screening_run', 'screening_candidate'].map((table) => `DELETE FROM ${table}`),
    'TRUNCATE record CASCADE',
  ];
  for (const statement of refused) {
    const answer = await pool.query(statement).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
    // insufficient_privilege
    expect([statement, answer]).toEqual([statement, '42501']);
  }
});

it('does everything that people do: publishes, reports, gives roles, signs the log', async () => {
  const { services, demo, goLive, ask } = library;
  expect(services.db).toBe(db);
  const draft = await goLive({ content: lessonOf('With a role of its own'), reason: 'For a check.' });
  expect(draft.state).toBe('LIVE');
  const fao = await demo('fao-focal-point');
  const written = (await reportUptake(db, fao, {
    cell: { recommendation: '1', organization: 'fao' },
    given: { effectiveDate: '2024-05-01', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
    idempotencyKey: 'with-a-role',
  })) as Written;
  expect(written.repeated).toBe(false);
  const archived = await ask(
    await demo('secretariat'),
    'mutation { archiveRecord(kind: LESSON, slug: "with-a-role-of-its-own", reason: "For a check.") { __typename } }',
  );
  expect(archived.archiveRecord.__typename).toBe('RecordArchived');
  const secretariat = await demo('secretariat');
  const bytes = new Uint8Array(readFileSync(new URL('../seed/screening/targets.simple.csv', import.meta.url)));
  const list = (await loadList(db, secretariat, { bytes }, 'For a check')) as Loaded;
  await doRun(db, list.runId, { baseUrl: 'http://localhost' });
  await endKept();
  expect(await withdrawList(db, secretariat, list.listId, 'It was for a check.')).toEqual({ id: list.listId });
  const keeper = { signer: newSigner('log.example.org', 'NOTE'), kept: join(folder, 'log-checkpoint') };
  expect(await latestCheckpoint(db, keeper)).toMatch(/^log\.example\.org\n\d+\n/);
  expect((await verifyDatabase(db, keeper)).faults).toEqual([]);
}, 120_000);

/** What the code of the server and its jobs changes: columns by UPDATE (those of an INSERT that meets a row too), rows by INSERT and DELETE. */
function changesInCode(): { file: string; table: string; column: string | null; right?: 'INSERT' | 'DELETE' }[] {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return globSync(['api/src/**/*.ts', 'jobs/**/*.ts', 'prisma/*.ts', 'prisma/screening/*.ts'])
    .filter((file) => !/\.test\.ts$|jobs\/load-report|prisma\/(migrate|roles)\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/\$\{[^{}]*\}/g, '?');
      const set = (table: string, said: string, key: RegExp) =>
        [...said.matchAll(key)].map(([, column = '']) => ({ file, table: snake(table), column: snake(column) }));
      const sql = /(?:^|,)\s*([a-z_]+) = /g;
      return [
        ...[...text.matchAll(/\bUPDATE ([a-z_]+)(?: [a-z])? SET ([^`]*?)(?=\bWHERE\b|\bFROM\b|\bRETURNING\b|`|$)/g)].flatMap(([, table = '', said = '']) =>
          set(table, said, sql),
        ),
        ...[...text.matchAll(/\bINSERT INTO ([a-z_]+)[^`]*?\bDO UPDATE SET ([^`]*?)(?=\bWHERE\b|\bRETURNING\b|`)/g)].flatMap(([, table = '', said = '']) =>
          set(table, said, sql),
        ),
        ...[...text.matchAll(/updateTable\('(\w+)'\)\s*\.set\(\{([^}]*)\}/g)].flatMap(([, table = '', said = '']) =>
          set(table, said, /(?:^|,)\s*(\w+)(?=:|,|\s*$)/g),
        ),
        ...(['INSERT', 'DELETE'] as const).flatMap((right) =>
          [...text.matchAll(right === 'INSERT' ? /\bINSERT INTO ([a-z_]+)\b|insertInto\('(\w+)'\)/g : /\bDELETE FROM ([a-z_]+)\b|deleteFrom\('(\w+)'\)/g)].map(
            ([, one, other]) => ({ file, table: snake(one ?? other ?? ''), column: null, right }),
          ),
        ),
      ];
    });
}

it('may change what the code changes: a test works with the rights of the owner, an installation does not', async () => {
  const changes = changesInCode();
  const { rows } = await pool.query<{ file: string; table: string; column: string | null }>(
    `SELECT x.file, x.table, x.column, x.right FROM jsonb_to_recordset($1::jsonb) AS x (file text, "table" text, "column" text, "right" text) JOIN pg_class c ON c.relname = x.table AND c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = x.column AND NOT a.attisdropped
     WHERE CASE WHEN x.column IS NULL THEN NOT has_table_privilege(c.oid, x.right) WHEN a.attname IS NOT NULL THEN NOT has_column_privilege(c.oid, a.attnum, 'UPDATE') END`,
    [JSON.stringify(changes)],
  );
  expect(rows).toEqual([]);
  // What is looked for is found.
  expect(changes).toEqual(expect.arrayContaining(['withdrawn_reason', 'sealed_whole', 'holds_until'].map((column) => expect.objectContaining({ column }))));
});

it('does the jobs', async () => {
  const done: unknown[] = [];
  const failed: string[] = [];
  const stop = await startWorker({
    db,
    pool,
    settings: { smtpUrl: null, mailFrom: 'a@example.org', baseUrl: 'http://localhost' },
    report: (message) => failed.push(message),
    tasks: {
      check: async (payload) => {
        done.push(payload);
      },
    },
  });
  try {
    for (const job of ['check', 'refresh_search', 'freshness', 'clean_up', 'remind_reviewers', 'uptake_campaigns', 'uptake_digest'])
      await pool.query('SELECT graphile_worker.add_job($1, $2, max_attempts := 1)', [job, JSON.stringify({ frequency: 'DAILY' })]);
    await expect
      // A job that runs may add others, such as the mails of a reminder.
      .poll(
        async () =>
          (await library.pool.query('SELECT count(*) AS n FROM graphile_worker._private_jobs WHERE attempts < max_attempts OR locked_at IS NOT NULL')).rows[0]
            .n,
        { timeout: 30_000 },
      )
      .toBe(0);
  } finally {
    await stop();
  }
  expect(failed).toEqual([]);
  expect(done).toEqual([{ frequency: 'DAILY' }]);
  expect((await library.pool.query('SELECT task_identifier, last_error FROM graphile_worker.jobs')).rows).toEqual([]);
}, 60_000);

it('is what /ready says nothing of; the owner of the tables is named there', async () => {
  const { services } = library;
  const own = await (await testApp(services, { DATABASE_URL: appUrl })).inject('/ready');
  expect(own.json()).toEqual({ ready: true, database: true, search: true });
  const owner = await (await testApp(makeServices(library.db, services.search), { DATABASE_URL: library.url })).inject('/ready');
  expect([owner.statusCode, owner.json()]).toEqual([
    200,
    {
      ready: true,
      database: true,
      search: true,
      missing: ['a database role for the application that can change neither tables nor the log (it is a superuser)'],
    },
  ]);
  expect(await excessRights(db)).toEqual([]);
  await expectMigrated(pool);
  await library.pool.query("DELETE FROM schema_migration WHERE name = '017_log'");
  await expect(expectMigrated(pool)).rejects.toThrow('lacks the migration 017_log');
});

it('keeps its rights where a table takes the place of another one', async () => {
  await rebuildIndex(library.db);
  expect((await pool.query('SELECT count(*) AS n FROM search_index')).rows[0].n).toBeGreaterThan(600);
  await pool.query("UPDATE record SET summary = summary || ' ' WHERE slug = 'building-blocks'");
}, 60_000);

import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Pool } from 'pg';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { makeServices } from '#api/context.ts';
import { readOnlySettings } from '#api/env.ts';
import { bytesOf, pathOf } from '#api/files/bytes.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { buildApp } from '#api/app.ts';
import { readEnv } from '#api/env.ts';
import { migrate } from '#prisma/migrate.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { testObjects } from '#test/objects.ts';
import { testDatabase } from '#test/database.ts';
import { realPages } from '#test/door.ts';
import { startWorker } from '../jobs/worker.ts';
import { readArchive } from './archive.ts';
import { type BackupPlace, backupPlace, backupRound, backupToFile, checkBackup, removeOld } from './backup.ts';
import { checkFiles, fileFaults } from './check-files.ts';
import { restoreBackup } from './restore.ts';
import { keptTables } from './tables.ts';

const source = await testDatabase('library_template');
const folder = await mkdtemp(join(tmpdir(), 'atrium-backup-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const dataDir = join(folder, 'data');
const filesIn = (place: string) => bytesOf({ filesDir: join(place, 'files') });
const sources = { pool: source.pool, dataDir, version: 'test', files: filesIn(dataDir) };
const identity = await generateX25519Identity();
const recipients = [await identityToRecipient(identity)];
const path = join(folder, 'one.tar.gz.age');

/** A person who uploaded a file, whose bytes lie in the folder; and a mail that waits, with its job. */
const bytes = Buffer.from('%PDF-1.7 some words that a person attached');
const hash = createHash('sha256').update(bytes).digest('hex');
await mkdir(dirname(pathOf(join(dataDir, 'files'), hash)), { recursive: true });
await writeFile(pathOf(join(dataDir, 'files'), hash), bytes);
await writeFile(join(dataDir, 'secret'), 'a secret of this installation');
await (await startWorker({ ...source, settings: { smtpUrl: null, mailFrom: 'a@example.org', baseUrl: 'http://localhost:3000' }, report: () => {} }))();
await source.pool.query(
  `WITH p AS (INSERT INTO person (name, email, email_verified) VALUES ('Zoë "quoted" \\ back', 'zoe@example.org', true) RETURNING id),
   s AS (INSERT INTO session (user_id, token, expires_at, created_at, updated_at) SELECT id, 'still-open', now() + interval '1 day', now(), now() FROM p)
   INSERT INTO file (hash, name, type, size, picture, uploaded_by) SELECT $1, E'tab\\there, line\\nthere', 'application/pdf', $2, false, id FROM p`,
  [hash, bytes.length],
);
await source.pool.query("SELECT graphile_worker.add_job('send_mail', '{\"id\":\"none\"}', run_at := now() + interval '1 day')");

/** Every row of every table that a backup has, as one hash each. */
async function hashes(pool: Pool): Promise<Record<string, string>> {
  const client = await pool.connect();
  try {
    const found: Record<string, string> = {};
    for (const { schema, name, columns } of await keptTables(client)) {
      const row = `ROW(${columns.map((column) => `t."${column}"`).join(', ')})::text`;
      const { rows } = await client.query<{ all: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(${row}, '' ORDER BY ${row})), '') AS all FROM ${schema}."${name}" t`,
      );
      found[`${schema}.${name}`] = rows[0]?.all ?? '';
    }
    return found;
  } finally {
    client.release();
  }
}
const nothing = () => testDatabase('template0');

describe('a backup', () => {
  it('is of one moment while people write, opens with its key alone, and restores every row, file and key', async () => {
    await source.pool.query('CREATE TABLE public.zz_pair (name text PRIMARY KEY, amount int); CREATE TABLE public.aa_pair (name text PRIMARY KEY, amount int)');
    await source.pool.query("INSERT INTO aa_pair VALUES ('sum', 1000); INSERT INTO zz_pair VALUES ('sum', 0)");
    let writing = true;
    let moved = 0;
    const writer = (async () => {
      while (writing) {
        await source.pool.query('WITH a AS (UPDATE aa_pair SET amount = amount - 1) UPDATE zz_pair SET amount = amount + 1');
        moved++;
      }
    })();
    const made = await backupToFile(sources, recipients, path);
    writing = false;
    await writer;
    expect(moved).toBeGreaterThan(10);
    expect(made).toMatchObject({ files: 1, faulty: [], keys: ['secret'] });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const raw = await readFile(path);
    for (const clear of ['zoe@example.org', 'building-blocks']) expect(raw.includes(clear)).toBe(false);
    // The two halves of each change are both in it, or neither: the sum is what it always was.
    let sum = 0;
    for await (const entry of readArchive(createReadStream(path), [identity]))
      if (/(aa|zz)_pair/.test(entry.name)) sum += Number(/\t(-?\d+)/.exec(entry.bytes.toString())?.[1]);
    expect(sum).toBe(1000);
    await source.pool.query('DROP TABLE aa_pair, zz_pair');
    await rm(path);
  });

  it('brings back the same rows, the same log, files, search and pages, and can be started from', { timeout: 120_000 }, async () => {
    await backupToFile(sources, recipients, path);
    await expect(checkBackup(createReadStream(path), [])).rejects.toThrow('--key');
    await expect(checkBackup(createReadStream(path), [await generateX25519Identity()])).rejects.toThrow('cannot be opened with this key');
    expect(await checkBackup(createReadStream(path), [identity])).toMatchObject({ format: 1, version: 'test' });

    const target = await nothing();
    const place = join(folder, 'restored');
    const restored = await restoreBackup(createReadStream(path), [identity], { pool: target.pool, dataDir: place, files: filesIn(place) });
    expect(restored).toMatchObject({ files: 1, faulty: [], keys: ['secret'] });
    expect(await hashes(target.pool)).toEqual(await hashes(source.pool));
    expect(Object.keys(await hashes(target.pool)).length).toBeGreaterThan(70);
    expect(await readFile(pathOf(join(place, 'files'), hash))).toEqual(bytes);
    expect(await readFile(join(place, 'secret'), 'utf8')).toBe('a secret of this installation');
    // Nobody is let in by what was open then.
    expect((await target.pool.query('SELECT FROM session')).rowCount).toBe(0);

    // All keys, checks and triggers are there again, and none is held back.
    const guards = async (pool: Pool) =>
      (
        await pool.query(
          `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
           UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
        )
      ).rows;
    expect(await guards(target.pool)).toEqual(await guards(source.pool));
    // The next row of each sequence is a new one; a start applies nothing and adds nothing to the log.
    expect(await migrate(target.pool)).toEqual([]);
    const [before, after] = [await verifyDatabase(source.db), await verifyDatabase(target.db)];
    expect(after).toMatchObject({ fault: null, entries: before.entries, head: before.head });
    const job = await target.pool.query("SELECT (graphile_worker.add_job('send_mail', '{}')).id");
    expect(Number(job.rows[0].id)).toBeGreaterThan(0);

    const pages = await realPages();
    const ask = async ({ db, url }: { db: typeof source.db; url: string }) => {
      const search = createPostgresEngine(url);
      const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', PORT: '3000' }), services: makeServices(db, search, readOnlySettings()), pages });
      const answers: [string, number, string][] = [];
      for (const at of ['/projects/building-blocks', '/search?q=cash+refugees', '/projects?stage=PILOT', '/uptake', '/vendors.csv', '/log']) {
        const answer = await app.inject({ url: at, headers: { host: 'localhost:3000' } });
        answers.push([at, answer.statusCode, answer.body]);
      }
      await app.close();
      await search.close();
      return answers;
    };
    const [here, there] = [await ask(source), await ask(target)];
    expect(here.map(([, status]) => status)).toEqual(here.map(() => 200));
    expect(there).toEqual(here);
  });

  it('goes nowhere that is not empty, and leaves nothing behind where it is damaged', { timeout: 120_000 }, async () => {
    const place = join(folder, 'damaged');
    await expect(restoreBackup(createReadStream(path), [identity], { pool: source.pool, dataDir: place, files: filesIn(place) })).rejects.toThrow(
      'The database is not empty',
    );

    const plain = join(folder, 'plain.tar.gz');
    await backupToFile(sources, [], plain);
    const whole = await readFile(plain);
    expect(gunzipSync(whole).includes('a secret of this installation')).toBe(false);
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 1;
    const cut = (await readFile(path)).subarray(0, 200_000);
    // A file in it that says of itself that it is larger than any, and one more after the end.
    const tar = pack();
    tar.entry({ name: 'end.json' }, JSON.stringify({ sha256: createHash('sha256').digest('hex') }));
    tar.entry({ name: 'keys/secret' }, 'of somebody else');
    tar.finalize();
    const after = await buffer(tar as unknown as Readable);
    const large = Buffer.from(after);
    large.write('30000000000\0', 124);
    large.fill(' ', 148, 156);
    large.write(
      `${large
        .subarray(0, 512)
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    const readOnly = async (archive: Buffer) => {
      for await (const _ of readArchive(Readable.from([gzipSync(archive)]), []));
    };
    for (const [archive, why] of [
      [large, 'is too large'],
      [after, 'there is more after its end'],
    ] as const)
      await expect(readOnly(archive)).rejects.toThrow(why);
    for (const [what, damaged, keys] of [
      ['cut', cut, [identity]],
      ['flipped', flipped, []],
      ['not one', randomBytes(1000), []],
    ] as const) {
      const target = await nothing();
      await expect([
        what,
        await restoreBackup(Readable.from([damaged]), [...keys], { pool: target.pool, dataDir: place, files: filesIn(place) }).catch(
          (error: Error) => error.message,
        ),
      ]).toEqual([what, expect.stringMatching(/damaged|changed|no backup/)]);
      const { rows } = await target.pool.query("SELECT to_regclass('public.record') IS NOT NULL AS there");
      if (rows[0].there) expect((await target.pool.query('SELECT FROM record')).rowCount).toBe(0);
      expect(await readdir(place).catch(() => [])).toEqual([]);
    }
  });

  it('names a file that is missing or has other bytes, is made by the jobs, and old ones go but for the newest', async () => {
    await writeFile(pathOf(join(dataDir, 'files'), hash), 'other bytes');
    const lost = 'f'.repeat(64);
    await source.pool.query(
      "INSERT INTO file (hash, name, type, size, picture, uploaded_by) SELECT $1, 'lost.pdf', 'application/pdf', 1, false, uploaded_by FROM file LIMIT 1",
      [lost],
    );
    const check = await checkFiles(source.db, filesIn(dataDir));
    expect(check).toEqual({ checked: 2, missing: [lost], altered: [hash] });
    expect(fileFaults(check)).toBe(`Of 2 files 1 are not there (${lost}), 1 have other bytes than their hash says (${hash}). Take them from a backup.`);
    await source.pool.query('DELETE FROM file WHERE hash = $1', [lost]);
    const made = join(folder, 'made');
    const told: string[] = [];
    const first = await backupRound(
      source.pool,
      { place: { BACKUP_DIR: made }, dataDir, recipients: [], everyHours: 24, keepDays: 14 },
      { filesDir: join(dataDir, 'files') },
      (said) => told.push(said),
    );
    expect(told).toEqual([`The backup lacks 1 files that the library names: they are not there, or have other bytes (${hash}).`]);
    expect((await checkBackup(createReadStream(join(made, first)), [])).tables.length).toBeGreaterThan(70);
    for (let day = 1; day <= 5; day++) {
      const old = join(made, `atrium-2025010${day}T000000Z.tar.gz`);
      await writeFile(old, '');
      await utimes(old, new Date('2025-01-01'), new Date('2025-01-01'));
    }
    await writeFile(join(made, 'notes.txt'), 'not ours');
    const place = backupPlace({ BACKUP_DIR: made }) as BackupPlace;
    await removeOld(place, 14);
    expect((await place.list()).map(({ name }) => name)).toEqual(['atrium-20250104T000000Z.tar.gz', 'atrium-20250105T000000Z.tar.gz', first]);
    expect(await readdir(made)).toContain('notes.txt');
    // The same in a bucket, whose parts are sent as they are made.
    const { backups } = await testObjects('backups');
    const second = await backupRound(
      source.pool,
      { place: { BACKUP_S3_URL: backups }, dataDir, recipients, everyHours: 24, keepDays: 14 },
      { filesDir: join(dataDir, 'files') },
      () => {},
    );
    const bucket = backupPlace({ BACKUP_S3_URL: backups }) as BackupPlace;
    expect((await bucket.list()).map(({ name }) => name)).toEqual([second]);
    expect((await checkBackup(await bucket.open(second), [identity])).tables.length).toBeGreaterThan(70);
    await expect(bucket.make({ ...sources, dataDir, pool: { connect: async () => Promise.reject(new Error('away')) } as never }, [], 'x')).rejects.toThrow(
      'away',
    );
    expect(await bucket.list()).toHaveLength(1);
    await expect(backupToFile(sources, [], join(plainFile(made), 'x.tar.gz'))).rejects.toThrow('Cannot write');
  });
});
const plainFile = (made: string) => join(made, 'notes.txt');

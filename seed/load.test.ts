import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { rederive } from '#prisma/rederive.ts';
import { testDatabase } from '#test/database.ts';
import { seedFolder } from './files.ts';
import { loadLibrary, SeedError } from './load.ts';

/** Everything that a load writes, in an order that does not depend on when it was written. */
const contents = async (db: Database) => ({
  records: (
    await sql`SELECT kind, slug, source_key, version, hash, seed_hash, updated_at, facets, keywords, md5(body) FROM record ORDER BY kind, slug`.execute(db)
  ).rows,
  links: (await sql`SELECT id, from_id, to_id, relation FROM link ORDER BY id`.execute(db)).rows,
  citations: (await sql`SELECT id, record_id, field, place FROM citation ORDER BY id`.execute(db)).rows,
  actions: (await sql`SELECT id, recommendation_id, organization_id FROM action ORDER BY id`.execute(db)).rows,
  facets: (await sql`SELECT * FROM facet_value ORDER BY code`.execute(db)).rows,
});
const countOf = async (db: Database, table: string) =>
  Number((await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(db)).rows[0]?.count);

const folders: string[] = [];
/** A copy of the data files that a test may spoil. */
async function copyOfSeed(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-seed-'));
  folders.push(folder);
  for (const part of ['annex-i', 'annex-ii', 'annex-iii', 'annex-iv', 'body']) await cp(join(seedFolder, part), join(folder, part), { recursive: true });
  return folder;
}
const edit = async (file: string, from: string | RegExp, to: string) => {
  const before = await readFile(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} does not hold ${String(from)}.`);
  await writeFile(file, after);
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('the loaded library', async () => {
  const { db } = await testDatabase('library_template');

  test('holds what the files hold', async () => {
    const { rows } = await sql<{ kind: string; count: number }>`SELECT kind, count(*) AS count FROM record GROUP BY kind`.execute(db);
    expect(Object.fromEntries(rows.map((row) => [row.kind, row.count]))).toMatchObject({
      PROJECT: 54,
      VENDOR: 24,
      GOAL: 17,
      LESSON: 154,
      RISK: 34,
      MITIGATION: 28,
      RECOMMENDATION: 76,
      GLOSSARY_TERM: 37,
      MATRIX: 1,
    });
    const { rows: cells } = await sql<{
      count: number;
    }>`SELECT count(*) AS count FROM action a JOIN record r ON r.id = a.recommendation_id WHERE a.printed GROUP BY r.position, r.content->>'number' ORDER BY (r.content->>'number')::int`.execute(
      db,
    );
    expect(cells.map((row) => row.count)).toEqual([26, 27, 17, 26, 1, 26, 8, 24]);
    const { rows: doubtful } = await sql`SELECT 1 FROM action WHERE NOT printed AND note IS NOT NULL`.execute(db);
    expect([await countOf(db, 'action'), doubtful.length]).toEqual([160, 5]);
  });

  test('gives every record the hash of its canonical content, version 1, and a place in the search', async () => {
    const { rows } = await sql<{ content: object; hash: string; version: number; seedHash: string; indexed: boolean }>`
      SELECT content, hash, version, seed_hash AS "seedHash", EXISTS (SELECT FROM search_index i WHERE i.id = r.id) AS indexed FROM record r`.execute(db);
    expect(rows.filter((row) => row.hash !== hashOf(row.content) || row.version !== 1 || row.seedHash !== row.hash || !row.indexed)).toEqual([]);
  });

  test('links engagements, owners and goals in both directions', async () => {
    const { rows } = await sql<{ relation: string; count: number }>`SELECT relation, count(*) AS count FROM link GROUP BY relation`.execute(db);
    const counts = new Map(rows.map((row) => [row.relation, row.count]));
    for (const relation of ['OWNER', 'PARTICIPANT', 'ENGAGEMENT', 'GOAL', 'LEARNED_IN', 'ANSWERS', 'BEARS_ON'])
      expect([relation, (counts.get(relation) ?? 0) > 0]).toEqual([relation, true]);
  });

  test('stays as it is when it is loaded again', async () => {
    const before = await contents(db);
    const result = await loadLibrary(db);
    expect(result).toEqual({ added: 0, changed: 0, unchanged: before.records.length, keptByPeople: 0 });
    expect(await contents(db)).toEqual(before);
  });

  test('keeps what a person changed, and brings what the files changed', async () => {
    const mine = { title: 'Changed by a person' };
    await sql`UPDATE record SET title = ${mine.title}, content = content || ${JSON.stringify(mine)}::jsonb, hash = 'of-a-person', version = version + 1 WHERE kind = 'PROJECT' AND source_key = 'wfp-building-blocks'`.execute(
      db,
    );
    const folder = await copyOfSeed();
    await edit(join(folder, 'annex-i/wfp-building-blocks.yaml'), /^title: .*$/m, 'title: Renamed in the files');
    await edit(join(folder, 'annex-i/undp-mongolia-cashmere.yaml'), /^title: .*$/m, 'title: Renamed cashmere');
    const result = await loadLibrary(db, folder);
    expect(result).toMatchObject({ added: 0, changed: 1, keptByPeople: 1 });
    const titles = await sql<{
      sourceKey: string;
      title: string;
      version: number;
    }>`SELECT source_key AS "sourceKey", title, version FROM record WHERE source_key IN ('wfp-building-blocks', 'undp-mongolia-cashmere') AND kind = 'PROJECT' ORDER BY 1`.execute(
      db,
    );
    expect(titles.rows).toEqual([
      { sourceKey: 'undp-mongolia-cashmere', title: 'Renamed cashmere', version: 2 },
      { sourceKey: 'wfp-building-blocks', title: 'Changed by a person', version: 2 },
    ]);
    expect(await countOf(db, 'record')).toBe(result.unchanged + 2);
  });
});

describe('an organization and a vendor of another name', async () => {
  const { db } = await testDatabase('library_template');
  const namers = async (words: string) =>
    (
      await sql<{ kind: string; count: number }>`
        SELECT kind, count(*)::int AS count FROM record WHERE keywords LIKE ${`%${words}%`} AND kind IN ('PROJECT', 'LESSON', 'RECOMMENDATION') GROUP BY 1 ORDER BY 1`.execute(
        db,
      )
    ).rows;

  test('are found under it in every record that names them, though these did not change', async () => {
    const before = await namers('Food and Agriculture Organization');
    expect(before.length).toBeGreaterThan(1);
    const withVendor = await namers('IrisGuard');
    expect(withVendor.length).toBe(1);
    const folder = await copyOfSeed();
    await edit(join(folder, 'body/organizations/participating.yaml'), /Food and Agriculture Organization/g, 'Quokka and Agriculture Organization');
    const vendors = (await readdir(join(folder, 'body/vendors'))).map((name) => join(folder, 'body/vendors', name));
    for (const file of vendors) if (/^ *(- )?name: IrisGuard$/m.test(await readFile(file, 'utf8'))) await edit(file, /name: IrisGuard$/m, 'name: Quokkaguard');
    expect(await loadLibrary(db, folder)).toMatchObject({ added: 0, changed: 2 });
    expect(await namers('Food and Agriculture Organization')).toEqual([]);
    expect(await namers('Quokka and Agriculture Organization')).toEqual(before);
    expect(await namers('Quokkaguard')).toEqual(withVendor);
    const labels = await sql<{ label: string }>`SELECT label FROM facet_value WHERE facet = 'vendor' AND value = 'irisguard'`.execute(db);
    expect(labels.rows).toEqual([{ label: 'Quokkaguard' }]);
    expect((await rederive(db, { all: true })).changed).toBe(0);
  });
});

describe('faulty data files', async () => {
  const { db } = await testDatabase();
  let folder = '';
  beforeAll(async () => {
    folder = await copyOfSeed();
  });
  const faultsOf = async (root: string) => {
    const error = await loadLibrary(db, root).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SeedError);
    return error as SeedError;
  };

  test('are refused with file, line, record and field, all faults at once, and nothing is loaded', async () => {
    await edit(join(folder, 'annex-i/undp-india-land.yaml'), /^origin: .*$/m, 'origin: ANNEX_IX');
    await edit(join(folder, 'annex-i/undp-india-land.yaml'), /cite: \[para \d+/, 'cite: [para 301');
    await edit(join(folder, 'body/vendors/ibm.yaml'), /^name: .*$/m, 'name: ""');
    const error = await faultsOf(folder);
    expect(error.faults.map(({ file, record, field }) => ({ file, record, field: field.replace(/\d+/g, '0') }))).toEqual(
      expect.arrayContaining([
        { file: 'annex-i/undp-india-land.yaml', record: 'undp-india-land', field: 'origin' },
        { file: 'body/vendors/ibm.yaml', record: 'ibm', field: 'name' },
      ]),
    );
    expect(error.faults.every((fault) => (fault.line ?? 0) > 0)).toBe(true);
    expect(error.faults.some((fault) => fault.message.includes('The report has paragraphs 1 to 300, not 301'))).toBe(true);
    expect(error.message).toMatch(/annex-i\/undp-india-land\.yaml:\d+: undp-india-land: origin: /);
    expect(await countOf(db, 'record')).toBe(0);
  });

  test('that are no YAML are named, and the other files are still read', async () => {
    const other = await copyOfSeed();
    await writeFile(join(other, 'annex-i/undp-india-land.yaml'), 'title: [never closed\n');
    await edit(join(other, 'body/vendors/ibm.yaml'), /^kind: .*$/m, 'kind: BIG');
    const { faults } = await faultsOf(other);
    expect([...new Set(faults.map((fault) => fault.file))].sort()).toEqual(['annex-i/undp-india-land.yaml', 'body/vendors/ibm.yaml']);
  });

  test('that refer to what does not exist are named, each with what is missing, and nothing is loaded', async () => {
    const other = await copyOfSeed();
    await edit(join(other, 'annex-i/undp-india-land.yaml'), /^owners: .*$/m, 'owners: [UNKNOWN AGENCY]');
    await edit(join(other, 'annex-i/unicef-cryptofund.yaml'), /^owners: .*$/m, 'owners: [OTHER UNKNOWN]');
    const { faults } = await faultsOf(other);
    expect(faults.map(({ file, record, message }) => ({ file, record, message }))).toEqual(
      expect.arrayContaining([
        { file: 'annex-i/undp-india-land.yaml', record: 'undp-india-land', message: 'there is no organization "UNKNOWN AGENCY"' },
        { file: 'annex-i/unicef-cryptofund.yaml', record: 'unicef-cryptofund', message: 'there is no organization "OTHER UNKNOWN"' },
      ]),
    );
    expect(await countOf(db, 'record')).toBe(0);
    expect(await countOf(db, 'search_index')).toBe(0);
  });

  test('with the same key or address twice are refused', async () => {
    const other = await copyOfSeed();
    await cp(join(other, 'body/vendors/ibm.yaml'), join(other, 'body/vendors/ibm-again.yaml'));
    const { faults } = await faultsOf(other);
    expect(faults.map((fault) => fault.message)).toEqual([
      expect.stringContaining('also stands in body/vendors/'),
      expect.stringContaining('also stands in body/vendors/'),
    ]);
  });

  test('an interrupted load leaves nothing, and the next one succeeds', async () => {
    const loading = loadLibrary(db);
    const outcome = loading.then(
      () => 'loaded',
      () => 'interrupted',
    );
    // Ends the server's side of the connection that loads, as a crash would, as soon as it has written something.
    let ended = 0;
    for (let wait = 0; wait < 400 && ended === 0; wait++) {
      const { rows } = await sql<{ ended: boolean }>`
        SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`.execute(db);
      ended = rows.length;
      if (ended === 0) await new Promise((done) => setTimeout(done, 5));
    }
    expect([ended > 0, await outcome]).toEqual([true, 'interrupted']);
    for (const table of ['record', 'link', 'citation', 'action', 'search_index']) expect([table, await countOf(db, table)]).toEqual([table, 0]);
    expect((await loadLibrary(db)).added).toBeGreaterThan(400);
  });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verifyDatabase } from '#api/log/verify.ts';
import type { Database } from '#prisma/database.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { anyone } from '#search/engine.ts';
import { loadDemo } from '#seed/demo.ts';
import { loadDemoAgreements } from '#seed/demo-agreements.ts';
import { loadLibrary } from '#seed/load.ts';
import { testDatabase } from '#test/database.ts';
import { loadTables, writeTables } from './tables.ts';

const { db } = await testDatabase('library_template');
await loadDemo(db);
await loadDemoAgreements(db);

async function dump(): Promise<string> {
  let text = '';
  await writeTables(db, async (piece) => {
    text += piece;
  });
  return text;
}
async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.replace(/\n$/, '').split('\n');
}
/** The hashes of everything that is kept for ever, and of what readers are shown. */
async function hashes(of: Database) {
  const { rows } = await sql<Record<string, string>>`SELECT
    (SELECT md5(string_agg(concat_ws(' ', id, slug, version, hash, seed_hash, facets, updated_at), E'\n' ORDER BY id)) FROM record) AS records,
    (SELECT md5(string_agg(concat_ws(' ', record_id, number, hash, previous, content), E'\n' ORDER BY record_id, number)) FROM revision) AS versions,
    (SELECT md5(string_agg(concat_ws(' ', sequence, hash, body), E'\n' ORDER BY sequence)) FROM log_entry) AS log,
    (SELECT md5(string_agg(concat_ws(' ', id, action_id, acceptance, effective_date), E'\n' ORDER BY id)) FROM uptake_entry) AS uptake,
    (SELECT md5(string_agg(concat_ws(' ', id, audience), E'\n' ORDER BY id)) FROM agreement) AS agreements,
    (SELECT md5(string_agg(to_jsonb(t)::text, E'\n' ORDER BY id)) FROM agreement_version t) AS terms,
    (SELECT md5(string_agg(to_jsonb(t)::text, E'\n' ORDER BY id)) FROM uptake_activity t) AS activities,
    (SELECT md5(string_agg(concat_ws(' ', from_id, to_id, relation, position, data), E'\n' ORDER BY id)) FROM link) AS links`.execute(of);
  return rows[0];
}

describe('a dump of everything', () => {
  it('has as many rows of each table as the table has', async () => {
    const text = await dump();
    const { tables } = JSON.parse(text.slice(0, text.indexOf('\n'))) as { tables: Record<string, string[]> };
    const said = new Map(Object.keys(tables).map((name) => [name, 0]));
    for (const [, name = ''] of text.matchAll(/^\{"table":"([a-z_]+)"/gm)) said.set(name, (said.get(name) ?? 0) + 1);
    expect(said.get('uptake_activity')).toBeGreaterThan(0);
    for (const [name, rows] of said) {
      const { rows: counted } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${sql.table(name)}`.execute(db);
      expect([name, rows]).toEqual([name, counted[0]?.count]);
    }
  });

  it('loaded into an empty installation gives the same records, versions, log and search', { timeout: 240_000 }, async () => {
    const before = await verifyDatabase(db);
    expect(before.fault).toBeNull();
    const text = await dump();
    const other = await testDatabase('empty_template');
    const rows = await loadTables(other.db, linesOf(text));
    expect(rows).toBe(text.split('\n').length - 3);
    expect(await hashes(other.db)).toEqual(await hashes(db));
    const after = await verifyDatabase(other.db);
    expect(after).toEqual(before);
    // What follows from it is there too, and the next start changes nothing.
    const search = createPostgresEngine(other.url);
    const found = await search.search({ query: 'blockchain', viewer: anyone, first: 10, offset: 0 });
    await search.close();
    expect(found.hits.length).toBe(10);
    expect(await loadLibrary(other.db)).toMatchObject({ added: 0, changed: 0, keptByPeople: 0 });
    // The numbers that are counted on go on.
    await sql`INSERT INTO facet_value (facet, value) VALUES ('test', 'new')`.execute(other.db);
    // A second time it is no longer empty.
    await expect(loadTables(other.db, linesOf(text))).rejects.toThrow(/not empty: there are rows in/);
  });

  it('that is cut off, changed, or of something else loads nothing and says where', { timeout: 240_000 }, async () => {
    const text = await dump();
    const lines = text.trimEnd().split('\n');
    const other = await testDatabase('empty_template');
    const put = (at: number, line: string) => [...lines.slice(0, at - 1), line, ...lines.slice(at)].join('\n');
    const row = lines.findIndex((line) => line.startsWith('{"table":"record"')) + 1;
    for (const [given, said] of [
      [lines.slice(0, row + 10).join('\n'), new RegExp(`line ${row + 11}: it ends here, after ${row + 9} rows`)],
      [text.slice(0, Math.floor(text.length / 2)), /line \d+: it is cut off or damaged here/],
      [put(row, (lines[row - 1] ?? '').replace(/"title":"[^"]*"/, '"title":"Another"')), new RegExp(`line ${lines.length}: its hash is another`)],
      [
        [...lines.slice(0, row), ...lines.slice(row + 1)].join('\n'),
        new RegExp(`line ${lines.length - 1}: .*(names \\d+ rows|cannot be kept)|line \\d+: a row of`),
      ],
      [put(row, '{"table":"session","row":{}}'), new RegExp(`line ${row}: this is no row of a table`)],
      [
        put(1, (lines[0] ?? '').replace('"columns"', '"columns"').replace('"title"', '"title","colour"')),
        /line 1: it is of a newer release: there is no column \w+\.colour/,
      ],
      [`${text}{}`, new RegExp(`line ${lines.length + 1}: there is more after its end`)],
      ['Title,Slug\nA,b', /line 1: this is no dump of Atrium/],
      ['{"format":"atrium-public-dump"}', /line 1: this is the public dump/],
      ['', /line 1: /],
    ] as const)
      await expect(loadTables(other.db, linesOf(given)), String(said)).rejects.toThrow(said);
    const { rows } = await sql<{
      records: number;
      log: number;
    }>`SELECT (SELECT count(*)::int FROM record) AS records, (SELECT count(*)::int FROM log_entry) AS log`.execute(other.db);
    // The entry with which every new log begins is still there.
    expect(rows).toEqual([{ records: 0, log: 1 }]);
  });

  it('is written some rows at a time', async () => {
    const sizes: number[] = [];
    await writeTables(db, async (piece) => {
      sizes.push(piece.length);
    });
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    expect(whole).toBeGreaterThan(3_000_000);
    expect(Math.max(...sizes)).toBeLessThan(whole / 2);
  });
});

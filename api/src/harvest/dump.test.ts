import { once } from 'node:events';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { hashOf } from '#prisma/hash.ts';
import { type StatementRun, statementsRun } from '#prisma/pool.ts';
import { doing } from '#prisma/work.ts';
import { fileOf, takePlace } from '../export/lane.ts';
import { countStatements, testApp, testLibrary } from '#test/ask.ts';

const { services, db } = await testLibrary();
const app = await testApp(services, { BASE_URL: 'https://atrium.example.org' });
// biome-ignore lint/suspicious/noExplicitAny: each line says what it is.
type Line = any;
const read = async (): Promise<Line[]> => {
  const answer = await app.inject({ url: '/dump.jsonl', headers: { host: 'atrium.example.org', 'accept-encoding': 'identity' } });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/jsonl; charset=utf-8']);
  expect(answer.body.endsWith('\n')).toBe(true);
  return answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('the public dump', () => {
  it('has every public record with its versions and the whole log, as its first line says, and says how much at its end', async () => {
    const [schema, ...lines] = await read();
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const checks = Object.fromEntries(Object.entries(schema.lines).map(([type, one]) => [type, ajv.compile(one as object)]));
    for (const line of lines) expect([line.type, checks[line.type]?.(line), checks[line.type]?.errors]).toEqual([line.type, true, null]);
    const of = (type: string) => lines.filter((line) => line.type === type);
    const { rows } = await sql<{ id: string; hash: string }>`
      SELECT r.id, v.hash FROM record r JOIN revision v ON v.record_id = r.id AND v.number = r.version WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL ORDER BY r.id`.execute(
      db,
    );
    expect(of('record').map(({ id, versions }) => ({ id, hash: versions.at(-1).seal }))).toEqual(rows);
    for (const { versions } of of('record')) for (const { content, hash } of versions) expect(hashOf(content)).toBe(hash);
    const { rows: log } = await sql`SELECT 'log' AS type, sequence::int, hash FROM log_entry ORDER BY sequence`.execute(db);
    expect(of('log')).toEqual(log);
    expect(lines.at(-1)).toEqual({ type: 'end', records: rows.length, versions: rows.length, entries: log.length });
  });

  it('is read some records at a time, and never as a whole', async () => {
    const counted = countStatements(services);
    await read();
    // 50 records and their versions at a time, then the log.
    expect(counted.stop().length).toBeLessThanOrEqual(2 * Math.ceil(750 / 50) + 4);
  });

  it('is part of its request to its end, takes few places for one address, and leaves its place when nobody reads on', async () => {
    const runs: StatementRun[] = [];
    const told = (run: unknown) => void runs.push(run as StatementRun);
    statementsRun.subscribe(told);
    await read();
    statementsRun.unsubscribe(told);
    expect(runs.length).toBeGreaterThan(30);
    // A job's statements have no request, and no share that they keep to.
    expect(runs.filter(({ requestId }) => requestId === undefined)).toEqual([]);

    const place = (client: string) => doing({ side: 'PUBLIC', kind: 'FILE', client }, takePlace);
    const taken = Array.from({ length: 4 }, () => place('192.0.2.1'));
    expect(() => place('192.0.2.1')).toThrow();
    taken.push(place('192.0.2.2'));
    for (const leave of taken) leave();
    place('192.0.2.1')();

    const ending = new AbortController();
    const left: true[] = [];
    const endless = async function* () {
      for (;;) yield 'x'.repeat(100_000);
    };
    const file = doing({ side: 'PUBLIC', kind: 'FILE', signal: ending.signal }, () => fileOf(() => void left.push(true), endless()));
    file.on('error', () => {});
    await once(file, 'readable');
    ending.abort(new Error('Its time is over.'));
    await expect.poll(() => left).toEqual([true]);
  });

  it('leaves out what is not for everybody: records, sections, versions', async () => {
    await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE kind = 'PROJECT' AND slug = 'building-blocks'`.execute(db);
    await sql`UPDATE record SET archived_at = now() WHERE kind = 'PROJECT' AND slug = 'unicef-cryptofund'`.execute(db);
    await sql`UPDATE record SET content = jsonb_set(content, '{audiences}', '{"participants": "OWNERS"}') WHERE kind = 'PROJECT' AND slug = 'papua-new-guinea-livestock'`.execute(
      db,
    );
    const projects = (await read()).filter(({ kind }) => kind === 'PROJECT');
    const slugs = projects.map(({ slug }) => slug);
    expect(slugs).not.toContain('building-blocks');
    expect(slugs).not.toContain('unicef-cryptofund');
    const [found] = projects.filter(({ slug }) => slug === 'papua-new-guinea-livestock');
    expect(found.versions[0].content.title).toEqual(expect.any(String));
    expect(found.versions[0].content.participants ?? []).toEqual([]);
    expect(hashOf(found.versions[0].content)).toBe(found.versions[0].hash);
  });
});

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { verifyDatabase } from '#api/log/verify.ts';
import { commentOnCell, confirmUptake, reportUptake, type Written } from '#api/uptake/write.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { completeLog } from './complete.ts';
import { entryHash, GENESIS } from './entry.ts';
import { migrate } from './migrate.ts';

// A database from before entries sealed more than the content of versions, as it is upgraded.

const { db, pool, demo, goLive, ask } = await contributeLibrary();
const focal = await demo('fao-focal-point');
await goLive({ content: lessonOf('A lesson of before'), reason: 'Written before.' });
await goLive({ content: lessonOf('A lesson that went'), reason: 'Written before too.' });
await ask(await demo('secretariat'), 'mutation { archiveRecord(kind: LESSON, slug: "a-lesson-that-went", reason: "It was wrong.") { __typename } }');
const entry = (await reportUptake(db, focal, {
  cell: { recommendation: '1', organization: 'fao' },
  given: { effectiveDate: '2024-05-01', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
  idempotencyKey: 'of-before',
})) as Written;
await confirmUptake(db, await demo('fao-publisher'), entry.entryId);
await commentOnCell(db, focal, { cell: { recommendation: '1', organization: 'fao' }, text: 'A remark.', idempotencyKey: 'remark-of-before' });

/** Writes the log anew as the code of before wrote it: without the kinds and the seals that came later. */
await db.transaction().execute(async (trx) => {
  await sql`SET LOCAL session_replication_role = replica`.execute(trx);
  const rows = await trx.selectFrom('logEntry').selectAll().orderBy('sequence').execute();
  await sql`DELETE FROM log_seal`.execute(trx);
  await sql`DELETE FROM log_entry`.execute(trx);
  let sequence = 0;
  let previous = GENESIS;
  for (const row of rows) {
    if (!/^(RECORD_PUBLISHED|RECORD_ARCHIVED|ROLE_GRANTED|ROLE_REVOKED)$/.test(row.kind)) continue;
    const { seal: _, public: __, audience: ___, ...body } = JSON.parse(row.body) as Record<string, unknown>;
    // The fields are in their canonical order already.
    const line = { sequence: ++sequence, createdAt: row.createdAt.toISOString(), kind: row.kind, body: JSON.stringify(body), previous };
    previous = entryHash(line);
    await trx
      .insertInto('logEntry')
      .values({ ...line, sequence: String(sequence), hash: previous })
      .execute();
    if (row.kind === 'RECORD_PUBLISHED')
      await sql`UPDATE revision SET sequence = ${sequence} WHERE record_id = ${String(body['record'])}::uuid AND number = ${Number(body['number'])}`.execute(
        trx,
      );
  }
});
const before = (await db.selectFrom('logEntry').selectAll().orderBy('sequence').execute()).map((row) => row.hash);

it('is sealed once, goes on where it was broken off, and then fits', async () => {
  expect((await verifyDatabase(db)).faults.map((one) => one.message)).toEqual(
    expect.arrayContaining([expect.stringContaining('no entry seals the reason of version 1')]),
  );
  // Broken off in the middle: some records are sealed already.
  let batches = 0;
  const broken = new Proxy(db, {
    get(target, name) {
      if (name === 'transaction' && ++batches > 1) throw new Error('broken off');
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  await expect(completeLog(broken)).rejects.toThrow('broken off');
  expect((await sql<{ n: number }>`SELECT count(*) AS n FROM log_entry WHERE kind = 'RECORD_SEALED'`.execute(db)).rows[0]?.n).toBe(500);

  await migrate(pool);
  expect((await verifyDatabase(db)).faults).toEqual([]);
  const after = await db.selectFrom('logEntry').selectAll().orderBy('sequence').execute();
  // Entries of before keep their form and hash.
  expect(after.slice(0, before.length).map((row) => row.hash)).toEqual(before);
  const counts = new Map<string, number>();
  for (const row of after.slice(before.length)) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
  const records = (await sql<{ n: number }>`SELECT count(*) AS n FROM record`.execute(db)).rows[0]?.n;
  expect(Object.fromEntries(counts)).toEqual({
    RECORD_SEALED: records,
    RECORD_ARCHIVED: 1,
    ACTIONS_LOADED: 1,
    UPTAKE_REPORTED: 1,
    UPTAKE_CONFIRMED: 1,
    UPTAKE_REMARKED: 1,
    ASSESSMENT_SIGNED: 1,
    ASSESSMENT_PUBLISHED: 1,
    EDITION_PUBLISHED: 3,
    LOG_COMPLETED: 1,
  });
  await migrate(pool);
  expect((await sql<{ n: number }>`SELECT count(*) AS n FROM log_entry`.execute(db)).rows[0]?.n).toBe(after.length);
}, 120_000);

it('covers versions of before: their reasons, and what comes after is sealed as ever', async () => {
  await goLive({ slug: 'a-lesson-of-before', content: lessonOf('A lesson of before', { subject: 'later' }), reason: 'Written later.' });
  expect((await verifyDatabase(db)).faults).toEqual([]);
  await sql`UPDATE revision v SET reason = 'forged' FROM record r WHERE r.id = v.record_id AND r.slug = 'a-lesson-of-before'`.execute(db);
  expect((await verifyDatabase(db)).faults.map((one) => one.message).sort()).toEqual([
    'the reason of version 1 of "a-lesson-of-before" is "forged", the log sealed "Written before."',
    'the reason of version 2 of "a-lesson-of-before" (or what it restores) was altered; it is now "forged"',
  ]);
}, 60_000);

it('never seals by itself what came without an entry after that', async () => {
  await sql`INSERT INTO uptake_entry (action_id, effective_date, entered_by, entered_as, acceptance, idempotency_key) SELECT id, '2020-01-01', '00000000-0000-4000-8000-00000000000a', 'FOCAL_POINT', 'NOT_RELEVANT', 'forged' FROM action LIMIT 1`.execute(
    db,
  );
  await migrate(pool);
  expect((await verifyDatabase(db)).faults.map((one) => one.message)).toEqual(
    expect.arrayContaining([expect.stringMatching(/the uptake entry .* is there without an entry of the log/)]),
  );
}, 60_000);

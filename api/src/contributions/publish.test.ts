import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Trx } from '#prisma/database.ts';
import { testLibrary } from '#test/ask.ts';
import type { Content } from './draft.ts';
import { type Publication, publish } from './publish.ts';
import { checkContent } from './validate.ts';

const { db, pool } = await testLibrary();

const contentOf = async (kind: string, slug: string) =>
  (await sql<{ id: string; content: Content }>`SELECT id, content FROM record WHERE kind = ${kind}::record_kind AND slug = ${slug}`.execute(db)).rows[0] as {
    id: string;
    content: Content;
  };
const publication = (given: Partial<Publication> & Pick<Publication, 'kind' | 'content' | 'recordId'>): Publication => ({
  sources: [],
  author: crypto.randomUUID(),
  organization: null,
  accepted: [],
  reason: 'For a test.',
  restores: null,
  ...given,
});

/** How many rows a transaction has read so far, by table. */
const rowsRead = async (trx: Trx) => {
  const { rows } = await sql<{ name: string; read: number }>`
    SELECT relname AS name, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables WHERE schemaname = 'public'`.execute(
    trx,
  );
  return Object.fromEntries(rows.filter(({ read }) => read > 0).map(({ name, read }) => [name, read]));
};

/** Checks and publishes a changed record as an acceptance does, and says what that read; nothing of it stays. */
async function costOf(kind: 'PROJECT' | 'VENDOR' | 'LESSON', slug: string): Promise<Record<string, number>> {
  const { id, content } = await contentOf(kind, slug);
  let read: Record<string, number> = {};
  const undo = new Error('undo');
  await db
    .transaction()
    .execute(async (trx) => {
      const changed = { ...content, position: Number(content['position']) };
      const checked = await checkContent(trx, { kind, content: changed, sources: [] }, null);
      expect(checked.faults).toEqual([]);
      await publish(trx, publication({ recordId: id, kind, content: checked.content as Content }));
      read = await rowsRead(trx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return read;
}

it('reads the same number of rows in a library of any size', async () => {
  const asked = [
    ['PROJECT', 'building-blocks'],
    ['VENDOR', 'irisguard'],
    ['LESSON', 'transparency-and-traceability-most-cited'],
  ] as const;
  const small = [];
  for (const [kind, slug] of asked) small.push(await costOf(kind, slug));
  // Twenty times as many records, and a hundred times as many filter values, as there were.
  await db.transaction().execute(async (trx) => {
    await sql`SET LOCAL search.later = 'on'`.execute(trx);
    await sql`
      INSERT INTO record (kind, slug, source_key, position, title, sort_title, summary, content, facet_keys, facets, hash)
      SELECT kind, slug || '-copy-' || n, source_key || '-copy-' || n, position, title || n, sort_title || n, summary, jsonb_set(content, '{shortName}', to_jsonb(slug || n)), facet_keys, facets, hash
      FROM record CROSS JOIN generate_series(1, 20) n WHERE audience = 'PUBLIC'`.execute(trx);
    await sql`INSERT INTO facet_value (facet, value, label) SELECT 'vendor', slug, title FROM record WHERE kind = 'VENDOR' AND slug LIKE '%-copy-%'`.execute(
      trx,
    );
    await sql`INSERT INTO facet_value (facet, value) SELECT 'project', 'made-' || n FROM generate_series(1, 30000) n`.execute(trx);
  });
  await pool.query('VACUUM (ANALYZE) record, facet_value, link, citation');
  const large = [];
  for (const [kind, slug] of asked) large.push(await costOf(kind, slug));
  const sum = (read: Record<string, number>) => Object.values(read).reduce((total, one) => total + one, 0);
  for (const [index, before] of small.entries()) {
    const after = large[index] as Record<string, number>;
    expect(sum(after), JSON.stringify({ asked: asked[index], before, after })).toBeLessThanOrEqual(sum(before) * 1.25 + 50);
  }
});

it('gives each of eight entries that are published at once an address, a place in the log and a version of its own', async () => {
  const { content } = await contentOf('LESSON', 'transparency-and-traceability-most-cited');
  const { slug: _slug, sourceKey: _key, ...rest } = content;
  const source = { slug: 'a-note-of-a-test', title: 'A note of a test', author: 'A test', summary: 'Says nothing.' };
  const results = await Promise.all(
    Array.from({ length: 8 }, () =>
      db
        .transaction()
        .execute((trx) => publish(trx, publication({ recordId: null, kind: 'LESSON', content: { ...rest, title: 'Eight at once' }, sources: [source] }))),
    ),
  );
  expect(results.map((result) => result.slug).sort()).toEqual(['eight-at-once', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `eight-at-once-${n}`)]);
  expect(new Set(results.map((result) => result.recordId)).size).toBe(8);
  const { rows } = await sql<{ count: number; first: number; last: number }>`
    SELECT count(*)::int AS count, min(sequence)::int AS first, max(sequence)::int AS last FROM log_entry WHERE body LIKE '%eight-at-once%' OR body LIKE '%a-note-of-a-test%'`.execute(
    db,
  );
  expect(rows[0]?.count).toBe(9);
  expect((rows[0]?.last ?? 0) - (rows[0]?.first ?? 0)).toBe(8);
});

it('holds the lock of the log for its append alone: who publishes does not wait for who is still at work', async () => {
  const one = await contentOf('VENDOR', 'irisguard');
  const other = await contentOf('PROJECT', 'building-blocks');
  const waiting = await db.transaction().execute(async (trx) => {
    // The first has everything behind it but its entry in the log.
    const content = { ...one.content };
    const checked = await checkContent(trx, { kind: 'VENDOR', content, sources: [] }, null);
    expect(checked.content).not.toBeNull();
    const { rows } = await sql<{ held: number }>`SELECT count(*)::int AS held FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`.execute(
      trx,
    );
    const second = await db.transaction().execute((inner) => publish(inner, publication({ recordId: other.id, kind: 'PROJECT', content: other.content })));
    return { held: rows[0]?.held, second: second.slug };
  });
  expect(waiting).toEqual({ held: 0, second: 'building-blocks' });
});

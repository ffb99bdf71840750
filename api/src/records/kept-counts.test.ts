import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { addUpCounts, rebuildIndex } from '#search/reindex.ts';
import type { Viewer } from '#search/engine.ts';
import { testLibrary } from '#test/ask.ts';
import { organizationIds } from '#test/owners.ts';
import { makeContext } from '../context.ts';
import { codesOf } from './facet-codes.ts';
import { listRecords } from './list.ts';
import { visibleRecords } from './policy.ts';

const { db, pool, services, data } = await testLibrary();
const viewers: Viewer[] = [
  { unSystem: false, organizationIds: [] },
  { unSystem: true, organizationIds: [] },
  { unSystem: true, organizationIds: await organizationIds(pool, 'wfp', 'fao') },
  { unSystem: true, organizationIds: [], all: true },
];
const listed = ['PROJECT', 'VENDOR', 'LESSON'] as const;
const wanted = ['stage', 'country', 'use', 'organization', 'kind_of_vendor', 'service', 'theme'];

/** Every number counted record by record. */
async function counted(kind: RecordKind, viewer: Viewer) {
  const { rows } = await sql<{ facets: string }>`SELECT r.facets FROM record r WHERE r.kind = ${kind}::record_kind AND ${visibleRecords(viewer)}`.execute(db);
  const { rows: values } = await sql<{ code: number; facet: string; value: string }>`SELECT code, facet, value FROM facet_value`.execute(db);
  const by = new Map(values.map((one) => [one.code, one]));
  const counts: Record<string, number> = {};
  for (const { facets } of rows)
    for (const code of codesOf(facets)) {
      const one = by.get(code);
      if (one && wanted.includes(one.facet)) counts[`${one.facet}:${one.value}`] = (counts[`${one.facet}:${one.value}`] ?? 0) + 1;
    }
  return { total: rows.length, counts };
}
async function answered(kind: RecordKind, viewer: Viewer) {
  const answer = await listRecords({ db, facets: services.facets }, viewer, {
    kind,
    filter: {},
    orderBy: 'SOURCE',
    wants: { rows: false, total: true, facets: wanted },
  });
  return {
    total: answer.totalCount,
    counts: Object.fromEntries(answer.facets.flatMap(({ field, values }) => values.map(({ value, count }) => [`${field}:${value}`, count]))),
  };
}
async function compare() {
  for (const viewer of viewers) {
    for (const kind of listed) expect(await answered(kind, viewer), `${kind} ${JSON.stringify(viewer)}`).toEqual(await counted(kind, viewer));
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*)::int AS count FROM citation c JOIN record r ON r.id = c.record_id WHERE ${visibleRecords(viewer)}`.execute(db);
    const { rows: kinds } = await sql<{
      kind: string;
      count: number;
    }>`SELECT r.kind, count(*)::int AS count FROM record r WHERE ${visibleRecords(viewer)} GROUP BY 1 ORDER BY r.kind`.execute(db);
    const { schema } = await import('../schema.ts');
    const { graphql } = await import('graphql');
    const context = { ...makeContext(services), viewer };
    const library = await graphql({ schema, source: '{ library { citations kinds { kind count } } }', contextValue: context });
    expect(JSON.parse(JSON.stringify(library.data))).toEqual({ library: { citations: rows[0]?.count, kinds } });
  }
}

it('are those of the records, for every viewer, whatever is written', async () => {
  await compare();
  const changes = [
    sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE kind = 'PROJECT' AND position % 3 = 0`,
    sql`UPDATE record SET audience = 'OWNERS' WHERE kind IN ('PROJECT', 'LESSON') AND position % 5 = 0`,
    sql`UPDATE record SET archived_at = now() WHERE position % 7 = 0`,
    sql`UPDATE record SET facet_keys = facet_keys || '{service:quokka counting}' WHERE kind = 'VENDOR' AND position % 2 = 0`,
    sql`DELETE FROM citation WHERE id % 11 = 0`,
    sql`UPDATE record SET archived_at = NULL, audience = 'PUBLIC' WHERE position % 14 = 0`,
    sql`DELETE FROM record WHERE kind = 'LESSON' AND position % 4 = 0`,
  ];
  for (const change of changes) {
    await change.execute(db);
    await compare();
  }
  await addUpCounts(db);
  await compare();
  await rebuildIndex(db);
  await compare();
});

it('leave the values of the only choice as choosing another would give them', async () => {
  const query = (filter: string) => `{ projects(filter: ${filter}) { totalCount facets { field values { value count } } } }`;
  const all = (await data(query('{}'))).projects;
  const one = (await data(query('{ stage: [PILOT] }'))).projects;
  const values = (list: { facets: { field: string; values: unknown }[] }) => list.facets.find(({ field }) => field === 'stage')?.values;
  expect(values(one)).toEqual(values(all));
  expect(one.totalCount).toBe((values(all) as { value: string; count: number }[]).find(({ value }) => value === 'PILOT')?.count);
});

it('counts what was changed since a day as the database does, for every viewer, with a choice too', async () => {
  await sql`UPDATE record SET updated_at = '2020-01-01T00:00:00Z' WHERE id IN (SELECT id FROM record WHERE kind = 'PROJECT' ORDER BY id LIMIT 10)`.execute(db);
  const list = (viewer: Viewer, filter: Record<string, string[]>, since: string | null) =>
    listRecords({ db, facets: services.facets }, viewer, {
      kind: 'PROJECT',
      filter,
      since,
      orderBy: 'SOURCE',
      first: 100,
      wants: { rows: true, total: true, facets: wanted },
    });
  for (const viewer of viewers)
    for (const filter of [{}, { stage: ['PILOT'] }] as Record<string, string[]>[]) {
      const whole = await list(viewer, filter, null);
      expect(await list(viewer, filter, '2019-01-01')).toEqual(whole);
      const late = await list(viewer, filter, '2020-01-02');
      expect([late.totalCount, late.ignored]).toEqual([late.rows.length, []]);
      expect(late.rows.map(({ id }) => id)).toEqual(
        whole.rows.filter(({ updatedAt }) => Date.parse(String(updatedAt)) >= Date.parse('2020-01-02')).map(({ id }) => id),
      );
      expect((await list(viewer, filter, '2999-01-01')).totalCount).toBe(0);
    }
});

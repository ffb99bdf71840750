import { sql } from 'kysely';
import { builder } from '../builder.ts';
import { Facet } from '../records/connection.ts';
import { KindEnum } from '../records/record.ts';
import { visibleRecords } from '../records/policy.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';

const KindTotal = builder.objectRef<{ kind: RecordKind; count: number }>('KindTotal').implement({
  description: 'How many live records of a kind the library holds.',
  fields: (t) => ({ kind: t.expose('kind', { type: KindEnum }), count: t.exposeInt('count') }),
});
const Pair = builder.objectRef<{ row: string; column: string; count: number }>('PairCount').implement({
  description: 'How many projects have both values.',
  fields: (t) => ({ row: t.exposeString('row'), column: t.exposeString('column'), count: t.exposeInt('count') }),
});

/** Two facets of one kind against each other, counted in one statement. */
const pairs = builder.enumType('PairFacet', { values: ['ORGANIZATION', 'PLATFORM', 'COUNTRY', 'STAGE', 'USE', 'ACCESS', 'VENDOR', 'THEME', 'KIND_OF_LESSON', 'GOAL'] as const, description: 'A filter field to count by.' });

const Library = builder.objectRef<object>('Library').implement({
  description: 'What the library holds, in figures.',
  fields: (t) => ({
    kinds: t.field({
      type: [KindTotal],
      resolve: async (_library, _args, { services, viewer }) => {
        const { rows } = await sql<{ kind: RecordKind; count: number }>`SELECT r.kind, count(*)::int AS count FROM record r WHERE ${visibleRecords(viewer)} GROUP BY r.kind ORDER BY r.kind`.execute(services.db);
        return rows;
      },
    }),
    actions: t.int({ description: 'Filled cells of Annex IV.', resolve: async (_library, _args, { services, viewer }) => (await sql<{ count: number }>`SELECT count(*)::int AS count FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id WHERE a.printed AND ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')}`.execute(services.db)).rows[0]?.count ?? 0 }),
    citations: t.int({ description: 'Citations of visible statements.', resolve: async (_library, _args, { services, viewer }) => (await sql<{ count: number }>`SELECT count(*)::int AS count FROM citation c JOIN record r ON r.id = c.record_id WHERE ${visibleRecords(viewer)}`.execute(services.db)).rows[0]?.count ?? 0 }),
    facets: t.field({
      type: [Facet],
      description: 'Counts of every filter value of a kind.',
      args: { kind: t.arg({ type: KindEnum, required: true }), fields: t.arg.stringList({ required: true }) },
      resolve: async (_library, { kind, fields }, { services, viewer }) => {
        const { rows } = await sql<{ all: string | null }>`SELECT string_agg(r.facets, '') AS all FROM record r WHERE r.kind = ${kind}::record_kind AND ${visibleRecords(viewer)}`.execute(services.db);
        return Promise.all(fields.map(async (field) => ({ field, values: await services.facets.count(rows[0]?.all ?? '', field) })));
      },
    }),
    pairs: t.field({
      type: [Pair],
      description: 'Projects or lessons counted by two filter fields at once, for overview tables.',
      args: { kind: t.arg({ type: KindEnum, required: true }), row: t.arg({ type: pairs, required: true }), column: t.arg({ type: pairs, required: true }) },
      resolve: async (_library, { kind, row, column }, { services, viewer }) => {
        const { rows } = await sql<{ row: string; column: string; count: number }>`
          SELECT coalesce(rv.label, rv.value) AS row, coalesce(cv.label, cv.value) AS column, count(*)::int AS count
          FROM record r CROSS JOIN unnest(r.facet_keys) rk CROSS JOIN unnest(r.facet_keys) ck
          JOIN facet_value rv ON rv.facet || ':' || rv.value = rk JOIN facet_value cv ON cv.facet || ':' || cv.value = ck
          WHERE r.kind = ${kind}::record_kind AND ${visibleRecords(viewer)} AND rv.facet = ${row.toLowerCase()} AND cv.facet = ${column.toLowerCase()}
          GROUP BY 1, 2 ORDER BY 1, 2`.execute(services.db);
        return rows;
      },
    }),
  }),
});

builder.queryField('library', (t) => t.field({ type: Library, description: 'What the library holds.', resolve: () => ({}) }));

import { sql } from 'kysely';
import { REPORT } from '#prisma/content/shared.ts';
import type { Source as Content } from '#prisma/content/source.ts';
import type { Certainty } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { visibleBeyondPublic, visibleRecords } from '../records/policy.ts';
import { batch, inGroups } from '../records/batch.ts';
import { contentOf, RecordInterface } from '../records/record.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';
import { CertaintyEnum, statements, StatementType } from '../records/statement.ts';
import { SourceType } from '../records/types.ts';

type Resting = {
  record: RecordRow;
  field: string;
  statement: string;
  place: string;
  paragraph: number | null;
  asAt: string | null;
  certainty: keyof typeof Certainty;
};

const Slip = builder.objectRef<{ where: string; says: string; holds: string }>('Slip').implement({
  description: 'Something the source itself gets wrong, and what holds instead.',
  fields: (t) => ({ where: t.exposeString('where'), says: t.exposeString('says'), holds: t.exposeString('holds') }),
});
const RestingType = builder.objectRef<Resting>('RestingStatement').implement({
  description: 'A statement of the library that rests on a place in a source.',
  fields: (t) => ({
    record: t.field({ type: RecordInterface, resolve: (resting) => resting.record }),
    field: t.exposeString('field', { description: 'Where in the record: summary, statements.3, ledger.access.' }),
    statement: t.exposeString('statement'),
    place: t.exposeString('place'),
    paragraph: t.exposeInt('paragraph', { nullable: true }),
    asAt: t.exposeString('asAt', { nullable: true }),
    certainty: t.expose('certainty', { type: CertaintyEnum }),
  }),
});
const Place = builder.objectRef<Cited>('SourcePlace').implement({
  description: 'A place of a source on which something rests.',
  fields: (t) => ({ place: t.exposeString('place'), paragraph: t.exposeInt('paragraph', { nullable: true }), count: t.exposeInt('count') }),
});
const ParagraphType = builder.objectRef<{ number: number; text: string }>('SourceParagraph').implement({
  description: 'The text of a paragraph, only where it was loaded into this installation.',
  fields: (t) => ({ number: t.exposeInt('number'), text: t.exposeString('text') }),
});

type Cited = { place: string; paragraph: number | null; count: number };
/** The cited places of several sources, read together. */
const placesOf = batch(async (context, ids: readonly string[]) => {
  // What everybody sees is counted by triggers; only what is for some is counted here.
  const these = sql`source_id = ANY (${ids as string[]}::uuid[])`;
  const rows = await context.reads.rows(sql<Cited & { source: string }>`
    SELECT source, place, paragraph, sum(number)::int AS count FROM (
      SELECT source_id AS source, place, paragraph, change AS number FROM place_count WHERE ${these}
      UNION ALL SELECT c.source_id, c.place, c.paragraph, 1 FROM record r JOIN citation c ON c.record_id = r.id WHERE ${visibleBeyondPublic(context.viewer)} AND ${these}
    ) kept GROUP BY source, place, paragraph HAVING sum(number) > 0 ORDER BY paragraph NULLS LAST, place`);
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return ids.map((id) => bySource.get(id) ?? []);
});

const RESTING_MAX = 500;
type Asked = { source: string; paragraph: number | null; place: string | null };
/** What rests on sources, or on one place of each, read together. */
const resting = batch(
  (context, asked: readonly Asked[]) =>
    inGroups(
      asked,
      ({ paragraph, place }) => JSON.stringify([paragraph, place]),
      (group) => restingOn(context, group),
    ),
  (asked) => JSON.stringify(asked),
);
async function restingOn(context: Context, asked: readonly Asked[]): Promise<Resting[][]> {
  const { paragraph = null, place = null } = asked[0] ?? {};
  if (place?.includes('\0')) return asked.map(() => []);
  const at = paragraph !== null ? sql`AND c.paragraph = ${paragraph}` : place !== null ? sql`AND c.place = ${place}` : sql``;
  const rows = await context.reads.rows(sql<RecordRow & Omit<Resting, 'record'> & { source: string }>`
    SELECT s.id AS source, x.* FROM unnest(${asked.map(({ source }) => source)}::uuid[]) s (id) CROSS JOIN LATERAL (
      SELECT ${recordColumns}, r.content->>'shortName' AS "shortName", r.content->>'number' AS number, r.content->>'kind' AS subkind, c.field, c.statement, c.place, c.paragraph, c.as_at AS "asAt", c.certainty
      FROM citation c JOIN record r ON r.id = c.record_id
      WHERE c.source_id = s.id ${at} AND ${visibleRecords(context.viewer)}
      ORDER BY c.paragraph NULLS LAST, c.place, r.kind, r.position, r.id, c.id LIMIT ${RESTING_MAX}) x`);
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return asked.map(({ source }) =>
    (bySource.get(source) ?? []).map(({ source: _source, field, statement, place: where, paragraph: number, asAt, certainty, ...record }) => ({
      record,
      field,
      statement,
      place: where,
      paragraph: number,
      asAt,
      certainty,
    })),
  );
}

SourceType.implement({
  description: 'A document on which statements rest.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    symbol: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).symbol ?? null }),
    author: t.string({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).author }),
    date: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).date ?? null }),
    address: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).address ?? null }),
    about: t.string({ resolve: (row) => row.summary }),
    isReport: t.boolean({ description: 'Whether it is the report that the library starts from.', resolve: (row) => row.sourceKey === REPORT }),
    slips: t.field({ type: [Slip], resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).slips }),
    uncertainties: t.stringList({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).uncertainties }),
    statements: t.field({
      type: [StatementType],
      resolve: async (row, _args, context) => statements((await contentOf<Content>(row, context)).statements, row),
    }),
    citedPlaces: t.field({
      type: [Place],
      description: 'Every place on which something rests, and how much.',
      resolve: (row, _args, context) => placesOf(context, row.id),
    }),
    citedBy: t.field({
      type: [RestingType],
      description: `What in the library rests on it, or on one place of it; at most ${RESTING_MAX}.`,
      args: { paragraph: t.arg.int({ required: false }), place: t.arg.string({ required: false }) },
      resolve: (row, { paragraph, place }, context) => resting(context, { source: row.id, paragraph: paragraph ?? null, place: place ?? null }),
    }),
    resting: t.field({
      type: [RestingType],
      deprecationReason: 'Use `citedBy`. Removed with the next release.',
      args: { paragraph: t.arg.int({ required: false }), place: t.arg.string({ required: false }) },
      resolve: (row, { paragraph, place }, context) => resting(context, { source: row.id, paragraph: paragraph ?? null, place: place ?? null }),
    }),
    paragraph: t.field({
      type: ParagraphType,
      nullable: true,
      args: { number: t.arg.int({ required: true }) },
      resolve: async (row, { number }, { reads }) =>
        (
          await reads.rows(sql<{ number: number; text: string }>`SELECT number, text FROM paragraph WHERE source_id = ${row.id}::uuid AND number = ${number}`)
        )[0] ?? null,
    }),
  }),
});

import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import { builder } from '../builder.ts';
import { Stage } from '../projects/project.ts';
import type { stages } from '#prisma/content/project.ts';
import { Facet } from '../records/connection.ts';
import { KindEnum } from '../records/record.ts';
import { visibleBeyondPublic, visibleRecords } from '../records/policy.ts';
import { RecordKind } from '#prisma/generated/enums.ts';
import { readFollowing } from '../records/following.ts';

const KindTotal = builder.objectRef<{ kind: RecordKind; count: number }>('KindTotal').implement({
  description: 'How many live records of a kind the library holds.',
  fields: (t) => ({ kind: t.expose('kind', { type: KindEnum }), count: t.exposeInt('count') }),
});
const Pair = builder.objectRef<{ row: string; column: string; count: number }>('PairCount').implement({
  description: 'How many projects have both values.',
  fields: (t) => ({ row: t.exposeString('row'), column: t.exposeString('column'), count: t.exposeInt('count') }),
});

/** Two facets of one kind against each other, counted in one statement. */
const pairs = builder.enumType('PairFacet', {
  values: ['ORGANIZATION', 'PLATFORM', 'COUNTRY', 'STAGE', 'USE', 'ACCESS', 'VENDOR', 'THEME', 'KIND_OF_LESSON', 'GOAL'] as const,
  description: 'A filter field to count by.',
});

const Address = builder.objectRef<{ kind: RecordKind; slug: string; title: string; updatedAt: Date }>('Address').implement({
  description: 'The page of a record, for site maps.',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    title: t.exposeString('title'),
    url: t.string({ resolve: ({ kind, slug }) => addressOf(kind, slug) }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});
/** As many as one answer gives; a site map may hold five times as many. */
const ADDRESSES = 10_000;

type Joint = { one: string; oneSlug: string; other: string; otherSlug: string; projects: { title: string; slug: string }[] };
const JointProject = builder.objectRef<{ title: string; slug: string }>('JointProject').implement({
  description: 'A project in which both organizations take part, in short.',
  fields: (t) => ({ title: t.exposeString('title'), url: t.string({ resolve: ({ slug }) => addressOf('PROJECT', slug) }) }),
});
const JointType = builder.objectRef<Joint>('OrganizationPair').implement({
  description: 'Two organizations that take part in the same projects, as owners or participants.',
  fields: (t) => ({
    one: t.exposeString('one', { description: 'Short name; the first of the two in the alphabet.' }),
    oneUrl: t.string({ resolve: ({ oneSlug }) => addressOf('ORGANIZATION', oneSlug) }),
    other: t.exposeString('other'),
    otherUrl: t.string({ resolve: ({ otherSlug }) => addressOf('ORGANIZATION', otherSlug) }),
    projects: t.field({ type: [JointProject], resolve: ({ projects }) => projects }),
  }),
});
const JOINT_MAX = 300;

type StageCount = { stage: (typeof stages)[number]; year: string | null; count: number };
const StageCountType = builder.objectRef<StageCount>('StageCount').implement({
  description: 'How many changes to a stage the sources date in a year.',
  fields: (t) => ({
    stage: t.expose('stage', { type: Stage }),
    year: t.exposeString('year', { nullable: true, description: 'Null: the sources give no date.' }),
    count: t.exposeInt('count'),
  }),
});

const Library = builder.objectRef<object>('Library').implement({
  description: 'What the library holds, in figures.',
  fields: (t) => ({
    kinds: t.field({
      type: [KindTotal],
      description: 'How many records of each kind there are.',
      args: { foreign: t.arg.boolean({ required: false, description: 'Whether entries of other catalogues are counted too.' }) },
      resolve: async (_library, { foreign }, context) => {
        // What everybody sees is counted in memory; only what is for some is counted here.
        const beyond = await readFollowing(
          context,
          sql<{
            kind: RecordKind;
            count: number;
          }>`SELECT r.kind, count(*)::int AS count FROM record r WHERE ${visibleBeyondPublic(context.viewer)} GROUP BY r.kind`,
        );
        const more = new Map(beyond.map(({ kind, count }) => [kind, count]));
        return Object.values(RecordKind)
          .filter((kind) => foreign || kind !== 'FOREIGN_RECORD')
          .map((kind) => ({ kind, count: context.services.facets.public.total(kind) + (more.get(kind) ?? 0) }))
          .filter(({ count }) => count > 0);
      },
    }),
    actions: t.int({
      description: 'Filled cells of Annex IV.',
      resolve: async (_library, _args, { reads, viewer }) =>
        (
          await reads.rows(sql<{ count: number }>`
            SELECT count(*)::int AS count FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
            WHERE a.printed AND ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')}`)
        )[0]?.count ?? 0,
    }),
    citations: t.int({
      description: 'Citations of visible statements.',
      resolve: async (_library, _args, { reads, viewer }) =>
        (
          await reads.rows(
            sql<{ count: number }>`
              SELECT (coalesce((SELECT sum(change) FROM citation_count), 0)
                + (SELECT count(*) FROM citation c JOIN record r ON r.id = c.record_id WHERE ${visibleBeyondPublic(viewer)}))::int AS count`,
          )
        )[0]?.count ?? 0,
    }),
    facets: t.field({
      type: [Facet],
      description: 'Counts of every filter value of a kind.',
      args: { kind: t.arg({ type: KindEnum, required: true }), fields: t.arg.stringList({ required: true }) },
      resolve: async (_library, { kind, fields }, context) => {
        const { facets } = context.services;
        const beyond = await readFollowing(
          context,
          sql<{ facets: string }>`SELECT r.facets FROM record r WHERE r.kind = ${kind}::record_kind AND ${visibleBeyondPublic(context.viewer)}`,
        );
        const { all } = facets.public.count(kind, [], [], facets.bound);
        const counts = await facets.named(facets.add(all, beyond.map((row) => row.facets).join('')));
        return fields.map((field) => ({ field, values: counts.get(field) ?? [] }));
      },
    }),
    pairs: t.field({
      type: [Pair],
      description: 'Projects or lessons counted by two filter fields at once, for overview tables.',
      args: { kind: t.arg({ type: KindEnum, required: true }), row: t.arg({ type: pairs, required: true }), column: t.arg({ type: pairs, required: true }) },
      resolve: (_library, { kind, row, column }, { reads, viewer }) =>
        reads.rows(sql<{ row: string; column: string; count: number }>`
          SELECT coalesce(rv.label, rv.value) AS row, coalesce(cv.label, cv.value) AS column, count(*)::int AS count
          FROM record r CROSS JOIN unnest(r.facet_keys) rk CROSS JOIN unnest(r.facet_keys) ck
          JOIN facet_value rv ON rv.facet || ':' || rv.value = rk JOIN facet_value cv ON cv.facet || ':' || cv.value = ck
          WHERE r.kind = ${kind}::record_kind AND ${visibleRecords(viewer)} AND rv.facet = ${row.toLowerCase()} AND cv.facet = ${column.toLowerCase()}
          GROUP BY 1, 2 ORDER BY 1, 2`),
    }),
    addresses: t.field({
      type: [Address],
      description: `The page of every record, ${ADDRESSES} at a time.`,
      args: { skip: t.arg.int({ required: false, description: 'How many of them to pass over, to read on.' }) },
      resolve: (_library, { skip }, { reads, viewer }) =>
        reads.rows(
          sql<{
            kind: RecordKind;
            slug: string;
            title: string;
            updatedAt: Date;
          }>`SELECT r.kind, r.slug, r.title, r.updated_at AS "updatedAt" FROM record r WHERE ${visibleRecords(viewer)} ORDER BY r.kind, r.position, r.id LIMIT ${ADDRESSES} OFFSET ${Math.max(skip ?? 0, 0)}`,
        ),
    }),
    together: t.field({
      type: [JointType],
      description: `Organizations that take part in the same projects, those with most projects in common first; at most ${JOINT_MAX} pairs.`,
      resolve: (_library, _args, { reads, viewer }) =>
        reads.rows(sql<Joint>`
          WITH part AS (
            SELECT DISTINCT r.id AS project, r.title, r.slug, r.position, o.id AS organization, o.content->>'shortName' AS name, o.slug AS organization_slug
            FROM link l JOIN record r ON r.id = l.from_id AND r.kind = 'PROJECT' JOIN record o ON o.id = l.to_id AND o.kind = 'ORGANIZATION'
            WHERE l.relation IN ('OWNER', 'PARTICIPANT') AND ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')})
          SELECT a.name AS one, a.organization_slug AS "oneSlug", b.name AS other, b.organization_slug AS "otherSlug",
            jsonb_agg(jsonb_build_object('title', a.title, 'slug', a.slug) ORDER BY a.position) AS projects
          FROM part a JOIN part b ON b.project = a.project AND a.name < b.name
          GROUP BY 1, 2, 3, 4 ORDER BY count(*) DESC, 1, 3 LIMIT ${JOINT_MAX}`),
    }),
    stages: t.field({
      type: [StageCountType],
      description: 'Changes of stage of all projects by stage and year.',
      resolve: (_library, _args, { reads, viewer }) =>
        reads.rows(sql<StageCount>`
          SELECT s->>'stage' AS stage, left(s->>'date', 4) AS year, count(*)::int AS count
          FROM record r CROSS JOIN jsonb_array_elements(r.content->'stages') s
          WHERE r.kind = 'PROJECT' AND ${visibleRecords(viewer)} GROUP BY 1, 2 ORDER BY 2, 1`),
    }),
  }),
});

builder.queryField('library', (t) => t.field({ type: Library, description: 'What the library holds.', resolve: () => ({}) }));

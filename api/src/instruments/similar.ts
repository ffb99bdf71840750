import { sql } from 'kysely';
import type { Project, stages } from '#prisma/content/project.ts';
import { lift } from '#prisma/content/shape.ts';
import { indexOf } from '#prisma/instrument/evaluate.ts';
import { type Answers, type Instrument, NOT_KNOWN } from '#prisma/instrument/instrument.ts';
import type { Viewer } from '#search/engine.ts';
import { ownedBy, redact, visibleRecords } from '../records/policy.ts';
import type { QueryBatch } from '../records/query-batch.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';

/** So many of the projects that gave one answer are looked at; in a larger library the first of them. */
const LOOKED_AT = 200;
/** A project that answered the same, as it is read. */
export type SimilarRow = RecordRow & {
  content: Project;
  shared: string[];
  lessons: { slug: string; title: string; language: string }[];
  risks: string[];
};
export type Similar = {
  rows: SimilarRow[];
  /** How many of those looked at answered at least one the same, by today's stage. */
  stages: { stage: (typeof stages)[number]; count: number }[];
  /** More answered the same than were looked at. */
  more: boolean;
};

/**
 * "answer:jiu-matrix/table-1-q1/yes" for each answer: an exception counts as what it is an exception to, and "not known yet"
 * is like nobody's.
 */
export function answerKeys(edition: Instrument, answers: Answers): string[] {
  const { options } = indexOf(edition);
  return Object.entries(answers).flatMap(([question, { option }]) =>
    option === NOT_KNOWN ? [] : [`answer:${edition.instrument}/${question}/${options.get(question)?.get(option)?.exceptionTo ?? option}`],
  );
}

/**
 * Projects of the library that answered the same, those with most answers in common first, with what became of them. Of those
 * that ended the one with most in common is always among them: what ended a project is often the best lesson. The work is limited whatever the size of the library: of each answer so many projects are looked at, in the order of the library.
 */
export async function similarProjects(reads: QueryBatch, viewer: Viewer, keys: readonly string[], first = 5): Promise<Similar> {
  if (keys.length === 0) return { rows: [], stages: [], more: false };
  const [found] = await reads.rows(sql<{
    rows: (SimilarRow & { owned: boolean })[];
    stages: { stage: (typeof stages)[number]; count: number }[];
    most: number;
  }>`
    WITH key AS (SELECT DISTINCT key FROM unnest(${[...keys].slice(0, 60)}::text[]) key),
    met AS MATERIALIZED (
      SELECT x.id, key.key FROM key CROSS JOIN LATERAL (
        SELECT r.id FROM record r WHERE r.kind = 'PROJECT' AND r.facet_keys @> ARRAY[key.key] AND ${visibleRecords(viewer)} LIMIT ${LOOKED_AT}) x),
    near AS MATERIALIZED (SELECT met.id, array_agg(met.key ORDER BY met.key) AS shared, count(*) AS score FROM met GROUP BY met.id)
    SELECT
      (SELECT coalesce(json_agg(y ORDER BY y.score DESC, y.position, y.id), '[]') FROM (
        SELECT ${recordColumns}, r.content, ${ownedBy(viewer)} AS owned, near.shared, near.score,
          (SELECT coalesce(json_agg(json_build_object('slug', l.slug, 'title', l.title, 'language', l.language) ORDER BY l.position), '[]') FROM (
            SELECT DISTINCT r.slug, r.title, r.language, r.position FROM link JOIN record r ON r.id = link.from_id WHERE link.to_id = near.id AND r.kind = 'LESSON' AND ${visibleRecords(viewer)} ORDER BY r.position LIMIT 3) l) AS lessons,
          (SELECT coalesce(array_agg(DISTINCT r.source_key), '{}') FROM link JOIN record r ON r.id = link.from_id WHERE link.to_id = near.id AND link.relation = 'MET_BY' AND r.kind = 'RISK' AND ${visibleRecords(viewer)}) AS risks
        FROM near JOIN record r ON r.id = near.id
        ORDER BY (r.facet_keys @> '{stage:DISCONTINUED}' AND row_number() OVER (PARTITION BY r.facet_keys @> '{stage:DISCONTINUED}' ORDER BY near.score DESC, r.position, r.id) = 1) DESC,
          near.score DESC, r.position, r.id LIMIT ${first}) y) AS rows,
      (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT substr(k, 7) AS stage, count(*)::int AS count FROM near JOIN record r ON r.id = near.id CROSS JOIN unnest(r.facet_keys) k WHERE k LIKE 'stage:%' GROUP BY 1) s) AS stages,
      (SELECT coalesce(max(c), 0)::int FROM (SELECT count(*) AS c FROM met GROUP BY met.key) m) AS most`);
  return {
    rows: (found?.rows ?? []).map(({ owned, ...row }) => ({
      ...row,
      content: redact('PROJECT', lift('PROJECT', row.content as unknown as Record<string, unknown>), viewer, owned) as unknown as Project,
    })),
    stages: found?.stages ?? [],
    more: (found?.most ?? 0) >= LOOKED_AT,
  };
}

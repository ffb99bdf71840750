import { sql } from 'kysely';
import { type Project, stages } from '#prisma/content/project.ts';
import { lift } from '#prisma/content/shape.ts';
import { indexOf } from '#prisma/instrument/evaluate.ts';
import { type Answers, type Instrument, NOT_KNOWN } from '#prisma/instrument/instrument.ts';
import type { Context } from '../context.ts';
import { ownedBy, redact, visibleBeyondPublic, visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';

/** No run is compared by more answers. */
const KEYS = 60;
type StageCount = { stage: (typeof stages)[number]; count: number };
/** A project that answered the same, as it is read. */
export type SimilarRow = RecordRow & {
  content: Project;
  shared: string[];
  lessons: { slug: string; title: string; language: string }[];
  risks: string[];
};
export type Similar = {
  rows: SimilarRow[];
  /** How many answered at least one the same, by today's stage. */
  stages: StageCount[];
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
 * that ended the one with most in common is always among them: what ended a project is often the best lesson. All are compared,
 * what everybody sees in memory (`followChanges` first, so that it is as of now), the little that is for some in the statement.
 */
export async function similarProjects({ reads, viewer, services: { facets } }: Context, keys: readonly string[], first = 5): Promise<Similar> {
  if (keys.length === 0) return { rows: [], stages: [] };
  await facets.ready();
  const given = [...new Set(keys)].slice(0, KEYS);
  const ofStage = stages.map((stage) => ({ stage, code: facets.look('stage', stage)?.code ?? 0 }));
  const known = facets.public.sharing('PROJECT', facets.codesOf(given), {
    also: facets.look('stage', 'DISCONTINUED')?.code ?? null,
    apart: ofStage.map(({ code }) => code),
    most: first,
  });
  const [found] = await reads.rows(sql<{ rows: (SimilarRow & { owned: boolean })[]; stages: StageCount[] }>`
    WITH beyond AS MATERIALIZED (
      SELECT r.id, r.facet_keys FROM record r WHERE r.kind = 'PROJECT' AND r.facet_keys && ${given}::text[] AND ${visibleBeyondPublic(viewer)}),
    near AS MATERIALIZED (
      SELECT r.id, s.shared, cardinality(s.shared) AS score FROM (SELECT unnest(${known.ids}::uuid[]) AS id UNION SELECT id FROM beyond) c
      JOIN record r ON r.id = c.id AND ${visibleRecords(viewer)}
      CROSS JOIN LATERAL (SELECT array(SELECT key FROM unnest(${given}::text[]) key WHERE key = ANY (r.facet_keys) ORDER BY key) AS shared) s
      WHERE cardinality(s.shared) > 0)
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
        SELECT substr(k, 7) AS stage, count(*)::int AS count FROM beyond CROSS JOIN unnest(beyond.facet_keys) k WHERE k LIKE 'stage:%' GROUP BY 1) s) AS stages`);
  return {
    rows: (found?.rows ?? []).map(({ owned, ...row }) => ({
      ...row,
      content: redact('PROJECT', lift('PROJECT', row.content as unknown as Record<string, unknown>), viewer, owned) as unknown as Project,
    })),
    stages: ofStage
      .map(({ stage }, index) => ({ stage, count: (known.apart[index] ?? 0) + (found?.stages.find((one) => one.stage === stage)?.count ?? 0) }))
      .filter(({ count }) => count > 0),
  };
}

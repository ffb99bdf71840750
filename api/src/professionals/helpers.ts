import { sql } from 'kysely';
import { type User, viewerOf } from '../accounts/user.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { organizationsOf } from './professional.ts';
import { visibleProfessionals } from './policy.ts';

/** So many are named beside an entry. */
const SHOWN = 5;

/** Why somebody may help: they worked on it, on an entry that it is linked with, or know what it is about. */
export const helperReasons = ['WORKED_ON_IT', 'WORKED_ON', 'TECHNOLOGY', 'SECTOR', 'COUNTRY'] as const;
/** @property value the title of the linked entry, the technology, the sector or the country; null of `WORKED_ON_IT` */
export type HelperReason = { kind: (typeof helperReasons)[number]; value: string | null };
export type Helper = { id: string; name: string; organizations: { shortName: string; slug: string }[]; reasons: HelperReason[] };

/** How much a reason counts. A country alone is no reason: it only orders those who have another one. */
const weight = sql`CASE kind WHEN 'WORKED_ON_IT' THEN 100 WHEN 'WORKED_ON' THEN 20 WHEN 'TECHNOLOGY' THEN 10 WHEN 'SECTOR' THEN 3 ELSE 1 END`;

const ranked = sql`
  SELECT asked, id, name, organizations, reasons FROM (
    SELECT asked, id, name, organizations, reasons, row_number() OVER (PARTITION BY asked ORDER BY score DESC, lower(name), id) AS place FROM (
      SELECT y.asked, f.id, f.name, ${organizationsOf(sql`f.person_id`)} AS organizations, y.score, y.reasons
      FROM (
        SELECT asked, professional_id, sum(${weight}) AS score, json_agg(json_build_object('kind', kind, 'value', value) ORDER BY ${weight} DESC, value) AS reasons
        FROM (SELECT DISTINCT asked, professional_id, kind, value FROM why) w GROUP BY asked, professional_id HAVING bool_or(kind <> 'COUNTRY')) y
      JOIN professional f ON f.id = y.professional_id) z) ranked
  WHERE place <= ${sql.lit(SHOWN)} ORDER BY asked, place`;

type Row = Helper & { asked: string };

/**
 * Who of the pool could help with entries that the viewer was shown, at most five for each, in one statement: those who worked on the
 * entry, on a project or lesson that it is linked with and that the viewer sees, or who know its platform or sector.
 */
export async function helpersOf(reader: Reader, user: User | null, ids: readonly string[]): Promise<Helper[][]> {
  const viewer = viewerOf(user);
  const rows = await rowsOf(
    reader,
    sql<Row>`
      WITH seen AS MATERIALIZED (SELECT f.* FROM professional f JOIN person p ON p.id = f.person_id WHERE ${visibleProfessionals(user)}),
      asked AS MATERIALIZED (SELECT r.id, r.kind, r.facet_keys FROM record r WHERE r.id = ANY (${ids as string[]}::uuid[])),
      near AS (
        SELECT a.id AS asked, l.from_id AS other FROM asked a JOIN link l ON l.to_id = a.id AND l.from_kind IN ('PROJECT', 'LESSON')
        UNION SELECT a.id, l.to_id FROM asked a JOIN link l ON l.from_id = a.id),
      why AS (
        SELECT a.id AS asked, s.id AS professional_id, 'WORKED_ON_IT' AS kind, NULL AS value FROM asked a JOIN professional_work w ON w.record_id = a.id JOIN seen s ON s.id = w.professional_id
        UNION ALL
        SELECT n.asked, s.id, 'WORKED_ON', r.title FROM seen s JOIN professional_work w ON w.professional_id = s.id JOIN near n ON n.other = w.record_id JOIN record r ON r.id = w.record_id
        WHERE r.kind IN ('PROJECT', 'LESSON') AND ${visibleRecords(viewer)}
        UNION ALL
        SELECT a.id, s.id, 'TECHNOLOGY', t FROM asked a CROSS JOIN seen s CROSS JOIN LATERAL unnest(s.technologies) t
        WHERE EXISTS (SELECT FROM unnest(a.facet_keys) k WHERE lower(k) = 'platform:' || lower(t))
        UNION ALL
        SELECT a.id, s.id, 'SECTOR', t FROM asked a CROSS JOIN seen s CROSS JOIN LATERAL unnest(s.sectors) t WHERE a.facet_keys @> ARRAY['sector:' || t]
        UNION ALL
        SELECT a.id, s.id, 'COUNTRY', t FROM asked a CROSS JOIN seen s CROSS JOIN LATERAL unnest(s.countries) t WHERE a.facet_keys @> ARRAY['country:' || t])
      ${ranked}`,
  );
  const by = Map.groupBy(rows, ({ asked }) => asked);
  return ids.map((id) => by.get(id) ?? []);
}

/** Who of the pool could help with any of these questions of the matrix, at most five: those who worked on lessons that bear on them and that the viewer sees. */
export async function helpersOfQuestions(reader: Reader, user: User | null, questions: readonly string[]): Promise<Helper[]> {
  const viewer = viewerOf(user);
  return rowsOf(
    reader,
    sql<Helper>`
      WITH seen AS MATERIALIZED (SELECT f.* FROM professional f JOIN person p ON p.id = f.person_id WHERE ${visibleProfessionals(user)}),
      why AS (
        SELECT '' AS asked, s.id AS professional_id, 'WORKED_ON' AS kind, r.title AS value
        FROM seen s JOIN professional_work w ON w.professional_id = s.id JOIN record r ON r.id = w.record_id AND r.kind = 'LESSON'
        WHERE jsonb_exists_any(r.content->'questions', ${[...questions]}::text[]) AND ${visibleRecords(viewer)})
      ${ranked}`,
  );
}

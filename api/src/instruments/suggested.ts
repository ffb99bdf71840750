import { sql } from 'kysely';
import type { Evaluation } from '#prisma/instrument/evaluate.ts';
import { indexOf } from '#prisma/instrument/evaluate.ts';
import type { Answers, Instrument } from '#prisma/instrument/instrument.ts';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';
import { answerKeys } from './similar.ts';

export type SuggestedRisk = { row: RecordRow; reasons: string[] };
/** A project that met a risk: whether it is the one that is assessed, and the platforms and the answers that it has in common with it. */
type Met = { title: string; itself: boolean; platforms: string[] };

const metReason = ({ title, itself, platforms }: Met): string => {
  if (itself) return `“${title}” itself met it.`;
  if (platforms.length > 0) return `“${title}”, which also runs on ${platforms.join(', ')}, met it.`;
  return `“${title}”, which answered some of the questions the same, met it.`;
};

/**
 * The risks that belong into an assessment, each with the reasons: what the answers suggest by the edition, what was met by the
 * library's projects that answered the same, and what was met on the same platforms: those that are named, and those of the
 * library's project that the run is about, with what this one met itself.
 * @param project the slug of the project that is assessed
 * @param platforms filter values of the list of projects, such as "Hyperledger"
 */
export async function suggestedRisks(
  { reads, viewer }: Context,
  {
    edition,
    answers,
    risks,
    project,
    platforms,
  }: { edition: Instrument; answers: Answers; risks: Evaluation['risks']; project: string | null; platforms: readonly string[] },
): Promise<SuggestedRisk[]> {
  const keys = answerKeys(edition, answers);
  const rows = await reads.rows(sql<RecordRow & { metBy: Met[] }>`
    WITH project AS MATERIALIZED (SELECT r.id, r.facet_keys FROM record r WHERE r.kind = 'PROJECT' AND r.slug = ${project} AND ${visibleRecords(viewer)}),
    own AS MATERIALIZED (SELECT (SELECT id FROM project) AS id,
      ${platforms.slice(0, 20).map((name) => `platform:${name}`)}::text[] || array(SELECT key FROM project, unnest(facet_keys) key WHERE key LIKE 'platform:%') AS platforms)
    SELECT ${recordColumns}, r.content, coalesce(m.projects, '[]') AS "metBy" FROM record r LEFT JOIN LATERAL (
      SELECT json_agg(y ORDER BY y.itself DESC, y.title) AS projects FROM (
        SELECT DISTINCT p.title, coalesce(own.id = p.id, false) AS itself,
          array(SELECT substr(key, 10) FROM unnest(p.facet_keys) key WHERE key = ANY (own.platforms) ORDER BY 1) AS platforms
        FROM link JOIN record p ON p.id = link.to_id CROSS JOIN own
        WHERE link.from_id = r.id AND link.relation = 'MET_BY' AND p.kind = 'PROJECT' AND ${visibleRecords(viewer, 'p')}
          AND (p.facet_keys && ${keys}::text[] OR own.id = p.id OR p.facet_keys && own.platforms)) y) m ON true
    WHERE r.kind = 'RISK' AND ${visibleRecords(viewer)} AND (r.source_key = ANY (${risks.map(({ risk }) => risk)}::text[]) OR m.projects IS NOT NULL) ORDER BY r.position, r.id LIMIT 60`);
  const { questions } = indexOf(edition);
  // Numbers begin anew in each layer.
  const numberOf = (id: string) => {
    const question = questions.get(id);
    const group = edition.groups.find((one) => one.id === question?.group);
    const layer = edition.layers.length > 1 ? `${edition.layers.find((one) => one.id === group?.layer)?.number ?? ''}.` : '';
    return `${layer}${question?.number ?? ''}`;
  };
  return rows.map(({ metBy, ...row }) => ({
    row,
    reasons: [
      ...(risks.find(({ risk }) => risk === row.sourceKey)?.reasons ?? []).map(
        ({ question, reason }) => `${reason} (question ${numberOf(question)}: ${questions.get(question)?.text ?? ''})`,
      ),
      ...metBy.map(metReason),
    ],
  }));
}

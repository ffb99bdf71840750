import { sql } from 'kysely';
import type { Evaluation } from '#prisma/instrument/evaluate.ts';
import { indexOf } from '#prisma/instrument/evaluate.ts';
import type { Answers, Instrument } from '#prisma/instrument/instrument.ts';
import type { Context } from '../context.ts';
import { visibleBeyondPublic, visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';
import { answerKeys } from './similar.ts';

/** So many of the projects with most in common are asked what they met. */
const LOOKED_AT = 200;

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
 * library's project that the run is about, with what this one met itself. Of the projects that everybody sees, those with most
 * answers and platforms in common are looked at (`followChanges` first, so that they are as of now).
 * @param project the slug of the project that is assessed
 * @param platforms filter values of the list of projects, such as "Hyperledger"
 */
export async function suggestedRisks(
  { reads, viewer, services: { facets } }: Context,
  {
    edition,
    answers,
    risks,
    project,
    platforms,
  }: { edition: Instrument; answers: Answers; risks: Evaluation['risks']; project: string | null; platforms: readonly string[] },
): Promise<SuggestedRisk[]> {
  const [own] = project
    ? await reads.rows(
        sql<{
          id: string;
          keys: string[];
        }>`SELECT r.id, r.facet_keys AS keys FROM record r WHERE r.kind = 'PROJECT' AND r.slug = ${project} AND ${visibleRecords(viewer)}`,
      )
    : [];
  await facets.ready();
  const shared = [...platforms.slice(0, 20).map((name) => `platform:${name}`), ...(own?.keys ?? []).filter((key) => key.startsWith('platform:'))];
  const keys = [...new Set([...answerKeys(edition, answers), ...shared])];
  const { ids } = facets.public.sharing('PROJECT', facets.codesOf(keys), { also: null, apart: [], most: LOOKED_AT });
  const rows = await reads.rows(sql<RecordRow & { metBy: Met[] }>`
    WITH alike AS MATERIALIZED (
      SELECT p.id, p.title, coalesce(p.id = ${own?.id ?? null}::uuid, false) AS itself,
        array(SELECT substr(key, 10) FROM unnest(p.facet_keys) key WHERE key = ANY (${shared}::text[]) ORDER BY 1) AS platforms
      FROM (SELECT unnest(${[...ids, ...(own ? [own.id] : [])]}::uuid[]) AS id
        UNION SELECT p.id FROM record p WHERE p.kind = 'PROJECT' AND p.facet_keys && ${keys}::text[] AND ${visibleBeyondPublic(viewer, 'p')}) c
      JOIN record p ON p.id = c.id AND ${visibleRecords(viewer, 'p')}),
    met AS MATERIALIZED (
      SELECT y.risk, json_agg(json_build_object('title', y.title, 'itself', y.itself, 'platforms', y.platforms) ORDER BY y.itself DESC, y.title) AS projects
      FROM (SELECT DISTINCT link.from_id AS risk, alike.title, alike.itself, alike.platforms FROM alike JOIN link ON link.to_id = alike.id AND link.relation = 'MET_BY') y GROUP BY y.risk)
    SELECT ${recordColumns}, r.content, coalesce(met.projects, '[]') AS "metBy" FROM record r LEFT JOIN met ON met.risk = r.id
    WHERE r.kind = 'RISK' AND ${visibleRecords(viewer)} AND (r.source_key = ANY (${risks.map(({ risk }) => risk)}::text[]) OR met.projects IS NOT NULL) ORDER BY r.position, r.id LIMIT 60`);
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

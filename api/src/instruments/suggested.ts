import { sql } from 'kysely';
import type { Evaluation } from '#prisma/instrument/evaluate.ts';
import { indexOf } from '#prisma/instrument/evaluate.ts';
import type { Answers, Instrument } from '#prisma/instrument/instrument.ts';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';
import { answerKeys } from './similar.ts';

export type SuggestedRisk = { row: RecordRow; reasons: string[] };

/**
 * The risks that belong into an assessment, each with the reasons: what the answers suggest by the edition, and what was met
 * by the library's projects that answered the same.
 */
export async function suggestedRisks({ reads, viewer }: Context, edition: Instrument, answers: Answers, { risks }: Evaluation): Promise<SuggestedRisk[]> {
  const keys = answerKeys(edition, answers);
  const rows = await reads.rows(sql<RecordRow & { metBy: string[] }>`
    SELECT ${recordColumns}, r.content, coalesce(m.titles, '{}') AS "metBy" FROM record r LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT p.title) AS titles FROM link JOIN record p ON p.id = link.to_id
      WHERE link.from_id = r.id AND link.relation = 'MET_BY' AND p.kind = 'PROJECT' AND p.facet_keys && ${keys}::text[] AND ${visibleRecords(viewer, 'p')}) m ON true
    WHERE r.kind = 'RISK' AND ${visibleRecords(viewer)} AND (r.source_key = ANY (${risks.map(({ risk }) => risk)}::text[]) OR m.titles IS NOT NULL) ORDER BY r.position, r.id LIMIT 60`);
  const { questions } = indexOf(edition);
  return rows.map(({ metBy, ...row }) => ({
    row,
    reasons: [
      ...(risks.find(({ risk }) => risk === row.sourceKey)?.reasons ?? []).map(
        ({ question, reason }) => `${reason} (question ${questions.get(question)?.number ?? ''}: ${questions.get(question)?.text ?? ''})`,
      ),
      ...metBy.map((title) => `“${title}”, which answered some of the questions the same, met it.`),
    ],
  }));
}

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Trx } from '#prisma/database.ts';
import { evaluate } from '#prisma/instrument/evaluate.ts';
import type { Answers, Instrument } from '#prisma/instrument/instrument.ts';
import { appendLog } from '#prisma/log.ts';
import { seedFolder } from './files.ts';

const file = z.strictObject({
  shipped: z.string(),
  instrument: z.string(),
  edition: z.string(),
  organization: z.string(),
  title: z.string(),
  content: z.looseObject({ answers: z.record(z.string(), z.looseObject({ option: z.string() })) }),
});
export type ShippedAssessment = z.infer<typeof file> & { file: string };

/** The runs that the library brings along as worked examples. */
export async function readAssessments(root = seedFolder): Promise<ShippedAssessment[]> {
  const folder = join(root, 'assessments');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({ ...file.parse(parse(await readFile(join(folder, name), 'utf8'))), file: relative(root, join(folder, name)) })),
  );
}

/** Writes those that are not there yet, signed and in the log; one that is there stays as it is. */
export async function writeAssessments(trx: Trx, assessments: readonly ShippedAssessment[]): Promise<void> {
  for (const one of assessments) {
    const { rows } = await sql<{ id: string; content: Instrument }>`
      SELECT e.id, e.content FROM instrument_edition e WHERE e.instrument = ${one.instrument} AND e.edition = ${one.edition}
      AND NOT EXISTS (SELECT FROM assessment a WHERE a.shipped = ${one.shipped}) AND EXISTS (SELECT FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${one.organization})`.execute(
      trx,
    );
    const edition = rows[0];
    if (!edition) continue;
    const { layer, outcome } = evaluate(edition.content, one.content.answers as Answers).decided;
    const added = await sql<{ id: string }>`
      INSERT INTO assessment (edition_id, organization_id, title, state, content, outcome, signed_as, signed_at, audience, published_at, shipped)
      SELECT ${edition.id}::uuid, o.id, ${one.title}, 'SIGNED', ${JSON.stringify(one.content)}::jsonb, ${JSON.stringify({ layer, id: outcome.id, title: outcome.title, verdict: outcome.verdict })}::jsonb,
        'SHIPPED', now(), 'PUBLIC', now(), ${one.shipped} FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${one.organization} RETURNING id`.execute(
      trx,
    );
    await appendLog(
      trx,
      added.rows.flatMap(({ id }) => (['ASSESSMENT_SIGNED', 'ASSESSMENT_PUBLISHED'] as const).map((kind) => ({ kind, body: { subject: id } }))),
    );
  }
}

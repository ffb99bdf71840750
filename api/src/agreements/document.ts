import { staying } from '../records/merged.ts';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Viewer } from '#search/engine.ts';
import { insideAgreement, visibleAgreements } from './policy.ts';

/** What the document under a hash is called in an agreement of which the viewer sees all; null where there is none. */
export async function agreementDocument(db: Database, viewer: Viewer, hash: string): Promise<string | null> {
  const { rows } = await sql<{ label: string }>`
    SELECT t.document_label AS label FROM agreement_version t JOIN agreement a ON a.id = t.agreement_id JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')}
    WHERE t.document_file = ${hash} AND ${visibleAgreements(viewer)} AND ${insideAgreement(viewer)} ORDER BY t.version DESC LIMIT 1`.execute(db);
  return rows[0] ? rows[0].label || 'agreement' : null;
}

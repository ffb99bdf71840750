import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { visibleRecords, withForeign } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { canAnswerFor, canWithdrawAnswer } from './policy.ts';

const TEXT_MAX = 4000;
type Said = { id: string; slug: string };

/**
 * Keeps what an organization says beside a foreign record, which itself stays as its catalogue has it.
 * @throws GraphQLError FORBIDDEN for who does not write for the organization
 */
export async function answerForeignRecord(
  db: Database,
  user: User | null,
  request: { slug: string; organization: string; text: string; idempotencyKey: string },
): Promise<Said | ValidationError> {
  if (!user || !canAnswerFor(user, request.organization)) throw forbidden('ONLY_FOREIGN_ANSWERERS');
  const text = request.text.trim();
  const faults = requiredText('text', text, 'MISSING', TEXT_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  const organization = user.memberships.find(({ organizationSlug }) => organizationSlug === request.organization)?.organizationId as string;
  return db.transaction().execute((trx) =>
    once<Said | ValidationError, Said>(
      trx,
      {
        personId: user.id,
        mutation: 'answerForeignRecord',
        key: request.idempotencyKey,
        content: { slug: request.slug, organization, text },
        field: 'idempotencyKey',
      },
      async () => {
        const { rows } = await sql<Said>`
          INSERT INTO foreign_answer (record_id, organization_id, record_version, text, written_by)
          SELECT r.id, ${organization}::uuid, r.version, ${text}, ${user.id}::uuid FROM record r
          WHERE r.kind = 'FOREIGN_RECORD' AND r.slug = ${request.slug.replaceAll('\0', '')} AND ${visibleRecords(withForeign(viewerOf(user)))}
          RETURNING id, ${request.slug}::text AS slug`.execute(trx);
        return rows[0] ?? refuse('slug', 'NO_RECORD');
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/**
 * Takes a statement beside a foreign record back; it stays in the database, and nobody is shown it.
 * @throws GraphQLError FORBIDDEN for everybody but its organization and the secretariat
 */
export async function withdrawForeignAnswer(db: Database, user: User | null, id: string): Promise<Said | ValidationError> {
  if (!user) throw forbidden('ONLY_FOREIGN_ANSWERERS');
  if (!isUuid(id)) return refuse('id', 'NO_RECORD');
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Said & { organization: string; withdrawn: boolean }>`
      SELECT a.id, r.slug, o.slug AS organization, a.withdrawn_at IS NOT NULL AS withdrawn
      FROM foreign_answer a JOIN record r ON r.id = a.record_id JOIN record o ON o.id = a.organization_id WHERE a.id = ${id}::uuid FOR UPDATE OF a`.execute(
      trx,
    );
    const [found] = rows;
    if (!found) return refuse('id', 'NO_RECORD');
    if (!canWithdrawAnswer(user, found.organization)) throw forbidden('ONLY_FOREIGN_ANSWERERS');
    if (!found.withdrawn) await sql`UPDATE foreign_answer SET withdrawn_by = ${user.id}::uuid, withdrawn_at = now() WHERE id = ${id}::uuid`.execute(trx);
    return { id: found.id, slug: found.slug };
  });
}

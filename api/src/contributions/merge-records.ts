import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Database } from '#prisma/database.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import { appendLog } from '#prisma/log.ts';
import { rederiveNamers } from '#prisma/rederive.ts';
import { canOversee } from '../accounts/policy.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { shownRecords, visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { requiredText } from '../required-text.ts';
import type { Viewer } from '#search/engine.ts';
import type { Content } from './draft.ts';
import { mailAll, peopleOf } from './mails.ts';
import { isWritable } from './policy.ts';
import { screenPublished } from '../screening/run.ts';
import { ownerRecords } from './publish.ts';

const REASON_MAX = 1000;
type Row = {
  id: string;
  kind: RecordKind;
  slug: string;
  title: string;
  version: number;
  content: Content;
  audience: Audience;
  archived: boolean;
  mergedInto: string | null;
};

/**
 * Makes two entries of one thing one: the double leaves the library and its address leads to the other, as does whatever
 * names it. Its history and the log stay, and it can be brought back like any archived entry. What only the double says is
 * for a person to add to the other. The publishers of its owners are told.
 * @param request.slug of the double
 * @param request.into slug of the entry that stays, or its address
 * @returns the address of the entry that stays
 * @throws GraphQLError FORBIDDEN for all but the secretariat and administrators
 */
export async function mergeRecords(
  db: Database,
  baseUrl: string,
  user: User,
  request: { kind: RecordKind; slug: string; into: string; reason: string },
): Promise<string | ValidationError> {
  if (!canOversee(user)) throw forbidden('ONLY_MERGERS');
  const { kind, slug } = request;
  const why = request.reason.trim();
  const faults = requiredText('reason', why, 'REASON_MERGE', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  if (!isWritable(kind)) return refuse('kind', 'KIND_ARCHIVABLE');
  const into = request.into.trim().split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  if ([slug, into].some((one) => one.includes('\0'))) return refuse('slug', 'NO_RECORD');
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Row>`
      SELECT r.id, r.kind, r.slug, r.title, r.version, r.content, r.audience, r.archived_at IS NOT NULL AS archived, r.merged_into AS "mergedInto" FROM record r
      WHERE r.kind = ${kind}::record_kind AND r.slug IN (${slug}, ${into}) AND ${shownRecords(viewerOf(user))} ORDER BY r.id FOR UPDATE`.execute(trx);
    const double = rows.find((row) => row.slug === slug);
    const stays = rows.find((row) => row.slug === into);
    if (!double) return refuse('slug', 'NO_RECORD');
    if (!stays) return refuse('into', 'NO_RECORD');
    if (double === stays) return refuse('into', 'MERGE_ITSELF');
    if (stays.archived) return refuse('into', 'MERGE_ARCHIVED');
    // Whoever saw the double must see what its address leads to.
    if (stays.audience !== 'PUBLIC' && stays.audience !== double.audience) return refuse('into', 'MERGE_CLOSED');
    const address = addressOf(kind, stays.slug);
    if (double.mergedInto === stays.id) return address;
    if (double.archived) return refuse('slug', 'MERGE_ARCHIVED');
    await trx
      .updateTable('record')
      .set({ archivedAt: sql`now()`, archivedReason: why, mergedInto: stays.id, updatedAt: sql`now()` })
      .where('id', '=', double.id)
      .execute();
    await rederiveNamers(trx, double.id, { now: true });
    // What was found on a list under the names of the double is looked for under those of both.
    if (kind === 'VENDOR') await screenPublished(trx, stays.id);
    await appendLog(trx, [{ kind: 'RECORD_ARCHIVED', body: { record: double.id, kind, slug, number: double.version, by: user.pseudonym ?? null } }]);
    const told = new Map<string, { id: string; name: string; email: string }>();
    for (const owner of await ownerRecords(trx, kind, lift(kind, double.content), lift(kind, stays.content)))
      for (const one of await peopleOf(trx, owner.id, 'PUBLISHER')) told.set(one.id, one);
    await mailAll(
      trx,
      [...told.values()],
      `record:${double.id}:${double.version}:merged`,
      `Two entries became one: ${stays.title}`,
      () =>
        `"${double.title}" and "${stays.title}" were two entries of the same. The first now leads to the second:\n${baseUrl}${address}\n\nThe reason: ${why}\n\nWhat only the first said is in its history:\n${baseUrl}${addressOf(kind, slug)}/history\nPropose a change of the second to add it. If they are not the same, tell the secretariat, who can bring the first back.`,
    );
    return address;
  });
}

/** The address of the entry that a merged one leads to, as far as the viewer sees that; null where nothing is merged. */
export async function movedTo(reader: Reader, viewer: Viewer, kind: RecordKind, slug: string): Promise<string | null> {
  if (slug.includes('\0')) return null;
  const rows = await rowsOf(
    reader,
    sql<{ slug: string }>`
      SELECT r.slug FROM record d JOIN record r ON r.id = merged_to(d.id)
      WHERE d.kind = ${kind}::record_kind AND d.slug = ${slug} AND d.merged_into IS NOT NULL AND ${shownRecords(viewer, 'd')} AND ${visibleRecords(viewer)}`,
  );
  return rows[0] ? addressOf(kind, rows[0].slug) : null;
}

import { mailText } from '#i18n/mail.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type RawBuilder, sql } from 'kysely';
import { audienceOf, ownersOf, sections } from '#prisma/content/audience.ts';
import { type Audience, audiences } from '#prisma/content/shared.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { appendLog } from '#prisma/log.ts';
import { rederiveNamers } from '#prisma/rederive.ts';
import { screenPublished } from '../screening/run.ts';
import { canOversee } from '../accounts/policy.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { ownedBy, shownRecords } from '../records/policy.ts';
import { requiredText } from '../required-text.ts';
import { archivedAlready } from './archived.ts';
import type { Content } from './draft.ts';
import { mailAll, peopleOf } from './mails.ts';
import { canArchive, isWritable, writableKinds } from './policy.ts';
import { ownerRecords, publish } from './publish.ts';
import { HIDDEN_TITLE, titleOf } from './redaction.ts';

const REASON_MAX = 1000;

type Row = { id: string; kind: RecordKind; slug: string; sourceKey: string | null; title: string; version: number; content: Content; archivedAt: Date | null };
const columns = sql.raw(`r.id, r.kind, r.slug, r.source_key AS "sourceKey", r.title, r.version, r.content, r.archived_at AS "archivedAt"`);

const slugsOf = async (db: Database | Trx, row: Row) => (await ownerRecords(db, row.kind, lift(row.kind, row.content))).map((owner) => owner.slug);

/** Takes a live record out of the library in the caller's transaction, which has asked who may. @param by the pseudonym of who does so */
export async function archiveRow(trx: Trx, id: string, reason: string, by: string | null): Promise<void> {
  const row = await trx
    .updateTable('record')
    .set({ archivedAt: sql`now()`, archivedReason: reason, updatedAt: sql`now()` })
    .where('id', '=', id)
    .returning(['kind', 'slug', 'version'])
    .executeTakeFirstOrThrow();
  await rederiveNamers(trx, id, { now: true });
  await appendLog(trx, [{ kind: 'RECORD_ARCHIVED', body: { record: id, kind: row.kind, slug: row.slug, number: row.version, by } }]);
}

/**
 * Takes a record out of the library, with the reason; its history stays. Who archives is said by `canArchive`.
 * @returns the record's slug
 * @throws GraphQLError FORBIDDEN (403)
 */
export async function archiveRecord(db: Database, user: User, kind: RecordKind, slug: string, reason: string): Promise<string | ValidationError> {
  const why = reason.trim();
  const faults = requiredText('reason', why, 'REASON_ARCHIVE', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  if (!isWritable(kind)) return refuse('kind', 'KIND_ARCHIVABLE');
  if (slug.includes('\0')) return refuse('slug', 'NO_RECORD');
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Row>`
      SELECT ${columns} FROM record r WHERE r.kind = ${kind}::record_kind AND r.slug = ${slug} AND ${shownRecords(viewerOf(user))} FOR UPDATE`.execute(trx);
    const row = rows[0];
    if (!row) return refuse('slug', 'NO_RECORD');
    if (!canArchive(user, await slugsOf(trx, row))) throw forbidden('ONLY_ARCHIVERS');
    if (row.archivedAt) return archivedAlready(trx, user, row, slug, why);
    await archiveRow(trx, row.id, why, user.pseudonym ?? null);
    return slug;
  });
}

/**
 * Which records a person finds that readers do not, as a condition on `record r`: archived ones and those for their owners
 * only, for the secretariat and administrators; archived ones of which their organization is the only owner, for its publishers.
 */
function closedRecords(user: User): RawBuilder<boolean> {
  const organizationIds = user.memberships.flatMap(({ role, organizationId }) => (role === 'PUBLISHER' && organizationId ? [organizationId] : []));
  return sql<boolean>`(r.kind = ANY (${[...writableKinds]}::record_kind[]) AND (r.archived_at IS NOT NULL OR r.audience = 'OWNERS')
    AND (${canOversee(user)} OR (r.archived_at IS NOT NULL AND ${ownedBy({ organizationIds })} AND (SELECT count(*) FROM record_owner own WHERE own.record_id = r.id) = 1)))`;
}

export type ClosedRecord = {
  id: string;
  kind: RecordKind;
  /** Null where the record is not the person's to see; then nor are its title of today and the reason. */
  slug: string | null;
  title: string;
  audience: Audience;
  owners: string[];
  archivedAt: Date | null;
  archivedReason: string | null;
  /** The last version that more people saw than its owners, where the record is for its owners today. */
  openVersion: number | null;
};

/** At most so many are listed. */
export const CLOSED_MAX = 500;
/** The records that a person finds although readers do not, last archived first. Of what is not theirs to see, the title it had in the open. */
export async function listClosed(db: Database, user: User): Promise<ClosedRecord[]> {
  const { rows } = await sql<
    Row & { shown: boolean; audience: Audience; archivedReason: string | null; openVersion: number | null; openContent: Content | null }
  >`
    SELECT ${columns}, r.audience, r.archived_reason AS "archivedReason", ${shownRecords(viewerOf(user))} AS shown, o.number AS "openVersion", o.content AS "openContent"
    FROM record r LEFT JOIN LATERAL (
      SELECT v.number, v.content FROM revision v WHERE v.record_id = r.id AND r.audience = 'OWNERS' AND coalesce(v.content->>'audience', 'PUBLIC') <> 'OWNERS' ORDER BY v.number DESC LIMIT 1) o ON true
    WHERE ${closedRecords(user)} ORDER BY r.archived_at DESC NULLS LAST, r.updated_at DESC, r.id LIMIT ${CLOSED_MAX}`.execute(db);
  return rows.map(({ content, shown, slug, title, openContent, archivedReason, ...row }) => ({
    ...row,
    slug: shown ? slug : null,
    title: shown ? title : openContent ? titleOf(openContent) : (HIDDEN_TITLE[row.kind] ?? 'untitled'),
    owners: ownersOf(row.kind, lift(row.kind, content)),
    archivedReason: shown ? archivedReason : null,
  }));
}

/** One of the closed records; with `others` also one of those that the person sees, to which it is already done. */
async function findClosed(trx: Trx, user: User, id: string, others: RawBuilder<unknown> = sql`false`): Promise<(Row & { audience: Audience }) | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<
    Row & { audience: Audience }
  >`SELECT ${columns}, r.audience FROM record r WHERE r.id = ${id}::uuid AND (${closedRecords(user)} OR (${others} AND ${shownRecords(viewerOf(user))})) FOR UPDATE`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** Brings an archived record back, for those who may archive it. One that is not archived stays as it is. */
export async function restoreRecord(db: Database, user: User, id: string): Promise<string | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const row = await findClosed(trx, user, id, sql`r.archived_at IS NULL`);
    if (!row || !canArchive(user, await slugsOf(trx, row))) return refuse('id', 'NO_RECORD_TO_RESTORE');
    if (!row.archivedAt) return row.id;
    const { mergedInto } = await trx.selectFrom('record').select('mergedInto').where('id', '=', row.id).executeTakeFirstOrThrow();
    await trx.updateTable('record').set({ archivedAt: null, archivedReason: null, mergedInto: null, updatedAt: sql`now()` }).where('id', '=', row.id).execute();
    await rederiveNamers(trx, row.id, { now: true });
    // What both were compared with under the names of the two is compared again under those of each.
    if (row.kind === 'VENDOR' && mergedInto) for (const one of [row.id, mergedInto]) await screenPublished(trx, one);
    await appendLog(trx, [
      { kind: 'RECORD_UNARCHIVED', body: { record: row.id, kind: row.kind, slug: row.slug, number: row.version, by: user.pseudonym ?? null } },
    ]);
    return row.id;
  });
}

/** The content of an older version, with what today's version closes closed in it, as long as somebody owns it. */
function reopened(kind: RecordKind, old: Content, live: Content): Content {
  if (ownersOf(kind, old).length === 0) return old;
  const level = (of: Content, name: string) =>
    audiences.indexOf(audienceOf(of, name, sections[kind]?.[name] ?? { path: [], initial: 'OWNERS', optional: true }));
  const closed = Object.keys(sections[kind] ?? {}).flatMap((name) =>
    level(live, name) > level(old, name) ? [[name, audiences[level(live, name)]] as const] : [],
  );
  return closed.length === 0 ? old : { ...old, audiences: { ...(old['audiences'] as object | undefined), ...Object.fromEntries(closed) } };
}

/**
 * Opens a record that was closed to its owners: its last version that more people saw becomes live again, owners included.
 * Nothing is shown that was not shown before; what was never open, its owners open. For the secretariat and administrators.
 */
export async function reopenRecord(db: Database, baseUrl: string, user: User, id: string, reason: string): Promise<string | ValidationError> {
  const why = reason.trim();
  const faults = requiredText('reason', why, 'REASON_REOPEN', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  if (!canOversee(user)) throw forbidden('ONLY_REOPENERS');
  return db.transaction().execute(async (trx) => {
    const row = await findClosed(trx, user, id, sql`r.audience <> 'OWNERS'`);
    if (!row) return refuse('id', 'NO_RECORD');
    if (row.audience !== 'OWNERS') return row.id;
    const { rows } = await sql<{ number: number; content: Content }>`
      SELECT number, content FROM revision WHERE record_id = ${row.id}::uuid AND coalesce(content->>'audience', 'PUBLIC') <> 'OWNERS' ORDER BY number DESC LIMIT 1`.execute(
      trx,
    );
    const old = rows[0];
    if (!old) return refuse('id', 'NEVER_OPEN');
    const owners = await ownerRecords(trx, row.kind, lift(row.kind, row.content));
    const { address, version } = await publish(trx, {
      recordId: row.id,
      kind: row.kind,
      content: reopened(row.kind, lift(row.kind, old.content), lift(row.kind, row.content)),
      sources: [],
      author: user.pseudonym ?? '',
      organization: null,
      accepted: [],
      reason: why,
      restores: old.number,
    });
    const told = new Map<string, { id: string; name: string; email: string }>();
    for (const owner of owners) for (const one of await peopleOf(trx, owner.id, 'PUBLISHER')) told.set(one.id, one);
    await mailAll(trx, [...told.values()], `record:${row.id}:${version}:reopened`, mailText('reopenedSubject', { title: titleOf(old.content) }), () =>
      mailText('reopened', { version: old.number, address: `${baseUrl}${address}`, reason: why }),
    );
    return row.id;
  });
}

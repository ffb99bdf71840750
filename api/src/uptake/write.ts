import { isUuid } from '#prisma/uuid.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sql } from 'kysely';
import { faultsOf } from '#prisma/content/check.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { actingAs, canConfirm, mayBeDirect } from './policy.ts';
import { utcToday } from './state.ts';
import type { Evidence } from './evidence.ts';
import { fieldNames, fieldOf, type Report, type ReportInput, report } from './fields.ts';
import { mayNameFile } from './files.ts';

/** Which cell of which report. */
export type CellKey = { report?: string | null; recommendation: string; organization: string };
export type CellRef = { actionId: string; slug: string; recommendationSlug: string; number: number | null };

/**
 * Finds a cell: the recommendation by number or slug within the report, the organization by slug or short name.
 * @returns the cell, or the faults that say what is unknown
 */
export async function findCell(db: Database | Trx, user: User | null, key: CellKey): Promise<CellRef | FieldFault[]> {
  const viewer = viewerOf(user);
  const { rows } = await sql<{ recommendation: string | null; organization: string | null } & CellRef>`
    WITH report AS (SELECT s.id FROM record s WHERE s.kind = 'SOURCE' AND ${visibleRecords(viewer, 's')} AND EXISTS (SELECT FROM report_column c WHERE c.report_id = s.id)
      ${key.report ? sql`AND (s.source_key = ${key.report} OR s.slug = ${key.report})` : sql``} ORDER BY s.position, s.id LIMIT 1),
    r AS (SELECT DISTINCT r.id, r.slug, (r.content->>'number')::int AS number FROM report p JOIN action a ON a.report_id = p.id JOIN record r ON r.id = a.recommendation_id
      WHERE ${visibleRecords(viewer)} AND (r.content->>'number' = ${key.recommendation} OR r.slug = ${key.recommendation}) ORDER BY 2 LIMIT 1),
    o AS (SELECT o.id, o.slug FROM report p JOIN report_column c ON c.report_id = p.id JOIN record o ON o.id = c.organization_id
      WHERE ${visibleRecords(viewer, 'o')} AND (o.slug = ${key.organization} OR lower(o.content->>'shortName') = lower(${key.organization})) ORDER BY o.slug LIMIT 1)
    SELECT (SELECT id FROM r) AS recommendation, (SELECT id FROM o) AS organization, (SELECT a.id FROM action a JOIN r ON a.recommendation_id = r.id JOIN o ON a.organization_id = o.id) AS "actionId",
      (SELECT slug FROM o) AS slug, (SELECT slug FROM r) AS "recommendationSlug", (SELECT number FROM r) AS number`.execute(db);
  const found = rows[0];
  const faults: FieldFault[] = [];
  if (!found?.recommendation) faults.push(fault('recommendation', 'NO_RECOMMENDATION', { recommendation: key.recommendation.slice(0, 80) }));
  if (!found?.organization) faults.push(fault('organization', 'NO_ORGANIZATION_COLUMN', { organization: key.organization.slice(0, 80) }));
  if (faults.length === 0 && !found?.actionId) faults.push(fault('organization', 'NOT_ADDRESSED'));
  return faults.length > 0 ? faults : (found as CellRef);
}

/** The day and moment of an act; tests give another one to write histories. */
export type Clock = { today: string };
const now = (clock?: Clock): Clock => clock ?? { today: utcToday() };
const keyFault = (key: string): FieldFault[] => (/^[\w:.#-]{8,200}$/.test(key) ? [] : [fault('idempotencyKey', 'KEY', { min: 8, max: 200 })]);

/** What evidence refers to must exist and be this person's to see. */
async function evidenceFaults(trx: Trx, user: User, items: Evidence[], organization: string): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind === 'RECORD') {
      const { rows } =
        await sql`SELECT 1 FROM record r WHERE r.kind = ${item.recordKind}::record_kind AND r.slug = ${item.recordSlug} AND ${visibleRecords(viewerOf(user))}`.execute(
          trx,
        );
      if (rows.length === 0) faults.push(fault(`evidence.${index}.recordSlug`, 'EVIDENCE_NO_RECORD'));
    }
    if (item.kind === 'FILE') {
      if (!item.file || !(await mayNameFile(trx, user, item.file, organization))) faults.push(fault(`evidence.${index}.file`, 'EVIDENCE_NO_UPLOAD'));
    }
  }
  return faults;
}

/** Evidence of an entry that this person is not shown, such as a record that is archived now: a report that follows the entry keeps it. */
async function unseenEvidence(trx: Trx, user: User, entryId: string): Promise<Evidence[]> {
  const { rows } = await sql<{ item: Evidence }>`
    SELECT item FROM uptake_entry u CROSS JOIN LATERAL jsonb_array_elements(u.evidence) item WHERE u.id = ${entryId}::uuid AND item->>'kind' = 'RECORD'
      AND NOT EXISTS (SELECT FROM record r WHERE r.kind::text = item->>'recordKind' AND r.slug = item->>'recordSlug' AND ${visibleRecords(viewerOf(user))})`.execute(
    trx,
  );
  return rows.map(({ item }) => item);
}

export type Written = { entryId: string; repeated: boolean };

/**
 * Writes one checked entry; the caller holds the cell's lock, has checked the permission, and seals it (`sealReports`) in the
 * same transaction. A repeated key gives the entry it made.
 */
export async function insertEntry(
  trx: Trx,
  actionId: string,
  user: { id: string },
  enteredAs: string,
  given: Report,
  key: string,
  clock: Clock,
  demo = false,
): Promise<Written> {
  const names = sql.raw(fieldNames.map((name) => fieldOf(name).column).join(', '));
  const values = sql.join(
    fieldNames.map((name) => {
      const { kind, type } = fieldOf(name);
      const value = kind === 'EVIDENCE' ? JSON.stringify(given[name]) : given[name];
      return type ? sql`${value}::${sql.raw(type)}` : sql`${value}`;
    }),
  );
  const { rows } = await sql<{ id: string }>`
    INSERT INTO uptake_entry (action_id, entered_on, entered_by, entered_as, idempotency_key, demo, ${names})
    VALUES (${actionId}, ${clock.today}::date, ${user.id}, ${enteredAs}, ${key}, ${demo}, ${values})
    ON CONFLICT (entered_by, idempotency_key) DO NOTHING RETURNING id`.execute(trx);
  if (rows[0]) return { entryId: rows[0].id, repeated: false };
  const { rows: before } = await sql<{ id: string }>`SELECT id FROM uptake_entry WHERE entered_by = ${user.id} AND idempotency_key = ${key}`.execute(trx);
  return { entryId: (before[0] as { id: string }).id, repeated: true };
}

/** Seals new entries in the log; the last thing in the transaction that writes them, because writers of the log wait for each other. */
export const sealReports = (trx: Trx, written: readonly Written[]) =>
  appendLog(
    trx,
    written.filter((one) => !one.repeated).map((one) => ({ kind: 'UPTAKE_REPORTED', body: { subject: one.entryId } })),
  );

/** Keeps two reports on one cell from crossing: the second waits, and sees the first. */
const lockCell = (trx: Trx, actionId: string) => sql`SELECT 1 FROM action WHERE id = ${actionId}::uuid FOR UPDATE`.execute(trx);

/** The entry that was recorded last on a cell and not withdrawn; "" when there is none. */
async function latestEntry(trx: Trx, actionId: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM uptake_entry u WHERE action_id = ${actionId}::uuid AND NOT demo AND NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id) ORDER BY sequence DESC LIMIT 1`.execute(
    trx,
  );
  return rows[0]?.id ?? '';
}

export type ReportRequest = { cell: CellKey; given: ReportInput; idempotencyKey: string; basedOn?: string | null };

/**
 * Records a report on an action; nothing that stands is changed. Unconfirmed until a second person of the organization
 * confirms it.
 * @param request.basedOn the id of the entry that the person saw as the last one, "" for none; when another was recorded since, the report is refused.
 * What of its evidence the person is not shown is kept
 * @throws GraphQLError FORBIDDEN when the person may not report for the organization
 */
export async function reportUptake(db: Database, user: User | null, request: ReportRequest, clock?: Clock): Promise<Written | ValidationError> {
  const { today } = now(clock);
  const cell = await findCell(db, user, request.cell);
  const parsed = report.safeParse(request.given);
  const faults = [...(Array.isArray(cell) ? cell : []), ...(parsed.success ? [] : faultsOf(parsed.error, request.given)), ...keyFault(request.idempotencyKey)];
  if (!user) throw forbidden('SIGN_IN_TO_REPORT');
  const role = Array.isArray(cell) ? null : actingAs(user, 'REPORT', cell.slug);
  if (!Array.isArray(cell) && !role) throw forbidden('ONLY_REPORTERS');
  if (parsed.success && parsed.data.effectiveDate > today) faults.push(fault('effectiveDate', 'NOT_YET', { today }));
  if (role && parsed.success && !mayBeDirect(role) && parsed.data.source === 'DIRECT') faults.push(fault('source', 'SOURCE_ON_BEHALF'));
  if (Array.isArray(cell) || !role || !parsed.success || faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    const content = { action: cell.actionId, given: parsed.data };
    return once(
      trx,
      { personId: user.id, mutation: 'reportUptake', key: request.idempotencyKey, content, field: 'idempotencyKey' },
      async (): Promise<Written | ValidationError> => {
        await lockCell(trx, cell.actionId);
        const more = await evidenceFaults(trx, user, parsed.data.evidence, cell.slug);
        if (request.basedOn !== undefined && request.basedOn !== null && request.basedOn !== (await latestEntry(trx, cell.actionId))) {
          more.push(fault('basedOn', 'REPORTED_MEANWHILE'));
        }
        if (more.length > 0) return new ValidationError(more);
        const unseen = request.basedOn ? await unseenEvidence(trx, user, request.basedOn) : [];
        const whole = { ...parsed.data, evidence: [...parsed.data.evidence, ...unseen] };
        const written = await insertEntry(trx, cell.actionId, user, role, whole, request.idempotencyKey, { today });
        await sealReports(trx, [written]);
        return written;
      },
      (written) => (written instanceof ValidationError ? null : { entryId: written.entryId }),
      ({ entryId }) => ({ entryId, repeated: true }),
    );
  });
}

type Done = { on: string; by: string; name: string | null; as: string | null; reason: string | null };
type EntryHead = { id: string; actionId: string; slug: string; enteredBy: string; demo: boolean; confirmed: Done | null; withdrawn: Done | null };
/** An entry with who has confirmed or withdrawn it. A confirmation says no role: only the organization's own people confirm. */
async function entryHead(trx: Trx, id: string): Promise<EntryHead | null> {
  if (!isUuid(id)) return null;
  const nameOf = (column: string) => sql`(SELECT p.name FROM person p WHERE p.id::text = ${sql.ref(column)} AND p.erased_at IS NULL)`;
  const { rows } = await sql<EntryHead>`
    SELECT u.id, u.action_id AS "actionId", o.slug, u.entered_by AS "enteredBy", u.demo,
      (SELECT json_build_object('on', c.confirmed_on::text, 'by', c.confirmed_by, 'name', ${nameOf('c.confirmed_by')}, 'as', NULL, 'reason', NULL) FROM uptake_confirmation c WHERE c.entry_id = u.id) AS confirmed,
      (SELECT json_build_object('on', w.withdrawn_on::text, 'by', w.withdrawn_by, 'name', ${nameOf('w.withdrawn_by')}, 'as', w.withdrawn_as, 'reason', w.reason) FROM uptake_withdrawal w WHERE w.entry_id = u.id) AS withdrawn
    FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id WHERE u.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}
const noEntry = () => refuse('entry', 'NO_ENTRY');
/** Who has withdrawn an entry before, when and why; a person who was erased has only the role. */
function withdrawnFault(path: string, code: 'WITHDRAWN' | 'WITHDRAWN_ALREADY', { name, as: role, on, reason }: Done): ValidationError {
  const said = { day: on, reason: reason ?? '', ...(role ? { role } : {}) };
  return name ? refuse(path, `${code}_BY`, { ...said, person: name }) : refuse(path, code, said);
}

/**
 * A second person of the organization stands by an entry. The same person once more does nothing more and is told so;
 * another one is told who has confirmed it.
 * @throws GraphQLError FORBIDDEN for the person who entered it and for people of other organizations
 */
export async function confirmUptake(db: Database, user: User | null, entryId: string, clock?: Clock): Promise<Written | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_CONFIRM');
  return db.transaction().execute(async (trx) => {
    const entry = await entryHead(trx, entryId);
    if (!entry) return noEntry();
    if (!canConfirm(user, entry.slug, entry.enteredBy)) {
      throw forbidden(entry.enteredBy === user.id ? 'SECOND_PERSON_CONFIRMS' : 'ONLY_CONFIRMERS');
    }
    await lockCell(trx, entry.actionId);
    const { withdrawn, confirmed } = (await entryHead(trx, entryId)) as EntryHead;
    if (withdrawn) return withdrawnFault('entry', 'WITHDRAWN', withdrawn);
    if (confirmed && confirmed.by !== user.id) {
      const { on: day, name } = confirmed;
      return name ? refuse('entry', 'CONFIRMED_ALREADY_BY', { day, person: name }) : refuse('entry', 'CONFIRMED_ALREADY', { day });
    }
    if (!confirmed) {
      await sql`INSERT INTO uptake_confirmation (entry_id, confirmed_on, confirmed_by, demo) VALUES (${entry.id}, ${now(clock).today}::date, ${user.id}, ${entry.demo})`.execute(
        trx,
      );
      if (!entry.demo) await appendLog(trx, [{ kind: 'UPTAKE_CONFIRMED', body: { subject: entry.id } }]);
    }
    return { entryId: entry.id, repeated: confirmed !== null };
  });
}

/**
 * Withdraws a wrong entry; it counts no more from today on and stays in the history with the reason. Its evidence is then
 * for the organization and the secretariat alone. Of two who withdraw, the second is told who did and why, for only one
 * reason is kept; the same person with the same reason is repeating a request.
 * @throws GraphQLError FORBIDDEN for people of other organizations
 */
export async function withdrawUptake(db: Database, user: User | null, entryId: string, reason: string, clock?: Clock): Promise<Written | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_WITHDRAW');
  return db.transaction().execute(async (trx) => {
    const entry = await entryHead(trx, entryId);
    if (!entry) return noEntry();
    const role = actingAs(user, 'WITHDRAW', entry.slug);
    if (!role) throw forbidden('ONLY_WITHDRAWERS');
    const said = reason.trim();
    const faults = requiredText('reason', said, 'REASON_WITHDRAW', 1000);
    if (faults.length > 0) return new ValidationError(faults);
    await lockCell(trx, entry.actionId);
    const { withdrawn } = (await entryHead(trx, entryId)) as EntryHead;
    if (withdrawn && withdrawn.by === user.id && withdrawn.reason === said) return { entryId: entry.id, repeated: true };
    if (withdrawn) return withdrawnFault('reason', 'WITHDRAWN_ALREADY', withdrawn);
    await sql`INSERT INTO uptake_withdrawal (entry_id, withdrawn_on, withdrawn_by, withdrawn_as, reason, demo) VALUES (${entry.id}, ${now(clock).today}::date, ${user.id}, ${role}, ${said}, ${entry.demo})`.execute(
      trx,
    );
    if (!entry.demo) await appendLog(trx, [{ kind: 'UPTAKE_WITHDRAWN', body: { subject: entry.id } }]);
    return { entryId: entry.id, repeated: false };
  });
}

/**
 * Adds a remark to the thread of a cell, for the organization and the secretariat or for the whole UN system.
 * @throws GraphQLError FORBIDDEN for people of other organizations
 */
export async function commentOnCell(
  db: Database,
  user: User | null,
  request: { cell: CellKey; text: string; audience?: 'UN_SYSTEM' | 'OWNERS' | null; idempotencyKey: string },
): Promise<{ actionId: string } | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_COMMENT');
  const cell = await findCell(db, user, request.cell);
  const role = Array.isArray(cell) ? null : actingAs(user, 'COMMENT', cell.slug);
  if (!Array.isArray(cell) && !role) throw forbidden('ONLY_COMMENTERS');
  const said = request.text.trim();
  const faults = [
    ...(Array.isArray(cell) ? cell : []),
    ...keyFault(request.idempotencyKey),
    ...(!said ? [fault('text', 'SAY')] : said.length > 4000 ? [fault('text', 'TOO_LONG', { max: 4000 })] : []),
  ];
  if (Array.isArray(cell) || faults.length > 0) return new ValidationError(faults);
  const content = { action: cell.actionId, text: said, audience: request.audience ?? 'OWNERS' };
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'commentOnCell', key: request.idempotencyKey, content, field: 'idempotencyKey' },
      async () => {
        const { rows } = await sql<{ id: string }>`INSERT INTO uptake_comment (action_id, written_by, written_as, text, audience, idempotency_key)
          VALUES (${cell.actionId}, ${user.id}, ${role}, ${said}, ${content.audience}::audience, ${request.idempotencyKey}) ON CONFLICT DO NOTHING RETURNING id`.execute(
          trx,
        );
        if (rows[0]) await appendLog(trx, [{ kind: 'UPTAKE_REMARKED', body: { subject: rows[0].id } }]);
        return { actionId: cell.actionId };
      },
      (done) => done,
      (done) => done,
    ),
  );
}

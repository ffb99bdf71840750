import { isUuid } from '#prisma/uuid.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sql } from 'kysely';
import { faultsOf } from '#prisma/content/check.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { type Role, type User, viewerOf } from '../accounts/user.ts';
import { mailAll, peopleOf } from '../contributions/mails.ts';
import { queueMail } from '../mail/queue.ts';
import { bothSides } from './contacts.ts';
import { mailText } from '#i18n/mail.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { organizationToday } from './day.ts';
import { actingAs, canConfirm, mayBeDirect } from './policy.ts';
import type { Evidence } from './evidence.ts';
import { fieldNames, fieldOf, type Report, type ReportInput, report } from './fields.ts';
import { mayNameFile } from './files.ts';

/** Which cell of which report. */
export type CellKey = { report?: string | null; recommendation: string; organization: string };
/** `today` is the day that it is at the organization. */
export type CellRef = { actionId: string; slug: string; recommendationSlug: string; number: number | null; today: string };

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
      (SELECT slug FROM o) AS slug, (SELECT slug FROM r) AS "recommendationSlug", (SELECT number FROM r) AS number, (SELECT ${organizationToday('o.id')} FROM o) AS today`.execute(
    db,
  );
  const found = rows[0];
  const faults: FieldFault[] = [];
  if (!found?.recommendation) faults.push(fault('recommendation', 'NO_RECOMMENDATION', { recommendation: key.recommendation.slice(0, 80) }));
  if (!found?.organization) faults.push(fault('organization', 'NO_ORGANIZATION_COLUMN', { organization: key.organization.slice(0, 80) }));
  if (faults.length === 0 && !found?.actionId) faults.push(fault('organization', 'NOT_ADDRESSED'));
  return faults.length > 0 ? faults : (found as CellRef);
}

/** What mails lead to. */
export type Site = { baseUrl: string };
/** The day of an act, where it is not today at the organization: tests write histories by it. */
export type Clock = { today: string };
export const keyFault = (key: string): FieldFault[] => (/^[\w:.#-]{8,200}$/.test(key) ? [] : [fault('idempotencyKey', 'KEY', { min: 8, max: 200 })]);

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
  today: string,
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
    VALUES (${actionId}, ${today}::date, ${user.id}, ${enteredAs}, ${key}, ${demo}, ${values})
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
export const lockCell = (trx: Trx, actionId: string) => sql`SELECT 1 FROM action WHERE id = ${actionId}::uuid FOR UPDATE`.execute(trx);

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
/** A report that may be written: by whom, on what, and what it says. */
export type Checked = { cell: CellRef; role: Role; given: Report; basedOn: string | null; today: string };

/** Whether somebody may report this, with every fault of it. */
export async function checkReport(
  db: Database | Trx,
  user: User,
  request: Pick<ReportRequest, 'cell' | 'given' | 'basedOn'>,
  clock?: Clock,
): Promise<Checked | FieldFault[]> {
  const cell = await findCell(db, user, request.cell);
  const parsed = report.safeParse(request.given);
  const faults = [...(Array.isArray(cell) ? cell : []), ...(parsed.success ? [] : faultsOf(parsed.error, request.given))];
  const role = Array.isArray(cell) ? null : actingAs(user, 'REPORT', cell.slug);
  if (!Array.isArray(cell) && !role) throw forbidden('ONLY_REPORTERS');
  const today = clock?.today ?? (Array.isArray(cell) ? null : cell.today);
  if (today && parsed.success && parsed.data.effectiveDate > today) faults.push(fault('effectiveDate', 'NOT_YET', { today }));
  if (role && parsed.success && !mayBeDirect(role) && parsed.data.source === 'DIRECT') faults.push(fault('source', 'SOURCE_ON_BEHALF'));
  if (Array.isArray(cell) || !today || !role || !parsed.success || faults.length > 0) return faults;
  return { cell, role, given: parsed.data, basedOn: request.basedOn ?? null, today };
}

/** Writes a checked report under the lock of its cell, or says why it cannot be; the caller seals it. */
export async function writeReport(trx: Trx, user: User, { cell, role, given, basedOn, today }: Checked, key: string): Promise<Written | FieldFault[]> {
  await lockCell(trx, cell.actionId);
  const more = await evidenceFaults(trx, user, given.evidence, cell.slug);
  if (basedOn !== null && basedOn !== (await latestEntry(trx, cell.actionId))) more.push(fault('basedOn', 'REPORTED_MEANWHILE'));
  if (more.length > 0) return more;
  const unseen = basedOn ? await unseenEvidence(trx, user, basedOn) : [];
  return insertEntry(trx, cell.actionId, user, role, { ...given, evidence: [...given.evidence, ...unseen] }, key, today);
}

/**
 * Records a report on an action; nothing that stands is changed. Unconfirmed until a second person of the organization
 * confirms it; those who can are written to.
 * @param request.basedOn the id of the entry that the person saw as the last one, "" for none; when another was recorded since, the report is refused.
 * What of its evidence the person is not shown is kept
 * @throws GraphQLError FORBIDDEN when the person may not report for the organization
 */
export async function reportUptake(db: Database, user: User | null, request: ReportRequest, clock?: Clock, site?: Site): Promise<Written | ValidationError> {
  if (!user) throw forbidden('SIGN_IN_TO_REPORT');
  const checked = await checkReport(db, user, request, clock);
  const faults = [...(Array.isArray(checked) ? checked : []), ...keyFault(request.idempotencyKey)];
  if (Array.isArray(checked) || faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    const content = { action: checked.cell.actionId, given: checked.given };
    return once(
      trx,
      { personId: user.id, mutation: 'reportUptake', key: request.idempotencyKey, content, field: 'idempotencyKey' },
      async (): Promise<Written | ValidationError> => {
        const written = await writeReport(trx, user, checked, request.idempotencyKey);
        if (Array.isArray(written)) return new ValidationError(written);
        if (site) await askToConfirm(trx, user, [written.entryId], site);
        await sealReports(trx, [written]);
        return written;
      },
      (written) => (written instanceof ValidationError ? null : { entryId: written.entryId }),
      ({ entryId }) => ({ entryId, repeated: true }),
    );
  });
}

/** Ends a transaction of which nothing may stay, with what was wrong. */
export class ValidationRollback extends Error {
  readonly refused: ValidationError;
  constructor(refused: ValidationError) {
    super('refused');
    this.refused = refused;
  }
}

/** Tells those who can confirm what was reported, once for all of it. */
export async function askToConfirm(trx: Trx, user: User, entryIds: readonly string[], { baseUrl }: Site): Promise<void> {
  const { rows } = await sql<{ organizationId: string; name: string; line: string }>`
    SELECT o.id AS "organizationId", o.content->>'shortName' AS name, coalesce(r.content->>'number', r.slug) || ': ' || (r.content->>'title') AS line
    FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id
    WHERE u.id = ANY (${entryIds as string[]}::uuid[]) ORDER BY r.position, u.sequence`.execute(trx);
  const [first] = rows;
  if (!first) return;
  const receivers = new Map(
    [...(await peopleOf(trx, first.organizationId, 'PUBLISHER')), ...(await peopleOf(trx, first.organizationId, 'FOCAL_POINT'))].map((one) => [one.id, one]),
  );
  receivers.delete(user.id);
  await mailAll(
    trx,
    [...receivers.values()],
    `uptake-to-confirm:${entryIds[0]}`,
    mailText('toConfirmSubject', { organization: first.name, count: rows.length }),
    () =>
      mailText('toConfirm', {
        name: user.name,
        organization: first.name,
        list: rows.map(({ line }) => `- ${line}`).join('\n'),
        address: `${baseUrl}/my-work#confirm`,
      }),
  );
}

type Done = { on: string; by: string; name: string | null; as: string | null; reason: string | null };
export type EntryHead = {
  id: string;
  actionId: string;
  organizationId: string;
  slug: string;
  organization: string;
  recommendation: string;
  title: string;
  published: boolean;
  enteredBy: string;
  demo: boolean;
  /** The day that it is at the organization. */
  today: string;
  confirmed: Done | null;
  withdrawn: Done | null;
};
/** An entry with who has confirmed or withdrawn it. A confirmation says no role: only the organization's own people confirm. */
export async function entryHead(trx: Trx, id: string): Promise<EntryHead | null> {
  if (!isUuid(id)) return null;
  const nameOf = (column: string) => sql`(SELECT p.name FROM person p WHERE p.id::text = ${sql.ref(column)} AND p.erased_at IS NULL)`;
  const { rows } = await sql<EntryHead>`
    SELECT u.id, u.action_id AS "actionId", o.id AS "organizationId", o.slug, o.content->>'shortName' AS organization, coalesce(r.content->>'number', r.slug) AS recommendation, r.content->>'title' AS title,
      EXISTS (SELECT FROM uptake_publication b WHERE b.entry_id = u.id) AS published, u.entered_by AS "enteredBy", u.demo, ${organizationToday('o.id')} AS today,
      (SELECT json_build_object('on', c.confirmed_on::text, 'by', c.confirmed_by, 'name', ${nameOf('c.confirmed_by')}, 'as', NULL, 'reason', NULL) FROM uptake_confirmation c WHERE c.entry_id = u.id) AS confirmed,
      (SELECT json_build_object('on', w.withdrawn_on::text, 'by', w.withdrawn_by, 'name', ${nameOf('w.withdrawn_by')}, 'as', w.withdrawn_as, 'reason', w.reason) FROM uptake_withdrawal w WHERE w.entry_id = u.id) AS withdrawn
    FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id WHERE u.id = ${id}::uuid`.execute(
    trx,
  );
  return rows[0] ?? null;
}
export const noEntry = () => refuse('entry', 'NO_ENTRY');
/** Who has withdrawn an entry before, when and why; a person who was erased has only the role. */
export function withdrawnFault(path: string, code: 'WITHDRAWN' | 'WITHDRAWN_ALREADY', { name, as: role, on, reason }: Done): ValidationError {
  const said = { day: on, reason: reason ?? '', ...(role ? { role } : {}) };
  return name ? refuse(path, `${code}_BY`, { ...said, person: name }) : refuse(path, code, said);
}

/** A second person stands by an entry, in the caller's transaction; what was confirmed is sealed by the caller. */
async function confirmIn(trx: Trx, user: User, entryId: string, clock?: Clock): Promise<(Written & { demo: boolean }) | ValidationError> {
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
  if (!confirmed)
    await sql`INSERT INTO uptake_confirmation (entry_id, confirmed_on, confirmed_by, demo) VALUES (${entry.id}, ${clock?.today ?? entry.today}::date, ${user.id}, ${entry.demo})`.execute(
      trx,
    );
  return { entryId: entry.id, repeated: confirmed !== null, demo: entry.demo };
}

/**
 * A second person of the organization stands by an entry. The same person once more does nothing more and is told so;
 * another one is told who has confirmed it.
 * @throws GraphQLError FORBIDDEN for the person who entered it and for people of other organizations
 */
export async function confirmUptake(db: Database, user: User | null, entryId: string, clock?: Clock): Promise<Written | ValidationError> {
  const done = await confirmEntries(db, user, [entryId], clock);
  if (done instanceof ValidationError) return new ValidationError(done.fields.map((one) => ({ ...one, path: one.path.replace(/^entries\.0\./, '') })));
  return done[0] as Written;
}

/**
 * A second person stands by several entries at once: all of them, or none with every fault.
 * @throws GraphQLError FORBIDDEN for entries of the person's own and of other organizations
 */
export async function confirmEntries(db: Database, user: User | null, entries: readonly string[], clock?: Clock): Promise<Written[] | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_CONFIRM');
  const ids = [...new Set(entries)];
  if (ids.length === 0) return refuse('entries', 'CONFIRM_NOTHING');
  return db
    .transaction()
    .execute(async (trx) => {
      await sql`SELECT 1 FROM action WHERE id IN (SELECT action_id FROM uptake_entry WHERE id = ANY (${ids.filter(isUuid)}::uuid[])) ORDER BY id FOR UPDATE`.execute(
        trx,
      );
      const done: (Written & { demo: boolean })[] = [];
      const faults: FieldFault[] = [];
      for (const [index, id] of ids.entries()) {
        const one = await confirmIn(trx, user, id, clock);
        if (one instanceof ValidationError) faults.push(...one.fields.map((field) => ({ ...field, path: `entries.${index}.${field.path}` })));
        else done.push(one);
      }
      if (faults.length > 0) throw new ValidationRollback(new ValidationError(faults));
      await appendLog(
        trx,
        done.filter((one) => !one.repeated && !one.demo).map(({ entryId }) => ({ kind: 'UPTAKE_CONFIRMED', body: { subject: entryId } })),
      );
      return done;
    })
    .catch((error: unknown) => {
      if (error instanceof ValidationRollback) return error.refused;
      throw error;
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
  site?: Site,
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
        if (rows[0] && site) await tellOfRemark(trx, user, cell, rows[0].id, said, site);
        if (rows[0]) await appendLog(trx, [{ kind: 'UPTAKE_REMARKED', body: { subject: rows[0].id } }]);
        return { actionId: cell.actionId };
      },
      (done) => done,
      (done) => done,
    ),
  );
}

/** Tells the organization and the secretariat, but not its writer, of a remark. Either may read every remark on the cell. */
async function tellOfRemark(trx: Trx, writer: User, cell: CellRef, id: string, text: string, { baseUrl }: Site): Promise<void> {
  const { rows } = await sql<{ organizationId: string; organization: string; title: string }>`
    SELECT o.id AS "organizationId", o.content->>'shortName' AS organization, r.content->>'title' AS title FROM action a JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id WHERE a.id = ${cell.actionId}::uuid`.execute(
    trx,
  );
  const [{ organizationId, organization, title }] = rows as [(typeof rows)[number]];
  const number = cell.number ?? cell.recommendationSlug;
  for (const { address, personId } of await bothSides(trx, organizationId, writer.id))
    await queueMail(trx, {
      key: `uptake-remark:${id}:${address}`,
      personId,
      address,
      subject: mailText('uptakeRemarkSubject', { number, organization }),
      text: mailText('uptakeRemark', { name: writer.name, number, title, text, address: `${baseUrl}/uptake/${number}/${cell.slug}#comments` }),
    });
}

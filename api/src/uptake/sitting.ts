import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { Database } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { once } from '../request-key.ts';
import { todayOf } from './day.ts';
import { fieldNames, type ReportInput } from './fields.ts';
import { readEntries } from './history.ts';
import { canReport, uptakeAccessOf } from './policy.ts';
import {
  askToConfirm,
  type Checked,
  checkReport,
  type Clock,
  keyFault,
  sealReports,
  type Site,
  ValidationRollback,
  writeReport,
  type Written,
} from './write.ts';

/** One answer of a sitting: a report, or that nothing has changed since the last one. */
type SittingAnswer = {
  recommendation: string;
  /** What the person saw as the last entry, "" for none. */
  basedOn: string;
  /** Null: no change since. */
  given: ReportInput | null;
};
export type Sitting = { report: string | null; organization: string; answers: readonly SittingAnswer[]; idempotencyKey: string };

/**
 * Records what an organization reports on several of its actions at once: all of it, or nothing with every fault. Each becomes an
 * entry like any other. What an answer leaves out stays as the last entry says. "No change since" says again what the last entry says, as of today. The evidence of the last entry is kept
 * beside what is given. Those who can confirm are written to once.
 * @throws GraphQLError FORBIDDEN when the person may not report for the organization
 */
export async function reportSitting(
  db: Database,
  user: User | null,
  sitting: Sitting,
  clock?: Clock,
  site?: Site,
): Promise<{ entryIds: string[] } | ValidationError> {
  if (!user) throw forbidden('SIGN_IN_TO_REPORT');
  const faults: FieldFault[] = keyFault(sitting.idempotencyKey);
  if (sitting.answers.length === 0) faults.push(fault('answers', 'SITTING_EMPTY'));
  const bases = sitting.answers.map(({ basedOn }) => basedOn).filter(isUuid);
  const before = await readEntries(db, viewerOf(user), uptakeAccessOf(user), { ids: bases, demo: false, withdrawn: false });
  const today = clock?.today ?? (await todayOf(db, sitting.organization));
  const checked: Checked[] = [];
  for (const [index, { recommendation, basedOn, given }] of sitting.answers.entries()) {
    const at = (one: FieldFault): FieldFault => ({ ...one, path: `answers.${index}.${one.path}` });
    const last = before.find((entry) => entry.id === basedOn);
    if (!given && !last) {
      faults.push(at(fault('unchanged', 'SITTING_NOTHING_BEFORE')));
      continue;
    }
    const key = { report: sitting.report, recommendation, organization: sitting.organization };
    const kept = last?.evidence.map(({ recordTitle: _title, ...item }) => item) ?? [];
    const same = last ? (Object.fromEntries(fieldNames.map((name) => [name, last[name as keyof typeof last]])) as ReportInput) : null;
    const said = given && Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const whole = said
      ? ({ ...same, ...said, evidence: [...kept, ...(given.evidence ?? [])] } as ReportInput)
      : { ...(same as ReportInput), evidence: kept, effectiveDate: today };
    const one = await checkReport(db, user, { cell: key, given: whole, basedOn }, clock);
    if (Array.isArray(one)) faults.push(...one.map(at));
    else if (checked.some((other) => other.cell.actionId === one.cell.actionId)) faults.push(at(fault('recommendation', 'SITTING_TWICE')));
    else checked.push(one);
  }
  if (faults.length > 0) return new ValidationError(faults);
  return db
    .transaction()
    .execute((trx) =>
      once(
        trx,
        {
          personId: user.id,
          mutation: 'reportSitting',
          key: sitting.idempotencyKey,
          content: { answers: checked.map(({ cell, given, basedOn }) => ({ action: cell.actionId, given, basedOn })) },
          field: 'idempotencyKey',
        },
        async (): Promise<{ entryIds: string[] } | ValidationError> => {
          // In one order, so that two who sit at once wait for each other instead of standing in each other's way.
          await sql`SELECT 1 FROM action WHERE id = ANY (${checked.map(({ cell }) => cell.actionId)}::uuid[]) ORDER BY id FOR UPDATE`.execute(trx);
          const results: (Written | FieldFault[])[] = [];
          for (const [index, one] of checked.entries()) results.push(await writeReport(trx, user, one, `${sitting.idempotencyKey}#${index}`));
          const late = results.flatMap((one, index) => (Array.isArray(one) ? one.map((item) => ({ ...item, path: `answers.${index}.${item.path}` })) : []));
          if (late.length > 0) {
            // Nothing of a refused sitting stays.
            throw new ValidationRollback(new ValidationError(late));
          }
          const written = results as Written[];
          const entryIds = written.map(({ entryId }) => entryId);
          if (site) await askToConfirm(trx, user, entryIds, site);
          await sealReports(trx, written);
          return { entryIds };
        },
        (done) => (done instanceof ValidationError ? null : done),
        (done) => done,
      ),
    )
    .catch((error: unknown) => {
      if (error instanceof ValidationRollback) return error.refused;
      throw error;
    });
}

/** What somebody typed into the page of a sitting, by the names of its fields. */
export type Typed = Record<string, string>;
export type SavedSitting = { typed: Typed; edits: number; savedAt: string };
const SITTING_BYTES = 200_000;

type Where = { report: string | null; organization: string };
/** The organization and the report of a sitting, by their ids. */
const whereOf = ({ report, organization }: Where) => sql`
  SELECT o.id AS organization_id, s.id AS report_id FROM record o JOIN report_column c ON c.organization_id = o.id JOIN record s ON s.id = c.report_id
  WHERE o.kind = 'ORGANIZATION' AND o.slug = ${organization} ${report ? sql`AND (s.source_key = ${report} OR s.slug = ${report})` : sql``} ORDER BY s.position, s.id LIMIT 1`;

/** What this person typed for an organization and has not recorded yet. */
export async function readSitting(db: Database, user: User | null, where: Where): Promise<SavedSitting | null> {
  if (!user) return null;
  const { rows } = await sql<SavedSitting>`
    SELECT x.typed, x.edits, to_char(x.saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "savedAt" FROM uptake_sitting x JOIN (${whereOf(where)}) w ON w.organization_id = x.organization_id AND w.report_id = x.report_id
    WHERE x.person_id = ${user.id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/**
 * Saves what a person has typed for an organization as it is, for this person alone; an empty one forgets it.
 * @returns how often it was saved
 * @throws GraphQLError FORBIDDEN when the person may not report for the organization
 */
export async function saveSitting(db: Database, user: User | null, where: Where, typed: Typed): Promise<{ edits: number } | ValidationError> {
  if (!user || !canReport(user, where.organization)) throw forbidden('ONLY_REPORTERS');
  const text = JSON.stringify(typed);
  if (text.length > SITTING_BYTES) return new ValidationError([fault('typed', 'TOO_LONG', { max: SITTING_BYTES })]);
  if (Object.keys(typed).length === 0) {
    await sql`DELETE FROM uptake_sitting x USING (${whereOf(where)}) w WHERE w.organization_id = x.organization_id AND w.report_id = x.report_id AND x.person_id = ${user.id}::uuid`.execute(
      db,
    );
    return { edits: 0 };
  }
  const { rows } = await sql<{ edits: number }>`
    INSERT INTO uptake_sitting (person_id, organization_id, report_id, typed) SELECT ${user.id}::uuid, organization_id, report_id, ${text}::jsonb FROM (${whereOf(where)}) w
    ON CONFLICT (person_id, organization_id, report_id) DO UPDATE SET typed = excluded.typed, edits = uptake_sitting.edits + 1, saved_at = now() RETURNING edits`.execute(
    db,
  );
  return rows[0] ?? new ValidationError([fault('organization', 'NO_ORGANIZATION_COLUMN', { organization: where.organization.slice(0, 80) })]);
}

import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import { archiveRow } from '../contributions/archive.ts';
import { type Content, SECRETARIAT } from '../contributions/draft.ts';
import { checkContent } from '../contributions/validate.ts';
import { publish } from '../contributions/publish.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import type { ImportKind } from './fields.ts';
import { rememberMapping } from './mapping.ts';
import { type ImportInput, type Plan, type Planned, planImport } from './plan.ts';
import { canDecideImports, canImport, visibleImports } from './policy.ts';

type Result = { row: number; recordId: string; slug: string; version: number };
export type ImportRun = {
  id: string;
  kind: ImportKind;
  name: string;
  rows: Planned[];
  proposedBy: string;
  proposedByName: string | null;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  published: boolean | null;
  reason: string | null;
  results: Result[] | null;
  undoneByName: string | null;
  undoneAt: Date | null;
  undoneReason: string | null;
};
const REASON_MAX = 1000;

/** Imports that a person sees, the last proposed first; with an id the one. */
export async function readImports(db: Database | Trx, user: User | null, id?: string): Promise<ImportRun[]> {
  if (id !== undefined && !isUuid(id)) return [];
  const name = (column: string) => sql`(SELECT p.name FROM person p WHERE p.id::text = ${sql.ref(column)} AND p.erased_at IS NULL)`;
  const { rows } = await sql<ImportRun>`
    SELECT i.id, i.kind, i.name, i.rows, i.proposed_by AS "proposedBy", ${name('i.proposed_by')} AS "proposedByName", i.proposed_at AS "proposedAt", ${name('i.decided_by')} AS "decidedByName", i.decided_at AS "decidedAt",
      i.published, i.reason, i.results, ${name('i.undone_by')} AS "undoneByName", i.undone_at AS "undoneAt", i.undone_reason AS "undoneReason"
    FROM import_run i WHERE ${visibleImports(user)} ${id ? sql`AND i.id = ${id}::uuid` : sql``} ORDER BY i.proposed_at DESC, i.id DESC LIMIT 100`.execute(db);
  return rows;
}

/** What a table would load; nothing is kept. @throws GraphQLError FORBIDDEN for who does not write */
export async function checkImport(db: Database, user: User | null, baseUrl: string, input: ImportInput): Promise<Plan> {
  if (!user || !canImport(user)) throw forbidden('ONLY_IMPORTERS');
  return planImport(db, user, baseUrl, input);
}

/**
 * Keeps what a table says until a second person publishes it. Refused while there is a fault or a question.
 * @throws GraphQLError FORBIDDEN for who does not write
 */
export async function proposeImport(
  db: Database,
  user: User | null,
  baseUrl: string,
  request: ImportInput & { name: string; idempotencyKey: string },
): Promise<{ id: string } | Plan | ValidationError> {
  if (!user || !canImport(user)) throw forbidden('ONLY_IMPORTERS');
  const name = oneLine(request.name).trim().slice(0, 200);
  if (name === '' || turningSign(name) !== null) return refuse('name', name === '' ? 'MISSING' : 'TURNING');
  const plan = await planImport(db, user, baseUrl, request);
  if (plan.faults.length > 0 || plan.rows.some(({ action }) => action === 'ASK')) return plan;
  if (plan.planned.length === 0) return refuse('file', 'IMPORT_NOTHING');
  return db.transaction().execute((trx) =>
    once(
      trx,
      {
        personId: user.id,
        mutation: 'proposeImport',
        key: request.idempotencyKey,
        content: { kind: request.kind, name, rows: plan.planned },
        field: 'idempotencyKey',
      },
      async (): Promise<{ id: string } | ValidationError> => {
        const { rows } = await sql<{ id: string }>`
          INSERT INTO import_run (kind, name, rows, proposed_by) VALUES (${request.kind}::record_kind, ${name}, ${JSON.stringify(plan.planned)}::jsonb, ${user.id}) RETURNING id`.execute(
          trx,
        );
        if (plan.reading) await rememberMapping(trx, user, request.kind, plan.reading);
        return rows[0] as { id: string };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

const pseudonymOf = async (trx: Trx, id: string) =>
  (await trx.selectFrom('person').select('pseudonym').where('id', '=', id).executeTakeFirst())?.pseudonym ?? '';
/** The import, held until the transaction ends. */
async function held(trx: Trx, user: User, id: string): Promise<ImportRun | null> {
  if (!isUuid(id)) return null;
  await sql`SELECT FROM import_run WHERE id = ${id}::uuid FOR UPDATE`.execute(trx);
  return (await readImports(trx, user, id))[0] ?? null;
}
/** The live versions of records, each held. */
async function versionsOf(trx: Trx, ids: readonly string[]): Promise<Map<string, { version: number; title: string; archived: boolean }>> {
  const { rows } = await sql<{ id: string; version: number; title: string; archived: boolean }>`
    SELECT id, version, title, archived_at IS NOT NULL AS archived FROM record WHERE id = ANY (${ids as string[]}::uuid[]) ORDER BY id FOR UPDATE`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}
/** What refuses an import as a whole, and undoes what was begun. */
class Refused extends Error {
  readonly fault: ValidationError;
  constructor(said: ValidationError) {
    super('refused');
    this.fault = said;
  }
}
const whole = async <Done>(work: () => Promise<Done>): Promise<Done | ValidationError> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.fault;
    throw error;
  }
};

/**
 * Publishes an import, all of it in one transaction or nothing, or declines it with a reason. Refused where an entry has
 * changed since it was read, with its title.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat, and for who proposed it
 */
export function decideImport(
  db: Database,
  user: User | null,
  request: { id: string; publish: boolean; reason: string },
): Promise<{ id: string } | ValidationError> {
  if (!user || !canDecideImports(user)) throw forbidden('ONLY_IMPORT_DECIDERS');
  const reason = request.reason.trim();
  const faults = request.publish ? [] : requiredText('reason', reason, 'IMPORT_REASON', REASON_MAX);
  if (faults.length > 0) return Promise.resolve(new ValidationError(faults));
  return whole(() =>
    db.transaction().execute(async (trx) => {
      const run = await held(trx, user, request.id);
      if (!run) return refuse('id', 'NO_IMPORT');
      if (run.published !== null) return run.published === request.publish ? { id: run.id } : refuse('id', 'IMPORT_DECIDED');
      if (request.publish && run.proposedBy === user.id) throw forbidden('IMPORT_OWN');
      let results: Result[] | null = null;
      if (request.publish) {
        const [author, reviewer] = [await pseudonymOf(trx, run.proposedBy), await pseudonymOf(trx, user.id)];
        const versions = await versionsOf(
          trx,
          run.rows.flatMap(({ recordId }) => recordId ?? []),
        );
        const moved = run.rows.flatMap((row) => {
          const now = row.recordId ? versions.get(row.recordId) : undefined;
          return row.recordId && (now?.version !== row.version || now?.archived) ? [row.title] : [];
        });
        if (moved.length > 0) return refuse('id', 'IMPORT_MOVED', { titles: moved.slice(0, 10).join(', ') });
        results = [];
        for (const row of run.rows) {
          const checked = await checkContent(trx, { kind: run.kind, content: row.content, sources: row.sources }, null);
          if (!checked.content)
            throw new Refused(new ValidationError(checked.faults.map(({ path, ...said }) => ({ ...said, path: `rows.${row.row}.${path}` }))));
          const done = await publish(trx, {
            recordId: row.recordId,
            kind: run.kind,
            content: checked.content,
            sources: row.sources,
            author,
            organization: null,
            accepted: [{ organization: SECRETARIAT.slug, reviewer, steppedIn: false }],
            reason: mailText('importReason', { name: run.name, row: row.row }),
            restores: null,
          });
          results.push({ row: row.row, recordId: done.recordId, slug: done.slug, version: done.version });
        }
      }
      await sql`UPDATE import_run SET published = ${request.publish}, decided_by = ${user.id}, decided_at = now(), reason = ${reason || null}, results = ${results ? JSON.stringify(results) : null}::jsonb WHERE id = ${run.id}::uuid`.execute(
        trx,
      );
      return { id: run.id };
    }),
  );
}

/**
 * Takes a published import back as a whole: what it added is archived, what it changed says again what it said before. Refused
 * where somebody has changed one of the entries since, with its title.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export function undoImport(db: Database, user: User | null, request: { id: string; reason: string }): Promise<{ id: string } | ValidationError> {
  if (!user || !canDecideImports(user)) throw forbidden('ONLY_IMPORT_DECIDERS');
  const reason = request.reason.trim();
  const faults = requiredText('reason', reason, 'IMPORT_REASON', REASON_MAX);
  if (faults.length > 0) return Promise.resolve(new ValidationError(faults));
  return whole(() =>
    db.transaction().execute(async (trx) => {
      const run = await held(trx, user, request.id);
      if (!run) return refuse('id', 'NO_IMPORT');
      if (!run.published) return refuse('id', 'IMPORT_NOT_PUBLISHED');
      if (run.undoneAt) return { id: run.id };
      const results = run.results ?? [];
      const versions = await versionsOf(
        trx,
        results.map(({ recordId }) => recordId),
      );
      const moved = results.flatMap(({ recordId, version }) => {
        const now = versions.get(recordId);
        return now && now.version === version && !now.archived ? [] : [now?.title ?? recordId];
      });
      if (moved.length > 0) return refuse('id', 'IMPORT_MOVED', { titles: moved.slice(0, 10).join(', ') });
      const by = await pseudonymOf(trx, user.id);
      const byRow = new Map(run.rows.map((row) => [row.row, row]));
      for (const { row, recordId, version } of results) {
        if (byRow.get(row)?.action === 'ADD') {
          await archiveRow(trx, recordId, reason, by);
          continue;
        }
        const before = await trx
          .selectFrom('revision')
          .select('content')
          .where('recordId', '=', recordId)
          .where('number', '=', version - 1)
          .executeTakeFirstOrThrow();
        const checked = await checkContent(trx, { kind: run.kind, content: before.content as Content, sources: [] }, null);
        if (!checked.content) throw new Refused(new ValidationError(checked.faults));
        await publish(trx, {
          recordId,
          kind: run.kind,
          content: checked.content,
          sources: [],
          author: by,
          organization: null,
          accepted: [],
          reason: mailText('importUndone', { name: run.name, reason }),
          restores: version - 1,
        });
      }
      await sql`UPDATE import_run SET undone_by = ${user.id}, undone_at = now(), undone_reason = ${reason} WHERE id = ${run.id}::uuid`.execute(trx);
      return { id: run.id };
    }),
  );
}

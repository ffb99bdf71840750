import { sql } from 'kysely';
import { type Why, why } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { partialDate } from '#prisma/content/shared.ts';
import { oneLine } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { type CatalogueMapping, fittingMapping, keepMapping, namedMappings, readMapping } from './mapping.ts';
import { type Action, type CataloguePlan, type Edition, type PlannedEntry, planCatalogue } from './plan.ts';
import { canLoadCatalogues } from './policy.ts';
import { type CatalogueFault, type CatalogueFile, type CatalogueTable, packed, readCatalogue, unpacked } from './reading.ts';
import { archiveForeign, loadReason, publishForeign, reviveForeign } from './write.ts';

const NAME_MAX = 300;
const REASON_MAX = 1000;

/** An entry as a run keeps it: what was done, and what it says otherwise. */
export type LoadedEntry = Omit<PlannedEntry, 'content'> & { version: number };
export type CatalogueRun = {
  id: string;
  name: string;
  mapping: CatalogueMapping | null;
  catalogue: string | null;
  version: string;
  asAt: string;
  results: LoadedEntry[] | null;
  unchanged: number;
  begunAt: Date;
  begunBy: string | null;
  loadedBy: string | null;
  loadedAt: Date | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  undoneReason: string | null;
};
/** What a file would do, with how it is read; without a mapping only what it has. */
type CataloguePreview = CataloguePlan & {
  heads: string[];
  samples: string[];
  rows: number;
  mapping: CatalogueMapping | null;
  mappingName: string | null;
};
/** The same as a page shows it and as it is kept: without the contents. */
export type ShownPreview = Omit<CataloguePreview, 'entries'> & { entries: Omit<PlannedEntry, 'content'>[] };
const withoutContents = ({ entries, ...rest }: CataloguePreview): ShownPreview => ({
  ...rest,
  entries: entries.map(({ content: _, ...entry }) => entry),
});
/** How a file is to be read: by a named mapping, or by one that is given; without either by the one that fits. */
export type HowRead = { name?: string | null; mapping?: unknown; version?: string | null; asAt?: string | null; whole?: boolean };

/** Files that were read, the last first; with an id the one. For the secretariat. */
export async function readRuns(db: Database | Trx, user: User | null, id?: string): Promise<CatalogueRun[]> {
  if (!canLoadCatalogues(user) || (id !== undefined && !isUuid(id))) return [];
  return runsWhere(db, id ? sql`c.id = ${id}::uuid` : sql`true`);
}
async function runsWhere(db: Database | Trx, condition: ReturnType<typeof sql>): Promise<CatalogueRun[]> {
  const name = (column: string) => sql`(SELECT p.name FROM person p WHERE p.id = ${sql.ref(column)} AND p.erased_at IS NULL)`;
  const { rows } = await sql<CatalogueRun>`
    SELECT c.id, c.name, c.mapping, c.catalogue, c.version, c.as_at AS "asAt", c.results, c.unchanged, c.begun_at AS "begunAt", ${name('c.begun_by')} AS "begunBy",
      ${name('c.loaded_by')} AS "loadedBy", c.loaded_at AS "loadedAt", ${name('c.undone_by')} AS "undoneBy", c.undone_at AS "undoneAt", c.undone_reason AS "undoneReason"
    FROM catalogue_run c WHERE ${condition} ORDER BY c.begun_at DESC, c.id DESC LIMIT 100`.execute(db);
  return rows;
}

/** Which mapping is meant, or why none is. */
async function meant(db: Database | Trx, table: CatalogueTable, { name, mapping }: HowRead): Promise<{ name: string | null; mapping: CatalogueMapping } | Why> {
  if (mapping !== undefined && mapping !== null) {
    const read = readMapping(mapping);
    return 'code' in read ? read : { name: null, mapping: read };
  }
  const all = await namedMappings(db);
  if (name) return all.find((one) => one.name === name) ?? why('MAPPING_NONE', { name, names: all.map((one) => one.name).join(', ') });
  return fittingMapping(table, all) ?? why('MAPPING_UNKNOWN');
}
/** The edition of a catalogue as it was told; today's state where nobody said. */
const editionOf = ({ version, asAt }: HowRead): Edition => ({
  version:
    oneLine(version ?? '')
      .trim()
      .slice(0, NAME_MAX) || mailText('catalogueToday', { day: new Date().toISOString().slice(0, 10) }),
  asAt: asAt?.trim() ?? '',
});
const editionFaults = ({ asAt }: Edition): CatalogueFault[] =>
  asAt === '' || partialDate.safeParse(asAt).success ? [] : [{ ...why('PARTIAL_DATE'), place: '', column: 'as at' }];

async function preview(db: Database | Trx, table: CatalogueTable, how: HowRead): Promise<CataloguePreview> {
  const first = table.rows[0];
  const samples = table.heads.map((_, index) => (first && 'cells' in first ? (first.cells[index] ?? '').slice(0, 80) : ''));
  const base = { heads: table.heads, samples, rows: table.rows.length };
  const none = { entries: [], unchanged: 0 };
  const chosen = await meant(db, table, how);
  if ('code' in chosen) return { ...base, ...none, faults: [{ ...chosen, place: '', column: '' }], mapping: null, mappingName: null };
  const edition = editionOf(how);
  const faults = editionFaults(edition);
  const plan = faults.length > 0 ? { ...none, faults } : await planCatalogue(db, table, chosen.mapping, edition, how.whole ?? false);
  return { ...base, ...plan, mapping: chosen.mapping, mappingName: chosen.name };
}

/** Loads what a table says, all of it in the caller's transaction. */
async function apply(
  trx: Trx,
  by: string | null,
  { mapping, entries }: { mapping: CatalogueMapping; entries: readonly PlannedEntry[] },
  edition: Edition,
): Promise<LoadedEntry[]> {
  const reason = loadReason(mapping.catalogue.name, edition.version);
  const of = (...actions: Action[]) => entries.filter(({ action }) => actions.includes(action));
  await reviveForeign(
    trx,
    by,
    of('BACK').flatMap(({ recordId }) => recordId ?? []),
  );
  // What comes back as it was keeps its version.
  const written = entries.filter(({ action, changed }) => action !== 'GONE' && (action !== 'BACK' || changed.length > 0));
  const published = await publishForeign(
    trx,
    by,
    reason,
    written.map(({ content }) => ({ content, restores: null })),
  );
  const made = new Map(published.map((one) => [one.slug, one]));
  const gone = of('GONE').flatMap(({ recordId }) => recordId ?? []);
  await archiveForeign(trx, by, mailText('catalogueGone', { name: mapping.catalogue.name, version: edition.version }), gone);
  const ids = entries.flatMap(({ recordId }) => recordId ?? []);
  const { rows } = await sql<{ id: string; version: number }>`SELECT id, version FROM record WHERE id = ANY (${ids}::uuid[])`.execute(trx);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return entries.map(({ content: _, ...entry }) => {
    const own = made.get(entry.slug);
    return { ...entry, recordId: own?.id ?? entry.recordId, version: own?.version ?? versions.get(entry.recordId ?? '') ?? 1 };
  });
}

/** One catalogue at a time: what a second would change is not known before the first has ended. */
const lockCatalogues = (trx: Trx) => sql`SELECT pg_advisory_xact_lock(7071, hashtext('catalogues'))`.execute(trx);

/** What a command of the keeper did with the files of a catalogue. */
export type LoadedCatalogue = { id: string | null; mapping: string; added: number; changed: number; gone: number; unchanged: number; plan: CataloguePreview };
/**
 * Loads the files of a catalogue at once, all or nothing, for a command of the keeper: without a fault, and where something is
 * to do. The same files again do nothing.
 * @param dry whether only what it would do is told
 */
export async function loadCatalogue(
  db: Database,
  files: readonly CatalogueFile[],
  how: HowRead,
  dry = false,
): Promise<LoadedCatalogue | { faults: CatalogueFault[] }> {
  const { table, faults } = await readCatalogue(files);
  if (faults.length > 0) return { faults };
  return db.transaction().execute(async (trx) => {
    await lockCatalogues(trx);
    const plan = await preview(trx, table, how);
    if (plan.faults.length > 0 || !plan.mapping) return { faults: plan.faults };
    const { entries, mapping } = plan;
    const count = (...actions: Action[]) => entries.filter(({ action }) => actions.includes(action)).length;
    const done = { mapping: mapping.title, added: count('ADD', 'BACK'), changed: count('CHANGE'), gone: count('GONE'), unchanged: plan.unchanged, plan };
    if (dry || entries.length === 0) return { id: null, ...done };
    const edition = editionOf(how);
    const results = await apply(trx, null, { mapping, entries }, edition);
    const { rows } = await sql<{ id: string }>`
      INSERT INTO catalogue_run (name, mapping, catalogue, version, as_at, results, unchanged, loaded_at)
      VALUES (${namesOf(files)}, ${JSON.stringify(mapping)}::jsonb, ${mapping.catalogue.key}, ${edition.version}, ${edition.asAt}, ${JSON.stringify(results)}::jsonb, ${plan.unchanged}, now()) RETURNING id`.execute(
      trx,
    );
    return { id: rows[0]?.id ?? null, ...done };
  });
}
const namesOf = (files: readonly CatalogueFile[]) =>
  oneLine(
    files
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ') + (files.length > 3 ? ` (${files.length})` : ''),
  ).slice(0, NAME_MAX);

const pseudonymOf = async (trx: Trx, user: User): Promise<string | null> =>
  (await trx.selectFrom('person').select('pseudonym').where('id', '=', user.id).executeTakeFirst())?.pseudonym ?? null;

/**
 * Reads the files of a catalogue and keeps the rows for a preview; nothing of them is loaded.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function beginCatalogue(
  db: Database,
  user: User | null,
  { files, idempotencyKey }: { files: readonly CatalogueFile[]; idempotencyKey: string },
): Promise<{ id: string } | CatalogueFault[] | ValidationError> {
  if (!user || !canLoadCatalogues(user)) throw forbidden('ONLY_CATALOGUES');
  if (files.length === 0) return refuse('files', 'TABLE_NONE');
  const { table, faults } = await readCatalogue(files);
  if (faults.length > 0) return faults;
  const file = await packed(table);
  const name = namesOf(files);
  return db.transaction().execute((trx) =>
    once<{ id: string } | ValidationError, { id: string }>(
      trx,
      { personId: user.id, mutation: 'beginCatalogue', key: idempotencyKey, content: { name, rows: table.rows }, field: 'idempotencyKey' },
      async () => {
        const { rows } = await sql<{
          id: string;
        }>`INSERT INTO catalogue_run (name, file, begun_by) VALUES (${name}, ${file}, ${user.id}::uuid) RETURNING id`.execute(trx);
        const run = rows[0] as { id: string };
        await keepPreview(trx, run.id, withoutContents(await preview(trx, table, {})));
        return run;
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

const keepPreview = (db: Database | Trx, id: string, shown: ShownPreview) =>
  sql`UPDATE catalogue_run SET preview = ${JSON.stringify(shown)}::jsonb WHERE id = ${id}::uuid AND loaded_at IS NULL`.execute(db);

const fileOf = async (db: Database | Trx, id: string): Promise<CatalogueTable | null> => {
  const row = await db.selectFrom('catalogueRun').select('file').where('id', '=', id).executeTakeFirst();
  return row?.file ? unpacked(row.file) : null;
};

/** What a file that was begun would do, as it was shown last; null where it is loaded or not there, and for everyone but the secretariat. */
export async function shownPreview(db: Database, user: User | null, id: string): Promise<ShownPreview | null> {
  if (!canLoadCatalogues(user) || !isUuid(id)) return null;
  const row = await db.selectFrom('catalogueRun').select('preview').where('id', '=', id).where('loadedAt', 'is', null).executeTakeFirst();
  return (row?.preview ?? null) as ShownPreview | null;
}

/**
 * Says what a file that was begun would do when it is read so, and keeps that for the next look; null where it is loaded or not there.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function previewCatalogue(db: Database, user: User | null, id: string, how: HowRead): Promise<ShownPreview | null> {
  if (!user || !canLoadCatalogues(user)) throw forbidden('ONLY_CATALOGUES');
  const table = isUuid(id) ? await fileOf(db, id) : null;
  if (!table) return null;
  const shown = withoutContents(await preview(db, table, how));
  await keepPreview(db, id, shown);
  return shown;
}

/**
 * Loads a file that was begun, all of it in one transaction or nothing, and keeps how it was read under a name where one is given.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function commitCatalogue(
  db: Database,
  user: User | null,
  { id, how, keepAs }: { id: string; how: HowRead; keepAs: string | null },
): Promise<{ id: string } | ShownPreview | ValidationError> {
  if (!user || !canLoadCatalogues(user)) throw forbidden('ONLY_CATALOGUES');
  return db.transaction().execute(async (trx) => {
    await lockCatalogues(trx);
    const [run] = await readRuns(trx, user, id);
    if (!run) return refuse('id', 'NO_CATALOGUE_RUN');
    if (run.loadedAt) return run.undoneAt ? refuse('id', 'CATALOGUE_LOADED') : { id: run.id };
    const table = await fileOf(trx, run.id);
    if (!table) return refuse('id', 'NO_CATALOGUE_RUN');
    const plan = await preview(trx, table, how);
    const { mapping, entries } = plan;
    if (plan.faults.length > 0 || !mapping) return withoutContents(plan);
    if (keepAs) {
      const refused = await keepMapping(trx, user.id, keepAs, mapping);
      if (refused) return new ValidationError([{ ...refused, path: 'keepAs' }]);
    }
    if (entries.length === 0) return refuse('id', 'CATALOGUE_NOTHING');
    const edition = editionOf(how);
    const results = await apply(trx, await pseudonymOf(trx, user), { mapping, entries }, edition);
    await sql`
      UPDATE catalogue_run SET mapping = ${JSON.stringify(mapping)}::jsonb, catalogue = ${mapping.catalogue.key}, version = ${edition.version}, as_at = ${edition.asAt},
        results = ${JSON.stringify(results)}::jsonb, unchanged = ${plan.unchanged}, file = NULL, preview = NULL, loaded_by = ${user.id}::uuid, loaded_at = now() WHERE id = ${run.id}::uuid`.execute(
      trx,
    );
    return { id: run.id };
  });
}

/**
 * Throws away a file that was begun and not loaded.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function discardCatalogue(db: Database, user: User | null, id: string): Promise<{ id: string } | ValidationError> {
  if (!user || !canLoadCatalogues(user)) throw forbidden('ONLY_CATALOGUES');
  if (!isUuid(id)) return refuse('id', 'NO_CATALOGUE_RUN');
  const { rows } = await sql<{ id: string }>`DELETE FROM catalogue_run WHERE id = ${id}::uuid AND loaded_at IS NULL RETURNING id`.execute(db);
  return rows[0] ?? ((await readRuns(db, user, id)).length > 0 ? refuse('id', 'CATALOGUE_LOADED') : { id });
}

/**
 * Takes a load back as a whole: what it added is archived, what it changed says again what it said before, what it took out is
 * back. Refused where a later one has changed an entry since, with the titles.
 * @param user null for a command of the keeper
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function undoCatalogue(
  db: Database,
  user: User | null | 'keeper',
  { id, reason: given }: { id: string; reason: string },
): Promise<{ id: string } | ValidationError> {
  const person = user === 'keeper' ? null : user;
  if (user !== 'keeper' && !canLoadCatalogues(user)) throw forbidden('ONLY_CATALOGUES');
  const reason = given.trim();
  const faults = requiredText('reason', reason, 'IMPORT_REASON', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  if (!isUuid(id)) return refuse('id', 'NO_CATALOGUE_RUN');
  return db.transaction().execute(async (trx) => {
    await lockCatalogues(trx);
    const [run] = await runsWhere(trx, sql`c.id = ${id}::uuid`);
    if (!run) return refuse('id', 'NO_CATALOGUE_RUN');
    if (!run.loadedAt) return refuse('id', 'CATALOGUE_UNLOADED');
    if (run.undoneAt) return { id: run.id };
    const entries = run.results ?? [];
    const ids = entries.flatMap(({ recordId }) => recordId ?? []);
    const { rows } = await sql<{ id: string; version: number; title: string; archived: boolean }>`
      SELECT id, version, title, archived_at IS NOT NULL AS archived FROM record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`.execute(trx);
    const now = new Map(rows.map((row) => [row.id, row]));
    const moved = entries.filter(({ recordId, version, action }) => {
      const live = now.get(recordId ?? '');
      return !live || live.version !== version || live.archived !== (action === 'GONE');
    });
    if (moved.length > 0)
      return refuse('id', 'IMPORT_MOVED', {
        titles: moved
          .slice(0, 10)
          .map(({ title }) => title)
          .join(', '),
      });
    const by = person && (await pseudonymOf(trx, person));
    const of = (...actions: Action[]) => entries.filter(({ action }) => actions.includes(action)).flatMap(({ recordId }) => recordId ?? []);
    const said = mailText('importUndone', { name: run.name, reason });
    await reviveForeign(trx, by, of('GONE'));
    const rewritten = entries.filter(({ action, changed }) => changed.length > 0 && (action === 'CHANGE' || action === 'BACK'));
    const { rows: before } = await sql<{ content: never; number: number }>`
      SELECT v.content, v.number FROM unnest(${rewritten.map(({ recordId }) => recordId)}::uuid[], ${rewritten.map(({ version }) => version - 1)}::int[]) WITH ORDINALITY w (id, number, place)
      JOIN revision v ON v.record_id = w.id AND v.number = w.number ORDER BY w.place`.execute(trx);
    await publishForeign(
      trx,
      by,
      said,
      before.map(({ content, number }) => ({ content, restores: number })),
    );
    await archiveForeign(trx, by, reason, of('ADD', 'BACK'));
    await sql`UPDATE catalogue_run SET undone_by = ${person?.id ?? null}::uuid, undone_at = now(), undone_reason = ${reason} WHERE id = ${run.id}::uuid`.execute(
      trx,
    );
    return { id: run.id };
  });
}

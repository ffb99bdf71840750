import { actionTargets, writeActions } from '#prisma/actions.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { StartupError } from '#prisma/migrate.ts';
import { type Derived, deriveRecord, type Draft } from '#prisma/derive.ts';
import { hashOf } from '#prisma/hash.ts';
import { type Called, namesOf, RecordLookup, UnknownTarget } from '#prisma/lookup.ts';
import { connectRecords, labelFacets, facetKeysOf, writeRecords } from '#prisma/publish.ts';
import { rederiveNamers } from '#prisma/rederive.ts';
import { indexLater } from '#search/reindex.ts';
import type { ActionTable } from '#prisma/content/recommendation.ts';
import { recordLoaded } from '#prisma/revision.ts';
import { readAssessments, writeAssessments } from './assessments.ts';
import { type Fault, readSeed, showFault } from './files.ts';
import { readEditions, writeEditions } from './instruments.ts';

export type LoadResult = { added: number; changed: number; unchanged: number; keptByPeople: number };

/** The data files cannot be loaded: every fault, each with file, record and field. */
export class SeedError extends StartupError {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    super(`The data files have ${faults.length} faults. Correct them, then start again:\n${faults.map(showFault).join('\n')}`);
    this.faults = faults;
  }
}

/** By what names the records of some drafts are known, as far as they are there, by id. */
async function called(trx: Trx, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string; called: Called }>`
    SELECT r.id, r.title, jsonb_build_object('shortName', r.content->'shortName', 'name', r.content->'name', 'alsoKnownAs', r.content->'alsoKnownAs') AS called
    FROM jsonb_to_recordset(${JSON.stringify(drafts.map(({ kind, content }) => ({ kind, key: content.sourceKey })))}::jsonb) AS d (kind record_kind, key text)
    JOIN record r ON r.kind = d.kind AND r.source_key = d.key WHERE r.kind IN ('ORGANIZATION', 'VENDOR', 'PROJECT')`.execute(trx);
  return new Map(rows.map((row) => [row.id, JSON.stringify(namesOf(row.title, row.called))]));
}

/**
 * Loads the library's data files, all or nothing. Loading twice changes nothing; a record that a person has changed
 * since it was loaded is left as it is.
 * @param root the folder of the data files, other than for tests the one of this file
 * @throws SeedError naming every fault by file, record and field
 */
export async function loadLibrary(db: Database, root?: string): Promise<LoadResult> {
  const { records, faults } = await readSeed(root);
  const { editions, faults: ofEditions } = await readEditions(root);
  faults.push(...ofEditions);
  const examples = await readAssessments(root);
  if (faults.length > 0) throw new SeedError(faults);
  const drafts = records.filter((record) => record.kind !== 'ACTION_TABLE') as ({ file: string } & Draft)[];
  const tables = records.filter((record) => record.kind === 'ACTION_TABLE');
  const seen = new Map<string, string>();
  for (const draft of drafts) {
    for (const key of [`source key ${draft.content.sourceKey}`, `slug ${draft.content.slug}`]) {
      const other = seen.get(`${draft.kind} ${key}`);
      if (other)
        faults.push({
          file: draft.file,
          line: null,
          record: draft.content.sourceKey ?? '',
          field: key.split(' ')[0] ?? '',
          message: `the ${key} also stands in ${other}`,
        });
      seen.set(`${draft.kind} ${key}`, draft.file);
    }
  }
  if (faults.length > 0) throw new SeedError(faults);

  return db.transaction().execute(async (trx) => {
    faults.push(...(await writeEditions(trx, editions)));
    if (faults.length > 0) throw new SeedError(faults);
    const before = new Map(
      (await trx.selectFrom('record').select(['kind', 'sourceKey', 'hash', 'seedHash']).where('sourceKey', 'is not', null).execute()).map((row) => [
        `${row.kind}:${row.sourceKey}`,
        row,
      ]),
    );
    const result: LoadResult = { added: 0, changed: 0, unchanged: 0, keptByPeople: 0 };
    const changed: typeof drafts = [];
    for (const draft of drafts) {
      const old = before.get(`${draft.kind}:${draft.content.sourceKey}`);
      if (old && old.seedHash === hashOf(draft.content)) result.unchanged++;
      else if (old && old.hash !== old.seedHash) result.keptByPeople++;
      else {
        changed.push(draft);
        if (old) result.changed++;
        else result.added++;
      }
    }
    if (changed.length === 0) {
      await writeAssessments(trx, examples);
      return result;
    }
    const known = await called(trx, changed);
    const { lookup, derived } = await indexLater(trx, async () => {
      const ids = await writeRecords(trx, changed, { seed: true });
      const lookup = await RecordLookup.of(trx, changed);
      const derived: { id: string; derived: Derived }[] = [];
      for (const [index, draft] of changed.entries()) {
        try {
          derived.push({ id: ids[index] as string, derived: deriveRecord(draft, lookup) });
        } catch (error) {
          if (!(error instanceof UnknownTarget)) throw error;
          faults.push({
            file: draft.file,
            line: null,
            record: draft.content.sourceKey ?? draft.content.slug,
            field: error.target.kind.toLowerCase(),
            message: error.message,
          });
        }
      }
      await connectRecords(trx, derived);
      if (faults.length === 0) await recordLoaded(trx, ids);
      return { ids, lookup, derived };
    });
    for (const table of tables) {
      try {
        await lookup.read(trx, actionTargets(table.content as unknown as ActionTable));
        await writeActions(trx, table.content as unknown as ActionTable, lookup);
      } catch (error) {
        if (!(error instanceof UnknownTarget)) throw error;
        faults.push({ file: table.file, line: null, record: 'actions', field: error.target.kind.toLowerCase(), message: error.message });
      }
    }
    if (faults.length > 0) throw new SeedError(faults);
    await labelFacets(trx, [...derived.flatMap((one) => one.derived.facetKeys), ...changed.flatMap(({ kind, content }) => facetKeysOf(kind, content.slug))]);
    // What names a record is found by its name.
    const now = await called(trx, changed);
    for (const [id, names] of known) if (names !== now.get(id)) await rederiveNamers(trx, id, { now: true });
    await writeAssessments(trx, examples);
    return result;
  });
}

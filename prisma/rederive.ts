import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from './database.ts';
import { DERIVATION, type Derived, type Draft, deriveRecord, recordRow } from './derive.ts';
import type { RecordKind } from './generated/enums.ts';
import { RecordLookup, UnknownTarget } from './lookup.ts';
import { connectRecords, labelFacets, facetKeysOf } from './publish.ts';

// What is derived from a record's content is derived again when the code that derives it changes, or when a record that it
// names gets another name. Contents, versions and the log are never touched.

/** So many records are brought up to date in one transaction: small enough that nobody who writes one of them waits long. */
const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

export type Rederived = {
  /** How many records were looked at, and how many had something derived that is different now. */
  looked: number;
  changed: number;
  /** What was different, and in how many records. */
  parts: Record<string, number>;
  /** Records that name one that does not exist; they stay as they are. */
  faults: { kind: RecordKind; slug: string; message: string }[];
};

/** The records whose own columns alone were different so far. */
type Working = Rederived & { renamed: Set<string> };
type Row = { id: string; kind: RecordKind; content: Draft['content']; stored: Record<string, unknown> };

/** Values that are kept beside the derived ones: a record that was not confirmed in time. */
const keptKeys = (keys: unknown) => (keys as string[]).filter((key) => key.startsWith('freshness:'));

const storedColumns = sql`jsonb_build_object('title', r.title, 'sort_title', r.sort_title, 'summary', r.summary, 'audience', r.audience, 'language', r.language,
  'owners', (SELECT coalesce(jsonb_agg(o.organization_id ORDER BY o.organization_id), '[]') FROM record_owner o WHERE o.record_id = r.id),
  'ranges', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', v.name, 'low', v.low, 'high', v.high) ORDER BY v.name, v.low, v.high), '[]') FROM record_range v WHERE v.record_id = r.id),
  'facet_keys', r.facet_keys, 'keywords', r.keywords, 'body', r.body,
  'links', (SELECT coalesce(jsonb_agg(jsonb_build_object('to_id', l.to_id, 'relation', l.relation, 'position', l.position, 'data', l.data) ORDER BY l.position, l.id), '[]') FROM link l WHERE l.from_id = r.id),
  'citations', (SELECT coalesce(jsonb_agg(jsonb_build_object('source_id', c.source_id, 'field', c.field, 'statement', c.statement, 'place', c.place, 'paragraph', c.paragraph, 'as_at', c.as_at, 'certainty', c.certainty) ORDER BY c.id), '[]') FROM citation c WHERE c.record_id = r.id))`;

const inOrder = (a: Derived['ranges'][number], b: Derived['ranges'][number]) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.low - b.low || a.high - b.high);

/** What the derivation gives today for a record, in the form of `storedColumns`. */
const derivedColumns = ({ facetKeys, owners, ranges, ...others }: Derived): Record<string, unknown> => ({
  facet_keys: facetKeys,
  owners: owners.toSorted(),
  ranges: ranges.toSorted(inOrder),
  ...others,
});

/** Equal as JSON, whatever the order of fields. */
const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(a).filter((name) => a[name] !== undefined);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(b).filter((name) => b[name] !== undefined).length &&
    names.every((name) => same(a[name], b[name]))
  );
};

/** Writes what records say of themselves, their titles above all: others are found by it, so it comes before what they say of each other. */
async function renameRows(trx: Trx, rows: readonly Row[], result: Working): Promise<void> {
  const own = rows.flatMap((row) => {
    const { title, sort_title, summary, audience, language } = recordRow(row);
    const today: Record<string, unknown> = { title, sort_title, summary, audience, language };
    const parts = Object.keys(today).filter((name) => !same(today[name], row.stored[name]));
    for (const name of parts) result.parts[name] = (result.parts[name] ?? 0) + 1;
    return parts.length > 0 ? [{ id: row.id, ...today }] : [];
  });
  if (own.length === 0) return;
  await sql`
    UPDATE record SET title = row.title, sort_title = row.sort_title, summary = row.summary, audience = row.audience, language = row.language
    FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb) AS row (id uuid, title text, sort_title text, summary text, audience audience, language text)
    WHERE record.id = row.id`.execute(trx);
  for (const { id } of own) result.renamed.add(id);
}

/** Derives some records again and writes what is different; the others are only marked as looked at. */
async function rederiveRows(trx: Trx, rows: readonly Row[], result: Working): Promise<void> {
  const lookup = await RecordLookup.of(trx, rows);
  const different: { id: string; draft: Draft; derived: Derived }[] = [];
  for (const row of rows) {
    result.looked++;
    try {
      const derived = deriveRecord(row, lookup);
      derived.facetKeys.push(...keptKeys(row.stored['facet_keys']));
      const today = derivedColumns(derived);
      const parts = Object.keys(today).filter((name) => !same(today[name], row.stored[name]));
      for (const name of parts) result.parts[name] = (result.parts[name] ?? 0) + 1;
      if (parts.length > 0) different.push({ id: row.id, draft: row, derived });
    } catch (error) {
      if (!(error instanceof UnknownTarget)) throw error;
      result.faults.push({ kind: row.kind, slug: row.content.slug, message: error.message });
    }
  }
  for (const { id } of different) result.renamed.delete(id);
  result.changed += different.length;
  if (different.length > 0) {
    await connectRecords(trx, different);
    await labelFacets(
      trx,
      different.flatMap(({ draft, derived }) => [...derived.facetKeys, ...facetKeysOf(draft.kind, draft.content.slug)]),
    );
  }
  await sql`UPDATE record SET derived_by = ${DERIVATION} WHERE id = ANY(${rows.map((row) => row.id)}::uuid[]) AND derived_by IS DISTINCT FROM ${DERIVATION}`.execute(
    trx,
  );
}

/**
 * Brings the derived columns, links and citations of records up to date, in batches, each in a transaction of its own: it
 * may be stopped at any time and goes on where it was, several may run, and readers are not held up.
 * @param all every record, also those that today's derivation made
 * @param naming only those that name this record (its id), whatever made them
 * @param signal ends the work after the batch under way
 */
export async function rederive(
  db: Database,
  { all = false, naming, signal }: { all?: boolean; naming?: string; signal?: AbortSignal } = {},
): Promise<Rederived> {
  const result: Working = { looked: 0, changed: 0, parts: {}, faults: [], renamed: new Set() };
  const which = naming
    ? await namersOf(db, naming)
    : all
      ? sql`true`
      : sql`(r.derived_by IS NULL OR r.derived_by < ${DERIVATION} OR r.derived_by > ${DERIVATION})`;
  for (const work of [renameRows, rederiveRows]) {
    let after: string | null = FIRST;
    while (after !== null && !signal?.aborted) {
      const from: string = after;
      after = await db.transaction().execute(async (trx) => {
        const { rows } = await sql<Row>`
          SELECT r.id, r.kind, r.content, ${storedColumns} AS stored FROM record r
          WHERE r.id > ${from}::uuid AND ${which} ORDER BY r.id LIMIT ${BATCH} FOR UPDATE OF r`.execute(trx);
        if (rows.length > 0) await work(trx, rows, result);
        return rows.at(-1)?.id ?? null;
      });
    }
  }
  const { renamed, ...rederived } = result;
  return { ...rederived, changed: rederived.changed + renamed.size };
}

/** How many records another derivation than today's made. */
export async function outdated(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM record r WHERE r.derived_by IS DISTINCT FROM ${DERIVATION}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Up to so many records are brought up to date while Atrium starts; more are a job, so that it serves meanwhile. */
const AT_START = 2000;

/** After a release that derives otherwise: brings a small library up to date at once, and leaves a large one to the worker. */
export async function rederiveAtStart(db: Database): Promise<{ rederived: Rederived | null; left: number }> {
  const left = await outdated(db);
  if (left === 0) return { rederived: null, left: 0 };
  if (left <= AT_START) return { rederived: await rederive(db), left: 0 };
  await sql`SELECT graphile_worker.add_job('rederive', '{}'::json, job_key => 'rederive')`.execute(db);
  return { rederived: null, left };
}

/**
 * The records that name one, as a condition on `record r`: by their contents, since a name that some of their readers may not
 * see is in no link. Indexes of migrations 025 and 100 find them.
 */
async function namersOf(db: Database | Trx, recordId: string): Promise<RawBuilder<unknown>> {
  // With those of the entries that were made one with it.
  const { rows } = await sql<{ kind: RecordKind; slug: string; sourceKey: string | null }>`
    WITH RECURSIVE doubles (id) AS (SELECT ${recordId}::uuid UNION SELECT r.id FROM doubles d JOIN record r ON r.merged_into = d.id)
    SELECT r.kind, r.slug, r.source_key AS "sourceKey" FROM doubles JOIN record r USING (id)`.execute(db);
  const record = rows[0];
  if (!record) return sql`false`;
  const keys = rows.flatMap(({ slug, sourceKey }) => [slug, ...(sourceKey ? [sourceKey] : [])]);
  const linked = sql`r.id IN (SELECT from_id FROM link WHERE to_id = ${recordId}::uuid)`;
  if (record.kind === 'PROJECT') return sql`(r.content ? 'projects' AND r.content->'projects' ?| ${keys}::text[])`;
  if (record.kind === 'VENDOR')
    return sql`(r.kind = 'PROJECT' AND r.content->'engagements' @> ANY (${keys.map((vendor) => JSON.stringify([{ vendor }]))}::jsonb[]))`;
  return linked;
}

/**
 * Derives again what names a record, after it was renamed, closed, archived or brought back: nothing keeps a name that it
 * does not have any more, or that its own readers may not see. More than a few are left to the worker, unless `now`.
 * @param now in the same transaction, however many: what was closed must not be found a moment longer
 */
export async function rederiveNamers(trx: Trx, recordId: string, { now }: { now: boolean }): Promise<void> {
  const result: Working = { looked: 0, changed: 0, parts: {}, faults: [], renamed: new Set() };
  const which = await namersOf(trx, recordId);
  const { kind, slug } = await trx.selectFrom('record').select(['kind', 'slug']).where('id', '=', recordId).executeTakeFirstOrThrow();
  await labelFacets(trx, facetKeysOf(kind, slug));
  for (let after = FIRST; ; ) {
    const { rows } = await sql<Row>`
      SELECT r.id, r.kind, r.content, ${storedColumns} AS stored FROM record r WHERE r.id > ${after}::uuid AND ${which} ORDER BY r.id LIMIT ${BATCH} FOR UPDATE OF r`.execute(
      trx,
    );
    if (rows.length > 0) await rederiveRows(trx, rows, result);
    if (rows.length < BATCH) return;
    if (!now) break;
    after = rows.at(-1)?.id ?? after;
  }
  await sql`SELECT graphile_worker.add_job('rederive', json_build_object('naming', ${recordId}::text), job_key => ${`rederive:${recordId}`})`.execute(trx);
}

import { sql } from 'kysely';
import type { Trx } from './database.ts';
import { DERIVATION, type Derived, type Draft, deriveRecord, recordRow } from './derive.ts';
import type { RecordKind } from './generated/enums.ts';
import type { RecordLookup } from './lookup.ts';

/**
 * Writes the records' own rows in one statement and returns their ids in the same order; what they say of others follows
 * with `connectRecords`, once all of them exist.
 * @param seed whether the loader writes them: then a record is known by its source key, otherwise by its slug
 */
export async function writeRecords(trx: Trx, drafts: readonly Draft[], { seed }: { seed: boolean }): Promise<string[]> {
  const rows = drafts.map(recordRow);
  const seedHash = seed ? sql`, seed_hash = excluded.seed_hash` : sql``;
  const { rows: written } = await sql<{ id: string; kind: RecordKind; slug: string }>`
    INSERT INTO record (kind, slug, source_key, position, title, sort_title, summary, audience, language, content, hash, seed_hash)
    SELECT kind, slug, source_key, position, title, sort_title, summary, audience, language, content, hash, ${seed ? sql`hash` : sql`NULL`}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (kind record_kind, slug text, source_key text, position integer, title text, sort_title text, summary text, audience audience, language text, content jsonb, hash text)
    ON CONFLICT (kind, ${seed ? sql`source_key` : sql`slug`}) DO UPDATE SET slug = excluded.slug, source_key = excluded.source_key,
      position = excluded.position, title = excluded.title, sort_title = excluded.sort_title, summary = excluded.summary, audience = excluded.audience,
      language = excluded.language, content = excluded.content, hash = excluded.hash ${seedHash}, version = record.version + 1, updated_at = now()
    RETURNING id, kind, slug`.execute(trx);
  const ids = new Map(written.map((row) => [`${row.kind}:${row.slug}`, row.id]));
  return drafts.map(({ kind, content }) => {
    const id = ids.get(`${kind}:${content.slug}`);
    if (!id) throw new Error(`The ${kind.toLowerCase()} "${content.slug}" was not written.`);
    return id;
  });
}

/** Writes one record's own row and returns its id; see `writeRecords`. */
export async function writeRecord(trx: Trx, draft: Draft, { seed }: { seed: boolean }): Promise<string> {
  const [id] = await writeRecords(trx, [draft], { seed });
  return id as string;
}

/** Stores what was derived from the contents of many records, in place of what was derived before: nine statements, however many records. */
export async function connectRecords(trx: Trx, records: readonly { id: string; derived: Derived }[]): Promise<void> {
  const ids = records.map((record) => record.id);
  const links = records.flatMap(({ id, derived }) => derived.links.map((link) => ({ from_id: id, ...link })));
  const citations = records.flatMap(({ id, derived }) => derived.citations.map((citation) => ({ record_id: id, ...citation })));
  // Owners that stay are left alone: the index of what is not for everybody follows every change of them.
  const owners = JSON.stringify(records.flatMap(({ id, derived }) => derived.owners.map((owner) => ({ record_id: id, organization_id: owner }))));
  const named = sql`jsonb_to_recordset(${owners}::jsonb) AS named (record_id uuid, organization_id uuid)`;
  await sql`
    DELETE FROM record_owner o WHERE o.record_id = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM ${named} WHERE named.record_id = o.record_id AND named.organization_id = o.organization_id)`.execute(trx);
  await sql`INSERT INTO record_owner (record_id, organization_id) SELECT record_id, organization_id FROM ${named} ON CONFLICT DO NOTHING`.execute(trx);
  const ranges = records.flatMap(({ id, derived }) => derived.ranges.map((range) => ({ record_id: id, ...range })));
  await sql`DELETE FROM record_range WHERE record_id = ANY(${ids}::uuid[])`.execute(trx);
  if (ranges.length > 0)
    await sql`
      INSERT INTO record_range (record_id, name, low, high)
      SELECT record_id, name, low, high FROM jsonb_to_recordset(${JSON.stringify(ranges)}::jsonb) AS row (record_id uuid, name text, low double precision, high double precision)`.execute(
      trx,
    );
  await sql`DELETE FROM link WHERE from_id = ANY(${ids}::uuid[])`.execute(trx);
  await sql`DELETE FROM citation WHERE record_id = ANY(${ids}::uuid[])`.execute(trx);
  if (links.length > 0) {
    await sql`
      INSERT INTO link (from_id, to_id, relation, position, data, from_kind, from_position)
      SELECT row.from_id, row.to_id, row.relation, row.position, row.data, r.kind, r.position
      FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS row (from_id uuid, to_id uuid, relation text, position integer, data jsonb)
        JOIN record r ON r.id = row.from_id`.execute(trx);
  }
  if (citations.length > 0) {
    await sql`
      INSERT INTO citation (record_id, source_id, field, statement, place, paragraph, as_at, certainty)
      SELECT record_id, source_id, field, statement, place, paragraph, as_at, certainty
      FROM jsonb_to_recordset(${JSON.stringify(citations)}::jsonb)
        AS row (record_id uuid, source_id uuid, field text, statement text, place text, paragraph integer, as_at text, certainty certainty)`.execute(trx);
  }
  const own = records.map(({ id, derived: { facetKeys, keywords, body } }) => ({ id, facet_keys: facetKeys, keywords, body }));
  await sql`
    UPDATE record SET facet_keys = row.facet_keys, keywords = row.keywords, body = row.body, derived_by = ${DERIVATION}
    FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb) AS row (id uuid, facet_keys text[], keywords text, body text)
    WHERE record.id = row.id`.execute(trx);
}

/**
 * Derives and stores what the content of one record says of others.
 * @returns what was derived
 * @throws UnknownTarget when it refers to a record that does not exist
 */
export async function connectRecord(trx: Trx, id: string, draft: Draft, lookup: RecordLookup): Promise<Derived> {
  const derived = deriveRecord(draft, lookup);
  await connectRecords(trx, [{ id, derived }]);
  return derived;
}

/** Which kind of record the values of a filter stand for, where they are addresses of records. */
const namedBy: Record<string, RecordKind> = { organization: 'ORGANIZATION', vendor: 'VENDOR', project: 'PROJECT' };

/** The filter value that stands for a record in the entries of others. */
export const facetKeysOf = (kind: RecordKind, slug: string): string[] =>
  Object.entries(namedBy).flatMap(([facet, named]) => (named === kind ? [`${facet}:${slug}`] : []));

/**
 * Gives the filter values that stand for records (organizations, vendors, projects) the names that people read; those that not everybody sees have none.
 * @param keys the filter values that may be new or renamed ("facet:value"); without them all of the library, which takes as long as it is large
 */
export async function labelFacets(trx: Trx, keys?: readonly string[]): Promise<void> {
  const touched = keys?.filter((key) => key.slice(0, key.indexOf(':')) in namedBy);
  if (touched?.length === 0) return;
  const values = touched
    ? sql`unnest(${[...new Set(touched)]}::text[]) key JOIN facet_value f ON f.facet = split_part(key, ':', 1) AND f.value = substr(key, strpos(key, ':') + 1)`
    : sql`facet_value f`;
  await sql`
    UPDATE facet_value v SET label = CASE WHEN r.audience = 'PUBLIC' AND r.archived_at IS NULL THEN coalesce(r.content->>'shortName', r.title) END
    FROM ${values} JOIN record r ON r.slug = f.value
      AND r.kind = CASE f.facet WHEN 'organization' THEN 'ORGANIZATION' WHEN 'vendor' THEN 'VENDOR' WHEN 'project' THEN 'PROJECT' END::record_kind
    WHERE v.code = f.code AND v.label IS DISTINCT FROM CASE WHEN r.audience = 'PUBLIC' AND r.archived_at IS NULL THEN coalesce(r.content->>'shortName', r.title) END`.execute(
    trx,
  );
}

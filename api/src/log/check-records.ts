import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf } from '#prisma/hash.ts';
import { type Derived, deriveRecord, type Draft, recordRow } from '#prisma/derive.ts';
import { RecordLookup, UnknownTarget } from '#prisma/lookup.ts';
import { moment } from '#prisma/seals.ts';
import { type Found, said } from './found.ts';

const PAGE = 200;
/** The mark of a record past its date: a job adds and removes it (contributions/freshness.ts). */
const PAST = 'freshness:PAST';
/** How far the time of a row may be from that of its entry: both are written in one transaction, by two clocks. */
const NEAR = 3_600_000;

type Live = {
  id: string;
  kind: RecordKind;
  version: number;
  content: Record<string, unknown>;
  keywords: string;
  body: string;
  facetKeys: string[] | null;
  verifyBy: string;
  verifiedAt: string | null;
  createdAt: Date;
  updatedAt: Date;
  past: boolean;
  /** The columns that `recordRow` derives, as it names them. */
  row: Record<string, unknown>;
  last: number | null;
  sealed: Record<string, unknown> | null;
  sequence: number | null;
  author: string | null;
  publishedAt: Date | null;
  firstAt: Date | null;
  owners: string[];
  ranges: Derived['ranges'];
  links: Derived['links'];
  citations: Derived['citations'];
};

const read = (db: Database, after: string) =>
  sql<Live>`
  SELECT r.id, r.kind, r.version, r.content, r.keywords, r.body, r.facet_keys AS "facetKeys", r.verify_by::text AS "verifyBy", ${sql.raw(moment('r.verified_at'))} AS "verifiedAt", r.created_at AS "createdAt", r.updated_at AS "updatedAt",
    r.verify_by < CURRENT_DATE AS past,
    jsonb_build_object('slug', r.slug, 'source_key', r.source_key, 'position', r.position, 'title', r.title, 'sort_title', r.sort_title, 'summary', r.summary, 'audience', r.audience, 'language', r.language, 'hash', r.hash) AS row,
    v.number AS last, v.content AS sealed, v.sequence, v.author, v.created_at AS "publishedAt", (SELECT f.created_at FROM revision f WHERE f.record_id = r.id ORDER BY f.number LIMIT 1) AS "firstAt",
    ARRAY(SELECT o.organization_id FROM record_owner o WHERE o.record_id = r.id) AS owners,
    coalesce((SELECT jsonb_agg(jsonb_build_object('name', v.name, 'low', v.low, 'high', v.high)) FROM record_range v WHERE v.record_id = r.id), '[]') AS ranges,
    coalesce((SELECT jsonb_agg(jsonb_build_object('to_id', k.to_id, 'relation', k.relation, 'position', k.position, 'data', k.data) ORDER BY k.position, k.id) FROM link k WHERE k.from_id = r.id), '[]') AS links,
    coalesce((SELECT jsonb_agg(jsonb_build_object('source_id', c.source_id, 'field', c.field, 'statement', c.statement, 'place', c.place, 'paragraph', c.paragraph, 'as_at', c.as_at, 'certainty', c.certainty) ORDER BY c.id) FROM citation c WHERE c.record_id = r.id), '[]') AS citations
  FROM record r LEFT JOIN LATERAL (SELECT * FROM revision v WHERE v.record_id = r.id ORDER BY v.number DESC LIMIT 1) v ON true
  WHERE r.id > ${after}::uuid ORDER BY r.id LIMIT ${PAGE}`.execute(db);

const shownNames: Record<string, string> = { source_key: 'source key', sort_title: 'title for sorting' };

/**
 * Derives every column, link and citation of every live record anew from its sealed content, and compares.
 * @param altered records whose kept versions are not the sealed ones: nothing can be said of what follows from them
 */
export async function checkRecords(db: Database, end: number, altered: ReadonlySet<string>, found: Found): Promise<void> {
  const slugs = new Map((await db.selectFrom('record').select(['id', 'slug']).execute()).map((row) => [row.id, row.slug]));
  const names = await allNames(db);
  const events = await readEvents(db);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await read(db, after);
    const lookup = await RecordLookup.of(
      db,
      rows.flatMap((live) => (live.sealed === null ? [] : [{ kind: live.kind, content: live.sealed } as Draft])),
    );
    for (const live of rows) {
      const slug = String(live.row['slug']);
      const note = (message: string) => found(live.sequence ?? end + 1, message);
      if (live.sealed === null || live.last === null) {
        note(`version ${live.version} of "${slug}" is live without an entry`);
        continue;
      }
      if (altered.has(live.id)) continue;
      if (live.version !== live.last) note(`"${slug}" is shown in version ${live.version}, the last one is ${live.last}`);
      if (hashOf(live.content) !== hashOf(live.sealed)) {
        note(`the live record "${slug}" differs from its last published version`);
        continue;
      }
      compare(live, slug, lookup, { slugs, names }, note);
      checkTimes(live, slug, events.get(live.id), note);
    }
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? '';
  }
}

function compare(live: Live, slug: string, lookup: RecordLookup, known: { slugs: Map<string, string>; names: Set<string> }, note: (message: string) => void) {
  const draft = { kind: live.kind, content: live.sealed } as Draft;
  const differs = (what: string, expected: unknown, now: unknown) => note(`the ${what} of "${slug}" is ${said(now)}, its last version says ${said(expected)}`);
  const { kind: _, content: __, ...expected } = recordRow(draft);
  for (const [column, value] of Object.entries(expected))
    if (column in live.row && hashOf(live.row[column] ?? null) !== hashOf(value ?? null)) differs(shownNames[column] ?? column, value, live.row[column]);
  let derived: Derived;
  try {
    derived = deriveRecord(draft, lookup);
  } catch (error) {
    if (!(error instanceof UnknownTarget)) throw error;
    return note(`"${slug}" names what is not in the library: ${error.message}`);
  }
  if (live.body !== derived.body) differs('text for search', derived.body, live.body);
  const keys = (live.facetKeys ?? []).filter((key) => key !== PAST);
  for (const key of derived.facetKeys) if (!keys.includes(key)) note(`"${slug}" lacks the filter value ${key}`);
  for (const key of keys) if (!derived.facetKeys.includes(key)) note(`"${slug}" has the filter value ${key}, which its last version does not give it`);
  if ((live.facetKeys ?? []).includes(PAST) && !live.past) note(`"${slug}" is marked as past its date, which is ${live.verifyBy}`);
  // Other records may have been renamed since; a name that one of them once had is no forgery.
  const words = (text: string) => text.split(' · ').filter(Boolean);
  for (const word of words(live.keywords))
    if (!words(derived.keywords).includes(word) && !known.names.has(word)) note(`"${slug}" has the keyword ${said(word)}, which nothing gives it`);
  for (const word of words(derived.keywords))
    if (!words(live.keywords).includes(word) && !known.names.has(word)) note(`"${slug}" lacks the keyword ${said(word)}`);
  const nameOf = (id: unknown) => said(known.slugs.get(String(id)) ?? String(id));
  for (const owner of derived.owners) if (!live.owners.includes(owner)) note(`"${slug}" lacks the owner ${nameOf(owner)}`);
  for (const owner of live.owners)
    if (!derived.owners.includes(owner)) note(`"${slug}" has the owner ${nameOf(owner)}, which its last version does not give it`);
  sameRows(derived.ranges, live.ranges, (one, has) => `"${slug}" ${has} the value ${one.name} from ${one.low} to ${one.high}`, note);
  sameRows(
    derived.links,
    live.links,
    (one, has) => `"${slug}" ${has} the link ${one.relation} to ${nameOf(one.to_id)} (place ${one.position}, ${said(one.data)})`,
    note,
  );
  sameRows(
    derived.citations,
    live.citations,
    (one, has) => `"${slug}" ${has} the citation of ${nameOf(one.source_id)}, ${one.place}, for ${one.field}: ${said(one.statement)} (${one.certainty})`,
    note,
  );
}

/** Names rows that should be there and are not, and rows that should not be there. */
function sameRows<Row>(expected: Row[], now: Row[], tell: (row: Row, has: string) => string, note: (message: string) => void) {
  const count = (rows: Row[]) => {
    const counts = new Map<string, { row: Row; n: number }>();
    for (const row of rows) {
      const key = hashOf(row);
      counts.set(key, { row, n: (counts.get(key)?.n ?? 0) + 1 });
    }
    return counts;
  };
  const should = count(expected);
  const does = count(now);
  for (const [key, { row, n }] of should) if ((does.get(key)?.n ?? 0) < n) note(tell(row, 'lacks'));
  for (const [key, { row, n }] of does) if ((should.get(key)?.n ?? 0) < n) note(`${tell(row, 'has')}, which its last version does not give it`);
}

/** Every name that a kept version gave a record: keywords are made of the names of others. */
async function allNames(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT name FROM revision v, LATERAL (
      SELECT v.content->>'title' UNION ALL SELECT v.content->>'name' UNION ALL SELECT v.content->>'shortName'
      UNION ALL SELECT jsonb_array_elements_text(CASE jsonb_typeof(v.content->'alsoKnownAs') WHEN 'array' THEN v.content->'alsoKnownAs' ELSE '[]' END)) n (name) WHERE name IS NOT NULL`.execute(
    db,
  );
  return new Set(rows.map((row) => row.name));
}

type Events = { changedAt: Date | null; confirmed: { verifyBy?: string; verifiedAt?: string | null } | null; confirmedAt: Date | null };
/** When the log last tells of a change, and what it last tells of "still correct", by record. */
async function readEvents(db: Database): Promise<Map<string, Events>> {
  const { rows } = await sql<Events & { record: string }>`
    SELECT body::jsonb->>'record' AS record, max(created_at) FILTER (WHERE kind NOT IN ('RECORD_CONFIRMED', 'RECORD_SEALED') AND NOT body::jsonb ? 'late') AS "changedAt",
      (array_agg(body::jsonb ORDER BY sequence DESC) FILTER (WHERE kind IN ('RECORD_CONFIRMED', 'RECORD_SEALED')))[1] AS confirmed, max(created_at) FILTER (WHERE kind IN ('RECORD_CONFIRMED', 'RECORD_SEALED')) AS "confirmedAt"
    FROM log_entry WHERE kind LIKE 'RECORD\\_%' GROUP BY 1`.execute(db);
  return new Map(rows.map((row) => [row.record, row]));
}

const DAY = 86_400_000;
const FRESH_DAYS = 365;
function checkTimes(live: Live, slug: string, events: Events | undefined, note: (message: string) => void) {
  const near = (time: Date | string | null, expected: Date | null, tolerance = NEAR) =>
    time !== null && expected !== null && Math.abs(new Date(time).getTime() - expected.getTime()) <= tolerance;
  const differs = (what: string, now: unknown, expected: unknown) => note(`"${slug}" ${what} ${said(now)}, by the log ${said(expected)}`);
  if (!near(live.createdAt, live.firstAt)) differs('was added at', live.createdAt, live.firstAt);
  if (!near(live.updatedAt, events?.changedAt ?? null)) differs('was changed at', live.updatedAt, events?.changedAt ?? null);
  const { publishedAt } = live;
  const confirmed = events?.confirmed && events.confirmedAt && publishedAt && events.confirmedAt > publishedAt ? events.confirmed : null;
  if (confirmed) {
    if (live.verifiedAt !== (confirmed.verifiedAt ?? null)) differs('was found correct at', live.verifiedAt, confirmed.verifiedAt);
    if (live.verifyBy !== confirmed.verifyBy) differs('is to be looked at by', live.verifyBy, confirmed.verifyBy);
    return;
  }
  // Only people confirm that an entry is correct, by publishing it; the loader does not.
  if (live.author === null ? live.verifiedAt !== null && live.version === 1 : !near(live.verifiedAt, publishedAt))
    differs('was found correct at', live.verifiedAt, live.author === null ? null : publishedAt);
  const due = live.firstAt && live.author === null ? live.firstAt : publishedAt;
  if (due && !near(live.verifyBy, new Date(due.getTime() + FRESH_DAYS * DAY), 2 * DAY))
    differs('is to be looked at by', live.verifyBy, new Date(due.getTime() + FRESH_DAYS * DAY).toISOString().slice(0, 10));
}

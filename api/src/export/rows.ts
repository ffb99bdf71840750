import { sql } from 'kysely';
import type { CellValue, Connected } from '#prisma/content/field.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import { lift } from '#prisma/content/shape.ts';
import { hashOf } from '#prisma/hash.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { actionsOf, readActionFilters } from '../actions/action.ts';
import type { Services } from '../context.ts';
import { lists, readFilters } from '../records/filters.ts';
import { changedSince, chooseFilters, filterCondition, type Ignored, orders } from '../records/list.ts';
import { redact, visibleRecords } from '../records/policy.ts';
import type { Export } from './lists.ts';

/** One row of an export: its cells in the order of the heads, and the same as JSON. */
type Row = { cells: CellValue[]; json: object };
/** What an export of a list says, before any of its rows is read. */
export type Dataset = {
  heads: readonly { head: string; width: number }[];
  total: number;
  /** When something that this viewer may see was last changed. */
  asOf: Date;
  /** Changes whenever a row could have changed. */
  state: string;
  ignored: Ignored[];
  /** The rows; `json` says which of the two forms is wanted, the other may be empty. */
  rows: (form: 'cells' | 'json') => AsyncIterable<Row>;
};

/** How many records are in memory at a time. */
const PAGE = 500;
/** So many names stand in one cell at most. */
const NAMES = 200;
const REPORT_TABLE = 'JIU/REP/2020/7, Annex IV';

type Found = ReturnType<typeof citedStatements>;

/** Made once: a comparison that makes its own takes thirty times longer, and an export compares every citation. */
const collator = new Intl.Collator('en', { numeric: true });
/** Paragraphs first, in their order, then boxes, annexes and whatever else can be cited. */
const byPlace = (a: string, b: string) => Number(b.startsWith('para ')) - Number(a.startsWith('para ')) || collator.compare(a, b);

/** The citations of a record as a reader writes them: "JIU/REP/2020/7, para 41; Box 3 | UNJSPF, newsroom". */
async function sourcesOf(found: Found, nameOf: (source: string) => Promise<string>): Promise<string> {
  const places = new Map<string, Set<string>>();
  for (const { source, place } of found.flatMap((one) => one.citations)) places.set(source, (places.get(source) ?? new Set()).add(place));
  const cited = await Promise.all(
    [...places].map(async ([source, at]) => {
      return `${await nameOf(source)}, ${[...at].sort(byPlace).join('; ')}`;
    }),
  );
  return cited.join(' | ');
}

/** The last date to which any statement of the record holds. */
const asAtOf = (found: Found) =>
  found
    .map((one) => one.asAt ?? '')
    .sort()
    .at(-1) ?? '';
/** The statement that stands for the record: the first of these that it has. */
const mainFields = ['summary', 'text', 'whatHappened', 'definition', 'challenge', 'record'];
const mainOf = (found: Found) => mainFields.map((field) => found.find((one) => one.field === field)).find(Boolean) ?? found[0];
const unsureOf = (found: Found) => found.filter((one) => one.certainty !== 'STATED').map((one) => `${one.field} (${one.certainty}): ${one.statement}`);

type RecordContent = {
  id: string;
  kind: RecordKind;
  slug: string;
  sourceKey: string | null;
  title: string;
  version: number;
  hash: string;
  updatedAt: Date;
  content: Record<string, unknown>;
  connected: Connected[];
};

/** Contents of the given records that the viewer may still see, in the given order. */
async function readPage({ db }: Services, viewer: Viewer, ids: string[], relations: readonly string[]): Promise<RecordContent[]> {
  const side = (own: string, other: string, direction: 'OUT' | 'IN') => sql`
    (SELECT l.relation, ${direction} AS direction, o.kind, coalesce(o.content->>'shortName', o.title) AS name
     FROM link l JOIN record o ON o.id = ${sql.ref(`l.${other}`)}
     WHERE ${sql.ref(`l.${own}`)} = r.id AND l.relation = ANY(${relations as string[]}::text[]) AND ${visibleRecords(viewer, 'o')}
     ORDER BY l.relation, l.position, o.position, o.id LIMIT ${NAMES})`;
  const connected =
    relations.length === 0
      ? sql`'[]'::json`
      : sql`(SELECT coalesce(json_agg(e), '[]') FROM (${side('from_id', 'to_id', 'OUT')} UNION ALL ${side('to_id', 'from_id', 'IN')}) e)`;
  const { rows } = await sql<RecordContent>`
    SELECT r.id, r.kind, r.slug, r.source_key AS "sourceKey", r.title, r.version, r.hash, r.updated_at AS "updatedAt", r.content, ${connected} AS connected
    FROM record r WHERE r.id = ANY(${ids}::uuid[]) AND ${visibleRecords(viewer)}`.execute(db);
  const byId = new Map(
    rows.map((row) => {
      // The hash of what is shown: that of the whole would let hidden sections be guessed and checked.
      const whole = lift(row.kind, row.content);
      const content = redact(row.kind, whole, viewer);
      return [row.id, content === whole ? { ...row, content } : { ...row, content, hash: hashOf(content) }];
    }),
  );
  return ids.map((id) => byId.get(id)).filter((row): row is RecordContent => row !== undefined);
}

/** How many records the viewer may see and when the last of them changed: an export names others, not only its own. */
async function libraryState({ db }: Services, viewer: Viewer): Promise<{ asOf: Date; count: number }> {
  const { rows } = await sql<{
    asOf: Date | null;
    count: number;
  }>`SELECT max(r.updated_at) AS "asOf", count(*)::int AS count FROM record r WHERE ${visibleRecords(viewer)}`.execute(db);
  return { asOf: rows[0]?.asOf ?? new Date(0), count: rows[0]?.count ?? 0 };
}

const common = {
  before: [
    { head: 'Title', width: 40 },
    { head: 'Address', width: 40 },
  ],
  after: [
    { head: 'Sources', width: 40 },
    { head: 'As at', width: 12 },
    { head: 'Certainty', width: 12 },
    { head: 'What is unsure', width: 40 },
    { head: 'Source key', width: 20 },
    { head: 'Version', width: 8 },
    { head: 'Updated', width: 22 },
  ],
};

/**
 * The rows of a list under the filters and in the order of an address, with the permission of a viewer. The ids are read
 * at once, so that the order holds while others write; contents follow some hundred at a time.
 */
export async function recordDataset(services: Services, viewer: Viewer, wanted: Export, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const list = lists.get(wanted.list);
  if (!list) throw new Error(`There is no list "${wanted.list}" in the schema.`);
  const asked = readFilters(list, query);
  const { chosen, ignored } = await chooseFilters(services, viewer, asked.filter);
  const named = new Map(Object.entries(list.fields).map(([field, facet]) => [facet, field]));
  const topics = wanted.topics ? sql`AND r.facet_keys && ${wanted.topics.map((topic) => `topic:${topic}`)}::text[]` : sql``;
  const { column, descending } = orders[asked.order];
  const direction = sql.raw(descending ? 'DESC' : 'ASC');
  const [{ rows: found }, state] = await Promise.all([
    sql<{ id: string; version: number }>`
      SELECT r.id, r.version FROM record r WHERE r.kind = ${list.kind}::record_kind AND ${visibleRecords(viewer)} AND ${filterCondition(chosen)} AND ${changedSince(asked.since)} ${topics}
      ORDER BY ${sql.raw(`r.${column}`)} ${direction}, r.id ${direction}`.execute(services.db),
    libraryState(services, viewer),
  ]);
  const ids = found.map((row) => row.id);
  const { columns } = kinds[list.kind];
  const relations = [...new Set(columns.flatMap((column) => column.relations))];
  // Asked once per file, also for a source that this viewer may not see.
  const called = new Map<string, Promise<string>>();
  const nameOf = (source: string) => {
    const name = called.get(source) ?? services.sources.find(source, viewer).then((known) => known?.symbol ?? known?.title ?? source);
    called.set(source, name);
    return name;
  };

  const rows = async function* (form: 'cells' | 'json'): AsyncGenerator<Row> {
    for (let at = 0; at < ids.length; at += PAGE) {
      const page = await readPage(services, viewer, ids.slice(at, at + PAGE), form === 'cells' ? relations : []);
      for (const { connected, content: whole, ...record } of page) {
        const content = redact(record.kind, whole, viewer);
        const address = baseUrl + addressOf(record.kind, record.slug);
        const updated = record.updatedAt.toISOString();
        const { id: _, ...shown } = record;
        if (form === 'json') {
          yield { cells: [], json: { ...shown, updatedAt: updated, address, content } };
          continue;
        }
        const cited = citedStatements(content);
        yield {
          cells: [
            record.title,
            address,
            ...columns.map(({ cell }) => cell(content, connected)),
            await sourcesOf(cited, nameOf),
            asAtOf(cited),
            mainOf(cited)?.certainty,
            unsureOf(cited),
            record.sourceKey,
            record.version,
            updated,
          ],
          json: {},
        };
      }
    }
  };
  return {
    heads: [...common.before, ...columns.map(({ head, width }) => ({ head, width })), ...common.after],
    total: ids.length,
    asOf: state.asOf,
    state: `${state.asOf.toISOString()} ${state.count} ${found.map((row) => `${row.id}:${row.version}`).join()}`,
    ignored: [...ignored.map((one) => ({ ...one, field: named.get(one.field) ?? one.field })), ...asked.ignored],
    rows,
  };
}

/** The actions of Annex IV: one row a cell, under the filters of an address. */
export async function actionDataset(services: Services, viewer: Viewer, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const { filter, ignored } = readActionFilters(query);
  const [actions, state] = await Promise.all([actionsOf(services.db, viewer, { choice: filter }), libraryState(services, viewer)]);
  const rows = async function* (): AsyncGenerator<Row> {
    for (const action of actions) {
      const recommendation = `${baseUrl}/recommendations/${action.recommendationNumber}`;
      const organization = `${baseUrl}${addressOf('ORGANIZATION', action.organizationSlug)}`;
      const { recommendationNumber, organizationName, organizationSlug, kind, printed, note } = action;
      yield {
        cells: [recommendationNumber, organizationName, kind, printed, note, recommendation, organization, REPORT_TABLE],
        json: { recommendationNumber, organizationName, organizationSlug, kind, printed, note, recommendation, organization, source: REPORT_TABLE },
      };
    }
  };
  return {
    heads: [
      { head: 'Recommendation', width: 16 },
      { head: 'Organization', width: 16 },
      { head: 'Action', width: 14 },
      { head: 'Printed', width: 10 },
      { head: 'Note', width: 50 },
      { head: 'Address of the recommendation', width: 40 },
      { head: 'Address of the organization', width: 40 },
      { head: 'Sources', width: 30 },
    ],
    total: actions.length,
    asOf: state.asOf,
    state: `${state.asOf.toISOString()} ${state.count} ${actions.map((action) => action.id + action.printed).join()}`,
    ignored,
    rows,
  };
}

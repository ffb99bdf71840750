import { sql } from 'kysely';
import type { Connected } from '#prisma/content/field.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import { lift } from '#prisma/content/shape.ts';
import { hashOf } from '#prisma/hash.ts';
import { libraryState } from '#prisma/library-state.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { actionsOf, readActionFilters } from '../actions/action.ts';
import type { Services } from '../context.ts';
import { lists, readFilters } from '../records/filters.ts';
import { chooseFilters, filterCondition, narrowed, orders } from '../records/list.ts';
import { asking, ownedBy, redact, visibleRecords } from '../records/policy.ts';
import { breath } from './breath.ts';
import { piece } from './lane.ts';
import type { Dataset, Opened, Row } from './dataset.ts';
import { deliveriesSheet } from './deliveries.ts';
import type { Export } from './lists.ts';

/** How many records are in memory at a time. */
const PAGE = 400;
/** So many names stand in one cell at most. */
const NAMES = 200;
const REPORT_TABLE = 'JIU/REP/2020/7, Annex IV';

type Found = ReturnType<typeof citedStatements>;

/** Made once: a comparison that makes its own takes thirty times longer. */
const collator = new Intl.Collator('en', { numeric: true });
/** Paragraphs first ("para 41"), in their order, then boxes, annexes and whatever else can be cited. */
function inPlaces(places: Iterable<string>): string[] {
  const paragraphs: { place: string; number: number }[] = [];
  const others: string[] = [];
  for (const place of places) {
    const number = place.startsWith('para ') ? Number(place.slice(5)) : Number.NaN;
    if (Number.isNaN(number)) others.push(place);
    else paragraphs.push({ place, number });
  }
  paragraphs.sort((a, b) => a.number - b.number);
  if (others.length > 1) others.sort((a, b) => Number(b.startsWith('para ')) - Number(a.startsWith('para ')) || collator.compare(a, b));
  // A paragraph with more to its name ("para 41, note 3") stands after those without.
  return [...paragraphs.map(({ place }) => place), ...others];
}

/** The citations of a record as a reader writes them: "JIU/REP/2020/7, para 41; Box 3 | UNJSPF, newsroom". */
export async function sourcesOf(found: Found, nameOf: (source: string) => Promise<string>): Promise<string> {
  const places = new Map<string, Set<string>>();
  for (const { source, place } of found.flatMap((one) => one.citations)) places.set(source, (places.get(source) ?? new Set()).add(place));
  const cited = await Promise.all(
    [...places].map(async ([source, at]) => {
      return `${await nameOf(source)}, ${inPlaces(at).join('; ')}`;
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

export type RecordContent = {
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

/** Contents of the given records (ids without dashes) that the viewer may still see, in the given order. */
export async function readPage({ db }: Services, viewer: Viewer, ids: string[], relations: readonly string[]): Promise<RecordContent[]> {
  const side = (own: string, other: string, direction: 'OUT' | 'IN') => sql`
    (SELECT l.relation, ${direction} AS direction, o.kind, coalesce(CASE WHEN o.kind = 'ORGANIZATION' THEN o.content->>'shortName' END, o.title) AS name
     FROM link l JOIN record o ON o.id = ${sql.ref(`l.${other}`)}
     WHERE ${sql.ref(`l.${own}`)} = r.id AND l.relation = ANY(${relations as string[]}::text[]) AND ${visibleRecords(viewer, 'o')}
     ORDER BY l.relation, l.position, o.position, o.id LIMIT ${NAMES})`;
  const connected =
    relations.length === 0
      ? sql`'[]'::json`
      : sql`(SELECT coalesce(json_agg(e), '[]') FROM (${side('from_id', 'to_id', 'OUT')} UNION ALL ${side('to_id', 'from_id', 'IN')}) e)`;
  const { rows } = await sql<RecordContent & { owned: boolean }>`
    SELECT r.id, r.kind, r.slug, r.source_key AS "sourceKey", r.title, r.version, r.hash, r.updated_at AS "updatedAt", r.content, ${ownedBy(viewer)} AS owned, ${connected} AS connected
    FROM record r WHERE r.id = ANY(${ids}::uuid[]) AND ${visibleRecords(viewer)}`.execute(db);
  const byId = new Map(
    rows.map(({ owned, ...row }) => {
      // The hash of what is shown: that of the whole would let hidden sections be guessed and checked.
      const whole = lift(row.kind, row.content);
      const content = redact(row.kind, whole, viewer, owned);
      return [row.id.replaceAll('-', ''), content === whole ? { ...row, content } : { ...row, content, hash: hashOf(content) }];
    }),
  );
  return ids.map((id) => byId.get(id)).filter((row): row is RecordContent => row !== undefined);
}

/** In which state the library is, and when the last of the records that the viewer may see changed: an export names others, not only its own. */
async function stateOf({ db }: Services, viewer: Viewer): Promise<{ asOf: Date; state: string }> {
  const [state, { rows }] = await Promise.all([
    libraryState(db),
    sql<{ asOf: Date | null }>`
      SELECT max(last.updated_at) AS "asOf" FROM unnest(enum_range(NULL::record_kind)) each (kind)
      CROSS JOIN LATERAL (SELECT r.updated_at FROM record r WHERE r.kind = each.kind AND ${visibleRecords(viewer)} ORDER BY r.updated_at DESC, r.id DESC LIMIT 1) last`.execute(
      db,
    ),
  ]);
  return { asOf: rows[0]?.asOf ?? new Date(0), state };
}

const common = {
  before: [
    { head: 'Title', width: 40 },
    { head: 'Address', width: 40 },
  ],
  after: [
    { head: 'Sources', width: 40 },
    { head: 'As at', width: 12 },
    { head: 'Certainty', width: 12, words: 'certainty' },
    { head: 'What is unsure', width: 40 },
    { head: 'Source key', width: 20, machine: true as const },
    { head: 'Version', width: 8, machine: true as const },
    { head: 'Updated', width: 22, machine: true as const },
  ],
};

/** Characters of an id without its dashes. */
const ID = 32;

/**
 * The rows of a list under the filters and in the order of an address, with the permission of a viewer. The ids are read
 * at once, so that the order holds while others write; contents follow some at a time.
 */
export async function recordDataset(services: Services, reader: Viewer, wanted: Export, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const list = lists.get(wanted.list);
  if (!list) throw new Error(`There is no list "${wanted.list}" in the schema.`);
  const viewer = asking(reader, [list.kind]);
  const read = readFilters(list, query);
  if (wanted.narrow) await services.facets.ready();
  const own = wanted.narrow?.(services.facets, viewer, query) ?? null;
  const asked = {
    ...read,
    ignored: [...read.ignored.filter(({ field }) => !own?.names.includes(field) && !(field === 'sort' && own?.own)), ...(own?.ignored ?? [])],
  };
  const [{ chosen, ignored }, { asOf, state }] = await Promise.all([
    chooseFilters(services, viewer, asked.filter),
    stateOf(services, viewer),
    services.sources.catchUp(),
  ]);
  const named = new Map(Object.entries(list.fields).map(([field, facet]) => [facet, field]));
  const topics = wanted.topics ? sql`AND r.facet_keys && ${wanted.topics.map((topic) => `topic:${topic}`)}::text[]` : sql``;
  const { descending } = own?.own ?? orders[asked.order];
  const column = own?.own?.expression ?? sql.raw(`r.${orders[asked.order].column}`);
  const direction = sql.raw(descending ? 'DESC' : 'ASC');
  const { columns } = kinds[list.kind];
  const relations = [...new Set(columns.flatMap((column) => column.relations))];
  // Asked once per file, also for a source that this viewer may not see.
  const called = new Map<string, Promise<string>>();
  const nameOf = (source: string) => {
    const name = called.get(source) ?? services.sources.find(source, viewer).then((known) => known?.symbol ?? known?.title ?? source);
    called.set(source, name);
    return name;
  };
  const rowOf = async ({ connected, content, ...record }: RecordContent, form: 'cells' | 'json'): Promise<Row> => {
    const address = baseUrl + addressOf(record.kind, record.slug);
    const updated = record.updatedAt.toISOString();
    const { id: _, ...shown } = record;
    if (form === 'json') return { cells: [], json: { ...shown, updatedAt: updated, address, content } };
    const cited = citedStatements(content);
    return {
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
  };

  const open = async (): Promise<Opened> => {
    // As one text: a hundred thousand rows of an answer would take ten times the memory.
    const { rows: found } = await sql<{ ids: string | null }>`
      SELECT string_agg(encode(uuid_send(id), 'hex'), '') AS ids FROM (
        SELECT r.id FROM record r WHERE r.kind = ${list.kind}::record_kind AND ${visibleRecords(viewer)} AND ${filterCondition(chosen)} AND ${narrowed({ ...asked, among: own?.among })} ${topics}
        ORDER BY ${column} ${direction}, r.id ${direction}) ordered`.execute(services.db);
    const ids = found[0]?.ids ?? '';
    const rows = async function* (form: 'cells' | 'json'): AsyncGenerator<Row> {
      const breathe = breath();
      const read = (at: number) => {
        const page: string[] = [];
        for (let next = at; next < Math.min(at + PAGE * ID, ids.length); next += ID) page.push(ids.slice(next, next + ID));
        return piece(async () => {
          const made: Row[] = [];
          for (const record of await readPage(services, viewer, page, form === 'cells' ? relations : [])) {
            made.push(await rowOf(record, form));
            await breathe();
          }
          return made;
        });
      };
      for (let at = 0; at < ids.length; at += PAGE * ID) yield* await read(at);
    };
    return { total: ids.length / ID, ids: () => ids.match(/.{32}/g) ?? [], rows };
  };
  return {
    heads: [...common.before, ...columns.map(({ head, width, words }) => ({ head, width, ...(words ? { words } : {}) })), ...common.after],
    ...(list.kind === 'VENDOR' ? { more: (opened: Opened) => [deliveriesSheet(services, viewer, opened, baseUrl)] } : {}),
    asOf,
    state,
    ignored: [...ignored.map((one) => ({ ...one, field: named.get(one.field) ?? one.field })), ...asked.ignored],
    open,
  };
}

/** The actions of Annex IV: one row a cell, under the filters of an address. */
export async function actionDataset(services: Services, viewer: Viewer, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const { filter, ignored } = readActionFilters(query);
  const { asOf, state } = await stateOf(services, viewer);
  const rows = async function* (actions: Awaited<ReturnType<typeof actionsOf>>): AsyncGenerator<Row> {
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
    asOf,
    state,
    ignored,
    open: async () => {
      const actions = await actionsOf(services.db, viewer, { choice: filter });
      return { total: actions.length, ids: () => [], rows: () => rows(actions) };
    },
  };
}

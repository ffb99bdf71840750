import { withDoubles } from '../records/merged.ts';
import { type RawBuilder, sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { Database } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { Viewer } from '#search/engine.ts';
import { invalidInput } from '../errors.ts';
import { pageSize } from '../records/list.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { isDate, utcToday } from '../uptake/state.ts';
import { agreementColumns, agreementsAt, type AgreementRow } from './agreement.ts';
import { insideAgreement, visibleAgreements } from './policy.ts';
import { vendorTitle } from '../procurement/policy.ts';
import { amount, unspscLevel } from './terms.ts';

/** What a list of agreements is filtered by: alternatives within a field, all fields together. */
export type AgreementFilter = {
  /** By slug. */
  holder?: readonly string[] | null;
  /** By slug. */
  vendor?: readonly string[] | null;
  /** Whether others may use it, at once or on request. */
  open?: boolean | null;
  /** Can be used on this day; its terms are then those of that day. */
  validOn?: string | null;
  /** So much or more is left below the ceiling, in units of its currency. */
  ceilingLeft?: number | null;
  currency?: string | null;
  /** At or below this level. */
  unspsc?: string | null;
  /** Words of its number, title, scope, holder or vendor. */
  text?: string | null;
};
/** The orders a list can be in, each by a text that is compared letter by letter. */
export const agreementOrders = {
  ENDS: (today: string) => sql`CASE WHEN t.ends_on < ${today}::date THEN '1' ELSE '0' END || t.ends_on::text`,
  TITLE: () => sql`lower(t.title)`,
  HOLDER: () => sql`lower(coalesce(o.content->>'shortName', o.title)) || ' ' || lower(t.title)`,
  VENDOR: () => sql`lower(v.sort_title) || ' ' || lower(t.title)`,
} satisfies Record<string, (today: string) => RawBuilder<unknown>>;
export type AgreementOrder = keyof typeof agreementOrders;
type Counted = { value: string; label: string; count: number };
export type AgreementList = {
  rows: (AgreementRow & { cursor: string })[];
  hasNextPage: boolean;
  totalCount: number;
  facets: { field: string; values: Counted[] }[];
};

/** Words that are looked for at once, and values of one field. */
const WORDS_MAX = 10;
const VALUES_MAX = 200;
const VALUES_SHOWN = 250;

/** What is wrong with a filter. */
function filterFaults({ holder, vendor, validOn, ceilingLeft, unspsc, text }: AgreementFilter): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [name, values] of Object.entries({ holder, vendor }))
    if ((values?.length ?? 0) > VALUES_MAX) faults.push(fault(`filter.${name}`, 'VALUES', { max: VALUES_MAX, given: values?.length ?? 0 }));
  if (validOn && !isDate(validOn)) faults.push(fault('filter.validOn', 'DATE', { example: '2027-05-31' }));
  if (ceilingLeft != null && !amount.safeParse(ceilingLeft).success) faults.push(fault('filter.ceilingLeft', 'AMOUNT'));
  if (unspsc && unspscLevel(unspsc) === null) faults.push(fault('filter.unspsc', 'UNSPSC'));
  if ((text?.length ?? 0) > 200) faults.push(fault('filter.text', 'QUERY', { max: 200, given: text?.length ?? 0 }));
  return faults;
}

/** @throws GraphQLError BAD_USER_INPUT for a filter that cannot be */
export function checkAgreementFilter(filter: AgreementFilter): void {
  const faults = filterFaults(filter);
  if (faults.length > 0) throw invalidInput(faults);
}

const likeOf = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
/** A filter without holder and vendor, as a condition on the joined rows of `agreementsAt`. All of it must hold of one agreement. */
export function agreementCondition(viewer: Viewer, { open, validOn, ceilingLeft, currency, unspsc, text }: AgreementFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [visibleAgreements(viewer)];
  if (open != null) parts.push(open ? sql`t.use IN ('ON_REQUEST', 'OPEN')` : sql`t.use NOT IN ('ON_REQUEST', 'OPEN')`);
  if (validOn) parts.push(sql`t.starts_on <= ${validOn}::date AND t.ends_on >= ${validOn}::date`);
  // What nobody said is not enough; and who does not see what was drawn cannot find it out by asking.
  if (ceilingLeft != null) parts.push(sql`${insideAgreement(viewer)} AND t.ceiling - d.drawn >= ${ceilingLeft}`);
  if (currency) parts.push(sql`t.currency = ${currency.trim().toUpperCase()}`);
  const level = unspsc ? unspscLevel(unspsc) : null;
  if (level) parts.push(sql`EXISTS (SELECT FROM unnest(t.unspsc) code WHERE starts_with(code, ${level}))`);
  for (const word of (text ?? '').split(/\s+/).filter(Boolean).slice(0, WORDS_MAX))
    parts.push(
      sql`(t.number || ' ' || t.title || ' ' || t.scope || ' ' || coalesce(o.content->>'shortName', '') || ' ' || o.title || ' ' || ${vendorTitle(viewer)}) ILIKE ${likeOf(word)}`,
    );
  return sql.join(parts, sql` AND `);
}

const encode = (order: string, key: string, id: string) => Buffer.from(JSON.stringify([`agreements:${order}`, key, id])).toString('base64url');
function decode(text: string, order: AgreementOrder): { key: string; id: string } | FieldFault {
  try {
    const [from, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof from === 'string' && typeof key === 'string' && typeof id === 'string' && isUuid(id) && !key.includes('\0'))
      return from === `agreements:${order}` ? { key, id } : fault('after', 'CURSOR_OTHER');
  } catch {
    // falls through to the message below
  }
  return fault('after', 'CURSOR');
}

export type AgreementsAsked = { filter?: AgreementFilter | null; orderBy?: AgreementOrder | null; first?: number | null; after?: string | null };

/**
 * A page of agreements with its total and how many there are of each holder and vendor, in one statement. The counts of a field
 * leave out its own choice.
 * @throws GraphQLError BAD_USER_INPUT for a filter, page size or cursor that cannot be
 */
export async function listAgreements(
  reader: Reader,
  viewer: Viewer,
  { filter, orderBy, first, after }: AgreementsAsked,
  today = utcToday(),
): Promise<AgreementList> {
  const asked = filter ?? {};
  const faults = filterFaults(asked);
  const size = pageSize(first, faults);
  const order = orderBy ?? 'ENDS';
  const from = after ? decode(after, order) : null;
  if (from && 'code' in from) faults.push(from);
  if (faults.length > 0) throw invalidInput(faults);
  const at = asked.validOn || today;
  const key = agreementOrders[order](today);
  const among = (column: string, values: readonly string[] | null | undefined) =>
    values && values.length > 0 ? sql`${sql.ref(column)} = ANY (${[...values]}::text[])` : sql`true`;
  const [holder, vendor] = [among('holder', asked.holder), among('vendor', asked.vendor)];
  const seek = from && 'key' in from ? sql`AND (key COLLATE "C", id) > (${from.key}, ${from.id}::uuid)` : sql``;
  const counts = (value: string, label: string, others: RawBuilder<unknown>) =>
    sql`(SELECT coalesce(json_agg(c), '[]') FROM (SELECT ${sql.ref(value)} AS value, min(${sql.ref(label)}) AS label, count(*)::int AS count FROM seen WHERE ${others} GROUP BY 1 ORDER BY 3 DESC, 2 LIMIT ${VALUES_SHOWN}) c)`;
  type Found = { rows: (AgreementRow & { key: string })[]; total: number; holders: Counted[]; vendors: Counted[] };
  const [found] = await rowsOf(
    reader,
    sql<Found>`
      WITH seen AS MATERIALIZED (
        SELECT a.id, o.slug AS holder, coalesce(o.content->>'shortName', o.title) AS holder_name, v.slug AS vendor, ${vendorTitle(viewer)} AS vendor_title, ${key} AS key
        FROM ${agreementsAt(at)} WHERE ${agreementCondition(viewer, asked)}),
      page AS MATERIALIZED (SELECT id, key FROM seen WHERE ${holder} AND ${vendor} ${seek} ORDER BY key COLLATE "C", id LIMIT ${size + 1})
      SELECT (SELECT count(*)::int FROM seen WHERE ${holder} AND ${vendor}) AS total,
        ${counts('holder', 'holderName', vendor)} AS holders, ${counts('vendor', 'vendorTitle', holder)} AS vendors,
        (SELECT coalesce(json_agg(x ORDER BY x.key COLLATE "C", x.id), '[]') FROM (SELECT ${agreementColumns(viewer, at)}, page.key FROM page JOIN ${agreementsAt(at)} ON a.id = page.id) x) AS rows`,
  );
  const { rows, total, holders, vendors } = found as Found;
  return {
    rows: rows.slice(0, size).map(({ key: own, ...row }) => ({ ...row, cursor: encode(order, own, row.id) })),
    hasNextPage: rows.length > size,
    totalCount: total,
    facets: [
      { field: 'holder', values: holders },
      { field: 'vendor', values: vendors },
    ],
  };
}

/** Holder and vendor of a filter, as a condition on the joined rows of `agreementsAt`. */
export const chosenOf = ({ holder, vendor }: AgreementFilter) => {
  const among = (column: string, values: readonly string[] | null | undefined) =>
    values && values.length > 0 ? sql`${sql.ref(column)} = ANY (${[...values]}::text[])` : sql`true`;
  return sql`${among('o.slug', holder)} AND ${among('v.slug', vendor)}`;
};
/** So many agreements are read at a time for a file. */
const PAGE = 200;

/**
 * All agreements of a filter, in an order, with their terms as of the day that it asks for: for files. Which they are is read at
 * once, so that the order holds while others write.
 */
export async function allAgreements(
  db: Database,
  viewer: Viewer,
  filter: AgreementFilter,
  orderBy: AgreementOrder,
  today = utcToday(),
): Promise<{ total: number; rows: () => AsyncGenerator<AgreementRow> }> {
  const faults = filterFaults(filter);
  if (faults.length > 0) throw invalidInput(faults);
  const at = filter.validOn || today;
  const { rows: found } = await sql<{ id: string }>`
    SELECT a.id FROM ${agreementsAt(at)} WHERE ${agreementCondition(viewer, filter)} AND ${chosenOf(filter)} ORDER BY ${agreementOrders[orderBy](today)} COLLATE "C", a.id`.execute(
    db,
  );
  const ids = found.map(({ id }) => id);
  return {
    total: ids.length,
    rows: async function* () {
      for (let from = 0; from < ids.length; from += PAGE) {
        const page = ids.slice(from, from + PAGE);
        const { rows } = await sql<AgreementRow>`
          SELECT ${agreementColumns(viewer, at)} FROM ${agreementsAt(at)} WHERE a.id = ANY (${page}::uuid[]) AND ${visibleAgreements(viewer)}`.execute(db);
        const byId = new Map(rows.map((row) => [row.id, row]));
        for (const id of page) {
          const row = byId.get(id);
          if (row) yield row;
        }
      }
    },
  };
}

/** Agreements with vendors, those that can be used today and end last first; at most `most` of each. */
export async function agreementsOfVendors(
  reader: Reader,
  viewer: Viewer,
  vendorIds: readonly string[],
  most: number,
  today = utcToday(),
): Promise<AgreementRow[][]> {
  const rows = await rowsOf(
    reader,
    sql<AgreementRow & { place: number }>`
      SELECT * FROM (
        SELECT ${agreementColumns(viewer, today)}, row_number() OVER (PARTITION BY v.id ORDER BY t.ends_on DESC, a.id) AS place
        FROM ${agreementsAt(today)} WHERE a.vendor_id = ANY (${withDoubles(vendorIds)}) AND ${visibleAgreements(viewer)}) ranked
      WHERE place <= ${most} ORDER BY "vendorId", place`,
  );
  const by = Map.groupBy(rows, ({ vendorId }) => vendorId);
  return vendorIds.map((id) => by.get(id) ?? []);
}

import { type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '#search/engine.ts';
import { type AgreementFilter, agreementCondition, checkAgreementFilter, chosenOf } from '../agreements/list.ts';
import { agreementsAt } from '../agreements/agreement.ts';
import type { Context } from '../context.ts';
import { anyone } from '#search/engine.ts';
import type { Facets } from '../records/facets.ts';
import { type Chosen, filterCondition, type ListAnswer, listRecords, type OwnOrder } from '../records/list.ts';
import { seesBeyondPublic, visibleRecords } from '../records/policy.ts';
import { utcToday } from '../uptake/state.ts';
import { engagementsSeen, isEngagement, latestOf, valuesOf, type WorkCondition, workConditions, type WorkField, type WorkFilter, workFields } from './work.ts';

/** The orders of the roster beside those of every list. What is compared is what everybody sees. */
export const rosterOrders = {
  WORK: {
    name: 'WORK',
    expression: sql`(SELECT count(DISTINCT l.from_id)::int FROM ${engagementsSeen(anyone)} WHERE l.to_id = r.id AND ${isEngagement})`,
    type: 'integer',
    descending: true,
    key: /^\d{1,9}$/,
  },
  LATEST: {
    name: 'LATEST',
    expression: sql`coalesce((SELECT max(${latestOf}) FROM ${engagementsSeen(anyone)} WHERE l.to_id = r.id AND ${isEngagement}), '')`,
    type: 'text',
    descending: true,
    key: /^[\d-]{0,10}$/,
  },
} as const satisfies Record<string, OwnOrder>;
export type RosterOrder = keyof typeof rosterOrders | 'TITLE' | 'SOURCE' | 'UPDATED';

export type RosterFilter = { work?: WorkFilter | null; agreement?: AgreementFilter | null; name?: string | null };

const NAME_MAX = 200;
/** So alike a word of the name must be to what was typed (pg_trgm). */
const ALIKE = 0.55;
/** By title, former name, alias or number of a register, as far as everybody may know these; typing mistakes are forgiven. */
const isNamed = (name: string): RawBuilder<unknown> => {
  const text = name.trim().slice(0, NAME_MAX);
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const names = sql`(r.title || ' ' || r.keywords)`;
  return sql`(public.unaccent(${names}) ILIKE public.unaccent(${like}) OR word_similarity(lower(public.unaccent(${text})), lower(public.unaccent(${names}))) >= ${ALIKE})`;
};

/**
 * What is asked of vendors beside their own filters, as a condition on `record r`; null where nothing is. All that is asked of work
 * holds of one engagement, all that is asked of agreements of one agreement.
 */
export function rosterCondition(facets: Facets, viewer: Viewer, { work, agreement, name }: RosterFilter) {
  const asked = workConditions(facets, viewer, work ?? {});
  const others: RawBuilder<unknown>[] = [];
  if (name?.trim()) others.push(isNamed(name));
  const wanted = agreement && Object.values(agreement).some((value) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0));
  if (wanted) {
    checkAgreementFilter(agreement);
    others.push(
      sql`EXISTS (SELECT FROM ${agreementsAt(agreement.validOn || utcToday())} WHERE v.id = r.id AND ${agreementCondition(viewer, agreement)} AND ${chosenOf(agreement)})`,
    );
  }
  const ofWork =
    asked.conditions.length === 0
      ? []
      : [
          sql`EXISTS (SELECT FROM ${engagementsSeen(viewer)} WHERE l.to_id = r.id AND ${isEngagement} AND ${sql.join(
            asked.conditions.map(({ holds }) => holds),
            sql` AND `,
          )})`,
        ];
  const parts = [...others, ...ofWork];
  return {
    ...asked,
    /** Without what is asked of work. */
    others: others.length > 0 ? sql.join(others, sql` AND `) : sql`true`,
    among: parts.length > 0 ? sql.join(parts, sql` AND `) : null,
  };
}

type Counted = { value: string; label: string; count: number };
/** Values of a field that are counted; no reader looks through more. */
const VALUES_MAX = 250;
const byLabel = new Intl.Collator('en', { numeric: true });

/** How many vendors have an engagement with each value, under all other choices: those of the same field are left out of its counts. */
async function countWork(
  { reads, viewer, services: { facets } }: Context,
  vendors: RawBuilder<unknown>,
  conditions: readonly WorkCondition[],
  chosen: Record<string, string[]>,
): Promise<{ field: WorkField; values: Counted[] }[]> {
  const column = (field: string) => sql.ref(`ok_${field.toLowerCase()}`);
  const others = (field: WorkField) => {
    const rest = conditions.filter((one) => one.field !== field).map((one) => column(one.field));
    return rest.length > 0 ? sql.join(rest, sql` AND `) : sql`true`;
  };
  const rows = await reads.rows(sql<{ field: WorkField; value: string; count: number }>`
    WITH engaged AS MATERIALIZED (
      SELECT l.to_id AS vendor, ${sql.join([
        ...workFields.map((field) => sql`${valuesOf(field)} AS ${sql.ref(`is_${field.toLowerCase()}`)}`),
        ...conditions.map(({ field, holds }) => sql`${holds} AS ${column(field)}`),
      ])}
      FROM ${engagementsSeen(viewer)} JOIN record r ON r.id = l.to_id AND r.kind = 'VENDOR' AND ${visibleRecords(viewer)} WHERE ${isEngagement} AND ${vendors})
    ${sql.join(
      workFields.map(
        (
          field,
        ) => sql`(SELECT ${field}::text AS field, value, count(DISTINCT vendor)::int AS count FROM engaged CROSS JOIN unnest(${sql.ref(`is_${field.toLowerCase()}`)}) value
          WHERE ${others(field)} AND value IS NOT NULL GROUP BY value ORDER BY 3 DESC, 2 LIMIT ${VALUES_MAX})`,
      ),
      sql` UNION ALL `,
    )}`);
  const facetOf: Record<string, string> = { client: 'organization' };
  const labelOf = (field: string, value: string) => (facetOf[field] ? (facets.look(facetOf[field] as string, value)?.label ?? value) : value);
  return workFields.map((field) => {
    const values = rows.filter((row) => row.field === field).map(({ value, count }) => ({ value, label: labelOf(field, value), count }));
    // What is chosen keeps its place where it leaves nothing.
    const gone = (chosen[field] ?? []).filter((value) => !values.some((one) => one.value.toLowerCase() === value.toLowerCase()));
    return {
      field,
      values: [
        ...values.toSorted((a, b) => b.count - a.count || byLabel.compare(a.label, b.label)),
        ...gone.map((value) => ({ value, label: labelOf(field, value), count: 0 })),
      ],
    };
  });
}

export type RosterAsked = RosterFilter & {
  /** The vendors' own filters: facet to values. */
  filter: Record<string, string[]>;
  orderBy: RosterOrder;
  since?: string | null;
  first?: number | null;
  after?: string | null;
  wants: { rows: boolean; total: boolean; facets: string[] };
};
/** `work` counts the values of the engagements, where they are asked for. */
export type RosterAnswer = ListAnswer & { work: () => Promise<{ field: string; values: Counted[] }[]> };

/**
 * A page of the roster: vendors by what they are, by their work and by agreements with them, with the counts of all filters. The
 * counts of the work are read with what else the rows ask for.
 * @throws GraphQLError BAD_USER_INPUT for a filter, page size or cursor that cannot be
 */
export async function listRoster(context: Context, asked: RosterAsked): Promise<RosterAnswer> {
  const { reads, viewer, services } = context;
  const { facets } = services;
  const waiting = facets.ready();
  if (waiting) await waiting;
  const { conditions, chosen, ignored, others, among } = rosterCondition(facets, viewer, asked);
  const own = asked.orderBy === 'WORK' || asked.orderBy === 'LATEST' ? rosterOrders[asked.orderBy] : null;
  const known: Chosen = new Map(
    Object.entries(asked.filter).flatMap(([facet, values]) => {
      const keys = values.flatMap((value) => {
        const entry = facets.look(facet, value);
        return entry ? [`${facet}:${entry.value}`] : [];
      });
      return keys.length > 0 ? [[facet, keys] as const] : [];
    }),
  );
  const answer = await listRecords({ db: reads, facets }, viewer, {
    kind: 'VENDOR',
    filter: asked.filter,
    orderBy: own ? 'SOURCE' : (asked.orderBy as 'SOURCE'),
    own,
    since: asked.since ?? null,
    among,
    first: asked.first ?? null,
    after: asked.after ?? null,
    wants: asked.wants,
  });
  const count = () => countWork(context, sql`${others} AND ${filterCondition(known)}`, conditions, chosen);
  // What everybody sees follows from the records alone, where nothing is asked of agreements.
  const { work, agreement, name, filter, since } = asked;
  const forAll = !seesBeyondPublic(viewer) && !agreement && !since;
  return {
    ...answer,
    ignored: [...ignored, ...answer.ignored],
    work: () =>
      forAll ? keptCounts(facets, JSON.stringify([facets.public.version, chosen, work?.unSystem, work?.wentIntoUse, name, filter]), count) : count(),
  };
}

type Counts = Awaited<ReturnType<typeof countWork>>;
/** So many questions have their counts kept; one has some 20 kB. */
const KEPT = 200;
const kept = new WeakMap<Facets, LRUCache<string, Counts>>();
/** Counts that are the same for everybody until a record changes: a library of any size is read for them once. */
async function keptCounts(facets: Facets, name: string, count: () => Promise<Counts>): Promise<Counts> {
  const all = kept.get(facets) ?? new LRUCache<string, Counts>({ max: KEPT });
  kept.set(facets, all);
  const found = all.get(name);
  if (found) return found;
  const counted = await count();
  all.set(name, counted);
  return counted;
}

import { type RawBuilder, sql } from 'kysely';
import { visibleContent } from '#prisma/content/audience.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';

/**
 * Which live records a viewer sees, as a condition on table `record` under the given alias.
 * Every list, page, link, count, search result and export goes through it. Entries of other catalogues are among them only for
 * who asks for these: this is the one place that leaves them out; of the index it is `visibility` (search/restriction.ts).
 */
export function visibleRecords(viewer: Viewer, alias = 'r'): RawBuilder<boolean> {
  const live = sql<boolean>`${sql.ref(alias)}.archived_at IS NULL${viewer.foreign ? sql`` : sql` AND ${sql.ref(alias)}.kind <> 'FOREIGN_RECORD'`}`;
  return viewer.all ? live : sql<boolean>`${live} AND ${shownRecords(viewer, alias)}`;
}

/** The viewer of what has a kind: who names the kind of foreign records asks for them. */
export const asking = (viewer: Viewer, kinds: readonly RecordKind[]): Viewer => (kinds.includes('FOREIGN_RECORD') ? withForeign(viewer) : viewer);
/** The viewer of what was named one by one, or was asked for with what other catalogues say. */
export const withForeign = (viewer: Viewer): Viewer => (viewer.foreign ? viewer : { ...viewer, foreign: true });

/** Whether a viewer may see more than everybody does. */
export const seesBeyondPublic = (viewer: Viewer): boolean => viewer.all === true || viewer.unSystem;

/** Which live records a viewer sees beside what everybody sees: few, and found by an index of their own. */
export const visibleBeyondPublic = (viewer: Viewer, alias = 'r'): RawBuilder<boolean> =>
  seesBeyondPublic(viewer) ? sql<boolean>`${sql.ref(alias)}.audience <> 'PUBLIC' AND ${visibleRecords(viewer, alias)}` : sql<boolean>`false`;

/** Which records a viewer sees by their audience, archived ones too: for the history, whose addresses stay good. `visibility` (search/restriction.ts) says the same of the index. */
export function shownRecords(viewer: Viewer, alias = 'r'): RawBuilder<boolean> {
  const table = sql.ref(alias);
  if (viewer.all) return sql<boolean>`true`;
  if (!viewer.unSystem) return sql<boolean>`${table}.audience = 'PUBLIC'`;
  return sql<boolean>`(${table}.audience IN ('PUBLIC', 'UN_SYSTEM') OR ${ownedBy(viewer, alias)})`;
}

/**
 * The same as `shownRecords` for each of many people in one statement: whether the audience of a record holds the person of a row,
 * with the roles that they have now.
 * @param person the alias of table `person`
 * @param only a column with an organization: where it has one, only the roles there count
 */
export const shownToPerson = (person: string, alias = 'r', only?: string): RawBuilder<boolean> => {
  const [id, table] = [sql.ref(`${person}.id`), sql.ref(alias)];
  const there = only === undefined ? sql`` : sql`AND (${sql.ref(only)} IS NULL OR ms.organization_id = ${sql.ref(only)})`;
  return sql<boolean>`(${table}.audience = 'PUBLIC' OR (${table}.audience = 'UN_SYSTEM' AND EXISTS (SELECT FROM membership ms WHERE ms.person_id = ${id} ${there}))
    OR EXISTS (SELECT FROM membership ms JOIN record_owner own ON own.organization_id = ms.organization_id WHERE ms.person_id = ${id} AND own.record_id = ${table}.id ${there}))`;
};

/** Whether a record is of an organization of the viewer, as a condition on table `record`. */
export const ownedBy = ({ organizationIds }: Pick<Viewer, 'organizationIds'>, alias = 'r'): RawBuilder<boolean> =>
  organizationIds.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`EXISTS (SELECT FROM record_owner own WHERE own.record_id = ${sql.ref(alias)}.id AND own.organization_id = ANY (${organizationIds}::uuid[]))`;

/** Whether a viewer sees what has an audience (an SQL text), in a live record of today's owners, as a condition on table `record`. */
export const shownAs = (viewer: Viewer, audience: RawBuilder<unknown>, alias = 'r'): RawBuilder<boolean> =>
  viewer.all
    ? sql<boolean>`true`
    : sql<boolean>`CASE ${audience} WHEN 'PUBLIC' THEN true WHEN 'UN_SYSTEM' THEN ${viewer.unSystem} ELSE ${viewer.unSystem ? ownedBy(viewer, alias) : sql`false`} END`;

/**
 * Whether a viewer sees what has an audience.
 * @param owned whether the record is of an organization of the viewer: `ownedBy` or `isAmong` of a live one, `isNamed` of one that is proposed
 */
export const seesAudience =
  (viewer: Viewer, owned: boolean) =>
  (audience: Audience): boolean =>
    viewer.all === true || audience === 'PUBLIC' || (viewer.unSystem && (audience === 'UN_SYSTEM' || owned));

/** Whether one of the owners (ids) of a live record is an organization of the viewer. */
export const isAmong = (viewer: Viewer, owners: readonly (string | null)[]): boolean =>
  owners.some((owner) => owner !== null && viewer.organizationIds.includes(owner));

/** Whether a content that is no record yet names an organization of the viewer among its owners. */
export const isNamed = (viewer: Viewer, owners: readonly string[]): boolean => owners.some((owner) => (viewer.organizationNames ?? []).includes(owner));

const partial = new WeakSet<object>();
/** Whether sections were left out of a content: then it is not what was published, and has a hash of its own. */
export const isPartial = (content: object): boolean => partial.has(content);

/**
 * What a viewer sees of a record's content: without the sections that are for others. Every content that leaves the
 * library, by whatever route, goes through it.
 * @param owned whether the live record is of an organization of the viewer (`ownedBy`)
 */
export const redact = <C extends Record<string, unknown>>(kind: RecordKind, content: C, viewer: Viewer, owned: boolean): C => {
  const visible = visibleContent(kind, content, seesAudience(viewer, owned));
  if (visible !== content) partial.add(visible);
  return visible;
};

import { type RawBuilder, sql } from 'kysely';
import { ownersOf, visibleContent } from '#prisma/content/audience.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';

/**
 * Which live records a viewer sees, as a condition on table `record` under the given alias.
 * Every list, page, link, count, search result and export goes through it.
 */
export function visibleRecords(viewer: Viewer, alias = 'r'): RawBuilder<boolean> {
  const live = sql<boolean>`${sql.ref(alias)}.archived_at IS NULL`;
  return viewer.all ? live : sql<boolean>`${live} AND ${shownRecords(viewer, alias)}`;
}

/** Whether a viewer may see more than everybody does. */
export const seesBeyondPublic = (viewer: Viewer): boolean => viewer.all === true || viewer.unSystem || viewer.organizationSlugs.length > 0;

/** Which live records a viewer sees beside what everybody sees: few, and found by an index of their own. */
export const visibleBeyondPublic = (viewer: Viewer, alias = 'r'): RawBuilder<boolean> =>
  seesBeyondPublic(viewer) ? sql<boolean>`${sql.ref(alias)}.audience <> 'PUBLIC' AND ${visibleRecords(viewer, alias)}` : sql<boolean>`false`;

/** Which records a viewer sees by their audience, archived ones too: for the history, whose addresses stay good. */
export function shownRecords(viewer: Viewer, alias = 'r'): RawBuilder<boolean> {
  const table = sql.ref(alias);
  if (viewer.all) return sql<boolean>`true`;
  if (!viewer.unSystem) return sql<boolean>`${table}.audience = 'PUBLIC'`;
  const owners = viewer.organizationSlugs.map((slug) => `owner:${slug}`);
  return sql<boolean>`(${table}.audience IN ('PUBLIC', 'UN_SYSTEM') OR ${table}.facet_keys && ${owners}::text[])`;
}

/** The owners of a record as its content names them, as a JSON array: `ownersOf` (prisma/content/audience.ts) in SQL. */
export const ownerNames = (alias = 'r'): RawBuilder<unknown> => {
  const content = sql.ref(`${alias}.content`);
  return sql`(CASE ${sql.ref(`${alias}.kind`)} WHEN 'LESSON' THEN coalesce(${content}->'organizations', '[]') WHEN 'VENDOR' THEN CASE WHEN ${content} ? 'organization' THEN jsonb_build_array(${content}->'organization') ELSE '[]' END
    ELSE coalesce(${content}->'owners', '[]') END)`;
};

/** Whether a viewer sees what has an audience (an SQL text), in a live record of today's owners, as a condition on table `record`. */
export const shownAs = (viewer: Viewer, audience: RawBuilder<unknown>, alias = 'r'): RawBuilder<boolean> =>
  viewer.all
    ? sql<boolean>`true`
    : sql<boolean>`CASE ${audience} WHEN 'PUBLIC' THEN true WHEN 'UN_SYSTEM' THEN ${viewer.unSystem} ELSE ${ownerNames(alias)} ?| ${[...viewer.organizationSlugs, ...(viewer.organizationNames ?? [])]}::text[] END`;

/** Whether a viewer sees what has an audience, in a record of the given owners (short names or slugs). */
export const seesAudience =
  (viewer: Viewer, owners: readonly string[]) =>
  (audience: Audience): boolean =>
    viewer.all === true ||
    audience === 'PUBLIC' ||
    (audience === 'UN_SYSTEM'
      ? viewer.unSystem
      : owners.some((owner) => viewer.organizationSlugs.includes(owner) || (viewer.organizationNames ?? []).includes(owner)));

const partial = new WeakSet<object>();
/** Whether sections were left out of a content: then it is not what was published, and has a hash of its own. */
export const isPartial = (content: object): boolean => partial.has(content);

/**
 * What a viewer sees of a record's content: without the sections that are for others. Every content that leaves the
 * library, by whatever route, goes through it.
 * @param owners of the live record, where the content is an older or a proposed version
 */
export const redact = <C extends Record<string, unknown>>(
  kind: RecordKind,
  content: C,
  viewer: Viewer,
  owners: readonly string[] = ownersOf(kind, content),
): C => {
  const visible = visibleContent(kind, content, seesAudience(viewer, owners));
  if (visible !== content) partial.add(visible);
  return visible;
};

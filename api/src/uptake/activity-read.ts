import { sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { withDay } from './day.ts';
import type { UptakeAccess } from './policy.ts';
import { utcToday } from './state.ts';

export const activityAudiences = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'] as const;

export type ActivityAction = {
  actionId: string;
  report: string;
  symbol: string;
  recommendationNumber: number | null;
  recommendationSlug: string;
  title: string;
};
/** An activity in the version that a viewer sees. */
export type Activity = {
  id: string;
  versionId: string;
  sequence: number;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  title: string;
  lead: string | null;
  startsOn: string | null;
  endsOn: string | null;
  indicator: string | null;
  result: string | null;
  /** The address of a file is where it is read here. */
  evidence: { label: string | null; address: string; file?: string }[];
  audience: (typeof activityAudiences)[number];
  withdrawn: string | null;
  enteredOn: string;
  /** Moments in UTC, to the microsecond. */
  enteredAt: string;
  confirmedAt: string | null;
  demo: boolean;
  enteredBy: string;
  enteredByName: string | null;
  enteredAs: string;
  confirmedOn: string | null;
  confirmedByName: string | null;
  actions: ActivityAction[];
};
export type ActivityFilter = {
  ids?: readonly string[];
  /** Those that serve one of these actions. */
  actionIds?: readonly string[];
  /** Source key or slug: those that serve an action of it. */
  report?: string | null;
  /** Number or slug. */
  recommendation?: string | null;
  /** Slugs. */
  organizations?: readonly string[];
  /** Only those of which a second person has not confirmed the last version, and that this person did not enter. */
  toConfirmBy?: string;
  /** What was known on this day; today unless given. */
  known?: string | null;
  /** Only what a second person confirmed, as for the public. */
  confirmedOnly?: boolean;
  /** Also those that were withdrawn. */
  withdrawn?: boolean;
  /** Every version instead of the last. */
  versions?: boolean;
  /** Every version that was entered or confirmed after this moment (ISO 8601), and up to the other; none of an activity whose last version is not for this viewer. */
  changedSince?: string;
  changedUntil?: string | null;
  /** Also those of the demonstration. */
  demo?: boolean;
  /** Those that name this file, by its hash. */
  file?: string;
  limit?: number;
};

/** At most so many in one answer. */
export const ACTIVITIES_MAX = 500;

/**
 * Activities, each once however many actions it serves, last changed first. The public sees the last version that two people
 * stand by, the UN system the last one; a version that is not for a viewer hides those before it. One SQL statement.
 */
export async function readActivities(reader: Reader, viewer: Viewer, access: UptakeAccess, filter: ActivityFilter): Promise<Activity[]> {
  const known = sql`d.day`;
  const confirmed = !access.unconfirmed || filter.confirmedOnly;
  const seenBy = (version: string) =>
    sql`(${sql.ref(`${version}.audience`)} = 'PUBLIC' ${access.unSystem ? sql`OR ${sql.ref(`${version}.audience`)} = 'UN_SYSTEM'` : sql``} ${access.all ? sql`OR true` : sql`OR o.slug = ANY (${access.organizationSlugs}::text[])`})`;
  const later = sql`SELECT FROM uptake_activity n ${confirmed ? sql`JOIN uptake_activity_confirmation m ON m.version_id = n.id AND m.confirmed_on <= ${known}` : sql``} WHERE n.activity_id = v.activity_id AND n.sequence > v.sequence AND n.entered_on <= ${known}`;
  const within = (column: string) =>
    sql`(${sql.ref(column)} > ${filter.changedSince}::timestamptz ${filter.changedUntil ? sql`AND ${sql.ref(column)} <= ${filter.changedUntil}::timestamptz` : sql``})`;
  const serves = (condition: ReturnType<typeof sql>) =>
    sql`AND EXISTS (SELECT FROM uptake_activity_action x JOIN action a ON a.id = x.action_id JOIN record r ON r.id = a.recommendation_id JOIN record s ON s.id = a.report_id WHERE x.version_id = v.id AND ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 's')} AND ${condition})`;
  const rows = await rowsOf(
    reader,
    sql<Activity>`
    SELECT v.activity_id AS id, v.id AS "versionId", v.sequence, o.id AS "organizationId", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", v.title, v.lead, v.starts_on::text AS "startsOn", v.ends_on::text AS "endsOn",
      v.indicator, v.result, v.audience, v.demo, ${moment('v.entered_at')} AS "enteredAt", ${moment('k.confirmed_at')} AS "confirmedAt",
      (SELECT coalesce(jsonb_agg(CASE WHEN e.item ? 'file' THEN e.item || jsonb_build_object('address', '/files/' || (e.item->>'file')) ELSE e.item END ORDER BY e.at), '[]') FROM jsonb_array_elements(v.evidence) WITH ORDINALITY e (item, at)) AS evidence, v.withdrawn, v.entered_on::text AS "enteredOn", v.entered_by AS "enteredBy", p.name AS "enteredByName", v.entered_as AS "enteredAs", k.confirmed_on::text AS "confirmedOn", q.name AS "confirmedByName",
      (SELECT coalesce(json_agg(json_build_object('actionId', a.id, 'report', s.source_key, 'symbol', coalesce(s.content->>'symbol', s.title), 'recommendationNumber', (r.content->>'number')::int, 'recommendationSlug', r.slug, 'title', r.content->>'title') ORDER BY s.position, r.position, a.id), '[]')
        FROM uptake_activity_action x JOIN action a ON a.id = x.action_id JOIN record r ON r.id = a.recommendation_id JOIN record s ON s.id = a.report_id WHERE x.version_id = v.id AND ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 's')}) AS actions
    FROM uptake_activity v JOIN record o ON o.id = v.organization_id ${withDay('o.id', sql`${filter.known ?? utcToday()}::date`)}
    LEFT JOIN uptake_activity_confirmation k ON k.version_id = v.id AND k.confirmed_on <= ${known}
    LEFT JOIN person p ON p.id::text = v.entered_by AND p.erased_at IS NULL
    LEFT JOIN person q ON q.id::text = k.confirmed_by AND q.erased_at IS NULL
    WHERE ${visibleRecords(viewer, 'o')} AND ${seenBy('v')} AND v.entered_on <= ${known} ${confirmed ? sql`AND k.version_id IS NOT NULL` : sql``}
      ${filter.demo ? sql`` : sql`AND NOT v.demo`}
      ${filter.changedSince ? sql`AND NOT EXISTS (${later} AND NOT ${seenBy('n')}) AND (${within('k.confirmed_at')} ${confirmed ? sql`` : sql`OR ${within('v.entered_at')}`})` : filter.versions ? sql`` : sql`AND NOT EXISTS (${later})`}
      ${filter.withdrawn || filter.changedSince ? sql`` : sql`AND v.withdrawn IS NULL`}
      ${filter.file ? sql`AND v.evidence @> ${JSON.stringify([{ file: filter.file }])}::jsonb` : sql``}
      ${filter.ids ? sql`AND v.activity_id = ANY (${filter.ids as string[]}::uuid[])` : sql``}
      ${filter.organizations ? sql`AND o.slug = ANY (${filter.organizations as string[]}::text[])` : sql``}
      ${filter.toConfirmBy ? sql`AND k.version_id IS NULL AND v.entered_by <> ${filter.toConfirmBy}` : sql``}
      ${filter.actionIds ? serves(sql`a.id = ANY (${filter.actionIds as string[]}::uuid[])`) : sql``}
      ${filter.report ? serves(sql`(s.source_key = ${filter.report} OR s.slug = ${filter.report})`) : sql``}
      ${filter.recommendation ? serves(sql`(r.content->>'number' = ${filter.recommendation} OR r.slug = ${filter.recommendation}) ${filter.report ? sql`AND (s.source_key = ${filter.report} OR s.slug = ${filter.report})` : sql``}`) : sql``}
    ORDER BY v.sequence DESC LIMIT ${filter.limit ?? ACTIVITIES_MAX}`,
  );
  return rows.map((row) => (access.unSystem ? row : { ...row, enteredBy: '', enteredByName: null, confirmedByName: null }));
}

const moment = (column: string) => sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

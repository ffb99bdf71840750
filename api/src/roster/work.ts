import { type RawBuilder, sql } from 'kysely';
import { accesses, sectors, stages, uses } from '#prisma/content/project.ts';
import type { Viewer } from '#search/engine.ts';
import type { Facets } from '../records/facets.ts';
import { type Ignored, ignore, short } from '../records/list.ts';
import { seesBeyondPublic, visibleRecords } from '../records/policy.ts';

// What vendors are looked for by is their work: engagements in projects. All that is asked of work must hold of one and the same
// engagement, never of the platform of one and the region of another.

/** What is asked of an engagement, and under what its project is found by it; `role` and `workPlatform` are the engagement's own. */
const workFacets = {
  stage: 'stage',
  workPlatform: 'platform',
  workAccess: 'access',
  role: null,
  use: 'use',
  sector: 'sector',
  goal: 'goal',
  client: 'organization',
  workRegion: 'region',
  workCountry: 'country',
} as const;
export type WorkField = keyof typeof workFacets;
export const workFields = Object.keys(workFacets) as WorkField[];
export type WorkFilter = Partial<Record<WorkField, readonly (string | number)[] | null>> & {
  /** For an organization of the United Nations system. */
  unSystem?: boolean | null;
  /** The project was in use or scaled at some time, whatever became of it. */
  wentIntoUse?: boolean | null;
};
/** Fields of which the values are a closed set: what is none of them is left out before it gets here. */
export const closedFields = { stage: stages, workAccess: accesses, use: uses, sector: sectors } as const;

/** Engagements `l` with their projects `p`, as far as the viewer sees these. */
export const engagementsSeen = (viewer: Viewer): RawBuilder<unknown> =>
  sql`link l JOIN record p ON p.id = l.from_id AND p.kind = 'PROJECT' AND ${visibleRecords(viewer, 'p')}`;
export const isEngagement = sql`l.relation = 'ENGAGEMENT'`;

/** The platforms of an engagement: its own stack, or those of its project where none is stated. */
const platforms = sql`(CASE WHEN jsonb_typeof(l.data->'stack') = 'array' AND l.data->'stack' <> '[]' THEN ARRAY(SELECT jsonb_array_elements_text(l.data->'stack'))
  ELSE ARRAY(SELECT substr(k, 10) FROM unnest(p.facet_keys) k WHERE starts_with(k, 'platform:')) END)`;
/** The values of an engagement in a field, as an array of texts. */
export function valuesOf(field: WorkField): RawBuilder<unknown> {
  if (field === 'workPlatform') return platforms;
  if (field === 'role') return sql`ARRAY[l.data->>'role']`;
  const prefix = `${workFacets[field]}:`;
  return sql`ARRAY(SELECT substr(k, ${prefix.length + 1}::int) FROM unnest(p.facet_keys) k WHERE starts_with(k, ${prefix}))`;
}

/** One condition on an engagement. */
export type WorkCondition = { field: WorkField | 'unSystem' | 'wentIntoUse'; holds: RawBuilder<boolean> };
const ofUnSystem = sql`ARRAY(SELECT 'organization:' || o.slug FROM record o WHERE o.kind = 'ORGANIZATION' AND o.content->>'kind' IN ('PARTICIPATING', 'SYSTEM_BODY'))`;

/**
 * What is asked of work as conditions on `l` and `p`, and the values that nothing has. As in every list, what everybody cannot see is
 * for a reader like what does not exist; a member is told of no value that it is unknown, so that none can be guessed.
 */
export function workConditions(
  facets: Facets,
  viewer: Viewer,
  filter: WorkFilter,
): { conditions: WorkCondition[]; chosen: Record<string, string[]>; ignored: Ignored[] } {
  const conditions: WorkCondition[] = [];
  const chosen: Record<string, string[]> = {};
  const ignored: Ignored[] = [];
  for (const field of workFields) {
    const given = [...new Set((filter[field] ?? []).map(String))].slice(0, 200);
    if (given.length === 0) continue;
    const facet = workFacets[field];
    const known = given.flatMap((value) => {
      if (facet === null) return [value];
      const entry = facets.look(facet, value);
      if (entry && facets.public.has(entry.code)) return [entry.value];
      if (seesBeyondPublic(viewer)) return [entry?.value ?? value];
      // A stack may name a platform that no project is filed under.
      if (field === 'workPlatform') return [value];
      ignored.push(ignore(field, value, 'FILTER_VALUE', { value: short(value) }));
      return [];
    });
    if (known.length === 0) continue;
    chosen[field] = known;
    const holds =
      field === 'role'
        ? sql<boolean>`lower(l.data->>'role') = ANY (${known.map((value) => value.toLowerCase())}::text[])`
        : field === 'workPlatform'
          ? sql<boolean>`${platforms} && ${known}::text[]`
          : sql<boolean>`p.facet_keys && ${known.map((value) => `${facet}:${value}`)}::text[]`;
    conditions.push({ field, holds });
  }
  if (filter.unSystem) conditions.push({ field: 'unSystem', holds: sql<boolean>`p.facet_keys && ${ofUnSystem}` });
  if (filter.wentIntoUse) conditions.push({ field: 'wentIntoUse', holds: sql<boolean>`p.facet_keys && ARRAY['reached:IN_USE', 'reached:SCALED']` });
  return { conditions, chosen, ignored };
}

/** When an engagement was last said to go on: the last dated stage of its project, or the day to which it holds. */
export const latestOf = sql`greatest((SELECT max(substr(k, 8)) FROM unnest(p.facet_keys) k WHERE starts_with(k, 'latest:')), l.data->>'asAt')`;

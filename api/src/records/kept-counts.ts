import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { visibleBeyondPublic } from './policy.ts';

// How many records of a kind there are, and how many have each filter value: of what everybody sees the sums that triggers
// keep (facet_count), so that no record is read; of the little that only some see, counted when asked.

/** @property kept how many public records have each facet character. @property beyond the characters of the other records that the viewer sees, and their number. */
export type KeptCounts = { kept: Record<string, number>; beyond: [number, string | null] };
export const noCounts: KeptCounts = { kept: {}, beyond: [0, null] };

/** Two columns, `kept` and `beyond`, that give every count of a kind without filters. */
export const keptCounts = (kind: RecordKind, viewer: Viewer): RawBuilder<unknown> => sql`
  (SELECT coalesce(json_object_agg("character", number), '{}') FROM (
    SELECT "character", sum(change)::int AS number FROM facet_count WHERE kind = ${kind}::record_kind GROUP BY "character") each) AS kept,
  (SELECT json_build_array(count(*), string_agg(r.facets, '')) FROM record r WHERE r.kind = ${kind}::record_kind AND ${visibleBeyondPublic(viewer)}) AS beyond`;

/** One column: how many there are of a kind. */
export const keptTotal = (kind: RecordKind, viewer: Viewer): RawBuilder<unknown> => sql`(
  (SELECT coalesce(sum(change), 0) FROM facet_count WHERE kind = ${kind}::record_kind
    AND "character" = (SELECT facet_character(code) FROM facet_value WHERE facet = 'kind' AND value = ${kind}))
  + (SELECT count(*) FROM record r WHERE r.kind = ${kind}::record_kind AND ${visibleBeyondPublic(viewer)}))::int`;

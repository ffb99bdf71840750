import { type Why, why } from '#i18n/fault.ts';
import { sql } from 'kysely';
import { REPORT } from '#prisma/content/shared.ts';
import type { ActionKind as Kinds } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { Viewer } from '#search/engine.ts';
import { batch } from '../records/batch.ts';
import { unknownFilter } from '../records/filters.ts';
import type { Ignored } from '../records/list.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { type RecordRow, recordJson } from '../records/load.ts';
import { OrganizationType, RecommendationType } from '../records/types.ts';

export type ActionRow = {
  id: string;
  kind: keyof typeof Kinds;
  printed: boolean;
  note: string | null;
  position: number;
  recommendationId: string;
  organizationId: string;
  recommendationNumber: number;
  organizationName: string;
  organizationSlug: string;
  /** What it is asked for from the other end: the one whose actions they are is known. */
  recommendation?: RecordRow;
  organization?: RecordRow;
};

export const ActionKind = builder.enumType('ActionKind', {
  description: 'L: for decision by the governing body. E: for action by the executive head.',
  values: { LEGISLATIVE: {}, EXECUTIVE: {} } satisfies Record<keyof typeof Kinds, object>,
});

/** Which actions are wanted: alternatives within a field, all fields together; only the printed ones unless told otherwise. */
export type ActionChoice = {
  kind?: readonly string[] | null;
  recommendation?: readonly number[] | null;
  /** By slug or short name, in any case. */
  organization?: readonly string[] | null;
  printed?: boolean | null;
};

/** PostgreSQL refuses the character NUL in a text; what stands for it is in no name either. */
const storable = (text: string) => text.replaceAll('\0', '\uFFFD');

/** The choice as a condition on an action a with its recommendation r and its organization o. */
function chosen({ kind, recommendation, organization, printed }: ActionChoice) {
  const names = organization?.map((name) => storable(name.toLowerCase()));
  return sql`a.printed = ${printed ?? true}
    ${kind?.length ? sql`AND a.kind = ANY (${kind as string[]}::action_kind[])` : sql``}
    ${recommendation?.length ? sql`AND (r.content->>'number')::int = ANY (${recommendation as number[]}::int[])` : sql``}
    ${names?.length ? sql`AND (o.slug = ANY (${names}::text[]) OR lower(o.content->>'shortName') = ANY (${names}::text[]))` : sql``}`;
}

/**
 * The actions of recommendations or organizations, each with the record at its other end, doubtful ones too; or what is
 * chosen of the table of one report. In the order of the table: by recommendation, then by column.
 * @param by `report` is a source key; the report the library starts from where it is empty
 */
export function actionsOf(
  reader: Reader,
  viewer: Viewer,
  by: { recommendationIds: readonly string[] } | { organizationIds: readonly string[] } | { report?: string | null; choice: ActionChoice },
): Promise<ActionRow[]> {
  const [condition, otherEnd] =
    'recommendationIds' in by
      ? [sql`a.recommendation_id = ANY (${by.recommendationIds as string[]}::uuid[])`, sql`, ${recordJson('o')} AS organization`]
      : 'organizationIds' in by
        ? [sql`a.organization_id = ANY (${by.organizationIds as string[]}::uuid[])`, sql`, ${recordJson('r')} AS recommendation`]
        : [sql`a.report_id = (SELECT id FROM record WHERE kind = 'SOURCE' AND source_key = ${storable(by.report ?? REPORT)}) AND ${chosen(by.choice)}`, sql``];
  return rowsOf(
    reader,
    sql<ActionRow>`
    SELECT a.id, a.kind, a.printed, a.note, a.position, a.recommendation_id AS "recommendationId", a.organization_id AS "organizationId",
      (r.content->>'number')::int AS "recommendationNumber", o.content->>'shortName' AS "organizationName", o.slug AS "organizationSlug" ${otherEnd}
    FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
    WHERE ${condition} AND ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')}
    ORDER BY r.position, a.position, a.id`,
  );
}

/** The actions of an organization, read together for all that ask at once. */
export const actionsOfOrganization = batch(async ({ reads, viewer }, organizationIds: readonly string[]) => {
  const byOrganization = Map.groupBy(await actionsOf(reads, viewer, { organizationIds }), ({ organizationId }) => organizationId);
  return organizationIds.map((id) => byOrganization.get(id) ?? []);
});
/** The actions of a recommendation, read together for all that ask at once. */
export const actionsOfRecommendation = batch(async ({ reads, viewer }, recommendationIds: readonly string[]) => {
  const byRecommendation = Map.groupBy(await actionsOf(reads, viewer, { recommendationIds }), ({ recommendationId }) => recommendationId);
  return recommendationIds.map((id) => byRecommendation.get(id) ?? []);
});

/** Reads a choice of actions from the address of their list: `recommendation=3&organization=WFP&kind=EXECUTIVE`. */
export function readActionFilters(query: URLSearchParams): { filter: ActionChoice; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const read = (name: string, pattern: RegExp, told: Why) =>
    query.getAll(name).filter((value) => {
      if (value.trim() === '') return false;
      if (!pattern.test(value)) ignored.push({ field: name, value, ...told });
      return pattern.test(value);
    });
  const printed = read('printed', /^(true|false)$/, why('CHOICE', { values: 'true, false' })).at(-1);
  const filter: ActionChoice = {
    kind: read('kind', /^(LEGISLATIVE|EXECUTIVE)$/, why('CHOICE', { values: 'LEGISLATIVE, EXECUTIVE' })),
    recommendation: read('recommendation', /^\d{1,3}$/, why('FILTER_RECOMMENDATION')).map(Number),
    organization: read('organization', /^[^\0]{1,300}$/, why('FILTER_ORGANIZATION')),
    printed: printed === undefined ? null : printed === 'true',
  };
  for (const name of new Set(query.keys())) {
    if (!(name in filter) && !['first', 'after'].includes(name)) ignored.push(unknownFilter(name, query.getAll(name), Object.keys(filter)));
  }
  return { filter, ignored };
}

export const ActionType = builder.objectRef<ActionRow>('Action').implement({
  description: 'One cell of Annex IV: a recommendation addressed to an organization.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: ActionKind }),
    printed: t.exposeBoolean('printed', { description: 'False for a gap whose reading cannot be settled; it is not counted among the actions.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why the cell is doubtful.' }),
    recommendationNumber: t.exposeInt('recommendationNumber'),
    organizationName: t.exposeString('organizationName'),
    organizationSlug: t.exposeString('organizationSlug'),
    recommendation: t.field({
      type: RecommendationType,
      nullable: true,
      resolve: (action, _args, { records }) => action.recommendation ?? records.load(action.recommendationId),
    }),
    organization: t.field({
      type: OrganizationType,
      nullable: true,
      resolve: (action, _args, { records }) => action.organization ?? records.load(action.organizationId),
    }),
  }),
});

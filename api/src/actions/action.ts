import { sql } from 'kysely';
import { REPORT } from '#prisma/content/shared.ts';
import type { ActionKind as Kinds } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Ignored } from '../records/list.ts';
import { visibleRecords } from '../records/policy.ts';
import { OrganizationType } from '../organizations/organization.ts';
import { RecommendationType } from '../recommendations/recommendation.ts';

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
};

export const ActionKind = builder.enumType('ActionKind', {
  description: 'L: for decision by the governing body. E: for action by the executive head.',
  values: { LEGISLATIVE: {}, EXECUTIVE: {} } satisfies Record<keyof typeof Kinds, object>,
});

/** The actions of a report's table, in its order: by recommendation, then by column. */
export async function actionsOf(
  { services, viewer }: Pick<Context, 'services' | 'viewer'>,
  by: { recommendationId?: string; organizationId?: string; kind?: readonly string[]; report?: string | null },
): Promise<ActionRow[]> {
  // Of one recommendation or organization all are meant; a list without either is the table of one report.
  const report =
    by.recommendationId || by.organizationId
      ? sql``
      : sql`AND a.report_id = (SELECT id FROM record WHERE kind = 'SOURCE' AND source_key = ${by.report ?? REPORT})`;
  const { rows } = await sql<ActionRow>`
    SELECT a.id, a.kind, a.printed, a.note, a.position, a.recommendation_id AS "recommendationId", a.organization_id AS "organizationId",
      (r.content->>'number')::int AS "recommendationNumber", o.content->>'shortName' AS "organizationName", o.slug AS "organizationSlug"
    FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
    WHERE ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')}
      ${by.recommendationId ? sql`AND a.recommendation_id = ${by.recommendationId}::uuid` : sql``}
      ${by.organizationId ? sql`AND a.organization_id = ${by.organizationId}::uuid` : sql``}
      ${by.kind ? sql`AND a.kind = ANY (${by.kind as string[]}::action_kind[])` : sql``}
      ${report}
    ORDER BY r.position, a.position, a.id`.execute(services.db);
  return rows;
}

/** Which actions are wanted: alternatives within a field, all fields together; only the printed ones unless told otherwise. */
export type ActionChoice = {
  kind?: readonly string[] | null;
  recommendation?: readonly number[] | null;
  organization?: readonly string[] | null;
  printed?: boolean | null;
};

/** The actions under a choice; organizations by slug or short name. */
export function chosenActions(rows: ActionRow[], { kind, recommendation, organization, printed }: ActionChoice): ActionRow[] {
  const names = organization?.map((name) => name.toLowerCase());
  return rows.filter(
    (row) =>
      row.printed === (printed ?? true) &&
      (!kind?.length || kind.includes(row.kind)) &&
      (!recommendation?.length || recommendation.includes(row.recommendationNumber)) &&
      (!names?.length || names.includes(row.organizationSlug) || names.includes(row.organizationName.toLowerCase())),
  );
}

/** Reads a choice of actions from the address of their list: `recommendation=3&organization=WFP&kind=EXECUTIVE`. */
export function readActionFilters(query: URLSearchParams): { filter: ActionChoice; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const read = (name: string, pattern: RegExp, allowed: string) =>
    query.getAll(name).filter((value) => {
      if (value.trim() === '') return false;
      if (!pattern.test(value)) ignored.push({ field: name, value, message: `Here stands ${allowed}, not "${value.slice(0, 80)}".` });
      return pattern.test(value);
    });
  const printed = read('printed', /^(true|false)$/, 'true or false').at(-1);
  const filter: ActionChoice = {
    kind: read('kind', /^(LEGISLATIVE|EXECUTIVE)$/, 'LEGISLATIVE or EXECUTIVE'),
    recommendation: read('recommendation', /^\d{1,3}$/, 'the number of a recommendation').map(Number),
    organization: read('organization', /^[^\0]{1,300}$/, 'the short name of an organization'),
    printed: printed === undefined ? null : printed === 'true',
  };
  for (const name of new Set(query.keys())) {
    if (!(name in filter) && !['first', 'after'].includes(name))
      ignored.push({
        field: name,
        value: query.getAll(name).join(', '),
        message: `This list has no filter "${name.slice(0, 80)}"; it has ${Object.keys(filter).join(', ')}.`,
      });
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
      resolve: (action, _args, { records }) => records.load(action.recommendationId),
    }),
    organization: t.field({
      type: OrganizationType,
      nullable: true,
      resolve: (action, _args, { records }) => records.load(action.organizationId),
    }),
  }),
});

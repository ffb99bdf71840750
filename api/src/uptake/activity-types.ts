import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { isUuid } from '#prisma/uuid.ts';
import { batch, inGroups } from '../records/batch.ts';
import { AudienceEnum } from '../records/record.ts';
import { type Activity, type ActivityAction, ACTIVITIES_MAX, readActivities } from './activity-read.ts';
import { confirmActivity, saveActivity } from './activities.ts';
import { KEY } from './mutations.ts';
import { actingAs, canConfirm, canReport, uptakeAccessOf } from './policy.ts';
import { CellType, matrixOf, momentOf, type PlacedCell, placeCells } from './types.ts';
import { listReports, type Matrix } from './table.ts';

const DATE = 'A calendar date, such as 2026-11-22.';
const EvidenceOf = builder.objectRef<Activity['evidence'][number]>('UptakeActivityEvidence').implement({
  description: 'A document that shows what an activity did: its address, and what it is called.',
  fields: (t) => ({
    label: t.exposeString('label', { nullable: true }),
    address: t.exposeString('address', { description: 'Of a file, where it is read here.' }),
    file: t.string({ nullable: true, description: 'Of a file: its hash.', resolve: ({ file }) => file ?? null }),
  }),
});
const ServedType = builder.objectRef<ActivityAction>('UptakeActivityAction').implement({
  description: 'An action that an activity serves.',
  fields: (t) => ({
    actionId: t.exposeID('actionId'),
    report: t.exposeString('report', { description: 'Source key of the report.' }),
    symbol: t.exposeString('symbol'),
    recommendationNumber: t.exposeInt('recommendationNumber', { nullable: true }),
    recommendationSlug: t.exposeString('recommendationSlug'),
    title: t.exposeString('title'),
  }),
});
const versionsOf = batch(
  ({ reads, viewer, user }, ids: readonly string[]) =>
    readActivities(reads, viewer, uptakeAccessOf(user), { ids, versions: true, withdrawn: true, demo: true }).then((rows) => {
      const byId = Map.groupBy(rows, ({ id }) => id);
      return ids.map((id) => byId.get(id) ?? []);
    }),
  (id) => id,
);
export const ActivityType = builder.objectRef<Activity>('UptakeActivity');
ActivityType.implement({
  description:
    'A measure of an organization that serves one or more of its actions, of one or more reports. It is entered once; each change is a version of its own.',
  fields: (t) => ({
    id: t.exposeID('id'),
    versionId: t.exposeID('versionId', { description: 'Of the version that is shown: what `basedOn` names.' }),
    url: t.string({ resolve: ({ id }) => `/uptake/activities/${id}` }),
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    title: t.exposeString('title', { description: 'What is done.' }),
    lead: t.exposeString('lead', { nullable: true, description: 'The unit or function that leads it.' }),
    startsOn: t.exposeString('startsOn', { nullable: true, description: DATE }),
    endsOn: t.exposeString('endsOn', { nullable: true, description: DATE }),
    indicator: t.exposeString('indicator', { nullable: true, description: 'By what one sees that it works.' }),
    result: t.exposeString('result', { nullable: true, description: 'What the indicator shows so far.' }),
    evidence: t.field({ type: [EvidenceOf], resolve: (one) => one.evidence }),
    demo: t.exposeBoolean('demo', { description: 'Made up, not an activity of the organization.' }),
    audience: t.expose('audience', { type: AudienceEnum }),
    withdrawn: t.exposeString('withdrawn', { nullable: true, description: 'Why it stands no more.' }),
    enteredOn: t.exposeString('enteredOn', { description: DATE }),
    enteredByName: t.exposeString('enteredByName', { nullable: true, description: 'For the UN system only.' }),
    enteredAs: t.exposeString('enteredAs'),
    confirmedOn: t.exposeString('confirmedOn', { nullable: true, description: `Null until a second person of the organization confirms it. ${DATE}` }),
    confirmedByName: t.exposeString('confirmedByName', { nullable: true, description: 'For the UN system only.' }),
    actions: t.field({ type: [ServedType], resolve: (one) => one.actions }),
    versions: t.field({
      type: [ActivityType],
      description: 'Every version that the viewer may see, the last one first.',
      resolve: ({ id }, _args, context) => versionsOf(context, id),
    }),
    viewerCanChange: t.boolean({ resolve: (one, _args, { user }) => !one.demo && canReport(user, one.organizationSlug) }),
    viewerCanConfirm: t.boolean({
      resolve: (one, _args, { user }) => one.confirmedOn === null && canConfirm(user, one.organizationSlug, one.enteredBy),
    }),
  }),
});

type Linkable = { cell: PlacedCell; symbol: string };
const symbolOf = (matrix: Matrix | null) => matrix?.report.symbol ?? matrix?.report.title ?? '';
const LinkableType = builder.objectRef<Linkable>('UptakeLinkableAction').implement({
  description: 'An action of an organization that an activity can serve.',
  fields: (t) => ({
    id: t.id({ resolve: ({ cell }) => cell.actionId }),
    reportSymbol: t.exposeString('symbol'),
    recommendationNumber: t.int({ nullable: true, resolve: ({ cell }) => cell.recommendation.number }),
    recommendationSlug: t.string({ resolve: ({ cell }) => cell.recommendation.slug }),
    recommendationTitle: t.string({ resolve: ({ cell }) => cell.recommendation.title }),
    viewerCanReport: t.boolean({ resolve: ({ cell }, _args, { user }) => canReport(user, cell.organization.slug) }),
  }),
});
/** Of how many reports the actions of an organization are offered. */
const REPORTS_MOST = 10;

builder.queryFields((t) => ({
  uptakeActivities: t.field({
    type: [ActivityType],
    description: `Activities, each once however many actions it serves, last changed first; at most ${ACTIVITIES_MAX}. One SQL statement.`,
    args: {
      report: t.arg.string({ required: false, description: 'Source key or slug: those that serve an action of it.' }),
      recommendation: t.arg.string({ required: false, description: 'Number or slug.' }),
      organization: t.arg.string({ required: false, description: 'Slug.' }),
      asKnownOn: t.arg.string({ required: false, description: DATE }),
      confirmedOnly: t.arg.boolean({ required: false }),
      includeDemo: t.arg.boolean({ required: false, description: 'Whether those of the demonstration are among them, marked; true unless given.' }),
    },
    resolve: (_root, { report, recommendation, organization, asKnownOn, confirmedOnly, includeDemo }, { reads, viewer, user }) =>
      readActivities(reads, viewer, uptakeAccessOf(user), {
        report,
        recommendation,
        known: momentOf({ asKnownOn }).known,
        confirmedOnly: confirmedOnly ?? false,
        demo: includeDemo ?? true,
        ...(organization ? { organizations: [organization] } : {}),
      }),
  }),
  uptakeActivity: t.field({
    type: ActivityType,
    nullable: true,
    description: 'One activity, also a withdrawn one.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { reads, viewer, user }) =>
      isUuid(String(id)) ? ((await readActivities(reads, viewer, uptakeAccessOf(user), { ids: [String(id)], withdrawn: true, demo: true }))[0] ?? null) : null,
  }),
  uptakeActivitiesToConfirm: t.field({
    type: [ActivityType],
    description: 'What others entered for your organizations and you may confirm.',
    resolve: (_root, _args, context) => {
      const user = signedIn(context);
      const access = uptakeAccessOf(user);
      const organizations = access.organizationSlugs.filter((slug) => actingAs(user, 'CONFIRM', slug) !== null);
      if (organizations.length === 0) return [];
      return readActivities(context.reads, context.viewer, access, { organizations, toConfirmBy: user.id, withdrawn: true, limit: 50 });
    },
  }),
  uptakeActionsOf: t.field({
    type: [LinkableType],
    description: 'Every action of an organization, of all reports: what an activity can be linked to.',
    args: { organization: t.arg.string({ required: true, description: 'Slug.' }) },
    resolve: async (_root, { organization }, context): Promise<Linkable[]> => {
      const reports = await listReports(context.reads, context.viewer);
      const moment = momentOf({ includeDemo: false });
      const tables = await Promise.all(reports.slice(0, REPORTS_MOST).map(({ key }) => matrixOf(context, key, moment)));
      return tables.flatMap((matrix) =>
        (matrix ? placeCells(matrix) : []).filter((cell) => cell.organization.slug === organization).map((cell) => ({ cell, symbol: symbolOf(matrix) })),
      );
    },
  }),
}));
/** The activities that serve an action, read together. */
const servingOf = batch(
  ({ reads, viewer, user }, asked: readonly { actionId: string; known: string; confirmedOnly: boolean; demo: boolean }[]) =>
    inGroups(
      asked,
      ({ known, confirmedOnly, demo }) => `${known} ${confirmedOnly} ${demo}`,
      async (group) => {
        const [{ known, confirmedOnly, demo }] = group as [(typeof group)[number]];
        const rows = await readActivities(reads, viewer, uptakeAccessOf(user), {
          actionIds: group.map(({ actionId }) => actionId),
          known,
          confirmedOnly,
          demo,
        });
        return group.map(({ actionId }) => rows.filter((row) => row.actions.some((one) => one.actionId === actionId)));
      },
    ),
  (one) => JSON.stringify(one),
);
builder.objectField(CellType, 'activities', (t) =>
  t.field({
    type: [ActivityType],
    description: 'The activities that serve it; one may serve others too.',
    resolve: (cell, _args, context) => {
      const { known, confirmedOnly, demo } = cell.moment;
      return servingOf(context, { actionId: cell.actionId, known, confirmedOnly, demo: demo !== false });
    },
  }),
);

const EvidenceIn = builder.inputType('UptakeActivityEvidenceInput', {
  description: 'A web address, or a file that was uploaded.',
  fields: (t) => ({
    label: t.string(),
    address: t.string({ description: 'Begins with https://; left out of a file.' }),
    file: t.string({ description: 'The hash of an upload.' }),
  }),
});
const ActivityInput = builder.inputType('UptakeActivityInput', {
  description: 'An activity as it shall stand.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What is done, one line of at most 300 characters.' }),
    lead: t.string({ description: 'The unit or function that leads it, not the name of a person.' }),
    startsOn: t.string({ description: DATE }),
    endsOn: t.string({ description: DATE }),
    indicator: t.string(),
    result: t.string(),
    evidence: t.field({ type: [EvidenceIn] }),
    audience: t.field({ type: AudienceEnum, description: 'PUBLIC unless given.' }),
    actions: t.idList({ required: true, description: 'Ids of the actions that it serves, all of this organization, of one or more reports.' }),
    withdrawn: t.string({ description: 'Why it stands no more; unless given, it stands.' }),
  }),
});
const SavedType = builder.objectRef<{ activity: Activity }>('UptakeActivitySaved').implement({
  description: 'The activity as it is now.',
  fields: (t) => ({ activity: t.field({ type: ActivityType, resolve: ({ activity }) => activity }) }),
});
const SaveResult = builder.unionType('UptakeActivityResult', {
  types: [SavedType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'UptakeActivitySaved'),
});
builder.mutationFields((t) => ({
  saveUptakeActivity: t.field({
    type: SaveResult,
    description: 'Records an activity, or a change of one: focal points and publishers of the organization, and the secretariat. A second person confirms it.',
    args: {
      activity: t.arg.id({ required: false, description: 'The one that is changed; a new one unless given.' }),
      basedOn: t.arg.id({ required: false, description: 'Of one that is changed: the version that the person saw; refused when there is a later one.' }),
      organization: t.arg.string({ required: true, description: 'Slug.' }),
      input: t.arg({ type: ActivityInput, required: true }),
      idempotencyKey: t.arg.string({ required: true, description: KEY }),
    },
    resolve: async (_root, { activity, basedOn, organization, input, idempotencyKey }, context) => {
      const { db, accounts } = context.services;
      const done = await saveActivity(
        db,
        context.user,
        {
          activity: activity ? String(activity) : null,
          basedOn: basedOn ? String(basedOn) : null,
          organization,
          given: { ...input, actions: input.actions.map(String) },
          idempotencyKey,
        },
        accounts.settings,
      );
      return done instanceof ValidationError ? done : shown(context, done.activityId);
    },
  }),
  confirmUptakeActivity: t.field({
    type: SaveResult,
    description: 'A second person of the organization confirms the last version of an activity.',
    args: { version: t.arg.id({ required: true }) },
    resolve: async (_root, { version }, context) => {
      const done = await confirmActivity(context.services.db, context.user, String(version));
      return done instanceof ValidationError ? done : shown(context, done.activityId);
    },
  }),
}));
async function shown({ services, viewer, user }: Parameters<typeof signedIn>[0], id: string): Promise<{ activity: Activity }> {
  const [activity] = await readActivities(services.db, viewer, uptakeAccessOf(user), { ids: [id], withdrawn: true });
  if (!activity) throw new Error(`The activity ${id} was written and cannot be read.`);
  return { activity };
}

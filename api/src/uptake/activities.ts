import { sql } from 'kysely';
import { z } from 'zod';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { as, faultsOf, raise } from '#prisma/content/check.ts';
import { isUnseen, isWebAddress, turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { mailAll, peopleOf } from '../contributions/mails.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { type Activity, activityAudiences } from './activity-read.ts';
import { organizationToday } from './day.ts';
import { line } from './evidence.ts';
import { mayNameFile } from './files.ts';
import { actingAs, canConfirm, canSee, uptakeAccessOf } from './policy.ts';
import { isDate } from './state.ts';
import { type Clock, keyFault, type Site } from './write.ts';

/** To how many actions an activity is linked, and how much of its evidence is named, at most. */
const MOST = { actions: 100, evidence: 10 } as const;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => turningSign(value) === null, as('TURNING'))
    .nullish()
    .transform((value) => value || null);
const day = z
  .string()
  .trim()
  .nullish()
  .transform((value) => value || null)
  .refine((value) => value === null || isDate(value), as('DATE', { example: '2026-11-22' }));

const activityInput = z
  .strictObject({
    title: line(300),
    lead: line(200),
    startsOn: day,
    endsOn: day,
    indicator: text(500),
    result: text(2000),
    evidence: z
      .array(z.strictObject({ label: line(300), address: z.string().trim().max(2000).nullish(), file: text(100) }))
      .max(MOST.evidence)
      .nullish()
      .transform((value) => value ?? []),
    audience: z
      .enum(activityAudiences)
      .nullish()
      .transform((value) => value ?? 'PUBLIC'),
    withdrawn: text(2000),
    actions: z.array(z.string()).max(MOST.actions),
  })
  .superRefine((value, context) => {
    if (!value.title || isUnseen(value.title)) raise(context, fault('title', 'MISSING'));
    if (value.startsOn && value.endsOn && value.endsOn < value.startsOn) raise(context, fault('endsOn', 'ACTIVITY_ENDS'));
    if (value.actions.length === 0) raise(context, fault('actions', 'ACTIVITY_ACTIONS'));
    for (const [index, { address, file }] of value.evidence.entries()) {
      if (file && !/^[0-9a-f]{64}$/.test(file)) raise(context, fault(`evidence.${index}.file`, 'EVIDENCE_FILE'));
      if (!file && !isWebAddress(address ?? '')) raise(context, fault(`evidence.${index}.address`, 'ADDRESS_WEB'));
    }
  });
type ActivityInput = z.input<typeof activityInput>;
/** A document that shows what an activity did: a web address, or a file by its hash. */
type ActivityEvidence = { label: string | null; address: string } | { label: string | null; file: string };

type Saved = { activityId: string };
export type ActivityRequest = {
  /** The one that is changed; null for a new one. */
  activity: string | null;
  /** The id of the version that the person saw; null for a new one. */
  basedOn: string | null;
  /** Slug; of one that is changed, it stays its organization. */
  organization: string;
  given: ActivityInput;
  idempotencyKey: string;
};

/**
 * Records an activity, or a change of one as a version of its own; what stood before stays in its history. A second person of the
 * organization confirms it; those who can are written to. To withdraw one is such a change too, with its reason.
 * @throws GraphQLError FORBIDDEN for who may not report for the organization
 */
export async function saveActivity(db: Database, user: User | null, request: ActivityRequest, site: Site, clock?: Clock): Promise<Saved | ValidationError> {
  const role = user && actingAs(user, 'REPORT', request.organization);
  if (!user || !role) throw forbidden('ONLY_REPORTERS');
  const parsed = activityInput.safeParse(request.given);
  const faults: FieldFault[] = [...(parsed.success ? [] : faultsOf(parsed.error, request.given)), ...keyFault(request.idempotencyKey)];
  if (request.activity !== null && !isUuid(request.activity)) faults.push(fault('activity', 'NO_ACTIVITY'));
  if (!parsed.success || faults.length > 0) return new ValidationError(faults);
  const { actions, evidence, ...texts } = parsed.data;
  const given = {
    ...texts,
    evidence: evidence.map(({ label, address, file }): ActivityEvidence => (file ? { label, file } : { label, address: address ?? '' })),
  };
  return db.transaction().execute((trx) =>
    once(
      trx,
      {
        personId: user.id,
        mutation: 'saveUptakeActivity',
        key: request.idempotencyKey,
        content: { activity: request.activity, organization: request.organization, given, actions },
        field: 'idempotencyKey',
      },
      async (): Promise<Saved | ValidationError> => {
        const { rows: own } = await sql<{ id: string; name: string; today: string }>`
          SELECT o.id, o.content->>'shortName' AS name, ${organizationToday('o.id')} AS today FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${request.organization} AND ${visibleRecords(viewerOf(user), 'o')} FOR NO KEY UPDATE`.execute(
          trx,
        );
        if (!own[0]) return refuse('organization', 'NO_ORGANIZATION_COLUMN', { organization: request.organization.slice(0, 80) });
        const chosen = [...new Set(actions)];
        const { rows: found } = await sql<{ id: string; line: string }>`
          SELECT a.id, coalesce(s.content->>'symbol', s.title) || ', ' || coalesce(r.content->>'number', r.slug) || ': ' || (r.content->>'title') AS line FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record s ON s.id = a.report_id
          WHERE a.organization_id = ${own[0].id}::uuid AND a.id = ANY (${chosen.filter(isUuid)}::uuid[]) AND ${visibleRecords(viewerOf(user))} AND ${visibleRecords(viewerOf(user), 's')} ORDER BY s.position, r.position`.execute(
          trx,
        );
        if (found.length < chosen.length) return refuse('actions', 'ACTIVITY_OTHER_ACTION');
        const files: FieldFault[] = [];
        for (const [index, item] of given.evidence.entries())
          if ('file' in item && !(await mayNameFile(trx, user, item.file, request.organization)))
            files.push(fault(`evidence.${index}.file`, 'EVIDENCE_NO_UPLOAD'));
        if (files.length > 0) return new ValidationError(files);
        const last = request.activity === null ? null : await lastVersion(trx, request.activity);
        if (request.activity !== null && last?.organizationId !== own[0].id) return refuse('activity', 'NO_ACTIVITY');
        if (last && request.basedOn !== last.id) return refuse('basedOn', 'ACTIVITY_MEANWHILE');
        if (last && (await saysTheSame(trx, last.id, given, chosen))) return refuse('activity', 'ACTIVITY_UNCHANGED');
        const { rows: made } = await sql<{ id: string; activityId: string }>`
          WITH made AS (SELECT uuidv7() AS id)
          INSERT INTO uptake_activity (id, activity_id, organization_id, title, lead, starts_on, ends_on, indicator, result, evidence, audience, withdrawn, entered_on, entered_by, entered_as, idempotency_key)
          SELECT id, coalesce(${request.activity}::uuid, id), ${own[0].id}::uuid, ${given.title}, ${given.lead}, ${given.startsOn}::date, ${given.endsOn}::date, ${given.indicator}, ${given.result}, ${JSON.stringify(given.evidence)}::jsonb, ${given.audience}::audience, ${given.withdrawn}, ${clock?.today ?? own[0].today}::date, ${user.id}, ${role}, ${request.idempotencyKey}
          FROM made RETURNING id, activity_id AS "activityId"`.execute(trx);
        const [version] = made as [{ id: string; activityId: string }];
        await sql`INSERT INTO uptake_activity_action (version_id, action_id) SELECT ${version.id}::uuid, unnest(${chosen}::uuid[])`.execute(trx);
        await askToConfirmActivity(trx, user, version, { organization: own[0], title: given.title ?? '', lines: found.map((one) => one.line) }, site);
        await appendLog(trx, [{ kind: 'UPTAKE_ACTIVITY_KEPT', body: { subject: version.id } }]);
        return { activityId: version.activityId };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

type Version = { id: string; organizationId: string };
/** The last version of an activity; whoever changes or confirms one holds the lock of its organization. */
async function lastVersion(trx: Trx, activity: string): Promise<Version | null> {
  const { rows } =
    await sql<Version>`SELECT id, organization_id AS "organizationId" FROM uptake_activity WHERE activity_id = ${activity}::uuid AND NOT demo ORDER BY sequence DESC LIMIT 1`.execute(
      trx,
    );
  return rows[0] ?? null;
}
async function saysTheSame(
  trx: Trx,
  version: string,
  given: Omit<z.output<typeof activityInput>, 'actions' | 'evidence'> & { evidence: ActivityEvidence[] },
  actions: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM uptake_activity v WHERE v.id = ${version}::uuid
      AND (v.title, v.lead, v.starts_on, v.ends_on, v.indicator, v.result, v.evidence, v.audience, v.withdrawn) IS NOT DISTINCT FROM (${given.title}::text, ${given.lead}::text, ${given.startsOn}::date, ${given.endsOn}::date, ${given.indicator}::text, ${given.result}::text, ${JSON.stringify(given.evidence)}::jsonb, ${given.audience}::audience, ${given.withdrawn}::text)
      AND (SELECT coalesce(array_agg(x.action_id ORDER BY x.action_id), '{}') FROM uptake_activity_action x WHERE x.version_id = v.id) = (SELECT array_agg(y ORDER BY y) FROM unnest(${actions as string[]}::uuid[]) y)`.execute(
    trx,
  );
  return rows.length > 0;
}
async function askToConfirmActivity(
  trx: Trx,
  user: User,
  version: { id: string; activityId: string },
  { organization, title, lines }: { organization: { id: string; name: string }; title: string; lines: readonly string[] },
  { baseUrl }: Site,
): Promise<void> {
  const receivers = new Map(
    [...(await peopleOf(trx, organization.id, 'PUBLISHER')), ...(await peopleOf(trx, organization.id, 'FOCAL_POINT'))].map((one) => [one.id, one]),
  );
  receivers.delete(user.id);
  await mailAll(trx, [...receivers.values()], `uptake-activity:${version.id}`, mailText('activitySubject', { organization: organization.name }), () =>
    mailText('activity', {
      name: user.name,
      organization: organization.name,
      title,
      list: lines.map((one) => `- ${one}`).join('\n'),
      address: `${baseUrl}/uptake/activities/${version.activityId}`,
    }),
  );
}

/**
 * A second person of the organization stands by the last version of an activity. The same person once more does nothing more.
 * @throws GraphQLError FORBIDDEN for who entered it and for people of other organizations
 */
export async function confirmActivity(db: Database, user: User | null, version: string, clock?: Clock): Promise<Saved | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_CONFIRM');
  return db.transaction().execute(async (trx): Promise<Saved | ValidationError> => {
    const { rows } = isUuid(version)
      ? await sql<{ activityId: string; slug: string; enteredBy: string; today: string; audience: Activity['audience'] }>`
        SELECT v.activity_id AS "activityId", o.slug, ${organizationToday('o.id')} AS today, v.entered_by AS "enteredBy", v.audience FROM uptake_activity v JOIN record o ON o.id = v.organization_id WHERE v.id = ${version}::uuid FOR NO KEY UPDATE OF o`.execute(
          trx,
        )
      : { rows: [] };
    const [head] = rows;
    if (!head) return refuse('version', 'NO_ACTIVITY');
    // Who may not see it is told what is told of one that there is not.
    const known = head.enteredBy === user.id || canSee(uptakeAccessOf(user), head.audience, head.slug);
    if (!known) return refuse('version', 'NO_ACTIVITY');
    if (!canConfirm(user, head.slug, head.enteredBy)) throw forbidden(head.enteredBy === user.id ? 'SECOND_PERSON_CONFIRMS' : 'ONLY_CONFIRMERS');
    if ((await lastVersion(trx, head.activityId))?.id !== version) return refuse('version', 'ACTIVITY_LATER');
    const { rows: made } = await sql`
      INSERT INTO uptake_activity_confirmation (version_id, confirmed_on, confirmed_by) VALUES (${version}::uuid, ${clock?.today ?? head.today}::date, ${user.id}) ON CONFLICT DO NOTHING RETURNING 1`.execute(
      trx,
    );
    if (made.length > 0) await appendLog(trx, [{ kind: 'UPTAKE_ACTIVITY_CONFIRMED', body: { subject: version } }]);
    return { activityId: head.activityId };
  });
}

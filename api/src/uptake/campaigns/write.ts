import { mailText } from '#i18n/mail.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { as, faultsOf } from '#prisma/content/check.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { type User, viewerOf } from '../../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../../errors.ts';
import { once } from '../../request-key.ts';
import type { LogKeeper } from '../../log/key.ts';
import { queueMail } from '../../mail/queue.ts';
import { receiversOf } from '../contacts.ts';
import { canManageUptake } from '../policy.ts';
import { type Asked, type CampaignRow, campaignColumns, type NoticeKind, readAnswers } from './read.ts';
import { addDays, daysBetween, isDate, utcToday } from '../state.ts';
import { findReport } from '../table.ts';

const date = z
  .string()
  .trim()
  .refine(isDate, as('DATE', { example: '2026-11-22' }));
/** A mail address, or nothing. */
export const contact = z
  .string()
  .trim()
  .nullish()
  .transform((value) => value || null)
  .refine((value) => value === null || (value.length <= 320 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(value)), as('ADDRESS_MAIL_ONE'));
const campaignInput = z.strictObject({
  title: z
    .string()
    .overwrite(oneLine)
    .min(1, as('CAMPAIGN_TITLE'))
    .max(200)
    .refine((value) => turningSign(value) === null, as('TURNING')),
  message: z.string().trim().min(1, as('CAMPAIGN_MESSAGE')).max(4000),
  opensOn: date.nullish(),
  closesOn: date,
  /** How many days before the closing date. */
  reminderDays: z
    .array(z.number().int().min(0).max(365))
    .max(10)
    .nullish()
    .transform((days) => [...new Set(days ?? [14, 3])].sort((a, b) => b - a)),
  /** How many days after the closing date; none for no escalation. */
  escalationDays: z
    .number()
    .int()
    .min(1)
    .max(365)
    .nullish()
    .transform((days) => days ?? null),
  organizations: z.array(z.strictObject({ organization: z.string().trim().min(1), contact, secondContact: contact })).min(1, as('CAMPAIGN_NOBODY')),
});
export type CampaignInput = z.input<typeof campaignInput>;

/** What mails lead to. */
export type Site = { baseUrl: string; log?: LogKeeper | null };
type Running = { id: string; title: string; message: string; opensOn: string; closesOn: string };

/** Whom a mail of a campaign goes to: the contact that it names, else whom the organization has for it (contacts.ts). */
async function recipients(trx: Database | Trx, asked: Asked, kind: NoticeKind): Promise<{ address: string; personId: string | null }[]> {
  const named = kind === 'ESCALATION' ? asked.secondContact : asked.contact;
  if (named) return [{ address: named, personId: null }];
  return receiversOf(trx, asked.organizationId, kind === 'ESCALATION' ? 'SECOND' : 'FIRST');
}

/** What a mail of a campaign says to an organization of which so many actions are unanswered. */
export function mailOf(
  campaign: Running,
  asked: { slug: string; name: string },
  kind: NoticeKind,
  site: Site,
  missing: number,
): { subject: string; text: string } {
  const said = { day: campaign.closesOn, title: campaign.title, organization: asked.name, missing };
  const next = mailText('campaignNext', {
    report: `${site.baseUrl}/uptake/organizations/${asked.slug}`,
    campaign: `${site.baseUrl}/uptake/campaigns/${campaign.id}`,
  });
  return { subject: mailText(`campaign${kind}Subject`, said), text: `${mailText(`campaign${kind}`, said)}\n\n${campaign.message}\n\n${next}` };
}

/** Queues one mail of a campaign to each receiver, once for ever: repeating it, or two workers at a time, changes nothing. */
export async function notify(
  trx: Trx,
  campaign: Running,
  asked: Asked,
  kind: NoticeKind,
  days: number,
  site: Site,
  missing: number,
  { about, again = 0 }: { about?: string; again?: number } = {},
): Promise<boolean> {
  const to = await recipients(trx, asked, kind);
  if (to.length === 0) return false;
  const day = about ?? (kind === 'OPENED' ? campaign.opensOn : campaign.closesOn);
  const key = `campaign:${campaign.id}:${kind}:${days}:${day}:${again}:${asked.organizationId}:`;
  const { rows } = await sql`
    INSERT INTO campaign_notice (campaign_id, organization_id, kind, days, recipient, about, again, mail_key)
    VALUES (${campaign.id}::uuid, ${asked.organizationId}::uuid, ${kind}::notice_kind, ${days}, ${to.map((one) => one.address).join(', ')}, ${day}::date, ${again}, ${key})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(trx);
  if (rows.length === 0) return false;
  const { subject, text } = mailOf(campaign, asked, kind, site, missing);
  for (const { address, personId } of to) await queueMail(trx, { key: `${key}${address}`, personId, address, subject, text });
  return true;
}

/** Organizations as they are asked, with how many actions of the report are addressed to each; what cannot be asked is added to the faults. */
export async function checkAsked(
  db: Database | Trx,
  reportId: string,
  organizations: readonly { organization: string; contact: string | null; secondContact: string | null }[],
  faults: FieldFault[],
): Promise<(Asked & { actions: number })[]> {
  const asked: (Asked & { actions: number })[] = [];
  const { rows } = await sql<{ id: string; slug: string; name: string; actions: number }>`
    SELECT o.id, o.slug, o.content->>'shortName' AS name, count(a.id)::int AS actions FROM report_column c JOIN record o ON o.id = c.organization_id LEFT JOIN action a ON a.organization_id = o.id AND a.report_id = c.report_id AND a.printed
    WHERE c.report_id = ${reportId}::uuid GROUP BY o.id`.execute(db);
  for (const [index, { organization, contact, secondContact }] of organizations.entries()) {
    const found = rows.find((row) => row.slug === organization || row.name.toLowerCase() === organization.toLowerCase());
    const name = `organizations.${index}.organization`;
    if (!found) faults.push(fault(name, 'NO_ORGANIZATION_COLUMN', { organization: organization.slice(0, 80) }));
    else if (found.actions === 0) faults.push(fault(name, 'CAMPAIGN_ADDRESSED', { organization: found.name }));
    else if (asked.some((other) => other.organizationId === found.id)) faults.push(fault(name, 'CAMPAIGN_TWICE', { organization: found.name }));
    else asked.push({ campaignId: '', organizationId: found.id, slug: found.slug, name: found.name, contact, secondContact, actions: found.actions });
  }
  return asked;
}

type Checked = { report: { id: string }; input: z.output<typeof campaignInput>; opensOn: string; asked: (Asked & { actions: number })[] };
/** Checks what a campaign is to ask of whom, whole. */
async function checkCampaign(
  db: Database,
  user: User,
  request: { report?: string | null; given: CampaignInput; idempotencyKey?: string },
  today: string,
): Promise<Checked | ValidationError> {
  const parsed = campaignInput.safeParse(request.given);
  const faults: FieldFault[] = parsed.success ? [] : faultsOf(parsed.error, request.given);
  const report = await findReport(db, viewerOf(user), request.report);
  if (!report) faults.push(fault('report', 'NO_REPORT'));
  if (request.idempotencyKey !== undefined && !/^[\w:.-]{8,200}$/.test(request.idempotencyKey))
    faults.push(fault('idempotencyKey', 'KEY', { min: 8, max: 200 }));
  const input = parsed.success ? parsed.data : null;
  const opensOn = input?.opensOn ?? today;
  if (input && input.closesOn < opensOn) faults.push(fault('closesOn', 'CAMPAIGN_CLOSES'));
  if (input && input.closesOn < today) faults.push(fault('closesOn', 'DAY_PASSED'));
  const asked = input && report ? await checkAsked(db, report.id, input.organizations, faults) : [];
  if (!input || !report || faults.length > 0) return new ValidationError(faults);
  return { report, input, opensOn, asked };
}
/** Organizations that nobody can be written to at. */
export async function contactFaults(db: Database | Trx, asked: readonly Asked[]): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [index, one] of asked.entries())
    if ((await recipients(db, one, 'OPENED')).length === 0)
      faults.push(fault(`organizations.${index}.contact`, 'CAMPAIGN_NO_CONTACT', { organization: one.name }));
  return faults;
}

export type CampaignMail = { kind: NoticeKind; days: number; subject: string; text: string };
export type CampaignPreview = {
  organization: string;
  mails: CampaignMail[];
  receivers: { organization: string; first: string[]; second: string[]; mails: CampaignMail[] }[];
};
/**
 * What a campaign would send to whom, before it is opened: every mail to every organization as it would be; nothing is written.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function previewCampaign(
  db: Database,
  user: User | null,
  request: { report?: string | null; given: CampaignInput },
  site: Site,
  today = utcToday(),
): Promise<CampaignPreview | ValidationError> {
  if (!user || !canManageUptake(user)) throw forbidden('ONLY_CAMPAIGN_OPENERS');
  const checked = await checkCampaign(db, user, request, today);
  if (checked instanceof ValidationError) return checked;
  const { input, asked } = checked;
  const faults = await contactFaults(db, asked);
  const [one] = asked;
  if (faults.length > 0 || !one) return new ValidationError(faults);
  const campaign: Running = { id: '…', title: input.title, message: input.message, opensOn: checked.opensOn, closesOn: input.closesOn };
  const mailsTo = (to: (typeof asked)[number]): CampaignMail[] => {
    const mail = (kind: NoticeKind, days: number): CampaignMail => ({ kind, days, ...mailOf(campaign, to, kind, site, to.actions) });
    return [
      mail('OPENED', 0),
      ...input.reminderDays.map((days) => mail('REMINDER', days)),
      ...(input.escalationDays === null ? [] : [mail('ESCALATION', input.escalationDays)]),
    ];
  };
  const receivers: CampaignPreview['receivers'] = [];
  for (const each of asked) {
    const to = async (kind: NoticeKind) => (await recipients(db, each, kind)).map(({ address }) => address);
    receivers.push({ organization: each.name, first: await to('OPENED'), second: await to('ESCALATION'), mails: mailsTo(each) });
  }
  return {
    organization: one.name,
    receivers,
    mails: mailsTo(one),
  };
}

/**
 * Opens a campaign: chosen organizations are asked for an update by a closing date, and written to at once.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function openCampaign(
  db: Database,
  user: User | null,
  request: { report?: string | null; given: CampaignInput; idempotencyKey: string },
  site: Site,
  today = utcToday(),
): Promise<{ id: string } | ValidationError> {
  if (!user || !canManageUptake(user)) throw forbidden('ONLY_CAMPAIGN_OPENERS');
  const checked = await checkCampaign(db, user, request, today);
  if (checked instanceof ValidationError) return checked;
  const { report, input, opensOn, asked } = checked;
  const open = async (trx: Trx): Promise<{ id: string } | ValidationError> => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO campaign (report_id, title, message, opens_on, closes_on, reminder_days, escalation_days, opened_by, idempotency_key)
      VALUES (${report.id}::uuid, ${input.title}, ${input.message}, ${opensOn}::date, ${input.closesOn}::date, ${input.reminderDays}::int[], ${input.escalationDays}, ${user.id}, ${request.idempotencyKey})
      ON CONFLICT (opened_by, idempotency_key) DO NOTHING RETURNING id`.execute(trx);
    if (!rows[0])
      return (await sql<{ id: string }>`SELECT id FROM campaign WHERE opened_by = ${user.id} AND idempotency_key = ${request.idempotencyKey}`.execute(trx))
        .rows[0] as { id: string };
    const { id } = rows[0];
    for (const one of asked)
      await sql`INSERT INTO campaign_organization (campaign_id, organization_id, contact, second_contact) VALUES (${id}::uuid, ${one.organizationId}::uuid, ${one.contact}, ${one.secondContact})`.execute(
        trx,
      );
    const faults = await contactFaults(trx, asked);
    if (faults.length > 0) {
      // Nothing of a refused campaign stays; organizations cannot be asked whom nobody can write to.
      await sql`DELETE FROM campaign WHERE id = ${id}::uuid`.execute(trx);
      return new ValidationError(faults);
    }
    if (opensOn <= today)
      for (const one of asked)
        await notify(
          trx,
          { id, title: input.title, message: input.message, opensOn, closesOn: input.closesOn },
          { ...one, campaignId: id },
          'OPENED',
          0,
          site,
          0,
        );
    await appendLog(trx, [{ kind: 'CAMPAIGN_OPENED', body: { subject: id } }]);
    return { id };
  };
  const content = { report: report.id, input };
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'openCampaign', key: request.idempotencyKey, content, field: 'idempotencyKey' },
      () => open(trx),
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/**
 * Closes a campaign: no reminder or escalation follows, and answers after today do not count for it. Whoever comes second
 * is told who has closed it; the same person once more changes nothing.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function closeCampaign(db: Database, user: User | null, id: string): Promise<{ id: string } | ValidationError> {
  if (!user || !canManageUptake(user)) throw forbidden('ONLY_CAMPAIGN_CLOSERS');
  return db.transaction().execute(async (trx) => {
    const { rows: closed } = await sql<{ id: string; demo: boolean }>`
      UPDATE campaign SET closed_at = now(), closed_by = ${user.id} WHERE id::text = ${id} AND closed_at IS NULL RETURNING id, demo`.execute(trx);
    const campaign = closed[0];
    if (campaign) {
      if (!campaign.demo) await appendLog(trx, [{ kind: 'CAMPAIGN_CLOSED', body: { subject: campaign.id } }]);
      return { id: campaign.id };
    }
    const { rows } = await sql<{ id: string; day: string; by: string | null; name: string | null }>`
      SELECT c.id, to_char(c.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, c.closed_by AS by, p.name
      FROM campaign c LEFT JOIN person p ON p.id::text = c.closed_by AND p.erased_at IS NULL WHERE c.id::text = ${id}`.execute(trx);
    const before = rows[0];
    if (!before) return refuse('campaign', 'NO_CAMPAIGN');
    if (before.by === user.id) return { id: before.id };
    const { day, name } = before;
    return name ? refuse('campaign', 'CAMPAIGN_CLOSED_BY', { day, person: name }) : refuse('campaign', 'CAMPAIGN_CLOSED', { day });
  });
}

/**
 * What is due today in every running campaign: the mail at its opening, reminders at the chosen days to those whose
 * answer is not complete, escalation to the second contact. Done once a day by a job; repeating it queues nothing twice.
 * After days without the job only the latest reminder that is due goes out. Which day it is, is told by the organization.
 * @returns how many organizations were written to
 */
export async function campaignSteps(db: Database, site: Site, clock?: string): Promise<number> {
  const latest = addDays(clock ?? utcToday(), clock ? 0 : 1);
  const { rows } =
    await sql<CampaignRow>`SELECT ${campaignColumns} FROM campaign c WHERE c.closed_at IS NULL AND NOT c.demo AND c.opens_on <= ${latest}::date ORDER BY c.opens_on`.execute(
      db,
    );
  let written = 0;
  for (const campaign of rows) {
    await db.transaction().execute(async (trx) => {
      for (const asked of await readAnswers(trx, 'ALL', [campaign.id])) {
        const today = clock ?? asked.today;
        if (campaign.opensOn > today && campaign.opensOn > utcToday()) continue;
        const before = daysBetween(today, campaign.closesOn);
        const reminder = campaign.reminderDays
          .filter((days) => before >= 0 && days >= before && addDays(campaign.closesOn, -days) >= campaign.opensOn)
          .sort((a, b) => a - b)[0];
        const escalate = campaign.escalationDays !== null && -before >= campaign.escalationDays;
        const missing = asked.addressed - asked.answered;
        if (await notify(trx, campaign, asked, 'OPENED', 0, site, missing)) {
          written++;
          continue;
        }
        if (missing === 0) continue;
        if (reminder !== undefined && (await notify(trx, campaign, asked, 'REMINDER', reminder, site, missing))) written++;
        if (escalate && campaign.escalationDays !== null && (await notify(trx, campaign, asked, 'ESCALATION', campaign.escalationDays, site, missing)))
          written++;
      }
    });
  }
  return written;
}

import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { faultsOf } from '#prisma/content/check.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import type { User } from '../../accounts/user.ts';
import { forbidden, refuse, ValidationError } from '../../errors.ts';
import { firstReceivers } from '../contacts.ts';
import { canManageUptake } from '../policy.ts';
import { isDate, utcToday } from '../state.ts';
import { type CampaignAnswer, type CampaignRow, type NoticeKind, readAnswers, readCampaigns } from './read.ts';
import { type CampaignMail, checkAsked, contact, contactFaults, mailOf, notify, type Site } from './write.ts';

type Changed = { id: string };
/**
 * A change of a campaign that is not closed, one at a time.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
async function change(
  db: Database,
  user: User | null,
  id: string,
  make: (trx: Trx, campaign: CampaignRow) => Promise<ValidationError | undefined>,
): Promise<Changed | ValidationError> {
  if (!user || !canManageUptake(user)) throw forbidden('ONLY_CAMPAIGN_CHANGERS');
  return db.transaction().execute(async (trx) => {
    await sql`SELECT FROM campaign WHERE id::text = ${id} FOR UPDATE`.execute(trx);
    const [campaign] = await readCampaigns(trx, user, { id });
    if (!campaign) return refuse('campaign', 'NO_CAMPAIGN');
    if (campaign.closedAt) return refuse('campaign', 'CAMPAIGN_CLOSED', { day: campaign.closedAt.slice(0, 10) });
    return (await make(trx, campaign)) ?? { id: campaign.id };
  });
}
const missingOf = (answer: CampaignAnswer) => answer.addressed - answer.answered;

/** Whom a reminder that is sent now goes to, and whom not: who was written to today already, and where nobody is known. */
export type Nudge = {
  mail: CampaignMail | null;
  receivers: { organization: string; addresses: string[] }[];
  today: string[];
  nobody: string[];
};
type Due = { answer: CampaignAnswer; addresses: string[]; today: boolean };
/** The organizations of a campaign whose answer is not complete. */
async function due(db: Database | Trx, campaign: CampaignRow, today: string): Promise<Due[]> {
  const answers = (await readAnswers(db, 'ALL', [campaign.id])).filter((one) => missingOf(one) > 0);
  const { rows: written } = await sql<{ id: string }>`
    SELECT DISTINCT organization_id AS id FROM campaign_notice WHERE campaign_id = ${campaign.id}::uuid AND (queued_at AT TIME ZONE 'UTC')::date = ${today}::date`.execute(
    db,
  );
  const known = await firstReceivers(
    db,
    answers.map(({ organizationId }) => organizationId),
  );
  return answers.map((answer) => ({
    answer,
    addresses: answer.contact ? [answer.contact] : (known.get(answer.organizationId) ?? []).map(({ address }) => address),
    today: written.some((one) => one.id === answer.organizationId),
  }));
}
const goesOut = (one: Due) => one.addresses.length > 0 && !one.today;

/** What "remind now" would send to whom; nothing is written. Null where the campaign is not running, and for others than the secretariat. */
export async function previewNudge(db: Database, user: User | null, campaign: CampaignRow, site: Site, today = utcToday()): Promise<Nudge | null> {
  if (!canManageUptake(user) || campaign.closedAt || campaign.demo || campaign.opensOn > today) return null;
  const all = await due(db, campaign, today);
  const first = all.find(goesOut);
  return {
    mail: first ? { kind: 'NUDGE', days: 0, ...mailOf(campaign, first.answer, 'NUDGE', site, missingOf(first.answer)) } : null,
    receivers: all.filter(goesOut).map(({ answer, addresses }) => ({ organization: answer.name, addresses })),
    today: all.filter((one) => one.today).map(({ answer }) => answer.name),
    nobody: all.filter((one) => one.addresses.length === 0).map(({ answer }) => answer.name),
  };
}

/**
 * Reminds all at once whose answer is not complete; who had a mail of the campaign today gets no second one.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export const remindNow = (db: Database, user: User | null, id: string, site: Site, today = utcToday()): Promise<Changed | ValidationError> =>
  change(db, user, id, async (trx, campaign) => {
    if (campaign.opensOn > today) return refuse('campaign', 'CAMPAIGN_NOT_OPEN', { day: campaign.opensOn });
    if (campaign.demo) return;
    for (const one of await due(trx, campaign, today))
      if (goesOut(one)) await notify(trx, campaign, one.answer, 'NUDGE', 0, site, missingOf(one.answer), { about: today });
  });

/**
 * Moves the closing day of a campaign to a later one. Those whose answer is not complete are told; reminders and escalation
 * count from the new day. The day that it was moved to already changes nothing.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export const extendCampaign = (db: Database, user: User | null, given: { id: string; closesOn: string }, site: Site, today = utcToday()) =>
  change(db, user, given.id, async (trx, campaign) => {
    const day = given.closesOn.trim();
    if (!isDate(day)) return refuse('closesOn', 'DATE', { example: '2026-11-22' });
    if (day === campaign.closesOn && campaign.extensions > 0) return;
    if (day <= campaign.closesOn) return refuse('closesOn', 'CAMPAIGN_LATER', { day: campaign.closesOn });
    if (day < today) return refuse('closesOn', 'DAY_PASSED');
    await sql`UPDATE campaign SET first_closes_on = coalesce(first_closes_on, closes_on), closes_on = ${day}::date, extensions = extensions + 1 WHERE id = ${campaign.id}::uuid`.execute(
      trx,
    );
    if (campaign.demo) return;
    if (campaign.opensOn <= today)
      for (const answer of await readAnswers(trx, 'ALL', [campaign.id]))
        if (missingOf(answer) > 0) await notify(trx, { ...campaign, closesOn: day }, answer, 'EXTENDED', 0, site, missingOf(answer));
    await appendLog(trx, [{ kind: 'CAMPAIGN_CHANGED', body: { subject: campaign.id } }]);
  });

export type AskedInput = { organization: string; contact?: string | null; secondContact?: string | null };
/** What was typed of each organization, checked; faults are named by its place in the list. */
function addresses(given: readonly AskedInput[], faults: FieldFault[], place: (index: number) => string) {
  return given.map(({ organization, contact: first, secondContact: second }, index) => {
    const read = (value: string | null | undefined, name: string) => {
      const parsed = contact.safeParse(value);
      if (!parsed.success) faults.push(...faultsOf(parsed.error, value).map((one) => ({ ...one, path: `${place(index)}${name}` })));
      return parsed.success ? parsed.data : null;
    };
    return { organization: organization.trim(), contact: read(first, 'contact'), secondContact: read(second, 'secondContact') };
  });
}

/**
 * Asks more organizations with a campaign that is there; they are written to as the others were.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export const addToCampaign = (db: Database, user: User | null, request: { id: string; given: readonly AskedInput[] }, site: Site, today = utcToday()) =>
  change(db, user, request.id, async (trx, campaign) => {
    const faults: FieldFault[] = request.given.length === 0 ? [fault('organizations', 'CAMPAIGN_NOBODY')] : [];
    const typed = addresses(request.given, faults, (index) => `organizations.${index}.`);
    const asked = (await checkAsked(trx, campaign.reportId, typed, faults)).map((one) => ({ ...one, campaignId: campaign.id }));
    const before = new Set((await readAnswers(trx, 'ALL', [campaign.id])).map(({ organizationId }) => organizationId));
    for (const [index, one] of asked.entries())
      if (before.has(one.organizationId)) faults.push(fault(`organizations.${index}.organization`, 'CAMPAIGN_ASKED', { organization: one.name }));
    if (faults.length === 0) faults.push(...(await contactFaults(trx, asked)));
    if (faults.length > 0) return new ValidationError(faults);
    for (const one of asked) {
      await sql`INSERT INTO campaign_organization (campaign_id, organization_id, contact, second_contact) VALUES (${campaign.id}::uuid, ${one.organizationId}::uuid, ${one.contact}, ${one.secondContact})`.execute(
        trx,
      );
      if (campaign.opensOn <= today && !campaign.demo) await notify(trx, campaign, one, 'OPENED', 0, site, 0);
    }
    if (!campaign.demo) await appendLog(trx, [{ kind: 'CAMPAIGN_CHANGED', body: { subject: campaign.id } }]);
    return;
  });

/**
 * Corrects whom a campaign writes to at an organization. What had been sent to the address before is sent again to the
 * corrected one, in the words that hold now; the same address again changes nothing.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export const correctCampaignContact = (db: Database, user: User | null, request: { id: string; given: AskedInput }, site: Site) =>
  change(db, user, request.id, async (trx, campaign) => {
    const faults: FieldFault[] = [];
    const [typed] = addresses([request.given], faults, () => '');
    const answer = (await readAnswers(trx, 'ALL', [campaign.id])).find((one) => one.slug === typed?.organization);
    if (!typed || !answer)
      return new ValidationError([...faults, fault('organization', 'CAMPAIGN_NOT_ASKED', { organization: request.given.organization.slice(0, 80) })]);
    const now = { ...answer, contact: typed.contact, secondContact: typed.secondContact };
    if (faults.length === 0) faults.push(...(await contactFaults(trx, [now])).map((one) => ({ ...one, path: 'contact' })));
    if (faults.length > 0) return new ValidationError(faults);
    await sql`UPDATE campaign_organization SET contact = ${now.contact}, second_contact = ${now.secondContact} WHERE campaign_id = ${campaign.id}::uuid AND organization_id = ${answer.organizationId}::uuid`.execute(
      trx,
    );
    if (campaign.demo) return;
    const again = async (kind: NoticeKind) => {
      const { rows } = await sql<{ days: number; about: string; again: number }>`
        SELECT days, about::text AS about, again FROM campaign_notice WHERE campaign_id = ${campaign.id}::uuid AND organization_id = ${answer.organizationId}::uuid AND kind = ${kind}::notice_kind
        ORDER BY again DESC, about DESC LIMIT 1`.execute(trx);
      const [last] = rows;
      if (last) await notify(trx, campaign, now, kind, last.days, site, missingOf(answer), { about: last.about, again: last.again + 1 });
    };
    if (now.contact !== answer.contact) await again('OPENED');
    if (now.secondContact !== answer.secondContact) await again('ESCALATION');
    return;
  });

export type Askable = { slug: string; name: string; actions: number };
/** Organizations of the table that a campaign does not ask and could; nothing for others than the secretariat. */
export async function readAskable(db: Database, user: User | null, campaign: CampaignRow): Promise<Askable[]> {
  if (!canManageUptake(user)) return [];
  const { rows } = await sql<Askable>`
    SELECT o.slug, o.content->>'shortName' AS name, count(a.id)::int AS actions FROM report_column c JOIN record o ON o.id = c.organization_id JOIN action a ON a.organization_id = o.id AND a.report_id = c.report_id AND a.printed
    WHERE c.report_id = ${campaign.reportId}::uuid AND NOT EXISTS (SELECT FROM campaign_organization x WHERE x.campaign_id = ${campaign.id}::uuid AND x.organization_id = o.id)
    GROUP BY o.id, c.position ORDER BY c.position`.execute(db);
  return rows;
}

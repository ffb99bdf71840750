import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { User } from '../../accounts/user.ts';
import { type Reader, rowsOf } from '../../records/query-batch.ts';
import { organizationToday } from '../day.ts';
import { canManageUptake } from '../policy.ts';

export type NoticeKind = 'OPENED' | 'REMINDER' | 'ESCALATION' | 'NUDGE' | 'EXTENDED';
/** An organization that a campaign asks, and whom to write to. */
export type Asked = { campaignId: string; organizationId: string; slug: string; name: string; contact: string | null; secondContact: string | null };

export type CampaignRow = {
  id: string;
  reportId: string;
  title: string;
  message: string;
  opensOn: string;
  closesOn: string;
  closedAt: string | null;
  reminderDays: number[];
  escalationDays: number | null;
  /** How often the closing day was moved, and which it was at first. */
  extensions: number;
  firstClosesOn: string | null;
  /** Whether its closing day is over at every organization that it asks. */
  passed: boolean;
  demo: boolean;
};
/** Whether the entry `u` is an answer to the campaign `c`: recorded by its organization while it ran, by the days of the organization, and not withdrawn. One that was opened at once runs from that moment on, whatever day it is there. */
export const isAnswer = sql<boolean>`(u.demo = c.demo AND u.entered_as <> 'SECRETARIAT' AND u.entered_at >= c.opened_at AND (u.entered_on >= c.opens_on OR c.opens_on <= (c.opened_at AT TIME ZONE 'UTC')::date) AND (c.closed_at IS NULL OR u.entered_at <= c.closed_at)
  AND NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id))`;
export type CampaignAnswer = Asked & { answered: number; confirmed: number; addressed: number; lastAnswer: string | null; today: string };

/** Which campaigns a person sees: the secretariat all, others those that ask an organization of theirs. */
const seen = (user: User | null) => {
  if (canManageUptake(user)) return sql`true`;
  const slugs = (user?.memberships ?? []).flatMap((membership) => membership.organizationSlug ?? []);
  return sql`EXISTS (SELECT FROM campaign_organization x JOIN record o ON o.id = x.organization_id WHERE x.campaign_id = c.id AND o.slug = ANY (${slugs}::text[]))`;
};
export const campaignColumns = sql.raw(
  `c.id, c.report_id AS "reportId", c.title, c.message, c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn", to_char(c.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closedAt", c.reminder_days AS "reminderDays", c.escalation_days AS "escalationDays", c.extensions, c.first_closes_on::text AS "firstClosesOn", coalesce(c.closes_on < (SELECT min(organization_today(x.organization_id)) FROM campaign_organization x WHERE x.campaign_id = c.id), false) AS passed, c.demo`,
);

/** Campaigns, last opened first, as far as this person sees them; one by its id. */
export async function readCampaigns(db: Database | Trx, user: User | null, by: { id?: string; report?: string | null } = {}): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    SELECT ${campaignColumns} FROM campaign c JOIN record s ON s.id = c.report_id
    WHERE ${seen(user)} ${by.id ? sql`AND c.id::text = ${by.id}` : sql``} ${by.report ? sql`AND (s.source_key = ${by.report} OR s.slug = ${by.report})` : sql``} ORDER BY c.opened_at DESC, c.id LIMIT 200`.execute(
    db,
  );
  return rows;
}

/**
 * Who answered how much of what is addressed to it: an answer is an entry that the organization recorded while the campaign ran, from
 * the moment of its opening on, and that is not withdrawn. How many of them are confirmed is told apart.
 */
export async function readAnswers(db: Database | Trx, user: User | null | 'ALL', campaignIds: readonly string[]): Promise<CampaignAnswer[]> {
  const all = user === 'ALL' || canManageUptake(user);
  const slugs = user === 'ALL' ? [] : (user?.memberships ?? []).flatMap((membership) => membership.organizationSlug ?? []);
  const { rows } = await sql<CampaignAnswer>`
    SELECT c.id AS "campaignId", o.id AS "organizationId", o.slug, o.content->>'shortName' AS name, x.contact, x.second_contact AS "secondContact",
      count(a.id)::int AS addressed, count(e.last)::int AS answered, count(e.confirmed)::int AS confirmed, max(e.last)::text AS "lastAnswer", ${organizationToday('o.id')} AS today
    FROM campaign c JOIN campaign_organization x ON x.campaign_id = c.id JOIN record o ON o.id = x.organization_id
    JOIN action a ON a.organization_id = o.id AND a.report_id = c.report_id AND a.printed
    LEFT JOIN LATERAL (SELECT max(u.entered_on) AS last, max(k.confirmed_on) AS confirmed FROM uptake_entry u LEFT JOIN uptake_confirmation k ON k.entry_id = u.id
      WHERE u.action_id = a.id AND ${isAnswer}) e ON true
    WHERE c.id = ANY (${campaignIds as string[]}::uuid[]) ${all ? sql`` : sql`AND o.slug = ANY (${slugs}::text[])`}
    GROUP BY c.id, o.id, x.contact, x.second_contact ORDER BY o.position, o.id`.execute(db);
  return rows;
}

export type Notice = {
  campaignId: string;
  organizationId: string;
  organizationName: string;
  kind: NoticeKind;
  days: number;
  recipient: string;
  queuedAt: string;
  /** How many mails it is, how many of them have left, and how many no mail server took. */
  mails: number;
  sent: number;
  failed: number;
};
/** The mails of campaigns that were queued, for the secretariat, each with what became of it. */
export async function readNotices(db: Database | Trx, campaignIds: readonly string[]): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    SELECT n.campaign_id AS "campaignId", n.organization_id AS "organizationId", o.content->>'shortName' AS "organizationName", n.kind, n.days, n.recipient, to_char(n.queued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "queuedAt",
      m.mails, m.sent, m.failed
    FROM campaign_notice n JOIN record o ON o.id = n.organization_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS mails, count(x.sent_at)::int AS sent, (count(*) FILTER (WHERE x.sent_at IS NULL AND x.last_error IS NOT NULL))::int AS failed
      FROM unnest(string_to_array(n.recipient, ', ')) address (one) JOIN mail_outbox x ON x.event_key = n.mail_key || address.one) m
    WHERE n.campaign_id = ANY (${campaignIds as string[]}::uuid[]) ORDER BY n.queued_at, n.kind, o.position`.execute(db);
  return rows;
}

export type LastAsked = { slug: string; on: string };
/** When campaigns on a report last wrote to which organization, as far as this person sees campaigns: of others than the secretariat, their own organizations alone. */
export async function readLastAsked(reader: Reader, user: User | null, reportId: string): Promise<LastAsked[]> {
  const slugs = (user?.memberships ?? []).flatMap((membership) => membership.organizationSlug ?? []);
  if (!canManageUptake(user) && slugs.length === 0) return [];
  return rowsOf(
    reader,
    sql<LastAsked>`
    SELECT o.slug, to_char(max(n.queued_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "on" FROM campaign_notice n JOIN campaign c ON c.id = n.campaign_id JOIN record o ON o.id = n.organization_id
    WHERE c.report_id = ${reportId}::uuid AND NOT c.demo ${canManageUptake(user) ? sql`` : sql`AND o.slug = ANY (${slugs}::text[])`} GROUP BY o.slug ORDER BY 1`,
  );
}

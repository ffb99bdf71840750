import { type RawBuilder, sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { mailAll, type Receiver } from '../contributions/mails.ts';
import { endAddress } from '../following/end-link.ts';
import { queueMails } from '../mail/queue.ts';
import { questionMeantForPerson, questionShownToPerson, questionsAbout } from './policy.ts';

export type MailSettings = { baseUrl: string; secret: string };
/** Why somebody gets a mail of a question. */
type Reason = 'ASKED' | 'ANSWERED' | 'OWNER';
type Reached = Receiver & { reason: Reason; owner: string | null };
export const questionAddress = (baseUrl: string, id: string) => `${baseUrl}/questions/${id}`;

/** So many people of those whose entry it is get one mail each at most. */
const OWNERS_MAX = 20;
/** Organizations whose entry a question is about, on `questionsAbout`. */
const owners = sql`(SELECT own.organization_id FROM record_owner own WHERE own.record_id = r.id UNION SELECT r.id WHERE r.kind = 'ORGANIZATION')`;
const active = sql`p.suspended_at IS NULL AND p.erased_at IS NULL`;

/** Those of a group of people who see the question today and want its mails, each with one reason. */
async function reached(trx: Trx, id: string, group: RawBuilder<unknown>, but: readonly string[], limit: number | null): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    SELECT DISTINCT ON (p.id) p.id, p.name, p.email, x.reason, x.owner FROM ${questionsAbout} CROSS JOIN LATERAL (${group}) x JOIN person p ON p.id = x.person_id
    WHERE q.id = ${id}::uuid AND ${active} AND p.id <> ALL (${[...but]}::uuid[]) AND ${questionShownToPerson}
      AND NOT EXISTS (SELECT FROM question_mute mu WHERE mu.question_id = q.id AND mu.person_id = p.id)
    ORDER BY p.id, x.place, x.owner LIMIT ${limit}`.execute(trx);
  return rows;
}
const inThread = sql`
  SELECT q.person_id, 'ASKED' AS reason, NULL AS owner, 1 AS place
  UNION ALL SELECT t.person_id, 'ANSWERED', NULL, 2 FROM question_post t WHERE t.question_id = q.id AND NOT t.asks AND t.hidden_at IS NULL`;
const ofOwners = sql`
  SELECT m.person_id, 'OWNER' AS reason, coalesce(o.content->>'shortName', o.title) AS owner, 1 AS place
  FROM membership m JOIN record o ON o.id = m.organization_id WHERE m.role IN ('FOCAL_POINT', 'PUBLISHER') AND m.organization_id IN ${owners}`;

const because = ({ reason, owner }: Reached) => (reason === 'OWNER' ? mailText('questionWhyOWNER', { owner: owner ?? '' }) : mailText(`questionWhy${reason}`));

/** @property event names what happened, once for each receiver; @property post about which the mail is, which is not sent when that is hidden before */
export type Told = { question: string; event: string; post?: string | undefined; but: readonly string[]; subject: string; text: string };

/** Mails what happened to those who asked and answered, or to those whose entry it is about, each with the reason and the way to end it. */
export async function tell(
  trx: Trx,
  { baseUrl, secret }: MailSettings,
  to: 'THREAD' | 'OWNERS',
  { question, event, post, but, subject, text }: Told,
): Promise<void> {
  const people = await reached(trx, question, to === 'THREAD' ? inThread : ofOwners, but, to === 'THREAD' ? null : OWNERS_MAX);
  await queueMails(
    trx,
    people.map((one) => {
      const end = endAddress(baseUrl, secret, { personId: one.id, question });
      return {
        key: `question:${question}:${post ?? ''}:${event}:${one.id}`,
        personId: one.id,
        address: one.email,
        subject,
        text: mailText('frame', {
          name: one.name,
          text: [text, mailText('questionHere', { address: questionAddress(baseUrl, question) }), `${because(one)} ${mailText('questionEnd', { end })}`].join(
            '\n\n',
          ),
        }),
        unsubscribe: end,
      };
    }),
  );
}

/**
 * The people who moderate a question and see it: the secretariat and publishers of those whose entry it is; the administrators where there are none.
 */
export async function moderatorsOf(trx: Trx, id: string, but: readonly string[]): Promise<Receiver[]> {
  const { rows } = await sql<Receiver & { spare: boolean }>`
    SELECT p.id, p.name, p.email, bool_and(m.role = 'ADMINISTRATOR') AS spare FROM ${questionsAbout}
      JOIN membership m ON m.role IN ('SECRETARIAT', 'ADMINISTRATOR') OR (m.role = 'PUBLISHER' AND m.organization_id IN ${owners})
      JOIN person p ON p.id = m.person_id
    WHERE q.id = ${id}::uuid AND ${active} AND p.id <> ALL (${[...but]}::uuid[]) AND ${questionMeantForPerson}
    GROUP BY p.id, p.name, p.email ORDER BY p.name, p.id`.execute(trx);
  const first = rows.filter(({ spare }) => !spare);
  return (first.length > 0 ? first : rows).slice(0, OWNERS_MAX);
}

/** Mails to moderators, and to an author of what was hidden: they come also to who wants no mails of the question. */
export const tellPeople = (trx: Trx, receivers: Receiver[], event: string, subject: string, text: string) =>
  mailAll(trx, receivers, event, subject, () => text);

/** What its receiver may still read of a mail of a question when it is sent: nothing where they do not see the question any more, or the post it is about was hidden. */
export async function questionTextNow(db: Database, { id, text }: { id: string; text: string }): Promise<string | null> {
  const { rows } = await sql<{ shown: boolean }>`
    SELECT coalesce(bool_or(${questionShownToPerson} AND (t.id IS NULL OR t.hidden_at IS NULL)), false) AS shown
    FROM mail_outbox o JOIN person p ON p.id = o.person_id AND ${active}
    LEFT JOIN question_post t ON t.id = nullif(split_part(o.event_key, ':', 3), '')::uuid
    JOIN ${questionsAbout} ON q.id = coalesce(t.question_id, split_part(o.event_key, ':', 2)::uuid) WHERE o.id = ${id}::uuid`.execute(db);
  return rows[0]?.shown ? text : null;
}

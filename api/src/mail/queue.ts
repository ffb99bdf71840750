import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';

export type Mail = {
  /** Names the event and the receiver, such as "review:<id>:reminder-1:<person>": the same event is never mailed twice. */
  key: string;
  personId?: string | null;
  address: string;
  /** Where an answer goes; to the library's own address unless given. */
  replyTo?: string;
  subject: string;
  /** Plain text. Links are whole addresses. */
  text: string;
};

/**
 * A mail's text without what its links let their holder do: tokens of sign-in, invitations and "still correct". The text
 * stays readable, and the addresses lead to their pages, which then say that the link is incomplete.
 */
export const withoutTokens = (text: string): string => text.replace(/([?&]token=)[^\s&#]+/g, '$1…').replace(/(\/reset-password\/)[^\s/?#]+/g, '$1…');

/** A mail as its row is written; `unsubscribe` is where its receiver ends mails of its kind with one click. */
export type WholeMail = Omit<Mail, 'personId' | 'replyTo'> & { personId: string; unsubscribe: string };

/** How often sending is tried, with growing pauses: about two days in all. */
export const MAIL_ATTEMPTS = 16;

const oneLine = (subject: string) => subject.replace(/[\r\n]+/g, ' ').slice(0, 300);

/**
 * Writes a mail into the outbox and its sending into the job queue, both in the transaction of the event it tells of: if
 * that is rolled back, neither is there.
 * @returns whether it is new; a mail with the same key is left as it is
 */
export async function queueMail(trx: Trx, mail: Mail): Promise<boolean> {
  const row = await trx
    .insertInto('mailOutbox')
    .values({
      eventKey: mail.key,
      personId: mail.personId ?? null,
      address: mail.address,
      replyTo: mail.replyTo ?? null,
      subject: oneLine(mail.subject),
      text: mail.text,
    })
    .onConflict((conflict) => conflict.column('eventKey').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await sql`SELECT graphile_worker.add_job('send_mail', json_build_object('id', ${row.id}::text), job_key => ${`mail:${row.id}`}, max_attempts => ${MAIL_ATTEMPTS})`.execute(
    trx,
  );
  return true;
}

/**
 * Writes many mails and their sending in the transaction of the event, in two statements however many they are.
 * @returns the id of each that is new, by its key
 */
export async function queueMails(trx: Trx, mails: readonly WholeMail[]): Promise<Map<string, string>> {
  if (mails.length === 0) return new Map();
  const column = (name: keyof WholeMail) => mails.map((mail) => (name === 'subject' ? oneLine(mail.subject) : mail[name]));
  const { rows } = await sql<{ id: string; key: string }>`
    INSERT INTO mail_outbox (event_key, person_id, address, subject, text, unsubscribe)
    SELECT * FROM unnest(${column('key')}::text[], ${column('personId')}::uuid[], ${column('address')}::text[], ${column('subject')}::text[], ${column('text')}::text[], ${column('unsubscribe')}::text[])
    ON CONFLICT (event_key) DO NOTHING RETURNING id, event_key AS key`.execute(trx);
  if (rows.length > 0)
    await sql`SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ('send_mail', json_build_object('id', m.id), NULL, NULL, ${MAIL_ATTEMPTS}::smallint, 'mail:' || m.id, NULL, NULL)::graphile_worker.job_spec FROM unnest(${rows.map(({ id }) => id)}::text[]) m (id)))`.execute(
      trx,
    );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

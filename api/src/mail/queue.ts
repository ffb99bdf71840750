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

/** How often sending is tried, with growing pauses: about two days in all. */
const MAIL_ATTEMPTS = 16;

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
      subject: mail.subject.replace(/[\r\n]+/g, ' ').slice(0, 300),
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

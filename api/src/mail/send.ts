import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createTransport, type Transporter } from 'nodemailer';
import type { Database } from '#prisma/database.ts';
import { withoutTokens } from './queue.ts';

/** Sends a queued mail once. */
export type Sender = { send: (id: string) => Promise<'SENT' | 'ALREADY' | 'KEPT' | 'GONE'>; close: () => void };

/** For how many seconds a mail is claimed, and after how many the claim is renewed. */
const CLAIM = 60;
const RENEW = 15;
/** For how long the note that a mail was accepted is tried, and how often (milliseconds): less than what the claim has left, so that nobody else sends it meanwhile. */
const NOTING = 40_000;
const NOTE_AGAIN = 500;
/** How long a mail server may say nothing, in milliseconds: before it has said who it is, and later. It may take its time to accept (RFC 5321, 4.5.3.2.6). */
const GREETING = 30_000;
const SILENCE = 300_000;

/**
 * Sends mails of the outbox through SMTP. Who sends one claims its row for a minute and renews the claim while the server is
 * spoken to: no other worker sends it meanwhile, no transaction is open, and the claim of a process that died ends by itself.
 * The Message-ID is made from the row, so that a mail sent twice because the process died between the server's "accepted" and our
 * note of it is one mail to the receiver's program.
 * @param textNow what of a mail that can be ended its receiver may still read when it is sent; null where nothing of it is left, and then it goes unsent
 * @param smtpUrl null where no server is configured: mails stay in the outbox, to be looked at
 */
export function makeSender(
  db: Database,
  { smtpUrl, mailFrom, baseUrl }: { smtpUrl: string | null; mailFrom: string; baseUrl: string },
  textNow: (mail: { id: string; eventKey: string; text: string }) => Promise<string | null> = async ({ text }) => text,
): Sender {
  const transport: Transporter | null = smtpUrl
    ? createTransport(smtpUrl, {
        from: mailFrom,
        disableFileAccess: true,
        disableUrlAccess: true,
        connectionTimeout: GREETING,
        greetingTimeout: GREETING,
        socketTimeout: SILENCE,
      } as never)
    : null;
  const host = new URL(baseUrl).hostname;
  const claim = sql<Date>`now() + make_interval(secs => ${CLAIM})`;
  return {
    async send(id) {
      const found = await db.selectFrom('mailOutbox').select(['address', 'sentAt']).where('id', '=', id).executeTakeFirst();
      if (!found) return 'GONE';
      if (found.sentAt) return 'ALREADY';
      // Addresses below .invalid are those of demonstration and erased accounts: nobody receives there (RFC 2606).
      if (!transport || found.address.endsWith('.invalid')) return 'KEPT';
      const mail = await db
        .updateTable('mailOutbox')
        .set({ sendingUntil: claim })
        .where('id', '=', id)
        .where('sentAt', 'is', null)
        .where((free) => free.or([free('sendingUntil', 'is', null), free('sendingUntil', '<', sql<Date>`now()`)]))
        .returningAll()
        .executeTakeFirst();
      // Sent meanwhile, or about to be: the job queue asks again, and then it is one or the other.
      if (!mail) throw new Error('Another worker is sending this mail.');
      const text = mail.unsubscribe === null ? mail.text : await textNow(mail);
      if (text === null) {
        await db.deleteFrom('mailOutbox').where('id', '=', id).execute();
        return 'GONE';
      }
      const renewing = setInterval(() => {
        void db
          .updateTable('mailOutbox')
          .set({ sendingUntil: claim })
          .where('id', '=', id)
          .where('sentAt', 'is', null)
          .execute()
          .catch(() => undefined);
      }, RENEW * 1000);
      try {
        await transport.sendMail({
          to: mail.address,
          ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
          subject: mail.subject,
          text,
          messageId: `<${mail.id}@${host}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            // RFC 2369 and RFC 8058: a POST there ends mails of this kind; opening it does nothing.
            ...(mail.unsubscribe ? { 'List-Unsubscribe': `<${mail.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
          },
        });
      } catch (error) {
        await db
          .updateTable('mailOutbox')
          .set({ attempts: sql`attempts + 1`, lastError: (error as Error).message.slice(0, 500), sendingUntil: null })
          .where('id', '=', id)
          .execute();
        // Thrown after the attempt is noted: the job queue tries again, later each time.
        throw error;
      } finally {
        clearInterval(renewing);
      }
      // A database that is away for a moment must not have the mail sent again. Whoever reads the outbox or the database later does not need what the links let their receiver do.
      for (const until = Date.now() + NOTING; ; await wait(NOTE_AGAIN))
        try {
          await db
            .updateTable('mailOutbox')
            .set({ attempts: sql`attempts + 1`, lastError: null, sentAt: sql`now()`, sendingUntil: null, text: withoutTokens(text), unsubscribe: null })
            .where('id', '=', id)
            .execute();
          return 'SENT';
        } catch (error) {
          if (Date.now() > until) throw error;
        }
    },
    close: () => transport?.close(),
  };
}

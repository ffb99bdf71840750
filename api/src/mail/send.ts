import { sql } from 'kysely';
import { createTransport, type Transporter } from 'nodemailer';
import type { Database } from '#prisma/database.ts';
import { withoutTokens } from './queue.ts';

/** Sends a queued mail once. */
export type Sender = { send: (id: string) => Promise<'SENT' | 'ALREADY' | 'KEPT' | 'GONE'>; close: () => void };

/**
 * Sends mails of the outbox through SMTP. While one is being sent its row is locked, so that two workers cannot send it
 * both; the Message-ID is made from the row, so that a mail sent twice because the process died between the server's
 * "accepted" and our note of it is one mail to the receiver's program.
 * @param smtpUrl null where no server is configured: mails stay in the outbox, to be looked at
 */
export function makeSender(db: Database, { smtpUrl, mailFrom, baseUrl }: { smtpUrl: string | null; mailFrom: string; baseUrl: string }): Sender {
  const transport: Transporter | null = smtpUrl ? createTransport(smtpUrl, { from: mailFrom, disableFileAccess: true, disableUrlAccess: true } as never) : null;
  const host = new URL(baseUrl).hostname;
  return {
    async send(id) {
      let failure: Error | null = null;
      const outcome = await db.transaction().execute(async (trx) => {
        const mail = await trx.selectFrom('mailOutbox').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
        if (!mail) return 'GONE';
        if (mail.sentAt) return 'ALREADY';
        // Addresses below .invalid are those of demonstration and erased accounts: nobody receives there (RFC 2606).
        if (!transport || mail.address.endsWith('.invalid')) return 'KEPT';
        try {
          await transport.sendMail({
            to: mail.address,
            subject: mail.subject,
            text: mail.text,
            messageId: `<${mail.id}@${host}>`,
            headers: { 'Auto-Submitted': 'auto-generated' },
          });
        } catch (error) {
          failure = error as Error;
          await trx
            .updateTable('mailOutbox')
            .set({ attempts: sql`attempts + 1`, lastError: failure.message.slice(0, 500) })
            .where('id', '=', id)
            .execute();
          return 'KEPT';
        }
        // Whoever reads the outbox or the database later does not need what the links let their receiver do.
        await trx
          .updateTable('mailOutbox')
          .set({ attempts: sql`attempts + 1`, lastError: null, sentAt: sql`now()`, text: withoutTokens(mail.text) })
          .where('id', '=', id)
          .execute();
        return 'SENT';
      });
      // Thrown after the attempt is noted: the job queue tries again, later each time.
      if (failure) throw failure;
      return outcome;
    },
    close: () => transport?.close(),
  };
}

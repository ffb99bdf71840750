import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { queueMail } from '#api/mail/queue.ts';
import { testDatabase } from '#test/database.ts';
import { startWorker } from './worker.ts';

const { db, pool } = await testDatabase();

it('sends each mail once, after a failed first attempt too', async () => {
  const received: string[] = [];
  let refusals = 1;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        if (refusals-- > 0) return done(new Error('not now'));
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = await startWorker({
    db,
    pool,
    settings: { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'atrium@example.org', baseUrl: 'http://localhost:3000' },
    report: () => {},
  });
  try {
    const mail = {
      key: 'event:1',
      address: 'person@example.org',
      subject: 'A subject',
      text: 'Words.\nhttp://localhost:3000/invitation?token=secret-of-the-link',
    };
    expect(await db.transaction().execute((trx) => queueMail(trx, mail))).toBe(true);
    expect(await db.transaction().execute((trx) => queueMail(trx, mail))).toBe(false);
    // What is rolled back is not sent.
    await expect(
      db.transaction().execute(async (trx) => {
        await queueMail(trx, { ...mail, key: 'event:2' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await expect
      .poll(
        async () =>
          (await db.selectFrom('mailOutbox').select(['attempts', 'sentAt', 'lastError']).execute()).map((row) => [
            row.attempts,
            row.sentAt !== null,
            row.lastError === null,
          ]),
        { timeout: 25_000, interval: 250 },
      )
      .toEqual([[2, true, true]]);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('Subject: A subject');
    // The receiver has the link; the outbox no longer does.
    expect(received[0]?.replaceAll('=\r\n', '')).toContain('secret-of-the-link');
    expect(await db.selectFrom('mailOutbox').select('text').executeTakeFirst()).toEqual({ text: 'Words.\nhttp://localhost:3000/invitation?token=…' });
    expect(received[0]).toMatch(/Message-ID: <[0-9a-f-]{36}@localhost>/);
  } finally {
    await stop();
    await new Promise<void>((done) => server.close(() => done()));
  }
});

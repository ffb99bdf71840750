import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { queueMail } from '#api/mail/queue.ts';
import { connect } from '#prisma/database.ts';
import { makeSender } from '#api/mail/send.ts';
import { sql } from 'kysely';
import { testDatabase } from '#test/database.ts';
import { startWorker } from './worker.ts';

const { db, pool, url } = await testDatabase();

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

it('sends a mail once through a server that is slow to accept, with no transaction open, and leaves the claim of who died to the next', async () => {
  let accept: (() => void) | null = null;
  let received = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        received++;
        accept = () => done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  const settings = {
    smtpUrl: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    mailFrom: 'atrium@example.org',
    baseUrl: 'http://localhost:3000',
  };
  const [one, other] = [makeSender(db, settings), makeSender(db, settings)];
  try {
    await db.transaction().execute((trx) => queueMail(trx, { key: 'slow', address: 'slow@example.org', subject: 'Slow', text: 'Words.' }));
    const { id } = await db.selectFrom('mailOutbox').select('id').where('eventKey', '=', 'slow').executeTakeFirstOrThrow();
    const sending = one.send(id);
    await expect.poll(() => accept !== null, { timeout: 20_000, interval: 50 }).toBe(true);
    const { rows } = await sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`.execute(db);
    expect(rows).toEqual([]);
    await expect(other.send(id)).rejects.toThrow('Another worker is sending this mail.');
    (accept as unknown as () => void)();
    expect(await sending).toBe('SENT');
    expect(await other.send(id)).toBe('ALREADY');
    expect(received).toBe(1);

    // The database refuses the note that it was accepted: the note is tried again, the mail is not.
    await db.transaction().execute((trx) => queueMail(trx, { key: 'noted', address: 'slow@example.org', subject: 'Noted', text: 'Words.' }));
    const noted = await db.selectFrom('mailOutbox').select('id').where('eventKey', '=', 'noted').executeTakeFirstOrThrow();
    accept = null;
    const noting = one.send(noted.id);
    await expect.poll(() => accept !== null, { timeout: 20_000, interval: 50 }).toBe(true);
    await sql`ALTER TABLE mail_outbox ADD CONSTRAINT refused CHECK (event_key <> 'noted' OR sent_at IS NULL)`.execute(db);
    (accept as unknown as () => void)();
    await expect(Promise.race([noting, new Promise((done) => setTimeout(() => done('STILL'), 700))])).resolves.toBe('STILL');
    await sql`ALTER TABLE mail_outbox DROP CONSTRAINT refused`.execute(db);
    expect(await noting).toBe('SENT');
    expect(received).toBe(2);

    // Somebody claimed it and died: the claim ends by itself.
    await db.transaction().execute((trx) => queueMail(trx, { key: 'died', address: 'slow@example.org', subject: 'Died', text: 'Words.' }));
    const died = await db.selectFrom('mailOutbox').select('id').where('eventKey', '=', 'died').executeTakeFirstOrThrow();
    await sql`UPDATE mail_outbox SET sending_until = now() + interval '1 minute' WHERE id = ${died.id}::uuid`.execute(db);
    await expect(other.send(died.id)).rejects.toThrow('Another worker');
    await sql`UPDATE mail_outbox SET sending_until = now() - interval '1 second' WHERE id = ${died.id}::uuid`.execute(db);
    accept = null;
    const again = other.send(died.id);
    await expect.poll(() => accept !== null, { timeout: 20_000, interval: 50 }).toBe(true);
    (accept as unknown as () => void)();
    expect(await again).toBe('SENT');
  } finally {
    one.close();
    other.close();
    await new Promise<void>((done) => server.close(() => done()));
  }
});

it('does its jobs over a pool of two connections: what listens and shows that it lives has its own', { timeout: 60_000 }, async () => {
  const small = connect(url, { max: 2 });
  const done: string[] = [];
  const stop = await startWorker({
    ...small,
    settings: { smtpUrl: null, mailFrom: 'atrium@example.org', baseUrl: 'http://localhost:3000' },
    report: (said) => done.push(said),
    tasks: {
      holds: async () => {
        await small.db.transaction().execute(async (trx) => {
          await sql`SELECT pg_sleep(0.3)`.execute(trx);
        });
        done.push('held');
      },
    },
  });
  try {
    for (let job = 0; job < 6; job++) await pool.query("SELECT graphile_worker.add_job('holds')");
    await expect.poll(() => done, { timeout: 30_000 }).toEqual(Array.from({ length: 6 }, () => 'held'));
  } finally {
    await stop();
    await small.close();
  }
});

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bytesOf, pathOf } from '#api/files/bytes.ts';
import { testDatabase } from '#test/database.ts';
import { forgetOld } from './retention.ts';

const { db, pool } = await testDatabase('library_template');
const folder = await mkdtemp(join(tmpdir(), 'atrium-retention-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const files = bytesOf({ filesDir: folder });
const keep = { mailDays: 365, invitationDays: 90, uploadDays: 90, auditDays: 400 };
const ago = (days: number) => `now() - interval '${days} days'`;
const namesIn = async () => {
  const names: string[] = [];
  for await (const { name } of files.list()) names.push(name);
  return names;
};
const one = async <Value>(text: string, values: unknown[] = []) => (await pool.query<{ value: Value }>(text, values)).rows[0]?.value as Value;

it('removes what is older than it is kept, leaves what somebody needs, and does it once', async () => {
  const person = await one<string>("INSERT INTO person (name, email, email_verified) VALUES ('Person', 'person@example.org', true) RETURNING id AS value");
  const webhook = await one<string>(
    "INSERT INTO webhook (person_id, name, address, topics, nonce) VALUES ($1, 'A copy', 'https://hooks.example.org/', '{RECORDS}', 'n') RETURNING id AS value",
    [person],
  );
  for (const days of [31, 29])
    await pool.query(
      `INSERT INTO webhook_delivery (webhook_id, event_key, type, happened_at, created_at) VALUES ($1, $2, 'atrium.trial', now(), ${ago(days)})`,
      [webhook, `trial:${days}`],
    );
  await pool.query(`INSERT INTO audit_event (kind, outcome, at) VALUES ('SIGN_IN', 'DONE', ${ago(401)}), ('SIGN_IN', 'DONE', ${ago(399)})`);
  await pool.query(`
    INSERT INTO mail_outbox (event_key, address, subject, text, created_at, sent_at)
    VALUES ('old', 'old@example.org', 'A subject', 'Words.', ${ago(366)}, ${ago(366)}), ('new', 'new@example.org', 'A subject', 'Words.', ${ago(364)}, ${ago(364)})`);
  await pool.query(
    `INSERT INTO invitation (email, role, token_hash, invited_by, created_at, expires_at, accepted_at)
     VALUES ('a@example.org', 'SECRETARIAT', 'a', $1, ${ago(200)}, ${ago(193)}, ${ago(195)}), ('b@example.org', 'SECRETARIAT', 'b', $1, ${ago(95)}, ${ago(88)}, NULL)`,
    [person],
  );
  const draft = (state: string) =>
    one<string>(`INSERT INTO draft (kind, content, state, author_id, updated_at) VALUES ('LESSON', '{}', '${state}', $1, ${ago(100)}) RETURNING id AS value`, [
      person,
    ]);
  const [withdrawn, open] = [await draft('WITHDRAWN'), await draft('DRAFT')];
  const hashes: Record<string, string> = {};
  const upload = async (name: string, draftId: string | null, days: number) => {
    const bytes = Buffer.from(name);
    const hash = createHash('sha256').update(bytes).digest('hex');
    hashes[name] = hash;
    await files.put(hash, bytes);
    await pool.query(
      `INSERT INTO file (hash, name, type, size, uploaded_by, draft_id, created_at) VALUES ($1, $2, 'application/pdf', 1, $3, $4, ${ago(days)})`,
      [hash, name, person, draftId],
    );
  };
  await upload('loose', null, 91);
  await upload('loose, new', null, 89);
  await upload('withdrawn', withdrawn, 91);
  await upload('open', open, 91);
  await upload('evidence', null, 91);
  await pool.query(`UPDATE draft SET content = jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('file', $1::text))) WHERE id = $2`, [
    hashes['evidence'],
    open,
  ]);
  // What an upload that was killed left, and bytes of one that is under way.
  const place = pathOf(folder, hashes['loose'] as string);
  await writeFile(`${place}.0000`, 'half');
  for (const name of await readdir(folder, { recursive: true })) await utimes(join(folder, name), new Date('2025-01-01'), new Date('2025-01-01'));
  await writeFile(`${place}.1111`, 'under way');

  expect(await forgetOld(db, keep, files)).toEqual({ audit: 1, mails: 1, invitations: 1, uploads: 2, bytes: 3, deliveries: 1 });
  const left = await pool.query('SELECT name FROM file ORDER BY name');
  expect(left.rows.map(({ name }) => name)).toEqual(['evidence', 'loose, new', 'open']);
  expect((await namesIn()).sort()).toEqual([hashes['evidence'], hashes['loose, new'], hashes['open'], `${hashes['loose']}.1111`].sort());
  // The event of the mail stays, so that it is not mailed again; who got it and what it said do not.
  expect((await pool.query("SELECT address, text FROM mail_outbox WHERE event_key = 'old'")).rows).toEqual([{ address: 'removed@outbox.invalid', text: '' }]);
  expect(await forgetOld(db, keep, files)).toEqual({ audit: 0, mails: 0, invitations: 0, uploads: 0, bytes: 0, deliveries: 0 });
});

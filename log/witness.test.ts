import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import type { Trx } from '#prisma/database.ts';
import { latestCheckpoint, LogRefused } from '#api/log/checkpoint.ts';
import { readKeeper } from '#api/log/key.ts';
import { newSigner, openCheckpoint, readVerifier, signNote } from '#api/log/note.ts';
import { leafHash, nodeHash } from '#api/log/tree.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { sendDigests } from '#api/uptake/follow/subscriptions.ts';
import { entryHash, type LogLine } from '#prisma/entry.ts';
import { testApp } from '#test/ask.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';

// What others do with the log from outside: a witness that signs too, and proofs from files.

const { db, services, demo, goLive, ask, mails } = await contributeLibrary();
const folder = await mkdtemp(join(tmpdir(), 'atrium-witness-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const keeper = readKeeper({ dataDir: join(folder, 'data'), baseUrl: 'https://atrium.example.org/', key: undefined });
services.accounts.settings.log = keeper;
const app = await testApp(services);
const url = await app.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => app.close());
const file = (name: string) => join(folder, name);
const save = async (name: string, text: string) => {
  await writeFile(file(name), text);
  return file(name);
};
const get = async (path: string) => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

type Ran = { code: number; out: string; err: string };
/** A command as a person runs it, without any setting of a database. */
const run = (script: 'witness' | 'prove' | 'verify', ...args: string[]) =>
  new Promise<Ran>((done) => {
    execFile(process.execPath, [`log/${script}.ts`, ...args], { env: { PATH: process.env['PATH'] ?? '' } as unknown as NodeJS.ProcessEnv }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

it('publishes a checkpoint in the form of C2SP, with a key apart from the database', async () => {
  const { status, type, text } = await get('/log/checkpoint');
  expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
  const key = (await get('/log/key')).text.trim();
  expect(key).toMatch(/^atrium\.example\.org\/log\+[0-9a-f]{8}\+A/);
  const checkpoint = openCheckpoint(text, readVerifier(key));
  expect(checkpoint.origin).toBe('atrium.example.org/log');
  expect(checkpoint.size).toBe((await sql<{ n: number }>`SELECT count(*) AS n FROM log_entry`.execute(db)).rows[0]?.n);
  expect((await get('/log/checkpoint')).text).toBe(text);
  expect((await stat(file('data/log-key'))).mode & 0o077).toBe(0);
  expect(readKeeper({ dataDir: file('data'), baseUrl: 'https://other.example.org', key: undefined }).signer.text).toBe(keeper.signer.text);
  expect((await sql<{ found: boolean }>`SELECT EXISTS (SELECT FROM log_checkpoint WHERE note LIKE '%PRIVATE%') AS found`.execute(db)).rows[0]?.found).toBe(
    false,
  );
});

it('keeps no row that is no checkpoint, and none of a log that is not there yet; junk keeps no genuine one out', async () => {
  const note = await latestCheckpoint(db, keeper);
  const { size } = openCheckpoint(note, keeper.signer.verifier);
  const put = (at: number, text: string) =>
    sql`INSERT INTO log_checkpoint (size, note) VALUES (${at}, ${text})`.execute(db).then(
      () => 'kept',
      (error: { code?: string }) => error.code,
    );
  const other = note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`);
  for (const [at, text] of [
    [size + 100, 'x'],
    [size, 'x'],
    [size + 100, note.replace(`\n${size}\n`, `\n${size + 100}\n`)],
    [size - 1, note],
    [size, note.slice(0, note.indexOf('\n\n') + 1)],
  ] as const)
    expect([at, text.slice(0, 20), await put(at, text)]).toEqual([at, text.slice(0, 20), '23000']);
  // Its form alone the database can know: who reads it looks for what this key signed.
  expect(await put(size - 1, other.replace(`\n${size}\n`, `\n${size - 1}\n`))).toBe('kept');
  expect(await put(size, other)).toBe('kept');
  const asked = (await (await fetch(`${url}/graphql?query=${encodeURIComponent('{ logCheckpoint { note } }')}`)).json()) as {
    data: { logCheckpoint: { note: string } };
  };
  expect(asked.data.logCheckpoint.note).toBe(note);
  expect((await verifyDatabase(db, keeper)).faults.map((one) => one.message).join('\n')).toMatch(/checkpoint of \d+ entries cannot be used/);
  await db.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    await sql`DELETE FROM log_checkpoint WHERE note <> ${note} AND size >= ${size - 1}`.execute(trx);
  });
});

it('gives the tiles and entries of C2SP tlog-tiles: the first tile leads to the hash of the one above', async () => {
  const bytes = async (path: string) => Buffer.from(await (await fetch(`${url}/log/tile/${path}`)).arrayBuffer());
  const leaves = await bytes('0/000');
  const bundle = await bytes('entries/000');
  expect([leaves.length, bundle.length]).toEqual([256 * 32, 256 * 34]);
  let level: Buffer[] = Array.from({ length: 256 }, (_, at) => leafHash(bundle.subarray(at * 34 + 2, at * 34 + 34)));
  expect(Buffer.concat(level).equals(leaves)).toBe(true);
  while (level.length > 1) level = Array.from({ length: level.length / 2 }, (_, at) => nodeHash(level[2 * at] as Buffer, level[2 * at + 1] as Buffer));
  expect((await bytes('1/000.p/1')).equals(level[0] as Buffer)).toBe(true);
  expect((await bytes('0/002.p/8')).length).toBe(8 * 32);
  for (const path of ['0/003', '0/000.p/256', '0/000.p/0', '7/000', 'x/000', '0/0', '0/x000', 'entries/900', '0/000/../1'])
    expect([path, (await get(`/log/tile/${path}`)).status]).toEqual([path, 404]);
});

it('tells the public the hash of an entry only, those who oversee the log all of it', async () => {
  const { text, type } = await get('/log/entries?from=10&to=12');
  expect(type).toContain('application/jsonl');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
  expect(lines.map((line) => Object.keys(line))).toEqual([10, 11, 12].map(() => ['sequence', 'hash']));
  const secretariat = await demo('secretariat');
  const all = await app.inject({ url: '/log/entries?from=10&to=12', headers: { 'x-person': secretariat.id } });
  const whole = all.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
  expect(whole.map((line) => entryHash(line))).toEqual(lines.map((line) => line.hash));
  expect(all.headers['cache-control']).toBe('private, no-store');
  for (const query of ['from=0', 'from=5&to=4', 'from=1&to=1001', 'from=x', 'from=1&to=-1', 'from=1&from=2'])
    expect([query, (await get(`/log/entries?${query}`)).status]).toEqual([query, 400]);
});

it('a witness pins the key, signs too, follows the log as it grows, and its cosigned checkpoint proves a version from files', async () => {
  const state = file('witness.json');
  expect(await run('witness', url, '--state', state)).toMatchObject({ code: 1, err: expect.stringContaining('Give the witness a name') });
  const first = await run('witness', url, '--state', state, '--name', 'witness.example.int/w1');
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('Compare it with the key you have from elsewhere') });
  const witness = /The key of this witness: (\S+)/.exec(first.err)?.[1] ?? '';
  expect(openCheckpoint(first.out, readVerifier(witness)).at).not.toBeNull();
  const older = await save('older.txt', first.out);
  expect((await stat(state)).mode & 0o077).toBe(0);

  await goLive({ content: lessonOf('A lesson for a proof', { contacts: [{ name: 'An office', email: 'office@example.org' }] }), reason: 'For a check.' });
  const second = await run('witness', url, '--state', state);
  expect(second).toMatchObject({ code: 0, err: expect.stringContaining('a continuation of what was signed before') });
  expect((await run('witness', url, '--state', state)).code).toBe(0);
  const key = await save('key.txt', (await get('/log/key')).text);

  const version = await get('/log/proof?kind=LESSON&slug=a-lesson-for-a-proof&version=1');
  expect(version.text).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra /);
  const proof = await save('version.tlog-proof', version.text);
  const proven = await run('prove', proof, '--key', key, '--content');
  expect(proven).toMatchObject({ code: 0, err: '' });
  expect(proven.out).toMatch(
    /^Version 1 of the lesson "a-lesson-for-a-proof", published at \S+ for "fao", is entry \d+ of the \d+ that atrium\.example\.org\/log signed, with the very content in the proof\.\n/,
  );
  expect(JSON.parse(proven.out.slice(proven.out.indexOf('\n')))).toMatchObject({ title: 'A lesson for a proof' });
  // Of the version that the UN system sees more of, the public gets what it sees, and can prove that.
  expect(proven.out).not.toContain('office@example.org');
  expect(Buffer.from(/extra (\S+)/.exec(version.text)?.[1] ?? '', 'base64').toString()).not.toContain('office@example.org');

  // With the signature of the witness, as somebody puts the two files together.
  const cosigned = await save('cosigned.tlog-proof', `${version.text}${second.out.trimEnd().split('\n').at(-1)}\n`);
  expect((await run('prove', cosigned, '--key', key, '--witness', witness)).code).toBe(0);
  expect((await run('prove', proof, '--key', key, '--witness', witness)).err).toMatch(/^Not proven: it has no signature of the key witness/);

  const size = openCheckpoint(first.out, keeper.signer.verifier).size;
  const grown = await save('grown.txt', (await get(`/log/proof?old=${size}`)).text);
  const consistent = await run('prove', grown, '--key', key, '--older', older);
  expect(consistent).toMatchObject({ code: 0, err: '' });
  expect(consistent.out).toMatch(new RegExp(`is a continuation of the one of ${size} entries: nothing was changed or removed\\.`));

  const entry = await save('entry.txt', (await get('/log/proof?entry=10')).text);
  const [{ hash }] = (await get('/log/entries?from=10&to=10')).text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine) as [LogLine];
  expect((await run('prove', entry, '--key', key, '--hash', hash)).out).toContain('It is entry 10 of the');
  expect((await run('prove', entry, '--key', key, '--hash', hash.replace(/./, '0').replace(/.$/, '1'))).err).toContain(
    'Not proven: the entry with this hash is not in the log',
  );
  expect((await run('prove', entry, '--key', key)).err).toContain('Give its hash');

  // What was changed in a file proves nothing.
  const extra = /extra (\S+)/.exec(version.text)?.[1] ?? '';
  const forged = (change: (text: string) => string) =>
    version.text.replace(extra, Buffer.from(change(Buffer.from(extra, 'base64').toString())).toString('base64'));
  const lies: [string, RegExp][] = [
    [forged((text) => text.replace('A lesson for a proof', 'A forged lesson')), /the version is not the one that the entry seals/],
    [forged((text) => text.replace('\\"organization\\":\\"fao\\"', '\\"organization\\":\\"wfp\\"')), /the entry is not in the log of this checkpoint/],
    [version.text.replace(/index \d+/, 'index 5'), /what it says of the entry cannot be read/],
    [version.text.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\n'), /the entry is not in the log/],
    [version.text.replace(/\n(\d+)\n([A-Za-z0-9+/]{43}=)\n\n/, '\n1\n$2\n\n'), /the signature of atrium\.example\.org\/log does not fit/],
    ['words', /no proof in the form/],
  ];
  for (const [index, [text, message]] of lies.entries()) {
    const ran = await run('prove', await save(`lie-${index}`, text), '--key', key);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(message);
  }
  const short = await save('short.txt', grown.replace(/^$/, ''));
  await writeFile(short, (await readFile(grown, 'utf8')).replace(`old ${size}`, `old ${size - 1}`));
  expect((await run('prove', short, '--key', key, '--older', older)).err).toContain(`Not proven: it begins at ${size - 1} entries`);
}, 120_000);

it('gives proofs of nothing that a reader does not see', async () => {
  await goLive({ content: lessonOf('A lesson for the system', { audience: 'UN_SYSTEM' }), reason: 'For a check.' });
  // The address of what is not public does not tell its title.
  const { slug } = await db.selectFrom('record').select('slug').where('title', '=', 'A lesson for the system').executeTakeFirstOrThrow();
  const path = `/log/proof?kind=LESSON&slug=${slug}&version=1`;
  const absent = await get('/log/proof?kind=LESSON&slug=no-such-lesson&version=1');
  expect(await get(path)).toEqual(absent);
  expect(absent.status).toBe(404);
  const member = await demo('fao-focal-point');
  const seen = await app.inject({ url: path, headers: { 'x-person': member.id } });
  expect([seen.statusCode, seen.headers['cache-control']]).toEqual([200, 'private, no-store']);
  const ran = await run('prove', await save('system.tlog-proof', seen.body), '--key', keeper.signer.verifier.text);
  expect(ran.out).toContain('with the very content in the proof');
  const broken = [
    'kind=FORGED&slug=x&version=1',
    'kind=LESSON&slug=%00&version=1',
    'kind=LESSON&slug=x&version=99999999999',
    'entry=0',
    'entry=99999999',
    'old=99999999',
  ];
  for (const query of broken) expect([query, (await get(`/log/proof?${query}`)).status]).toEqual([query, 404]);
  for (const query of ['', 'old=x', 'entry=-1', 'kind=LESSON']) expect([query, (await get(`/log/proof?${query}`)).status]).toEqual([query, 400]);
}, 60_000);

it('stands in mails to those who follow the uptake', async () => {
  const publisher = await demo('fao-publisher');
  const focal = await demo('fao-focal-point');
  await ask(publisher, 'mutation { followUptake(organization: "fao", frequency: DAILY, internal: true) { __typename } }');
  await sql`UPDATE uptake_subscription SET told_until = now() - interval '1 day'`.execute(db);
  const { reportUptake } = await import('#api/uptake/write.ts');
  await reportUptake(db, focal, {
    cell: { recommendation: '1', organization: 'fao' },
    given: { effectiveDate: '2024-05-01', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
    idempotencyKey: 'for-a-digest',
  });
  expect(await sendDigests(db, 'DAILY', { baseUrl: 'https://atrium.example.org', log: keeper })).toBe(1);
  const text = (await mails()).find((mail) => mail.subject.includes('changes'))?.text ?? '';
  expect(text).toContain('atrium.example.org/log');
  // The mail as it was kept is the older checkpoint of a later check.
  const mail = await save('mail.txt', `${text.replaceAll('\n', '\r\n')}\r\n\r\n`);
  const { size } = openCheckpoint(text.slice(text.lastIndexOf('\natrium.example.org/log\n') + 1), keeper.signer.verifier);
  const proof = await save('since-mail.txt', (await get(`/log/proof?old=${size}`)).text);
  expect((await run('prove', proof, '--key', keeper.signer.verifier.text, '--older', mail)).code).toBe(0);
}, 60_000);

it('a witness refuses a rewritten history and a shorter one in a sentence, and keeps the evidence', async () => {
  const state = file('witness.json');
  const before = await readFile(state, 'utf8');
  /** The same log with another history, as its keeper would serve it who holds the key. */
  const lie = async (note: string, proof = '') => {
    const server = createServer((request, response) => response.end(request.url?.startsWith('/log/proof') ? proof : note));
    const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)));
    const ran = await run('witness', `http://127.0.0.1:${port}`, '--state', state);
    server.close();
    expect(await readFile(state, 'utf8')).toBe(before);
    return ran;
  };
  const last = openCheckpoint((JSON.parse(before) as { note: string }).note, keeper.signer.verifier);
  const signed = (size: number, root: Buffer) => signNote(keeper.signer, `${last.origin}\n${size}\n${root.toString('base64')}\n`, new Date());
  const other = Buffer.alloc(32, 1);
  const shrunk = await lie(signed(last.size - 1, other));
  expect(shrunk).toMatchObject({ code: 1, out: '' });
  expect(shrunk.err).toContain(`Not signed: the log shrank from ${last.size} to ${last.size - 1} entries.`);
  expect(await readFile(`${state}.refused`, 'utf8')).toContain(`\n${last.size - 1}\n`);
  expect((await lie(signed(last.size, other))).err).toContain('history was rewritten');
  const longer = signed(last.size + 1, other);
  expect((await lie(longer, `old ${last.size}\n${other.toString('base64')}\n\n${longer}`)).err).toContain(
    `the first ${last.size} entries are not those of the older checkpoint: history was rewritten`,
  );
  expect((await lie(signNote(newSigner(last.origin, 'NOTE'), last.text, new Date()))).err).toContain('it has no signature of the key');
  expect((await lie('words')).err).toContain('it is no signed note');
  expect((await run('witness', url, '--state', state, '--key', newSigner('x', 'NOTE').verifier.text)).err).toContain('is another one');
  expect((await run('witness', 'http://127.0.0.1:9', '--state', state)).err).toContain('Nothing was signed.');
  expect((await run('witness')).err).toContain('Name the library');
}, 120_000);

it('the key signs nothing that is no continuation of what it signed, and log:verify says so', async () => {
  const now = openCheckpoint(await latestCheckpoint(db, keeper), keeper.signer.verifier);
  expect((await verifyDatabase(db, keeper)).faults).toEqual([]);
  const exported = (
    await sql<LogLine>`SELECT sequence, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt", kind, body, previous, hash FROM log_entry ORDER BY sequence`.execute(
      db,
    )
  ).rows;
  const lines = await save('log.jsonl', exported.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const note = await save('now.txt', await latestCheckpoint(db, keeper));
  expect((await run('verify', lines, note, keeper.signer.verifier.text)).out).toContain('The log fits');
  const cut = await save(
    'cut.jsonl',
    exported
      .slice(0, -1)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
  expect((await run('verify', cut, note)).err).toContain(`the checkpoint covers ${now.size} entries, the log has ${now.size - 1}: its end was cut off`);

  // Who owns the tables takes entries out and leaves the tree: nothing more is signed.
  const taken = await db.selectFrom('logEntry').selectAll().where('sequence', 'in', ['2', '3']).execute();
  const asOwner = (run: (trx: Trx) => Promise<unknown>) =>
    db.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await run(trx);
    });
  await asOwner((trx) => trx.deleteFrom('logEntry').where('sequence', 'in', ['2', '3']).execute());
  await expect(latestCheckpoint(db, keeper)).rejects.toThrow('some were removed');
  expect((await get('/log/checkpoint')).status).toBe(503);
  await asOwner((trx) => trx.insertInto('logEntry').values(taken).execute());
  expect(await latestCheckpoint(db, keeper)).toContain(`\n${now.size}\n`);

  // Who owns the tables cuts off the end, the tree and the checkpoints with it.
  await db.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    for (const table of ['log_node', 'log_checkpoint']) await sql`DELETE FROM ${sql.table(table)}`.execute(trx);
    await sql`DELETE FROM log_entry WHERE sequence = ${now.size}`.execute(trx);
  });
  await expect(latestCheckpoint(db, keeper)).rejects.toThrow(LogRefused);
  await expect(latestCheckpoint(db, keeper)).rejects.toThrow(
    `The log has ${now.size - 1} entries, but a checkpoint of ${now.size} was signed: entries were removed.`,
  );
  const answer = await get('/log/checkpoint');
  expect([answer.status, answer.text.includes(folder)]).toEqual([503, false]);
  expect((await verifyDatabase(db, keeper)).faults.map((one) => one.message).join('\n')).toContain('the last checkpoint that was signed here covers');
}, 60_000);

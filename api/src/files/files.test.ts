import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { noClamd, testClamd } from '#test/clamd.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { testObjects } from '#test/objects.ts';
import writeXlsxFile from 'write-excel-file/node';
import type { User } from '../accounts/user.ts';
import { buildApp } from '../app.ts';
import { readEnv } from '../env.ts';
import { FILE_MAX } from '../file-size.ts';
import { openObjects } from './objects.ts';
import { FILES_PER_DAY, safeName } from './store.ts';

const { services, pool, db, demo, person, save, submit, accept, ask } = await contributeLibrary();
services.accounts.settings.filesDir = await mkdtemp(join(tmpdir(), 'atrium-files-'));
afterAll(() => rm(services.accounts.settings.filesDir, { recursive: true, force: true }));
// A page that says what reached it.
const pages = async (request: Request) => Response.json(Object.fromEntries(await request.formData()));
const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' }), services, pages });
afterAll(() => app.close());
const [author, itu, member] = [await demo('fao-focal-point'), await demo('itu-publisher'), await demo('member')];

/** Uploads as a form does. Each call comes from an address of its own: the limit by address has its own place. */
let calls = 0;
const upload = async (user: User | null, name: string, bytes: Buffer, fields: Record<string, string> = {}) => {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  const request = new Request('http://localhost:3000/files', { method: 'POST', body: form });
  return app.inject({
    method: 'POST',
    url: '/files',
    remoteAddress: `10.1.${Math.floor(++calls / 200)}.${calls % 200}`,
    headers: { 'content-type': request.headers.get('content-type') ?? '', ...(user ? { 'x-person': user.id } : {}) },
    payload: Buffer.from(await request.arrayBuffer()),
  });
};
const download = (user: User | null, hash: string) => app.inject({ url: `/files/${hash}`, headers: user ? { 'x-person': user.id } : {} });

const pdf = (text = 'one') => Buffer.from(`%PDF-1.4\n1 0 obj << /Title (${text}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
/** A picture of the given side with a place, a camera and a rotation in its metadata. */
const photograph = (side = 40) =>
  sharp({ create: { width: side, height: Math.ceil(side / 2), channels: 3, background: '#335577' } })
    .withExif({ IFD0: { Make: 'zqcamera', Copyright: 'zqowner' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 53/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('what is taken', () => {
  it('goes by the content, never by the name', async () => {
    const page = await upload(author, 'report.pdf', Buffer.from('<html><script>alert(1)</script></html>'));
    expect([page.statusCode, page.json().field]).toEqual([400, 'file']);
    expect(page.json().error).toMatch(/not taken\. Taken are PDF, Word \(DOCX\), .*pictures \(PNG, JPEG/);
    for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('MZ\x90\0'), Buffer.from('PK\x03\x04 nothing')])
      expect((await upload(author, 'picture.png', bytes)).statusCode).toBe(400);
    const wrongName = await upload(author, '..\\..\\evil"\u0000.exe', pdf());
    expect(wrongName.statusCode).toBe(201);
    expect(wrongName.json()).toMatchObject({ name: 'evil.pdf', type: 'application/pdf', picture: false, size: pdf().length });
    const sheet = await writeXlsxFile([[{ value: 'A sheet' }]] as never).toBuffer();
    expect((await upload(author, 'sheet.bin', sheet as Buffer)).json()).toMatchObject({ name: 'sheet.xlsx' });
    expect(safeName('/etc/passwd', 'application/pdf')).toBe('passwd.pdf');
    expect(safeName('...', 'image/webp')).toMatch(/\.webp$/);
  });

  it('is limited in size and number', async () => {
    expect((await upload(author, 'empty.pdf', Buffer.alloc(0))).json().error).toContain('empty');
    const large = await upload(author, 'large.pdf', Buffer.concat([pdf(), Buffer.alloc(FILE_MAX)]));
    expect([large.statusCode, large.json().error]).toEqual([400, 'The file is larger than 10 MB. Make it smaller, or give its address instead.']);
    expect((await upload(author, 'huge.pdf', Buffer.alloc(FILE_MAX + 200_000))).statusCode).toBe(413);
    await pool.query(
      "INSERT INTO file (hash, name, type, size, uploaded_by) SELECT repeat('0', 64), 'x', 'application/pdf', 1, $1 FROM generate_series(1, $2)",
      [itu.id, FILES_PER_DAY],
    );
    expect((await upload(itu, 'one-more.pdf', pdf())).statusCode).toBe(429);
    await pool.query("UPDATE file SET created_at = now() - interval '25 hours' WHERE uploaded_by = $1", [itu.id]);
    expect((await upload(itu, 'one-more.pdf', pdf())).statusCode).toBe(201);
  });

  it('draws pictures anew, upright, without metadata, and refuses those that unpack to too much', async () => {
    const original = await photograph();
    expect(original.includes('zqcamera')).toBe(true);
    const kept = await upload(author, 'photo.jpg', original);
    expect(kept.json()).toMatchObject({ name: 'photo.webp', type: 'image/webp', picture: true });
    const shown = await download(author, kept.json().file);
    const metadata = await sharp(shown.rawPayload).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 20, height: 40 });
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(shown.rawPayload.includes('zqcamera')).toBe(false);
    const wide = await upload(author, 'wide.jpg', await photograph(3000));
    expect(Math.max(...(({ width = 0, height = 0 }) => [width, height])(await sharp((await download(author, wide.json().file)).rawPayload).metadata()))).toBe(
      2400,
    );
    const bomb = await sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect((await upload(author, 'bomb.png', bomb)).json().error).toContain('40 million pixels');
    expect((await upload(author, 'broken.png', bomb.subarray(0, 200))).statusCode).toBe(400);
  }, 60_000);
});

describe('who uploads and who reads', () => {
  it('lets those upload who write entries, to drafts that they see', async () => {
    expect((await upload(null, 'a.pdf', pdf())).statusCode).toBe(401);
    expect((await upload(member, 'a.pdf', pdf())).statusCode).toBe(403);
    const foreign = await upload(author, 'a.pdf', pdf(), { draft: '00000000-0000-0000-0000-000000000000' });
    expect([foreign.statusCode, foreign.json().field]).toEqual([400, 'draft']);
    const cross = await app.inject({
      method: 'POST',
      url: '/files',
      headers: { 'x-person': author.id, origin: 'https://elsewhere.example', 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--',
    });
    expect(cross.statusCode).toBe(403);
  });

  it('keeps the file of a form and hands its page the hash, with everything else as it was typed', async () => {
    const draft = (await save(author, { kind: 'LESSON', organization: 'fao', key: 'form', content: lessonOf('With a form') })).draft;
    const post = async (user: User | null, file: File, url = `/drafts/${draft.id}`) => {
      const form = new FormData();
      form.set('title', 'Ein schöner Titel');
      form.set('upload', file);
      const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
      const headers = { 'content-type': request.headers.get('content-type') ?? '', ...(user ? { 'x-person': user.id } : {}) };
      return (await app.inject({ method: 'POST', url, headers, payload: Buffer.from(await request.arrayBuffer()) })).json();
    };
    const of = (bytes: Buffer, name: string) => new File([new Uint8Array(bytes)], name);
    const kept = await post(author, of(pdf('in a form'), 'C:\\note.pdf'));
    expect(kept).toEqual({ title: 'Ein schöner Titel', upload: expect.stringMatching(/^[0-9a-f]{64}$/), 'upload.name': 'note.pdf' });
    expect((await download(author, kept.upload)).rawPayload.equals(pdf('in a form'))).toBe(true);
    expect(await db.selectFrom('file').select('draftId').where('hash', '=', kept.upload).executeTakeFirst()).toEqual({ draftId: draft.id });
    expect(await post(author, of(Buffer.from('<html></html>'), 'page.pdf'))).toEqual({
      title: 'Ein schöner Titel',
      'upload.refused': JSON.stringify({ code: 'FILE_KIND', params: {} }),
      'upload.refused.name': 'page.pdf',
    });
    // A browser sends an empty box for a file that was not chosen.
    expect(await post(author, of(Buffer.alloc(0), ''))).toEqual({ title: 'Ein schöner Titel', upload: '' });
    // Who does not write keeps nothing here, nor does somebody in a draft that is not theirs to see.
    const refused = (code: string) => ({ title: 'Ein schöner Titel', 'upload.refused': JSON.stringify({ code, params: {} }), 'upload.refused.name': 'a.pdf' });
    expect(await post(member, of(pdf('of a member'), 'a.pdf'))).toEqual(refused('FILE_ROLE'));
    expect(await post(null, of(pdf('of nobody'), 'a.pdf'))).toEqual(refused('FILE_SIGNED_OUT'));
    expect(await post(itu, of(pdf('elsewhere'), 'a.pdf'))).toEqual(refused('FILE_DRAFT'));
    expect(await db.selectFrom('file').select('id').where('name', '=', 'a.pdf').where('uploadedBy', '=', member.id).execute()).toEqual([]);
  });

  it('serves a document as an attachment that runs nothing, under names of our own on the disk', async () => {
    const { file } = (await upload(author, 'Überblick 2026.pdf', pdf('disposition'))).json();
    const served = await download(author, file);
    expect(served.statusCode).toBe(200);
    expect(served.rawPayload.equals(pdf('disposition'))).toBe(true);
    expect(served.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''%C3%9Cberblick%202026.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'",
    });
    expect(served.headers['cache-control']).toContain('private');
    const names = (await readdir(services.accounts.settings.filesDir, { recursive: true })).map((name) => name.split('/').at(-1) ?? '');
    expect(names.every((name) => /^([0-9a-f]{2}|[0-9a-f]{64})$/.test(name))).toBe(true);
    for (const hash of ['0'.repeat(64), '../../secret', `${file}x`]) expect((await download(author, encodeURIComponent(hash))).statusCode).toBe(404);
  });

  it('shows a file that is evidence of uptake to those for whom the evidence is, once the entry is confirmed', async () => {
    const publisher = await demo('fao-publisher');
    const report = (user: User, file: string, audience: string, key: string) =>
      ask(
        user,
        `mutation ($input: UptakeInput!, $key: String!) { reportUptake(organization: "fao", recommendation: "1", input: $input, idempotencyKey: $key) {
          __typename ... on UptakeReported { entry { id evidence { url } } } ... on InvalidInput { fields { name message } } } }`,
        { key, input: { effectiveDate: '2024-05-01', acceptance: 'UNDER_CONSIDERATION', evidence: [{ kind: 'FILE', file, label: 'The decision', audience }] } },
      ).then((data) => data['reportUptake']);
    const confirm = (entry: string) => ask(publisher, 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { __typename } }', { entry });
    const statuses = async (file: string) => Promise.all([publisher, itu, null].map(async (user) => (await download(user, file)).statusCode));

    const file = (await upload(author, 'decision.pdf', pdf('public evidence'))).json().file;
    expect(await report(publisher, file, 'PUBLIC', 'evidence-of-another')).toMatchObject({ fields: [{ name: 'evidence.0.file' }] });
    const { entry } = await report(author, file, 'PUBLIC', 'evidence-public');
    expect(entry.evidence).toEqual([{ url: `/files/${file}` }]);
    expect(await statuses(file)).toEqual([200, 200, 404]);
    await confirm(entry.id);
    expect(await statuses(file)).toEqual([200, 200, 200]);

    const internal = (await upload(author, 'internal.pdf', pdf('internal evidence'))).json().file;
    await confirm((await report(author, internal, 'OWNERS', 'evidence-internal')).entry.id);
    expect(await statuses(internal)).toEqual([200, 404, 404]);
  });

  it('shows a file to those who see the draft, then to those who see it in the live record', async () => {
    const publisher = await demo('fao-publisher');
    const begun = (await save(author, { kind: 'LESSON', organization: 'fao', key: 'file', content: lessonOf('With a file') })).draft;
    const { file } = (await upload(author, 'note.pdf', pdf('note'), { draft: begun.id })).json();
    const status = async () => Promise.all([author, publisher, itu, member, null].map(async (user) => (await download(user, file)).statusCode));
    expect(await status()).toEqual([200, 200, 404, 404, 404]);
    const content = (audience: string) => ({ ...begun.content, attachments: [{ file, title: 'A note' }], audiences: { attachments: audience } });
    const draft = (await save(author, { id: begun.id, edits: begun.edits, content: content('UN_SYSTEM') })).draft;
    await submit(author, draft);
    await accept(publisher, draft.id, 'fao', 1);
    // For the UN system: members of other organizations too, readers not.
    expect(await status()).toEqual([200, 200, 200, 200, 404]);
    expect((await db.selectFrom('file').select('recordId').where('hash', '=', file).executeTakeFirst())?.recordId).not.toBeNull();
    const next = (await save(author, { kind: 'LESSON', slug: 'with-a-file', key: 'file-2' })).draft;
    const closed = (await save(author, { id: next.id, edits: next.edits, content: { ...next.content, audiences: { attachments: 'OWNERS' } } })).draft;
    await submit(author, closed);
    await accept(publisher, closed.id, 'fao', 1);
    expect(await status()).toEqual([200, 200, 404, 404, 404]);
  });

  it('shows a file of a draft to those who see its section, and takes one only from those who write it', async () => {
    const [publisher, secretariat] = [await demo('fao-publisher'), await demo('secretariat')];
    const key = 'by-section';
    const begun = (await save(author, { kind: 'LESSON', organization: 'fao', key, content: lessonOf('With closed files', { organizations: ['FAO', 'ITU'] }) }))
      .draft;
    const closed = (await upload(author, 'closed.pdf', pdf('closed'), { draft: begun.id })).json().file;
    const status = async (file: string) =>
      Promise.all([author, publisher, itu, secretariat, member].map(async (user) => (await download(user, file)).statusCode));
    const content = (audience: string, files: string[]) => ({
      ...begun.content,
      organizations: ['FAO'],
      attachments: files.map((file) => ({ file, title: 'A note' })),
      audiences: { attachments: audience },
    });
    const draft = (await save(author, { id: begun.id, edits: begun.edits, content: content('OWNERS', [closed]) })).draft;
    await submit(author, draft);
    // The secretariat sees the draft, not what is for its owners.
    expect(await status(closed)).toEqual([200, 200, 404, 404, 404]);
    const withdraw = 'mutation ($id: ID!) { withdrawDraft(id: $id) { __typename } }';
    await ask(author, withdraw, { id: begun.id });
    const unused = (await upload(author, 'unused.pdf', pdf('unused'), { draft: begun.id })).json().file;
    const opened = (await save(author, { id: begun.id, edits: draft.edits, content: content('UN_SYSTEM', [closed]) })).draft;
    expect(await status(closed)).toEqual([200, 200, 404, 404, 404]);
    await submit(author, opened);
    expect(await status(closed)).toEqual([200, 200, 404, 200, 404]);
    // What is uploaded and not submitted is for those who write.
    expect(await status(unused)).toEqual([200, 200, 404, 404, 404]);
    const foreign = await upload(secretariat, 'foreign.pdf', pdf('foreign'), { draft: begun.id });
    expect([foreign.statusCode, foreign.json().field]).toEqual([400, 'draft']);
  });

  it('serves what somebody uploaded to a draft by their role of today', async () => {
    const leaving = await person('Leaving uploader', 'FOCAL_POINT', 'fao');
    const begun = (await save(leaving, { kind: 'LESSON', organization: 'fao', key: 'leaving', content: lessonOf('With a file of one who leaves') })).draft;
    const { file } = (await upload(leaving, 'left.pdf', pdf('left'), { draft: begun.id })).json();
    const loose = (await upload(leaving, 'loose.pdf', pdf('loose'))).json().file;
    expect((await download(leaving, file)).statusCode).toBe(200);
    await pool.query('DELETE FROM membership WHERE person_id = $1', [leaving.id]);
    expect((await download(leaving, file)).statusCode).toBe(404);
    // What belongs to nothing yet is its uploader's, as long as they write for somebody.
    expect((await download(leaving, loose)).statusCode).toBe(404);
  });

  it('is not hidden by how often others uploaded the same bytes, loose or to drafts of theirs', async () => {
    const publisher = await demo('fao-publisher');
    const bytes = pdf('uploaded by many');
    const { file } = (await upload(itu, 'first.pdf', bytes)).json();
    const others = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const { rows } = await pool.query<{ id: string }>(
          "INSERT INTO draft (kind, content, author_id, organization_id) SELECT 'LESSON', '{}', $1, id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'itu' RETURNING id",
          [itu.id],
        );
        return rows[0]?.id ?? '';
      }),
    );
    for (const draft of others)
      await pool.query(
        "INSERT INTO file (hash, name, type, size, uploaded_by, draft_id, created_at) SELECT hash, name, type, size, uploaded_by, $2, now() - interval '2 days' FROM file WHERE hash = $1 AND draft_id IS NULL",
        [file, draft],
      );
    const begun = (await save(author, { kind: 'LESSON', organization: 'fao', key: 'many-others', content: lessonOf('With bytes of many') })).draft;
    expect((await upload(author, 'ours.pdf', bytes)).statusCode).toBe(201);
    expect((await download(author, file)).headers['content-disposition']).toContain('ours.pdf');
    await upload(author, 'in draft.pdf', bytes, { draft: begun.id });
    expect((await download(publisher, file)).headers['content-disposition']).toContain('in%20draft.pdf');
    const draft = (await save(author, { id: begun.id, edits: begun.edits, content: { ...begun.content, attachments: [{ file, title: 'A note' }] } })).draft;
    await submit(author, draft);
    await accept(publisher, draft.id, 'fao', 1);
    expect([(await download(null, file)).statusCode, (await download(member, file)).statusCode]).toEqual([200, 200]);
  });

  it('has one row for each person and draft, and each upload counts for the day', async () => {
    const busy = await person('Busy uploader', 'FOCAL_POINT', 'fao');
    const answers: number[] = [];
    for (let index = 0; index <= FILES_PER_DAY; index++) answers.push((await upload(busy, `copy ${index}.pdf`, pdf('the same again'))).statusCode);
    expect(answers.filter((code) => code === 201)).toHaveLength(FILES_PER_DAY);
    expect(answers.at(-1)).toBe(429);
    expect(await db.selectFrom('file').select('uploads').where('uploadedBy', '=', busy.id).execute()).toEqual([{ uploads: FILES_PER_DAY }]);
  });

  it('tells nobody what others call their copy: evidence has the name that its entry gives it', async () => {
    const publisher = await demo('fao-publisher');
    const bytes = pdf('named twice');
    await upload(itu, 'Secret plan of ITU.pdf', bytes);
    const { file } = (await upload(author, 'Secret draft of FAO.pdf', bytes)).json();
    const reported = await ask(
      author,
      `mutation ($input: UptakeInput!) { reportUptake(organization: "fao", recommendation: "2", input: $input, idempotencyKey: "named-twice-key") { ... on UptakeReported { entry { id } } } }`,
      {
        input: {
          effectiveDate: '2024-05-01',
          acceptance: 'UNDER_CONSIDERATION',
          evidence: [{ kind: 'FILE', file, label: 'The decision', audience: 'PUBLIC' }],
        },
      },
    );
    await ask(publisher, 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { __typename } }', { entry: reported['reportUptake'].entry.id });
    await pool.query("DELETE FROM file WHERE hash = $1 AND name LIKE '%FAO%'", [file]);
    const served = await download(null, file);
    expect([served.statusCode, served.headers['content-disposition']]).toEqual([200, "attachment; filename*=UTF-8''The%20decision.pdf"]);
  });

  it('is not sent again to who has it', async () => {
    const { file } = (await upload(author, 'again.pdf', pdf('again'))).json();
    const again = async (known: string) => (await app.inject({ url: `/files/${file}`, headers: { 'x-person': author.id, 'if-none-match': known } })).statusCode;
    for (const known of [`"${file}"`, `W/"${file}"`, `"other", W/"${file}"`, '*']) expect([known, await again(known)]).toEqual([known, 304]);
    for (const known of ['"other"', 'W/"other"']) expect(await again(known)).toBe(200);
  });
});

describe('where files are kept', () => {
  const { settings } = services.accounts;

  it('may be a bucket, which every process reaches; while it is away, that is said and nothing else is lost', async () => {
    const { atrium } = await testObjects('atrium');
    settings.objects = openObjects(atrium);
    try {
      const { file } = (await upload(author, 'bucket.pdf', pdf('in a bucket'))).json();
      expect((await download(author, file)).rawPayload).toEqual(pdf('in a bucket'));
      expect((await readdir(settings.filesDir, { recursive: true })).filter((name) => name.includes(file))).toEqual([]);
      expect((await app.inject('/ready')).json()).toMatchObject({ ready: true, files: true });
      settings.objects = openObjects('http://key:secret@127.0.0.1:9/atrium');
      const refused = await upload(author, 'away.pdf', pdf('away'));
      expect([refused.statusCode, refused.json().error]).toEqual([503, expect.stringContaining('does not answer just now')]);
      const gone = await download(author, file);
      expect([gone.statusCode, gone.headers['retry-after']]).toEqual([503, '5']);
      expect((await app.inject('/ready')).json()).toMatchObject({ ready: true, files: false });
    } finally {
      settings.objects = null;
    }
  });

  it.skipIf(noClamd)(`is entered past a virus scanner, where one is set${noClamd ? ` (left out: ${noClamd})` : ''}`, { timeout: 30_000 }, async () => {
    const known = pdf('a virus of a test');
    try {
      settings.scanner = await testClamd('Atrium.Test', known);
      const refused = await upload(author, 'virus.pdf', known);
      expect([refused.statusCode, refused.json().error]).toEqual([400, expect.stringContaining('says that it holds Atrium.Test')]);
      expect((await upload(author, 'clean.pdf', pdf('clean'))).statusCode).toBe(201);
      settings.scanner = 'tcp://127.0.0.1:9';
      const unseen = await upload(author, 'unseen.pdf', pdf('unseen'));
      expect([unseen.statusCode, unseen.json().error]).toEqual([503, expect.stringContaining('virus scanner does not answer')]);
    } finally {
      settings.scanner = null;
    }
  });
});

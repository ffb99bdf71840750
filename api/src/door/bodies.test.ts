import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type App, demoCookie, testDoor } from '#test/door.ts';
import { FILE_MAX } from '../file-size.ts';
import { bodies } from './bodies.ts';
import { connections } from './connections.ts';

const { serve } = await testDoor();
const host = 'localhost:3000';
const origin = `http://${host}`;
/** A page that says what reached it. */
const pages = async (request: Request) => {
  const form = request.method === 'POST' ? await request.formData() : new FormData();
  return Response.json([...form].map(([name, value]) => [name, value instanceof File ? `file of ${value.size}` : value]));
};
const app = await serve({}, { pages });
const author = await demoCookie(app, 'fao-focal-point');
const member = await demoCookie(app, 'member');

const boundary = 'b0undary';
const part = (name: string, value: string | Buffer, filename?: string) =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
const multipart = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
const post = (url: string, payload: Buffer | string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, headers: { host, 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers }, payload });
const as = (cookie: string) => ({ cookie, origin });

describe('who may send what is known before it is read', () => {
  it('a stranger sends a hundred kilobytes to the API and the account forms, a person a megabyte', async () => {
    const query = (length: number) => `{"query":"{ __typename }"${' '.repeat(length)}}`;
    const json = { 'content-type': 'application/json' };
    expect((await post('/graphql', query(90_000), json)).statusCode).toBe(200);
    for (const url of ['/graphql', '/auth/sign-in/email']) expect([url, (await post(url, query(150_000), json)).statusCode]).toEqual([url, 413]);
    expect((await post('/account/sign-in', `email=${'x'.repeat(150_000)}`, { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(413);
    // A cookie that is no session makes nobody a person.
    expect((await post('/graphql', query(150_000), { ...json, ...as('atrium.session_token=made.up') })).statusCode).toBe(413);
    expect((await post('/graphql', query(150_000), { ...json, ...as(member) })).statusCode).toBe(200);
    expect((await post('/graphql', query(bodies.person + 10), { ...json, ...as(author) })).statusCode).toBe(413);
    // The account forms ask nobody for more.
    expect((await post('/auth/sign-in/email', query(150_000), { ...json, ...as(author) })).statusCode).toBe(413);
  });

  it('what is packed is refused at once, whatever is in it', async () => {
    const packed = gzipSync('{"query":"{ __typename }"}');
    for (const encoding of ['gzip', 'deflate', 'br', 'GZIP', 'gzip, identity', 'made-up'])
      for (const [url, type] of [
        ['/graphql', 'application/json'],
        ['/auth/sign-in/email', 'application/json'],
        ['/projects/new', 'application/x-www-form-urlencoded'],
      ] as const) {
        const answer = await post(url, packed, { 'content-type': type, 'content-encoding': encoding });
        expect([encoding, url, answer.statusCode]).toEqual([encoding, url, 415]);
      }
    const plain = await post('/graphql', '{"query":"{ __typename }"}', { 'content-type': 'application/json', 'content-encoding': 'identity' });
    expect(plain.statusCode).toBe(200);
  });

  it('uploads of strangers, and of people who may not upload, are refused unread', async () => {
    const file = multipart(part('file', Buffer.alloc(FILE_MAX), 'a.pdf'));
    expect([(await post('/files', file)).statusCode, (await post('/files', file, as(member))).statusCode]).toEqual([401, 403]);
    expect((await post('/files', multipart(part('file', Buffer.alloc(FILE_MAX + 300_000), 'a.pdf')), as(author))).statusCode).toBe(413);
    const refused = await post('/files', Buffer.alloc(bodies.upload + 10), as(author));
    expect([refused.statusCode, refused.headers['connection']]).toEqual([413, 'close']);
  });

  it('of a stranger’s form the page gets what was typed, never the files; of a writer’s both, and a file that is too large is named by its size', async () => {
    const typed = part('title', 'Ein schöner Titel\r\nzweite Zeile');
    const form = multipart(typed, part('table', Buffer.alloc(300_000, 'x'), 'table.csv'), part('upload', '', ''));
    // What was chosen is named, and why it did not come, so that the page can ask for it again.
    const fields = (why: string) => [
      ['title', 'Ein schöner Titel\r\nzweite Zeile'],
      ['table.refused', JSON.stringify({ code: why, params: {} })],
      ['table.refused.name', 'table.csv'],
      ['upload', ''],
    ];
    expect((await post('/uptake/load', form)).json()).toEqual(fields('FILE_SIGNED_OUT'));
    expect((await post('/uptake/load', form, as(member))).json()).toEqual(fields('FILE_ROLE'));
    expect((await post('/uptake/load', form, as(author))).json()).toEqual([
      ['title', 'Ein schöner Titel\r\nzweite Zeile'],
      ['table', 'file of 300000'],
      ['upload', ''],
    ]);
    const large = multipart(typed, part('upload', Buffer.alloc(FILE_MAX + 2_000_000), 'a.pdf'));
    expect((await post('/uptake/load', large, as(author))).json()).toMatchObject({ error: 'The file is larger than 10 MB.' });
    expect((await post('/uptake/4/fao', large, as(author))).json()).toEqual(
      expect.arrayContaining([
        ['title', 'Ein schöner Titel\r\nzweite Zeile'],
        ['upload.refused', JSON.stringify({ code: 'FILE_SIZE', params: { megabytes: 10 } })],
      ]),
    );
    expect((await post('/uptake/4/fao', multipart(typed, part('comment', 'x'.repeat(bodies.form + 1))))).statusCode).toBe(413);
  });

  it('of more files than are taken at once the first are kept and the others named, and what was typed is there; elsewhere it is said in words', async () => {
    for (const more of [1, 5, 100]) {
      const files = Array.from({ length: bodies.files + more }, (_, index) => part('upload', `%PDF-1.4 ${index}`, `${index}.pdf`));
      for (const url of ['/uptake/4/fao', '/drafts/x']) {
        const answer = (await post(url, multipart(part('title', 'Typed'), ...files, part('comment', 'after them')), as(author))).json() as [string, string][];
        const named = (wanted: string) => answer.filter(([name]) => name === wanted).map(([, value]) => value);
        expect([named('title'), named('comment')]).toEqual([['Typed'], ['after them']]);
        expect(named('upload.refused').filter((said) => said.includes('"FILE_COUNT"'))).toHaveLength(more);
        expect(named('upload.refused.name')).toContain(`${bodies.files}.pdf`);
      }
      const elsewhere = await post('/uptake/load', multipart(part('title', 'Typed'), ...files), { ...as(author), accept: 'text/html' });
      expect(elsewhere.statusCode).toBe(413);
      expect(elsewhere.body).toContain('These are too many files: at most 20 at once. Nothing was kept.');
      expect(elsewhere.body).toContain('<a href="/uptake/load">back to the form</a>');
    }
  });

  it.each([
    [
      '200,000 empty parts',
      Buffer.concat(Array.from({ length: 200_000 }, () => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n`))),
    ],
    ['1,001 parts', multipart(...Array.from({ length: bodies.parts + 1 }, () => part('a', '')))],
    ['names of files as long as books', multipart(...Array.from({ length: bodies.parts - 1 }, () => part('f', 'x', `${'x'.repeat(2000)}.pdf`)))],
  ])('a form of %s is refused, and the server answers', async (_what, form) => {
    for (const headers of [{}, as(author)]) {
      const { statusCode } = await post('/drafts/x', form, headers);
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
      expect((await app.inject('/health')).statusCode).toBe(200);
    }
  });

  it.each([
    ['with a part of fifty thousand headers', multipart(Buffer.from(`--${boundary}\r\n${'X-A: b\r\n'.repeat(50_000)}\r\n\r\n`))],
    ['without its end', Buffer.concat([part('a', 'x')])],
    ['cut within a header', Buffer.from(`--${boundary}\r\nContent-Dispos`)],
    ['cut within a file', Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nxx`)],
    ['of nothing', Buffer.from('x')],
    ['that is another', Buffer.from('--other\r\n\r\n--other--')],
    ['with a part without a name', multipart(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data\r\n\r\nx\r\n`))],
  ])('a form %s is an answer, never a fault of ours', async (_what, form) => {
    for (const url of ['/drafts/x', '/files', '/uptake/load', '/account/sign-in', '/graphql'])
      for (const headers of [{}, as(author)]) {
        const { statusCode } = await post(url, form, headers);
        expect([url, statusCode < 500]).toEqual([url, true]);
      }
    expect((await post('/drafts/x', form, { 'content-type': 'multipart/form-data' })).statusCode).toBeLessThan(500);
  });
});

/** Opens a connection and sends the beginning of a request; `answer` is all that comes until it is closed. */
function begin(port: number, head: string): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, '127.0.0.1', () => socket.write(head));
  let text = '';
  socket.on('data', (piece) => {
    text += piece.toString();
  });
  socket.on('error', () => {});
  return { socket, answer: new Promise((done) => socket.on('close', () => done(text))) };
}
const portOf = async (served: App) => {
  await served.listen({ port: 0, host: '127.0.0.1' });
  return (served.server.address() as AddressInfo).port;
};
const head = (url: string, headers: string) => `POST ${url} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n\r\n`;

describe('what does not arrive', () => {
  it('is closed with 408: a body, a form, the headers', { timeout: 60_000 }, async () => {
    const times = { headers: 500, small: 400, upload: 600, request: 3000, check: 100 };
    const port = await portOf(await serve({}, { pages, times }));
    const cases = [
      begin(port, `${head('/graphql', 'Content-Type: application/json\r\nContent-Length: 50000')}{"query`),
      begin(port, `${head('/account/sign-in', 'Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked')}5\r\nemail\r\n`),
      begin(port, `${head('/drafts/x', `Content-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 9000000`)}--${boundary}\r\nContent-Dispo`),
      begin(
        port,
        `${head('/drafts/x', `Content-Type: multipart/form-data; boundary=${boundary}\r\nCookie: ${author}\r\nOrigin: ${origin}\r\nContent-Length: 9000000`)}--${boundary}`,
      ),
      begin(port, `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `),
    ];
    // Somebody who sends a byte now and then is late all the same.
    const dripping = begin(port, `${head('/graphql', 'Content-Type: application/json\r\nContent-Length: 50000')}{`);
    const timer = setInterval(() => dripping.socket.write(' '), 50);
    const answers = await Promise.all([...cases, dripping].map((one) => one.answer));
    clearInterval(timer);
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 408/);
      expect(answer.toLowerCase()).toMatch(/x-request-id: [0-9a-f-]{36}/);
    }
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  });

  it('keeps nobody else waiting: what strangers begin takes no place of people who are known', { timeout: 60_000 }, async () => {
    const times = { headers: 5000, small: 5000, upload: 20_000, request: 30_000, check: 100 };
    const port = await portOf(await serve({}, { pages, times }));
    const idle = Array.from({ length: bodies.strangersAtOnce + bodies.atOnce }, () =>
      begin(port, `${head('/drafts/x', `Content-Type: multipart/form-data; boundary=${boundary}\r\nTransfer-Encoding: chunked`)}5\r\n--b0u\r\n`),
    );
    // Those for whom there is no place are told at once.
    await Promise.race(idle.map((one) => one.answer));
    const sent = await fetch(`http://127.0.0.1:${port}/drafts/x`, {
      method: 'POST',
      headers: { cookie: author, origin: `http://127.0.0.1:${port}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: new Uint8Array(multipart(part('title', 'Saved'))),
    });
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('Saved')]);
    // Silence ends the others long before their time does.
    for (const answer of await Promise.all(idle.map((one) => one.answer))) expect(answer).toMatch(/^HTTP\/1\.1 (408|503)/);
  });

  it('holds no memory: forty strangers with ten megabytes each, unfinished', { timeout: 60_000 }, async () => {
    const times = { headers: 5000, small: 2000, upload: 2500, request: 10_000, check: 100 };
    const port = await portOf(await serve({}, { pages, times }));
    global.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    const piece = Buffer.alloc(64 * 1024, 'x');
    const open = Array.from({ length: 40 }, (_, index) =>
      begin(
        port,
        head(
          index % 2 ? '/drafts/x' : '/graphql',
          `Content-Type: ${index % 2 ? `multipart/form-data; boundary=${boundary}` : 'application/json'}\r\nTransfer-Encoding: chunked`,
        ),
      ),
    );
    for (let round = 0; round < 160; round++) {
      for (const { socket } of open)
        if (socket.writable) {
          const data = round === 0 ? Buffer.concat([part('upload', piece, 'a.pdf').subarray(0, -2)]) : piece;
          socket.write(`${data.length.toString(16)}\r\n`);
          socket.write(data);
          socket.write('\r\n');
        }
      if (round % 10 === 0) await new Promise((done) => setTimeout(done, 5));
    }
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    const answers = await Promise.all(open.map((one) => one.answer));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
    // Those whose size broke the rule were refused at once, the others closed in time; nobody is left.
    expect(answers).toHaveLength(40);
  });

  it('one address holds so many connections and no more', async () => {
    const served = await serve({}, { pages });
    const port = await portOf(served);
    const open = Array.from({ length: connections.perAddress + 20 }, () => begin(port, 'GET /health HTTP/1.1\r\n'));
    const closed = await Promise.race([
      Promise.all(open.slice(-20).map((one) => one.answer)),
      new Promise((done) => setTimeout(() => done('still open'), 15_000)),
    ]);
    expect(closed).toEqual(Array.from({ length: 20 }, () => ''));
    for (const { socket } of open) socket.destroy();
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/health`).catch(() => null))?.status, { timeout: 10_000 }).toBe(200);
  });
});

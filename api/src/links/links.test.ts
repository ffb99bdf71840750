import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { countStatements } from '#test/ask.ts';
import { testSite } from '#test/visit.ts';
import { askOutside, type Outside } from '../outgoing/ask-outside.ts';
import { isPublicAddress } from '../outgoing/public-address.ts';
import { checkLinks } from './check.ts';
import { codeHosts, repositoryAt } from './repository.ts';

const { visit, db, services, data } = await testSite();
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const person = await db.insertInto('person').values({ name: 'A writer', email: 'writer@example.org' }).returning('pseudonym').executeTakeFirstOrThrow();
/** What the server answers by path: the pages of a service that keeps code, and its interface below /api. */
const answers: Record<string, { status: number; location?: string; body?: string }> = {};
const asked: string[] = [];
let server: Server;
let base: string;
let outside: Outside;

beforeAll(async () => {
  // Made anew each time, for this machine alone.
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = (
    await X509CertificateGenerator.createSelfSigned({
      name: 'CN=localhost',
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
    })
  ).toString('pem');
  const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')}\n-----END PRIVATE KEY-----\n`;
  server = createServer({ key, cert: certificate }, (request, reply) => {
    asked.push(`${request.url} ${request.headers.cookie ?? ''}${request.headers.referer ?? ''}`.trim());
    if (request.url === '/protocol') return void request.socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n');
    if (request.url === '/broken') return void request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx');
    const answer = answers[request.url ?? ''] ?? { status: 404 };
    reply.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body ?? '');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  base = `https://localhost:${(server.address() as AddressInfo).port}`;
  outside = { ca: certificate, isPublic: (address) => address === '127.0.0.1' || address === '::1' || isPublicAddress(address) };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('addresses outside', () => {
  it('are asked only of the open internet, however they are written', async () => {
    for (const inside of [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      '::ffff:10.0.0.1',
      'fd00::1',
      'fe80::1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '224.0.0.1',
      'x',
    ])
      expect([inside, isPublicAddress(inside)]).toEqual([inside, false]);
    for (const open of ['1.1.1.1', '140.82.121.3', '2606:4700:4700::1111']) expect([open, isPublicAddress(open)]).toEqual([open, true]);
    const codeOf = (address: string, how: Outside = {}) =>
      askOutside(address, { timeout: 5000 }, how).then(
        () => 'ASKED',
        (error) => error.code,
      );
    // A name that stands for this machine, and its number in all the ways in which numbers are written.
    for (const inside of [`${base}/`, 'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::1]/', 'https://[::ffff:7f00:1]/'])
      expect([inside, await codeOf(inside)]).toEqual([inside, 'NOT_PUBLIC']);
    for (const other of ['http://localhost/', 'ftp://example.org/', 'https://user:word@example.org/', 'not an address', ''])
      expect([other, await codeOf(other)]).toEqual([other, 'NOT_HTTPS']);
    expect(asked).toEqual([]);
  });

  it('lead nowhere inside, nor round and round, and are read to a bound', async () => {
    answers['/inside'] = { status: 302, location: 'https://169.254.169.254/latest' };
    answers['/plain'] = { status: 302, location: 'http://localhost/' };
    answers['/round'] = { status: 302, location: '/round' };
    answers['/long'] = { status: 200, body: 'x'.repeat(500_000) };
    answers['/there'] = { status: 301, location: '/long' };
    const ask = (path: string) => askOutside(`${base}${path}`, { maxBytes: 1000 }, outside);
    await expect(ask('/inside')).rejects.toMatchObject({ code: 'NOT_PUBLIC' });
    await expect(ask('/plain')).rejects.toMatchObject({ code: 'NOT_HTTPS' });
    await expect(ask('/round')).rejects.toMatchObject({ code: 'TOO_MANY_REDIRECTS' });
    expect(await ask('/there')).toMatchObject({ status: 200, address: `${base}/long`, moved: true, body: 'x'.repeat(1000) });
    // One that changes to another protocol gives no answer; neither does one that ends within its own.
    await expect(ask('/protocol')).rejects.toMatchObject({ code: 'NO_ANSWER' });
    await expect(ask('/broken')).rejects.toMatchObject({ code: 'NO_ANSWER' });
    // Without the certificate of the test it is a server that nobody vouches for.
    await expect(askOutside(`${base}/long`, {}, { isPublic: () => true })).rejects.toMatchObject({ code: 'NO_ANSWER' });
  });
});

it('knows where the services that keep code tell of a repository', () => {
  const at = (address: string) => repositoryAt(address)?.question ?? null;
  expect(at('https://github.com/un/kit')).toBe('https://api.github.com/repos/un/kit');
  expect(at('https://www.github.com/un/kit.git')).toBe('https://api.github.com/repos/un/kit');
  expect(at('https://github.com/un/kit/tree/main/sub')).toBe('https://api.github.com/repos/un/kit');
  expect(at('https://gitlab.com/un/group/kit/-/tree/main')).toBe('https://gitlab.com/api/v4/projects/un%2Fgroup%2Fkit?license=true');
  expect(at('https://codeberg.org/un/kit')).toBe('https://codeberg.org/api/v1/repos/un/kit');
  for (const none of ['https://github.com/un', 'https://example.org/un/kit', 'no address']) expect(at(none)).toBeNull();
  // As their documentation shows the answers, and nothing invented where one has less.
  const read = (host: string, body: object) => codeHosts.find((one) => one.host === host)?.read(body);
  expect(read('github.com', { archived: true, pushed_at: '2024-05-03T10:00:00Z', license: { spdx_id: 'MIT' } })).toEqual({
    archived: true,
    changedOn: '2024-05-03',
    licence: 'MIT',
  });
  expect(read('github.com', { archived: false, pushed_at: null, license: null })).toEqual({ archived: false, changedOn: null, licence: null });
  expect(read('gitlab.com', { last_activity_at: '2025-01-02T00:00:00Z', license: { name: 'Apache License 2.0' } })).toEqual({
    archived: null,
    changedOn: '2025-01-02',
    licence: 'Apache License 2.0',
  });
  expect(read('codeberg.org', { archived: false, updated_at: '2026-01-02T00:00:00Z', licenses: ['EUPL-1.2'] })).toEqual({
    archived: false,
    changedOn: '2026-01-02',
    licence: 'EUPL-1.2',
  });
});

describe('repositories of building blocks', () => {
  const block = async (slug: string, more: Record<string, unknown>) => {
    const content = kinds.BUILDING_BLOCK.schema.parse({
      sourceKey: slug,
      slug,
      title: slug,
      owners: ['FAO'],
      cite,
      summary: { text: 'It is made.', cite },
      ...more,
    });
    await db.transaction().execute((trx) =>
      publish(trx, {
        kind: 'BUILDING_BLOCK',
        recordId: null,
        content: content as Record<string, unknown>,
        sources: [],
        reason: 'A check.',
        author: person.pseudonym,
        organization: 'fao',
        accepted: [],
        restores: null,
      }),
    );
  };
  const hosts = () =>
    [
      { ...codeHosts[0], host: new URL(base).host, ask: ({ owner, name }: { owner: string; name: string }) => `${base}/api/${owner}/${name}` },
    ] as typeof codeHosts;
  const day = new Date('2026-11-20T02:00:00Z');

  it('are asked from time to time, and the page says what was found and on which day', { timeout: 60_000 }, async () => {
    answers['/un/kit'] = { status: 200 };
    answers['/api/un/kit'] = { status: 200, body: JSON.stringify({ archived: true, pushed_at: '2024-05-03T10:00:00Z', license: { spdx_id: 'MIT' } }) };
    await block('kit', { repository: `${base}/un/kit`, licence: { id: 'Apache-2.0', cite } });
    await block('lost', { repository: `${base}/un/lost` });
    await block('inner', { repository: 'https://10.0.0.1/code' });
    expect((await visit('/building-blocks/kit')).text).not.toContain('Asked on');
    // What the library names itself is not asked by a test: it counts as asked.
    await sql`INSERT INTO link_check (address, state, checked_at) SELECT DISTINCT content->>'address', 'LIVES'::link_state, timestamptz '2100-01-01'
      FROM record WHERE kind = 'REFERENCE' AND content->>'address' IS NOT NULL`.execute(db);
    asked.length = 0;
    expect(await checkLinks(db, { now: day, outside, hosts: hosts() })).toBe(3);
    expect(asked.sort()).toEqual(['/api/un/kit', '/un/kit', '/un/lost']);
    const kit = await visit('/building-blocks/kit');
    for (const words of [
      'Asked on 20 November 2026: it answers.',
      'Its owner has closed the code to changes.',
      'The code was last changed on 3 May 2024.',
      'Licence found there: MIT, another than the entry says.',
    ])
      expect(kit.text).toContain(words);
    expect((await visit('/building-blocks/lost')).text).toContain('its server says that it is not there any more');
    expect((await visit('/building-blocks/inner')).text).toContain('it is no https address of the open internet');
    // Not asked again before it is due; what did not answer sooner than what did.
    expect(await checkLinks(db, { now: new Date('2026-11-21T02:00:00Z'), outside, hosts: hosts() })).toBe(0);
    expect(await checkLinks(db, { now: new Date('2026-11-28T02:00:00Z'), outside, hosts: hosts() })).toBe(2);
    answers['/api/un/kit'] = { status: 200, body: 'nothing that it should be' };
    expect(await checkLinks(db, { now: new Date('2026-12-21T03:00:00Z'), outside, hosts: hosts() })).toBe(3);
    expect((await visit('/building-blocks/kit')).text).toContain('Licence and last change are not looked up on this host.');
  });

  it('are evidence for recommendation 7 of their owner, and for nothing else', async () => {
    const titles = async (organization: string, recommendation: string) =>
      (await data(`{ codeEvidence(organization: "${organization}", recommendation: "${recommendation}") { title } }`)).codeEvidence.map(
        (one: { title: string }) => one.title,
      );
    expect((await titles('fao', '7')).sort()).toEqual(['inner', 'kit', 'lost']);
    expect(await titles('itu', '7')).toEqual([]);
    expect(await titles('fao', '6')).toEqual([]);
    // Sources and the values of filters are kept from here on.
    await visit('/uptake/7/fao?at=2026-11-01');
    const statements = countStatements(services);
    const page = await visit('/uptake/7/fao');
    expect(statements.stop().length).toBeLessThanOrEqual(3);
    expect(page.text).toContain('Building blocks with their code');
    expect(page.text).toContain('under the licence Apache-2.0');
    expect((await visit('/uptake/6/fao')).text).not.toContain('Building blocks with their code');
  });
});

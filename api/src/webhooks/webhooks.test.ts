import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cookieOf } from '#test/door.ts';
import { testPeople } from '#test/people.ts';
import { startWorker } from '../../../jobs/worker.ts';
import { isPublicAddress } from '../outgoing/public-address.ts';
import { noteEndings, noteEvents } from './note.ts';
import { post } from './post.ts';
import { forgetDeliveries, pauseAfter, sendDelivery, WEBHOOK_ATTEMPTS } from './send.ts';

type Received = { headers: IncomingHttpHeaders; body: string };
/** A receiver at an address of its own; `answer` says how it answers. */
async function receiver() {
  const received: Received[] = [];
  const here = { answer: (response: ServerResponse) => void response.writeHead(204).end(), received };
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      here.answer(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(here, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
const target = await receiver();
const other = await receiver();
const hosts = [target.origin, other.origin];

const people = await testPeople({ webhookHosts: hosts });
const { db, pool, services, mailsTo, open, signIn, ask, visit, send, events } = people;
const settings = { baseUrl: services.accounts.settings.baseUrl, secret: services.accounts.settings.secret, webhookHosts: hosts };
const reader = await open('nobody.in.particular@example.org', 'Reader');
const member = await open('hooks.member@example.org', 'Member', [['MEMBER', 'itu']]);
const focal = await open('hooks.focal@example.org', 'Focal', [
  ['FOCAL_POINT', 'fao'],
  ['PROCUREMENT_OFFICER', 'unicef'],
]);
const second = await open('hooks.second@example.org', 'Second', [['FOCAL_POINT', 'fao']]);
const cookies: Record<string, string> = {};
for (const [id, email] of [
  [reader, 'nobody.in.particular@example.org'],
  [member, 'hooks.member@example.org'],
  [focal, 'hooks.focal@example.org'],
  [second, 'hooks.second@example.org'],
] as const)
  cookies[id] = cookieOf(await signIn(email));
const as = (id: string) => cookies[id] ?? '';

const making = /* GraphQL */ `mutation ($name: String!, $address: String!, $topics: [WebhookTopic!]!, $organization: String) {
  makeWebhook(name: $name, address: $address, topics: $topics, organization: $organization) { ... on WebhookMade { secret webhook { id } } ... on InvalidInput { fields { path code } } }
}`;
type Made = { secret: string; webhook: { id: string }; fields?: { path: string; code: string }[] };
const make = async (person: string, given: Record<string, unknown> = {}): Promise<Made> =>
  (await ask(as(person), making, { name: 'A check', address: `${target.origin}/hook`, topics: ['RECORDS', 'UPTAKE', 'AGREEMENTS', 'STANDARDS'], ...given }))
    .data?.['makeWebhook'] as unknown as Made;
const doing = async (person: string, field: string, args: string) =>
  (await ask(as(person), `mutation { ${field}(${args}) { __typename ... on InvalidInput { fields { code } } } }`)).data?.[field] as unknown as {
    __typename: string;
    fields?: { code: string }[];
  };
const deliveries = (webhook: string) =>
  db.selectFrom('webhookDelivery').selectAll().where('webhookId', '=', webhook).orderBy('createdAt').orderBy('id').execute();
/** Sends what waits for an address, as the worker would. */
const sendAll = async (webhook: string) => {
  const results: string[] = [];
  for (const { id, state } of await deliveries(webhook)) if (state === 'WAITING') results.push(await sendDelivery(db, id, settings));
  return results;
};
const typesFor = async (webhook: string) => (await deliveries(webhook)).map(({ type }) => type);
const slugOf = async (kind: 'LESSON' | 'STANDARD', offset: number) =>
  db
    .selectFrom('record')
    .select(['id', 'slug', 'sourceKey', 'title'])
    .where('kind', '=', kind)
    .orderBy('position')
    .offset(offset)
    .limit(1)
    .executeTakeFirstOrThrow();
/** A version as a person publishes it: a row of the history, and its entry of the log. */
async function publish(record: string, change: Record<string, unknown> = {}) {
  const { recordRevisions } = await import('#prisma/revision.ts');
  const row = await db.selectFrom('record').selectAll().where('id', '=', record).executeTakeFirstOrThrow();
  const before = await db
    .selectFrom('revision')
    .select(['number', 'hash', 'content'])
    .where('recordId', '=', record)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  await db.transaction().execute((trx) =>
    recordRevisions(trx, [
      {
        recordId: record,
        kind: row.kind,
        slug: row.slug,
        content: { ...(before.content as object), ...change },
        number: before.number + 1,
        previous: before.hash,
        author: 'aaaaaaaa-0000-4000-8000-000000000000',
        reason: 'A check.',
      },
    ]),
  );
}

beforeEach(async () => {
  await db.deleteFrom('webhook').execute();
  await noteEvents(db);
  for (const one of [target, other]) {
    one.received.length = 0;
    one.answer = (response) => void response.writeHead(204).end();
  }
});

describe('an event', () => {
  it('has the form of CloudEvents and a signature that the library of Standard Webhooks accepts, with an id that stays', async () => {
    const { secret, webhook } = await make(reader);
    const lesson = await slugOf('LESSON', 0);
    await publish(lesson.id);
    expect(await noteEvents(db)).toBe(1);
    // Noted once, however often it is looked for.
    expect(await noteEvents(db)).toBe(0);
    expect(await sendAll(webhook.id)).toEqual(['SENT']);
    const [{ headers, body }] = target.received as [Received];
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(() => new Webhook(secret).verify(body.replace('LESSON', 'VENDOR'), headers as Record<string, string>)).toThrow(/signature/i);
    const event = JSON.parse(body);
    // CloudEvents 1.0, section 3.1: what an event must have, and names of lower-case letters and digits alone.
    for (const name of ['specversion', 'id', 'source', 'type']) expect(event[name], name).toMatch(/./);
    for (const name of Object.keys(event)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    expect(new Date(event.time).toISOString()).toBe(event.time);
    const [row] = await deliveries(webhook.id);
    expect(verified).toMatchObject({
      specversion: '1.0',
      id: row?.id,
      type: 'atrium.record.published',
      source: settings.baseUrl,
      subject: `/lessons/${lesson.slug}`,
    });
    expect(headers).toMatchObject({ 'webhook-id': row?.id, 'content-type': 'application/cloudevents+json; charset=utf-8' });
    expect(event.data).toMatchObject({ kind: 'LESSON', title: lesson.title, url: `${settings.baseUrl}/lessons/${lesson.slug}`, version: 2 });
    const versionUrl = String(event.data.versionUrl).slice(settings.baseUrl.length);
    expect((await visit(as(reader), versionUrl)).statusCode).toBe(200);
    // By hand once more: the same id, signed anew.
    expect(await doing(reader, 'replayWebhook', `id: "${row?.id}"`)).toEqual({ __typename: 'WebhookDone' });
    expect(await sendAll(webhook.id)).toEqual(['SENT']);
    expect(target.received.map((one) => one.headers['webhook-id'])).toEqual([row?.id, row?.id]);
    expect(await deliveries(webhook.id)).toMatchObject([
      { state: 'DELIVERED', attempts: 1, status: 204, fault: null, body: expect.stringContaining('"specversion":"1.0"') },
    ]);
  });

  it('is told to those alone who may see it, when it is noted and when it is sent', async () => {
    const [open_, personal, organization] = [
      await make(reader),
      await make(focal),
      await make(focal, { organization: 'fao', address: `${other.origin}/hook` }),
    ];
    const [inside, owned] = [await slugOf('LESSON', 1), await slugOf('LESSON', 2)];
    await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE id = ${inside.id}::uuid`.execute(db);
    await sql`UPDATE record SET audience = 'OWNERS' WHERE id = ${owned.id}::uuid`.execute(db);
    await sql`DELETE FROM record_owner WHERE record_id = ${owned.id}::uuid`.execute(db);
    await sql`INSERT INTO record_owner (record_id, organization_id) SELECT ${owned.id}::uuid, id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'unicef'`.execute(
      db,
    );
    for (const { id } of [inside, owned]) await publish(id);
    await noteEvents(db);
    // UNICEF's is seen by who has a role there, and not by a member of FAO.
    expect(await Promise.all([open_, personal, organization].map(async ({ webhook }) => (await deliveries(webhook.id)).length))).toEqual([0, 2, 1]);
    await sql`UPDATE record SET audience = 'OWNERS' WHERE id = ${inside.id}::uuid`.execute(db);
    expect(await sendAll(personal.webhook.id)).toEqual(['NOTHING', 'SENT']);
    expect(await sendAll(organization.webhook.id)).toEqual(['NOTHING']);
    expect(target.received.map(({ body }) => JSON.parse(body).subject)).toEqual([`/lessons/${owned.slug}`]);
    expect(await typesFor(organization.webhook.id)).toEqual([]);
    // What was sent is shown as long as it may be seen.
    const [sent] = await deliveries(personal.webhook.id);
    const page = `/webhooks/${personal.webhook.id}/${sent?.id}`;
    expect((await visit(as(focal), page)).body).toContain(owned.slug);
    await sql`UPDATE record SET archived_at = now() WHERE id = ${owned.id}::uuid`.execute(db);
    const closed = (await visit(as(focal), page)).body;
    expect(closed).not.toContain(owned.slug);
    expect(closed).toContain('It is not shown');
    expect((await visit(as(second), page)).statusCode).toBe(404);
    await sql`UPDATE record SET archived_at = NULL, audience = 'PUBLIC' WHERE id IN (${inside.id}::uuid, ${owned.id}::uuid)`.execute(db);
  });

  it('is not told to who is suspended, nor for an organization of which its maker is no focal point any more', async () => {
    const [mine, organization] = [await make(second), await make(second, { organization: 'fao' })];
    const lesson = await slugOf('LESSON', 3);
    await publish(lesson.id);
    expect(await noteEvents(db)).toBe(2);
    await sql`UPDATE membership SET role = 'MEMBER' WHERE person_id = ${second}::uuid`.execute(db);
    expect(await sendAll(organization.webhook.id)).toEqual(['NOTHING']);
    await sql`UPDATE person SET suspended_at = now() WHERE id = ${second}::uuid`.execute(db);
    expect(await sendAll(mine.webhook.id)).toEqual(['NOTHING']);
    await publish(lesson.id);
    expect(await noteEvents(db)).toBe(0);
    expect(target.received).toEqual([]);
    await sql`UPDATE person SET suspended_at = NULL WHERE id = ${second}::uuid`.execute(db);
    await sql`UPDATE membership SET role = 'FOCAL_POINT' WHERE person_id = ${second}::uuid`.execute(db);
  });

  it('tells of reports on recommendations: in public from their confirmation on', async () => {
    const [open_, inside] = [await make(reader, { topics: ['UPTAKE'] }), await make(member, { topics: ['UPTAKE'], address: `${other.origin}/hook` })];
    const report = /* GraphQL */ `mutation { reportUptake(organization: "fao", recommendation: "4", idempotencyKey: "key-hook-uptake", input: { acceptance: ACCEPTED, implementation: IN_PROGRESS, effectiveDate: "2026-01-01" }, basedOn: "") { __typename ... on UptakeReported { entry { id } } ... on InvalidInput { fields { path code } } } }`;
    const done = await ask(as(focal), report);
    const entry = (done.data?.['reportUptake'] as unknown as { entry?: { id: string } })?.entry?.id;
    expect(entry, JSON.stringify(done)).toBeDefined();
    await noteEvents(db);
    expect(await Promise.all([open_, inside].map(({ webhook }) => typesFor(webhook.id)))).toEqual([[], ['atrium.uptake.reported']]);
    const confirmed = await ask(as(second), `mutation { confirmUptake(entry: "${entry}") { __typename } }`);
    expect(confirmed.errors).toBeUndefined();
    await noteEvents(db);
    expect(await typesFor(open_.webhook.id)).toEqual(['atrium.uptake.confirmed']);
    expect(await sendAll(open_.webhook.id)).toEqual(['SENT']);
    expect(JSON.parse(target.received[0]?.body ?? '')).toMatchObject({
      subject: '/uptake/4/fao',
      data: { organization: 'FAO', recommendation: 4, acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', withdrawn: false },
    });
  });

  it('tells of a standard that another one replaces', async () => {
    const { webhook } = await make(reader, { topics: ['STANDARDS'] });
    const [old, by] = [await slugOf('STANDARD', 0), await slugOf('STANDARD', 1)];
    await publish(by.id, { replaces: [old.sourceKey ?? old.slug] });
    await noteEvents(db);
    // The next version says the same, and is no news.
    await publish(by.id);
    await noteEvents(db);
    expect(await sendAll(webhook.id)).toEqual(['SENT']);
    expect(JSON.parse(target.received[0]?.body ?? '')).toMatchObject({
      type: 'atrium.standard.replaced',
      subject: `/standards/${old.slug}`,
      data: { title: old.title, replacedBy: { title: by.title } },
    });
  });

  it('tells of an agreement that ends soon to the people of its holder alone', async () => {
    const [holder, stranger, organization] = [await make(focal), await make(member), await make(focal, { organization: 'fao' })];
    const terms = {
      number: 'LTA-HOOK',
      title: 'Ledgers',
      scope: 'Registers.',
      unspsc: [],
      startsOn: '2020-01-01',
      endsOn: '2999-03-01',
      use: 'ON_REQUEST',
      source: 'A test.',
    };
    const kept = await ask(
      as(focal),
      'mutation ($terms: AgreementTermsInput!) { keepAgreement(holder: "unicef", vendor: "irisguard", terms: $terms, key: "key-hook-agreement") { __typename ... on AgreementSaved { agreement { id } } ... on InvalidInput { fields { path code } } } }',
      { terms },
    );
    const id = (kept.data?.['keepAgreement'] as unknown as { agreement?: { id: string } })?.agreement?.id;
    expect(id, JSON.stringify(kept)).toBeDefined();
    await sql`UPDATE agreement_version SET holds_from = NULL WHERE agreement_id = ${id}::uuid`.execute(db);
    expect(await noteEndings(db, '2998-12-01')).toBe(1);
    expect(await noteEndings(db, '2998-12-01')).toBe(0);
    expect(await noteEndings(db, '2999-01-31')).toBe(1);
    expect(await Promise.all([holder, stranger, organization].map(async ({ webhook }) => (await typesFor(webhook.id)).length))).toEqual([2, 0, 0]);
    expect(await sendAll(holder.webhook.id)).toEqual(['SENT', 'SENT']);
    expect(JSON.parse(target.received[0]?.body ?? '')).toMatchObject({
      data: { number: 'LTA-HOOK', holder: 'UNICEF', vendor: 'IrisGuard', endsOn: '2999-03-01' },
    });
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['198.18.0.1', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['::127.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['64:ff9b:1::a00:1', false],
    ['2002:a00:1::', false],
    ['2001::1', false],
    ['2001:db8::1', false],
    ['5f00::1', false],
    ['not an address', false],
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
  ])('of the network %s is public: %s', (address, is) => expect(isPublicAddress(address)).toBe(is));

  it.each([
    ['', 'MISSING'],
    ['hooks', 'WEBHOOK_ADDRESS'],
    ['ftp://example.org/', 'WEBHOOK_ADDRESS'],
    [`https://example.org/${'x'.repeat(500)}`, 'WEBHOOK_ADDRESS'],
    ['https://example.org\\@localhost/', 'WEBHOOK_ADDRESS'],
    ['https://user:secret@example.org/', 'WEBHOOK_PARTS'],
    ['https://example.org/#part', 'WEBHOOK_PARTS'],
    ['http://example.org/', 'WEBHOOK_HTTPS'],
    ['https://example.org:25/', 'WEBHOOK_HTTPS'],
    ['https://localhost/', 'WEBHOOK_PUBLIC'],
    ['https://127.0.0.1/', 'WEBHOOK_PUBLIC'],
    ['https://0x7f.1/', 'WEBHOOK_PUBLIC'],
    ['https://2130706433/', 'WEBHOOK_PUBLIC'],
    ['https://[::ffff:127.0.0.1]/', 'WEBHOOK_PUBLIC'],
    ['https://[64:ff9b::7f00:1]/', 'WEBHOOK_PUBLIC'],
    ['https://169.254.169.254/latest/', 'WEBHOOK_PUBLIC'],
  ])('such as %s is refused', async (address, code) => {
    expect((await make(reader, { address })).fields?.map((one) => one.code)).toEqual([code]);
  });

  it('is resolved once, and the connection goes to what was looked at, whatever the name says a moment later', async () => {
    let asked = 0;
    const rebinding = async () => (asked++ === 0 ? [{ address: '192.0.2.1', family: 4 }] : [{ address: '127.0.0.1', family: 4 }]);
    // 192.0.2.1 is kept for examples: not public, and refused before any connection.
    expect(await post('https://hooks.example.org/', {}, '{}', { hosts: [], resolve: rebinding, timeout: 500 })).toEqual({
      status: null,
      failure: 'NOT_PUBLIC',
    });
    asked = 0;
    const port = Number(new URL(target.origin).port);
    // A public address that answers nobody here: had the name been asked again, the receiver at 127.0.0.1 would have been reached.
    const first = async () => (asked++ === 0 ? [{ address: '8.8.8.8', family: 4 }] : [{ address: '127.0.0.1', family: 4 }]);
    const { status, failure } = await post(`https://hooks.example.org:${port}/`, {}, '{}', { hosts: [], resolve: first, timeout: 500 });
    expect([status, asked]).toEqual([null, 1]);
    expect(['TIMEOUT', 'CONNECTION']).toContain(failure);
    expect(target.received).toEqual([]);
    // One address of several that is not public is enough.
    const mixed = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await post('https://hooks.example.org/', {}, '{}', { hosts: [], resolve: mixed })).toEqual({ status: null, failure: 'NOT_PUBLIC' });
    // The machine's own resolver: this name leads to itself.
    expect(await post('https://localhost.localdomain.invalid/', {}, '{}', { hosts: [] })).toEqual({ status: null, failure: 'NO_HOST' });
  });

  it('that redirects inside, answers slowly, or answers with 200 MB harms nothing', async () => {
    const { webhook } = await make(reader);
    await doing(reader, 'tryWebhook', `id: "${webhook.id}"`);
    const [{ id }] = (await deliveries(webhook.id)) as unknown as [{ id: string }];
    const state = async () => (await deliveries(webhook.id)).map(({ status, fault, state, attempts }) => [status, fault, state, attempts]);
    target.answer = (response) => void response.writeHead(307, { location: `${other.origin}/inside` }).end();
    expect(await sendDelivery(db, id, settings)).toBe('FAILED');
    expect(await state()).toEqual([[307, 'REDIRECT', 'WAITING', 1]]);
    expect(other.received).toEqual([]);
    // Nobody answers: the time runs out.
    target.answer = () => undefined;
    expect(await sendDelivery(db, id, settings, { timeout: 200 })).toBe('FAILED');
    expect(await state()).toEqual([[null, 'TIMEOUT', 'WAITING', 2]]);
    // It changes to another protocol, or goes away: whoever sends has an end of it.
    for (const said of ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n', '']) {
      target.answer = ({ socket }) => void (said ? socket?.write(said) : socket?.destroy());
      expect(await sendDelivery(db, id, settings)).toBe('FAILED');
      expect((await state())[0]?.slice(0, 3)).toEqual([null, 'CONNECTION', 'WAITING']);
    }
    // Headers, then 200 MB: the status is enough, and the connection is closed.
    let written = 0;
    const closed = new Promise<void>((done) => {
      target.answer = (response) => {
        response.writeHead(200, { 'content-length': String(200_000_000) });
        const part = Buffer.alloc(64_000);
        const go = () => {
          while (written < 200_000_000 && response.write(part)) written += part.length;
        };
        response.on('drain', go);
        response.on('close', () => done());
        go();
      };
    });
    expect(await sendDelivery(db, id, settings)).toBe('SENT');
    await closed;
    expect(written).toBeLessThan(20_000_000);
    expect(await state()).toEqual([[200, null, 'DELIVERED', 5]]);
  });

  it('is tried again for a day, later each time, and put off with a mail when nothing was accepted', async () => {
    const pauses = Array.from({ length: WEBHOOK_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1));
    expect(pauses.slice(0, 3)).toEqual([16, 64, 256]);
    const day = pauses.reduce((sum, one) => sum + one, 0);
    expect([day > 86_400, day < 100_000]).toEqual([true, true]);
    const { webhook } = await make(reader);
    target.answer = (response) => void response.writeHead(500).end();
    await doing(reader, 'tryWebhook', `id: "${webhook.id}"`);
    const [{ id }] = (await deliveries(webhook.id)) as unknown as [{ id: string }];
    for (let attempt = 1; attempt <= WEBHOOK_ATTEMPTS; attempt++) {
      expect(await sendDelivery(db, id, settings)).toBe('FAILED');
      const { rows } = await sql<{
        seconds: number;
      }>`SELECT round(extract(epoch FROM j.run_at - now()))::int AS seconds FROM graphile_worker.jobs j WHERE j.key = ${`webhook:${id}`} AND j.attempts = 0`.execute(
        db,
      );
      if (attempt < WEBHOOK_ATTEMPTS) expect(Math.abs((rows[0]?.seconds ?? 0) - pauseAfter(attempt))).toBeLessThan(10);
    }
    expect(await deliveries(webhook.id)).toMatchObject([{ state: 'FAILED', attempts: WEBHOOK_ATTEMPTS, status: 500 }]);
    expect((await mailsTo('nobody.in.particular@example.org')).at(-1)).toMatchObject({ subject: 'Atrium has put off the webhook “A check”' });
    const page = await visit(as(reader), `/webhooks/${webhook.id}`);
    expect(page.body).toContain('put off, because nothing was accepted for a day');
    expect(page.body).toContain('given up after 8 attempts, not accepted (500)');
    // What happens meanwhile is noted and sent when it is on again, with what could not be delivered.
    await publish((await slugOf('LESSON', 4)).id);
    expect(await noteEvents(db)).toBe(0);
    expect(await sendAll(webhook.id)).toEqual(['NOTHING']);
    expect((await doing(reader, 'tryWebhook', `id: "${webhook.id}"`)).fields).toEqual([{ code: 'WEBHOOK_PAUSED' }]);
    target.answer = (response) => void response.writeHead(200).end();
    expect(await doing(reader, 'pauseWebhook', `id: "${webhook.id}", paused: false`)).toEqual({ __typename: 'WebhookDone' });
    expect(await sendAll(webhook.id)).toEqual(['SENT', 'SENT']);
    expect(await events('WEBHOOK_RESUMED')).toHaveLength(1);
  });

  it('that says it is gone is put off at once', async () => {
    const { webhook } = await make(reader);
    target.answer = (response) => void response.writeHead(410).end();
    await doing(reader, 'tryWebhook', `id: "${webhook.id}"`);
    expect(await sendAll(webhook.id)).toEqual(['FAILED']);
    expect(await db.selectFrom('webhook').select('pausedFor').execute()).toEqual([{ pausedFor: 'GONE' }]);
  });
});

describe('a webhook', () => {
  it('is kept by who made it, and for an organization by its focal points', async () => {
    const [mine, organization] = [await make(focal), await make(focal, { organization: 'fao' })];
    const list = async (person: string) =>
      ((await ask(as(person), '{ me { webhooks { id mine } } }')).data?.['me'] as unknown as { webhooks: { id: string; mine: boolean }[] } | undefined)
        ?.webhooks;
    expect(await list(focal)).toHaveLength(2);
    expect(await list(second)).toEqual([{ id: organization.webhook.id, mine: false }]);
    expect(await list(member)).toEqual([]);
    expect((await make(member, { organization: 'itu' })).fields?.map((one) => one.code)).toEqual(['WEBHOOK_ORGANIZATION']);
    for (const field of ['endWebhook', 'tryWebhook']) expect((await doing(second, field, `id: "${mine.webhook.id}"`)).fields).toEqual([{ code: 'NO_WEBHOOK' }]);
    expect((await doing(second, 'replayWebhook', 'id: "no"')).fields).toEqual([{ code: 'NO_WEBHOOK' }]);
    expect(await doing(second, 'endWebhook', `id: "${organization.webhook.id}"`)).toEqual({ __typename: 'WebhookDone' });
    expect(await events('WEBHOOK_ENDED')).toHaveLength(1);
  });

  it('has a secret that is shown once and kept nowhere', async () => {
    const page = await send(as(reader), '/webhooks', { name: 'From the page', address: `${target.origin}/hook`, topics: 'RECORDS' });
    const secret = /<code class="hash">(whsec_[^<]+)<\/code>/.exec(page.body)?.[1] ?? '';
    expect(secret).not.toBe('');
    expect(page.headers['cache-control']).toContain('no-store');
    const list = await visit(as(reader), '/webhooks');
    expect(list.body).toContain('From the page');
    const tables = ['webhook', 'webhookDelivery', 'mailOutbox', 'auditEvent'] as const;
    const kept = JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())), (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const text of [kept, list.body]) expect(text).not.toContain(secret.slice('whsec_'.length));
    expect((await mailsTo('nobody.in.particular@example.org')).at(-1)?.subject).toBe('An address is told of what happens in Atrium for you');
  });

  it.each([
    ['no name', { name: ' ' }, ['name MISSING']],
    [
      'nothing to be told of, a wrong address and a long name',
      { name: 'x'.repeat(101), topics: [], address: 'x' },
      ['name TOO_LONG', 'address WEBHOOK_ADDRESS', 'topics WEBHOOK_TOPICS'],
    ],
  ])('is not made with %s, and every fault is named', async (_name, given, faults) => {
    expect((await make(reader, given)).fields?.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });

  it('is tried, put off and ended on its page without script, and told in its person’s data', async () => {
    const { webhook } = await make(reader);
    const page = `/webhooks/${webhook.id}`;
    for (const act of ['try', 'pause', 'resume']) expect((await send(as(reader), page, { do: act })).headers.location).toBe(`${page}?done=${act}`);
    expect((await visit(as(reader), page)).body).toContain('atrium.trial');
    expect((await send(as(reader), page, { do: 'nothing' })).statusCode).toBe(400);
    expect(JSON.parse((await visit(as(reader), '/account/data.json')).body).webhooks).toMatchObject([{ name: 'A check', events: 1 }]);
    expect((await send(as(reader), page, { do: 'end' })).headers.location).toBe('/webhooks?ended=1');
    expect((await visit(as(reader), page)).statusCode).toBe(404);
    expect(await db.selectFrom('webhookDelivery').selectAll().execute()).toEqual([]);
  });

  it('keeps thirty days of its log, and of very many events the newest thousand', async () => {
    const { webhook } = await make(reader);
    await sql`INSERT INTO webhook_delivery (webhook_id, event_key, type, happened_at, created_at) SELECT ${webhook.id}::uuid, 'old:' || n, 'atrium.trial', now(), now() - interval '31 days' FROM generate_series(1, 3) n`.execute(
      db,
    );
    await sql`INSERT INTO webhook_delivery (webhook_id, event_key, type, happened_at, created_at) SELECT ${webhook.id}::uuid, 'new:' || n, 'atrium.trial', now(), now() - interval '1 day' FROM generate_series(1, 1004) n`.execute(
      db,
    );
    expect(await forgetDeliveries(db)).toBe(7);
    expect(await deliveries(webhook.id)).toHaveLength(1000);
  });
});

it('sends with the job queue what the program of the documentation takes', { timeout: 60_000 }, async () => {
  const text = await readFile('docs/webhooks.md', 'utf8');
  const program = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const file = 'webhook-example.test-made.mjs';
  await writeFile(file, program);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://127.0.0.1:${port}`;
  hosts.push(origin);
  const { secret, webhook } = await make(reader, { address: `${origin}/` });
  const child = spawn(process.execPath, [file], { env: { ...process.env, ATRIUM_WEBHOOK_SECRET: secret, PORT: String(port) } });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const stop = await startWorker({ db, pool, settings: { ...settings, smtpUrl: null, mailFrom: 'atrium@example.org' }, report: () => {} });
  try {
    await expect
      .poll(
        () =>
          fetch(origin).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(400);
    await doing(reader, 'tryWebhook', `id: "${webhook.id}"`);
    await expect
      .poll(async () => (await deliveries(webhook.id)).map(({ state, status }) => [state, status]), { timeout: 30_000 })
      .toEqual([['DELIVERED', 204]]);
    expect(said).toContain('atrium.trial A trial: nothing has happened.');
  } finally {
    await stop();
    child.kill();
    await rm(file, { force: true });
  }
});

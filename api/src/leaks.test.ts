import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { testLibrary } from '#test/ask.ts';
import { apiQuestions, pageAddresses, serverAddresses, type Values } from '#test/leak-routes.ts';
import { type Marker, or } from '#test/leak-markers.ts';
import { cookieOf, plantWorld, signInByCookie } from '#test/leak-world.ts';
import { plantWebhooks } from '#test/leak-webhooks.ts';
import { unzip } from '#test/unzip.ts';
import { buildPages } from '../../web/build.ts';
import { webHandler } from '../../web/handler.ts';
import { sendDigests } from './uptake/follow/subscriptions.ts';
import { findUser } from './accounts/memberships.ts';
import type { User } from './accounts/user.ts';
import { buildApp } from './app.ts';
import { sendDigests as sendFollowed } from './following/digest.ts';
import { makeMatcher, matchChanges } from './following/match.ts';
import { readEnv } from './env.ts';
import { schema } from './schema.ts';

// Everybody asks everything, through the server: every field of the API, every route, every page, every file. Each text that
// is not for everybody has a word of its own (test/leak-markers.ts), and no word may come to somebody who may not see it;
// whoever may see it finds it somewhere, so that the check is never green because nothing is there.

const library = await testLibrary();
const { services, db, pool } = library;
signInByCookie(services);
const build = await import(pathToFileURL(buildPages().server).href);
let handle: ReturnType<typeof webHandler> | null = null;
const { app, yoga } = await buildApp({
  env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test', PORT: '0', REQUESTS_PER_MINUTE: '1000000' }),
  services,
  pages: async (request) => (handle as NonNullable<typeof handle>)(request),
});
handle = webHandler(build, {
  fetch: async (request) => yoga.fetch(request, { requestId: request.headers.get('x-request-id') ?? '' }),
  baseUrl: '',
  version: 'test',
});
afterAll(() => app.close());

const headersOf = (user: User | null) => ({ accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(user ? { cookie: cookieOf(user) } : {}) });
const post = async (user: User | null, query: string, variables: object = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headersOf(user), accept: 'application/json', 'content-type': 'application/json' },
    payload: JSON.stringify({ query, variables }),
  });
const world = await plantWorld(services, async (user, query, variables) => {
  const answer = await post(user, query, variables);
  const { data, errors } = answer.json();
  if (errors || !data) throw new Error(`The leak test could not plant: ${answer.statusCode} ${answer.body}`);
  return data;
});
const { markers, viewers } = world;
const { webhooks, told } = await plantWebhooks(services, viewers, markers);
const first = async (kind: string) =>
  (
    await db
      .selectFrom('record')
      .select('slug')
      .where('kind', '=', kind as 'RISK')
      .orderBy('position')
      .executeTakeFirstOrThrow()
  ).slug;
const slugs: Record<string, string> = { sources: 'jiu-rep-2020-7', source: 'jiu-rep-2020-7' };
for (const [kind, ...names] of [
  ['RISK', 'risks', 'risk'],
  ['MITIGATION', 'mitigations', 'mitigation'],
  ['STANDARD', 'standards', 'standard'],
  ['REFERENCE', 'reference'],
  ['MATRIX', 'matrix'],
] as const)
  for (const name of names) slugs[name] = await first(kind);
const values: Values = {
  assessments: world.assessments,
  edition: world.edition,
  candidates: world.candidates,
  agreements: world.agreements,
  shortlists: world.shortlists,
  information: world.information,
  proposals: world.proposals,
  people: world.people,
  asked: world.asked,
  activities: world.activities,
  imports: world.imports,
  webhooks,
  // One of each address of each kind.
  webhookEvents: [...new Map(told.map(({ id, webhook, type }) => [`${webhook} ${type}`, `${webhook}/${id}`])).values()],
  catalogues: world.catalogues,
  members: Object.values(world.viewers).flatMap((user) => (user ? [user.id] : [])),
  records: world.records,
  drafts: world.drafts,
  campaign: world.campaign,
  slugs,
};

/** Which words each viewer found, for the check that there was something to find. */
const found = new Map<string, Set<Marker>>(Object.keys(viewers).map((name) => [name, new Set()]));
/** Looks through an answer; what its viewer may not see is named with where it came from. */
function look(name: string, user: User | null, where: string, text: string): string[] {
  const may = name === 'a suspended publisher' ? null : user;
  const seen = markers.in(text);
  for (const marker of seen) found.get(name)?.add(marker);
  return seen.filter((marker) => !marker.may(may)).map((marker) => `${where}: ${marker.where}`);
}
/** The first of what leaked, and how much more: a failure that can be read. */
const few = (leaks: string[]) => (leaks.length > 25 ? [...leaks.slice(0, 25), `and ${leaks.length - 25} more`] : leaks);

const asOthers = new Set([
  'somebody without a role',
  'a procurement officer of the organization',
  'a focal point of the organization',
  'a suspended publisher',
]);
const notAllowed = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']);
const isTooDear = ({ statusCode, body }: { statusCode: number; body: string }) => statusCode !== 200 && /too much|TOO_MUCH|Token limit/i.test(body);
const questions = apiQuestions(schema, values);

it('asks every field of the API, every route and every page', () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(fields.filter((field) => !questions.some(({ name }) => name === field || name.startsWith(`${field}.`)))).toEqual([]);
  expect(serverAddresses(app.printRoutes({ commonPrefix: false }), values).length).toBeGreaterThan(100);
  expect(pageAddresses(values).length).toBeGreaterThan(100);
});

describe.each(Object.entries(viewers))('nothing leaks to %s', (name, user) => {
  it('by the API', { timeout: 240_000 }, async () => {
    const leaks: string[] = [];
    for (const question of questions) {
      // Who sees what another here sees is not asked as deep; records and drafts are.
      const deep = !asOthers.has(name) || /^(project|lesson|vendor|draft|history|uptakeCell|informationRequest)\b/.test(question.name);
      let answers = [await post(user, deep ? question.query : (question.simpler[0] ?? question.query))];
      for (const easier of [question.simpler, question.least])
        if (answers.some(isTooDear)) {
          answers = [];
          for (const query of easier) answers.push(await post(user, query));
        }
      for (const answer of answers) {
        const { errors = [] } = answer.json() as { errors?: { message: string; extensions?: { code?: string } }[] };
        // A question that the schema refuses would be green without asking anything.
        // A link that nobody has may be tried so often a minute, whoever tries.
        const tried = (error: (typeof errors)[number]) => question.query.includes('(token:') && error.extensions?.code === 'TOO_MANY_REQUESTS';
        const broken = errors.filter((error) => !notAllowed.has(error.extensions?.code ?? '') && !tried(error));
        expect(broken, `${question.name}: ${question.query}`).toEqual([]);
      }
      // The administrator reads every mail where no mail server is set up: that is what the outbox is for.
      if (name === 'an administrator' && question.name.startsWith('outbox')) continue;
      leaks.push(...look(name, user, question.name, answers.map((answer) => answer.body).join()));
    }
    expect(few(leaks)).toEqual([]);
  });

  it('by routes: lists, documents, feeds, calendars, files', { timeout: 240_000 }, async () => {
    const leaks: string[] = [];
    const addresses = serverAddresses(app.printRoutes({ commonPrefix: false }), values);
    for (const url of addresses) {
      // Cookies mean nothing to the interface for programs: asked as nobody and as who sees most, it answers the same.
      if (url.startsWith('/api/v1/') && name !== 'a reader' && name !== 'an administrator') continue;
      const response = await app.inject({ url, headers: headersOf(user) });
      // A harvest goes on to its end: what was changed last stands there.
      const [, verb, , token] = /<request verb="(\w+)".*<resumptionToken( [^>]*)?>([^<]+)</s.exec(url.startsWith('/oai') ? response.body : '') ?? [];
      if (token) addresses.push(`/oai?verb=${verb}&resumptionToken=${token}`);
      expect(response.statusCode, url).toBeLessThan(500);
      const zipped = response.statusCode === 200 && /\.(docx|xlsx)(\?|$)/.test(url);
      // What somebody asks to be given of themself, the administrator hands over: all of it.
      if (name === 'an administrator' && /^\/members\/.*data\.json/.test(url)) continue;
      const text = zipped ? Object.values(unzip(response.rawPayload)).join('\n') : response.body.replace(/\r\n[ \t]/g, '');
      leaks.push(...look(name, user, url, text));
    }
    for (const { file, content } of world.records) {
      const named = markers.in(JSON.stringify(content['attachments']))[0];
      const { statusCode } = await app.inject({ url: `/files/${file}`, headers: headersOf(user) });
      expect([content['slug'], statusCode]).toEqual([content['slug'], !named || named.may(name === 'a suspended publisher' ? null : user) ? 200 : 404]);
    }
    expect(few(leaks)).toEqual([]);
  });

  // Pages show what the API gives; those who see what another here sees are not asked for all of them.
  it.skipIf(asOthers.has(name))('by pages', { timeout: 240_000 }, async () => {
    const leaks: string[] = [];
    for (const url of pageAddresses(values)) {
      const response = await app.inject({ url, headers: headersOf(user) });
      expect(response.statusCode, url).toBeLessThan(500);
      // Who looks for a draft or a record by its address is told that address again.
      const own = response.body.replaceAll(url.split('?')[0] ?? '', '').replaceAll(encodeURIComponent(url.split('?')[0] ?? ''), '');
      if (name === 'an administrator' && url === '/outbox') continue;
      leaks.push(...look(name, user, url, own));
    }
    expect(few(leaks)).toEqual([]);
  });
});

it('leaks nothing by search, to who looks for the very word', { timeout: 120_000 }, async () => {
  const leaks: string[] = [];
  for (const name of ['a reader', 'the secretariat']) {
    const user = viewers[name] ?? null;
    const hidden = markers.all.filter(
      (marker) => !marker.may(user) && /(title|summary|alias|contacts|participants|keycustody|services|reason)$/i.test(marker.where),
    );
    for (let at = 0; at < hidden.length; at += 4) {
      const some = hidden.slice(at, at + 4);
      const body = '{ totalCount suggestion edges { node { title snippet record { title url } } } }';
      const query = `{ ${some.map(({ word }, index) => `a${index}: search(query: "${word}", first: 5) ${body}`).join(' ')} }`;
      const { data, errors } = (await post(user, query)).json();
      expect(errors).toBeUndefined();
      for (const [index, marker] of some.entries()) {
        const hit = data[`a${index}`] as { suggestion: string | null; edges: unknown[] };
        const text = `${hit.suggestion ?? ''} ${JSON.stringify(hit.edges)}`;
        leaks.push(...markers.in(text).flatMap((seen) => (seen.may(user) ? [] : [`${name} looks for ${marker.where}: ${seen.where}`])));
      }
    }
  }
  expect(few(leaks)).toEqual([]);
});

it('leaks nothing by mail: each holds what its receiver may see', async () => {
  await sendDigests(db, 'DAILY', { baseUrl: 'https://example.org' });
  await matchChanges(makeMatcher(db, pool));
  expect(await sendFollowed(db, 'DAILY', { baseUrl: 'https://example.org', secret: 'a secret of the test', slot: new Date() })).toBeGreaterThan(8);
  const mails = await db.selectFrom('mailOutbox').select(['eventKey', 'address', 'personId', 'subject', 'text']).execute();
  expect(mails.length).toBeGreaterThan(5);
  const leaks: string[] = [];
  for (const mail of mails) {
    const receiver = mail.personId ? await findUser(db, mail.personId) : null;
    // Whom a campaign names as its contact is written to for the organization. What is public may be written to anybody.
    const contact = markers.in(mail.address);
    // Contacts of a vendor are asked by name, with the text and the name of who asks.
    const asked = mail.eventKey.startsWith('information:') ? /^(name of|information request|VENDOR OWNERS contacts)/ : /campaign/;
    const may = (marker: Marker) =>
      receiver ? or(marker.may)(receiver) : marker.may(null) || ((contact.length > 0 || asked.source.startsWith('^')) && asked.test(marker.where));
    leaks.push(
      ...markers.in(`${mail.subject} ${mail.text}`).flatMap((marker) => (may(marker) ? [] : [`"${mail.subject}" to ${mail.address}: ${marker.where}`])),
    );
  }
  expect(few(leaks)).toEqual([]);
});

it('leaks nothing by webhook: each event holds what its receiver may see', () => {
  const leaks = told.flatMap(({ user, type, text }) =>
    markers.in(text).flatMap((marker) => (marker.may(user) ? [] : [`${type} to ${user.name}: ${marker.where}`])),
  );
  expect(few(leaks)).toEqual([]);
  // Members are told of what nobody else sees, and who is suspended of nothing.
  expect(told.filter(({ text }) => markers.in(text).some((marker) => !marker.may(null))).length).toBeGreaterThan(10);
  expect(told.filter(({ user }) => user.id === viewers['a suspended publisher']?.id)).toEqual([]);
});

it('keeps what is not for everybody out of every index and every derived row', async () => {
  for (const { level, whole, recordId } of world.records) {
    if (level === 'PUBLIC' || whole) continue;
    const row = await db
      .selectFrom('record')
      .select(['title', 'summary', 'keywords', 'body', 'facetKeys'])
      .where('id', '=', recordId)
      .executeTakeFirstOrThrow();
    const links = await db.selectFrom('link').selectAll().where('fromId', '=', recordId).execute();
    const citations = await db.selectFrom('citation').selectAll().where('recordId', '=', recordId).execute();
    const words = markers.in(JSON.stringify([row, links, citations], (_key, value) => (typeof value === 'bigint' ? String(value) : value)));
    expect(words.map((marker) => marker.where)).toEqual([]);
  }
});

it('was no empty check: whoever may see a text has found it', () => {
  const reader = (name: string) => (name === 'a suspended publisher' ? null : (viewers[name] ?? null));
  const nobody = markers.all.filter((marker) => ![...found].some(([name, words]) => marker.may(reader(name)) && words.has(marker)));
  // What was written on over is nobody's any more.
  expect(few(nobody.map((marker) => marker.where).filter((where) => !where.startsWith('asked ')))).toEqual([]);
  // What is published stands open to each of those whom it is for, not only to one of them.
  const published = markers.all.filter((marker) => /^(PROJECT|LESSON|VENDOR) /.test(marker.where) && !/closed since|whole OWNERS title/.test(marker.where));
  expect(published.length).toBeGreaterThan(200);
  const missing = [...found].flatMap(([name, words]) =>
    published.filter((marker) => marker.may(reader(name)) && !words.has(marker)).map((marker) => `${name}: ${marker.where}`),
  );
  expect(few(missing)).toEqual([]);
});

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { demoCookie, realPages, sendForm, testDoor } from '#test/door.ts';
import { cleansed, toldError } from './journal.ts';

const { serve, services, db } = await testDoor();
const host = 'localhost:3000';
const lines: string[] = [];
const marked = 'Zq7secret';

it('no secret, address or search text of a person is in any line, wherever it was sent', { timeout: 120_000 }, async () => {
  const standardError = console.error;
  console.error = (...parts: unknown[]) => lines.push(parts.map(String).join(' '));
  const pages = await realPages();
  const app = await serve({ BASE_URL: 'http://localhost:3000', TRUSTED_PROXIES: '1' }, { pages, logTo: { write: (line) => lines.push(line) } });
  const token = `${marked}0123456789abcdefABCDEF`;
  const mail = `${marked}@example.org`;
  const cookie = await demoCookie(app, 'fao-focal-point');
  const queries = [`token=${token}`, `q=${marked}`, `next=/${marked}`, `error=${marked}`, `email=${mail}`, `${marked}=1`, `a=%00${marked}`];
  const paths = [
    '/search',
    '/search/suggest',
    '/invitation',
    '/still-correct',
    '/reset-password',
    '/sign-in',
    '/projects',
    '/projects.csv',
    '/members',
    '/audit',
    '/audit.csv',
    '/uptake',
    '/uptake.atom',
    '/auth/verify-email',
    '/auth/get-session',
    '/auth/callback/fao',
    '/follow',
    '/graphql',
  ];
  for (const [index, path] of paths.entries())
    for (const query of [queries[index % queries.length], queries[(index + 3) % queries.length]])
      await app.inject({ url: `${path}?${query}`, headers: { host } });
  for (const url of [
    `/auth/reset-password/${token}?callbackURL=/x`,
    `/auth/reset-password/${marked}`,
    `/auth/${marked}`,
    `/${marked}`,
    `/${marked}/${token}`,
    `/${marked.toLowerCase()}`,
    `/invitation/${token}`,
    `/reset-password/${marked}`,
    `/projects/${marked}`,
    `/projects/${mail}`,
    `/drafts/${marked}`,
    `/drafts/${marked}/review`,
    `/files/${marked}`,
    `//${marked}`,
    `/${marked}/`,
    `/%E0%A4%A${marked}`,
    `/graphql?query=${encodeURIComponent(`{ search(query: "${marked}") { totalCount } }`)}`,
    `/graphql?query=${encodeURIComponent(`{ ${marked} }`)}`,
    `/graphql?query=${encodeURIComponent(`{ project(slug: "${marked}\u0000") { title } }`)}`,
    `/uptake/${marked}/${marked}`,
    `/uptake/organizations/${marked}.docx`,
  ])
    for (const method of ['GET', 'POST', 'PUT', 'OPTIONS'] as const)
      await app.inject({ url, method, headers: { host, ...(method === 'GET' ? { cookie } : {}) } });
  for (const name of [
    'authorization',
    'x-request-id',
    'x-forwarded-for',
    'referer',
    'user-agent',
    'origin',
    'accept',
    'accept-language',
    'content-type',
    'x-forwarded-host',
    'if-none-match',
    'cookie',
  ])
    for (const url of ['/projects', '/graphql?query={me{name}}', '/auth/get-session', '/projects.json'])
      await app.inject({
        url,
        headers: {
          host,
          [name]: name === 'cookie' ? `atrium.session_token=${token}.${token}; atrium.typed=${mail}; atrium.known=${token}.${token}` : `${marked} ${mail}`,
        },
      });
  for (const [url, fields] of [
    ['/account/sign-in', { email: mail, password: token }],
    ['/account/sign-up', { email: mail, password: token, name: marked }],
    ['/account/forgot', { email: mail }],
    ['/account/reset', { token, password: token }],
    ['/account/verify', { email: mail }],
    [`/account/${marked}`, { a: marked }],
    ['/lessons/new', { title: marked }],
    [`/drafts/${marked}`, { title: marked }],
  ] as const)
    await sendForm(app, url, fields, { origin: `http://${host}` });
  // What fails inside: statements with what was typed, unreadable JSON, unique keys.
  for (const body of [
    `{"query":"{ search(query: \\"${marked}\\") { totalCount } }","${marked}`,
    `${marked}`,
    JSON.stringify({ query: `mutation { acceptInvitation(token: "${token}\\u0000") { __typename } }` }),
  ])
    for (const url of ['/graphql', '/auth/sign-in/email'])
      await app.inject({ method: 'POST', url, headers: { host, 'content-type': 'application/json' }, payload: body });
  const failing = services.search.search;
  services.search.search = async () => {
    await sql`SELECT ${marked}::uuid`.execute(db);
    throw new Error('not reached');
  };
  for (const url of ['/search?q=x', '/search/suggest?q=x', `/graphql?query=${encodeURIComponent('{ search(query: "x") { totalCount } }')}`])
    await app.inject({ url, headers: { host } });
  services.search.search = failing;
  const insert = () => db.insertInto('person').values({ name: 'One', email: mail }).execute();
  await insert();
  const twice = await insert().catch((error: unknown) => error);
  app.log.error({ err: twice }, 'a key');
  app.log.error(twice as Error);
  console.error = standardError;

  const found = lines.filter((line) => new RegExp(marked, 'i').test(line));
  expect(found).toEqual([]);
  // The log is not empty for that: each answer has its line, with its id and what was asked for by name.
  const told = lines.map(
    (line) =>
      JSON.parse(line) as {
        level: number;
        requestId?: string;
        path?: string;
        status?: number;
        ms?: number;
        sql?: string;
        err?: { code?: string; stack?: string[] };
      },
  );
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((line) => line.status !== undefined).every((line) => /^[0-9a-f-]{36}$/.test(line.requestId ?? ''))).toBe(true);
  expect(told.map((line) => line.path)).toEqual(expect.arrayContaining(['/search', '/projects.csv', '/auth/…', '/graphql', '/account/sign-in']));
  expect(told.filter((line) => (line.status ?? 0) >= 500).every((line) => line.level === 50)).toBe(true);
  const fault = told.find((line) => line.err?.code === '22P02');
  expect(fault?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(fault?.err?.stack?.length).toBeGreaterThan(1);
  // Every statement with its time and its request, without the values.
  const statements = told.filter((line) => line.sql !== undefined);
  expect(statements.length).toBeGreaterThan(50);
  expect(statements.every((line) => Number(line.ms) >= 0 && line.level === 20)).toBe(true);
  expect(statements.some((line) => line.requestId !== undefined && /FROM record/i.test(line.sql ?? ''))).toBe(true);
});

it('the id of a proxy of ours is kept beside our own, that of anybody else is not', async () => {
  const linesOf = async (settings: Record<string, string>, id: string) => {
    const told: string[] = [];
    const app = await serve({ BASE_URL: 'http://localhost:3000', ...settings }, { logTo: { write: (line) => told.push(line) } });
    const { headers } = await app.inject({ url: '/auth/get-session', headers: { host, 'x-request-id': id } });
    expect(headers['x-request-id']).not.toBe(id);
    return told
      .map((line) => JSON.parse(line) as { proxyRequestId?: string })
      .map((line) => line.proxyRequestId)
      .filter(Boolean);
  };
  expect(await linesOf({ TRUSTED_PROXIES: '1' }, 'proxy-12345678')).toEqual(['proxy-12345678']);
  expect(await linesOf({}, 'proxy-12345678')).toEqual([]);
  expect(await linesOf({ TRUSTED_PROXIES: '1' }, 'a sentence for the log')).toEqual([]);
});

it('leaves of a message what failed, and nothing that was typed', () => {
  expect(cleansed('duplicate key value violates unique constraint "person_email_key"')).toBe('duplicate key value violates unique constraint "…"');
  expect(cleansed('Key (email)=(someone@example.org) already exists.')).toBe('Key (email)=(…) already exists.');
  expect(cleansed('550 5.1.1 <someone@example.org> unknown')).toBe('550 5.1.1 <…> unknown');
  expect(cleansed('GET https://host/x?token=abc failed')).toBe('GET https://host/x?… failed');
  expect(cleansed('connect ECONNREFUSED 127.0.0.1:4471')).toBe('connect ECONNREFUSED 127.0.0.1:4471');
  try {
    JSON.parse(`{"a": ${marked}}`);
  } catch (error) {
    expect(JSON.stringify(toldError(new Error(`while reading '${marked}'`, { cause: error })))).not.toContain(marked);
  }
});

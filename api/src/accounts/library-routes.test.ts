import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { testDatabase } from '#test/database.ts';
import { cookieOf } from '#test/oidc.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv } from '../env.ts';
import { readOnlySettings } from '../env.ts';
import { makeAuth } from './auth.ts';
import { libraryRoute, libraryRoutes } from './library-routes.ts';

const { db, url } = await testDatabase('library_template');
const settings = { ...readOnlySettings(), localAccounts: true, demo: true };
const services = makeServices(db, createPostgresEngine(url), settings);
const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' }), services });
const { providers } = readEnv({
  OIDC_PROVIDERS: JSON.stringify([{ id: 'aa', name: 'A', discoveryUrl: 'http://127.0.0.1:9/.well-known/openid-configuration', clientId: 'atrium' }]),
});

type Endpoint = { path?: string; options?: { method?: string | string[]; metadata?: { SERVER_ONLY?: boolean; scope?: string } } };
/** Every address that the library answers at, as `METHOD /path`, with accounts kept here and with services. */
const addresses = [
  ...new Set(
    [makeAuth(db, settings), makeAuth(db, { ...settings, localAccounts: false, demo: false, providers })].flatMap((auth) =>
      (Object.values(auth.api) as unknown as Endpoint[]).flatMap(({ path, options }) =>
        path ? [options?.method ?? []].flat().map((method) => `${method} ${path}`) : [],
      ),
    ),
  ),
].sort();
const documented = new Map(
  [...readFileSync(new URL('../../../docs/auth-routes.md', import.meta.url), 'utf8').matchAll(/^\| `(GET|POST) (\/\S+)` +\| (everybody|forms|closed)\b/gm)].map(
    ([, method, path, from]) => [`${method} ${path}`, from],
  ),
);
const open = (address: string) => libraryRoutes.find((one) => `${one.method} ${one.path}` === address)?.from;
const asking = (address: string) => {
  const [method = 'GET', path = ''] = address.split(' ');
  return { method: method as 'GET' | 'POST', url: `/auth${path.replace(/:\w+/g, 'aa')}` };
};
/** A caller of its own for each request: how often one may ask has its own tests. */
let callers = 0;
const caller = () => `10.1.${Math.floor(++callers / 250)}.${callers % 250}`;
const headers = { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': 'application/json' };

describe('the addresses of the sign-in library', () => {
  it('are all on the page about them, with who may use them', () => {
    expect([...documented.keys()].sort()).toEqual(addresses);
    expect(Object.fromEntries(addresses.map((one) => [one, documented.get(one)]))).toEqual(
      Object.fromEntries(addresses.map((one) => [one, open(one) === 'OPEN' ? 'everybody' : open(one) === 'FORMS' ? 'forms' : 'closed'])),
    );
    expect(libraryRoutes.map((one) => `${one.method} ${one.path}`).filter((one) => !addresses.includes(one))).toEqual([]);
  });

  it('answer nobody from outside where they are not open, signed in or not, however they are spelt', async () => {
    const begun = await app.inject({
      remoteAddress: caller(),
      method: 'POST',
      url: '/account/demo',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'account=administrator',
    });
    const cookie = cookieOf(begun);
    for (const address of addresses.filter((one) => open(one) !== 'OPEN')) {
      const { method, url: path } = asking(address);
      for (const spelt of [
        path,
        `${path}/`,
        path.replace('/auth/', '/auth//'),
        path.replace(/[a-z](?=[^/]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
        path.toUpperCase().replace('/AUTH', '/auth'),
      ])
        for (const who of [{}, { cookie }]) {
          const response = await app.inject({
            remoteAddress: caller(),
            method,
            url: spelt,
            headers: { ...headers, ...who },
            ...(method === 'POST' ? { payload: '{}' } : {}),
          });
          // Another spelling leads to the one that a path has, which answers 404.
          const moved = response.statusCode === 308 ? String(response.headers.location) : null;
          const last = moved ? await app.inject({ remoteAddress: caller(), method, url: moved, headers: { ...headers, ...who } }) : response;
          expect([spelt, method, last.statusCode]).toEqual([spelt, method, 404]);
        }
    }
    for (const address of addresses.filter((one) => one.startsWith('GET ')))
      expect((await app.inject({ remoteAddress: caller(), method: 'HEAD', url: asking(address).url, headers: { ...headers, cookie } })).statusCode).toBe(404);
  });

  it('take JSON alone: of a form, the limits of an account would not know the account', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])
      for (const path of ['/auth/sign-in/email', '/auth/request-password-reset', '/auth/reset-password']) {
        const answer = await app.inject({
          method: 'POST',
          url: path,
          headers: { ...headers, 'content-type': type },
          payload: 'email=victim@fao.org&password=wrong',
        });
        expect([type, path, answer.statusCode === 415 || answer.statusCode === 404]).toEqual([type, path, true]);
      }
    const form = await app.inject({
      method: 'POST',
      url: '/auth/sign-in/email',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=victim@fao.org&password=wrong',
    });
    expect(form.statusCode).toBe(415);
  });

  it('say that a body which is no object is the sender’s fault', async () => {
    for (const payload of ['null', '[]', '"x"', '1', '{', ''])
      for (const path of ['/auth/sign-in/email', '/auth/request-password-reset', '/auth/reset-password', '/auth/passkey/verify-registration']) {
        const { statusCode } = await app.inject({
          remoteAddress: caller(),
          method: 'POST',
          url: path,
          headers: { ...headers, 'content-type': 'application/json' },
          payload,
        });
        expect([payload, path, statusCode < 500]).toEqual([payload, path, true]);
      }
  });

  it('give no token to script: not of the session, not of a service', async () => {
    // Demonstration accounts are there for this machine alone.
    const begun = await app.inject({
      method: 'POST',
      url: '/account/demo',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'account=fao-publisher',
    });
    const session = await app.inject({ url: '/auth/get-session', headers: { ...headers, cookie: cookieOf(begun) } });
    expect(session.json().user.name).toBe('Demo: FAO publisher');
    const tokens = (await db.selectFrom('session').select('token').execute()).map((row) => row.token);
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(session.body).not.toContain(token);
    expect(session.body).not.toContain('token');
    expect(session.headers['cache-control']).toBe('private, no-store');
  });

  it('take no name, address or picture of a person', async () => {
    const begun = await app.inject({
      method: 'POST',
      url: '/account/demo',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'account=itu-publisher',
    });
    for (const [path, payload] of [
      ['/auth/update-user', { name: 'CEB Secretariat.\n\nUnlock it at https://evil.example' }],
      ['/auth/change-email', { newEmail: 'other@itu.int' }],
      ['/auth/sign-up/email', { name: 'Eve', email: 'eve@fao.org', password: 'a long enough password' }],
    ] as const)
      expect(
        (await app.inject({ remoteAddress: caller(), method: 'POST', url: path, headers: { ...headers, cookie: cookieOf(begun) }, payload })).statusCode,
      ).toBe(404);
    expect(await db.selectFrom('person').select('id').where('email', '=', 'eve@fao.org').execute()).toEqual([]);
    expect(libraryRoute({ method: 'GET', url: 'http://localhost:3000/auth/verify-email?token=x' })).toBeNull();
  });
});

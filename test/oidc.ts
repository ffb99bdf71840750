import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import { afterAll } from 'vitest';

type Claims = Record<string, unknown>;
type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

export const cookieOf = (response: Pick<Answer, 'headers'>) =>
  [response.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** The cookies of a browser that had some and is given others: a later one takes the place of an earlier one. */
const merged = (...cookies: string[]) => {
  const jar = new Map<string, string>();
  for (const pair of cookies.flatMap((one) => one.split('; ')).filter(Boolean)) jar.set(pair.slice(0, pair.indexOf('=')), pair);
  return [...jar.values()].join('; ');
};

let callers = 0;

/**
 * A real OpenID Connect service. Whoever is typed in signs in, with the claims that `people` holds for it then; a change of
 * them counts from the next sign-in.
 * @param id of the service in the configuration of the library, which answers at http://localhost:3000
 */
export async function startService(id: string, people: Record<string, Claims>, { idToken = true } = {}) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'atrium',
        client_secret: 'a-secret-of-the-client',
        redirect_uris: [`http://localhost:3000/auth/callback/${id}`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'org', 'roles', 'upn', 'preferred_username'] },
    conformIdTokenClaims: !idToken,
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    cookies: { keys: ['a key of the test'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    id,
    issuer,
    config: {
      id,
      name: `Service ${id}`,
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      clientId: 'atrium',
      clientSecret: 'a-secret-of-the-client',
    },
  };
}

const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000', origin: 'http://localhost:3000' };

/** What a browser does with a service: follows redirects, keeps the service's cookies, fills its two forms. @returns the address it leads back to */
async function atService(begin: string, login: string | null): Promise<URL> {
  const jar = new Map<string, string>();
  let next = begin;
  let body: string | null = null;
  for (let step = 0; step < 15 && !next.startsWith('http://localhost:3000/'); step++) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === null ? {} : { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location: string | null = response.headers.get('location');
    const html: string = location ? '' : await response.text();
    const abort = /href="([^"]*\/abort)"/.exec(html)?.[1];
    if (login === null && abort) {
      next = new URL(abort, next).href;
      body = null;
      continue;
    }
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt: string | undefined = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    body = location ? null : new URLSearchParams({ prompt: prompt ?? 'login', login: login ?? '', password: 'any' }).toString();
    next = new URL(location ?? action ?? '', next).href;
  }
  return new URL(next);
}

/**
 * Signs in with a service, as one browser.
 * @param sub who signs in there; null cancels
 * @param how `cookie` of a session here connects the service to it instead; `go` and `back` may change the address that the browser is led to and comes back to
 */
export async function signInWith(
  app: FastifyInstance,
  service: { id: string },
  sub: string | null,
  how: { cookie?: string; next?: string; go?: (address: URL) => URL; back?: (address: URL) => URL; forget?: boolean } = {},
): Promise<{ location: string; cookie: string; answer: Answer }> {
  // Each from an address of its own: how often one address may sign in has its own tests.
  const remoteAddress = `10.0.${Math.floor(++callers / 250)}.${callers % 250}`;
  const begun = await app.inject({
    method: 'POST',
    remoteAddress,
    url: how.cookie ? '/account/services' : '/account/provider',
    headers: { ...form, ...(how.cookie ? { cookie: how.cookie } : {}) },
    payload: new URLSearchParams(how.cookie ? { connect: service.id } : { provider: service.id, next: how.next ?? '/projects' }).toString(),
  });
  const begin = String(begun.headers['refresh'] ?? '').replace('0; url=', '');
  if (!begin) return { location: String(begun.headers.location), cookie: '', answer: begun };
  const arrived = await atService((how.go?.(new URL(begin)) ?? new URL(begin)).href, sub);
  const back = how.back?.(arrived) ?? arrived;
  const cookie = how.forget ? '' : merged(how.cookie ?? '', cookieOf(begun));
  const answer = await app.inject({ remoteAddress, url: back.pathname + back.search, headers: { host: 'localhost:3000', ...(cookie ? { cookie } : {}) } });
  return { location: String(answer.headers.location), cookie: cookieOf(answer), answer };
}

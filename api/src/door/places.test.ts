import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { cookieOf, demoCookie, sendForm, testDoor } from '#test/door.ts';
import { readEnv } from '../env.ts';

const { serve, services, db } = await testDoor();
/** A page that says the address that it was asked at; some exist. */
const pages = async (request: Request) => {
  const { pathname } = new URL(request.url);
  return new Response(request.url, { status: /^\/(projects|uptake\/organizations\/fao|uptake\/4\/fao|sign-in)?$/.test(pathname) ? 200 : 404 });
};
const local = await serve({}, { pages });
const served = await serve({ BASE_URL: 'https://atrium.example.org' }, { pages });
const forwarding = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'via',
  'x-real-ip',
  'cf-connecting-ip',
  'x-forwarded-server',
  'x-original-host',
  'x-original-forwarded-for',
  'x-envoy-external-address',
  'cf-ray',
  'cf-visitor',
  'fly-client-ip',
  'x-amzn-trace-id',
  'x-azure-clientip',
  'forwarded-for',
  'x_forwarded_for',
  // What some proxy somewhere writes, and what nobody has thought of yet: nothing but what browsers send is direct.
  'x-host',
  'x-originating-ip',
  'x-remote-ip',
  'client-ip',
  'x-coming-from',
  'x-url-scheme',
  'front-end-https',
  'x-proxyuser-ip',
  'wl-proxy-client-ip',
  'x-cloud-trace-context',
  'x-varnish',
  'x-request-start',
  'surrogate-capability',
  'x-ssl',
  'x-real-port',
  'traceparent',
  'x-request-id',
  'section-io-id',
  'a-name-of-tomorrow',
];
/** What browsers and curl send, also to change something. */
const direct = {
  'user-agent': 'Mozilla/5.0',
  accept: '*/*',
  'accept-encoding': 'identity',
  'accept-language': 'en',
  'cache-control': 'max-age=0',
  pragma: 'no-cache',
  dnt: '1',
  connection: 'keep-alive',
  priority: 'u=0, i',
  te: 'trailers',
  'upgrade-insecure-requests': '1',
  referer: 'http://localhost:3000/sign-in',
  'sec-ch-ua': '"Chromium";v="140"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-user': '?1',
  'sec-gpc': '1',
  'if-none-match': '"x"',
};

describe('without BASE_URL', () => {
  it('serves this machine by its own names alone', async () => {
    for (const host of ['localhost', 'localhost:3000', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:3000', '[::1]:3000'])
      expect([host, (await local.inject({ url: '/projects', headers: { host } })).statusCode]).toEqual([host, 200]);
    for (const host of [
      'evil.example',
      'evil.example:3000',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '10.0.0.5',
      'atrium.localhost',
      'localhost:3000@evil.example',
    ])
      for (const url of ['/projects', '/graphql?query={__typename}', '/account/demo', '/projects.csv', '/auth/ok']) {
        const answer = await local.inject({ url, method: url === '/account/demo' ? 'POST' : 'GET', headers: { host, accept: 'text/html' } });
        expect([host, url, answer.statusCode]).toEqual([host, url, 421]);
        expect(answer.body).toContain('BASE_URL');
        expect(answer.body).not.toContain('evil');
      }
    // What watches the process asks by whatever name it has there.
    expect((await local.inject({ url: '/health', headers: { host: '10.0.0.5:3000' } })).statusCode).toBe(200);
  });

  it('is no administrator for a foreign page whose DNS points here', async () => {
    const answer = await sendForm(
      local,
      '/account/demo',
      { account: 'administrator' },
      { host: 'evil.example:3000', origin: 'http://evil.example:3000', 'sec-fetch-site': 'same-origin' },
    );
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([421, undefined]);
  });

  it('has demonstration accounts, and their cookies, only on this machine and behind no proxy', async () => {
    const cookie = await demoCookie(local, 'administrator');
    const asked = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      local.inject({
        url: `/graphql?query=${encodeURIComponent('{ me { name } signInOptions { demo { id } } }')}`,
        remoteAddress,
        headers: { host: 'localhost:3000', cookie, ...headers },
      });
    expect((await asked({})).json().data).toMatchObject({
      me: { name: 'Demo: administrator' },
      signInOptions: { demo: expect.arrayContaining([{ id: 'administrator' }]) },
    });
    expect((await asked(direct)).json().data.me).toEqual({ name: 'Demo: administrator' });
    const nobody = { me: null, signInOptions: { demo: [] } };
    for (const name of forwarding) expect([name, (await asked({ [name]: '127.0.0.1' })).json().data]).toEqual([name, nobody]);
    expect((await asked({}, '10.0.0.5')).json().data).toEqual(nobody);
    for (const name of forwarding) {
      for (const url of ['/account/demo', '/auth/sign-in/demo']) {
        const answer = await local.inject({
          method: 'POST',
          url,
          headers: {
            host: 'localhost:3000',
            [name]: '127.0.0.1',
            'content-type': url.startsWith('/auth') ? 'application/json' : 'application/x-www-form-urlencoded',
          },
          payload: url.startsWith('/auth') ? '{"account":"administrator"}' : 'account=administrator',
        });
        expect([name, url, String(answer.headers['set-cookie'] ?? '').includes('session_token')]).toEqual([name, url, false]);
      }
      const left = await local.inject({ url: '/auth/get-session', headers: { host: 'localhost:3000', cookie, [name]: '127.0.0.1' } });
      expect([name, left.body.includes('Demo')]).toEqual([name, false]);
    }
    // The same cookie on an installation that has none.
    services.accounts.settings.demo = false;
    expect((await asked({})).json().data.me).toBeNull();
    services.accounts.settings.demo = true;
  });
});

describe('every address', () => {
  it('is one: slashes, backslashes, dots, capitals and a slash at the end lead to it, on this host', async () => {
    const leads: [string, string][] = [
      ['//projects', '/projects'],
      ['//projects?a=1', '/projects?a=1'],
      ['//evil.example//', '/evil.example'],
      ['/projects/', '/projects'],
      ['/projects///', '/projects'],
      ['/graphql/', '/graphql'],
      ['/%70rojects', '/projects'],
      ['/projects%2ecsv?stage=%50ILOT', '/projects.csv?stage=%50ILOT'],
      ['/%66iles/0', '/files/0'],
      ['/projects.csv/', '/projects.csv'],
      ['/Projects', '/projects'],
      ['/uptake/organizations/FAO', '/uptake/organizations/fao'],
      ['/uptake/organizations/FAO?at=2026-01-31', '/uptake/organizations/fao?at=2026-01-31'],
      ['/uptake/4/FAO', '/uptake/4/fao'],
      ['/uptake/organizations/FAO.docx', '/uptake/organizations/fao.docx'],
    ];
    for (const app of [local, served])
      for (const [url, location] of leads) {
        const answer = await app.inject({ url, headers: { host: 'localhost:3000' } });
        expect([url, answer.statusCode, answer.headers.location]).toEqual([url, 308, location]);
      }
    for (const url of ['/Nothing', '/uptake/organizations/NOBODY', '/%E0%A4%A', '/a%00b', '/%C3%89t%C3%A9'])
      expect([url, (await local.inject({ url, headers: { host: 'localhost:3000' } })).statusCode]).toEqual([url, 404]);
  });

  it('has no question longer than anybody chooses, save a query of the API', async () => {
    const values = Array.from({ length: 1_450 }, (_, index) => `vendor=${index.toString(36)}`).join('&');
    for (const url of ['/projects', '/projects.csv', '/vendors', '/nothing'])
      expect([url, (await local.inject({ url: `${url}?${values}`, headers: { host: 'localhost:3000' } })).statusCode]).toEqual([url, 414]);
    expect((await local.inject({ url: `/projects?${values.slice(0, 1_900)}`, headers: { host: 'localhost:3000' } })).statusCode).toBe(200);
    const query = encodeURIComponent(`{ ${'# a comment'.repeat(300)}\n__typename }`);
    expect((await local.inject({ url: `/graphql?query=${query}`, headers: { host: 'localhost:3000' } })).statusCode).toBe(200);
  });

  it('is asked for from afar by whoever speaks HTTP/1.0, as proxies do that were told nothing', async () => {
    await listening(local);
    const { port } = local.server.address() as AddressInfo;
    const said = (version: string) =>
      new Promise<string>((done) => {
        const body = 'account=administrator';
        let text = '';
        const socket = connect(port, '127.0.0.1')
          .on('data', (piece) => (text += piece))
          .on('close', () => done(text.toLowerCase()));
        socket.write(
          `POST /account/demo HTTP/${version}\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
        );
      });
    expect([(await said('1.1')).includes('session_token='), (await said('1.0')).includes('session_token=')]).toEqual([true, false]);
  });

  it('is below the address of this library, whatever host a request names', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { host: 'atrium.example.org', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
      { host: 'atrium.example.org', forwarded: 'host=evil.example' },
    ])
      expect((await served.inject({ url: '/projects', headers })).body).toBe('https://atrium.example.org/projects');
    const port = await listening(local);
    const raw = (start: string) =>
      new Promise<string>((done) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(`${start}Connection: close\r\n\r\n`));
        let text = '';
        socket.on('data', (piece) => {
          text += piece.toString();
        });
        socket.on('close', () => done(text));
        socket.on('error', () => done(text));
      });
    for (const [target, location] of [
      ['//evil.example/', '/evil.example'],
      ['/\\evil.example/', '/evil.example'],
      ['/\\/evil.example', '/evil.example'],
      ['/x/../projects', '/projects'],
      ['/files/../graphql', '/graphql'],
      ['///evil.example/%2e%2e', '/'],
      ['/projects/.', '/projects'],
    ])
      expect([target, await raw(`GET ${target} HTTP/1.1\r\nHost: localhost:3000\r\n`)]).toEqual([
        target,
        expect.stringMatching(new RegExp(`^HTTP/1\\.1 308[\\s\\S]*location: ${location}\r\n`)),
      ]);
    // An absolute address is the path, with its own host.
    expect(await raw('GET http://localhost:3000/projects HTTP/1.1\r\nHost: evil.example\r\n')).toMatch(
      /^HTTP\/1\.1 200[\s\S]*http:\/\/localhost:3000\/projects/,
    );
    for (const target of [
      'http://evil.example/projects',
      'https://evil.example',
      'http://localhost:3000@evil.example/projects',
      'http://evil.example\\projects',
    ])
      expect([target, await raw(`GET ${target} HTTP/1.1\r\nHost: localhost:3000\r\n`)]).toEqual([target, expect.stringMatching(/^HTTP\/1\.1 4\d\d/)]);
  });

  it('in a mail is the library’s own, whatever host the request named and whatever it asked for', async () => {
    services.accounts.settings.baseUrl = 'http://localhost:3000';
    await db.insertInto('person').values({ name: 'Somebody', email: 'somebody@example.org', emailVerified: true }).execute();
    for (const [host, redirectTo] of [
      ['localhost:9999', 'http://localhost:9999/reset-password'],
      ['localhost:9999', '/reset-password'],
      ['127.0.0.1:9999', '//evil.example/x'],
    ] as const)
      await local.inject({
        method: 'POST',
        url: '/auth/request-password-reset',
        headers: { host, origin: `http://${host}`, 'content-type': 'application/json' },
        payload: JSON.stringify({ email: 'somebody@example.org', redirectTo }),
      });
    const mails = await db.selectFrom('mailOutbox').select('text').where('address', '=', 'somebody@example.org').execute();
    expect(mails.length).toBeGreaterThan(0);
    for (const { text } of mails) expect(text).not.toMatch(/9999|evil/);
  });
});

describe('settings', () => {
  it.each([
    'https://atrium.example.org/library',
    'https://atrium.example.org/?a=1',
    'https://atrium.example.org?a=1',
    'https://atrium.example.org/#top',
    'https://user:word@atrium.example.org',
    'https://user@atrium.example.org/',
  ])('BASE_URL %s is refused with a sentence', (address) => {
    expect(() => readEnv({ BASE_URL: address })).toThrow(/BASE_URL: write the host alone, such as https:/);
  });
  it('takes a host with and without a slash and in any case', () => {
    for (const address of ['https://atrium.example.org', 'https://atrium.example.org/', 'https://ATRIUM.example.org', 'https://atrium.example.org:443'])
      expect(readEnv({ BASE_URL: address }).baseUrl).toBe('https://atrium.example.org');
  });
  it('names what is wrong with TRUSTED_PROXIES', () => {
    expect(readEnv({ TRUSTED_PROXIES: '1' }).trusted).toBe(1);
    expect(readEnv({ TRUSTED_PROXIES: '0' }).trusted).toBe(false);
    expect(readEnv({ TRUSTED_PROXIES: '10.0.0.5, 2001:db8::/32, loopback' }).trusted).toEqual(['10.0.0.5', '2001:db8::/32', 'loopback']);
    for (const text of ['proxy.example', '10.0.0.5/33', 'true', '99', '-1', '10.0.0.5,*'])
      expect(() => readEnv({ TRUSTED_PROXIES: text })).toThrow(/TRUSTED_PROXIES: /);
  });
});

const ports = new WeakMap<object, Promise<number>>();
function listening(app: typeof local): Promise<number> {
  const known = ports.get(app) ?? app.listen({ port: 0, host: '127.0.0.1' }).then(() => (app.server.address() as AddressInfo).port);
  ports.set(app, known);
  return known;
}

it('a demonstration cookie is a cookie at all', async () => {
  expect(cookieOf(await sendForm(local, '/account/demo', { account: 'member' }))).toContain('atrium.session_token=');
});

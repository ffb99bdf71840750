import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, startBrowser, type Visitor } from '#test/browser.ts';
import { buildPages } from './build.ts';
import { webHandler } from './handler.ts';

// The frame around every page, in a real browser. The API is a stub: what is tested here is the same whatever it answers,
// and must also hold when it does not answer at all.
// The strictest policy that the pages need; the server's own is the same (api/src/app.ts).
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

let server: Server;
let browser: Visitor;
let origin = '';
let handle: ReturnType<typeof webHandler>;
let client = '';
let api: (request: Request) => Response | Promise<Response>;

const plain = { near: false, owners: [], countries: [], stage: null, theme: null, matches: [] };
const found = {
  search: {
    uptakePlaces: [],
    totalCount: 2,
    totalIsExact: true,
    asTypedCount: 2,
    degraded: false,
    ignoredTerms: [],
    close: [],
    suggestion: null,
    ignored: [],
    kinds: [],
    facets: [],
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: [
      {
        node: {
          kind: 'PROJECT',
          title: 'Building Blocks',
          url: '/about',
          ...plain,
          titleParts: [{ text: 'Building Blocks', marked: false }],
          snippetParts: [{ text: 'cash', marked: true }],
          snippet: [{ text: 'cash', marked: true }],
        },
      },
      {
        node: {
          kind: 'LESSON',
          title: 'Cash <b>first</b>',
          url: '/about#limits',
          ...plain,
          titleParts: [{ text: 'Cash <b>first</b>', marked: false }],
          snippetParts: [],
          snippet: [],
        },
      },
    ],
  },
};

beforeAll(async () => {
  const built = buildPages();
  client = built.client;
  handle = webHandler(await import(pathToFileURL(built.server).href), { fetch: (request) => api(request), version: '1.2.3' });
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    response.setHeader('content-security-policy', policy);
    if (url.pathname.startsWith('/assets/')) {
      response.setHeader('content-type', url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript');
      response.end(await readFile(join(client, url.pathname)));
      return;
    }
    const answer = await handle(new Request(url, { headers: { 'x-request-id': 'request-7' } }));
    answer.headers.forEach((value, name) => {
      response.setHeader(name, value);
    });
    response.statusCode = answer.status;
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  api = () => Response.json({ data: found });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const get = (path: string, init?: RequestInit) => handle(new Request(new URL(path, origin), init));

describe('addresses', () => {
  it.each(['/no-such-page', '/%E0%A4%A', '/about.data', '/__manifest?paths=/', '/a/%00/b'])(
    '%s is a page that offers search, with status 404',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('role="search"');
    },
  );

  it('with a slash at the end lead to the one without, on this host', async () => {
    const response = await get('/about/?a=1');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/about?a=1']);
    expect((await handle(new Request('http://hub.test//elsewhere.test/'))).headers.get('location')).toBe('/elsewhere.test');
  });

  it('that take nothing refuse what is sent to them', async () => {
    expect((await get('/about', { method: 'POST', body: 'a=1', headers: { origin } })).status).toBe(405);
  });
});

describe('a fault behind a page', () => {
  it('is told with the request id and nothing else, with status 500', async () => {
    api = () => Response.json({ errors: [{ message: 'password authentication failed for user "atrium"' }] });
    const response = await get('/', { headers: { 'x-request-id': 'request-7' } });
    api = () => Response.json({ data: found });
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain('request-7');
    expect(html).not.toContain('atrium&quot;');
    expect(html).not.toContain('password');
  });
});

describe('what a page weighs', () => {
  it('is HTML without data or inline script, one small style sheet and one small script', async () => {
    const html = await (await get('/about')).text();
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style="/);
    const size = async (pattern: RegExp) => gzipSync(await readFile(join(client, pattern.exec(html)?.[1] ?? ''))).length;
    expect(await size(/href="(\/assets\/[^"]+\.css)"/)).toBeLessThan(13_000);
    expect(await size(/src="(\/assets\/[^"]+\.js)"/)).toBeLessThan(8_000);
  });
});

describe('the frame in a browser', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('has no fault that axe finds and does not scroll sideways at %i pixels, %s', async (width, scheme) => {
    for (const path of ['/about', '/no-such-page']) {
      const page = await browser.visit(origin + path, { width, scheme });
      expect(await axe(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBe(0);
    }
  });

  it('keeps to its content security policy', async () => {
    const page = await browser.visit(`${origin}/about`);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.reload();
    expect(complaints).toEqual([]);
  });

  it('opens its menus without script', async () => {
    const page = await browser.visit(`${origin}/about`, { width: 360, script: false });
    expect(await page.getByRole('link', { name: 'Vendors', exact: true }).isVisible()).toBe(false);
    await page.getByText('Menu', { exact: true }).click();
    expect(await page.getByRole('link', { name: 'Vendors', exact: true }).isVisible()).toBe(true);
    const wide = await browser.visit(`${origin}/about`, { script: false });
    expect(await wide.getByRole('link', { name: 'Vendors', exact: true }).isVisible()).toBe(true);
    // What is open under it is named beside it.
    await wide
      .getByText(/^More\b/)
      .first()
      .click();
    expect(await wide.getByRole('link', { name: 'Standards', exact: true }).isVisible()).toBe(true);
  });
});

describe('the search field', () => {
  it('is reached with "/", suggests while one types, and opens what is chosen', async () => {
    const page = await browser.visit(`${origin}/about`);
    await page.keyboard.press('/');
    await page.keyboard.type('cash');
    const field = page.getByRole('combobox', { name: 'Search the library' });
    await page.getByRole('option', { name: /Building Blocks/ }).waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('option').allTextContents()).toContain('Cash <b>first</b>Lesson');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/about#limits');
  });

  it('closes its list on Escape and keeps what was typed', async () => {
    const page = await browser.visit(`${origin}/about`);
    const field = page.getByRole('combobox', { name: 'Search the library' });
    await field.fill('cash');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').first().isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('cash');
  });

  it('is a plain form without script', async () => {
    const page = await browser.visit(`${origin}/about`, { script: false });
    await page.getByRole('searchbox').fill('cash');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=cash');
  });
});

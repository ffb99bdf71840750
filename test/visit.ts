import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { buildApp } from '#api/app.ts';
import { readEnv } from '#api/env.ts';
import { buildPages } from '../web/build.ts';
import { webHandler } from '../web/handler.ts';
import { countStatements, testLibrary } from './ask.ts';

export type Visited = {
  status: number;
  html: string;
  /** What a reader sees of the content: the main part without tags, white space run together. */
  text: string;
  /** The addresses that the content links to. */
  links: string[];
  /** The JSON-LD of the page. */
  jsonLd: Record<string, unknown> | null;
  headers: Record<string, string | string[] | number | undefined>;
};

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const decoded = (html: string) => html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '');
const mainOf = (html: string) => /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';

/**
 * The whole server with its real pages over a database of the test file's own that holds the library.
 * `visit` asks for a page as a browser without script would; `url` is an address for a browser.
 */
export async function testSite(settings: Record<string, string> = {}) {
  const library = await testLibrary();
  const built = buildPages();
  const build = await import(pathToFileURL(built.server).href);
  const env = readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test', PORT: '0', REQUESTS_PER_MINUTE: '1000000', ...settings });
  let handle: ReturnType<typeof webHandler> | null = null;
  const { app, yoga } = await buildApp({ env, services: library.services, pages: async (request) => (handle as NonNullable<typeof handle>)(request) });
  handle = webHandler(build, {
    fetch: async (request) => yoga.fetch(request, { requestId: request.headers.get('x-request-id') ?? '' }),
    baseUrl: '',
    version: 'test',
  });
  afterAll(() => app.close());

  const visit = async (path: string, headers: Record<string, string> = {}): Promise<Visited> => {
    const response = await app.inject({ url: path, headers: { accept: 'text/html', host: 'localhost', ...headers } });
    const html = response.body;
    const main = mainOf(html);
    const ld = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
    return {
      status: response.statusCode,
      html,
      text: decoded(
        main
          .replace(/<(script|style|title)[^>]*>.*?<\/\1>/gs, '')
          .replace(/<\/(p|li|h\d|td|th|tr|div|legend|label|summary|dt|dd|caption)>/g, ' ')
          .replace(/<[^>]+>/g, ''),
      )
        .replaceAll('\u2060', '')
        .replace(/\s+/g, ' ')
        .trim(),
      links: [...main.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, address]) => decoded(address ?? '')),
      jsonLd: ld ? (JSON.parse(ld) as Record<string, unknown>) : null,
      headers: response.headers,
    };
  };
  return { ...library, app, visit, statements: () => countStatements(library.services) };
}

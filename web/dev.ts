import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { ServerBuild } from 'react-router';
import { createServer, createServerModuleRunner } from 'vite';
import { webHandler, type WebContext } from './handler.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where Vite answers for what a page loads: sources, styles, packages, and its own client, which loads the page again. */
const ofVite = /^\/(@vite|@id|@fs|web|node_modules)\/|^\/@react-refresh$/;

const escaped = (text: string) => stripVTControlCharacters(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const told = (fault: unknown): string => {
  const { message = String(fault), stack = '', frame = '', cause } = (fault ?? {}) as Error & { frame?: string };
  const code = frame ? `<pre>${escaped(frame)}</pre>` : '';
  return `<h1>${escaped(message)}</h1>${code}<pre>${escaped(stack.replaceAll(root, ''))}</pre>${cause === undefined ? '' : `<p>because of</p>${told(cause)}`}`;
};
/** What failed, as a person who mends it needs it: message, code around it where Vite knows it, and where it came from. */
export const faultPage = (faults: unknown[]): string =>
  `<!doctype html><meta charset="utf-8"><title>Failed</title><script type="module" src="/@vite/client"></script><main>${[...new Set(faults)].map(told).join('<hr>')}</main>`;

/** The page with Vite's client in it. */
async function withClient(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replace('</head>', '<script type="module" src="/@vite/client"></script></head>'), {
    status: response.status,
    headers: response.headers,
  });
}

/**
 * The sources as they are, for the person who changes them. Each request takes the pages anew; an open page loads itself again
 * when something changes; what fails is shown where the page would stand.
 * @param http the server on which the pages are served; Vite tells open pages over it
 * @param ignored folders in which changes are none of the sources'
 */
export async function developmentSources(http: Server, ignored: string[]) {
  const vite = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    mode: 'development',
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server: http }, watch: { ignored } },
  });
  const reload = () => vite.ws.send({ type: 'full-reload' });
  return {
    /** Answers for what a page loads. @returns whether it does */
    serve: (request: IncomingMessage, response: ServerResponse): boolean => {
      if (!ofVite.test(request.url ?? '')) return false;
      vite.middlewares(request, response, () => response.writeHead(404).end());
      return true;
    },
    /** Runs a module of the project with everything that it imports, all of it anew, as it is now. */
    run: <Module>(path: string): Promise<Module> =>
      createServerModuleRunner(vite.environments['ssr'] as never, { hmr: false }).import<Module>(join(root, path)),
    /** Tells of changes below folders of the project; where `change` returns nothing, open pages just load again. */
    watch: (change: (path: string) => Promise<void> | null) => {
      vite.watcher.on('all', async (_event, file) => {
        await change(relative(root, file));
        reload();
      });
    },
    mended: (error: unknown) => {
      if (error instanceof Error) vite.ssrFixStacktrace(error);
      return error;
    },
    /** @param faultsOf what else failed while a request was answered, by its id: the API tells pages nothing of the inside */
    pages:
      ({ report, ...context }: WebContext, faultsOf: (requestId: string) => unknown[]) =>
      async (request: Request): Promise<Response> => {
        const requestId = request.headers.get('x-request-id') ?? '';
        const faults: unknown[] = [];
        const fail = (error: unknown) => {
          if (error instanceof Error) vite.ssrFixStacktrace(error);
          faults.push(error);
          report?.({ requestId, message: 'a page failed', error });
        };
        try {
          const build = (await vite.ssrLoadModule('virtual:react-router/server-build')) as ServerBuild;
          const response = await webHandler(build, { ...context, report: ({ error }) => fail(error) })(request);
          if (response.status !== 500) return await withClient(response);
        } catch (error) {
          fail(error);
        }
        return new Response(faultPage([...faultsOf(requestId), ...faults]), { status: 500, headers: { 'content-type': 'text/html; charset=utf-8' } });
      },
    close: () => vite.close(),
  };
}

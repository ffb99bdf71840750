import { isUuid } from '#prisma/uuid.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Logger, pino } from 'pino';
import { type StatementRun, statementsRun } from '#prisma/pool.ts';

/** What of a text may stand in a log: nothing quoted, no mail address, no query of an address, nothing that may be a token. */
export function cleansed(text: string): string {
  return text
    .slice(0, 4000)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/g, '"…"')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/[^\s@<>(),;:"]+@[^\s@<>(),;:"]+/g, '…')
    .replace(/\?[^\s#]*=\S*/g, '?…')
    .replace(/\b(?=\w*\d)[\w-]{20,}\b/g, '…')
    .slice(0, 500);
}

/** The lines of a stack that say where; its first lines are the message. */
const frames = (stack: string | undefined) =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .map((line) => line.trim().replace(/\?[^:)\s]*/, ''));

/** Of PostgreSQL: what failed, never `detail`, `where` and the like, which hold what was written or asked. */
const known = ['severity', 'code', 'schema', 'table', 'column', 'constraint', 'routine', 'statusCode', 'syscall'] as const;

/**
 * An error as it may be logged: what and where, without what people typed. Messages of libraries hold that in quotation
 * marks; those of parsers hold pieces of the text without.
 */
export function toldError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? cleansed(error) : { type: typeof error };
  const parts = error as Error & Record<string, unknown>;
  return {
    type: error.constructor.name,
    message: error instanceof SyntaxError || error.name === 'ZodError' ? '…' : cleansed(error.message),
    ...Object.fromEntries(known.filter((name) => ['string', 'number'].includes(typeof parts[name])).map((name) => [name, parts[name]])),
    stack: frames(error.stack),
    ...(error.cause !== undefined && depth < 3 ? { cause: toldError(error.cause, depth + 1) } : {}),
    ...(error instanceof AggregateError && depth < 3 ? { errors: error.errors.slice(0, 5).map((one) => toldError(one, depth + 1)) } : {}),
  };
}

/** A part of a path that names something of ours; a token, an address or something mistyped is none. */
const isName = (part: string) =>
  isUuid(part) || (/^[a-z0-9]+([-.][a-z0-9]+)*$/i.test(part) && part.length <= 120 && part.split(/[-.]/).every((word) => word.length < 20));

const firstOf = (path: string) => path.split('/')[1] ?? '';

/** Says the path of a request as it may be logged and kept in the audit. */
export type PathTeller = { (url: string, status: number): string /** Names an address that is served. */; serve(path: string): void };

/**
 * Paths without their query, which holds search texts and tokens. Below the sign-in library, where paths hold tokens too, only
 * what is asked for. What was not served may be anything, a token pasted into the wrong place included: of it only the first
 * part is told, and only where something below that is served. The same of what failed: its line has the id of the fault.
 */
export function tellPaths(): PathTeller {
  const served = new Set<string>();
  const tell = (url: string, status: number) => {
    const path = url.split(/[?#]/)[0] ?? '/';
    const first = firstOf(path);
    if (status >= 200 && status < 304 && status !== 204 && status !== 301) {
      if (served.size < 500 && isName(first)) served.add(first);
    } else if (path !== '/') return served.has(first) ? `/${first}${path.split('/').length > 2 ? '/…' : ''}` : '…';
    if (first === 'auth') return `/auth/${/^\/auth\/([a-z-]{1,30})(\/|$)/.exec(path)?.[1] ?? '…'}${path.split('/').length > 3 ? '/…' : ''}`;
    if (first === 'files' && path !== '/files') return '/files/…';
    return path
      .split('/')
      .slice(0, 8)
      .map((part) => (part === '' || isName(part) ? part : '…'))
      .join('/');
  };
  return Object.assign(tell, {
    serve: (path: string) => {
      if (isName(firstOf(path))) served.add(firstOf(path));
    },
  });
}

/**
 * The log of a process, the only one: one JSON line each, errors and requests only as told here.
 * @param stream takes the lines in place of the standard output
 */
export function makeLog(level: string, stream?: { write(line: string): void }): Logger {
  const options = {
    level,
    serializers: {
      err: toldError,
      error: toldError,
      req: (request: FastifyRequest) => ({ method: request.method }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** Tells the log what failed beside requests: without what people typed, for its messages may hold that. */
export const complainTo = (log: Logger) => (message: unknown) => {
  if (typeof message === 'string') log.error(cleansed(message));
  else log.error({ err: message }, 'failed');
};

/**
 * Writes statements with their times into the log, without their values: all at the level `debug`, otherwise those that are slow.
 * @param slow from how many milliseconds on a statement is slow
 * @returns a function that ends it
 */
export function logStatements(log: Logger, slow: number): () => void {
  const every = log.isLevelEnabled('debug');
  if (!every && !log.isLevelEnabled('warn')) return () => {};
  const tell = (message: unknown) => {
    const { sql, ms, failed, requestId } = message as StatementRun;
    if (!every && ms < slow) return;
    const line = { requestId, ms: Math.round(ms * 10) / 10, ...(failed ? { failed } : {}), sql: sql.replace(/\s+/g, ' ').trim().slice(0, 4000) };
    if (ms < slow) log.debug(line, 'statement');
    else log.warn(line, 'slow statement');
  };
  statementsRun.subscribe(tell);
  return () => statementsRun.unsubscribe(tell);
}

/** One line a request once it is answered; the level says whose fault it was. */
export function addJournal(
  app: FastifyInstance,
  { proxies, fixed, tell, watched }: { proxies: boolean; fixed: boolean; tell: PathTeller; watched: string[] },
): void {
  let warned = false;
  app.addHook('onRoute', (route) => tell.serve(route.url));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!proxies && fixed && !warned && request.headers['x-forwarded-for'] !== undefined) {
      warned = true;
      request.log.warn('A request came through a proxy that TRUSTED_PROXIES does not name: its visitors count as one address. Set TRUSTED_PROXIES.');
    }
  });
  app.addHook('onResponse', async (request, reply) => {
    const status = reply.statusCode;
    const theirs = request.headers['x-request-id'];
    const line = {
      method: request.method,
      path: tell(request.url, status),
      status,
      ms: Math.round(reply.elapsedTime),
      // What a proxy of ours calls the request, so that both logs can be read together; anybody else could write anything.
      ...(proxies && typeof theirs === 'string' && /^[\w-]{8,64}$/.test(theirs) ? { proxyRequestId: theirs } : {}),
    };
    if (watched.includes(request.url)) {
      if (status >= 400) request.log.warn(line, 'answered');
    } else if (status >= 500) request.log.error(line, 'answered');
    else request.log.info(line, 'answered');
  });
}

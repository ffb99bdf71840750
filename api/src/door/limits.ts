import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fault } from '../faults.ts';
import { isRest } from '../problem.ts';
import type { SharedCounts } from '../shared-counts.ts';
import { clientOf } from './proxies.ts';

/** Of how many addresses it is kept in mind that they were told of. */
const KEPT = 50_000;

/** What may be asked within a minute by one address, as parts of what it may ask of pages. */
const shares = {
  /** Files of the build: a page has a few. */
  asset: 5,
  page: 1,
  graphql: 0.5,
  /** Whole lists and documents. */
  file: 0.25,
  /** Signing in and all around it. The sign-in library and attempts.ts count closer. */
  account: 0.1,
  upload: 0.05,
} as const;
type Kind = keyof typeof shares;

const kindOf = (request: FastifyRequest): Kind => {
  const path = request.url.split('?')[0] ?? '/';
  if (path.startsWith('/assets/')) return 'asset';
  if (request.method === 'POST' && (path === '/files' || /^multipart\//i.test(request.headers['content-type'] ?? ''))) return 'upload';
  if (path.startsWith('/auth/') || path.startsWith('/account/')) return 'account';
  if (path === '/graphql' || path === '/mcp' || isRest(path)) return 'graphql';
  return /\.(csv|xlsx|json|jsonl|docx|atom|ics|ttl|jsonld)$|^\/iati\.xml$/.test(path) ? 'file' : 'page';
};

/** The counts in the form that the library asks of a store. */
const storeOf = (counts: SharedCounts) =>
  class Store {
    incr(key: string, done: (error: Error | null, result: { current: number; ttl: number }) => void, time: number, max: number): void {
      const { total, left } = counts.count(key, max, time);
      done(null, { current: total, ttl: left });
    }

    child(): Store {
      return this;
    }
  };

/**
 * Limits by address (of IPv6 the first 64 bits, which one household or machine has to itself) on everything, counted over all
 * processes. Generous for reading, since a whole office may share an address.
 * @param counts what counts
 * @param perMinute pages that one address may ask for
 * @param reached told once of an address and a kind until that minute is over
 * @param watched paths that are not counted
 */
export async function addLimits(
  app: FastifyInstance,
  {
    counts,
    perMinute,
    reached,
    watched,
  }: { counts: SharedCounts; perMinute: number; reached: (request: FastifyRequest, kind: string) => void; watched: string[] },
): Promise<void> {
  await app.register(rateLimit, { global: false, store: storeOf(counts) as never });
  const counters = Object.fromEntries(
    Object.entries(shares).map(([kind, share]) => [
      kind,
      app.createRateLimit({
        max: Math.max(1, Math.floor(perMinute * share)),
        timeWindow: 60_000,
        keyGenerator: (request: FastifyRequest) => `${kind}|${clientOf(request)}`,
      }),
    ]),
  ) as Record<Kind, ReturnType<typeof app.createRateLimit>>;
  const told = new Map<string, number>();
  app.addHook('onRequest', async (request) => {
    // Who shows a secret may be guessing it.
    if (watched.includes(request.url) && request.headers.authorization === undefined) return;
    const kind = kindOf(request);
    const count = await counters[kind](request);
    if (count.isAllowed || !count.isExceeded) return;
    const now = Date.now();
    if ((told.get(count.key) ?? 0) <= now) {
      if (told.size >= KEPT) told.clear();
      told.set(count.key, now + count.ttl);
      reached(request, kind);
    }
    throw fault(429, { retryAfter: count.ttlInSeconds });
  });
}

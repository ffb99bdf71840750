import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';

/** How often what was counted is written. */
const EVERY = 60_000;

/** Counts the pages of records that browsers open, for as long as the server runs: programs and prefetched pages do not say that they are documents. */
export function countOpened(app: FastifyInstance, { db, tally }: Pick<Services, 'db' | 'tally'>): void {
  // A sum that could not be written is lost: it is a sum.
  const write = () => tally.write(db).catch(() => undefined);
  const timer = setInterval(() => void write(), EVERY);
  timer.unref();
  app.addHook('onResponse', async ({ method, url, headers }, { statusCode }) => {
    if (method === 'GET' && (statusCode === 200 || statusCode === 304) && headers['sec-fetch-dest'] === 'document' && !headers['sec-purpose'])
      tally.opened(url.split('?')[0] ?? '');
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await write();
  });
}

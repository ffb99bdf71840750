import type { FastifyInstance } from 'fastify';
import { queryOf } from '../arguments.ts';
import type { Services } from '../context.ts';
import { FEED, writeFeed } from './feed-entries.ts';
import { listCondition } from './list-condition.ts';
import { anyone } from '#search/engine.ts';
import { withForeign } from '../records/policy.ts';
import { exportedLists } from './lists.ts';

/**
 * Every list as a feed (Atom, RFC 4287): `GET /<list>.atom` with the filters of the list's page. It tells what is public,
 * whoever asks, the last changed first.
 * @param baseUrl the public address of the library
 */
export function addFeeds(app: FastifyInstance, services: Services, { baseUrl = '' }: { baseUrl?: string | undefined } = {}): void {
  for (const exported of exportedLists) {
    const { page, title } = exported;
    app.get(`${page}.atom`, async (request, reply) => {
      const { search } = new URL(request.url, 'http://localhost');
      const condition = await listCondition(services, exported, queryOf(request));
      const head = { title: `Atrium: ${title}`, page: page + search, self: `${page}.atom${search}`, baseUrl };
      const body = await writeFeed(services.db, condition, head, exported.foreign ? withForeign(anyone) : anyone);
      return reply.headers(FEED).send(body);
    });
  }
}

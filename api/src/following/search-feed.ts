import type { FastifyInstance } from 'fastify';
import { CompiledQuery, sql } from 'kysely';
import { why } from '#i18n/fault.ts';
import { makeFinder } from '#search/among.ts';
import { anyone } from '#search/engine.ts';
import { queryOf } from '../arguments.ts';
import type { Services } from '../context.ts';
import { FEED, writeFeed } from '../export/feed-entries.ts';
import { fault } from '../faults.ts';
import { chooseFilters, filterCondition } from '../records/list.ts';
import { visibleRecords } from '../records/policy.ts';
import { readFollowed } from './address.ts';

/** A search is looked for among so many entries, the last changed. */
const LATEST = 5000;

/**
 * Every search as a feed (Atom, RFC 4287): `GET /search.atom` with the address of the search's page. It tells what is public, whoever
 * asks, the last changed first: what has what was typed, in any form of the words, never what only resembles it.
 */
export function addSearchFeed(app: FastifyInstance, services: Services, { baseUrl }: { baseUrl: string }): void {
  const { db } = services;
  const find = makeFinder();
  // Statements of the search, in the pool of everything else.
  const client = {
    query: async (asked: string | { text: string; values: unknown[] }, values: unknown[] = []) => ({
      rows: (await db.executeQuery(typeof asked === 'string' ? CompiledQuery.raw(asked, values) : CompiledQuery.raw(asked.text, asked.values))).rows,
    }),
  } as never;
  app.get('/search.atom', async (request, reply) => {
    const { search } = new URL(request.url, 'http://localhost');
    const asked = readFollowed(`/search?${queryOf(request)}`);
    if (!asked || !/[\p{L}\p{N}]/u.test(asked.query)) throw fault(400, { why: why('FOLLOW_EMPTY_SEARCH') });
    const { chosen, ignored } = await chooseFilters(services, anyone, asked.filter);
    // What nobody can ask for finds nothing: a feed of more than was asked for would be taken for it.
    const none = asked.unknown.length > 0 || ignored.length > 0;
    const { rows } = await sql<{ id: string }>`
      SELECT r.id FROM record r WHERE ${visibleRecords(anyone)} AND ${filterCondition(chosen)} ORDER BY r.updated_at DESC, r.id DESC LIMIT ${LATEST}`.execute(
      db,
    );
    const found = none
      ? []
      : await find(
          client,
          { query: asked.query, kinds: asked.kinds },
          rows.map(({ id }) => id),
        );
    const page = { title: `Atrium: ${asked.query}`, page: `/search${search}`, self: `/search.atom${search}`, baseUrl };
    return reply.headers(FEED).send(await writeFeed(db, sql`r.id = ANY (${found}::uuid[])`, page));
  });
}

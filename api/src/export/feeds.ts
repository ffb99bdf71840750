import { queryOf } from '../arguments.ts';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { addressOf } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { anyone } from '#search/engine.ts';
import type { Services } from '../context.ts';
import { atom } from '../uptake/follow/feed.ts';
import { lists, readFilters } from '../records/filters.ts';
import { chooseFilters, filterCondition, narrowed } from '../records/list.ts';
import { visibleRecords } from '../records/policy.ts';
import { exportedLists } from './lists.ts';

/** So many entries, the last changed first. */
const ENTRIES = 50;

/**
 * Every list as a feed (Atom, RFC 4287): `GET /<list>.atom` with the filters of the list's page. It tells what is public,
 * whoever asks, the last changed first.
 * @param baseUrl the public address of the library
 */
export function addFeeds(app: FastifyInstance, services: Services, { baseUrl = '' }: { baseUrl?: string | undefined } = {}): void {
  for (const { page, title, list: name, topics, narrow } of exportedLists) {
    app.get(`${page}.atom`, async (request, reply) => {
      const list = lists.get(name);
      if (!list) throw new Error(`There is no list "${name}" in the schema.`);
      const { search } = new URL(request.url, 'http://localhost');
      const searchParams = queryOf(request);
      const asked = readFilters(list, searchParams);
      const { chosen } = await chooseFilters(services, anyone, asked.filter);
      await services.facets.ready();
      const among = narrow?.(services.facets, anyone, searchParams).among ?? sql`true`;
      const of = topics ? sql`AND r.facet_keys && ${topics.map((topic) => `topic:${topic}`)}::text[]` : sql``;
      const { rows } = await sql<{ kind: RecordKind; slug: string; title: string; summary: string; version: number; updatedAt: Date }>`
        SELECT r.kind, r.slug, r.title, r.summary, r.version, r.updated_at AS "updatedAt" FROM record r
        WHERE r.kind = ${list.kind}::record_kind AND ${visibleRecords(anyone)} AND ${filterCondition(chosen)} AND ${narrowed({ ...asked, among })} ${of}
        ORDER BY r.updated_at DESC, r.id DESC LIMIT ${ENTRIES}`.execute(services.db);
      const body = atom({
        id: `${baseUrl}${page}.atom${search}`,
        title: `Atrium: ${title}`,
        page: `${baseUrl}${page}${search}`,
        self: `${baseUrl}${page}.atom${search}`,
        updated: (rows[0]?.updatedAt ?? new Date(0)).toISOString(),
        entries: rows.map((row) => {
          const address = baseUrl + addressOf(row.kind, row.slug);
          // A new version is a new entry for a reader of feeds.
          return {
            id: `${address}#version-${row.version}`,
            title: row.title,
            page: address,
            updated: row.updatedAt.toISOString(),
            summary: row.summary || null,
          };
        }),
      });
      return reply.header('content-type', 'application/atom+xml; charset=utf-8').header('cache-control', 'public, max-age=60').send(body);
    });
  }
}

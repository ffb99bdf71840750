import { type RawBuilder, sql } from 'kysely';
import { anyone } from '#search/engine.ts';
import type { Services } from '../context.ts';
import { lists, readFilters } from '../records/filters.ts';
import { chooseFilters, filterCondition, narrowed } from '../records/list.ts';
import type { Export } from './lists.ts';

/** What a list asks for as everybody may ask it, with the filters of its page, as a condition on `record r`. */
export async function listCondition(services: Services, { list: name, topics, narrow }: Export, query: URLSearchParams): Promise<RawBuilder<unknown>> {
  const list = lists.get(name);
  if (!list) throw new Error(`There is no list "${name}" in the schema.`);
  const asked = readFilters(list, query);
  const { chosen } = await chooseFilters(services, anyone, asked.filter);
  await services.facets.ready();
  const among = narrow?.(services.facets, anyone, query).among ?? sql`true`;
  const of = topics ? sql`AND r.facet_keys && ${topics.map((topic) => `topic:${topic}`)}::text[]` : sql``;
  return sql`r.kind = ${list.kind}::record_kind AND ${filterCondition(chosen)} AND ${narrowed({ ...asked, among })} ${of}`;
}

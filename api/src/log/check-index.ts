import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Found } from './found.ts';

/**
 * Compares what search and filters read with the records, which are checked before: which records the index has, their words
 * and filter values, what filter values are called, and the counts that are kept of both.
 */
export async function checkIndex(db: Database, end: number, found: Found): Promise<void> {
  const note = (message: string) => found(end + 1, message);
  const { rows: facets } = await sql<{ slug: string }>`
    SELECT r.slug FROM record r LEFT JOIN LATERAL (
      SELECT string_agg(facet_character(c.code), '' ORDER BY c.place) AS facets FROM (
        SELECT f.code, min(k.place) AS place FROM unnest(r.facet_keys) WITH ORDINALITY k (key, place)
        JOIN facet_value f ON f.facet = split_part(k.key, ':', 1) AND f.value = substr(k.key, strpos(k.key, ':') + 1) GROUP BY f.code) c) x ON true
    WHERE r.facets <> coalesce(x.facets, '') ORDER BY 1`.execute(db);
  for (const { slug } of facets) note(`the filter values of "${slug}" are coded wrongly, so that filters give other records than they should`);
  // Phrases of synonyms are added by a job of their own; every other lexeme follows from the record.
  const { rows: indexed } = await sql<{ slug: string; missing: boolean; archived: boolean }>`
    SELECT coalesce(r.slug, i.id::text) AS slug, i.id IS NULL AS missing, coalesce(r.archived_at IS NOT NULL, true) AS archived FROM record r FULL JOIN search_index i ON i.id = r.id
    WHERE (r.archived_at IS NULL) IS DISTINCT FROM (i.id IS NOT NULL AND r.id IS NOT NULL)
      OR (r.archived_at IS NULL AND i.place <> search_place(r.kind, r.position))
      OR (r.archived_at IS NULL AND ts_delete(i.vector, array(SELECT w FROM unnest(tsvector_to_array(i.vector)) w WHERE left(w, 1) = '"'))
        <> search_vector(r.title, r.summary, r.keywords, r.body, search_filters(r.id, r.kind, r.audience, r.facet_keys))) ORDER BY 1`.execute(db);
  for (const { slug, missing, archived } of indexed)
    note(
      missing
        ? `search does not find "${slug}"`
        : archived
          ? `search finds "${slug}", which is not in the library`
          : `search finds "${slug}" by other words or filter values than it has`,
    );
  const { rows: labels } = await sql<{ facet: string; value: string; label: string | null; expected: string | null }>`
    SELECT v.facet, v.value, v.label, c.expected FROM facet_value v
    LEFT JOIN record r ON r.slug = v.value AND r.kind = CASE v.facet WHEN 'organization' THEN 'ORGANIZATION' WHEN 'vendor' THEN 'VENDOR' WHEN 'project' THEN 'PROJECT' END::record_kind
    -- What is archived gives no filter value a name.
    CROSS JOIN LATERAL (SELECT CASE WHEN r.archived_at IS NULL THEN coalesce(r.content->>'shortName', r.title) END AS expected) c
    WHERE (v.label IS NOT NULL OR r.id IS NOT NULL) AND (r.id IS NULL OR r.audience = 'PUBLIC') AND v.label IS DISTINCT FROM c.expected ORDER BY v.code`.execute(
    db,
  );
  for (const { facet, value, label, expected } of labels)
    note(
      `the filter value ${facet}:${value} is called ${label === null ? 'nothing' : `"${label}"`}${expected === null ? ', which nothing calls so' : `, the record is called "${expected}"`}`,
    );
  // The counts that lists and the home page show without reading the records.
  const { rows: counts } = await sql<{ kind: string; name: string; kept: number; number: number }>`
    SELECT kind, coalesce((SELECT v.facet || ':' || v.value FROM facet_value v WHERE facet_character(v.code) = "character"), 'without a name') AS name, coalesce(k.number, 0)::int AS kept, coalesce(i.number, 0)::int AS number
    FROM (SELECT kind, "character", sum(change) AS number FROM facet_count GROUP BY 1, 2) k
    FULL JOIN (SELECT search_kind(place) AS kind, c AS "character", count(*) AS number FROM search_index, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY 1, 2) i
      USING (kind, "character") WHERE coalesce(k.number, 0) <> coalesce(i.number, 0) ORDER BY 1, 2`.execute(db);
  for (const { kind, name, kept, number } of counts) note(`lists of the kind ${kind} count ${kept} with the filter value ${name}, there are ${number}`);
  const { rows: citations } = await sql<{ kept: number; number: number }>`
    SELECT * FROM (SELECT coalesce((SELECT sum(change) FROM citation_count), 0)::int AS kept,
      (SELECT count(*)::int FROM citation c JOIN record r ON r.id = c.record_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL) AS number) x WHERE kept <> number`.execute(
    db,
  );
  for (const { kept, number } of citations) note(`the home page counts ${kept} citations, there are ${number}`);
  // How many records name another one, and how many statements rest on a place of a source, as their pages say.
  const { rows: links } = await sql<{ title: string; relation: string; kind: string; kept: number; number: number }>`
    SELECT coalesce(t.title, to_id::text) AS title, relation, x.kind, coalesce(k.number, 0)::int AS kept, coalesce(i.number, 0)::int AS number
    FROM (SELECT to_id, relation, kind, sum(change) AS number FROM link_count GROUP BY 1, 2, 3) k
    FULL JOIN (SELECT l.to_id, l.relation, l.from_kind AS kind, count(DISTINCT l.from_id) AS number FROM link l JOIN record r ON r.id = l.from_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3) i
      USING (to_id, relation, kind) CROSS JOIN LATERAL (SELECT kind) x LEFT JOIN record t ON t.id = to_id
    WHERE coalesce(k.number, 0) <> coalesce(i.number, 0) ORDER BY 1, 2, 3`.execute(db);
  for (const { title, relation, kind, kept, number } of links)
    note(`the page of "${title}" counts ${kept} of the kind ${kind} that name it as ${relation}, there are ${number}`);
  const { rows: places } = await sql<{ title: string; place: string; kept: number; number: number }>`
    SELECT coalesce(t.title, source_id::text) AS title, place, coalesce(k.number, 0)::int AS kept, coalesce(i.number, 0)::int AS number
    FROM (SELECT source_id, place, sum(change) AS number FROM place_count GROUP BY 1, 2) k
    FULL JOIN (SELECT c.source_id, c.place, count(*) AS number FROM citation c JOIN record r ON r.id = c.record_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2) i
      USING (source_id, place) LEFT JOIN record t ON t.id = source_id
    WHERE coalesce(k.number, 0) <> coalesce(i.number, 0) ORDER BY 1, 2`.execute(db);
  for (const { title, place, kept, number } of places) note(`the page of "${title}" counts ${kept} statements at ${place}, there are ${number}`);
}

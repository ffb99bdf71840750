import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { changedAll } from '#prisma/record-changes.ts';
import { addMissingPhrases, renewPhrases } from './phrases.ts';

// The embedded index is kept by triggers. Here is what they cannot do: index many records at once, and renew everything.

const entries = (records: RawBuilder<unknown>) => sql`
  SELECT r.id, search_place(r.kind, r.position), replace(r.facets, facet_character(k.code), '') || facet_character(k.code), search_add_phrases(search_vector(r.title, r.summary, r.keywords, r.body, search_filters(r.id, r.kind, r.audience, r.facet_keys)))
  FROM record r JOIN facet_value k ON k.facet = 'kind' AND k.value = r.kind::text
  WHERE r.archived_at IS NULL AND ${records}`;

/** Gives codes to facet values that have none and writes record.facets where it is not right. */
async function fillFacets(trx: Trx, records: RawBuilder<unknown>) {
  await sql`
    INSERT INTO facet_value (facet, value)
    SELECT DISTINCT split_part(key, ':', 1) AS facet, substr(key, strpos(key, ':') + 1) AS value
    FROM record r, unnest(r.facet_keys || ('kind:' || r.kind)) key
    WHERE ${records} AND NOT EXISTS (SELECT FROM facet_value f WHERE f.facet = split_part(key, ':', 1) AND f.value = substr(key, strpos(key, ':') + 1))
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING`.execute(trx);
  await sql`
    UPDATE record SET facets = fresh.facets
    FROM (
      SELECT r.id, coalesce(string_agg(facet_character(c.code), '' ORDER BY c.place), '') AS facets
      FROM record r LEFT JOIN LATERAL (
        SELECT f.code, min(k.place) AS place FROM unnest(r.facet_keys) WITH ORDINALITY k (key, place)
        JOIN facet_value f ON f.facet = split_part(k.key, ':', 1) AND f.value = substr(k.key, strpos(k.key, ':') + 1) GROUP BY f.code) c ON true
      WHERE ${records} GROUP BY r.id) fresh
    WHERE record.id = fresh.id AND record.facets <> fresh.facets`.execute(trx);
}

/**
 * Runs a function that writes many records with the triggers of search left out, then indexes these records set-based,
 * in the same transaction: about a third of the time that row by row takes.
 * @param write writes through the transaction it is given and returns the ids of all records it added or changed
 */
export async function indexLater<Result extends { ids: string[] }>(trx: Trx, write: () => Promise<Result>): Promise<Result> {
  await sql`SET LOCAL search.later = 'on'`.execute(trx);
  const result = await write();
  await addMissingPhrases(trx);
  await indexRecords(trx, result.ids);
  await sql`SET LOCAL search.later = 'off'`.execute(trx);
  return result;
}

/** Indexes the given records as they are now, as the triggers would have; for a transaction that has search.later on. */
async function indexRecords(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`SET LOCAL search.later = 'on'`.execute(trx);
  const these = sql`r.id = ANY(${ids}::uuid[])`;
  await fillFacets(trx, these);
  await sql`DELETE FROM search_index WHERE id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT FROM record r WHERE r.id = search_index.id AND r.archived_at IS NULL)`.execute(
    trx,
  );
  await sql`
    INSERT INTO search_index (id, place, facets, vector) ${entries(these)}
    ON CONFLICT (id) DO UPDATE SET place = excluded.place, facets = excluded.facets, vector = excluded.vector`.execute(trx);
  await sql`
    INSERT INTO search_word (word, frequency, stem, deletions)
    SELECT word, count(*), search_stem(word), search_deletions(word)
    FROM search_index i, search_words_of(i.vector) AS fresh (word)
    WHERE i.id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT FROM search_word known WHERE known.word = fresh.word)
    GROUP BY word ORDER BY word
    ON CONFLICT DO NOTHING`.execute(trx);
  await sql`
    INSERT INTO search_outbox (record_id)
    SELECT unnest(${ids}::uuid[]) WHERE EXISTS (SELECT FROM search_consumer WHERE seen_at > now() - interval '7 days')`.execute(trx);
}

/**
 * Adds up the changes of the kept counts: one row for each number is left. Searches and writers go on meanwhile, and see
 * either the changes or their sum.
 */
export async function addUpCounts(db: Database): Promise<void> {
  await sql`
    WITH gone AS (DELETE FROM facet_count RETURNING kind, "character", change)
    INSERT INTO facet_count (kind, "character", change) SELECT kind, "character", sum(change) FROM gone GROUP BY kind, "character" HAVING sum(change) <> 0`.execute(
    db,
  );
  await sql`
    WITH gone AS (DELETE FROM citation_count RETURNING change)
    INSERT INTO citation_count (change) SELECT sum(change) FROM gone HAVING sum(change) <> 0`.execute(db);
  // Most of these are sums already: only what has several changes is added up.
  await sql`
    WITH several AS (SELECT to_id, relation, kind FROM link_count GROUP BY 1, 2, 3 HAVING count(*) > 1),
    gone AS (DELETE FROM link_count c USING several s WHERE (c.to_id, c.relation, c.kind) = (s.to_id, s.relation, s.kind) RETURNING c.to_id, c.relation, c.kind, c.change)
    INSERT INTO link_count (to_id, relation, kind, change) SELECT to_id, relation, kind, sum(change) FROM gone GROUP BY 1, 2, 3 HAVING sum(change) <> 0`.execute(
    db,
  );
  await sql`
    WITH several AS (SELECT source_id, paragraph, place FROM place_count GROUP BY 1, 2, 3 HAVING count(*) > 1),
    gone AS (DELETE FROM place_count c USING several s WHERE c.source_id = s.source_id AND c.place = s.place AND c.paragraph IS NOT DISTINCT FROM s.paragraph
      RETURNING c.source_id, c.paragraph, c.place, c.change)
    INSERT INTO place_count (source_id, paragraph, place, change) SELECT source_id, paragraph, place, sum(change) FROM gone GROUP BY 1, 2, 3 HAVING sum(change) <> 0`.execute(
    db,
  );
}

const words = sql`
  SELECT word, ndoc AS frequency FROM ts_stat('SELECT vector FROM search_index')
  WHERE left(word, 1) NOT IN ('=', '>', '"') AND length(word) <= 64 AND ts_lexize('public.search_words', word) <> '{}'`;

/**
 * Renews how often each word occurs, and removes words that occur no more. Frequencies decide where typos are looked for
 * and which of two corrections comes first; run it after a load and from time to time (about 3 s for 100,000 records).
 */
export async function refreshWords(db: Database | Trx): Promise<void> {
  await sql`
    WITH now AS MATERIALIZED (${words}),
    gone AS (DELETE FROM search_word WHERE NOT EXISTS (SELECT FROM now WHERE now.word = search_word.word)),
    changed AS (UPDATE search_word SET frequency = now.frequency FROM now WHERE now.word = search_word.word AND search_word.frequency <> now.frequency)
    INSERT INTO search_word (word, frequency, stem, deletions)
    SELECT word, frequency, search_stem(word), search_deletions(word) FROM now WHERE NOT EXISTS (SELECT FROM search_word known WHERE known.word = now.word)
    ORDER BY word ON CONFLICT (word) DO NOTHING`.execute(db);
}

/**
 * Builds the whole embedded index anew beside the old one and swaps them, in one transaction. Searches go on and see the
 * old index until it commits; writers wait. Also puts record.facets right, which makes it the last step of a bulk load
 * that ran with search.later on or with the triggers of `record` disabled.
 */
export async function rebuildIndex(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const run = (text: string) => sql.raw(text).execute(trx);
    await run("SET LOCAL search.later = 'on'");
    await run("SET LOCAL maintenance_work_mem = '256MB'");
    await run("SET LOCAL work_mem = '128MB'");
    await run('LOCK TABLE record IN SHARE ROW EXCLUSIVE MODE');
    await fillFacets(trx, sql`true`);
    await renewPhrases(trx);
    await run(`CREATE TABLE search_index_next (LIKE search_index INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)
      WITH (toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.02)`);
    // In the order of an answer to an empty query, so that walking it reads neighbouring pages.
    await sql`INSERT INTO search_index_next (id, place, facets, vector) ${entries(sql`true`)} ORDER BY 2, 1`.execute(trx);
    await run('ALTER TABLE search_index_next ADD CONSTRAINT search_index_next_pkey PRIMARY KEY (id)');
    await run('CREATE INDEX search_index_next_vector_idx ON search_index_next USING GIN (vector) WITH (fastupdate = off)');
    await run("CREATE INDEX search_index_next_title_idx ON search_index_next USING GIN (ts_filter(vector, '{a}')) WITH (fastupdate = off)");
    await run("CREATE INDEX search_index_next_short_idx ON search_index_next USING GIN (ts_filter(vector, '{a,b,c}')) WITH (fastupdate = off)");
    await run('CREATE INDEX search_index_next_place_id_idx ON search_index_next (place, id)');
    await run('DROP TABLE search_index');
    await run('ALTER TABLE search_index_next RENAME TO search_index');
    await run('ALTER INDEX search_index_next_pkey RENAME TO search_index_pkey');
    for (const name of ['vector', 'title', 'short', 'place_id']) await run(`ALTER INDEX search_index_next_${name}_idx RENAME TO search_index_${name}_idx`);
    await run('SELECT search_index_count_anew()');
    for (const counts of ['citation_count', 'link_count', 'place_count']) await run(`SELECT ${counts}_anew()`);
    await changedAll(trx);

    await run('CREATE TABLE search_word_next (LIKE search_word INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)');
    await sql`INSERT INTO search_word_next (word, frequency, stem, deletions) SELECT word, frequency, search_stem(word), search_deletions(word) FROM (${words}) known ORDER BY word`.execute(
      trx,
    );
    await run('ALTER TABLE search_word_next ADD CONSTRAINT search_word_next_pkey PRIMARY KEY (word)');
    await run('CREATE INDEX search_word_next_stem_idx ON search_word_next (stem)');
    await run('CREATE INDEX search_word_next_deletions_idx ON search_word_next USING GIN (deletions) WITH (fastupdate = off)');
    await run('CREATE INDEX search_word_next_word_idx ON search_word_next USING GIN (word gin_trgm_ops) WITH (fastupdate = off)');
    await run('DROP TABLE search_word');
    await run('ALTER TABLE search_word_next RENAME TO search_word');
    await run('ALTER INDEX search_word_next_pkey RENAME TO search_word_pkey');
    for (const name of ['stem', 'deletions', 'word']) await run(`ALTER INDEX search_word_next_${name}_idx RENAME TO search_word_${name}_idx`);
  });
  await sql`ANALYZE search_index, search_word, record`.execute(db);
}

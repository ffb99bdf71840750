import type { SearchHit } from './engine.ts';
import { highlight } from './highlight.ts';
import { type Candidate, rank } from './rank.ts';
import type { Condition, Restriction } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { condition, conditions, rankQuery } from './tsquery.ts';
import type { QueryTerm } from './query-terms.ts';

/** The last offset that is answered; ranking stops there. */
export const MAX_OFFSET = 1000;
/** Candidates are put in their final order in blocks of this many, so that pages never overlap. */
const BLOCK = 50;
/** Up to this many matches are all ranked; of more, the best places of the words decide who is. */
const RANKED = 2000;
/** So many are taken from titles, then from summaries and keywords, when there are more than can be ranked. */
const SAMPLE = 300;
/** More matches than this are found among the first records of all as well as by the index, which would have to find all of them. */
const BROAD = 10_000;
/** So many records are looked through for a broad word. */
const NEAR = 600;
/** The vector, fetched once: it lies apart, and every further use of the column would fetch it again. */
const VECTOR = `vector || ''::tsvector AS vector`;

export type PageRequest = {
  units: QueryTerm[];
  /** Whether only titles are searched. */
  titles: boolean;
  /** What must hold for a record to have what was typed, as a tsquery; empty where every match has it. */
  strict: string;
  /** How many records match. */
  total: number;
  /** The ids of what only a phrase finds, perhaps with some that the restriction leaves out; null where they are not known. */
  phrased: string[] | null;
  /** As it was typed. */
  query: string;
  first: number;
  offset: number;
  restriction: Restriction;
};

/** The page, taken from blocks of candidates that are each brought into their final order. */
export async function fetchPage(
  client: Queryable,
  { units, strict, titles, total, phrased, query, first, offset, restriction }: PageRequest,
): Promise<SearchHit[]> {
  const { where, choices } = restriction;
  if (total === 0 || first === 0 || offset >= total) return [];
  const columns = `r.id, r.kind, r.slug, r.title, r.summary, r.keywords, r.body, r.facet_keys AS "facetKeys", r.facet_keys @> ARRAY['freshness:PAST'] AS past`;
  if (units.length === 0) {
    const { where: condition, values } = where('', false);
    const numbered = condition.replace(/\$\?/g, '$3');
    const kind = choices.length === 1 && choices[0]?.facet === 'kind' && choices[0].values.length === 1 ? choices[0].values[0] : undefined;
    // Nearly everything is wanted, or all of a kind, which stand together: walk in order and stop early. Otherwise find, then order.
    const range = kind ? 'WHERE place >= search_place($4::record_kind, 0) AND place < search_place($4::record_kind, 0) + 10000000000' : '';
    const inner =
      choices.length === 0 || kind
        ? `SELECT id, place FROM (SELECT id, place, vector FROM search_index ${range} ORDER BY place, id OFFSET 0) walk WHERE ${numbered}`
        : `SELECT id, place FROM search_index WHERE ${numbered} ORDER BY place, id`;
    const rows = await ask<Candidate>(
      client,
      `SELECT ${columns}, 0 AS rank FROM (${inner} LIMIT $1::bigint OFFSET $2::bigint) top JOIN record r USING (id) ORDER BY top.place, top.id`,
      [first, offset, ...values, ...(kind ? [kind] : [])],
    );
    return highlight(rows, []);
  }
  const fromBlock = Math.floor(offset / BLOCK);
  const toBlock = Math.ceil((offset + first) / BLOCK);
  // $1 limit, $2 offset, $3 what is ranked, $4 the query as a title begins, $5 what was typed, without guesses, then the condition.
  const numbered = (start: number, condition: string) => {
    let number = start;
    return condition.replace(/\$\?/g, () => `$${number++}`);
  };
  // A record past its date ranks lower (the lexeme comes from its facet keys).
  const weigh = `ts_rank('{0.05,0.3,0.4,1}', vector, $3::text::tsquery) * CASE WHEN vector @@ '''=freshness:PAST'''::tsquery THEN 0.5 ELSE 1 END`;
  const asTyped = `CASE WHEN $5::text = '' THEN 0 WHEN vector @@ $5::text::tsquery THEN 0 ELSE 1 END`;
  const begins = `begins AS MATERIALIZED (SELECT b.id FROM record b WHERE b.archived_at IS NULL AND search_title(b.title) COLLATE "C" >= search_title($4) AND search_title(b.title) COLLATE "C" < search_title($4) || chr(1114111) ORDER BY search_title(b.title) COLLATE "C" LIMIT 30)`;
  const begin = 'CASE WHEN id IN (SELECT id FROM begins) THEN 0 ELSE 1 END';
  let top: string;
  let parameters: unknown[];
  if (total <= RANKED) {
    // A phrase makes Postgres read the vector of every row with its words: what was found by one is not looked for again.
    const sources: Condition[] = [where(phrased ? conditions(units).words : condition(units), titles)];
    if (phrased && phrased.length > 0) {
      const rest = where('', false);
      sources.push({ where: `id = ANY($?::uuid[]) AND ${rest.where}`, values: [phrased, ...rest.values] });
    }
    const matching = numbered(6, sources.map((source) => `SELECT id, ${VECTOR} FROM search_index WHERE ${source.where}`).join(' UNION ALL '));
    top = `top AS MATERIALIZED (SELECT id, 1 AS tier, ${begin} AS begin, ${asTyped} AS typed, ${weigh} AS rank FROM (SELECT * FROM (${matching}) found OFFSET 0) matching ORDER BY typed, begin, rank DESC, id LIMIT $1::bigint OFFSET $2::bigint)`;
    parameters = sources.flatMap(({ values }) => values);
  } else {
    // The best places first: titles that begin with the query or hold it, then title, summary and keywords, then anything.
    const enough = (tables: string[]) => `(SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')}) < $1::bigint + $2::bigint`;
    const others = (tables: string[]) => tables.map((table) => `id NOT IN (SELECT id FROM ${table})`).join(' AND ');
    top = `
      starting AS MATERIALIZED (SELECT id, ${VECTOR} FROM search_index WHERE id IN (SELECT id FROM begins) AND vector @@ $6::text::tsquery),
      titled AS MATERIALIZED (SELECT id, ${VECTOR} FROM search_index WHERE ts_filter(vector, '{a}') @@ $6::text::tsquery AND ${others(['starting'])} LIMIT ${SAMPLE}),
      near AS MATERIALIZED (SELECT id, ${VECTOR} FROM (SELECT id, vector FROM search_index ORDER BY place, id LIMIT ${total > BROAD ? NEAR : 0}) walk WHERE ts_filter(vector, '{a,b,c}') @@ $6::text::tsquery AND ${others(['starting', 'titled'])} AND ${enough(['starting', 'titled'])}),
      shortly AS MATERIALIZED (SELECT id, ${VECTOR} FROM search_index WHERE ts_filter(vector, '{a,b,c}') @@ $6::text::tsquery AND ${others(['starting', 'titled', 'near'])} AND ${enough(['starting', 'titled', 'near'])} LIMIT ${SAMPLE}),
      anywhere AS MATERIALIZED (SELECT id, vector FROM search_index WHERE vector @@ $6::text::tsquery AND ${others(['starting', 'titled', 'near', 'shortly'])} AND ${enough(['starting', 'titled', 'near', 'shortly'])} LIMIT ${MAX_OFFSET + 2 * BLOCK}),
      top AS MATERIALIZED (SELECT * FROM (
        SELECT id, 1 AS tier, 0 AS begin, ${asTyped} AS typed, ${weigh} AS rank FROM starting
        UNION ALL SELECT id, 2, 1, ${asTyped}, ${weigh} FROM titled
        UNION ALL SELECT id, 3, 1, ${asTyped}, ${weigh} FROM near
        UNION ALL SELECT id, 4, 1, ${asTyped}, ${weigh} FROM shortly
        UNION ALL SELECT id, 5, 1, ${asTyped}, 0 FROM anywhere) tiers ORDER BY typed, tier, rank DESC, id LIMIT $1::bigint OFFSET $2::bigint)`;
    // Among so many, records that only a phrase finds are not the best.
    parameters = where(conditions(units).words, false).values;
  }
  const sql = `WITH ${begins}, ${top} SELECT ${columns}, top.rank, top.typed AS near FROM top JOIN record r USING (id) ORDER BY top.typed, top.tier, top.begin, top.rank DESC, top.id`;
  const rows = await ask<Candidate>(client, sql, [(toBlock - fromBlock) * BLOCK, fromBlock * BLOCK, rankQuery(units), query, strict, ...parameters]);
  const ordered: Candidate[] = [];
  for (let at = 0; at < rows.length; at += BLOCK) ordered.push(...rank(rows.slice(at, at + BLOCK), units));
  return highlight(ordered.slice(offset - fromBlock * BLOCK, offset - fromBlock * BLOCK + first), units);
}

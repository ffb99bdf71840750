import Fastify from 'fastify';
import pg from 'pg';
import { countryName, m49 } from '#prisma/content/kind.ts';
import type { Project } from '#prisma/content/project.ts';
import { characterOf } from '#api/records/facet-codes.ts';
import type { CitedFact } from '#api/records/statement.ts';

/**
 * What the API is measured against: a bare Fastify without schema, plugins, logs or limits, and one statement written by
 * hand for each page, the best that we could write, over the same tables and indexes. The statements have no names: a named
 * one soon gets a plan that fits no filter in particular, and takes five times as long. It answers with the same JSON as the
 * GraphQL queries of queries.ts. Lists are built as JSON in the database and passed on as they are; counts and a record's page are
 * shaped in JavaScript from one row.
 */

const visible = (alias: string) => `${alias}.archived_at IS NULL AND ${alias}.audience = 'PUBLIC'`;
const oneOf = (alias: string, facet: string) => `(SELECT substr(k, ${facet.length + 2}) FROM unnest(${alias}.facet_keys) k WHERE k LIKE '${facet}:%')`;

// A count leaves the index over the kind alone ("IS TRUE"): the filter values lead to fewer rows.

// The relations and filter values of a page's rows come in one pass over each, after the page was cut out.
const relations = `
  CROSS JOIN LATERAL (
    SELECT max(v.value) FILTER (WHERE v.facet = 'stage') AS stage, max(v.value) FILTER (WHERE v.facet = 'access') AS access,
      json_agg(v.value) FILTER (WHERE v.facet = 'use') AS uses, json_agg(v.value) FILTER (WHERE v.facet = 'platform') AS platforms,
      json_agg(json_build_object('code', c.code, 'name', c.name)) FILTER (WHERE v.facet = 'country') AS countries
    FROM unnest(page.facet_keys) key CROSS JOIN LATERAL (SELECT split_part(key, ':', 1) AS facet, substr(key, strpos(key, ':') + 1) AS value) v
    LEFT JOIN bench_country c ON v.facet = 'country' AND c.code = v.value) k
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('shortName', o.content->>'shortName', 'url', '/organizations/' || o.slug) ORDER BY l.position) FILTER (WHERE l.relation = 'OWNER') AS owners,
      json_agg(json_build_object('title', o.title, 'url', '/vendors/' || o.slug) ORDER BY l.position) FILTER (WHERE l.relation = 'ENGAGEMENT') AS vendors,
      json_agg(json_build_object('reason', l.data->>'reason', 'goal', json_build_object('number', o.position, 'title', o.title, 'url', '/goals/' || o.slug)) ORDER BY l.position) FILTER (WHERE l.relation = 'GOAL') AS goals
    FROM link l JOIN record o ON o.id = l.to_id WHERE l.from_id = page.id AND l.relation IN ('OWNER', 'ENGAGEMENT', 'GOAL') AND ${visible('o')}) l`;
const listWith = (total: string) => `
  SELECT json_build_object('data', json_build_object('projects', json_build_object(${total}
    'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', (array_agg(page.position || '.' || page.id))[20]),
    'edges', coalesce(json_agg(json_build_object('node', json_build_object(
      'slug', page.slug, 'title', page.title, 'url', '/projects/' || page.slug, 'abstract', page.summary,
      'stage', k.stage, 'access', k.access, 'uses', coalesce(k.uses, '[]'), 'platforms', coalesce(k.platforms, '[]'), 'countries', coalesce(k.countries, '[]'),
      'owners', coalesce(l.owners, '[]'), 'vendors', coalesce(l.vendors, '[]'), 'goals', coalesce(l.goals, '[]')
    )) ORDER BY page.position, page.id) FILTER (WHERE page.place <= 20), '[]'))))::text AS json
  FROM (
    SELECT x.*, row_number() OVER (ORDER BY x.position, x.id) AS place FROM (
      SELECT r.id, r.slug, r.title, r.summary, r.position, r.facet_keys FROM record r
      WHERE r.kind = 'PROJECT' AND ${visible('r')} AND r.facet_keys && $1::text[] AND r.facet_keys && $2::text[] AND (r.position, r.id) > ($3::integer, $4::uuid)
      ORDER BY r.position, r.id LIMIT 21) x) page ${relations}`;
/** The same filters as a text query over the narrow table of the search, whose index over titles holds them as lexemes. */
const among = (parameter: number) => `ts_filter(s.vector, '{a}') @@ $${parameter}::text::tsquery`;
const lexemes = (...choices: string[][]) =>
  ["'>public'", "'=kind:PROJECT'", ...choices.map((keys) => `(${keys.map((key) => `'=${key}'`).join(' | ')})`)].join(' & ');

/** Parameters: stages, uses, position and id after which the page begins, the filters as a text query. */
const list = listWith(`'totalCount', (SELECT count(*) FROM search_index s WHERE ${among(5)}),`);
/** The same without the total, which is dear. */
const listOnly = listWith('');

/**
 * The concatenated facet characters of the rows under the whole filter, without the stages, and without the uses, from the
 * narrow table. They are counted in JavaScript: grouping them in SQL took five times as long.
 */
const facets = `
  SELECT (SELECT json_build_array(count(*), string_agg(s.facets, '')) FROM search_index s WHERE ${among(1)}) AS whole,
    (SELECT string_agg(s.facets, '') FROM search_index s WHERE ${among(2)}) AS stage,
    (SELECT string_agg(s.facets, '') FROM search_index s WHERE ${among(3)}) AS use`;
/** The same where nothing is chosen: the sums that triggers keep. No parameters. */
const allFacets = `
  SELECT coalesce(json_object_agg(character, number), '{}') AS sums FROM (
    SELECT c."character", sum(c.change)::int AS number FROM facet_value v JOIN facet_count c ON c."character" = facet_character(v.code) AND c.kind = 'PROJECT'
    WHERE v.facet = ANY ('{kind,stage,use,organization,country,region,platform,access,vendor,goal,origin}'::text[]) GROUP BY 1) kept`;
/**
 * A search for whole words: how many there are, the characters of all for their facets, and the best twenty by ts_rank, weighted as
 * the search does. Parameters: the words as a text query with the filters.
 */
const search = `
  WITH found AS MATERIALIZED (SELECT s.id, s.facets, s.vector FROM search_index s WHERE s.vector @@ $1::text::tsquery)
  SELECT (SELECT count(*)::int FROM found) AS total, (SELECT string_agg(facets, '') FROM found) AS facets,
    (SELECT json_agg(x) FROM (SELECT r.kind, r.slug, r.title, r.summary, r.keywords, r.body
      FROM (SELECT id, ts_rank('{0.05,0.3,0.4,1}', vector, $2::text::tsquery) AS rank FROM (SELECT id, vector FROM found LIMIT 2000) ranked ORDER BY 2 DESC, id LIMIT 20) best
      JOIN record r USING (id) ORDER BY best.rank DESC, r.id) x) AS hits`;
const facetFields = ['stage', 'use', 'organization', 'country', 'region', 'platform', 'access', 'vendor', 'goal', 'origin'];

type FacetRow = { whole: [number, string | null]; stage: string | null; use: string | null };
type Values = Map<string, { facet: string; value: string; label: string }>;

/** The counts in the shape of the GraphQL answer; `values` are read from the database once. */
function shapeFacets(row: FacetRow, values: Values) {
  const count = (text: string | null, wanted: (facet: string) => boolean) => {
    const found = new Map<string, number>();
    const plain = new Uint32Array(65536);
    for (let at = 0; at < (text?.length ?? 0); at++) {
      const code = (text as string).charCodeAt(at);
      if (code < 0xd800 || code > 0xdfff) plain[code] = (plain[code] ?? 0) + 1;
      else {
        const pair = (text as string).slice(at, ++at + 1);
        found.set(pair, (found.get(pair) ?? 0) + 1);
      }
    }
    for (let code = 0; code < plain.length; code++) if (plain[code]) found.set(String.fromCharCode(code), plain[code] as number);
    return [...found].flatMap(([character, many]) => {
      const entry = values.get(character);
      return entry && wanted(entry.facet) ? [{ facet: entry.facet, value: entry.value, label: entry.label, count: many }] : [];
    });
  };
  const counted = [
    ...count(row.whole[1], (facet) => facet !== 'stage' && facet !== 'use'),
    ...count(row.stage, (facet) => facet === 'stage'),
    ...count(row.use, (facet) => facet === 'use'),
  ].sort((a, b) => b.count - a.count);
  const of = (field: string) => counted.filter((one) => one.facet === field).map(({ value, label, count: many }) => ({ value, label, count: many }));
  return { totalCount: row.whole[0], facets: facetFields.map((field) => ({ field, values: of(field) })) };
}

/** The kept sums in the shape of the GraphQL answer. */
function shapeSums(sums: Record<string, number>, values: Values) {
  const counted = Object.entries(sums)
    .flatMap(([character, count]) => {
      const entry = values.get(character);
      return entry && count > 0 ? [{ facet: entry.facet, value: entry.value, label: entry.label, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
  const total = counted.find((one) => one.facet === 'kind')?.count ?? 0;
  return {
    totalCount: total,
    facets: facetFields.map((field) => ({
      field,
      values: counted.filter((one) => one.facet === field).map(({ value, label, count }) => ({ value, label, count })),
    })),
  };
}

/** Parameters: kinds of lesson, themes, position and id after which the page begins. */
const lessons = `
  SELECT json_build_object('data', json_build_object('lessons', json_build_object(
    'totalCount', (SELECT count(*) FROM record r WHERE (r.kind = 'LESSON') IS TRUE AND ${visible('r')} AND r.facet_keys && $1::text[] AND r.facet_keys && $2::text[]),
    'edges', coalesce(json_agg(json_build_object('node', json_build_object(
      'slug', page.slug, 'title', page.title, 'url', '/lessons/' || page.slug, 'abstract', page.summary,
      'lessonKind', ${oneOf('page', 'kind_of_lesson')}, 'theme', ${oneOf('page', 'theme')},
      'organizations', (SELECT coalesce(json_agg(json_build_object('shortName', o.content->>'shortName', 'url', '/organizations/' || o.slug) ORDER BY l.position), '[]') FROM link l JOIN record o ON o.id = l.to_id WHERE l.from_id = page.id AND l.relation = 'EXPERIENCE_OF' AND ${visible('o')}),
      'projects', (SELECT coalesce(json_agg(json_build_object('title', p.title, 'url', '/projects/' || p.slug) ORDER BY l.position), '[]') FROM link l JOIN record p ON p.id = l.to_id WHERE l.from_id = page.id AND l.relation = 'LEARNED_IN' AND ${visible('p')})
    )) ORDER BY page.position, page.id), '[]'))))::text AS json
  FROM (
    SELECT r.id, r.slug, r.title, r.summary, r.position, r.facet_keys
    FROM record r WHERE r.kind = 'LESSON' AND ${visible('r')} AND r.facet_keys && $1::text[] AND r.facet_keys && $2::text[]
    ORDER BY r.position, r.id LIMIT 20) page`;

/** A project with all that its page shows: its content, its links in both directions, its sources, what is like it. */
const project = `
  SELECT r.id, r.slug, r.source_key, r.title, r.summary, r.audience, r.version, r.updated_at, r.facet_keys, r.content,
    (SELECT json_agg(json_build_object('relation', l.relation, 'direction', l.direction, 'data', l.data, 'kind', o.kind, 'slug', o.slug, 'title', o.title, 'summary', o.summary, 'position', o.position,
        'shortName', o.content->>'shortName', 'name', o.content->>'name', 'facetKeys', CASE WHEN o.kind = 'LESSON' THEN o.facet_keys END) ORDER BY l.direction DESC, l.position, o.position)
      FROM (SELECT to_id AS other, relation, 'OUT' AS direction, data, position FROM link WHERE from_id = r.id
            UNION ALL SELECT from_id, relation, 'IN', data, position FROM link WHERE to_id = r.id) l
      JOIN record o ON o.id = l.other AND ${visible('o')}) AS links,
    (SELECT json_object_agg(s.source_key, json_build_object('slug', s.slug, 'title', s.title, 'symbol', s.content->>'symbol', 'url', '/sources/' || s.slug))
      FROM record s WHERE s.id IN (SELECT source_id FROM citation WHERE record_id = r.id)) AS sources,
    (SELECT json_agg(json_build_object('title', s.title, 'url', '/standards/' || s.slug)) FROM record s
      WHERE s.kind = 'STANDARD' AND ${visible('s')} AND s.facet_keys && (SELECT array_agg(k) FROM unnest(r.facet_keys) k WHERE k LIKE 'use:%') LIMIT 20) AS standards,
    (SELECT json_agg(json_build_object('project', json_build_object('title', s.title, 'url', '/projects/' || s.slug, 'stage', ${oneOf('s', 'stage')}), 'reasons', s.shared)) FROM (
      SELECT c.id, c.title, c.slug, c.facet_keys, sum(w.score) AS score, array_agg(w.k ORDER BY w.score DESC, w.k) AS shared
      FROM ((SELECT o.id, o.title, o.slug, o.facet_keys FROM record o WHERE o.kind = 'PROJECT' AND ${visible('o')} ORDER BY o.position DESC, o.id DESC LIMIT 500)
        UNION
        (SELECT o.id, o.title, o.slug, o.facet_keys FROM link mine
         CROSS JOIN LATERAL (SELECT from_id FROM link WHERE to_id = mine.to_id AND relation = mine.relation LIMIT 100) near JOIN record o ON o.id = near.from_id
         WHERE mine.from_id = r.id AND mine.relation IN ('OWNER', 'ENGAGEMENT') AND o.kind = 'PROJECT' AND ${visible('o')})) c
      JOIN (SELECT k, CASE split_part(k, ':', 1) WHEN 'use' THEN 3 WHEN 'country' THEN 2 WHEN 'platform' THEN 2 WHEN 'vendor' THEN 2 WHEN 'organization' THEN 1 END AS score FROM unnest(r.facet_keys) k) w
        ON w.score IS NOT NULL AND w.k = ANY (c.facet_keys)
      WHERE c.id <> r.id
      GROUP BY 1, 2, 3, 4 HAVING sum(w.score) >= 3 ORDER BY score DESC, c.id LIMIT 6) s) AS similar
  FROM record r WHERE r.kind = 'PROJECT' AND r.slug = $1 AND ${visible('r')}`;

type Link = {
  relation: string;
  direction: string;
  data: Record<string, unknown>;
  kind: string;
  slug: string;
  title: string;
  summary: string;
  position: number;
  shortName: string;
  name: string;
  facetKeys: string[] | null;
};
type Row = {
  id: string;
  slug: string;
  source_key: string;
  title: string;
  summary: string;
  audience: string;
  version: number;
  updated_at: Date;
  facet_keys: string[];
  content: Project;
  links: Link[] | null;
  sources: Record<string, object> | null;
  standards: object[] | null;
  similar: object[] | null;
};

/** The row of a project in the shape of the GraphQL answer. */
function shape(row: Row) {
  const { content } = row;
  const links = row.links ?? [];
  const values = (keys: string[], facet: string) => keys.filter((key) => key.startsWith(`${facet}:`)).map((key) => key.slice(facet.length + 1));
  const citations = (cite: CitedFact['cite']) =>
    cite.map(({ source, place }) => {
      const paragraph = source === 'jiu-rep-2020-7' ? Number(/^para (\d+)/.exec(place)?.[1] ?? 0) || null : null;
      return {
        place,
        paragraph,
        url: `/sources/${source}?${paragraph ? `paragraph=${paragraph}#para-${paragraph}` : new URLSearchParams({ place })}`,
        source: row.sources?.[source] ?? null,
      };
    });
  const basis = (fact: CitedFact) => ({ asAt: fact.asAt ?? null, certainty: fact.certainty, note: fact.note ?? null, citations: citations(fact.cite) });
  const cited = (fact: unknown, text: string) => ({ text, section: (fact as { section?: string }).section ?? null, ...basis(fact as CitedFact) });
  const statement = (fact: unknown) => cited(fact, (fact as { text: string }).text);
  const linked = (kind: string, path: string) =>
    [...new Map(links.filter((link) => link.kind === kind).map((link) => [link.slug, link])).values()].map((link) => ({
      title: link.title,
      url: `/${path}/${link.slug}`,
    }));
  const out = (relation: string) => links.filter((link) => link.direction === 'OUT' && link.relation === relation);
  const ledger = content.ledger;
  return {
    id: row.id,
    slug: row.slug,
    sourceKey: row.source_key,
    title: row.title,
    url: `/projects/${row.slug}`,
    audience: row.audience,
    version: row.version,
    updatedAt: row.updated_at,
    abstract: row.summary,
    alsoKnownAs: content.alsoKnownAs,
    stage: values(row.facet_keys, 'stage')[0],
    stages: content.stages.map((change) => ({ stage: change['stage'], date: change['date'] ?? null, text: change['text'], ...basis(change as never) })),
    origin: content.origin,
    uses: content.uses,
    access: ledger.access['value'],
    platforms: values(row.facet_keys, 'platform'),
    scope: content.scope,
    countries: values(row.facet_keys, 'country').map((code) => ({ code, m49: m49(code), name: countryName(code) })),
    places: content.countries.map((country) => cited(country, [country['place'], country['code']].filter(Boolean).join(', '))),
    owners: out('OWNER').map((link) => ({ slug: link.slug, shortName: link.shortName, name: link.name, url: `/organizations/${link.slug}` })),
    ownersBasis: content.ownersBasis ? statement(content.ownersBasis) : null,
    summary: statement(content.summary),
    ledger: {
      platforms: ledger.platforms.map((platform) => cited(platform, String(platform['name']))),
      access: ledger.access['value'],
      accessBasis: cited(ledger.access, String(ledger.access['value'])),
      consensus: ledger.consensus ? cited(ledger.consensus, String(ledger.consensus['value'])) : null,
      offChain: ledger.offChain.map(statement),
      keyCustody: ledger.keyCustody.map(statement),
    },
    participants: content.participants.map((participant) => {
      const link = out('PARTICIPANT').find((one) => one.shortName === participant['organization']);
      return {
        name: participant['name'] ?? participant['organization'],
        organization: link ? { slug: link.slug, shortName: link.shortName, url: `/organizations/${link.slug}` } : null,
        role: participant['role'],
        responsibility: participant['responsibility'] ?? null,
        ...basis(participant as never),
      };
    }),
    engagements: out('ENGAGEMENT').map(({ data, slug, title }) => ({
      vendor: { slug, title, url: `/vendors/${slug}` },
      role: data['role'],
      delivered: data['delivered'] ?? null,
      stack: data['stack'],
      period: data['period'] ?? null,
      outcome: data['outcome'] ?? null,
      ...basis(data as never),
    })),
    figures: content.figures.map((figure) => ({
      label: figure['label'],
      value: figure['value'],
      number: figure['number'] ?? null,
      unit: figure['unit'] ?? null,
      ...basis(figure as never),
    })),
    statements: content.statements.map(statement),
    goals: out('GOAL').map((link) => ({
      reason: link.data['reason'],
      by: link.data['by'],
      goal: { number: link.position, title: link.title, url: `/goals/${link.slug}` },
    })),
    lessons: links
      .filter((link) => link.kind === 'LESSON')
      .map((link) => ({
        title: link.title,
        url: `/lessons/${link.slug}`,
        abstract: link.summary,
        lessonKind: values(link.facetKeys ?? [], 'kind_of_lesson')[0],
        theme: values(link.facetKeys ?? [], 'theme')[0],
      })),
    risks: linked('RISK', 'risks'),
    mitigations: linked('MITIGATION', 'mitigations'),
    recommendations: linked('RECOMMENDATION', 'recommendations'),
    standards: [...linked('STANDARD', 'standards'), ...(row.standards ?? [])],
    similar: row.similar ?? [],
  };
}

export type RawRequest = { query: 'list' | 'listOnly' | 'facets' | 'allFacets' | 'lessons' | 'project' | 'search'; parameters: unknown[] };
const statements = { list, listOnly, facets, allFacets, lessons, project, search };

/** The parameters as the statement takes them: counts read the filters as text queries. */
function given(query: RawRequest['query'], parameters: unknown[]): unknown[] {
  const [stages, uses] = parameters as [string[], string[]];
  if (query === 'list') return [...parameters, lexemes(stages, uses)];
  if (query === 'facets') return [lexemes(stages, uses), lexemes(uses), lexemes(stages)];
  return parameters;
}

/** The server that is measured against; `POST /` takes a RawRequest. */
export function rawServer(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 10 });
  const app = Fastify();
  let values: Values | undefined;
  app.post<{ Body: RawRequest }>('/', async (request, reply) => {
    const { query, parameters } = request.body;
    const { rows } = await pool.query(statements[query], given(query, parameters));
    const shaped = query === 'facets' || query === 'allFacets' || query === 'search';
    if (shaped) {
      values ??= new Map(
        (
          await pool.query<{ code: number; facet: string; value: string; label: string }>(
            "SELECT code, facet, value, coalesce(label, value) AS label FROM facet_value WHERE facet <> 'project'",
          )
        ).rows.map((row) => [characterOf(row.code), row]),
      );
    }
    if (query === 'facets') return { data: { projects: shapeFacets(rows[0] as FacetRow, values as Values) } };
    if (query === 'allFacets') return { data: { projects: shapeSums((rows[0] as { sums: Record<string, number> }).sums, values as Values) } };
    if (query === 'search') {
      const { total, facets: characters, hits } = rows[0] as { total: number; facets: string | null; hits: object[] | null };
      const { facets: counted } = shapeFacets({ whole: [total, characters], stage: characters, use: characters }, values as Values);
      return { data: { search: { totalCount: total, facets: counted, hits } } };
    }
    if (query === 'project') return { data: { project: rows[0] ? shape(rows[0] as Row) : null } };
    return reply.type('application/json').send((rows[0] as { json: string }).json);
  });
  return { app, pool };
}

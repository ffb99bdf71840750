import { CompiledQuery } from 'kysely';
import type { Pool } from 'pg';
import { countryNames, type Target } from '#prisma/content/kind.ts';
import { accesses, type Project, sections, stages, uses } from '#prisma/content/project.ts';
import { type Lesson, lessonKinds, themes } from '#prisma/content/lesson.ts';
import type { Organization } from '#prisma/content/organization.ts';
import type { Source } from '#prisma/content/source.ts';
import type { Vendor } from '#prisma/content/vendor.ts';
import type { Database } from '#prisma/database.ts';
import { DERIVATION, deriveRecord, type Draft, recordRow } from '#prisma/derive.ts';
import { RecordLookup } from '#prisma/lookup.ts';
import { connectRecords, labelFacets, writeRecords } from '#prisma/publish.ts';
import { characterOf } from '#api/records/facet-codes.ts';

/** A repeatable stream of numbers from 0 to 1 (mulberry32): the same seed makes the same library everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = [
  'ba',
  'do',
  'fe',
  'gu',
  'ka',
  'lo',
  'mi',
  'nu',
  'pa',
  're',
  'si',
  'to',
  'vu',
  'wa',
  'xe',
  'zo',
  'bri',
  'cla',
  'dre',
  'fno',
  'gri',
  'klu',
  'ple',
  'sta',
];
const ordinary =
  'ledger record payment network farmer refugee supply chain registry transfer token pilot office data field worker partner country region school clinic market price report audit trust access key holder server node member group plan budget cost time village city water energy food seed cash voucher identity document certificate land title parcel trade port ship climate forest carbon vaccine health patient donor fund grant loan bank phone card reader offline local remote open public private secure shared stored signed checked issued used tested built slow fast cheap small large early late common rare useful hard simple'.split(
    ' ',
  );
/** ISO 3166-1 codes of countries and areas; countries cannot be made up, because their names come from the standard. */
const countries =
  'AF AL DZ AO AR AM AU AT AZ BD BY BE BJ BT BO BA BW BR BG BF BI KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DO EC EG SV ER EE SZ ET FJ FI FR GA GM GE DE GH GR GT GN GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LT LU MG MW MY MV ML MR MU MX MD MN ME MA MZ MM NA NP NL NZ NI NE NG NO OM PK PA PG PY PE PH PL PT QA RO RU RW WS SA SN RS SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM UG UA AE GB US UY UZ VU VE VN YE ZM ZW'.split(
    ' ',
  );

/** @property engagements vendors of each project; one or two unless told */
export type MadeSize = { projects: number; lessons: number; organizations: number; vendors: number; engagements?: number };
/** Three lessons to two projects; as many organizations and vendors as a library of that size would have. */
export const sizeOf = (projects: number): MadeSize => ({ projects, lessons: Math.round(projects * 1.5), organizations: 120, vendors: 150 });

/**
 * A library that is plainly made up: every name says "Made". Texts mix ordinary words with made ones, some words being
 * much more common than others, so that lists, filters and search meet what they would meet in a real one.
 */
export class MadeLibrary {
  private readonly random: () => number;
  private readonly words: string[];
  readonly size: MadeSize;

  constructor(size: MadeSize, seed = 2020) {
    this.size = size;
    this.random = randomFrom(seed);
    const made = Array.from({ length: 4000 }, () => Array.from({ length: 2 + this.below(3) }, () => this.one(syllables)).join(''));
    this.words = [...ordinary, ...made];
  }

  private below = (limit: number) => Math.floor(this.random() * limit);
  private one = <Item>(items: readonly Item[]): Item => items[this.below(items.length)] as Item;
  /** One of the items, the first ones much more often: a few platforms and countries have most projects. */
  private skewed = <Item>(items: readonly Item[]): Item => items[Math.floor(items.length * this.random() ** 3)] as Item;
  private several = <Item>(count: number, pick: () => Item): Item[] => [...new Set(Array.from({ length: count }, pick))];
  private text = (words: number) => {
    const text = Array.from({ length: words }, () => this.skewed(this.words)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  private cite = () => [{ source: 'made-source', place: `page ${1 + this.below(400)}` }];
  private fact = () => ({ cite: this.cite(), certainty: 'STATED' as const });
  private statement = (words: number) => ({ text: this.text(words), ...this.fact() });

  private readonly base = (sourceKey: string, position: number) => ({ sourceKey, slug: sourceKey, position, audience: 'PUBLIC' as const, language: 'en' });
  private readonly shortName = (index: number) => `MADE-${index + 1}`;
  private readonly platforms = Array.from({ length: 24 }, (_, index) => `Made Chain ${index + 1}`);

  source(): Draft {
    const content: Source = {
      ...this.base('made-source', 9000),
      title: 'A made source for benchmarks',
      author: 'bench/made.ts',
      summary: 'Made up; everything else that is made up cites it.',
      slips: [],
      uncertainties: [],
      statements: [],
    };
    return { kind: 'SOURCE', content };
  }

  organization(index: number): Draft {
    const content: Organization = {
      ...this.base(`made-organization-${index + 1}`, 9000 + index),
      shortName: this.shortName(index),
      name: `Made Organization ${index + 1} for ${this.one(ordinary)}`,
      alsoKnownAs: [],
      kind: index % 3 === 0 ? 'SYSTEM_BODY' : 'OTHER',
      group: 'OTHER',
      mailDomains: [],
      summary: this.statement(20),
      statements: [this.statement(30)],
      cite: this.cite(),
    };
    return { kind: 'ORGANIZATION', content };
  }

  vendor(index: number): Draft {
    const content: Vendor = {
      ...this.base(`made-vendor-${index + 1}`, 9000 + index),
      name: `Made Vendor ${index + 1}`,
      formerNames: [],
      alsoKnownAs: [],
      kind: this.one(['EXTERNAL', 'IN_HOUSE', 'INVESTEE'] as const),
      summary: this.statement(20),
      services: [this.one(['software development', 'advice', 'training'])],
      platforms: [{ name: this.skewed(this.platforms), ...this.fact() }],
      statements: [this.statement(30)],
      cite: this.cite(),
    };
    return { kind: 'VENDOR', content };
  }

  project(index: number): Draft {
    const { organizations, vendors } = this.size;
    const stage = this.one(stages);
    const owners = this.several(1 + this.below(2), () => this.shortName(this.below(organizations)));
    const content: Project = {
      ...this.base(`made-project-${index + 1}`, 100_000 + index),
      title: `Made project ${this.one(ordinary)} ${this.skewed(this.words)} ${index + 1}`,
      alsoKnownAs: [],
      origin: 'CONTRIBUTED',
      summary: this.statement(25),
      uses: this.several(1 + this.below(2), () => this.one(uses)),
      owners,
      scope: 'COUNTRIES',
      countries: this.several(1 + this.below(3), () => this.skewed(countries)).map((code) => ({ code, ...this.fact() })),
      stages: [
        ...(stage === 'ENVISAGED' ? [] : [{ stage: 'ENVISAGED' as const, date: '2017', text: this.text(8), ...this.fact() }]),
        { stage, date: '2019-05', text: this.text(12), ...this.fact() },
      ],
      ledger: {
        platforms: [{ name: this.skewed(this.platforms), ...this.fact() }],
        access: { value: this.one(accesses), ...this.fact() },
        consensus: { value: this.one(['proof of made work', 'made voting']), ...this.fact() },
        offChain: [this.statement(12)],
        keyCustody: [],
      },
      participants: [
        { organization: this.shortName(this.below(organizations)), role: `Made role ${1 + this.below(8)}`, responsibility: this.text(8), ...this.fact() },
        { name: `Made participant ${1 + this.below(500)}`, role: `Made role ${1 + this.below(8)}`, ...this.fact() },
      ],
      engagements: this.several(this.size.engagements ?? 1 + this.below(2), () => `made-vendor-${1 + this.below(vendors)}`).map((vendor) => ({
        vendor,
        role: 'Made development',
        delivered: this.text(8),
        stack: [this.skewed(this.platforms)],
        ...this.fact(),
      })),
      figures: [{ label: 'People reached, made up', value: String(this.below(90_000)), ...this.fact() }],
      statements: [this.one(sections), this.one(sections), this.one(sections)].map((section) => ({ section, ...this.statement(30) })),
      goals: this.several(1 + this.below(2), () => 1 + this.below(17)).map((goal) => ({ goal, reason: this.text(8) })),
      // By number, so that the rest of the library is as it was before projects had answers.
      answers: [1, 2, 3, 4, 5, 6].map((question) => ({
        instrument: 'jiu-matrix',
        question: `table-1-q${question}`,
        option: (index + question) % 3 === 0 ? 'yes' : 'no',
        text: 'Made answer.',
        cite: [{ source: 'made-source', place: 'page 1' }],
        certainty: 'STATED' as const,
      })),
    };
    return { kind: 'PROJECT', content };
  }

  lesson(index: number): Draft {
    const content: Lesson = {
      ...this.base(`made-lesson-${index + 1}`, 100_000 + index),
      kind: this.one(lessonKinds),
      theme: this.skewed(themes),
      subject: `made ${this.one(ordinary)}`,
      title: `Made lesson ${this.one(ordinary)} ${this.skewed(this.words)} ${index + 1}`,
      whatHappened: this.statement(35),
      whatFollows: this.statement(20),
      organizations: [this.shortName(this.below(this.size.organizations))],
      projects: this.random() < 0.8 ? [`made-project-${1 + this.below(this.size.projects)}`] : [],
      risks: [],
      mitigations: [],
      standards: [],
      recommendations: [],
      questions: [],
      goals: this.random() < 0.3 ? [{ goal: 1 + this.below(17), reason: this.text(8) }] : [],
      otherViews: [],
    };
    return { kind: 'LESSON', content };
  }
}

/** The same id for the same number in every run, in increasing order as the server's own are. */
const idOf = (table: number, index: number) => `01800000-0000-7000-8${table.toString(16).padStart(3, '0')}-${index.toString(16).padStart(12, '0')}`;
const BATCH = 1000;
/** So many vendors are published in one transaction; more are written as projects are. */
const FEW_VENDORS = 1000;

/**
 * Fills a migrated database that holds the seed (its 17 goals are linked to) with a made library, set-based: the rows
 * come from the same functions as in publishing, their ids and facet codes are given here instead of asked for one by
 * one, and indexes, foreign keys and triggers are left out until all rows are in. The search index is not written:
 * `rebuildIndex` (search/reindex.ts) does that afterwards.
 * @returns how long it took, in seconds
 */
export async function makeLibrary(db: Database, pool: Pool, size: MadeSize, say: (line: string) => void = () => {}): Promise<number> {
  const begun = performance.now();
  const library = new MadeLibrary(size);
  const massVendors = size.vendors > FEW_VENDORS;
  const few: Draft[] = [
    library.source(),
    ...Array.from({ length: size.organizations }, (_, index) => library.organization(index)),
    ...(massVendors ? [] : Array.from({ length: size.vendors }, (_, index) => library.vendor(index))),
  ];
  const lookup = await db.transaction().execute(async (trx) => {
    const ids = await writeRecords(trx, few, { seed: true });
    const goals = Array.from({ length: 17 }, (_, index): Target => ({ kind: 'GOAL', key: `goal-${index + 1}` }));
    const lookup = await RecordLookup.of(trx, few, goals);
    for (const [index, { kind, content }] of few.entries()) {
      const called = content as { shortName?: string; name?: string };
      lookup.add(
        kind,
        { id: ids[index] as string, slug: content.slug, sourceKey: content.sourceKey ?? null, title: recordRow({ kind, content }).title },
        called,
      );
    }
    await connectRecords(
      trx,
      few.map((draft, index) => ({ id: ids[index] as string, derived: deriveRecord(draft, lookup) })),
    );
    return lookup;
  });

  const codes = new Map(
    (await pool.query<{ key: string; code: number }>("SELECT facet || ':' || value AS key, code FROM facet_value")).rows.map((row) => [row.key, row.code]),
  );
  let nextCode = Math.max(...codes.values()) + 1;
  const fresh: { code: number; facet: string; value: string }[] = [];
  const codeOf = (key: string) => {
    let code = codes.get(key);
    if (code === undefined) {
      code = nextCode++;
      codes.set(key, code);
      const colon = key.indexOf(':');
      fresh.push({ code, facet: key.slice(0, colon), value: key.slice(colon + 1) });
    }
    return code;
  };

  const client = await pool.connect();
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
    WHERE indrelid IN ('record'::regclass, 'link'::regclass, 'citation'::regclass) AND NOT indisprimary
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`);
  try {
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '256MB'");
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    let writing: Promise<unknown> = Promise.resolve();
    for (const [table, kind, count, make] of [
      [3, 'VENDOR', massVendors ? size.vendors : 0, (index: number) => library.vendor(index)],
      [1, 'PROJECT', size.projects, (index: number) => library.project(index)],
      [2, 'LESSON', size.lessons, (index: number) => library.lesson(index)],
    ] as const) {
      for (let start = 0; start < count; start += BATCH) {
        const drafts = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => make(start + index));
        const batch = drafts.map((draft, index) => {
          const id = idOf(table, start + index);
          const row = { ...recordRow(draft), id };
          lookup.add(kind, { id, slug: row.slug, sourceKey: row.source_key, title: row.title }, {});
          const { owners, ranges, facetKeys, keywords, body, links, citations } = deriveRecord(draft, lookup);
          const facets = facetKeys.map(codeOf).map(characterOf).join('');
          return {
            record: { ...row, facet_keys: facetKeys, facets, keywords, body, derived_by: DERIVATION },
            ranges: ranges.map((range) => ({ record_id: id, ...range })),
            owners: owners.map((owner) => ({ record_id: id, organization_id: owner })),
            links: links.map((link) => ({ from_id: id, ...link, from_kind: kind, from_position: row.position })),
            citations: citations.map((citation) => ({ record_id: id, ...citation })),
          };
        });
        await writing;
        writing = writeBatch(client, batch, fresh.splice(0));
        // The next batch is made while this one is written; a failure is thrown by the next `await writing`.
        writing.catch(() => {});
        if ((start / BATCH) % 25 === 24) say(`  ${kind.toLowerCase()}s: ${start + drafts.length} of ${count}`);
      }
    }
    await writing;
    for (const { definition } of indexes) await client.query(definition);
    await client.query("SELECT setval('facet_value_code_seq', (SELECT max(code) FROM facet_value))");
  } finally {
    await client.query('RESET session_replication_role; RESET synchronous_commit; RESET maintenance_work_mem');
    client.release();
  }
  await db.transaction().execute((trx) => labelFacets(trx));
  await pool.query('VACUUM (ANALYZE) record, record_owner, record_range, link, citation, facet_value');
  return (performance.now() - begun) / 1000;
}

type Batch = { record: object; owners: object[]; ranges: object[]; links: object[]; citations: object[] }[];
async function writeBatch(client: { query: (text: string, values: unknown[]) => Promise<unknown> }, batch: Batch, facets: object[]) {
  const write = (text: string, rows: object[]) => client.query(text, [JSON.stringify(rows)]);
  await write(
    'INSERT INTO facet_value (code, facet, value) SELECT code, facet, value FROM json_to_recordset($1::json) AS row (code integer, facet text, value text)',
    facets,
  );
  await write(
    `INSERT INTO record (id, kind, slug, source_key, position, title, sort_title, summary, keywords, body, audience, language, content, facet_keys, facets, hash, seed_hash, derived_by)
     SELECT id, kind, slug, source_key, position, title, sort_title, summary, keywords, body, audience, language, content, facet_keys, facets, hash, hash, derived_by
     FROM json_to_recordset($1::json) AS row (id uuid, kind record_kind, slug text, source_key text, position integer, title text, sort_title text, summary text,
       keywords text, body text, audience audience, language text, content jsonb, facet_keys text[], facets text, hash text, derived_by text)`,
    batch.map((one) => one.record),
  );
  await write(
    `INSERT INTO record_owner (record_id, organization_id) SELECT record_id, organization_id FROM json_to_recordset($1::json) AS row (record_id uuid, organization_id uuid)`,
    batch.flatMap((one) => one.owners),
  );
  await write(
    `INSERT INTO record_range (record_id, name, low, high) SELECT record_id, name, low, high
     FROM json_to_recordset($1::json) AS row (record_id uuid, name text, low double precision, high double precision)`,
    batch.flatMap((one) => one.ranges),
  );
  await write(
    `INSERT INTO link (from_id, to_id, relation, position, data, from_kind, from_position) SELECT from_id, to_id, relation, position, data, from_kind, from_position
     FROM json_to_recordset($1::json) AS row (from_id uuid, to_id uuid, relation text, position integer, data jsonb, from_kind record_kind, from_position integer)`,
    batch.flatMap((one) => one.links),
  );
  await write(
    `INSERT INTO citation (record_id, source_id, field, statement, place, paragraph, as_at, certainty)
     SELECT record_id, source_id, field, statement, place, paragraph, as_at, certainty
     FROM json_to_recordset($1::json) AS row (record_id uuid, source_id uuid, field text, statement text, place text, paragraph integer, as_at text, certainty certainty)`,
    batch.flatMap((one) => one.citations),
  );
}

/**
 * Adds agreements of the made organizations with the made vendors: half of them everybody sees, a third others may use, some have ended.
 * They are written as rows; nothing is sealed, as of all that is made up.
 */
export async function makeAgreements(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `WITH v AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of FROM record WHERE kind = 'VENDOR' AND source_key LIKE 'made-vendor-%'),
      o AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of FROM record WHERE kind = 'ORGANIZATION' AND source_key LIKE 'made-organization-%'),
      made AS (
        INSERT INTO agreement (organization_id, vendor_id, audience, demo)
        SELECT o.id, v.id, CASE WHEN g % 2 = 0 THEN 'PUBLIC' ELSE 'OWNERS' END::audience, true
        FROM generate_series(0, $1::int - 1) g JOIN v ON v.n = (g::bigint * 7919) % v.of JOIN o ON o.n = g % o.of ORDER BY g RETURNING id),
      numbered AS (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM made)
    INSERT INTO agreement_version (agreement_id, version, number, title, scope, unspsc, starts_on, ends_on, ceiling, currency, use, source)
    SELECT id, 1, 'MADE-' || n, 'Made agreement ' || n, 'Made up.', ARRAY[CASE WHEN n % 3 = 0 THEN '81111500' ELSE '43230000' END], '2020-01-01'::date, '2024-01-01'::date + (n * 37) % 4000, 1000 * (1 + n % 500), 'USD',
      (ARRAY['OPEN', 'ON_REQUEST', 'CLOSED'])[1 + n % 3]::agreement_use, 'bench/made.ts' FROM numbered`,
    [count],
  );
  await pool.query('VACUUM (ANALYZE) agreement, agreement_version');
}

/**
 * Publishes a sample of the made records the ordinary way, in a transaction that is rolled back, and compares every
 * column of records, links and citations with what the bulk load wrote.
 * @throws Error naming the first record that differs
 */
export async function checkSample(db: Database, pool: Pool, size: MadeSize): Promise<number> {
  const library = new MadeLibrary(size);
  library.source();
  for (let index = 0; index < size.organizations; index++) library.organization(index);
  for (let index = 0; index < size.vendors; index++) library.vendor(index);
  const drafts = Array.from({ length: 25 }, (_, index) => library.project(index));
  const slugs = drafts.map((draft) => draft.content.slug);
  const rowsOf = `
    SELECT r.slug, to_jsonb(r) - '{id,version,created_at,updated_at}'::text[] AS record,
      (SELECT jsonb_agg(to_jsonb(l) - '{id,from_id}'::text[] ORDER BY l.position) FROM link l WHERE l.from_id = r.id) AS links,
      (SELECT jsonb_agg(to_jsonb(c) - '{id,record_id}'::text[] ORDER BY c.field, c.place) FROM citation c WHERE c.record_id = r.id) AS citations
    FROM record r WHERE r.kind = 'PROJECT' AND r.slug = ANY($1) ORDER BY r.slug`;
  const bulk = (await pool.query<Record<string, unknown>>(rowsOf, [slugs])).rows;
  const undo = new Error('undo');
  let published: Record<string, unknown>[] = [];
  await db
    .transaction()
    .execute(async (trx) => {
      await trx.deleteFrom('record').where('kind', '=', 'PROJECT').where('slug', 'in', slugs).execute();
      const ids = await writeRecords(trx, drafts, { seed: true });
      const lookup = await RecordLookup.of(trx, drafts);
      await connectRecords(
        trx,
        drafts.map((draft, index) => ({ id: ids[index] as string, derived: deriveRecord(draft, lookup) })),
      );
      published = (await trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(rowsOf, [slugs]))).rows as Record<string, unknown>[];
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  for (const [index, row] of bulk.entries()) {
    if (JSON.stringify(row) !== JSON.stringify(published[index]))
      throw new Error(`The bulk load and publishing differ in ${String(row['slug'])}:\n${JSON.stringify(row)}\n${JSON.stringify(published[index])}`);
  }
  if (bulk.length !== drafts.length || published.length !== drafts.length) throw new Error('The sample is not complete.');
  return drafts.length;
}

/** The names of countries as the API gives them, for hand-written SQL that has to answer with the same JSON. */
export const countryTable = () => countries.map((code) => ({ code, name: countryNames(code)[0] ?? code }));

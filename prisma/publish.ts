import { sql } from 'kysely';
import { ownersOf, publicContent } from './content/audience.ts';
import { type Facet, type Named, organizationTarget, type Target } from './content/kind.ts';
import { kinds } from './content/kinds.ts';
import { type Citation, paragraphOf } from './content/shared.ts';
import type { Database, Trx } from './database.ts';
import type { Certainty, RecordKind } from './generated/enums.ts';
import { hashOf } from './hash.ts';
import { type Shown, seenByAll } from './naming.ts';

/** A reference in a record's content to a record that does not exist. */
export class UnknownTarget extends Error {
  readonly target: Target;
  constructor(target: Target) {
    super(`there is no ${target.kind.toLowerCase()} "${target.key}"`);
    this.target = target;
  }
}

export { hashOf };

/** The title folded for sorting: lower case, no accents, digits in numeric order. */
export const sortKey = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .replace(/^[^\p{L}\p{N}]+/u, '');

type Entry = { id: string; slug: string; title: string; names: string[]; shown: Shown };
const everybody: Shown = { audience: 'PUBLIC', archived: false, owners: [] };

/** Everything that content can refer to, by kind and key. One instance serves one load or one publication. */
export class Directory {
  /** By source key, which is stable for ever and wins; by slug; by the short name of an organization. */
  private readonly entries = [new Map<string, Entry>(), new Map<string, Entry>(), new Map<string, Entry>()] as const;

  /** Reads the records of the kinds that others refer to. */
  static async read(db: Database | Trx): Promise<Directory> {
    const directory = new Directory();
    const rows = await db
      .selectFrom('record')
      .select(['id', 'kind', 'slug', 'sourceKey', 'title', 'audience', 'archivedAt', 'facetKeys'])
      .select(
        sql<{
          shortName?: string;
          name?: string;
          alsoKnownAs?: string[];
        }>`jsonb_build_object('shortName', content->'shortName', 'name', content->'name', 'alsoKnownAs', content->'alsoKnownAs')`.as('called'),
      )
      .where((where) => where.or([where('kind', 'in', ['SOURCE', 'ORGANIZATION', 'GOAL', 'VENDOR']), where('sourceKey', 'is not', null)]))
      .execute();
    for (const row of rows) directory.add(row.kind, row, row.called, shownOf(row));
    return directory;
  }

  add(
    kind: RecordKind,
    row: { id: string; slug: string; sourceKey: string | null; title: string },
    called: { shortName?: string | null; name?: string | null; alsoKnownAs?: string[] | null },
    shown: Shown = everybody,
  ) {
    const names = [called.shortName, called.name, ...(called.alsoKnownAs ?? [])].filter((name): name is string => Boolean(name));
    const entry: Entry = { id: row.id, slug: row.slug, title: row.title, names: names.length > 0 ? names : [row.title], shown };
    const [bySourceKey, bySlug, byName] = this.entries;
    if (row.sourceKey) bySourceKey.set(`${kind}:${row.sourceKey}`, entry);
    bySlug.set(`${kind}:${row.slug}`, entry);
    if (kind === 'ORGANIZATION' && called.shortName) byName.set(`${kind}:${called.shortName}`, entry);
  }

  find(target: Target): Entry {
    const key = `${target.kind}:${target.key}`;
    const entry = this.entries.map((entries) => entries.get(key)).find(Boolean);
    if (!entry) throw new UnknownTarget(target);
    return entry;
  }

  /** Whether everybody who sees a record, of the given audience and owners (by slug), sees the named one too. */
  shows(target: Target, audience: Shown['audience'], owners: readonly string[]): boolean {
    return seenByAll(this.find(target).shown, audience, owners);
  }

  readonly named: Named = (target) => this.find(target);
}

/** Who sees a record, from its row. */
export const shownOf = (row: { audience: Shown['audience']; archivedAt: Date | null; facetKeys: string[] }): Shown => ({
  audience: row.audience,
  archived: row.archivedAt !== null,
  owners: row.facetKeys.filter((key) => key.startsWith('owner:')).map((key) => key.slice('owner:'.length)),
});

type Found = { field: string; statement: string; citations: Citation[]; asAt: string | null; certainty: Certainty };

const shown = (value: Record<string, unknown>): string => {
  const text = (name: string) => (value[name] === undefined ? '' : String(value[name]));
  if (value['stage']) return text('text');
  if (value['role'])
    return [[text('organization') || text('name') || text('vendor'), text('role')].filter(Boolean).join(': '), text('responsibility') || text('delivered')]
      .filter(Boolean)
      .join('. ');
  if (value['label'] && value['value']) return `${text('label')}: ${text('value')}`;
  return text('text') || text('value') || text('name') || text('code') || text('date');
};

/** Every cited statement of a record's content, with the field it stands in. */
export function citedStatements(content: unknown, field = ''): Found[] {
  if (Array.isArray(content)) return content.flatMap((item, index) => citedStatements(item, `${field}.${index}`));
  if (!content || typeof content !== 'object') return [];
  const value = content as Record<string, unknown>;
  const own: Found[] = Array.isArray(value['cite'])
    ? [
        {
          field: field || 'record',
          statement: shown(value),
          citations: value['cite'] as Citation[],
          asAt: (value['asAt'] as string | undefined) ?? null,
          certainty: (value['certainty'] as Certainty | undefined) ?? 'STATED',
        },
      ]
    : [];
  return [...own, ...Object.entries(value).flatMap(([name, item]) => (name === 'cite' ? [] : citedStatements(item, field ? `${field}.${name}` : name)))];
}

/** Fields that hold keys, codes and choices, not words to be found or shown in a snippet. */
const notProse = new Set(
  'sourceKey slug language audience place source address website certainty iri colour textOn stage origin section kind by file currency scope group topic action edition partOf theme themes uses projects risks mitigations standards recommendations questions vendor replaces seeAlso letter layer id'.split(
    ' ',
  ),
);
const choice = /^[A-Z]{4,}(_[A-Z]+)*$/;
/** All text of a record that a person may search for. */
function textOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return notProse.has(name) || (name === 'value' && choice.test(value)) ? [] : [value];
  if (Array.isArray(value)) return name === 'cite' ? [] : value.flatMap((item) => textOf(item, name));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => (key === 'audiences' ? [] : textOf(item, key)));
  return [];
}
/** Pieces of text as one: sentences follow each other, names and labels are set apart. */
const running = (pieces: string[]) => pieces.map((piece) => (/[.!?]$/.test(piece) ? piece : `${piece} ·`)).join('\n');
const placesOf = (found: Found[]) => [...new Set(found.flatMap((one) => one.citations.map((citation) => citation.place)))];

type BaseContent = { sourceKey?: string; slug: string; position: number; audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS'; language: string };
export type Draft = { kind: RecordKind; content: BaseContent & Record<string, unknown> };

/** A record's own row as the table has it, before anything is derived from what it says of others. */
export function recordRow({ kind, content }: Draft) {
  const title = kinds[kind].title(content);
  return {
    kind,
    slug: content.slug,
    source_key: content.sourceKey ?? null,
    position: content.position,
    title,
    sort_title: sortKey(title),
    summary: kinds[kind].summary(content),
    audience: content.audience,
    language: content.language,
    content,
    hash: hashOf(content),
  };
}

/**
 * Writes the records' own rows in one statement and returns their ids in the same order; what they say of others follows
 * with `connectRecords`, once all of them exist.
 * @param seed whether the loader writes them: then a record is known by its source key, otherwise by its slug
 */
export async function writeRecords(trx: Trx, drafts: readonly Draft[], { seed }: { seed: boolean }): Promise<string[]> {
  const rows = drafts.map(recordRow);
  const seedHash = seed ? sql`, seed_hash = excluded.seed_hash` : sql``;
  const { rows: written } = await sql<{ id: string; kind: RecordKind; slug: string }>`
    INSERT INTO record (kind, slug, source_key, position, title, sort_title, summary, audience, language, content, hash, seed_hash)
    SELECT kind, slug, source_key, position, title, sort_title, summary, audience, language, content, hash, ${seed ? sql`hash` : sql`NULL`}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (kind record_kind, slug text, source_key text, position integer, title text, sort_title text, summary text, audience audience, language text, content jsonb, hash text)
    ON CONFLICT (kind, ${seed ? sql`source_key` : sql`slug`}) DO UPDATE SET slug = excluded.slug, source_key = excluded.source_key,
      position = excluded.position, title = excluded.title, sort_title = excluded.sort_title, summary = excluded.summary, audience = excluded.audience,
      language = excluded.language, content = excluded.content, hash = excluded.hash ${seedHash}, version = record.version + 1, updated_at = now()
    RETURNING id, kind, slug`.execute(trx);
  const ids = new Map(written.map((row) => [`${row.kind}:${row.slug}`, row.id]));
  return drafts.map(({ kind, content }) => {
    const id = ids.get(`${kind}:${content.slug}`);
    if (!id) throw new Error(`The ${kind.toLowerCase()} "${content.slug}" was not written.`);
    return id;
  });
}

/** Writes one record's own row and returns its id; see `writeRecords`. */
export async function writeRecord(trx: Trx, draft: Draft, { seed }: { seed: boolean }): Promise<string> {
  const [id] = await writeRecords(trx, [draft], { seed });
  return id as string;
}

/** What follows from a record's content and the names of the records it refers to. Rows are as the tables have them. */
export type Derived = {
  facetKeys: string[];
  keywords: string;
  body: string;
  links: { to_id: string; relation: string; position: number; data: unknown }[];
  citations: { source_id: string; field: string; statement: string; place: string; paragraph: number | null; as_at: string | null; certainty: Certainty }[];
};

/**
 * The content without the projects and vendors that somebody who sees it may not see: what was open when it was named and
 * is closed or archived today leaves no word in filters, search or links.
 * @throws UnknownTarget when it refers to a record that does not exist
 */
function withoutHidden(kind: RecordKind, content: Draft['content'], owners: readonly string[], directory: Directory): Draft['content'] {
  const shows = (target: Target) => directory.shows(target, content.audience, owners);
  const list = <Item>(name: string) => (content[name] as Item[] | undefined) ?? [];
  if (kind === 'LESSON') return { ...content, projects: list<string>('projects').filter((key) => shows({ kind: 'PROJECT', key })) };
  if (kind === 'PROJECT') {
    const engagements = list<{ vendor: string }>('engagements').filter(({ vendor }) => shows({ kind: 'VENDOR', key: vendor }));
    return { ...content, engagements };
  }
  return content;
}

/**
 * Derives what the content says of others: filter values, words to be found by, links, citations.
 * @throws UnknownTarget when it refers to a record that does not exist
 */
export function deriveRecord(draft: Draft, directory: Directory): Derived {
  const kind = kinds[draft.kind];
  // Sections that are not for everybody leave no trace in search, filters, links or citations.
  const open = publicContent(draft.kind, draft.content);
  const ownerSlugs = ownersOf(draft.kind, open).map((owner) => directory.find(organizationTarget(owner)).slug);
  const content = withoutHidden(draft.kind, open, ownerSlugs, directory);
  const statements = citedStatements(content);
  const facets: Facet[] = kind.facets(content, directory.named);
  // A lesson or vendor needs its owners only where it is not for everybody.
  const owners = draft.kind === 'PROJECT' || content.audience !== 'PUBLIC' ? ownerSlugs : [];
  const facetKeys = [...facets.map(([facet, value]) => `${facet}:${value}`), ...owners.map((owner) => `owner:${owner}`)];
  return {
    facetKeys: [...new Set(facetKeys)],
    keywords: [...new Set(kind.keywords(content, directory.named).filter(Boolean))].join(' · '),
    body: running([...textOf({ ...content, title: undefined, name: undefined, term: undefined }), ...placesOf(statements)]),
    links: kind.links(content).map((link, position) => ({ to_id: directory.find(link.to).id, relation: link.relation, position, data: link.data ?? null })),
    citations: statements.flatMap((found) =>
      found.citations.map((citation) => ({
        source_id: directory.find({ kind: 'SOURCE', key: citation.source }).id,
        field: found.field,
        statement: found.statement,
        place: citation.place,
        paragraph: paragraphOf(citation),
        as_at: found.asAt,
        certainty: found.certainty,
      })),
    ),
  };
}

/** Stores what was derived from the contents of many records, in place of what was derived before: four statements, however many records. */
export async function connectRecords(trx: Trx, records: readonly { id: string; derived: Derived }[]): Promise<void> {
  const ids = records.map((record) => record.id);
  const links = records.flatMap(({ id, derived }) => derived.links.map((link) => ({ from_id: id, ...link })));
  const citations = records.flatMap(({ id, derived }) => derived.citations.map((citation) => ({ record_id: id, ...citation })));
  await sql`DELETE FROM link WHERE from_id = ANY(${ids}::uuid[])`.execute(trx);
  await sql`DELETE FROM citation WHERE record_id = ANY(${ids}::uuid[])`.execute(trx);
  if (links.length > 0) {
    await sql`
      INSERT INTO link (from_id, to_id, relation, position, data)
      SELECT from_id, to_id, relation, position, data
      FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS row (from_id uuid, to_id uuid, relation text, position integer, data jsonb)`.execute(trx);
  }
  if (citations.length > 0) {
    await sql`
      INSERT INTO citation (record_id, source_id, field, statement, place, paragraph, as_at, certainty)
      SELECT record_id, source_id, field, statement, place, paragraph, as_at, certainty
      FROM jsonb_to_recordset(${JSON.stringify(citations)}::jsonb)
        AS row (record_id uuid, source_id uuid, field text, statement text, place text, paragraph integer, as_at text, certainty certainty)`.execute(trx);
  }
  const own = records.map(({ id, derived: { facetKeys, keywords, body } }) => ({ id, facet_keys: facetKeys, keywords, body }));
  await sql`
    UPDATE record SET facet_keys = row.facet_keys, keywords = row.keywords, body = row.body
    FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb) AS row (id uuid, facet_keys text[], keywords text, body text)
    WHERE record.id = row.id`.execute(trx);
}

/**
 * Derives and stores what the content of one record says of others.
 * @throws UnknownTarget when it refers to a record that does not exist
 */
export async function connectRecord(trx: Trx, id: string, draft: Draft, directory: Directory): Promise<void> {
  await connectRecords(trx, [{ id, derived: deriveRecord(draft, directory) }]);
}

/** Gives the filter values that stand for records (organizations, vendors, projects) the names that people read; those that not everybody sees have none. */
export async function labelFacets(trx: Trx): Promise<void> {
  await sql`
    UPDATE facet_value v SET label = CASE WHEN r.audience = 'PUBLIC' AND r.archived_at IS NULL THEN coalesce(r.content->>'shortName', r.title) END
    FROM record r
    WHERE r.slug = v.value
      AND r.kind = CASE v.facet WHEN 'organization' THEN 'ORGANIZATION' WHEN 'vendor' THEN 'VENDOR' WHEN 'project' THEN 'PROJECT' END::record_kind
      AND v.label IS DISTINCT FROM CASE WHEN r.audience = 'PUBLIC' AND r.archived_at IS NULL THEN coalesce(r.content->>'shortName', r.title) END`.execute(trx);
}

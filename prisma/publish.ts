import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { type Facet, type Named, organizationTarget, type Target } from './content/kind.ts';
import { kinds } from './content/kinds.ts';
import { type Citation, paragraphOf } from './content/shared.ts';
import type { Database, Trx } from './database.ts';
import type { Certainty, RecordKind } from './generated/enums.ts';

/** A reference in a record's content to a record that does not exist. */
export class UnknownTarget extends Error {
  readonly target: Target;
  constructor(target: Target) {
    super(`there is no ${target.kind.toLowerCase()} "${target.key}"`);
    this.target = target;
  }
}

/** SHA-256 of the canonical JSON (RFC 8785) of a value, in hex. */
export const hashOf = (value: unknown) => createHash('sha256').update(canonicalize(value) ?? '').digest('hex');

/** The title folded for sorting: lower case, no accents, digits in numeric order. */
export const sortKey = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .replace(/^[^\p{L}\p{N}]+/u, '');

type Entry = { id: string; slug: string; title: string; names: string[] };

/** Everything that content can refer to, by kind and key. One instance serves one load or one publication. */
export class Directory {
  private readonly entries = new Map<string, Entry>();

  /** Reads the records of the kinds that others refer to. */
  static async read(db: Database | Trx): Promise<Directory> {
    const directory = new Directory();
    const rows = await db
      .selectFrom('record')
      .select(['id', 'kind', 'slug', 'sourceKey', 'title'])
      .select(sql<{ shortName?: string; name?: string; alsoKnownAs?: string[] }>`jsonb_build_object('shortName', content->'shortName', 'name', content->'name', 'alsoKnownAs', content->'alsoKnownAs')`.as('called'))
      .where((where) => where.or([where('kind', 'in', ['SOURCE', 'ORGANIZATION', 'GOAL', 'VENDOR']), where('sourceKey', 'is not', null)]))
      .execute();
    for (const row of rows) directory.add(row.kind, row, row.called);
    return directory;
  }

  add(kind: RecordKind, row: { id: string; slug: string; sourceKey: string | null; title: string }, called: { shortName?: string | null; name?: string | null; alsoKnownAs?: string[] | null }) {
    const names = [called.shortName, called.name, ...(called.alsoKnownAs ?? [])].filter((name): name is string => Boolean(name));
    const entry: Entry = { id: row.id, slug: row.slug, title: row.title, names: names.length > 0 ? names : [row.title] };
    this.entries.set(`${kind}:${row.slug}`, entry);
    if (row.sourceKey) this.entries.set(`${kind}:${row.sourceKey}`, entry);
    if (kind === 'ORGANIZATION' && called.shortName) this.entries.set(`${kind}:${called.shortName}`, entry);
  }

  find(target: Target): Entry {
    const entry = this.entries.get(`${target.kind}:${target.key}`);
    if (!entry) throw new UnknownTarget(target);
    return entry;
  }

  readonly named: Named = (target) => this.find(target);
}

type Found = { field: string; statement: string; citations: Citation[]; asAt: string | null; certainty: Certainty };

const shown = (value: Record<string, unknown>): string => {
  const text = (name: string) => (value[name] === undefined ? '' : String(value[name]));
  if (value['stage']) return text('text');
  if (value['role']) return [[text('organization') || text('name') || text('vendor'), text('role')].filter(Boolean).join(': '), text('responsibility') || text('delivered')].filter(Boolean).join('. ');
  if (value['label'] && value['value']) return `${text('label')}: ${text('value')}`;
  return text('text') || text('value') || text('name') || text('code') || text('date');
};

/** Every cited statement of a record's content, with the field it stands in. */
export function citedStatements(content: unknown, field = ''): Found[] {
  if (Array.isArray(content)) return content.flatMap((item, index) => citedStatements(item, `${field}.${index}`));
  if (!content || typeof content !== 'object') return [];
  const value = content as Record<string, unknown>;
  const own: Found[] = Array.isArray(value['cite'])
    ? [{ field: field || 'record', statement: shown(value), citations: value['cite'] as Citation[], asAt: (value['asAt'] as string | undefined) ?? null, certainty: (value['certainty'] as Certainty | undefined) ?? 'STATED' }]
    : [];
  return [...own, ...Object.entries(value).flatMap(([name, item]) => (name === 'cite' ? [] : citedStatements(item, field ? `${field}.${name}` : name)))];
}

const notProse = new Set(['sourceKey', 'slug', 'language', 'audience', 'place', 'source', 'address', 'website', 'certainty', 'iri', 'colour', 'textOn', 'stage', 'origin', 'section', 'kind', 'by']);
/** All text of a record that a person may search for. */
function textOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return notProse.has(name) ? [] : [value];
  if (Array.isArray(value)) return name === 'cite' ? [] : value.flatMap((item) => textOf(item, name));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => textOf(item, key));
  return [];
}
const placesOf = (found: Found[]) => [...new Set(found.flatMap((one) => one.citations.map((citation) => citation.place)))];

type BaseContent = { sourceKey?: string; slug: string; position: number; audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS'; language: string };
export type Draft = { kind: RecordKind; content: BaseContent & Record<string, unknown> };

/** Writes the record's own row and returns its id; links and citations follow with `connect`, once all records exist. */
export async function writeRecord(trx: Trx, draft: Draft, { seed }: { seed: boolean }): Promise<string> {
  const kind = kinds[draft.kind];
  const { content } = draft;
  const hash = hashOf(content);
  const title = kind.title(content);
  const row = {
    kind: draft.kind,
    slug: content.slug,
    sourceKey: content.sourceKey ?? null,
    position: content.position,
    title,
    sortTitle: sortKey(title),
    summary: kind.summary(content),
    audience: content.audience,
    language: content.language,
    content: JSON.stringify(content),
    hash,
    ...(seed ? { seedHash: hash } : {}),
  };
  const { id } = await trx
    .insertInto('record')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(seed ? ['kind', 'sourceKey'] : ['kind', 'slug']).doUpdateSet({ ...row, version: sql`record.version + 1`, updatedAt: sql`now()` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Derives what the content says of others: filter values, words to be found by, links, citations.
 * @throws UnknownTarget when it refers to a record that does not exist
 */
export async function connectRecord(trx: Trx, id: string, draft: Draft, directory: Directory): Promise<void> {
  const kind = kinds[draft.kind];
  const { content } = draft;
  const statements = citedStatements(content);
  const facets: Facet[] = kind.facets(content, directory.named);
  const owners = Array.isArray(content['owners']) ? (content['owners'] as string[]) : [];
  const facetKeys = [...facets.map(([facet, value]) => `${facet}:${value}`), ...owners.map((owner) => `owner:${directory.find(organizationTarget(owner)).slug}`)];
  const links = kind.links(content).map((link, position) => ({ fromId: id, toId: directory.find(link.to).id, relation: link.relation, position, data: link.data === undefined ? null : JSON.stringify(link.data) }));
  const citations = statements.flatMap((found) =>
    found.citations.map((citation) => ({
      recordId: id,
      sourceId: directory.find({ kind: 'SOURCE', key: citation.source }).id,
      field: found.field,
      statement: found.statement,
      place: citation.place,
      paragraph: paragraphOf(citation),
      asAt: found.asAt,
      certainty: found.certainty,
    })),
  );
  await trx.deleteFrom('link').where('fromId', '=', id).execute();
  await trx.deleteFrom('citation').where('recordId', '=', id).execute();
  if (links.length > 0) await trx.insertInto('link').values(links).execute();
  if (citations.length > 0) await trx.insertInto('citation').values(citations).execute();
  await trx
    .updateTable('record')
    .set({
      facetKeys: [...new Set(facetKeys)],
      keywords: [...new Set(kind.keywords(content, directory.named).filter(Boolean))].join(' · '),
      body: [...textOf(content), ...placesOf(statements)].join('\n'),
    })
    .where('id', '=', id)
    .execute();
}

/** Gives the filter values that stand for records (organizations, vendors, projects) the names that people read. */
export async function labelFacets(trx: Trx): Promise<void> {
  await sql`
    UPDATE facet_value v SET label = coalesce(r.content->>'shortName', r.title)
    FROM record r
    WHERE r.slug = v.value
      AND r.kind = CASE v.facet WHEN 'organization' THEN 'ORGANIZATION' WHEN 'vendor' THEN 'VENDOR' WHEN 'project' THEN 'PROJECT' END::record_kind
      AND v.label IS DISTINCT FROM coalesce(r.content->>'shortName', r.title)`.execute(trx);
}

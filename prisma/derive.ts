import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ownersOf, publicContent } from './content/audience.ts';
import { aboutOf, bare, itemOf, shapeOf } from './content/field.ts';
import { type Facet, type Named, organizationTarget, type Target } from './content/kind.ts';
import { kinds } from './content/kinds.ts';
import { lift } from './content/shape.ts';
import { type Audience, type Citation, paragraphOf } from './content/shared.ts';
import type { Certainty, RecordKind } from './generated/enums.ts';
import { hashOf } from './hash.ts';

// What follows from a record's content and the names of the records it refers to. Pure: nothing is read or written here.

/** The title folded for sorting: lower case, no accents, digits in numeric order. */
const sortKey = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .replace(/^[^\p{L}\p{N}]+/u, '');

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
export function citedStatements(content: unknown): Found[] {
  const found: Found[] = [];
  addCited(content, '', found);
  return found;
}
function addCited(content: unknown, field: string, found: Found[]): void {
  if (!content || typeof content !== 'object') return;
  if (Array.isArray(content)) {
    for (const [index, item] of content.entries()) addCited(item, `${field}.${index}`, found);
    return;
  }
  const value = content as Record<string, unknown>;
  if (Array.isArray(value['cite']))
    found.push({
      field: field || 'record',
      statement: shown(value),
      citations: value['cite'] as Citation[],
      asAt: (value['asAt'] as string | undefined) ?? null,
      certainty: (value['certainty'] as Certainty | undefined) ?? 'STATED',
    });
  for (const name of Object.keys(value))
    if (name !== 'cite' && typeof value[name] === 'object') addCited(value[name], field ? `${field}.${name}` : name, found);
}

/** All text of a record that a person may search for: what its schema says are words, without its title, which is kept apart. */
function textOf(value: unknown, schema: z.ZodType): string[] {
  const { text, title } = aboutOf(schema);
  if (text === false || title) return [];
  if (typeof value === 'string') return bare(schema).def.type === 'enum' ? [] : [value];
  const item = itemOf(schema);
  if (Array.isArray(value)) return item ? value.flatMap((one) => textOf(one, item)) : [];
  if (typeof value !== 'object' || value === null) return [];
  const shape = shapeOf(schema);
  return Object.entries(value).flatMap(([name, one]) => (name !== 'cite' && shape[name] ? textOf(one, shape[name]) : []));
}
/** Pieces of text as one: sentences follow each other, names and labels are set apart. */
const running = (pieces: string[]) => pieces.map((piece) => (/[.!?]$/.test(piece) ? piece : `${piece} ·`)).join('\n');
const placesOf = (found: Found[]) => [...new Set(found.flatMap((one) => one.citations.map((citation) => citation.place)))];

type BaseContent = { sourceKey?: string; slug: string; position: number; audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS'; language: string };
export type Draft = { kind: RecordKind; content: BaseContent & Record<string, unknown> };

/** A record's own row as the table has it, before anything is derived from what it says of others. */
export function recordRow({ kind, content }: Draft) {
  const lifted = lift(kind, content);
  const title = kinds[kind].title(lifted);
  return {
    kind,
    slug: content.slug,
    source_key: content.sourceKey ?? null,
    position: content.position,
    title,
    sort_title: sortKey(title),
    summary: kinds[kind].summary(lifted),
    audience: content.audience,
    language: content.language,
    content,
    hash: hashOf(content),
  };
}

/** What the derivation asks of other records; prisma/lookup.ts reads them. */
export type Lookup = {
  find: (target: Target) => { id: string; slug: string };
  named: Named;
  /** Whether everybody who sees a record, of the given audience and owners (by id), sees the named one too. */
  shows: (target: Target, audience: Audience, owners: readonly string[]) => boolean;
};

/**
 * A content without the projects and vendors that not all of its own readers may see: their names and addresses are in no
 * filter, search word or link. They come back when these records are open again.
 */
function withoutHidden<C extends BaseContent & Record<string, unknown>>(kind: RecordKind, content: C, owners: readonly string[], lookup: Lookup): C {
  const shows = (target: Target) => lookup.shows(target, content.audience, owners);
  const list = <Item>(name: string) => (content[name] as Item[] | undefined) ?? [];
  if (kind === 'LESSON') return { ...content, projects: list<string>('projects').filter((key) => shows({ kind: 'PROJECT', key })) };
  if (kind === 'BUILDING_BLOCK')
    return {
      ...content,
      projects: list<string>('projects').filter((key) => shows({ kind: 'PROJECT', key })),
      vendors: list<string>('vendors').filter((key) => shows({ kind: 'VENDOR', key })),
    };
  if (kind === 'PROJECT')
    return { ...content, engagements: list<{ vendor: string }>('engagements').filter(({ vendor }) => shows({ kind: 'VENDOR', key: vendor })) };
  return content;
}

/** What follows from a record's content and the names of the records it refers to. Rows are as the tables have them. */
export type Derived = {
  /** The organizations whose record it is, by id. */
  owners: string[];
  facetKeys: string[];
  /** What it can be narrowed by as from and to. */
  ranges: { name: string; low: number; high: number }[];
  keywords: string;
  body: string;
  links: { to_id: string; relation: string; position: number; data: unknown }[];
  citations: { source_id: string; field: string; statement: string; place: string; paragraph: number | null; as_at: string | null; certainty: Certainty }[];
};

/** Stands where the schema wants a source key that contributed records do not have. */
const PLACEHOLDER = 'contributed';
/**
 * A content as its concept's schema has it today: fields that came later with their defaults, all in the order of the schema.
 * The database keeps fields in an order of its own, and what is derived must not depend on it. A content that the schema
 * does not know is given back as it is.
 */
function inShape({ kind, content }: Draft): Draft['content'] {
  const lifted = lift(kind, content);
  const parsed = kinds[kind].schema.safeParse({ ...lifted, sourceKey: content.sourceKey ?? PLACEHOLDER });
  return parsed.success ? { ...parsed.data, sourceKey: content.sourceKey } : lifted;
}

/**
 * Derives what the content says of others: filter values, words to be found by, links, citations.
 * @throws UnknownTarget when it refers to a record that does not exist
 */
export function deriveRecord(draft: Draft, lookup: Lookup): Derived {
  const kind = kinds[draft.kind];
  // Sections that are not for everybody leave no trace in search, filters, links or citations.
  const whole = inShape(draft);
  const open = publicContent(draft.kind, whole);
  const owners = [...new Set(ownersOf(draft.kind, whole).map((owner) => lookup.find(organizationTarget(owner)).id))];
  const content = withoutHidden(draft.kind, open, owners, lookup);
  const statements = citedStatements(content);
  const facets: Facet[] = kind.facets(content, lookup.named);
  return {
    owners,
    facetKeys: [...new Set(facets.map(([facet, value]) => `${facet}:${value}`))],
    ranges: kind.spans(content),
    keywords: [...new Set(kind.keywords(content, lookup.named).filter(Boolean))].join(' · '),
    body: running([...textOf(content, kind.schema), ...placesOf(statements)]),
    links: kind.links(content).map((link, position) => ({ to_id: lookup.find(link.to).id, relation: link.relation, position, data: link.data ?? null })),
    citations: statements.flatMap((found) =>
      found.citations.map((citation) => ({
        source_id: lookup.find({ kind: 'SOURCE', key: citation.source }).id,
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

/** The files that the derivation consists of. */
const derivationFiles = ['./derive.ts', ...readdirSync(new URL('./content', import.meta.url)).map((name) => `./content/${name}`)].filter((name) =>
  /(?<!\.test)\.ts$/.test(name),
);

/**
 * Names today's derivation: a hash of the code that it consists of. Each record says which one made its derived columns; one
 * that says another is derived again (prisma/rederive.ts). No version has to be counted up by hand, and none can be forgotten.
 */
export const DERIVATION: string = hashOf(
  derivationFiles.sort().map((name) => readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll('\r\n', '\n')),
).slice(0, 16);

import type { z } from 'zod';
import type { RecordKind } from '../generated/enums.ts';
import {
  aboutOf,
  bare,
  type CellValue,
  type Column,
  type Connected,
  fieldsOf,
  type Field,
  inOrder,
  plainValue,
  type RangeBy,
  valueAt,
  valueSchema,
  valuesOf,
} from './field.ts';
import { type Span, spanOf } from './range.ts';
import { type Facet, type LinkSpec, type Named, words } from './kind.ts';

/** How one who names a record of a kind finds it: an organization under all its names, others by their title. */
const calledBy = (to: RecordKind, key: string, named: Named): string[] => {
  const target = named({ kind: to, key });
  return to === 'ORGANIZATION' ? target.names : [target.title];
};

/** What a field adds to the words by which its record is found. */
function foundBy(field: Field, content: unknown, named: Named): string[] {
  const { find } = field.about;
  if (typeof find === 'function') return find(valueAt(content, field.path), named);
  const one = valueSchema(field);
  const { to } = aboutOf(one);
  const values = valuesOf(field, content);
  if (to) return values.flatMap((key) => calledBy(to, key, named));
  return bare(one).def.type === 'enum' ? values.map(words) : values;
}

/** What is stored to find records by: under what, and the schema of a value. */
type Stored = { facet: string; schema: z.ZodType; explain?: string; field: Field; of?: (value: unknown, named: Named) => string[] };
/** A filter as its list has it. */
type Filter = Stored & { as: string };
const storedOf = (fields: readonly Field[]): (Stored | Filter)[] =>
  inOrder(fields, 'filter').flatMap((field) =>
    [field.about.filter ?? []].flat().map((filter): Stored | Filter => {
      const { as, facet, ...said } = typeof filter === 'string' ? { as: filter } : filter;
      const named = as === undefined ? { facet: facet as string } : { as, facet: facet ?? as };
      return { ...(field.about.explain ? { explain: field.about.explain } : {}), ...named, schema: valueSchema(field), field, ...said };
    }),
  );

function facetsOf({ facet, field, schema, of }: Stored, content: unknown, named: Named): Facet[] {
  const { to } = aboutOf(schema);
  const values = of ? of(valueAt(content, field.path), named) : valuesOf(field, content).map((value) => (to ? named({ kind: to, key: value }).slug : value));
  return values.map((value) => [facet, value]);
}

/** The spans of a record under the name of a range. */
type Ranged = Span & { name: string };
const rangesOf = (field: Field, content: unknown): Ranged[] => {
  const { as, type, of } = field.about.range as RangeBy;
  const values = of ? of(valueAt(content, field.path)) : valuesOf(field, content);
  const spans = values.flatMap((value) => spanOf(type, value) ?? []);
  return [...new Map(spans.map(({ low, high }) => [`${low} ${high}`, { name: as, low, high }])).values()];
};

/** A column of exports, ready to be read from a content. */
type ExportColumn<Content> = {
  head: string;
  /** In characters. */
  width: number;
  /** The vocabulary that codes in its cells are called by. */
  words?: string;
  /** Relations of the links that it shows. */
  relations: readonly string[];
  cell: (content: Content, connected: readonly Connected[]) => CellValue;
};

const wordsOf = (field: Field): { words?: string } => {
  const { words, options } = aboutOf(valueSchema(field));
  return words && options?.some((option) => /[A-Z]/.test(option)) ? { words } : {};
};

/** The columns of the fields, and after those without a place of their own the concept's. */
function columnsOf<Content>(fields: readonly Field[], own: readonly Column<unknown, Content>[]): ExportColumn<Content>[] {
  const ready = ([head, width, cell]: Column<unknown, Content>, field?: Field): ExportColumn<Content> => ({
    head,
    width,
    ...(field ? wordsOf(field) : {}),
    relations: cell?.relations ?? [],
    cell: (content, connected) => (cell ? cell(field && valueAt(content, field.path), content, connected) : field && plainValue(field, content)),
  });
  const placed = inOrder(fields, 'column');
  const late = placed.filter(({ about }) => (about.order?.column ?? 0) > 0);
  const of = (list: readonly Field[]) => list.flatMap((field) => (field.about.columns ?? []).map((column) => ready(column as Column<unknown, Content>, field)));
  return [...of(placed.filter((field) => !late.includes(field))), ...own.map((column) => ready(column)), ...of(late)];
}

/** The records that this one leads to or is named by, as a cell. */
export const linked = (kind: RecordKind, direction: 'OUT' | 'IN' | null, ...relations: string[]) =>
  Object.assign(
    (_value: unknown, _content: unknown, connected: readonly Connected[]): CellValue => [
      ...new Set(
        connected.filter((one) => one.kind === kind && (!direction || one.direction === direction) && relations.includes(one.relation)).map((one) => one.name),
      ),
    ],
    { relations },
  );

/** How a concept's content becomes a record: its name, what finds it, what it is filtered by, what it leads to. */
export type Kind<Content> = {
  kind: RecordKind;
  schema: z.ZodType<Content>;
  /** The address of its list; a record's page is `${path}/${slug}`. */
  path: string;
  /** All that is said of its fields, in the order of its schema. */
  fields: readonly Field[];
  /** What its list can be filtered by. */
  filters: readonly Filter[];
  /** What its list can be narrowed by as from and to. */
  ranges: readonly RangeBy[];
  /** The columns of its exports between the title and the sources: of its fields, and of what others say of it. */
  columns: readonly ExportColumn<Content>[];
  title: (content: Content) => string;
  summary: (content: Content) => string;
  /** Beside title, summary and text: by what else people look for it. */
  keywords: (content: Content, named: Named) => string[];
  facets: (content: Content, named: Named) => Facet[];
  spans: (content: Content) => Ranged[];
  links: (content: Content) => LinkSpec[];
};

/** What a concept says for itself beside its fields: all of it may be left out but its links. */
type More<Content> = Pick<Kind<Content>, 'links'> & Partial<Pick<Kind<Content>, 'title' | 'summary'>> & { columns?: readonly Column<unknown, Content>[] };

/** A concept from the definition of its fields: what finds it, what it is filtered by, what its exports show. */
export function concept<Content>(
  kind: RecordKind,
  path: string,
  schema: z.ZodType<Content>,
  { title, summary, links, columns = [] }: More<Content>,
): Kind<Content> {
  const fields = fieldsOf(schema);
  const stored = storedOf(fields);
  const found = inOrder(fields, 'find');
  const ranged = inOrder(fields, 'range');
  const textOf = (one: Field | undefined) => (content: Content) => (one ? (valuesOf(one, content)[0] ?? '') : '');
  return {
    kind,
    schema,
    path,
    fields,
    filters: stored.filter((one): one is Filter => 'as' in one),
    ranges: ranged.map(({ about }) => about.range as RangeBy),
    columns: columnsOf(fields, columns),
    title: title ?? textOf(fields.find(({ about }) => about.title)),
    summary: summary ?? textOf(fields.find(({ about }) => about.summary)),
    keywords: (content, named) => found.flatMap((one) => foundBy(one, content, named)),
    facets: (content, named) => stored.flatMap((one) => facetsOf(one, content, named)),
    spans: (content) => ranged.flatMap((one) => rangesOf(one, content)),
    links,
  };
}

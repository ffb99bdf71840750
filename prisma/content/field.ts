import { z } from 'zod';
import type { Audience, RecordKind } from '../generated/enums.ts';
import type { Named } from './kind.ts';

/** Another record that this one leads to or is named by. */
export type Connected = { relation: string; direction: 'OUT' | 'IN'; kind: RecordKind; name: string };
/** What stands in a cell: lists become one text, nothing stays an empty cell. */
export type CellValue = string | number | boolean | null | undefined | readonly (string | null | undefined)[];
/** A column of exports: its head, its width in characters, and what stands in it, unless that is the value of the field. */
export type Column<Value, Content = unknown> = readonly [
  head: string,
  width: number,
  cell?: ((value: Value, content: Content, connected: readonly Connected[]) => CellValue) & { relations?: readonly string[] },
];
/**
 * A filter: `facet` is what is stored, `of` gives the values where they are not those of the field, `explain` says what it
 * takes. Without a name it is stored and found by, but no filter of the list.
 */
type FilterBy<Value> = ({ as: string; facet?: string } | { as?: undefined; facet: string }) & {
  of?: (value: Value, named: Named) => string[];
  explain?: string;
};
/**
 * A filter with from and to: `of` gives the values where they are not those of the field; dates as they are written, in full
 * or in part. Of several values one has to be between.
 */
export type RangeBy<Value = unknown> = { as: string; type: 'date' | 'number'; of?: (value: Value) => (string | number)[]; explain?: string };
type Aspect = 'find' | 'filter' | 'range' | 'section' | 'column' | 'ask';

/** All there is to say of a field, or of a type that several fields have, beside its shape and checks. */
export type About<Value = unknown> = {
  /** The record is called this, unless its concept says otherwise; it is no part of the text. */
  title?: true;
  /** The summary of the record. */
  summary?: true;
  /** Of an item (a fact, a group) the part that is its value for filters, search and columns; "text" unless told. */
  value?: string;
  /** Whether its words are looked for beside title, summary and text: the value, or what is given. */
  find?: true | ((value: Value, named: Named) => string[]);
  /** A filter of the list under this name, or several. */
  filter?: string | FilterBy<Value> | readonly (string | FilterBy<Value>)[];
  /** A filter of the list by from and to. */
  range?: RangeBy<Value>;
  /** What the filter takes, for readers of the API. */
  explain?: string;
  /** It has an audience of its own, and this one unless somebody chooses another; `by`: each of its items, by the value of that part. */
  section?: Audience | { initial: Audience; by: string };
  /** Its columns in exports. */
  columns?: readonly Column<Value>[];
  /** The section of the form that asks for it. `required`: it is asked for among what is needed, also where the schema would take it empty. */
  ask?: string | { in: string; required: true };
  /** What a reader knows an item of the list by, most telling first, when two versions are compared. */
  known?: readonly (readonly string[])[];
  /** The part of an item by which it is called; its first unless told. */
  called?: string;
  /** Where its place among the filters, columns ... is another than among the fields: as `order` in CSS, 0 unless told. */
  order?: Partial<Record<Aspect, number>>;
  /** Of a type: the box that asks for it, unless its shape says it. */
  box?: 'line' | 'prose' | 'email' | 'cite';
  /** Of a type: what people write for it is read as this (understood.ts). */
  reads?: 'date' | 'country' | 'currency' | 'language';
  /** Of a type: the vocabulary its values are called by, and the values where the shape does not list them or people read them in another order. */
  words?: string;
  options?: readonly string[];
  /** Of a type: false for keys, codes and addresses, which are no words of a text. */
  text?: false;
  /** Of a type: it names a record of this kind. */
  to?: RecordKind;
  /** What its box suggests. */
  suggest?: string;
  /** Of a type that not every text fits: one that does. The leak test writes it. */
  sample?: string | number;
};

const registry = z.registry<About>();

/** A schema with what there is to say of it. It is a new one: a type can be many fields. */
export function field<Schema extends z.ZodType>(schema: Schema, about: About<z.output<Schema>>): Schema {
  const own = schema.clone() as Schema;
  registry.add(own, about as About);
  return own;
}

type Inner = { innerType?: z.ZodType; element?: z.ZodType; options?: z.ZodType[] };
const innerOf = (schema: z.ZodType): z.ZodType | undefined => (schema.def as Inner).innerType;
/** A schema without its defaults and "optional"; of what can be written in two ways, the one that is kept. */
export const bare = (schema: z.ZodType): z.ZodType => {
  const inner = innerOf(schema) ?? (schema.def as Inner).options?.find((option) => option.def.type === 'object');
  return inner ? bare(inner) : schema;
};
/** What was said of a schema and of the type that it is made of. */
export const aboutOf = (schema: z.ZodType): About => {
  const inner = innerOf(schema);
  return { ...(inner ? aboutOf(inner) : {}), ...registry.get(schema) };
};
/** The schema of the items of a list; undefined for what is none. */
export const itemOf = (schema: z.ZodType): z.ZodType | undefined => (bare(schema).def as Inner).element;
/** The fields of an object; none for anything else. */
export const shapeOf = (schema: z.ZodType): Record<string, z.ZodType> => {
  const { def } = bare(schema);
  return def.type === 'object' ? ((bare(schema) as z.ZodObject).shape as Record<string, z.ZodType>) : {};
};
/** Whether it is left out where there is nothing, not given as an empty list. */
export const isOptional = (schema: z.ZodType): boolean => schema.def.type === 'optional';
/** Whether it carries its own sources. */
export const isCited = (schema: z.ZodType): boolean => 'cite' in shapeOf(schema) && 'certainty' in shapeOf(schema);

/** A field of a concept, with its path in the content: "ledger.platforms". */
export type Field = { path: string; schema: z.ZodType; about: About };

/** The fields of a concept's schema, in its order. Groups that are no facts are taken apart. */
export const fieldsOf = (schema: z.ZodType, prefix = ''): Field[] =>
  Object.entries(shapeOf(schema)).flatMap(([name, own]): Field[] => {
    const path = prefix + name;
    const group = Object.keys(shapeOf(own)).length > 0 && !isCited(own) && registry.get(own) === undefined;
    return group ? fieldsOf(own, `${path}.`) : [{ path, schema: own, about: aboutOf(own) }];
  });
/** Those of which something is said, in the order they have there. */
export const inOrder = (fields: readonly Field[], aspect: Aspect): Field[] => {
  const said = aspect === 'column' ? 'columns' : aspect;
  return fields.filter(({ about }) => about[said] !== undefined).toSorted((a, b) => (a.about.order?.[aspect] ?? 0) - (b.about.order?.[aspect] ?? 0));
};

/** The value at a path of a content. */
export const valueAt = (content: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], content);
/** The part of each item of a field that is its value: of a fact its text, of a plain value itself. */
const partOf = ({ about }: Field, item: unknown): unknown =>
  typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[about.value ?? 'text'] : item;
/** The value of a field as cells and titles show it: a list for a list. */
export const plainValue = (field: Field, content: unknown): CellValue => {
  const value = valueAt(content, field.path);
  return Array.isArray(value) ? value.map((item) => String(partOf(field, item))) : (partOf(field, value) as CellValue);
};
/** The values of a field as texts; none where nothing is said. */
export const valuesOf = (field: Field, content: unknown): string[] =>
  [plainValue(field, content)].flat().flatMap((value) => (value === undefined || value === null ? [] : [String(value)]));
/** The schema of one value of a field. */
export const valueSchema = ({ schema, about }: Field): z.ZodType => {
  const item = itemOf(schema) ?? schema;
  return shapeOf(item)[about.value ?? 'text'] ?? item;
};

import { type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, getNamedType, getNullableType, isEnumType } from 'graphql';
import { isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, type GraphQLEnumType, type GraphQLInterfaceType } from 'graphql';
import { kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { recordType } from '../records/record.ts';
import { schema } from '../schema.ts';

/** What a resource is made of: a type of the schema with fields. */
export type Node = GraphQLObjectType | GraphQLInterfaceType;
/** A value of a query or of a path, and where among the arguments of the schema it belongs. */
export type Parameter = {
  name: string;
  in: 'query' | 'path';
  description: string;
  required: boolean;
  many: boolean;
  type: 'string' | 'integer' | 'number' | 'boolean';
  values: readonly string[] | null;
  /** The steps into the arguments. */
  into: readonly string[];
};
/** One address of `/api/v1`, and the question to the schema behind it. */
export type Operation = {
  id: string;
  path: string;
  summary: string;
  /** What is answered: a page of a list, one record by its address, one thing, or a whole list. */
  shape: 'page' | 'record' | 'one' | 'many';
  field: GraphQLField<unknown, unknown>;
  node: Node;
  parameters: readonly Parameter[];
  /** Levels of fields that are answered where none are asked for by name. */
  levels: number;
  /** What follows the address in the example; of a path with a place, the whole address. */
  example: string;
};

const query = schema.getQueryType()?.getFields() ?? {};
const text = (said: string | null | undefined) => (said ?? '').replace(/\s+/g, ' ').trim();
const basic = (type: GraphQLInputType): Parameter['type'] =>
  (({ Int: 'integer', Float: 'number', Boolean: 'boolean' }) as const)[getNamedType(type).name as 'Int'] ?? 'string';

/** An argument as parameters: an input of several fields as one for each, of which the names of ranges end in _from and _to. */
function parametersOf(argument: Pick<GraphQLArgument, 'name' | 'description' | 'type'>, into: string[], prefix = ''): Parameter[] {
  const type = getNullableType(argument.type);
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const below = into.length === 1 && argument.name === 'filter' ? '' : `${prefix}${argument.name}_`;
    return Object.values(named.getFields()).flatMap((one) =>
      parametersOf({ name: one.name, type: one.type, description: one.description ?? argument.description }, [...into, one.name], below),
    );
  }
  return [
    {
      name: `${prefix}${argument.name}`,
      in: 'query',
      description: text(argument.description),
      required: isNonNullType(argument.type),
      many: isListType(type),
      type: basic(type),
      values: isEnumType(named) ? (named as GraphQLEnumType).getValues().map(({ name }) => name) : null,
      into,
    },
  ];
}
/** Of a page of ours, which says the same in the address that the parameters say here. */
const left = new Set(['address']);
const argumentsOf = (field: GraphQLField<unknown, unknown>): Parameter[] =>
  field.args.filter(({ name }) => !left.has(name)).flatMap((one) => parametersOf(one, [one.name]));

const nodeOf = (field: GraphQLField<unknown, unknown>): Node => {
  const type = getNamedType(field.type);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${field.name} has no fields.`);
  const edges = type.getFields()['edges'];
  const edge = edges && getNamedType(edges.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type as never) : type;
  return node as Node;
};
const shapeOf = (field: GraphQLField<unknown, unknown>): Operation['shape'] =>
  getNamedType(field.type).name.endsWith('Connection') ? 'page' : isListType(getNullableType(field.type)) ? 'many' : 'one';

const fieldOf = (name: string): GraphQLField<unknown, unknown> => {
  const field = query[name];
  if (!field) throw new Error(`The schema has no field ${name}.`);
  return field;
};

const slug: Parameter = {
  name: 'slug',
  in: 'path',
  description: 'The last part of the address of its page.',
  required: true,
  many: false,
  type: 'string',
  values: null,
  into: ['slug'],
};

/** An entry of each concept that shows what is special of it. */
const examples: Partial<Record<RecordKind, { list: string; slug: string }>> = {
  PROJECT: { list: 'stage=PILOT&first=2&fields=title,stage,owners.shortName,url', slug: 'building-blocks' },
  ORGANIZATION: { list: 'first=2&fields=shortName,name,url', slug: 'fao' },
  LESSON: { list: 'first=2&fields=title,lessonKind,url', slug: '' },
  GOAL: { list: 'first=2&fields=number,title,url', slug: '2' },
  RECOMMENDATION: { list: 'first=2&fields=title,deadline,url', slug: '4' },
};

/** Lists and entries of every concept of the library, in the order in which they are loaded. */
const records: Operation[] = Object.values(kinds).flatMap(({ kind, path }: { kind: RecordKind; path: string }): Operation[] => {
  const type = schema.getType(recordType(kind).name) as GraphQLObjectType;
  const list = Object.values(query).find((one) => one.name !== 'roster' && shapeOf(one) === 'page' && nodeOf(one) === type);
  if (!list) return [];
  const plain = path.slice(1);
  const example = examples[kind];
  const one: Operation = {
    id: `${list.name}-one`,
    path: `/${plain}/{slug}`,
    summary: 'One of these by its address, with its statements, sources and hash.',
    shape: 'record',
    field: fieldOf('recordsAt'),
    node: type,
    parameters: [slug],
    levels: 3,
    example: example?.slug ? `/${plain}/${example.slug}?fields=title,version,hash` : '',
  };
  const many: Operation = {
    id: list.name,
    path: `/${plain}`,
    summary: text(list.description),
    shape: 'page',
    field: list,
    node: type,
    parameters: argumentsOf(list),
    levels: 1,
    example: `/${plain}?${example?.list ?? 'first=2&fields=title,url'}`,
  };
  return [many, one];
});

/** What is no list of records: its address, its field in the schema, an example. */
const others: [path: string, field: string, example: string][] = [
  ['/search', 'search', '?query=identity&first=2&fields=title,url'],
  ['/roster', 'roster', '?first=2&fields=name,projectCount,url'],
  ['/agreements', 'agreements', '?first=2&fields=number,title,endsOn'],
  ['/agreements/{id}', 'agreement', ''],
  ['/actions', 'actions', '?recommendation=4&first=2&fields=kind,organization.shortName'],
  ['/uptake', 'uptakeMatrix', '?at=2024-12-31&includeDemo=false&fields=at,cells.organizationSlug,cells.status'],
  ['/matrix', 'matrix', '?fields=title'],
  ['/quotation', 'quotation', '?text=blockchain%20is%20not%20a%20goal%20in%20itself&fields=complete'],
  ['/history', 'history', '?kind=PROJECT&slug=building-blocks&fields=number,hash,createdAt'],
  ['/revision', 'revision', '?kind=PROJECT&slug=building-blocks&number=1&fields=number,hash,content'],
];

/** Where the schema leaves it at the name. */
const summaries: Record<string, string> = { agreement: 'One long-term agreement, as of a day.', revision: 'One version of a record, with its whole content.' };

/** Everything that `/api/v1` answers, from the schema and the concepts: a new concept with a list is there by itself. */
export const operations: readonly Operation[] = [
  ...records,
  ...others.map(([path, name, example]): Operation => {
    const field = fieldOf(name);
    const places = new Set([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    return {
      id: name === 'uptakeMatrix' ? 'uptake' : name,
      path,
      summary: text(field.description) || (summaries[name] ?? name),
      shape: shapeOf(field),
      field,
      node: nodeOf(field),
      parameters: argumentsOf(field).map((one) => (places.has(one.name) ? { ...one, in: 'path' as const } : one)),
      // The cells of a table of uptake have histories, and there are hundreds of them.
      levels: name === 'uptakeMatrix' ? 2 : 3,
      example: example && `${path}${example}`,
    };
  }),
];

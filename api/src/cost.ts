import {
  type FragmentDefinitionNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { limits } from './allowance.ts';
import { introspectionCost, isIntrospection } from './introspection.ts';
import { DEFAULT_PAGE, MAX_PAGE } from './records/list.ts';
import { sizeOf, weightOf } from './sizes.ts';

/** What a page of a connection is called in it; how long it is stands one field above, as `first`. */
const pages = new Set(['edges', 'nodes']);
const within = (first: unknown, otherwise: number) => (typeof first === 'number' ? Math.min(Math.max(first, 1), MAX_PAGE) : otherwise);
const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

/** A field of what the schema says of itself is so much less work than one that is read: it stands in memory, and no row is asked for. */
const INTROSPECTION = 1 / 2;
/** So many characters of a text that is asked about are as much work as a field. */
const CHARACTERS = 20;
/** The items of all lists and the texts in what a field is given: they are work, wherever they come from, as often as they are used. However deep it is nested, no stack is. */
const givenCost = (given: unknown, texts: boolean): number => {
  let items = 0;
  const open = [given];
  while (open.length > 0) {
    const value = open.pop();
    if (texts && typeof value === 'string') items += Math.floor(value.length / CHARACTERS);
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) items += value.length;
    for (const one of Object.values(value)) open.push(one);
  }
  return items;
};

/**
 * What an operation costs: a field 1 and more where it is dear (sizes.ts), and what is below a list as often as the list
 * may be long. A page is as long as its `first` says, from wherever that comes: written, a variable, a default, or absent.
 * Fragments and aliases count as often as they are used; of what a field of a query is given each item of a list counts 1, and a
 * text by its length.
 *
 * The packages that do this multiply whatever is below the field with `first`: the counts of filter values beside `edges`
 * would cost a hundred times what they do. Each selection is added up once for each place it can stand in, so that
 * fragments that use each other many times take no time to count.
 * What the schema says of itself is counted on the schema (introspection.ts), at half a field each.
 * @param variables as they were sent; where they are not what the operation wants it costs nothing, since it will not run
 * @param most what it may cost: counting may end there
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  most = limits.cost,
): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  // What is sent to be kept is bounded by who may send it, and how often.
  const asks = operation.operation === 'query';
  const known = new Map<SelectionSetNode, Map<string, number>>();
  let introspected = 0;

  const fieldCost = (node: FieldNode, parent: GraphQLNamedType, page: number): number => {
    const name = node.name.value;
    if (isIntrospection(name)) {
      const cost = introspectionCost(schema, node, fragments, coerced, most / INTROSPECTION - introspected);
      introspected += cost;
      return Math.ceil(cost * INTROSPECTION);
    }
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) return 1;
    const given = node.arguments?.length ? getArgumentValues(field, node, coerced) : {};
    const own = 1 + weightOf(`${parent.name}.${name}`) + givenCost(given, asks);
    if (!node.selectionSet) return own;
    const paged = field.args.some((argument) => argument.name === 'first');
    const first = paged ? within(given['first'], isList(field.type) ? sizeOf(parent.name, name) : DEFAULT_PAGE) : 0;
    const below = selectionCost(node.selectionSet, getNamedType(field.type), isList(field.type) ? 0 : first);
    if (!isList(field.type)) return own + below;
    return own + below * (paged ? first : page > 0 && pages.has(name) ? page : sizeOf(parent.name, name));
  };

  function selectionCost(selection: SelectionSetNode, type: GraphQLNamedType, page: number): number {
    const place = `${type.name} ${page}`;
    const before = known.get(selection)?.get(place);
    if (before !== undefined) return before;
    let cost = 0;
    for (const node of selection.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, node, coerced)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, node, coerced)?.['if'] === false) continue;
      if (node.kind === Kind.FIELD) cost += fieldCost(node, type, page);
      else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (!fragment) continue;
        const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
        cost += selectionCost(fragment.selectionSet, on ?? type, page);
      }
    }
    const places = known.get(selection) ?? new Map<string, number>();
    known.set(selection, places.set(place, cost));
    return cost;
  }
  return selectionCost(operation.selectionSet, root, 0);
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

/** Characters of a description that count as much as a field. */
const TEXT = 100;

/** Whether a field asks what the schema says of itself. */
export const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

/** Whether an operation asks for that alone: its answer is the same for everybody until the process ends. */
export function onlyIntrospection(document: DocumentNode, operationName: string | null | undefined): boolean {
  const operation = getOperationAST(document, operationName);
  return operation?.selectionSet.selections.every((node) => node.kind === Kind.FIELD && node.name.value.startsWith('__')) ?? false;
}

/** Whether any part of a document may ask for it. */
export function hasIntrospection(document: DocumentNode): boolean {
  const within = ({ selections }: SelectionSetNode): boolean =>
    selections.some((node) => (node.kind === Kind.FIELD ? isIntrospection(node.name.value) : node.kind === Kind.INLINE_FRAGMENT && within(node.selectionSet)));
  return document.definitions.some((one) => 'selectionSet' in one && within(one.selectionSet));
}

/**
 * How many fields the answer to `__schema` or `__type` has, with long texts as more: counted on the schema itself, each
 * selection once for each thing that it can stand at. No list of sizes is as exact, for a type that leads to another
 * one and back multiplies what its lists really hold.
 * @param coerced the variables
 * @param most where the count ends: what is more is Infinity, found out in as many steps
 */
export function introspectionCost(
  schema: GraphQLSchema,
  root: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  coerced: Record<string, unknown>,
  most: number,
): number {
  const known = new Map<SelectionSetNode, Map<unknown, number>>();
  const info = { schema } as GraphQLResolveInfo;
  let steps = 0;

  const below = (value: unknown, node: FieldNode, type: GraphQLObjectType | null): number => {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      let cost = value.length;
      for (const item of value) {
        cost += below(item, node, type);
        if (steps > most) return Number.POSITIVE_INFINITY;
      }
      return cost;
    }
    if (node.selectionSet && type) return selectionCost(node.selectionSet, type, value);
    return typeof value === 'string' ? Math.floor(value.length / TEXT) : 0;
  };

  function selectionCost(selection: SelectionSetNode, type: GraphQLObjectType, source: unknown): number {
    const places = known.get(selection) ?? new Map<unknown, number>();
    known.set(selection, places);
    const before = places.get(source);
    if (before !== undefined) return before;
    let cost = 0;
    for (const node of selection.selections) {
      if (++steps > most) return Number.POSITIVE_INFINITY;
      if (getDirectiveValues(GraphQLSkipDirective, node, coerced)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, node, coerced)?.['if'] === false) continue;
      if (node.kind === Kind.FIELD) {
        cost += 1;
        const field = type.getFields()[node.name.value];
        const named = field && getNamedType(field.type);
        if (field?.resolve) cost += below(field.resolve(source, given(field, node), {}, info), node, isObjectType(named) ? named : null);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (fragment && (!fragment.typeCondition || fragment.typeCondition.name.value === type.name)) cost += selectionCost(fragment.selectionSet, type, source);
    }
    places.set(source, cost);
    return cost;
  }

  const given = (field: Parameters<typeof getArgumentValues>[0], node: FieldNode) =>
    node.arguments?.length ? getArgumentValues(field, node, coerced) : defaults(field);
  const meta = root.name.value === '__schema' ? SchemaMetaFieldDef : TypeMetaFieldDef;
  const type = getNamedType(meta.type);
  return 1 + below(meta.resolve?.(undefined, given(meta, root), {}, info), root, isObjectType(type) ? type : null);
}

/** What a field is given where nothing is written. */
const defaults = (field: Parameters<typeof getArgumentValues>[0]): Record<string, unknown> =>
  Object.fromEntries(field.args.filter((argument) => argument.defaultValue !== undefined).map((argument) => [argument.name, argument.defaultValue]));

import { collectSubFields } from '@graphql-tools/utils';
import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isAbstractType } from 'graphql';

/**
 * The names of the fields that a query asks of what is resolved, through fragments and for each type that it can be; what it asks
 * of those is not looked at.
 */
export function askedFields(info: GraphQLResolveInfo): { type: GraphQLObjectType; name: string }[] {
  const returned = getNamedType(info.returnType);
  const types = isAbstractType(returned) ? info.schema.getPossibleTypes(returned) : [returned as GraphQLObjectType];
  return types.flatMap((type) =>
    [...collectSubFields(info.schema, info.fragments, info.variableValues, type, [...info.fieldNodes]).fields.values()].flatMap(([node]) =>
      node ? [{ type, name: node.name.value }] : [],
    ),
  );
}

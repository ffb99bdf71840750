import { type Change, ChangeType, CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

/** Whether an argument that is gone was deprecated in the release; the library knows fields and values only. */
function wasDeprecatedArgument({ type, path = '' }: Change, released: GraphQLSchema): boolean {
  if (type !== ChangeType.FieldArgumentRemoved) return false;
  const [typeName = '', fieldName = '', argument = ''] = path.split('.');
  const owner = released.getType(typeName);
  if (!isObjectType(owner) && !isInterfaceType(owner)) return false;
  return owner.getFields()[fieldName]?.args.some(({ name, deprecationReason }) => name === argument && deprecationReason != null) ?? false;
}

/**
 * What a program that works with the last release could not do any more: what is gone or was changed without having been
 * deprecated for a release (docs/api-changes.md). Each as a sentence.
 */
export async function breakingChanges(released: GraphQLSchema, now: GraphQLSchema): Promise<string[]> {
  const changes = await diff(released, now, [DiffRule.suppressRemovalOfDeprecatedField]);
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking && !wasDeprecatedArgument(change, released))
    .map(({ message }) => message);
}

import { type GraphQLOutputType, getNamedType, getNullableType, isEnumType, isListType } from 'graphql';
import { everywhere } from './asked.ts';
import { fieldsOf, nodeIn } from './fields.ts';
import { type Operation, operations } from './operations.ts';

const text = (said: string | null | undefined) => (said ?? '').replace(/\s+/g, ' ').trim();
const plain: Record<string, string> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'date and time',
  JSON: 'JSON',
  String: 'text',
  ID: 'id',
};

/** A type in words, as far as who writes a program needs it. */
function typeOf(type: GraphQLOutputType): string {
  const inner = getNullableType(type);
  const named = getNamedType(inner);
  const word = isEnumType(named)
    ? named
        .getValues()
        .map(({ name }) => name)
        .slice(0, 12)
        .join(', ')
    : nodeIn(inner)
      ? `${named.name} (${fieldsOf(nodeIn(inner) as never)
          .map(({ name }) => name)
          .slice(0, 8)
          .join(', ')} ...)`
      : (plain[named.name] ?? 'text');
  return isListType(inner) ? `list of ${word}` : word;
}

/** The operations as the page at `/api` tells of them. */
export const documented = () =>
  operations.map((operation: Operation) => ({
    id: operation.id,
    path: operation.path,
    summary: operation.summary,
    example: operation.example,
    parameters: operation.parameters.map(({ name, description, required, many, type, values }) => ({
      name,
      description,
      required,
      many,
      type,
      values: values ?? [],
    })),
    everywhere: everywhere(operation),
    fields: fieldsOf(operation.node).map(({ name, type, description, deprecationReason }) => ({
      name,
      type: typeOf(type),
      description: text(description),
      deprecated: text(deprecationReason),
    })),
  }));

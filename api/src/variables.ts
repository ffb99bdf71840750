import { coerceInputValue, type DocumentNode, getOperationAST, GraphQLError, type GraphQLSchema, isInputType, typeFromAST } from 'graphql';

const MESSAGE_MAX = 300;

/**
 * The first thing that is wrong with what is sent for the variables of an operation, in one short sentence; null where nothing is.
 * The executor would make an error for every wrong value, each with the whole value written out: thousands of unknown fields in
 * one object would keep the process busy for a minute, and the answer would be megabytes.
 * @param variables as they were sent; what is missing is left to the executor, which has one error for each
 */
export function wrongVariable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
): GraphQLError | null {
  for (const { variable, type: node } of getOperationAST(document, operationName)?.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!isInputType(type) || value === undefined || value === null) continue;
    try {
      coerceInputValue(value, type, (path, _value, error) => {
        const at = [name, ...path].join('.').slice(0, MESSAGE_MAX / 2);
        throw new GraphQLError(`Variable "$${name}" got an invalid value at "${at}": ${error.message}`.slice(0, MESSAGE_MAX), {
          nodes: [variable],
          extensions: { code: 'BAD_USER_INPUT' },
        });
      });
    } catch (error) {
      // A scalar of ours may refuse by throwing; that is one error and no more.
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
  return null;
}

import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  type TypeNode,
} from 'graphql';
import { expect, it } from 'vitest';
import { limits } from '#api/allowance.ts';
import { costOf } from '#api/cost.ts';
import { schema } from '#api/schema.ts';
import * as generated from './graphql/graphql.ts';

/** Some value of an input type; everything that a directive makes optional is asked for. */
function some(type: GraphQLInputType): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [];
  if (isEnumType(plain)) return plain.getValues()[0]?.name;
  if (isInputObjectType(plain))
    return Object.fromEntries(
      Object.values(plain.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, some(field.type)]),
    );
  return { Boolean: true, Int: 100, Float: 1 }[plain.name] ?? 'x';
}

/** Every query of the pages by its name, with what it costs. */
const costs = Object.values(generated as Record<string, unknown>)
  .map((one) => String(one))
  .filter((text) => /^\s*(query|mutation)\b/.test(text))
  .map((text) => {
    const document = parse(text);
    const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition');
    const variables = (operation?.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      some(typeFromAST(schema, type as TypeNode as never) as unknown as GraphQLInputType),
    ]);
    return { name: operation?.name?.value ?? '', cost: costOf(schema, document, undefined, Object.fromEntries(variables)) };
  });

it('what a page asks leaves room for who reads it, which is asked with it', () => {
  expect(costs.length).toBeGreaterThan(80);
  expect(costs.filter(({ cost }) => cost === 0)).toEqual([]);
  const frame = costs.find(({ name }) => name === 'SiteViewer')?.cost ?? Number.POSITIVE_INFINITY;
  expect(costs.filter(({ cost }) => cost + frame > limits.cost)).toEqual([]);
});

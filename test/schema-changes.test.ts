import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { breakingChanges } from './schema-changes.ts';
import { schema } from '#api/schema.ts';

const between = (released: string, now: string) => breakingChanges(buildSchema(released), buildSchema(now));

it('finds what is gone or stricter without a release of deprecation', async () => {
  expect(await between('type Query { a: Int b: Int }', 'type Query { a: Int }')).toEqual(["Field 'b' was removed from object type 'Query'"]);
  expect(await between('type Query { a(x: Int): Int }', 'type Query { a: Int }')).toHaveLength(1);
  expect(await between('type Query { a(x: Int): Int }', 'type Query { a(x: Int!): Int }')).toHaveLength(1);
  expect(await between('type Query { a: Int! }', 'type Query { a: Int }')).toHaveLength(1);
  expect(await between('enum E { X Y } type Query { a: E }', 'enum E { X } type Query { a: E }')).toHaveLength(1);
});

it('lets go what was deprecated in the release, and lets everything be added', async () => {
  expect(await between('type Query { a: Int b: T @deprecated(reason: "a") } type T { c: Int }', 'type Query { a: Int }')).toEqual([]);
  expect(await between('type Query { a(x: Int @deprecated(reason: "y"), y: Int): Int }', 'type Query { a(y: Int): Int }')).toEqual([]);
  expect(await between('enum E { X Y @deprecated(reason: "X") } type Query { a: E }', 'enum E { X } type Query { a: E }')).toEqual([]);
  expect(await between('type Query { a: Int }', 'type Query { a: Int! b(x: Int): Int } type Mutation { c: Int }')).toEqual([]);
});

it('breaks nothing of the last release', async () => {
  expect(await breakingChanges(buildSchema(readFileSync(new URL('../api/released.graphql', import.meta.url), 'utf8')), schema)).toEqual([]);
});

import SchemaBuilder from '@pothos/core';
import type { Context } from './context.ts';

/** The one schema builder; each concept adds its types and queries, schema.ts lists them. */
export const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: Date | string };
    JSON: { Input: unknown; Output: unknown };
  };
  DefaultFieldNullability: false;
}>({ defaultFieldNullability: false });

builder.scalarType('DateTime', {
  description: 'A moment, ISO 8601 in UTC, such as 2026-11-22T15:00:00.000Z.',
  serialize: (value) => new Date(value).toISOString(),
});
builder.scalarType('JSON', { description: 'Any JSON value.', serialize: (value) => value });

builder.queryType({ description: 'What anyone may ask. Lists are Relay connections of 20 unless told otherwise, at most 100.' });
builder.mutationType({
  description: 'What a signed-in person may change. Refused input is returned as InvalidInput; a repeated request with the same key does nothing twice.',
});

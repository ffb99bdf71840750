import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoDeprecatedCustomRule, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '#api/schema.ts';

// Pages ask for no name of the API that goes with the next release.

const root = new URL('../web', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.|(^|\/)graphql\//.test(name));
const documents = files.flatMap((name) =>
  [...readFileSync(join(root, name), 'utf8').matchAll(/graphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`/g)].map(([, text]) => text),
);

it('asks for nothing that is deprecated', () => {
  expect(documents.length).toBeGreaterThan(100);
  const faults = validate(schema, parse(documents.join('\n')), [NoDeprecatedCustomRule]);
  expect(faults.map(({ message }) => message)).toEqual([]);
});

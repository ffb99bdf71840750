/** Writes api/schema.graphql, web/app/definitions.ts and web/app/rest/operations.ts; with `--check` it only says whether the files are up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { forms, listFilters, listRanges, sourceForm } from './contributions/form.ts';
import { documented } from './rest/documented.ts';
import { schema } from './schema.ts';

/** A value as code, a line for each object that holds no other. */
const written = (value: unknown, indent = ''): string => {
  const flat = JSON.stringify(value).replaceAll(/("[^"]*"):|,/g, (match) => `${match} `);
  if (typeof value !== 'object' || value === null || flat.length < 120) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((one) => `${inner}${written(one, inner)},\n`).join('')}${indent}]`;
  return `{\n${Object.entries(value)
    .map(([name, one]) => `${inner}${JSON.stringify(name)}: ${written(one, inner)},\n`)
    .join('')}${indent}}`;
};

const definitions = () =>
  [
    '// Printed from the definitions of the concepts (prisma/content) by: npm run schema:print',
    "import type { Field, FormSection, Kind } from './contributions/spec.ts';",
    "import type { ListField, ListRange } from './ui/list-request.ts';",
    '',
    '/** The form of each concept that people write. */',
    `export const forms: Record<Kind, FormSection[]> = ${written(forms())};`,
    '',
    '/** The fields of a new source that an entry brings along. */',
    `export const sourceForm: Field[] = ${written(sourceForm())};`,
    '',
    '/** What the list of each concept can be filtered by. */',
    `export const filters = ${written(listFilters())} as const satisfies Record<string, Record<string, ListField>>;`,
    '',
    '/** What the list of each concept can be narrowed by as from and to. */',
    `export const ranges = ${written(listRanges())} as const satisfies Record<string, Record<string, ListRange>>;`,
    '',
  ].join('\n');

const files = {
  'api/schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
  'web/app/definitions.ts': definitions(),
  'web/app/rest/operations.ts': [
    '// Printed from the schema (api/src/rest) by: npm run schema:print',
    "import type { Documented } from './documented.ts';",
    '',
    '/** What `/api/v1` answers, for its documentation. */',
    `export const operations: readonly Documented[] = ${JSON.stringify(documented(), null, 1)};`,
    '',
  ].join('\n'),
};
for (const [name, text] of Object.entries(files)) {
  const file = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} is not up to date. Run: npm run schema:print`);
    process.exitCode = 1;
  }
}

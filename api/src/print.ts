/** Writes api/schema.graphql; with `--check` it only says whether the file is up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

const file = fileURLToPath(new URL('../schema.graphql', import.meta.url));
const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8').catch(() => '');
  if (current !== text) {
    console.error('api/schema.graphql is not up to date. Run: npm run schema:print');
    process.exitCode = 1;
  }
} else await writeFile(file, text);

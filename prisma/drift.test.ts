import { expect, test } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { allowed, drift, schemaFiles, staleTypes } from './drift.ts';

const { url } = await testDatabase();

test('the migrations make the database that the Prisma schema describes', async () => {
  expect(await drift(url)).toEqual([]);
});

test('a difference between schema and migrations is found', async () => {
  const files = schemaFiles().map((file) => ({ ...file, content: file.content.replace(/^model Link \{$/m, 'model Link {\n  weight Int @default(1)') }));
  expect(await drift(url, files)).toEqual([
    '-- AlterTable\nALTER TABLE "link" ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1'.replace('-- AlterTable\n', ''),
  ]);
});

test('every allowed difference still exists', async () => {
  const found = await drift(url, schemaFiles(), []);
  for (const { statement } of allowed) expect(found.some((one) => statement.test(one))).toBe(true);
});

test('the types of the tables are those of the Prisma schema', { timeout: 180_000 }, () => {
  expect(staleTypes()).toEqual([]);
});

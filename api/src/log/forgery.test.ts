import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { verifyDatabase } from './verify.ts';

const { db } = await testDatabase('library_template');

it('fits as it is loaded', async () => {
  const { faults } = await verifyDatabase(db);
  expect(faults.slice(0, 20).map((one) => one.message)).toEqual([]);
});

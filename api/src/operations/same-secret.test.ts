import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { expectSameSecret } from './same-secret.ts';

const { url } = await testDatabase();
const other = await testDatabase();

it('lets processes with one secret work on one database, and refuses another secret while they do', async () => {
  const ends = [await expectSameSecret(url, 'one secret of enough letters'), await expectSameSecret(url, 'one secret of enough letters')];
  await expect(expectSameSecret(url, 'another secret')).rejects.toThrow('Set the same AUTH_SECRET');
  // Another database is another installation.
  await (await expectSameSecret(other.url, 'another secret'))();
  for (const end of ends) await end();
  await (await expectSameSecret(url, 'another secret'))();
});

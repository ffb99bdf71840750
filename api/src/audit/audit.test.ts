import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { clientNetwork, recordAudit } from '#prisma/audit.ts';

const { db } = await testDatabase();

it('keeps of an IPv6 address the network only', () => {
  expect(['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:1:2:3:4:5:6', '2001:db8::6', '::1', 'fe80::1:2:3:4'].map(clientNetwork)).toEqual([
    '203.0.113.9',
    '203.0.113.9',
    '2001:db8:1:2::/64',
    '2001:db8:0:0::/64',
    '0:0:0:0::/64',
    'fe80:0:0:0::/64',
  ]);
});

it('keeps what happened, also where what it tells of is rolled back', async () => {
  await db
    .transaction()
    .execute(async (trx) => {
      await recordAudit(db, { kind: 'SIGN_IN', outcome: 'FAILED', detail: 'PASSWORD', client: '203.0.113.9', requestId: 'r-1' });
      await recordAudit(trx, { kind: 'SIGN_IN' });
      throw new Error('rolled back');
    })
    .catch(() => {});
  expect(await db.selectFrom('auditEvent').select(['kind', 'outcome', 'actor', 'detail', 'client', 'requestId']).execute()).toEqual([
    { kind: 'SIGN_IN', outcome: 'FAILED', actor: null, detail: 'PASSWORD', client: '203.0.113.9', requestId: 'r-1' },
  ]);
});

import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { makeAgreements, makeLibrary } from '../bench/made.ts';
import { rosterAddress, rosterQuestion } from '../bench/roster-question.ts';
import { testSite } from './visit.ts';

// The question of issue 15 at a size that a test can make; bench/roster.ts asks it of 100,000 vendors.

const { db, pool, visit, data, statements } = await testSite();
const size = { projects: 1500, lessons: 0, organizations: 30, vendors: 1200, engagements: 3 };
beforeAll(async () => {
  await makeLibrary(db, pool, size);
  await makeAgreements(pool, 600);
}, 240_000);
const inBudget = async (ask: () => Promise<string>) => {
  const counted = statements();
  const answer = await ask();
  const seen = counted.stop().filter((statement) => !/FROM library_change/.test(statement));
  expect(seen.length, seen.join('\n\n')).toBeLessThanOrEqual(2);
  expect(gzipSync(answer).length).toBeLessThanOrEqual(60_000);
  return answer;
};

it('answers who delivered what where, with an agreement to use, in two statements and 60 kB', async () => {
  const { rows } = await pool.query<{ vendors: number; engagements: number; agreements: number }>(
    "SELECT (SELECT count(*)::int FROM record WHERE kind = 'VENDOR') AS vendors, (SELECT count(*)::int FROM link WHERE relation = 'ENGAGEMENT') AS engagements, (SELECT count(*)::int FROM agreement) AS agreements",
  );
  expect(rows[0]).toEqual({ vendors: 1224, engagements: expect.any(Number), agreements: 600 });
  expect(rows[0]?.engagements).toBeGreaterThan(4400);
  await visit('/projects');
  const page = await inBudget(async () => (await visit(rosterAddress)).html);
  expect(page).toMatch(/[1-9]\d* of 1,224 vendors?/);
  await inBudget(async () => (await visit('/vendors?sort=work')).html);
});

it('answers a program likewise, and what it gives holds of each vendor', async () => {
  const work = { workPlatform: ['Made Chain 1'], workRegion: ['latin-america'], unSystem: true, wentIntoUse: true };
  const answer = JSON.parse(await inBudget(async () => JSON.stringify(await data(rosterQuestion, { work, agreement: { open: true, validOn: '2026-11-30' } }))));
  expect(answer.roster.totalCount).toBeGreaterThan(0);
  for (const { node } of answer.roster.edges) {
    expect(node.agreements.some((one: { open: boolean }) => one.open)).toBe(true);
  }
});

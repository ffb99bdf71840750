import { expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { drill } from './drill.ts';

const { url } = await testDatabase('library_template');

// The short form of `npm run drill`: some of its faults, each for a moment, and no waiting where a lock or claim runs out by the clock.
it('loses nothing that was acknowledged, sends nothing twice and comes back by itself, whatever part is broken', { timeout: 240_000 }, async () => {
  const only = [
    'all connections of the database are ended',
    'the database refuses connections',
    'a serving process is killed',
    'the jobs are killed',
    'the mail server says nothing',
    'the object store is away',
  ];
  const report = await drill({ database: { url }, only, readers: 3, writers: 1, lasts: 1200, hurried: true });
  expect(report.outcomes.map(({ fault }) => fault)).toEqual(only);
  // People are served, or told to come again; nothing is told as a fault of ours, and somebody always answers.
  for (const { fault, seen } of report.outcomes)
    expect([fault, Object.keys(seen).filter((what) => !['200', '503', 'none'].includes(what))]).toEqual([fault, []]);
  expect(report).toMatchObject({ lostSaves: 0, lostUploads: 0, lostMails: 0, twice: 0, log: null });
  // One process that sends is killed, with at most so many mails under way.
  expect(report.repeated).toBeLessThanOrEqual(1);
  expect([report.saved, report.uploaded, report.mails].every((count) => count > 0)).toBe(true);
});

import { expect, it } from 'vitest';
import type { User } from '../accounts/user.ts';
import { loadDemo } from '#seed/demo.ts';
import { given, uptakeLibrary } from '#test/uptake.ts';

// What was made up and what was reported are two worlds: a table shows the one or the other, and no figure has both.
const { db, as, people } = await uptakeLibrary();
await loadDemo(db);

const COUNTS = 'addressed noInformation accepted inProgress implemented overdue';
const TABLE = `query ($demo: Boolean) { uptakeMatrix(includeDemo: $demo) { demo counts { ${COUNTS} } cells { demo entryId } }
  uptakeBy(by: ORGANIZATION, includeDemo: $demo) { total { ${COUNTS} } rows { slug demo counts { ${COUNTS} } } }
  uptakeTrend(includeDemo: $demo) { demo counts { ${COUNTS} } } uptakeReports { demo } }`;
const table = async (by: User | null, demo: boolean | null = null) => {
  const { data } = await as(by, TABLE, { demo });
  // Every way to a figure says the same.
  expect(data.uptakeBy.total).toEqual(data.uptakeMatrix.counts);
  expect(data.uptakeTrend.at(-1).counts).toEqual(data.uptakeMatrix.counts);
  expect(data.uptakeReports).toEqual([{ demo: true }]);
  return data;
};
const due = async (by: User) => {
  const { data } = await as(by, '{ uptakeDue { organizationSlug open silent overdue demo } }');
  return data.uptakeDue[0];
};
/** What My work says of FAO beside what the table says of it. */
const same = async (by: User) => {
  const fao = (await table(by)).uptakeBy.rows.find(({ slug }: { slug: string }) => slug === 'fao');
  expect(await due(by)).toMatchObject({ organizationSlug: 'fao', silent: fao.counts.noInformation, overdue: fao.counts.overdue, demo: fao.demo });
  return fao;
};

it('shows the demonstration as long as nothing real is on record, and My work says what the table says', async () => {
  const { uptakeMatrix } = await table(null);
  expect(uptakeMatrix.demo).toBe(true);
  expect(uptakeMatrix.counts.accepted).toBeGreaterThan(10);
  expect((await same(people.faoFocal)).demo).toBe(true);
  expect((await table(null, false)).uptakeMatrix).toMatchObject({ demo: false, counts: { accepted: 0, noInformation: uptakeMatrix.counts.addressed } });
  expect((await table(null, true)).uptakeMatrix).toEqual(uptakeMatrix);
});

it('shows what is real alone from the first report on, to those who see it, and the demonstration alone on request', async () => {
  const before = (await table(null)).uptakeMatrix;
  const { data } = await as(
    people.faoFocal,
    'mutation ($input: UptakeInput!) { reportUptake(recommendation: "1", organization: "fao", input: $input, idempotencyKey: "worlds-first") { ... on UptakeReported { entry { id } } } }',
    { input: given() },
  );
  const inside = (await table(people.faoFocal)).uptakeMatrix;
  expect(inside).toMatchObject({ demo: false, counts: { accepted: 1, inProgress: 1, implemented: 0, noInformation: before.counts.addressed - 1 } });
  expect(inside.cells.filter(({ entryId }: { entryId: string | null }) => entryId)).toHaveLength(1);
  expect((await same(people.faoFocal)).demo).toBe(false);
  // Nobody has confirmed it: the public does not learn that it is there.
  expect((await table(null)).uptakeMatrix).toEqual(before);
  await as(people.faoPublisher, 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { __typename } }', { entry: data.reportUptake.entry.id });
  expect((await table(null)).uptakeMatrix).toMatchObject({ demo: false, counts: { accepted: 1 } });
  expect((await table(null, true)).uptakeMatrix).toEqual(before);
  expect(
    (await table(people.secretariat, true)).uptakeMatrix.cells.every(({ demo, entryId }: { demo: boolean; entryId: string | null }) => demo || !entryId),
  ).toBe(true);
  // In the history of a cell both stand, each marked.
  const { data: cell } = await as(null, '{ uptakeCell(recommendation: "1", organization: "fao") { demo status history { demo } } }');
  expect(cell.uptakeCell).toMatchObject({ demo: false, status: 'IN_PROGRESS' });
  expect(new Set(cell.uptakeCell.history.map(({ demo }: { demo: boolean }) => demo))).toEqual(new Set([true, false]));
});

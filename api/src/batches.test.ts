import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { lessonOf } from '#test/contribute.ts';

const { as, people, db, statements } = await uptakeLibrary();

/** How many statements a query takes, and its data. What is kept between requests is read before. */
async function counted(person: Parameters<typeof as>[0], query: string, variables: Record<string, unknown> = {}) {
  await as(person, '{ projects(first: 1) { edges { node { statements { citations { source { title } } } } } } }');
  const seen = statements();
  const { data, errors } = await as(person, query, variables);
  const all = seen.stop();
  expect(errors).toEqual([]);
  return { data, statements: all.length };
}

describe('what many items of a list ask for is read in few statements', () => {
  it('the histories and threads of the whole table of uptake', async () => {
    const cells = [
      { recommendation: '4', organization: 'fao' },
      { recommendation: '2', organization: 'fao' },
    ];
    for (const cell of cells) {
      const { data } = await as(
        people.faoFocal,
        'mutation ($recommendation: String!, $organization: String!, $input: UptakeInput!, $key: String!) { reportUptake(recommendation: $recommendation, organization: $organization, input: $input, idempotencyKey: $key) { __typename } }',
        { ...cell, input: given(), key: `batches-${cell.recommendation}` },
      );
      expect(data.reportUptake.__typename).toBe('UptakeReported');
    }
    const table = await counted(
      people.secretariat,
      '{ uptakeMatrix { cells { recommendationNumber organizationSlug history { id comment } comments { text } entry { id } } } }',
    );
    expect(table.data.uptakeMatrix.cells.length).toBeGreaterThan(150);
    expect(table.data.uptakeMatrix.cells.filter((cell: { history: unknown[] }) => cell.history.length > 0)).toHaveLength(2);
    expect(table.statements).toBeLessThanOrEqual(3);
    expect((await counted(null, '{ uptakeCells(first: 100) { nodes { history { id } comments { id } } } }')).statements).toBeLessThanOrEqual(3);
    // Two days are two questions, not two for each cell.
    const days = await counted(
      null,
      '{ a: uptakeMatrix(at: "2026-01-01") { cells { history { id } } } b: uptakeMatrix(at: "2026-02-02") { cells { history { id } } } }',
    );
    expect(days.statements).toBeLessThanOrEqual(3);
  });

  it('drafts with their records, reviews, remarks, faults and comparisons', async () => {
    const author = people.faoFocal;
    const save = `mutation ($content: JSON, $slug: String) { saveDraft(kind: LESSON, organization: "fao", slug: $slug, content: $content) { __typename } }`;
    for (let number = 0; number < 8; number++)
      expect((await as(author, save, { content: lessonOf(`Lesson number ${number}`) })).data.saveDraft.__typename).toBe('DraftSaved');
    const query =
      '{ myWork { drafts { title record { title freshness { verifyBy } viewerCanEdit } before differences { path } faults { name } reviews { reviewer { name } } comments { text } } toReview { id } } }';
    const work = await counted(author, query);
    expect(work.data.myWork.drafts.length).toBeGreaterThanOrEqual(8);
    // The list, what waits, the directory of the library, and one for each kind of thing asked for.
    expect(work.statements).toBeLessThanOrEqual(14);
    for (let number = 8; number < 20; number++) await as(author, save, { content: lessonOf(`Lesson number ${number}`) });
    const more = await counted(author, query);
    expect(more.data.myWork.drafts.length).toBeGreaterThanOrEqual(20);
    expect(more.statements).toBe(work.statements);
  });

  it('actions, dates, rights and sources of records', async () => {
    expect(
      (await counted(null, '{ organizations(first: 60) { edges { node { actions { kind recommendation { title } } } } } }')).statements,
    ).toBeLessThanOrEqual(3);
    expect((await counted(null, '{ recommendations(first: 20) { edges { node { actions { organization { title } } } } } }')).statements).toBeLessThanOrEqual(3);
    expect((await counted(null, '{ sources(first: 20) { edges { node { resting { statement } citedPlaces { place } } } } }')).statements).toBeLessThanOrEqual(
      3,
    );
    const mine = '{ projects(first: 50) { edges { node { freshness { verifyBy } viewerCanEdit viewerCanArchive } } } }';
    expect((await counted(people.faoFocal, mine)).statements).toBeLessThanOrEqual(5);
  });

  it('records past their date', async () => {
    await sql`UPDATE record SET verify_by = CURRENT_DATE - 60 WHERE kind = 'LESSON'`.execute(db);
    const stale = await counted(people.secretariat, '{ staleRecords { title record { title freshness { verifyBy } } } }');
    expect(stale.data.staleRecords.length).toBeGreaterThan(50);
    expect(stale.statements).toBeLessThanOrEqual(3);
  });

  it('campaigns with their reports, answers and mails', async () => {
    const query = '{ campaigns { report { title } answers { organizationSlug answered } notices { recipient } } }';
    for (let number = 0; number < 5; number++) {
      const { data } = await as(
        people.secretariat,
        `mutation ($input: CampaignInput!) { openCampaign(input: $input, idempotencyKey: "campaign-${number}") { __typename ... on InvalidInput { fields { name message } } } }`,
        {
          input: {
            title: `Campaign ${number}`,
            message: 'Please tell us.',
            closesOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
            organizations: [{ organization: 'fao' }],
          },
        },
      );
      expect(data.openCampaign).toEqual({ __typename: 'Campaign' });
    }
    const campaigns = await counted(people.secretariat, query);
    expect(campaigns.data.campaigns).toHaveLength(5);
    expect(campaigns.statements).toBeLessThanOrEqual(4);
  });

  it('the names of the sources that are cited, also the first time', async () => {
    const seen = statements();
    const { data } = await as(null, '{ lessons(first: 100) { edges { node { whatHappened { citations { source { title } } } } } } }');
    expect(data.lessons.edges.length).toBeGreaterThan(50);
    expect(seen.stop().length).toBeLessThanOrEqual(3);
  });
});

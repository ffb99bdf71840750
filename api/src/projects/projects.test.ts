import { describe, expect, test } from 'vitest';
import { testLibrary } from '#test/ask.ts';

const { ask, data, statements } = await testLibrary();

/** Everything that the page of a project shows. */
const page = `query ($slug: String!) { project(slug: $slug) {
  id title url slug sourceKey version hash updatedAt abstract alsoKnownAs stage origin uses access platforms scope
  stages { stage date text certainty asAt note citations { place paragraph url source { title symbol url } } }
  countries { code name m49 } places { text citations { place } } owners { shortName name url } ownersBasis { text }
  summary { text asAt certainty note citations { place paragraph source { symbol } } }
  ledger { access accessBasis { text } platforms { text citations { place } } consensus { text } offChain { text } keyCustody { text } }
  participants { name role responsibility organization { shortName url } citations { place } }
  engagements { role delivered stack period outcome vendor { name url } citations { place } }
  figures { label value number unit asAt citations { place } } statements { section text citations { place paragraph } }
  goals { reason by goal { number title } } lessons { title url } risks { title url } mitigations { title } recommendations { title } standards { title url }
  similar { reasons project { title url } } connections { relation direction reason total record { title url kind } } } }`;

describe('a project', () => {
  test('has everything that its page shows', async () => {
    const { project } = await data(page, { slug: 'blocks-for-transport' });
    expect(project).toMatchObject({
      title: 'Blocks for Transport',
      url: '/projects/blocks-for-transport',
      sourceKey: 'wfp-blocks-for-transport',
      version: 1,
      stage: 'PILOT',
      origin: 'ANNEX_I',
      access: 'NOT_STATED',
      platforms: [],
    });
    expect(project.countries).toEqual([
      { code: 'DJ', name: 'Djibouti', m49: '262' },
      { code: 'ET', name: 'Ethiopia', m49: '231' },
    ]);
    expect(project.owners).toMatchObject([{ shortName: 'WFP', url: '/organizations/wfp' }]);
    expect(project.summary.citations).toEqual([
      { place: 'para 43', paragraph: 43, source: { symbol: 'JIU/REP/2020/7' } },
      { place: 'Annex I', paragraph: null, source: { symbol: 'JIU/REP/2020/7' } },
    ]);
    expect(project.stages[0]).toMatchObject({ stage: 'PILOT', date: null, certainty: 'INFERRED', note: expect.any(String) });
    expect(project.participants).toHaveLength(6);
    expect(project.goals.map((link: { goal: { number: number } }) => link.goal.number)).toEqual([2, 9]);
    expect(project.similar.length).toBeGreaterThan(0);
    expect(project.similar.every((one: { reasons: string[] }) => one.reasons.length > 0)).toBe(true);
  });

  test('that does not exist is null', async () => {
    expect(
      await data(
        '{ project(slug: "no-such-project") { title } organization(slug: "x") { title } goal(number: 18) { title } recommendation(number: 99) { title } lesson(id: "L999") { title } }',
      ),
    ).toEqual({ project: null, organization: null, goal: null, recommendation: null, lesson: null });
  });

  test('every project answers its whole page without a fault', async () => {
    const { projects } = await data('{ projects(first: 100) { edges { node { slug } } } }');
    for (const { node } of projects.edges as { node: { slug: string } }[]) {
      const { errors } = await ask(page, { slug: node.slug });
      expect([node.slug, errors]).toEqual([node.slug, []]);
    }
  });
});

describe('statements sent to the database', () => {
  const counted = async (query: string, variables: Record<string, unknown>) => {
    // What is kept in memory is read by the first request.
    await data(query, variables);
    const counter = statements();
    await data(query, variables);
    return counter.stop();
  };

  test('a filtered list of projects with relations, total and facets needs at most two', async () => {
    const list = `query ($filter: ProjectFilter) { projects(filter: $filter) { totalCount facets { field values { value label count } } ignored { message }
      edges { node { title url abstract stage uses platforms access owners { shortName url } countries { code name } vendors { name url } } } pageInfo { hasNextPage endCursor } } }`;
    expect((await counted(list, {})).length).toBeLessThanOrEqual(2);
    expect((await counted(list, { filter: { stage: ['PILOT'], platform: ['Ethereum'] } })).length).toBeLessThanOrEqual(2);
  });

  test('a project with everything on its page needs two: what is like it is looked for once it is known', async () => {
    const { projects } = await data('{ projects(filter: { organization: ["WFP"] }, first: 5) { edges { node { slug } } } }');
    for (const { node } of projects.edges as { node: { slug: string } }[]) expect(await counted(page, { slug: node.slug })).toHaveLength(2);
  });
});

import { expect, test } from 'vitest';
import { testLibrary } from '#test/ask.ts';

const { ask, data } = await testLibrary();

test('the 155 actions come in the order of the table, by recommendation, and page by page', async () => {
  const seen: { recommendationNumber: number; kind: string }[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const {
      actions,
    }: {
      actions: { totalCount: number; edges: { node: { recommendationNumber: number; kind: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    } = await data(
      'query ($after: String) { actions(first: 100, after: $after) { totalCount edges { node { recommendationNumber kind organizationName } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    expect(actions.totalCount).toBe(155);
    seen.push(...actions.edges.map(({ node }) => node));
    after = actions.pageInfo.endCursor;
    more = actions.pageInfo.hasNextPage;
  }
  const counts = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => seen.filter((action) => action.recommendationNumber === number).length);
  expect(counts).toEqual([26, 27, 17, 26, 1, 26, 8, 24]);
  expect(seen.filter((action) => action.kind === 'LEGISLATIVE')).toHaveLength(52);
  expect(seen.map((action) => action.recommendationNumber)).toEqual([...seen.map((action) => action.recommendationNumber)].sort((a, b) => a - b));
});

test('a recommendation, an organization and the list agree on who is addressed', async () => {
  const { recommendation, actions, organization } = await data(`{
    recommendation(number: 7) { actions { organizationName printed } }
    actions(filter: { recommendation: [7] }) { totalCount edges { node { organizationName } } }
    organization(slug: "wfp") { actions { recommendationNumber printed } } }`);
  expect(recommendation.actions.map((one: { organizationName: string }) => one.organizationName)).toEqual(
    actions.edges.map(({ node }: { node: { organizationName: string } }) => node.organizationName),
  );
  const { actions: ofWfp } = await data('{ actions(filter: { organization: ["WFP"] }) { edges { node { recommendationNumber } } } }');
  expect(
    organization.actions.filter((one: { printed: boolean }) => one.printed).map((one: { recommendationNumber: number }) => one.recommendationNumber),
  ).toEqual(ofWfp.edges.map(({ node }: { node: { recommendationNumber: number } }) => node.recommendationNumber));
});

test('the doubtful cells are apart, each with its reason, and counted nowhere', async () => {
  const { actions, library } = await data(
    '{ actions(filter: { printed: false }) { edges { node { organizationName note recommendationNumber } } } library { actions } }',
  );
  expect(
    actions.edges.map(({ node }: { node: { organizationName: string; recommendationNumber: number } }) => [node.recommendationNumber, node.organizationName]),
  ).toEqual([
    [3, 'IAEA'],
    [4, 'UNCTAD'],
    [8, 'IAEA'],
    [8, 'WIPO'],
    [8, 'WMO'],
  ]);
  expect(actions.edges.every(({ node }: { node: { note: string } }) => node.note.length > 20)).toBe(true);
  expect(library.actions).toBe(155);
});

test('a cursor that is none of its own is refused', async () => {
  const { vendors } = await data('{ vendors(first: 1) { pageInfo { endCursor } } }');
  for (const after of [
    vendors.pageInfo.endCursor,
    'x',
    Buffer.from('actions:-5').toString('base64url'),
    Buffer.from('actions:99999999').toString('base64url'),
  ]) {
    expect((await ask('query ($after: String) { actions(after: $after) { totalCount } }', { after })).errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
});

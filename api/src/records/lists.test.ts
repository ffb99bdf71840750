import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { testLibrary } from '#test/ask.ts';
import { lists } from './filters.ts';

const { ask, data, db, logged } = await testLibrary();
type Edges = { cursor: string; node: { title: string; id: string } }[];
const titles = (edges: Edges) => edges.map(({ node }) => node.title);
const facetOf = (answer: { facets: { field: string; values: { value: string; count: number }[] }[] }, field: string) =>
  Object.fromEntries(answer.facets.find((facet) => facet.field === field)?.values.map(({ value, count }) => [value, count]) ?? []);

describe('a list', () => {
  test('every list gives its total, twenty at a time in the order of the source', async () => {
    for (const name of lists.keys()) {
      const { [name]: answer } = await data(
        `{ ${name} { totalCount edges { node { title } } pageInfo { hasNextPage hasPreviousPage endCursor } facets { field } } }`,
      );
      expect(answer.edges).toHaveLength(Math.min(20, answer.totalCount));
      expect(answer.pageInfo.hasNextPage).toBe(answer.totalCount > 20);
      expect(answer.pageInfo.hasPreviousPage).toBe(false);
      expect(answer.facets.map((facet: { field: string }) => facet.field).sort()).toEqual(Object.keys(lists.get(name)?.fields ?? {}).sort());
    }
  });

  test('its pages in any order hold every record once, whatever the size of a page', async () => {
    for (const orderBy of ['SOURCE', 'TITLE', 'UPDATED']) {
      const whole = await data(`{ projects(orderBy: ${orderBy}, first: 100) { totalCount edges { node { title } } } }`);
      for (const first of [1, 7, 20]) {
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { projects }: { projects: { edges: Edges; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await data(
            `query ($after: String) { projects(orderBy: ${orderBy}, first: ${first}, after: $after) { totalCount edges { cursor node { title id } } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          seen.push(...titles(projects.edges));
          expect(projects.totalCount).toBe(54);
          after = projects.pageInfo.endCursor;
          more = projects.pageInfo.hasNextPage;
        }
        expect(seen).toEqual(titles(whole.projects.edges));
        expect(new Set(seen).size).toBe(54);
      }
    }
  });

  test('by title is in alphabetical order without case, accents or signs, numbers by their value', async () => {
    const { goals } = await data('{ goals(orderBy: TITLE) { edges { node { number title } } } }');
    expect(goals.edges.map(({ node }: { node: { number: number } }) => node.number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  test('several values of a filter are alternatives, several filters hold together', async () => {
    const count = async (filter: string) => (await data(`{ projects(filter: { ${filter} }) { totalCount } }`)).projects.totalCount as number;
    const [pilot, used, either] = [await count('stage: [PILOT]'), await count('stage: [IN_USE]'), await count('stage: [PILOT, IN_USE]')];
    expect(either).toBe(pilot + used);
    expect(await count('stage: [PILOT], organization: ["WFP"]')).toBeLessThan(pilot);
    expect(await count('organization: ["WFP"]')).toBe(await count('organization: ["wfp"]'));
    expect(await count('origin: [ANNEX_I]')).toBe(13);
    expect(await count('goal: []')).toBe(54);
  });

  test('the counts of a filter leave out its own choice, and say what another choice gives', async () => {
    const { all, chosen } = await data(
      '{ all: projects { ...f } chosen: projects(filter: { stage: [PILOT] }) { ...f } } fragment f on ProjectConnection { totalCount facets { field values { value count } } }',
    );
    expect(facetOf(chosen, 'stage')).toEqual(facetOf(all, 'stage'));
    expect(Object.values(facetOf(all, 'stage')).reduce((sum, count) => sum + count, 0)).toBe(54);
    expect(facetOf(chosen, 'stage')['PILOT']).toBe(chosen.totalCount);
    for (const [value, count] of Object.entries(facetOf(chosen, 'platform')).slice(0, 4)) {
      const { projects } = await data('query ($value: String!) { projects(filter: { stage: [PILOT], platform: [$value] }) { totalCount } }', { value });
      expect([value, projects.totalCount]).toEqual([value, count]);
    }
  });

  test('a value that nothing has is left out and named', async () => {
    const { projects } = await data(
      '{ projects(filter: { platform: ["Ethereum", "No such thing"], country: ["ZZ"] }) { totalCount ignored { field value message } }}',
    );
    expect(projects.ignored.map(({ field, value }: { field: string; value: string }) => [field, value])).toEqual([
      ['country', 'ZZ'],
      ['platform', 'No such thing'],
    ]);
    expect(projects.ignored[1].message).toContain('No such thing');
    const { only } = await data('{ only: projects(filter: { platform: ["ethereum"] }) { totalCount } }');
    expect(projects.totalCount).toBe(only.totalCount);
  });

  test('an address of thousands of names is read in one pass, and one longer than any is refused', async () => {
    const getAll = vi.spyOn(URLSearchParams.prototype, 'getAll');
    try {
      const names = Array.from({ length: 600 }, (_, index) => `f${index}=${index}`).join('&');
      const { projects } = await data('query ($a: String) { projects(address: $a) { totalCount ignored { field } } }', {
        a: `${names}&stage=PILOT&stage=IN_USE`,
      });
      const { projects: same } = await data('{ projects(filter: { stage: [PILOT, IN_USE] }) { totalCount } }');
      expect([projects.totalCount, projects.ignored.length, getAll.mock.calls.length]).toEqual([same.totalCount, 50, 0]);
    } finally {
      getAll.mockRestore();
    }
    for (const list of ['projects', 'vendors', 'lessons', 'organizations']) {
      const { status, errors } = await ask(`query ($a: String) { ${list}(address: $a) { totalCount } }`, { a: 'f=0&'.repeat(2_001) });
      expect([status, errors[0]?.extensions?.code, errors[0]?.message]).toEqual([400, 'BAD_USER_INPUT', expect.stringContaining('at most 8,000 characters')]);
    }
  });
  test('a text costs by its length as often as it is used', async () => {
    const aliases = (field: string, count: number) => Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
    for (const [type, field] of [
      ['String!', 'search(query: $t) { totalCount }'],
      ['String!', 'project(slug: $t) { title }'],
      ['String', 'lessons(after: $t) { totalCount }'],
      ['[String!]', 'projects(filter: { platform: $t }) { totalCount }'],
    ]) {
      const { errors } = await ask(`query ($t: ${type}) { ${aliases(field as string, 18)} }`, { t: 'x'.repeat(80_000) });
      expect([field, errors[0]?.extensions?.code]).toEqual([field, 'TOO_MUCH']);
    }
  });
  test('an address means what the same filter means', async () => {
    const { a, b, c } = await data(`{
      a: projects(address: "stage=PILOT&goal=2&sort=title") { edges { node { title } } ignored { field } }
      b: projects(filter: { stage: [PILOT], goal: [2] }, orderBy: TITLE) { edges { node { title } } }
      c: projects(address: "stage=NOPE&color=red&sort=size&after=x&platform=") { totalCount ignored { field value } } }`);
    expect(a).toEqual({ ...b, ignored: [] });
    expect(c.totalCount).toBe(54);
    expect(c.ignored.map((one: { field: string }) => one.field)).toEqual(['stage', 'color', 'sort']);
  });
});

describe('bad input', () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const id = '019a0000-0000-7000-8000-000000000000';

  test('a cursor of another list or order, or of nothing, is refused with what to do', async () => {
    const { vendors } = await data('{ vendors(first: 1) { pageInfo { endCursor } } }');
    const bad = [
      vendors.pageInfo.endCursor,
      'garbage',
      '%%%',
      '',
      'null',
      cursor(),
      cursor('PROJECT:SOURCE', 'not a number', id),
      cursor('PROJECT:SOURCE', '99999999999999999999', id),
      cursor('PROJECT:SOURCE', '1', "x' OR 1=1"),
      cursor('PROJECT:TITLE', 'a', id),
      cursor('PROJECT:SOURCE', 1, id),
      'A'.repeat(5000),
    ];
    for (const after of bad) {
      const { status, errors, data: found } = await ask('query ($after: String) { projects(after: $after) { totalCount } }', { after });
      if (after === '') {
        expect(found.projects.totalCount).toBe(54);
        continue;
      }
      expect([after, status, errors[0]?.extensions?.code]).toEqual([after, 400, 'BAD_USER_INPUT']);
      expect(errors[0]?.extensions?.fields?.[0]).toMatchObject({ name: 'after', message: expect.stringContaining('first page') });
    }
    for (const after of [cursor('PROJECT:UPDATED', 'yesterday', id), cursor('PROJECT:UPDATED', '2020-13-45 99:99:99+00', id)]) {
      expect((await ask('query ($after: String) { projects(orderBy: UPDATED, after: $after) { totalCount } }', { after })).errors[0]?.extensions?.code).toBe(
        'BAD_USER_INPUT',
      );
    }
    expect(
      (await ask('query ($after: String) { projects(orderBy: TITLE, after: $after) { totalCount } }', { after: cursor('PROJECT:TITLE', 'a\0b', id) })).errors[0]
        ?.extensions?.code,
    ).toBe('BAD_USER_INPUT');
  });

  test('a negative or huge page is refused, in every list', async () => {
    for (const name of [...lists.keys(), 'actions']) {
      for (const first of [-1, 0, 101]) {
        const { status, errors } = await ask(`{ ${name}(first: ${first}) { totalCount } }`);
        expect([name, first, status, errors[0]?.extensions?.fields?.[0]?.name]).toEqual([name, first, 400, 'first']);
      }
    }
    // Far beyond any page, the cost of the query is refused before the page size is.
    for (const first of [100_000, 2147483647, 99999999999]) {
      const { data: found, errors } = await ask(`{ projects(first: ${first}) { totalCount } }`);
      expect([first, found?.projects ?? null, errors[0]?.message.includes('our side')]).toEqual([first, null, false]);
    }
  });

  test('both faults of one request are named at once', async () => {
    const { errors } = await ask('{ projects(first: 0, after: "x") { totalCount } }');
    expect(errors[0]?.extensions?.fields?.map((fault) => fault.name)).toEqual(['first', 'after']);
  });

  const hostile = [
    "'; DROP TABLE record; --",
    '" OR "1"="1',
    '<script>alert(1)</script>',
    'a\0b',
    '\u0001\u0007\u001b[31m',
    '%00%',
    '\\',
    '\ud800',
    '{}',
    '🌍'.repeat(40),
    '../../etc/passwd',
    '{{7*7}}',
    'x'.repeat(190),
  ];
  test.each(hostile)('%j in any text argument is text: nothing runs, nothing fails', async (text) => {
    logged.length = 0;
    const queries = [
      'query ($t: String!) { project(slug: $t) { title } organization(slug: $t) { title } vendor(slug: $t) { title } lesson(id: $t) { title } standard(slug: $t) { title } risk(slug: $t) { title } mitigation(slug: $t) { title } source(slug: $t) { title } reference(slug: $t) { title } matrix(slug: $t) { title } recommendation(slug: $t) { title } }',
      'query ($t: String!) { projects(filter: { platform: [$t], organization: [$t], vendor: [$t], country: [$t] }) { totalCount ignored { value } } }',
      'query ($t: String!) { projects(address: $t) { totalCount } }',
      'query ($t: String!) { actions(filter: { organization: [$t] }) { totalCount } }',
      'query ($t: String!) { search(query: $t, filter: { organization: [$t], platform: [$t] }) { totalCount facets { field values { value } } edges { node { title snippet } } suggestion dropped } }',
      'query ($t: String!) { source(slug: "jiu-rep-2020-7") { resting(place: $t) { statement } } library { facets(kind: PROJECT, fields: [$t]) { field } } }',
      'query ($t: String!) { projects(first: 1, filter: { country: ["JO"] }) { edges { node { countries { name(language: $t) } } } } }',
    ];
    for (const query of queries) {
      const { errors, status } = await ask(query, { t: text });
      expect([query, status, errors.map((error) => error.message)]).toEqual([query, 200, []]);
    }
    expect(logged).toEqual([]);
    expect((await data('{ projects { totalCount } }')).projects.totalCount).toBe(54);
  });

  test('what a snippet shows of a query is escaped', async () => {
    const { search } = await data('{ search(query: "blockchain <script>") { edges { node { snippet } } } }');
    for (const { node } of search.edges as { node: { snippet: string } }[]) expect(node.snippet.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  });

  test('a query of 10,000 characters is refused with a message', async () => {
    const { status, errors } = await ask('query ($t: String!) { search(query: $t) { totalCount } }', { t: 'x'.repeat(10_000) });
    expect([status, errors[0]?.extensions?.fields?.[0]?.name]).toEqual([400, 'query']);
    expect(errors[0]?.message.length).toBeLessThan(300);
  });
});

describe('limits', () => {
  test('a query that is too deep, too wide, too dear or too long is refused before it runs', async () => {
    const deep = `{ projects { edges { node ${'{ similar { project '.repeat(6)} { title } ${'} }'.repeat(6)} } } }`;
    const wide = `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: library { citations }`).join(' ')} }`;
    const dear = `{ projects(first: 100) { edges { node { ${'connections { record { '.repeat(3)} ${'title url slug id kind version hash audience createdAt updatedAt abstract '.repeat(60)} ${'} }'.repeat(3)} } } } }`;
    const long = `{ projects { edges { node { ${'title '.repeat(3000)} } } } }`;
    for (const [name, query] of Object.entries({ deep, wide, dear, long })) {
      const { data: found, errors } = await ask(query);
      expect([name, found, errors.length > 0]).toEqual([name, null, true]);
      expect(errors[0]?.message).not.toContain('went wrong on our side');
    }
  });

  test('the query of a whole page is well within them', async () => {
    expect(
      (
        await ask(
          '{ projects(first: 100) { totalCount facets { field values { value label count } } edges { node { title url stage owners { shortName } countries { name } platforms } } } }',
        )
      ).errors,
    ).toEqual([]);
  });
});

describe('what an author wrote', () => {
  test('is shown in the order it was written in, in lists and on the record', async () => {
    const written = await sql<{ slug: string; services: string[]; platforms: { name: string }[] }>`
      SELECT slug, content->'services' AS services, content->'platforms' AS platforms FROM record WHERE kind = 'VENDOR' ORDER BY position, id`.execute(db);
    const { vendors, vendor } = await data('{ vendors(first: 100) { edges { node { slug services platforms } } } vendor(slug: "irisguard") { services } }');
    expect(vendors.edges.map(({ node }: { node: object }) => node)).toEqual(
      written.rows.map(({ slug, services, platforms }) => ({ slug, services, platforms: platforms.map(({ name }) => name) })),
    );
    expect(vendor.services.length).toBeGreaterThan(1);
    expect(vendor.services).toEqual(written.rows.find(({ slug }) => slug === 'irisguard')?.services);
  });

  test('is never filled in: a record without its filter values says what its content says', async () => {
    await sql`UPDATE record SET facet_keys = '{}' WHERE slug IN ('irisguard', 'building-blocks')`.execute(db);
    const { vendor, project } = await data('{ vendor(slug: "irisguard") { vendorKind } project(slug: "building-blocks") { stage origin access } }');
    expect({ vendor, project }).toEqual({ vendor: { vendorKind: 'EXTERNAL' }, project: { stage: 'SCALED', origin: 'ANNEX_I', access: expect.any(String) } });
  });
});

describe('what the rows of a list name', () => {
  test('has all that its own page has, read as far as it is asked for', async () => {
    const asked = 'slug title sourceKey hash version createdAt updatedAt summaryText abstract audience language';
    const { lessons } = await data(`{ lessons(first: 20) { edges { node { projects { ${asked} } } } } }`);
    const named = lessons.edges.flatMap(({ node }: { node: { projects: { slug: string }[] } }) => node.projects);
    expect(named.length).toBeGreaterThan(3);
    for (const one of named.slice(0, 3)) expect((await data(`{ project(slug: "${one.slug}") { ${asked} } }`)).project).toEqual(one);
  });

  test('is what is said of a row, what it says, or both, as the field wants', async () => {
    const list = await data(
      '{ projects(first: 40) { edges { node { slug owners { slug } vendors { slug } lessons { slug } engagements { vendor { slug } } } } } organizations(first: 40) { edges { node { slug roles { project { slug } } } } } }',
    );
    for (const { node } of list.projects.edges.slice(0, 6)) {
      const { project } = await data(
        `{ project(slug: "${node.slug}") { slug owners { slug } vendors { slug } lessons { slug } engagements { vendor { slug } } } }`,
      );
      expect(project).toEqual(node);
    }
    for (const { node } of list.organizations.edges.slice(0, 3))
      expect((await data(`{ organization(slug: "${node.slug}") { slug roles { project { slug } } } }`)).organization).toEqual(node);
  });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { regionsOf } from '#prisma/content/regions.ts';
import { contributeLibrary } from '#test/contribute.ts';

const { db, ask, answer, demo } = await contributeLibrary();
const buyer = await demo('procurement-officer');

const roster = `query ($filter: VendorFilter, $work: WorkFilter, $agreement: AgreementFilter, $name: String, $orderBy: RosterOrder, $first: Int = 100, $after: String) {
  roster(filter: $filter, work: $work, agreement: $agreement, name: $name, orderBy: $orderBy, first: $first, after: $after) {
    totalCount facets { field values { value label count } } ignored { field value } pageInfo { hasNextPage endCursor } edges { node { slug title latestWork projectCount } } } }`;
type Roster = {
  totalCount: number;
  facets: { field: string; values: { value: string; label: string; count: number }[] }[];
  ignored: { field: string; value: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { slug: string; title: string; latestWork: string | null; projectCount: number } }[];
};
const look = async (asked: Record<string, unknown> = {}, user: Parameters<typeof ask>[0] = null): Promise<Roster> => (await ask(user, roster, asked)).roster;
const slugs = ({ edges }: Roster) => edges.map(({ node }) => node.slug).sort();

/** The work of every vendor as its page tells it, to which the roster is held. */
type Engagement = { values: Record<string, string[]> };
const { vendors } = await ask(
  null,
  '{ vendors(first: 100) { edges { node { slug vendorKind engagements { role stack project { stage platforms access uses sectors countries { code } owners { slug } goals { goal { number } } } } } } } }',
);
const work = new Map<string, Engagement[]>(
  // biome-ignore lint/suspicious/noExplicitAny: as the query above has it.
  vendors.edges.map(({ node }: any) => [
    node.slug,
    // biome-ignore lint/suspicious/noExplicitAny: as the query above has it.
    node.engagements.map(({ role, stack, project }: any) => ({
      values: {
        role: [role],
        workPlatform: stack.length > 0 ? stack : project.platforms,
        workAccess: [project.access],
        use: project.uses,
        sector: project.sectors,
        stage: [project.stage],
        client: project.owners.map((one: { slug: string }) => one.slug),
        goal: project.goals.map((one: { goal: { number: number } }) => String(one.goal.number)),
        workCountry: project.countries.map((one: { code: string }) => one.code),
        workRegion: [...new Set(project.countries.flatMap((one: { code: string }) => regionsOf(one.code).map(({ slug }) => slug)))],
      },
    })),
  ]),
);
const fields = ['role', 'workPlatform', 'workAccess', 'use', 'sector', 'stage', 'client', 'goal', 'workCountry', 'workRegion'] as const;
const all = [...work.values()].flat();
const valuesOf = (field: string) => [...new Set(all.flatMap(({ values }) => values[field] ?? []))];
const having = (...chosen: [field: string, value: string][]) =>
  [...work]
    .flatMap(([slug, engagements]) => (engagements.some(({ values }) => chosen.every(([field, value]) => values[field]?.includes(value))) ? [slug] : []))
    .sort();
const asked = (...chosen: [field: string, value: string][]) => ({
  work: Object.fromEntries(chosen.map(([field, value]) => [field, [field === 'goal' ? Number(value) : value]])),
});

describe('the roster', () => {
  it('has every vendor, and of each filter how many it leaves', async () => {
    const found = await look();
    expect(found.totalCount).toBe(24);
    for (const field of fields) {
      const counted = found.facets.find((one) => one.field === field)?.values ?? [];
      expect(Object.fromEntries(counted.map(({ value, count }) => [value, count]))).toEqual(
        Object.fromEntries(valuesOf(field).map((value) => [value, having([field, value]).length])),
      );
    }
    expect(found.facets.find(({ field }) => field === 'kind')?.values).toContainEqual({ value: 'IN_HOUSE', label: 'IN_HOUSE', count: 2 });
    expect(found.facets.find(({ field }) => field === 'client')?.values.find(({ value }) => value === 'wfp')?.label).toBe('WFP');
  });

  it('is asked of one and the same engagement, whatever two things are asked, with counts to match', { timeout: 120_000 }, async () => {
    let apart = 0;
    const pairs: [[string, string], [string, string]][] = [];
    for (const first of ['workPlatform', 'stage', 'role'])
      for (const second of ['workRegion', 'client', 'use'])
        for (const one of valuesOf(first))
          for (const other of valuesOf(second))
            pairs.push([
              [first, one],
              [second, other],
            ]);
    // Those first that the platform of one engagement and the region of another would fulfil.
    const mixed = pairs.filter(([a, b]) => having(a).some((slug) => having(b).includes(slug) && !having(a, b).includes(slug)));
    for (const [a, b] of [...mixed.slice(0, 25), ...pairs.filter((_, index) => index % 41 === 0)]) {
      const found = await look(asked(a, b));
      expect([a, b, slugs(found)]).toEqual([a, b, having(a, b)]);
      if (mixed.some(([x, y]) => x === a && y === b)) apart++;
      // The counts of a field leave out its own choice.
      const counts = found.facets.find(({ field }) => field === a[0])?.values ?? [];
      for (const { value, count } of counts) expect([a[0], value, b, count]).toEqual([a[0], value, b, having([a[0], value], b).length]);
    }
    expect(apart).toBeGreaterThan(0);
  });

  it('finds who delivered for the United Nations system what went into use, whatever became of it', async () => {
    const { rows } = await sql<{ slug: string }>`
      SELECT DISTINCT v.slug FROM record p CROSS JOIN LATERAL jsonb_array_elements(p.content->'engagements') e JOIN record v ON v.kind = 'VENDOR' AND (v.source_key = e->>'vendor' OR v.slug = e->>'vendor')
      WHERE p.kind = 'PROJECT' AND EXISTS (SELECT FROM jsonb_array_elements(p.content->'stages') s WHERE s->>'stage' IN ('IN_USE', 'SCALED'))
        AND EXISTS (SELECT FROM record o WHERE o.kind = 'ORGANIZATION' AND o.content->>'kind' IN ('PARTICIPATING', 'SYSTEM_BODY') AND p.content->'owners' ? (o.content->>'shortName')) ORDER BY 1`.execute(
      db,
    );
    const found = await look({ work: { unSystem: true, wentIntoUse: true } });
    expect(slugs(found)).toEqual(rows.map(({ slug }) => slug));
    expect(found.totalCount).toBeGreaterThan(0);
    expect(found.totalCount).toBeLessThan(24);
  });

  it('takes filters of the vendor itself together with those of its work', async () => {
    const found = await look({ filter: { kind: ['IN_HOUSE'] }, work: { unSystem: true } });
    // biome-ignore lint/suspicious/noExplicitAny: as the query above has it.
    const inHouse = vendors.edges.filter(({ node }: any) => node.vendorKind === 'IN_HOUSE').map(({ node }: any) => node.slug);
    expect(slugs(found).every((slug) => inHouse.includes(slug))).toBe(true);
    expect(found.totalCount).toBeGreaterThan(0);
  });

  it('leaves out and names what nobody has, and a member learns nothing by it', async () => {
    const found = await look({ work: { client: ['nobody-at-all', 'WFP'] }, filter: { platform: ['Nothing'] } });
    expect(found.ignored.map(({ field, value }) => `${field} ${value}`).sort()).toEqual(['client nobody-at-all', 'platform Nothing']);
    expect(slugs(found)).toEqual(having(['client', 'wfp']));
    expect((await look({ work: { client: ['nobody-at-all'] } }, buyer)).totalCount).toBe(0);
  });

  it('finds by name, former name, alias and number of a register, mistyped too', async () => {
    const [first] = vendors.edges as { node: { slug: string } }[];
    await sql`UPDATE record SET keywords = keywords || ' · Olden Ledgers Ltd · CHE-116.281.710' WHERE kind = 'VENDOR' AND slug = ${first?.node.slug}`.execute(
      db,
    );
    for (const name of ['olden ledgers', 'Oldn Ledgers', '116.281.710']) expect([name, slugs(await look({ name }))]).toEqual([name, [first?.node.slug]]);
    expect(slugs(await look({ name: 'irisgard' }))).toEqual(['irisguard']);
    expect((await look({ name: 'qqqzzz' })).totalCount).toBe(0);
    expect((await answer(null, roster, { name: 'x'.repeat(201) })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('sorts by work and latest work, in pages that end', async () => {
    for (const orderBy of ['WORK', 'LATEST', 'TITLE'] as const) {
      const seen: Roster['edges'][number]['node'][] = [];
      let after: string | null = null;
      do {
        const page: Roster = await look({ orderBy, first: 7, after });
        seen.push(...page.edges.map(({ node }) => node));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen.map(({ slug }) => slug)).size).toBe(24);
      if (orderBy === 'WORK')
        expect(seen.map(({ projectCount }) => projectCount)).toEqual(seen.map(({ projectCount }) => projectCount).toSorted((a, b) => b - a));
      if (orderBy === 'LATEST')
        expect(seen.map(({ latestWork }) => latestWork ?? '')).toEqual(
          seen
            .map(({ latestWork }) => latestWork ?? '')
            .toSorted()
            .reverse(),
        );
    }
  });

  it('asks of agreements only what who asks may see, all of one agreement', async () => {
    const keep =
      'mutation ($terms: AgreementTermsInput!, $key: String!, $vendor: String!) { keepAgreement(holder: "unicef", vendor: $vendor, terms: $terms, key: $key) { __typename ... on AgreementSaved { agreement { id } } } }';
    const made = async (vendor: string, more: Record<string, unknown>, key: string) =>
      (
        await ask(buyer, keep, {
          vendor,
          key,
          terms: {
            number: key,
            title: 'T',
            scope: 'S',
            unspsc: ['81111500'],
            startsOn: '2020-01-01',
            endsOn: '2999-12-31',
            use: 'CLOSED',
            source: 'A test.',
            ...more,
          },
        })
      ).keepAgreement.agreement.id as string;
    const id = await made('irisguard', { use: 'OPEN', endsOn: '2021-12-31' }, 'key-ended-open');
    await made('irisguard', {}, 'key-valid-closed');
    await made('consensys', { use: 'ON_REQUEST' }, 'key-valid-open');
    expect(slugs(await look({ agreement: { open: true, validOn: '2027-01-01' } }, buyer))).toEqual(['consensys']);
    expect(slugs(await look({ agreement: { validOn: '2021-06-01', open: true } }, buyer))).toEqual(['consensys', 'irisguard']);
    expect((await look({ agreement: { open: true } })).totalCount).toBe(0);
    await ask(buyer, 'mutation ($id: ID!) { openAgreement(id: $id, openings: 0, audience: PUBLIC) { __typename } }', { id });
    expect(slugs(await look({ agreement: { open: true, validOn: '2021-06-01', unspsc: '8111' } }))).toEqual(['irisguard']);
    const both = await look({ work: { client: ['wfp'] }, agreement: { validOn: '2021-06-01' } }, buyer);
    expect(slugs(both)).toEqual(having(['client', 'wfp']).filter((slug) => ['irisguard', 'consensys'].includes(slug)));
  });
});

import { describe, expect, test } from 'vitest';
import { anyone, type Viewer } from '#search/engine.ts';
import { testLibrary } from '#test/ask.ts';
import { organizationIds } from '#test/owners.ts';
import { linksOf } from './links.ts';
import { listRecords } from './list.ts';
import { findRecord } from './load.ts';
import type { Draft } from '#prisma/derive.ts';
import { RecordLookup } from '#prisma/lookup.ts';
import { connectRecord, labelFacets, writeRecord } from '#prisma/publish.ts';
import { project } from '#prisma/content/project.ts';
import { organization } from '#prisma/content/organization.ts';

const { db, pool, data, services } = await testLibrary();
const [fao, wfp] = [await organizationIds(pool, 'fao'), await organizationIds(pool, 'wfp')];

const cite = [{ source: 'jiu-rep-2020-7', place: 'para 250' }];
const secretProject = (audience: 'UN_SYSTEM' | 'OWNERS', word: string) =>
  project.parse({
    sourceKey: `hidden-${word}`,
    slug: `hidden-${word}`,
    position: 900,
    audience,
    title: `Hidden ${word}`,
    origin: 'CONTRIBUTED',
    uses: ['SUPPLY_CHAIN'],
    owners: ['WFP', 'HIDORG'],
    scope: 'COUNTRIES',
    summary: { text: `A hidden ${word} statement.`, cite },
    countries: [{ code: 'TV', cite }],
    stages: [{ stage: 'SCALED', text: 'Hidden stage.', cite }],
    ledger: { platforms: [{ name: `${word}chain`, cite }], access: { value: 'ANCHORING', cite } },
    engagements: [{ vendor: 'ibm', role: 'Hidden builder', cite }],
    goals: [{ goal: 16, reason: 'Hidden reason.' }],
    statements: [{ section: 'WHAT_IT_DOES', text: `Only insiders read ${word}.`, cite }],
  });
const drafts: Draft[] = [
  {
    kind: 'ORGANIZATION',
    content: organization.parse({
      sourceKey: 'hidorg',
      slug: 'hidorg',
      audience: 'UN_SYSTEM',
      shortName: 'HIDORG',
      name: 'Hidden Organization',
      kind: 'SYSTEM_BODY',
      cite,
    }) as never,
  },
  { kind: 'PROJECT', content: secretProject('UN_SYSTEM', 'zirconium') as never },
  { kind: 'PROJECT', content: secretProject('OWNERS', 'xenolith') as never },
];
const before = await data('{ library { citations actions kinds { kind count } } projects { totalCount } }');
await db.transaction().execute(async (trx) => {
  const written: [string, Draft][] = [];
  for (const draft of drafts) written.push([await writeRecord(trx, draft, { seed: true }), draft]);
  const lookup = await RecordLookup.of(trx, drafts);
  for (const [id, draft] of written) await connectRecord(trx, id, draft, lookup);
  await labelFacets(trx);
});
const secrets = /hidden|hidorg|zirconium|xenolith|insiders/i;

describe('what is not public', () => {
  test('is in no answer to somebody who is not signed in', async () => {
    const queries = [
      '{ projects(first: 100) { edges { node { title abstract owners { shortName } vendors { name } platforms countries { code } similar { project { title } } connections { record { title } } } } facets { field values { value label } } } }',
      '{ projects(first: 100, orderBy: UPDATED) { edges { node { title slug } } } }',
      '{ organizations(first: 100) { edges { node { title } } facets { values { value label } } } }',
      '{ organization(slug: "wfp") { title roles { project { title } role } connections { reason total record { title abstract } } } }',
      '{ vendor(slug: "ibm") { engagements { role delivered project { title } } connections { record { title } } } }',
      '{ goal(number: 16) { projects { reason project { title } } connections { record { title } } } }',
      '{ source(slug: "jiu-rep-2020-7") { resting { statement record { title } } para: resting(paragraph: 250) { statement record { title } } citedPlaces { place count } connections { record { title } } } }',
      '{ library { kinds { kind count } facets(kind: PROJECT, fields: ["platform", "organization", "country", "owner"]) { values { value label } } pairs(kind: PROJECT, row: ORGANIZATION, column: PLATFORM) { row column } } }',
      '{ project(slug: "hidden-zirconium") { title } organization(slug: "hidorg") { title } }',
      ...['zirconium', 'zirkonium', 'zircon', 'xenolith', 'insiders', 'HIDORG', 'zirconiumchain'].map(
        (query) => `{ search(query: "${query}") { kinds { kind } facets { values { value label } } edges { node { title snippet url } } dropped } }`,
      ),
      '{ search(query: "", first: 100) { facets { field values { value label } } edges { node { title } } } }',
    ];
    for (const query of queries) {
      const shown = JSON.stringify(await data(query)).replaceAll(/"dropped":\[[^\]]*\]/g, '');
      expect([query, secrets.exec(shown)?.[0] ?? null]).toEqual([query, null]);
    }
  });

  test('is in no count', async () => {
    const after = await data('{ library { citations actions kinds { kind count } } projects { totalCount } }');
    expect(after).toEqual(before);
    const { projects, search, goal } = await data(
      '{ projects { totalCount facets { field values { value count } } } search(query: "", kinds: [PROJECT]) { totalCount kinds { kind count } } goal(number: 16) { connections { total } } }',
    );
    const counts = Object.fromEntries(
      projects.facets.flatMap((facet: { field: string; values: { value: string; count: number }[] }) =>
        facet.values.map(({ value, count }) => [`${facet.field}:${value}`, count]),
      ),
    );
    expect(counts['country:TV']).toBeUndefined();
    expect(search.totalCount).toBe(projects.totalCount);
    const { project: shown } = { project: goal.connections };
    expect(shown.every((one: { total: number }) => one.total < 60)).toBe(true);
  });

  test('cannot be guessed by a filter: a hidden value is ignored like one that does not exist', async () => {
    const ignored = async (field: string, value: string) =>
      (await data('query ($address: String) { projects(address: $address) { totalCount ignored { message } } }', { address: `${field}=${value}` })).projects;
    for (const [field, hidden, absent] of [
      ['platform', 'zirconiumchain', 'absentchain'],
      ['organization', 'hidorg', 'absorg'],
      ['organization', 'HIDORG', 'ABSORG'],
      ['country', 'TV', 'QQ'],
    ] as const) {
      const [one, other] = [await ignored(field, hidden), await ignored(field, absent)];
      expect({ ...one, ignored: one.ignored.map((entry: { message: string }) => entry.message.replace(hidden, '')) }).toEqual({
        ...other,
        ignored: other.ignored.map((entry: { message: string }) => entry.message.replace(absent, '')),
      });
    }
  });

  test('cannot be guessed by a suggestion', async () => {
    for (const query of ['zirkonium', 'zirconum', 'xenolth', 'hidorgg']) {
      const { search } = await data('query ($query: String!) { search(query: $query) { suggestion edges { node { titleParts { text } } } } }', { query });
      expect([query, search.suggestion && secrets.exec(search.suggestion)?.[0]]).toEqual([query, search.suggestion ? undefined : null]);
    }
  });
});

describe('whoever may see it', () => {
  const member: Viewer = { unSystem: true, organizationIds: fao };
  const owner: Viewer = { unSystem: true, organizationIds: wfp };
  const titles = async (viewer: Viewer) =>
    (
      await listRecords(services, viewer, {
        kind: 'PROJECT',
        filter: { use: ['SUPPLY_CHAIN'] },
        orderBy: 'SOURCE',
        first: 100,
        wants: { rows: true, total: false, facets: [] },
      })
    ).rows
      .map((row) => row.title)
      .filter((title) => title.startsWith('Hidden'));

  test('sees the records of the UN system as its member, and those of the owners as one of them', async () => {
    expect([await titles(anyone), await titles(member), await titles(owner)]).toEqual([[], ['Hidden zirconium'], ['Hidden zirconium', 'Hidden xenolith']]);
    expect(await findRecord(db, member, 'PROJECT', { slug: 'hidden-xenolith' })).toBeNull();
    expect((await findRecord(db, owner, 'PROJECT', { slug: 'hidden-xenolith' }))?.title).toBe('Hidden xenolith');
  });

  test('sees it from the other end of its links too', async () => {
    const wfp = await findRecord(db, anyone, 'ORGANIZATION', { slug: 'wfp' });
    const seen = async (viewer: Viewer) =>
      (await linksOf(db, viewer, [wfp?.id ?? '']))[0]?.map((link) => link.record.title).filter((title) => title.startsWith('Hidden'));
    expect([await seen(anyone), await seen(member), await seen(owner)]).toEqual([[], ['Hidden zirconium'], ['Hidden zirconium', 'Hidden xenolith']]);
  });
});

import { describe, expect, it } from 'vitest';
import { cite, contributeLibrary, lessonOf } from '#test/contribute.ts';
import type { User } from '../accounts/user.ts';
import { verifyDatabase } from '../log/verify.ts';

// A record names only what its writer and everybody who sees the naming place may see; what is hidden and what is absent
// have one answer, in faults and in addresses, and nothing that follows from a record tells of a hidden one.

const { db, ask, answer, demo, person, save, submit, accept } = await contributeLibrary();
const [fao, faoPublisher, ituPublisher, member] = [
  await demo('fao-focal-point'),
  await demo('fao-publisher'),
  await demo('itu-publisher'),
  await demo('member'),
];
const itu = await person('ITU focal', 'FOCAL_POINT', 'itu');

const project = (title: string, owners: string[], more: Record<string, unknown> = {}) => ({
  title,
  origin: 'CONTRIBUTED',
  summary: { text: 'A made project.', cite, certainty: 'STATED' },
  uses: ['OTHER'],
  owners,
  scope: 'GLOBAL',
  audience: 'PUBLIC',
  language: 'en',
  countries: [],
  stages: [{ stage: 'PILOT', text: 'Made.', cite, certainty: 'STATED' }],
  ledger: { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' }, offChain: [], keyCustody: [] },
  ...more,
});
const vendor = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  kind: 'IN_HOUSE',
  organization: 'FAO',
  language: 'en',
  audience: 'PUBLIC',
  cite,
  summary: { text: 'A made vendor.', cite, certainty: 'STATED' },
  ...more,
});
const people: Record<string, [User, User]> = { fao: [fao, faoPublisher], itu: [itu, ituPublisher] };
let keys = 0;
/** Publishes a content of one organization and returns its record. */
const live = async (organization: string, kind: string, content: Record<string, unknown>, slug?: string) => {
  const [author, publisher] = people[organization] as [User, User];
  const begun = (await save(author, { kind, organization, slug, key: `k${++keys}`, content: slug ? undefined : content })).draft;
  const draft = slug ? (await save(author, { id: begun.id, edits: begun.edits, content: { ...begun.content, ...content } })).draft : begun;
  const submitted = await submit(author, draft);
  expect(submitted.__typename, JSON.stringify(submitted)).toBe('DraftSaved');
  expect((await accept(publisher, draft.id, organization, 1)).draft.state).toBe('LIVE');
  const id = (await db.selectFrom('draft').select('recordId').where('id', '=', draft.id).executeTakeFirstOrThrow()).recordId as string;
  return db.selectFrom('record').select(['id', 'slug', 'facetKeys', 'keywords', 'body']).where('id', '=', id).executeTakeFirstOrThrow();
};
const row = (id: string) => db.selectFrom('record').select(['slug', 'facetKeys', 'keywords', 'body']).where('id', '=', id).executeTakeFirstOrThrow();
/** The faults of a draft with the given content, each text that was named replaced by X. */
const faults = async (user: User, organization: string, kind: string, content: Record<string, unknown>, named: string) => {
  const { draft } = await save(user, { kind, organization, key: `f${++keys}`, content });
  const submitted = await submit(user, draft);
  return JSON.stringify(submitted.fields ?? 'none').replaceAll(named, 'X');
};

const ownersOnly = await live('fao', 'PROJECT', project('zqquince orchard ledger', ['FAO'], { audience: 'OWNERS' }));
const systemOnly = await live('fao', 'PROJECT', project('zqmedlar ledger', ['FAO'], { audience: 'UN_SYSTEM' }));
const hiddenVendor = await live('fao', 'VENDOR', vendor('zqdamson works', { audience: 'OWNERS' }));
const open = await live('fao', 'PROJECT', project('Open ledger', ['FAO']));
const archivedVendor = await live('fao', 'VENDOR', vendor('zqsloe works'));
await answer(faoPublisher, `mutation { archiveRecord(kind: VENDOR, slug: "${archivedVendor.slug}", reason: "Gone.") { __typename } }`);

describe.each([
  ['a lesson for everybody', { audience: 'PUBLIC' }, false],
  ['a lesson for the UN system', { audience: 'UN_SYSTEM' }, true],
  ['a lesson for its owners', { audience: 'OWNERS' }, true],
])('%s', (_name, audience, namesSystem) => {
  it('names what the writer and its readers see, and gives one answer for hidden and absent', async () => {
    const naming = (slug: string, organization: string) => lessonOf(`Names ${slug}`, { ...audience, organizations: [organization], projects: [slug] });
    const absent = await faults(itu, 'itu', 'LESSON', naming('nothing-at-all', 'ITU'), 'nothing-at-all');
    expect(absent).toContain('projects.0');
    expect(await faults(itu, 'itu', 'LESSON', naming(ownersOnly.slug, 'ITU'), ownersOnly.slug)).toBe(absent);
    expect(await faults(itu, 'itu', 'LESSON', naming(systemOnly.slug, 'ITU'), systemOnly.slug)).toBe(namesSystem ? '"none"' : absent);
    expect(await faults(itu, 'itu', 'LESSON', naming(open.slug, 'ITU'), open.slug)).toBe('"none"');
    // FAO sees its own project, yet names it only where all who see the lesson do.
    const own = await faults(fao, 'fao', 'LESSON', naming(ownersOnly.slug, 'FAO'), ownersOnly.slug);
    expect(own).toBe(audience.audience === 'OWNERS' ? '"none"' : absent);
    const joint = lessonOf('Names for two', { ...audience, organizations: ['FAO', 'ITU'], projects: [ownersOnly.slug] });
    expect(await faults(fao, 'fao', 'LESSON', joint, ownersOnly.slug)).toBe(absent);
    // Who writes for others does not name, for them, what they alone could see.
    const forOthers = lessonOf('Names for others', { ...audience, organizations: ['FAO'], projects: [ownersOnly.slug] });
    expect(await faults(itu, 'itu', 'LESSON', forOthers, ownersOnly.slug)).toBe(absent);
  });
});

it('goes by the audience of the section that names, and by a draft’s faults as by its submission', async () => {
  const engaging = (key: string, owners: string[], audience?: string) =>
    project(`Engages ${key} ${audience}`, owners, {
      engagements: [{ vendor: key, role: 'Builder', cite, certainty: 'STATED' }],
      ...(audience ? { audiences: { engagements: audience } } : {}),
    });
  for (const audience of [undefined, 'UN_SYSTEM', 'OWNERS']) {
    const absent = await faults(itu, 'itu', 'PROJECT', engaging('nobody', ['ITU'], audience), 'nobody');
    expect(absent).toContain('engagements.0.vendor');
    for (const slug of [hiddenVendor.slug, archivedVendor.slug]) {
      expect(await faults(itu, 'itu', 'PROJECT', engaging(slug, ['ITU'], audience), slug)).toBe(absent);
      const { draft } = await save(itu, { kind: 'PROJECT', organization: 'itu', key: `d${++keys}`, content: engaging(slug, ['ITU'], audience) });
      expect(JSON.stringify(draft.faults).replaceAll(slug, 'X')).toBe(absent);
    }
    expect(await faults(fao, 'fao', 'PROJECT', engaging(hiddenVendor.slug, ['FAO'], audience), hiddenVendor.slug)).toBe(
      audience === 'OWNERS' ? '"none"' : absent,
    );
  }
});

it('says nothing of a hidden record by the address of a new one', async () => {
  expect((await live('itu', 'PROJECT', project('zqquince orchard ledger', ['ITU']))).slug).toBe('zqquince-orchard-ledger');
  // Its writer says that it is none of those that have the name.
  const another = project('zqmedlar ledger', ['ITU'], { notThe: [systemOnly.slug, 'zqmedlar-ledger'] });
  expect((await live('itu', 'PROJECT', another)).slug).toBe('zqmedlar-ledger');
  // Of two that everybody sees the second has a number.
  expect((await live('itu', 'PROJECT', another)).slug).toBe('zqmedlar-ledger-2');
  expect(ownersOnly.slug).toMatch(/^project-[0-9a-f]{10}$/);
  expect(systemOnly.slug).toMatch(/^zqmedlar-ledger-[0-9a-f]{10}$/);
});

it('takes the words of a record that is closed or archived out of those that name it, and puts them back', async () => {
  const target = await live('fao', 'PROJECT', project('zqbullace chain', ['FAO']));
  const works = await live('fao', 'VENDOR', vendor('zqgreengage works'));
  const lesson = await live('itu', 'LESSON', lessonOf('Names one that closes', { organizations: ['ITU'], projects: [target.slug] }));
  const user = await live(
    'itu',
    'PROJECT',
    project('Engages one that closes', ['ITU'], { engagements: [{ vendor: works.slug, role: 'Builder', delivered: 'A chain.', cite, certainty: 'STATED' }] }),
  );
  const words = async () => JSON.stringify([await row(lesson.id), await row(user.id)]);
  const found = async (word: string, reader: User | null) =>
    (await ask(reader, 'query ($q: String!) { search(query: $q) { totalCount edges { node { title } } } }', { q: word })).search.edges.map(
      (edge: { node: { title: string } }) => edge.node.title,
    );
  expect(await words()).toMatch(/zqbullace.*zqgreengage/);
  expect(await found('zqbullace', null)).toContain('Names one that closes');
  expect(JSON.stringify(await ask(null, `{ lessons(first: 1, filter: { project: ["${target.slug}"] }) { totalCount } }`))).toContain('1');

  // Closed, it is no word of theirs any more.
  await live('fao', 'PROJECT', { audience: 'OWNERS' }, target.slug);
  await answer(faoPublisher, `mutation { archiveRecord(kind: VENDOR, slug: "${works.slug}", reason: "Gone.") { __typename } }`);
  expect(await words()).not.toMatch(/zqbullace|zqgreengage/);
  expect(await found('zqbullace', null)).toEqual([]);
  expect(await found('zqbullace', member)).toEqual([]);
  expect(await found('zqgreengage', member)).toEqual([]);
  const pages = await ask(
    member,
    `{ lesson(id: "${lesson.slug}") { connections { record { title } } projects { title } } project(slug: "${user.slug}") { engagements { vendor { title } } connections { record { title } } }
      lessons(first: 1) { facets { field values { value label } } } projects(first: 1) { facets { field values { value label } } } }`,
  );
  expect(JSON.stringify(pages)).not.toMatch(/zqbullace|zqgreengage/);
  const filtered = async (slug: string) =>
    JSON.stringify(
      await answer(null, 'query ($slug: [String!]) { lessons(first: 1, filter: { project: $slug }) { totalCount facets { field values { value label } } } }', {
        slug: [slug],
      }),
    ).replaceAll(slug, 'X');
  expect(await filtered(target.slug)).toBe(await filtered('nothing-at-all'));
  expect(await filtered('zqbullace chain')).toBe(await filtered('nothing at all'));

  // Renamed and open again, they have its new words.
  await live('fao', 'PROJECT', { audience: 'PUBLIC', title: 'zqmirabelle chain' }, target.slug);
  await answer(faoPublisher, `mutation { restoreRecord(id: "${works.id}") { __typename } }`);
  expect(await words()).toContain('zqmirabelle chain');
  expect((await row(lesson.id)).keywords).not.toContain('zqbullace');
  expect(await words()).toContain('zqgreengage');
  expect((await verifyDatabase(db)).fault).toBeNull();
});

it('refuses at the last acceptance what was closed meanwhile, in the same words', async () => {
  const target = await live('fao', 'PROJECT', project('Closes meanwhile', ['FAO']));
  const { draft } = await save(itu, {
    kind: 'LESSON',
    organization: 'itu',
    key: 'meanwhile',
    content: lessonOf('Submitted before', { organizations: ['ITU'], projects: [target.slug] }),
  });
  await submit(itu, draft);
  await live('fao', 'PROJECT', { audience: 'OWNERS' }, target.slug);
  const refused = await accept(ituPublisher, draft.id, 'itu', 1);
  const nothing = lessonOf('Names nothing', { organizations: ['ITU'], projects: ['nothing-at-all'] });
  expect(JSON.stringify(refused.fields).replaceAll(target.slug, 'X')).toBe(await faults(itu, 'itu', 'LESSON', nothing, 'nothing-at-all'));
});

it('answers a search for a word that only a hidden record has as one for a word that nobody wrote', async () => {
  const search = async (user: User | null, query: string, word: string) =>
    JSON.stringify(
      (
        await ask(
          user,
          'query ($q: String!) { search(query: $q) { totalCount dropped suggestion kinds { count } edges { node { title } } } whoIsDoingThis(title: $q) { reasons record { title } } }',
          { q: query.replace('X', word) },
        )
      ).search,
    ).replaceAll(word, 'X');
  await live(
    'fao',
    'PROJECT',
    project('zqtayberry ledger', ['FAO'], { audience: 'OWNERS', summary: { text: 'Of zqtayberryings and zqtayberry.', cite, certainty: 'STATED' } }),
  );
  const titles = async (user: User) => (await ask(user, '{ search(query: "zqtayberry") { edges { node { title } } } }')).search.edges;
  expect(await titles(fao)).toEqual([{ node: { title: 'zqtayberry ledger' } }]);
  // As it is, mistyped, begun, and run together with another word.
  for (const [hidden, absent] of [
    ['zqtayberry', 'zqtoyborry'],
    ['zqtaybery', 'zqtoybory'],
    ['zqtayber', 'zqtoybor'],
    ['ledgerzqtayberry', 'ledgerzqtoyborry'],
  ] as const)
    for (const user of [null, member])
      for (const query of ['X', 'X ', 'ledger X', 'ledger "X"', 'X stakeholder'])
        expect(await search(user, query, hidden), `${query} ${hidden}`).toBe(await search(user, query, absent));
});

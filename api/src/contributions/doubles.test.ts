import { verifyDatabase } from '#api/log/verify.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { expect, it } from 'vitest';

const { db, ask, answer, demo, person, save, submit, goLive, mails } = await contributeLibrary();
const author = await demo('fao-focal-point');
const secretariat = await demo('secretariat');
const publisher = await demo('fao-publisher');
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const vendor = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  kind: 'EXTERNAL',
  restsOn: { source: 'jiu-rep-2020-7', place: 'para 50' },
  organization: 'FAO',
  summary: { text: 'It made something.', cite, certainty: 'STATED' },
  ...more,
});
const codes = (draft: { faults: { name: string; message: string }[] }) => draft.faults.map(({ name }) => name);
const merge = (user: typeof author, slug: string, into: string, reason = 'The same firm.') =>
  answer(
    user,
    'mutation ($slug: String!, $into: String!, $reason: String!) { mergeRecords(kind: VENDOR, slug: $slug, into: $into, reason: $reason) { __typename ... on RecordsMerged { url } ... on InvalidInput { fields { path code } } } }',
    { slug, into, reason },
  );
const moved = async (slug: string, user: typeof author | null = null) => (await ask(user, `{ movedTo(kind: VENDOR, slug: "${slug}") }`)).movedTo;

it('refuses a name that the library has in another spelling, until the writer says that it is another firm', async () => {
  const { draft } = await save(author, { kind: 'VENDOR', organization: 'fao', content: vendor('IRISGUARD Limited') });
  expect(codes(draft)).toEqual(['name']);
  const refused = await submit(author, draft);
  expect(refused).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ name: 'name', message: expect.stringContaining('The library has “IrisGuard” already') }],
  });
  const { draft: named } = await ask(author, `{ draft(id: "${draft.id}") { namesakes { title } } }`);
  expect(named.namesakes).toEqual([{ title: 'IrisGuard' }]);
  const { draft: another } = await save(author, { id: draft.id, edits: draft.edits, content: vendor('IRISGUARD Limited', { notThe: ['irisguard'] }) });
  expect(codes(another)).toEqual([]);
  expect((await submit(author, another)).draft).toMatchObject({ state: 'SUBMITTED', content: expect.not.objectContaining({ notThe: expect.anything() }) });
  // A project with the title of one that is there, and an entry of its own, which keeps its name.
  const { title, slug } = await db
    .selectFrom('record')
    .select(['title', 'slug'])
    .where('kind', '=', 'PROJECT')
    .where('slug', '=', 'papua-new-guinea-livestock')
    .executeTakeFirstOrThrow();
  expect(codes((await save(author, { kind: 'PROJECT', organization: 'fao', content: { title: title.toUpperCase() } })).draft)).toContain('title');
  expect(codes((await save(author, { kind: 'PROJECT', slug })).draft)).toEqual([]);
});

it('asks for a reason that can be read', async () => {
  for (const [reason, code] of [
    ['', 'REASON_MERGE'],
    ['\u200b', 'REASON_MERGE'],
    ['The \u202esame.', 'TURNING'],
  ] as const)
    expect((await merge(secretariat, 'krypc', 'geora', reason)).data.mergeRecords.fields).toEqual([{ path: 'reason', code }]);
});

it('makes two entries one: both addresses lead to it, what names the double names the other, history and log are kept', async () => {
  await goLive({ kind: 'VENDOR', content: vendor('Doubled Ledger Works') });
  await goLive({ kind: 'VENDOR', content: vendor('Doubled Ledgerworks Group') });
  const [stays, double] = ['doubled-ledger-works', 'doubled-ledgerworks-group'];
  const project = await db
    .selectFrom('record')
    .select('content')
    .where('kind', '=', 'PROJECT')
    .where('slug', '=', 'papua-new-guinea-livestock')
    .executeTakeFirstOrThrow();
  const { slug: _s, sourceKey: _k, position: _p, ...like } = project.content as Record<string, unknown>;
  await goLive({
    kind: 'PROJECT',
    content: {
      ...like,
      title: 'A project of the doubled firm',
      owners: ['FAO'],
      engagements: [{ vendor: double, role: 'Developer', cite, certainty: 'STATED' }],
    },
  });

  for (const user of [author, publisher]) expect((await merge(user, double, stays)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await merge(secretariat, double, stays, ' ')).data.mergeRecords.fields).toEqual([{ path: 'reason', code: 'REASON_MERGE' }]);
  expect((await merge(secretariat, double, double)).data.mergeRecords.fields).toEqual([{ path: 'into', code: 'MERGE_ITSELF' }]);
  expect((await merge(secretariat, double, 'nobody')).data.mergeRecords.fields).toEqual([{ path: 'into', code: 'NO_RECORD' }]);
  expect((await merge(secretariat, double, `http://localhost:3000/vendors/${stays}`)).data.mergeRecords).toMatchObject({ url: `/vendors/${stays}` });
  // Repeated it does nothing more.
  expect((await merge(secretariat, double, stays)).data.mergeRecords).toMatchObject({ url: `/vendors/${stays}` });

  const {
    gone,
    vendor: one,
    project: naming,
    found,
  } = await ask(
    null,
    `{ gone: vendor(slug: "${double}") { title } vendor(slug: "${stays}") { engagements { project { title } } } project(slug: "a-project-of-the-doubled-firm") { engagements { vendor { slug } } }
      found: projects(filter: { vendor: ["${stays}"] }) { edges { node { title } } } }`,
  );
  expect(gone).toBeNull();
  expect(naming.engagements).toEqual([{ vendor: { slug: stays } }]);
  expect(one.engagements).toEqual([{ project: { title: 'A project of the doubled firm' } }]);
  expect(found.edges).toEqual([{ node: { title: 'A project of the doubled firm' } }]);
  expect([await moved(double), await moved(stays), await moved('nobody')]).toEqual([`/vendors/${stays}`, null, null]);
  // The project that still names the double can be changed.
  expect(codes((await save(author, { kind: 'PROJECT', slug: 'a-project-of-the-doubled-firm' })).draft)).toEqual([]);
  expect(
    (await mails('fao-publisher@demo.invalid')).concat(await mails()).some(({ subject }) => subject === 'Two entries became one: Doubled Ledger Works'),
  ).toBe(true);
  // Merged on, the first address leads to the last.
  await goLive({ kind: 'VENDOR', content: vendor('Last Ledger House') });
  await merge(secretariat, stays, 'last-ledger-house');
  expect([await moved(double), await moved(stays)]).toEqual(['/vendors/last-ledger-house', '/vendors/last-ledger-house']);
  expect((await ask(null, '{ project(slug: "a-project-of-the-doubled-firm") { engagements { vendor { slug } } } }')).project.engagements).toEqual([
    { vendor: { slug: 'last-ledger-house' } },
  ]);
  expect((await verifyDatabase(db)).fault).toBeNull();

  // Brought back, it is an entry of its own again, and the log is right.
  const { id } = await db.selectFrom('record').select('id').where('slug', '=', double).executeTakeFirstOrThrow();
  expect((await answer(secretariat, `mutation { restoreRecord(id: "${id}") { __typename } }`)).data.restoreRecord.__typename).toBe('RecordReturned');
  expect(await moved(double)).toBeNull();
  expect((await ask(null, '{ project(slug: "a-project-of-the-doubled-firm") { engagements { vendor { slug } } } }')).project.engagements).toEqual([
    { vendor: { slug: double } },
  ]);
  expect((await verifyDatabase(db)).fault).toBeNull();
  // Where it leads to is sealed.
  await db.updateTable('record').set({ mergedInto: id }).where('slug', '=', stays).execute();
  expect((await verifyDatabase(db)).fault).toMatchObject({ message: expect.stringContaining('mergedInto') });
});

it('leads nobody to what they may not see', async () => {
  const outsider = await person('Otto Other', 'FOCAL_POINT', 'wfp');
  await goLive({ content: lessonOf('A double that everybody saw') });
  await goLive({ content: lessonOf('One for the system', { audience: 'UN_SYSTEM' }) });
  const { slug } = await db.selectFrom('record').select('slug').where('title', '=', 'One for the system').executeTakeFirstOrThrow();
  const { data } = await answer(
    secretariat,
    `mutation { mergeRecords(kind: LESSON, slug: "a-double-that-everybody-saw", into: "${slug}", reason: "Same.") { __typename ... on InvalidInput { fields { code } } } }`,
  );
  expect(data.mergeRecords.fields).toEqual([{ code: 'MERGE_CLOSED' }]);
  expect((await ask(outsider, '{ movedTo(kind: LESSON, slug: "a-double-that-everybody-saw") }')).movedTo).toBeNull();
});

it('asks the same of a building block under another spelling', async () => {
  const block = (title: string, more: Record<string, unknown> = {}) => ({
    ...{ title, owners: ['FAO'], restsOn: { source: 'jiu-rep-2020-7', place: 'para 50' } },
    ...{ summary: { text: 'It keeps keys apart.', cite, certainty: 'STATED' }, ...more },
  });
  await goLive({ kind: 'BUILDING_BLOCK', content: block('Wallet-Kit Zq') });
  const { draft } = await save(author, { kind: 'BUILDING_BLOCK', organization: 'fao', content: block('walletkit ZQ') });
  expect(codes(draft)).toEqual(['title']);
  expect((await submit(author, draft)).fields[0].message).toContain('The library has “Wallet-Kit Zq” already');
  const { draft: another } = await save(author, { id: draft.id, edits: draft.edits, content: block('walletkit ZQ', { notThe: ['wallet-kit-zq'] }) });
  expect(codes(another)).toEqual([]);
});

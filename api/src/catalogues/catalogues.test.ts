import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { madeUp, sharedData } from '#test/catalogue-data.ts';
import { testLibrary } from '#test/ask.ts';
import { loadCatalogue, undoCatalogue } from './load.ts';
import type { CatalogueFile } from './reading.ts';

const { db, data } = await testLibrary();
const cases = madeUp('made-up-cases.csv');
const good = madeUp('made-up-good.json');
const load = async (files: CatalogueFile[], how: Parameters<typeof loadCatalogue>[2] = {}) => {
  const done = await loadCatalogue(db, files, how);
  if ('faults' in done) throw new Error(JSON.stringify(done.faults.slice(0, 5)));
  return done;
};
const faultsOf = async (text: string | Buffer, how: Parameters<typeof loadCatalogue>[2] = {}, name = 'file.csv') => {
  const done = await loadCatalogue(db, [{ name, bytes: Buffer.from(text) }], how);
  return 'faults' in done ? done.faults.map(({ place, column, code }) => [place, column, code]) : [];
};
const edited = (from: string, to: string): CatalogueFile => ({ ...cases, bytes: Buffer.from(cases.bytes.toString().replace(from, to)) });
/** All that tells the state of foreign records: contents, versions, what is archived. */
const state = async () =>
  (await sql`SELECT slug, version, hash, archived_at IS NOT NULL AS archived FROM record WHERE kind = 'FOREIGN_RECORD' ORDER BY slug`.execute(db)).rows;
/** The figures of the library as pages, files and programs show them. */
const figures = () =>
  data(`{
    library { kinds { kind count } citations stages { stage year count } facets(kind: PROJECT, fields: ["country", "stage", "goal"]) { field values { value count } } addresses { url } }
    projects { totalCount facets { field values { value count } } } organizations { totalCount } sources { totalCount }
    all: search(query: "", first: 1) { totalCount kinds { kind count } facets { field values { value count } } }
    words: search(query: "blockchain", first: 1) { totalCount kinds { kind count } facets { field values { value count } } }
    title: search(query: "building blocks", first: 1) { totalCount edges { node { url } } }
  }`);

it('loads the cases of a government catalogue and a JSON registry, each value with its place, source and licence, in no figure of the library', async () => {
  const before = await figures();
  const loaded = await load([cases], { version: 'July 2025', asAt: '2025-07' });
  expect(loaded).toMatchObject({ mapping: 'Public Sector Tech Watch, blockchain cases', added: 3, changed: 0, unchanged: 0 });
  expect(loaded.plan.entries[2]?.doubles).toMatchObject([{ address: '/projects/building-blocks', reason: 'SAME' }]);
  expect(await load([good], { version: 'August 2024' })).toMatchObject({ mapping: 'Registry of digital public goods', added: 1 });
  expect(await figures()).toEqual(before);

  const { foreignRecord: one } = await data(`{ foreignRecord(slug: "pstw-9001") { title url identifier ownerKind stage countryNames changedThere
    catalogue { name version asAt licence publisher } statements { field label text column source { name version licence } } } }`);
  expect(one).toMatchObject({
    ...{ title: 'Made-up land register', url: '/foreign-records/pstw-9001', identifier: 'PSTW-9001', ownerKind: 'GOVERNMENT', stage: 'PILOT' },
    ...{ countryNames: ['Netherlands'], changedThere: '2024-10-14' },
    catalogue: {
      name: 'Public Sector Tech Watch',
      version: 'July 2025',
      asAt: '2025-07',
      licence: 'CC-BY-4.0',
      publisher: 'European Commission, Joint Research Centre',
    },
  });
  const source = { name: 'Public Sector Tech Watch', version: 'July 2025', licence: 'CC-BY-4.0' };
  for (const said of one.statements) expect(said.source).toEqual(source);
  expect(one.statements).toContainEqual({ field: 'owner', label: null, text: 'Made-up town', column: 'responsible_organisation', source });
  expect(one.statements).toContainEqual({ field: 'goals', label: null, text: '16: Vote of an expert, 1 to 9: 8', column: 'SDG_16_vote_rev', source });
  // What has no place here stays under the words of the catalogue: a union is no country, and "in development" is no stage of ours.
  const { foreignRecord: other } = await data('{ foreignRecord(slug: "pstw-9002") { stage countryNames statements { field label text } } }');
  expect([other.stage, other.countryNames]).toEqual([null, []]);
  for (const said of [
    ['geographical_coverage_country', 'European Union'],
    ['status', 'In development'],
    ['website', 'not an address'],
  ])
    expect(other.statements).toContainEqual({ field: 'statements', label: said[0], text: said[1] });
  const { foreignRecord: wallet } = await data('{ foreignRecord(slug: "dpg-made-up-good") { countryNames statements { field label text column } } }');
  expect(wallet.countryNames).toEqual(['Kenya', 'Jordan']);
  expect(wallet.statements).toContainEqual({ field: 'owner', label: null, text: 'Made-up owners', column: 'organizations[org_type=owner].name' });
  expect(wallet.statements).toContainEqual({ field: 'statements', label: 'Funder', text: 'Made-up funders', column: 'organizations[org_type=funder].name' });
});

it('finds them by one filter only: their own list, their kind, or a search that asks for other catalogues too', async () => {
  const answer = await data(`{
    list: foreignRecords(filter: { ownerKind: ["GOVERNMENT"], catalogue: ["Public Sector Tech Watch"] }) { totalCount edges { node { title } } facets { field values { value count } } }
    goal: foreignRecords(filter: { catalogueGoal: [16] }) { totalCount } country: foreignRecords(filter: { country: ["NL"] }) { totalCount }
    none: search(query: "made-up", first: 100) { totalCount edges { node { kind } } }
    kind: search(query: "made-up", kinds: [FOREIGN_RECORD]) { totalCount }
    both: search(query: "made-up", foreign: true) { totalCount kinds { kind count } }
    everything: search(query: "", foreign: true, first: 1) { totalCount kinds { kind count } }
    library { own: kinds { kind count } all: kinds(foreign: true) { kind count } }
  }`);
  expect([answer.list.totalCount, answer.goal.totalCount, answer.country.totalCount]).toEqual([2, 1, 1]);
  expect(answer.none.edges.map(({ node }: { node: { kind: string } }) => node.kind)).not.toContain('FOREIGN_RECORD');
  expect([answer.kind.totalCount, answer.both.totalCount]).toEqual([4, answer.none.totalCount + 4]);
  expect(answer.everything.kinds).toContainEqual({ kind: 'FOREIGN_RECORD', count: 4 });
  expect(answer.library.own.map(({ kind }: { kind: string }) => kind)).not.toContain('FOREIGN_RECORD');
  expect(answer.library.all).toContainEqual({ kind: 'FOREIGN_RECORD', count: 4 });
});

it('does nothing the second time, shows what a later version says otherwise, and takes a load back whole', async () => {
  const first = await state();
  expect(await load([cases], { version: 'July 2025', asAt: '2025-07' })).toMatchObject({ id: null, added: 0, changed: 0, unchanged: 3 });
  expect(await load([cases])).toMatchObject({ id: null, unchanged: 3 });
  expect(await state()).toEqual(first);

  const later = await load([edited(',Pilot,', ',Implemented,')], { version: 'December 2025' });
  expect(later).toMatchObject({ added: 0, changed: 1, gone: 0, unchanged: 2 });
  expect(later.plan.entries[0]?.changed).toEqual([{ field: 'stage', before: 'Pilot: PILOT', after: 'Implemented: IN_USE' }]);
  const { foreignRecord } = await data('{ foreignRecord(slug: "pstw-9001") { version stage catalogue { version } } }');
  expect(foreignRecord).toEqual({ version: 2, stage: 'IN_USE', catalogue: { version: 'December 2025' } });
  expect(await undoCatalogue(db, 'keeper', { id: later.id as string, reason: 'A check.' })).toEqual({ id: later.id });
  const { foreignRecord: again } = await data('{ foreignRecord(slug: "pstw-9001") { version stage catalogue { version } } }');
  expect(again).toEqual({ version: 3, stage: 'PILOT', catalogue: { version: 'July 2025' } });

  // Of a whole file, what it no longer has is gone; of a part nothing is.
  const part = edited(cases.bytes.toString().slice(cases.bytes.toString().indexOf('PSTW-9003')), '');
  expect(await load([part])).toMatchObject({ gone: 0, unchanged: 2 });
  const whole = await load([part], { whole: true, version: 'A part' });
  expect(whole).toMatchObject({ gone: 1, unchanged: 2 });
  expect((await data('{ foreignRecord(slug: "pstw-9003") { title } }')).foreignRecord).toBeNull();
  await undoCatalogue(db, 'keeper', { id: whole.id as string, reason: 'A check.' });
  expect((await data('{ foreignRecord(slug: "pstw-9003") { title } }')).foreignRecord).toEqual({ title: 'Building Blocks' });
  const moved = await undoCatalogue(db, 'keeper', {
    id: (await sql<{ id: string }>`SELECT id FROM catalogue_run ORDER BY begun_at LIMIT 1`.execute(db)).rows[0]?.id ?? '',
    reason: 'Late.',
  });
  expect(JSON.stringify(moved)).toContain('IMPORT_MOVED');
});

it('takes back what it added, and loads it again as it was', async () => {
  const added = await load([edited('PSTW-9001', 'PSTW-9011')], { version: 'Once more' });
  expect(added).toMatchObject({ added: 1, unchanged: 2 });
  await undoCatalogue(db, 'keeper', { id: added.id as string, reason: 'A check.' });
  expect((await data('{ foreignRecord(slug: "pstw-9011") { title } }')).foreignRecord).toBeNull();
  expect(await load([edited('PSTW-9001', 'PSTW-9011')])).toMatchObject({ added: 1, unchanged: 2 });
  expect((await data('{ foreignRecord(slug: "pstw-9011") { version } }')).foreignRecord).toEqual({ version: 1 });
});

it('names every fault by its place, and loads nothing of a file that has one', async () => {
  const before = await state();
  const mapping = {
    title: 'A test',
    catalogue: { key: 'test', name: 'A test', licence: 'CC0-1.0' },
    columns: [
      { column: 'id', field: 'identifier' },
      { column: 'name', field: 'title' },
      { column: 'where', field: 'countries' },
      { column: 'since', field: 'began' },
    ],
  };
  const two = { ...mapping, columns: [...mapping.columns, { column: 'since', field: 'title' }] };
  const text = 'id,name,where,since\n1,One,Kenya,2020\n2,Two,Atlantis,soon\n,Three,,\n1,Four,,\n';
  expect(await faultsOf(text, { mapping: two })).toEqual([['', 'since', 'MAPPING_TWO']]);
  expect(await faultsOf(text, { mapping: { ...mapping, columns: mapping.columns.slice(1) } })).toEqual([['', '', 'MAPPING_NEEDS']]);
  expect(await faultsOf(text, { mapping: { ...mapping, catalogue: {} } })).toEqual([['', '', 'MAPPING_FORM']]);
  expect(await faultsOf(text, { name: 'nobody' })).toEqual([['', '', 'MAPPING_NONE']]);
  expect(await faultsOf(text)).toEqual([['', '', 'MAPPING_UNKNOWN']]);
  expect(await faultsOf(text, { mapping })).toEqual([
    ['file.csv, row 3', 'since', 'FOREIGN_DATE'],
    ['file.csv, row 3', 'where', 'FOREIGN_COUNTRY'],
    ['file.csv, row 4', 'id', 'MISSING'],
    ['file.csv, row 5', 'id', 'FOREIGN_TWICE'],
  ]);
  expect(await faultsOf('id,name,where,since\n1,One,Kenya\n', { mapping })).toEqual([['file.csv, row 2', '', 'ROW_LENGTH']]);
  expect(await faultsOf('id,name,where\n1,One,Kenya\n', { mapping })).toEqual([['', 'since', 'MAPPING_COLUMN']]);
  expect(await faultsOf(`id,name,where,since\n1,${'x'.repeat(301)},,\n`, { mapping })).toEqual([['file.csv, row 2', 'name', 'TOO_LONG']]);
  expect(await faultsOf('[{"id": 1, "name": "cut', { mapping }, 'cut.json')).toEqual([['', '', 'CATALOGUE_JSON']]);
  expect(await faultsOf('[1, 2]', { mapping }, 'list.json')).toEqual([['', '', 'CATALOGUE_JSON_LIST']]);
  expect(await faultsOf(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`, { mapping }, 'deep.json')).toEqual([['', '', 'CATALOGUE_DEEP']]);
  expect(await faultsOf('id,name,where,since\n', { mapping })).toEqual([['file.csv', '', 'CATALOGUE_EMPTY']]);
  expect(
    await faultsOf(
      Array.from({ length: 501 }, (_, index) => `c${index}`)
        .join(',')
        .concat('\n1,2\n'),
      { mapping },
    ),
  ).toContainEqual(['file.csv, row 1', expect.any(String), 'TABLE_COLUMNS']);
  expect(await faultsOf(cases.bytes, { asAt: 'soon' })).toEqual([['', 'as at', 'PARTIAL_DATE']]);
  expect(await state()).toEqual(before);
});

it('names ten entries of one title of a file in which all have it, and takes no word for what every object has', { timeout: 60_000 }, async () => {
  const mapping = {
    title: 'One title',
    catalogue: { key: 'one-title', name: 'One title', licence: 'CC0-1.0' },
    columns: [
      { column: 'id', field: 'identifier' },
      { column: 'name', field: 'title' },
      { column: 'state', field: 'stage', words: { running: 'PILOT' } },
    ],
  };
  const many = Array.from({ length: 5000 }, (_, index) => ({ id: `n${index}`, name: 'Untitled', state: 'running' }));
  const done = await loadCatalogue(db, [{ name: 'many.json', bytes: Buffer.from(JSON.stringify(many)) }], { mapping }, true);
  const doubles = 'plan' in done ? done.plan.entries.map((one) => one.doubles.length) : [];
  expect([doubles.length, new Set(doubles)]).toEqual([5000, new Set([10])]);
  for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(await faultsOf(JSON.stringify([{ id: '1', name: 'One', state: word }]), { mapping })).toEqual([['file.csv', 'state', 'FOREIGN_WORD']]);
  const inherited = {
    ...mapping,
    columns: [mapping.columns[0], { column: '__proto__.name', field: 'title' }, { column: 'constructor.name', field: 'summary' }],
  };
  expect(await faultsOf(JSON.stringify([{ id: '1', name: 'One' }]), { mapping: inherited })).toEqual([['file.csv', '__proto__.name', 'MISSING']]);
});

it('reads a file in Latin-1 as its people wrote it', async () => {
  const mapping = {
    title: 'Une liste',
    catalogue: { key: 'liste', name: 'Une liste', licence: 'CC0-1.0', language: 'fr' },
    columns: [
      { column: 'numéro', field: 'identifier' },
      { column: 'intitulé', field: 'title' },
    ],
  };
  expect(await load([{ name: 'liste.csv', bytes: Buffer.from('numéro;intitulé\n1;Café numérique\n', 'latin1') }], { mapping })).toMatchObject({ added: 1 });
  expect((await data('{ foreignRecord(slug: "liste-1") { title language } }')).foreignRecord).toEqual({ title: 'Café numérique', language: 'fr' });
});

it('loads the 306 real cases and the 22 real goods twice with the same result', async () => {
  const [real, goods] = [sharedData('eu-blockchain-cases'), sharedData('dpg-registry')];
  if (!real || !goods) return;
  const before = await figures();
  expect(await load(real, { version: 'July 2025', asAt: '2025-07' })).toMatchObject({ added: 306, changed: 0, unchanged: 0 });
  const doubles = (await load(goods, { version: 'August 2024', asAt: '2024-08' })).plan.entries.flatMap((one) => one.doubles.map(({ reason }) => reason));
  expect(doubles.filter((reason) => reason === 'SAME_IN_FILE').length).toBeGreaterThan(0);
  const first = await state();
  expect(await load(real, { version: 'July 2025', asAt: '2025-07' })).toMatchObject({ id: null, added: 0, changed: 0, unchanged: 306 });
  expect(await load(goods)).toMatchObject({ id: null, added: 0, changed: 0, unchanged: 22 });
  expect(await state()).toEqual(first);
  expect(await figures()).toEqual(before);
  const { foreignRecords } = await data('{ foreignRecords(filter: { ownerKind: ["GOVERNMENT"], catalogue: ["Public Sector Tech Watch"] }) { totalCount } }');
  expect(foreignRecords.totalCount).toBe(180 + 3);
}, 300_000);

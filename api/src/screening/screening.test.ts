import { readFileSync } from 'node:fs';
import { mkdtemp, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { sentence } from '#i18n/sentence.ts';
import type { Why } from '#i18n/fault.ts';
import { cite, contributeLibrary } from '#test/contribute.ts';
import { startWorker } from '../../../jobs/worker.ts';
import { verifyDatabase } from '../log/verify.ts';
import { type ListFile, readList } from './list-file.ts';
import { loadList } from './load.ts';
import { endKept } from './match.ts';
import { doRun, screenVendor } from './run.ts';

const { db, pool, ask, answer, demo, person, goLive, mails } = await contributeLibrary();
afterAll(endKept);
const site = { baseUrl: 'https://example.org' };
const secretariat = await demo('secretariat');
const buyer = await person('A buyer', 'PROCUREMENT_OFFICER', 'itu');
const focal = await demo('fao-focal-point');

const shipped = (name: string) => readFileSync(new URL(`../../../seed/screening/${name}`, import.meta.url));
const xml = (entries: string, { day = '2026-11-02', more = '' } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${more}<CONSOLIDATED_LIST dateGenerated="${day}T00:00:00.000Z">\n<INDIVIDUALS>\n</INDIVIDUALS>\n<ENTITIES>\n${entries}\n</ENTITIES>\n</CONSOLIDATED_LIST>`;
const entity = (key: string, name: string, alias = '') =>
  `<ENTITY><DATAID>1</DATAID><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>Made</UN_LIST_TYPE><REFERENCE_NUMBER>${key}</REFERENCE_NUMBER>${alias && `<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>${alias}</ALIAS_NAME></ENTITY_ALIAS>`}</ENTITY>`;
const bytes = (text: string | Buffer) => ({ bytes: new Uint8Array(Buffer.from(text)) });
const read = async (text: string | Buffer): Promise<ListFile | string> => {
  const list = await readList(bytes(text));
  return 'code' in list ? sentence(list as Why) : list;
};

it('reads the two structures, each entry with all its names', async () => {
  const un = (await read(shipped('synthetic-list.xml'))) as ListFile;
  expect([un.format, un.listedOn, un.synthetic, un.entries.length]).toEqual(['UN_XML', '2026-11-02', true, 40]);
  expect(un.entries[0]).toEqual({
    key: 'SYNTHETIC-P.001',
    kind: 'PERSON',
    programme: 'Synthetic',
    names: ['Semidalin Kragan Bovis', 'Семидалин Краган Бовис', 'Las Passepartout'],
  });
  expect(un.entries.find(({ kind }) => kind === 'ORGANIZATION')?.names.length).toBe(2);
  const csv = (await read(shipped('targets.simple.csv'))) as ListFile;
  expect([csv.format, csv.listedOn, csv.synthetic, csv.entries.length]).toEqual(['OPENSANCTIONS_CSV', '2026-11-02', true, 10]);
  expect(csv.entries[0]?.names).toEqual(['Semidalin Kragan Bovis', 'Семидалин Краган Бовис', 'SEMIDALIN KRAGAN BOVIS']);
  // Of several aliases in one element, and in a section of text.
  const more = (await read(xml(entity('E.1', '<![CDATA[One & Co]]>', 'Two; Three;Two')))) as ListFile;
  expect(more.entries).toEqual([{ key: 'E.1', kind: 'ORGANIZATION', programme: 'Made', names: ['One & Co', 'Two', 'Three'] }]);
});

it('refuses what is no list with the line and how to mend it', { timeout: 60_000 }, async () => {
  const whole = xml([entity('E.1', 'One'), entity('E.2', 'Two')].join('\n'));
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n`;
  const head = 'id,schema,name,aliases,last_seen\n';
  const cases: [string | Buffer, string | RegExp][] = [
    ['', 'The file is empty.'],
    ['  \n \n', 'The file is empty.'],
    [whole.slice(0, whole.indexOf('E.2') + 3), /^Line 7: the file ends in the middle\./],
    [whole.replace('</FIRST_NAME>', '</FIRSTNAME>'), /^Line 6: this is not well-formed XML\./],
    [whole.replace('One', 'One &undefined;'), /^Line 6: this is not well-formed XML\./],
    [xml(entity('E.1', '&b;'), { more: bomb }), /^Line 2: the file declares a document type/],
    ['<html><body>Not found</body></html>', /^This is neither the consolidated list/],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /^This is neither/],
    ['{"entries": []}', /^This is neither/],
    [Buffer.concat([Buffer.from(whole.slice(0, 200)), Buffer.from([0xff, 0xfe]), Buffer.from(whole.slice(200))]), /^Line \d: the file is not in UTF-8/],
    [whole.replace(/dateGenerated="[^"]*"/, ''), /^The list does not say of what day it is/],
    [whole.replace('2026-11-02T', '2026-02-30T'), 'Line 2: “2026-02-30T00:00:00.000Z” is no day.'],
    [whole.replace('2026-11-02T', '2999-01-01T'), 'The list says that it is of 2999-01-01, which is still to come.'],
    [xml(''), 'The list has no entries.'],
    [xml(`\n${entity('', 'One').replace('<DATAID>1</DATAID>', '')}`), 'Line 7: the entry has no reference number.'],
    [xml(`${entity('E.1', 'One')}\n${entity('E.1', 'Two')}`), 'Line 7: the entry “E.1” stands in the list twice.'],
    [xml(entity('E.1', '  ')), 'Line 6: the entry “E.1” has no name.'],
    [xml(entity('E.1', 'x'.repeat(500))), 'Line 6: a name is longer than 400 characters.'],
    [`${head}1,Person,One,,2026-11-01\n2,Person,"Two,,2026-11-01\n`, /^Line \d: this row cannot be read as CSV/],
    [`${head}1,Person,One,,2026-11-01\n2,Person,Two\n`, /^Line 3: this row cannot be read as CSV/],
    [`${head}1,Person,One,,2026-11-01\n2,Person,Two,,never\n`, 'Line 3: “never” is no day.'],
    ['id,name,schema\n1,One,Person\n', 'The table lacks columns: aliases, last_seen. Choose the file targets.simple.csv.'],
  ];
  for (const [text, said] of cases) expect([String(text).slice(0, 80), await read(text)]).toEqual([String(text).slice(0, 80), expect.stringMatching(said)]);
});

it('reads no file of 200 MB, and none that takes too much time or memory', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-lists-'));
  const large = join(folder, 'large.xml');
  await writeFile(large, `${xml('').slice(0, 160)}\n<!-- `);
  const file = await open(large, 'a');
  await file.truncate(200 * 1024 * 1024);
  await file.close();
  // Refused by its size, and never read.
  expect(await readList({ path: large })).toMatchObject({ code: 'LIST_LARGE' });
  // One that says less of itself than it has: reading ends at the limit.
  const endless = `${xml('').slice(0, 160)}${' '.repeat(110 * 1024 * 1024)}`;
  expect(await readList(bytes(endless))).toMatchObject({ code: 'LIST_LARGE' });
  expect(await readList({ path: join(folder, 'none.xml') })).toMatchObject({ code: 'LIST_FILE', params: { said: 'ENOENT' } });
  expect(await readList(bytes(shipped('synthetic-list.xml')), { milliseconds: 1, megabytes: 768 })).toMatchObject({ code: 'LIST_SLOW' });
});

const LOAD = `mutation ($file: String!, $name: String) { loadScreeningList(file: $file, name: $name) { __typename ... on ScreeningListLoaded { id run name entries } ... on InvalidInput { fields { path code message } } } }`;
const load = async (user: typeof buyer, text: string | Buffer, name: string | null = null) =>
  (await ask(user, LOAD, { file: Buffer.from(text).toString('base64'), name })).loadScreeningList;
const SEE = `query ($states: [ScreeningState!]) { screening { lists { id name listedOn entries current synthetic loadedBy run { done total found finishedAt by } } counts { state count }
  candidates(states: $states) { id vendorName listedName entryKey score state listName current words { vendorWord listedWord why alike } decisions { id answer reason name holds } vendor { title url } } } }`;
const see = async (user = buyer, states: string[] | null = null) => (await ask(user, SEE, { states })).screening;
const DECIDE = `mutation ($candidate: ID!, $last: ID, $answer: ScreeningAnswer!, $reason: String!) { decideScreening(candidate: $candidate, last: $last, answer: $answer, reason: $reason) { __typename ... on ScreeningDecided { candidate { state decisions { id answer name } } } ... on InvalidInput { fields { path code message } } } }`;
const decide = async (user: typeof buyer, variables: Record<string, unknown>) => (await ask(user, DECIDE, variables)).decideScreening;

let made = 0;
const vendor = async (name: string, more: Record<string, unknown> = {}) =>
  (
    await goLive({
      kind: 'VENDOR',
      content: {
        name,
        kind: 'IN_HOUSE',
        organization: 'FAO',
        cite,
        language: 'en',
        audience: 'PUBLIC',
        summary: { text: 'It was made for a check.', cite, certainty: 'STATED' },
        ...more,
      },
      key: `vendor-${++made}`,
      reason: 'New',
    })
  ).publishedVersion;

it('is for procurement officers, the secretariat and administrators, and for nobody else', async () => {
  for (const user of [null, focal, await person('A member', 'MEMBER', 'fao'), await demo('fao-publisher')]) {
    expect((await answer(user, SEE)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await answer(user, LOAD, { file: '', name: null })).errors?.[0]?.extensions?.code).toBe(user ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
  for (const user of [buyer, secretariat, await demo('administrator')]) expect((await see(user)).lists).toEqual([]);
});

it('loads a list whole or not at all, compares the vendors of the library with it, and says what was found', { timeout: 120_000 }, async () => {
  expect((await load(buyer, shipped('synthetic-list.xml').subarray(0, 3000))).fields).toMatchObject([{ path: 'file', code: 'LIST_HALF' }]);
  expect((await see()).lists).toEqual([]);
  const loaded = await load(buyer, shipped('synthetic-list.xml'), 'Consolidated list');
  // What is made up is never called a real one.
  expect(loaded).toMatchObject({ name: expect.stringContaining('Synthetic'), entries: 40 });
  await doRun(db, loaded.run, site);
  const { lists, candidates } = await see();
  expect(lists).toMatchObject([
    {
      listedOn: '2026-11-02',
      synthetic: true,
      current: true,
      loadedBy: 'A buyer',
      run: { done: 24, total: 24, found: 0, by: 'A buyer', finishedAt: expect.any(String) },
    },
  ]);
  expect(candidates).toEqual([]);
  const shown = await ask(
    buyer,
    '{ vendor(slug: "irisguard") { screenings { listName listedOn by found namesChanged newerList } screeningCandidates { id } } }',
  );
  expect(shown.vendor).toEqual({
    screenings: [{ listName: loaded.name, listedOn: '2026-11-02', by: 'A buyer', found: 0, namesChanged: false, newerList: null }],
    screeningCandidates: [],
  });
  for (const user of [null, focal])
    expect((await ask(user, '{ vendor(slug: "irisguard") { screenings { found } screeningCandidates { id } } }')).vendor).toEqual({
      screenings: [],
      screeningCandidates: [],
    });
  expect((await load(secretariat, shipped('synthetic-list.xml'))).fields).toMatchObject([{ code: 'LIST_SAME' }]);
  const older = shipped('synthetic-list.xml').toString().replace('2026-11-02T08', '2026-11-01T08');
  expect((await load(secretariat, older)).fields).toMatchObject([{ path: 'file', code: 'LIST_OLDER' }]);
  // Done again by a worker that did not know: nothing is done twice.
  await doRun(db, loaded.run, site);
  expect((await see()).lists[0].run.done).toBe(24);
});

it('compares a vendor when it is published, tells those who decide once, and keeps decisions while the names are the same', { timeout: 180_000 }, async () => {
  const list = (extra: string, day: string) => xml(`${entity('E.7', 'Lumovat Timber GmbH', 'Лумоват Тимбер')}\n${extra}`, { day });
  const first = await load(buyer, list('', '2026-11-03'));
  await doRun(db, first.run, site);
  const before = (await mails()).length;
  await vendor('Lumowat Timber Ltd', { formerNames: ['Kora Works'] });
  const { id } = await db.selectFrom('record').select('id').where('title', '=', 'Lumowat Timber Ltd').executeTakeFirstOrThrow();
  // The publication asked for it.
  const jobs = async () => (await sql<{ key: string }>`SELECT key FROM graphile_worker.jobs WHERE key = ${`screen-vendor:${id}`}`.execute(db)).rows.length;
  expect(await jobs()).toBe(1);
  await screenVendor(db, id, site);
  await screenVendor(db, id, site);
  const told = (await mails()).slice(before).filter(({ subject }) => /to decide on/.test(subject));
  // It resembles an entry of each list; both stand in one mail.
  expect([...new Set(told.map(({ subject }) => subject))]).toEqual(['2 names to decide on']);
  expect(told.map(({ address }) => address).sort()).toEqual([...new Set(told.map(({ address }) => address))].sort());
  expect(told.map(({ address }) => address)).toContain(buyer.email);
  // Who may not see the vendor learns nothing of it by mail.
  expect(told.map(({ text }) => text).join()).not.toContain('Lumo');
  // The synthetic list, which is loaded too, has the same name on it.
  const ofList = async (user = buyer, states: string[] | null = null) =>
    (await see(user, states)).candidates
      .filter((one: { entryKey: string }) => one.entryKey.startsWith('E.'))
      .sort((a: { entryKey: string }, b: { entryKey: string }) => a.entryKey.localeCompare(b.entryKey));
  const [candidate] = await ofList();
  expect(candidate).toMatchObject({
    vendorName: 'Lumowat Timber Ltd',
    listedName: 'Лумоват Тимбер',
    entryKey: 'E.7',
    state: 'OPEN',
    vendor: { title: 'Lumowat Timber Ltd' },
  });
  expect(candidate.words).toContainEqual({ vendorWord: 'lumowat', listedWord: 'lumovat', why: 'SOUND', alike: 0.97 });
  expect(candidate.words).toContainEqual({ vendorWord: 'ltd', listedWord: '', why: 'LEFT_OUT', alike: 0 });

  expect((await decide(buyer, { candidate: candidate.id, answer: 'NOT_THE_SAME', reason: '  ' })).fields).toMatchObject([
    { path: 'reason', code: 'DECISION_REASON' },
  ]);
  expect((await answer(focal, DECIDE, { candidate: candidate.id, answer: 'SAME', reason: 'x' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  for (const [reason, code] of [
    ['\u200b\u2060', 'DECISION_REASON'],
    ['\u3164', 'DECISION_REASON'],
    ['good \u202egnihton', 'TURNING'],
    ['\u2067good', 'TURNING'],
    ['x'.repeat(2001), 'TOO_LONG'],
  ])
    expect((await decide(buyer, { candidate: candidate.id, answer: 'SAME', reason })).fields).toMatchObject([{ path: 'reason', code }]);
  const decided = await decide(buyer, { candidate: candidate.id, answer: 'NOT_THE_SAME', reason: 'Another register number.' });
  expect(decided.candidate).toMatchObject({ state: 'NOT_THE_SAME', decisions: [{ answer: 'NOT_THE_SAME', name: 'A buyer' }] });
  // Somebody who looked before that is told.
  expect((await decide(secretariat, { candidate: candidate.id, answer: 'SAME', reason: 'x' })).fields).toMatchObject([{ code: 'DECIDED_SINCE' }]);
  await expect(sql`UPDATE screening_decision SET answer = 'SAME'`.execute(db)).rejects.toThrow('never changes');
  await expect(sql`UPDATE screening_candidate SET score = 0`.execute(db)).rejects.toThrow('never changes');

  // A new list with another entry: the decision survives, and the new entry alone is asked for.
  const mailsBefore = (await mails()).length;
  const second = await load(buyer, list(entity('E.8', 'Kora Works'), '2026-11-04'));
  await doRun(db, second.run, site);
  const state = async () => Object.fromEntries((await ofList()).map((one: { entryKey: string; state: string }) => [one.entryKey, one.state]));
  expect(await state()).toEqual({ 'E.7': 'NOT_THE_SAME', 'E.8': 'OPEN' });
  expect((await mails()).slice(mailsBefore).map(({ text }) => text)).toContainEqual(expect.stringContaining('One name resembles a listed one'));
  const [, kora] = await ofList();
  await decide(secretariat, { candidate: kora.id, answer: 'UNDECIDED', reason: 'I asked the firm.' });

  // The names of one entry change: it alone is asked for again, and says what was decided before.
  const third = await load(buyer, list(entity('E.8', 'Kora Works', 'Kora Works International'), '2026-11-05'));
  await doRun(db, third.run, site);
  expect(await state()).toEqual({ 'E.7': 'NOT_THE_SAME', 'E.8': 'CHANGED' });
  expect(await ofList(buyer, ['CHANGED'])).toMatchObject([
    { entryKey: 'E.8', decisions: [{ answer: 'UNDECIDED', reason: 'I asked the firm.', holds: false }] },
  ]);
  // One of an older check is not decided on any more.
  expect((await decide(buyer, { candidate: candidate.id, answer: 'SAME', reason: 'x', last: candidate.id })).fields).toMatchObject([{ code: 'CANDIDATE_OLD' }]);

  // The vendor gets another name: everything about it is asked for again.
  const { slug } = await db.selectFrom('record').select('slug').where('id', '=', id).executeTakeFirstOrThrow();
  const content = (await db.selectFrom('record').select('content').where('id', '=', id).executeTakeFirstOrThrow()).content as Record<string, unknown>;
  await goLive({ kind: 'VENDOR', slug, content: { ...content, alsoKnownAs: ['Lumowat'] }, reason: 'Another name' });
  await screenVendor(db, id, site);
  expect(await state()).toMatchObject({ 'E.7': 'CHANGED', 'E.8': 'CHANGED' });
  const { vendor: shown } = await ask(buyer, `{ vendor(slug: "${slug}") { screenings { listName found by listedOn } screeningCandidates { entryKey } } }`);
  expect(shown.screenings).toContainEqual({ listName: 'Consolidated list of the United Nations Security Council', found: 2, by: null, listedOn: '2026-11-05' });
  expect(shown.screeningCandidates.length).toBe(3);
  expect(shown.screenings.length).toBe(2);
});

it('shows nobody a vendor that they may not see', { timeout: 60_000 }, async () => {
  const outsider = await person('Another buyer', 'PROCUREMENT_OFFICER', 'wfp');
  const { id } = await db.selectFrom('record').select('id').where('title', '=', 'Lumowat Timber Ltd').executeTakeFirstOrThrow();
  expect((await see(outsider)).candidates.length).toBe(3);
  await db.updateTable('record').set({ audience: 'OWNERS' }).where('id', '=', id).execute();
  try {
    const { candidates, counts } = await see(outsider);
    expect([candidates, counts]).toEqual([[], []]);
  } finally {
    await db.updateTable('record').set({ audience: 'PUBLIC' }).where('id', '=', id).execute();
  }
});

it('goes on where it stopped', { timeout: 60_000 }, async () => {
  const { screenVendors } = await ask(buyer, `mutation { screenVendors(list: "${(await see()).lists[0].id}") { __typename ... on ScreeningAsked { run } } }`);
  await sql`INSERT INTO screening_check (run_id, vendor_id, names_hash, candidates) SELECT ${screenVendors.run}::uuid, id, 'x', 0 FROM record WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(
    db,
  );
  await doRun(db, screenVendors.run, site);
  const run = await db.selectFrom('screeningRun').select(['done', 'total', 'finishedAt']).where('id', '=', screenVendors.run).executeTakeFirstOrThrow();
  expect(run).toMatchObject({ done: run.total - 1, finishedAt: expect.any(Date) });
});

it('is loaded by the command of the keeper from a file, and the worker compares', { timeout: 90_000 }, async () => {
  const loaded = await loadList(db, null, { path: fileURLToPath(new URL('../../../seed/screening/targets.simple.csv', import.meta.url)) }, '', true);
  if (!('runId' in loaded)) throw new Error(JSON.stringify(loaded));
  const reports: string[] = [];
  const stop = await startWorker({
    db,
    pool,
    settings: { smtpUrl: null, mailFrom: 'atrium@example.org', baseUrl: site.baseUrl },
    report: (message) => reports.push(message),
  });
  try {
    const run = () => db.selectFrom('screeningRun').select(['done', 'total', 'finishedAt', 'askedBy']).where('id', '=', loaded.runId).executeTakeFirstOrThrow();
    await expect.poll(async () => (await run()).finishedAt !== null, { timeout: 60_000, interval: 250 }).toBe(true);
    expect(await run()).toMatchObject({ done: 25, total: 25, askedBy: null });
    expect(reports).toEqual([]);
  } finally {
    await stop();
  }
});

it('asks whether a list that is much shorter is whole, and takes one out of use that is not, with a reason', { timeout: 60_000 }, async () => {
  const name = 'A list cut off';
  const of = (count: number, day: string) =>
    xml(Array.from({ length: count }, (_, at) => entity(`C.${at}`, `Corvanta ${'abcdefghijkl'[at]}ro Works`)).join('\n'), { day });
  const first = await load(buyer, of(10, '2026-11-03'), name);
  await doRun(db, first.run, site);
  expect((await load(buyer, of(8, '2026-11-04'), name)).fields).toMatchObject([
    { path: 'file', code: 'LIST_SHORTER', message: expect.stringContaining('8 entries, the one in use has 10') },
  ]);
  // A tenth less is a list as it may become.
  expect((await load(buyer, of(9, '2026-11-04'), name)).entries).toBe(9);
  const file = Buffer.from(of(3, '2026-11-05')).toString('base64');
  const { loadScreeningList: half } = await ask(
    buyer,
    LOAD.replace('$name: String', '$name: String, $shorter: Boolean').replace('name: $name', 'name: $name, shorter: $shorter'),
    {
      file,
      name,
      shorter: true,
    },
  );
  expect(half.entries).toBe(3);
  await vendor('Corvanta aro Works');
  await doRun(db, half.run, site);
  const ofList = async () => (await see()).candidates.filter(({ listName }: { listName: string }) => listName === name);
  expect((await ofList()).length).toBeGreaterThan(0);
  const WITHDRAW =
    'mutation ($list: ID!, $reason: String!) { withdrawScreeningList(list: $list, reason: $reason) { __typename ... on InvalidInput { fields { path code } } } }';
  const withdraw = async (user: typeof buyer, reason: string) => (await ask(user, WITHDRAW, { list: half.id, reason })).withdrawScreeningList;
  expect((await withdraw(buyer, ' ')).fields).toEqual([{ path: 'reason', code: 'LIST_REASON' }]);
  expect((await answer(focal, WITHDRAW, { list: half.id, reason: 'No.' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await withdraw(buyer, 'Half of the file.')).__typename).toBe('ScreeningListWithdrawn');
  expect((await withdraw(buyer, 'Again.')).fields).toEqual([{ path: 'list', code: 'NO_LIST' }]);
  expect(await ofList()).toEqual([]);
  const { screening } = await ask(buyer, '{ screening { lists { id current withdrawnBy withdrawnReason } } }');
  expect(screening.lists.find(({ id }: { id: string }) => id === half.id)).toEqual({
    id: half.id,
    current: false,
    withdrawnBy: 'A buyer',
    withdrawnReason: 'Half of the file.',
  });
  const { vendor: page } = await ask(buyer, '{ vendor(slug: "corvanta-aro-works") { screenings { listName withdrawnAt } } }');
  expect(page.screenings.find(({ listName }: { listName: string }) => listName === name)).toEqual({ listName: name, withdrawnAt: expect.any(String) });
  // What the log knows fits what is shown: nothing of the list is a candidate any more.
  const { rows: left } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM screening_candidate WHERE list_name = ${name}`.execute(db);
  expect(left[0]?.count).toBeGreaterThan(0);
  const faults = (await verifyDatabase(db)).faults.map(({ message }) => message);
  expect(faults.filter((message) => /screening|sanctions/.test(message))).toEqual([]);
  // The right list takes its place, whatever its day.
  expect((await load(buyer, of(10, '2026-11-03'), name)).entries).toBe(10);
});

it('is sealed in the log: lists, screenings and decisions, and what is changed afterwards is named', { timeout: 60_000 }, async () => {
  const faults = async () => (await verifyDatabase(db)).faults.map(({ message }) => message).filter((message) => /screening|sanctions/.test(message));
  expect(await faults()).toEqual([]);
  const kinds = (
    await sql<{
      kind: string;
      count: number;
    }>`SELECT kind, count(*)::int AS count FROM log_entry WHERE kind LIKE 'SCREENING%' GROUP BY kind ORDER BY kind`.execute(db)
  ).rows;
  expect(kinds).toEqual([
    { kind: 'SCREENING_DECIDED', count: 2 },
    { kind: 'SCREENING_DONE', count: expect.any(Number) },
    { kind: 'SCREENING_LIST_LOADED', count: 9 },
    { kind: 'SCREENING_LIST_WITHDRAWN', count: 1 },
  ]);
  // What is shown of it besides: which candidates are those of today, the names of the list, the words, and when it was.
  for (const change of [
    sql`UPDATE screening_entry SET programme = 'x'`,
    sql`UPDATE screening_name SET name = 'x'`,
    sql`UPDATE screening_check SET checked_at = now()`,
    sql`UPDATE screening_word SET why = 'x'`,
  ])
    await expect(change.execute(db)).rejects.toThrow('never changes');
  const undone = async (change: ReturnType<typeof sql>, expected: RegExp) =>
    db
      .transaction()
      .execute(async (trx) => {
        for (const table of ['screening_name', 'screening_check', 'screening_word'])
          await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER USER`.execute(trx);
        await change.execute(trx);
        const told = (await verifyDatabase(trx)).faults.map(({ message }) => message);
        expect(told.filter((message) => expected.test(message)).length).toBeGreaterThan(0);
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toBe('undone'));
  await undone(
    sql`UPDATE screening_candidate SET current = NOT current`,
    /^the candidate of a screening .* is no candidate of today, though of the last check/,
  );
  // A list that nobody took out of use and that is not used any more: nothing is compared with it.
  await undone(
    sql`UPDATE screening_list SET current = false WHERE current AND id = (SELECT id FROM screening_list WHERE current ORDER BY loaded_at LIMIT 1)`,
    /^the sanctions list .* is not in use, though nothing took its place$/,
  );
  await undone(sql`UPDATE screening_candidate SET current = true`, /^the candidate of a screening .* is a candidate of today, though not of the last check/);
  await undone(sql`UPDATE screening_name SET name = name || ' the Second'`, /the names of the entry are not those that were compared/);
  await undone(sql`UPDATE screening_word SET listed_word = 'other'`, /^the screening .*: words is /);
  await undone(sql`UPDATE screening_check SET checked_at = checked_at - interval '300 days'`, /^the screening .*: checkedAt is /);
  await sql`ALTER TABLE screening_decision DISABLE TRIGGER screening_decision_stays`.execute(db);
  await sql`UPDATE screening_decision SET answer = 'SAME' WHERE answer = 'UNDECIDED'`.execute(db);
  await sql`DELETE FROM screening_candidate WHERE entry_key = 'E.7' AND NOT current AND run_id = (SELECT id FROM screening_run WHERE vendor_id IS NOT NULL ORDER BY asked_at LIMIT 1)`.execute(
    db,
  );
  expect(await faults()).toEqual([
    expect.stringMatching(/^the screening .*: words is /),
    expect.stringMatching(/^the screening .*: candidates is /),
    expect.stringMatching(/^the decision of a screening of .* E\.8.*: answer is "SAME", the log sealed "UNDECIDED"/),
  ]);
});

it('takes back nothing that somebody decided, whoever loads a list under the same name', { timeout: 90_000 }, async () => {
  await vendor('Quelvaz Ledgerhouse');
  const slug = 'quelvaz-ledgerhouse';
  const name = 'Kept list';
  const csv = (row: string) => `id,schema,name,aliases,last_seen\n${row}\n`;
  const first = await load(secretariat, csv('Q.1,Company,Quelvaz Ledgerhouse,,2026-11-01'), name);
  await doRun(db, first.run, site);
  const of = async () =>
    (await ask(buyer, `{ vendor(slug: "${slug}") { screeningCandidates { id entryKey state current decisions { id } } } }`)).vendor.screeningCandidates;
  const [candidate] = await of();
  await decide(buyer, { candidate: candidate.id, answer: 'SAME', reason: 'It is the listed firm.' });
  // A list of another form is no newer one, and none is of a day to come.
  expect((await load(buyer, xml(entity('E.1', 'Zzyzx Qwv'), { day: '2026-11-02' }), name)).fields).toMatchObject([{ path: 'name', code: 'LIST_OTHER' }]);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  expect((await load(buyer, csv(`X,Company,Zzyzx Qwv,,${tomorrow}`), name)).fields).toMatchObject([{ code: 'LIST_FUTURE' }]);
  const second = await load(buyer, csv('X,Company,Zzyzx Qwv,,2026-11-02'), name);
  await doRun(db, second.run, site);
  expect(await of()).toMatchObject([{ entryKey: 'Q.1', state: 'SAME', current: false }]);
  expect((await see(buyer, ['SAME'])).candidates).toMatchObject([{ entryKey: 'Q.1', state: 'SAME' }]);
  expect((await see()).counts).toContainEqual({ state: 'SAME', count: 1 });
  // Who finds that it was wrong says so.
  const [kept] = await of();
  const again = await decide(secretariat, { candidate: kept.id, last: kept.decisions[0].id, answer: 'NOT_THE_SAME', reason: 'Another register number.' });
  expect(again.candidate.state).toBe('NOT_THE_SAME');
  expect(await of()).toEqual([]);
});

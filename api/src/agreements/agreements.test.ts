import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { countStatements, testApp } from '#test/ask.ts';
import { contributeLibrary } from '#test/contribute.ts';
import { verifyDatabase } from '../log/verify.ts';
import { addDays, utcToday } from '../uptake/state.ts';
import { agreementAlerts } from './alerts.ts';
import { unspscLevel } from './terms.ts';

const { db, services, ask, answer, demo, person } = await contributeLibrary();
const buyer = await demo('procurement-officer');
const otherBuyer = await person('Buyer of WFP', 'PROCUREMENT_OFFICER', 'wfp');
const colleague = await person('Colleague of UNICEF', 'MEMBER', 'unicef');
const member = await person('Member of FAO', 'MEMBER', 'fao');
const secretariat = await demo('secretariat');
const today = utcToday();

const fields =
  'id url at version versions holderSlug vendorTitle number title unspsc startsOn endsOn ceiling currency use contact audience openings validity daysLeft drawn ceilingLeft open inside viewerCanKeep viewerAsksFor { slug } history { version holdsFrom reason changed endsOn ceiling writer } drawings { drawn onDay } requests { id organization text granted answer viewerCanAnswer }';
const result = `{ __typename ... on AgreementSaved { agreement { ${fields} } } ... on InvalidInput { fields { path code params } } }`;
const keep = `mutation ($holder: String!, $vendor: String!, $terms: AgreementTermsInput!, $key: String!) { keepAgreement(holder: $holder, vendor: $vendor, terms: $terms, key: $key) ${result} }`;
const amend = `mutation ($id: ID!, $versions: Int!, $holdsFrom: String!, $reason: String!, $terms: AgreementTermsInput!) { amendAgreement(id: $id, versions: $versions, holdsFrom: $holdsFrom, reason: $reason, terms: $terms) ${result} }`;
const draw = `mutation ($id: ID!, $drawn: Float!, $onDay: String!, $source: String!, $key: String!) { drawAgreement(id: $id, drawn: $drawn, onDay: $onDay, source: $source, key: $key) ${result} }`;
const open = `mutation ($id: ID!, $openings: Int!, $audience: Audience!) { openAgreement(id: $id, openings: $openings, audience: $audience) ${result} }`;
const request = `mutation ($id: ID!, $organization: String!, $text: String!, $key: String!) { askForUse(id: $id, organization: $organization, text: $text, key: $key) ${result} }`;
const reply = `mutation ($request: ID!, $granted: Boolean!, $text: String!) { answerUse(request: $request, granted: $granted, text: $text) ${result} }`;
const see = `query ($id: ID!, $at: String) { agreement(id: $id, at: $at) { ${fields} } }`;
const list = `query ($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int, $after: String) { agreements(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount edges { node { number ceilingLeft } } pageInfo { hasNextPage endCursor } facets { field values { value count } } } }`;

const terms = (more: Record<string, unknown> = {}) => ({
  number: 'LTA-1',
  title: 'Distributed ledger services',
  scope: 'Design and operation of registers.',
  unspsc: ['8111', '43230000'],
  startsOn: '2020-01-01',
  endsOn: '2999-12-31',
  ceiling: 100_000.5,
  currency: 'usd',
  use: 'ON_REQUEST',
  useTerms: 'By letter.',
  contact: 'procurement@example.org',
  source: 'A test.',
  ...more,
});
let keys = 0;
const made = async (more: Record<string, unknown> = {}, vendor = 'irisguard') => {
  const number = `LTA-${++keys}-made`;
  const answered = await ask(buyer, keep, { holder: 'unicef', vendor, terms: terms({ number, ...more }), key: `agreement-${keys}` });
  if (!answered.keepAgreement.agreement) throw new Error(JSON.stringify(answered));
  return answered.keepAgreement.agreement;
};
const faultsOf = (answered: Record<string, { fields?: { path: string; code: string }[] }>) =>
  (Object.values(answered)[0]?.fields ?? []).map(({ path, code }) => `${path} ${code}`);

it('is kept once by one key, by a procurement officer of its holder, with terms that can be', async () => {
  const given = { holder: 'unicef', vendor: 'IrisGuard', terms: terms(), key: 'agreement-first' };
  const { agreement } = (await ask(buyer, keep, given)).keepAgreement;
  expect((await ask(buyer, keep, given)).keepAgreement.agreement.id).toBe(agreement.id);
  expect(agreement).toMatchObject({
    vendorTitle: 'IrisGuard',
    holderSlug: 'unicef',
    unspsc: ['43230000', '81110000'],
    ceiling: 100_000.5,
    currency: 'USD',
    audience: 'OWNERS',
    validity: 'VALID',
    drawn: null,
    ceilingLeft: null,
    open: true,
    versions: 1,
  });
  expect(faultsOf(await ask(buyer, keep, { ...given, key: 'agreement-second' }))).toEqual(['number AGREEMENT_NUMBER']);
  // Numbers that read alike are one, whatever signs they are written with; a text that nobody sees is none.
  for (const number of ['LTA\u200b-1', 'lta-1\u00ad', 'LTA\u20101', 'ＬＴＡ－１', 'LTA - 1', '\u2060LTA-1'])
    expect([number, faultsOf(await ask(buyer, keep, { ...given, terms: terms({ number }), key: 'agreement-alike' }))]).toEqual([
      number,
      ['number AGREEMENT_NUMBER'],
    ]);
  const unseen = terms({ number: '\u200b', title: '\u3164', scope: '\u200b\u2060', source: '\u2800' });
  expect(faultsOf(await ask(buyer, keep, { ...given, terms: unseen, key: 'agreement-unseen' }))).toEqual([
    'number MISSING',
    'title MISSING',
    'scope MISSING',
    'source MISSING',
  ]);
  const wrong = terms({ number: ' ', unspsc: ['811'], startsOn: '2021-02-30', currency: 'XXQ', documentAddress: 'ftp://example.org', ceiling: -1 });
  expect(faultsOf(await ask(buyer, keep, { holder: 'unicef', vendor: 'Nobody Ltd', terms: wrong, key: 'agreement-third' }))).toEqual([
    'vendor NO_VENDOR',
    'number MISSING',
    'unspsc.0 UNSPSC',
    'startsOn DATE',
    'ceiling AMOUNT',
    'documentAddress ADDRESS_WEB',
  ]);
  const period = terms({ number: 'LTA-9', endsOn: '2019-12-31', currency: 'XXQ', ceiling: 1 });
  expect(faultsOf(await ask(buyer, keep, { holder: 'unicef', vendor: 'irisguard', terms: period, key: 'agreement-fourth' }))).toEqual([
    'endsOn PERIOD_ENDS',
    'currency CURRENCY_UNKNOWN',
  ]);
  for (const [who, code] of [
    [otherBuyer, 'FORBIDDEN'],
    [colleague, 'FORBIDDEN'],
    [secretariat, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const)
    expect((await answer(who, keep, { ...given, key: 'agreement-none' })).errors?.[0]?.extensions?.code).toBe(code);
});

it('is seen by the people of its holder and procurement officers, and by whom it is opened for; contact, drawings and requests by fewer', async () => {
  const { id } = await made();
  const seen = async (who: Parameters<typeof ask>[0]) => (await ask(who, see, { id })).agreement;
  const all = async () =>
    [await seen(buyer), await seen(otherBuyer), await seen(colleague), await seen(member), await seen(secretariat), await seen(null)].map(Boolean);
  expect(await all()).toEqual([true, true, true, false, false, false]);
  expect((await ask(member, list, { filter: { vendor: ['irisguard'] } })).agreements).toMatchObject({ totalCount: 0, edges: [] });
  await ask(buyer, draw, { id, drawn: 40_000, onDay: today, source: 'Ledger.', key: 'draw-seen' });
  await ask(buyer, open, { id, openings: 0, audience: 'UN_SYSTEM' });
  expect(await all()).toEqual([true, true, true, true, true, false]);
  expect(faultsOf(await ask(buyer, open, { id, openings: 0, audience: 'PUBLIC' }))).toEqual(['openings STALE']);
  await ask(buyer, open, { id, openings: 1, audience: 'PUBLIC' });
  expect(await all()).toEqual([true, true, true, true, true, true]);
  expect(await seen(otherBuyer)).toMatchObject({
    contact: 'procurement@example.org',
    drawn: 40_000,
    ceilingLeft: 60_000.5,
    inside: true,
    drawings: [{ drawn: 40_000 }],
  });
  expect(await seen(null)).toMatchObject({
    contact: '',
    drawn: null,
    ceilingLeft: null,
    inside: false,
    drawings: [],
    ceiling: 100_000.5,
    history: [{ writer: null }],
  });
  // What was drawn cannot be found out by asking for what is left.
  expect((await ask(null, list, { filter: { ceilingLeft: 1 } })).agreements.totalCount).toBe(0);
  expect((await ask(buyer, list, { filter: { ceilingLeft: 60_000 } })).agreements.totalCount).toBe(1);
  expect((await ask(buyer, list, { filter: { ceilingLeft: 60_001 } })).agreements.totalCount).toBe(0);
});

it('is amended with a reason, holds as of any day as it was then, and loses nothing', async () => {
  const { id } = await made({ endsOn: '2030-12-31', ceiling: 1000 });
  const numbered = terms({ number: `LTA-${keys}-made`, endsOn: '2031-12-31', ceiling: 1000 });
  const change = { id, versions: 1, holdsFrom: '2025-03-01', reason: 'Extended by a year.', terms: numbered };
  expect(faultsOf(await ask(buyer, amend, { ...change, reason: ' ', holdsFrom: 'soon' }))).toEqual(['reason AMENDMENT_REASON', 'holdsFrom DATE']);
  expect(faultsOf(await ask(buyer, amend, { ...change, terms: { ...numbered, endsOn: '2030-12-31' } }))).toEqual(['holdsFrom AMENDMENT_SAME']);
  expect((await answer(colleague, amend, change)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  const { agreement } = (await ask(buyer, amend, change)).amendAgreement;
  expect(agreement).toMatchObject({ version: 2, versions: 2, endsOn: '2031-12-31' });
  expect(agreement.history.map((one: { changed: string[] }) => one.changed)).toEqual([[], ['endsOn']]);
  expect(faultsOf(await ask(buyer, amend, change))).toEqual(['versions STALE']);
  expect(faultsOf(await ask(buyer, amend, { ...change, versions: 2, holdsFrom: '2025-02-28', terms: { ...numbered, ceiling: 2000 } }))).toEqual([
    'holdsFrom AMENDMENT_OVERLAPS',
  ]);
  // One for a day to come, and a correction of the same day as the one before.
  await ask(buyer, amend, { ...change, versions: 2, holdsFrom: '2900-01-01', reason: 'Later.', terms: { ...numbered, ceiling: 5000 } });
  const corrected = (await ask(buyer, amend, { ...change, versions: 3, holdsFrom: '2900-01-01', reason: 'Mistyped.', terms: { ...numbered, ceiling: 6000 } }))
    .amendAgreement;
  expect(corrected.agreement).toMatchObject({ version: 2, versions: 4, ceiling: 1000 });
  const asOf = async (at: string) => (await ask(buyer, see, { id, at })).agreement;
  expect([await asOf('2025-02-28'), await asOf('2025-03-01'), await asOf('2900-01-01')].map(({ endsOn, ceiling }) => [endsOn, ceiling])).toEqual([
    ['2030-12-31', 1000],
    ['2031-12-31', 1000],
    ['2031-12-31', 6000],
  ]);
  await expect(sql`UPDATE agreement_version SET ceiling = 1 WHERE agreement_id = ${id}::uuid`.execute(db)).rejects.toThrow('never changes');
  await expect(sql`DELETE FROM agreement WHERE id = ${id}::uuid`.execute(db)).rejects.toThrow('never deleted');
});

it('says what was drawn and what is left, and nothing above the ceiling', async () => {
  const { id } = await made({ ceiling: 1000 });
  const given = { id, drawn: 250.25, onDay: '2025-06-30', source: 'Quarterly report.', key: 'draw-1' };
  expect((await ask(buyer, draw, given)).drawAgreement.agreement).toMatchObject({ drawn: 250.25, ceilingLeft: 749.75 });
  expect(faultsOf(await ask(buyer, draw, { ...given, drawn: 1000.01, key: 'draw-2' }))).toEqual(['drawn DRAWN_OVER']);
  expect(faultsOf(await ask(buyer, draw, { ...given, drawn: 0.001, onDay: '2999-01-01', source: ' ', key: 'draw-3' }))).toEqual([
    'source MISSING',
    'onDay DAY_TO_COME',
    'drawn AMOUNT',
  ]);
  // What is said of an earlier day does not take the place of what is known of a later one.
  expect((await ask(buyer, draw, { ...given, drawn: 100, onDay: '2025-01-31', key: 'draw-4' })).drawAgreement.agreement).toMatchObject({ drawn: 250.25 });
  expect((await ask(buyer, see, { id, at: '2025-02-01' })).agreement.ceilingLeft).toBe(900);
  const lower = terms({ number: `LTA-${keys}-made`, ceiling: 200 });
  expect(faultsOf(await ask(buyer, amend, { id, versions: 1, holdsFrom: today, reason: 'Less.', terms: lower }))).toEqual(['ceiling DRAWN_UNDER_CEILING']);
  const bare = await made({ ceiling: null, currency: null });
  expect(faultsOf(await ask(buyer, draw, { ...given, id: bare.id, key: 'draw-5' }))).toEqual(['drawn DRAWN_NO_CEILING']);
});

it('is asked for by another organization through the library, answered once, and both keep the answer', async () => {
  const { id } = await made();
  await ask(buyer, open, { id, openings: 0, audience: 'UN_SYSTEM' });
  const asking = { id, organization: 'fao', text: 'We need a register of seeds.', key: 'use-1' };
  expect((await answer(member, request, { ...asking, organization: 'itu' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(faultsOf(await ask(colleague, request, { ...asking, organization: 'unicef' }))).toEqual(['organization USE_OWN']);
  for (const text of [' ', '\u200b', '\u2060\n\u00ad']) expect(faultsOf(await ask(member, request, { ...asking, text }))).toEqual(['text USE_TEXT']);
  const { agreement } = (await ask(member, request, asking)).askForUse;
  expect(agreement.requests).toMatchObject([{ organization: 'FAO', granted: null, viewerCanAnswer: false }]);
  expect((await ask(member, request, asking)).askForUse.agreement.requests).toHaveLength(1);
  expect(faultsOf(await ask(member, request, { ...asking, key: 'use-2' }))).toEqual(['id USE_WAITS']);
  const mails = async (to: { email: string }) => db.selectFrom('mailOutbox').select(['subject', 'text']).where('address', '=', to.email).execute();
  const [asked] = await mails(buyer);
  expect(asked?.subject).toBe(`FAO asks to use the agreement LTA-${keys}-made`);
  expect(asked?.text).toContain('We need a register of seeds.');
  const mine = (await ask(buyer, see, { id })).agreement.requests[0];
  expect(mine.viewerCanAnswer).toBe(true);
  expect((await ask(otherBuyer, see, { id })).agreement.requests).toEqual([]);
  expect(faultsOf(await ask(buyer, reply, { request: mine.id, granted: true, text: '' }))).toEqual(['text USE_ANSWER']);
  expect((await answer(otherBuyer, reply, { request: mine.id, granted: true, text: 'Yes.' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await ask(buyer, reply, { request: mine.id, granted: true, text: 'Yes, by letter.' })).answerUse.agreement.requests).toMatchObject([
    { granted: true },
  ]);
  expect(faultsOf(await ask(buyer, reply, { request: mine.id, granted: false, text: 'No.' }))).toEqual(['request USE_ANSWERED']);
  expect((await ask(member, see, { id })).agreement.requests).toMatchObject([{ granted: true, answer: 'Yes, by letter.' }]);
  expect((await mails(member)).map(({ subject }) => subject)).toEqual([`UNICEF lets FAO use the agreement LTA-${keys}-made`]);
  const shut = await made({ use: 'CLOSED' });
  await ask(buyer, open, { id: shut.id, openings: 0, audience: 'UN_SYSTEM' });
  expect(faultsOf(await ask(member, request, { ...asking, id: shut.id, key: 'use-3' }))).toEqual(['id USE_CLOSED']);
});

it('is listed by holder, vendor, use, day, code and words, in pages that end', async () => {
  await made({ unspsc: ['43232300'], startsOn: '2015-01-01', endsOn: '2016-12-31', title: 'Signs of the olden days', use: 'OPEN' }, 'consensys');
  const count = async (filter: Record<string, unknown>) => (await ask(buyer, list, { filter })).agreements.totalCount;
  const total = await count({});
  expect(await count({ open: true })).toBe(total - 1);
  expect(await count({ validOn: '2015-06-01' })).toBe(1);
  expect(await count({ validOn: today })).toBe(total - 1);
  expect([await count({ unspsc: '432323' }), await count({ unspsc: '43230000' }), await count({ unspsc: '99' })]).toEqual([1, total, 0]);
  expect(await count({ text: 'OLDEN consensys' })).toBe(1);
  expect(await count({ text: '100%' })).toBe(0);
  const { facets } = (await ask(buyer, list, { filter: { vendor: ['consensys'] } })).agreements;
  expect(facets).toMatchObject([
    { field: 'holder', values: [{ value: 'unicef', count: 1 }] },
    {
      field: 'vendor',
      values: [
        { value: 'irisguard', count: total - 1 },
        { value: 'consensys', count: 1 },
      ],
    },
  ]);
  for (const orderBy of ['ENDS', 'TITLE', 'HOLDER', 'VENDOR']) {
    const numbers: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: { edges: { node: { number: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } = (
        await ask(buyer, list, { orderBy, first: 2, after })
      ).agreements;
      numbers.push(...edges.map(({ node }) => node.number));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(new Set(numbers).size).toBe(total);
    // What has ended comes last.
    if (orderBy === 'ENDS') expect(numbers.at(-1)).toBe(`LTA-${keys}-made`);
  }
  const refused = await answer(buyer, list, { filter: { validOn: '2015-13-01', unspsc: '8', ceilingLeft: -1 }, first: 0, after: 'x' });
  expect(refused.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect(['8111', '81110000', '81000000', '81112', 'x', ''].map(unspscLevel)).toEqual(['8111', '8111', '81', null, null, null]);
});

it('is told of 90, 30 and 7 days before it ends, each once, and anew where its end is moved', async () => {
  const { id, number } = await made({ endsOn: addDays(today, 60) });
  const told = async () =>
    (await db.selectFrom('mailOutbox').select('subject').where('address', '=', buyer.email).where('subject', 'like', `The agreement ${number} ends%`).execute())
      .length;
  const on = (day: string) => agreementAlerts(db, 'http://localhost', day);
  expect(await on(addDays(today, -31))).toBe(0);
  expect([await on(today), await on(today), await on(addDays(today, 1))]).toEqual([1, 0, 0]);
  expect([await on(addDays(today, 30)), await on(addDays(today, 53)), await on(addDays(today, 60)), await on(addDays(today, 61))]).toEqual([1, 1, 0, 0]);
  expect(await told()).toBe(3);
  await ask(buyer, amend, { id, versions: 1, holdsFrom: today, reason: 'Moved.', terms: terms({ number, endsOn: addDays(today, 70) }) });
  expect([await on(today), await told()]).toEqual([1, 4]);
});

it('is sealed in the log in all that was said of it, and a change past the application is named', async () => {
  expect((await verifyDatabase(db)).faults).toEqual([]);
  const { rows } = await sql<{ kind: string }>`SELECT DISTINCT kind FROM log_entry WHERE kind LIKE 'AGREEMENT%' ORDER BY 1`.execute(db);
  expect(rows.map(({ kind }) => kind)).toEqual([
    'AGREEMENT_AMENDED',
    'AGREEMENT_ANSWERED',
    'AGREEMENT_ASKED',
    'AGREEMENT_DRAWN',
    'AGREEMENT_KEPT',
    'AGREEMENT_OPENED',
  ]);
  // One that was opened for nobody has no entry of the log, and says so of it where somebody opens it past the application.
  const never = await made();
  await sql`UPDATE agreement SET audience = 'PUBLIC' WHERE id = ${never.id}::uuid`.execute(db);
  expect((await verifyDatabase(db)).faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^who sees the agreement .* is there without an entry/),
  ]);
  await sql`UPDATE agreement SET audience = 'OWNERS' WHERE id = ${never.id}::uuid`.execute(db);
  await sql`ALTER TABLE agreement_drawing DISABLE TRIGGER agreement_stays`.execute(db);
  await sql`UPDATE agreement_drawing SET drawn = 1 WHERE drawn = 250.25`.execute(db);
  const { faults } = await verifyDatabase(db);
  expect(JSON.stringify(faults)).toContain('what was drawn under the agreement');
});

it('stays its holder’s, whoever closes the entry of its vendor', async () => {
  const agreement = await made({}, 'irisguard');
  await ask(buyer, open, { id: agreement.id, openings: 0, audience: 'PUBLIC' });
  const titles = async (user: typeof buyer | null) => (await ask(user, see, { id: agreement.id })).agreement?.vendorTitle ?? null;
  expect(await titles(null)).toBe('IrisGuard');
  // As its owners would by a draft.
  await sql`UPDATE record SET audience = 'OWNERS', title = 'A name of today' WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(db);
  try {
    for (const user of [buyer, colleague]) {
      expect(await titles(user)).toBe('IrisGuard');
      expect((await ask(user, '{ agreements(first: 100) { edges { node { id vendorUrl } } } }')).agreements.edges).toContainEqual({
        node: { id: agreement.id, vendorUrl: null },
      });
    }
    expect([await titles(otherBuyer), await titles(member), await titles(null)]).toEqual([null, null, null]);
    expect((await ask(buyer, draw, { id: agreement.id, drawn: 10, onDay: today, source: 'A test.', key: 'draw-closed' })).drawAgreement.agreement.drawn).toBe(
      10,
    );
  } finally {
    await sql`UPDATE record SET audience = 'PUBLIC', title = 'IrisGuard' WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(db);
  }
});

it('is loaded in a whole package without keeping others from the log', async () => {
  // What another test forged.
  const forged = (await verifyDatabase(db)).faults;
  const release = (index: number) => ({
    ocid: `ocds-many-${index}`,
    id: `r-${index}`,
    date: '2026-01-01T00:00:00Z',
    parties: [],
    awards: [{ id: '1', suppliers: [{ id: 'vendors/irisguard', name: 'IrisGuard' }] }],
    contracts: [
      {
        id: `MANY-${index}`,
        awardID: '1',
        title: 'Registers',
        description: 'Registers.',
        period: { startDate: '2020-01-01T00:00:00Z', endDate: '2999-12-31T00:00:00Z' },
      },
    ],
  });
  const statements = countStatements(services);
  const { loadAgreements: loaded } = await ask(
    buyer,
    'mutation ($data: JSON!) { loadAgreements(holder: "unicef", data: $data, key: "many") { ... on AgreementsLoaded { loaded } ... on InvalidInput { fields { path code params } } } }',
    {
      data: { releases: Array.from({ length: 30 }, (_, index) => release(index)) },
    },
  );
  const seen = statements.stop();
  expect(loaded).toEqual({ loaded: 30 });
  const locks = seen.flatMap((text, index) => (text.includes('pg_advisory_xact_lock(7070') ? [index] : []));
  const last = seen.findLastIndex((text) => text.includes('INSERT INTO agreement_version'));
  expect([locks.length, (locks[0] ?? 0) > last]).toEqual([1, true]);
  expect((await verifyDatabase(db)).faults).toEqual(forged);
});

it('is told in files and filters by whatever day and name they are asked for', async () => {
  const app = await testApp(services);
  // "Without an end" is written so, and has no day after it.
  const endless = await made({ endsOn: '9999-12-31', title: 'Without an end' });
  expect((await ask(buyer, open, { id: endless.id, openings: 0, audience: 'PUBLIC' })).openAgreement.agreement.audience).toBe('PUBLIC');
  for (const query of ['', '?holder=%00', '?vendor=x%00y&holder=unicef', '?validOn=0000-05-01', '?validOn=9999-12-31', '?validOn=', '?%00=1'])
    for (const extension of ['ics', 'csv', 'xlsx', 'json', 'ocds.json']) {
      const { statusCode } = await app.inject(`/agreements.${extension}${query}`);
      expect([extension, query, statusCode]).toEqual([extension, query, 200]);
    }
  // No file fails of a day of the year 0, which the database does not know.
  for (const url of ['/projects.csv?since=0000-05-01', '/projects.atom?since=0000-05-01', '/uptake.atom?since=0001-01-01'])
    expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
  expect((await app.inject('/agreements.ics')).body).toContain('Without an end');
  for (const validOn of ['', '0001-01-01', '9999-12-31']) expect((await answer(null, list, { filter: { validOn } })).errors).toBeUndefined();
  expect((await answer(null, list, { filter: { validOn: '0000-05-01' } })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect([addDays('9999-12-31', 1), addDays('0001-01-01', -1), addDays('2026-12-31', 1)]).toEqual(['9999-12-31', '0001-01-01', '2027-01-01']);
});

import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { verifyDatabase } from '#api/log/verify.ts';
import { endKept } from '#api/screening/match.ts';
import { doRun, screenVendor } from '#api/screening/run.ts';
import { contributeLibrary } from '#test/contribute.ts';

/** What refers to a record by its id follows it where it was made one with another, and comes back with it. */
const { db, ask, demo } = await contributeLibrary();
afterAll(endKept);
const secretariat = await demo('secretariat');
const buyer = await demo('procurement-officer');
const focal = await demo('fao-focal-point');
const publisher = await demo('fao-publisher');
const idOf = async (slug: string) => (await db.selectFrom('record').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const merge = async (kind: string, slug: string, into: string) => {
  const { mergeRecords } = await ask(
    secretariat,
    `mutation ($slug: String!, $into: String!) { mergeRecords(kind: ${kind}, slug: $slug, into: $into, reason: "The same.") { __typename } }`,
    { slug, into },
  );
  expect(mergeRecords.__typename).toBe('RecordsMerged');
};
const restore = async (slug: string) => {
  const { restoreRecord } = await ask(secretariat, 'mutation ($id: ID!) { restoreRecord(id: $id) { __typename } }', { id: await idOf(slug) });
  expect(restoreRecord.__typename).not.toBe('InvalidInput');
};

it('of a vendor: agreements, what was found on lists, and what was decided of it', async () => {
  const terms = { number: 'LTA-77', title: 'Ledgers', scope: 'All.', unspsc: [], startsOn: '2020-01-01', endsOn: '2999-12-31', use: 'OPEN', source: 'A test.' };
  const kept = await ask(
    buyer,
    'mutation ($terms: AgreementTermsInput!) { keepAgreement(holder: "unicef", vendor: "krypc", terms: $terms, key: "merged-agreement") { __typename ... on AgreementSaved { agreement { id openings } } } }',
    { terms },
  );
  const { id, openings } = kept.keepAgreement.agreement;
  await ask(buyer, 'mutation ($id: ID!, $openings: Int!) { openAgreement(id: $id, openings: $openings, audience: PUBLIC) { __typename } }', { id, openings });
  const list = `<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST dateGenerated="2026-11-02T00:00:00.000Z"><INDIVIDUALS></INDIVIDUALS><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>KrypC</FIRST_NAME><UN_LIST_TYPE>Made</UN_LIST_TYPE><REFERENCE_NUMBER>E.1</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>`;
  const { loadScreeningList: loaded } = await ask(
    buyer,
    'mutation ($file: String!) { loadScreeningList(file: $file, name: "Made") { ... on ScreeningListLoaded { run } ... on InvalidInput { fields { message } } } }',
    { file: Buffer.from(list).toString('base64') },
  );
  await doRun(db, loaded.run, { baseUrl: 'https://example.org' });
  const { screening } = await ask(buyer, '{ screening { candidates { id vendorName } } }');
  const [candidate] = screening.candidates.filter((one: { vendorName: string }) => one.vendorName === 'KrypC');
  await ask(buyer, 'mutation ($candidate: ID!) { decideScreening(candidate: $candidate, answer: SAME, reason: "Its register says so.") { __typename } }', {
    candidate: candidate.id,
  });
  const of = async (slug: string) => {
    const { vendor, roster } = await ask(
      buyer,
      `{ vendor(slug: "${slug}") { agreements { number vendorTitle } screenings { listName found namesChanged } screeningCandidates { state vendorName decisions { answer holds } } } roster(agreement: { open: true }) { edges { node { slug } } } }`,
    );
    return { ...vendor, open: roster.edges.map(({ node }: { node: { slug: string } }) => node.slug) };
  };
  const before = await of('krypc');
  expect(before).toEqual({
    agreements: [{ number: 'LTA-77', vendorTitle: 'KrypC' }],
    screenings: [{ listName: 'Made', found: 1, namesChanged: false }],
    screeningCandidates: [{ state: 'SAME', vendorName: 'KrypC', decisions: [{ answer: 'SAME', holds: true }] }],
    open: ['krypc'],
  });
  const others = await of('geora');

  await merge('VENDOR', 'krypc', 'geora');
  const merged = await of('geora');
  expect(merged.agreements).toEqual([{ number: 'LTA-77', vendorTitle: 'Geora' }]);
  expect(merged.open).toEqual(['geora']);
  expect(merged.screeningCandidates).toEqual([{ state: 'SAME', vendorName: 'KrypC', decisions: [{ answer: 'SAME', holds: true }] }]);
  // Its names are other ones now, until it is compared under those of both, which the merge asks for.
  expect(merged.screenings).toEqual([{ listName: 'Made', found: expect.any(Number), namesChanged: true }]);
  const { rows: jobs } = await sql<{ payload: { vendor: string } }>`
    SELECT p.payload FROM graphile_worker._private_jobs p WHERE p.key = ${`screen-vendor:${await idOf('geora')}`}`.execute(db);
  expect(jobs.map(({ payload }) => payload.vendor)).toEqual([await idOf('geora')]);
  await screenVendor(db, await idOf('geora'), { baseUrl: 'https://example.org' });
  const compared = await of('geora');
  expect(compared.screenings).toEqual([{ listName: 'Made', found: 1, namesChanged: false }]);
  // The decision was on the names of one; of those of both it is asked again, and the former one is shown.
  expect(compared.screeningCandidates).toEqual([{ state: 'CHANGED', vendorName: 'KrypC', decisions: [{ answer: 'SAME', holds: false }] }]);
  expect((await verifyDatabase(db)).fault).toBeNull();

  await restore('krypc');
  expect((await of('krypc')).agreements).toEqual(before.agreements);
  expect((await of('geora')).agreements).toEqual(others.agreements);
  expect((await verifyDatabase(db)).fault).toBeNull();
});

it('of a project: whatever links to it, and signed assessments', async () => {
  const [double, stays] = ['papua-new-guinea-livestock', 'ecuador-cocoa'];
  const linksTo = async (slug: string) =>
    (
      await sql<{ slug: string; relation: string }>`
        SELECT f.kind || ' ' || f.slug AS slug, l.relation FROM link l JOIN record f ON f.id = l.from_id WHERE l.to_id = ${await idOf(slug)}::uuid ORDER BY 1, 2`.execute(
        db,
      )
    ).rows;
  const before = await linksTo(double);
  expect(new Set(before.map(({ slug }) => slug.split(' ')[0]))).toEqual(expect.objectContaining(new Set(['RECOMMENDATION', 'REFERENCE'])));

  const begun = await ask(
    focal,
    'mutation { createAssessment(instrument: "jiu-matrix", title: "Merged", organization: "fao", answers: [{ question: "table-1-q1", option: "yes" }], key: "merged-run") { ... on AssessmentSaved { assessment { id edits lines } } } }',
  );
  const { id, edits, lines } = begun.createAssessment.assessment;
  await ask(focal, 'mutation ($id: ID!, $edits: Int!) { shareAssessment(id: $id, edits: $edits, shared: true) { __typename } }', { id, edits });
  await ask(
    publisher,
    'mutation ($id: ID!, $edits: Int!, $lines: [LineReviewInput!]!) { reviewAssessment(id: $id, edits: $edits, lines: $lines) { __typename } }',
    {
      id,
      edits,
      lines: lines.map((line: string) => ({ line, agrees: true })),
    },
  );
  await ask(publisher, 'mutation ($id: ID!, $edits: Int!) { signAssessment(id: $id, edits: $edits) { __typename } }', { id, edits });
  await ask(
    publisher,
    'mutation ($id: ID!, $project: String!) { publishAssessment(id: $id, publications: 0, audience: PUBLIC, project: $project) { __typename } }',
    {
      id,
      project: double,
    },
  );
  const evidence = async (project: string) => (await ask(null, `{ assessmentEvidence(project: "${project}") { title } }`)).assessmentEvidence;
  expect(await evidence(double)).toEqual([{ title: 'Merged' }]);

  await merge('PROJECT', double, stays);
  expect(await linksTo(double)).toEqual([]);
  expect((await linksTo(stays)).map(({ slug }) => slug)).toEqual(expect.arrayContaining(before.map(({ slug }) => slug)));
  expect(await evidence(stays)).toEqual([{ title: 'Merged' }]);
  expect((await ask(focal, `{ assessment(id: "${id}") { record { url } } }`)).assessment.record).toEqual({ url: `/projects/${stays}` });
  expect((await verifyDatabase(db)).fault).toBeNull();

  await restore(double);
  expect(await linksTo(double)).toEqual(before);
  expect(await evidence(double)).toEqual([{ title: 'Merged' }]);
  expect(await evidence(stays)).toEqual([]);
  expect((await verifyDatabase(db)).fault).toBeNull();
});

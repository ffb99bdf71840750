import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Data } from '#test/ask.ts';
import { madeUp } from '#test/catalogue-data.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import type { User } from './accounts/user.ts';
import { loadCatalogue } from './catalogues/load.ts';
import { schema } from './schema.ts';

const { db, ask, demo, save, submit, goLive } = await contributeLibrary();
await loadCatalogue(db, [madeUp('made-up-cases.csv')], {});
const focal = await demo('fao-focal-point');
const publisher = await demo('fao-publisher');
const secretariat = await demo('secretariat');
/** A draft of FAO's that can be submitted. */
const draftOf = async (title: string): Promise<Data> => (await save(focal, { kind: 'LESSON', organization: 'fao', content: lessonOf(title) })).draft;
const [one, two, three] = [await draftOf('The first lesson'), await draftOf('The second lesson'), await draftOf('The third lesson')];
const [record, another] = (await ask(focal, '{ lessons(first: 2, filter: { organization: ["fao"] }) { edges { node { slug } } } }')).lessons.edges.map(
  ({ node }: { node: { slug: string } }) => node.slug,
);

const FAULTS = '... on InvalidInput { fields { name message } }';
const DRAFT = `__typename ... on DraftSaved { draft { id state edits comments { text } } } ${FAULTS}`;
const table = (acceptance: string, recommendation = '1') =>
  `Recommendation\tOrganization\tEffective date\tAcceptance\n${recommendation}\tFAO\t2024-01-01\t${acceptance}`;
const entry = (comment: string) => ({ effectiveDate: '2024-01-01', acceptance: 'NOT_RELEVANT', comment });
const campaign = (title: string) => ({
  title,
  message: 'Please report.',
  closesOn: '2099-01-01',
  organizations: [{ organization: 'fao', contact: 'a@example.org', secondContact: 'b@example.org' }],
});

type Case = { person: User; mutation: string; variables: Record<string, unknown>; others: Record<string, unknown>[]; id: (result: Data) => unknown };
/** For every mutation with a key: a request, what of it may differ, and what tells whether two answers are of one request. */
const RUN = `__typename ... on AssessmentSaved { assessment { id } } ${FAULTS}`;
const CREATE = `mutation ($key: String!, $title: String!, $answers: [AnswerInput!]! = []) { result: createAssessment(instrument: "jiu-matrix", title: $title, organization: "fao", answers: $answers, key: $key) { ${RUN} } }`;
const run = (await ask(focal, CREATE, { key: 'key-setting-up-run', title: 'A run' })).result.assessment.id as string;
const matrix = (await ask(focal, '{ instruments(instrument: "jiu-matrix") { id } }')).instruments[0].id as string;

const buyer = await demo('procurement-officer');
// Somebody there who can be asked.
await sql`UPDATE record SET content = content || '{"contacts": [{"name": "Sales", "email": "sales@example.org"}]}' WHERE slug = 'irisguard'`.execute(db);
const terms = (number: string) => ({
  number,
  title: 'Ledgers',
  scope: 'Registers.',
  unspsc: ['81111500'],
  startsOn: '2020-01-01',
  endsOn: '2999-12-31',
  ceiling: 1000,
  currency: 'USD',
  use: 'ON_REQUEST',
  source: 'A test.',
});
/** A package of open contracting data with one agreement. */
const release = (number: string) => ({
  releases: [
    {
      ocid: `urn:test:${number}`,
      id: `${number}-1`,
      date: '2026-01-01T00:00:00Z',
      awards: [{ id: 'agreement', title: 'Ledgers', suppliers: [{ id: 'vendors/irisguard', name: 'IrisGuard' }] }],
      contracts: [
        {
          id: number,
          title: 'Ledgers',
          description: 'Registers.',
          period: { startDate: '2020-01-01T00:00:00Z', endDate: '2999-12-31T23:59:59Z' },
          value: { amount: 1000, currency: 'USD' },
          atrium: { use: 'ON_REQUEST', source: 'A test.' },
        },
      ],
    },
  ],
});
/** The address of a live lesson that may be corrected. */
await goLive({ content: lessonOf('A lesson to correct') });
const live = 'a-lesson-to-correct';
const KEEP = `mutation ($key: String!, $terms: AgreementTermsInput!) { result: keepAgreement(holder: "unicef", vendor: "irisguard", terms: $terms, key: $key) { __typename ... on AgreementSaved { agreement { id } } ${FAULTS} } }`;
const agreement = (await ask(buyer, KEEP, { key: 'key-setting-up-agreement', terms: terms('LTA-0') })).result.agreement.id as string;
await ask(buyer, 'mutation ($id: ID!) { openAgreement(id: $id, openings: 0, audience: UN_SYSTEM) { __typename } }', { id: agreement });

const served: string[] = ((await ask(focal, '{ uptakeActionsOf(organization: "fao") { id } }')) as Data).uptakeActionsOf
  .slice(0, 2)
  .map((one: { id: string }) => one.id);
const asked = (
  await ask(
    focal,
    'mutation { result: askQuestion(title: "Asked before", text: "Who has run one?", about: "", audience: UN_SYSTEM, language: "en") { ... on QuestionSaved { id } } }',
  )
).result.id as string;
const cases: Record<string, Case> = {
  keepAgreement: {
    person: buyer,
    mutation: KEEP,
    variables: { terms: terms('LTA-1') },
    others: [{ terms: terms('LTA-2') }, { terms: { ...terms('LTA-1'), ceiling: 2000 } }],
    id: (result) => result.agreement?.id,
  },
  loadAgreements: {
    person: buyer,
    mutation: `mutation ($key: String!, $data: JSON!) { result: loadAgreements(holder: "unicef", data: $data, key: $key) { __typename ... on AgreementsLoaded { loaded } ${FAULTS} } }`,
    variables: { data: release('LTA-11') },
    others: [{ data: release('LTA-12') }],
    id: (result) => (result.loaded === undefined ? undefined : JSON.stringify(result.loaded)),
  },
  correctText: {
    person: focal,
    mutation: `mutation ($key: String!, $text: String!) { result: correctText(kind: LESSON, slug: "${live}", field: "whatHappened.text", was: "It was made for a check.", text: $text, reason: "A slip.", key: $key) { ${DRAFT} } }`,
    variables: { text: 'It was made for a test.' },
    others: [{ text: 'It was made for a trial.' }],
    id: (result) => result.draft?.id,
  },
  drawAgreement: {
    person: buyer,
    mutation: `mutation ($key: String!, $id: ID!, $drawn: Float!) { result: drawAgreement(id: $id, drawn: $drawn, onDay: "2026-01-01", source: "A test.", key: $key) { __typename ... on AgreementSaved { agreement { id } } ${FAULTS} } }`,
    variables: { id: agreement, drawn: 10 },
    others: [{ drawn: 20 }],
    id: (result) => result.agreement?.id,
  },
  askForUse: {
    person: focal,
    mutation: `mutation ($key: String!, $id: ID!, $text: String!) { result: askForUse(id: $id, organization: "fao", text: $text, key: $key) { __typename ... on AgreementSaved { agreement { id } } ${FAULTS} } }`,
    variables: { id: agreement, text: 'For seeds.' },
    others: [{ text: 'For cattle.' }],
    id: (result) => result.agreement?.id,
  },
  createAssessment: {
    person: focal,
    mutation: CREATE,
    variables: { title: 'first' },
    others: [{ title: 'second' }],
    id: (result) => result.assessment?.id,
  },
  copyAssessment: {
    person: focal,
    mutation: `mutation ($key: String!, $id: ID!, $title: String!) { result: copyAssessment(id: $id, title: $title, organization: "fao", key: $key) { ${RUN} } }`,
    variables: { id: run, title: 'first' },
    others: [{ title: 'second' }],
    id: (result) => result.assessment?.id,
  },
  beginEdition: {
    person: focal,
    mutation: `mutation ($key: String!, $from: ID!, $edition: String!) { result: beginEdition(from: $from, edition: $edition, organization: "fao", key: $key) { __typename ... on EditionSaved { edition { id } } ${FAULTS} } }`,
    variables: { from: matrix, edition: 'FAO 1' },
    others: [{ edition: 'FAO 2' }],
    id: (result) => result.edition?.id,
  },
  reportUptake: {
    person: focal,
    mutation: `mutation ($key: String!, $recommendation: String = "1", $input: UptakeInput!, $basedOn: String) { result: reportUptake(recommendation: $recommendation, organization: "fao", input: $input, basedOn: $basedOn, idempotencyKey: $key) { __typename ... on UptakeReported { entry { id } } ${FAULTS} } }`,
    variables: { input: entry('first') },
    // The fault of the key comes before that of the state it was based on.
    others: [{ input: entry('second') }, { recommendation: '2' }, { input: { ...entry('first'), acceptance: 'UNDER_CONSIDERATION' }, basedOn: 'gone' }],
    id: (result) => result.entry?.id,
  },
  saveUptakeActivity: {
    person: focal,
    mutation: `mutation ($key: String!, $title: String = "A policy", $organization: String = "fao", $actions: [ID!]!) { result: saveUptakeActivity(organization: $organization, input: { title: $title, actions: $actions }, idempotencyKey: $key) { __typename ... on UptakeActivitySaved { activity { id } } ${FAULTS} } }`,
    variables: { actions: [served[0]] },
    others: [{ title: 'Another policy' }, { actions: served }],
    id: (result) => result.activity?.id,
  },
  commentOnCell: {
    person: focal,
    mutation: `mutation ($key: String!, $recommendation: String = "1", $text: String!, $audience: Audience) { result: commentOnCell(recommendation: $recommendation, organization: "fao", text: $text, audience: $audience, idempotencyKey: $key) { __typename ... on UptakeCommented { cell { comments { text } } } ${FAULTS} } }`,
    variables: { text: 'first' },
    others: [{ text: 'second' }, { recommendation: '2' }, { audience: 'UN_SYSTEM' }],
    id: (result) => result.cell?.comments.length,
  },
  applyUptakeTable: {
    person: focal,
    mutation:
      'mutation ($key: String!, $text: String!) { result: applyUptakeTable(text: $text, idempotencyKey: $key) { applied toAdd entryIds faults { column message } } }',
    variables: { text: table('Not accepted', '3') },
    others: [{ text: table('Not relevant', '3') }, { text: table('Not accepted', '4') }],
    id: (result) => (result.applied ? JSON.stringify([result.toAdd, result.entryIds]) : undefined),
  },
  proposeImport: {
    person: focal,
    mutation: `mutation ($key: String!, $text: String!, $name: String = "Firms") { result: proposeImport(kind: VENDOR, name: $name, text: $text, idempotencyKey: $key) { __typename ... on Import { id } ... on ImportPlan { faults { row column message } } ${FAULTS} } }`,
    variables: { text: 'Title,Kind,Summary,Source\nZqkeyed,EXTERNAL,It keeps keys.,https://zqkeyed.example/' },
    others: [{ text: 'Title,Kind,Summary,Source\nZqkeyed,EXTERNAL,It makes keys.,https://zqkeyed.example/' }, { name: 'Other firms' }],
    id: (result) => result.id,
  },
  beginCatalogue: {
    person: secretariat,
    mutation: `mutation ($key: String!, $name: String! = "a.csv", $bytes: String!) { result: beginCatalogue(files: [{ name: $name, bytes: $bytes }], idempotencyKey: $key) { __typename ... on CatalogueRun { id } ${FAULTS} } }`,
    variables: { bytes: Buffer.from('id,name\n1,One\n').toString('base64') },
    others: [{ bytes: Buffer.from('id,name\n2,Two\n').toString('base64') }, { name: 'b.csv' }],
    id: (result) => result.id,
  },
  answerForeignRecord: {
    person: focal,
    mutation: `mutation ($key: String!, $text: String!, $slug: String! = "pstw-9001") { result: answerForeignRecord(slug: $slug, organization: "fao", text: $text, idempotencyKey: $key) { __typename ... on ForeignRecord { answers { id } } ${FAULTS} } }`,
    variables: { text: 'We know of it.' },
    others: [{ text: 'We know nothing of it.' }, { slug: 'pstw-9002' }],
    id: (result) => result.answers && JSON.stringify(result.answers),
  },
  askQuestion: {
    person: focal,
    mutation: `mutation ($key: String!, $title: String!, $text: String! = "Who has run one?", $audience: Audience! = UN_SYSTEM) { result: askQuestion(title: $title, text: $text, about: "", audience: $audience, language: "en", key: $key) { __typename ... on QuestionSaved { id } ${FAULTS} } }`,
    variables: { title: 'first' },
    others: [{ title: 'second' }, { text: 'Who has stopped one?' }],
    id: (result) => result.id,
  },
  suggestLearning: {
    person: focal,
    mutation: `mutation ($key: String!, $title: String!, $day: String! = "2099-01-01") { result: suggestLearning(kind: EVENT, input: { title: $title, about: "", address: "", language: "", minutes: "", what: TALK, day: $day }, audience: UN_SYSTEM, key: $key) { __typename ... on LearningSaved { id } ${FAULTS} } }`,
    variables: { title: 'first' },
    others: [{ title: 'second' }, { day: '2099-01-02' }],
    id: (result) => result.id,
  },
  answerQuestion: {
    person: focal,
    mutation: `mutation ($key: String!, $id: ID!, $text: String!) { result: answerQuestion(id: $id, text: $text, citations: [], key: $key) { __typename ... on QuestionSaved { id } ${FAULTS} } }`,
    variables: { id: asked, text: 'first' },
    others: [{ text: 'second' }],
    id: (result) => result.id,
  },
  openCampaign: {
    person: secretariat,
    mutation: `mutation ($key: String!, $input: CampaignInput!) { result: openCampaign(input: $input, idempotencyKey: $key) { __typename ... on Campaign { id title } ${FAULTS} } }`,
    variables: { input: campaign('first') },
    others: [{ input: campaign('second') }, { input: { ...campaign('first'), reminderDays: [5] } }],
    id: (result) => result.id,
  },
  saveDraft: {
    person: focal,
    mutation: `mutation ($key: String!, $id: ID, $kind: Kind, $content: JSON, $reason: String, $slug: String) { result: saveDraft(id: $id, kind: $kind, organization: "fao", content: $content, reason: $reason, slug: $slug, key: $key) { ${DRAFT} } }`,
    variables: { kind: 'LESSON', content: { title: 'first' } },
    others: [{ content: { title: 'second' } }, { reason: 'other' }, { kind: 'VENDOR' }, { id: one.id }, { slug: record }],
    id: (result) => result.draft?.id,
  },
  submitDraft: {
    person: focal,
    mutation: `mutation ($key: String!, $id: ID!, $edits: Int!) { result: submitDraft(id: $id, edits: $edits, key: $key) { ${DRAFT} } }`,
    variables: { id: one.id, edits: one.edits },
    others: [{ id: two.id, edits: two.edits }, { edits: one.edits + 1 }],
    id: (result) => result.draft?.id,
  },
  comment: {
    person: focal,
    mutation: `mutation ($key: String!, $draft: ID!, $text: String!, $field: String) { result: comment(draft: $draft, text: $text, field: $field, key: $key) { ${DRAFT} } }`,
    variables: { draft: two.id, text: 'first' },
    others: [{ text: 'second' }, { field: 'title' }, { draft: three.id }],
    id: (result) => (result.draft ? JSON.stringify(result.draft.comments) : undefined),
  },
  createShortlist: {
    person: buyer,
    mutation: `mutation ($key: String!, $name: String!, $purpose: String) { result: createShortlist(name: $name, purpose: $purpose, key: $key) { __typename ... on ShortlistSaved { shortlist { id } } ${FAULTS} } }`,
    variables: { name: 'first' },
    others: [{ name: 'second' }, { purpose: 'Other.' }],
    id: (result) => result.shortlist?.id,
  },
  askVendors: {
    person: buyer,
    mutation: `mutation ($key: String!, $text: String!, $day: String!, $vendors: [String!]! = ["irisguard"]) { result: askVendors(organization: "unicef", vendors: $vendors, subject: "Registers", text: $text, answerBy: $day, key: $key) { __typename ... on VendorsAsked { request { id } } ${FAULTS} } }`,
    variables: { text: 'Which registers?', day: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) },
    others: [{ text: 'Which others?' }],
    id: (result) => result.request?.id,
  },
  judgeUptake: {
    person: secretariat,
    mutation: `mutation ($key: String!, $reason: String!, $judgement: UptakeJudgementKind! = EVIDENCE_INSUFFICIENT) { result: judgeUptake(recommendation: "4", organization: "fao", entry: "", judgement: $judgement, reason: $reason, idempotencyKey: $key) { __typename ... on UptakeCommented { cell { judgements { id } } } ${FAULTS} } }`,
    variables: { reason: 'As it was seen.' },
    others: [{ reason: 'Otherwise.' }, { judgement: 'NOT_YET_VERIFIED' }],
    id: (result) => (result.cell ? JSON.stringify(result.cell.judgements) : undefined),
  },
  reportSitting: {
    person: focal,
    mutation: `mutation ($key: String!, $answers: [UptakeSittingAnswer!]!) { result: reportSitting(organization: "fao", answers: $answers, idempotencyKey: $key) { __typename ... on UptakePublished { entries { id } } ${FAULTS} } }`,
    variables: { answers: [{ recommendation: '7', basedOn: '', input: entry('first') }] },
    others: [{ answers: [{ recommendation: '7', basedOn: '', input: entry('second') }] }],
    id: (result) => (result.entries ? JSON.stringify(result.entries) : undefined),
  },
  restoreRevision: {
    person: focal,
    mutation: `mutation ($key: String!, $slug: String!, $number: Int!) { result: restoreRevision(kind: LESSON, slug: $slug, number: $number, key: $key) { __typename ... on RevisionRestored { draft { id } } ${FAULTS} } }`,
    variables: { slug: record, number: 1 },
    others: [{ slug: another }],
    id: (result) => result.draft?.id,
  },
};

const keyed = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => field.args.some((arg) => /^(key|idempotencyKey)$/.test(arg.name)));
it('every mutation with a key has its case here', () => {
  expect(keyed.map((field) => field.name).sort()).toEqual(Object.keys(cases).sort());
});

describe.each(Object.entries(cases))('%s', (name, { person, mutation, variables, others, id }) => {
  const key = `key-of-${name}-1`;
  const send = async (more: Record<string, unknown> = {}): Promise<Data> => (await ask(person, mutation, { ...variables, key, ...more })).result;
  const aboutKey = (result: Data) =>
    (result.fields ?? result.faults ?? []).filter((fault: { message: string }) => /sent before with other content/.test(fault.message));

  it('gives the first answer to the same key with the same content, also at once', async () => {
    const first = await send();
    expect(id(first)).toBeTruthy();
    const again = await Promise.all([send(), send()]);
    for (const result of again) expect([id(result), aboutKey(result)]).toEqual([id(first), []]);
  });
  it('refuses the same key with other content, and names the key', async () => {
    for (const other of others) {
      const result = await send(other);
      const faults = aboutKey(result);
      expect([other, faults.length, id(result) ?? null]).toEqual([other, 1, null]);
      expect(faults[0].name ?? faults[0].column).toMatch(/^(key|idempotencyKey)$/);
    }
  });
});

it('what made nothing the first time makes nothing later', async () => {
  const send = async (key: string, text: string): Promise<Data> => (await ask(focal, cases['applyUptakeTable']?.mutation ?? '', { key, text })).result;
  expect(await send('key-setting-up', table('Not relevant', '6'))).toMatchObject({ toAdd: 1, applied: true });
  const nothing = await send('key-of-nothing', table('Not relevant', '6'));
  expect(nothing).toMatchObject({ toAdd: 0, applied: true, entryIds: [] });
  expect(await send('key-of-a-change', table('Under consideration', '6'))).toMatchObject({ toAdd: 1 });
  expect(await send('key-of-nothing', table('Not relevant', '6'))).toEqual(nothing);
});
it('a refused request leaves its key free', async () => {
  const send = async (input: unknown): Promise<Data> =>
    (await ask(focal, cases['reportUptake']?.mutation ?? '', { key: 'key-of-a-fault', input, recommendation: '8' })).result;
  expect((await send({ ...entry('x'), effectiveDate: 'soon' })).fields).toHaveLength(1);
  expect((await send({ ...entry('x'), evidence: [{ kind: 'RECORD', recordKind: 'PROJECT', recordSlug: 'none' }] })).fields).toHaveLength(1);
  expect((await send(entry('x'))).entry.id).toBeTruthy();
});
it('a key belongs to one person and one mutation', async () => {
  const send = async (person: User, comment: string): Promise<Data> =>
    (await ask(person, cases['reportUptake']?.mutation ?? '', { key: 'key-of-two-people', input: entry(comment) })).result;
  const ids = [(await send(focal, 'mine')).entry.id, (await send(publisher, 'yours')).entry.id];
  expect(new Set(ids).size).toBe(2);
  expect((await ask(focal, cases['commentOnCell']?.mutation ?? '', { key: 'key-of-two-people', text: 'x' })).result.cell).toBeTruthy();
});
it('a key that is too long is a fault, and a submission stays what it is', async () => {
  const long = await ask(focal, cases['comment']?.mutation ?? '', { key: 'k'.repeat(5000), draft: two.id, text: 'x' });
  expect(long.result.fields[0].name).toBe('key');
  expect((await submit(focal, { id: one.id, edits: one.edits })).draft.state).toBe('SUBMITTED');
  expect(await db.selectFrom('requestKey').select('mutation').distinct().execute()).toHaveLength(Object.keys(cases).length - 1);
});

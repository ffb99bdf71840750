import { sql } from 'kysely';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { describe, expect, it } from 'vitest';
import { readEnv } from '#api/env.ts';
import { loadCatalogue } from '#api/catalogues/load.ts';
import { doRun } from '#api/screening/run.ts';
import { countStatements, type Data } from '#test/ask.ts';
import { madeUp } from '#test/catalogue-data.ts';
import { lessonOf } from '#test/contribute.ts';
import { demoCookie, testDoor } from '#test/door.ts';
import { htmlFaults } from '#test/html.ts';
import { madeListFile, madeVendor } from '#test/screening.ts';
import { siteOver } from '#test/site.ts';
import routes from './routes.ts';

/** Of the database, for one page of somebody who is signed in: the session and all that the page shows, whatever the number of drafts. */
const STATEMENTS = 6;

const { services } = await testDoor();
const app = await siteOver(services, readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test', PORT: '3000', REQUESTS_PER_MINUTE: '1000000' }));
const accounts = ['fao-focal-point', 'fao-publisher', 'procurement-officer', 'secretariat', 'administrator'] as const;
type Account = (typeof accounts)[number];
const cookies = new Map<Account, string>();
for (const account of accounts) cookies.set(account, await demoCookie(app as never, account));
const headersOf = (account: Account) => ({ cookie: cookies.get(account) ?? '', host: 'localhost:3000' });

async function ask(account: Account, query: string, variables: Record<string, unknown>): Promise<Data> {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headersOf(account), 'content-type': 'application/json', origin: 'http://localhost:3000' },
    payload: { query, variables },
  });
  return (answer.json() as { data: Data }).data;
}
let made = 0;
/** Begins drafts of FAO's for new lessons, and submits every second one. */
async function write(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { saveDraft } = await ask(
      'fao-focal-point',
      'mutation ($content: JSON) { saveDraft(kind: LESSON, organization: "fao", content: $content, reason: "New") { ... on DraftSaved { draft { id edits } } } }',
      { content: lessonOf(`Lesson number ${++made}`) },
    );
    const { id, edits } = saveDraft.draft;
    ids.push(id);
    if (index % 2 === 0)
      await ask('fao-focal-point', 'mutation ($id: ID!, $edits: Int!) { submitDraft(id: $id, edits: $edits) { __typename } }', { id, edits });
  }
  return ids;
}
const [submitted = '', open = ''] = await write(2);
// A change of a record of FAO's that is open.
const { lessons } = await ask('fao-focal-point', '{ lessons(first: 1) { edges { node { slug } } } }', {});
const lesson: string = lessons.edges[0].node.slug;
const campaign = '00000000-0000-7000-8000-000000000000';

// Entries of another catalogue, and a file of one that is not loaded yet.
await loadCatalogue(services.db, [madeUp('made-up-cases.csv')], {});
const { beginCatalogue } = await ask(
  'secretariat',
  'mutation ($bytes: String!) { beginCatalogue(files: [{ name: "good.json", bytes: $bytes }], idempotencyKey: "key-of-goods") { ... on CatalogueRun { id } } }',
  { bytes: madeUp('made-up-good.json').bytes.toString('base64') },
);
const catalogue: string = beginCatalogue.id;

// An assessment of FAO's that a second person may look at, and a draft of an edition.
const { createAssessment } = await ask(
  'fao-focal-point',
  'mutation ($answers: [AnswerInput!]!) { createAssessment(instrument: "jiu-matrix", title: "Seeds", organization: "fao", answers: $answers, key: "key-of-seeds") { ... on AssessmentSaved { assessment { id } } } }',
  {
    answers: [
      { question: 'table-1-q1', option: 'yes' },
      { question: 'table-1-q2', option: 'yes' },
    ],
  },
);
const assessment: string = createAssessment.assessment.id;
await ask('fao-focal-point', 'mutation ($id: ID!) { shareAssessment(id: $id, edits: 1, shared: true) { __typename } }', { id: assessment });
const { instruments } = await ask('secretariat', '{ instruments { id instrument } }', {});
const { beginEdition } = await ask(
  'secretariat',
  'mutation ($from: ID!) { beginEdition(from: $from, edition: "next", key: "key-of-next") { ... on EditionSaved { edition { id } } } }',
  { from: instruments[0].id },
);
const edition: string = beginEdition.edition.id;
const answered = 'table-1-q1=yes&table-1-q2=yes';

// A made vendor, and a list with its name.
const vendor = await madeVendor(services.db, 'Lumovat Timber');
const { loadScreeningList } = await ask('secretariat', 'mutation ($file: String!) { loadScreeningList(file: $file) { ... on ScreeningListLoaded { run } } }', {
  file: madeListFile(['Lumovat Timber Ltd']).toString('base64'),
});
await doRun(services.db, loadScreeningList.run, { baseUrl: 'http://localhost:3000' });
const { id: candidate } = await services.db.selectFrom('screeningCandidate').select('id').executeTakeFirstOrThrow();
// Agreements of UNICEF's with a vendor, one of them with all that can be said of one.
const agreementTerms = (number: string) => ({
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
const agreements: string[] = [];
for (const number of ['LTA-1', 'LTA-2', 'LTA-3']) {
  const { keepAgreement } = await ask(
    'procurement-officer',
    'mutation ($terms: AgreementTermsInput!, $key: String!) { keepAgreement(holder: "unicef", vendor: "irisguard", terms: $terms, key: $key) { ... on AgreementSaved { agreement { id } } } }',
    { terms: agreementTerms(number), key: `key-${number}` },
  );
  agreements.push(keepAgreement.agreement.id);
}
const agreement = agreements[0];
await ask('procurement-officer', 'mutation ($id: ID!) { openAgreement(id: $id, openings: 0, audience: UN_SYSTEM) { __typename } }', { id: agreement });
await ask(
  'procurement-officer',
  'mutation ($id: ID!) { drawAgreement(id: $id, drawn: 10, onDay: "2026-01-01", source: "A test.", key: "key-draw") { __typename } }',
  { id: agreement },
);
await ask('fao-publisher', 'mutation ($id: ID!) { askForUse(id: $id, organization: "fao", text: "For seeds.", key: "key-use") { __typename } }', {
  id: agreement,
});

// A webhook with an event that was sent.
const { rows: hooks } = await sql<{
  id: string;
}>`INSERT INTO webhook (person_id, name, address, topics, nonce) SELECT id, 'A copy', 'https://hooks.example.org/', '{RECORDS}', 'n' FROM person WHERE email LIKE 'fao-focal-point@%' RETURNING id`.execute(
  services.db,
);
const webhook = hooks[0]?.id;
const { rows: sent } = await sql<{
  id: string;
}>`INSERT INTO webhook_delivery (webhook_id, event_key, type, happened_at, body, attempts, state) VALUES (${webhook}::uuid, 'trial', 'atrium.trial', now(), '{}', 1, 'DELIVERED') RETURNING id`.execute(
  services.db,
);
const webhookEvent = sent[0]?.id;

// A list with a vendor that was asked for information.
await sql`UPDATE record SET content = content || '{"contacts": [{"name": "Sales", "email": "sales@example.org"}]}' WHERE slug = ${vendor}`.execute(services.db);
const { createShortlist } = await ask(
  'procurement-officer',
  'mutation ($records: [String!]) { createShortlist(name: "Registers", records: $records, key: "key-list") { ... on ShortlistSaved { shortlist { id } } } }',
  { records: [`/vendors/${vendor}`, '/vendors/irisguard', '/projects/building-blocks'] },
);
const shortlist: string = createShortlist.shortlist.id;
const { askVendors } = await ask(
  'procurement-officer',
  'mutation ($vendors: [String!]!, $day: String!) { askVendors(organization: "unicef", vendors: $vendors, subject: "Registers", text: "Which?", answerBy: $day, key: "key-ask-vendors") { ... on VendorsAsked { request { id } } } }',
  { vendors: [vendor], day: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) },
);
const information: string = askVendors.request.id;

// Somebody of the pool.
const { saveProfessional } = await ask(
  'fao-focal-point',
  'mutation ($input: ProfessionalInput!) { saveProfessional(input: $input, edits: 0, consents: true) { ... on ProfessionalSaved { professional { id } } } }',
  {
    input: {
      ...{ name: 'Fay', about: '', technologies: ['Ethereum'], tasks: [], sectors: ['HEALTH'], languages: ['French'], countries: [] },
      ...{ works: ['/projects/building-blocks', `/lessons/${lesson}`], offers: ['ADVICE'], availability: '', audience: 'UN_SYSTEM', showsAddress: false },
    },
  },
);
const professional: string = saveProfessional.professional.id;
// What somebody follows: records, and lists with values that are there and one that is not.
for (const [address, name] of [
  ['/projects/building-blocks', ''],
  ['/organizations/fao', ''],
  ['/projects?stage=PILOT&platform=Ethereum', 'Pilots'],
  ['/lessons?organization=nowhere', 'Nowhere'],
  ['/search?q=cocoa&country=EC', 'Cocoa'],
])
  await ask('fao-focal-point', 'mutation ($address: String!, $name: String!) { follow(address: $address, name: $name, frequency: DAILY) { __typename } }', {
    address,
    name,
  });

// A question, with an answer that rests on entries.
const { askQuestion } = await ask(
  'fao-focal-point',
  'mutation { askQuestion(title: "Who runs the nodes?", text: "We plan two.", about: "/projects/building-blocks", audience: UN_SYSTEM, language: "en") { ... on QuestionSaved { id } } }',
  {},
);
const question: string = askQuestion.id;
await ask(
  'fao-publisher',
  'mutation ($id: ID!, $citations: [String!]!) { answerQuestion(id: $id, text: "The members.", citations: $citations) { __typename } }',
  { id: question, citations: ['/projects/building-blocks', `/lessons/${lesson}`] },
);

// What a company proposes.
const { rows: proposals } = await sql<{ id: string }>`
  WITH made AS (INSERT INTO company (email, confirmed_at) VALUES ('office@example.org', now()) RETURNING id)
  INSERT INTO company_proposal (company_id, name, text, source) SELECT id, 'Lumovat', 'It trained.', 'A report' FROM made RETURNING id`.execute(services.db);
const proposal = proposals[0]?.id;

/** Addresses of every route, each with those whose work it is; the others are read by everybody. */
const addresses: Record<string, [address: string, ...who: Account[]][]> = {
  '/': [['/']],
  'search/suggest': [['/search/suggest?q=cocoa']],
  search: [['/search?q=blockchain']],
  projects: [['/projects'], ['/projects?stage=PILOT&organization=FAO']],
  'projects/:slug': [['/projects/building-blocks']],
  goals: [['/goals']],
  'goals/:number': [['/goals/2']],
  recommendations: [['/recommendations']],
  'recommendations/:address': [['/recommendations/4']],
  risks: [['/risks']],
  'risks/:slug': [['/risks/r01']],
  mitigations: [['/mitigations']],
  'mitigations/:slug': [['/mitigations/m01']],
  standards: [['/standards']],
  'standards/:slug': [['/standards/iso-22739-2020']],
  glossary: [['/glossary']],
  matrix: [['/matrix']],
  learning: [['/learning']],
  'learning/suggest': [['/learning/suggest'], ['/learning/suggest?kind=EVENT']],
  'learning/suggestions': [['/learning/suggestions', 'fao-focal-point', 'fao-publisher']],
  'learning/:level': [['/learning/learning-technical-staff', 'fao-focal-point', 'secretariat']],
  events: [['/events?all=yes']],
  legal: [['/legal']],
  funding: [['/funding']],
  principles: [['/principles']],
  governance: [['/governance']],
  'reference/:slug': [['/reference/none']],
  cite: [['/cite?text=a%20sentence%20that%20nobody%20wrote']],
  sources: [['/sources']],
  'sources/:slug': [['/sources/jiu-rep-2020-7']],
  overview: [['/overview']],
  'sitemap.xml': [['/sitemap.xml']],
  'robots.txt': [['/robots.txt']],
  organizations: [['/organizations']],
  'organizations/:slug': [['/organizations/fao']],
  vendors: [['/vendors'], ['/vendors?workRegion=africa&unSystem=yes&agreement=open&sort=work', 'procurement-officer']],
  'vendors/:slug': [['/vendors/irisguard'], ['/vendors/irisguard', 'procurement-officer'], [`/vendors/${vendor}`, 'secretariat', 'administrator']],
  agreements: [
    ['/agreements', 'procurement-officer', 'fao-focal-point'],
    ['/agreements?vendor=irisguard&validOn=2027-01-01', 'procurement-officer'],
  ],
  'agreements/load': [['/agreements/load', 'procurement-officer']],
  ask: [['/ask?record=/projects/building-blocks', 'fao-focal-point']],
  'agreements/new': [['/agreements/new', 'procurement-officer']],
  'agreements/:id': [
    [`/agreements/${agreement}`, 'procurement-officer', 'fao-focal-point'],
    [`/agreements/${agreement}?at=2026-06-01`, 'procurement-officer'],
  ],
  'agreements/:id/amend': [[`/agreements/${agreement}/amend`, 'procurement-officer']],
  following: [['/following', 'fao-focal-point', 'secretariat']],
  'following/add': [
    ['/following/add?address=/projects/building-blocks', 'fao-focal-point'],
    ['/following/add?address=%2Fprojects%3Fstage%3DPILOT&name=Pilots', 'fao-focal-point'],
  ],
  unsubscribe: [['/unsubscribe?token=none']],
  shortlists: [['/shortlists', 'procurement-officer', 'fao-focal-point']],
  'shortlists/add': [['/shortlists/add?ids=vendors/irisguard&ids=projects/building-blocks', 'procurement-officer']],
  'shortlists/:id': [[`/shortlists/${shortlist}`, 'procurement-officer']],
  'shortlists/:id/ask': [[`/shortlists/${shortlist}/ask`, 'procurement-officer']],
  information: [['/information', 'procurement-officer', 'fao-focal-point']],
  'information/:id': [[`/information/${information}`, 'procurement-officer']],
  answer: [['/answer?token=none']],
  company: [['/company']],
  'company/statement': [['/company/statement?token=none']],
  statements: [['/statements', 'procurement-officer', 'fao-focal-point']],
  'proposals/:id': [[`/proposals/${proposal}`, 'secretariat', 'fao-focal-point']],
  sought: [['/sought', 'fao-focal-point', 'secretariat', 'administrator']],
  new: [['/new', 'fao-focal-point', 'secretariat']],
  questions: [['/questions'], ['/questions?text=nodes&own=yes', 'fao-focal-point', 'secretariat']],
  'questions/new': [['/questions/new?about=/projects/building-blocks']],
  'questions/:id': [[`/questions/${question}`, 'fao-focal-point', 'fao-publisher', 'secretariat']],
  people: [['/people'], ['/people?technology=Ethereum', 'fao-focal-point']],
  'people/me': [['/people/me', 'fao-focal-point', 'fao-publisher']],
  'people/:id': [[`/people/${professional}`, 'fao-focal-point', 'fao-publisher']],
  api: [['/api']],
  'api/:operation': [['/api/projects']],
  lessons: [['/lessons']],
  'building-blocks': [['/building-blocks']],
  'building-blocks/:slug': [['/building-blocks/none']],
  'lessons/:id': [[`/lessons/${lesson}`]],
  about: [['/about']],
  uptake: [['/uptake']],
  'uptake/by': [['/uptake/by']],
  'uptake/trend': [['/uptake/trend']],
  'uptake/entries': [['/uptake/entries']],
  'uptake/overdue': [['/uptake/overdue']],
  'uptake/changes': [['/uptake/changes?since=2020-01-01']],
  'uptake/load': [['/uptake/load']],
  'uptake/compare': [['/uptake/compare?organizations=fao,wfp']],
  'uptake/activities': [['/uptake/activities']],
  'uptake/activities/new': [['/uptake/activities/new?organization=fao']],
  'uptake/activities/:id': [['/uptake/activities/00000000-0000-7000-8000-000000000000']],
  'uptake/organizations/:slug': [['/uptake/organizations/fao']],
  'uptake/organizations/:slug/report': [['/uptake/organizations/fao/report']],
  'uptake/organizations/:slug/report/save': [['/uptake/organizations/fao/report/save']],
  'uptake/recommendations/:address': [['/uptake/recommendations/4']],
  'uptake/cells/*': [['/uptake/cells/4/fao']],
  'uptake/campaigns/*': [['/uptake/campaigns/1']],
  'uptake/following': [['/uptake/following']],
  'uptake/:recommendation/:organization': [['/uptake/4/fao']],
  campaigns: [['/campaigns', 'secretariat', 'fao-focal-point']],
  'campaigns/new': [['/campaigns/new', 'secretariat']],
  'campaigns/contacts': [['/campaigns/contacts', 'secretariat', 'fao-focal-point']],
  'foreign-records': [['/foreign-records']],
  'foreign-records/:slug': [['/foreign-records/pstw-9001']],
  catalogues: [['/catalogues', 'secretariat']],
  'catalogues/new': [['/catalogues/new', 'secretariat']],
  'catalogues/:id': [[`/catalogues/${catalogue}`, 'secretariat']],
  imports: [['/imports', 'secretariat', 'fao-focal-point']],
  'imports/new': [['/imports/new', 'secretariat', 'fao-focal-point']],
  'imports/:id': [[`/imports/${campaign}`, 'secretariat']],
  'uptake/reports/load': [['/uptake/reports/load', 'administrator']],
  'campaigns/:id': [[`/campaigns/${campaign}`, 'secretariat']],
  'campaigns/:id/change': [[`/campaigns/${campaign}/change`, 'secretariat']],
  follow: [['/follow']],
  'sign-in': [['/sign-in']],
  'sign-in/code': [['/sign-in/code']],
  'second-factor': [['/second-factor']],
  prove: [['/prove']],
  'sign-up': [['/sign-up']],
  confirm: [['/confirm']],
  'signed-in': [['/signed-in']],
  'signed-out': [['/signed-out']],
  'forgot-password': [['/forgot-password']],
  'reset-password': [['/reset-password']],
  account: [['/account']],
  tokens: [['/tokens']],
  webhooks: [['/webhooks']],
  'reports/:year': [['/reports/2026']],
  'report/:year': [['/report/2026']],
  'webhooks/:id': [[`/webhooks/${webhook}`, 'fao-focal-point']],
  'webhooks/:id/:event': [[`/webhooks/${webhook}/${webhookEvent}`, 'fao-focal-point']],
  invitation: [['/invitation?token=none']],
  members: [
    ['/members', 'administrator'],
    ['/members?search=demo', 'administrator'],
  ],
  outbox: [['/outbox']],
  log: [['/log'], ['/log', 'secretariat', 'administrator']],
  audit: [['/audit', 'administrator']],
  operations: [['/operations', 'administrator']],
  'my-work': [['/my-work'], ['/my-work', 'procurement-officer']],
  stale: [['/stale', 'secretariat', 'administrator']],
  archived: [['/archived', 'fao-publisher', 'secretariat', 'administrator']],
  'still-correct': [['/still-correct?token=none']],
  'drafts/similar': [['/drafts/similar?title=cash'], ['/drafts/similar?title=IRISGUARD%20Ltd.&kind=VENDOR']],
  'drafts/suggest': [['/drafts/suggest?kind=VENDOR&q=IRISGUARD']],
  'drafts/:id': [
    [`/drafts/${open}`, 'fao-focal-point'],
    [`/drafts/${open}?check=1`, 'fao-focal-point', 'fao-publisher'],
  ],
  'drafts/:id/save': [[`/drafts/${open}/save`]],
  'drafts/:id/saves': [
    [`/drafts/${open}/saves`, 'fao-focal-point'],
    [`/drafts/${open}/saves?save=0`, 'fao-focal-point'],
  ],
  'drafts/:id/submit': [[`/drafts/${open}/submit`, 'fao-focal-point']],
  'drafts/:id/review': [[`/drafts/${submitted}/review`, 'fao-publisher', 'fao-focal-point', 'secretariat']],
  ...Object.fromEntries(
    [
      ['projects', 'building-blocks'],
      ['lessons', lesson],
      ['vendors', 'irisguard'],
      ['building-blocks', 'none'],
    ].flatMap(([list = '', slug = '']) => [
      [`${list}/new`, [[`/${list}/new`], [`/${list}/new?title=cash%20for%20refugees`]]],
      [`${list}/:slug/edit`, [[`/${list}/${slug}/edit`]]],
      [`${list}/:slug/history`, [[`/${list}/${slug}/history`]]],
      [`${list}/:slug/history/:number`, [[`/${list}/${slug}/history/1`]]],
    ]),
  ),
  compare: [
    ['/compare?ids=projects/building-blocks&ids=projects/ecuador-cocoa'],
    [`/compare?${agreements.map((id) => `ids=agreements/${id}`).join('&')}`, 'procurement-officer'],
  ],
  picked: [['/picked?ids=projects/building-blocks,vendors/irisguard']],
  'search-terms': [['/search-terms'], ['/search-terms', 'secretariat']],
  'search-terms/edit': [['/search-terms/edit', 'secretariat']],
  decide: [['/decide']],
  'decide/:instrument': [['/decide/jiu-matrix']],
  'decide/:instrument/outcome': [[`/decide/jiu-matrix/outcome?${answered}`]],
  'decide/:instrument/:group': [[`/decide/jiu-matrix/layer-1-decentralization?${answered}`]],
  assessments: [['/assessments', 'fao-focal-point', 'fao-publisher']],
  'assessments/new': [['/assessments/new']],
  'assessments/compare': [[`/assessments/compare?id=hub-on-a-blockchain&id=${assessment}`]],
  'assessments/:id': [[`/assessments/${assessment}`, 'fao-focal-point', 'fao-publisher']],
  'assessments/:id/risks': [[`/assessments/${assessment}/risks`, 'fao-focal-point']],
  'assessments/:id/costs': [[`/assessments/${assessment}/costs`, 'fao-focal-point']],
  'assessments/:id/review': [[`/assessments/${assessment}/review`, 'fao-publisher']],
  screening: [['/screening', 'secretariat', 'administrator'], ['/screening?show=all', 'secretariat'], ['/screening']],
  'screening/:id': [[`/screening/${candidate}`, 'secretariat', 'administrator']],
  editions: [['/editions', 'fao-focal-point', 'secretariat']],
  'editions/:id': [[`/editions/${edition}`, 'secretariat']],
  '*': [['/nowhere']],
};

async function visit(account: Account, address: string) {
  const counted = countStatements(services);
  const { statusCode, body } = await app.inject({ url: address, headers: { ...headersOf(account), accept: 'text/html' } });
  // When the session was last used is noted once a minute.
  const statements = counted.stop().filter((statement) => !/^UPDATE session SET seen_at/.test(statement.trim()));
  return { status: statusCode, body, statements };
}

describe('the budget of a page for somebody who is signed in', () => {
  it('is set for every route', () => {
    const paths = (routes as RouteConfigEntry[]).map(({ path }) => path ?? '/');
    expect(Object.keys(addresses).sort()).toEqual([...new Set(paths)].sort());
  });

  it.each(Object.entries(addresses))('is kept by %s', { timeout: 120_000 }, async (_route, all) => {
    for (const [address, ...who] of all)
      for (const account of who.length > 0 ? who : (['fao-focal-point'] as const)) {
        await visit(account, '/projects');
        const { status, statements, body } = await visit(account, address);
        expect(status, address).toBeLessThan(500);
        if (who.length > 0 && !address.includes(campaign)) expect(status, `${address} as ${account}`).toBe(200);
        expect(statements.length, `${address} as ${account}\n${statements.join('\n\n')}`).toBeLessThanOrEqual(STATEMENTS);
        if (/^<!doctype html>/i.test(body)) expect(await htmlFaults(body), `${address} as ${account}`).toEqual([]);
      }
  });

  it('does not grow with the number of drafts, and no content is read that is not shown', { timeout: 240_000 }, async () => {
    const pages: [Account, string][] = [
      ['fao-focal-point', '/my-work'],
      ['fao-publisher', '/my-work'],
      ['secretariat', '/my-work'],
      ['fao-focal-point', `/lessons/${lesson}/edit`],
    ];
    const before = await Promise.all(pages.map(async ([account, address]) => (await visit(account, address)).statements.length));
    await write(12);
    for (const [index, [account, address]] of pages.entries()) {
      const { statements, body } = await visit(account, address);
      if (address === '/my-work' && account !== 'secretariat') expect(body).toContain('Lesson number 14');
      // Something to review is read in a statement of its own where there was nothing before.
      expect(statements.length, `${address} as ${account}`).toBeLessThanOrEqual(Math.max(before[index] ?? 0, STATEMENTS));
    }
    const rows = await services.db.selectFrom('draft').select('id').execute();
    expect(rows.length).toBeGreaterThanOrEqual(14);
  });
});

import { gzipSync } from 'node:zlib';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#api/catalogues/load.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { madeUp } from '#test/catalogue-data.ts';
import { htmlFaults } from '#test/html.ts';
import { testSite } from '#test/visit.ts';
import routes from './routes.ts';

/** Of the database of the library. What a page shows comes in one statement, and in a second what only the first one led to. */
const STATEMENTS = 2;
/** Before them one asks what state the library is in, to see whether the page was rendered for it already. */
const asksForState = (statement: string) => /FROM library_change/.test(statement);
const WEIGHT = 60_000;

const { db, visit, statements } = await testSite();
// Entries of another catalogue, so that there is something on their pages.
await loadCatalogue(db, [madeUp('made-up-cases.csv')], { version: 'A test' });

/** Of each kind the record with most links and the one with fewest. */
const { rows: records } = await sql<{ kind: RecordKind; slug: string }>`
  SELECT kind, slug FROM (
    SELECT r.kind, r.slug, row_number() OVER (PARTITION BY r.kind ORDER BY l.links DESC, r.id) AS most, row_number() OVER (PARTITION BY r.kind ORDER BY l.links, r.id) AS fewest
    FROM record r CROSS JOIN LATERAL (SELECT count(*) AS links FROM link WHERE from_id = r.id OR to_id = r.id) l) x
  WHERE most = 1 OR fewest = 1`.execute(db);
const of = (kind: RecordKind, after = '') => records.filter((record) => record.kind === kind).map(({ slug }) => addressOf(kind, slug) + after);
/** An answer to each question of the matrix. */
const { rows: asked } = await sql<{ question: string; option: string }>`
  SELECT q->>'id' AS question, q->'options'->0->>'id' AS option FROM instrument_edition e CROSS JOIN LATERAL jsonb_array_elements(e.content->'questions') q WHERE e.instrument = 'jiu-matrix'`.execute(
  db,
);
const answers = asked.map(({ question, option }) => `${question}=${option}`).join('&');
const unknown = '00000000-0000-7000-8000-000000000000';

/** Somebody of the pool whom everybody sees, with works and what can be found by it. */
const { rows: pool } = await sql<{ id: string }>`
  WITH made AS (INSERT INTO person (name, email) VALUES ('Ada', 'ada@example.org') RETURNING id),
  role AS (INSERT INTO membership (person_id, role, organization_id, origin) SELECT made.id, 'MEMBER', r.id, 'GRANT' FROM made, record r WHERE r.slug = 'wfp' AND r.kind = 'ORGANIZATION'),
  entry AS (INSERT INTO professional (person_id, name, technologies, sectors, offers, audience) SELECT id, 'Ada', '{Ethereum}', '{HEALTH}', '{ADVICE}', 'PUBLIC' FROM made RETURNING id),
  work AS (INSERT INTO professional_work (professional_id, record_id) SELECT entry.id, r.id FROM entry, record r WHERE r.kind IN ('PROJECT', 'LESSON') AND r.position < 3)
  SELECT id FROM entry`.execute(db);
const professional = pool[0]?.id;
/** A question about a project that everybody sees, with answers that rest on entries. */
const { rows: posted } = await sql<{ id: string }>`
  WITH question AS (INSERT INTO question (person_id, title, audience, record_id, answers) SELECT p.id, 'Who runs it?', 'PUBLIC', r.id, 3 FROM person p, record r WHERE p.email = 'ada@example.org' AND r.slug = 'building-blocks' RETURNING id, person_id),
  posts AS (INSERT INTO question_post (question_id, person_id, asks, text) SELECT id, person_id, n = 0, 'Text ' || n FROM question, generate_series(0, 3) n RETURNING id),
  cited AS (INSERT INTO question_citation (post_id, record_id) SELECT posts.id, r.id FROM posts, record r WHERE r.kind = 'LESSON' AND r.position < 3)
  SELECT id FROM question`.execute(db);
const question = posted[0]?.id;

/**
 * Real addresses of every route; of those for signed-in people what a reader gets. A search asks the database through
 * connections of its own, which search/engine.test.ts holds to three statements, and nine where little is found.
 */
const addresses: Record<string, string[]> = {
  '/': ['/'],
  'search/suggest': ['/search/suggest?q=cocoa'],
  search: ['/search', '/search?q=blockchain', '/search?q=blockchan&stage=PILOT', '/search?q=qqqzzz', '/search?q=made-up&foreign=1'],
  projects: [
    '/projects',
    '/projects?stage=PILOT&organization=WFP&sort=title',
    '/projects?use=SUPPLY_CHAIN&country=PG',
    '/projects?region=latin-america&since=2026-01-01&view=rows',
    '/projects?stage=NOPE&platform=nothing',
    '/projects?began_from=2017&began_to=2020-06&people_from=100&stage=PILOT',
    '/projects?began_from=soon&people_to=many',
  ],
  'projects/:slug': [...of('PROJECT'), '/projects/none'],
  ask: ['/ask', '/ask?record=/projects/building-blocks', '/ask?record=/lessons/none&purpose=error'],
  compare: [
    '/compare',
    '/compare?ids=projects/building-blocks&ids=projects/ecuador-cocoa&ids=projects/mongolia-cashmere&ids=projects/cedar-coin',
    '/compare?ids=vendors/irisguard,vendors/consensys',
  ],
  'search-terms': ['/search-terms'],
  'search-terms/edit': ['/search-terms/edit'],
  picked: ['/picked', '/picked?ids=projects/building-blocks,vendors/irisguard'],
  goals: ['/goals'],
  'goals/:number': of('GOAL'),
  recommendations: ['/recommendations', '/recommendations?kind=SOFT'],
  'recommendations/:address': [...of('RECOMMENDATION'), '/recommendations/4'],
  risks: ['/risks', '/risks?kind=INTRINSIC'],
  'risks/:slug': of('RISK'),
  mitigations: ['/mitigations', '/mitigations?organization=WFP'],
  'mitigations/:slug': of('MITIGATION'),
  standards: ['/standards', '/standards?body=ISO'],
  'standards/:slug': of('STANDARD'),
  glossary: ['/glossary'],
  matrix: ['/matrix'],
  decide: ['/decide'],
  'decide/:instrument': ['/decide/jiu-matrix', '/decide/digital-public-good', '/decide/none'],
  'decide/:instrument/outcome': ['/decide/jiu-matrix/outcome', `/decide/jiu-matrix/outcome?${answers}`],
  'decide/:instrument/:group': [
    `/decide/jiu-matrix/layer-1-decentralization?${answers}`,
    `/decide/jiu-matrix/layer-3-public?${answers}`,
    '/decide/digital-public-good/harm',
  ],
  assessments: ['/assessments'],
  'assessments/new': ['/assessments/new'],
  'assessments/compare': ['/assessments/compare', '/assessments/compare?id=hub-on-a-blockchain&id=none'],
  'assessments/:id': ['/assessments/hub-on-a-blockchain', `/assessments/${unknown}`],
  'assessments/:id/risks': [`/assessments/${unknown}/risks`],
  'assessments/:id/costs': [`/assessments/${unknown}/costs`],
  'assessments/:id/review': [`/assessments/${unknown}/review`],
  screening: ['/screening'],
  'screening/:id': [`/screening/${unknown}`],
  editions: ['/editions'],
  'editions/:id': [`/editions/${unknown}`],
  learning: ['/learning'],
  'learning/suggest': ['/learning/suggest'],
  'learning/suggestions': ['/learning/suggestions'],
  'learning/:level': ['/learning/learning-programme-staff', '/learning/none'],
  events: ['/events', '/events?all=yes'],
  legal: ['/legal'],
  funding: ['/funding'],
  principles: ['/principles'],
  governance: ['/governance'],
  'reference/:slug': of('REFERENCE'),
  api: ['/api'],
  'api/:operation': ['/api/projects', '/api/vendors-one', '/api/none'],
  cite: ['/cite', '/cite?text=a%20sentence%20that%20nobody%20wrote'],
  sources: ['/sources'],
  'sources/:slug': [...of('SOURCE'), '/sources/jiu-rep-2020-7?paragraph=158', '/sources/jiu-rep-2020-7?place=Annex%20I'],
  overview: ['/overview'],
  'sitemap.xml': ['/sitemap.xml'],
  'robots.txt': ['/robots.txt'],
  'building-blocks': ['/building-blocks', '/building-blocks?licence=NOPE&view=rows'],
  'building-blocks/:slug': [...of('BUILDING_BLOCK'), '/building-blocks/none'],
  organizations: ['/organizations', '/organizations?group=SPECIALIZED_AGENCY'],
  'organizations/:slug': of('ORGANIZATION'),
  vendors: [
    '/vendors',
    '/vendors?platform=Ethereum',
    '/vendors?workPlatform=Hyperledger%20Fabric&workRegion=latin-america&unSystem=yes&wentIntoUse=yes&agreement=open',
    '/vendors?stage=PILOT&client=wfp&use=IDENTITY&role=x&sort=work&name=iris',
    '/vendors?stage=NOPE&sort=latest&view=rows',
  ],
  'vendors/:slug': of('VENDOR'),
  agreements: ['/agreements', '/agreements?open=yes&validOn=2027-01-01&unspsc=8111&ceilingLeft=1000&currency=USD&text=ledger&sort=vendor'],
  'agreements/new': ['/agreements/new'],
  'agreements/load': ['/agreements/load'],
  'agreements/:id': [`/agreements/${unknown}`],
  'agreements/:id/amend': [`/agreements/${unknown}/amend`],
  following: ['/following'],
  'following/add': ['/following/add', '/following/add?address=/projects/building-blocks', '/following/add?address=%2Fprojects%3Fstage%3DPILOT&name=Pilots'],
  unsubscribe: ['/unsubscribe', '/unsubscribe?token=none'],
  shortlists: ['/shortlists'],
  'shortlists/add': ['/shortlists/add', '/shortlists/add?ids=vendors/irisguard'],
  'shortlists/:id': [`/shortlists/${unknown}`],
  'shortlists/:id/ask': [`/shortlists/${unknown}/ask`],
  information: ['/information'],
  'information/:id': [`/information/${unknown}`],
  answer: ['/answer', '/answer?token=none'],
  company: ['/company'],
  'company/statement': ['/company/statement', '/company/statement?token=none'],
  statements: ['/statements'],
  'proposals/:id': [`/proposals/${unknown}`],
  new: ['/new'],
  sought: ['/sought'],
  questions: ['/questions', '/questions?text=x&progress=ANSWERED&about=/projects/building-blocks'],
  'questions/new': ['/questions/new'],
  'questions/:id': [`/questions/${question}`, `/questions/${unknown}`],
  people: ['/people', '/people?technology=Ethereum&offer=ADVICE&text=x'],
  'people/me': ['/people/me'],
  'people/:id': [`/people/${professional}`, `/people/${unknown}`],
  lessons: ['/lessons', '/lessons?theme=FUNDING_AND_COSTS'],
  'lessons/:id': of('LESSON'),
  about: ['/about'],
  uptake: ['/uptake', '/uptake?at=2022-12-31'],
  'uptake/by': ['/uptake/by', '/uptake/by?by=organization', '/uptake/by?by=report&organization=wfp'],
  'uptake/trend': ['/uptake/trend', '/uptake/trend?report=jiu-rep-2020-7'],
  'uptake/entries': ['/uptake/entries', '/uptake/entries?organization=wfp'],
  'uptake/overdue': ['/uptake/overdue', '/uptake/overdue?at=2022-12-31'],
  'uptake/changes': ['/uptake/changes', '/uptake/changes?since=2020-01-01'],
  'uptake/load': ['/uptake/load'],
  'uptake/compare': ['/uptake/compare', '/uptake/compare?organizations=fao,wfp,nobody'],
  'uptake/activities': ['/uptake/activities', '/uptake/activities?organization=wfp'],
  'uptake/activities/new': ['/uptake/activities/new?organization=wfp'],
  'uptake/activities/:id': ['/uptake/activities/00000000-0000-7000-8000-000000000000'],
  'uptake/organizations/:slug': ['/uptake/organizations/wfp'],
  'uptake/organizations/:slug/report': ['/uptake/organizations/wfp/report'],
  'uptake/organizations/:slug/report/save': ['/uptake/organizations/wfp/report/save'],
  'uptake/recommendations/:address': ['/uptake/recommendations/4'],
  'uptake/cells/*': ['/uptake/cells/1/wfp'],
  'uptake/campaigns/*': ['/uptake/campaigns/1'],
  'uptake/following': ['/uptake/following'],
  'uptake/:recommendation/:organization': ['/uptake/1/wfp'],
  campaigns: ['/campaigns'],
  'campaigns/new': ['/campaigns/new'],
  'campaigns/contacts': ['/campaigns/contacts'],
  'foreign-records': ['/foreign-records', '/foreign-records?ownerKind=GOVERNMENT&started_from=2020&view=rows'],
  'foreign-records/:slug': ['/foreign-records/pstw-9001', '/foreign-records/none'],
  catalogues: ['/catalogues'],
  'catalogues/new': ['/catalogues/new'],
  'catalogues/:id': [`/catalogues/${unknown}`],
  imports: ['/imports'],
  'imports/new': ['/imports/new'],
  'imports/:id': [`/imports/${unknown}`],
  'uptake/reports/load': ['/uptake/reports/load'],
  'campaigns/:id': [`/campaigns/${unknown}`],
  'campaigns/:id/change': [`/campaigns/${unknown}/change`],
  follow: ['/follow'],
  'sign-in': ['/sign-in'],
  'sign-in/code': ['/sign-in/code'],
  'second-factor': ['/second-factor'],
  prove: ['/prove'],
  'sign-up': ['/sign-up'],
  confirm: ['/confirm?token=none'],
  'signed-in': ['/signed-in'],
  'signed-out': ['/signed-out'],
  'forgot-password': ['/forgot-password'],
  'reset-password': ['/reset-password'],
  account: ['/account'],
  tokens: ['/tokens'],
  webhooks: ['/webhooks'],
  'reports/:year': ['/reports/2026', '/reports/2020'],
  'report/:year': ['/report/2026'],
  'webhooks/:id': ['/webhooks/00000000-0000-7000-8000-000000000000'],
  'webhooks/:id/:event': ['/webhooks/00000000-0000-7000-8000-000000000000/00000000-0000-7000-8000-000000000000'],
  invitation: ['/invitation'],
  members: ['/members'],
  outbox: ['/outbox'],
  log: ['/log'],
  audit: ['/audit'],
  operations: ['/operations'],
  'my-work': ['/my-work'],
  stale: ['/stale'],
  archived: ['/archived'],
  'still-correct': ['/still-correct', '/still-correct?token=none'],
  'drafts/similar': ['/drafts/similar?title=cash'],
  'drafts/suggest': ['/drafts/suggest?kind=VENDOR&q=IRISGUARD', '/drafts/suggest?kind=NONE&q=x'],
  'drafts/:id': [`/drafts/${unknown}`],
  'drafts/:id/save': [`/drafts/${unknown}/save`],
  'drafts/:id/saves': [`/drafts/${unknown}/saves`],
  'drafts/:id/submit': [`/drafts/${unknown}/submit`],
  'drafts/:id/review': [`/drafts/${unknown}/review`],
  ...Object.fromEntries(
    (['PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK'] as const).flatMap((kind) => {
      const list = `${kind.toLowerCase().replace('_', '-')}s`;
      return [
        [`${list}/new`, [`/${list}/new`]],
        [`${list}/:slug/edit`, [...of(kind, '/edit'), `/${list}/none/edit`]],
        [`${list}/:slug/history`, [...of(kind, '/history'), `/${list}/none/history`]],
        [`${list}/:slug/history/:number`, [...of(kind, '/history/1'), `/${list}/none/history/1`]],
      ];
    }),
  ),
  '*': ['/nowhere'],
};

describe('the budget of a page for a reader', () => {
  it('is set for every route', () => {
    const paths = (routes as RouteConfigEntry[]).map(({ path }) => path ?? '/');
    expect(Object.keys(addresses).sort()).toEqual([...new Set(paths)].sort());
  });

  it.each(Object.entries(addresses))('is kept by %s', { timeout: 60_000 }, async (_route, all) => {
    // What is kept between requests, such as the glossary and the names of sources, is read before.
    await visit('/projects');
    expect(all.length).toBeGreaterThan(0);
    for (const address of all) {
      const counted = statements();
      const { status, html } = await visit(address);
      const seen = counted.stop().filter((statement) => !asksForState(statement));
      expect(status, address).toBeLessThan(500);
      expect(seen.length, `${address}\n${seen.join('\n\n')}`).toBeLessThanOrEqual(STATEMENTS);
      expect(gzipSync(html).length, address).toBeLessThanOrEqual(WEIGHT);
      if (/^<!doctype html>/i.test(html)) expect(await htmlFaults(html), address).toEqual([]);
    }
  });
});

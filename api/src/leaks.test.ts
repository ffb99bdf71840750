import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { sections, type Section } from '#prisma/content/audience.ts';
import { projectKind } from '#prisma/content/project.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { loadLibrary } from '#seed/load.ts';
import { testDatabase } from '#test/database.ts';
import { readOnlySettings } from './accounts/accounts.ts';
import { makeDemoAccount } from './accounts/demo.ts';
import { findUser } from './accounts/memberships.ts';
import { type User, viewerOf } from './accounts/user.ts';
import { buildApp } from './app.ts';
import { makeContext, makeServices } from './context.ts';
import { publish } from './contributions/publish.ts';
import { readEnv } from './env.ts';
import { schema } from './schema.ts';

// Roles × audiences × routes, generated: every section of a project that can have an audience gets, in three records, one
// word of its own for each audience. Then every role asks every route, and no word may come that its audience refuses.

const { db, url } = await testDatabase();
await loadLibrary(db);
const search = createPostgresEngine(url);
const settings = { ...readOnlySettings(), demo: true };
const services = makeServices(db, search, settings);
const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' }), services });

type Level = 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
const levels: Level[] = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'];
const markerOf = (level: Level, section: string) => `zq${level.toLowerCase().replace('_', '')}${section.toLowerCase().replaceAll('_', '')}`;
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];

/** Something for a section that holds the marker wherever a text can stand. */
const filled = (name: string, section: Section, marker: string): unknown => {
  const fact = { cite, certainty: 'STATED', note: `${marker}note` };
  if (section.items) return { section: section.items.value, text: marker, ...fact };
  const made: Record<string, unknown> = {
    participants: [{ name: marker, role: `${marker}role`, ...fact }],
    engagements: [{ vendor: 'geora', role: marker, delivered: `${marker}delivered`, stack: [marker], ...fact }],
    figures: [{ label: marker, value: marker, ...fact }],
    goals: [{ goal: 2, reason: marker }],
    offChain: [{ text: marker, ...fact }],
    keyCustody: [{ text: marker, ...fact }],
    attachments: [{ file: 'a'.repeat(64), title: marker }],
    contacts: [{ name: marker, email: `${marker}@example.org` }],
    fundingAmounts: [{ label: marker, amount: 5, currency: 'USD', ...fact }],
  };
  if (!made[name]) throw new Error(`The leak test does not know how to fill the section ${name}.`);
  return made[name];
};
const projectSections = sections.PROJECT ?? {};
const contentFor = (level: Level, whole: Level | null) => {
  const marker = (name: string) => markerOf(level, whole ? `record${name}` : name);
  const of = (name: string) => filled(name, projectSections[name] as Section, marker(name));
  const statements = Object.entries(projectSections).filter(([, section]) => section.items).map(([name, section]) => filled(name, section, marker(name)));
  return {
    slug: '', position: 0, language: 'en', audience: whole ?? 'PUBLIC', title: `Leak check ${whole ? `${marker('title')}` : level.toLowerCase()}`, alsoKnownAs: [], origin: 'CONTRIBUTED',
    summary: { text: whole ? marker('summary') : 'A made record for a check.', cite, certainty: 'STATED' }, uses: ['OTHER'], owners: ['FAO'], scope: 'GLOBAL', countries: [],
    stages: [{ stage: 'PILOT', text: 'Made.', cite, certainty: 'STATED' }],
    ledger: { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' }, offChain: of('offChain'), keyCustody: of('keyCustody') },
    participants: of('participants'), engagements: of('engagements'), figures: of('figures'), goals: of('goals'), attachments: of('attachments'), contacts: of('contacts'), fundingAmounts: of('fundingAmounts'), statements,
    audiences: Object.fromEntries(Object.keys(projectSections).map((name) => [name, level])),
  };
};

const author = (await findUser(db, await makeDemoAccount(db, 'fao-focal-point'))) as User;
const published: { level: Level; whole: Level | null; slug: string; recordId: string }[] = [];
for (const level of levels) {
  for (const whole of [null, level === 'PUBLIC' ? null : level]) {
    if (whole === null && published.some((one) => one.level === level && one.whole === null)) continue;
    const content = projectKind.schema.parse({ ...contentFor(level, whole), sourceKey: 'made', slug: 'made' });
    const result = await db.transaction().execute((trx) => publish(trx, { recordId: null, kind: 'PROJECT', content, sources: [], author: author.pseudonym as string, organization: 'fao', accepted: [], reason: 'A check.', restores: null }));
    published.push({ level, whole, slug: result.slug, recordId: result.recordId });
  }
}
// A version whose sections were open once and are closed now: history must not open what was closed.
const closed = projectKind.schema.parse({ ...contentFor('OWNERS', null), sourceKey: 'made', slug: 'made' });
await db.transaction().execute(async (trx) => {
  const base = { kind: 'PROJECT' as const, sources: [], author: author.pseudonym as string, organization: 'fao', accepted: [], reason: 'A check.', restores: null };
  const first = await publish(trx, { ...base, recordId: null, content: { ...closed, title: 'Leak check history', audiences: undefined } });
  await publish(trx, { ...base, recordId: first.recordId, content: { ...closed, title: 'Leak check history', slug: first.slug } });
  published.push({ level: 'OWNERS', whole: null, slug: first.slug, recordId: first.recordId });
});
// A draft of the restricted record, submitted by nobody: only those who write for FAO see it.
const draft = await db.insertInto('draft').values({ recordId: published[2]?.recordId ?? null, kind: 'PROJECT', content: JSON.stringify(closed), authorId: author.id, organizationId: author.memberships[0]?.organizationId ?? null, editors: [author.id], basedOn: 1 }).returning('id').executeTakeFirstOrThrow();

const roles: Record<string, User | null> = { reader: null };
for (const id of ['fao-focal-point', 'fao-publisher', 'itu-publisher', 'procurement-officer', 'secretariat', 'administrator', 'member']) roles[id] = await findUser(db, await makeDemoAccount(db, id));
const allowed = (user: User | null): Set<Level> => {
  const viewer = viewerOf(user);
  return new Set<Level>(['PUBLIC', ...(viewer.unSystem ? (['UN_SYSTEM'] as const) : []), ...(viewer.organizationSlugs.includes('fao') ? (['OWNERS'] as const) : [])]);
};

const record = `title url abstract hash freshness { verifyBy } citations { place } contacts { name email } fundingAmounts { label citations { place } } attachments { title url } connections { relation reason record { title abstract } }`;
const project = `${record} statements { text note citations { place } } participants { role responsibility } engagements { role delivered note } figures { label value } goals { reason } lessons { title } similar { reasons project { title } }`;
/** Every route, by name. Each is asked for every made record. */
const queries: [string, string][] = [
  ['page', `query ($slug: String!) { project(slug: $slug) { ${project} } }`],
  ['list', `{ projects(first: 100, orderBy: UPDATED) { totalCount facets { field values { value label count } } edges { node { ${record} } } } }`],
  ['vendor', '{ vendor(slug: "geora") { title connections { relation reason record { title } } engagements { role delivered note project { title } } } }'],
  ['goal', '{ goal(number: 2) { title connections { relation reason record { title } } } }'],
  ['organization', '{ organization(slug: "fao") { title connections { relation reason record { title } } } }'],
  ['source', '{ source(slug: "jiu-rep-2020-7") { citedPlaces { place count } resting(paragraph: 50) { statement record { title } } } }'],
  ['library', '{ library { citations facets(kind: PROJECT, fields: ["platform", "vendor", "goal"]) { field values { value label count } } } }'],
  ['history', `query ($slug: String!) { history(kind: PROJECT, slug: $slug) { content hash reason } compareRevisions(kind: PROJECT, slug: $slug, from: 1, to: 2) { differences { before after label } from { content } to { content } } }`],
  ['revision', `query ($slug: String!) { revision(kind: PROJECT, slug: $slug, number: 1) { content hash } }`],
  ['draft', `query ($draft: ID!) { draft(id: $draft) { content before differences { before after } } }`],
  ['similar', `{ whoIsDoingThis(title: "Leak check made record", summary: "check") { record { title abstract } reasons contacts { name email } } }`],
];
const markers = published.flatMap(({ level, whole }) => Object.keys(projectSections).map((name) => ({ level, marker: markerOf(level, whole ? `record${name}` : name) })));

const leaked = (text: string, user: User | null): string[] => {
  const may = allowed(user);
  const lower = text.toLowerCase();
  return levels.filter((level) => !may.has(level)).flatMap((level) => (lower.includes(`zq${level.toLowerCase().replace('_', '')}`) ? [`${level}: ${/zq[a-z]+/.exec(lower.slice(lower.indexOf(`zq${level.toLowerCase().replace('_', '')}`)))?.[0]}`] : []));
};
const ask = async (user: User | null, source: string, variables: Record<string, unknown>) => {
  const answer = await graphql({ schema, source, variableValues: variables, contextValue: makeContext(services, { user }) });
  const broken = (answer.errors ?? []).filter((error) => error.originalError && error.originalError.name !== 'GraphQLError');
  if (broken.length > 0) throw broken[0] as Error;
  // A query that the schema refuses would be green without asking anything.
  const refused = (answer.errors ?? []).filter((error) => error.path === undefined);
  if (refused.length > 0) throw refused[0] as Error;
  return JSON.stringify(answer);
};

describe.each(Object.entries(roles))('nothing leaks to %s', (name, user) => {
  it.each(queries)('by %s', async (route, source) => {
    for (const { slug } of published) {
      const text = await ask(user, source, { slug, draft: draft.id });
      expect(leaked(text, user), `${route} of ${slug}`).toEqual([]);
      // The owners' own people do see it: the check is not green because nothing is there.
      if (route === 'page' && name === 'fao-publisher' && slug === published[2]?.slug) expect(text).toContain('zqowners');
    }
  });

  it('by search: hits, snippets, totals, counts, suggestions', async () => {
    const may = allowed(user);
    for (const { level, marker } of markers) {
      // Sections that are not for everybody are in no index at all; whole records are, for those who may see them.
      const found = JSON.parse(await ask(user, 'query ($q: String!) { search(query: $q) { totalCount dropped suggestion kinds { count } facets { values { count } } edges { node { title snippet record { title } } } } }', { q: marker })) as { data: { search: { totalCount: number; suggestion: string | null; edges: unknown[] } } };
      if (may.has(level)) continue;
      expect(JSON.stringify(found.data.search.edges), marker).not.toContain(marker);
      expect(found.data.search.suggestion ?? '', marker).not.toMatch(/zq(unsystem|owners)/);
    }
  }, 120_000);

  it('by exports', async () => {
    const signedIn = user ? await app.inject({ method: 'POST', url: '/account/demo', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `account=${name}` }) : null;
    const cookie = signedIn ? (([signedIn.headers['set-cookie']].flat()[0] as string).split(';')[0] as string) : '';
    for (const list of ['projects', 'vendors', 'organizations', 'goals', 'lessons']) {
      for (const extension of ['csv', 'json']) {
        const response = await app.inject({ url: `/${list}.${extension}`, headers: { cookie } });
        expect(response.statusCode).toBe(200);
        expect(leaked(response.body, user), `${list}.${extension}`).toEqual([]);
      }
    }
  });
});

it('keeps what is not for everybody out of every index and every derived row', async () => {
  for (const { level, whole, recordId } of published) {
    if (level === 'PUBLIC' || whole) continue;
    const row = await db.selectFrom('record').select(['title', 'summary', 'keywords', 'body', 'facetKeys']).where('id', '=', recordId).executeTakeFirstOrThrow();
    expect(JSON.stringify(row), recordId).not.toMatch(/zq(unsystem|owners)/);
    const links = await db.selectFrom('link').selectAll().where('fromId', '=', recordId).execute();
    const citations = await db.selectFrom('citation').selectAll().where('recordId', '=', recordId).execute();
    expect(JSON.stringify([links, citations])).not.toMatch(/zq(unsystem|owners)/);
  }
});

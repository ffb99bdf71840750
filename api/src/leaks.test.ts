import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { graphql } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { sections, type Section } from '#prisma/content/audience.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { loadLibrary } from '#seed/load.ts';
import { testDatabase } from '#test/database.ts';
import { makePerson } from '#test/uptake.ts';
import { plantUptake, uptakeFiles, uptakeMarkers, uptakeQueries } from '#test/uptake-leaks.ts';
import { readOnlySettings } from './accounts/accounts.ts';
import { makeDemoAccount } from './accounts/demo.ts';
import { findUser } from './accounts/memberships.ts';
import { type User, viewerOf } from './accounts/user.ts';
import { buildApp } from './app.ts';
import { makeContext, makeServices } from './context.ts';
import { publish } from './contributions/publish.ts';
import { type WritableKind, writableKinds } from './contributions/policy.ts';
import { readEnv } from './env.ts';
import { pathOf } from './files/store.ts';
import { schema } from './schema.ts';

// Roles × audiences × routes, generated: every section of a project, lesson or vendor entry that can have an audience gets,
// in three records, one word of its own for each audience, and a file. Then every role asks every route, and no word and no
// file may come that its audience refuses. The uptake plants its own words; they are looked for in the same way.

const { db, url } = await testDatabase();
await loadLibrary(db);
const filesDir = await mkdtemp(join(tmpdir(), 'atrium-leaks-'));
afterAll(() => rm(filesDir, { recursive: true, force: true }));
const search = createPostgresEngine(url);
const settings = { ...readOnlySettings(), demo: true, filesDir };
const services = makeServices(db, search, settings);
const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' }), services });

type Level = 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
const levels: Level[] = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'];
const markerOf = (level: Level, section: string) => `zq${level.toLowerCase().replace('_', '')}${section.toLowerCase().replaceAll('_', '')}`;
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];

const factOf = (marker: string) => ({ cite, certainty: 'STATED', note: `${marker}note` });
/** Something for a section that holds the marker wherever a text can stand. */
const filled = (kind: WritableKind, name: string, section: Section, marker: string, file: string): unknown => {
  const fact = factOf(marker);
  if (section.items) return { section: section.items.value, text: marker, ...fact };
  const made: Record<string, unknown> = {
    participants: [{ name: marker, role: `${marker}role`, ...fact }],
    engagements: [{ vendor: 'geora', role: marker, delivered: `${marker}delivered`, stack: [marker], ...fact }],
    figures: [{ label: marker, value: marker, ...fact }],
    goals: [{ goal: 2, reason: marker }],
    offChain: [{ text: marker, ...fact }],
    keyCustody: [{ text: marker, ...fact }],
    attachments: [{ file, title: marker }],
    contacts: [{ name: marker, email: `${marker}@example.org` }],
    fundingAmounts: [{ label: marker, amount: 5, currency: 'USD', ...fact }],
    context: { text: marker, ...fact },
    whatFollows: { text: marker, ...fact },
    otherViews: [{ text: marker, ...fact }],
    services: [marker],
    platforms: [{ name: marker, ...fact }],
    statements: [{ text: marker, ...fact }],
  };
  if (!made[name]) throw new Error(`The leak test does not know how to fill the section ${name} of a ${kind}.`);
  return made[name];
};
const sectionsOf = (kind: WritableKind) => Object.entries(sections[kind] ?? {});
/** What a record of the concept has beside its sections, all of it for everybody who sees the record. */
const plain: Record<WritableKind, (title: string, summary: object) => object> = {
  PROJECT: (title, summary) => ({
    title,
    alsoKnownAs: [],
    origin: 'CONTRIBUTED',
    summary,
    uses: ['OTHER'],
    owners: ['FAO'],
    scope: 'GLOBAL',
    countries: [],
    stages: [{ stage: 'PILOT', text: 'Made.', cite, certainty: 'STATED' }],
  }),
  LESSON: (title, summary) => ({ title, kind: 'LESSON', theme: 'GOVERNANCE', subject: 'checks', whatHappened: summary, organizations: ['FAO'] }),
  VENDOR: (title, summary) => ({ name: title, kind: 'IN_HOUSE', organization: 'FAO', summary, cite }),
};
const contentFor = (kind: WritableKind, level: Level, whole: Level | null, file: string) => {
  const marker = (name: string) => markerOf(level, whole ? `record${name}` : name);
  const content: Record<string, unknown> = {
    slug: 'made',
    sourceKey: 'made',
    position: 0,
    language: 'en',
    audience: whole ?? 'PUBLIC',
    ...plain[kind](`Leak check ${kind.toLowerCase()} ${whole ? marker('title') : level.toLowerCase()}`, {
      text: whole ? marker('summary') : 'A made record for a check.',
      cite,
      certainty: 'STATED',
    }),
    audiences: Object.fromEntries(sectionsOf(kind).map(([name]) => [name, level])),
  };
  for (const [name, section] of sectionsOf(kind)) {
    const value = filled(kind, name, section, marker(name), file);
    const [top = '', inner] = section.path;
    if (section.items) content[top] = [...((content[top] as unknown[] | undefined) ?? []), value];
    else if (inner)
      content[top] = { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' }, ...(content[top] as object | undefined), [inner]: value };
    else content[top] = value;
  }
  return content;
};

const author = (await findUser(db, await makeDemoAccount(db, 'fao-focal-point'))) as User;
type Made = { kind: WritableKind; level: Level; whole: Level | null; slug: string; recordId: string; file: string };
const published: Made[] = [];
const base = { sources: [], author: author.pseudonym as string, organization: 'fao', accepted: [], reason: 'A check.', restores: null };
/** Publishes one version after the other of a new record, and keeps its file. */
const make = async (kind: WritableKind, level: Level, whole: Level | null, versions: ((content: Record<string, unknown>) => Record<string, unknown>)[]) => {
  const file = (published.length + 10).toString(16).padStart(64, 'f');
  const content = contentFor(kind, level, whole, file);
  const made = await db.transaction().execute(async (trx) => {
    let result: { recordId: string; slug: string } | null = null;
    for (const version of versions)
      result = await publish(trx, {
        ...base,
        kind,
        recordId: result?.recordId ?? null,
        content: kinds[kind].schema.parse({ ...version(content), ...(result ? { slug: result.slug } : {}) }) as Record<string, unknown>,
      });
    return result as unknown as { recordId: string; slug: string };
  });
  await mkdir(dirname(pathOf(filesDir, file)), { recursive: true });
  await writeFile(pathOf(filesDir, file), 'A file of a check.');
  await db
    .insertInto('file')
    .values({ hash: file, name: 'check.pdf', type: 'application/pdf', size: 18, uploadedBy: author.id, recordId: made.recordId })
    .execute();
  published.push({ kind, level, whole, slug: made.slug, recordId: made.recordId, file });
};
for (const kind of writableKinds) {
  for (const level of levels) {
    await make(kind, level, null, [(content) => content]);
    if (level !== 'PUBLIC') await make(kind, level, level, [(content) => content]);
  }
  // Sections that were open once and are closed now: history must not open what was closed.
  await make(kind, 'OWNERS', null, [(content) => ({ ...content, audiences: undefined }), (content) => content]);
}
// A draft of a restricted record, submitted by nobody: only those who write for FAO see it.
const restricted = published.find((one) => one.kind === 'PROJECT' && one.level === 'OWNERS' && !one.whole) as Made;
const closed = contentFor('PROJECT', 'OWNERS', null, restricted.file);
const draft = await db
  .insertInto('draft')
  .values({
    recordId: restricted.recordId,
    kind: 'PROJECT',
    content: JSON.stringify(closed),
    authorId: author.id,
    organizationId: author.memberships[0]?.organizationId ?? null,
    editors: [author.id],
    basedOn: 1,
  })
  .returning('id')
  .executeTakeFirstOrThrow();
// By somebody who is no demonstration: what demonstration accounts report stands apart.
const uptakeEntry = await plantUptake(db, await makePerson(db, 'FAO reporter', 'FOCAL_POINT', 'fao'), 'fao');

const roles: Record<string, User | null> = { reader: null };
for (const id of ['fao-focal-point', 'fao-publisher', 'itu-publisher', 'procurement-officer', 'secretariat', 'administrator', 'member'])
  roles[id] = await findUser(db, await makeDemoAccount(db, id));
const allowed = (user: User | null): Set<Level> => {
  const viewer = viewerOf(user);
  return new Set<Level>([
    'PUBLIC',
    ...(viewer.unSystem ? (['UN_SYSTEM'] as const) : []),
    ...(viewer.organizationSlugs.includes('fao') ? (['OWNERS'] as const) : []),
  ]);
};

const record = `title url abstract hash freshness { verifyBy } citations { place } contacts { name email } fundingAmounts { label citations { place } } attachments { title url } connections { relation reason record { title abstract } }`;
const project = `${record} statements { text note citations { place } } ledger { platforms { text note } offChain { text note citations { place } } keyCustody { text note citations { place } } } participants { name role responsibility } engagements { role delivered note } figures { label value } goals { reason } lessons { title } similar { reasons project { title } }`;
const lesson = `${record} context { text note citations { place } } whatHappened { text note } whatFollows { text note } otherViews { text note citations { place } }`;
const vendor = `${record} services platforms platformsBasis { text note } statements { text note citations { place } } summary { text note } similar { vendor { title } }`;
const pages: Record<WritableKind, string> = {
  PROJECT: `query ($slug: String!) { project(slug: $slug) { ${project} } }`,
  LESSON: `query ($slug: String!) { lesson(id: $slug) { ${lesson} } }`,
  VENDOR: `query ($slug: String!) { vendor(slug: $slug) { ${vendor} } }`,
};
/** Every route, by name: those that are about one record are asked for every made record. */
const queries: [string, string | Record<WritableKind, string>][] = [
  ['page', pages],
  [
    'history',
    `query ($kind: Kind!, $slug: String!) { history(kind: $kind, slug: $slug) { content hash reason } compareRevisions(kind: $kind, slug: $slug, from: 1, to: 2) { differences { before after label } from { content } to { content } } }`,
  ],
  ['revision', `query ($kind: Kind!, $slug: String!) { revision(kind: $kind, slug: $slug, number: 1) { content hash } }`],
  ['projects', `{ projects(first: 100, orderBy: UPDATED) { totalCount facets { field values { value label count } } edges { node { ${record} } } } }`],
  ['lessons', `{ lessons(first: 100, orderBy: UPDATED) { totalCount facets { field values { value label count } } edges { node { ${record} } } } }`],
  [
    'vendors',
    `{ vendors(first: 100, orderBy: UPDATED) { totalCount facets { field values { value label count } } edges { node { ${record} services platforms } } } }`,
  ],
  ['vendor', '{ vendor(slug: "geora") { title connections { relation reason record { title } } engagements { role delivered note project { title } } } }'],
  ['goal', '{ goal(number: 2) { title connections { relation reason record { title } } } }'],
  ['organization', '{ organization(slug: "fao") { title connections { relation reason record { title } } } }'],
  ['source', '{ source(slug: "jiu-rep-2020-7") { citedPlaces { place count } resting(paragraph: 50) { statement record { title } } } }'],
  ['library', '{ library { citations facets(kind: PROJECT, fields: ["platform", "vendor", "goal"]) { field values { value label count } } } }'],
  ['draft', `query ($draft: ID!) { draft(id: $draft) { content before differences { before after } } }`],
  ['similar', `{ whoIsDoingThis(title: "Leak check made record", summary: "check") { record { title abstract } reasons contacts { name email } } }`],
];
const markers = [
  ...new Map(
    published
      .flatMap(({ kind, level, whole }) => sectionsOf(kind).map(([name]) => ({ level, marker: markerOf(level, whole ? `record${name}` : name) })))
      .map((one) => [one.marker, one]),
  ).values(),
];

const leaked = (text: string, user: User | null): string[] => {
  const may = allowed(user);
  const lower = text.toLowerCase();
  return levels
    .filter((level) => !may.has(level))
    .flatMap((level) =>
      lower.includes(`zq${level.toLowerCase().replace('_', '')}`)
        ? [`${level}: ${/zq[a-z]+/.exec(lower.slice(lower.indexOf(`zq${level.toLowerCase().replace('_', '')}`)))?.[0]}`]
        : [],
    );
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

const cookies = new Map<string, string>();
/** The cookie of a role's own sign-in; none for the reader. */
const cookieOf = async (role: string): Promise<string> => {
  if (role === 'reader') return '';
  if (!cookies.has(role)) {
    const signedIn = await app.inject({
      method: 'POST',
      url: '/account/demo',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `account=${role}`,
    });
    cookies.set(role, ([signedIn.headers['set-cookie']].flat()[0] as string).split(';')[0] as string);
  }
  return cookies.get(role) as string;
};
/** The text of every file in a zip (docx, xlsx), by its central directory. */
const unzipped = (bytes: Buffer): string => {
  const texts: string[] = [];
  for (
    let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16);
    bytes.readUInt32LE(at) === 0x02014b50;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  ) {
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    texts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'));
  }
  return texts.join('\n');
};
/** Which of the uptake's words a role must not see: internal ones are for the organization and the secretariat. */
const refusedUptake = (user: User | null): string[] => {
  const may = allowed(user);
  const internal = may.has('OWNERS') || (user?.memberships.some((membership) => membership.role === 'SECRETARIAT') ?? false);
  return [
    ...(may.has('UN_SYSTEM') ? [] : [uptakeEntry, uptakeMarkers.unconfirmed, uptakeMarkers.unSystem]),
    ...(internal ? [] : [uptakeMarkers.owners, uptakeMarkers.thread]),
  ];
};

describe.each(Object.entries(roles))('nothing leaks to %s', (name, user) => {
  it.each(queries)('by %s', async (route, source) => {
    const single = typeof source === 'string' && !source.includes('$slug');
    for (const { kind, slug } of single ? published.slice(0, 1) : published) {
      const text = await ask(user, typeof source === 'string' ? source : source[kind], { kind, slug, draft: draft.id });
      expect(leaked(text, user), `${route} of ${slug}`).toEqual([]);
    }
    // The owners' own people do see it: the check is not green because nothing is there.
    if (route === 'page' && name === 'fao-publisher') {
      for (const { kind, slug } of published.filter((one) => one.level === 'OWNERS')) {
        const page = await ask(user, pages[kind], { slug });
        const history = await ask(user, 'query ($kind: Kind!, $slug: String!) { history(kind: $kind, slug: $slug) { content } }', { kind, slug });
        for (const [section] of sectionsOf(kind)) {
          const word = new RegExp(`zqowners(record)?${section.toLowerCase().replaceAll('_', '')}`);
          expect(history, `${kind} ${slug}`).toMatch(word);
          expect(page, `${kind} ${slug}`).toMatch(word);
        }
      }
    }
  });

  it('by search: hits, snippets, totals, counts, suggestions', async () => {
    const may = allowed(user);
    for (const { level, marker } of markers) {
      // Sections that are not for everybody are in no index at all; whole records are, for those who may see them.
      if (may.has(level)) continue;
      const found = JSON.parse(
        await ask(
          user,
          'query ($q: String!) { search(query: $q) { totalCount dropped suggestion kinds { count } facets { values { count } } edges { node { title snippet record { title } } } } }',
          { q: marker },
        ),
      ) as { data: { search: { totalCount: number; suggestion: string | null; edges: unknown[] } } };
      expect(JSON.stringify(found.data.search.edges), marker).not.toContain(marker);
      expect(found.data.search.suggestion ?? '', marker).not.toMatch(/zq(unsystem|owners)/);
    }
  }, 120_000);

  it('by exports', async () => {
    const cookie = await cookieOf(name);
    for (const list of ['projects', 'vendors', 'organizations', 'goals', 'lessons']) {
      for (const extension of ['csv', 'json', 'xlsx']) {
        const response = await app.inject({ url: `/${list}.${extension}`, headers: { cookie } });
        expect(response.statusCode).toBe(200);
        expect(leaked(extension === 'xlsx' ? unzipped(response.rawPayload) : response.body, user), `${list}.${extension}`).toEqual([]);
      }
    }
  });

  it('by files: each is there exactly for those who see its section of its record', async () => {
    const cookie = await cookieOf(name);
    for (const { kind, level, whole, file } of published) {
      const uploader = user?.id === author.id;
      const { statusCode, body } = await app.inject({ url: `/files/${file}`, headers: { cookie } });
      expect(statusCode, `${kind} ${level} ${whole}`).toBe(uploader || allowed(user).has(level) ? 200 : 404);
      if (statusCode === 404) expect(body).not.toContain('check.pdf');
    }
  });

  it('by the uptake: fields, documents, feeds and calendars', async () => {
    const refused = refusedUptake(user);
    let all = '';
    for (const query of uptakeQueries('fao')) all += await ask(user, query, {});
    const cookie = await cookieOf(name);
    for (const address of uptakeFiles('fao')) {
      const response = await app.inject({ url: address, headers: { cookie } });
      expect(response.statusCode, address).toBe(200);
      const text = /\.(docx|xlsx)$/.test(address) ? unzipped(response.rawPayload) : response.body;
      for (const word of refused) expect(text, `${word} in ${address}`).not.toContain(word);
      expect(leaked(text, user), address).toEqual([]);
    }
    for (const word of refused) expect(all, word).not.toContain(word);
    for (const word of Object.values(uptakeMarkers)) if (!refused.includes(word)) expect(all, word).toContain(word);
  }, 60_000);
});

it('keeps what is not for everybody out of every index and every derived row', async () => {
  for (const { level, whole, recordId } of published) {
    if (level === 'PUBLIC' || whole) continue;
    const row = await db
      .selectFrom('record')
      .select(['title', 'summary', 'keywords', 'body', 'facetKeys'])
      .where('id', '=', recordId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row), recordId).not.toMatch(/zq(unsystem|owners)/);
    const links = await db.selectFrom('link').selectAll().where('fromId', '=', recordId).execute();
    const citations = await db.selectFrom('citation').selectAll().where('recordId', '=', recordId).execute();
    expect(JSON.stringify([links, citations])).not.toMatch(/zq(unsystem|owners)/);
  }
});

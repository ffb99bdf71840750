import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { cite, contributeLibrary, lessonOf } from '#test/contribute.ts';
import type { User } from '../accounts/user.ts';
import { verifyDatabase } from '../log/verify.ts';

// A record without owner is the library's, and no record is lost to those who oversee it.

const { db, ask, answer, demo, person, save, submit, accept, mails } = await contributeLibrary();
const [author, publisher, itu, member] = [await demo('fao-focal-point'), await demo('fao-publisher'), await demo('itu-publisher'), await demo('member')];
const [secretariat, administrator] = [await demo('secretariat'), await demo('administrator')];
const overseers: [string, User][] = [
  ['the secretariat', secretariat],
  ['an administrator', administrator],
];

const pages: Record<string, string> = { VENDOR: 'vendor(slug: $slug)', PROJECT: 'project(slug: $slug)', LESSON: 'lesson(id: $slug)' };
const page = async (user: User | null, kind: string, slug: string) =>
  (await ask(user, `query ($slug: String!) { record: ${pages[kind]} { title version audience viewerCanEdit viewerCanArchive } }`, { slug })).record;
const archive = (user: User, kind: string, slug: string, reason = 'It is out of date.') =>
  answer(
    user,
    `mutation ($kind: Kind!, $slug: String!, $reason: String!) { archiveRecord(kind: $kind, slug: $slug, reason: $reason) { __typename ... on InvalidInput { fields { name } } } }`,
    { kind, slug, reason },
  );
const closed = async (user: User) =>
  (await ask(user, '{ closedRecords { id kind title owners audience archivedAt archivedReason url openVersion viewerCanReopen } }')).closedRecords as {
    id: string;
    title: string;
    kind: string;
    url: string | null;
    owners: string[];
    openVersion: number | null;
  }[];
const restore = (user: User, id: string) => answer(user, 'mutation ($id: ID!) { restoreRecord(id: $id) { __typename } }', { id });
const reopen = (user: User, id: string, reason = 'It is the library’s.') =>
  answer(user, 'mutation ($id: ID!, $reason: String!) { reopenRecord(id: $id, reason: $reason) { __typename ... on InvalidInput { fields { name } } } }', {
    id,
    reason,
  });
/** The first vendor of the library without owner that no other check uses. */
const ownerlessVendor = async () =>
  (
    await sql<{
      slug: string;
    }>`SELECT slug FROM record WHERE kind = 'VENDOR' AND NOT content ? 'organization' AND source_key IS NOT NULL AND slug <> 'parity-technologies' ORDER BY slug LIMIT 1`.execute(
      db,
    )
  ).rows[0]?.slug as string;
const idOf = async (slug: string) => (await db.selectFrom('record').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const asked = (draft: { round: number; reviews: { organizationSlug: string; round: number }[] }) =>
  draft.reviews.flatMap((one) => (one.round === draft.round ? [one.organizationSlug] : [])).sort();

describe.each([
  ['VENDOR', 'parity-technologies', { organization: 'FAO' }],
  ['PROJECT', 'internal-documents-and-processes', { owners: ['FAO'] }],
  ['LESSON', 'transparency-and-traceability-most-cited', { organizations: ['FAO'] }],
])('a %s without owner', (kind, slug, claim) => {
  it('cannot be claimed and hidden by two people of one organization', async () => {
    const { draft } = await save(author, { kind, slug, key: `claim-${kind}` });
    const claimed = await save(author, { id: draft.id, edits: draft.edits, content: { ...draft.content, ...claim, audience: 'OWNERS' } });
    const submitted = await submit(author, claimed.draft);
    expect(submitted.__typename, JSON.stringify(submitted)).toBe('DraftSaved');
    expect(asked(submitted.draft)).toEqual(['fao', 'secretariat']);
    expect((await accept(publisher, draft.id, 'fao', 1)).draft.state).toBe('SUBMITTED');
    const refused = await answer(
      publisher,
      'mutation ($draft: ID!) { decide(draft: $draft, organization: "secretariat", round: 1, outcome: ACCEPTED) { __typename } }',
      {
        draft: draft.id,
      },
    );
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    for (const user of [null, itu, secretariat, administrator]) expect(await page(user, kind, slug)).toMatchObject({ version: 1, audience: 'PUBLIC' });
    // The secretariat sees that it would be closed and to whom, not what it would say then.
    const seen = (await ask(secretariat, 'query ($id: ID!) { draft(id: $id) { content differences { path } } }', { id: draft.id })).draft;
    expect(seen.differences.map((one: { path: string }) => one.path)).toContain('audience');
    expect(Object.keys(seen.content).sort()).toEqual(['audience', ...Object.keys(claim)].sort());
    await ask(
      secretariat,
      'mutation ($draft: ID!) { decide(draft: $draft, organization: "secretariat", round: 1, outcome: RETURNED, comment: "It is the library\'s.") { __typename } }',
      { draft: draft.id },
    );
    expect(await page(null, kind, slug)).toMatchObject({ version: 1 });
  });

  it('is changed by whoever writes, when the secretariat accepts', async () => {
    expect(await page(itu, kind, slug)).toMatchObject({ viewerCanEdit: true, viewerCanArchive: false });
    expect(await page(member, kind, slug)).toMatchObject({ viewerCanEdit: false });
    const { draft } = await save(itu, { kind, slug, key: `change-${kind}` });
    const text = { ...(draft.content.summary ?? draft.content.whatHappened), text: 'Said anew by ITU.' };
    const content = { ...draft.content, [kind === 'LESSON' ? 'whatHappened' : 'summary']: text };
    const submitted = await submit(itu, (await save(itu, { id: draft.id, edits: draft.edits, content })).draft);
    expect(asked(submitted.draft)).toEqual(['secretariat']);
    expect((await mails(secretariat.email)).at(-1)?.text).toContain('The secretariat is asked');
    const waiting = (await ask(secretariat, '{ myWork { toReview { organizationName draft { id } viewerCanDecide viewerWouldStepIn } } }')).myWork.toReview;
    expect(waiting).toContainEqual({ organizationName: 'CEB secretariat', draft: { id: draft.id }, viewerCanDecide: true, viewerWouldStepIn: false });
    expect((await ask(publisher, '{ myWork { toReview { draft { id } } } }')).myWork.toReview).toEqual([]);
    expect((await accept(secretariat, draft.id, 'secretariat', 1)).draft).toMatchObject({ state: 'LIVE', publishedVersion: 2 });
    expect(await page(null, kind, slug)).toMatchObject({ version: 2, audience: 'PUBLIC' });
  });

  it('is archived by the secretariat and administrators only, and comes back', async () => {
    for (const user of [publisher, itu]) expect((await archive(user, kind, slug)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await archive(secretariat, kind, slug, ' ')).data?.['archiveRecord'].fields).toEqual([{ name: 'reason' }]);
    for (const [, user] of overseers) {
      expect((await archive(user, kind, slug)).data?.['archiveRecord'].__typename).toBe('RecordArchived');
      expect(await page(secretariat, kind, slug)).toBeNull();
      const row = (await closed(user)).find((one) => one.url?.includes(`/${slug}/`));
      expect(row).toMatchObject({ kind, owners: [], audience: 'PUBLIC', archivedReason: 'It is out of date.', openVersion: null });
      for (const other of [publisher, itu]) {
        expect((await closed(other)).map((one) => one.id)).not.toContain(row?.id);
        expect((await restore(other, row?.id ?? '')).data?.['restoreRecord'].__typename).toBe('InvalidInput');
      }
      expect((await answer(member, '{ closedRecords { id } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      for (const _twice of [1, 2]) expect((await restore(user, row?.id ?? '')).data?.['restoreRecord'].__typename).toBe('RecordReturned');
      expect(await page(null, kind, slug)).toMatchObject({ version: 2 });
    }
  });
});

it('asks the secretariat for what becomes the library’s: a new record without owner, and one whose owners leave it', async () => {
  const vendor = {
    name: 'A made firm',
    kind: 'EXTERNAL',
    language: 'en',
    audience: 'PUBLIC',
    cite,
    summary: { text: 'It was made.', cite, certainty: 'STATED' },
  };
  const { draft } = await save(author, { kind: 'VENDOR', organization: 'fao', key: 'new-vendor', content: vendor });
  expect(asked((await submit(author, draft)).draft)).toEqual(['secretariat']);
  expect(
    (await answer(publisher, 'mutation ($d: ID!) { decide(draft: $d, organization: "fao", round: 1, outcome: ACCEPTED) { __typename } }', { d: draft.id }))
      .data?.['decide'].__typename,
  ).toBe('InvalidInput');
  const live = (await accept(secretariat, draft.id, 'secretariat', 1)).draft;
  expect(live.state).toBe('LIVE');

  const owned = await save(author, { kind: 'LESSON', organization: 'fao', key: 'given-up', content: lessonOf('To be given up') });
  await submit(author, owned.draft);
  await accept(publisher, owned.draft.id, 'fao', 1);
  const next = (await save(author, { kind: 'LESSON', slug: 'to-be-given-up', key: 'given-up-2' })).draft;
  const left = await save(author, { id: next.id, edits: next.edits, content: { ...next.content, organizations: [] } });
  expect(asked((await submit(author, left.draft)).draft)).toEqual(['fao', 'secretariat']);
  // Handed on, both the owner of today and the one to come are asked.
  await ask(author, 'mutation ($id: ID!) { withdrawDraft(id: $id) { __typename } }', { id: next.id });
  const handed = await save(author, { id: next.id, edits: left.draft.edits, content: { ...next.content, organizations: ['ITU'] } });
  expect(asked((await submit(author, handed.draft)).draft)).toEqual(['fao', 'itu']);
});

it('asks the secretariat also of what was submitted before it was asked of such records', async () => {
  const { draft } = await save(author, { kind: 'VENDOR', slug: await ownerlessVendor(), key: 'in-flight' });
  const claimed = await save(author, { id: draft.id, edits: draft.edits, content: { ...draft.content, organization: 'FAO' } });
  await submit(author, claimed.draft);
  await db.deleteFrom('review').where('draftId', '=', draft.id).where('organizationId', 'is', null).execute();
  const accepted = (await accept(publisher, draft.id, 'fao', 1)).draft;
  expect([accepted.state, asked(accepted)]).toEqual(['SUBMITTED', ['fao', 'secretariat']]);
  expect((await accept(secretariat, draft.id, 'secretariat', 1)).draft.state).toBe('LIVE');
});

it('refuses to close to its owners what has none', async () => {
  for (const more of [{ audience: 'OWNERS' }, { audiences: { context: 'OWNERS' }, context: { text: 'Closed to all.', cite, certainty: 'STATED' } }]) {
    const content = lessonOf('Closed to everybody', { organizations: [], ...more });
    const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key: Object.keys(more).join(' '), content });
    expect(draft.faults.map((one: { name: string }) => one.name)).toEqual(['organizations']);
    expect((await submit(author, draft)).fields[0].message).toContain('nobody would see it');
  }
});

it('lets only a second person of the secretariat decide where one of it wrote', async () => {
  const { draft } = await save(secretariat, { kind: 'VENDOR', slug: await ownerlessVendor(), key: 'secretariat-writes' });
  const submitted = await submit(
    secretariat,
    (await save(secretariat, { id: draft.id, edits: draft.edits, content: { ...draft.content, alsoKnownAs: ['Another name'] } })).draft,
  );
  const decide = 'mutation ($d: ID!) { decide(draft: $d, organization: "secretariat", round: 1, outcome: ACCEPTED) { __typename } }';
  expect((await answer(secretariat, decide, { d: submitted.draft.id })).errors?.[0]?.message).toContain('second person');
  const second = await person('Second secretary', 'SECRETARIAT', null);
  expect((await accept(second, submitted.draft.id, 'secretariat', 1)).draft.state).toBe('LIVE');
});

describe('a record that its owners closed', () => {
  const closing = async (key: string, title: string, claim: Record<string, unknown>) => {
    const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key, content: lessonOf(title, claim) });
    const submitted = await submit(author, draft);
    expect(submitted.__typename, JSON.stringify(submitted)).toBe('DraftSaved');
    await accept(publisher, draft.id, 'fao', 1);
  };

  it.each(overseers)('is found by %s by the title it had in the open, and opened again as it was then', async (who, overseer) => {
    const slug = `open-at-first-to-${who.split(' ')[1]}`;
    await closing(slug, slug.replaceAll('-', ' '), {});
    const next = (await save(author, { kind: 'LESSON', slug, key: `${slug}-2` })).draft;
    const content = { ...next.content, title: 'zqclosed title', audience: 'OWNERS', whatHappened: { text: 'zqclosed text', cite, certainty: 'STATED' } };
    await submit(author, (await save(author, { id: next.id, edits: next.edits, content })).draft);
    await accept(publisher, next.id, 'fao', 1);
    const id = await idOf(slug);
    expect(await page(overseer, 'LESSON', slug)).toBeNull();
    // Archived by its owner's publisher on top of it, it can still be found, and comes back in both ways.
    expect((await archive(publisher, 'LESSON', slug)).data?.['archiveRecord'].__typename).toBe('RecordArchived');
    const rows = await closed(overseer);
    expect(JSON.stringify(rows)).not.toContain('zqclosed');
    expect(rows.find((one) => one.id === id)).toMatchObject({
      title: slug.replaceAll('-', ' '),
      owners: ['FAO'],
      url: null,
      openVersion: 1,
      viewerCanReopen: true,
    });
    // Its publisher finds it and may bring it back, not open it.
    expect((await closed(publisher)).find((one) => one.id === id)).toMatchObject({ title: 'zqclosed title', viewerCanReopen: false });
    expect((await reopen(publisher, id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await closed(itu)).map((one) => one.id)).not.toContain(id);
    expect((await restore(overseer, id)).data?.['restoreRecord'].__typename).toBe('RecordReturned');
    expect(await page(overseer, 'LESSON', slug)).toBeNull();
    expect((await reopen(overseer, id, '')).data?.['reopenRecord'].fields).toEqual([{ name: 'reason' }]);
    for (const _twice of [1, 2]) expect((await reopen(overseer, id)).data?.['reopenRecord'].__typename).toBe('RecordReturned');
    expect(await page(null, 'LESSON', slug)).toMatchObject({ title: slug.replaceAll('-', ' '), version: 3, audience: 'PUBLIC' });
    const { history } = await ask(null, 'query ($slug: String!) { history(kind: LESSON, slug: $slug) { number restores reason content } }', { slug });
    expect(history.map((one: { number: number; restores: number | null }) => [one.number, one.restores])).toEqual([
      [3, 1],
      [1, null],
    ]);
    expect(JSON.stringify(history)).not.toContain('zqclosed');
    expect((await mails(publisher.email)).at(-1)?.subject).toBe(`Open again: ${slug.replaceAll('-', ' ')}`);
  });

  it('that was never open is found without its words and stays closed', async () => {
    await closing('never-open', 'zqnever open', { audience: 'OWNERS' });
    const { id, slug } = await db.selectFrom('record').select(['id', 'slug']).where('title', '=', 'zqnever open').executeTakeFirstOrThrow();
    expect(slug).not.toContain('zqnever');
    for (const [, overseer] of overseers) {
      const row = (await closed(overseer)).find((one) => one.id === id);
      expect(row).toMatchObject({ kind: 'LESSON', title: 'A lesson for its owners only', owners: ['FAO'], url: null, openVersion: null });
      expect((await reopen(overseer, id)).data?.['reopenRecord'].fields).toEqual([{ name: 'id' }]);
    }
  });
});

it('keeps the log whole through all of it', async () => {
  expect((await verifyDatabase(db)).fault).toBeNull();
  const kinds = (await ask(administrator, '{ logEntries(kind: "RECORD_UNARCHIVED") { body } }')).logEntries;
  expect(kinds.length).toBeGreaterThan(5);
});

import { expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { grantMembership, revokeMembership } from '../accounts/memberships.ts';
import type { Role, User } from '../accounts/user.ts';
import { freshnessRound } from './freshness.ts';

// What a person may do with a draft follows from the roles they have today, and reviewers see what was submitted to them.

const { db, pool, ask, answer, demo, person, save, submit, accept, mails } = await contributeLibrary();
const [publisher, itu, secretariat, member] = [await demo('fao-publisher'), await demo('itu-publisher'), await demo('secretariat'), await demo('member')];
const organization = async (slug: string) =>
  (await pool.query<{ id: string }>("SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = $1", [slug])).rows[0]?.id ?? null;
const give = async (user: User, role: Role, slug: string) =>
  db.transaction().execute(async (trx) => grantMembership(trx, { personId: user.id, role, organizationId: await organization(slug), origin: 'GRANT' }, null));
const take = async (user: User, role: Role, slug: string) =>
  db.transaction().execute(async (trx) => revokeMembership(trx, { personId: user.id, role, organizationId: await organization(slug) }, null));

const read = async (user: User, id: string) =>
  (
    await ask(
      user,
      'query ($id: ID!) { draft(id: $id) { state title content reason sources viewerCanWrite updatedAt comments { text } reviews { round state } } }',
      {
        id,
      },
    )
  ).draft;
const comment = (user: User, draft: string, text: string) =>
  ask(user, 'mutation ($draft: ID!, $text: String!) { comment(draft: $draft, text: $text) { __typename } }', { draft, text });
const withdraw = (user: User, id: string, discard = false) =>
  ask(user, 'mutation ($id: ID!, $discard: Boolean) { withdrawDraft(id: $id, discard: $discard) { __typename } }', { id, discard });
const giveBack = (user: User, draft: string, slug: string, round: number) =>
  ask(
    user,
    'mutation ($draft: ID!, $slug: String!, $round: Int!) { decide(draft: $draft, organization: $slug, round: $round, outcome: RETURNED, comment: "Say who pays.") { __typename } }',
    { draft, slug, round },
  );
const work = async (user: User) =>
  (await ask(user, '{ myWork { drafts { id } toReview { draft { id } } } }')).myWork as { drafts: { id: string }[]; toReview: { draft: { id: string } }[] };

it('gives an author nothing by authorship: moved elsewhere they neither read nor write, remark, submit, withdraw or upload', async () => {
  const author = await person('Moved author', 'FOCAL_POINT', 'fao');
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key: 'moved', content: lessonOf('Of a moved author') });
  expect(await read(author, draft.id)).toMatchObject({ viewerCanWrite: true });
  await take(author, 'FOCAL_POINT', 'fao');
  await give(author, 'FOCAL_POINT', 'itu');
  for (const moment of ['moved', 'without a role']) {
    if (moment === 'without a role') await take(author, 'FOCAL_POINT', 'itu');
    expect(await read(author, draft.id), moment).toBeNull();
    expect((await work(author)).drafts, moment).toEqual([]);
    const saved = await answer(author, 'mutation ($id: ID!) { saveDraft(id: $id, edits: 1, reason: "No") { __typename } }', { id: draft.id });
    expect(saved.data?.['saveDraft'], moment).toEqual({ __typename: 'InvalidInput' });
    expect((await submit(author, draft)).fields[0].name, moment).toBe('id');
    expect((await comment(author, draft.id, 'Still here')).comment, moment).toEqual({ __typename: 'InvalidInput' });
    expect((await withdraw(author, draft.id, true)).withdrawDraft, moment).toEqual({ __typename: 'InvalidInput' });
    expect((await ask(author, 'mutation ($id: ID!) { rebaseDraft(id: $id) { __typename } }', { id: draft.id })).rebaseDraft.__typename).toBe('InvalidInput');
    // The same first save again does not hand it out either.
    const again = await answer(
      author,
      'mutation ($content: JSON!) { saveDraft(kind: LESSON, key: "moved", content: $content) { __typename ... on DraftSaved { draft { content } } } }',
      {
        content: {},
      },
    );
    expect(JSON.stringify(again), moment).not.toContain('Of a moved author');
  }
  // A plain member of the organization does not write for it either; whoever does goes on with the draft.
  await give(author, 'MEMBER', 'fao');
  expect(await read(author, draft.id)).toBeNull();
  expect(await read(publisher, draft.id)).toMatchObject({ viewerCanWrite: true });
  expect((await comment(publisher, draft.id, 'We go on.')).comment).toEqual({ __typename: 'DraftSaved' });
  expect(await mails('moved.author@example.org')).toEqual([]);
  // With the role again, the draft is there again.
  await give(author, 'FOCAL_POINT', 'fao');
  expect(await read(author, draft.id)).toMatchObject({ viewerCanWrite: true });
});

it('tells the organization, not an author who has left it, what became of a draft', async () => {
  const author = await person('Leaving author', 'FOCAL_POINT', 'fao');
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key: 'leaving', content: lessonOf('Of a leaving author') });
  await submit(author, draft);
  await take(author, 'FOCAL_POINT', 'fao');
  await give(author, 'PUBLISHER', 'itu');
  await giveBack(publisher, draft.id, 'fao', 1);
  expect(await mails('leaving.author@example.org')).toEqual([]);
  expect((await mails(publisher.email)).at(-1)?.subject).toBe('Returned: Of a leaving author');
});

it('shows who was asked once nothing after a withdrawal', async () => {
  const author = await person('Withdrawing author', 'FOCAL_POINT', 'fao');
  const ituFocal = await person('ITU focal', 'FOCAL_POINT', 'itu');
  const asked = [itu, ituFocal, secretariat];
  const both = lessonOf('For two at first', { organizations: ['FAO', 'ITU'] });
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key: 'withdrawn', content: both });
  for (const user of asked) expect(await read(user, draft.id)).toBeNull();
  await submit(author, draft);
  for (const user of asked) expect(await read(user, draft.id)).toMatchObject({ state: 'SUBMITTED', title: 'For two at first' });
  await withdraw(author, draft.id);
  const later = await save(author, { id: draft.id, edits: draft.edits, content: lessonOf('zqlater, for one', { organizations: ['FAO'] }) });
  await comment(author, draft.id, 'zqinternal remark');
  for (const user of [...asked, member]) expect(await read(user, draft.id)).toBeNull();
  expect((await comment(itu, draft.id, 'Hello?')).comment).toEqual({ __typename: 'InvalidInput' });
  // Submitted to FAO alone, it is no business of ITU's; what was said among its writers is nobody else's.
  await submit(author, later.draft);
  expect(await read(itu, draft.id)).toBeNull();
  expect(await read(ituFocal, draft.id)).toBeNull();
  const seen = await read(secretariat, draft.id);
  expect(seen).toMatchObject({ state: 'SUBMITTED', title: 'zqlater, for one' });
  expect(JSON.stringify(seen)).not.toContain('zqinternal');
  expect((await read(publisher, draft.id)).comments).toEqual([{ text: 'zqinternal remark' }]);
  // Given up, it is its writers' alone.
  await withdraw(author, draft.id, true);
  expect(await read(secretariat, draft.id)).toBeNull();
  expect(await read(author, draft.id)).toMatchObject({ state: 'WITHDRAWN' });
});

it('shows reviewers what was submitted, not what is written after it was returned', async () => {
  const author = await person('Returned author', 'FOCAL_POINT', 'fao');
  const content = lessonOf('As submitted', { organizations: ['FAO', 'ITU'] });
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key: 'returned', content, reason: 'As it was.' });
  await submit(author, draft);
  await giveBack(itu, draft.id, 'itu', 1);
  const before = await read(itu, draft.id);
  const next = await save(author, { id: draft.id, edits: draft.edits, content: { ...content, title: 'zqunfinished' }, reason: 'zqunfinished reason' });
  expect(await read(itu, draft.id)).toEqual(before);
  expect(before).toMatchObject({ state: 'RETURNED', title: 'As submitted', reason: 'As it was.', content: { title: 'As submitted' } });
  const [differences, similar] = [
    await ask(itu, 'query ($id: ID!) { draft(id: $id) { differences { after } faults { message } before } }', { id: draft.id }),
    await read(secretariat, draft.id),
  ];
  expect(JSON.stringify([differences, similar])).not.toContain('zqunfinished');
  expect(await read(publisher, draft.id)).toMatchObject({ title: 'zqunfinished' });
  await submit(author, next.draft);
  expect(await read(itu, draft.id)).toMatchObject({ title: 'zqunfinished', reason: 'zqunfinished reason' });
  // Live, it is what was accepted.
  await accept(itu, draft.id, 'itu', 2);
  expect((await accept(publisher, draft.id, 'fao', 2)).draft.state).toBe('LIVE');
  expect(await read(itu, draft.id)).toMatchObject({ state: 'LIVE', title: 'zqunfinished' });
});

it('lets nobody decide on what they submitted, brought up to date or wrote, also as a publisher alone', async () => {
  const author = await person('Unfinished author', 'FOCAL_POINT', 'fao');
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', key: 'alone', content: lessonOf('Not finished yet') });
  await submit(publisher, draft);
  const refused = await answer(publisher, 'mutation ($draft: ID!) { decide(draft: $draft, organization: "fao", round: 1, outcome: ACCEPTED) { __typename } }', {
    draft: draft.id,
  });
  expect(refused.errors?.[0]?.message).toMatch(/second person/);
  expect((await work(publisher)).toReview.map((one) => one.draft.id)).not.toContain(draft.id);
  const second = await person('FAO second publisher', 'PUBLISHER', 'fao');
  expect((await work(second)).toReview.map((one) => one.draft.id)).toContain(draft.id);
  expect((await accept(second, draft.id, 'fao', 1)).draft.state).toBe('LIVE');
});

it('takes a decision only from who publishes for the organization at that moment', async () => {
  const author = await person('Asking author', 'FOCAL_POINT', 'fao');
  const former = await person('Former publisher', 'PUBLISHER', 'itu');
  const { draft } = await save(author, {
    kind: 'LESSON',
    organization: 'fao',
    key: 'former',
    content: lessonOf('Asked of two', { organizations: ['FAO', 'ITU'] }),
  });
  await submit(author, draft);
  expect((await work(former)).toReview.map((one) => one.draft.id)).toContain(draft.id);
  await take(former, 'PUBLISHER', 'itu');
  await give(former, 'PUBLISHER', 'wfp');
  expect((await work(former)).toReview).toEqual([]);
  expect(await read(former, draft.id)).toBeNull();
  expect((await accept(former, draft.id, 'itu', 1)).fields[0].name).toBe('draft');
});

it('takes "still correct" by a link only from who answers for an owner when it is used', async () => {
  const leaving = await person('Leaving focal point', 'FOCAL_POINT', 'fao');
  const { draft } = await save(leaving, { kind: 'LESSON', organization: 'fao', key: 'fresh', content: lessonOf('zqwas its title') });
  await submit(leaving, draft);
  await accept(publisher, draft.id, 'fao', 1);
  await pool.query("UPDATE record SET verify_by = CURRENT_DATE - 1 WHERE title = 'zqwas its title'");
  await freshnessRound(db, 'https://library.example.org');
  const token = /still-correct\?token=(\S+)/.exec((await mails('leaving.focal.point@example.org')).at(-1)?.text ?? '')?.[1];
  const state = async () => (await ask(null, 'query ($token: String!) { stillCorrectLink(token: $token) { state title } }', { token })).stillCorrectLink;
  expect(await state()).toEqual({ state: 'OPEN', title: 'zqwas its title' });
  await take(leaving, 'FOCAL_POINT', 'fao');
  await give(leaving, 'FOCAL_POINT', 'itu');
  expect(await state()).toMatchObject({ state: 'EXPIRED' });
  const before = (await mails('leaving.focal.point@example.org')).length;
  const used = await ask(null, 'mutation ($token: String!) { confirmStillCorrect(token: $token) { __typename } renewStillCorrectLink(token: $token) }', {
    token,
  });
  expect(used).toEqual({ confirmStillCorrect: { __typename: 'InvalidInput' }, renewStillCorrectLink: true });
  expect((await mails('leaving.focal.point@example.org')).length).toBe(before);
  // The link keeps the name that it was sent with, whatever the entry is called now.
  await pool.query("UPDATE record SET title = 'zqsecret now', version = version + 1 WHERE title = 'zqwas its title'");
  expect(await state()).toEqual({ state: 'CHANGED', title: 'zqwas its title' });
});

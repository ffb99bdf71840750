import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { appendLog } from '#prisma/log.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { verifyDatabase } from '../log/verify.ts';

const { db, pool, ask, answer, demo, person, save, submit, accept, rebase, goLive, mails } = await contributeLibrary();
const [author, publisher, secretariat] = [await demo('fao-focal-point'), await demo('fao-publisher'), await demo('secretariat')];
const title = 'Rebase check';
const slug = 'rebase-check';
const first = lessonOf(title, { subject: 'first' });
const lesson = () => ask(null, '{ lesson(id: "rebase-check") { version subject } }').then((data) => data.lesson);

it('brings a draft up to the live version: what it did not touch becomes as it is live, what it changed stays', async () => {
  expect((await goLive({ key: 'one', content: first })).publishedVersion).toBe(1);
  const behind = (await save(author, { kind: 'LESSON', slug, key: 'behind' })).draft;
  const changed = (
    await save(author, {
      id: behind.id,
      edits: behind.edits,
      content: { ...behind.content, whatHappened: { ...behind.content.whatHappened, text: 'The words of the slower draft.' } },
    })
  ).draft;
  await goLive({ key: 'two', slug, content: { ...first, subject: 'second' } });
  // Before: seen as outdated, and not to be submitted.
  const stale = await submit(author, changed);
  expect(stale.__typename).toBe('InvalidInput');
  const { draft } = await rebase(author, changed.id);
  expect(draft).toMatchObject({
    outdated: false,
    edits: changed.edits + 1,
    content: { subject: 'second', whatHappened: { text: 'The words of the slower draft.' } },
  });
  expect(draft.differences.map((one: { path: string }) => one.path)).toEqual(['whatHappened.text']);
  expect((await rebase(author, draft.id)).draft.edits).toBe(draft.edits);
  const submitted = (await submit(author, draft)).draft;
  expect((await accept(publisher, draft.id, 'fao', submitted.round)).draft).toMatchObject({ state: 'LIVE', publishedVersion: 3 });
  expect(await lesson()).toEqual({ version: 3, subject: 'second' });
});

it('gives an accepted draft back when another change went live first, and loses nothing', async () => {
  const begun = (await save(author, { kind: 'LESSON', slug, key: 'slow' })).draft;
  const slow = (await save(author, { id: begun.id, edits: begun.edits, content: { ...begun.content, subject: 'slow' } })).draft;
  const submitted = (await submit(author, slow)).draft;
  const { content } = begun;
  await goLive({ key: 'quick', slug, content: { ...content, title: 'Rebase check, renamed' } });
  const overtaken = (await accept(publisher, slow.id, 'fao', submitted.round)).draft;
  expect(overtaken).toMatchObject({ state: 'RETURNED', outdated: true, content: { subject: 'slow' } });
  expect((await mails(author.email)).at(-1)?.subject).toBe('Overtaken: Rebase check');
  expect((await rebase(author, slow.id)).draft.content).toMatchObject({ title: 'Rebase check, renamed', subject: 'slow' });
});

it('refuses to change a draft that is with its reviewers, until it is withdrawn', async () => {
  const begun = (await save(author, { kind: 'LESSON', slug, key: 'withdrawn' })).draft;
  const draft = (await save(author, { id: begun.id, edits: begun.edits, content: { ...begun.content, subject: 'withdrawn' } })).draft;
  await submit(author, draft);
  expect((await rebase(author, draft.id)).fields[0].message).toContain('Withdraw');
  expect((await save(author, { id: draft.id, edits: draft.edits, content: first })).fields[0].message).toContain('with its reviewers');
  const withdraw = (discard: boolean) =>
    ask(
      author,
      'mutation ($id: ID!, $discard: Boolean) { withdrawDraft(id: $id, discard: $discard) { ... on DraftSaved { draft { state reviews { state } } } } }',
      { id: draft.id, discard },
    );
  expect((await withdraw(false)).withdrawDraft.draft).toEqual({ state: 'DRAFT', reviews: [{ state: 'CLOSED' }] });
  expect((await accept(publisher, draft.id, 'fao', 1)).__typename).toBe('InvalidInput');
  expect((await withdraw(true)).withdrawDraft.draft.state).toBe('WITHDRAWN');
});

it('restores a version as a new one, which its owners accept like any other', async () => {
  const restore =
    'mutation ($number: Int!) { restoreRevision(kind: LESSON, slug: "rebase-check", number: $number, key: "restore") { ... on RevisionRestored { draft { id edits restores reason differences { path } } } ... on InvalidInput { fields { name } } } }';
  expect((await answer(null, restore, { number: 1 })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect((await ask(author, restore, { number: 99 })).restoreRevision.fields[0].name).toBe('number');
  const { draft } = (await ask(author, restore, { number: 1 })).restoreRevision;
  expect(draft).toMatchObject({ restores: 1, reason: 'Brings back version 1.' });
  expect(draft.differences.map((one: { path: string }) => one.path).sort()).toEqual(['subject', 'title', 'whatHappened.text']);
  // The same again is the same draft.
  expect((await ask(author, restore, { number: 1 })).restoreRevision.draft.id).toBe(draft.id);
  const { round } = (await submit(author, draft)).draft;
  await accept(publisher, draft.id, 'fao', round);
  expect(await lesson()).toEqual({ version: 5, subject: 'first' });
  const { history, compareRevisions, revision } = await ask(
    null,
    '{ history(kind: LESSON, slug: "rebase-check") { number restores live } compareRevisions(kind: LESSON, slug: "rebase-check", from: 1, to: 5) { differences { path } } revision(kind: LESSON, slug: "rebase-check", number: 2) { content } }',
  );
  expect(history[0]).toEqual({ number: 5, restores: 1, live: true });
  expect(compareRevisions.differences).toEqual([]);
  expect(revision.content.subject).toBe('second');
});

it('archives with a reason: gone from lists, page and search, not from the history', async () => {
  const archive =
    'mutation ($reason: String!) { archiveRecord(kind: LESSON, slug: "rebase-check", reason: $reason) { ... on RecordArchived { slug } ... on InvalidInput { fields { name message } } } }';
  expect((await ask(publisher, archive, { reason: ' ' })).archiveRecord.fields[0].name).toBe('reason');
  expect((await answer(author, archive, { reason: 'It is wrong.' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await answer(await person('WFP publisher', 'PUBLISHER', 'wfp'), archive, { reason: 'It is wrong.' })).errors?.[0]?.extensions?.code).toBe(
    'FORBIDDEN',
  );
  const open = (await save(author, { kind: 'LESSON', slug, key: 'open-at-archiving' })).draft;
  const changed = (await save(author, { id: open.id, edits: open.edits, content: { ...open.content, subject: 'late' } })).draft;
  const submitted = (await submit(author, changed)).draft;
  expect((await ask(publisher, archive, { reason: 'It was made for a check.' })).archiveRecord).toEqual({ slug });
  // The same again repeats the request; another reason would be lost, and the person is told so.
  expect((await ask(publisher, archive, { reason: 'It was made for a check.' })).archiveRecord).toEqual({ slug });
  expect((await ask(publisher, archive, { reason: 'Again.' })).archiveRecord).not.toEqual({ slug });
  expect((await pool.query("SELECT count(*) AS n FROM log_entry WHERE kind = 'RECORD_ARCHIVED'")).rows[0].n).toBe(1);
  const gone = await ask(
    null,
    '{ lesson(id: "rebase-check") { title } search(query: "Rebase check") { edges { node { title } } } lessons(first: 100, orderBy: UPDATED) { edges { node { title } } } history(kind: LESSON, slug: "rebase-check") { number archivedReason } }',
  );
  expect(gone.lesson).toBeNull();
  expect(JSON.stringify([gone.search, gone.lessons])).not.toContain('Rebase check');
  expect(gone.history).toHaveLength(5);
  expect(gone.history[0].archivedReason).toBe('It was made for a check.');
  // What was under way does not bring it back.
  expect((await accept(publisher, changed.id, 'fao', submitted.round)).draft.state).toBe('RETURNED');
  expect((await save(author, { kind: 'LESSON', slug, key: 'after' })).__typename).toBe('InvalidInput');
  expect((await verifyDatabase(db)).fault).toBeNull();
});

it('leaves archiving a joint record to the secretariat', async () => {
  const archive = 'mutation { archiveRecord(kind: PROJECT, slug: "papua-new-guinea-livestock", reason: "A check.") { ... on RecordArchived { slug } } }';
  expect((await answer(publisher, archive)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await ask(secretariat, archive)).archiveRecord.slug).toBe('papua-new-guinea-livestock');
});

it('does not wait for a search index that is being brought over', async () => {
  const client = await pool.connect();
  try {
    // The lock of search/sync.ts.
    await client.query('SELECT pg_advisory_lock(7070, 2)');
    await db.transaction().execute(async (trx) => {
      await sql`SET LOCAL lock_timeout = '1s'`.execute(trx);
      expect(await appendLog(trx, [{ kind: 'PERSON_INVITED', body: { invitation: 'check', role: 'MEMBER', by: null } }])).toHaveLength(1);
    });
  } finally {
    await client.query('SELECT pg_advisory_unlock(7070, 2)');
    client.release();
  }
});

import { afterEach, expect, it } from 'vitest';
import { sql } from 'kysely';
import { lift, upcasters } from '#prisma/content/shape.ts';
import { rederive } from '#prisma/rederive.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { verifyDatabase } from '../log/verify.ts';

// A release after which lessons are written otherwise: what was written before is read as it is written today, in records,
// drafts and revisions alike, and nothing that is stored or sealed changes.

const { db, ask, demo, save, submit, accept } = await contributeLibrary();
const [author, publisher] = [await demo('fao-focal-point'), await demo('fao-publisher')];
afterEach(() => {
  delete upcasters.LESSON;
});
/** The release: subjects are written with the word "on". */
const release = () => {
  upcasters.LESSON = [(content) => ({ ...content, subject: `on ${String(content['subject'])}` })];
};
const revisions = async (slug: string) =>
  (
    await sql<{ content: Record<string, unknown>; hash: string; number: number }>`
      SELECT v.content, v.hash, v.number FROM revision v JOIN record r ON r.id = v.record_id WHERE r.kind = 'LESSON' AND r.slug = ${slug} ORDER BY v.number`.execute(
      db,
    )
  ).rows;
const seen = '{ record: lesson(id: "SLUG") { subject hash } revisions: history(kind: LESSON, slug: "SLUG") { number content hash } }';

it('is read in the new shape in record, draft and revision, written in it from then on, and stays sealed as it was', { timeout: 60_000 }, async () => {
  const { draft: first } = await save(author, { kind: 'LESSON', organization: 'fao', content: lessonOf('Written before', { subject: 'wells' }) });
  await submit(author, first);
  const live = await accept(publisher, first.id, 'fao', 1);
  const slug = (await db.selectFrom('record').select('slug').where('title', '=', 'Written before').executeTakeFirstOrThrow()).slug;
  const query = seen.replaceAll('SLUG', slug);
  const { draft: open } = await save(author, { kind: 'LESSON', organization: 'fao', slug });
  const { draft: fresh } = await save(author, { kind: 'LESSON', organization: 'fao', content: { title: 'Only begun', subject: 'pumps' } });
  expect(live.draft.state).toBe('LIVE');
  const before = await ask(null, query);
  expect(before.record.subject).toBe('wells');
  const sealed = await revisions(slug);

  release();
  const after = await ask(null, query);
  expect(after.record).toEqual({ subject: 'on wells', hash: before.record.hash });
  expect(after.revisions[0]).toMatchObject({ number: 1, content: { subject: 'on wells' }, hash: before.revisions[0].hash });
  const drafts = await ask(author, `{ a: draft(id: "${open.id}") { content differences { path } } b: draft(id: "${fresh.id}") { content } }`);
  expect(drafts.a).toMatchObject({ content: { subject: 'on wells' }, differences: [] });
  expect(drafts.b.content).toMatchObject({ subject: 'on pumps' });
  expect(drafts.b.content).not.toHaveProperty('goals');

  // What follows from it is made again from the new shape.
  const again = await rederive(db, { all: true });
  expect(again.faults).toEqual([]);
  expect((await db.selectFrom('record').select('keywords').where('slug', '=', slug).executeTakeFirstOrThrow()).keywords).toContain('on wells');

  // A save is of the new shape, and is not lifted a second time.
  const changed = await save(author, { id: open.id, edits: open.edits, content: { ...drafts.a.content, title: 'Written after' }, reason: 'New title.' });
  expect(changed.draft.content).toMatchObject({ subject: 'on wells', shape: 2 });
  expect(changed.draft.differences).toEqual([{ path: 'title', change: 'CHANGED' }]);
  await submit(author, changed.draft);
  expect((await accept(publisher, open.id, 'fao', 1)).draft.state).toBe('LIVE');
  const published = await ask(null, query);
  expect(published.record.subject).toBe('on wells');
  expect(published.revisions.map((one: { content: { subject: string } }) => one.content.subject)).toEqual(['on wells', 'on wells']);
  const { compareRevisions } = await ask(null, `{ compareRevisions(kind: LESSON, slug: "${slug}", from: 1, to: 2) { differences { path } } }`);
  expect(compareRevisions.differences).toEqual([{ path: 'title' }]);
  const stored = await revisions(slug);
  expect(stored[0]).toEqual(sealed[0]);
  expect(stored[1]?.content).toMatchObject({ subject: 'on wells', shape: 2 });
  expect((await verifyDatabase(db)).faults).toEqual([]);
});

it('gives what came later with a default its default, in what was written before', async () => {
  await sql`UPDATE record SET content = content - 'otherViews' WHERE kind = 'LESSON' AND source_key = 'L001'`.execute(db);
  const { lesson } = await ask(null, '{ lesson(id: "L001") { otherViews { text } } }');
  expect(lesson).toEqual({ otherViews: [] });
  const whole = { subject: 'a', engagements: [{ vendor: 'v' }] };
  expect(lift('PROJECT', whole)).toMatchObject({ alsoKnownAs: [], engagements: [{ vendor: 'v', stack: [], certainty: 'STATED' }] });
  expect(lift('PROJECT', whole, { complete: false })).toBe(whole);
});

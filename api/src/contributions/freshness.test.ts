import { beforeAll, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { LINKS_PER_MINUTE } from '../accounts/accounts.ts';
import type { User } from '../accounts/user.ts';
import { freshnessRound } from './freshness.ts';

const { db, pool, ask, answer, demo, person, goLive, mails } = await contributeLibrary();
const base = 'http://localhost:3000';
const slug = 'freshness-check-zqfresh';
let people: Record<'focal' | 'publisher' | 'deputy' | 'secretariat' | 'member', User>;

beforeAll(async () => {
  people = {
    focal: await demo('fao-focal-point'),
    publisher: await demo('fao-publisher'),
    deputy: await person('FAO deputy', 'PUBLISHER', 'fao', true),
    secretariat: await demo('secretariat'),
    member: await demo('member'),
  };
  await goLive({ key: 'freshness', content: lessonOf('Freshness check zqfresh') });
  await goLive({ key: 'other', content: lessonOf('Another check zqfresh') });
});

/** Moves the clock, as far as the record can tell: its date lies so many days back. */
const daysPast = (days: number, record = slug) => pool.query('UPDATE record SET verify_by = CURRENT_DATE - $2::int WHERE slug = $1', [record, days]);
const asked = async () => (await mails()).filter((mail) => mail.subject.startsWith('Is this still correct?'));
const tokenIn = (text: string) => /still-correct\?token=([\w-]{43})/.exec(text)?.[1] ?? '';
const link = async (token: string) =>
  (await ask(null, 'query ($token: String!) { stillCorrectLink(token: $token) { state title url } }', { token })).stillCorrectLink;
const confirm = async (token: string, user: User | null = null) =>
  (
    await ask(
      user,
      'mutation ($token: String!) { confirmStillCorrect(token: $token) { __typename ... on StillCorrectConfirmed { link { state } } ... on InvalidInput { fields { name message } } } }',
      { token },
    )
  ).confirmStillCorrect;
const renew = (token: string) => ask(null, 'mutation ($token: String!) { renewStillCorrectLink(token: $token) }', { token });
const freshness = async () =>
  (await pool.query("SELECT verify_by = CURRENT_DATE + 365 AS fresh, 'freshness:PAST' = ANY(facet_keys) AS past FROM record WHERE slug = $1", [slug])).rows[0];
const stale = async (days: number) =>
  (await ask(people.secretariat, 'query ($days: Int) { staleRecords(days: $days) { title daysPast owners record { url } } }', { days })).staleRecords;

it('asks nobody before the day', async () => {
  await daysPast(-1);
  expect(await freshnessRound(db, base)).toEqual({ marked: 0, mails: 0 });
});

it('asks focal points and publishers once on the day, and marks the record from the day after', async () => {
  await daysPast(0);
  expect(await freshnessRound(db, base)).toEqual({ marked: 0, mails: 2 });
  expect(await freshnessRound(db, base)).toEqual({ marked: 0, mails: 0 });
  expect((await asked()).map((mail) => mail.address).sort()).toEqual(['fao-focal-point@demo.invalid', 'fao-publisher@demo.invalid']);
  expect((await asked())[0]?.text).toContain(`${base}/lessons/${slug}`);
  // The moved date names another event; the rounds of one date are what must not repeat themselves.
  await daysPast(1);
  expect(await freshnessRound(db, base)).toMatchObject({ marked: 1 });
  expect((await freshness()).past).toBe(true);
  expect(await freshnessRound(db, base)).toEqual({ marked: 0, mails: 0 });
});

it('two rounds at the same time mail once', async () => {
  await daysPast(2);
  const rounds = await Promise.all([freshnessRound(db, base), freshnessRound(db, base)]);
  expect(rounds[0].mails + rounds[1].mails).toBe(2);
});

it('ranks a record past its date below one that fits alike, and shows its age', async () => {
  const { search, lesson } = await ask(
    null,
    'query { search(query: "zqfresh check") { edges { node { title } } } lesson(id: "freshness-check-zqfresh") { freshness { past daysPast } } }',
  );
  expect(search.edges.map((edge: { node: { title: string } }) => edge.node.title)).toEqual(['Another check zqfresh', 'Freshness check zqfresh']);
  expect(lesson.freshness).toEqual({ past: true, daysPast: 2 });
});

it('asks the deputies two weeks later, then puts it on the list of the secretariat', async () => {
  await daysPast(13);
  await freshnessRound(db, base);
  expect((await asked()).filter((mail) => mail.address === people.deputy.email)).toEqual([]);
  await daysPast(14);
  await freshnessRound(db, base);
  await freshnessRound(db, base);
  expect((await asked()).filter((mail) => mail.address === people.deputy.email)).toHaveLength(1);
  expect((await stale(28)).map((one: { title: string }) => one.title)).toEqual([]);
  await daysPast(28);
  expect(await stale(28)).toEqual([{ title: 'Freshness check zqfresh', daysPast: 28, owners: ['FAO'], record: { url: `/lessons/${slug}` } }]);
  expect((await answer(people.member, '{ staleRecords { title } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await answer(null, '{ staleRecords { title } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

it('takes "still correct" from a link without signing in: looking does nothing, pressing works once', async () => {
  const token = tokenIn((await asked()).at(-1)?.text ?? '');
  expect(token).toHaveLength(43);
  expect(JSON.stringify(await db.selectFrom('mailLink').selectAll().execute())).not.toContain(token);
  expect(await link(token)).toEqual({ state: 'OPEN', title: 'Freshness check zqfresh', url: `/lessons/${slug}` });
  expect((await link(token)).state).toBe('OPEN');
  // Forwarded, and pressed by somebody who is signed in: it would stand in the log as said by the receiver.
  for (const other of [people.member, people.secretariat]) expect((await confirm(token, other)).fields[0].message).toContain('sent to somebody else');
  expect((await link(token)).state).toBe('OPEN');
  // A double click: one of both counts.
  const pressed = await Promise.all([confirm(token), confirm(token)]);
  expect(pressed.map((one) => one.__typename).sort()).toEqual(['InvalidInput', 'StillCorrectConfirmed']);
  expect(await freshness()).toEqual({ fresh: true, past: false });
  expect((await link(token)).state).toBe('USED');
  expect((await confirm(token)).fields[0].message).toContain('used already');
  expect((await confirm('no-such-token')).fields[0].name).toBe('token');
  expect(await link('no-such-token')).toBeNull();
  expect(await stale(0)).toEqual([]);
});

it('lets a link expire, and sends a new one to the same address at most once an hour', async () => {
  await daysPast(3);
  await freshnessRound(db, base);
  const mail = (await asked()).filter((one) => one.address === people.focal.email).at(-1);
  const token = tokenIn(mail?.text ?? '');
  await pool.query("UPDATE mail_link SET expires_at = now() - interval '1 minute' WHERE used_at IS NULL");
  expect((await link(token)).state).toBe('EXPIRED');
  expect((await confirm(token)).fields[0].message).toContain('expired');
  expect((await freshness()).fresh).toBe(false);
  const before = (await asked()).length;
  expect(await renew('no-such-token')).toEqual({ renewStillCorrectLink: true });
  expect((await asked()).length).toBe(before);
  await renew(token);
  await renew(token);
  const after = (await asked()).slice(before);
  expect(after.map((one) => one.address)).toEqual([people.focal.email]);
  expect((await confirm(tokenIn(after[0]?.text ?? ''))).__typename).toBe('StillCorrectConfirmed');
});

it('says that a link is about an older version once another is live', async () => {
  await daysPast(5);
  await freshnessRound(db, base);
  const token = tokenIn((await asked()).at(-1)?.text ?? '');
  await goLive({ key: 'changed', slug, content: { ...lessonOf('Freshness check zqfresh'), subject: 'other checks' } });
  expect(await freshness()).toEqual({ fresh: true, past: false });
  expect((await link(token)).state).toBe('CHANGED');
  expect((await confirm(token)).fields[0].message).toContain('has changed');
  // Nothing to renew: the entry counts as fresh.
  await pool.query("UPDATE mail_link SET expires_at = now() - interval '1 minute' WHERE used_at IS NULL");
  const before = (await asked()).length;
  await renew(token);
  expect((await link(token)).state).toBe('CHANGED');
  expect((await asked()).length).toBe(before);
});

it('limits the uses of links by somebody who is not signed in', async () => {
  const tries = [];
  for (let count = 0; count <= LINKS_PER_MINUTE; count++) tries.push(await answer(null, 'mutation { confirmStillCorrect(token: "guess") { __typename } }'));
  expect(tries.slice(0, -1).every((one) => one.data?.confirmStillCorrect)).toBe(true);
  expect(tries.at(-1)?.errors?.[0]?.extensions?.code).toBe('TOO_MANY_REQUESTS');
  expect((await answer(null, 'mutation { renewStillCorrectLink(token: "guess") }')).errors?.[0]?.extensions?.code).toBe('TOO_MANY_REQUESTS');
  // Another address is not concerned, and a minute later all is well again.
  expect((await answer(null, 'mutation { confirmStillCorrect(token: "other") { __typename } }')).data.confirmStillCorrect.__typename).toBe('InvalidInput');
  await pool.query('UPDATE rate_limit SET last_request = last_request - 60000');
  expect((await answer(null, 'mutation { renewStillCorrectLink(token: "guess") }')).data.renewStillCorrectLink).toBe(true);
});

it('asks nobody who is suspended, and nothing of archived records', async () => {
  await daysPast(6);
  await pool.query('UPDATE person SET suspended_at = now() WHERE id = $1', [people.publisher.id]);
  expect((await freshnessRound(db, base)).mails).toBe(1);
  await daysPast(7);
  await pool.query('UPDATE record SET archived_at = now() WHERE slug = $1', [slug]);
  expect((await freshnessRound(db, base)).mails).toBe(0);
});

import { beforeAll, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import type { User } from '../accounts/user.ts';
import { reminderRound } from './reminders.ts';

const { db, pool, ask, demo, person, save, submit, accept, mails } = await contributeLibrary();
const base = 'http://localhost:3000';
let people: Record<'focal' | 'fao' | 'deputy' | 'itu' | 'secretariat', User>;
let draft: { id: string; edits: number };

beforeAll(async () => {
  people = {
    focal: await demo('fao-focal-point'),
    fao: await demo('fao-publisher'),
    deputy: await person('FAO deputy', 'PUBLISHER', 'fao', true),
    itu: await demo('itu-publisher'),
    secretariat: await demo('secretariat'),
  };
  draft = (
    await save(people.focal, { kind: 'LESSON', organization: 'fao', key: 'reminders', content: lessonOf('Reminder check', { organizations: ['FAO', 'ITU'] }) })
  ).draft;
  await submit(people.focal, draft);
});
/** Moves the clock, as far as the reviews can tell. */
const waiting = (days: number) => pool.query('UPDATE review SET created_at = now() - make_interval(days => $1) WHERE draft_id = $2', [days, draft.id]);
/** Who got which mails since the last call, the subject without the title. */
let seen = 0;
const news = async () => {
  const all = (await mails()).slice(seen);
  seen += all.length;
  return all.map((mail) => `${mail.address.split('@')[0]} ${mail.subject.split(':')[0]}`).sort();
};
const escalated = async () => (await ask(people.secretariat, '{ reviews(escalated: true) { organizationSlug viewerWouldStepIn overdue } }')).reviews;

it('asks every owner at once, and reminds after three days, once', async () => {
  expect(await news()).toEqual(['fao-publisher Please look at a change', 'itu-publisher Please look at a change']);
  await waiting(2);
  expect(await reminderRound(db, base)).toBe(0);
  await waiting(3);
  expect(await reminderRound(db, base)).toBe(2);
  expect(await reminderRound(db, base)).toBe(0);
  expect(await news()).toEqual(['fao-publisher Waiting for you', 'itu-publisher Waiting for you']);
  expect((await mails()).at(-1)?.text).toContain(`for 3 days:\n${base}/drafts/${draft.id}/review`);
  expect(await escalated()).toEqual([]);
});

it('asks the deputies after a week and tells the secretariat, in two processes once', async () => {
  await accept(people.itu, draft.id, 'itu', 1);
  await waiting(7);
  const steps = await Promise.all([reminderRound(db, base), reminderRound(db, base)]);
  expect(steps[0] + steps[1]).toBe(1);
  expect(await news()).toEqual(['fao-publisher Waiting for you', 'fao.deputy You are asked as a deputy', 'secretariat Without an answer for a week']);
  expect(await escalated()).toEqual([{ organizationSlug: 'fao', viewerWouldStepIn: true, overdue: true }]);
});

it('lets the secretariat step in, visibly, and asks nobody any more', async () => {
  expect((await accept(people.secretariat, draft.id, 'fao', 1)).draft.state).toBe('LIVE');
  expect((await pool.query('SELECT stepped_in FROM review WHERE draft_id = $1 ORDER BY stepped_in', [draft.id])).rows.map((row) => row.stepped_in)).toEqual([
    false,
    true,
  ]);
  expect((await pool.query("SELECT body::jsonb->'accepted' AS accepted FROM log_entry ORDER BY sequence DESC LIMIT 1")).rows[0].accepted).toMatchObject([
    { organization: 'fao', steppedIn: true },
    { organization: 'itu', steppedIn: false },
  ]);
  await news();
  await waiting(30);
  expect(await reminderRound(db, base)).toBe(0);
});

it('asks nobody twice in one step: a deputy who is the only publisher, the secretariat where there is none', async () => {
  await pool.query("DELETE FROM membership WHERE person_id = $1 AND role = 'PUBLISHER'", [people.fao.id]);
  draft = (
    await save(people.focal, {
      kind: 'LESSON',
      organization: 'fao',
      key: 'reminders-2',
      content: lessonOf('Reminder check two', { organizations: ['FAO', 'WFP'] }),
    })
  ).draft;
  await submit(people.focal, draft);
  expect(await news()).toEqual(['fao.deputy Please look at a change', 'secretariat Please look at a change']);
  await waiting(8);
  await reminderRound(db, base);
  expect(await news()).toEqual(['fao.deputy Waiting for you', 'secretariat Waiting for you', 'secretariat Without an answer for a week']);
});

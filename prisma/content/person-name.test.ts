import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { contact } from './sections.ts';
import { personName } from './person-name.ts';

const { db } = await testDatabase();

describe('a name', () => {
  it.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['CEB Secretariat.\r\n\r\nUnlock it at https://evil.example', 'CEB Secretariat. Unlock it at https://evil.example'],
    ['a\u0000b\u0007c\u0085d\u2028e\u2029f\tg', 'a b c d e f g'],
    ['safe\u202etxt.exe\u2066', 'safe txt.exe'],
    ['half \ud800 surrogate', 'half \ufffd surrogate'],
    ['Jose\u0301', 'José'],
    ['Demo: ITU publisher', 'ITU publisher'],
    [' demo : DEMO:x', 'x'],
    ['\u200bDe\u200dmo\uff1a FAO publisher', 'FAO publisher'],
    ['Ｄｅｍｏ: WFP', 'WFP'],
    ['Demo:', ''],
    ['Demosthenes: a life', 'Demosthenes: a life'],
    ['علی‌رضا', 'علی‌رضا'],
    [undefined, ''],
    [{ name: 'x' }, ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(personName(typed)).toBe(kept);
  });

  it('has at most 200 characters, and a demonstration account keeps its beginning', () => {
    expect([...personName('𝒜'.repeat(500_000))]).toHaveLength(200);
    expect(personName('Demo: FAO\npublisher', { demo: true })).toBe('Demo: FAO publisher');
  });

  it('of more lines, of more characters, or of a demonstration, is refused by the table as well', async () => {
    const insert = (name: string, demo = false) =>
      db
        .insertInto('person')
        .values({ name, email: `${crypto.randomUUID()}@example.org`, demo })
        .execute();
    for (const name of ['', 'two\nlines', 'x'.repeat(201), 'Demo: somebody', ' demo : somebody', 'line\u2028end'])
      await expect(insert(name), name).rejects.toThrow('person_name_one_line');
    await insert('Demo: somebody', true);
    await insert('𝒜'.repeat(200));
  });
});

it('of a contact in an entry is one line too', () => {
  expect(contact.parse({ name: 'Demo: Ada\r\nLovelace', email: 'ada@example.org' }).name).toBe('Ada Lovelace');
  expect(contact.safeParse({ name: '\u0000\n', email: 'ada@example.org' }).success).toBe(false);
});

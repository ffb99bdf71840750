import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mails } from './en/mails.ts';
import { mailText } from './mail.ts';

const api = new URL('../api/src', import.meta.url).pathname;
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(api, name), 'utf8') }));
const all = sources.map(({ text }) => text).join('\n');

it('fills in what people wrote as it stands', () => {
  const title = 'A "{{name}}" & <b>$t(frame)</b> $& {{title}}';
  expect(mailText('askedChange', { name: 'Ms {{title}}', title })).toBe(`Ms {{title}} proposes a change of "${title}".`);
  expect(mailText('frame', { name: 'A', text: 'B' })).toBe('Dear A,\n\nB\n\nAtrium');
});

it('has every sentence for a mail that is written', () => {
  // Put together: `role${role}`, `campaign${kind}Subject`, `judgement${judgement}`, `${message}Subject`, `kind${kind}`, `digestOften${frequency}`, `followed${change}`, `questionWhy${why}`, `matchLead${side}`, `matchWhy${side}`.
  const built =
    /^(role[A-Z_]+|campaign[A-Z]+(Subject)?|(passkey|app)(Added|Gone)Subject|judgement[A-Z_]+|withdrawal(Asked|Done|Declined)Subject|kind[A-Z_]+|digestOften[A-Z]+|followed(ADDED|CHANGED|ARCHIVED|RESTORED)|questionWhy(ASKED|ANSWERED)|match(Lead|Why)(PLANS|DID|POOL))$/;
  expect(Object.keys(mails).filter((key) => !built.test(key) && !all.includes(`'${key}'`))).toEqual([]);
});

it('is where mails have their words from: none has a sentence of its own', () => {
  const writers = sources.filter(({ text }) => /\b(queueMail|mailAll|mailAboutDraft)\(/.test(text));
  expect(writers.length).toBeGreaterThan(10);
  const own = writers.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter((line) => /^\s*(subject|text): ['`].*[a-z]{3,} /.test(line) && !line.includes('mailText('))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(own).toEqual([]);
});

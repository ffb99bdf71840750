import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from './en.ts';

// The words of the pages and the code that uses them, held against each other. A key is used where it stands in quotes, where
// a group above it does (`returnObjects`), or where a template can make it: `stage.${value}` makes stage.PILOT.

const app = fileURLToPath(new URL('..', import.meta.url));
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['graphql', 'en'].includes(entry.name) ? [] : filesBelow(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [path] : [];
  });
const source = filesBelow(app)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

type Group = { [name: string]: string | Group | readonly (string | Group)[] };
const keysOf = (group: object, above = ''): string[] =>
  Object.entries(group as Group).flatMap(([name, value]) => {
    const key = above ? `${above}.${name}` : name;
    return typeof value === 'string' ? [key] : keysOf(value, key);
  });
const keys = keysOf(en);
/** The key that code asks for where a count chooses among forms. */
const asked = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const groupsAbove = (key: string) =>
  key
    .split('.')
    .map((_, index, parts) => parts.slice(0, index + 1).join('.'))
    .slice(1)
    .concat(key.includes('.') ? [] : [asked(key)]);

const place = /\$\{[^`{}]*(?:\{[^`{}]*\}[^`{}]*)*\}/;
const templates = [...source.matchAll(new RegExp(`\`([a-zA-Z]\\w*\\.(?:[\\w.]|${place.source})*)\``, 'g'))].map(([, template]) => template ?? '');
const literals = new Set([...[...source.matchAll(/['"]([\w.]+)['"]/g)].map(([, text]) => text ?? ''), ...templates.filter((one) => !place.test(one))]);
/** What a template can make; only the end of a key is one name, before it there may be several. */
const patterns = templates
  .filter((one) => place.test(one))
  .map((one) => {
    const parts = one.split(place).map((part) => part.replaceAll('.', '\\.'));
    return {
      one,
      made: new RegExp(`^${parts.map((part, at) => (at === 0 ? part : `${at === parts.length - 1 && part === '' ? '[^.]+' : '.+'}${part}`)).join('')}$`),
    };
  });

it('has no word that no page uses', () => {
  expect(templates.length).toBeGreaterThan(100);
  const unused = keys.filter(
    (key) => !groupsAbove(asked(key)).some((one) => literals.has(one)) && !patterns.some(({ made }) => made.test(asked(key)) || made.test(key)),
  );
  expect(unused).toEqual([]);
});

it('has every word that a page asks for', () => {
  const known = new Set(keys.flatMap((key) => [key, ...groupsAbove(asked(key))]));
  const named = [...source.matchAll(/(?<![\w.])t\(\s*'([\w.]+)'|i18nKey="([\w.]+)"/g)].map(([, called, component]) => called ?? component ?? '');
  expect(named.length).toBeGreaterThan(500);
  expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([]);
  const groups = new Set(Object.keys(en));
  const makesNothing = patterns.filter(({ one, made }) => groups.has(one.split('.')[0] ?? '') && ![...known].some((key) => made.test(key)));
  expect(makesNothing.map(({ one }) => one)).toEqual([]);
});

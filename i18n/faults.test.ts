import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { as, faultsOf, raise } from '#prisma/content/check.ts';
import { citation, partialDate } from '#prisma/content/shared.ts';
import { faults } from './en/faults.ts';
import { fault } from './fault.ts';
import { again, sentence } from './sentence.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The code that refuses something, or shows why. */
const sources = ['prisma', 'search', 'seed', 'api', 'jobs', 'web', 'log'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)(generated|graphql|i18n)\//.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
);
const roles = /_(FOCAL_POINT|PUBLISHER|SECRETARIAT)$/;
const codes = Object.keys(faults).filter((code) => !roles.test(code));
const all = sources.map(({ text }) => text).join('\n');
/** Codes that are put together: what stands before and after the part that is filled in. */
const built = [...all.matchAll(/`([A-Z_]*)\$\{[^}]*\}([A-Z_]*)`/g)].flatMap(([, before = '', after = '']) =>
  before.length + after.length < 3 ? [] : [new RegExp(`^${before}[A-Z0-9_]+${after}$`)],
);
const raised = new Set([...all.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, literal = '']) => literal));

describe('the sentences of faults', () => {
  it('are there for every code that is raised', () => {
    expect(sources.length).toBeGreaterThan(400);
    const calls = /(?<![\w.])(?:fault|fieldFault|refuse|cellFault|forbidden|why|as|tooMany)\(\s*(?:[^()]*?,\s*)?'([A-Z][A-Z0-9_]+)'/g;
    const called = [...all.matchAll(calls)].map(([, code = '']) => code);
    expect(called.length).toBeGreaterThan(200);
    // Functions of these names that raise nothing (`as const`, SQL) have no such literal in them.
    expect([...new Set(called)].filter((code) => !Object.hasOwn(faults, code))).toEqual([]);
  });

  it('have each a code that is raised somewhere', () => {
    // UNKNOWN stands for codes that pages do not know.
    expect(codes.filter((code) => !raised.has(code) && !built.some((pattern) => pattern.test(code)))).toEqual([]);
  });

  it('are whole sentences in one voice', () => {
    for (const [code, text] of Object.entries(faults)) {
      expect(text, code).toMatch(/^(\p{Lu}|\{\{|“\{\{)/u);
      expect(text, code).toMatch(/[.”]$/);
      expect(text, code).not.toMatch(/\s\s|"|'|!$/);
    }
  });

  it('name what their params say, whatever people wrote into them', () => {
    expect(sentence(fault('x', 'TOO_LONG', { max: 4000 }))).toBe('Write at most 4,000 characters.');
    expect(sentence(fault('x', 'NO_RECOMMENDATION', { recommendation: '$t(faults.SIGN_IN) {{max}} <b>' }))).toContain('“$t(faults.SIGN_IN) {{max}} <b>”');
    const withdrawn = { day: '2026-11-30', reason: 'Wrong year', person: 'Ana' };
    expect(sentence(fault('x', 'WITHDRAWN_BY', { ...withdrawn, role: 'FOCAL_POINT' }))).toContain('by Ana (focal point) on 2026-11-30');
    expect(sentence(fault('x', 'WITHDRAWN_BY', withdrawn))).toContain('by Ana on 2026-11-30');
    expect([again('Wait.', 1), again('Wait.', 90), again('Wait.', 121)]).toEqual([
      'Wait. Try again in 1 second.',
      'Wait. Try again in 90 seconds.',
      'Wait. Try again in 3 minutes.',
    ]);
  });
});

describe('the faults of a schema', () => {
  const schema = z.strictObject({
    name: z.string().trim().min(2).max(3),
    kind: z.enum(['A', 'B']),
    list: z.array(z.string()).min(1, as('CITE')).max(1),
    number: z.number().min(1).max(2),
    country: z.string().regex(/^[A-Z]{2}$/, as('COUNTRY')),
    mail: z.email(),
    date: partialDate,
    cite: citation,
    own: z.string().superRefine((value, context) => {
      if (value !== '') raise(context, fault('', 'SIGN', { sign: value }));
    }),
  });
  const given = { name: 'ab', kind: 'A', list: ['x'], number: 1, country: 'JO', mail: 'a@example.org', date: '2017', cite: 'para 41', own: '' };
  const codesOf = (value: unknown) => {
    const { error } = schema.safeParse(value);
    return error ? faultsOf(error, value, 'in').map(({ path, code }) => `${path} ${code}`) : [];
  };

  it('have codes, without a look at what the library calls them', () => {
    expect(codesOf(given)).toEqual([]);
    expect(codesOf({})).toEqual(
      ['name', 'kind', 'list', 'number', 'country', 'mail', 'date', 'cite', 'own'].map((name) => `in.${name} ${name === 'kind' ? 'CHOOSE' : 'MISSING'}`),
    );
    expect(codesOf({ ...given, name: ' ', list: [], kind: '' })).toEqual(['in.name MISSING', 'in.kind CHOOSE', 'in.list CITE']);
    expect(codesOf({ ...given, name: 'a', kind: 'C', list: ['x', 'y'], number: 0, country: 'j', mail: 'x' })).toEqual([
      'in.name TOO_SHORT',
      'in.kind CHOICE',
      'in.list TOO_MANY_ITEMS',
      'in.number TOO_SMALL',
      'in.country COUNTRY',
      'in.mail FORMAT',
    ]);
    expect(codesOf({ ...given, name: 'abcd', number: 3, own: 'U+0000', more: 1 })).toEqual([
      'in.name TOO_LONG',
      'in.number TOO_LARGE',
      'in.own SIGN',
      'in UNKNOWN_FIELD',
    ]);
    expect(codesOf({ ...given, name: 7, date: 'soon', cite: 'para 301' })).toEqual(['in.name TYPE', 'in.date PARTIAL_DATE', 'in.cite PARAGRAPH']);
    expect(codesOf({ ...given, date: true, cite: { source: 'A B', place: '' } })).toEqual([
      'in.date FORMAT',
      'in.cite.source KEY_WORDS',
      'in.cite.place MISSING',
    ]);
  });

  it('fill every blank of their sentences', () => {
    const value = { ...given, name: 'abcd', kind: 'C', list: ['x', 'y'], number: 0, cite: 'page 7', more: 1 };
    const { error } = schema.safeParse(value);
    const said = error ? faultsOf(error, value).map((one) => sentence(one)) : [];
    expect(said).toHaveLength(6);
    expect(said.join(' ')).not.toContain('{{');
  });
});

describe('the code', () => {
  const places = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

  it('matches on no English: neither on what a library says nor on what we say', () => {
    expect(places(/\.message\??\.?(startsWith|endsWith|includes|match|search|indexOf)\(/)).toEqual([]);
    expect(places(/\/[^/\n]*(Invalid|Too small|must not|expected)[^/\n]*\/[a-z]*\.test\(/)).toEqual([]);
    // The driver of the database gives a lost connection no code.
    expect(places(/\.test\([^)]*\.message/)).toEqual(['prisma/pool.ts']);
    expect(places(/(?<!typeof )\bmessage (===|!==) /)).toEqual([]);
  });

  it('marks no message of its own among those of others', () => {
    expect(places(/message: '(@|[A-Z_]+')/)).toEqual([]);
    expect(places(/[^.]message\.slice\(/)).toEqual([]);
  });

  it('has no sentence of a refusal beside the table', () => {
    expect(places(/(forbidden|refuse|invalidInput)\((\[\{ name:|['"`][A-Z][a-z])/)).toEqual([]);
    expect(places(/\{ (name|path)(: [^,{}]+)?, message: [`'"]/)).toEqual([]);
  });
});

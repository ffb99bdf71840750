import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { sql } from 'kysely';
import { contributeLibrary } from '#test/contribute.ts';
import { verifyDatabase } from '../log/verify.ts';

const { db, ask, answer, demo, person } = await contributeLibrary();
const focal = await demo('fao-focal-point');
const publisher = await demo('fao-publisher');
const itu = await demo('itu-publisher');
const secretariat = await demo('secretariat');
const member = await demo('member');

const result =
  '{ __typename ... on EditionSaved { edition { id edits edition organization publishedAt source differences { part id change before after } } } ... on InvalidInput { fields { name message code } } }';
const begin = `mutation ($from: ID!, $edition: String!, $organization: String, $key: String!) { beginEdition(from: $from, edition: $edition, organization: $organization, key: $key) ${result} }`;
const save = `mutation ($id: ID!, $edits: Int!, $source: String!) { saveEdition(id: $id, edits: $edits, source: $source) ${result} }`;
const publish = `mutation ($id: ID!, $edits: Int!) { publishEdition(id: $id, edits: $edits, audience: OWNERS) ${result} }`;
const { instruments } = await ask(null, '{ instruments(instrument: "jiu-matrix") { id edition } }');
const from = instruments[0].id as string;
type File = { questions: { id: string; text: string; options: unknown[] }[]; layers: { rules: { id: string; when?: unknown; outcome: string }[] }[] };

it('makes a new edition of an organization, checked, compared and then frozen', async () => {
  const given = { from, edition: 'cash 1', organization: 'fao', key: 'edition-fao' };
  const { edition } = (await ask(focal, begin, given)).beginEdition;
  expect((await ask(focal, begin, given)).beginEdition.edition.id).toBe(edition.id);
  const content = parse(edition.source) as File;
  Object.assign(content.questions[0] ?? {}, { text: 'Is a common register of plots needed?' });
  const saved = (await ask(focal, save, { id: edition.id, edits: 1, source: stringify(content) })).saveEdition.edition;
  expect(saved.differences).toEqual([
    {
      part: 'question',
      id: 'table-1-q1',
      change: 'CHANGED',
      before: expect.stringContaining('Is a common system needed'),
      after: 'Is a common register of plots needed?',
    },
  ]);
  expect((await ask(focal, save, { id: edition.id, edits: 1, source: stringify(content) })).saveEdition.fields[0].code).toBe('STALE');
  // Nobody else sees a draft, and what an organization made for itself only its people.
  const see = `{ instrument(instrument: "jiu-matrix", edition: "fao cash 1") { edition } }`;
  expect([await ask(itu, see), await ask(focal, see)]).toEqual([{ instrument: null }, { instrument: { edition: 'fao cash 1' } }]);
  // Who wrote on it does not publish it, also when somebody else saved it without a change.
  expect((await ask(publisher, save, { id: edition.id, edits: 2, source: saved.source })).saveEdition.edition.edits).toBe(2);
  expect((await ask(focal, publish, { id: edition.id, edits: 2 })).publishEdition.fields[0].code).toBe('OWN_EDITION');
  expect((await ask(publisher, publish, { id: edition.id, edits: 2 })).publishEdition.edition.publishedAt).not.toBeNull();
  expect((await ask(focal, save, { id: edition.id, edits: 2, source: stringify(content) })).saveEdition.fields[0].code).toBe('PUBLISHED');
  expect(await ask(itu, see)).toEqual({ instrument: null });
  // Readers go on with the edition that is for everybody.
  expect((await ask(null, '{ instrument(instrument: "jiu-matrix") { edition } }')).instrument.edition).toBe('2');
});

it('is taken out of use with a reason, and tells no other organization of its name', async () => {
  const begun = async (user: typeof focal, organization: string | null, edition: string) =>
    (await ask(user, begin, { from, edition, organization, key: `${organization} ${edition}` })).beginEdition;
  const one = (await begun(focal, 'fao', 'seeds')).edition;
  // Another organization may have the same name, and what is for everybody may not look like one of an organization.
  expect((await begun(itu, 'itu', 'seeds')).edition.edition).toBe('itu seeds');
  expect((await begun(publisher, 'fao', 'seeds')).fields[0].code).toBe('EDITION_EXISTS');
  expect((await begun(secretariat, null, 'fao seeds')).fields[0].code).toBe('EDITION_OF_ORGANIZATION');
  expect((await begun(secretariat, null, 'FAO next')).fields[0].code).toBe('EDITION_OF_ORGANIZATION');
  await ask(publisher, publish, { id: one.id, edits: 1 });
  const withdraw = `mutation ($id: ID!, $reason: String!) { withdrawEdition(id: $id, reason: $reason) ${result} }`;
  expect((await ask(focal, withdraw, { id: one.id, reason: ' ' })).withdrawEdition.fields[0].code).toBe('EDITION_REASON');
  expect((await ask(itu, withdraw, { id: one.id, reason: 'Wrong.' })).withdrawEdition.fields[0].code).toBe('NO_EDITION');
  expect((await answer(await person('Some member', 'MEMBER', 'fao'), withdraw, { id: one.id, reason: 'Wrong.' })).errors?.[0]?.extensions?.code).toBe(
    'FORBIDDEN',
  );
  const create = `mutation ($key: String!) { createAssessment(instrument: "jiu-matrix", edition: "fao seeds", title: "Seeds", organization: "fao", answers: [], key: $key) { ... on AssessmentSaved { assessment { id } } ... on InvalidInput { fields { code } } } }`;
  const run = (await ask(focal, create, { key: 'before' })).createAssessment.assessment;
  await ask(focal, withdraw, { id: one.id, reason: 'Question 3 was wrong.' });
  expect((await ask(focal, `{ instrument(instrument: "jiu-matrix", edition: "fao seeds") { withdrawnReason withdrawnAt } }`)).instrument).toEqual({
    withdrawnReason: 'Question 3 was wrong.',
    withdrawnAt: expect.any(String),
  });
  expect((await ask(focal, create, { key: 'after' })).createAssessment.fields[0].code).toBe('EDITION_WITHDRAWN');
  expect((await ask(focal, 'query ($id: ID!) { assessment(id: $id) { edition { edition } } }', run)).assessment.edition.edition).toBe('fao seeds');
  const copy = `mutation ($id: ID!) { copyAssessment(id: $id, title: "Again", organization: "fao", key: "again") { ... on InvalidInput { fields { code } } } }`;
  expect((await ask(focal, copy, run)).copyAssessment.fields[0].code).toBe('EDITION_WITHDRAWN');
  // Repeated it changes nothing, and what was said stays.
  await ask(publisher, withdraw, { id: one.id, reason: 'Another reason.' });
  const seen = async () => (await ask(focal, `{ instrument(instrument: "jiu-matrix", edition: "fao seeds") { withdrawnReason returnedReason } }`)).instrument;
  expect(await seen()).toEqual({ withdrawnReason: 'Question 3 was wrong.', returnedReason: null });
  for (const set of ['withdrawn_at = NULL', "withdrawn_reason = 'x'", `returned_at = now(), returned_by = withdrawn_by, returned_reason = 'x'`])
    await expect(sql`UPDATE instrument_edition SET ${sql.raw(set)} WHERE id = ${one.id}::uuid`.execute(db)).rejects.toThrow('never changes');
  // One person takes it out; another one can bring it back, and it can go again.
  const bringBack = `mutation ($id: ID!, $reason: String!) { returnEdition(id: $id, reason: $reason) ${result} }`;
  expect((await ask(focal, bringBack, { id: one.id, reason: 'It was right.' })).returnEdition.fields[0].code).toBe('OWN_WITHDRAWAL');
  for (const reason of [' ', '\u200b']) expect((await ask(publisher, bringBack, { id: one.id, reason })).returnEdition.fields[0].code).toBe('MISSING');
  expect((await ask(itu, bringBack, { id: one.id, reason: 'x' })).returnEdition.fields[0].code).toBe('NO_EDITION');
  expect((await answer(await person('Another member of FAO', 'MEMBER', 'fao'), bringBack, { id: one.id, reason: 'x' })).errors?.[0]?.extensions?.code).toBe(
    'FORBIDDEN',
  );
  await ask(publisher, bringBack, { id: one.id, reason: 'Question 3 was right after all.' });
  expect(await seen()).toEqual({ withdrawnReason: null, returnedReason: 'Question 3 was right after all.' });
  expect((await ask(focal, create, { key: 'back' })).createAssessment.assessment.id).toBeTruthy();
  await ask(publisher, bringBack, { id: one.id, reason: 'Again.' });
  expect((await seen()).returnedReason).toBe('Question 3 was right after all.');
  await ask(publisher, withdraw, { id: one.id, reason: 'There is a newer one.' });
  expect(await seen()).toEqual({ withdrawnReason: 'There is a newer one.', returnedReason: null });
  // A request that comes twice has its first answer, whatever became of the edition since.
  expect((await ask(focal, create, { key: 'before' })).createAssessment.assessment.id).toBe(run.id);
  const { rows } = await sql<{ kind: string }>`SELECT kind FROM log_entry WHERE body LIKE ${`%${one.id}%`} ORDER BY sequence`.execute(db);
  expect(rows.map(({ kind }) => kind)).toEqual(['EDITION_PUBLISHED', 'EDITION_WITHDRAWN', 'EDITION_RETURNED', 'EDITION_WITHDRAWN']);
  expect((await verifyDatabase(db)).faults).toEqual([]);
});

it('refuses by name what has an open path, a rule out of reach, or is no edition', async () => {
  const { edition } = (await ask(secretariat, begin, { from, edition: '7', key: 'edition-7' })).beginEdition;
  const content = parse(edition.source) as File;
  content.layers[0]?.rules.unshift({
    id: 'always',
    when: { any: [{ question: 'table-1-q1', is: ['yes'] }, { open: ['table-1-q1'] }, { question: 'table-1-q1', is: ['no', 'no-special-case'] }] },
    outcome: 'an-option',
  });
  const faults = (await ask(secretariat, save, { id: edition.id, edits: 1, source: JSON.stringify(content) })).saveEdition.fields as { message: string }[];
  expect(faults.length).toBe(8);
  expect(faults[0]?.message).toContain('Rule “no-shared-system” of layer “layer-1” is unreachable');
  for (const source of ['{{{', 'a: &a [1]\nb: *a', 'nothing: here', 'x'.repeat(400_001)])
    expect((await ask(secretariat, save, { id: edition.id, edits: 1, source })).saveEdition.fields.length).toBeGreaterThan(0);
  expect((await ask(secretariat, begin, { from, edition: '1', key: 'edition-1' })).beginEdition.fields[0].name).toBe('edition');
});

it('is for focal points and publishers of an organization, and the secretariat for everybody', async () => {
  for (const [user, organization] of [
    [member, 'wfp'],
    [focal, null],
    [focal, 'itu'],
  ] as const)
    expect((await answer(user, begin, { from, edition: 'X', organization, key: 'edition-x' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await answer(null, 'mutation { checkEdition(source: "x") { message } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

it('leaves everybody an edition that can be used', async () => {
  const withdraw = `mutation ($id: ID!, $reason: String!) { withdrawEdition(id: $id, reason: $reason) ${result} }`;
  const { instruments: all } = await ask(null, '{ instruments { id instrument organization } }');
  const only = all.find((one: { instrument: string }) => one.instrument === 'digital-public-good');
  expect((await ask(secretariat, withdraw, { id: only.id, reason: 'Old.' })).withdrawEdition.fields[0].code).toBe('LAST_EDITION');
  expect((await ask(null, '{ instrument(instrument: "digital-public-good") { withdrawnAt } }')).instrument).toEqual({ withdrawnAt: null });
});

it('stays a text of its writers when it is begun anew from their draft', async () => {
  const one = (await ask(focal, begin, { from, edition: 'first', organization: 'fao', key: 'chain 1' })).beginEdition.edition;
  const two = (await ask(publisher, begin, { from: one.id, edition: 'second', organization: 'fao', key: 'chain 2' })).beginEdition.edition;
  for (const user of [focal, publisher]) expect((await ask(user, publish, { id: two.id, edits: 1 })).publishEdition.fields[0].code).toBe('OWN_EDITION');
});

it('lets no sign pass that is spelt as an escape', async () => {
  const { source } = (await ask(null, '{ instrument(instrument: "jiu-matrix") { source } }')).instrument;
  const codes = async (text: string) =>
    (
      await ask(focal, 'mutation ($source: String!) { checkEdition(source: $source) { code } }', { source: source.replace(/^title: .*$/m, `title: ${text}`) })
    ).checkEdition.map(({ code }: { code: string }) => code);
  for (const text of ['"a\\0b"', '"a\\x1bb"', '"a\\ab"', '"a\\ufffeb"']) expect([text, await codes(text)]).toEqual([text, ['SIGN']]);
  // Half a surrogate is mended, as everywhere.
  expect(await codes('"a\\ud800b"')).toEqual([]);
});

it('is read apart from everything else, however many signs of it are wrong', async () => {
  const check = async (source: string) =>
    (await ask(focal, 'mutation ($source: String!) { checkEdition(source: $source) { code message } }', { source })).checkEdition[0];
  for (const source of [
    ']'.repeat(199_990),
    `[${','.repeat(199_980)}]`,
    `"${'\\z'.repeat(90_000)}"`,
    '%'.repeat(199_990),
    '? '.repeat(90_000),
    '!<'.repeat(90_000),
  ]) {
    // Whoever asks meanwhile is answered first.
    const order: string[] = [];
    const checked = check(source).then((fault) => {
      order.push('checked');
      return fault;
    });
    await ask(null, '{ viewerCanAdapt }').then(() => order.push('answered'));
    const fault = await checked;
    expect(order).toEqual(['answered', 'checked']);
    expect(fault?.code).toMatch(/^EDITION_(SYNTAX|DEEP|LARGE|HEAVY)$/);
    if (fault?.code === 'EDITION_SYNTAX') expect(fault.message).toMatch(/at line \d+, column \d+/);
  }
}, 60_000);

it('is read within bounds, whatever is sent as one', async () => {
  const check = async (source: string) =>
    (await ask(focal, 'mutation ($source: String!) { checkEdition(source: $source) { code } }', { source })).checkEdition[0]?.code;
  const shipped = parse((await ask(null, '{ instrument(instrument: "jiu-matrix") { source } }')).instrument.source) as {
    questions: { id: string }[];
    layers: { rules: { when?: unknown }[] }[];
  };
  const withRule = (when: unknown) => {
    const content = structuredClone(shipped);
    (content.layers[0]?.rules[0] as { when?: unknown }).when = when;
    return JSON.stringify(content);
  };
  const ids = shipped.questions.map(({ id }) => id);
  // Keys are compared once each, nesting ends in words, and what is too much is refused before it is looked at.
  expect(await check(`{${Array.from({ length: 30_000 }, (_, at) => `a${at}`).join(',')}}`)).toMatch(/^EDITION_(LARGE|HEAVY)$/);
  expect(await check('a: 1\nb: 2\na: 3')).toBe('EDITION_KEY');
  expect(await check('['.repeat(150_000))).toMatch(/^EDITION_(DEEP|SYNTAX|LARGE|HEAVY)$/);
  expect(await check(withRule({ open: Array.from({ length: 5_000 }, () => ids[0]) }))).toMatch(/^(EDITION_LARGE|TOO_MANY_ITEMS|TOO_LONG|INVALID|AT_MOST)/);
  const pair = {
    all: [
      { question: ids[0], is: ['yes'] },
      { question: ids[1], is: ['no'] },
    ],
  };
  expect(await check(withRule({ any: Array.from({ length: 60 }, () => ({ all: [pair, pair, pair, pair] })) }))).toBe('EDITION_LARGE');
  expect((await answer(member, 'mutation { checkEdition(source: "x") { code } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

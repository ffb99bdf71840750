import { describe, expect, it } from 'vitest';
import { cite, contributeLibrary } from '#test/contribute.ts';
import type { User } from '../accounts/user.ts';
import { reminderRound } from './reminders.ts';

// Whatever tells of a draft (content, what was before, differences, faults, decisions, reasons, sources, remarks, titles,
// mails) keeps to who may see the section, and the record, that it is about. "zqowners" marks what is for owners only.

const { db, pool, ask, answer, demo, person, submit: submitDraft, accept, mails } = await contributeLibrary();
const submit = async (user: User, draft: { id: string; edits: number }) => {
  const result = await submitDraft(user, draft);
  expect(result.__typename, JSON.stringify(result)).toBe('DraftSaved');
};
const [author, publisher, itu, secretariat] = [
  await demo('fao-focal-point'),
  await demo('fao-publisher'),
  await demo('itu-publisher'),
  await demo('secretariat'),
];

const source = (slug: string, title: string) => ({ slug, title, author: 'Somebody', summary: 'A document.', audience: 'PUBLIC', language: 'en' });
const citing = (of: string) => [{ source: of, place: of === cite[0]?.source ? 'para 50' : 'page 1' }];
const fact = (text: string, of: string = cite[0]?.source as string) => ({ text, cite: citing(of), certainty: 'STATED' });
/** The source that only what is closed cites. */
const audit = citing('zqowners-audit');
const project = (title: string, more: Record<string, unknown> = {}) => ({
  title,
  origin: 'CONTRIBUTED',
  summary: { text: 'A made project.', cite, certainty: 'STATED' },
  uses: ['OTHER'],
  owners: ['FAO'],
  scope: 'GLOBAL',
  audience: 'PUBLIC',
  language: 'en',
  countries: [],
  stages: [{ stage: 'PILOT', text: 'Made.', cite, certainty: 'STATED' }],
  ledger: { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' }, offChain: [], keyCustody: [] },
  ...more,
});
const everything = `{ id title state content sources reason before differences { path label before after } faults { name message } similar { record { title } }
  reviews { state comment decisions { field reason } } comments { field text } record { title } }`;
/** The same in parts that can be asked of many drafts at once; of what is similar nobody may. */
const inLists = [
  '{ id title state content sources reason reviews { state comment decisions { field reason } } comments { field text } record { title } }',
  '{ id before faults { name message } }',
  '{ id differences { path label before after } }',
];
/** All that a person gets to know of a draft: by its address, in their lists, in mails. */
const known = async (user: User, id: string): Promise<string> => {
  const one = await ask(user, `query ($id: ID!) { draft(id: $id) ${everything} }`, { id });
  const lists = ['myWork { drafts DRAFT }', 'myWork { toReview { comment draft DRAFT } }', 'reviews { draft DRAFT }'];
  if (user.id === secretariat.id) lists.push('reviews(escalated: true) { comment decisions { reason } draft DRAFT }');
  const listed = [];
  for (const list of lists)
    for (const [index, part] of inLists.entries())
      listed.push(
        await ask(user, `{ ${list.replace('DRAFT', part)} }`).catch((error: Error) => {
          // A long list gives no more than the first part.
          if (index === 0 || !error.message.includes('too much at once')) throw error;
        }),
      );
  return JSON.stringify([one, listed, await mails(user.email)]);
};
const saveWhole = async (user: User, variables: Record<string, unknown>) =>
  (
    await ask(
      user,
      `mutation ($id: ID, $kind: Kind, $slug: String, $organization: String, $content: JSON, $sources: JSON, $edits: Int, $key: String, $reason: String) {
        saveDraft(id: $id, kind: $kind, slug: $slug, organization: $organization, content: $content, sources: $sources, edits: $edits, key: $key, reason: $reason) {
          __typename ... on DraftSaved { draft { id edits content } } ... on InvalidInput { fields { name message } } } }`,
      variables,
    )
  ).saveDraft.draft;
const remark = (user: User, draft: string, text: string, field: string | null = null) =>
  ask(user, 'mutation ($draft: ID!, $text: String!, $field: String) { comment(draft: $draft, text: $text, field: $field) { __typename } }', {
    draft,
    text,
    field,
  });
const giveBack = (user: User, draft: string, round: number, fields: [field: string, reason: string][], comment = '') =>
  ask(
    user,
    `mutation ($draft: ID!, $round: Int!, $fields: [FieldDecisionInput!], $comment: String) {
      decide(draft: $draft, organization: "fao", round: $round, outcome: RETURNED, fields: $fields, comment: $comment) { __typename ... on InvalidInput { fields { name message } } } }`,
    { draft, round, comment, fields: fields.map(([field, reason]) => ({ field, decision: 'RETURNED', reason })) },
  );

/** Sections of each form: a field, one inside another, items of a list, and an optional one. */
const closedSections: [section: string, field: string, content: Record<string, unknown>][] = [
  ['participants', 'participants[0].responsibility', { participants: [{ name: 'zqowners firm', role: 'zqowners role', cite: audit, certainty: 'STATED' }] }],
  [
    'keyCustody',
    'ledger.keyCustody[0].text',
    { ledger: { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' }, offChain: [], keyCustody: [fact('zqowners key', 'zqowners-audit')] } },
  ],
  [
    'WHAT_ENDED_IT',
    'statements[1].text',
    {
      statements: [
        { section: 'CODE', ...fact('The code is open.') },
        { section: 'WHAT_ENDED_IT', ...fact('zqowners end', 'zqowners-audit') },
      ],
    },
  ],
  ['contacts', 'contacts[0].email', { contacts: [{ name: 'zqowners name', email: 'zqowners@example.org' }] }],
];

describe.each(closedSections)('of a draft whose %s are for its owners', (section, field, content) => {
  const made = () =>
    saveWhole(author, {
      kind: 'PROJECT',
      organization: 'fao',
      key: section,
      reason: 'zqowners: why it was closed',
      sources: [source('zqowners-audit', 'zqowners audit')],
      content: project(`Closed ${section}`, { ...content, audiences: { [section]: 'OWNERS' } }),
    });

  it('the secretariat learns nothing, its owners everything', async () => {
    const draft = await made();
    await submit(author, draft);
    await remark(author, draft.id, 'zqowners remark', field);
    await remark(author, draft.id, 'zqowners remark on all of it');
    await remark(author, draft.id, 'Open remark', 'summary.text');
    await giveBack(
      publisher,
      draft.id,
      1,
      [
        [field, 'zqowners reason'],
        ['summary.text', 'Open reason'],
      ],
      'zqowners comment on all of it',
    );
    const seen = await known(secretariat, draft.id);
    expect(seen).toContain(`Closed ${section}`);
    expect(seen).toContain('Open remark');
    expect(seen).toContain('Open reason');
    expect(seen.toLowerCase()).not.toContain('zqowners');
    const own = await known(publisher, draft.id);
    for (const word of ['zqowners remark', 'zqowners reason', 'zqowners comment', 'zqowners: why', 'zqowners audit']) expect(own).toContain(word);
    // Brought into the open later, what was said of it before is still for those who saw it.
    const next = await saveWhole(author, { id: draft.id, edits: draft.edits, content: { ...draft.content, title: `Still closed ${section}` } });
    await submit(author, next);
    expect((await known(secretariat, draft.id)).toLowerCase()).not.toContain('zqowners');
    await ask(author, 'mutation ($id: ID!) { withdrawDraft(id: $id) { __typename } }', { id: draft.id });
  });
});

it('names a fault in a hidden section to who sees it, and to others only that there is one', async () => {
  const content = project('With a hidden fault', {
    contacts: [{ name: 'zqowners name', email: 'zqowners is no address' }],
    engagements: [{ vendor: 'zqowners-vendor', role: 'Builder', cite, certainty: 'STATED' }],
    audiences: { contacts: 'OWNERS', engagements: 'OWNERS' },
  });
  const draft = await saveWhole(author, { kind: 'PROJECT', organization: 'fao', key: 'hidden-fault', content: { ...content, contacts: [] } });
  const faulty = { ...content, engagements: content['engagements' as never] };
  await pool.query("UPDATE draft SET content = $1, state = 'SUBMITTED', round = 1 WHERE id = $2", [JSON.stringify(faulty), draft.id]);
  await pool.query("INSERT INTO review (draft_id, round, organization_id) SELECT $1, 1, id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'fao'", [
    draft.id,
  ]);
  const faults = async (user: User) => (await ask(user, 'query ($id: ID!) { draft(id: $id) { faults { name message } } }', { id: draft.id })).draft.faults;
  expect(JSON.stringify(await faults(author))).toContain('contacts.0.email');
  const seen = await faults(secretariat);
  expect(seen.map((one: { name: string }) => one.name)).toEqual(['content']);
  expect(JSON.stringify(seen)).not.toContain('zqowners');
  const second = await person('A deciding secretary', 'SECRETARIAT', null);
  const decided = await answer(
    second,
    'mutation ($d: ID!) { decide(draft: $d, organization: "fao", round: 1, outcome: ACCEPTED) { ... on InvalidInput { fields { name message } } } }',
    { d: draft.id },
  );
  expect(JSON.stringify(decided)).not.toContain('zqowners');
  expect(decided.data?.['decide'].fields[0].name).toBe('content');
});

it('keeps from the secretariat and from an owner to come a whole record that is for its owners, its title in lists and mails too', async () => {
  const content = project('zqowners title', { audience: 'OWNERS', summary: fact('zqowners summary') });
  const draft = await saveWhole(author, { kind: 'PROJECT', organization: 'fao', key: 'whole', reason: 'zqowners reason', content });
  await submit(author, draft);
  await remark(author, draft.id, 'zqowners remark');
  await pool.query("UPDATE review SET created_at = now() - interval '8 days' WHERE draft_id = $1", [draft.id]);
  await reminderRound(db, 'https://library.example.org');
  const seen = await known(secretariat, draft.id);
  expect(seen).toContain('A project for its owners only');
  expect(seen).toContain('Without an answer for a week');
  expect(seen.toLowerCase()).not.toContain('zqowners');
  expect((await mails(publisher.email)).map((mail) => mail.subject)).toContain('Please look at a change: zqowners title');
  await accept(publisher, draft.id, 'fao', 1);
  expect((await known(secretariat, draft.id)).toLowerCase()).not.toContain('zqowners');

  // An organization that is to own it too is asked, and sees it once the owners of today have let it in.
  const { slug } = await db.selectFrom('record').select('slug').where('title', '=', 'zqowners title').executeTakeFirstOrThrow();
  const next = await saveWhole(author, { kind: 'PROJECT', slug, key: 'whole-2' });
  const shared = await saveWhole(author, { id: next.id, edits: next.edits, content: { ...next.content, owners: ['FAO', 'ITU'] } });
  await submit(author, shared);
  const ituSees = await known(itu, next.id);
  expect(ituSees.toLowerCase()).not.toContain('zqowners');
  expect(ituSees).toContain('owners');
  await accept(itu, next.id, 'itu', 1);
  await accept(publisher, next.id, 'fao', 1);
  expect((await ask(itu, 'query ($slug: String!) { project(slug: $slug) { title } }', { slug })).project.title).toBe('zqowners title');
  // What is past its date is listed for the secretariat without its words.
  await pool.query('UPDATE record SET verify_by = CURRENT_DATE - 60 WHERE slug = $1', [slug]);
  const stale = JSON.stringify(await ask(secretariat, '{ staleRecords(days: 30) { title kind owners record { title } } }'));
  expect(stale).toContain('A project for its owners only');
  expect(stale).not.toContain('zqowners');
});

it('shows what was before under the audiences of today', async () => {
  const open = project('Closed since', { figures: [{ label: 'zqowners cost', value: '5', cite, certainty: 'STATED' }] });
  const first = await saveWhole(author, { kind: 'PROJECT', organization: 'fao', key: 'since', content: open });
  await submit(author, first);
  await accept(publisher, first.id, 'fao', 1);
  // A draft of version 1, submitted while the section is open, and the section closed meanwhile.
  const old = await saveWhole(author, { kind: 'PROJECT', slug: 'closed-since', key: 'since-old' });
  const changed = await saveWhole(author, { id: old.id, edits: old.edits, content: { ...old.content, alsoKnownAs: ['Another'], figures: [] } });
  await submit(author, changed);
  expect(await known(secretariat, old.id)).toContain('zqowners cost');
  const close = await saveWhole(author, { kind: 'PROJECT', slug: 'closed-since', key: 'since-close' });
  const closing = await saveWhole(author, {
    id: close.id,
    edits: close.edits,
    content: { ...close.content, audiences: { figures: 'OWNERS' } },
    reason: 'zqowners reason',
  });
  await submit(author, closing);
  await accept(publisher, close.id, 'fao', 1);
  const seen = await ask(secretariat, 'query ($id: ID!) { draft(id: $id) { content before differences { path before } } }', { id: old.id });
  expect(JSON.stringify(seen)).not.toContain('zqowners');
  expect(seen.draft.differences.map((one: { path: string }) => one.path)).toEqual(['alsoKnownAs[0]']);
  expect(await known(publisher, old.id)).toContain('zqowners cost');
});

it('keeps the reason of a version to those who see all that it changed', async () => {
  const first = await saveWhole(author, { kind: 'PROJECT', organization: 'fao', key: 'reasons', content: project('With reasons'), reason: 'An open reason.' });
  await submit(author, first);
  await accept(publisher, first.id, 'fao', 1);
  const next = await saveWhole(author, { kind: 'PROJECT', slug: 'with-reasons', key: 'reasons-2' });
  const money = [{ label: 'Budget', amount: 5, currency: 'USD', cite, certainty: 'STATED' }];
  const closed = await saveWhole(author, {
    id: next.id,
    edits: next.edits,
    reason: 'zqsystem: the budget was cut.',
    content: { ...next.content, fundingAmounts: money },
  });
  await submit(author, closed);
  await accept(publisher, next.id, 'fao', 1);
  const reasons = async (user: User | null) =>
    (await ask(user, '{ history(kind: PROJECT, slug: "with-reasons") { reason } }')).history.map((one: { reason: string }) => one.reason);
  expect(await reasons(null)).toEqual(['', 'An open reason.']);
  expect(await reasons(itu)).toEqual(['zqsystem: the budget was cut.', 'An open reason.']);
});

it('gives a new source the audience of what cites it', async () => {
  const content = project('With sources', {
    keyCustody: undefined,
    ledger: {
      platforms: [],
      access: { value: 'PUBLIC', cite, certainty: 'STATED' },
      offChain: [fact('For the system.', 'zqsystem-note')],
      keyCustody: [fact('For owners.', 'zqowners-note')],
    },
    statements: [{ section: 'CODE', ...fact('For all.', 'open-note') }],
    audiences: { offChain: 'UN_SYSTEM', keyCustody: 'OWNERS' },
  });
  const sources = [source('open-note', 'An open note'), source('zqsystem-note', 'zqsystem note'), source('zqowners-note', 'zqowners note')];
  const draft = await saveWhole(author, { kind: 'PROJECT', organization: 'fao', key: 'sources', content, sources });
  await submit(author, draft);
  expect((await accept(publisher, draft.id, 'fao', 1)).draft.state).toBe('LIVE');
  const titles = async (user: User | null) =>
    JSON.stringify(
      await ask(
        user,
        '{ sources(first: 100) { edges { node { title } } } project(slug: "with-sources") { ledger { keyCustody { citations { source { title } } } offChain { citations { source { title } } } } } }',
      ),
    );
  expect(await titles(null)).toContain('An open note');
  expect(await titles(null)).not.toMatch(/zqsystem|zqowners/);
  expect(await titles(itu)).toContain('zqsystem note');
  expect(await titles(itu)).not.toContain('zqowners');
  expect(await titles(publisher)).toMatch(/zqsystem note.*zqowners note|zqowners note.*zqsystem note/);
  // Another entry with a source of the same name learns nothing of it, and gets its own.
  const other = project('With a source of the same name', { owners: ['ITU'], statements: [{ section: 'CODE', ...fact('For all.', 'zqowners-note') }] });
  const missing = await saveWhole(itu, { kind: 'PROJECT', organization: 'itu', key: 'same', content: other });
  const absent = await saveWhole(itu, {
    kind: 'PROJECT',
    organization: 'itu',
    key: 'none',
    content: JSON.parse(JSON.stringify(other).replace('zqowners-note', 'nothing-note')),
  });
  const faultsOf = async (id: string) =>
    JSON.stringify((await ask(itu, 'query ($id: ID!) { draft(id: $id) { faults { name message } } }', { id })).draft.faults);
  expect((await faultsOf(missing.id)).replace('zqowners-note', 'nothing-note')).toBe(await faultsOf(absent.id));
  const own = await saveWhole(itu, { id: missing.id, edits: missing.edits, content: other, sources: [source('zqowners-note', 'A note of ITU')] });
  const second = await person('ITU second publisher', 'PUBLISHER', 'itu');
  await submit(itu, own);
  expect((await accept(second, missing.id, 'itu', 1)).draft.state).toBe('LIVE');
  const shown = await ask(null, '{ project(slug: "with-a-source-of-the-same-name") { statements { citations { source { title } } } } }');
  expect(shown.project.statements).toEqual([{ citations: [{ source: { title: 'A note of ITU' } }] }]);
});

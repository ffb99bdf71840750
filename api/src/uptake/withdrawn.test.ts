import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#test/ask.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { given } from '#test/uptake.ts';
import { findUser, grantMembership } from '../accounts/memberships.ts';
import type { User } from '../accounts/user.ts';
import { addDays, utcToday } from './state.ts';
import type { Evidence } from './evidence.ts';
import { reportUptake, type Written } from './write.ts';

const { services, db, person, ask, answer, save, submit, accept } = await contributeLibrary();
services.accounts.settings.filesDir = await mkdtemp(join(tmpdir(), 'atrium-withdrawn-'));
afterAll(() => rm(services.accounts.settings.filesDir, { recursive: true, force: true }));
const app = await testApp(services);
const focal = await person('Focal', 'FOCAL_POINT', 'fao');
const publisher = await person('Publisher', 'PUBLISHER', 'fao');
const member = await person('Member', 'MEMBER', 'fao');
const secretariat = await person('Secretariat', 'SECRETARIAT', null);
const itu = await person('Itu', 'PUBLISHER', 'itu');

let sent = 0;
const upload = async (user: User, text: string, fields: Record<string, string> = {}): Promise<string> => {
  const form = new FormData();
  form.set('file', new File([`%PDF-1.4\n1 0 obj << /Title (${text}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`], `${text}.pdf`));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Request('http://localhost:3000/files', { method: 'POST', body: form });
  const made = await app.inject({
    method: 'POST',
    url: '/files',
    remoteAddress: `10.9.0.${++sent}`,
    headers: { 'content-type': request.headers.get('content-type') ?? '', 'x-person': user.id },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(made.statusCode, made.body).toBe(201);
  return made.json().file;
};
const open = async (user: User | null, hash: string) => (await app.inject({ url: `/files/${hash}`, headers: user ? { 'x-person': user.id } : {} })).statusCode;
const readers: [string, User | null][] = [
  ['public', null],
  ['itu', itu],
  ['member', member],
  ['focal', focal],
  ['publisher', publisher],
  ['secretariat', secretariat],
];
const opens = async (hash: string) => {
  const seen: string[] = [];
  for (const [name, user] of readers) if ((await open(user, hash)) === 200) seen.push(name);
  return seen;
};
const everybody = readers.map(([name]) => name);
const faoAndSecretariat = ['member', 'focal', 'publisher', 'secretariat'];

const report = async (recommendation: string, evidence: Partial<Evidence>[], user = focal): Promise<string> => {
  const written = await reportUptake(db, user, {
    cell: { recommendation, organization: 'fao' },
    given: given({ evidence: evidence as Evidence[], source: 'BOARD_DOCUMENT', sourceReference: 'FC 194/14' }),
    idempotencyKey: `withdrawn-${recommendation}-${++sent}`,
  });
  expect(written).toMatchObject({ entryId: expect.any(String) });
  return (written as Written).entryId;
};
const RESULT =
  '__typename ... on UptakeReported { repeated entry { id enteredAs withdrawnAs withdrawalReason } } ... on InvalidInput { fields { name message } }';
const confirm = async (user: User, entry: string) =>
  (await ask(user, `mutation ($entry: ID!) { confirmUptake(entry: $entry) { ${RESULT} } }`, { entry })).confirmUptake;
const request = async (user: User, entry: string, reason: string) =>
  (await ask(user, `mutation ($entry: ID!, $reason: String!) { withdrawUptake(entry: $entry, reason: $reason) { ${RESULT} } }`, { entry, reason }))
    .withdrawUptake;
const answerRequest = async (user: User, entry: string, agree: boolean, reason: string | null = null) =>
  await answer(
    user,
    `mutation ($entry: ID!, $agree: Boolean!, $reason: String) { answerWithdrawal(entry: $entry, agree: $agree, reason: $reason) { ${RESULT} } }`,
    {
      entry,
      agree,
      reason,
    },
  );
/** Withdraws; where a second person has to agree, one of the organization does. */
const withdraw = async (user: User, entry: string, reason: string) => {
  const done = await request(user, entry, reason);
  if (done.__typename !== 'UptakeReported' || done.entry.withdrawnAs) return done;
  return (await answerRequest(user === focal ? publisher : focal, entry, true)).data?.['answerWithdrawal'];
};
const historyOf = async (user: User | null, recommendation: string, known: string | null = null) =>
  (
    await ask(
      user,
      'query ($recommendation: String!, $known: String) { uptakeCell(recommendation: $recommendation, organization: "fao", at: $known, asKnownOn: $known) { history { id withdrawn evidence { kind label url file recordSlug } } } }',
      { recommendation, known },
    )
  ).uptakeCell.history;

describe('evidence withdrawn is withdrawn', () => {
  it('is for the organization and the secretariat alone, and the history only names it', async () => {
    const file = await upload(focal, 'confidential');
    expect(await opens(file)).toEqual(['focal']);
    const entry = await report('1', [
      { kind: 'FILE', file, label: 'The annex', audience: 'PUBLIC' },
      { kind: 'FILE', file, audience: 'PUBLIC' },
      { kind: 'ADDRESS', address: 'https://zqplace.example/', audience: 'PUBLIC' },
      { kind: 'RECORD', recordKind: 'PROJECT', recordSlug: 'building-blocks', audience: 'PUBLIC' },
    ]);
    expect(await opens(file)).toEqual(everybody.slice(1));
    await confirm(publisher, entry);
    expect(await opens(file)).toEqual(everybody);
    expect(JSON.stringify(await historyOf(null, '1'))).toContain(file);

    await withdraw(publisher, entry, 'The wrong file, it is confidential.');
    expect(await opens(file)).toEqual(faoAndSecretariat);
    for (const user of [null, itu]) {
      const [shown] = await historyOf(user, '1');
      expect(shown.withdrawn).toBe(true);
      expect(shown.evidence.map((item: { label: string; url: string | null }) => [item.label, item.url])).toEqual([
        ['The annex', null],
        ['File', null],
        ['Address', null],
        ['Building Blocks', null],
      ]);
      expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${file}|zqplace|building-blocks`));
    }
    for (const user of [member, secretariat]) expect(JSON.stringify(await historyOf(user, '1'))).toContain(`/files/${file}`);
  });

  it('also on a day on which it was not withdrawn yet, in every file, and for who once uploaded it and is elsewhere now', async () => {
    const moved = await person('Moved', 'FOCAL_POINT', 'fao');
    const file = await upload(moved, 'of the past');
    const entry = await report('2', [{ kind: 'FILE', file, label: 'zqnamed', audience: 'PUBLIC' }], moved);
    await confirm(publisher, entry);
    // Recorded and confirmed a week ago, withdrawn today.
    await sql`ALTER TABLE uptake_entry DISABLE TRIGGER USER`.execute(db);
    await sql`ALTER TABLE uptake_confirmation DISABLE TRIGGER USER`.execute(db);
    const past = addDays(utcToday(), -7);
    await sql`UPDATE uptake_entry SET entered_on = ${past}::date WHERE id = ${entry}::uuid`.execute(db);
    await sql`UPDATE uptake_confirmation SET confirmed_on = ${past}::date WHERE entry_id = ${entry}::uuid`.execute(db);
    await sql`ALTER TABLE uptake_entry ENABLE TRIGGER USER`.execute(db);
    await sql`ALTER TABLE uptake_confirmation ENABLE TRIGGER USER`.execute(db);
    await withdraw(focal, entry, 'It was wrong.');
    const yesterday = addDays(utcToday(), -1);
    const [then] = await historyOf(null, '2', yesterday);
    expect([then.withdrawn, then.evidence]).toEqual([false, [{ kind: 'FILE', label: 'zqnamed', url: null, file: null, recordSlug: null }]]);
    for (const url of ['/uptake/organizations/fao.xlsx', '/uptake/organizations/fao.docx', '/uptake/organizations/fao.atom', '/uptake.xlsx'])
      expect((await app.inject({ url: `${url}?at=${yesterday}` })).rawPayload.includes(file), url).toBe(false);
    expect(await open(moved, file)).toBe(200);
    await db.deleteFrom('membership').where('personId', '=', moved.id).execute();
    expect(await open(await findUser(db, moved.id), file)).toBe(404);
    const wfp = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'wfp'`.execute(db);
    await db
      .transaction()
      .execute((trx) =>
        grantMembership(trx, { personId: moved.id, role: 'FOCAL_POINT', organizationId: wfp.rows[0]?.id ?? null, deputy: false, origin: 'GRANT' }, null),
      );
    expect(await open(await findUser(db, moved.id), file)).toBe(404);
  });

  it('stays open where another entry that stands names the same file', async () => {
    const file = await upload(focal, 'named twice');
    const [first, second] = [
      await report('4', [{ kind: 'FILE', file, audience: 'PUBLIC' }]),
      await report('4', [{ kind: 'FILE', file, audience: 'UN_SYSTEM' }]),
    ];
    await confirm(publisher, first);
    await confirm(publisher, second);
    expect(await opens(file)).toEqual(everybody);
    await withdraw(focal, first, 'It was for the UN system only.');
    expect(await opens(file)).toEqual(everybody.slice(1));
    await withdraw(focal, second, 'It was for us only.');
    expect(await opens(file)).toEqual(faoAndSecretariat);
    const third = await report('4', [{ kind: 'FILE', file, audience: 'PUBLIC' }], publisher);
    expect(await opens(file)).not.toContain('public');
    await confirm(focal, third);
    expect(await opens(file)).toEqual(everybody);
  });

  it('holds for files of drafts that are given up and of records that are archived, also for their uploader', async () => {
    const { draft } = await save(focal, { kind: 'LESSON', organization: 'fao', key: 'with-file', content: lessonOf('With a file') });
    const file = await upload(focal, 'attached', { draft: draft.id });
    const saved = await save(focal, { id: draft.id, edits: draft.edits, content: lessonOf('With a file', { attachments: [{ file, title: 'A file' }] }) });
    expect(await opens(file)).not.toContain('public');
    const submitted = await submit(focal, saved.draft);
    const live = await accept(publisher, draft.id, 'fao', submitted.draft.round);
    expect(live.draft.state).toBe('LIVE');
    expect(await opens(file)).toEqual(everybody);
    const { rows } = await sql<{ slug: string }>`SELECT slug FROM record WHERE kind = 'LESSON' AND title = 'With a file'`.execute(db);
    const slug = rows[0]?.slug;
    const archived = await ask(
      publisher,
      'mutation ($slug: String!) { archiveRecord(kind: LESSON, slug: $slug, reason: "Made for a check.") { __typename ... on InvalidInput { fields { message } } } }',
      { slug },
    );
    expect(archived.archiveRecord.__typename).toBe('RecordArchived');
    const still = await opens(file);
    for (const name of ['public', 'itu']) expect(still).not.toContain(name);

    const second = (await save(focal, { kind: 'LESSON', organization: 'fao', key: 'given-up', content: lessonOf('Given up') })).draft;
    const loose = await upload(focal, 'given up', { draft: second.id });
    await ask(focal, 'mutation ($id: ID!) { withdrawDraft(id: $id, discard: true) { __typename } }', { id: second.id });
    for (const name of ['public', 'itu', 'secretariat', 'member']) expect(await opens(loose)).not.toContain(name);
  });

  it('leaves an upload that belongs to nothing to its uploader, while that person writes for somebody', async () => {
    const leaving = await person('Leaving', 'FOCAL_POINT', 'fao');
    const file = await upload(leaving, 'belongs to nothing');
    expect([await open(leaving, file), await opens(file)]).toEqual([200, []]);
    await db.deleteFrom('membership').where('personId', '=', leaving.id).execute();
    expect(await open(leaving, file)).toBe(404);
  });

  it('holds for an entry of an organization or a recommendation that is no longer in the library', async () => {
    const file = await upload(focal, 'of a record that goes');
    await confirm(publisher, await report('7', [{ kind: 'FILE', file, audience: 'PUBLIC' }]));
    expect(await opens(file)).toEqual(everybody);
    await sql`UPDATE record SET archived_at = now() WHERE kind = 'RECOMMENDATION' AND content->>'number' = '7'`.execute(db);
    expect(await opens(file)).toEqual([]);
    await sql`UPDATE record SET archived_at = NULL WHERE kind = 'RECOMMENDATION' AND content->>'number' = '7'`.execute(db);
  });
});

describe('the role that is recorded is the one used', () => {
  const withRoles = async (name: string, roles: [Parameters<typeof person>[1], string | null, boolean?][]): Promise<User> => {
    const [[role, organization, deputy], ...more] = roles as [(typeof roles)[number], ...typeof roles];
    const made = await person(name, role, organization, deputy);
    for (const [next, where, second] of more) {
      const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ${where}`.execute(db);
      await db
        .transaction()
        .execute((trx) =>
          grantMembership(trx, { personId: made.id, role: next, organizationId: rows[0]?.id ?? null, deputy: second ?? false, origin: 'GRANT' }, null),
        );
    }
    return (await findUser(db, made.id)) as User;
  };
  it.each<[string, [Parameters<typeof person>[1], string | null, boolean?][], string, string, string]>([
    [
      'a focal point who is a member too',
      [
        ['MEMBER', 'fao'],
        ['FOCAL_POINT', 'fao'],
      ],
      'FOCAL_POINT',
      'FOCAL_POINT',
      'FOCAL_POINT',
    ],
    ['a publisher', [['PUBLISHER', 'fao']], 'PUBLISHER', 'PUBLISHER', 'PUBLISHER'],
    [
      'a member and publisher',
      [
        ['MEMBER', 'fao'],
        ['PUBLISHER', 'fao'],
      ],
      'PUBLISHER',
      'PUBLISHER',
      'PUBLISHER',
    ],
    ['the secretariat', [['SECRETARIAT', null]], 'SECRETARIAT', 'SECRETARIAT', 'SECRETARIAT'],
    [
      'a deputy',
      [
        ['MEMBER', 'fao'],
        ['FOCAL_POINT', 'fao', true],
      ],
      'FOCAL_POINT',
      'FOCAL_POINT',
      'FOCAL_POINT',
    ],
    [
      'the secretariat, who is a member there',
      [
        ['MEMBER', 'fao'],
        ['SECRETARIAT', null],
      ],
      'SECRETARIAT',
      'SECRETARIAT',
      'MEMBER',
    ],
    [
      'the secretariat, who buys there',
      [
        ['PROCUREMENT_OFFICER', 'fao'],
        ['SECRETARIAT', null],
      ],
      'SECRETARIAT',
      'SECRETARIAT',
      'SECRETARIAT',
    ],
    [
      'the secretariat, who is publisher elsewhere',
      [
        ['PUBLISHER', 'itu'],
        ['SECRETARIAT', null],
      ],
      'SECRETARIAT',
      'SECRETARIAT',
      'SECRETARIAT',
    ],
    [
      'a focal point of two',
      [
        ['FOCAL_POINT', 'itu'],
        ['MEMBER', 'fao'],
        ['PUBLISHER', 'fao'],
      ],
      'PUBLISHER',
      'PUBLISHER',
      'PUBLISHER',
    ],
  ])('of %s', async (name, roles, reports, withdraws, remarks) => {
    const user = await withRoles(name, roles);
    const entry = await report('3', [], user);
    const done = await withdraw(user, entry, 'A check.');
    expect([done.entry.enteredAs, done.entry.withdrawnAs]).toEqual([reports, withdraws]);
    await ask(
      user,
      'mutation ($key: String!) { commentOnCell(recommendation: "3", organization: "fao", text: "A remark.", idempotencyKey: $key) { __typename } }',
      { key: `remark-${user.id}` },
    );
    const { rows } = await sql<{ as: string }>`SELECT written_as AS as FROM uptake_comment WHERE written_by = ${user.id}`.execute(db);
    expect(rows).toEqual([{ as: remarks }]);
  });
  it('and nobody acts in a role that does not allow it', async () => {
    const buyer = await person('Buyer', 'PROCUREMENT_OFFICER', 'fao');
    const cell = { recommendation: '3', organization: 'fao' };
    for (const user of [member, buyer, itu])
      await expect(reportUptake(db, user, { cell, given: given(), idempotencyKey: `not-allowed-${user.id}` })).rejects.toThrow(/Only focal points/);
    const remark = 'mutation ($key: String!) { commentOnCell(recommendation: "3", organization: "fao", text: "x", idempotencyKey: $key) { __typename } }';
    for (const user of [buyer, itu]) expect((await answer(user, remark, { key: `remark-${user.id}` })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    // The secretariat reports for an organization, and never confirms for it.
    const entry = await report('3', []);
    expect((await answer(secretariat, 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { __typename } }', { entry })).errors?.[0]?.extensions?.code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('two who act at once are both told the truth', () => {
  it('when both ask for a withdrawal, and when both answer: one is kept, and the second person reads which', async () => {
    const entry = await report('8', []);
    const both = await Promise.all([request(publisher, entry, 'Reason of the publisher.'), request(secretariat, entry, 'Reason of the secretariat.')]);
    const told = both.find((one) => one.__typename === 'InvalidInput');
    const first = both[0].__typename === 'UptakeReported' ? publisher : secretariat;
    const reason = first === publisher ? 'Reason of the publisher.' : 'Reason of the secretariat.';
    expect(told.fields).toEqual([
      { name: 'reason', message: `Since ${utcToday()} it waits for a second person, with the reason “${reason}”. Agree to it there, or add a remark.` },
    ]);
    expect(await request(first, entry, reason)).toMatchObject({ repeated: true });
    expect((await answerRequest(first, entry, true)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const second = first === publisher ? secretariat : publisher;
    const answers = await Promise.all([answerRequest(second, entry, true), answerRequest(focal, entry, true)]);
    const late = answers.map((one) => one.data?.['answerWithdrawal']).find((one) => one.__typename === 'InvalidInput');
    const who = first === publisher ? 'Publisher (publisher)' : 'Secretariat (secretariat)';
    expect(late.fields).toEqual([
      {
        name: 'entry',
        message: `This entry was withdrawn already by ${who} on ${utcToday()}, with the reason “${reason}”. Your reason was not recorded; add it as a remark.`,
      },
    ]);
    expect((await confirm(publisher, entry)).fields[0].message).toMatch(/^This entry was withdrawn by .* Report anew\.$/);
  });

  it('what others stand by goes only with a second person, who is told, and may decline; a new entry says it again', async () => {
    const entry = await report('8', []);
    await confirm(publisher, entry);
    expect((await request(focal, entry, 'Meant for another one.')).entry.withdrawnAs).toBeNull();
    const { rows } = await sql<{
      address: string;
      text: string;
    }>`SELECT address, text FROM mail_outbox WHERE event_key LIKE 'uptake-withdrawal-asked:%' AND text LIKE '%Meant for another one.%' ORDER BY 1`.execute(db);
    const addresses = rows.map((mail) => mail.address);
    expect(addresses).toEqual(expect.arrayContaining([publisher.email, secretariat.email]));
    expect(addresses).not.toContain(focal.email);
    expect((await answerRequest(secretariat, entry, false)).data?.['answerWithdrawal'].fields[0].name).toBe('reason');
    expect((await answerRequest(secretariat, entry, false, 'It is right.')).data?.['answerWithdrawal'].entry.withdrawnAs).toBeNull();
    expect((await historyOf(null, '8')).find((one: { id: string }) => one.id === entry).withdrawn).toBe(false);
    expect((await answerRequest(secretariat, entry, true)).data?.['answerWithdrawal'].fields[0].message).toContain('Nobody asks');
    // The secretariat alone takes nothing away that two people of an organization stand by.
    await request(secretariat, entry, 'We do not agree.');
    expect((await historyOf(null, '8')).find((one: { id: string }) => one.id === entry).withdrawn).toBe(false);
    await answerRequest(focal, entry, true);
    expect((await historyOf(null, '8')).find((one: { id: string }) => one.id === entry).withdrawn).toBe(true);
    const again = await report('8', []);
    await confirm(publisher, again);
    expect((await historyOf(null, '8'))[0]).toMatchObject({ id: again, withdrawn: false });
  });

  it('when two confirm, and when one confirms what the other withdraws', async () => {
    const third = await person('Third', 'FOCAL_POINT', 'fao');
    const entry = await report('8', []);
    const both = await Promise.all([confirm(publisher, entry), confirm(third, entry)]);
    expect(both.map((one) => one.__typename).sort()).toEqual(['InvalidInput', 'UptakeReported']);
    const late = both.find((one) => one.__typename === 'InvalidInput');
    const { rows } = await sql<{
      name: string;
    }>`SELECT p.name FROM uptake_confirmation c JOIN person p ON p.id::text = c.confirmed_by WHERE c.entry_id = ${entry}::uuid`.execute(db);
    expect(late.fields).toEqual([{ name: 'entry', message: `This entry was confirmed already by ${rows[0]?.name} on ${utcToday()}.` }]);
    expect(await confirm(rows[0]?.name === 'Third' ? third : publisher, entry)).toMatchObject({ __typename: 'UptakeReported', repeated: true });
    await db
      .updateTable('person')
      .set({ erasedAt: new Date() })
      .where('name', '=', rows[0]?.name ?? '')
      .execute();
    expect((await confirm(rows[0]?.name === 'Third' ? publisher : third, entry)).fields[0].message).toBe(`This entry was confirmed already on ${utcToday()}.`);
    await db
      .updateTable('person')
      .set({ erasedAt: null })
      .where('name', '=', rows[0]?.name ?? '')
      .execute();

    const raced = await report('8', []);
    const [confirmed, withdrawn] = await Promise.all([confirm(publisher, raced), withdraw(focal, raced, 'It was wrong.')]);
    expect(withdrawn.__typename).toBe('UptakeReported');
    if (confirmed.__typename === 'InvalidInput') expect(confirmed.fields[0].message).toContain('was withdrawn by Focal (focal point)');
  });

  it('when two close a campaign', async () => {
    const other = await person('Other secretary', 'SECRETARIAT', null);
    const opened = await ask(
      secretariat,
      'mutation { openCampaign(input: { title: "t", message: "m", closesOn: "2999-01-01", organizations: [{ organization: "fao" }] }, idempotencyKey: "at-once-campaign") { __typename ... on Campaign { id } ... on InvalidInput { fields { message } } } }',
    );
    const CLOSE = 'mutation ($id: ID!) { closeCampaign(id: $id) { __typename ... on Campaign { closedAt } ... on InvalidInput { fields { name message } } } }';
    const close = async (user: User) => (await ask(user, CLOSE, { id: opened.openCampaign.id })).closeCampaign;
    const both = await Promise.all([close(secretariat), close(other)]);
    const first = both[0].__typename === 'Campaign' ? secretariat : other;
    const late = both.find((one) => one.__typename === 'InvalidInput');
    expect(late.fields).toEqual([{ name: 'campaign', message: `This campaign was closed already by ${first.name} on ${utcToday()}.` }]);
    expect((await close(first)).__typename).toBe('Campaign');
  });

  it('when two decide on a draft or archive a record', async () => {
    const third = await person('Deciding', 'PUBLISHER', 'fao');
    const { draft } = await save(focal, { kind: 'LESSON', organization: 'fao', key: 'at-once', content: lessonOf('Decided at once') });
    const { round } = (await submit(focal, draft)).draft;
    const DECIDE =
      'mutation ($draft: ID!, $round: Int!, $outcome: Outcome!, $comment: String) { decide(draft: $draft, organization: "fao", round: $round, outcome: $outcome, comment: $comment) { __typename ... on DraftSaved { draft { state } } ... on InvalidInput { fields { name message } } } }';
    const decide = async (user: User, outcome: string, comment: string) => (await ask(user, DECIDE, { draft: draft.id, round, outcome, comment })).decide;
    const both = await Promise.all([decide(publisher, 'ACCEPTED', 'Good.'), decide(third, 'RETURNED', 'Not good.')]);
    expect(both.map((one) => one.__typename).sort()).toEqual(['DraftSaved', 'InvalidInput']);
    const accepted = both[0].__typename === 'DraftSaved';
    const late = accepted ? both[1] : both[0];
    expect(late.fields[0].message).toBe(
      `${accepted ? 'Publisher has accepted' : 'Deciding has returned'} the draft already for FAO. Your decision was not recorded.`,
    );
    expect((await decide(accepted ? publisher : third, accepted ? 'ACCEPTED' : 'RETURNED', accepted ? 'Good.' : 'Not good.')).__typename).toBe('DraftSaved');
    expect((await decide(accepted ? publisher : third, accepted ? 'ACCEPTED' : 'RETURNED', 'Something else.')).__typename).toBe('InvalidInput');

    const lesson = (await save(focal, { kind: 'LESSON', organization: 'fao', key: 'to-archive', content: lessonOf('Archived at once') })).draft;
    await accept(publisher, lesson.id, 'fao', (await submit(focal, lesson)).draft.round);
    const { rows } = await sql<{ slug: string }>`SELECT slug FROM record WHERE kind = 'LESSON' AND title = 'Archived at once'`.execute(db);
    const archive = async (user: User, reason: string) =>
      (
        await ask(
          user,
          'mutation ($slug: String!, $reason: String!) { archiveRecord(kind: LESSON, slug: $slug, reason: $reason) { __typename ... on InvalidInput { fields { name message } } } }',
          { slug: rows[0]?.slug, reason },
        )
      ).archiveRecord;
    const archives = await Promise.all([archive(publisher, 'First reason.'), archive(third, 'Second reason.')]);
    expect(archives.map((one) => one.__typename).sort()).toEqual(['InvalidInput', 'RecordArchived']);
    const [winner, reason] = archives[0].__typename === 'RecordArchived' ? [publisher, 'First reason.'] : [third, 'Second reason.'];
    const second = archives.find((one) => one.__typename === 'InvalidInput');
    expect(second.fields[0].message).toBe(
      `The record was archived already by ${winner.name} on ${utcToday()}, with the reason “${reason}”. Your reason was not recorded.`,
    );
    expect((await archive(winner, reason)).__typename).toBe('RecordArchived');
  });
});

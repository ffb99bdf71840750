import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '#prisma/database.ts';
import { entryHash } from '#prisma/entry.ts';
import { appendLog } from '#prisma/log.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { withdrawTogether } from '#test/uptake.ts';
import { closeCampaign, openCampaign } from '../uptake/campaigns/write.ts';
import { grantMembership } from '../accounts/memberships.ts';
import { suspendUser } from '../accounts/manage.ts';
import { commentOnCell, confirmUptake, reportUptake, type Written } from '../uptake/write.ts';
import { verifyDatabase } from './verify.ts';

// A library in which people did everything that is sealed, and then forgeries of somebody who may run any SQL.

const { db, demo, person, services, goLive, ask } = await contributeLibrary();
const [fao, faoPublisher, secretariat, administrator] = [
  await demo('fao-focal-point'),
  await demo('fao-publisher'),
  await demo('secretariat'),
  await demo('administrator'),
];
const member = await person('Somebody', 'MEMBER', 'wfp');
const gone = await person('Gone', 'PUBLISHER', 'itu');
await suspendUser(services, administrator, { member: gone.id, suspended: true });
await goLive({ content: lessonOf('A lesson of a check'), reason: 'Written for a check.' });
await goLive({ content: lessonOf('A lesson that goes'), reason: 'Written for a check too.' });
const archived = await ask(secretariat, 'mutation { archiveRecord(kind: LESSON, slug: "a-lesson-that-goes", reason: "It was wrong.") { __typename } }');
expect(archived.archiveRecord.__typename).toBe('RecordArchived');
const report = async (recommendation: string, key: string) =>
  (await reportUptake(db, fao, {
    cell: { recommendation, organization: 'fao' },
    given: { effectiveDate: '2024-05-01', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', comment: 'As it was said.' },
    idempotencyKey: key,
  })) as Written;
const entries = [await report('1', 'forgery-1'), await report('2', 'forgery-2'), await report('3', 'forgery-3'), await report('4', 'forgery-4')].map(
  (one) => one.entryId,
);
const [first, second, third, fourth] = entries as [string, string, string, string];
for (const id of [first, second]) expect(await confirmUptake(db, faoPublisher, id)).toMatchObject({ entryId: id });
await withdrawTogether(db, faoPublisher, fao, third, 'It was a mistake.');
await commentOnCell(db, fao, { cell: { recommendation: '1', organization: 'fao' }, text: 'A remark.', idempotencyKey: 'forgery-remark' });
const campaign = (await openCampaign(
  db,
  secretariat,
  {
    given: { title: 'Update', message: 'Please report.', closesOn: '2999-01-01', organizations: [{ organization: 'fao' }] },
    idempotencyKey: 'forgery-campaign',
  },
  { baseUrl: 'http://localhost' },
)) as { id: string };
await closeCampaign(db, secretariat, campaign.id);

class Undo extends Error {}
/** What a check says after forgeries, which are undone again. Triggers and foreign keys are off where `whole` says so. */
async function after(forge: (trx: Database) => Promise<unknown>, whole = false): Promise<string[]> {
  let said: string[] = [];
  await db
    .transaction()
    .execute(async (trx) => {
      if (whole) await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await forge(trx);
      said = (await verifyDatabase(trx)).faults.map((one) => `${one.sequence}: ${one.message}`);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return said;
}
type Forgery = [statement: string, named: RegExp];
const run = (forgeries: Forgery[]) => async (trx: Database) => {
  for (const [statement] of forgeries) {
    const { numAffectedRows, rows } = await sql.raw(statement).execute(trx);
    // A forgery that changes nothing would prove nothing.
    expect([statement, Number(numAffectedRows ?? 0) > 0 || rows.length > 0]).toEqual([statement, true]);
  }
};
const expectNamed = (said: string[], forgeries: Forgery[]) => {
  for (const [statement, named] of forgeries)
    expect([statement, said.filter((one) => named.test(one)).length > 0 || said.slice(0, 60)]).toEqual([statement, true]);
};
const of = (slug: string, kind = 'PROJECT') => `(SELECT id FROM record WHERE kind = '${kind}' AND slug = '${slug}')`;

it('fits after everything that people do', async () => {
  expect((await verifyDatabase(db)).faults).toEqual([]);
}, 60_000);

it('names every change of a row, with what was found and what was sealed', async () => {
  const slugs = (await db.selectFrom('record').select('slug').where('kind', '=', 'PROJECT').orderBy('position').limit(22).execute()).map((row) => row.slug);
  const [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15] = slugs as [string, ...string[]] as string[];
  const set = (slug: string | undefined, what: string) => `UPDATE record SET ${what} WHERE kind = 'PROJECT' AND slug = '${slug}'`;
  const forgeries: Forgery[] = [
    // Of the reviews.
    [set(p0, "title = 'FORGED TITLE'"), new RegExp(`the title of "${p0}" is "FORGED TITLE", its last version says "`)],
    [set(p0, "summary = 'forged abstract'"), new RegExp(`the summary of "${p0}" is "forged abstract"`)],
    [set(p1, "audience = 'OWNERS'"), new RegExp(`the audience of "${p1}" is "OWNERS", its last version says "PUBLIC"`)],
    [set(p2, "archived_at = now(), archived_reason = 'forged'"), new RegExp(`the archiving of "${p2}" is there without an entry`)],
    [`DELETE FROM citation WHERE record_id = ${of(p3 ?? '')}`, new RegExp(`"${p3}" lacks the citation of "`)],
    [`DELETE FROM link WHERE from_id = ${of(p3 ?? '')}`, new RegExp(`"${p3}" lacks the link `)],
    [
      `UPDATE link SET data = '{"forged": true}' WHERE from_id = ${of(p4 ?? '')}`,
      new RegExp(`"${p4}" has the link .*forged.*, which its last version does not give it`),
    ],
    [`UPDATE citation SET statement = 'FORGED' WHERE record_id = ${of(p4 ?? '')}`, new RegExp(`"${p4}" has the citation .*FORGED`)],
    [`UPDATE revision SET reason = 'forged reason' WHERE record_id = ${of(p5 ?? '')}`, new RegExp(`the reason of version 1 of "${p5}" .*"forged reason"`)],
    [
      `UPDATE revision SET author = gen_random_uuid() WHERE record_id = ${of(p6 ?? '')}`,
      new RegExp(`the author of version 1 of "${p6}" is ".*", the log sealed nothing`),
    ],
    [`UPDATE revision SET organization = 'wfp' WHERE record_id = ${of(p6 ?? '')}`, new RegExp(`the organization of version 1 of "${p6}" is "wfp"`)],
    [`UPDATE revision SET created_at = '2001-01-01' WHERE record_id = ${of(p6 ?? '')}`, new RegExp(`the time of version 1 of "${p6}" is "2001-01-01T`)],
    [
      `INSERT INTO membership (person_id, role) VALUES ('${member.id}', 'ADMINISTRATOR')`,
      /the role ADMINISTRATOR of person \S+ is there, but no entry gave it/,
    ],
    // Siblings.
    [set(p7, "source_key = 'forged-key'"), new RegExp(`the source key of "${p7}" is "forged-key"`)],
    [set(p7, "sort_title = 'zzz'"), new RegExp(`the title for sorting of "${p7}" is "zzz"`)],
    [set(p7, 'position = 99999'), new RegExp(`the position of "${p7}" is 99999`)],
    [set(p7, "language = 'fr'"), new RegExp(`the language of "${p7}" is "fr"`)],
    [set(p8, "facet_keys = facet_keys || ARRAY['stage:FORGED']"), new RegExp(`"${p8}" has the filter value stage:FORGED`)],
    [
      `INSERT INTO record_owner (record_id, organization_id) SELECT ${of(p8 ?? '')}, o.id FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = 'upu'`,
      new RegExp(`"${p8}" has the owner "upu", which its last version does not give it`),
    ],
    [`INSERT INTO record_range (record_id, name, low, high) VALUES (${of(p8 ?? '')}, 'people', 7, 7)`, new RegExp(`"${p8}" has the value people from 7 to 7`)],
    [`DELETE FROM record_owner WHERE record_id = ${of(p9 ?? '')}`, new RegExp(`"${p9}" lacks the owner "`)],
    [set(p9, "facet_keys = '{}'"), new RegExp(`"${p9}" lacks the filter value stage:`)],
    [set(p9, "keywords = keywords || ' · Forged Company'"), new RegExp(`"${p9}" has the keyword "Forged Company"`)],
    [set(p9, "body = 'forged text'"), new RegExp(`the text for search of "${p9}" is "forged text"`)],
    [set(p10, "content = jsonb_set(content, '{title}', '\"Other\"')"), new RegExp(`the live record "${p10}" differs from its last published version`)],
    [set(p11, "updated_at = '2001-01-01'"), new RegExp(`"${p11}" was changed at "2001`)],
    [set(p11, "created_at = '2001-01-01'"), new RegExp(`"${p11}" was added at "2001`)],
    [set(p12, "verified_at = '2026-01-01'"), new RegExp(`"${p12}" was found correct at "2026`)],
    [set(p12, "verify_by = '2099-01-01'"), new RegExp(`"${p12}" is to be looked at by "2099`)],
    [
      `INSERT INTO link (from_id, to_id, relation) VALUES (${of(p13 ?? '')}, ${of('wfp', 'ORGANIZATION')}, 'OWNER')`,
      new RegExp(`"${p13}" has the link OWNER to "wfp" .* does not give it`),
    ],
    [
      `INSERT INTO citation (record_id, source_id, field, statement, place) SELECT ${of(p13 ?? '')}, source_id, 'summary', 'Made up.', 'para 1' FROM citation LIMIT 1`,
      new RegExp(`"${p13}" has the citation .*Made up`),
    ],
    [`UPDATE citation SET certainty = 'UNCERTAIN', paragraph = 1 WHERE record_id = ${of(p14 ?? '')}`, new RegExp(`"${p14}" has the citation .*UNCERTAIN`)],
    [
      `UPDATE revision SET content = jsonb_set(content, '{title}', '"Other"') WHERE record_id = ${of(p15 ?? '')}`,
      new RegExp(`version 1 of "${p15}" was altered after it was published`),
    ],
    [
      `DELETE FROM membership WHERE person_id = '${member.id}' AND role = 'MEMBER'`,
      /the role MEMBER for "wfp" of person \S+ is gone, but no entry took it away/,
    ],
    [
      `UPDATE membership SET deputy = true WHERE person_id = '${gone.id}'`,
      /the role PUBLISHER for "itu" of person \S+ is that of a deputy, the log says otherwise/,
    ],
    [`UPDATE person SET suspended_at = NULL WHERE id = '${gone.id}'`, /the account of person \S+ is not suspended, the log says otherwise/],
    [`UPDATE person SET erased_at = now() WHERE id = '${member.id}'`, /the personal data of person \S+ is marked as erased/],
    [
      "UPDATE record SET archived_reason = 'Another.' WHERE slug = 'a-lesson-that-goes'",
      /the archiving of "a-lesson-that-goes": archivedReason is "Another\.", the log sealed "It was wrong\."/,
    ],
    [
      'UPDATE action SET printed = NOT printed WHERE id = (SELECT id FROM action LIMIT 1)',
      /the table of actions of the report "\S+": action .* is \[.*, the log sealed \[/,
    ],
    [
      'UPDATE report_column SET for_information = NOT for_information WHERE organization_id = (SELECT organization_id FROM report_column ORDER BY position LIMIT 1)',
      /the table of actions of the report "\S+": column /,
    ],
    [
      `UPDATE campaign SET closes_on = '2998-01-01' WHERE id = '${campaign.id}'`,
      /the campaign "Update": closesOn is "2998-01-01", the log sealed "2999-01-01"/,
    ],
    [
      "INSERT INTO paragraph (source_id, number, text) SELECT id, 1, 'forged' FROM record WHERE source_key = 'jiu-rep-2020-7' AND kind = 'SOURCE'",
      /the text of the source "\S+" is there without an entry/,
    ],
    [
      "INSERT INTO uptake_entry (action_id, effective_date, entered_by, entered_as, acceptance, idempotency_key) SELECT id, '2020-01-01', '00000000-0000-4000-8000-00000000000a', 'FOCAL_POINT', 'NOT_RELEVANT', 'forged' FROM action LIMIT 1",
      /the uptake entry "\S+" \(\S+ on recommendation \d, as of 2020-01-01\) is there without an entry/,
    ],
    [
      `INSERT INTO uptake_confirmation (entry_id, confirmed_by) VALUES ('${fourth}', '00000000-0000-4000-8000-00000000000a')`,
      new RegExp(`the confirmation of the uptake entry "${fourth}" is there without an entry`),
    ],
    [
      `INSERT INTO uptake_withdrawal (entry_id, withdrawn_by, withdrawn_as, reason) VALUES ('${first}', '00000000-0000-4000-8000-00000000000a', 'FOCAL_POINT', 'forged')`,
      new RegExp(`the withdrawal of the uptake entry "${first}" is there without an entry`),
    ],
  ];
  expectNamed(await after(run(forgeries)), forgeries);
}, 120_000);

it('is not deceived by rows that say of themselves that they are a demonstration', async () => {
  const forgeries: Forgery[] = [
    [
      `INSERT INTO uptake_confirmation (entry_id, confirmed_by, demo) VALUES ('${fourth}', '00000000-0000-0000-0000-000000000000', true)`,
      new RegExp(`the confirmation of the uptake entry "${fourth}" is there without an entry`),
    ],
    [
      `INSERT INTO uptake_withdrawal (entry_id, withdrawn_by, withdrawn_as, reason, demo) VALUES ('${first}', '00000000-0000-4000-8000-00000000000a', 'FOCAL_POINT', 'forged', true)`,
      new RegExp(`the withdrawal of the uptake entry "${first}" is there without an entry`),
    ],
    [
      `INSERT INTO uptake_comment (action_id, written_by, written_as, text, idempotency_key, demo) SELECT action_id, '${member.id}', 'MEMBER', 'forged', 'forged', true FROM uptake_entry WHERE id = '${first}'`,
      /the remark "\S+" is marked as a demonstration, and a real person is said to have made it/,
    ],
  ];
  expectNamed(await after(run(forgeries)), forgeries);
  // Without the triggers, which refuse it.
  const flipped: Forgery[] = [
    [
      `UPDATE uptake_confirmation SET demo = true, confirmed_on = '2020-01-01' WHERE entry_id = '${second}'`,
      new RegExp(`"${second}": confirmedOn is "2020-01-01"`),
    ],
    [`UPDATE campaign SET demo = true WHERE id = '${campaign.id}'`, /the campaign "Update" is gone/],
  ];
  expectNamed(await after(run(flipped), true), flipped);
}, 60_000);

it('takes nothing that does not continue the log, whoever adds it', async () => {
  const { growTree } = await import('./checkpoint.ts');
  const size = await growTree(db);
  const next = 'SELECT max(sequence) + 1 FROM log_entry';
  for (const statement of [
    `INSERT INTO log_entry (sequence, created_at, kind, body, previous, hash) VALUES ((${next}), now(), 'ROLE_GRANTED', '{}', 'x', 'y')`,
    `INSERT INTO log_entry (sequence, created_at, kind, body, previous, hash) SELECT (${next}), now(), 'ROLE_GRANTED', '{}', hash, repeat('ab', 32) FROM log_entry ORDER BY sequence DESC LIMIT 1`,
    `INSERT INTO log_entry SELECT sequence + 100, created_at, kind, body, previous, hash FROM log_entry ORDER BY sequence DESC LIMIT 1`,
    `INSERT INTO log_node (level, place, hash) VALUES (0, ${size}, repeat('ab', 32))`,
    `INSERT INTO log_node (level, place, hash) VALUES (40, 0, repeat('ab', 32))`,
    `INSERT INTO log_node (level, place, hash) VALUES (-1, 0, repeat('ab', 32))`,
    `INSERT INTO log_node (level, place, hash) VALUES (0, ${size}, NULL)`,
  ])
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/does not continue the log|is not one of the tree|not-null/);
  // What fits goes on: letters of every kind, and many at once.
  await db.transaction().execute((trx) =>
    appendLog(
      trx,
      Array.from({ length: 5 }, (_, index) => ({ kind: 'PERSON_INVITED' as const, body: { note: `\u0001"\\/\b\f\n\r\t\u007f\u2028é🌍 ${index}` } })),
    ),
  );
  expect(await growTree(db)).toBe(size + 5);
  expect((await verifyDatabase(db)).faults).toEqual([]);
}, 60_000);

it('goes on after an entry that does not fit', async () => {
  const said = await after(async (trx) => {
    await sql`INSERT INTO log_entry (sequence, created_at, kind, body, previous, hash) SELECT max(sequence) + 1, now(), 'ROLE_GRANTED', '{}', 'x', 'y' FROM log_entry`.execute(
      trx,
    );
    await sql`UPDATE record SET title = 'FORGED AFTERWARDS' WHERE kind = 'PROJECT' AND slug = 'building-blocks'`.execute(trx);
  }, true);
  expect(said.join('\n')).toContain('it does not name the hash of the entry before');
  expect(said.join('\n')).toContain('the title of "building-blocks" is "FORGED AFTERWARDS"');
}, 60_000);

it('names what the triggers would refuse, where they are switched off', async () => {
  const forgeries: Forgery[] = [
    [
      `UPDATE uptake_entry SET acceptance = 'NOT_ACCEPTED', implementation = NULL WHERE id = '${first}'`,
      new RegExp(`the uptake entry "${first}" \\(FAO on recommendation 1, as of 2024-05-01\\): acceptance is "NOT_ACCEPTED", the log sealed "ACCEPTED"`),
    ],
    [
      `UPDATE uptake_entry SET effective_date = '2020-01-01', entered_by = '00000000-0000-4000-8000-00000000000a' WHERE id = '${second}'`,
      new RegExp(`the uptake entry "${second}" .*enteredBy is "00000000-0000-4000-8000-00000000000a", the log sealed "${fao.id}"`),
    ],
    [`UPDATE uptake_entry SET demo = true WHERE id = '${third}'`, new RegExp(`the uptake entry "${third}" .* is gone`)],
    [`DELETE FROM uptake_entry WHERE id = '${fourth}'`, new RegExp(`the uptake entry "${fourth}" .* is gone`)],
    [`DELETE FROM uptake_confirmation WHERE entry_id = '${first}'`, new RegExp(`the confirmation of the uptake entry "${first}" is gone`)],
    [
      `UPDATE uptake_confirmation SET confirmed_on = '2020-01-01' WHERE entry_id = '${second}'`,
      new RegExp(`the confirmation of the uptake entry "${second}": confirmedOn is "2020-01-01"`),
    ],
    [
      `UPDATE uptake_withdrawal SET reason = 'forged' WHERE entry_id = '${third}'`,
      new RegExp(`the withdrawal of the uptake entry "${third}": reason is "forged", the log sealed "It was a mistake."`),
    ],
    ["UPDATE uptake_comment SET text = 'Other.'", /the remark "\S+" \(FAO on recommendation 1\): text is "Other\.", the log sealed "A remark\."/],
    [`DELETE FROM campaign WHERE id = '${campaign.id}'`, /the campaign "Update" is gone/],
    [
      "UPDATE record SET archived_at = NULL, archived_reason = NULL WHERE slug = 'a-lesson-that-goes'",
      /the archiving of "a-lesson-that-goes": archivedAt is nothing, the log sealed "20/,
    ],
    ["DELETE FROM revision WHERE record_id = (SELECT id FROM record WHERE slug = 'building-blocks')", /version 1 of "building-blocks" is gone/],
    ["DELETE FROM record WHERE slug = 'papua-new-guinea-livestock'", /the record of version 1 of "papua-new-guinea-livestock" is gone/],
    [
      "INSERT INTO record (kind, slug, title, sort_title, content, hash) VALUES ('PROJECT', 'forged-project', 'Forged', 'forged', '{}', '')",
      /version 1 of "forged-project" is live without an entry/,
    ],
    [
      'DELETE FROM action WHERE id = (SELECT id FROM action ORDER BY id DESC LIMIT 1)',
      /the table of actions of the report "\S+": action .* is nothing, the log sealed \[/,
    ],
  ];
  expectNamed(await after(run(forgeries), true), forgeries);
}, 120_000);

it('names an older version that is shown again, whole and with everything that follows from it', async () => {
  await goLive({
    slug: 'a-lesson-of-a-check',
    content: lessonOf('A lesson of a check', {
      context: { text: 'With a context.', cite: [{ source: 'jiu-rep-2020-7', place: 'para 51' }], certainty: 'STATED' },
    }),
  });
  const said = await after(async (trx) => {
    await sql`UPDATE record r SET version = 1, content = v.content, hash = ${'x'} FROM revision v WHERE v.record_id = r.id AND v.number = 1 AND r.slug = 'a-lesson-of-a-check'`.execute(
      trx,
    );
  });
  expect(said.join('\n')).toContain('"a-lesson-of-a-check" is shown in version 1, the last one is 2');
}, 60_000);

it('names what is forged together with the log itself', async () => {
  // The sealed contents and the row alike.
  const both = await after(async (trx) => {
    await sql`UPDATE uptake_entry SET comment = 'forged' WHERE id = ${first}::uuid`.execute(trx);
    await sql`UPDATE log_seal SET contents = jsonb_set(contents, '{comment}', '"forged"') WHERE subject = ${first}`.execute(trx);
  }, true);
  expect(both.join('\n')).toMatch(/what the entry UPTAKE_(REPORTED|CONFIRMED) sealed was altered/);
  // What was sealed, taken away.
  expect((await after((trx) => sql`DELETE FROM log_seal WHERE subject = ${first}`.execute(trx), true)).join('\n')).toContain(
    'what the entry UPTAKE_REPORTED sealed is gone',
  );
  // A second entry of the log that seals the forged row.
  const again = await after(async (trx) => {
    await sql`UPDATE uptake_entry SET comment = 'forged' WHERE id = ${second}::uuid`.execute(trx);
    await appendLog(trx as never, [{ kind: 'UPTAKE_REPORTED', body: { subject: second } }]);
  }, true);
  expect(again.join('\n')).toContain('comment is "forged", the log sealed "As it was said."');
}, 120_000);

it('names what search and filters were made to say', async () => {
  const forgeries: Forgery[] = [
    [`DELETE FROM search_index WHERE id = ${of('building-blocks')}`, /search does not find "building-blocks"/],
    [
      "UPDATE search_index SET vector = to_tsvector('simple', 'forged') WHERE id = (SELECT id FROM record WHERE slug = 'papua-new-guinea-livestock')",
      /search finds "papua-new-guinea-livestock" by other words/,
    ],
    [
      "UPDATE facet_value SET label = 'Forged' WHERE facet = 'organization' AND value = 'fao'",
      /the filter value organization:fao is called "Forged", the record is called "FAO"/,
    ],
    [
      "UPDATE facet_value SET label = NULL WHERE facet = 'organization' AND value = 'wfp'",
      /the filter value organization:wfp is called nothing, the record is called "WFP"/,
    ],
    [
      "INSERT INTO facet_count (kind, \"character\", change) SELECT 'PROJECT', facet_character(code), 5000 FROM facet_value WHERE facet = 'stage' AND value = 'PILOT'",
      /lists of the kind PROJECT count 50\d\d with the filter value stage:PILOT, there are \d+$/,
    ],
    ['UPDATE citation_count SET change = change + 5000', /the home page counts \d+ citations, there are \d+$/],
    ["UPDATE record SET facets = '' WHERE slug = 'whole-of-the-un'  OR slug = 'building-blocks'", /the filter values of "building-blocks" are coded wrongly/],
  ];
  expectNamed(await after(run(forgeries), true), forgeries);
}, 60_000);

it('names a log that was rewritten as a whole, by the checkpoints over it', async () => {
  const { growTree } = await import('./checkpoint.ts');
  await growTree(db);
  const said = await after(async (trx) => {
    // Every entry from the hundredth on anew, with hashes that fit.
    const rows = await trx.selectFrom('logEntry').selectAll().where('sequence', '>=', '100').orderBy('sequence').execute();
    let previous = rows[0]?.previous ?? '';
    for (const [index, row] of rows.entries()) {
      const entry = {
        sequence: Number(row.sequence),
        createdAt: row.createdAt.toISOString(),
        kind: row.kind,
        body: index === 0 ? row.body.replace('"audience":"PUBLIC"', '"audience":"OWNERS"') : row.body,
        previous,
      };
      previous = entryHash(entry);
      await sql`UPDATE log_entry SET body = ${entry.body}, previous = ${entry.previous}, hash = ${previous} WHERE sequence = ${entry.sequence}`.execute(trx);
    }
  }, true);
  expect(said.join('\n')).toMatch(/the tree over the log has another hash at level 0, place 99/);
  const shorter = await after((trx) => sql`DELETE FROM log_entry WHERE sequence > 5`.execute(trx), true);
  expect(shorter.join('\n')).toContain('the end of the log was cut off');
}, 120_000);

it('has nothing of what is sealed in the entries themselves', async () => {
  const { rows } = await sql<{ body: string }>`SELECT string_agg(body, '') AS body FROM log_entry WHERE kind LIKE 'UPTAKE%' OR kind LIKE 'CAMPAIGN%'`.execute(
    db,
  );
  for (const word of ['As it was said', 'mistake', 'A remark', 'Please report', fao.id, faoPublisher.id, 'ACCEPTED']) expect(rows[0]?.body).not.toContain(word);
  await db
    .transaction()
    .execute((trx) =>
      grantMembership(trx, { personId: member.id, role: 'FOCAL_POINT', organizationId: member.memberships[0]?.organizationId ?? null, origin: 'GRANT' }, null),
    );
  expect((await verifyDatabase(db)).faults).toEqual([]);
}, 60_000);

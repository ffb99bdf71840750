import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '#prisma/database.ts';
import { contributeLibrary } from '#test/contribute.ts';
import { publishUptake } from '../uptake/publish.ts';
import { utcToday } from '../uptake/state.ts';
import { openCampaign } from '../uptake/campaigns/write.ts';
import { commentOnCell, confirmUptake, reportUptake, type Written } from '../uptake/write.ts';
import { confirmActivity, saveActivity } from '../uptake/activities.ts';
import { judgeUptake } from '../uptake/judge.ts';
import { answerWithdrawal, withdrawUptake } from '../uptake/withdraw.ts';
import { checkIndex } from './check-index.ts';
import { checkRows } from './check-rows.ts';
import { verifyDatabase } from './verify.ts';

// Whoever may run any SQL changes one column of one sealed row at a time: each change is named, or stands below with the reason.

const { db, demo, ask, person } = await contributeLibrary();
const [focal, publisher, secretariat] = [await demo('fao-focal-point'), await demo('fao-publisher'), await demo('secretariat')];
const second = await person('A second one', 'PUBLISHER', 'fao');

const report = async (recommendation: string) =>
  (await reportUptake(db, focal, {
    cell: { recommendation, organization: 'fao' },
    given: { effectiveDate: '2024-05-01', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', comment: 'As it was said.' },
    idempotencyKey: `columns-${recommendation}`,
  })) as Written;
const [kept, taken] = [await report('1'), await report('2')];
await confirmUptake(db, publisher, kept.entryId);
await withdrawUptake(db, publisher, taken.entryId, 'It was a mistake.');
await answerWithdrawal(db, focal, { entry: taken.entryId, agree: true });
await withdrawUptake(db, publisher, kept.entryId, 'It was a mistake too.');
await answerWithdrawal(db, focal, { entry: kept.entryId, agree: false, reason: 'It was none.' });
await judgeUptake(
  db,
  secretariat,
  {
    cell: { recommendation: '1', organization: 'fao' },
    given: { judgement: 'VERIFIED', priority: true, reason: 'It holds.', voice: 'JIU', reference: 'JIU/NOTE/1', effectiveDate: '2024-06-01' },
    entry: kept.entryId,
    basedOn: '',
    idempotencyKey: 'columns-judged',
  },
  { baseUrl: 'http://localhost' },
);
const { rows: served } = await sql<{
  id: string;
}>`SELECT a.id FROM action a JOIN record o ON o.id = a.organization_id WHERE o.slug = 'fao' ORDER BY a.id LIMIT 2`.execute(db);
const activity = (await saveActivity(
  db,
  focal,
  {
    activity: null,
    basedOn: null,
    organization: 'fao',
    given: {
      title: 'A policy',
      lead: 'A unit',
      startsOn: '2024-01-01',
      endsOn: '2025-01-01',
      indicator: 'It is there.',
      result: 'A draft.',
      evidence: [{ label: 'It', address: 'https://example.org/policy' }],
      withdrawn: 'It ended.',
      actions: served.map(({ id }) => id),
    },
    idempotencyKey: 'columns-activity',
  },
  { baseUrl: 'http://localhost' },
)) as { activityId: string };
await confirmActivity(db, publisher, activity.activityId);
await commentOnCell(db, focal, { cell: { recommendation: '1', organization: 'fao' }, text: 'A remark.', idempotencyKey: 'columns-remark' });
const paper = (await reportUptake(db, secretariat, {
  cell: { recommendation: '3', organization: 'fao' },
  given: {
    effectiveDate: '2024-05-01',
    acceptance: 'ACCEPTED',
    implementation: 'IN_PROGRESS',
    source: 'BOARD_DOCUMENT',
    sourceReference: 'FC 1',
    sourcePlace: 'page 2',
    inPart: 'BOTH',
  },
  idempotencyKey: 'columns-paper',
})) as Written;
await publishUptake(db, secretariat, { entries: [paper.entryId] }, { baseUrl: 'http://localhost' }, { today: utcToday() });
await openCampaign(
  db,
  secretariat,
  {
    given: { title: 'Update', message: 'Please report.', closesOn: '2999-01-01', organizations: [{ organization: 'fao' }] },
    idempotencyKey: 'columns-campaign',
  },
  { baseUrl: 'http://localhost' },
);
const { instruments } = await ask(null, '{ instruments(instrument: "jiu-matrix") { id } }');
const { beginEdition } = await ask(
  focal,
  'mutation ($from: ID!) { beginEdition(from: $from, edition: "columns", organization: "fao", key: "columns") { ... on EditionSaved { edition { id } } } }',
  { from: instruments[0].id },
);
const edition: string = beginEdition.edition.id;
await ask(second, 'mutation ($id: ID!) { publishEdition(id: $id, edits: 1, audience: OWNERS) { __typename } }', { id: edition });
await ask(second, 'mutation ($id: ID!) { withdrawEdition(id: $id, reason: "It was wrong.") { __typename } }', { id: edition });
await ask(publisher, 'mutation ($id: ID!) { returnEdition(id: $id, reason: "It was right.") { __typename } }', { id: edition });
const { createAssessment } = await ask(
  focal,
  'mutation { createAssessment(instrument: "jiu-matrix", title: "Columns", organization: "fao", key: "columns", answers: [{ question: "table-1-q1", option: "yes" }]) { ... on AssessmentSaved { assessment { id } } } }',
);
const run: string = createAssessment.assessment.id;
await ask(focal, 'mutation ($id: ID!) { shareAssessment(id: $id, edits: 1, shared: true) { __typename } }', { id: run });
await ask(second, 'mutation ($id: ID!) { saveAssessment(id: $id, edits: 1, useCase: "Columns of seeds.") { __typename } }', { id: run });
const { assessment } = await ask(publisher, 'query ($id: ID!) { assessment(id: $id) { lines } }', { id: run });
await ask(publisher, 'mutation ($id: ID!, $lines: [LineReviewInput!]!) { reviewAssessment(id: $id, edits: 2, lines: $lines) { __typename } }', {
  id: run,
  lines: assessment.lines.map((line: string) => ({ line, agrees: true })),
});
await ask(publisher, 'mutation ($id: ID!) { signAssessment(id: $id, edits: 2) { __typename } }', { id: run });
await ask(publisher, 'mutation ($id: ID!) { publishAssessment(id: $id, publications: 0, audience: UN_SYSTEM) { __typename } }', { id: run });

/** The rows of which each column is changed. */
const rows: Record<string, string> = {
  uptake_entry: `id = '${kept.entryId}'`,
  uptake_confirmation: `entry_id = '${kept.entryId}'`,
  uptake_publication: `entry_id = '${paper.entryId}'`,
  uptake_judgement: 'true',
  uptake_withdrawal_request: `entry_id = '${kept.entryId}'`,
  uptake_withdrawal: `entry_id = '${taken.entryId}'`,
  uptake_comment: 'true',
  uptake_activity: 'true',
  uptake_activity_action: `action_id = '${served[0]?.id}'`,
  uptake_activity_confirmation: 'true',
  campaign: 'true',
  campaign_organization: 'true',
  assessment: `id = '${run}'`,
  assessment_review: `assessment_id = '${run}' AND line = 'title'`,
  assessment_line: `assessment_id = '${run}'`,
  instrument_edition: `id = '${edition}'`,
};
/** Columns that no page shows and nothing follows from. */
const unsealed: Record<string, string> = {
  'uptake_entry.idempotency_key': 'tells two requests apart while they are sent',
  'uptake_judgement.idempotency_key': 'tells two requests apart while they are sent',
  'uptake_withdrawal_request.demo': 'what is done to a real report is real, whatever its own row says',
  'uptake_activity.idempotency_key': 'tells two requests apart while they are sent',
  'uptake_activity.organization_kind': 'always the same, by a constraint',
  'uptake_comment.idempotency_key': 'tells two requests apart while they are sent',
  'campaign.idempotency_key': 'tells two requests apart while they are sent',
  'assessment.copied_from': 'goes when the original does; shown nowhere',
  'uptake_confirmation.demo': 'what is done to a real report is real, whatever its own row says',
  'uptake_publication.demo': 'the same',
  'uptake_withdrawal.demo': 'the same',
  'campaign_organization.contact': 'an address of mail: personal data, which the log never holds',
  'campaign_organization.second_contact': 'the same',
  'assessment_review.id': 'the order of rows is told by their moments',
};
/** Another value of a type. */
const other = (type: string, column: string, label: string | null) => {
  if (label) return `'${label}'`;
  if (type.startsWith('_') || type === 'ARRAY')
    return `array_cat("${column}", "${column}") || CASE WHEN cardinality("${column}") = 0 THEN "${column}" ELSE '{}' END`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'bool') return `NOT "${column}"`;
  if (type === 'date') return `coalesce("${column}", '2000-01-01'::date) + 1`;
  if (type === 'timestamptz') return `coalesce("${column}", '2000-01-01'::timestamptz) + interval '1 day'`;
  if (type === 'jsonb') return `'{"forged": true}'`;
  if (/^(int|float|numeric)/.test(type)) return `coalesce("${column}", 0) + 1`;
  return `coalesce("${column}", '') || 'x'`;
};

class Undo extends Error {}
async function after(forge: (trx: Database) => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  await db
    .transaction()
    .execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await forge(trx);
      await checkRows(trx, 0, (_sequence, message) => said.push(message));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return said;
}

it('fits before anything is forged', async () => {
  expect((await verifyDatabase(db)).faults).toEqual([]);
}, 60_000);

it.each(Object.entries(rows))(
  'names a change of any column of %s',
  async (table, where) => {
    const { rows: columns } = await sql<{ column: string; type: string; label: string | null; fixed: boolean }>`
    SELECT a.attname AS column, t.typname AS type, a.attgenerated <> '' AS fixed,
      (SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid AND e.enumlabel NOT IN (SELECT x.v FROM (SELECT to_jsonb(r)->>a.attname AS v FROM ${sql.table(table)} r WHERE ${sql.raw(where)}) x WHERE x.v IS NOT NULL) ORDER BY e.enumsortorder LIMIT 1) AS label
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = ${table}::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`.execute(
      db,
    );
    const silent: string[] = [];
    for (const { column, type, label, fixed } of columns) {
      if (fixed || unsealed[`${table}.${column}`]) continue;
      try {
        const said = await after((trx) =>
          sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${sql.raw(other(type, column, label))} WHERE ${sql.raw(where)}`.execute(trx),
        );
        if (said.length === 0) silent.push(`${table}.${column}`);
      } catch (error) {
        // A check of the table itself, which no trigger is needed for, lets no other value in.
        if (!/violates (check|unique)|duplicate key/.test(String(error))) throw error;
      }
    }
    expect(silent).toEqual([]);
  },
  120_000,
);

it('names what is put in or taken away beside the log', async () => {
  const forgeries = [
    `INSERT INTO instrument_edition (instrument, edition, title, content, hash, published_at) SELECT instrument, 'forged', title, content, hash, now() FROM instrument_edition LIMIT 1`,
    `UPDATE instrument_edition SET content = jsonb_set(content, '{title}', '"Forged"') WHERE published_by IS NULL`,
    `INSERT INTO assessment (edition_id, organization_id, title, state, content, outcome) SELECT edition_id, organization_id, 'Forged', 'SIGNED', content, outcome FROM assessment LIMIT 1`,
    `DELETE FROM assessment_review WHERE assessment_id = '${run}'`,
    `DELETE FROM assessment_line WHERE assessment_id = '${run}'`,
    `DELETE FROM assessment WHERE id = '${run}'`,
    `DELETE FROM instrument_edition WHERE id = '${edition}'`,
    `UPDATE assessment SET publications = 0, published_at = NULL, published_by = NULL, audience = 'OWNERS' WHERE id = '${run}'`,
  ];
  for (const forgery of forgeries) expect([forgery, (await after((trx) => sql.raw(forgery).execute(trx))).length > 0]).toEqual([forgery, true]);
}, 60_000);

it('names every kept count that was altered', async () => {
  const { rows: tables } = await sql<{ name: string }>`SELECT relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'change' AND a.atttypid IN ('integer'::regtype, 'bigint'::regtype) AND NOT a.attisdropped ORDER BY 1`.execute(
    db,
  );
  expect(tables.map(({ name }) => name)).toEqual(['citation_count', 'facet_count', 'link_count', 'place_count']);
  for (const { name } of tables) {
    const said: string[] = [];
    await db
      .transaction()
      .execute(async (trx) => {
        await sql`UPDATE ${sql.table(name)} SET change = change + 1000 WHERE id = (SELECT min(id) FROM ${sql.table(name)})`.execute(trx);
        await checkIndex(trx, 0, (_sequence, message) => said.push(message));
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    expect([name, said]).toEqual([name, [expect.stringMatching(/count/)]]);
  }
}, 60_000);

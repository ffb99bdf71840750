import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';

const { pool } = await testDatabase('library_template');
const rows = async (text: string) => (await pool.query(text)).rows;
const id = async (kind: string) => (await rows(`SELECT id FROM record WHERE kind = '${kind}' ORDER BY position LIMIT 1`))[0].id as string;

/** A record of any kind may be meant by these. */
const anyKind = [
  'citation.record_id',
  'draft.record_id',
  'follow_told.record_id',
  'link.from_id',
  'link.to_id',
  'match_told.envisaged_id',
  'match_told.experience_id',
  'mail_link.record_id',
  'professional_work.record_id',
  'question.record_id',
  'question_citation.record_id',
  'read_day.record_id',
  // One of the same kind: a check of the table says so.
  'record.merged_into',
  'record_embedding.record_id',
  'record_owner.record_id',
  'record_range.record_id',
  'revision.record_id',
  'shortlist_item.record_id',
  'statement_run.record_id',
  'watch.record_id',
  'watch_hit.record_id',
];

it('a key to a record knows of what kind that is, or any kind may be meant', async () => {
  const keys = await rows(`
    SELECT c.conrelid::regclass || '.' || a.attname AS key, cardinality(c.conkey) AS columns FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'record'::regclass ORDER BY 1`);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter(({ columns }) => columns === 1).map(({ key }) => key)).toEqual(expect.arrayContaining(anyKind));
  expect(keys.filter(({ key, columns }) => columns === 1 && !anyKind.includes(key)).map(({ key }) => key)).toEqual([]);
});

it('refuses a record of another kind, and words and people that there are not', async () => {
  const [vendor, organization, project] = [await id('VENDOR'), await id('ORGANIZATION'), await id('PROJECT')];
  const person = (await rows("INSERT INTO person (name, email) VALUES ('One', 'one@example.org') RETURNING id"))[0].id as string;
  const action = (await rows('SELECT id FROM action LIMIT 1'))[0].id as string;
  const member = (where: string, more = '') =>
    `INSERT INTO membership (person_id, role, organization_id, origin${more ? ', organization_kind' : ''}) VALUES ('${person}', 'MEMBER', '${where}', 'GRANT'${more})`;
  await pool.query(member(organization));
  const refused: [string, RegExp][] = [
    [member(vendor), /membership_organization_id_organization_kind_fkey/],
    [member(vendor, ", 'VENDOR'"), /membership_organization_kind/],
    [`UPDATE action SET recommendation_id = '${project}' WHERE id = '${action}'`, /action_recommendation_id_recommendation_kind_fkey/],
    [`UPDATE citation SET source_id = '${project}' WHERE id = (SELECT id FROM citation LIMIT 1)`, /citation_source_id_source_kind_fkey/],
    [`UPDATE link SET relation = 'owned by' WHERE id = (SELECT id FROM link LIMIT 1)`, /link_relation_word/],
    [
      `INSERT INTO uptake_entry (action_id, effective_date, entered_by, entered_as, acceptance, idempotency_key) VALUES ('${action}', '2020-01-01', 'somebody', 'FOCAL_POINT', 'NOT_RELEVANT', 'a')`,
      /uptake_entry_entered_by/,
    ],
    [
      `INSERT INTO uptake_entry (action_id, effective_date, entered_by, entered_as, acceptance, idempotency_key) VALUES ('${action}', '2020-01-01', '${person}', 'BOSS', 'NOT_RELEVANT', 'a')`,
      /uptake_entry_entered_as/,
    ],
    [
      `INSERT INTO uptake_entry (action_id, effective_date, entered_by, entered_as, acceptance, idempotency_key) VALUES ('${action}', '2020-01-01', 'demonstration', 'FOCAL_POINT', 'NOT_RELEVANT', 'a')`,
      /uptake_entry_entered_by/,
    ],
  ];
  for (const [statement, constraint] of refused) await expect(pool.query(statement), statement).rejects.toThrow(constraint);
});

it('ends what runs too long, by role', async () => {
  const settings = await rows(
    `SELECT r.rolname AS role, unnest(s.setconfig) AS setting FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE r.rolname = 'atrium_reporting'`,
  );
  expect(settings).toEqual([{ role: 'atrium_reporting', setting: 'statement_timeout=60s' }]);
});

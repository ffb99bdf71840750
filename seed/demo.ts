/** Loads or removes the demonstration data set of the uptake and of agreements: `node seed/demo.ts [remove]`; npm run demo, npm run demo:remove. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEnv } from '#api/env.ts';
import { connect, type Database, type Trx } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate, StartupError } from '#prisma/migrate.ts';
import { loadDemoAgreements, removeDemoAgreements } from './demo-agreements.ts';
import { seedFolder } from './files.ts';

const acceptance = z.enum(['ACCEPTED', 'NOT_ACCEPTED', 'UNDER_CONSIDERATION', 'NOT_RELEVANT']);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write 2024-05-31');
const demoFile = z.array(
  z.strictObject({
    recommendation: z.string(),
    organization: z.string(),
    entries: z
      .array(
        z.strictObject({
          on: date,
          acceptance,
          implementation: z.enum(['NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED']).optional(),
          target: date.optional(),
          confirmed: z.boolean().default(true),
          withdrawn: z.string().optional(),
        }),
      )
      .min(1),
  }),
);

/** By whom demonstration entries are; no person has this id. */
const DEMO = 'demonstration';

/**
 * Loads the demonstration entries, each marked as such, all or nothing; a second time changes nothing. They are made up,
 * and stand beside real data only where none was reported on the same action.
 * @throws StartupError when the library already holds real entries
 */
export async function loadDemo(db: Database, file = join(seedFolder, 'demo', 'uptake.yaml')): Promise<number> {
  const cells = demoFile.parse(parse(await readFile(file, 'utf8')));
  return db.transaction().execute(async (trx) => {
    const { rows: real } = await sql<{ count: number }>`SELECT count(*) AS count FROM uptake_entry WHERE NOT demo`.execute(trx);
    if ((real[0]?.count ?? 0) > 0)
      throw new StartupError(
        `This library holds ${real[0]?.count} real reports. Demonstration data is loaded only where there are none; use another DATA_DIR.`,
      );
    const { rows: some } = await sql`SELECT 1 FROM action LIMIT 1`.execute(trx);
    if (some.length === 0)
      throw new StartupError('The library is not in this database yet. Start Atrium once (npm start), stop it, then load the demonstration data.');
    let added = 0;
    for (const cell of cells) {
      for (const [index, entry] of cell.entries.entries()) {
        const key = `${cell.recommendation}:${cell.organization}:${index}`;
        const { rows } = await sql<{ id: string }>`
          INSERT INTO uptake_entry (action_id, effective_date, entered_on, entered_by, entered_as, acceptance, implementation, target_date, comment, source, idempotency_key, demo)
          SELECT a.id, ${entry.on}::date, ${entry.on}::date, ${DEMO}, 'DEMONSTRATION', ${entry.acceptance}::acceptance, ${entry.implementation ?? null}::implementation, ${entry.target ?? null}::date, 'Demonstration data: made up.', 'DIRECT', ${key}, true
          FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id WHERE r.source_key = ${cell.recommendation} AND o.content->>'shortName' = ${cell.organization}
          ON CONFLICT (entered_by, idempotency_key) DO NOTHING RETURNING id`.execute(trx);
        const id = rows[0]?.id;
        if (!id) {
          const { rows: known } = await sql`SELECT 1 FROM uptake_entry WHERE entered_by = ${DEMO} AND idempotency_key = ${key}`.execute(trx);
          if (known.length === 0) throw new StartupError(`${file}: ${cell.recommendation} is not addressed to ${cell.organization}.`);
          continue;
        }
        added++;
        if (entry.confirmed)
          await sql`INSERT INTO uptake_confirmation (entry_id, confirmed_on, confirmed_by, demo) VALUES (${id}::uuid, ${entry.on}::date, ${DEMO}, true)`.execute(
            trx,
          );
        if (entry.withdrawn)
          await sql`INSERT INTO uptake_withdrawal (entry_id, withdrawn_on, withdrawn_by, withdrawn_as, reason, demo) VALUES (${id}::uuid, ${entry.on}::date, ${DEMO}, 'DEMONSTRATION', ${entry.withdrawn}, true)`.execute(
            trx,
          );
      }
    }
    await loadDemoActivity(trx);
    return added;
  });
}

/**
 * One made-up activity of FAO, which shows that a measure is entered once and serves several recommendations: two of the first report,
 * and one of each other report that is loaded and asks something of FAO. Loaded again after another report it has a version more.
 */
async function loadDemoActivity(trx: Trx): Promise<void> {
  const { rows: serves } = await sql<{ id: string }>`
    SELECT id FROM (SELECT a.id, s.position AS report, r.position, row_number() OVER (PARTITION BY s.id ORDER BY r.position, a.id) AS place, min(s.position) OVER () AS first
      FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id JOIN record s ON s.id = a.report_id
      WHERE o.content->>'shortName' = 'FAO' AND a.printed) x WHERE place <= CASE WHEN report = first THEN 2 ELSE 1 END ORDER BY report, position`.execute(trx);
  const actions = serves.map(({ id }) => id);
  const { rows: made } = await sql<{ id: string }>`
    WITH made AS (SELECT uuidv7() AS id)
    INSERT INTO uptake_activity (id, activity_id, organization_id, title, lead, starts_on, ends_on, indicator, result, entered_on, entered_by, entered_as, idempotency_key, demo)
    SELECT m.id, coalesce((SELECT v.activity_id FROM uptake_activity v WHERE v.demo ORDER BY v.sequence LIMIT 1), m.id), o.id, 'Guide to choosing between a blockchain and a database', 'Digital unit (made up)', '2022-03-01', '2023-02-28',
      'Projects assessed by the guide before they begin', 'Demonstration data: made up.', '2023-03-15', ${DEMO}, 'DEMONSTRATION', ${`activity:${actions.join(',')}`}, true
    FROM made m, record o WHERE o.kind = 'ORGANIZATION' AND o.content->>'shortName' = 'FAO'
    ON CONFLICT (entered_by, idempotency_key) DO NOTHING RETURNING id`.execute(trx);
  const id = made[0]?.id;
  if (!id) return;
  await sql`INSERT INTO uptake_activity_action (version_id, action_id) SELECT ${id}::uuid, unnest(${actions}::uuid[])`.execute(trx);
  await sql`INSERT INTO uptake_activity_confirmation (version_id, confirmed_on, confirmed_by, demo) VALUES (${id}::uuid, '2023-03-20', ${DEMO}, true)`.execute(
    trx,
  );
}

/** Removes every row of the demonstration, and with it every trace; real rows are not touched. */
export async function removeDemo(db: Database): Promise<number> {
  return db.transaction().execute(async (trx) => {
    for (const table of ['uptake_comment', 'uptake_judgement', 'uptake_withdrawal_request', 'uptake_withdrawal', 'uptake_publication', 'uptake_confirmation'])
      await sql`DELETE FROM ${sql.table(table)} WHERE demo`.execute(trx);
    await sql`DELETE FROM uptake_activity_action x USING uptake_activity v WHERE v.id = x.version_id AND v.demo`.execute(trx);
    for (const table of ['uptake_activity_confirmation', 'uptake_activity']) await sql`DELETE FROM ${sql.table(table)} WHERE demo`.execute(trx);
    await sql`DELETE FROM campaign WHERE demo`.execute(trx);
    const { numAffectedRows } = await sql`DELETE FROM uptake_entry WHERE demo`.execute(trx);
    return Number(numAffectedRows ?? 0);
  });
}

if (import.meta.main) {
  try {
    const env = readEnv();
    const server = env.DATABASE_URL ? null : await startEmbedded(env.dataDir);
    const connection = connect(env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL ?? server?.url ?? '', { max: 2 });
    try {
      await migrate(connection.pool);
      if (process.argv[2] === 'remove')
        console.log(
          `${await removeDemo(connection.db)} demonstration entries and ${await removeDemoAgreements(connection.db)} demonstration agreements were removed.`,
        );
      else
        console.log(
          `${await loadDemo(connection.db)} demonstration entries and ${await loadDemoAgreements(connection.db)} demonstration agreements were loaded. They are made up and marked as such; npm run demo:remove removes them without trace.`,
        );
    } finally {
      await connection.close();
      await server?.stop();
    }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

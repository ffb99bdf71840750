import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Database } from '#prisma/database.ts';
import { seedFolder } from './files.ts';

const demoFile = z.array(
  z.strictObject({
    number: z.string(),
    /** By short name. */
    holder: z.string(),
    /** By source key. */
    vendor: z.string(),
    title: z.string(),
    unspsc: z.array(z.string().regex(/^\d{8}$/)),
    /** Days from the day of loading. */
    from: z.number().int(),
    until: z.number().int(),
    ceiling: z.number().optional(),
    currency: z.string().optional(),
    drawn: z.number().optional(),
    use: z.enum(['NOT_STATED', 'CLOSED', 'ON_REQUEST', 'OPEN']),
    audience: z.enum(['OWNERS', 'UN_SYSTEM', 'PUBLIC']),
    /** By so many days it was extended, in an amendment of thirty days before. */
    extended: z.number().int().optional(),
  }),
);
const MADE_UP = 'Demonstration data: made up.';

/**
 * Loads the demonstration agreements, each marked as such, all or nothing; a second time changes nothing. They are made up, and
 * nobody is written to about them.
 * @returns how many were loaded
 */
export async function loadDemoAgreements(db: Database, file = join(seedFolder, 'demo', 'agreements.yaml')): Promise<number> {
  const agreements = demoFile.parse(parse(await readFile(file, 'utf8')));
  return db.transaction().execute(async (trx) => {
    const { rows: known } = await sql`SELECT 1 FROM agreement WHERE demo LIMIT 1`.execute(trx);
    if (known.length > 0) return 0;
    for (const one of agreements) {
      const { rows } = await sql<{ id: string }>`
        INSERT INTO agreement (organization_id, vendor_id, audience, demo)
        SELECT o.id, v.id, ${one.audience}::audience, true FROM record o, record v
        WHERE o.kind = 'ORGANIZATION' AND o.content->>'shortName' = ${one.holder} AND v.kind = 'VENDOR' AND (v.source_key = ${one.vendor} OR v.slug = ${one.vendor}) RETURNING id`.execute(
        trx,
      );
      const id = rows[0]?.id;
      if (!id) throw new Error(`${file}: there is no organization ${one.holder} or no vendor ${one.vendor}.`);
      const day = (days: number) => sql`CURRENT_DATE + ${days}::int`;
      const version = (number: number, until: number, holds: { from: number | null; until: number | null }, reason: string) =>
        sql`
        INSERT INTO agreement_version (agreement_id, version, holds_from, holds_until, reason, number, title, scope, unspsc, starts_on, ends_on, ceiling, currency, call_off, use, use_terms, contact, source)
        VALUES (${id}::uuid, ${number}, ${holds.from === null ? sql`NULL` : day(holds.from)}, ${holds.until === null ? sql`NULL` : day(holds.until)}, ${reason}, ${one.number}, ${one.title}, ${MADE_UP}, ${one.unspsc}::text[],
          ${day(one.from)}, ${day(until)}, ${one.ceiling ?? null}, ${one.currency ?? null}, ${MADE_UP}, ${one.use}::agreement_use, ${MADE_UP}, 'procurement@demo.invalid', ${MADE_UP})`.execute(
          trx,
        );
      if (one.extended) {
        await version(1, one.until - one.extended, { from: null, until: -30 }, '');
        await version(2, one.until, { from: -30, until: null }, MADE_UP);
      } else await version(1, one.until, { from: null, until: null }, '');
      if (one.drawn !== undefined)
        await sql`INSERT INTO agreement_drawing (agreement_id, drawn, on_day, source) VALUES (${id}::uuid, ${one.drawn}, ${day(Math.min(-1, one.until))}, ${MADE_UP})`.execute(
          trx,
        );
    }
    return agreements.length;
  });
}

/** Removes every agreement of the demonstration, with all that was said of it; others are not touched. */
export async function removeDemoAgreements(db: Database): Promise<number> {
  const { numAffectedRows } = await sql`DELETE FROM agreement WHERE demo`.execute(db);
  return Number(numAffectedRows ?? 0);
}

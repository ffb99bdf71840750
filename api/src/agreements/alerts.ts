import { staying } from '../records/merged.ts';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { anyone } from '#search/engine.ts';
import { vendorTitle } from '../procurement/policy.ts';
import { mailAll } from '../contributions/mails.ts';
import { daysBetween, utcToday } from '../uptake/state.ts';
import { holdsOn } from './agreement.ts';
import { askedFor } from './write.ts';

/** How many days before the end of an agreement its holder is written to. */
export const alertDays = [90, 30, 7] as const;

/** Who is written to: people of the UN system, of whose organizations nothing is known here. */
const holders = { ...anyone, unSystem: true };

type Ending = { id: string; number: string; title: string; endsOn: string; holderSlug: string; vendorTitle: string };

/**
 * Writes to the holders of agreements that end soon, 90, 30 and 7 days before. Done once a day by a job; repeating it queues
 * nothing twice, and where the end is moved its days are told of anew. After days without the job only the latest that is due goes out.
 * @returns of how many agreements somebody was written to
 */
export async function agreementAlerts(db: Database, baseUrl: string, today = utcToday()): Promise<number> {
  const { rows } = await sql<Ending>`
    SELECT a.id, t.number, t.title, t.ends_on::text AS "endsOn", o.slug AS "holderSlug", ${vendorTitle(holders)} AS "vendorTitle"
    FROM agreement a JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')} JOIN agreement_version t ON t.agreement_id = a.id AND ${holdsOn(today)}
    WHERE NOT a.demo AND t.ends_on BETWEEN ${today}::date AND ${today}::date + ${alertDays[0]}::int ORDER BY t.ends_on, a.id`.execute(db);
  let written = 0;
  for (const one of rows) {
    const left = daysBetween(today, one.endsOn);
    const days = alertDays.findLast((some) => left <= some);
    if (days === undefined) continue;
    await db.transaction().execute(async (trx) => {
      const receivers = await askedFor(trx, one.holderSlug);
      if (receivers.length === 0) return;
      const { rows: mine } = await sql`
        INSERT INTO agreement_notice (agreement_id, ends_on, days) VALUES (${one.id}::uuid, ${one.endsOn}::date, ${days}) ON CONFLICT DO NOTHING RETURNING 1`.execute(
        trx,
      );
      if (mine.length === 0) return;
      written++;
      await mailAll(
        trx,
        receivers,
        `agreement-end:${one.id}:${one.endsOn}:${days}`,
        `The agreement ${one.number} ends on ${one.endsOn}`,
        () =>
          `${one.number}, ${one.title}, with ${one.vendorTitle} ends on ${one.endsOn}, in ${left} ${left === 1 ? 'day' : 'days'}.\n\nSee or amend it: ${baseUrl}/agreements/${one.id}`,
      );
    });
  }
  return written;
}

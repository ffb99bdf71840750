import { type RawBuilder, sql } from 'kysely';
import type { UptakeAccess } from './policy.ts';
import { type Standing, standingJoins, standingOf } from './standing.ts';

/** Which state of the table is asked for. */
export type Moment = {
  /**
   * The day whose state is shown: entries that hold from later days are left out. The day that it is in UTC stands for the day that
   * it is at each organization, here and in `known` (day.ts).
   */
  at: string;
  /** The day whose knowledge is used: what was entered, confirmed or withdrawn later is left out. Equal to `at`, the table is the one recorded on that day. */
  known: string;
  /**
   * Which world: what was really reported (false), the demonstration (`ONLY`), or (true) the demonstration as long as nothing real
   * is on record for the viewer. The two never stand in one table, so that no figure mixes them.
   */
  demo: boolean | 'ONLY';
  /** Only what the public sees: entries that a second person confirmed, or that stand unopposed. */
  confirmedOnly: boolean;
  /** Also what is published from documents and waits for the organization. */
  documents?: boolean;
};

/** The standings that count in a view: what waits for the organization only where it is asked for, whoever asks. */
const counted = (access: UptakeAccess, moment: Moment): Standing[] => [
  'CONFIRMED',
  'UNOPPOSED',
  ...(moment.documents ? (['DOCUMENT'] as const) : []),
  ...(access.unconfirmed && !moment.confirmedOnly ? (['UNCONFIRMED'] as const) : []),
];

/**
 * Whether the table is that of the demonstration, as a relation `world` of one row, for a statement with the relation `report`. It
 * does not depend on the day, so that all pages of a report show the same world.
 */
export const worldSql = (access: UptakeAccess, { demo }: Pick<Moment, 'demo'>) => {
  if (demo !== true) return sql`SELECT ${demo === 'ONLY'}::boolean AS demo`;
  const kept = (table: string) => sql`EXISTS (SELECT FROM ${sql.table(table)} x JOIN action a ON a.id = x.action_id JOIN report p ON p.id = a.report_id WHERE `;
  const seen = sql`NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = x.id)
    AND (${access.unconfirmed} OR EXISTS (SELECT FROM uptake_confirmation k WHERE k.entry_id = x.id) OR EXISTS (SELECT FROM uptake_publication b WHERE b.entry_id = x.id))`;
  return sql`SELECT ${kept('uptake_entry')} x.demo) AND NOT ${kept('uptake_entry')} NOT x.demo AND ${seen}) AND NOT ${kept('uptake_judgement')} NOT x.demo) AS demo`;
};

/**
 * The entry that holds in action `a` on a day, as a lateral row `e`: of those effective by then and known by then, not
 * withdrawn by then, the one with the latest effective date; of several from one day, the one entered last. And the judgement
 * on the action on that day, as a lateral row `j`, chosen alike.
 */
export const holding = (access: UptakeAccess, moment: Moment, at: RawBuilder<unknown>, known: RawBuilder<unknown>) => sql`
  LEFT JOIN LATERAL (
    SELECT u.id, u.acceptance, u.implementation, u.target_date, u.effective_date, u.demo, s.standing
    FROM uptake_entry u ${standingJoins(known)} CROSS JOIN LATERAL (SELECT ${standingOf(known)} AS standing) s
    WHERE s.standing = ANY (${counted(access, moment)}::text[]) AND u.action_id = a.id AND u.effective_date <= ${at} AND u.entered_on <= ${known}
      AND u.demo = (SELECT demo FROM world)
      AND NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id AND w.withdrawn_on <= ${known})
    ORDER BY u.effective_date DESC, u.sequence DESC LIMIT 1
  ) e ON true
  LEFT JOIN LATERAL (
    SELECT v.judgement, v.priority, v.entry_id FROM uptake_judgement v WHERE v.action_id = a.id AND v.effective_date <= ${at} AND v.judged_on <= ${known} AND v.demo = (SELECT demo FROM world)
    ORDER BY v.effective_date DESC, v.sequence DESC LIMIT 1
  ) j ON true`;

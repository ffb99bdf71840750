import type { Task, TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Database } from '#prisma/database.ts';
import { forgetTold, sendDigests } from './digest.ts';
import type { Frequency } from './frequency.ts';
import { makeMatcher, matchChanges } from './match.ts';
import { followAsFocalPoints } from './write.ts';

/** When a run was due: what the crontab says, or now. */
const slotOf = (payload: unknown): Date => {
  const due = (payload as { _cron?: { ts?: string } } | null)?._cron?.ts;
  return due ? new Date(due) : new Date();
};

/** The jobs of what people follow, for the worker. Without the secret of the installation no link could end a mail, and none is sent. */
export function followingTasks(db: Database, pool: Pool, { baseUrl, secret }: { baseUrl: string; secret: string | undefined }): TaskList {
  const matcher = makeMatcher(db, pool);
  const digest: Task = async (payload) => {
    if (secret === undefined) return;
    const { frequency } = payload as { frequency: Frequency };
    await matchChanges(matcher);
    await sendDigests(db, frequency, { baseUrl, secret, slot: slotOf(payload) });
  };
  return {
    follow_changes: async () => {
      await followAsFocalPoints(db);
      await matchChanges(matcher);
      if (secret !== undefined) await sendDigests(db, 'NOW', { baseUrl, secret });
    },
    follow_digest: digest,
    forget_told: () => forgetTold(db),
  };
}

/** When they run, in UTC; what was missed while the worker was down is caught up. */
export const followingCrontab = [
  '* * * * * follow_changes ?jobKey=follow_changes',
  '45 6 * * * follow_digest ?fill=1d&id=follow_daily {"frequency":"DAILY"}',
  '50 6 * * 1 follow_digest ?fill=7d&id=follow_weekly {"frequency":"WEEKLY"}',
  '55 6 1 * * follow_digest ?fill=31d&id=follow_monthly {"frequency":"MONTHLY"}',
  '31 3 * * * forget_told',
].join('\n');

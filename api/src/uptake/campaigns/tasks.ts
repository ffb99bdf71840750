import type { Task, TaskList } from 'graphile-worker';
import type { Database } from '#prisma/database.ts';
import { sendDigests } from '../follow/subscriptions.ts';
import { campaignSteps, type Site } from './write.ts';

/** The jobs of the uptake for the worker: steps of campaigns and mails to those who follow. */
export function uptakeTasks(db: Database, site: Site): TaskList {
  const digest: Task = async (payload) => {
    const weekly = (payload as { frequency?: string }).frequency === 'WEEKLY';
    await sendDigests(db, weekly ? 'WEEKLY' : 'DAILY', site);
  };
  return {
    uptake_campaigns: async () => {
      await campaignSteps(db, site);
    },
    uptake_digest: digest,
  };
}
/** When they run, in UTC; what was missed while the worker was down is caught up within a day. */
export const uptakeCrontab = [
  '5 6 * * * uptake_campaigns ?fill=1d',
  '15 6 * * * uptake_digest ?fill=1d {"frequency":"DAILY"}',
  '25 6 * * 1 uptake_digest ?fill=7d&id=uptake_digest_weekly {"frequency":"WEEKLY"}',
].join('\n');

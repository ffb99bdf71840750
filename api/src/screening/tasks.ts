import type { TaskList } from 'graphile-worker';
import type { Database } from '#prisma/database.ts';
import { doRun, screenVendor, type Site } from './run.ts';

/** The jobs of the screening for the worker: a run over all vendors, and a vendor that was published. */
export const screeningTasks = (db: Database, site: Site): TaskList => ({
  screen: async (payload) => {
    await doRun(db, (payload as { run: string }).run, site);
  },
  screen_vendor: async (payload) => {
    await screenVendor(db, (payload as { vendor: string }).vendor, site);
  },
});

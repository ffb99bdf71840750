import { Worker } from 'node:worker_threads';

/** What a thread may take. */
export type ThreadLimits = { milliseconds: number; megabytes: number };

/** Begins a thread with the code of a file: with a limit of memory, and nothing of the settings. */
export const startThread = (file: URL, { megabytes }: ThreadLimits, workerData?: unknown): Worker =>
  new Worker(file, {
    workerData,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });

import type { Runner } from 'graphile-worker';

/** How long after a failure the next try is made: longer each time, up to the last (milliseconds). */
const PAUSES = [500, 1000, 2000, 5000, 10_000];

/** How long a runner that has begun to end may take, when nobody told it to (milliseconds). */
const ENDING = 10_000;

/**
 * Keeps a runner of the job queue at work: one that ends because the database went away begins again when that answers.
 * One that notices that the database is away ends by itself, and may wait for ever for jobs that can be ended nowhere: it is
 * then left alone, and its jobs are nobody's (presence.ts).
 * @param begin begins one, and calls what it is given when that begins to end; where the very first fails, that is the caller's to know
 * @param report told once of each time that it is away
 * @returns a function that lets the running jobs end and stops
 */
export async function keepRunning(begin: (ending: () => void) => Promise<Runner>, report: (message: string) => void): Promise<() => Promise<void>> {
  let stopped = false;
  /** Fails when the runner that was begun last takes too long to end. */
  let overdue: Promise<never> = new Promise(() => {});
  const start = async (): Promise<Runner> => {
    let ending = () => {};
    overdue = new Promise((_, fail) => {
      ending = () => setTimeout(() => fail(new Error('it did not end by itself')), ENDING).unref();
    });
    overdue.catch(() => {});
    const begun = await begin(() => ending());
    begun.promise.catch(() => {});
    return begun;
  };
  let runner: Runner | null = await start();
  let wake = () => {};
  const watching = (async () => {
    let failures = 0;
    while (!stopped) {
      const began = Date.now();
      try {
        runner ??= await start();
        await Promise.race([runner.promise, overdue]);
        if (!stopped) throw new Error('it ended by itself');
      } catch (error) {
        if (stopped) break;
        if (Date.now() - began > 60_000) failures = 0;
        if (failures === 0) report(`The jobs stopped, and begin again when the database answers: ${(error as Error).message || String(error)}`);
        await new Promise<void>((done) => {
          wake = done;
          setTimeout(done, PAUSES[Math.min(failures, PAUSES.length - 1)]);
        });
        failures++;
      }
      runner = null;
    }
  })();
  return async () => {
    stopped = true;
    wake();
    // One that ended by itself a moment ago says so.
    await runner?.stop().catch(() => {});
    await watching;
  };
}

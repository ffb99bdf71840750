import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Candidate, ListedName } from '#prisma/screening/name-index.ts';
import type { NameKind } from '#prisma/screening/words.ts';
import { startThread, type ThreadLimits } from '../thread.ts';

/** The names of a list by the numbers of its entries, and what each entry is. */
export type Listed = { names: ListedName[]; kinds: NameKind[] };
/** An entry that a vendor may be, and which of its names is the most alike. */
export type Found = Candidate & { vendorName: string };
export type Task = { number: number; vendors: string[][] };
type Done = { number: number; found: Found[][]; compared: number };

/** Of one thread; reading the names of a list of 60,000 takes about 150 MB and a second. */
const limits: ThreadLimits = { milliseconds: 0, megabytes: 2048 };
/** As many threads as cores, and no more than two: people want their pages meanwhile. */
const THREADS = Math.max(1, Math.min(2, availableParallelism()));

/** Compares vendors with one list in threads, each of which holds its names. The second one begins when the first has too much to do. */
export class Matcher {
  private readonly listed: Listed;
  private readonly threads: { worker: Worker; waiting: number }[] = [];
  private readonly asked = new Map<number, { done: (found: Found[][]) => void; fail: (error: Error) => void; worker: Worker }>();
  private next = 0;
  private ended = false;
  /** How many names were compared word by word. */
  compared = 0;

  constructor(listed: Listed) {
    this.listed = listed;
  }

  /** @param vendors the names of each @returns for each the entries that it may be, the likeliest first */
  match(vendors: string[][]): Promise<Found[][]> {
    if (this.ended) return Promise.reject(new Error('The matcher was ended.'));
    const thread = this.idle();
    const number = this.next++;
    thread.waiting++;
    thread.worker.ref();
    return new Promise((done, fail) => {
      this.asked.set(number, { done, fail, worker: thread.worker });
      thread.worker.postMessage({ number, vendors } satisfies Task);
    });
  }

  private idle() {
    const least = this.threads.reduce((best: (typeof this.threads)[number] | null, one) => (best && best.waiting <= one.waiting ? best : one), null);
    if (least && (least.waiting === 0 || this.threads.length >= THREADS)) return least;
    const worker = startThread(new URL('./matching.ts', import.meta.url), limits, this.listed);
    const thread = { worker, waiting: 0 };
    worker.on('message', ({ number, found, compared }: Done) => {
      // A thread that waits for work keeps no process alive.
      if (--thread.waiting === 0) worker.unref();
      this.compared += compared;
      this.asked.get(number)?.done(found);
      this.asked.delete(number);
    });
    const failed = (error: Error) => {
      this.threads.splice(this.threads.indexOf(thread), 1);
      for (const [number, one] of this.asked)
        if (one.worker === worker) {
          this.asked.delete(number);
          one.fail(error);
        }
    };
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('The thread that compares names has ended.')));
    this.threads.push(thread);
    return thread;
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}

/** How long the names of a list are kept after their last use, in milliseconds: vendors are often published one after the other. */
const KEPT = 10 * 60_000;
let kept: { listId: string; matcher: Matcher; timer: NodeJS.Timeout; using: number } | null = null;

/** Uses the matcher of a list, the one of the last time where it is the same; one list is held at a time. */
export async function withMatcher<Result>(listId: string, load: () => Promise<Listed>, use: (matcher: Matcher) => Promise<Result>): Promise<Result> {
  if (kept?.listId !== listId) {
    const listed = await load();
    if (kept?.listId !== listId) {
      if (kept && kept.using === 0) void endKept();
      kept = { listId, matcher: new Matcher(listed), timer: setTimeout(() => {}, 0), using: 0 };
    }
  }
  const mine = kept as NonNullable<typeof kept>;
  clearTimeout(mine.timer);
  mine.using++;
  try {
    return await use(mine.matcher);
  } finally {
    mine.using--;
    if (mine !== kept && mine.using === 0) await mine.matcher.end();
    else {
      mine.timer = setTimeout(() => mine === kept && mine.using === 0 && void endKept(), KEPT);
      mine.timer.unref();
    }
  }
}

/** Ends the threads that wait. */
export async function endKept(): Promise<void> {
  const ending = kept;
  kept = null;
  if (!ending) return;
  clearTimeout(ending.timer);
  await ending.matcher.end();
}

import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * For whom the database works. The public has a share of each pool, so that whatever strangers ask, signed-in people get
 * through; jobs and commands are not counted.
 */
export type Side = 'PUBLIC' | 'PERSON' | 'JOB';

/** How long one statement may take, by kind of work (milliseconds). */
export const statementTimes = {
  /** What a reader waits for. */
  READ: 8_000,
  /** A file with a whole list or report. */
  FILE: 60_000,
  /** Jobs, the loading of the library, commands. */
  JOB: 600_000,
} as const;

/** One piece of work: a request, a file, a job. Everything asynchronous that it begins belongs to it (`doing`). */
export type Work = {
  /** Becomes known when it is found out who asks. */
  side: Side;
  kind: keyof typeof statementTimes;
  /** When it aborts, statements that run are cancelled in the database, and none begins. */
  signal?: AbortSignal | undefined;
  /** The request that it is done for, for the log. */
  requestId?: string | undefined;
  /** The address of who asks, so that one address takes no more than its part of what the public has. */
  client?: string;
};

const current = new AsyncLocalStorage<Work>();

/** The work that the code is part of; a job where nothing else was said. */
export const workNow = (): Work => current.getStore() ?? { side: 'JOB', kind: 'JOB' };

/** Runs a function, and everything that it begins, as part of a piece of work. */
export const doing = <Result>(work: Work, run: () => Result): Result => current.run(work, run);

/** What several requests wait for together belongs to none of them: it is not cancelled when one of them ends. */
export const forAll = <Result>(run: () => Result): Result => {
  const { side, kind, requestId, client } = workNow();
  return current.run({ side, kind, requestId, ...(client === undefined ? {} : { client }) }, run);
};

/** Waits for what belongs to several pieces of work no longer than its own one lasts. */
export function asLongAsWorking<Result>(shared: Promise<Result>): Promise<Result> {
  const { signal } = workNow();
  if (!signal) return shared;
  return new Promise<Result>((resolve, reject) => {
    const ended = () => reject(signal.reason as Error);
    if (signal.aborted) return ended();
    signal.addEventListener('abort', ended, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', ended));
  });
}

/** An iterator whose every step belongs to a piece of work, from wherever a stream asks for it. */
export async function* stepsOf<Item>(work: Work, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await doing(work, () => iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await doing(work, async () => iterator.return?.());
  }
}

/** A signal that ends a piece of work: when its time is over, when the reader has gone, or when it is stopped. */
export class Ending {
  private readonly timer: NodeJS.Timeout;
  private readonly controller = new AbortController();
  readonly signal: AbortSignal = this.controller.signal;

  /**
   * @param time milliseconds; when they are over, the reason is `Busy`
   * @param others signals that end it too
   */
  constructor(time: number, ...others: AbortSignal[]) {
    this.timer = setTimeout(() => this.stop(new Busy(`The request took longer than ${time / 1000} seconds and was given up.`)), time);
    this.timer.unref();
    this.signal.addEventListener('abort', () => this.done(), { once: true });
    for (const other of others) {
      if (other.aborted) this.stop(other.reason as Error);
      else other.addEventListener('abort', () => this.stop(other.reason as Error), { once: true, signal: this.signal });
    }
  }

  /** The work is over in time. */
  done(): void {
    clearTimeout(this.timer);
  }

  stop(reason: Error): void {
    this.controller.abort(reason);
  }
}

/** After how many seconds it makes sense to ask again. */
export const RETRY_AFTER = 5;

/**
 * The database has no time, or is not there. Whoever answers a request says so with status 503 and `Retry-After`; it is
 * no fault of the request or of the code.
 */
export class Busy extends Error {
  readonly statusCode = 503;
  /** Seconds. */
  readonly retryAfter = RETRY_AFTER;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Busy';
  }
}

/** The `Busy` behind an error, through errors that were wrapped around it; null where there is none. */
export function busyBehind(error: unknown): Busy | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; depth++) {
    if (one instanceof Busy) return one;
    one = (one as Error & { originalError?: unknown }).originalError ?? one.cause;
  }
  return null;
}

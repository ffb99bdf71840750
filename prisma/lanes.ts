import { Busy, type Side } from './work.ts';

/** How many wait for a connection before the next one is told to come again, and how long they wait (milliseconds). */
const WAITING_MAX: Record<Side, number> = { PUBLIC: 60, PERSON: 200, JOB: Number.POSITIVE_INFINITY };
export const WAIT = 5_000;
/** The part of a pool that the public may hold at once. */
const PUBLIC_SHARE = 0.6;

type Waiting = { client: string; go: () => void; fail: (error: Error) => void };

/**
 * Who may take a connection of a pool: the public as many at once as its share, everybody else what is free. Within the share
 * each address has its turn: whose has the fewest goes next, and where too many wait, the last of the address with the most
 * is told to come again.
 */
export class Lanes {
  private readonly share: number;
  private held = 0;
  /** Connections that each address of the public holds. */
  private readonly heldBy = new Map<string, number>();
  private readonly waiting: Waiting[] = [];
  /** Those who have their turn and wait for a connection. */
  private connecting = 0;

  /** @param max connections of the pool */
  constructor(max: number) {
    this.share = Math.max(1, Math.floor(max * PUBLIC_SHARE));
  }

  /**
   * Waits for its turn.
   * @param client the address of who asks
   * @returns a function that gives the place back; calling it again does nothing
   * @throws Busy when too many wait already, or the wait is too long; the reason of the signal when that aborts
   */
  async enter(side: Side, signal?: AbortSignal, client = ''): Promise<() => void> {
    if (side !== 'PUBLIC') {
      if (this.connecting >= WAITING_MAX[side]) throw new Busy('Too many requests wait for the database.');
      return () => {};
    }
    if (this.held < this.share) this.held++;
    else await this.wait(client, signal);
    this.heldBy.set(client, (this.heldBy.get(client) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const still = (this.heldBy.get(client) ?? 1) - 1;
      if (still > 0) this.heldBy.set(client, still);
      else this.heldBy.delete(client);
      const next = this.next();
      if (next) next.go();
      else this.held--;
    };
  }

  /** Waits for a connection of the pool itself; how many do is counted. */
  async counted<Result>(run: () => Promise<Result>): Promise<Result> {
    this.connecting++;
    try {
      return await run();
    } finally {
      this.connecting--;
    }
  }

  /** Of those who wait, the first of the address that holds the fewest. */
  private next(): Waiting | undefined {
    let next: Waiting | undefined;
    for (const one of this.waiting) if (!next || (this.heldBy.get(one.client) ?? 0) < (this.heldBy.get(next.client) ?? 0)) next = one;
    return next;
  }

  /** Makes room for an address where another one has more that wait. @throws Busy where none has */
  private makeRoom(client: string): void {
    const waits = new Map<string, number>();
    for (const one of this.waiting) waits.set(one.client, (waits.get(one.client) ?? 0) + 1);
    const [most = 0] = [...waits.values()].sort((a, b) => b - a);
    const busy = new Busy('Too many requests wait for the database.');
    if (most <= (waits.get(client) ?? 0) + 1) throw busy;
    this.waiting.findLast((one) => waits.get(one.client) === most)?.fail(busy);
  }

  private wait(client: string, signal?: AbortSignal): Promise<void> {
    if (this.waiting.length >= WAITING_MAX.PUBLIC) this.makeRoom(client);
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', aborted);
        const at = this.waiting.indexOf(one);
        if (at >= 0) this.waiting.splice(at, 1);
      };
      const one: Waiting = {
        client,
        go: () => {
          leave();
          resolve();
        },
        fail: (error) => {
          leave();
          reject(error);
        },
      };
      const aborted = () => one.fail(signal?.reason as Error);
      const timer = setTimeout(() => one.fail(new Busy('No connection to the database came free.')), WAIT);
      signal?.addEventListener('abort', aborted, { once: true });
      this.waiting.push(one);
    });
  }
}

import pLimit from 'p-limit';
import { Busy } from '#prisma/work.ts';

/** What may wait for one that is made. */
export const WAITING = 12;

/** Lets so many pieces of work run at a time. Between two of them whatever else came in is answered. */
export class Turns {
  private readonly limit: ReturnType<typeof pLimit>;
  private readonly waiting: number;

  constructor(atOnce: number, waiting = WAITING) {
    this.limit = pLimit(atOnce);
    this.waiting = waiting;
  }

  /** @throws Busy (503) where too many wait already */
  take<Made>(make: () => Promise<Made>): Promise<Made> {
    if (this.limit.pendingCount >= this.waiting) throw new Busy(`${this.limit.pendingCount} wait for their turn already.`);
    return this.limit(async () => {
      await new Promise<void>((go) => setImmediate(go));
      return make();
    });
  }
}

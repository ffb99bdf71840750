import pLimit from 'p-limit';
import { fault } from '../../door/faults.ts';

/** Documents that wait for the one that is made. */
export const WAITING = 12;
const turns = { public: pLimit(1), internal: pLimit(1) };

/**
 * Makes a document when it is its turn: each keeps the process busy for a third of a second, so one is made after another,
 * and whoever else asks is answered in between. Internal ones do not wait for public ones.
 * @throws Fault 503 where too many wait already
 */
export function inTurn<Made>(open: boolean, make: () => Promise<Made>): Promise<Made> {
  const turn = open ? turns.public : turns.internal;
  if (turn.pendingCount >= WAITING) throw fault(503, { retryAfter: 5 });
  return turn(make);
}

import pLimit from 'p-limit';
import { fault } from '../faults.ts';
import { workNow } from '#prisma/work.ts';

/** Files of whole lists that are written at a time; more are told to come again. */
const FILES_MAX = { public: 12, person: 40 };
/** Of so many of them a piece is made at the same time: whoever reads slowly keeps nobody else waiting. */
const PIECES = 2;

const lanes = {
  public: { files: 0, piece: pLimit(PIECES) },
  person: { files: 0, piece: pLimit(PIECES) },
};

/** The lane of the work that the code is part of: what strangers ask for does not hold up who is signed in. */
const laneNow = () => (workNow().side === 'PUBLIC' ? 'public' : 'person');

/** Makes one piece of a file when it is its turn. */
export const piece = <Made>(make: () => Promise<Made>): Promise<Made> => lanes[laneNow()].piece(make);

/**
 * Takes a place for a file.
 * @returns gives it back; calling it again does nothing
 * @throws Fault 503 where too many are written already
 */
export function takePlace(): () => void {
  const name = laneNow();
  const lane = lanes[name];
  if (lane.files >= FILES_MAX[name]) throw fault(503, { retryAfter: 10 });
  lane.files++;
  let taken = true;
  return () => {
    if (taken) lane.files--;
    taken = false;
  };
}

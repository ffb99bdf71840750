import { Readable } from 'node:stream';
import pLimit from 'p-limit';
import { stepsOf, workNow } from '#prisma/work.ts';
import { fault } from '../faults.ts';
import { Turns } from '../turns.ts';

/** Files of whole lists that are written at a time, and of these for one address; more are told to come again. */
const FILES_MAX = { public: 12, person: 40 };
const FILES_MAX_CLIENT = { public: 4, person: 16 };
/** Of so many of them a piece is made at the same time: whoever reads slowly keeps nobody else waiting. */
const PIECES = 2;

const lanes = {
  public: { files: 0, byClient: new Map<string, number>(), piece: pLimit(PIECES) },
  person: { files: 0, byClient: new Map<string, number>(), piece: pLimit(PIECES) },
};

/** The lane of the work that the code is part of: what strangers ask for does not hold up who is signed in. */
const laneNow = () => (workNow().side === 'PUBLIC' ? 'public' : 'person');

/** Makes one piece of a file when it is its turn. */
export const piece = <Made>(make: () => Promise<Made>): Promise<Made> => lanes[laneNow()].piece(make);

/**
 * Takes a place for a file.
 * @returns gives it back; calling it again does nothing
 * @throws Fault 503 where too many are written already, in all or for the address that asks
 */
export function takePlace(): () => void {
  const name = laneNow();
  const lane = lanes[name];
  const { client = '' } = workNow();
  const own = lane.byClient.get(client) ?? 0;
  if (lane.files >= FILES_MAX[name] || (client !== '' && own >= FILES_MAX_CLIENT[name])) throw fault(503, { retryAfter: 10 });
  lane.files++;
  lane.byClient.set(client, own + 1);
  let taken = true;
  return () => {
    if (!taken) return;
    taken = false;
    lane.files--;
    const left = (lane.byClient.get(client) ?? 1) - 1;
    if (left > 0) lane.byClient.set(client, left);
    else lane.byClient.delete(client);
  };
}

/** After each piece of a file the next one waits for its turn: each keeps the process busy for some milliseconds. Neither a reader nor the database is waited for meanwhile. */
const turns = new Turns(1, Number.POSITIVE_INFINITY);

async function* inTurns<Piece>(steps: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  for await (const piece of steps) {
    await turns.take(async () => {});
    yield piece;
  }
}

/**
 * A file that is made piece by piece while it is read, as part of the work of the request, whoever reads how slowly: when the time of
 * that is over, it ends, and its place with it, also where nobody reads on.
 * @param leave gives back its place
 */
export function fileOf(leave: () => void, pieces: AsyncIterable<string | Buffer>): Readable {
  const work = workNow();
  const file = Readable.from(inTurns(stepsOf(work, pieces)), { objectMode: false });
  const end = () => file.destroy(work.signal?.reason as Error);
  work.signal?.addEventListener('abort', end, { once: true });
  file.once('close', () => {
    work.signal?.removeEventListener('abort', end);
    leave();
  });
  return file;
}

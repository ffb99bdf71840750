import { Busy } from '#prisma/work.ts';
import type { Asker } from '../door/web.ts';
import { Turns } from '../turns.ts';

/** So many pages of a side are made at the same time: while one waits for the database another one can be written. */
const AT_ONCE = 2;
/** So many wait for that on each side, and so many of one address; who comes then is told to come again. */
const WAITING = 100;
const WAITING_OF_ONE = 10;

/** Whether an address is one of very many that are all made anew: what was chosen of a list, a search, a table of everything. */
const isChosen = ({ pathname, search }: URL) => search !== '' || pathname === '/overview';

/**
 * Makes pages of filtered lists in turns, so that their readers make each other wait and nobody else: any other page waits for no
 * more than what some of them are in the middle of. People who are signed in have turns of their own, and no address takes
 * more than its share of those that wait.
 * @throws Busy (503) where too many wait
 */
export function listsInTurns<Extra extends Asker>(
  pages: (request: Request, extra: Extra) => Promise<Response>,
): (request: Request, extra: Extra) => Promise<Response> {
  const sides = { true: new Turns(AT_ONCE, WAITING), false: new Turns(AT_ONCE, WAITING) };
  const waiting = new Map<string, number>();
  return async (request, extra) => {
    if (request.method === 'POST' || !isChosen(new URL(request.url))) return pages(request, extra);
    const { client, signedIn } = extra;
    const before = waiting.get(client) ?? 0;
    if (before >= AT_ONCE + WAITING_OF_ONE) throw new Busy(`${before} of one address wait for their turn already.`);
    waiting.set(client, before + 1);
    try {
      return await sides[`${signedIn}`].take(async () => {
        // Nobody waits for it any more.
        request.signal.throwIfAborted();
        return pages(request, extra);
      });
    } finally {
      const left = (waiting.get(client) ?? 1) - 1;
      if (left > 0) waiting.set(client, left);
      else waiting.delete(client);
    }
  };
}

import { Turns } from '../turns.ts';

/** So many pages of lists are made at the same time: while one waits for the database another one can be written. */
const AT_ONCE = 2;
/** So many wait for that; who comes then is told to come again. */
const WAITING = 100;

/** Whether an address is one of very many that are all made anew: what was chosen of a list, a search, a table of everything. */
const isChosen = ({ pathname, search }: URL) => (search !== '' && pathname.split('/').filter(Boolean).length <= 1) || pathname === '/overview';

/**
 * Makes pages of filtered lists in turns, so that their readers make each other wait and nobody else: any other page waits for no
 * more than what two of them are in the middle of.
 * @throws Busy (503) where too many wait
 */
export function listsInTurns<Extra>(pages: (request: Request, extra: Extra) => Promise<Response>): (request: Request, extra: Extra) => Promise<Response> {
  const turns = new Turns(AT_ONCE, WAITING);
  return (request, extra) => {
    if (request.method !== 'GET' || !isChosen(new URL(request.url))) return pages(request, extra);
    return turns.take(async () => {
      // Nobody waits for it any more.
      request.signal.throwIfAborted();
      return pages(request, extra);
    });
  };
}

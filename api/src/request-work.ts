import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doing, Ending, type Work } from '#prisma/work.ts';
import { clientOf } from './door/proxies.ts';

/** Until when a request must have its answer (milliseconds). The API gives up a little sooner, and says so itself. */
const TIME = 20_000;
/** A file with a whole list, or with a whole report. */
const FILE_TIME = 120_000;

/** Whoever asked does not wait for the answer any more. */
export class Gone extends Error {
  /** Not a fault of ours; nobody reads it. */
  readonly statusCode = 499;
}

const isFile = (request: FastifyRequest) => /\.(csv|xlsx|json|jsonl|jsonld|ttl|xml|docx|atom|ics)$/.test(request.routeOptions.url ?? '');

/** What the database does for a request: within its time, and only as long as somebody waits for it. */
function workOf(request: FastifyRequest, reply: FastifyReply): Work {
  const gone = new AbortController();
  const ending = new Ending(isFile(request) ? FILE_TIME : TIME, gone.signal);
  reply.raw.once('close', () => {
    // What was sent to be kept is kept, also when the page was left at once.
    if (!reply.raw.writableFinished && (request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.url === '/graphql'))
      gone.abort(new Gone('The reader has gone.'));
    ending.done();
  });
  // That somebody is signed in becomes known when the session is looked up (accounts/accounts.ts).
  return { side: 'PUBLIC', kind: isFile(request) ? 'FILE' : 'READ', signal: ending.signal, requestId: request.id, client: clientOf(request) };
}

/** Makes everything that a request asks of the database part of the request's work (prisma/work.ts). */
export function addRequestWork(app: FastifyInstance): void {
  app.addHook('preHandler', (request, reply, done) => doing(workOf(request, reply), done));
}

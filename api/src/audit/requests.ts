import type { FastifyInstance, FastifyRequest } from 'fastify';
import { doing } from '#prisma/work.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { type AuditEvent, clientNetwork, recordAudit } from '#prisma/audit.ts';

/** Work of its own: that of the request ends with its answer, and with a reader who goes before it has arrived whole. */
const aside = <Result>(run: () => Result): Result => doing({ side: 'PERSON', kind: 'READ' }, run);

declare module 'fastify' {
  interface FastifyRequest {
    /** The file that this request takes is in the audit already: an internal one is, before it is made (uptake/documents/audience.ts). */
    exportRecorded: boolean;
  }
}

/** Refusals of one address that are kept within a minute: an attack is told of, it does not fill the table. */
const PER_MINUTE = 30;
/** Lists and documents as files, uploads. */
const files = /^\/(?!audit\.)(files\/[^/]+|[^?]+\.(csv|xlsx|ods|json|docx|atom|ics))$/;

/**
 * Records what requests did: who took a file while signed in, what was refused (403), which limits were reached. The answer
 * never waits for it, and a failure of it is logged.
 * @param userFor who sends a request
 * @param tell the path as it may be kept
 * @returns records an event of a request
 */
export function addAudit(
  app: FastifyInstance,
  { db }: Pick<Services, 'db'>,
  {
    userFor,
    tell,
    clientOf,
  }: {
    userFor: (request: FastifyRequest) => Promise<User | null>;
    tell: (url: string, status: number) => string;
    clientOf: (request: FastifyRequest) => string;
  },
): (request: FastifyRequest, event: Pick<AuditEvent, 'kind' | 'outcome' | 'detail'>) => Promise<void> {
  let minute = 0;
  let refusals = new Map<string, number>();
  const few = (client: string) => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) {
      minute = now;
      refusals = new Map();
    }
    const key = clientNetwork(client);
    const count = (refusals.get(key) ?? 0) + 1;
    // So many addresses at once are a flood whatever each of them does.
    if (refusals.size < 10_000 || count > 1) refusals.set(key, count);
    return count <= PER_MINUTE && refusals.size < 10_000;
  };
  const record = async (request: FastifyRequest, status: number, event: Pick<AuditEvent, 'kind' | 'outcome' | 'detail'>) => {
    try {
      const user = await userFor(request).catch(() => null);
      await recordAudit(db, {
        ...event,
        actor: user?.pseudonym ?? null,
        subject: `${request.method} ${tell(request.url, status)}`,
        client: clientOf(request),
        requestId: request.id,
      });
    } catch (error) {
      request.log.error({ err: error }, 'an event could not be kept in the audit');
    }
  };
  app.decorateRequest('exportRecorded', false);
  const responded = async (request: FastifyRequest, status: number) => {
    if (status === 403) {
      if (few(clientOf(request))) await record(request, status, { kind: 'ACCESS_REFUSED', outcome: 'REFUSED' });
    } else if (status === 200 && request.method === 'GET' && !request.exportRecorded && files.test(request.url.split('?')[0] ?? '')) {
      const user = await userFor(request).catch(() => null);
      if (!user) return;
      const audience = new URL(request.url, 'http://host').searchParams.get('audience');
      await record(request, status, { kind: 'EXPORT', detail: audience && /^[a-z-]{1,20}$/i.test(audience) ? `audience ${audience}` : null });
    }
  };
  app.addHook('onResponse', (request, reply) => aside(() => responded(request, reply.statusCode)));
  return (request, event) => aside(() => record(request, event.kind === 'LIMIT_REACHED' ? 429 : 200, event));
}

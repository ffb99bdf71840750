import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FastifyInstance } from 'fastify';
import { why } from '#i18n/fault.ts';
import { type Ask, askAs } from '../ask.ts';
import { fault } from '../faults.ts';
import { sendWebResponse, toWebRequest } from '../door/web.ts';
import type { Yoga } from '../yoga.ts';
import { makeMcpServer } from './server.ts';

/** Bytes of a request: a question has a few hundred. */
const BODY = 100_000;
/** Questions that clients of old send together: what a request costs is bounded, whoever asks and however it is counted. */
const TOGETHER = 10;

/** How many questions a body holds; 1 for what is no JSON, which the protocol answers. */
function questionsIn(body: unknown): number {
  if (!Buffer.isBuffer(body) || body.length > BODY || !/^\s*\[/.test(body.toString('utf8', 0, 100))) return 1;
  try {
    return (JSON.parse(body.toString('utf8')) as unknown[]).length;
  } catch {
    return 1;
  }
}

/**
 * `/mcp`: the Model Context Protocol over Streamable HTTP, without sessions. Revision 2026-07-28; clients of 2025 are answered as
 * they expect. Read by everybody, or by a token with its audience; cookies are none of its business.
 */
export function addMcp(app: FastifyInstance, yoga: Yoga, { baseUrl }: { baseUrl: string }): void {
  const handler = createMcpHandler(({ authInfo }) => makeMcpServer(authInfo?.extra?.['ask'] as Ask, baseUrl), {
    // Nothing is told while it happens: there is nothing to wait for.
    maxSubscriptions: 0,
    maxRequestBodySize: BODY,
    onerror: (error) => app.log.debug({ err: error }, 'an assistant was refused'),
  });
  app.route({
    url: '/mcp',
    method: ['GET', 'POST', 'DELETE'],
    handler: async (request, reply) => {
      delete request.headers.cookie;
      if (questionsIn(request.body) > TOGETHER) throw fault(400, { why: why('QUESTIONS_MANY', { max: TOGETHER }) });
      const ask = askAs(yoga, request, baseUrl);
      return sendWebResponse(await handler.fetch(toWebRequest(request, baseUrl), { authInfo: { token: '', clientId: '', scopes: [], extra: { ask } } }), reply);
    },
  });
}

import type { FastifyRequest } from 'fastify';
import { webHeaders } from './door/web.ts';
import type { Yoga } from './yoga.ts';

type Problem = { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> };
/** What the schema answered. */
export type Answer = { data: Record<string, unknown> | null; errors: Problem[] };
/** Asks the schema in this process, as who sends the request: the same permission, costs and limits as over `/graphql`. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/**
 * How other interfaces ask the one schema.
 * @param request whose cookie, address and patience count
 */
export function askAs(yoga: Yoga, request: FastifyRequest, baseUrl: string): Ask {
  const headers = webHeaders(request);
  for (const name of [...headers.keys()]) if (!/^(cookie|x-request-id|x-atrium-.+)$/.test(name)) headers.delete(name);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/json');
  return async (query, variables = {}) => {
    const response = await yoga.fetch(new Request(new URL('/graphql', baseUrl), { method: 'POST', headers, body: JSON.stringify({ query, variables }) }), {
      requestId: request.id,
      token: request.token,
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { data, errors };
  };
}

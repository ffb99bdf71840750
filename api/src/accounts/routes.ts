import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { AUTH_PATH } from './address.ts';
import { answerForm } from './forms.ts';

type Web = { toWebRequest: (request: FastifyRequest) => Request; send: (response: Response, reply: import('fastify').FastifyReply) => Promise<unknown> };

/**
 * Whether a request that changes something comes from one of this site's own pages. A browser says so in Sec-Fetch-Site
 * and Origin; a program that sends no cookie has nothing that a foreign page could misuse.
 */
export function sameOrigin(request: Pick<FastifyRequest, 'headers'>, baseUrl: string, fixed: boolean): boolean {
  const { origin, cookie, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return site !== undefined || cookie === undefined;
  if (origin === new URL(baseUrl).origin) return true;
  if (fixed) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Mounts sign-in (/auth/*), the account forms (/account/*), and the check that every unsafe request is our own pages'. */
export function addAccounts(
  app: FastifyInstance,
  services: Services,
  { baseUrl, fixed }: { baseUrl: string; fixed: boolean },
  { toWebRequest, send }: Web,
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || sameOrigin(request, baseUrl, fixed)) return;
    return reply.status(403).send({ error: 'This request came from another site. Open the page again and send the form from there.', requestId: request.id });
  });
  services.accounts.report = (details, message) => app.log.info(details, message);
  const { providers, administrators } = services.accounts.settings;
  if (providers.length > 0 && !providers.some((one) => one.administrators) && administrators.some((one) => !one.includes(':')))
    app.log.warn(
      'ADMINISTRATORS has mail addresses, but no sign-in service of OIDC_PROVIDERS may name administrators: write service:subject, or set "administrators": true',
    );
  const limited = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } });
  app.route({
    url: `${AUTH_PATH}/*`,
    method: ['GET', 'POST'],
    config: limited(120),
    handler: async (request, reply) => send(await services.accounts.handle(toWebRequest(request)), reply),
  });
  app.route({
    url: '/account/*',
    method: 'POST',
    config: limited(60),
    handler: async (request, reply) => {
      const response = await answerForm(services.accounts, toWebRequest(request));
      return response ? send(response, reply) : reply.status(404).send({ error: 'There is no such form.', requestId: request.id });
    },
  });
}

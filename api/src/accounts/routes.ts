import { why } from '#i18n/fault.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { fault } from '../faults.ts';
import { AUTH_PATH } from './address.ts';
import { answerForm } from './forms.ts';

type Web = { toWebRequest: (request: FastifyRequest) => Request; send: (response: Response, reply: FastifyReply) => Promise<unknown> };

/** Mounts sign-in (/auth/*) and the account forms (/account/*). That a form is our own pages' was checked at the door. */
export function addAccounts(app: FastifyInstance, services: Services, { toWebRequest, send }: Web): void {
  services.accounts.report = (details, message) => app.log.info(details, message);
  const { providers, administrators } = services.accounts.settings;
  if (providers.length > 0 && !providers.some((one) => one.administrators) && administrators.some((one) => !one.includes(':')))
    app.log.warn(
      'ADMINISTRATORS has mail addresses, but no sign-in service of OIDC_PROVIDERS may name administrators: write service:subject, or set "administrators": true',
    );
  app.route({
    url: `${AUTH_PATH}/*`,
    method: ['GET', 'POST'],
    handler: async (request, reply) => send(await services.accounts.handle(toWebRequest(request)), reply),
  });
  app.route({
    url: '/account/*',
    method: 'POST',
    handler: async (request, reply) => {
      const response = await answerForm(services.accounts, toWebRequest(request));
      if (!response) throw fault(404, { why: why('NO_FORM') });
      return send(response, reply);
    },
  });
}

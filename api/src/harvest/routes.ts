import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { why } from '#i18n/fault.ts';
import type { Services } from '../context.ts';
import { fileOf, takePlace } from '../export/lane.ts';
import { fault } from '../faults.ts';
import { utcToday } from '../uptake/state.ts';
import { catalogJsonLd, catalogTurtle } from './catalog.ts';
import { publicDump } from './dump.ts';
import { iatiOf } from './iati.ts';
import { llmsText } from './llms.ts';
import { answerOai } from './oai.ts';

const kept = 'public, max-age=300';
/** Characters of a form that a harvester sends: the arguments of the protocol, or a token, have a few hundred. */
const FORM_MAX = 4_000;
/** The address in "Atrium <atrium@example.org>". */
const addressIn = (from: string) => /<([^<>]+)>/.exec(from)?.[1] ?? from;

/**
 * What catalogues harvest: `/oai` (OAI-PMH 2.0), `/catalog.ttl` and `/catalog.jsonld` (DCAT-AP 3.0.1),
 * `/iati.xml` (IATI 2.03), `/dump.jsonl`, `/llms.txt`. All of it holds what everybody may see, whoever asks.
 * @param baseUrl the public address of the library
 * @param iatiOrganization under which identifier it reports to IATI; its host where none is set
 */
export function addHarvest(
  app: FastifyInstance,
  services: Services,
  { baseUrl, iatiOrganization }: { baseUrl: string; iatiOrganization: string | undefined },
): void {
  const { secret, mailFrom } = services.accounts.settings;
  const oai = { db: services.db, baseUrl, secret, contact: addressIn(mailFrom) };
  const argumentsOf = (request: FastifyRequest) => {
    if (request.method !== 'POST') return new URL(request.url, 'http://localhost').searchParams;
    if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) throw fault(415, { why: why('FORM') });
    const form = String(request.body ?? '');
    if (form.length > FORM_MAX) throw fault(413);
    return new URLSearchParams(form);
  };
  app.route({
    url: '/oai',
    method: ['GET', 'POST'],
    handler: async (request, reply) =>
      reply
        .header('content-type', 'text/xml; charset=utf-8')
        .header('cache-control', 'public, max-age=60')
        .send(await answerOai(argumentsOf(request), oai)),
  });
  app.get('/catalog.ttl', async (_request, reply) =>
    reply
      .header('content-type', 'text/turtle; charset=utf-8')
      .header('cache-control', kept)
      .send(await catalogTurtle(services.db, baseUrl)),
  );
  app.get('/catalog.jsonld', async (_request, reply) =>
    reply
      .header('content-type', 'application/ld+json; charset=utf-8')
      .header('cache-control', kept)
      .send(await catalogJsonLd(services.db, baseUrl)),
  );
  /** Sends what is made piece by piece, in its turn among the files that are written. */
  const stream = (reply: FastifyReply, type: string, name: string, pieces: AsyncIterable<string>) => {
    const file = fileOf(takePlace(), pieces);
    return reply.header('content-type', type).header('cache-control', kept).header('content-disposition', `inline; filename="${name}"`).send(file);
  };
  app.get('/iati.xml', async (_request, reply) => {
    const reporter = iatiOrganization ?? new URL(baseUrl).hostname;
    return stream(reply, 'application/xml; charset=utf-8', 'atrium-iati.xml', iatiOf(services.db, { baseUrl, reporter, today: utcToday() }));
  });
  app.get('/llms.txt', async (_request, reply) =>
    reply.header('content-type', 'text/markdown; charset=utf-8').header('cache-control', kept).send(llmsText(baseUrl)),
  );
  app.get('/dump.jsonl', async (_request, reply) =>
    stream(reply, 'application/jsonl; charset=utf-8', `atrium-${utcToday()}.jsonl`, publicDump(services.db, baseUrl)),
  );
}

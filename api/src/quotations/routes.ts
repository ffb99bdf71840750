import type { FastifyInstance } from 'fastify';
import type { Why } from '#i18n/fault.ts';
import { askAs } from '../ask.ts';
import { fault } from '../faults.ts';
import type { Yoga } from '../yoga.ts';

const query = /* GraphQL */ `
  query Cite($text: String!) {
    quotation(text: $text) {
      text
      complete
      places {
        kind title recordUrl path text stands url asAt certainty note
        citations { place url source { title symbol url } }
        versions { number url hash seal createdAt live }
      }
    }
  }
`;

/** `/cite.json?text=`: what `/cite` shows, for programs. */
export function addQuotations(app: FastifyInstance, yoga: Yoga, { baseUrl }: { baseUrl: string }): void {
  app.get('/cite.json', async (request, reply) => {
    const { text } = request.query as { text?: unknown };
    const { data, errors } = await askAs(yoga, request, baseUrl)(query, { text: typeof text === 'string' ? text : '' });
    const first = errors[0];
    if (first) {
      const { code, http, fields } = first.extensions as { code?: string; http?: { status?: number }; fields?: Why[] };
      throw fault(code === 'BAD_USER_INPUT' ? 400 : (http?.status ?? (code === 'TOO_MUCH' ? 400 : 500)), fields?.[0] ? { why: fields[0] } : {});
    }
    const found = data?.['quotation'] as { places: { recordUrl: string | null; url: string; versions: { url: string }[] }[] };
    const whole = (path: string) => new URL(path, baseUrl).href;
    const places = found.places.map((place) => ({
      ...place,
      recordUrl: place.recordUrl && whole(place.recordUrl),
      url: whole(place.url),
      versions: place.versions.map((one) => ({ ...one, url: whole(one.url) })),
    }));
    return reply.header('cache-control', 'no-cache').send({ ...found, places });
  });
}

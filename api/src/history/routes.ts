import type { FastifyInstance, FastifyRequest } from 'fastify';
import { kinds } from '#prisma/content/kinds.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { fault } from '../faults.ts';
import { type CitationForm, citationForms, citationOf } from './citation.ts';
import { revisionsOf } from './revision.ts';

/**
 * Every version of every record as a citation: `GET /<list>/<slug>.bib` cites the version of today, `/<list>/<slug>/history/2.bib`
 * that version; `.ris`, `.csl.json` and `.txt` likewise. Who may read the version may cite it, as on its page.
 * @param baseUrl the public address of the library
 * @param userFor who asks
 */
export function addCitations(
  app: FastifyInstance,
  services: Services,
  { baseUrl, userFor = () => null }: { baseUrl: string; userFor?: (request: FastifyRequest) => User | null | Promise<User | null> },
): void {
  for (const { kind, path } of Object.values(kinds))
    for (const form of Object.keys(citationForms) as CitationForm[])
      for (const place of [`${path}/:slug`, `${path}/:slug/history/:number`])
        app.get(`${place}.${form}`, async (request, reply) => {
          const { slug, number } = request.params as { slug: string; number?: string };
          if (number !== undefined && !/^[1-9]\d{0,5}$/.test(number)) throw fault(404);
          const viewer = viewerOf(await userFor(request));
          const revision = (await revisionsOf(services.db, viewer, kind, slug, number === undefined ? 'LIVE' : [Number(number)]))[0];
          if (!revision) throw fault(404);
          return reply
            .header('content-type', citationForms[form].type)
            .header('cache-control', 'public, max-age=60')
            .header('content-disposition', `inline; filename="${kind.toLowerCase()}-${revision.slug}-${revision.number}.${form}"`)
            .send(citationOf(revision, form, baseUrl));
        });
}

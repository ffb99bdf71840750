import type { FastifyInstance, FastifyRequest } from 'fastify';
import { libraryState } from '#prisma/library-state.ts';
import type { User } from '../accounts/user.ts';
import { makeContext, type Services } from '../context.ts';
import { type FileAudience, fileAudience } from '../uptake/documents/audience.ts';
import { KeptDocuments } from '../uptake/documents/kept.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { writeInThread } from '../uptake/documents/writer.ts';
import { readAssessments } from './assessment.ts';
import { assessmentDocx } from './docx.ts';
import { riskLines } from './risk-line.ts';

/**
 * Adds `/assessments/<id>.docx`: a run for a project board. What is not for everybody is given with audience=internal to those
 * who may see it, and says so.
 */
export function addAssessmentDocuments(
  app: FastifyInstance,
  services: Services,
  userFor: (request: FastifyRequest) => User | null | Promise<User | null> = () => null,
): void {
  const kept = new KeptDocuments();

  /** The file of a run and its name; null where there is none that the person may see. */
  const make = async (id: string, user: User | null, { viewer, marking }: FileAudience): Promise<{ body: Buffer; name: string } | null> => {
    const run = (await readAssessments(services.db, user, { id }))[0];
    if (!run) return null;
    // Moments come from the database as dates here.
    const moment = (value: unknown) => (value instanceof Date ? value.toISOString() : (value as string | null));
    const whole = { ...run, createdAt: String(moment(run.createdAt)), updatedAt: String(moment(run.updatedAt)), signedAt: moment(run.signedAt) };
    const cited = new Set([...JSON.stringify(run.edition.content).matchAll(/"source":"([^"]+)"/g)].map(([, source]) => source as string));
    const names = new Map<string, string>();
    if (cited.size > 0) await services.sources.catchUp();
    for (const source of cited) {
      const found = await services.sources.find(source, viewer);
      if (found) names.set(source, found.symbol ?? found.title);
    }
    const risks = await riskLines(makeContext(services, { user }), run.content.risks);
    return {
      body: await writeInThread(marking === null, assessmentDocx(whole, risks, names, marking)),
      name: `assessment-${run.shipped ?? run.id}${marking === null ? '' : '-internal'}`,
    };
  };

  app.get('/assessments/:id(^[a-z0-9-]{1,100}).docx', async (request, reply) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const { id } = request.params as { id: string };
    const user = made.marking === null ? null : await userFor(request);
    // What is not there takes no turn of what is.
    const there = (await readAssessments(services.db, user, { id })).length > 0;
    const work = () => make(id, user, made);
    const written = !there
      ? null
      : await (made.marking === null
          ? // The same for everybody as long as nothing changes.
            kept.get(JSON.stringify([id, await libraryState(services.db)]), () => inTurn(true, work))
          : inTurn(false, work));
    if (!written) return reply.status(404).send({ error: 'There is no such assessment, or it is not public: sign in, and ask with audience=internal.' });
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `attachment; filename="${written.name}.docx"`)
      .send(written.body);
  });
}

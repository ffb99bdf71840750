import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { User } from '../accounts/user.ts';
import { makeContext, type Services } from '../context.ts';
import { fileAudience } from '../documents/audience.ts';
import { inTurn } from '../documents/turns.ts';
import { readAssessments } from './assessment.ts';
import { writeAssessment } from './docx.ts';
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
  app.get('/assessments/:id(^[a-z0-9-]{1,100}).docx', async (request, reply) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const { id } = request.params as { id: string };
    const user = made.marking === null ? null : await userFor(request);
    const run = (await readAssessments(services.db, user, { id }))[0];
    if (!run) return reply.status(404).send({ error: 'There is no such assessment, or it is not public: sign in, and ask with audience=internal.' });
    // Moments come from the database as dates here.
    const moment = (value: unknown) => (value instanceof Date ? value.toISOString() : (value as string | null));
    const whole = { ...run, createdAt: String(moment(run.createdAt)), updatedAt: String(moment(run.updatedAt)), signedAt: moment(run.signedAt) };
    const cited = new Set([...JSON.stringify(run.edition.content).matchAll(/"source":"([^"]+)"/g)].map(([, source]) => source as string));
    const names = new Map<string, string>();
    for (const source of cited) {
      const found = await services.sources.find(source, made.viewer);
      if (found) names.set(source, found.symbol ?? found.title);
    }
    const risks = await riskLines(makeContext(services, { user }), run.content.risks);
    const body = await inTurn(made.marking === null, () => writeAssessment(whole, risks, names, made.marking));
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `attachment; filename="assessment-${run.shipped ?? run.id}${made.marking === null ? '' : '-internal'}.docx"`)
      .send(body);
  });
}

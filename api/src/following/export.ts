import { sql } from 'kysely';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { why } from '#i18n/fault.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { fault } from '../faults.ts';
import { visibleRecords } from '../records/policy.ts';
import { readSubscriptions } from '../uptake/follow/subscriptions.ts';
import { readFollows } from './follow.ts';

/** Adds `/following.json`: all that is kept of what the person who asks follows, and of what mails told of it in the last seventy days. */
export function addFollowingExport(
  app: FastifyInstance,
  { db }: Services,
  { baseUrl, userFor }: { baseUrl: string; userFor: (request: FastifyRequest) => Promise<User | null> },
): void {
  app.get('/following.json', async (request, reply) => {
    const user = await userFor(request);
    if (!user) throw fault(401, { why: why('SIGN_IN') });
    const following = await readFollows(db, user);
    const subscriptions = await readSubscriptions(db, { userId: user.id });
    const { rows: told } = await sql<{ kind: RecordKind; slug: string; at: Date }>`
      SELECT r.kind, r.slug, max(t.told_at) AS at FROM follow_told t JOIN record r ON r.id = t.record_id WHERE t.person_id = ${user.id}::uuid AND ${visibleRecords(viewerOf(user))}
      GROUP BY r.id ORDER BY at DESC, r.id LIMIT 10000`.execute(db);
    return reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', 'attachment; filename="atrium-following.json"')
      .send({
        following: following.map(({ name, url, kind, frequency, paused, focal, createdAt, toldAt }) => ({
          name,
          address: url && baseUrl + url,
          kind: kind ?? 'LIST',
          frequency,
          paused,
          asFocalPoint: focal,
          since: createdAt,
          lastMail: toldAt,
        })),
        reportsOnRecommendations: subscriptions.map(({ organizationName, recommendationNumber, frequency, internal, toldUntil }) => ({
          organization: organizationName,
          recommendation: recommendationNumber,
          frequency,
          internal,
          toldUntil,
        })),
        toldByMail: told.map(({ kind, slug, at }) => ({ address: baseUrl + addressOf(kind, slug), on: at })),
      });
  });
}

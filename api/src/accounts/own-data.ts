import { sql } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { why } from '#i18n/fault.ts';
import type { Database } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { Services } from '../context.ts';
import { ValidationError } from '../errors.ts';
import { fault } from '../faults.ts';
import { shownToPerson } from '../records/policy.ts';
import { eraseUser } from './manage.ts';
import { canAdminister } from './policy.ts';
import { provedLately } from './second-factor.ts';
import type { User } from './user.ts';

/**
 * Everything that a person gave of themself and for themself, part by part: a part is a query of one column on the person's id. What
 * they wrote for an organization (entries, reports, agreements) is that organization's and stands in its history. Whoever adds a
 * table with personal data adds its part here, and what becomes of it in `eraseUser` (manage.ts).
 */
const parts = {
  account: (id: string) => sql`SELECT json_build_object('name', p.name, 'email', p.email, 'opened', p.created_at) FROM person p WHERE p.id = ${id}::uuid`,
  roles: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('role', m.role, 'organization', o.slug, 'since', m.created_at) ORDER BY m.created_at, m.id), '[]') FROM membership m LEFT JOIN record o ON o.id = m.organization_id WHERE m.person_id = ${id}::uuid`,
  signIns: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('began', s.created_at, 'seen', s.seen_at, 'address', s.ip_address, 'browser', s.user_agent) ORDER BY s.created_at), '[]') FROM session s WHERE s.user_id = ${id}::uuid`,
  follows: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('organization', o.slug, 'recommendation', r.slug, 'frequency', s.frequency, 'since', s.created_at, 'ended', s.ended_at) ORDER BY s.created_at), '[]') FROM uptake_subscription s LEFT JOIN record o ON o.id = s.organization_id LEFT JOIN record r ON r.id = s.recommendation_id WHERE s.user_id = ${id}::uuid`,
  professional: (id: string) =>
    sql`SELECT to_jsonb(f) - 'id' - 'person_id' || jsonb_build_object('works', (SELECT coalesce(json_agg(lower(r.kind::text) || ' ' || r.slug ORDER BY w.position), '[]') FROM professional_work w JOIN record r ON r.id = w.record_id WHERE w.professional_id = f.id AND ${shownToPerson('p')})) FROM professional f JOIN person p ON p.id = f.person_id WHERE f.person_id = ${id}::uuid`,
  tokens: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('name', t.name, 'scope', t.scope, 'organization', o.slug, 'made', t.created_at, 'ends', t.expires_at, 'revoked', t.revoked_at, 'used', t.last_used_at) ORDER BY t.created_at), '[]') FROM api_token t LEFT JOIN record o ON o.id = t.organization_id WHERE t.person_id = ${id}::uuid`,
  webhooks: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('name', h.name, 'address', h.address, 'topics', h.topics, 'organization', o.slug, 'made', h.created_at, 'paused', h.paused_at, 'events', (SELECT count(*) FROM webhook_delivery d WHERE d.webhook_id = h.id)) ORDER BY h.created_at), '[]') FROM webhook h LEFT JOIN record o ON o.id = h.organization_id WHERE h.person_id = ${id}::uuid`,
  toldOf: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('envisaged', e.slug, 'experience', x.slug, 'on', t.told_on) ORDER BY t.told_on, e.slug, x.slug), '[]') FROM match_told t JOIN record e ON e.id = t.envisaged_id AND e.audience = 'PUBLIC' JOIN record x ON x.id = t.experience_id AND x.audience = 'PUBLIC' WHERE t.person_id = ${id}::uuid`,
  learning: (id: string) =>
    sql`SELECT json_build_object('done', (SELECT coalesce(json_agg(s.step ORDER BY s.step), '[]') FROM learning_step s WHERE s.person_id = ${id}::uuid), 'suggested', (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'content', e.content, 'state', e.state, 'reason', e.reason, 'written', e.created_at) ORDER BY e.created_at, e.id), '[]') FROM learning_entry e WHERE e.person_id = ${id}::uuid))`,
  lastVisit: (id: string) => sql`SELECT to_json(m.at) FROM visit_mark m WHERE m.person_id = ${id}::uuid`,
  questions: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('at', '/questions/' || q.id, 'title', CASE WHEN t.asks THEN q.title END, 'text', t.text, 'written', t.created_at, 'changed', t.edited_at, 'helped', t.helped_at, 'hidden', t.hidden_reason, 'appeal', t.appeal) ORDER BY t.created_at, t.id), '[]') FROM question_post t JOIN question q ON q.id = t.question_id WHERE t.person_id = ${id}::uuid`,
  questionReports: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('reason', x.reason, 'written', x.created_at) ORDER BY x.created_at), '[]') FROM question_report x WHERE x.person_id = ${id}::uuid`,
  questionsWithoutMails: (id: string) =>
    sql`SELECT coalesce(json_agg(mu.question_id ORDER BY mu.question_id), '[]') FROM question_mute mu WHERE mu.person_id = ${id}::uuid`,
  shortlists: (id: string) =>
    sql`SELECT coalesce(json_agg(json_build_object('name', s.name, 'purpose', s.purpose, 'sharing', s.sharing, 'made', s.created_at, 'notes', (SELECT coalesce(json_agg(i.note ORDER BY i.added_at), '[]') FROM shortlist_item i WHERE i.shortlist_id = s.id AND i.added_by = s.person_id AND i.note <> '')) ORDER BY s.created_at), '[]') FROM shortlist s WHERE s.person_id = ${id}::uuid AND s.sharing <> 'ORGANIZATION'`,
};

/** What a person gave, as one object, in one statement. */
async function ownData(db: Database, personId: string): Promise<Record<string, unknown>> {
  const columns = Object.entries(parts).map(([name, query]) => sql`(${query(personId)}) AS ${sql.ref(name)}`);
  const { rows } = await sql<Record<string, unknown>>`SELECT ${sql.join(columns)}`.execute(db);
  return rows[0] ?? {};
}

const asFile = (reply: FastifyReply, name: string, data: Record<string, unknown>) =>
  reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify({ made: new Date().toISOString(), ...data }, null, 2)}\n`);

/**
 * Adds `/account/data.json`, what the library keeps of who asks, for themself alone; and `/members/ID/data.json` for
 * administrators who proved lately who they are: asked for, what is kept of that person, and posted to, the same, with
 * which the person is erased. Both are in the audit.
 */
export function addOwnData(app: FastifyInstance, services: Services, userFor: (request: FastifyRequest) => Promise<User | null>): void {
  app.get('/account/data.json', async (request, reply) => {
    const user = await userFor(request);
    if (!user) throw fault(401);
    return asFile(reply, 'atrium-my-data.json', await ownData(services.db, user.id));
  });

  app.route<{ Params: { id: string } }>({
    url: '/members/:id/data.json',
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      const { id } = request.params;
      const user = await userFor(request);
      if (!canAdminister(user) || !user) throw user ? fault(403, { why: why('ONLY_ADMINISTRATORS') }) : fault(401);
      if (!provedLately(user)) return reply.redirect('/prove?next=/members', 303);
      const person = isUuid(id)
        ? await services.db.selectFrom('person').select('id').where('id', '=', id).where('erasedAt', 'is', null).executeTakeFirst()
        : null;
      if (!person) throw fault(404, { why: why('NO_ACCOUNT') });
      const data = await ownData(services.db, person.id);
      if (request.method === 'POST') {
        const erased = await eraseUser(services, user, { member: person.id });
        if (erased instanceof ValidationError) throw fault(400, { why: erased.fields[0] ?? why('NO_ACCOUNT') });
      }
      return asFile(reply, 'atrium-data-of-a-member.json', data);
    },
  });
}

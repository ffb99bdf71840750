import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import { faultsOf } from '#prisma/content/check.ts';
import type { LearningEntryKind } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { mailAll, type Receiver } from '../contributions/mails.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { fault } from '#i18n/fault.ts';
import { takesPart } from '../questions/policy.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { decidesLearning, learningEntry } from './entry.ts';
import { stepsOf } from './paths.ts';

type Writer = Context & { user: User };
type Done = Promise<{ id: string } | ValidationError>;
const DAY = 86_400_000;
/** So many a person suggests in a day. */
const MOST = 20;
const REASON_MAX = 1000;

/**
 * Suggests a learning resource or an event. It is shown once somebody else has accepted it.
 * @param typed what the form holds, as text; what is not known is empty
 * @param key of the form that was sent: the same suggests once
 * @throws GraphQLError FORBIDDEN for who is not of the UN system
 */
export async function suggestEntry(
  context: Writer,
  { kind, typed, audience }: { kind: LearningEntryKind; typed: Record<string, unknown>; audience: 'PUBLIC' | 'UN_SYSTEM' },
  key: string | null,
): Done {
  const { services, user } = context;
  if (!takesPart(context)) throw forbidden('ONLY_LEARNING_WRITERS');
  const checked = learningEntry[kind].safeParse(typed);
  if (!checked.success) return new ValidationError(faultsOf(checked.error, typed));
  const wait = await services.accounts.attempts.within('learning', user.id, MOST, DAY);
  if (wait > 0) return refuse('title', 'ASKED_MUCH', { count: MOST, hours: Math.ceil(wait / 3600) });
  const content = checked.data;
  return services.db.transaction().execute((trx) =>
    once<{ id: string } | ValidationError, { id: string }>(
      trx,
      { personId: user.id, mutation: 'suggestLearning', key, content: { kind, audience, content } },
      async () => {
        // The same resource is suggested once: a second one would wait beside the first.
        if (kind === 'RESOURCE') {
          await sql`SELECT pg_advisory_xact_lock(7071, hashtext(${`learning:${(content as { address: string }).address}`}))`.execute(trx);
          const { rows } =
            await sql`SELECT FROM learning_entry e WHERE e.kind = 'RESOURCE' AND e.state <> 'RETURNED' AND e.content->>'address' = ${(content as { address: string }).address}`.execute(
              trx,
            );
          if (rows.length > 0) return refuse('address', 'LEARNING_DOUBLE');
        }
        return trx
          .insertInto('learningEntry')
          .values({ kind, content: JSON.stringify(content), audience, personId: user.id })
          .returning('id')
          .executeTakeFirstOrThrow();
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/** Accepts what somebody else suggested, or returns it with a reason, which its author is told by mail. */
export async function decideEntry(context: Writer, id: string, { accept, reason }: { accept: boolean; reason: string }): Done {
  const { services, user } = context;
  if (!decidesLearning(user)) throw forbidden('ONLY_LEARNING_DECIDERS');
  const faults = accept ? [] : requiredText('reason', reason, 'MISSING', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  return services.db.transaction().execute(async (trx) => {
    const entry = isUuid(id) ? await trx.selectFrom('learningEntry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : undefined;
    if (entry?.state !== 'PROPOSED') return new ValidationError([fault('entry', 'LEARNING_GONE')]);
    if (entry.personId === user.id) return new ValidationError([fault('entry', 'LEARNING_OWN')]);
    await trx
      .updateTable('learningEntry')
      .set({ state: accept ? 'ACCEPTED' : 'RETURNED', reason: accept ? null : reason.trim(), decidedBy: user.id, decidedAt: new Date() })
      .where('id', '=', id)
      .execute();
    const title = String((entry.content as { title?: unknown }).title ?? '');
    const { rows } =
      await sql<Receiver>`SELECT id, name, email FROM person WHERE id = ${entry.personId}::uuid AND suspended_at IS NULL AND erased_at IS NULL`.execute(trx);
    const address = `${services.accounts.settings.baseUrl}/learning/suggestions`;
    await mailAll(trx, rows, `learning:${id}`, mailText(accept ? 'learningAcceptedSubject' : 'learningReturnedSubject', { title }), () =>
      accept ? mailText('learningAccepted', { title, address }) : mailText('learningReturned', { title, reason: reason.trim(), address }),
    );
    return { id };
  });
}

/** Takes out what one suggested oneself; who decides takes out anything. */
export async function withdrawEntry({ services, user }: Writer, id: string): Done {
  if (!isUuid(id)) return refuse('entry', 'LEARNING_GONE');
  const { rows } = await sql<{ id: string }>`
    DELETE FROM learning_entry e WHERE e.id = ${id}::uuid AND (e.person_id = ${user.id}::uuid OR ${decidesLearning(user) ? sql`e.state = 'ACCEPTED'` : sql`false`}) RETURNING e.id`.execute(
    services.db,
  );
  return rows[0] ?? refuse('entry', 'LEARNING_GONE');
}

/** Notes that somebody has done a step of a path, or takes that back. Of steps that no path has nothing is kept. */
export async function markStep({ services, user, reads }: Writer, step: string, done: boolean): Promise<boolean> {
  if (done && !(await stepsOf(reads)).has(step)) return false;
  if (done) await sql`INSERT INTO learning_step (person_id, step) VALUES (${user.id}::uuid, ${step}) ON CONFLICT DO NOTHING`.execute(services.db);
  else await services.db.deleteFrom('learningStep').where('personId', '=', user.id).where('step', '=', step).execute();
  return done;
}

/** Forgets all that somebody has done. */
export async function forgetSteps({ services, user }: Writer): Promise<boolean> {
  await services.db.deleteFrom('learningStep').where('personId', '=', user.id).execute();
  return true;
}

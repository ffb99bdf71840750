import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { clientNetwork, recordAudit } from '#prisma/audit.ts';
import type { Context } from '../context.ts';
import { ANONYMOUS_WRITES_PER_MINUTE, WRITES_PER_MINUTE } from './accounts.ts';
import { tooMany } from '../errors.ts';

/** Counts one mutation for who sends it, before anything else of it is done. @throws GraphQLError TOO_MANY_REQUESTS (429) */
async function count({ services, user, client, requestId }: Context, field: string): Promise<void> {
  // Whoever is not signed in is known by the network alone; in tests and jobs without one, all of them are one.
  const limit = user ? WRITES_PER_MINUTE : ANONYMOUS_WRITES_PER_MINUTE;
  const made = services.accounts.countWrite(user ? user.id : `network ${client ? clientNetwork(client) : ''}`, limit);
  if (made <= limit) return;
  // Once a minute and person: what is refused must not cost a row each.
  if (made === limit + 1)
    await recordAudit(services.db, {
      kind: 'LIMIT_REACHED',
      outcome: 'REFUSED',
      actor: user?.pseudonym ?? null,
      subject: field,
      detail: 'WRITES',
      client,
      requestId,
    });
  throw tooMany('CHANGES_MANY');
}

/**
 * Makes every mutation of a schema count as a write, here alone, so that no new one can be forgotten: each field of the
 * mutation type, each alias of it in a request. What only asks is a query.
 * @returns the same schema
 */
export function countWrites(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (root, args, context: Context, info) => {
      await count(context, field.name);
      return resolve(root, args, context, info);
    };
  }
  return schema;
}

import type { Trx } from '#prisma/database.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { type ValidationError, refuse } from '../errors.ts';
import { once } from '../request-key.ts';
import { type DraftRow, findDraft } from './draft.ts';

/**
 * A change of a draft in a transaction of its own, carried out once for each key: repeated, it gives the draft of the first
 * time as it is now, if it is still the person's to see.
 */
export function keyed<Other>(
  { services }: Context,
  user: User,
  request: { mutation: string; key: string | null | undefined; content: unknown },
  change: (trx: Trx) => Promise<DraftRow | ValidationError | Other>,
): Promise<DraftRow | ValidationError | Other> {
  return services.db.transaction().execute((trx) =>
    once<DraftRow | ValidationError | Other, { draft: string }>(
      trx,
      { personId: user.id, ...request },
      () => change(trx),
      (result) => (typeof result === 'object' && result !== null && 'state' in result && 'edits' in result ? { draft: (result as DraftRow).id } : null),
      async ({ draft }) => (await findDraft(trx, user, draft)) ?? refuse('id', 'DRAFT_OF_REQUEST_GONE'),
    ),
  );
}

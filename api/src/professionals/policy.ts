import { type RawBuilder, sql } from 'kysely';
import { type User, viewerOf } from '../accounts/user.ts';

/** Days after which somebody of the pool is asked whether their entry is still correct, and after how many more it is hidden. */
export const ASKED_AFTER_DAYS = 365;
export const HIDDEN_AFTER_DAYS = 60;

/** Who enters themself: people of the UN system, whose organizations the roles of their account say. */
export const entersPool = (user: User | null): boolean => viewerOf(user).unSystem;

/**
 * Whom of the pool a person sees, as a condition on `professional f JOIN person p`: by what each of them chose. Who is suspended or
 * erased, has no role any more, or has not answered whether the entry is still correct, is seen by nobody.
 */
export function visibleProfessionals(user: User | null): RawBuilder<boolean> {
  const { unSystem, organizationIds } = viewerOf(user);
  const colleague = sql`EXISTS (SELECT FROM membership c WHERE c.person_id = f.person_id AND c.organization_id = ANY (${organizationIds}::uuid[]))`;
  return sql<boolean>`p.suspended_at IS NULL AND p.erased_at IS NULL AND EXISTS (SELECT FROM membership m WHERE m.person_id = f.person_id)
    AND f.confirmed_at::date > CURRENT_DATE - ${sql.lit(ASKED_AFTER_DAYS + HIDDEN_AFTER_DAYS)}
    AND CASE f.audience WHEN 'PUBLIC' THEN true WHEN 'UN_SYSTEM' THEN ${unSystem} ELSE ${unSystem ? colleague : sql`false`} END`;
}

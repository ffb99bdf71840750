import type { Database } from '#prisma/database.ts';
import { hashToken } from './token.ts';

/** What a link to confirm an address is for; null for one that does not work, or no longer. Reading changes nothing. */
export async function readSignUp(db: Database, token: string): Promise<{ email: string; name: string } | null> {
  const row = await db
    .selectFrom('signUp')
    .select(['email', 'name'])
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .executeTakeFirst();
  return row ?? null;
}

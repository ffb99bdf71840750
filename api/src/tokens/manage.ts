import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import { line } from '#prisma/content/shared.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { ApiTokenScope } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import { hashToken } from '../accounts/token.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { refuse, type ValidationError } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { newToken } from './token.ts';

/** Tokens of one person that hold at a time. */
const TOKENS = 20;
/** Days that a token may hold. */
export const TOKEN_DAYS = 366;

/** A token as its person sees it; the token itself is shown once, when it is made. */
export type ApiTokenRow = {
  id: string;
  name: string;
  scope: ApiTokenScope;
  organization: string | null;
  createdAt: Date | string;
  expiresAt: Date | string;
  lastUsedAt: Date | string | null;
  /** Within 30 days. */
  requests: number;
};

/** The tokens of a person that were not revoked, newest first; those that have expired stay for a month. */
export const tokensOf = (reader: Reader, personId: string, id?: string): Promise<ApiTokenRow[]> =>
  rowsOf(
    reader,
    sql<ApiTokenRow>`
    SELECT t.id, t.name, t.scope, o.content->>'shortName' AS organization, t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt",
      coalesce((SELECT sum(u.requests)::int FROM api_token_use u WHERE u.token_id = t.id AND u.day > current_date - 30), 0) AS requests
    FROM api_token t LEFT JOIN record o ON o.id = t.organization_id
    WHERE t.person_id = ${personId}::uuid AND t.revoked_at IS NULL AND t.expires_at > now() - interval '30 days' ${id === undefined ? sql`` : sql`AND t.id = ${id}::uuid`}
    ORDER BY t.created_at DESC, t.id LIMIT 100`,
  );

export type TokenInput = { name: string; scope: ApiTokenScope; organization?: string | null | undefined; days: number };

/** Makes a token, and tells its person by mail. @returns the token, which is kept nowhere, and its row */
export async function makeToken({ db, accounts }: Services, user: User, input: TokenInput): Promise<ValidationError | { token: string; row: ApiTokenRow }> {
  const { scope, organization, days } = input;
  const name = line.max(100).safeParse(input.name);
  if (!name.success)
    return input.name.trim() === ''
      ? refuse('name', 'MISSING')
      : input.name.length > 100
        ? refuse('name', 'TOO_LONG', { max: 100 })
        : refuse('name', 'TURNING');
  if (!(days >= 1 && days <= TOKEN_DAYS)) return refuse('days', 'TOKEN_DAYS', { max: TOKEN_DAYS });
  const membership =
    scope === 'SERVICE' ? user.memberships.find(({ organizationSlug }) => organizationSlug !== null && organizationSlug === organization) : null;
  if (membership === undefined) return refuse('organization', 'TOKEN_ORGANIZATION');
  const token = newToken(accounts.settings.secret);
  return db.transaction().execute(async (trx) => {
    await sql`SELECT FROM person WHERE id = ${user.id}::uuid FOR UPDATE`.execute(trx);
    const { rows } = await sql<{ held: number }>`
      SELECT count(*)::int AS held FROM api_token WHERE person_id = ${user.id}::uuid AND revoked_at IS NULL AND expires_at > now()`.execute(trx);
    if ((rows[0]?.held ?? 0) >= TOKENS) return refuse('name', 'TOKENS_MANY', { max: TOKENS });
    const { id } = await trx
      .insertInto('apiToken')
      .values({
        personId: user.id,
        name: name.data,
        tokenHash: hashToken(token),
        scope,
        organizationId: membership?.organizationId ?? null,
        expiresAt: new Date(Date.now() + days * 86_400_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordAudit(trx, { kind: 'TOKEN_MADE', actor: user.pseudonym ?? null, subject: id, detail: membership ? `SERVICE ${organization}` : scope });
    if (!user.demo)
      await queueMail(trx, {
        key: `api-token:${id}`,
        personId: user.id,
        address: user.email,
        subject: mailText('tokenMadeSubject'),
        text: mailText('tokenMade', { name: name.data, address: new URL('/account', accounts.settings.baseUrl).href }),
      });
    const row = (await tokensOf(trx, user.id, id))[0] as ApiTokenRow;
    return { token, row };
  });
}

/** Revokes a token of a person for good. */
export async function revokeToken({ db }: Services, user: User, id: string): Promise<ValidationError | { id: string }> {
  if (!isUuid(id)) return refuse('id', 'NO_TOKEN');
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .updateTable('apiToken')
      .set({ revokedAt: new Date() })
      .where('id', '=', id)
      .where('personId', '=', user.id)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!gone) return refuse('id', 'NO_TOKEN');
    await recordAudit(trx, { kind: 'TOKEN_REVOKED', actor: user.pseudonym ?? null, subject: id });
    return gone;
  });
}

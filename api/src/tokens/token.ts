import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Why } from '#i18n/fault.ts';
import { why } from '#i18n/fault.ts';
import type { Database } from '#prisma/database.ts';
import type { ApiTokenScope } from '#prisma/generated/enums.ts';
import { doing, workNow } from '#prisma/work.ts';
import { anyone, type Viewer } from '#search/engine.ts';
import { userColumns } from '../accounts/memberships.ts';
import { hashToken } from '../accounts/token.ts';
import { type Membership, type User, viewerOf } from '../accounts/user.ts';

/** What one token may ask within a minute, at all processes together. */
export const TOKEN_REQUESTS_PER_MINUTE = 300;

/** Who asks by a token: an audience, and no person. Nothing is done with it, and nothing of an account is read. */
export type TokenViewer = { id: string; viewer: Viewer };

const PREFIX = 'atrium';
/** What the tokens of this installation have after their first word, so that one of another is known as such. */
const installationMark = (secret: string) => createHmac('sha256', secret).update('tokens of programs').digest('hex').slice(0, 8);
/** A new token: 256 random bits behind the mark of the installation. */
export const newToken = (secret: string): string => `${PREFIX}_${installationMark(secret)}_${randomBytes(32).toString('base64url')}`;
const markIn = (token: string) => /^atrium_([0-9a-f]{8})_[\w-]{43}$/.exec(token)?.[1];

/**
 * The roles of a person that a token passes on: being a member, and procuring, which open what is read. What a publisher, the
 * secretariat or an administrator may do and see beyond that asks for a session with its factors.
 */
export const readingRoles = (memberships: readonly Membership[]): Membership[] =>
  memberships
    .filter(({ organizationId }) => organizationId !== null)
    .map((one) => ({ ...one, role: one.role === 'PROCUREMENT_OFFICER' ? one.role : 'MEMBER', deputy: false }));

type Row = {
  id: string;
  scope: ApiTokenScope;
  organizationId: string | null;
  revoked: boolean;
  expired: boolean;
  closed: boolean;
  count: number | null;
  person: User;
};

/** Why a token is refused: 401, or 429 with the seconds until it may ask again. */
export class TokenRefused {
  readonly why: Why;
  readonly retryAfter: number | undefined;
  constructor(told: Why, retryAfter?: number) {
    this.why = told;
    this.retryAfter = retryAfter;
  }
}

/**
 * Takes a token, and counts its use, in one statement: by day for its person, and by minute for the limit, which holds over
 * all processes.
 * @param options.demo whether demonstration accounts are anything for this request
 */
export async function takeToken(
  db: Database,
  token: string,
  { secret, demo, now = Date.now() }: { secret: string; demo: boolean; now?: number },
): Promise<TokenViewer | TokenRefused> {
  const began = sql.lit(now - 60_000);
  const { rows } = await doing({ ...workNow(), side: 'PERSON', kind: 'READ' }, () =>
    sql<Row>`
    WITH t AS (
      SELECT t.id, t.scope, t.organization_id, t.revoked_at IS NOT NULL AS revoked, t.expires_at <= now() AS expired, p.suspended_at IS NOT NULL OR p.erased_at IS NOT NULL AS closed,
        (SELECT row_to_json(u) FROM (SELECT ${userColumns}) u) AS person
      FROM api_token t JOIN person p ON p.id = t.person_id WHERE t.token_hash = ${hashToken(token)} AND (NOT p.demo OR ${demo})
    ), held AS (SELECT id FROM t WHERE NOT (revoked OR expired OR closed)
    ), counted AS (
      INSERT INTO rate_limit AS r (key, count, last_request) SELECT 'api-token|' || id, 1, ${sql.lit(now)} FROM held
      ON CONFLICT (key) DO UPDATE SET count = CASE WHEN r.last_request <= ${began} THEN 1 ELSE r.count + 1 END, last_request = CASE WHEN r.last_request <= ${began} THEN excluded.last_request ELSE r.last_request END
      RETURNING count
    ), used AS (
      INSERT INTO api_token_use AS u (token_id, day, requests) SELECT id, current_date, 1 FROM held ON CONFLICT (token_id, day) DO UPDATE SET requests = u.requests + 1
    ), seen AS (
      UPDATE api_token a SET last_used_at = now() FROM held WHERE a.id = held.id AND (a.last_used_at IS NULL OR a.last_used_at < now() - interval '1 minute')
    )
    SELECT t.id, t.scope, t.organization_id AS "organizationId", t.revoked, t.expired, t.closed, t.person, (SELECT count FROM counted) AS count FROM t`.execute(
      db,
    ),
  );
  const row = rows[0];
  if (!row) {
    const mark = markIn(token);
    return new TokenRefused(why(mark !== undefined && mark !== installationMark(secret) ? 'TOKEN_ELSEWHERE' : 'TOKEN_UNKNOWN'));
  }
  if (row.closed) return new TokenRefused(why('TOKEN_SUSPENDED'));
  if (row.revoked) return new TokenRefused(why('TOKEN_REVOKED'));
  if (row.expired) return new TokenRefused(why('TOKEN_EXPIRED'));
  if ((row.count ?? 0) > TOKEN_REQUESTS_PER_MINUTE) return new TokenRefused(why('TOKEN_RATE', { max: TOKEN_REQUESTS_PER_MINUTE }), 60);
  if (row.scope === 'PUBLIC') return { id: row.id, viewer: anyone };
  const memberships = readingRoles(row.person.memberships);
  if (row.scope === 'PERSONAL') return { id: row.id, viewer: viewerOf({ ...row.person, memberships }) };
  const own = memberships.filter(({ organizationId }) => organizationId === row.organizationId).map((one) => ({ ...one, role: 'MEMBER' as const }));
  if (own.length === 0) return new TokenRefused(why('TOKEN_LEFT'));
  return { id: row.id, viewer: viewerOf({ ...row.person, memberships: own }) };
}

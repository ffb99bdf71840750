import type { GenericOAuthConfig } from 'better-auth/plugins';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { currentAttempt } from './attempt.ts';
import { personName } from '#prisma/content/person-name.ts';
import { releaseAddress } from './address-holder.ts';
import { type Identity, identityOf, type Provider, together } from './providers.ts';

const TIMEOUT_MS = 10_000;
/** The names of the column that says how a person signs in with a password kept here. */
export const LOCAL = 'credential';

/** The domain of a mail address, in lower case. */
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Whether the service may say whose an address is: by its own list, or because the domain is its organization's. */
export async function vouchesFor(db: Database | Trx, provider: Provider, address: string): Promise<boolean> {
  const domain = domainOf(address);
  if (provider.domains.includes('*') || provider.domains.includes(domain)) return true;
  if (!provider.organization) return false;
  const { rows } = await sql`
    SELECT 1 FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND content->'mailDomains' ? ${domain}
      AND (slug = ${provider.organization} OR content->>'shortName' = ${provider.organization})`.execute(db);
  return rows.length > 0;
}

/** Whether the service confirmed the address, and may. */
export const isVouched = async (db: Database, { provider, address, confirmed }: Identity): Promise<boolean> =>
  address !== null && confirmed === true && (await vouchesFor(db, provider, address));

/** How the setting ADMINISTRATORS names the account at a service. */
const subjectName = ({ provider, subject }: Identity) => `${provider.id}:${subject}`;

/** The claims of a token that was verified already. */
function claimsOf(token: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/**
 * Gives what a service says of a person: the claims of its token, and where one that the configuration asks for is
 * missing there, those that the service gives on asking (userinfo). Null where it does not answer: roles must not be lost
 * because of it.
 */
function makeProfileReader(provider: Provider) {
  let endpoint: Promise<string | null> | null = null;
  const json = async (url: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const userInfoEndpoint = async () => {
    endpoint ??= json(provider.discoveryUrl).then((discovered) =>
      typeof discovered['userinfo_endpoint'] === 'string' ? discovered['userinfo_endpoint'] : null,
    );
    return endpoint.catch((error) => {
      endpoint = null;
      throw error;
    });
  };
  return async ({ idToken, accessToken }: { idToken?: string; accessToken?: string }): Promise<Record<string, unknown> | null> => {
    const claims = idToken ? claimsOf(idToken) : {};
    const asked = [provider.organizationClaim, provider.roleClaim, 'name'].filter((name): name is string => name !== undefined);
    if (!accessToken || (identityOf(provider, claims).address && asked.every((name) => claims[name] !== undefined))) return claims;
    try {
      const address = await userInfoEndpoint();
      if (!address) return claims;
      const more = await json(address, { authorization: `Bearer ${accessToken}` });
      return claims['sub'] !== undefined && more['sub'] !== claims['sub'] ? null : together(claims, more);
    } catch (error) {
      currentAttempt()?.reasons.push(`the service gave no profile: ${(error as Error).message}`);
      return null;
    }
  };
}

/** A sign-in service as the library wants it. What it says of a person is kept with the request that came back from it. */
export function serviceConfig(db: Database, provider: Provider, administrators: string[]): GenericOAuthConfig {
  return {
    providerId: provider.id,
    name: provider.name,
    discoveryUrl: provider.discoveryUrl,
    requireIdTokenVerification: true,
    clientId: provider.clientId,
    ...(provider.clientSecret ? { clientSecret: provider.clientSecret } : {}),
    scopes: provider.scopes,
    pkce: true,
    getUserInfo: makeProfileReader(provider) as unknown as NonNullable<GenericOAuthConfig['getUserInfo']>,
    mapProfileToUser: async (profile) => {
      const identity = identityOf(provider, profile as Record<string, unknown>);
      const attempt = currentAttempt();
      if (attempt) attempt.identity = identity;
      const name = identity.name || personName(identity.address) || 'Unnamed';
      // A known account needs no address from its service every time.
      const known = identity.address ? null : await addressOf(db, identity);
      if (known) return { name, email: known, emailVerified: false };
      // Who is named as administrator of this installation gets in although somebody else has the address.
      if (identity.address && administrators.includes(subjectName(identity)) && (await isTaken(db, identity.address)))
        return { name, email: `${crypto.randomUUID()}@no-address.invalid`, emailVerified: false };
      const emailVerified = await isVouched(db, identity);
      // Who connects a service to an account takes nobody's address with it.
      const { getOAuthState } = await import('better-auth/api');
      const linking = ((await getOAuthState()) as { link?: unknown } | null)?.link !== undefined;
      if (emailVerified && identity.address && !linking && (await personOfIdentity(db, identity)) === null) await takeUnvouched(db, identity.address);
      return { name, email: identity.address ?? undefined, emailVerified };
    },
  };
}

const addressOf = async (db: Database, identity: Identity): Promise<string | null> => {
  const personId = await personOfIdentity(db, identity);
  return personId ? ((await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst())?.email ?? null) : null;
};

/**
 * Why the library must not go on with what a service says, as a code of its own kind; null where it may. An account is that
 * of an issuer and a subject: where the setting now leads to another issuer, its subjects are other people.
 */
export async function identityRefused(db: Database, identity: Identity, known: boolean): Promise<string | null> {
  if (!known) return identity.confirmed === false ? 'email_not_verified' : null;
  const row = await db
    .selectFrom('credential')
    .select('issuer')
    .where('providerId', '=', identity.provider.id)
    .where('accountId', '=', identity.subject)
    .executeTakeFirst();
  return row?.issuer && identity.issuer && row.issuer !== identity.issuer ? 'issuer_changed' : null;
}

const isTaken = async (db: Database, email: string): Promise<boolean> =>
  (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;

/**
 * An address that nobody vouches for is nobody's for certain: the account that names it yields it to who comes with one that
 * is vouched for, and keeps everything else.
 */
async function takeUnvouched(db: Database, email: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'email', 'pseudonym'])
      .where('email', '=', email)
      .where('emailVerified', '=', false)
      .where('erasedAt', 'is', null)
      .where('demo', '=', false)
      .forUpdate()
      .executeTakeFirst();
    if (person) await releaseAddress(trx, person);
  });
}

/** The account here that the account at a service belongs to; null where there is none. */
export async function personOfIdentity(db: Database, { provider, subject }: Identity): Promise<string | null> {
  const row = await db.selectFrom('credential').select('userId').where('providerId', '=', provider.id).where('accountId', '=', subject).executeTakeFirst();
  return row?.userId ?? null;
}

/** By which service, or by LOCAL, a person came first; only that one changes the name and the address. */
async function homeOf(db: Database, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('credential')
    .select('providerId')
    .where('userId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.providerId ?? null;
}

/**
 * Keeps what a service just said of a person: its claims with the account there, and, where the person came by this
 * service, the name and a new address that nobody else has.
 */
export async function keepIdentity(db: Database, personId: string, identity: Identity): Promise<void> {
  const { provider, subject, address, confirmed, name } = identity;
  await db
    .updateTable('credential')
    .set({ claims: JSON.stringify(identity.roles), claimsAt: new Date(), ...(identity.issuer ? { issuer: identity.issuer } : {}) })
    .where('providerId', '=', provider.id)
    .where('accountId', '=', subject)
    .execute();
  if ((await homeOf(db, personId)) !== provider.id) return;
  if (name) await db.updateTable('person').set({ name, updatedAt: new Date() }).where('id', '=', personId).where('name', '!=', name).execute();
  if (!address || confirmed === false) return;
  const emailVerified = await isVouched(db, identity);
  const person = await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow();
  if (person.email !== address && emailVerified) await takeUnvouched(db, address);
  if (person.email !== address && (await isTaken(db, address))) return;
  await db
    .updateTable('person')
    .set({ email: address, emailVerified, updatedAt: new Date() })
    .where('id', '=', personId)
    .execute()
    .catch((error: { code?: string }) => {
      // Somebody took the address in the same moment: it stays as it was.
      if (error.code !== '23505') throw error;
    });
}

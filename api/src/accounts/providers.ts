import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { personName } from '#prisma/content/person-name.ts';
import { forbiddenSign, plain } from '#prisma/content/text.ts';
import { roles, systemRoles } from './user.ts';

/** One OpenID Connect sign-in service, as the setting OIDC_PROVIDERS lists them. */
const provider = z.strictObject({
  /** Part of the address /auth/callback/<id> that the service sends people back to. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,30}$/, 'use lower case letters, digits and hyphens'),
  /** What the button says. */
  name: z.string().min(1).max(80),
  discoveryUrl: z.url({ protocol: /^https?$/, error: 'write https://…/.well-known/openid-configuration' }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scopes: z.array(z.string()).default(['openid', 'profile', 'email']),
  /** The organization of everybody who signs in here, by short name. */
  organization: z.string().optional(),
  /** The claim that names the person's organizations: a text or a list of texts. */
  organizationClaim: z.string().optional(),
  /** What the claim's values mean, as short names; one that is not listed means nothing. "*": the values are short names, so that the service names any organization. */
  organizations: z.union([z.literal('*'), z.record(z.string(), z.string())], 'list what the values mean, or write "*" for any organization').default({}),
  /** The claim that names the person's roles, and what its values mean. Without it, people are members. */
  roleClaim: z.string().optional(),
  roles: z.record(z.string(), z.enum(roles)).default({}),
  /** The claims in which the service gives a mail address, such as preferred_username or upn; the first that holds one counts. */
  addressClaims: z.array(z.string().min(1)).min(1).default(['email']),
  /** The mail domains that the service may vouch for, beside those of its `organization`; "*" for all. */
  domains: z.array(z.string().min(1).toLowerCase()).default([]),
  /** Whether the service gives people their addresses itself, so that they are confirmed without the claim email_verified. */
  assignsAddresses: z.boolean().default(false),
  /** Whether it may name administrators and the secretariat: by a role, or by an address of ADMINISTRATORS that it vouches for. */
  administrators: z.boolean().default(false),
});
export type Provider = z.infer<typeof provider>;

/** The setting OIDC_PROVIDERS: a JSON list, or the path of a file that holds one. Faults are returned, each with its place. */
export function readProviders(setting: string | undefined): { providers: Provider[]; faults: string[] } {
  if (!setting) return { providers: [], faults: [] };
  let text = setting.trim();
  if (!text.startsWith('[')) {
    if (!existsSync(text))
      return { providers: [], faults: [`OIDC_PROVIDERS: write a JSON list, or the path of a file that holds one; there is no file ${text}`] };
    text = readFileSync(text, 'utf8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { providers: [], faults: [`OIDC_PROVIDERS: this is not JSON (${(error as Error).message})`] };
  }
  const result = z.array(provider).safeParse(value);
  if (!result.success) return { providers: [], faults: result.error.issues.map((issue) => `OIDC_PROVIDERS ${issue.path.join('.')}: ${issue.message}`) };
  const ids = result.data.map((one) => one.id);
  const faults = result.data.flatMap((one, index) => [
    ...(ids.indexOf(one.id) === index ? [] : [`OIDC_PROVIDERS: the id ${one.id} is there twice`]),
    ...(one.organizationClaim && one.organizations !== '*' && Object.keys(one.organizations).length === 0
      ? [
          `OIDC_PROVIDERS ${one.id}: it says with "organizationClaim" whose people are, and "organizations" does not say of which it may: list what the values mean, or allow any organization with "organizations": "*"`,
        ]
      : []),
    ...(Object.values(one.roles).some((role) => systemRoles.includes(role)) && !one.administrators
      ? [`OIDC_PROVIDERS ${one.id}: its roles name SECRETARIAT or ADMINISTRATOR; allow that with "administrators": true, or leave them out`]
      : []),
  ]);
  return { providers: faults.length > 0 ? [] : result.data, faults };
}

export type ClaimedRole = { organization: string | null; role: (typeof roles)[number] };

/** Who a sign-in service says somebody is. `confirmed` is null where it does not say whether the address was confirmed. */
export type Identity = {
  provider: Provider;
  issuer: string | null;
  subject: string;
  address: string | null;
  confirmed: boolean | null;
  name: string;
  roles: ClaimedRole[];
};

const mailAddress = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/** Reads what a service says of a person by the provider's configuration. An address is in lower case. */
export function identityOf(provider: Provider, profile: Record<string, unknown>): Identity {
  const address =
    provider.addressClaims
      .map((claim) => profile[claim])
      .find((value): value is string => typeof value === 'string' && mailAddress.test(value))
      ?.toLowerCase() ?? null;
  const said = profile['email_verified'];
  const stated = said === true || said === 'true' ? true : said === false || said === 'false' ? false : null;
  // The claim speaks of `email` alone; what a service gives out itself under another name it need not confirm.
  const confirmed = address !== null && String(profile['email'] ?? '').toLowerCase() === address ? stated : null;
  return {
    provider,
    issuer: typeof profile['iss'] === 'string' ? profile['iss'] : null,
    subject: String(profile['sub'] ?? ''),
    address,
    confirmed: confirmed ?? (provider.assignsAddresses ? true : null),
    name: personName(profile['name']),
    roles: claimedRoles(provider, profile),
  };
}

/** The claims of a token with what the service says beside it. Whether an address was confirmed is said of the address beside which it stands, and of no other. */
export function together(token: Record<string, unknown>, beside: Record<string, unknown>): Record<string, unknown> {
  const { email_verified: _, ...both } = { ...beside, ...token };
  const from = token['email'] === undefined ? beside : token;
  const same = String(token['email'] ?? '').toLowerCase() === String(beside['email'] ?? '').toLowerCase();
  const verified = from['email_verified'] ?? (same ? beside['email_verified'] : undefined);
  return verified === undefined ? both : { ...both, email_verified: verified };
}

/** What the configuration says of a value; of one that it does not name, nothing: "constructor" is a name like others. */
const ofName = <Value>(meaning: Record<string, Value>, value: string): Value | undefined => (Object.hasOwn(meaning, value) ? meaning[value] : undefined);

/** The roles that a service's claims give, by the provider's configuration. */
function claimedRoles(provider: Provider, profile: Record<string, unknown>): ClaimedRole[] {
  const listed = (name: string | undefined): string[] => {
    const value = name ? profile[name] : undefined;
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
      // What no text may hold names no organization and no role either.
      (one): one is string => typeof one === 'string' && one.length > 0 && one.length < 200 && forbiddenSign(plain(one)) === null,
    );
  };
  const { organizations: meaning } = provider;
  const organizations = [
    ...(provider.organization ? [provider.organization] : []),
    ...listed(provider.organizationClaim).flatMap((value) => (meaning === '*' ? value : (ofName(meaning, value) ?? []))),
  ];
  const claimed = listed(provider.roleClaim).flatMap((value) => ofName(provider.roles, value) ?? []);
  return [
    ...organizations.flatMap((organization) => [
      { organization, role: 'MEMBER' as const },
      ...claimed.filter((role) => role !== 'SECRETARIAT' && role !== 'ADMINISTRATOR' && role !== 'MEMBER').map((role) => ({ organization, role })),
    ]),
    ...claimed.filter((role) => role === 'SECRETARIAT' || role === 'ADMINISTRATOR').map((role) => ({ organization: null, role })),
  ];
}

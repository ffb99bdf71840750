import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { roles } from './user.ts';

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
  /** What the claim's values mean, as short names; a value that is not listed is taken as a short name. */
  organizations: z.record(z.string(), z.string()).default({}),
  /** The claim that names the person's roles, and what its values mean. Without it, people are members. */
  roleClaim: z.string().optional(),
  roles: z.record(z.string(), z.enum(roles)).default({}),
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
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice ? { providers: [], faults: [`OIDC_PROVIDERS: the id ${twice} is there twice`] } : { providers: result.data, faults: [] };
}

export type ClaimedRole = { organization: string | null; role: (typeof roles)[number] };

/** The roles that a service's claims give, by the provider's configuration. */
export function claimedRoles(provider: Provider, profile: Record<string, unknown>): ClaimedRole[] {
  const listed = (name: string | undefined): string[] => {
    const value = name ? profile[name] : undefined;
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
      (one): one is string => typeof one === 'string' && one.length > 0 && one.length < 200,
    );
  };
  const organizations = [
    ...(provider.organization ? [provider.organization] : []),
    ...listed(provider.organizationClaim).map((value) => provider.organizations[value] ?? value),
  ];
  const claimed = listed(provider.roleClaim).flatMap((value) => provider.roles[value] ?? []);
  return [
    ...organizations.flatMap((organization) => [
      { organization, role: 'MEMBER' as const },
      ...claimed.filter((role) => role !== 'SECRETARIAT' && role !== 'ADMINISTRATOR' && role !== 'MEMBER').map((role) => ({ organization, role })),
    ]),
    ...claimed.filter((role) => role === 'SECRETARIAT' || role === 'ADMINISTRATOR').map((role) => ({ organization: null, role })),
  ];
}

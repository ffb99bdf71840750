import { isIPv6 } from 'node:net';
import type { Database, Trx } from '#prisma/database.ts';

/** What the audit knows: what happened around accounts and around data that is not public. */
export const auditKinds = [
  'SIGN_IN',
  'SIGN_OUT',
  'SIGN_UP',
  'ADDRESS_CONFIRMED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET_ASKED',
  'FACTOR_ADDED',
  'FACTOR_REMOVED',
  'REAUTHENTICATION',
  'SESSION_ENDED',
  'ACCOUNT_LINKED',
  'ACCOUNT_UNLINKED',
  'TOKEN_MADE',
  'TOKEN_REVOKED',
  'WEBHOOK_MADE',
  'WEBHOOK_PAUSED',
  'WEBHOOK_RESUMED',
  'WEBHOOK_ENDED',
  'ROLE_CHANGED',
  'INVITED',
  'INVITATION_ACCEPTED',
  'INVITATION_WITHDRAWN',
  'PERSON_SUSPENDED',
  'PERSON_ERASED',
  'EXPORT',
  'ACCESS_REFUSED',
  'LIMIT_REACHED',
  'AUDIT_READ',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export type AuditEvent = {
  kind: AuditKind;
  outcome?: 'DONE' | 'REFUSED' | 'FAILED';
  /** The pseudonym of who did it, never the person's id, name or address. */
  actor?: string | null;
  /** What it was done to: a pseudonym, a path without its query, the id of a service. */
  subject?: string | null;
  /** Why, as a short code such as STATE_LOST. */
  detail?: string | null;
  /** The network address of the request; of IPv6 only the first 64 bits are kept. */
  client?: string | null;
  requestId?: string | null;
};

/** The first 64 bits of an IPv6 address, since the rest changes by the hour; an IPv4 address as it is. */
export function clientNetwork(address: string): string {
  if (!isIPv6(address) || /^::ffff:/i.test(address)) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':').filter(Boolean)];
  // Written as one spelling, whatever a proxy made of it.
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * Keeps one event in the audit. Give it the transaction of what it tells of, or the database where nothing else is written:
 * a refusal is kept although what was refused is rolled back.
 */
export async function recordAudit(db: Database | Trx, event: AuditEvent): Promise<void> {
  const text = (value: string | null | undefined) => value?.slice(0, 200) ?? null;
  await db
    .insertInto('auditEvent')
    .values({
      kind: event.kind,
      outcome: event.outcome ?? 'DONE',
      actor: event.actor ?? null,
      subject: text(event.subject),
      detail: text(event.detail),
      client: event.client ? clientNetwork(event.client) : null,
      requestId: text(event.requestId),
    })
    .execute();
}

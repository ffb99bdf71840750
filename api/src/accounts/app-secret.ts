import type { Database } from '#prisma/database.ts';
import type { Auth } from './auth.ts';

/** Base32 without padding, as apps take secrets. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the setting up of an authenticator app shows: its secret in Base32 (RFC 4648), and the address that a QR code holds. */
export async function readPendingApp(
  db: Database,
  library: Auth,
  { id, email }: { id: string; email: string },
): Promise<{ secret: string; address: string } | null> {
  const row = await db.selectFrom('twoFactor').select('secret').where('userId', '=', id).where('verified', '=', false).executeTakeFirst();
  if (!row) return null;
  const { symmetricDecrypt } = await import('better-auth/crypto');
  const secret = base32(Buffer.from(await symmetricDecrypt({ key: (await library.$context).secretConfig, data: row.secret })));
  return { secret, address: `otpauth://totp/Atrium:${encodeURIComponent(email)}?${new URLSearchParams({ secret, issuer: 'Atrium' })}` };
}

/** Whose password the link of a mail changes; null for one that does not work, or no longer. */
export async function personOfReset(library: Auth, token: string): Promise<string | null> {
  const found = await (await library.$context).internalAdapter.findVerificationValue(`reset-password:${token}`);
  return found && found.expiresAt > new Date() ? found.value : null;
}

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of the canonical JSON (RFC 8785) of a value, in hex. */
export const hashOf = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** The hash that seals a version: of { content, nonce }, so that it tells nothing of what is not public. */
export const revisionHash = (content: unknown, nonce: string) => hashOf({ content, nonce });

/** The random text beside what everybody may see of a version. It can be given away: it does not tell the version's own. */
export const publicNonce = (nonce: string) => createHash('sha256').update(`public ${nonce}`).digest('hex').slice(0, 32);

/** The hash that seals what stands beside a version's content: why, what it restores, and which version it follows. */
export const circumstancesHash = (of: { reason: string; restores: number | null; previous: string | null }, nonce: string) =>
  hashOf({ nonce, previous: of.previous, reason: of.reason, restores: of.restores });

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One line of an exported log. `body` is canonical JSON (RFC 8785), `createdAt` ISO 8601 in UTC with milliseconds. */
export type LogLine = { sequence: number; createdAt: string; kind: string; body: string; previous: string; hash: string };

/** What the first entry names as the hash before it. */
export const GENESIS = '0'.repeat(64);

/** SHA-256, in hex, of the canonical JSON of an entry without its hash; it covers the hash of the entry before. */
export const entryHash = ({ sequence, createdAt, kind, body, previous }: Omit<LogLine, 'hash'>) =>
  createHash('sha256')
    .update(canonicalize({ sequence, createdAt, kind, body, previous }) ?? '')
    .digest('hex');

import { createHash } from 'node:crypto';

/** What is kept of a token that a mail carries: its SHA-256, in hex. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

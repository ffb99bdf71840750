import { AsyncLocalStorage } from 'node:async_hooks';
import type { Identity } from './providers.ts';

/** What becomes known on the way of one request to the sign-in library, and of no other. */
export type Attempt = {
  /** Who the sign-in service says it is; only in the request that comes back from one. */
  identity: Identity | null;
  /** Whose session the request began. */
  personId: string | null;
  /** The session that the request began. */
  sessionId: string | null;
  /** Whether two factors were shown: a passkey that asked who holds it, or a code after the password. */
  secondFactor: boolean;
  /** The passkey that was used, by its id at the device. */
  passkey: string | null;
  /** Whether everything was right but the account is suspended. */
  suspended?: boolean;
  /** What the library said of what went wrong, without anything of the person; for the log. */
  reasons: string[];
};

const attempts = new AsyncLocalStorage<Attempt>();

/** The attempt of the request under way; null outside of one. */
export const currentAttempt = (): Attempt | null => attempts.getStore() ?? null;

/** Does the work of one request, with an attempt of its own. */
export const inAttempt = <T>(attempt: Attempt, work: () => Promise<T>): Promise<T> => attempts.run(attempt, work);

import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { hashToken } from './token.ts';
import type { User } from './user.ts';

/** The person who asks. @throws GraphQLError UNAUTHENTICATED (401) for a reader who is not signed in */
export function signedIn(context: Context): User {
  if (context.user) return context.user;
  throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

export const tooMany = (message: string) => new GraphQLError(message, { extensions: { code: 'TOO_MANY_REQUESTS', http: { status: 429 } } });

/** Counts a use of a link from a mail, by the address of who asks or else by the link. @throws GraphQLError TOO_MANY_REQUESTS (429) */
export async function usingLink(context: Context, token: string): Promise<void> {
  if (!(await context.services.accounts.allowLink(context.client || hashToken(token))))
    throw tooMany('That were very many tries in a minute. Wait a little and try again.');
}

/** The person who changes something; the schema has counted the change (writes.ts). @throws GraphQLError UNAUTHENTICATED (401) */
export function writing(context: Context): User {
  return signedIn(context);
}

import type { Context } from '../context.ts';
import { hashToken } from './token.ts';
import { tooMany, unauthenticated } from '../errors.ts';
import type { User } from './user.ts';

/** The person who asks. @throws GraphQLError UNAUTHENTICATED (401) for a reader who is not signed in */
export function signedIn(context: Context): User {
  if (context.user) return context.user;
  throw unauthenticated();
}

/** Counts a use of a link from a mail, by the address of who asks or else by the link. @throws GraphQLError TOO_MANY_REQUESTS (429) */
export async function usingLink(context: Context, token: string): Promise<void> {
  if (!(await context.services.accounts.allowLink(context.client || hashToken(token)))) throw tooMany('LINK_TRIES');
}

/** The person who changes something; the schema has counted the change (writes.ts). @throws GraphQLError UNAUTHENTICATED (401) */
export function requireWriter(context: Context): User {
  return signedIn(context);
}

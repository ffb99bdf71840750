import { redirect } from 'react-router';
import { hasSession } from '../session.ts';

/** To the sign-in page, and back here afterwards. */
export function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(`/sign-in?${new URLSearchParams({ next: pathname + search })}`, 303);
}

/** Sends a reader without a session to the sign-in page, and back here afterwards. */
export function requireSession(request: Request): void {
  if (!hasSession(request)) throw toSignIn(request);
}

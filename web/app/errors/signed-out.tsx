import { httpError } from '../api.server.ts';
import type { Route } from './+types/signed-out';

/** Answers a form that was sent without a session, in the place of the page that would have led to the sign-in page (web/handler.ts). */
export function loader({ context }: Route.LoaderArgs) {
  throw httpError(context, 401);
}

// Never rendered: the loader always throws. Without a component this would be a route for data, whose errors are not pages.
export default function SignedOut() {
  return null;
}

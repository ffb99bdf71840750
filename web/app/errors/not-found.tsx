import { httpError } from '../api.server.ts';
import type { Route } from './+types/not-found';

/** Any address without a page. */
export function loader({ context }: Route.LoaderArgs) {
  throw httpError(context, 404);
}

/** Something was sent to an address that takes nothing. */
export function action({ context }: Route.ActionArgs) {
  throw httpError(context, 404);
}

// Never rendered: the loader always throws. Without a component this would be a route for data, whose errors are not pages.
export default function NotFound() {
  return null;
}

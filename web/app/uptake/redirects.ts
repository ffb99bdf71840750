import { redirect } from 'react-router';
import type { Route } from './+types/redirects';

/** Addresses that mails, feeds and calendars name, each with the page that it leads to. */
const moves: [RegExp, string][] = [
  [/^\/uptake\/cells\//, '/uptake/'],
  [/^\/uptake\/campaigns/, '/campaigns'],
  [/^\/uptake\/following$/, '/follow'],
];

/** Leads on to the page's own address, with its query. */
export function loader({ request }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const move = moves.find(([from]) => from.test(url.pathname));
  return redirect(`${move ? url.pathname.replace(move[0], move[1]) : '/uptake'}${url.search}`, 308);
}

import { redirect } from 'react-router';
import type { Route } from './+types/other';

/** The same report under the address that people guess. */
export const loader = ({ params }: Route.LoaderArgs) => redirect(`/reports/${encodeURIComponent(params.year)}`, 301);

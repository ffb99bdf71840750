import type { RouterContextProvider } from 'react-router';
import { apiContext } from '../api.server.ts';

/** The public address of the site; as asked where none is set. */
export const publicOrigin = (request: Request, context: Readonly<RouterContextProvider>) => context.get(apiContext).baseUrl || new URL(request.url).origin;

import type { RouterContextProvider } from 'react-router';
import { fault } from '../api.server.ts';

/** What a form sent; a body that is no form is the sender's fault, not ours. */
export async function readForm(context: Readonly<RouterContextProvider>, request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw fault(context, 400, 'What was sent is no form of this library.');
  }
}

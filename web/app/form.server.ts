import { why } from '#i18n/fault.ts';
import type { RouterContextProvider } from 'react-router';
import { apiContext, httpError } from './api.server.ts';
import { tooMuch } from './form-bounds.ts';
import { holdsForbidden, keepable } from './text.ts';

/**
 * What a form sent: the one reader of all forms of pages. Lines end with LF, so that lengths are those a person counts;
 * characters that no text may hold become spaces, for a person cannot see them and so cannot mend them, and the next page
 * says so. A body that is no form, or more of one than people fill in, is the sender's fault, not ours.
 */
export async function readForm(context: Readonly<RouterContextProvider>, request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw httpError(context, 400, why('FORM_OTHER'));
  });
  const much = tooMuch(form.keys());
  if (much) throw httpError(context, 413, much);
  const clean = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (holdsForbidden(value)) context.get(apiContext).mended = true;
      clean.append(keepable(name), keepable(value));
    } else clean.append(keepable(name), value);
  }
  return clean;
}

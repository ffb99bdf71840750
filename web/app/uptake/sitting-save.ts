import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { languageOf, wordsOf } from '../i18n/i18n.server.ts';
import { inWords } from '../ui/faults.ts';
import type { Route } from './+types/sitting-save';
import { saveDocument, typedIn } from './sitting-form.server.ts';

/** Saves what is typed into the page of a sitting while it is being written; the browser script calls it. */
export async function action({ params: { slug }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const { saveUptakeSitting: answer } = await ask(context, saveDocument, {
    report: new URL(request.url).searchParams.get('report'),
    organization: slug,
    typed: typedIn(form),
  });
  if (answer.__typename === 'UptakeSittingSaved') return Response.json({ edits: answer.edits, read: {} });
  const { t } = wordsOf(languageOf(request));
  return Response.json({ message: answer.fields.map((one) => inWords(t, one)).join(' ') }, { status: 400 });
}

export const loader = () => new Response(null, { status: 405, headers: { allow: 'POST' } });

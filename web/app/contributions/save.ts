import { ask, orNotFound } from '../api.server.ts';
import { save, typedInto } from './draft-form.server.ts';
import { readForm } from '../form.server.ts';
import { languageOf, wordsOf } from '../i18n/i18n.server.ts';
import { formatOf } from '../ui/format.ts';
import { inWords } from '../ui/faults.ts';
import { draftError } from './faults.ts';
import type { Route } from './+types/save';
import { boxes, readBoxes, valueAt } from './content.ts';
import { arrivalQuery } from './queries.ts';
import { wordsFor } from './read-as.ts';

/**
 * Saves a draft while it is being written; the browser script calls it. Answers with the new count of saves
 * with the faults that it has as it stands, by field, and, by box, how days, countries, currencies and numbers were understood, in words; or why it was
 * refused: 401 for who is not signed in, 409 where somebody else changed the same, 400 with the fault in words.
 */
export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed = await typedInto(context, params.id, form);
  const { t } = wordsOf(languageOf(request));
  const { answer } = await save(context, params.id, typed, '', true);
  if (answer.__typename === 'DraftSaved') {
    const format = formatOf(languageOf(request));
    const read = readBoxes(typed.kind, boxes(form)).map(({ box, path, reads }) => [box, wordsFor(format, reads, valueAt(answer.draft.content, path)) ?? '']);
    const faults = (answer.draft.faults ?? []).map((one) => draftError(t, one));
    return Response.json({ edits: answer.draft.edits, read: Object.fromEntries(read), faults });
  }
  if (answer.__typename === 'StaleDraft') return Response.json({ stale: true }, { status: 409 });
  return Response.json({ message: answer.fields.map((one) => inWords(t, one)).join(' ') }, { status: 400 });
}

/** How the last save of a page was answered that had been left by then: `?writer=…&turn=…`. The browser script asks when one is back. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const turn = Number(searchParams.get('turn') || Number.NaN);
  if (request.method !== 'GET' || !Number.isFinite(turn)) return new Response(null, { status: 405, headers: { allow: 'POST' } });
  const { draft } = await ask(context, arrivalQuery, { id: params.id, writer: searchParams.get('writer')?.slice(0, 100) ?? '', turn });
  const { edits, arrival } = orNotFound(context, draft);
  return Response.json({ edits, arrival: arrival ?? null }, { headers: { 'cache-control': 'private, no-store' } });
}

import { data, redirect } from 'react-router';
import type { DraftAnswerFragment } from '../graphql/graphql.ts';
import type { Fault } from '../ui/faults.ts';

export type Saved = Extract<DraftAnswerFragment, { __typename: 'DraftSaved' }>;
export type Stale = Extract<DraftAnswerFragment, { __typename: 'StaleDraft' }>;

/** What a form that was refused gives its page: the faults, the draft as somebody else saved it, if that is why, and the reason that was typed. */
export type Refused = { faults: Fault[]; stale: Stale | null; reason?: string; title?: string };

/** Goes on to another page where the API did it; otherwise what was refused, with status 400 or 409. */
export function answered(answer: DraftAnswerFragment, next: (saved: Saved['draft']) => string, reason?: string) {
  if (answer.__typename === 'DraftSaved') throw redirect(next(answer.draft), 303);
  if (answer.__typename === 'StaleDraft') return data<Refused>({ faults: [], stale: answer, reason }, 409);
  return data<Refused>({ faults: answer.fields, stale: null, reason }, 400);
}
/** A form that the page itself refuses. */
export const refused = (faults: Fault[]) => data<Refused>({ faults, stale: null }, 400);

import type { RouterContextProvider } from 'react-router';
import { fault } from '#i18n/fault.ts';
import { ask, httpError } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { ShortlistSharing } from '../graphql/graphql.ts';
import type { Fault } from '../ui/faults.ts';

const change = graphql(/* GraphQL */ `
  mutation ChangeShortlist($id: ID!, $edits: Int!, $name: String!, $purpose: String!, $sharing: ShortlistSharing!, $organization: String) {
    changeShortlist(id: $id, edits: $edits, name: $name, purpose: $purpose, sharing: $sharing, organization: $organization) {
      __typename
      ...FieldFaults
    }
  }
`);
const note = graphql(/* GraphQL */ `
  mutation NoteOnShortlist($id: ID!, $edits: Int!, $record: String!, $note: String!) {
    noteOnShortlist(id: $id, edits: $edits, record: $record, note: $note) {
      __typename
      ...FieldFaults
    }
  }
`);
const off = graphql(/* GraphQL */ `
  mutation TakeOffShortlist($id: ID!, $edits: Int!, $record: String!) {
    takeOffShortlist(id: $id, edits: $edits, record: $record) {
      __typename
      ...FieldFaults
    }
  }
`);
const remove = graphql(/* GraphQL */ `
  mutation DeleteShortlist($id: ID!, $edits: Int!) {
    deleteShortlist(id: $id, edits: $edits) {
      __typename
      ...FieldFaults
    }
  }
`);

const sharings = ['PRIVATE', 'ORGANIZATION', 'LINK'] as const satisfies readonly ShortlistSharing[];
export type Refused = { intent: string; faults: Fault[]; typed: Record<string, string> };
type Result = { __typename: string; fields?: readonly Fault[] };

/** Does what a form of the page of a list asks for. @returns where to go, or what is wrong with everything that was typed */
export async function changeList(context: Readonly<RouterContextProvider>, id: string, form: FormData): Promise<{ to: string } | Refused> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const text = (name: string) => typed[name]?.trim() ?? '';
  const intent = text('intent');
  const edits = Number(text('edits')) || 0;
  const record = text('record');
  const answered = (result: Result, to: string, place: string): { to: string } | Refused =>
    result.__typename === 'InvalidInput'
      ? {
          intent,
          typed,
          faults: (result.fields ?? []).map((one) => ({ ...one, path: ['id', 'edits', 'record', 'note'].includes(one.path) ? place : one.path })),
        }
      : { to };
  const here = `/shortlists/${id}`;
  switch (intent) {
    case 'note':
      return answered(
        (await ask(context, note, { id, edits, record, note: typed['note'] ?? '' })).noteOnShortlist as Result,
        `${here}?done=note`,
        `note-${record.replace('/', '-')}`,
      );
    case 'off':
      return answered((await ask(context, off, { id, edits, record })).takeOffShortlist as Result, `${here}?done=off`, `note-${record.replace('/', '-')}`);
    case 'delete':
      return answered((await ask(context, remove, { id, edits })).deleteShortlist as Result, '/shortlists?done=deleted', 'name');
    case 'save': {
      const sharing = sharings.find((one) => one === text('sharing'));
      if (!sharing) return { intent, typed, faults: [fault('sharing', 'CHOOSE')] };
      const given = {
        id,
        edits,
        name: text('name'),
        purpose: typed['purpose'] ?? '',
        sharing,
        organization: sharing === 'ORGANIZATION' ? text('organization') : null,
      };
      return answered((await ask(context, change, given)).changeShortlist as Result, `${here}?done=saved`, 'name');
    }
    default:
      throw httpError(context, 400);
  }
}

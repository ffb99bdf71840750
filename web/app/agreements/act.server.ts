import type { RouterContextProvider } from 'react-router';
import { fault as fieldFault } from '#i18n/fault.ts';
import { ask, httpError } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { Fault } from '../ui/faults.ts';
import { amountIn } from './amounts.ts';
import { audiences } from './terms.ts';

const draw = graphql(/* GraphQL */ `
  mutation DrawAgreement($id: ID!, $drawn: Float!, $onDay: String!, $source: String!, $key: String!) {
    drawAgreement(id: $id, drawn: $drawn, onDay: $onDay, source: $source, key: $key) {
      __typename
      ...FieldFaults
    }
  }
`);
const open = graphql(/* GraphQL */ `
  mutation OpenAgreement($id: ID!, $openings: Int!, $audience: Audience!) {
    openAgreement(id: $id, openings: $openings, audience: $audience) {
      __typename
      ...FieldFaults
    }
  }
`);
const askForUse = graphql(/* GraphQL */ `
  mutation AskForUse($id: ID!, $organization: String!, $text: String!, $key: String!) {
    askForUse(id: $id, organization: $organization, text: $text, key: $key) {
      __typename
      ...FieldFaults
    }
  }
`);
const answerUse = graphql(/* GraphQL */ `
  mutation AnswerUse($request: ID!, $granted: Boolean!, $text: String!) {
    answerUse(request: $request, granted: $granted, text: $text) {
      __typename
      ...FieldFaults
    }
  }
`);

export type Refused = { intent: string; faults: Fault[]; typed: Record<string, string> };
type Result = { __typename: string; fields?: readonly Fault[] };

/** Does what a form of the page of an agreement asks for. @returns where to go, or what is wrong with everything that was typed */
export async function act(context: Readonly<RouterContextProvider>, id: string, form: FormData): Promise<{ to: string } | Refused> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const text = (name: string) => typed[name]?.trim() ?? '';
  const intent = text('intent');
  const refused = (faults: Fault[]): Refused => ({ intent, faults, typed });
  /** @param places where the fields of the API stand in the form */
  const answered = (result: Result, places: Record<string, string> = {}): { to: string } | Refused => {
    if (result.__typename !== 'InvalidInput') return { to: `/agreements/${id}?done=${intent}` };
    // Gone back to and changed: the same form sent again with a key of its own is another request.
    if (result.fields?.some(({ path }) => path === 'key')) typed['key'] = crypto.randomUUID();
    return refused((result.fields ?? []).map((one) => ({ ...one, path: places[one.path] ?? one.path })));
  };
  switch (intent) {
    case 'draw': {
      const drawn = amountIn(text('drawn'));
      if (drawn === null) return refused([fieldFault('drawn', 'AMOUNT')]);
      const given = { id, drawn, onDay: text('onDay'), source: text('drawSource'), key: text('key') };
      return answered((await ask(context, draw, given)).drawAgreement as Result, { source: 'drawSource', key: 'drawn', id: 'drawn' });
    }
    case 'open': {
      const audience = audiences.find((one) => one === text('audience'));
      if (!audience) return refused([fieldFault('audience', 'CHOOSE')]);
      return answered((await ask(context, open, { id, audience, openings: Number(text('openings')) || 0 })).openAgreement as Result, {
        openings: 'audience',
        id: 'audience',
      });
    }
    case 'ask':
      return answered((await ask(context, askForUse, { id, organization: text('organization'), text: text('text'), key: text('key') })).askForUse as Result, {
        key: 'text',
        id: 'text',
      });
    case 'answer': {
      const request = text('request');
      const place = `answer-${request}`;
      if (!['yes', 'no'].includes(text(`granted-${request}`))) return refused([fieldFault(`granted-${request}`, 'CHOOSE')]);
      const given = { request, granted: text(`granted-${request}`) === 'yes', text: text(place) };
      return answered((await ask(context, answerUse, given)).answerUse as Result, { text: place, request: place });
    }
    default:
      throw httpError(context, 400);
  }
}

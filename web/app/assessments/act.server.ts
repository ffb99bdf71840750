import type { RouterContextProvider } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import type { Audience } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { readRun } from '../instruments/request.ts';
import type { Fault } from '../ui/faults.ts';
import { editsOf } from './form.ts';

const saveAnswers = graphql(/* GraphQL */ `
  mutation SaveAssessmentAnswers($id: ID!, $edits: Int!, $answers: [AnswerInput!], $title: String, $useCase: String) {
    saveAssessment(id: $id, edits: $edits, answers: $answers, title: $title, useCase: $useCase) {
      __typename
      ...FieldFaults
    }
  }
`);
const share = graphql(/* GraphQL */ `
  mutation ShareAssessment($id: ID!, $edits: Int!, $shared: Boolean!) {
    shareAssessment(id: $id, edits: $edits, shared: $shared) {
      __typename
      ...FieldFaults
    }
  }
`);
const sign = graphql(/* GraphQL */ `
  mutation SignAssessment($id: ID!, $edits: Int!) {
    signAssessment(id: $id, edits: $edits) {
      __typename
      ...FieldFaults
    }
  }
`);
const publish = graphql(/* GraphQL */ `
  mutation PublishAssessment($id: ID!, $publications: Int!, $audience: Audience!, $project: String) {
    publishAssessment(id: $id, publications: $publications, audience: $audience, project: $project) {
      __typename
      ...FieldFaults
    }
  }
`);
const copy = graphql(/* GraphQL */ `
  mutation CopyAssessment($id: ID!, $title: String!, $organization: String!, $key: String!) {
    copyAssessment(id: $id, title: $title, organization: $organization, key: $key) {
      __typename
      ... on AssessmentSaved {
        assessment {
          url
        }
      }
      ...FieldFaults
    }
  }
`);
const remove = graphql(/* GraphQL */ `
  mutation RemoveAssessment($id: ID!, $edits: Int!) {
    removeAssessment(id: $id, edits: $edits) {
      path
      code
      params
    }
  }
`);

type Done = { to: string } | { faults: readonly Fault[] };
type Result = { __typename: string; fields?: readonly Fault[] };

/** Does what a form of the page of an assessment asks for. @returns where to go, or what is wrong */
export async function act(context: Readonly<RouterContextProvider>, id: string, form: FormData): Promise<Done> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const answered = (result: Result, done: string): Done =>
    result.__typename === 'InvalidInput' ? { faults: result.fields ?? [] } : { to: `/assessments/${id}?done=${done}` };
  const edits = editsOf(form);
  switch (text('intent')) {
    case 'answers':
      return answered((await ask(context, saveAnswers, { id, edits, answers: readRun(form).answers })).saveAssessment as Result, 'saved');
    case 'about':
      return answered((await ask(context, saveAnswers, { id, edits, title: text('title'), useCase: text('useCase') })).saveAssessment as Result, 'saved');
    case 'share':
    case 'unshare':
      return answered((await ask(context, share, { id, edits, shared: text('intent') === 'share' })).shareAssessment as Result, text('intent'));
    case 'sign':
      return answered((await ask(context, sign, { id, edits })).signAssessment as Result, 'signed');
    case 'publish':
      return answered(
        (
          await ask(context, publish, {
            id,
            publications: Number(text('publications')) || 0,
            audience: text('audience') as Audience,
            project: text('project') || null,
          })
        ).publishAssessment as Result,
        'published',
      );
    case 'copy': {
      const result = (await ask(context, copy, { id, title: text('copyTitle'), organization: text('organization'), key: text('key') })).copyAssessment;
      return result.__typename === 'AssessmentSaved' ? { to: `${result.assessment.url}?done=copied` } : answered(result as Result, 'copied');
    }
    case 'remove': {
      const faults = (await ask(context, remove, { id, edits })).removeAssessment;
      return faults.length > 0 ? { faults } : { to: '/assessments' };
    }
    default:
      throw httpError(context, 400);
  }
}

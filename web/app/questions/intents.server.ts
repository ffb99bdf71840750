import type { RouterContextProvider } from 'react-router';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { Fault } from '../ui/faults.ts';

const answer = graphql(/* GraphQL */ `
  mutation AnswerQuestion($id: ID!, $text: String!, $citations: [String!]!, $key: String) {
    result: answerQuestion(id: $id, text: $text, citations: $citations, key: $key) {
      ...QuestionDone
    }
  }
`);
graphql(/* GraphQL */ `
  fragment QuestionDone on QuestionResult {
    __typename
    ... on QuestionSaved {
      url
      changed
    }
    ...FieldFaults
  }
`);
const mark = graphql(/* GraphQL */ `
  mutation MarkHelped($post: ID!, $helped: Boolean!) {
    result: markHelped(post: $post, helped: $helped) {
      ...QuestionDone
    }
  }
`);
const close = graphql(/* GraphQL */ `
  mutation CloseQuestion($id: ID!, $reason: String) {
    result: closeQuestion(id: $id, reason: $reason) {
      ...QuestionDone
    }
  }
`);
const move = graphql(/* GraphQL */ `
  mutation MoveQuestion($id: ID!, $about: String!, $reason: String!) {
    result: moveQuestion(id: $id, about: $about, reason: $reason) {
      ...QuestionDone
    }
  }
`);
const merge = graphql(/* GraphQL */ `
  mutation MergeQuestion($id: ID!, $into: String!, $reason: String!) {
    result: mergeQuestion(id: $id, into: $into, reason: $reason) {
      ...QuestionDone
    }
  }
`);
const mute = graphql(/* GraphQL */ `
  mutation MuteQuestion($id: ID!, $muted: Boolean!) {
    result: muteQuestion(id: $id, muted: $muted) {
      ...QuestionDone
    }
  }
`);
const askThem = graphql(/* GraphQL */ `
  mutation AskProfessional($id: ID!, $professional: ID!) {
    result: askProfessional(id: $id, professional: $professional) {
      ...QuestionDone
    }
  }
`);
const report = graphql(/* GraphQL */ `
  mutation ReportPost($post: ID!, $reason: String!) {
    result: reportPost(post: $post, reason: $reason) {
      ...QuestionDone
    }
  }
`);
const edit = graphql(/* GraphQL */ `
  mutation EditPost($post: ID!, $text: String!, $title: String) {
    result: editPost(post: $post, text: $text, title: $title) {
      ...QuestionDone
    }
  }
`);
const hide = graphql(/* GraphQL */ `
  mutation HidePost($post: ID!, $reason: String!) {
    result: hidePost(post: $post, reason: $reason) {
      ...QuestionDone
    }
  }
`);
const keep = graphql(/* GraphQL */ `
  mutation KeepPost($post: ID!) {
    result: keepPost(post: $post) {
      ...QuestionDone
    }
  }
`);
const appeal = graphql(/* GraphQL */ `
  mutation AppealPost($post: ID!, $text: String!) {
    result: appealPost(post: $post, text: $text) {
      ...QuestionDone
    }
  }
`);
const settle = graphql(/* GraphQL */ `
  mutation SettleHidden($post: ID!, $shown: Boolean!, $reason: String!) {
    result: settleHidden(post: $post, shown: $shown, reason: $reason) {
      ...QuestionDone
    }
  }
`);
const lesson = graphql(/* GraphQL */ `
  mutation LessonFromQuestion($id: ID!) {
    result: lessonFromQuestion(id: $id) {
      __typename
      ... on QuestionLessonDrafted {
        draft
      }
      ...FieldFaults
    }
  }
`);

type Context = Readonly<RouterContextProvider>;
type Typed = { id: string; post: string; text: (name: string) => string };
type Result = { __typename: 'QuestionSaved'; url: string; changed: boolean } | { __typename: 'InvalidInput'; fields: Fault[] };

/** What the forms of a question's page do, each with the word of the notice that says so. */
const intents = {
  answer: [
    'answered',
    (context, { id, text }) =>
      ask(context, answer, {
        id,
        text: text('text'),
        citations: text('citations')
          .split('\n')
          .filter((line) => line.trim() !== ''),
        key: text('key') || null,
      }),
  ],
  edit: ['edited', (context, { post, text }) => ask(context, edit, { post, text: text('text'), title: text('asks') === 'yes' ? text('title') : null })],
  helped: ['helped', (context, { post }) => ask(context, mark, { post, helped: true })],
  unhelped: ['unhelped', (context, { post }) => ask(context, mark, { post, helped: false })],
  move: ['moved', (context, { id, text }) => ask(context, move, { id, about: text('about'), reason: text('reason') })],
  merge: ['merged', (context, { id, text }) => ask(context, merge, { id, into: text('into'), reason: text('reason') })],
  close: ['closed', (context, { id, text }) => ask(context, close, { id, reason: text('reason') })],
  reopen: ['reopened', (context, { id }) => ask(context, close, { id, reason: null })],
  mute: ['muted', (context, { id }) => ask(context, mute, { id, muted: true })],
  unmute: ['unmuted', (context, { id }) => ask(context, mute, { id, muted: false })],
  ask: ['sent', (context, { id, text }) => ask(context, askThem, { id, professional: text('professional') })],
  report: ['reported', (context, { post, text }) => ask(context, report, { post, reason: text('reason') })],
  hide: ['hidden', (context, { post, text }) => ask(context, hide, { post, reason: text('reason') })],
  keep: ['kept', (context, { post }) => ask(context, keep, { post })],
  appeal: ['appealed', (context, { post, text }) => ask(context, appeal, { post, text: text('text') })],
  show: ['settled', (context, { post }) => ask(context, settle, { post, shown: true, reason: '' })],
  stays: ['settled', (context, { post, text }) => ask(context, settle, { post, shown: false, reason: text('reason') })],
} as const satisfies Record<string, readonly [done: string, carry: (context: Context, typed: Typed) => Promise<{ result: Result }>]>;
export type Intent = keyof typeof intents | 'lesson';
export const isIntent = (text: string): text is Intent => text === 'lesson' || Object.hasOwn(intents, text);

/** Does what a form of the page asked for. @returns where to go then, or what is wrong with its fields */
export async function carryOut(context: Context, intent: Intent, id: string, typed: Record<string, string>): Promise<{ to: string } | { faults: Fault[] }> {
  if (intent === 'lesson') {
    const { result } = await ask(context, lesson, { id });
    return result.__typename === 'QuestionLessonDrafted' ? { to: `/drafts/${result.draft}` } : { faults: result.fields };
  }
  const [done, carry] = intents[intent];
  const post = typed['post'] ?? '';
  const { result } = await carry(context, { id, post, text: (name) => typed[`${intent}-${name}-${post}`] ?? typed[`${intent}-${name}`] ?? typed[name] ?? '' });
  if (result.__typename === 'InvalidInput') return { faults: result.fields };
  const place = typed['post'] && intent !== 'answer' ? `#${typed['post']}` : '';
  return { to: `${result.url}?done=${done}${result.changed ? '&changed=yes' : ''}${place}` };
}

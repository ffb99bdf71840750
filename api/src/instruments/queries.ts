import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { type AnswerGiven, AnswerInput, answersOf } from './answers.ts';
import { type EditionRow, readEdition, readEditions } from './edition.ts';
import { followChanges } from '../records/following.ts';
import { answerKeys, similarProjects } from './similar.ts';
import { SimilarProjects } from './similar-types.ts';
import { mayAdapt } from './policy.ts';
import { EditionType } from './types.ts';

const ListedEdition = builder.objectRef<Omit<EditionRow, 'content'>>('ListedEdition').implement({
  description: 'An edition in a list.',
  fields: (t) => ({
    id: t.exposeID('id'),
    instrument: t.exposeString('instrument'),
    edition: t.exposeString('edition'),
    title: t.exposeString('title'),
    hash: t.exposeString('hash'),
    organization: t.string({ nullable: true, resolve: ({ organizationName }) => organizationName }),
    publishedAt: t.field({ type: 'DateTime', nullable: true, description: 'Null for a draft.', resolve: ({ publishedAt }) => publishedAt }),
    url: t.string({ resolve: ({ instrument, edition }) => `/decide/${instrument}?${new URLSearchParams({ edition })}` }),
  }),
});

/** The edition of an address; what asks for it at several places of one query reads it once. */
const editionAt = batch(
  ({ reads, user }, keys: readonly { instrument: string; edition: string | null }[]) => Promise.all(keys.map((key) => readEdition(reads, user, key))),
  ({ instrument, edition }) => JSON.stringify([instrument, edition]),
);

builder.queryFields((t) => ({
  instruments: t.field({
    type: [ListedEdition],
    description: 'Editions of the instruments, by instrument, the last published first; of one instrument where it is named.',
    args: { instrument: t.arg.string({ required: false }) },
    resolve: (_root, { instrument }, { reads, user }) => readEditions(reads, user, instrument),
  }),
  instrument: t.field({
    type: EditionType,
    nullable: true,
    description: 'An instrument in its last public edition, or in a named one.',
    args: { instrument: t.arg.string({ required: true }), edition: t.arg.string({ required: false }) },
    resolve: (_root, { instrument, edition }, context) => editionAt(context, { instrument, edition: edition ?? null }),
  }),
  viewerCanAdapt: t.boolean({ description: 'May make editions of instruments.', resolve: (_root, _args, { user }) => mayAdapt(user) }),
  similarProjects: t.field({
    type: SimilarProjects,
    nullable: true,
    description: 'Projects of the library that answered the same, all questions or those of one group.',
    args: {
      instrument: t.arg.string({ required: true }),
      edition: t.arg.string({ required: false }),
      answers: t.arg({ type: [AnswerInput], required: true }),
      group: t.arg.string({ required: false, description: 'Only answers to its questions count.' }),
    },
    resolve: async (_root, { instrument, edition, answers, group }, context) => {
      const [found] = await Promise.all([editionAt(context, { instrument, edition: edition ?? null }), followChanges(context)]);
      if (!found) return null;
      const given = answersOf(
        found.content,
        (answers as AnswerGiven[]).filter(({ question }) => !group || found.content.questions.some((one) => one.id === question && one.group === group)),
      );
      return similarProjects(context, answerKeys(found.content, given));
    },
  }),
}));

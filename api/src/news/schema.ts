import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { listQuestions } from '../questions/question.ts';
import { QuestionConnection } from '../questions/types.ts';
import { RecordInterface } from '../records/record.ts';
import { forgetVisit, markSeen, type News, type NewsItem, readNews } from './news.ts';

/** So many questions stand there. */
const QUESTIONS = 20;

const ItemType = builder.objectRef<NewsItem>('NewsItem').implement({
  description: 'An entry that is new or changed.',
  fields: (t) => ({
    record: t.field({ type: RecordInterface, nullable: true, resolve: ({ record }, _args, { records }) => records.load(record) }),
    added: t.exposeBoolean('added', { description: 'Whether it is new; else it changed.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it changed last.' }),
    why: t.exposeStringList('why', { description: 'What you follow that it belongs to.' }),
  }),
});
const NewsType = builder.objectRef<News>('News').implement({
  description: 'What is new since somebody last said that they have seen what is new.',
  fields: (t) => ({
    since: t.expose('since', { type: 'DateTime' }),
    marked: t.exposeBoolean('marked', { description: 'Whether they said so; else it is 14 days ago.' }),
    upTo: t.exposeString('upTo', { description: 'What to say that one has seen (`markSeen`).' }),
    count: t.exposeInt('count', { description: 'How many entries are new or changed.' }),
    items: t.field({ type: [ItemType], description: 'Those that one follows and the latest first; at most 50.', resolve: ({ items }) => items }),
    questions: t.field({
      type: QuestionConnection,
      description: 'Questions in which somebody wrote since; at most 20.',
      resolve: async ({ since }, _args, context) => ({
        ...(await listQuestions(context.reads, context, { filter: { since }, first: QUESTIONS })),
        started: false,
      }),
    }),
  }),
});
const Seen = builder.objectRef<{ upTo: string }>('NewsSeen').implement({ description: 'It is noted.', fields: (t) => ({ upTo: t.exposeString('upTo') }) });
const Result = builder.unionType('NewsResult', {
  types: [Seen, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'NewsSeen'),
});

builder.queryFields((t) => ({
  news: t.field({
    type: NewsType,
    nullable: true,
    description: 'What is new for the signed-in person; nothing of what they read is kept.',
    resolve: (_root, _args, { reads, user }) => (user ? readNews(reads, user) : null),
  }),
}));
builder.mutationFields((t) => ({
  markSeen: t.field({
    type: Result,
    description: 'Says that the signed-in person has seen what is new: the one thing that is kept, with the time.',
    args: { upTo: t.arg.string({ required: true, description: 'Of `news`.' }) },
    resolve: async (_root, { upTo }, context) => (await markSeen(context.services.db, signedIn(context), upTo)) ?? { upTo },
  }),
  forgetVisit: t.boolean({
    description: 'Forgets when the signed-in person was here.',
    resolve: async (_root, _args, context) => {
      await forgetVisit(context.services.db, signedIn(context));
      return true;
    },
  }),
}));

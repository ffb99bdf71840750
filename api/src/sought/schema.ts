import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';
import { RecordInterface } from '../records/record.ts';
import { LEAST, readSums, type Reuse, seesSought, type Sums, SUM_DAYS } from './sums.ts';
import { WORDS_DAYS } from './tally.ts';

const Words = builder.objectRef<Sums['words'][number]>('SoughtWords').implement({
  description: 'What was searched for and not found.',
  fields: (t) => ({
    words: t.exposeString('words'),
    days: t.exposeInt('days', { description: 'On how many days.' }),
    lastOn: t.exposeString('lastOn', { description: 'The last day.' }),
  }),
});
const Read = builder.objectRef<Sums['read'][number]>('SoughtRead').implement({
  description: 'An entry that was read.',
  fields: (t) => ({
    record: t.field({ type: RecordInterface, nullable: true, resolve: ({ record }, _args, { records }) => records.load(record) }),
    reads: t.exposeInt('reads', { description: 'How often a browser opened its page.' }),
  }),
});
const Reused = builder.objectRef<Reuse>('SoughtReused').implement({
  description: 'A lesson that was used again.',
  fields: (t) => ({
    record: t.field({ type: RecordInterface, nullable: true, resolve: ({ record }, _args, { records }) => records.load(record) }),
    total: t.exposeInt('total'),
    cites: t.exposeInt('cites', { description: 'How often its citation was taken as a file.' }),
    answers: t.exposeInt('answers', { description: 'Answers that rest on it.' }),
    lists: t.exposeInt('lists', { description: 'How often it was put on a list that is shared.' }),
  }),
});
const SumsType = builder.objectRef<Sums>('Sought').implement({
  description: 'What was sought and read, as sums in which nobody is.',
  fields: (t) => ({
    days: t.int({ description: 'Over how many days.', resolve: () => SUM_DAYS }),
    least: t.int({ description: 'Smaller sums are not shown.', resolve: () => LEAST }),
    wordsDays: t.int({ description: 'Words are shown once they were asked for on so many different days.', resolve: () => WORDS_DAYS }),
    searches: t.exposeInt('searches', { description: 'By words alone.' }),
    nothing: t.exposeInt('nothing', { description: 'Those that found nothing.' }),
    words: t.field({ type: [Words], resolve: ({ words }) => words }),
    read: t.field({ type: [Read], resolve: ({ read }) => read }),
    reused: t.field({ type: [Reused], resolve: ({ reused }) => reused }),
  }),
});

builder.queryField('sought', (t) =>
  t.field({
    type: SumsType,
    description:
      'What is sought and not found, what is read and which lessons are used again. For people who write entries, the secretariat and administrators.',
    resolve: (_root, _args, context) => {
      const user = signedIn(context);
      if (!seesSought(user)) throw forbidden('ONLY_WRITERS');
      return readSums(context.reads, user);
    },
  }),
);

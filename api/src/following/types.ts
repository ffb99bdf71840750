import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { Ignored } from '../records/connection.ts';
import { KindEnum } from '../records/record.ts';
import { type FollowRow, problemsOf } from './follow.ts';

export const DigestFrequencyEnum = builder.enumType('DigestFrequency', {
  description: 'How often a mail tells of what is new; none where nothing is.',
  values: {
    NOW: { description: 'As soon as it happened, within a few minutes.' },
    DAILY: {},
    WEEKLY: { description: 'On Mondays.' },
    MONTHLY: { description: 'On the first day of the month.' },
  },
});

const problems = batch(({ reads, user }, addresses: readonly string[]) => problemsOf(reads, user, addresses));

export const FollowType = builder.objectRef<FollowRow>('Follow').implement({
  description: 'Something that a person follows: a record with what names it, or a list or search that they saved.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { nullable: true, description: 'Null for a record that is not in the library any more, or not for you.' }),
    url: t.exposeString('url', { nullable: true }),
    kind: t.expose('kind', { type: KindEnum, nullable: true, description: 'Of a record; null for a list or search.' }),
    list: t.boolean({ description: 'Whether it is a list or search.', resolve: ({ address }) => address !== null }),
    frequency: t.expose('frequency', { type: DigestFrequencyEnum }),
    paused: t.exposeBoolean('paused', { description: 'Put off: no mail tells of it.' }),
    focal: t.exposeBoolean('focal', { description: 'Followed because you are a focal point of it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    toldAt: t.expose('toldAt', { type: 'DateTime', nullable: true, description: 'When a mail of its frequency told of something last.' }),
    problems: t.field({
      type: [Ignored],
      description:
        'What of a saved list or search the library does not know any more. Of a filter that is gone nothing is told; of a value that nothing has, nothing is found.',
      resolve: ({ address }, _args, context) => (address === null ? [] : problems(context, address)),
    }),
  }),
});

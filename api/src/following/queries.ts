import { usingLink } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { readEndToken } from './end-link.ts';
import { readFollows, undeliveredSince } from './follow.ts';
import { DigestFrequencyEnum, FollowType } from './types.ts';
import { followsAt, whatIs } from './write.ts';
import type { Frequency } from './frequency.ts';

type Link = { frequency: Frequency; count: number };
const EndLinkType = builder.objectRef<Link>('DigestLink').implement({
  description: 'What the link at the end of a mail ends. To look at it ends nothing.',
  fields: (t) => ({
    frequency: t.expose('frequency', { type: DigestFrequencyEnum }),
    count: t.exposeInt('count', { description: 'Of how many things these mails tell; 0 where they are ended.' }),
  }),
});

builder.queryFields((t) => ({
  following: t.field({
    type: [FollowType],
    description: 'What the signed-in person follows, by name; at most 200.',
    resolve: (_root, _args, { reads, user }) => (user ? readFollows(reads, user) : []),
  }),
  followingUndeliveredSince: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'Since when mails to the signed-in person could not be delivered, as far as the mail server told; nothing is sent meanwhile, and nothing is lost for 70 days.',
    resolve: (_root, _args, { reads, user }) => (user ? undeliveredSince(reads, user) : null),
  }),
  followAt: t.field({
    type: FollowType,
    nullable: true,
    description: 'How the signed-in person follows what stands at an address; null where they do not.',
    args: { address: t.arg.string({ required: true }) },
    resolve: async (_root, { address }, { reads, user }) => {
      const what = user ? await whatIs(reads, user, address) : null;
      if (!user || !what || what instanceof ValidationError) return null;
      return (await readFollows(reads, user, 'record' in what ? { record: what.record } : { address: what.address }))[0] ?? null;
    },
  }),
  digestLink: t.field({
    type: EndLinkType,
    nullable: true,
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      const ending = readEndToken(context.services.accounts.settings.secret, token);
      return ending ? { frequency: ending.frequency, count: await followsAt(context.services.db, ending) } : null;
    },
  }),
}));

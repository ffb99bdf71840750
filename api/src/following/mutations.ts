import { signedIn, usingLink } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { refuse, ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { muteQuestion } from './mute.ts';
import { readEndToken, readQuestionToken } from './end-link.ts';
import { type FollowRow, readFollows } from './follow.ts';
import { DigestFrequencyEnum, FollowType } from './types.ts';
import { changeFollow, endDigest, endFollow, follow } from './write.ts';

const Saved = builder.objectRef<{ follow: FollowRow }>('FollowSaved').implement({
  description: 'It is followed so now.',
  fields: (t) => ({ follow: t.field({ type: FollowType, resolve: (saved) => saved.follow }) }),
});
const Result = builder.unionType('FollowingResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'FollowSaved'),
});
const Ended = builder.objectRef<{ id: string }>('FollowEnded').implement({ description: 'It is ended.', fields: (t) => ({ id: t.exposeID('id') }) });
const EndResult = builder.unionType('FollowEndResult', {
  types: [Ended, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'FollowEnded'),
});

const shown = async (context: Context, done: { id: string } | ValidationError): Promise<{ follow: FollowRow } | ValidationError> => {
  if (done instanceof ValidationError) return done;
  const [row] = await readFollows(context.services.db, signedIn(context), { id: done.id });
  return row ? { follow: row } : refuse('id', 'NO_FOLLOW');
};

builder.mutationFields((t) => ({
  follow: t.field({
    type: Result,
    description: 'Follows a record, or saves a list or search under a name. The same again changes name and frequency. By whoever is signed in.',
    args: {
      address: t.arg.string({
        required: true,
        description: 'Of its page, with the filters: /projects/building-blocks, /projects?stage=PILOT, /search?q=land+registry.',
      }),
      name: t.arg.string({ required: false, description: 'What you call a list or search; at most 120 characters.' }),
      frequency: t.arg({ type: DigestFrequencyEnum, required: true }),
    },
    resolve: async (_root, { address, name, frequency }, context) =>
      shown(context, await follow(context.services.db, signedIn(context), { address, name: name ?? '', frequency })),
  }),
  changeFollow: t.field({
    type: Result,
    description: 'Changes what something followed is called, how often mails tell of it, and whether.',
    args: {
      id: t.arg.id({ required: true }),
      name: t.arg.string({ required: false }),
      frequency: t.arg({ type: DigestFrequencyEnum, required: true }),
      paused: t.arg.boolean({ required: true }),
    },
    resolve: async (_root, { id, name, frequency, paused }, context) =>
      shown(context, await changeFollow(context.services.db, signedIn(context), String(id), { name: name ?? '', frequency, paused })),
  }),
  endFollow: t.field({
    type: EndResult,
    description: 'Ends following something. Of your own organization you are told no more until you put it on again.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => endFollow(context.services.db, signedIn(context), String(id)),
  }),
  endDigest: t.boolean({
    description:
      'Ends the mails in which a link stood, without signing in; false for a link that is none. What they told of is put off and can be put on again; of a question, on its page.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      const { db, accounts } = context.services;
      const ending = readEndToken(accounts.settings.secret, token);
      if (ending) await endDigest(db, ending);
      const question = ending ? null : readQuestionToken(accounts.settings.secret, token);
      if (question) await muteQuestion(db, question, true);
      return ending !== null || question !== null;
    },
  }),
}));

import { cellsInside } from '../arguments.ts';
import { requireWriter } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError, refuse } from '../errors.ts';
import { FILE_MAX } from '../file-size.ts';
import { InvalidInput } from '../invalid-input.ts';
import { type CandidateRow, readCandidates } from './candidate.ts';
import { decideCandidate } from './decide.ts';
import { type Loaded, loadList, withdrawList } from './load.ts';
import { AnswerEnum, CandidateType } from './queries.ts';
import { screen } from './run.ts';

const LoadedType = builder.objectRef<Loaded>('ScreeningListLoaded').implement({
  description: 'The list as it was loaded; all vendors are being compared with it.',
  fields: (t) => ({ id: t.exposeID('listId'), run: t.exposeID('runId'), name: t.exposeString('name'), entries: t.exposeInt('entries') }),
});
const LoadResult = builder.unionType('ScreeningListResult', {
  types: [LoadedType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ScreeningListLoaded'),
});
const Asked = builder.objectRef<{ runId: string }>('ScreeningAsked').implement({
  description: 'The run that carries it out.',
  fields: (t) => ({ run: t.exposeID('runId') }),
});
const AskResult = builder.unionType('ScreeningResult', {
  types: [Asked, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ScreeningAsked'),
});
const Withdrawn = builder.objectRef<{ id: string }>('ScreeningListWithdrawn').implement({
  description: 'The list that is out of use.',
  fields: (t) => ({ id: t.exposeID('id') }),
});
const WithdrawResult = builder.unionType('ScreeningWithdrawalResult', {
  types: [Withdrawn, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ScreeningListWithdrawn'),
});
const Decided = builder.objectRef<{ candidate: CandidateRow }>('ScreeningDecided').implement({
  description: 'The candidate with the decision.',
  fields: (t) => ({ candidate: t.field({ type: CandidateType, resolve: (decided) => decided.candidate }) }),
});
const DecideResult = builder.unionType('ScreeningDecisionResult', {
  types: [Decided, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ScreeningDecided'),
});

builder.mutationFields((t) => ({
  loadScreeningList: t.field({
    type: LoadResult,
    description:
      'Loads a sanctions list, all of it or nothing, and has all vendors compared with it. A request to the API holds one megabyte, and so a list of some 750 kB; the page takes 10 MB, the command any size.',
    args: {
      file: t.arg.string({ required: true, description: 'The bytes of the file in base64.', ...cellsInside }),
      name: t.arg.string({ required: false, description: 'What the list is called; lists of one name take each other’s place.' }),
      shorter: t.arg.boolean({
        required: false,
        description: 'It is right that the list has less than nine tenths of the entries of the one that it replaces.',
      }),
    },
    resolve: async (_root, { file, name, shorter }, context) => {
      const user = requireWriter(context);
      if (file.length > (FILE_MAX * 4) / 3 + 4) return refuse('file', 'FILE_TOO_LARGE', { megabytes: FILE_MAX / 1024 / 1024 });
      return loadList(context.services.db, user, { bytes: new Uint8Array(Buffer.from(file, 'base64')) }, name ?? '', shorter ?? false);
    },
  }),
  withdrawScreeningList: t.field({
    type: WithdrawResult,
    description:
      'Takes a list out of use that should not have been loaded. What was decided stays; nothing takes its place until a list of the name is loaded.',
    args: { list: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, { list, reason }, context) => withdrawList(context.services.db, requireWriter(context), String(list), reason),
  }),
  screenVendors: t.field({
    type: AskResult,
    description: 'Has all vendors compared with a list of today.',
    args: { list: t.arg.id({ required: true }) },
    resolve: (_root, { list }, context) => screen(context.services.db, requireWriter(context), String(list)),
  }),
  decideScreening: t.field({
    type: DecideResult,
    description: 'Says whether a vendor is a listed entry, with the reason.',
    args: {
      candidate: t.arg.id({ required: true }),
      last: t.arg.id({ required: false, description: 'The decision that was the newest when it was looked at.' }),
      answer: t.arg({ type: AnswerEnum, required: true }),
      reason: t.arg.string({ required: true }),
    },
    resolve: async (_root, { candidate, last, answer, reason }, context) => {
      const user = requireWriter(context);
      const { db } = context.services;
      const done = await decideCandidate(db, user, { id: String(candidate), last: last ? String(last) : null, answer, reason });
      if (done instanceof ValidationError) return done;
      return { candidate: (await readCandidates(db, user, { id: done.id }))[0] as CandidateRow };
    },
  }),
}));

import { requireWriter } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { KindEnum } from '../records/record.ts';
import { correctText } from './correct.ts';
import { decide } from './decide.ts';
import { type Difference, differences } from './differences.ts';
import type { DraftRow } from './draft.ts';
import { viewOf } from './redaction.ts';
import { ClashType, DifferenceType, DraftType, OutcomeEnum } from './types.ts';
import { answerRefused, restoreSave, takeUpDraft } from './take-up.ts';
import { commentOnDraft, rebaseDraft, saveDraft, Stale, submitDraft, withdrawDraft } from './write.ts';

type Kept = { draft: DraftRow };
const DraftSaved = builder
  .objectRef<Kept>('DraftSaved')
  .implement({ description: 'The draft as it is now.', fields: (t) => ({ draft: t.field({ type: DraftType, resolve: (saved) => saved.draft }) }) });
const StaleDraft = builder.objectRef<Stale>('StaleDraft').implement({
  description: 'Somebody changed the same as you since you opened the draft. Nothing was changed; both versions are here.',
  fields: (t) => ({
    draft: t.field({ type: DraftType, description: 'As it is now.', resolve: (stale) => stale.draft }),
    yours: t.field({
      type: 'JSON',
      description:
        'What you sent, with what others changed elsewhere. Saved with the `edits` of the draft as it is now, it replaces theirs where both changed the same.',
      resolve: (stale) => stale.yours ?? {},
    }),
    sources: t.field({ type: 'JSON', description: 'Your new sources, with those of others.', resolve: (stale) => stale.sources }),
    clashes: t.field({ type: [ClashType], description: 'The places that both changed.', resolve: (stale) => [...stale.clashes] }),
    differences: t.field({
      type: [DifferenceType],
      description: 'From the draft as it is now to yours.',
      resolve: (stale, _args, { viewer }): Difference[] => differences(stale.draft.kind, viewOf(stale.draft, viewer).content, stale.yours ?? {}),
    }),
  }),
});
const nameOf = (value: unknown): 'InvalidInput' | 'StaleDraft' | 'DraftSaved' =>
  value instanceof ValidationError ? 'InvalidInput' : value instanceof Stale ? 'StaleDraft' : 'DraftSaved';
const DraftResult = builder.unionType('DraftResult', { types: [DraftSaved, StaleDraft, InvalidInput], resolveType: nameOf });
const kept = (result: DraftRow | ValidationError | Stale): Kept | ValidationError | Stale =>
  result instanceof ValidationError || result instanceof Stale ? result : { draft: result };

const FieldDecisionInput = builder.inputType('FieldDecisionInput', {
  fields: (t) => ({
    field: t.string({ required: true, description: 'The path of a difference.' }),
    decision: t.field({ type: OutcomeEnum, required: true }),
    reason: t.string({ required: false, description: 'Needed for a returned field.' }),
  }),
});

builder.mutationFields((t) => ({
  saveDraft: t.field({
    type: DraftResult,
    description:
      'Saves a draft as it is, complete or not. Without `id` it begins one: of the live record that `slug` names (its content when none is sent), otherwise of a new record.',
    args: {
      id: t.arg.id({ required: false }),
      kind: t.arg({ type: KindEnum, required: false, description: 'PROJECT, LESSON or VENDOR, for a new draft.' }),
      slug: t.arg.string({ required: false }),
      organization: t.arg.string({ required: false, description: 'Slug of the organization it is written for; one of yours unless given.' }),
      content: t.arg({ type: 'JSON', required: false }),
      sources: t.arg({ type: 'JSON', required: false, description: 'New sources: a list of { slug, title, author, date, address, summary }.' }),
      reason: t.arg.string({ required: false }),
      edits: t.arg.int({
        required: false,
        description:
          'The `edits` of the draft as you opened it. What others saved since is brought together with yours; only a place that both changed is refused.',
      }),
      key: t.arg.string({ required: false, description: 'Of your choice, for a new draft: sent again, it makes no second one.' }),
      writer: t.arg.string({ required: false, description: 'Of your choice, the same for all saves from one open form: each goes on from the one before.' }),
      turn: t.arg.float({ required: false, description: 'Grows from save to save of a `writer`: one that arrives after a later one changes nothing.' }),
      answers: t.arg.string({ required: false, description: 'The `writer` of a refused save of yours that this one answers: it waits no more.' }),
      merge: t.arg.boolean({ required: false, description: 'false: refuse when content or sources were changed since `edits`.' }),
    },
    resolve: async (_root, args, context) => kept(await saveDraft(context, requireWriter(context), { ...args, id: args.id ? String(args.id) : null })),
  }),
  takeUpDraft: t.field({
    type: DraftResult,
    description: 'Goes on with a draft that was given up. Repeated, it does nothing.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => kept(await takeUpDraft(context, requireWriter(context), String(id))),
  }),
  restoreDraftSave: t.field({
    type: DraftResult,
    description: 'Brings an earlier save of a draft back, as a new save.',
    args: {
      id: t.arg.id({ required: true }),
      save: t.arg.int({ required: true, description: 'The `edits` of the save.' }),
      edits: t.arg.int({ required: true, description: 'The `edits` of the draft as you saw it.' }),
    },
    resolve: async (_root, { id, save, edits }, context) => kept(await restoreSave(context, requireWriter(context), { id: String(id), save, edits })),
  }),
  answerRefusedSave: t.field({
    type: DraftResult,
    description: 'Puts a save of yours that was refused into the draft, in the place of what others wrote there, or aside. Repeated, it does nothing more.',
    args: {
      id: t.arg.id({ required: true }),
      refused: t.arg.id({ required: true, description: 'Which of its refused saves.' }),
      take: t.arg.boolean({ required: true, description: 'false: put it aside.' }),
      edits: t.arg.int({ required: true, description: 'The `edits` of the draft as you saw it.' }),
    },
    resolve: async (_root, { id, refused, take, edits }, context) =>
      kept(await answerRefused(context, requireWriter(context), { id: String(id), refused: String(refused), take, edits })),
  }),
  submitDraft: t.field({
    type: DraftResult,
    description: 'Asks the publishers of every owner organization. Submitting the same again does nothing.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }), key: t.arg.string({ required: false }) },
    resolve: async (_root, args, context) => kept(await submitDraft(context, requireWriter(context), { ...args, id: String(args.id) })),
  }),
  correctText: t.field({
    type: DraftResult,
    description: 'One text of a live record in other words, submitted at once. A second person of each owner accepts it as any other change.',
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      slug: t.arg.string({ required: true }),
      field: t.arg.string({ required: true, description: 'Its place in the content, such as "statements.3.text".' }),
      was: t.arg.string({ required: true, description: 'The text as you saw it.' }),
      text: t.arg.string({ required: true }),
      reason: t.arg.string({ required: true }),
      key: t.arg.string({ required: false, description: 'Of your choice: sent again, it makes no second draft.' }),
    },
    resolve: async (_root, args, context) => kept(await correctText(context, requireWriter(context), args)),
  }),
  withdrawDraft: t.field({
    type: DraftResult,
    description: 'Takes a submitted draft back to change it; with `discard` gives it up.',
    args: { id: t.arg.id({ required: true }), discard: t.arg.boolean({ required: false }) },
    resolve: async (_root, args, context) =>
      kept(await withdrawDraft(context, requireWriter(context), { id: String(args.id), discard: args.discard ?? false })),
  }),
  rebaseDraft: t.field({
    type: DraftResult,
    description: 'Brings a draft up to the live version: what it did not touch becomes as it is live, what it changed stays.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => kept(await rebaseDraft(context, requireWriter(context), String(args.id))),
  }),
  comment: t.field({
    type: DraftResult,
    description: 'A remark on a draft, or on one of its fields.',
    args: {
      draft: t.arg.id({ required: true }),
      field: t.arg.string({ required: false }),
      text: t.arg.string({ required: true }),
      key: t.arg.string({ required: false }),
    },
    resolve: async (_root, args, context) =>
      kept(
        await commentOnDraft(context, requireWriter(context), { id: String(args.draft), field: args.field ?? null, text: args.text, key: args.key ?? null }),
      ),
  }),
  decide: t.field({
    type: DraftResult,
    description: 'Decides for one owner organization. Accepted by all owners, the draft goes live at once; one returned field returns it to its author.',
    args: {
      draft: t.arg.id({ required: true }),
      organization: t.arg.string({ required: true, description: 'By slug.' }),
      round: t.arg.int({ required: true }),
      outcome: t.arg({ type: OutcomeEnum, required: true }),
      fields: t.arg({ type: [FieldDecisionInput], required: false }),
      comment: t.arg.string({ required: false }),
    },
    resolve: async (_root, args, context) =>
      kept(
        await decide(context, requireWriter(context), {
          draft: String(args.draft),
          organization: args.organization,
          round: args.round,
          outcome: args.outcome,
          fields: (args.fields ?? []).map((one) => ({ field: one.field, decision: one.decision, reason: one.reason?.trim() ?? '' })),
          comment: args.comment ?? '',
        }),
      ),
  }),
}));

import { sql } from 'kysely';
import { appendLog } from '#prisma/log.ts';
import { writing } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';
import { InvalidInput, Refusal } from '../invalid-input.ts';
import { shownRecords } from '../records/policy.ts';
import { KindEnum } from '../records/record.ts';
import { decide } from './decide.ts';
import { type Difference, differences } from './differences.ts';
import { type Content, draftContent, type DraftRow } from './draft.ts';
import { archivedAlready } from './archived.ts';
import { canArchive, isWritable } from './policy.ts';
import { ownerRecords } from './publish.ts';
import { DifferenceType, DraftType, OutcomeEnum } from './types.ts';
import { commentOnDraft, rebaseDraft, saveDraft, Stale, submitDraft, withdrawDraft } from './write.ts';

type Kept = { draft: DraftRow };
const DraftSaved = builder
  .objectRef<Kept>('DraftSaved')
  .implement({ description: 'The draft as it is now.', fields: (t) => ({ draft: t.field({ type: DraftType, resolve: (saved) => saved.draft }) }) });
const StaleDraft = builder.objectRef<Stale>('StaleDraft').implement({
  description: 'Somebody saved the draft since you opened it. Nothing was changed; both versions are here.',
  fields: (t) => ({
    draft: t.field({ type: DraftType, description: 'As it is now.', resolve: (stale) => stale.draft }),
    yours: t.field({ type: 'JSON', description: 'What you sent.', resolve: (stale) => stale.yours ?? {} }),
    differences: t.field({
      type: [DifferenceType],
      description: 'From the draft as it is now to yours.',
      resolve: (stale, _args, { viewer }): Difference[] => differences(draftContent(stale.draft, viewer), stale.yours ?? {}),
    }),
  }),
});
const nameOf = (value: unknown): 'InvalidInput' | 'StaleDraft' | 'DraftSaved' =>
  value instanceof Refusal ? 'InvalidInput' : value instanceof Stale ? 'StaleDraft' : 'DraftSaved';
const DraftResult = builder.unionType('DraftResult', { types: [DraftSaved, StaleDraft, InvalidInput], resolveType: nameOf });
const kept = (result: DraftRow | Refusal | Stale): Kept | Refusal | Stale =>
  result instanceof Refusal || result instanceof Stale ? result : { draft: result };

const Archived = builder
  .objectRef<{ slug: string }>('RecordArchived')
  .implement({ description: 'The record is out of the library; its history stays.', fields: (t) => ({ slug: t.exposeString('slug') }) });
const ArchiveResult = builder.unionType('ArchiveResult', {
  types: [Archived, InvalidInput],
  resolveType: (value) => (value instanceof Refusal ? 'InvalidInput' : 'RecordArchived'),
});
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
      edits: t.arg.int({ required: false, description: 'The `edits` of the draft as you had it.' }),
      key: t.arg.string({ required: false, description: 'Of your choice, for a new draft: sent again, it makes no second one.' }),
    },
    resolve: async (_root, args, context) => kept(await saveDraft(context, writing(context), { ...args, id: args.id ? String(args.id) : null })),
  }),
  submitDraft: t.field({
    type: DraftResult,
    description: 'Asks the publishers of every owner organization. Submitting the same again does nothing.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }), key: t.arg.string({ required: false }) },
    resolve: async (_root, args, context) => kept(await submitDraft(context, writing(context), { ...args, id: String(args.id) })),
  }),
  withdrawDraft: t.field({
    type: DraftResult,
    description: 'Takes a submitted draft back to change it; with `discard` gives it up.',
    args: { id: t.arg.id({ required: true }), discard: t.arg.boolean({ required: false }) },
    resolve: async (_root, args, context) => kept(await withdrawDraft(context, writing(context), { id: String(args.id), discard: args.discard ?? false })),
  }),
  rebaseDraft: t.field({
    type: DraftResult,
    description: 'Brings a draft up to the live version: what it did not touch becomes as it is live, what it changed stays.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => kept(await rebaseDraft(context, writing(context), String(args.id))),
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
      kept(await commentOnDraft(context, writing(context), { id: String(args.draft), field: args.field ?? null, text: args.text, key: args.key ?? null })),
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
        await decide(context, writing(context), {
          draft: String(args.draft),
          organization: args.organization,
          round: args.round,
          outcome: args.outcome,
          fields: (args.fields ?? []).map((one) => ({ field: one.field, decision: one.decision, reason: one.reason?.trim() ?? '' })),
          comment: args.comment ?? '',
        }),
      ),
  }),
  archiveRecord: t.field({
    type: ArchiveResult,
    description: 'Takes a record out of the library, with the reason; its history stays. A publisher of its only owner, the secretariat or an administrator.',
    args: { kind: t.arg({ type: KindEnum, required: true }), slug: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { kind, slug, reason }, context) => {
      const user = writing(context);
      const why = reason.trim();
      if (why === '' || why.length > 1000)
        return new Refusal([
          { name: 'reason', message: why === '' ? 'Say why it is archived; readers of its history see it.' : 'Say it in at most 1,000 characters.' },
        ]);
      if (!isWritable(kind)) return new Refusal([{ name: 'kind', message: 'Projects, lessons and vendor entries can be archived.' }]);
      return context.services.db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ id: string; version: number; content: Content; archived: boolean }>`
          SELECT r.id, r.version, r.content, r.archived_at IS NOT NULL AS archived FROM record r WHERE r.kind = ${kind}::record_kind AND r.slug = ${slug} AND ${shownRecords(context.viewer)} FOR UPDATE`.execute(
          trx,
        );
        const row = rows[0];
        if (!row) return new Refusal([{ name: 'slug', message: 'There is no such record.' }]);
        const owners = await ownerRecords(trx, kind, row.content);
        if (
          !canArchive(
            user,
            owners.map((owner) => owner.slug),
          )
        )
          throw forbidden('A publisher of the only owner archives a record; a joint one, the secretariat.');
        if (row.archived) return archivedAlready(trx, user, row, slug, why);
        await trx.updateTable('record').set({ archivedAt: sql`now()`, archivedReason: why, updatedAt: sql`now()` }).where('id', '=', row.id).execute();
        await appendLog(trx, [{ kind: 'RECORD_ARCHIVED', body: { record: row.id, kind, slug, number: row.version, by: user.pseudonym ?? null } }]);
        return { slug };
      });
    },
  }),
}));

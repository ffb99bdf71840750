import { type Difference, differences } from '../contributions/differences.ts';
import { DifferenceType, DraftType } from '../contributions/types.ts';
import type { Content, DraftRow } from '../contributions/draft.ts';
import { saveDraft, Stale } from '../contributions/write.ts';
import { requireWriter } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError, refuse } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { KindEnum } from '../records/record.ts';
import { type RevisionRow, revisionsOf } from './revision.ts';
import { RevisionType } from './types.ts';

builder.queryField('history', (t) =>
  t.field({
    type: [RevisionType],
    description: 'Every version of a record that you may see, newest first; of archived records too.',
    args: { kind: t.arg({ type: KindEnum, required: true }), slug: t.arg.string({ required: true }) },
    resolve: (_root, { kind, slug }, { services, viewer }) => revisionsOf(services.db, viewer, kind, slug),
  }),
);
builder.queryField('revision', (t) =>
  t.field({
    type: RevisionType,
    nullable: true,
    args: { kind: t.arg({ type: KindEnum, required: true }), slug: t.arg.string({ required: true }), number: t.arg.int({ required: true }) },
    resolve: async (_root, { kind, slug, number }, { services, viewer }) => (await revisionsOf(services.db, viewer, kind, slug, [number]))[0] ?? null,
  }),
);
const Comparison = builder.objectRef<{ from: RevisionRow; to: RevisionRow; differences: Difference[] }>('Comparison').implement({
  description: 'Two versions of a record, field by field.',
  fields: (t) => ({
    from: t.field({ type: RevisionType, resolve: (comparison) => comparison.from }),
    to: t.field({ type: RevisionType, resolve: (comparison) => comparison.to }),
    differences: t.field({ type: [DifferenceType], resolve: (comparison) => comparison.differences }),
  }),
});
builder.queryField('compareRevisions', (t) =>
  t.field({
    type: Comparison,
    nullable: true,
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      slug: t.arg.string({ required: true }),
      from: t.arg.int({ required: true }),
      to: t.arg.int({ required: true }),
    },
    resolve: async (_root, args, { services, viewer }) => {
      const found = await revisionsOf(services.db, viewer, args.kind, args.slug, [args.from, args.to]);
      const from = found.find((one) => one.number === args.from);
      const to = found.find((one) => one.number === args.to);
      return from && to ? { from, to, differences: differences(args.kind, from.content, to.content) } : null;
    },
  }),
);

const Restored = builder.objectRef<{ draft: DraftRow }>('RevisionRestored').implement({
  description: 'A draft with the content of an older version was begun.',
  fields: (t) => ({ draft: t.field({ type: DraftType, resolve: (restored) => restored.draft }) }),
});
const RestoreResult = builder.unionType('RestoreResult', {
  types: [Restored, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'RevisionRestored'),
});
builder.mutationField('restoreRevision', (t) =>
  t.field({
    type: RestoreResult,
    description: 'Begins a draft with the content of an older version. Submitted and accepted by the owners like any other, it becomes a new version.',
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      slug: t.arg.string({ required: true }),
      number: t.arg.int({ required: true }),
      key: t.arg.string({ required: false }),
    },
    resolve: async (_root, { kind, slug, number, key }, context) => {
      const user = requireWriter(context);
      const old = (await revisionsOf(context.services.db, context.viewer, kind, slug, [number]))[0];
      if (!old) return refuse('number', 'NO_VERSION');
      const result = await saveDraft(context, user, {
        kind,
        slug,
        content: old.content as Content,
        reason: `Brings back version ${number}.`,
        key: key ?? null,
      });
      if (result instanceof ValidationError) return result;
      if (result instanceof Stale) return refuse('key', 'KEY_OTHER_DRAFT');
      await context.services.db.updateTable('draft').set({ restores: number }).where('id', '=', result.id).where('state', '=', 'DRAFT').execute();
      return { draft: { ...result, restores: number } };
    },
  }),
);

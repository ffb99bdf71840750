import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { recordAt } from '../records/record.ts';
import { ForeignRecordType } from '../records/types.ts';
import { answerForeignRecord, withdrawForeignAnswer } from './write.ts';

const Answered = builder.unionType('ForeignAnswerResult', {
  types: [ForeignRecordType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ForeignRecord'),
});
const shown = async (context: Context, info: Parameters<typeof recordAt>[1], done: { slug: string } | ValidationError) =>
  done instanceof ValidationError ? done : recordAt(context, info, 'FOREIGN_RECORD', { slug: done.slug });

builder.mutationFields((t) => ({
  answerForeignRecord: t.field({
    type: Answered,
    nullable: true,
    description: 'Says something beside an entry of another catalogue, for an organization. For its focal points and publishers.',
    args: {
      slug: t.arg.string({ required: true }),
      organization: t.arg.string({ required: true, description: 'By its address, such as fao.' }),
      text: t.arg.string({ required: true }),
      idempotencyKey: t.arg.string({ required: true }),
    },
    resolve: async (_root, request, context, info) => shown(context, info, await answerForeignRecord(context.services.db, context.user, request)),
  }),
  withdrawForeignAnswer: t.field({
    type: Answered,
    nullable: true,
    description: 'Takes back what an organization said beside an entry of another catalogue. For its people and the secretariat.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context, info) => shown(context, info, await withdrawForeignAnswer(context.services.db, context.user, String(id))),
  }),
}));

import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ValidationError } from '../errors.ts';
import type { Mapping } from '../sheets/mapping.ts';
import { TableMappingInput } from '../sheets/types.ts';
import { type ImportKind, templateHeads } from './fields.ts';
import type { ImportInput } from './plan.ts';
import { canDecideImports, canImport } from './policy.ts';
import { ImportKindEnum, ImportResult, ImportType, PlanType, ProposalResult } from './types.ts';
import { checkImport, decideImport, type ImportRun, proposeImport, readImports, undoImport } from './write.ts';

const AnswerInput = builder.inputType('ImportAnswerInput', {
  description: 'Whether a row is an entry of the library.',
  fields: (t) => ({ row: t.int({ required: true }), entry: t.string({ required: true, description: 'Its slug, or NEW.' }) }),
});
const args = builder.args((t) => ({
  kind: t.field({ type: ImportKindEnum, required: true }),
  text: t.string({ required: false, description: 'Pasted rows, headings among them.' }),
  file: t.string({ required: false, description: 'A workbook (XLSX, ODS) or delimited text (CSV), base64, at most 1 MB.' }),
  mapping: t.field({
    type: TableMappingInput,
    required: false,
    description: 'How it is read, as far as a person says it; what every row rests on is `given`.',
  }),
  answers: t.field({ type: [AnswerInput], required: false }),
}));
type Args = {
  kind: ImportKind;
  text?: string | null;
  file?: string | null;
  mapping?: Mapping | null;
  answers?: readonly { row: number; entry: string }[] | null;
};
const inputOf = ({ kind, text, file, mapping, answers }: Args): ImportInput => ({
  kind,
  text: text ?? null,
  file: file ?? null,
  mapping: mapping ?? null,
  answers: answers ?? [],
});
const shown = async ({ services, user }: Context, done: { id: string } | ValidationError): Promise<ImportRun | ValidationError> =>
  done instanceof ValidationError ? done : ((await readImports(services.db, user, done.id))[0] as ImportRun);

builder.queryFields((t) => ({
  imports: t.field({
    type: [ImportType],
    description: 'Entries loaded from tables, the last proposed first: the secretariat sees all, others their own.',
    resolve: (_root, _args, { services, user }) => readImports(services.db, user),
  }),
  import: t.field({
    type: ImportType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { services, user }) => (await readImports(services.db, user, String(id)))[0] ?? null,
  }),
  importTemplate: t.stringList({
    description: 'The headings of a table of entries, from the definition of their form.',
    args: { kind: t.arg({ type: ImportKindEnum, required: true }) },
    resolve: (_root, { kind }) => templateHeads(kind).map(({ head }) => head),
  }),
  viewerCanImport: t.boolean({ resolve: (_root, _args, { user }) => canImport(user) }),
  viewerCanDecideImports: t.boolean({ resolve: (_root, _args, { user }) => canDecideImports(user) }),
}));
builder.mutationFields((t) => ({
  checkImport: t.field({
    type: PlanType,
    description: 'Says what a table of entries would load. Keeps nothing. For those who write entries.',
    args,
    resolve: (_root, given, { services, user }) => checkImport(services.db, user, services.accounts.settings.baseUrl, inputOf(given)),
  }),
  proposeImport: t.field({
    type: ProposalResult,
    description: 'Keeps what a table says until a second person publishes it. While there is a fault or a question it is answered with the plan.',
    args: { ...args, name: t.arg.string({ required: true }), idempotencyKey: t.arg.string({ required: true }) },
    resolve: async (_root, { name, idempotencyKey, ...given }, context) => {
      const done = await proposeImport(context.services.db, context.user, context.services.accounts.settings.baseUrl, {
        ...inputOf(given),
        name,
        idempotencyKey,
      });
      return done instanceof ValidationError || 'faults' in done ? done : shown(context, done);
    },
  }),
  decideImport: t.field({
    type: ImportResult,
    description: 'Publishes an import, all of it or nothing, or declines it. For the secretariat, not for who proposed it.',
    args: { id: t.arg.id({ required: true }), publish: t.arg.boolean({ required: true }), reason: t.arg.string({ required: false }) },
    resolve: async (_root, { id, publish, reason }, context) =>
      shown(context, await decideImport(context.services.db, context.user, { id: String(id), publish, reason: reason ?? '' })),
  }),
  undoImport: t.field({
    type: ImportResult,
    description: 'Takes a published import back as a whole: what it added is archived, what it changed says again what it said. For the secretariat.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { id, reason }, context) => shown(context, await undoImport(context.services.db, context.user, { id: String(id), reason })),
  }),
}));

import { stringify } from 'yaml';
import { instrument } from '#prisma/instrument/instrument.ts';
import { compareEditions, type EditionDifference } from '#prisma/instrument/compare.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { FieldFault } from '#i18n/fault.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { FieldFaultType, InvalidInput } from '../invalid-input.ts';
import { AudienceEnum } from '../records/record.ts';
import { type EditionRow, readEdition } from './edition.ts';
import { canAdapt, canPublishEdition, canReturn, canWithdraw, mayAdapt } from './policy.ts';
import { EditionType } from './types.ts';
import { readSource } from './source.ts';
import { beginEdition, publishEdition, returnEdition, saveEdition, withdrawEdition } from './write.ts';

/** Files of editions by their hash: writing one takes a hundredth of a second, and an edition is asked for again and again. */
const sources = new Map<string, string>();
const SOURCES_KEPT = 50;
function sourceOf(hash: string, content: unknown): string {
  const kept = sources.get(hash);
  if (kept !== undefined) return kept;
  const made = stringify(instrument.safeParse(content).data ?? content, { lineWidth: 110 });
  if (sources.size >= SOURCES_KEPT) sources.delete(sources.keys().next().value as string);
  sources.set(hash, made);
  return made;
}

const DifferenceType = builder.objectRef<EditionDifference>('EditionDifference').implement({
  description: 'What differs between two editions.',
  fields: (t) => ({
    part: t.exposeString('part'),
    id: t.exposeString('id'),
    change: t.exposeString('change', { description: 'ADDED, REMOVED or CHANGED.' }),
    before: t.string({ nullable: true, resolve: ({ before }) => before }),
    after: t.string({ nullable: true, resolve: ({ after }) => after }),
  }),
});
builder.objectFields(EditionType, (t) => ({
  edits: t.int({ resolve: ({ edits }) => edits }),
  viewerCanAdapt: t.boolean({
    description: 'May change it: a draft of theirs.',
    resolve: (row, _args, { user }) => !row.publishedAt && canAdapt(user, row.organizationSlug),
  }),
  viewerCanPublish: t.boolean({
    description: 'May publish it: a draft that others wrote.',
    resolve: (row, _args, { user }) => canPublishEdition(user, row),
  }),
  viewerCanWithdraw: t.boolean({ description: 'May take it out of use.', resolve: (row, _args, { user }) => canWithdraw(user, row) }),
  viewerCanReturn: t.boolean({
    description: 'May bring it back: one that somebody else took out of use.',
    resolve: (row, _args, { user }) => canReturn(user, row),
  }),
  returnedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it was brought back into use last; null while it is out of use.',
    resolve: ({ returnedAt }) => returnedAt,
  }),
  returnedReason: t.string({ nullable: true, resolve: ({ returnedReason }) => returnedReason }),
  source: t.string({
    description: 'The edition as a readable file (YAML).',
    // The database keeps fields in an order of its own; people read them in that of the schema.
    resolve: ({ hash, content }) => sourceOf(hash, content),
  }),
  differences: t.field({
    type: [DifferenceType],
    description: 'Against the edition it was made from, or a named one.',
    args: { to: t.arg.string({ required: false, description: 'The id of another edition.' }) },
    resolve: async (row, { to }, { reads, user }) => {
      const other = to ?? row.basedOn;
      const before = other ? await readEdition(reads, user, { id: other }) : null;
      return before ? compareEditions(before.content, row.content) : [];
    },
  }),
}));

const Saved = builder
  .objectRef<{ edition: EditionRow }>('EditionSaved')
  .implement({ description: 'The edition as it is now.', fields: (t) => ({ edition: t.field({ type: EditionType, resolve: ({ edition }) => edition }) }) });
const Result = builder.unionType('EditionResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'EditionSaved'),
});
const shown = async ({ services, user }: Context, done: { id: string } | ValidationError): Promise<{ edition: EditionRow } | ValidationError> =>
  done instanceof ValidationError ? done : { edition: (await readEdition(services.db, user, { id: done.id })) as EditionRow };

builder.queryFields((t) => ({
  instrumentEdition: t.field({
    type: EditionType,
    nullable: true,
    description: 'An edition by its id.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { reads, user }) => readEdition(reads, user, { id: String(id) }),
  }),
}));
builder.mutationFields((t) => ({
  checkEdition: t.field({
    type: [FieldFaultType],
    description: 'What is wrong with a file of an edition, by name: none when every path ends in a conclusion and every rule can be reached. Nothing is kept.',
    args: { source: t.arg.string({ required: true }) },
    resolve: async (_root, { source }, context): Promise<FieldFault[]> => {
      if (!mayAdapt(signedIn(context))) throw forbidden('ONLY_EDITION_WRITERS');
      return (await readSource(source)).faults;
    },
  }),
  beginEdition: t.field({
    type: Result,
    description: 'Begins a new edition from one that is there, as a draft.',
    args: {
      from: t.arg.id({ required: true }),
      edition: t.arg.string({ required: true }),
      organization: t.arg.string({ required: false, description: 'By its slug; for everybody without.' }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, args, context) => shown(context, await beginEdition(context.services.db, signedIn(context), { ...args, from: String(args.from) })),
  }),
  saveEdition: t.field({
    type: Result,
    description: 'Saves the file of a draft. It is refused by name where a path is open or a rule cannot be reached.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }), source: t.arg.string({ required: true }) },
    resolve: async (_root, { id, edits, source }, context) =>
      shown(context, await saveEdition(context.services.db, signedIn(context), String(id), edits, source)),
  }),
  publishEdition: t.field({
    type: Result,
    description: 'Publishes a draft that others wrote; it never changes again.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }), audience: t.arg({ type: AudienceEnum, required: true }) },
    resolve: async (_root, { id, edits, audience }, context) =>
      shown(context, await publishEdition(context.services.db, signedIn(context), String(id), edits, audience)),
  }),
  returnEdition: t.field({
    type: Result,
    description: 'Brings a published edition back that somebody else took out of use.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { id, reason }, context) => shown(context, await returnEdition(context.services.db, signedIn(context), String(id), reason)),
  }),
  withdrawEdition: t.field({
    type: Result,
    description: 'Takes a published edition out of use. What was made with it displays as before.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { id, reason }, context) => shown(context, await withdrawEdition(context.services.db, signedIn(context), String(id), reason)),
  }),
}));

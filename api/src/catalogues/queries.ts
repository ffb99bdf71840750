import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ValidationError } from '../errors.ts';
import {
  beginCatalogue,
  type CatalogueRun,
  commitCatalogue,
  discardCatalogue,
  type HowRead,
  previewCatalogue,
  readRuns,
  shownPreview,
  undoCatalogue,
} from './load.ts';
import { namedMappings } from './mapping.ts';
import { canLoadCatalogues } from './policy.ts';
import { BeginResult, CommitResult, MappingType, PreviewType, RunResult, RunType } from './types.ts';

const FileInput = builder.inputType('CatalogueFileInput', {
  description: 'One file of a catalogue.',
  fields: (t) => ({
    name: t.string({ required: true }),
    bytes: t.string({ required: true, description: 'CSV, XLSX, ODS or JSON, base64, at most 8 MB.' }),
  }),
});
const HowInput = builder.inputType('CatalogueReadingInput', {
  description: 'How a file is read: by a named mapping, or by one that is given; by the one that fits where neither is said.',
  fields: (t) => ({
    name: t.string({ required: false }),
    mapping: t.field({ type: 'JSON', required: false, description: 'A mapping as `catalogueMappings` shows them.' }),
    version: t.string({ required: false, description: 'What its publisher calls this state of the catalogue.' }),
    asAt: t.string({ required: false, description: 'The day, month or year up to which it holds.' }),
    whole: t.boolean({ required: false, description: 'Whether the file has all entries of the catalogue: those that it does not have are then taken out.' }),
  }),
});
const howOf = (how: { [Name in keyof HowRead]?: HowRead[Name] | null } | null | undefined): HowRead => ({ ...how, whole: how?.whole ?? false });
const shown = async ({ services, user }: Context, done: { id: string } | ValidationError): Promise<CatalogueRun | ValidationError> =>
  done instanceof ValidationError ? done : ((await readRuns(services.db, user, done.id))[0] as CatalogueRun);
const id = { required: true } as const;

builder.queryFields((t) => ({
  catalogueRuns: t.field({
    type: [RunType],
    description: 'Files of other catalogues, the last first. For the secretariat.',
    resolve: (_root, _args, { services, user }) => readRuns(services.db, user),
  }),
  catalogueRun: t.field({
    type: RunType,
    nullable: true,
    args: { id: t.arg.id(id) },
    resolve: async (_root, args, { services, user }) => (await readRuns(services.db, user, String(args.id)))[0] ?? null,
  }),
  catalogueMappings: t.field({
    type: [MappingType],
    description: 'How files of catalogues are read: what comes with Atrium, and what was kept under a name. For the secretariat.',
    resolve: (_root, _args, { services, user }) => (canLoadCatalogues(user) ? namedMappings(services.db) : []),
  }),
  cataloguePreview: t.field({
    type: PreviewType,
    nullable: true,
    description: 'What a file that was begun would do, as it was shown last; null once it is loaded. For the secretariat.',
    args: { id: t.arg.id(id) },
    resolve: (_root, args, { services, user }) => shownPreview(services.db, user, String(args.id)),
  }),
  viewerCanLoadCatalogues: t.boolean({ resolve: (_root, _args, { user }) => canLoadCatalogues(user) }),
}));
builder.mutationFields((t) => ({
  beginCatalogue: t.field({
    type: BeginResult,
    description: 'Reads the files of another catalogue and keeps their rows for a preview. Loads nothing. For the secretariat.',
    args: { files: t.arg({ type: [FileInput], required: true }), idempotencyKey: t.arg.string({ required: true }) },
    resolve: async (_root, { files, idempotencyKey }, context) => {
      const read = files.map(({ name, bytes }) => ({ name: name.slice(0, 200), bytes: Buffer.from(bytes, 'base64') }));
      const done = await beginCatalogue(context.services.db, context.user, { files: read, idempotencyKey });
      return Array.isArray(done) ? { unread: done } : shown(context, done);
    },
  }),
  previewCatalogue: t.field({
    type: PreviewType,
    nullable: true,
    description: 'Says what a file that was begun would do when it is read so. Loads nothing; null once it is loaded. For the secretariat.',
    args: { id: t.arg.id(id), how: t.arg({ type: HowInput, required: false }) },
    resolve: (_root, args, { services, user }) => previewCatalogue(services.db, user, String(args.id), howOf(args.how)),
  }),
  commitCatalogue: t.field({
    type: CommitResult,
    description: 'Loads a file that was begun, all of it or nothing. With a fault it is answered with the preview. For the secretariat.',
    args: {
      id: t.arg.id(id),
      how: t.arg({ type: HowInput, required: false }),
      keepAs: t.arg.string({ required: false, description: 'A name under which the mapping is kept for the next file.' }),
    },
    resolve: async (_root, args, context) => {
      const done = await commitCatalogue(context.services.db, context.user, { id: String(args.id), how: howOf(args.how), keepAs: args.keepAs?.trim() || null });
      return done instanceof ValidationError || 'heads' in done ? done : shown(context, done);
    },
  }),
  discardCatalogue: t.field({
    type: RunResult,
    nullable: true,
    description: 'Throws away a file that was begun and not loaded; null once it is gone. For the secretariat.',
    args: { id: t.arg.id(id) },
    resolve: async (_root, args, context) => {
      const done = await discardCatalogue(context.services.db, context.user, String(args.id));
      return done instanceof ValidationError ? done : null;
    },
  }),
  undoCatalogue: t.field({
    type: RunResult,
    description: 'Takes a load back as a whole. Refused where a later one has changed an entry since. For the secretariat.',
    args: { id: t.arg.id(id), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { reason, ...args }, context) =>
      shown(context, await undoCatalogue(context.services.db, context.user, { id: String(args.id), reason })),
  }),
}));

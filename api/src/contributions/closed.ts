import { addressOf } from '#prisma/content/kinds.ts';
import { canOversee } from '../accounts/policy.ts';
import { signedIn, requireWriter } from '../accounts/signed-in.ts';
import { holds } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { AudienceEnum, KindEnum } from '../records/record.ts';
import { mergeRecords, movedTo } from './merge-records.ts';
import { archiveRecord, CLOSED_MAX, type ClosedRecord, listClosed, reopenRecord, restoreRecord } from './archive.ts';

const Archived = builder
  .objectRef<{ slug: string }>('RecordArchived')
  .implement({ description: 'The record is out of the library; its history stays.', fields: (t) => ({ slug: t.exposeString('slug') }) });
const ArchiveResult = builder.unionType('ArchiveResult', {
  types: [Archived, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'RecordArchived'),
});
const Merged = builder.objectRef<{ url: string }>('RecordsMerged').implement({
  description: 'The two are one; the address of the double leads to the other.',
  fields: (t) => ({ url: t.exposeString('url', { description: 'Of the entry that stays.' }) }),
});
const MergeResult = builder.unionType('MergeResult', {
  types: [Merged, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'RecordsMerged'),
});
const Returned = builder
  .objectRef<{ id: string }>('RecordReturned')
  .implement({ description: 'The record is in the library again.', fields: (t) => ({ id: t.exposeID('id') }) });
const ReturnResult = builder.unionType('ReturnResult', {
  types: [Returned, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'RecordReturned'),
});
const answer = (result: string | ValidationError) => (result instanceof ValidationError ? result : { id: result });

builder.mutationFields((t) => ({
  archiveRecord: t.field({
    type: ArchiveResult,
    description: 'Takes a record out of the library, with the reason; its history stays. A publisher of its only owner, the secretariat or an administrator.',
    args: { kind: t.arg({ type: KindEnum, required: true }), slug: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { kind, slug, reason }, context) => {
      const result = await archiveRecord(context.services.db, requireWriter(context), kind, slug, reason);
      return result instanceof ValidationError ? result : { slug: result };
    },
  }),
  mergeRecords: t.field({
    type: MergeResult,
    description:
      'Makes two entries of one thing one: the double is archived, its address and whatever names it lead to the other. Its history stays, and it can be brought back. For the secretariat and administrators.',
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      slug: t.arg.string({ required: true, description: 'The double.' }),
      into: t.arg.string({ required: true, description: 'Slug or address of the entry that stays.' }),
      reason: t.arg.string({ required: true }),
    },
    resolve: async (_root, args, context) => {
      const { services } = context;
      const result = await mergeRecords(services.db, services.accounts.settings.baseUrl, requireWriter(context), args);
      return result instanceof ValidationError ? result : { url: result };
    },
  }),
  restoreRecord: t.field({
    type: ReturnResult,
    description: 'Brings an archived record back. Who may archive it, brings it back.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => answer(await restoreRecord(context.services.db, requireWriter(context), String(id))),
  }),
  reopenRecord: t.field({
    type: ReturnResult,
    description:
      'Opens a record that was closed to its owners: its last open version becomes live again, owners included. For the secretariat and administrators.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { id, reason }, context) => {
      const { services } = context;
      return answer(await reopenRecord(services.db, services.accounts.settings.baseUrl, requireWriter(context), String(id), reason));
    },
  }),
}));

builder.queryField('movedTo', (t) =>
  t.string({
    nullable: true,
    description: 'The address of the entry that one leads to which was a double of it; null for what is no such entry.',
    args: { kind: t.arg({ type: KindEnum, required: true }), slug: t.arg.string({ required: true }) },
    resolve: (_root, { kind, slug }, { reads, viewer }) => movedTo(reads, viewer, kind, slug),
  }),
);

const ClosedType = builder.objectRef<ClosedRecord>('ClosedRecord').implement({
  description: 'A record that readers do not find: archived, or for its owners only.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: KindEnum }),
    title: t.exposeString('title', { description: 'Of what is not yours to see, the title that it had in the open, if it ever was.' }),
    owners: t.exposeStringList('owners', { description: 'As the record names them.' }),
    audience: t.expose('audience', { type: AudienceEnum }),
    archivedAt: t.field({ type: 'DateTime', nullable: true, resolve: (record) => record.archivedAt }),
    archivedReason: t.exposeString('archivedReason', { nullable: true }),
    url: t.string({
      nullable: true,
      description: 'Its history, where you may see it.',
      resolve: (record) => (record.slug ? `${addressOf(record.kind, record.slug)}/history` : null),
    }),
    openVersion: t.exposeInt('openVersion', {
      nullable: true,
      description: 'The version that opening it again brings back; null where it is open or never was.',
    }),
    viewerCanReopen: t.boolean({ resolve: (record, _args, { user }) => record.openVersion !== null && canOversee(user) }),
  }),
});
builder.queryField('closedRecords', (t) =>
  t.field({
    type: [ClosedType],
    description: `What readers do not find, last archived first, at most ${CLOSED_MAX}: archived records and those for their owners only, for the secretariat and administrators; for publishers the archived ones that they may bring back.`,
    resolve: async (_root, _args, context) => {
      const user = signedIn(context);
      if (!canOversee(user) && !holds(user, 'PUBLISHER')) throw forbidden('ONLY_CLOSED_READERS');
      return listClosed(context.services.db, user);
    },
  }),
);

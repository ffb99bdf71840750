import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ValidationError, refuse } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { recordAddress } from '../records/address.ts';
import { ITEMS_MAX, readShortlists, type ShortlistRow } from './shortlist.ts';
import { SharingEnum, ShortlistType } from './types.ts';
import { changeItem, changeShortlist, createShortlist, deleteShortlist, putOnShortlist } from './write.ts';

const Saved = builder.objectRef<{ shortlist: ShortlistRow }>('ShortlistSaved').implement({
  description: 'The list as it is now.',
  fields: (t) => ({ shortlist: t.field({ type: ShortlistType, resolve: (saved) => saved.shortlist }) }),
});
const Result = builder.unionType('ShortlistResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ShortlistSaved'),
});
const Deleted = builder
  .objectRef<{ id: string }>('ShortlistDeleted')
  .implement({ description: 'The list is deleted.', fields: (t) => ({ id: t.exposeID('id') }) });
const DeleteResult = builder.unionType('ShortlistDeleteResult', {
  types: [Deleted, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ShortlistDeleted'),
});

const shown = async ({ services, user }: Context, done: { id: string } | ValidationError): Promise<{ shortlist: ShortlistRow } | ValidationError> => {
  if (done instanceof ValidationError) return done;
  const [shortlist] = await readShortlists(services.db, user, { id: done.id });
  return shortlist ? { shortlist } : refuse('id', 'NO_SHORTLIST');
};
/** Addresses of records, each once; a refusal where one is none. */
function addressesIn(texts: readonly string[]) {
  if (texts.length > ITEMS_MAX) return refuse('records', 'RECORDS_MANY', { max: ITEMS_MAX, given: texts.length });
  const found = texts.map(recordAddress);
  const wrong = found.filter((one) => one === null).length;
  if (wrong > 0) return refuse('records', 'NO_RECORDS', { count: wrong });
  return [...new Map(found.flatMap((one) => (one ? [[`${one.kind} ${one.slug}`, one] as const] : []))).values()];
}

builder.mutationFields((t) => ({
  createShortlist: t.field({
    type: Result,
    description: 'Begins a list for yourself. By people of the UN system.',
    args: {
      name: t.arg.string({ required: true }),
      purpose: t.arg.string({ required: false }),
      records: t.arg.stringList({ required: false, description: 'Addresses of pages, such as /vendors/irisguard.' }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, { name, purpose, records, key }, context) => {
      const addresses = addressesIn(records ?? []);
      if (addresses instanceof ValidationError) return addresses;
      return shown(context, await createShortlist(context.services.db, signedIn(context), { name, purpose: purpose ?? '', records: addresses, key }));
    },
  }),
  changeShortlist: t.field({
    type: Result,
    description: 'Names a list and says who sees it. By who made it and the procurement officers of the organization that it is shared in.',
    args: {
      id: t.arg.id({ required: true }),
      edits: t.arg.int({ required: true, description: 'The number of the last change that who asks saw.' }),
      name: t.arg.string({ required: true }),
      purpose: t.arg.string({ required: true }),
      sharing: t.arg({ type: SharingEnum, required: true }),
      organization: t.arg.string({ required: false, description: 'For whose people it is, by slug, where it is shared in an organization.' }),
    },
    resolve: async (_root, { id, organization, ...how }, context) =>
      shown(context, await changeShortlist(context.services.db, signedIn(context), String(id), { ...how, organization: organization ?? null })),
  }),
  putOnShortlist: t.field({
    type: Result,
    description: 'Puts records on a list; those that stand there already stay as they are. By those who write on it.',
    args: {
      id: t.arg.id({ required: true }),
      records: t.arg.stringList({ required: true, description: 'Addresses of pages, such as /vendors/irisguard.' }),
      note: t.arg.string({ required: false }),
    },
    resolve: async (_root, { id, records, note }, context) => {
      const addresses = addressesIn(records);
      if (addresses instanceof ValidationError) return addresses;
      return shown(context, await putOnShortlist(context.services.db, signedIn(context), String(id), addresses, note ?? ''));
    },
  }),
  noteOnShortlist: t.field({
    type: Result,
    description: 'Writes the note of a record of a list. By those who write on it.',
    args: {
      id: t.arg.id({ required: true }),
      edits: t.arg.int({ required: true }),
      record: t.arg.string({ required: true, description: 'The address of its page.' }),
      note: t.arg.string({ required: true }),
    },
    resolve: async (_root, { id, edits, record, note }, context) => {
      const address = recordAddress(record);
      if (!address) return refuse('record', 'NO_RECORDS', { count: 1 });
      return shown(context, await changeItem(context.services.db, signedIn(context), String(id), { edits, record: address, note }));
    },
  }),
  takeOffShortlist: t.field({
    type: Result,
    description: 'Takes a record off a list, with its note. By those who write on it.',
    args: {
      id: t.arg.id({ required: true }),
      edits: t.arg.int({ required: true }),
      record: t.arg.string({ required: true, description: 'The address of its page.' }),
    },
    resolve: async (_root, { id, edits, record }, context) => {
      const address = recordAddress(record);
      if (!address) return refuse('record', 'NO_RECORDS', { count: 1 });
      return shown(context, await changeItem(context.services.db, signedIn(context), String(id), { edits, record: address, note: null }));
    },
  }),
  deleteShortlist: t.field({
    type: DeleteResult,
    description: 'Deletes a list with its notes. By who made it and the procurement officers of the organization that it is shared in.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }) },
    resolve: (_root, { id, edits }, context) => deleteShortlist(context.services.db, signedIn(context), String(id), edits),
  }),
}));

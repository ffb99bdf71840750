import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { RecordInterface } from '../records/record.ts';
import { managesShortlist, writesShortlist } from './policy.ts';
import { readItems, type Sharing, type ShortlistItem, type ShortlistRow } from './shortlist.ts';

export const SharingEnum = builder.enumType('ShortlistSharing', {
  description: 'Who sees a list.',
  values: {
    PRIVATE: { description: 'Who made it.' },
    ORGANIZATION: { description: 'The people of an organization.' },
    LINK: { description: 'Whoever of the UN system has its link.' },
  } satisfies Record<Sharing, object>,
});
const ItemType = builder.objectRef<ShortlistItem>('ShortlistItem').implement({
  description: 'A record on a list.',
  fields: (t) => ({
    record: t.field({ type: RecordInterface, resolve: ({ record }) => record }),
    note: t.exposeString('note', { description: 'Empty where nobody wrote one.' }),
    addedBy: t.exposeString('addedBy', { nullable: true }),
    addedAt: t.expose('addedAt', { type: 'DateTime' }),
  }),
});
const itemsOf = batch(async ({ reads, user }, ids: readonly string[]) => readItems(reads, user, ids));

export const ShortlistType = builder.objectRef<ShortlistRow>('Shortlist').implement({
  description: 'A named list of records with notes.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ resolve: ({ id }) => `/shortlists/${id}` }),
    name: t.exposeString('name'),
    purpose: t.exposeString('purpose', { description: 'Empty where it is not said.' }),
    sharing: t.expose('sharing', { type: SharingEnum }),
    organizationSlug: t.exposeString('organizationSlug', { nullable: true, description: 'For whose people it is.' }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    owner: t.exposeString('owner', { nullable: true, description: 'Who made it.' }),
    link: t.string({
      nullable: true,
      description: 'The address to send, for those who share it.',
      resolve: (row, _args, { user }) => (row.link && user && managesShortlist(user, row) ? `/shortlists/${row.id}?link=${row.link}` : null),
    }),
    edits: t.exposeInt('edits', { description: 'The number of its last change.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    count: t.exposeInt('count', { description: 'How many records stand on it, also those that you do not see or that have left the library.' }),
    items: t.field({
      type: [ItemType],
      description: 'In the order in which they were put on it, as far as you see them.',
      resolve: ({ id }, _args, context) => itemsOf(context, id),
    }),
    viewerCanWrite: t.boolean({ resolve: (row, _args, { user }) => user !== null && writesShortlist(user, row) }),
    viewerCanManage: t.boolean({ resolve: (row, _args, { user }) => user !== null && managesShortlist(user, row) }),
  }),
});

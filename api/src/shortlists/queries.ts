import { builder } from '../builder.ts';
import { readShortlists } from './shortlist.ts';
import { ShortlistType } from './types.ts';

builder.queryFields((t) => ({
  shortlists: t.field({
    type: [ShortlistType],
    description: 'The lists of who asks and of their organizations, the last changed first; at most 500.',
    resolve: (_root, _args, { reads, user }) => readShortlists(reads, user),
  }),
  shortlist: t.field({
    type: ShortlistType,
    nullable: true,
    args: { id: t.arg.id({ required: true }), link: t.arg.string({ required: false, description: 'What stands in the link that it is shared by.' }) },
    resolve: async (_root, { id, link }, { reads, user }) => (await readShortlists(reads, user, { id: String(id), link: link ?? null }))[0] ?? null,
  }),
}));

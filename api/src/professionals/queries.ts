import { builder } from '../builder.ts';
import { entersPool } from './policy.ts';
import { listProfessionals, readOwnProfessional, readProfessional } from './professional.ts';
import { ProfessionalConnection, ProfessionalType } from './types.ts';

const Filter = builder.inputType('ProfessionalFilter', {
  description: 'Alternatives within a field, all fields together.',
  fields: (t) => ({
    text: t.string({ description: 'Words of name, organization, what they did, know or say of their time.' }),
    organization: t.stringList({ description: 'By slug.' }),
    technology: t.stringList(),
    task: t.stringList(),
    sector: t.stringList(),
    language: t.stringList({ description: 'BCP 47.' }),
    country: t.stringList({ description: 'ISO 3166-1 alpha-2.' }),
    offer: t.stringList(),
  }),
});

builder.queryFields((t) => ({
  professionals: t.field({
    type: ProfessionalConnection,
    description: 'The pool of professionals (para. 209) as far as who asks sees it, by name.',
    args: {
      filter: t.arg({ type: Filter, required: false }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, args, { reads, user }) => ({ ...(await listProfessionals(reads, user, args)), started: Boolean(args.after) }),
  }),
  professional: t.field({
    type: ProfessionalType,
    nullable: true,
    description: 'Somebody of the pool; null also for who has withdrawn.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { reads, user }) => readProfessional(reads, user, String(id)),
  }),
  viewerProfessional: t.field({
    type: ProfessionalType,
    nullable: true,
    description: 'The entry of who asks, also where nobody else sees it.',
    resolve: (_root, _args, { reads, user }) => (user ? readOwnProfessional(reads, user) : null),
  }),
  viewerEntersPool: t.boolean({ description: 'Whether who asks may enter themself.', resolve: (_root, _args, { user }) => entersPool(user) }),
}));

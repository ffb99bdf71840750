import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { Access, Origin, Stage, Use } from './project.ts';
import { ProjectType } from '../records/types.ts';

addList('PROJECT', 'projects', ProjectType as never, 'Blockchain applications and proposals for them.', {
  types: { stage: Stage, use: Use, access: Access, origin: Origin },
  about: 'Several values of one field are alternatives; all fields hold together.',
});

builder.queryField('project', (t) =>
  t.field({
    type: ProjectType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'PROJECT', { slug }),
  }),
);

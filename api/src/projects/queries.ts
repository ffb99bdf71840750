import { builder } from '../builder.ts';
import { addList, filterBy } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { Access, Origin, ProjectType, Stage, Use } from './project.ts';

export const projectFacets = {
  stage: 'stage',
  use: 'use',
  organization: 'organization',
  region: 'region',
  country: 'country',
  platform: 'platform',
  access: 'access',
  vendor: 'vendor',
  goal: 'goal',
  origin: 'origin',
};
const filter = builder.inputType('ProjectFilter', {
  description: 'Several values of one field are alternatives; all fields hold together.',
  fields: (t) => ({
    stage: t.field({ type: [Stage] }),
    use: t.field({ type: [Use] }),
    organization: t.stringList({ description: 'Owner, by slug or short name: wfp, WFP.' }),
    region: t.stringList({ description: 'By slug, such as sub-saharan-africa.' }),
    country: t.stringList({ description: 'ISO 3166-1 alpha-2.' }),
    platform: t.stringList({ description: 'Such as Ethereum.' }),
    access: t.field({ type: [Access] }),
    vendor: t.stringList({ description: 'By slug or name.' }),
    goal: t.intList({ description: '1 to 17.' }),
    origin: t.field({ type: [Origin] }),
  }),
});
addList('PROJECT', 'projects', ProjectType as never, 'Blockchain applications and proposals for them.', filter, projectFacets, filterBy(projectFacets));

builder.queryField('project', (t) =>
  t.field({
    type: ProjectType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'PROJECT', { slug }),
  }),
);

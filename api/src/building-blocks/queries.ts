import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import './building-block.ts';
import './evidence.ts';
import { BuildingBlockType } from '../records/types.ts';

addList('BUILDING_BLOCK', 'buildingBlocks', BuildingBlockType as never, 'Reusable pieces of software and technical set-ups.');

builder.queryField('buildingBlock', (t) =>
  t.field({
    type: BuildingBlockType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'BUILDING_BLOCK', { slug }),
  }),
);

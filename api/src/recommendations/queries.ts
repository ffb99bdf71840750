import { REPORT } from '#prisma/content/shared.ts';
import { builder } from '../builder.ts';
import { ActionKind } from '../actions/action.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { RecommendationKind } from './recommendation.ts';
import { RecommendationType } from '../records/types.ts';

addList('RECOMMENDATION', 'recommendations', RecommendationType as never, 'The formal, soft and other recommendations of the report.', {
  types: { kind: RecommendationKind, action: ActionKind },
});

builder.queryField('recommendation', (t) =>
  t.field({
    type: RecommendationType,
    nullable: true,
    description: 'A formal recommendation by its number, any other by its slug.',
    args: {
      number: t.arg.int({ required: false }),
      report: t.arg.string({ required: false, description: 'Source key of the report the number belongs to; the one the library starts from unless given.' }),
      slug: t.arg.string({ required: false }),
    },
    resolve: (_root, { number, slug, report }, context, info) =>
      number
        ? recordAt(context, info, 'RECOMMENDATION', { sourceKey: report && report !== REPORT ? `${report}-rec-${number}` : `rec-${number}` })
        : slug
          ? recordAt(context, info, 'RECOMMENDATION', { slug })
          : null,
  }),
);

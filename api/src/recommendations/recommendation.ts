import { type Recommendation as Content, recommendationKinds } from '#prisma/content/recommendation.ts';
import { builder } from '../builder.ts';
import { actionsOfRecommendation, ActionKind, ActionType } from '../actions/action.ts';
import { contentOf, facetsOf, linkedRecords, RecordInterface } from '../records/record.ts';
import { type CitedFact, factAs, statement, StatementType } from '../records/statement.ts';
import { LessonType, OrganizationType, ProjectType, RecommendationType, StandardType } from '../records/types.ts';

export const RecommendationKind = builder.enumType('RecommendationKind', {
  values: recommendationKinds,
  description: 'FORMAL: the eight. SOFT: the nine. OTHER: what the Inspector says in the body without counting it.',
});

RecommendationType.implement({
  description: 'A recommendation of a JIU report, in our own words.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    recommendationKind: t.field({
      type: RecommendationKind,
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'kind_of_recommendation'))[0]?.value as (typeof recommendationKinds)[number],
    }),
    number: t.int({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).number ?? null }),
    label: t.string({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).label }),
    text: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).text, row) }),
    verb: t.string({
      nullable: true,
      description: 'The word the Inspector uses, for OTHER.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).verb ?? null,
    }),
    addressee: t.field({
      type: StatementType,
      resolve: async (row, _args, context) => {
        const { addressee } = await contentOf<Content>(row, context);
        return factAs(addressee as unknown as CitedFact, String(addressee['value']), row);
      },
    }),
    action: t.field({ type: ActionKind, nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).action ?? null }),
    deadline: t.field({
      type: StatementType,
      nullable: true,
      resolve: async (row, _args, context) => {
        const { deadline } = await contentOf<Content>(row, context);
        return deadline ? factAs(deadline as unknown as CitedFact, String(deadline['text']), row) : null;
      },
    }),
    deadlineDate: t.string({
      nullable: true,
      resolve: async (row, _args, context) => ((await contentOf<Content>(row, context)).deadline?.['date'] as string | undefined) ?? null,
    }),
    impactLetter: t.string({ nullable: true, resolve: async (row, _args, context) => (await facetsOf(row, context, 'impact'))[0]?.value ?? null }),
    impact: t.field({
      type: StatementType,
      nullable: true,
      resolve: async (row, _args, context) => {
        const { impact } = await contentOf<Content>(row, context);
        return impact ? factAs(impact as unknown as CitedFact, String(impact['text']), row) : null;
      },
    }),
    place: t.string({ description: 'Where it is printed.', resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).place }),
    correction: t.field({
      type: StatementType,
      nullable: true,
      description: 'What the report itself gets wrong about it.',
      resolve: async (row, _args, context) => {
        const { correction } = await contentOf<Content>(row, context);
        return correction ? statement(correction, row) : null;
      },
    }),
    actions: t.field({
      type: [ActionType],
      description: 'To whom it is addressed (Annex IV).',
      resolve: (row, _args, context) => actionsOfRecommendation(context, row.id),
    }),
    organizations: t.field({ type: [OrganizationType], resolve: (row, _args, context) => linkedRecords(row, context, 'ORGANIZATION') }),
    projects: t.field({ type: [ProjectType], resolve: (row, _args, context) => linkedRecords(row, context, 'PROJECT') }),
    standards: t.field({ type: [StandardType], resolve: (row, _args, context) => linkedRecords(row, context, 'STANDARD') }),
    lessons: t.field({ type: [LessonType], resolve: (row, _args, context) => linkedRecords(row, context, 'LESSON') }),
  }),
});

import { type Mitigation as MitigationContent, type Risk as Content, riskKinds } from '#prisma/content/risk.ts';
import { builder } from '../builder.ts';
import { contentOf, facetsOf, linkedRecords, RecordInterface } from '../records/record.ts';
import { statement, StatementType } from '../records/statement.ts';
import { LessonType, MitigationType, OrganizationType, ProjectType, RiskType } from '../records/types.ts';

export const RiskKind = builder.enumType('RiskKind', {
  values: riskKinds,
  description: 'INTRINSIC to blockchain or GENERIC to any technology (para. 177); DEVELOPMENT: for societies (para. 180).',
});
const PairedBy = builder.enumType('PairedBy', { values: ['SOURCE', 'EDITORS'] as const, description: 'Who says that the mitigation answers the risk.' });

RiskType.implement({
  description: 'A risk of chapter IV.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    riskKind: t.field({
      type: RiskKind,
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'kind_of_risk'))[0]?.value as (typeof riskKinds)[number],
    }),
    text: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).text, row) }),
    organizations: t.field({ type: [OrganizationType], resolve: (row, _args, context) => linkedRecords(row, context, 'ORGANIZATION') }),
    projects: t.field({ type: [ProjectType], description: 'Projects that met it.', resolve: (row, _args, context) => linkedRecords(row, context, 'PROJECT') }),
    mitigations: t.field({ type: [MitigationType], resolve: (row, _args, context) => linkedRecords(row, context, 'MITIGATION') }),
    lessons: t.field({ type: [LessonType], resolve: (row, _args, context) => linkedRecords(row, context, 'LESSON') }),
  }),
});

MitigationType.implement({
  description: 'What an organization does, or is told to do, against a risk.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    text: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<MitigationContent>(row, context)).text, row) }),
    pairedBy: t.field({ type: PairedBy, resolve: async (row, _args, context) => row.pairedBy ?? (await contentOf<MitigationContent>(row, context)).pairedBy }),
    risks: t.field({ type: [RiskType], resolve: (row, _args, context) => linkedRecords(row, context, 'RISK') }),
    organizations: t.field({ type: [OrganizationType], resolve: (row, _args, context) => linkedRecords(row, context, 'ORGANIZATION') }),
    projects: t.field({ type: [ProjectType], resolve: (row, _args, context) => linkedRecords(row, context, 'PROJECT') }),
  }),
});

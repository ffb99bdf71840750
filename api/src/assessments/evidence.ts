import { staying } from '../records/merged.ts';
import { sql } from 'kysely';
import { builder } from '../builder.ts';
import { visibleAssessments } from './assessment.ts';

type Evidence = { id: string; shipped: string | null; title: string; outcome: { title: string }; signedAt: string; risks: number; organizationName: string };
const EvidenceType = builder.objectRef<Evidence>('AssessmentEvidence').implement({
  description: 'A signed and published run, as evidence.',
  fields: (t) => ({
    title: t.exposeString('title'),
    url: t.string({ resolve: ({ id, shipped }) => `/assessments/${shipped ?? id}` }),
    outcomeTitle: t.string({ resolve: ({ outcome }) => outcome.title }),
    organization: t.string({ resolve: ({ organizationName }) => organizationName }),
    signedAt: t.field({ type: 'DateTime', resolve: ({ signedAt }) => signedAt }),
    risks: t.exposeInt('risks', { description: 'How many risks it assesses.' }),
  }),
});

/** The report whose recommendations 2 (assess risks) and 4 (decide by a matrix) such runs are evidence for. */
const REPORT = 'jiu-rep-2020-7';

builder.queryField('assessmentEvidence', (t) =>
  t.field({
    type: [EvidenceType],
    description: 'Published runs: of an organization as evidence for recommendation 2 (those that assess risks) or 4, or those that are attached to a project.',
    args: {
      organization: t.arg.string({ required: false, description: 'By its slug.' }),
      recommendation: t.arg.string({ required: false, description: '2 or 4; there are none for others.' }),
      report: t.arg.string({ required: false }),
      project: t.arg.string({ required: false, description: 'By its slug.' }),
    },
    resolve: async (_root, { organization, recommendation, report, project }, { reads, user }) => {
      if ([organization, project].some((text) => text?.includes('\0'))) return [];
      if (!project && (!organization || (report && report !== REPORT) || !['2', '4'].includes(recommendation ?? ''))) return [];
      return reads.rows(sql<Evidence>`
        SELECT a.id, a.shipped, a.title, a.outcome, a.signed_at AS "signedAt", jsonb_array_length(coalesce(a.content->'risks', '[]'))::int AS risks, w.content->>'shortName' AS "organizationName"
        FROM assessment a JOIN record w ON w.id = a.organization_id
        WHERE a.state = 'SIGNED' AND a.published_at IS NOT NULL AND a.shipped IS NULL AND ${visibleAssessments(user)}
          ${project ? sql`AND ${staying('a.record_id')} = (SELECT r.id FROM record r WHERE r.kind = 'PROJECT' AND r.slug = ${project} AND r.audience = 'PUBLIC' AND r.archived_at IS NULL)` : sql`AND w.slug = ${organization}`}
          ${recommendation === '2' ? sql`AND jsonb_array_length(coalesce(a.content->'risks', '[]')) > 0` : sql``}
        ORDER BY a.signed_at DESC, a.id DESC LIMIT 20`);
    },
  }),
);

import { builder } from '../builder.ts';
import { slugsOf } from '../accounts/user.ts';
import { ViewerOrganization } from '../accounts/viewer-organization.ts';
import { evaluate } from '#prisma/instrument/evaluate.ts';
import { AudienceEnum } from '../records/record.ts';
import { EditionType, EvaluationType } from '../instruments/types.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type AssessmentRow, possibleRecords, readAssessments, type ReviewRow } from './assessment.ts';
import { type CostSum, costLines, costSums, inOrder, linesOf } from './content.ts';
import { canEdit, canPublish, canRemove, canReview, canReviewLine, canShare, canSign } from './policy.ts';
import { RiskLineType, riskLines } from './risk-line.ts';
import { unreviewed } from './write.ts';
import type { Context } from '../context.ts';
import { followChanges } from '../records/following.ts';
import { answerKeys, similarProjects } from '../instruments/similar.ts';
import { SimilarProjects } from '../instruments/similar-types.ts';

/** The lines of a run in the order of its document, by name. */
const linesInOrder = (run: AssessmentRow): string[] => inOrder(linesOf(run), run.edition.content.questions).map(({ line }) => line);

const StateEnum = builder.enumType('AssessmentState', {
  values: ['DRAFT', 'SHARED', 'SIGNED'] as const,
  description: 'DRAFT: for its writer. SHARED: for the organization. SIGNED: frozen and in the log.',
});
const ReviewType = builder.objectRef<ReviewRow & { holds: boolean; isOwn: boolean }>('LineReview').implement({
  description: 'What a second person says of one line.',
  fields: (t) => ({
    line: t.exposeString('line'),
    agrees: t.exposeBoolean('agrees'),
    text: t.exposeString('text'),
    name: t.string({ nullable: true, resolve: ({ name }) => name }),
    holds: t.exposeBoolean('holds', { description: 'The line reads as it did then.' }),
    isOwn: t.exposeBoolean('isOwn', { description: 'Who asks said it.' }),
  }),
});
const CostSumType = builder.objectRef<CostSum>('CostSum').implement({
  description: 'What an option costs over all years, in units of the currency, as far as it is stated.',
  fields: (t) => ({
    name: t.exposeString('name'),
    low: t.exposeFloat('low'),
    high: t.exposeFloat('high'),
    stated: t.exposeInt('stated', { description: 'How many of the lines have a figure: of fewer than all it is no total.' }),
    lines: t.int({ description: 'How many lines there are.', resolve: () => costLines.length }),
  }),
});
const Attached = builder.objectRef<NonNullable<AssessmentRow['record']>>('AssessedRecord').implement({
  description: 'What a run is attached to.',
  fields: (t) => ({
    title: t.exposeString('title'),
    slug: t.exposeString('slug'),
    url: t.string({ resolve: ({ kind, slug }) => addressOf(kind as RecordKind, slug) }),
  }),
});
export const AssessmentType = builder.objectRef<AssessmentRow>('Assessment').implement({
  description: 'One run of an instrument for one use case.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    url: t.string({ resolve: ({ id, shipped }) => `/assessments/${shipped ?? id}` }),
    title: t.exposeString('title'),
    state: t.expose('state', { type: StateEnum }),
    example: t.boolean({ description: 'The library brings it along.', resolve: ({ shipped }) => shipped !== null }),
    useCase: t.string({ nullable: true, resolve: ({ content }) => content.useCase || null }),
    edits: t.exposeInt('edits'),
    publications: t.exposeInt('publications', { description: 'How often it was said who sees it.' }),
    organization: t.string({ resolve: ({ organizationName }) => organizationName }),
    organizationSlug: t.exposeString('organizationSlug'),
    outcomeTitle: t.string({ resolve: ({ outcome }) => outcome.title }),
    writer: t.string({ nullable: true, description: 'For the UN system.', resolve: ({ writer }) => writer }),
    signer: t.string({ nullable: true, description: 'For the UN system.', resolve: ({ signer }) => signer }),
    signedAs: t.string({ nullable: true, resolve: ({ signedAs }) => signedAs }),
    createdAt: t.field({ type: 'DateTime', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
    signedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ signedAt }) => signedAt }),
    audience: t.expose('audience', { type: AudienceEnum, description: 'Who may see it once it is signed.' }),
    record: t.field({ type: Attached, nullable: true, resolve: ({ record }) => record }),
    logEntry: t.int({ nullable: true, description: 'The entry of the log that seals it.', resolve: ({ logEntry }) => logEntry }),
    edition: t.field({ type: EditionType, description: 'The edition it was made with; it never changes.', resolve: ({ edition }) => edition }),
    evaluation: t.field({
      type: EvaluationType,
      resolve: ({ edition, content, record }) => ({
        edition,
        answers: content.answers,
        result: evaluate(edition.content, content.answers),
        project: record?.kind === 'PROJECT' ? record.slug : null,
      }),
    }),
    risks: t.field({ type: 'JSON', description: 'The risks as they were assessed.', resolve: ({ content }) => content.risks }),
    assessedRisks: t.field({
      type: [RiskLineType],
      description: 'The same, with names.',
      resolve: ({ content }, _args, context) => riskLines(context, content.risks),
    }),
    similar: t.field({
      type: SimilarProjects,
      description: 'Projects of the library that answered the same.',
      resolve: ({ edition, content }, _args, context) => similarProjects(context, answerKeys(edition.content, content.answers)),
    }),
    costs: t.field({ type: 'JSON', nullable: true, resolve: ({ content }) => content.costs ?? null }),
    costSums: t.field({ type: [CostSumType], resolve: ({ content }) => (content.costs ? costSums(content.costs) : []) }),
    lines: t.stringList({ description: 'What is reviewed one by one, in the order of the document.', resolve: (run) => linesInOrder(run) }),
    viewerLines: t.stringList({
      description: 'Those that who asks may review: what others wrote.',
      resolve: (run, _args, { user }) => linesInOrder(run).filter((line) => canReviewLine(user, run, line)),
    }),
    unreviewed: t.stringList({ description: 'Lines that nobody agreed with as they are now. For the organization.', resolve: (run) => unreviewed(run) }),
    reviews: t.field({
      type: [ReviewType],
      description: 'For the organization.',
      resolve: (run, _args, { user }) => {
        const now = new Map(linesOf(run).map(({ line, hash }) => [line, hash]));
        return run.reviews.map((one) => ({ ...one, holds: now.get(one.line) === one.lineHash, isOwn: one.writtenBy === user?.id }));
      },
    }),
    possibleRecords: t.field({
      type: [Attached],
      description: 'Projects and envisaged uses of its organization that everybody sees: what a signed run can belong to. For those who may say so.',
      resolve: (run, _args, { reads, user }) => (canPublish(user, run) ? possibleRecords(reads, run) : []),
    }),
    viewerCanEdit: t.boolean({ resolve: (run, _args, { user }) => canEdit(user, run) }),
    viewerCanShare: t.boolean({ resolve: (run, _args, { user }) => canShare(user, run) }),
    viewerCanReview: t.boolean({ resolve: (run, _args, { user }) => canReview(user, run) }),
    viewerCanSign: t.boolean({ resolve: (run, _args, { user }) => canSign(user, run) }),
    viewerCanPublish: t.boolean({ resolve: (run, _args, { user }) => canPublish(user, run) }),
    viewerCanRemove: t.boolean({ resolve: (run, _args, { user }) => canRemove(user, run) }),
  }),
});

/** Runs, with what the library's filter values are now: they are compared with its projects. */
const readNow = async (context: Context, filter: Parameters<typeof readAssessments>[2]) =>
  (await Promise.all([readAssessments(context.reads, context.user, filter), followChanges(context)]))[0];

builder.queryFields((t) => ({
  viewerOrganizations: t.field({
    type: [ViewerOrganization],
    description: 'The organizations in which who asks has a role; none for a reader.',
    resolve: (_root, _args, { user }) =>
      (user ? slugsOf(user) : []).map((slug) => ({
        slug,
        shortName: user?.memberships.find((one) => one.organizationSlug === slug)?.organizationName ?? slug.toUpperCase(),
      })),
  }),
  assessments: t.field({
    type: [AssessmentType],
    description: 'Runs that who asks may see, last changed first.',
    args: { organization: t.arg.string({ required: false }), ids: t.arg.idList({ required: false }) },
    resolve: (_root, { organization, ids }, context) => readNow(context, { organization, ...(ids ? { ids: ids.map(String) } : {}) }),
  }),
  assessment: t.field({
    type: AssessmentType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => (await readNow(context, { id: String(id) }))[0] ?? null,
  }),
}));

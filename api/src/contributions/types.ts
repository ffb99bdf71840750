import { sql } from 'kysely';
import { DraftState, ReviewState } from '#prisma/generated/enums.ts';
import { type Named, PersonType } from '../accounts/account.ts';
import { builder } from '../builder.ts';
import type { FieldFault } from '../errors.ts';
import { FieldFaultType } from '../invalid-input.ts';
import { KindEnum, RecordInterface } from '../records/record.ts';
import { findRecord } from '../records/show.ts';
import { type Difference, differences } from './differences.ts';
import { type Decision, draftBase, draftContent, type DraftRow, type ReviewRow, reviewsOf } from './draft.ts';
import { canDecide, canWriteDraft } from './policy.ts';
import { listSaves, type SaveHead, savedAs, savedContent } from './saves.ts';
import { checkContent } from './validate.ts';
import { titleOf } from './write.ts';

export const DraftStateEnum = builder.enumType('DraftState', {
  description: 'DRAFT: being written. SUBMITTED: with its reviewers. RETURNED: back with reasons. LIVE: published. WITHDRAWN: given up.',
  values: Object.keys(DraftState) as (keyof typeof DraftState)[],
});
export const ReviewStateEnum = builder.enumType('ReviewState', {
  description: 'CLOSED: the draft was withdrawn or returned before this organization answered.',
  values: Object.keys(ReviewState) as (keyof typeof ReviewState)[],
});
export const OutcomeEnum = builder.enumType('Outcome', {
  description: 'What a reviewer decides on a draft or on a field of it.',
  values: ['ACCEPTED', 'RETURNED'] as const,
});

export const DifferenceType = builder.objectRef<Difference>('Difference').implement({
  description: 'One field that two versions differ in.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Names the field in decisions: "summary.text", "participants[2].role"; "[-3]" is an item that is gone.' }),
    label: t.exposeString('label', { description: 'The field as people read it.' }),
    change: t.exposeString('change', { description: 'ADDED, REMOVED or CHANGED.' }),
    before: t.field({ type: 'JSON', nullable: true, resolve: (difference) => difference.before ?? null }),
    after: t.field({ type: 'JSON', nullable: true, resolve: (difference) => difference.after ?? null }),
  }),
});
const DecisionType = builder.objectRef<Decision>('FieldDecision').implement({
  description: 'What a reviewer decided on one field, with the reason where it was returned.',
  fields: (t) => ({ field: t.exposeString('field'), decision: t.expose('decision', { type: OutcomeEnum }), reason: t.exposeString('reason') }),
});
const personById = async (context: { services: { db: import('#prisma/database.ts').Database } }, id: string | null): Promise<Named | null> =>
  id ? ((await context.services.db.selectFrom('person').select(['name', 'demo']).where('id', '=', id).executeTakeFirst()) ?? null) : null;

export const ReviewType = builder.objectRef<ReviewRow & { draft: DraftRow }>('Review').implement({
  description: 'What one owner organization is asked about one submission of a draft.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    round: t.exposeInt('round', { description: 'Which submission; name it when deciding.' }),
    state: t.expose('state', { type: ReviewStateEnum }),
    decisions: t.field({ type: [DecisionType], resolve: (review) => review.decisions }),
    comment: t.exposeString('comment'),
    reviewer: t.field({ type: PersonType, nullable: true, resolve: (review, _args, context) => personById(context, review.reviewerId) }),
    steppedIn: t.exposeBoolean('steppedIn', { description: "The secretariat decided in the organization's place." }),
    overdue: t.boolean({
      description: 'No answer for seven days or more: deputies were asked, the secretariat sees it.',
      resolve: (review) => review.state === 'PENDING' && review.reminders >= 2,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: (review) => review.decidedAt }),
    viewerCanDecide: t.boolean({
      resolve: (review, _args, { user }) => review.state === 'PENDING' && canDecide(user, review.draft, review.organizationSlug).allowed,
    }),
    viewerWouldStepIn: t.boolean({
      description: 'Deciding would be in the place of the organization, which is shown.',
      resolve: (review, _args, { user }) => canDecide(user, review.draft, review.organizationSlug).steppingIn,
    }),
    draft: t.field({ type: DraftType, resolve: (review) => review.draft }),
  }),
});

type CommentRow = { id: string; field: string | null; text: string; createdAt: Date; name: string; demo: boolean };
const CommentType = builder.objectRef<CommentRow>('DraftComment').implement({
  description: 'A remark on a draft or on one of its fields.',
  fields: (t) => ({
    id: t.exposeID('id'),
    field: t.exposeString('field', { nullable: true }),
    text: t.exposeString('text'),
    author: t.field({ type: PersonType, resolve: ({ name, demo }) => ({ name, demo }) }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

export const DraftType = builder.objectRef<DraftRow>('Draft');
const SaveType = builder.objectRef<SaveHead & { draft: DraftRow }>('DraftSave').implement({
  description: 'A draft as an earlier save left it.',
  fields: (t) => ({
    edits: t.exposeInt('edits', { description: 'Names the save.' }),
    savedAt: t.expose('savedAt', { type: 'DateTime' }),
    person: t.field({ type: PersonType, nullable: true, resolve: ({ name, demo }) => (name === null ? null : { name, demo }) }),
    differences: t.field({
      type: [DifferenceType],
      description: 'From this save to the draft as it is now, as far as you may see it.',
      resolve: async ({ draft, edits }, _args, { services, viewer }) => {
        const saved = await savedAs(services.db, draft, edits);
        return saved ? differences(savedContent(draft, saved.content, viewer), draftContent(draft, viewer)) : [];
      },
    }),
  }),
});
DraftType.implement({
  description: 'A proposed version of a record, beside the live one.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: KindEnum }),
    title: t.string({ resolve: (draft) => titleOf(draft.content) }),
    url: t.string({ resolve: (draft) => `/drafts/${draft.id}` }),
    state: t.expose('state', { type: DraftStateEnum }),
    content: t.field({
      type: 'JSON',
      description: 'As far as you may see it; sections for others are kept when you save.',
      resolve: (draft, _args, { viewer }) => draftContent(draft, viewer),
    }),
    sources: t.field({ type: 'JSON', description: 'New sources, published together with it.', resolve: (draft) => draft.sources }),
    reason: t.exposeString('reason', { description: 'What changed and why.' }),
    edits: t.exposeInt('edits', { description: 'Name it when saving or submitting: it must be the latest.' }),
    round: t.exposeInt('round'),
    basedOn: t.exposeInt('basedOn', { description: 'The live version it started from; 0 for a new record.' }),
    outdated: t.boolean({
      description: 'The live version has changed since: bring the draft up to date.',
      resolve: (draft) => draft.recordId !== null && draft.state !== 'LIVE' && draft.liveVersion !== draft.basedOn,
    }),
    restores: t.int({ nullable: true, description: 'The version whose content it brings back.', resolve: (draft) => draft.restores }),
    publishedVersion: t.exposeInt('publishedVersion', { nullable: true }),
    author: t.field({ type: PersonType, resolve: (draft) => ({ name: draft.authorName, demo: draft.authorDemo }) }),
    organizationSlug: t.exposeString('organizationSlug', { nullable: true }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    record: t.field({
      type: RecordInterface,
      nullable: true,
      description: 'The live record.',
      resolve: (draft, _args, { services, viewer }) => (draft.recordId ? findRecord(services.db, viewer, draft.kind, { id: draft.recordId }) : null),
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The content of the version it started from.',
      resolve: (draft, _args, { services, viewer }) => draftBase(services.db, draft, viewer),
    }),
    differences: t.field({
      type: [DifferenceType],
      description: 'From the version it started from, field by field.',
      resolve: async (draft, _args, { services, viewer }) => differences(await draftBase(services.db, draft, viewer), draftContent(draft, viewer)),
    }),
    faults: t.field({
      type: [FieldFaultType],
      description: 'What is still missing or wrong before it can be submitted.',
      resolve: async (draft, _args, { services }): Promise<FieldFault[]> =>
        draft.state === 'LIVE' || draft.state === 'WITHDRAWN' ? [] : (await checkContent(services.db, draft.kind, draft.content, draft.sources)).faults,
    }),
    reviews: t.field({
      type: [ReviewType],
      description: 'Newest submission first.',
      resolve: async (draft, _args, { services }) => (await reviewsOf(services.db, [draft.id])).map((review) => ({ ...review, draft })),
    }),
    comments: t.field({
      type: [CommentType],
      resolve: async (draft, _args, { services }) =>
        (
          await sql<CommentRow>`SELECT c.id, c.field, c.text, c.created_at AS "createdAt", p.name, p.demo FROM draft_comment c JOIN person p ON p.id = c.author_id WHERE c.draft_id = ${draft.id}::uuid ORDER BY c.created_at, c.id`.execute(
            services.db,
          )
        ).rows,
    }),
    saves: t.field({
      type: [SaveType],
      description: 'Earlier saves, newest first, for those who write on the draft; saves of one open form right after one another are one. At most 50.',
      args: { edits: t.arg.int({ required: false, description: 'Only this one.' }) },
      resolve: async (draft, { edits }, { services, user }) =>
        canWriteDraft(user, draft) ? (await listSaves(services.db, draft, edits ?? null)).map((save) => ({ ...save, draft })) : [],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    submittedAt: t.field({ type: 'DateTime', nullable: true, resolve: (draft) => draft.submittedAt }),
    viewerCanWrite: t.boolean({
      description: 'Save, submit, withdraw.',
      resolve: (draft, _args, { user }) => canWriteDraft(user, draft) && draft.state !== 'LIVE' && draft.state !== 'WITHDRAWN',
    }),
    viewerCanTakeUp: t.boolean({
      description: 'Go on with it after it was given up.',
      resolve: (draft, _args, { user }) => canWriteDraft(user, draft) && draft.state === 'WITHDRAWN',
    }),
  }),
});

import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { FieldFault } from '#i18n/fault.ts';
import { DraftState, ReviewState } from '#prisma/generated/enums.ts';
import { PersonType } from '../accounts/account.ts';
import type { User } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { FieldFaultType } from '../invalid-input.ts';
import { batch } from '../records/batch.ts';
import { KindEnum, RecordInterface } from '../records/record.ts';
import { filesIn } from './attach.ts';
import { type Difference, differences } from './differences.ts';
import type { Decision, DraftRow, ReviewRow } from './draft.ts';
import { type CommentRow, commentsOfDraft, personOf, reviewsOfDraft } from './loaded.ts';
import type { Clash } from './merge.ts';
import { canDecide } from './policy.ts';
import { namesakesOf } from './namesakes.ts';
import { previewOf } from './preview.ts';
import { viewOf } from './redaction.ts';
import { arrivalOf, listRefused, type RefusedSave, shownClashes } from './refused-saves.ts';
import { listSaves, type SaveHead, savedAs, savedContent } from './saves.ts';
import { checkContent } from './validate.ts';

const DraftStateEnum = builder.enumType('DraftState', {
  description: 'DRAFT: being written. SUBMITTED: with its reviewers. RETURNED: back with reasons. LIVE: published. WITHDRAWN: given up.',
  values: Object.keys(DraftState) as (keyof typeof DraftState)[],
});
const ReviewStateEnum = builder.enumType('ReviewState', {
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
export const ClashType = builder.objectRef<Clash>('DraftClash').implement({
  description: 'A place of a draft that two people changed differently.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'By its name in the content: "summary.text", "participants.2.role", "sources.0.title", "reason".' }),
    theirs: t.field({ type: 'JSON', nullable: true, description: 'As it is saved now; null where it was taken out.', resolve: (clash) => clash.theirs }),
    yours: t.field({ type: 'JSON', nullable: true, description: 'As you sent it; null where you took it out.', resolve: (clash) => clash.yours }),
  }),
});
const DecisionType = builder.objectRef<Decision>('FieldDecision').implement({
  description: 'What a reviewer decided on one field, with the reason where it was returned.',
  fields: (t) => ({ field: t.exposeString('field'), decision: t.expose('decision', { type: OutcomeEnum }), reason: t.exposeString('reason') }),
});

/** What is missing or wrong in a draft, as far as the person may see it; found out once for an answer. */
export const faultsOfDraft = batch(
  async ({ reads, viewer, services }, drafts: readonly DraftRow[]): Promise<FieldFault[][]> =>
    Promise.all(
      drafts.map(async (draft) =>
        draft.state === 'LIVE' || draft.state === 'WITHDRAWN'
          ? []
          : viewOf(draft, viewer).faults((await checkContent(reads, draft, { viewer, baseUrl: services.accounts.settings.baseUrl })).faults),
      ),
    ),
);

const isOwn = (review: ReviewRow, user: User | null) => user !== null && review.reviewerId === user.id;

export const ReviewType = builder.objectRef<ReviewRow & { draft: DraftRow }>('Review').implement({
  description: 'What one owner organization, or of a record without owner the secretariat, is asked about one submission of a draft.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    round: t.exposeInt('round', { description: 'Which submission; name it when deciding.' }),
    state: t.expose('state', { type: ReviewStateEnum }),
    decisions: t.field({
      type: [DecisionType],
      description: 'On the fields that you may see.',
      resolve: (review, _args, { user, viewer }) => (isOwn(review, user) ? review.decisions : viewOf(review.draft, viewer).decisions(review)),
    }),
    comment: t.string({
      description: 'On the whole; empty where the draft changes something that you may not see.',
      resolve: (review, _args, { user, viewer }) => (isOwn(review, user) ? review.comment : viewOf(review.draft, viewer).comment(review)),
    }),
    reviewer: t.field({
      type: PersonType,
      nullable: true,
      resolve: (review, _args, context) => (review.reviewerId ? personOf(context, review.reviewerId) : null),
    }),
    steppedIn: t.exposeBoolean('steppedIn', { description: "The secretariat decided in the organization's place." }),
    overdue: t.boolean({
      description: 'No answer for seven days or more: deputies were asked, the secretariat sees it.',
      resolve: (review) => review.state === 'PENDING' && review.reminders >= 2,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: (review) => review.decidedAt }),
    viewerCanDecide: t.boolean({
      resolve: (review, _args, { user }) => review.state === 'PENDING' && canDecide(user, review.draft, review.organizationId).allowed,
    }),
    viewerWouldStepIn: t.boolean({
      description: 'Deciding would be in the place of the organization, which is shown.',
      resolve: (review, _args, { user }) => canDecide(user, review.draft, review.organizationId).steppingIn,
    }),
    draft: t.field({ type: DraftType, resolve: (review) => review.draft }),
  }),
});

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
      resolve: async ({ draft, edits }, _args, { reads, viewer }) => {
        const saved = await savedAs(reads, draft, edits);
        return saved ? differences(draft.kind, savedContent(draft, saved.content, viewer), viewOf(draft, viewer).content) : [];
      },
    }),
  }),
});
const RefusedSaveType = builder.objectRef<RefusedSave & { draft: DraftRow }>('RefusedSave').implement({
  description: 'What somebody typed into a draft and could not save, because somebody else had changed the same.',
  fields: (t) => ({
    id: t.exposeID('id'),
    refusedAt: t.expose('refusedAt', { type: 'DateTime' }),
    person: t.field({ type: PersonType, nullable: true, resolve: ({ name, demo }) => (name === null ? null : { name, demo }) }),
    mine: t.exposeBoolean('mine', { description: 'You typed it.' }),
    settled: t.boolean({ description: 'It was saved after all, or put aside.', resolve: (refused) => refused.settledAt !== null }),
    clashes: t.field({
      type: [ClashType],
      description: 'The places that both had changed, as far as you may see them.',
      resolve: (refused, _args, { viewer }) => shownClashes(refused.draft, refused, viewer),
    }),
  }),
});
type DraftFile = { hash: string; name: string; type: string; size: number; picture: boolean };
const DraftFileType = builder.objectRef<DraftFile>('DraftFile').implement({
  description: 'A file that a draft names.',
  fields: (t) => ({
    hash: t.exposeString('hash', { description: 'As the content names it.' }),
    url: t.string({ resolve: ({ hash }) => `/files/${hash}` }),
    name: t.exposeString('name', { description: 'As it was uploaded.' }),
    mediaType: t.exposeString('type', { description: 'Found from its content.' }),
    size: t.exposeInt('size', { description: 'In bytes.' }),
    picture: t.exposeBoolean('picture', { description: 'It can be shown in a page.' }),
  }),
});
const filesOfDraft = batch(async ({ reads, viewer }, drafts: readonly DraftRow[]): Promise<DraftFile[][]> => {
  const named = drafts.map((draft) => filesIn(viewOf(draft, viewer).content));
  if (named.every((hashes) => hashes.length === 0)) return drafts.map(() => []);
  const rows = await reads.rows(sql<DraftFile & { draftId: string | null; recordId: string | null }>`
    SELECT draft_id AS "draftId", record_id AS "recordId", hash, name, type, size, picture FROM file
    WHERE hash = ANY (${[...new Set(named.flat())]}) AND (draft_id = ANY (${drafts.map(({ id }) => id)}::uuid[]) OR record_id = ANY (${drafts.flatMap(({ recordId }) => recordId ?? [])}::uuid[]))`);
  return drafts.map((draft, index) =>
    (named[index] ?? []).flatMap((hash) => rows.find((row) => row.hash === hash && (row.draftId === draft.id || row.recordId === draft.recordId)) ?? []),
  );
});

type AlsoWriting = { draftId: string; name: string; demo: boolean; savedAt: Date | string };
const AlsoWritingType = builder.objectRef<AlsoWriting>('AlsoWriting').implement({
  description: 'Somebody else who is writing on a draft.',
  fields: (t) => ({
    person: t.field({ type: PersonType, resolve: ({ name, demo }) => ({ name, demo }) }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When they saved last.' }),
  }),
});
/** In minutes: who saved within them is taken to be still writing. */
const WRITING = 15;
const alsoWriting = batch(async ({ reads, user }, ids: readonly string[]): Promise<AlsoWriting[][]> => {
  const rows = await reads.rows(sql<AlsoWriting>`
    SELECT s.draft_id AS "draftId", p.name, p.demo, max(s.saved_at) AS "savedAt" FROM draft_save s JOIN person p ON p.id = s.saved_by AND p.erased_at IS NULL
    WHERE s.draft_id = ANY (${ids as string[]}::uuid[]) AND s.saved_at > now() - make_interval(mins => ${WRITING}) AND s.saved_by <> ${user?.id ?? null}::uuid
    GROUP BY s.draft_id, p.id, p.name, p.demo ORDER BY 4 DESC`);
  return ids.map((id) => rows.filter(({ draftId }) => draftId === id));
});

DraftType.implement({
  description: 'A proposed version of a record, beside the live one.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: KindEnum }),
    title: t.string({ resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).title }),
    url: t.string({ resolve: (draft) => `/drafts/${draft.id}` }),
    state: t.expose('state', { type: DraftStateEnum }),
    content: t.field({
      type: 'JSON',
      description: 'As far as you may see it; sections for others are kept when you save.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).content,
    }),
    preview: t.field({
      type: RecordInterface,
      nullable: true,
      description: 'The record as it would be read; null while something is missing or wrong.',
      resolve: (draft, _args, context) => previewOf(context, draft),
    }),
    sinceReturned: t.field({
      type: [DifferenceType],
      nullable: true,
      description: 'What changed since the submission before came back; null where there was none.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).sinceReturned,
    }),
    namesakes: t.field({
      type: [RecordInterface],
      description: 'Entries that have its name already, in whatever spelling or as another of their names; of a project or vendor.',
      resolve: async (draft, _args, { reads, viewer, records }) => {
        if (draft.state === 'LIVE' || draft.state === 'WITHDRAWN' || !viewOf(draft, viewer).open) return [];
        const found = await namesakesOf(reads, viewer, draft);
        return (await Promise.all(found.map(({ id }) => records.load(id)))).filter((one) => one !== null);
      },
    }),
    files: t.field({
      type: [DraftFileType],
      description: 'The files that what you see of it names.',
      resolve: (draft, _args, context) => filesOfDraft(context, draft),
    }),
    sources: t.field({
      type: 'JSON',
      description: 'New sources, published together with it; those of what you may see.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).sources,
    }),
    reason: t.string({
      description: 'What changed and why; empty where the draft changes something that you may not see.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).reason,
    }),
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
    writers: t.field({
      type: [PersonType],
      description: 'Who wrote on it: the author first, then whoever else saved or submitted it.',
      resolve: async (draft, _args, context) => {
        const others = await Promise.all(draft.editors.filter((id) => id !== draft.authorId).map((id) => personOf(context, id)));
        return [{ name: draft.authorName, demo: draft.authorDemo }, ...others.filter((one) => one !== null)];
      },
    }),
    organizationSlug: t.exposeString('organizationSlug', { nullable: true }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    record: t.field({
      type: RecordInterface,
      nullable: true,
      description: 'The live record.',
      resolve: (draft, _args, { records }) => (draft.recordId ? records.load(draft.recordId) : null),
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The content of the version it started from.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).before,
    }),
    differences: t.field({
      type: [DifferenceType],
      description: 'From the version it started from, field by field.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).differences,
    }),
    faults: t.field({
      type: [FieldFaultType],
      description: 'What is still missing or wrong before it can be submitted.',
      resolve: async (draft, _args, context) => faultsOfDraft(context, draft),
    }),
    reviews: t.field({
      type: [ReviewType],
      description: 'Newest submission first.',
      resolve: async (draft, _args, context) => (await reviewsOfDraft(context, draft.id)).map((review) => ({ ...review, draft })),
    }),
    comments: t.field({
      type: [CommentType],
      description: 'On what you may see.',
      resolve: async (draft, _args, context) =>
        (await commentsOfDraft(context, draft.id)).filter((remark) => viewOf(draft, context.viewer).seesRemark(remark, context.user?.id)),
    }),
    partlyHidden: t.boolean({
      description: 'It changes something that is not yours to see: its reason, and what is said of it as a whole, are hidden too.',
      resolve: (draft, _args, { viewer }) => viewOf(draft, viewer).changesHidden,
    }),
    saves: t.field({
      type: [SaveType],
      description: 'Earlier saves, newest first, for those who write on the draft; saves of one open form right after one another are one. At most 50.',
      args: { edits: t.arg.int({ required: false, description: 'Only this one.' }) },
      resolve: async (draft, { edits }, { reads }) => (draft.writes ? (await listSaves(reads, draft, edits ?? null)).map((save) => ({ ...save, draft })) : []),
    }),
    alsoWriting: t.field({
      type: [AlsoWritingType],
      description: 'Others who saved it within the last quarter of an hour, last one first, for those who write on it.',
      resolve: async (draft, _args, context) => (draft.writes && context.user ? alsoWriting(context, draft.id) : []),
    }),
    refusedSaves: t.field({
      type: [RefusedSaveType],
      description: 'Saves that were refused because two people had changed the same, newest first, for those who write on the draft. At most 50.',
      resolve: async (draft, _args, { reads, user }) =>
        draft.writes && user ? (await listRefused(reads, draft, user)).map((refused) => ({ ...refused, draft })) : [],
    }),
    arrival: t.string({
      nullable: true,
      description:
        'How a save of one open page of yours was answered, which may have been left before it was told: SAVED, REFUSED, or null where none has arrived.',
      args: { writer: t.arg.string({ required: true }), turn: t.arg.float({ required: true }) },
      resolve: (draft, { writer, turn }, { services, user }) => (user ? arrivalOf(services.db, draft.id, user, writer.slice(0, 100), turn) : null),
    }),
    deviceKey: t.string({
      nullable: true,
      description:
        'With this a browser closes what you typed and could not save until it is saved: 32 bytes in Base64, the same for you and this draft, nobody else gets it.',
      resolve: (draft, _args, { services, user }) =>
        user ? createHmac('sha256', services.accounts.settings.secret).update(`typed\n${user.id}\n${draft.id}`).digest('base64') : null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    submittedAt: t.field({ type: 'DateTime', nullable: true, resolve: (draft) => draft.submittedAt }),
    viewerCanWrite: t.boolean({
      description: 'Save, submit, withdraw.',
      resolve: (draft) => draft.writes && draft.state !== 'LIVE' && draft.state !== 'WITHDRAWN',
    }),
    viewerCanTakeUp: t.boolean({
      description: 'Go on with it after it was given up.',
      resolve: (draft) => draft.writes && draft.state === 'WITHDRAWN',
    }),
  }),
});

import { sql } from 'kysely';
import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import { canOversee } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { holds, type User } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { batch } from '../records/batch.ts';
import type { Reader } from '../records/query-batch.ts';
import { KindEnum, RecordInterface } from '../records/record.ts';
import { type DraftRow, findDraft, listDrafts, type ReviewRow, reviewsOf, waitingFor, writtenBy } from './draft.ts';
import { viewOf } from './redaction.ts';
import { type Similar, similarEntries } from './similar.ts';
import { ReasonEnum } from './suggest.ts';
import { DraftType, ReviewType } from './types.ts';

builder.queryField('draft', (t) =>
  t.field({
    type: DraftType,
    nullable: true,
    description: 'A draft that you write on or are asked about.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { reads, user }) => findDraft(reads, user, String(id)),
  }),
);

/** What may be asked of a draft that was read without its contents. */
const headFields = new Set(
  'id title url kind state reason edits round basedOn outdated restores publishedVersion createdAt updatedAt submittedAt author organizationSlug organizationName record viewerCanWrite viewerCanTakeUp reviews __typename'.split(
    ' ',
  ),
);
/** Whether a query asks no more of its drafts, wherever they stand in it. */
function asksForHeads(info: GraphQLResolveInfo): boolean {
  const within = ({ fieldsByTypeName }: Pick<ResolveTree, 'fieldsByTypeName'>): boolean =>
    Object.entries(fieldsByTypeName).every(([type, fields]) =>
      Object.values(fields).every((field) => (type !== 'Draft' || headFields.has(field.name)) && (type === 'Record' || within(field))),
    );
  return within(parseResolveInfo(info) as ResolveTree);
}

const Work = builder.objectRef<User>('MyWork').implement({
  description: 'What you write and what waits for you.',
  fields: (t) => ({
    drafts: t.field({
      type: [DraftType],
      description: 'Those of the organizations you write for, last changed first.',
      resolve: (user, _args, { reads }, info) => listDrafts(reads, user, writtenBy(user), { heads: asksForHeads(info) }),
    }),
    toReview: t.field({
      type: [ReviewType],
      description: 'What your organizations are asked about, oldest first.',
      resolve: (user, _args, { reads }, info) => pending(reads, user, false, asksForHeads(info)),
    }),
    escalated: t.field({
      type: [ReviewType],
      nullable: true,
      description: 'What organizations have not answered for seven days, for the secretariat; null for others.',
      resolve: (user, _args, { reads }, info) => (holds(user, 'SECRETARIAT') ? pending(reads, user, true, asksForHeads(info)) : null),
    }),
  }),
});
builder.queryField('myWork', (t) => t.field({ type: Work, resolve: (_root, _args, context) => signedIn(context) }));

/** The drafts of a record that are not over, read together for all records of an answer. */
const openDraftsOf = batch(
  async ({ reads, user }, asked: readonly { id: string; heads: boolean }[]): Promise<DraftRow[][]> => {
    const ids = asked.map(({ id }) => id);
    const drafts = user
      ? await listDrafts(reads, user, sql`d.record_id = ANY (${ids}::uuid[]) AND d.state IN ('DRAFT', 'RETURNED', 'SUBMITTED') AND ${writtenBy(user)}`, {
          heads: asked.every(({ heads }) => heads),
        })
      : [];
    const byRecord = Map.groupBy(drafts, ({ recordId }) => recordId);
    return ids.map((id) => byRecord.get(id) ?? []);
  },
  ({ id }) => id,
);
builder.interfaceField(RecordInterface, 'openDrafts', (t) =>
  t.field({
    type: [DraftType],
    description: 'Drafts of it that you write on and that are not over, last changed first; none for who is not signed in.',
    resolve: (row, _args, context, info) => openDraftsOf(context, { id: row.id, heads: asksForHeads(info) }),
  }),
);

/** The reviews that wait for a person, oldest first, each with its draft. */
async function pending(reader: Reader, user: User, overdue: boolean, heads: boolean): Promise<(ReviewRow & { draft: DraftRow })[]> {
  const waiting = waitingFor(user, { overdue });
  const drafts = await listDrafts(reader, user, sql`EXISTS (SELECT FROM review v WHERE v.draft_id = d.id AND ${waiting})`, { heads });
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  if (byId.size === 0) return [];
  return (await reviewsOf(reader, [...byId.keys()], waiting))
    .map((review) => ({ ...review, draft: byId.get(review.draftId) as DraftRow }))
    .sort((a, b) => new Date(a.createdAt).getTime() - new Date(b.createdAt).getTime());
}
builder.queryField('reviews', (t) =>
  t.field({
    type: [ReviewType],
    description: 'Reviews that wait: of your organizations, or with `escalated` those unanswered for seven days, for the secretariat.',
    args: { escalated: t.arg.boolean({ required: false }) },
    resolve: async (_root, { escalated }, context, info) => {
      const user = signedIn(context);
      if (escalated && !canOversee(user)) throw forbidden('ONLY_UNANSWERED_READERS');
      return pending(context.reads, user, escalated ?? false, asksForHeads(info));
    },
  }),
);

const ContactOf = builder.objectRef<Similar['contacts'][number]>('SimilarContact').implement({
  description: 'Whom to write to about a record like the one being written.',
  fields: (t) => ({ name: t.exposeString('name'), role: t.exposeString('role', { nullable: true }), email: t.exposeString('email') }),
});
const SimilarType = builder.objectRef<Similar>('AlreadyDoing').implement({
  description: 'A live record like the one being written.',
  fields: (t) => ({
    record: t.field({ type: RecordInterface, resolve: (similar) => similar.record }),
    reasons: t.stringList({ description: 'The words that both have.', resolve: (similar) => similar.reasons }),
    contacts: t.field({ type: [ContactOf], description: 'Whom to write to, where you may see it.', resolve: (similar) => similar.contacts }),
    sameName: t.field({
      type: ReasonEnum,
      nullable: true,
      description: 'Of a vendor that has the name of what is being written, how: it may be the same one.',
      resolve: (similar) => similar.named?.reason ?? null,
    }),
    name: t.string({ nullable: true, description: 'That name of it.', resolve: (similar) => similar.named?.name ?? null }),
  }),
});
type Asked = { title: string; summary?: string | null; kind?: Similar['record']['kind'] | null };
const similarTo = (context: Context, { title, summary, kind }: Asked) =>
  similarEntries(context, {
    title: title.replace(/\p{Cc}/gu, ' ').slice(0, 300),
    summary: (summary ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 4000),
    kind: kind ?? null,
  });
builder.queryField('similarEntries', (t) =>
  t.field({
    type: [SimilarType],
    description:
      'Who is already doing this? Live projects and lessons like the one being written, at most six; of a vendor first those that have its name in another spelling.',
    args: { title: t.arg.string({ required: true }), summary: t.arg.string({ required: false }), kind: t.arg({ type: KindEnum, required: false }) },
    resolve: (_root, args, context) => similarTo(context, args),
  }),
);
builder.queryField('whoIsDoingThis', (t) =>
  t.field({
    type: [SimilarType],
    deprecationReason: 'Use `similarEntries`. Removed with the next release.',
    args: { title: t.arg.string({ required: true }), summary: t.arg.string({ required: false }), kind: t.arg({ type: KindEnum, required: false }) },
    resolve: (_root, args, context) => similarTo(context, args),
  }),
);
builder.objectField(DraftType, 'similar', (t) =>
  t.field({
    type: [SimilarType],
    description: 'Who is already doing this: live records like it, the record itself left out.',
    resolve: async (draft, _args, context) => {
      const content = viewOf(draft, context.viewer).content as {
        title?: unknown;
        name?: unknown;
        summary?: { text?: unknown };
        whatHappened?: { text?: unknown };
      };
      const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ') : '');
      const summary = text(content.summary?.text ?? content.whatHappened?.text).slice(0, 4000);
      return (
        await similarEntries(context, { title: text(content.title ?? content.name).slice(0, 300), summary, kind: draft.kind === 'VENDOR' ? 'VENDOR' : null })
      ).filter((one) => one.record.id !== draft.recordId);
    },
  }),
);

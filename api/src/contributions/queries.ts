import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { canOversee } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import type { User } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';
import { KindEnum, RecordInterface } from '../records/record.ts';
import { type DraftRow, findDraft, listDrafts, type ReviewRow, reviewsOf, waitingFor, writtenBy } from './draft.ts';
import { viewOf } from './redaction.ts';
import { type Similar, whoIsDoingThis } from './similar.ts';
import { DraftType, ReviewType } from './types.ts';

builder.queryField('draft', (t) =>
  t.field({
    type: DraftType,
    nullable: true,
    description: 'A draft that you write on or are asked about.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, user }) => findDraft(services.db, user, String(id)),
  }),
);

const Work = builder.objectRef<{ drafts: DraftRow[] }>('MyWork').implement({
  description: 'What you write and what waits for you.',
  fields: (t) => ({
    drafts: t.field({
      type: [DraftType],
      description: 'Those of the organizations you write for, last changed first.',
      resolve: (work) => work.drafts,
    }),
    toReview: t.field({
      type: [ReviewType],
      description: 'What your organizations are asked about, oldest first.',
      resolve: async (_work, _args, context) => pending(context.services.db, signedIn(context), false),
    }),
  }),
});
builder.queryField('myWork', (t) =>
  t.field({
    type: Work,
    resolve: async (_root, _args, context) => {
      const user = signedIn(context);
      return { drafts: await listDrafts(context.services.db, user, writtenBy(user)) };
    },
  }),
);

/** The reviews that wait for a person, oldest first, each with its draft. */
async function pending(db: Database, user: User, overdue: boolean): Promise<(ReviewRow & { draft: DraftRow })[]> {
  const waiting = waitingFor(user, { overdue });
  const drafts = await listDrafts(db, user, sql`EXISTS (SELECT FROM review v WHERE v.draft_id = d.id AND ${waiting})`);
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return (await reviewsOf(db, [...byId.keys()], waiting))
    .map((review) => ({ ...review, draft: byId.get(review.draftId) as DraftRow }))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
builder.queryField('reviews', (t) =>
  t.field({
    type: [ReviewType],
    description: 'Reviews that wait: of your organizations, or with `escalated` those unanswered for seven days, for the secretariat.',
    args: { escalated: t.arg.boolean({ required: false }) },
    resolve: async (_root, { escalated }, context) => {
      const user = signedIn(context);
      if (escalated && !canOversee(user)) throw forbidden('ONLY_UNANSWERED_READERS');
      return pending(context.services.db, user, escalated ?? false);
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
  }),
});
builder.queryField('whoIsDoingThis', (t) =>
  t.field({
    type: [SimilarType],
    description: 'Who is already doing this? Live projects and lessons like the one being written, at most six.',
    args: { title: t.arg.string({ required: true }), summary: t.arg.string({ required: false }), kind: t.arg({ type: KindEnum, required: false }) },
    resolve: (_root, { title, summary, kind }, context) =>
      whoIsDoingThis(context, {
        title: title.replace(/\p{Cc}/gu, ' ').slice(0, 300),
        summary: (summary ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 4000),
        kind: kind ?? null,
      }),
  }),
);
builder.objectField(DraftType, 'similar', (t) =>
  t.field({
    type: [SimilarType],
    description: 'Who is already doing this: live records like it, the record itself left out.',
    resolve: async (draft, _args, context) => {
      const content = viewOf(draft, context.viewer).content as { title?: unknown; summary?: { text?: unknown }; whatHappened?: { text?: unknown } };
      const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ') : '');
      const summary = text(content.summary?.text ?? content.whatHappened?.text).slice(0, 4000);
      return (await whoIsDoingThis(context, { title: text(content.title).slice(0, 300), summary })).filter((one) => one.record.id !== draft.recordId);
    },
  }),
);

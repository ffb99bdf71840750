import { mailText } from '#i18n/mail.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sql } from 'kysely';
import { keepHidden, keepSections } from '#prisma/content/audience.ts';
import { knownIn, knownInDraft } from '#prisma/content/known.ts';
import { lift, shaped } from '#prisma/content/shape.ts';
import { turningSign } from '#prisma/content/text.ts';
import { understood, understoodSource } from '#prisma/content/understood.ts';
import type { Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf } from '#prisma/hash.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { ownedBy, seesAudience, shownRecords } from '../records/policy.ts';
import { askedOf, askReviewers } from './asked.ts';
import { boundFaults } from './bounds.ts';
import { type Content, type DraftRow, findDraft } from './draft.ts';
import { keyed } from './keyed.ts';
import { draftAddress, mailAboutDraft } from './mails.ts';
import { type Clash, merge } from './merge.ts';
import { canContribute, canEditRecord, canWriteFor, isWritable, type WritableKind } from './policy.ts';
import { ownerRecords } from './publish.ts';
import { viewOf } from './redaction.ts';
import { keepRefused, settleRefused } from './refused-saves.ts';
import { keepSave, lastOf, type Saved, savedAs, savedContent } from './saves.ts';
import { acceptable, checkContent } from './validate.ts';

/**
 * A save or submission that named an older state of the draft and could not be brought together with the newer one:
 * nothing is changed, both versions are there.
 */
export class Stale {
  readonly draft: DraftRow;
  /** What was sent, with what others changed elsewhere. */
  readonly yours: Content;
  readonly sources: Content[];
  /** The places that both changed, by their names in the form; empty where the whole was refused. */
  readonly clashes: readonly Clash[];
  constructor(draft: DraftRow, yours: Content, clashes: readonly Clash[] = [], sources: Content[] = draft.sources) {
    this.draft = draft;
    this.yours = yours;
    this.sources = sources;
    this.clashes = clashes;
  }
}

export type SaveInput = {
  id?: string | null;
  kind?: RecordKind | null;
  slug?: string | null;
  organization?: string | null;
  content?: unknown;
  sources?: unknown;
  reason?: string | null;
  /** The draft's `edits` when the writer opened it. */
  edits?: number | null;
  key?: string | null;
  /** Names the writer's open page, the same for all its saves: each goes on from the one before. */
  writer?: string | null;
  /** Grows from save to save of a `writer`; one that arrives after a later one changes nothing. */
  turn?: number | null;
  /** The `writer` of a refused save that this one answers, with both texts before the writer's eyes. */
  answers?: string | null;
  /** false: refuse a save for which content or sources were changed since, instead of bringing both together. */
  merge?: boolean | null;
};

const REASON_MAX = 2000;
const reasonFaults = (reason: string | null | undefined): FieldFault[] =>
  (reason ?? '').length > REASON_MAX
    ? [fault('reason', 'TOO_LONG', { max: REASON_MAX })]
    : turningSign(reason ?? '') !== null
      ? [fault('reason', 'TURNING')]
      : [];
const sourcesOf = (sources: unknown): Content[] | null =>
  sources === undefined || sources === null
    ? []
    : Array.isArray(sources) && sources.length <= 50 && sources.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
      ? (sources as Content[]).map(understoodSource)
      : null;

/** What people write is of today's shape; the fields that they do not choose are as the live record has them. */
function fixedFields(kind: RecordKind, content: Content, live: Content | null): Content {
  const { sourceKey: _k, slug: _s, position: _p, ...rest } = shaped(kind, content);
  if (!live) return 'origin' in rest || 'stages' in rest ? { ...rest, origin: 'CONTRIBUTED' } : rest;
  return {
    ...rest,
    slug: live['slug'],
    position: live['position'],
    ...(live['sourceKey'] ? { sourceKey: live['sourceKey'] } : {}),
    ...(live['origin'] ? { origin: live['origin'] } : {}),
  };
}

const writerOrganization = (user: User, wanted: string | null | undefined, owners: readonly { id: string }[]) => {
  const own = user.memberships.filter((one) => one.organizationId && (one.role === 'FOCAL_POINT' || one.role === 'PUBLISHER'));
  if (wanted) return own.find((one) => one.organizationSlug === wanted || one.organizationName === wanted) ?? null;
  return own.find((one) => owners.some(({ id }) => id === one.organizationId)) ?? own[0] ?? null;
};

/** Begins a draft: of a record as it is live, or of a new one. */
async function begin(trx: Trx, context: Context, user: User, input: SaveInput): Promise<string | ValidationError> {
  if (!input.kind || !isWritable(input.kind)) return refuse('kind', 'KIND_WRITABLE');
  const kind: WritableKind = input.kind;
  if (!canContribute(user)) throw forbidden('ONLY_WRITERS');
  let live: { id: string; version: number; content: Content; owned: boolean } | null = null;
  let owners: Awaited<ReturnType<typeof ownerRecords>> = [];
  if (input.slug) {
    const { rows } = await sql<{ id: string; version: number; content: Content; owned: boolean }>`
      SELECT r.id, r.version, r.content, ${ownedBy(context.viewer)} AS owned FROM record r WHERE r.kind = ${kind}::record_kind AND r.slug = ${input.slug} AND r.archived_at IS NULL AND ${shownRecords(context.viewer)}`.execute(
      trx,
    );
    live = rows[0] ? { ...rows[0], content: lift(kind, rows[0].content) } : null;
    if (!live) return refuse('slug', 'NO_RECORD_OPEN');
    owners = await ownerRecords(trx, kind, live.content);
    if (
      !canEditRecord(
        user,
        kind,
        owners.map((owner) => owner.slug),
      )
    )
      throw forbidden('ONLY_OWNERS_WRITE');
  }
  const membership = writerOrganization(user, input.organization, owners);
  if (input.organization && !membership) {
    if (!canWriteFor(user, input.organization)) throw forbidden('NOT_YOUR_ORGANIZATION', { organization: input.organization.slice(0, 80) });
  }
  const organization =
    membership?.organizationId ??
    (input.organization
      ? ((await trx.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', input.organization).executeTakeFirst())?.id ?? null)
      : null);
  if (input.key) {
    const same = await trx.selectFrom('draft').select('id').where('authorId', '=', user.id).where('creationKey', '=', input.key).executeTakeFirst();
    if (same) return same.id;
  }
  const given = input.content ? understood(kind, input.content as Content) : (live?.content ?? {});
  const sees = live ? seesAudience(context.viewer, live.owned) : () => true;
  const content = fixedFields(kind, live ? (input.content ? keepHidden(kind, live.content, given, sees) : live.content) : given, live?.content ?? null);
  const sources = sourcesOf(input.sources);
  const row = await trx
    .insertInto('draft')
    .values({
      recordId: live?.id ?? null,
      kind,
      content: JSON.stringify(content),
      sources: JSON.stringify(sources ?? []),
      reason: input.reason ?? '',
      basedOn: live?.version ?? 0,
      authorId: user.id,
      organizationId: organization,
      editors: [user.id],
      creationKey: input.key ?? null,
    })
    .onConflict((conflict) => conflict.columns(['authorId', 'creationKey']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return (
    row?.id ??
    (
      await trx
        .selectFrom('draft')
        .select('id')
        .where('authorId', '=', user.id)
        .where('creationKey', '=', input.key ?? '')
        .executeTakeFirstOrThrow()
    ).id
  );
}

/**
 * Saves a draft as it is, complete or not. Without `id` it begins one: of the live record when `slug` names it, otherwise
 * of a new record. A save that was made from an older state is brought together with what was saved since, field by field;
 * only where both changed the same place it is refused, with both texts.
 */
export async function saveDraft(context: Context, user: User, input: SaveInput): Promise<DraftRow | ValidationError | Stale> {
  const faults = [
    ...(input.content === undefined || input.content === null ? [] : acceptable(input.content)),
    ...boundFaults(input.sources ?? [], 'sources'),
    ...reasonFaults(input.reason),
  ];
  if (sourcesOf(input.sources) === null) faults.push(fault('sources', 'SOURCES', { max: 50 }));
  for (const name of ['key', 'writer', 'answers'] as const) if ((input[name] ?? '').length > 100) faults.push(fault(name, 'KEY_LONG', { max: 100 }));
  if (faults.length > 0) return new ValidationError(faults);
  const { key, ...sent } = input;
  const content = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined && value !== null));
  return keyed<Stale>(context, user, { mutation: 'saveDraft', key, content }, async (trx) => {
    if (!input.id) {
      const begun = await begin(trx, context, user, input);
      if (begun instanceof ValidationError) return begun;
      await keepSave(trx, begun, user.id);
      return (await findDraft(trx, user, begun)) ?? refuse('id', 'DRAFT_GONE');
    }
    const draft = await findDraft(trx, user, input.id, { lock: true });
    if (!draft) return refuse('id', 'NO_DRAFT');
    if (!draft.writes) throw forbidden('ONLY_DRAFT_WRITERS');
    if (!viewOf(draft, context.viewer).open) throw forbidden('ONLY_OWNERS_DRAFT');
    const last = input.writer ? await lastOf(trx, draft, user.id, input.writer) : null;
    if (last && typeof input.turn === 'number' && input.turn <= last.turn) return draft;
    const sent = sentTo(draft, context, input);
    const current = input.edits === draft.edits || last?.edits === draft.edits;
    let saved = sent;
    if (!current || last?.sent) {
      const base = last && last.edits >= (input.edits ?? 0) ? (last.sent ?? last.saved) : await savedAs(trx, draft, input.edits ?? 0);
      const now = seenOf(draft, context, draft);
      const merged = merge(base && seenOf(draft, context, base), sent, now, knownInDraft(draft.kind));
      const stands = input.merge !== false || (base !== null && textOf(base) === textOf(draft));
      if (hashOf(merged.value) !== hashOf(now) && !open(draft)) return closed(draft);
      if (merged.clashes.length > 0 || !stands) {
        const clashes = clashesOf(merged.clashes);
        if (clashes.length > 0)
          await keepRefused(trx, draft, user.id, merged.value, clashes, { writer: input.writer ?? null, turn: input.turn ?? last?.turn ?? 0 });
        return new Stale(draft, merged.value.content, clashes, merged.value.sources);
      }
      saved = merged.value;
    }
    const content = input.content === undefined || input.content === null ? draft.content : wholeOf(draft, context, saved.content);
    const { sources, reason } = saved;
    for (const writer of [input.writer, input.answers]) if (writer) await settleRefused(trx, draft.id, user.id, writer);
    if (hashOf({ content, sources, reason }) === hashOf({ content: draft.content, sources: draft.sources, reason: draft.reason })) return draft;
    if (!open(draft)) return closed(draft);
    await trx
      .updateTable('draft')
      .set({
        content: JSON.stringify(content),
        sources: JSON.stringify(sources),
        reason,
        edits: draft.edits + 1,
        updatedAt: sql`now()`,
        editors: [...new Set([...draft.editors, user.id])],
      })
      .where('id', '=', draft.id)
      .execute();
    await keepSave(trx, draft.id, user.id, {
      writer: input.writer ?? null,
      turn: input.turn ?? last?.turn ?? 0,
      sent: input.writer && hashOf(saved) !== hashOf(sent) ? sent : null,
    });
    return (await findDraft(trx, user, draft.id)) as DraftRow;
  });
}

const textOf = ({ content, sources }: Pick<Saved, 'content' | 'sources'>) => hashOf({ content, sources });
const open = (draft: DraftRow) => draft.state === 'DRAFT' || draft.state === 'RETURNED';
const closed = (draft: DraftRow) => refuse('id', draft.state === 'SUBMITTED' ? 'DRAFT_SUBMITTED' : 'DRAFT_CLOSED');

/** What a save sends, with what it does not name as the draft has it. */
const sentTo = (draft: DraftRow, context: Context, input: SaveInput): Saved => ({
  content: input.content ? understood(draft.kind, input.content as Content) : viewOf(draft, context.viewer).content,
  sources: input.sources ? (sourcesOf(input.sources) ?? []) : draft.sources,
  reason: input.reason ?? draft.reason,
});
/** An earlier or the present state of a draft as the writer may see it now. */
const seenOf = (draft: DraftRow, context: Context, { content, sources, reason }: Saved): Saved => ({
  content: savedContent(draft, content, context.viewer),
  sources,
  reason,
});
/** The whole content of a draft after a writer's save: what the writer does not see stays as it is. */
function wholeOf(draft: DraftRow, context: Context, given: Content): Content {
  return fixedFields(draft.kind, keepSections(draft.kind, draft.content, given, viewOf(draft, context.viewer).hidden), draft.liveContent);
}
/** Clashes by their names in the form, where the fields of the content have no word before them. */
const clashesOf = (clashes: readonly Clash[]): Clash[] => clashes.map((clash) => ({ ...clash, path: clash.path.replace(/^content\./, '') }));

/** A draft that its record's owners are asked about; the same `key` or an already submitted draft does nothing again. */
export async function submitDraft(
  context: Context,
  user: User,
  { id, edits, key }: { id: string; edits: number; key?: string | null },
): Promise<DraftRow | ValidationError | Stale> {
  const { baseUrl } = context.services.accounts.settings;
  return keyed<Stale>(context, user, { mutation: 'submitDraft', key, content: { id, edits } }, async (trx) => {
    const draft = await findDraft(trx, user, id, { lock: true });
    if (!draft) return refuse('id', 'NO_DRAFT');
    if (!draft.writes) throw forbidden('ONLY_DRAFT_SUBMITTERS');
    if (draft.state === 'SUBMITTED' || (key && draft.submissionKey === key)) return draft;
    if (draft.state !== 'DRAFT' && draft.state !== 'RETURNED') return refuse('id', 'DRAFT_CLOSED');
    if (edits !== draft.edits) return new Stale(draft, viewOf(draft, context.viewer).content);
    if (draft.recordId && draft.liveVersion !== draft.basedOn) return refuse('basedOn', 'OUTDATED');
    const checked = await checkContent(trx, draft, { viewer: context.viewer, baseUrl });
    if (!checked.content) return new ValidationError(viewOf(draft, context.viewer).faults(checked.faults));
    if (draft.liveContent && hashOf(checked.content) === hashOf(draft.liveContent)) return refuse('content', 'NOTHING_DIFFERS');
    const asked = await askedOf(trx, draft.kind, draft.liveContent, checked.content);
    const round = draft.round + 1;
    await trx.updateTable('review').set({ state: 'CLOSED' }).where('draftId', '=', draft.id).where('state', '=', 'PENDING').execute();
    await trx
      .updateTable('draft')
      .set({
        content: JSON.stringify(checked.content),
        sources: JSON.stringify(checked.sources),
        // What came back, for who looks at it again.
        lastSubmitted: sql`coalesce(submitted, last_submitted)`,
        submitted: JSON.stringify({ content: checked.content, sources: checked.sources, reason: draft.reason, basedOn: draft.basedOn }),
        state: 'SUBMITTED',
        round,
        submissionKey: key ?? null,
        submittedAt: sql`now()`,
        updatedAt: sql`now()`,
        // Who submits it stands for what it says: a second person decides.
        editors: [...new Set([...draft.editors, user.id])],
      })
      .where('id', '=', draft.id)
      .execute();
    await askReviewers(trx, baseUrl, { ...draft, round }, asked, user);
    return (await findDraft(trx, user, draft.id)) as DraftRow;
  });
}

/** Takes a draft back: it can be changed and submitted again, or left. Reviewers who were asked are told. */
export async function withdrawDraft(context: Context, user: User, { id, discard }: { id: string; discard: boolean }): Promise<DraftRow | ValidationError> {
  return context.services.db.transaction().execute(async (trx) => {
    const draft = await findDraft(trx, user, id, { lock: true });
    if (!draft) return refuse('id', 'NO_DRAFT');
    if (!draft.writes) throw forbidden('ONLY_DRAFT_WITHDRAWERS');
    const state = discard ? 'WITHDRAWN' : 'DRAFT';
    if (draft.state === state) return draft;
    if (draft.state === 'LIVE' || draft.state === 'WITHDRAWN') return refuse('id', 'DRAFT_OVER');
    await trx.updateTable('review').set({ state: 'CLOSED' }).where('draftId', '=', draft.id).where('state', '=', 'PENDING').execute();
    await trx.updateTable('draft').set({ state, submitted: null, updatedAt: sql`now()` }).where('id', '=', draft.id).execute();
    return (await findDraft(trx, user, draft.id)) as DraftRow;
  });
}

/**
 * Brings a draft up to the live version: fields and items of lists that the draft did not touch become as they are live,
 * those it changed stay. Fields changed on both sides are for the writer to look at: the differences from the live version show them.
 */
export async function rebaseDraft(context: Context, user: User, id: string): Promise<DraftRow | ValidationError> {
  return context.services.db.transaction().execute(async (trx) => {
    const draft = await findDraft(trx, user, id, { lock: true });
    if (!draft) return refuse('id', 'NO_DRAFT');
    if (!draft.writes) throw forbidden('ONLY_DRAFT_WRITERS');
    if (draft.state !== 'DRAFT' && draft.state !== 'RETURNED') return refuse('id', 'DRAFT_TO_WITHDRAW');
    if (!draft.recordId || !draft.liveContent || draft.liveVersion === draft.basedOn) return draft;
    const base = await trx
      .selectFrom('revision')
      .select('content')
      .where('recordId', '=', draft.recordId)
      .where('number', '=', draft.basedOn)
      .executeTakeFirst();
    const live = draft.liveContent;
    const content = merge(lift(draft.kind, (base?.content ?? {}) as Content, { complete: base !== undefined }), draft.content, live, knownIn(draft.kind)).value;
    await trx
      .updateTable('draft')
      .set({
        content: JSON.stringify(fixedFields(draft.kind, content, live)),
        basedOn: draft.liveVersion as number,
        edits: draft.edits + 1,
        updatedAt: sql`now()`,
        editors: [...new Set([...draft.editors, user.id])],
      })
      .where('id', '=', draft.id)
      .execute();
    await keepSave(trx, draft.id, user.id);
    return (await findDraft(trx, user, draft.id)) as DraftRow;
  });
}

/** A remark on a draft; the other side learns of it by mail. */
export async function commentOnDraft(
  context: Context,
  user: User,
  { id, field, text, key }: { id: string; field?: string | null; text: string; key?: string | null },
): Promise<DraftRow | ValidationError> {
  const said = text.trim();
  if (said === '') return refuse('text', 'SAY');
  if (said.length > 4000) return refuse('text', 'TOO_LONG', { max: 4000 });
  const { baseUrl } = context.services.accounts.settings;
  return keyed<never>(context, user, { mutation: 'comment', key, content: { id, field: field ?? null, text: said } }, async (trx) => {
    const draft = await findDraft(trx, user, id, { lock: true });
    if (!draft) return refuse('id', 'NO_DRAFT');
    const written = { authorId: user.id, field: field ?? null, about: viewOf(draft, context.viewer).about(field ?? null), internal: draft.state === 'DRAFT' };
    const row = await trx
      .insertInto('draftComment')
      .values({ ...written, about: JSON.stringify(written.about), draftId: draft.id, text: said, key: key ?? null })
      .onConflict((conflict) => conflict.columns(['authorId', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return draft;
    const { rows } = await sql<{ id: string; name: string; email: string }>`
      SELECT DISTINCT p.id, p.name, p.email FROM person p
      WHERE p.id <> ${user.id}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL AND (p.id = ${draft.authorId}::uuid OR p.id IN (SELECT author_id FROM draft_comment WHERE draft_id = ${draft.id}::uuid))`.execute(
      trx,
    );
    await mailAboutDraft(trx, draft.id, rows, `comment:${row.id}`, (view, receiver) =>
      view.seesRemark(written, receiver.id)
        ? {
            subject: mailText('remarkSubject', { title: view.title }),
            text: mailText('remark', { name: user.name, address: draftAddress(baseUrl, draft.id) }),
          }
        : null,
    );
    return draft;
  });
}

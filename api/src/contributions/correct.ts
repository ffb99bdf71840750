import type { RecordKind } from '#prisma/generated/enums.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { ValidationError, refuse } from '../errors.ts';
import { once } from '../request-key.ts';
import { findRecord } from '../records/load.ts';
import type { Content, DraftRow } from './draft.ts';
import { viewOf } from './redaction.ts';
import { withText } from './with-text.ts';
import { saveDraft, type Stale, submitDraft } from './write.ts';

const valueAt = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Content)[name] : undefined),
      content,
    );

/**
 * One text of a live record in other words, submitted at once: begins a draft, changes the one place and asks the owners,
 * of whom a second person accepts it as any other change. What is refused stays as an open draft.
 * @param request.was the text as the person saw it; where it is another by now, nothing is done
 * @throws GraphQLError FORBIDDEN for people who do not write for an owner
 */
export async function correctText(
  context: Context,
  user: User,
  {
    kind,
    slug,
    field,
    was,
    text,
    reason,
    key,
  }: { kind: RecordKind; slug: string; field: string; was: string; text: string; reason: string; key?: string | null },
): Promise<DraftRow | ValidationError | Stale> {
  const said = text.trim();
  if (said === '') return refuse('text', 'MISSING');
  if (said === was.trim()) return refuse('text', 'CORRECTION_SAME');
  if (field.length > 200) return refuse('field', 'CORRECTION_FIELD');
  const record = await findRecord(context.services.db, context.viewer, kind, { slug });
  if (!record) return refuse('slug', 'NO_RECORD_OPEN');
  const now = valueAt(record.content, field);
  if (typeof now !== 'string') return refuse('field', 'CORRECTION_FIELD');
  // Sent again with the same key, it may be live already.
  if (now !== was && now !== said) return refuse('text', 'CORRECTION_STALE');
  if (key) {
    // A key stands for this very correction from the first time on; what follows is several steps, of which each can be sent again.
    const content = { kind, slug, field, was, text, reason };
    const claimed = await context.services.db.transaction().execute((trx) =>
      once(
        trx,
        { personId: user.id, mutation: 'correctText', key, content },
        async () => true,
        (one) => one,
        (one) => one,
      ),
    );
    if (claimed instanceof ValidationError) return claimed;
  }
  const begun = await saveDraft(context, user, { kind, slug, key });
  if (!('state' in begun) || begun.state !== 'DRAFT') return begun;
  // As the person sees it, so that the place is the one that they saw; what is for others stays as it is.
  const own = viewOf(begun, context.viewer).content;
  const sent = async () => {
    if (![now, said].includes(valueAt(own, field) as string)) return refuse('text', 'CORRECTION_STALE');
    const saved = await saveDraft(context, user, { id: begun.id, content: withText(own, field, said), edits: begun.edits, reason });
    return 'state' in saved ? submitDraft(context, user, { id: saved.id, edits: saved.edits }) : saved;
  };
  const done = await sent();
  // What is refused leaves its key free, so that it can be mended and sent again.
  if (key && !('state' in done))
    await context.services.db.deleteFrom('requestKey').where('personId', '=', user.id).where('mutation', '=', 'correctText').where('key', '=', key).execute();
  return done;
}

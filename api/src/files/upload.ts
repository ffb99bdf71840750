import { isUuid } from '#prisma/uuid.ts';
import { sql } from 'kysely';
import { type Why, why } from '#i18n/fault.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { writtenBy } from '../contributions/draft.ts';
import { mayUpload } from '../contributions/policy.ts';
import { FILES_PER_DAY, FileRefused, safeName, type Stored, storeFile } from './store.ts';

/**
 * Keeps a file that a person uploads, for a draft where one is named.
 * @throws FileRefused with what to do
 */
export async function storeUpload({ db, accounts }: Services, user: User, file: File, draftId: string): Promise<Stored & { name: string }> {
  const { rows } = await sql<{ today: number; draft: string | null }>`
    SELECT (SELECT coalesce(sum(uploads), 0)::int FROM file WHERE uploaded_by = ${user.id}::uuid AND created_at > now() - interval '1 day') AS today,
      ${isUuid(draftId) ? sql`(SELECT d.id::text FROM draft d WHERE d.id = ${draftId}::uuid AND ${writtenBy(user)})` : sql`NULL`} AS draft`.execute(db);
  const draft = rows[0]?.draft ?? null;
  if (draftId && !draft) throw new FileRefused(why('FILE_DRAFT'));
  if ((rows[0]?.today ?? 0) >= FILES_PER_DAY) throw new FileRefused(why('FILE_TODAY', { max: FILES_PER_DAY }));
  const stored = await storeFile(accounts.settings, Buffer.from(await file.arrayBuffer()));
  const name = safeName(file.name, stored.type);
  // The same bytes again: the same row, counted.
  const again = await db
    .updateTable('file')
    .set({ name, uploads: sql<number>`CASE WHEN created_at > now() - interval '1 day' THEN uploads + 1 ELSE 1 END`, createdAt: sql<Date>`now()` })
    .where('uploadedBy', '=', user.id)
    .where('hash', '=', stored.hash)
    .where('draftId', 'is not distinct from', draft)
    .where('recordId', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!again)
    await db
      .insertInto('file')
      .values({ ...stored, name, uploadedBy: user.id, draftId: draft })
      .execute();
  return { ...stored, name };
}

/**
 * A form with files as its page reads it, so that one form holds both, without script too: the files are kept here, and in
 * their place stand their hashes (`upload`) and names (`upload.name`), in the same order; of those that were not kept the fault as JSON
 * (`upload.refused`) and their names (`upload.refused.name`). A form without a file passes as it came.
 */
export async function storeFormUpload(services: Services, request: Request): Promise<Request> {
  const { headers } = request;
  if (!/^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')) return request;
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  // A form with several boxes for files calls them upload.0, upload.1 and so on.
  const boxes = [...new Set([...(form?.keys() ?? [])])].filter(
    (name) => /^upload(\.\d{1,3})?$/.test(name) && form?.getAll(name).some((value) => value instanceof File),
  );
  if (!form || boxes.length === 0) return request;
  const sentFiles = boxes.flatMap((box) => form.getAll(box).flatMap((file) => (file instanceof File ? [{ box, file }] : [])));
  for (const box of boxes) form.delete(box);
  const files = sentFiles.filter(({ file }) => file.name !== '');
  const user = files.length === 0 ? null : await services.accounts.authenticate(headers);
  const draft = /^\/drafts\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1] ?? '';
  for (const { box, file } of files) {
    const refuse = (said: Why) => {
      form.append(`${box}.refused`, JSON.stringify(said));
      form.append(`${box}.refused.name`, file.name);
    };
    if (!user || !mayUpload(user)) {
      refuse(why(user ? 'FILE_ROLE' : 'FILE_SIGNED_OUT'));
      continue;
    }
    try {
      const { hash, name } = await storeUpload(services, user, file, draft);
      form.append(box, hash);
      form.append(`${box}.name`, name);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refuse(error.why);
    }
  }
  const sent = new Headers(headers);
  // The new body says its own kind and length.
  for (const name of ['content-type', 'content-length']) sent.delete(name);
  return new Request(request.url, { method: request.method, headers: sent, body: form });
}

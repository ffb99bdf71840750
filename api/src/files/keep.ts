import { sql } from 'kysely';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { writtenBy } from '../contributions/draft.ts';
import { canContribute } from '../contributions/policy.ts';
import { FILES_PER_DAY, FileRefused, safeName, type Stored, storeFile } from './store.ts';

/** The field of a form that a file is chosen in. */
const UPLOAD = 'upload';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Keeps a file that a person uploads, for a draft where one is named.
 * @throws FileRefused with what to do
 */
export async function keepUpload({ db, accounts }: Services, user: User, file: File, draftId: string): Promise<Stored & { name: string }> {
  const { rows } = await sql<{ today: number; draft: string | null }>`
    SELECT (SELECT count(*)::int FROM file WHERE uploaded_by = ${user.id}::uuid AND created_at > now() - interval '1 day') AS today,
      ${uuid.test(draftId) ? sql`(SELECT d.id::text FROM draft d WHERE d.id = ${draftId}::uuid AND ${writtenBy(user)})` : sql`NULL`} AS draft`.execute(db);
  const draft = rows[0]?.draft ?? null;
  if (draftId && !draft) throw new FileRefused('DRAFT', 'There is no such draft, or it is not yours to write.');
  if ((rows[0]?.today ?? 0) >= FILES_PER_DAY) throw new FileRefused('TODAY', `You have uploaded ${FILES_PER_DAY} files within a day. Go on tomorrow.`);
  const stored = await storeFile(accounts.settings.filesDir, Buffer.from(await file.arrayBuffer()));
  const name = safeName(file.name, stored.type);
  await db
    .insertInto('file')
    .values({ ...stored, name, uploadedBy: user.id, draftId: draft })
    .execute();
  return { ...stored, name };
}

/**
 * A form with a file as its page reads it, so that one form holds both, without script too: the file is kept here, and in
 * its place stand its hash (`upload`) and name (`upload.name`), or why it was refused (`upload.refused`). A form without
 * a file passes as it came.
 */
export async function withFileKept(services: Services, request: Request): Promise<Request> {
  const { headers } = request;
  if (!/^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')) return request;
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  const file = form?.get(UPLOAD);
  if (!form || !(file instanceof File)) return request;
  form.delete(UPLOAD);
  const user = file.name === '' ? null : await services.accounts.authenticate(headers);
  if (user && canContribute(user)) {
    try {
      const draft = /^\/drafts\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1] ?? '';
      const { hash, name } = await keepUpload(services, user, file, draft);
      form.set(UPLOAD, hash);
      form.set(`${UPLOAD}.name`, name);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      form.set(`${UPLOAD}.refused`, error.code);
    }
  }
  const sent = new Headers(headers);
  // The new body says its own kind and length.
  for (const name of ['content-type', 'content-length']) sent.delete(name);
  return new Request(request.url, { method: request.method, headers: sent, body: form });
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { canContribute } from '../contributions/policy.ts';
import { visibleDrafts } from '../contributions/draft.ts';
import { viewerOf, type User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { findRecord } from '../records/show.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { seesAsEvidence } from '../uptake/files.ts';
import { filesIn } from './claim.ts';
import { FILE_MAX, FileRefused, FILES_PER_DAY, pathOf, safeName, storeFile } from './store.ts';

type FileRow = {
  hash: string;
  name: string;
  type: string;
  picture: boolean;
  uploadedBy: string;
  recordId: string | null;
  kind: RecordKind | null;
  inDraft: boolean;
};

/** The file under a hash, where the person may see it: who uploaded it, who sees its draft, and whoever sees it in a record or as evidence. */
async function findFile({ db }: Services, user: User | null, hash: string): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`
    SELECT f.hash, f.name, f.type, f.picture, f.uploaded_by AS "uploadedBy", f.record_id AS "recordId", r.kind,
      ${user ? sql`EXISTS (SELECT FROM draft d WHERE d.id = f.draft_id AND d.state <> 'LIVE' AND ${visibleDrafts(user)})` : sql`false`} AS "inDraft"
    FROM file f LEFT JOIN record r ON r.id = f.record_id WHERE f.hash = ${hash} ORDER BY f.created_at LIMIT 50`.execute(db);
  const viewer = viewerOf(user);
  for (const row of rows) {
    if (row.inDraft || (user && row.uploadedBy === user.id)) return row;
    if (!row.recordId || !row.kind) continue;
    const record = await findRecord(db, viewer, row.kind, { id: row.recordId });
    if (record && filesIn(record.content).includes(hash)) return row;
  }
  return rows[0] && (await seesAsEvidence(db, user, hash)) ? rows[0] : null;
}

/**
 * Uploads (POST /files: multipart form with `file`, and `draft` for what it belongs to; answers JSON, or 303 to `next`) and
 * downloads (GET /files/<hash>), always as an attachment, except pictures, which were drawn anew here.
 */
export function addFiles(app: FastifyInstance, services: Services, toWebRequest: (request: FastifyRequest) => Request): void {
  const { settings } = services.accounts;
  app.post('/files', { bodyLimit: FILE_MAX + 100_000, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request, reply) => {
    const web = toWebRequest(request);
    const user = await services.accounts.authenticate(web.headers);
    if (!canContribute(user) || !user) return reply.status(user ? 403 : 401).send({ error: user ? 'Those who write entries upload files.' : 'Sign in first.' });
    const form = await web.formData().catch(() => null);
    const file = form?.get('file');
    if (!form || !(file instanceof File)) return reply.status(400).send({ error: 'Send a form with a file.', field: 'file' });
    const draftId = String(form.get('draft') ?? '');
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(draftId);
    const { rows } = await sql<{ today: number; draft: string | null }>`
      SELECT (SELECT count(*)::int FROM file WHERE uploaded_by = ${user.id}::uuid AND created_at > now() - interval '1 day') AS today,
        ${uuid ? sql`(SELECT d.id::text FROM draft d WHERE d.id = ${draftId}::uuid AND ${visibleDrafts(user)})` : sql`NULL`} AS draft`.execute(services.db);
    if (draftId && !rows[0]?.draft) return reply.status(400).send({ error: 'There is no such draft, or it is not yours to see.', field: 'draft' });
    if ((rows[0]?.today ?? 0) >= FILES_PER_DAY)
      return reply.status(429).send({ error: `You have uploaded ${FILES_PER_DAY} files within a day. Go on tomorrow.`, field: 'file' });
    const given = String(form.get('next') ?? '');
    const next = /^\/(?![/\\])/.test(given) && given.length < 500 ? given : null;
    try {
      const stored = await storeFile(settings.filesDir, Buffer.from(await file.arrayBuffer()));
      const name = safeName(file.name, stored.type);
      await services.db
        .insertInto('file')
        .values({ ...stored, name, uploadedBy: user.id, draftId: rows[0]?.draft ?? null })
        .execute();
      if (next) return reply.redirect(`${next}${next.includes('?') ? '&' : '?'}file=${stored.hash}`, 303);
      return reply.status(201).send({ file: stored.hash, name, type: stored.type, size: stored.size, picture: stored.picture, url: `/files/${stored.hash}` });
    } catch (error) {
      // A form without script comes back to its page, which says why.
      if (error instanceof FileRefused && next) return reply.redirect(`${next}${next.includes('?') ? '&' : '?'}refused=${error.code}`, 303);
      if (error instanceof FileRefused) return reply.status(400).send({ error: error.message, field: 'file' });
      throw error;
    }
  });

  app.get<{ Params: { hash: string } }>('/files/:hash', async (request, reply) => {
    const { hash } = request.params;
    const user = await services.accounts.authenticate(toWebRequest(request).headers);
    const file = /^[0-9a-f]{64}$/.test(hash) ? await findFile(services, user, hash) : null;
    const path = pathOf(settings.filesDir, hash);
    const found = file ? await stat(path).catch(() => null) : null;
    if (!file || !found) return reply.status(404).send({ error: 'There is no such file, or it is not yours to see.' });
    return reply
      .header('content-type', file.type)
      .header('content-length', found.size)
      .header('content-disposition', `${file.picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=300')
      .send(createReadStream(path));
  });
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { why } from '#i18n/fault.ts';
import { agreementDocument } from '../agreements/document.ts';
import { findDraft, visibleDrafts, writtenBy } from '../contributions/draft.ts';
import { viewOf } from '../contributions/redaction.ts';
import { viewerOf, type User } from '../accounts/user.ts';
import type { Database } from '#prisma/database.ts';
import type { Services } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { fault } from '../faults.ts';
import { findRecord } from '../records/load.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { evidenceOf } from '../uptake/files.ts';
import { filesIn } from '../contributions/attach.ts';
import { storeUpload } from './upload.ts';
import { mayUpload } from '../contributions/policy.ts';
import { bytesOf } from './bytes.ts';
import { FileRefused, safeName } from './store.ts';

type FileRow = {
  hash: string;
  name: string;
  type: string;
  picture: boolean;
  uploadedBy: string;
  recordId: string | null;
  kind: RecordKind | null;
  draftId: string | null;
  /** It belongs to nothing yet: neither to a draft or record, nor to an entry by the person who uploaded it. */
  free: boolean;
};

/** Drafts and records whose content is looked at for one file. */
const LOOKED_AT = 200;

/** Whether a person sees a file in its draft: who writes it and sees its files, and who sees it among those that were submitted. */
async function seenInDraft(db: Database, user: User, draftId: string, hash: string): Promise<boolean> {
  const draft = await findDraft(db, user, draftId);
  if (!draft || draft.state === 'LIVE') return false;
  const view = viewOf(draft, viewerOf(user));
  return view.open && !view.hidden.has('attachments') && (draft.writes || filesIn(draft.content).includes(hash));
}

/**
 * The file under a hash, where the person may see it: whoever sees its draft, sees it in the live record or as evidence. Who
 * uploaded it opens it while it belongs to nothing yet and the person still writes for somebody; afterwards what it belongs
 * to decides, so that nothing stays open that was withdrawn, archived or given up.
 */
async function findFile({ db }: Services, user: User | null, hash: string): Promise<Pick<FileRow, 'name' | 'type' | 'picture'> | null> {
  const viewer = viewerOf(user);
  // Only rows that may lead to the person, one for each record and draft: however many others there are, none hides these.
  const { rows } = await sql<FileRow>`
    SELECT * FROM (
      SELECT DISTINCT ON (f.record_id, CASE WHEN f.record_id IS NULL THEN f.draft_id END)
        f.hash, f.name, f.type, f.picture, f.uploaded_by AS "uploadedBy", f.record_id AS "recordId", f.draft_id AS "draftId", r.kind,
        f.draft_id IS NULL AND f.record_id IS NULL
          AND NOT EXISTS (SELECT FROM uptake_entry u WHERE u.evidence @> ${JSON.stringify([{ kind: 'FILE', file: hash }])}::jsonb AND u.entered_by = f.uploaded_by::text)
          AND NOT EXISTS (SELECT FROM agreement_version t WHERE t.document_file = f.hash AND t.written_by = f.uploaded_by) AS free,
        coalesce(${user ? writtenBy(user) : sql<boolean>`false`}, false) AS writes
      FROM file f LEFT JOIN record r ON r.id = f.record_id LEFT JOIN draft d ON d.id = f.draft_id
      WHERE f.hash = ${hash} AND ((r.id IS NOT NULL AND ${visibleRecords(viewer, 'r')})
        OR (d.id IS NOT NULL AND ${user ? visibleDrafts(user) : sql<boolean>`false`})
        OR (f.draft_id IS NULL AND f.record_id IS NULL AND f.uploaded_by = ${user?.id ?? null}::uuid))
      ORDER BY f.record_id, CASE WHEN f.record_id IS NULL THEN f.draft_id END, f.created_at) seen
    ORDER BY free DESC, writes DESC, "recordId" IS NULL LIMIT ${LOOKED_AT}`.execute(db);
  for (const row of rows) {
    if (row.free && user && row.uploadedBy === user.id && mayUpload(user)) return row;
    if (user && row.draftId && (await seenInDraft(db, user, row.draftId, hash))) return row;
    if (!row.recordId || !row.kind) continue;
    const record = await findRecord(db, viewer, row.kind, { id: row.recordId });
    if (record && filesIn(record.content).includes(hash)) return row;
  }
  const [label = await agreementDocument(db, viewer, hash)] = await evidenceOf(db, user, hash);
  if (label === null) return null;
  const any = await db.selectFrom('file').select(['type', 'picture']).where('hash', '=', hash).limit(1).executeTakeFirst();
  // What the entry calls it. What somebody called their copy of the same bytes is no reader's business.
  return any ? { ...any, name: safeName(label, any.type) } : null;
}

/**
 * Uploads of programs (POST /files: multipart form with `file`, and `draft` for what it belongs to; answers JSON; the forms of
 * pages carry their files with them, see keep.ts) and downloads (GET /files/<hash>), always as an attachment, except
 * pictures, which were drawn anew here.
 */
export function addFiles(app: FastifyInstance, services: Services, toWebRequest: (request: FastifyRequest) => Request): void {
  const { settings } = services.accounts;
  app.post('/files', async (request, reply) => {
    const web = toWebRequest(request);
    const user = await services.accounts.authenticate(web.headers);
    if (!mayUpload(user) || !user) throw user ? fault(403, { why: why('ONLY_UPLOADERS') }) : fault(401);
    const form = await web.formData().catch(() => null);
    const file = form?.get('file');
    if (!form || !(file instanceof File)) throw fault(400, { why: why('FILE_FORM'), field: 'file' });
    try {
      const { hash, name, type, size, picture } = await storeUpload(services, user, file, String(form.get('draft') ?? ''));
      return reply.status(201).send({ file: hash, name, type, size, picture, url: `/files/${hash}` });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const { code } = error.why;
      throw fault(code === 'FILE_TODAY' ? 429 : code === 'FILE_UNSCANNED' || code === 'FILE_AWAY' ? 503 : 400, {
        why: error.why,
        field: code === 'FILE_DRAFT' ? 'draft' : 'file',
      });
    }
  });

  app.get<{ Params: { hash: string } }>('/files/:hash', async (request, reply) => {
    const { hash } = request.params;
    const user = await services.accounts.authenticate(toWebRequest(request).headers);
    const file = /^[0-9a-f]{64}$/.test(hash) ? await findFile(services, user, hash) : null;
    if (!file) throw fault(404, { why: why('FILE_ABSENT') });
    // Asked anew each time: what was withdrawn is not to be had from a cache. The name is the hash of the content.
    reply.header('cache-control', user ? 'private, no-store' : 'public, no-cache').header('etag', `"${hash}"`);
    const known = request.headers['if-none-match'];
    if (known?.trim() === '*' || known?.split(',').some((one) => one.trim().replace(/^W\//, '') === `"${hash}"`)) return reply.status(304).send();
    const found = await bytesOf(settings).open(hash);
    if (!found) throw fault(404, { why: why('FILE_ABSENT') });
    return reply
      .header('content-type', file.type)
      .header('content-length', found.size)
      .header('content-disposition', `${file.picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'")
      .send(found.stream);
  });
}

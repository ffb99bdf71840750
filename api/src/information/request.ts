import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import { isUuid } from '#prisma/uuid.ts';
import { anyone } from '#search/engine.ts';
import { hashToken } from '../accounts/token.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { vendorTitle } from '../procurement/policy.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { utcToday } from '../uptake/state.ts';
import { visibleInformation } from './policy.ts';

export type AnswerRow = { id: string; name: string; text: string; answeredAt: string };
export type AskedVendor = { title: string; slug: string; live: boolean; contacts: number; answers: AnswerRow[] };
export type InformationRow = {
  id: string;
  organizationSlug: string;
  organizationName: string;
  subject: string;
  text: string;
  answerBy: string;
  askedAt: string;
  asker: string | null;
  vendors: AskedVendor[];
};

const day = (column: string) => sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** Requests for information that a person sees with what was answered, the last asked first; with an id the one. */
export async function readInformation(reader: Reader, user: User | null, id?: string): Promise<InformationRow[]> {
  if (id !== undefined && !isUuid(id)) return [];
  const viewer = viewerOf(user);
  return rowsOf(
    reader,
    sql<InformationRow>`
      SELECT q.id, o.slug AS "organizationSlug", coalesce(o.content->>'shortName', o.title) AS "organizationName", q.subject, q.text, q.answer_by::text AS "answerBy", ${day('q.asked_at')} AS "askedAt",
        (SELECT p.name FROM person p WHERE p.id = q.asked_by AND p.erased_at IS NULL) AS asker,
        (SELECT coalesce(json_agg(json_build_object('title', ${vendorTitle(viewer)}, 'slug', v.slug, 'live', ${visibleRecords(viewer, 'v')}, 'contacts', a.contacts,
            'answers', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'text', n.text, 'answeredAt', ${day('n.answered_at')}) ORDER BY n.answered_at), '[]') FROM information_answer n WHERE n.request_vendor_id = a.id)) ORDER BY ${vendorTitle(viewer)}, v.id), '[]')
          FROM information_request_vendor a JOIN record v ON v.id = a.vendor_id WHERE a.request_id = q.id) AS vendors
      FROM information_request q JOIN record o ON o.id = q.organization_id
      WHERE ${visibleInformation(user)} AND ${id === undefined ? sql`true` : sql`q.id = ${id}::uuid`} ORDER BY q.asked_at DESC, q.id DESC LIMIT 100`,
  );
}
export const vendorAddress = ({ live, slug }: Pick<AskedVendor, 'live' | 'slug'>): string | null => (live ? addressOf('VENDOR', slug) : null);

export type LinkRow = {
  requestVendorId: string;
  requestId: string;
  organizationName: string;
  subject: string;
  text: string;
  answerBy: string;
  vendor: string;
  open: boolean;
  answers: number;
};
/** What the link of a mail asks of whom; null for one that is none. Reading changes nothing. */
export async function readInformationLink(reader: Reader, token: string): Promise<LinkRow | null> {
  const rows = await rowsOf(
    reader,
    sql<LinkRow>`
      SELECT a.id AS "requestVendorId", q.id AS "requestId", coalesce(o.content->>'shortName', o.title) AS "organizationName", q.subject, q.text, q.answer_by::text AS "answerBy", ${vendorTitle(anyone)} AS vendor,
        q.answer_by >= ${utcToday()}::date AS open, (SELECT count(*)::int FROM information_answer n WHERE n.request_vendor_id = a.id) AS answers
      FROM information_link k JOIN information_request_vendor a ON a.id = k.request_vendor_id JOIN information_request q ON q.id = a.request_id
        JOIN record o ON o.id = q.organization_id JOIN record v ON v.id = a.vendor_id
      WHERE k.token_hash = ${hashToken(token)}`,
  );
  return rows[0] ?? null;
}

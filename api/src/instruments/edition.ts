import { type RawBuilder, sql } from 'kysely';
import type { Instrument } from '#prisma/instrument/instrument.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import { holds, type User, viewerOf } from '../accounts/user.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

/** An edition as it is read; the content of a draft may be incomplete. */
export type EditionRow = {
  id: string;
  instrument: string;
  edition: string;
  title: string;
  content: Instrument;
  hash: string;
  audience: Audience;
  edits: number;
  publishedAt: string | Date | null;
  organizationSlug: string | null;
  organizationName: string | null;
  basedOn: string | null;
  /** Who wrote on it since the published edition it comes from. */
  writers: string[];
  /** Since when it is out of use, why and by whom; null while it is in use. */
  withdrawnAt: string | Date | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
  /** When and why it was brought back last; null while it is out of use, and where it never was. */
  returnedAt: string | Date | null;
  returnedReason: string | null;
};

/**
 * Which editions a person sees, as a condition on `instrument_edition e` joined with its organization `o`: published ones by
 * their audience; drafts those who may write them.
 */
function visibleEditions(user: User | null): RawBuilder<boolean> {
  const { unSystem, organizationIds } = viewerOf(user);
  const writes = (user?.memberships ?? []).flatMap(({ role, organizationId }) =>
    organizationId && (role === 'FOCAL_POINT' || role === 'PUBLISHER') ? [organizationId] : [],
  );
  return sql<boolean>`CASE WHEN e.published_at IS NULL THEN (CASE WHEN e.organization_id IS NULL THEN ${holds(user, 'SECRETARIAT')} ELSE coalesce(o.id = ANY (${writes}::uuid[]), false) END)
    ELSE e.audience = 'PUBLIC' OR (e.audience = 'UN_SYSTEM' AND ${unSystem}) OR coalesce(o.id = ANY (${organizationIds}::uuid[]), false) END`;
}

/** Whether an edition is out of use: taken out, and not brought back since. */
const outOfUse = '(e.withdrawn_at IS NOT NULL AND (e.returned_at IS NULL OR e.returned_at < e.withdrawn_at))';
/** That it is in use now, as a condition on `instrument_edition e`. */
export const inUse = sql.raw<boolean>(`NOT ${outOfUse}`);
const use = `CASE WHEN ${outOfUse} THEN e.withdrawn_at END AS "withdrawnAt", CASE WHEN ${outOfUse} THEN e.withdrawn_reason END AS "withdrawnReason", CASE WHEN ${outOfUse} THEN e.withdrawn_by END AS "withdrawnBy",
  CASE WHEN NOT ${outOfUse} THEN e.returned_at END AS "returnedAt", CASE WHEN NOT ${outOfUse} THEN e.returned_reason END AS "returnedReason"`;
const columns = sql.raw(
  `e.id, e.instrument, e.edition, e.title, e.content, e.hash, e.audience, e.edits, e.published_at AS "publishedAt", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", e.based_on AS "basedOn", e.writers::text[] AS writers, ${use}`,
);
export const editionColumns = columns;
const named = (text: string) => !text.includes('\0');

/**
 * One edition: the named one, or of those that are for everybody the last that was published and not withdrawn; the edition
 * that an organization made for itself is only given where it is named.
 */
export async function readEdition(
  reader: Reader,
  user: User | null,
  by: { instrument: string; edition?: string | null } | { id: string },
): Promise<EditionRow | null> {
  if (!named(Object.values(by).join(''))) return null;
  const which =
    'id' in by
      ? sql`e.id::text = ${by.id}`
      : by.edition
        ? sql`e.instrument = ${by.instrument} AND e.edition = ${by.edition}`
        : sql`e.instrument = ${by.instrument} AND e.published_at IS NOT NULL AND ${inUse} AND e.organization_id IS NULL`;
  const rows = await rowsOf(
    reader,
    sql<EditionRow>`SELECT ${columns} FROM instrument_edition e LEFT JOIN record o ON o.id = e.organization_id WHERE ${which} AND ${visibleEditions(user)} ORDER BY e.published_at DESC NULLS LAST, e.id DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** All editions that a person sees, without their contents, by instrument, the last published first. */
export const readEditions = (reader: Reader, user: User | null, instrument?: string | null): Promise<Omit<EditionRow, 'content'>[]> =>
  rowsOf(
    reader,
    sql<Omit<EditionRow, 'content'>>`
      SELECT e.id, e.instrument, e.edition, e.title, e.hash, e.audience, e.edits, e.published_at AS "publishedAt", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", e.based_on AS "basedOn",
        e.writers::text[] AS writers, ${sql.raw(use)}
      FROM instrument_edition e LEFT JOIN record o ON o.id = e.organization_id
      WHERE ${visibleEditions(user)} ${instrument && named(instrument) ? sql`AND e.instrument = ${instrument}` : sql``} ORDER BY e.instrument DESC, e.published_at DESC NULLS FIRST, e.id DESC LIMIT 100`,
  );

import { staying } from '../records/merged.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { Viewer } from '#search/engine.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { daysBetween, utcToday } from '../uptake/state.ts';
import { shownRecords } from '../records/policy.ts';
import { insideAgreement, visibleAgreements, visibleRequests } from './policy.ts';
import { vendorTitle } from '../procurement/policy.ts';
import type { AgreementTerms } from './terms.ts';

/** An agreement with its terms as of a day. Days are calendar dates, amounts in units of its currency. */
export type AgreementRow = AgreementTerms & {
  id: string;
  /** The day as of which the terms hold. */
  at: string;
  version: number;
  /** How many versions there are, also such as hold later. */
  versions: number;
  holderSlug: string;
  holderName: string;
  vendorSlug: string;
  vendorTitle: string;
  /** The vendor's entry is in the library, and who asks sees it. */
  vendorLive: boolean;
  vendorId: string;
  audience: Audience;
  openings: number;
  demo: boolean;
  /** What was drawn up to `drawnOn`; null where nobody said so, and for those who do not see it. */
  drawn: number | null;
  drawnOn: string | null;
  /** Whether who asks sees all of it. */
  inside: boolean;
};
export type VersionRow = AgreementTerms & { version: number; holdsFrom: string | null; reason: string; writtenAt: string; writer: string | null };
export type DrawingRow = { drawn: number; onDay: string; source: string; writtenAt: string; writer: string | null };
export type RequestRow = {
  id: string;
  agreementId: string;
  organizationSlug: string;
  organizationName: string;
  text: string;
  askedAt: string;
  asker: string | null;
  granted: boolean | null;
  answer: string | null;
  answeredAt: string | null;
  answerer: string | null;
};

/** A moment as every reader of rows gives it, text or not. */
const moment = (column: string) => sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
/** The version that holds on a day, as a condition on `agreement_version t`. */
export const holdsOn = (at: string): RawBuilder<boolean> =>
  sql<boolean>`(t.holds_from IS NULL OR t.holds_from <= ${at}::date) AND (t.holds_until IS NULL OR t.holds_until > ${at}::date)`;

/** Terms as columns; what is only for the inside is empty for others. */
const termColumns = (inside: RawBuilder<boolean>) => sql`
  t.number, t.title, t.scope, t.unspsc, t.starts_on::text AS "startsOn", t.ends_on::text AS "endsOn", t.ceiling::float8 AS ceiling, t.currency, t.call_off AS "callOff", t.use, t.use_terms AS "useTerms", t.source,
  CASE WHEN ${inside} THEN t.contact ELSE '' END AS contact, CASE WHEN ${inside} THEN t.document_label ELSE '' END AS "documentLabel",
  CASE WHEN ${inside} THEN t.document_address END AS "documentAddress", CASE WHEN ${inside} THEN t.document_file END AS "documentFile"`;

/** Agreements with their holder, their vendor, the terms and what was drawn as of a day. */
export const agreementsAt = (at: string): RawBuilder<unknown> => sql`
  agreement a JOIN record o ON o.id = a.organization_id LEFT JOIN merged_record m ON m.id = a.vendor_id JOIN record v ON v.id = coalesce(m.stays, a.vendor_id)
  JOIN agreement_version t ON t.agreement_id = a.id AND ${holdsOn(at)}
  LEFT JOIN LATERAL (SELECT w.drawn, w.on_day FROM agreement_drawing w WHERE w.agreement_id = a.id AND w.on_day <= ${at}::date ORDER BY w.on_day DESC, w.id DESC LIMIT 1) d ON true`;

export const agreementColumns = (viewer: Viewer, at: string): RawBuilder<unknown> => sql`
  a.id, ${at}::text AS at, t.version, (SELECT max(x.version) FROM agreement_version x WHERE x.agreement_id = a.id) AS versions, o.slug AS "holderSlug", coalesce(o.content->>'shortName', o.title) AS "holderName",
  v.id AS "vendorId", v.slug AS "vendorSlug", ${vendorTitle(viewer)} AS "vendorTitle", v.archived_at IS NULL AND ${shownRecords(viewer, 'v')} AS "vendorLive", a.audience, a.openings, a.demo, ${insideAgreement(viewer)} AS inside,
  CASE WHEN ${insideAgreement(viewer)} THEN d.drawn::float8 END AS drawn, CASE WHEN ${insideAgreement(viewer)} THEN d.on_day::text END AS "drawnOn", ${termColumns(insideAgreement(viewer))}`;

/** One agreement as of a day; null where there is none that the viewer sees. */
export async function readAgreement(reader: Reader, viewer: Viewer, id: string, at = utcToday()): Promise<AgreementRow | null> {
  if (!isUuid(id)) return null;
  const rows = await rowsOf(
    reader,
    sql<AgreementRow>`SELECT ${agreementColumns(viewer, at)} FROM ${agreementsAt(at)} WHERE a.id = ${id}::uuid AND ${visibleAgreements(viewer)}`,
  );
  return rows[0] ?? null;
}

/** Agreements as of today in the order asked; those that there are not, or that the viewer does not see, are left out. */
export async function readAgreementsOf(reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<AgreementRow[]> {
  const at = utcToday();
  const rows = await rowsOf(
    reader,
    sql<AgreementRow>`SELECT ${agreementColumns(viewer, at)} FROM ${agreementsAt(at)} WHERE a.id = ANY (${ids.filter(isUuid)}::uuid[]) AND ${visibleAgreements(viewer)}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The name of a person, for the UN system. */
const nameOf = (viewer: Viewer, column: string) =>
  viewer.unSystem ? sql`(SELECT p.name FROM person p WHERE p.id = ${sql.ref(column)} AND p.erased_at IS NULL)` : sql`NULL::text`;

type Of<Row> = Row & { agreementId: string };
const grouped = <Row extends { agreementId: string }>(rows: readonly Row[], ids: readonly string[]): Row[][] => {
  const by = Map.groupBy(rows, ({ agreementId }) => agreementId);
  return ids.map((id) => by.get(id) ?? []);
};
const uuids = (ids: readonly string[]) => sql`${ids.filter(isUuid)}::uuid[]`;

/** All versions of agreements that the viewer sees, oldest first. */
export const readVersions = async (reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<VersionRow[][]> =>
  grouped(
    await rowsOf(
      reader,
      sql<Of<VersionRow>>`
        SELECT a.id AS "agreementId", t.version, t.holds_from::text AS "holdsFrom", t.reason, ${moment('t.written_at')} AS "writtenAt", ${nameOf(viewer, 't.written_by')} AS writer, ${termColumns(insideAgreement(viewer))}
        FROM agreement a JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')} JOIN agreement_version t ON t.agreement_id = a.id
        WHERE a.id = ANY (${uuids(ids)}) AND ${visibleAgreements(viewer)} ORDER BY a.id, t.version`,
    ),
    ids,
  );
/** What was drawn under agreements, latest day first, for those who see all of them. */
export const readDrawings = async (reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<DrawingRow[][]> =>
  grouped(
    await rowsOf(
      reader,
      sql<Of<DrawingRow>>`
        SELECT a.id AS "agreementId", w.drawn::float8 AS drawn, w.on_day::text AS "onDay", w.source, ${moment('w.written_at')} AS "writtenAt", ${nameOf(viewer, 'w.written_by')} AS writer
        FROM agreement a JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')} JOIN agreement_drawing w ON w.agreement_id = a.id
        WHERE a.id = ANY (${uuids(ids)}) AND ${visibleAgreements(viewer)} AND ${insideAgreement(viewer)} ORDER BY a.id, w.on_day DESC, w.id DESC`,
    ),
    ids,
  );
/** Requests for the use of agreements, latest first, as far as the viewer's organizations ask or are asked. */
export const readRequests = async (reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<RequestRow[][]> =>
  grouped(
    await rowsOf(
      reader,
      sql<RequestRow>`
        SELECT q.id, q.agreement_id AS "agreementId", w.slug AS "organizationSlug", coalesce(w.content->>'shortName', w.title) AS "organizationName", q.text, ${moment('q.asked_at')} AS "askedAt", ${nameOf(viewer, 'q.asked_by')} AS asker,
          q.granted, q.answer, ${moment('q.answered_at')} AS "answeredAt", ${nameOf(viewer, 'q.answered_by')} AS answerer
        FROM agreement a JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')} JOIN agreement_request q ON q.agreement_id = a.id JOIN record w ON w.id = q.organization_id
        WHERE a.id = ANY (${uuids(ids)}) AND ${visibleAgreements(viewer)} AND ${visibleRequests(viewer)} ORDER BY a.id, q.asked_at DESC, q.id DESC`,
    ),
    ids,
  );

/** Where an agreement stands on a day. */
export const validityOn = ({ startsOn, endsOn }: Pick<AgreementTerms, 'startsOn' | 'endsOn'>, day: string): 'COMING' | 'VALID' | 'ENDED' =>
  day < startsOn ? 'COMING' : day > endsOn ? 'ENDED' : 'VALID';
/** How many days it can still be used, the day itself not counted; null where it has ended. */
export const daysLeft = ({ endsOn }: Pick<AgreementTerms, 'endsOn'>, day: string): number | null => (day > endsOn ? null : daysBetween(day, endsOn));
/** What is left below the ceiling; null where there is none, or where nobody said what was drawn. */
export const ceilingLeft = ({ ceiling, drawn }: Pick<AgreementRow, 'ceiling' | 'drawn'>): number | null =>
  ceiling === null || drawn === null ? null : Math.round((ceiling - drawn) * 100) / 100;

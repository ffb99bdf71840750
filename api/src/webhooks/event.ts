import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { holdsOn } from '../agreements/agreement.ts';
import { visibleAgreements } from '../agreements/policy.ts';
import { vendorTitle } from '../procurement/policy.ts';
import { staying } from '../records/merged.ts';
import { visibleRecords } from '../records/policy.ts';
import { readEntries } from '../uptake/history.ts';
import { uptakeAccessOf } from '../uptake/policy.ts';
import { utcToday } from '../uptake/state.ts';

/** The type of an event, as `type` of what is sent has it. */
export type EventType =
  | 'atrium.record.published'
  | `atrium.uptake.${'reported' | 'published' | 'confirmed' | 'withdrawn'}`
  | 'atrium.agreement.ending'
  | 'atrium.standard.replaced'
  | 'atrium.trial';

/** An event as it was noted for an address. */
export type Noted = { id: string; type: EventType; subjectId: string | null; sequence: string | null; detail: string | null; happenedAt: Date | string };
type Told = { subject: string; data: Record<string, unknown> };

/** A published version: what it is of, and its number and hash as the log has them. */
async function published(db: Database, user: User, { sequence }: Noted, baseUrl: string): Promise<Told | null> {
  const { rows } = await sql<{ kind: RecordKind; slug: string; title: string; number: number; hash: string }>`
    SELECT r.kind, r.slug, r.title, v.number, v.hash FROM revision v JOIN record r ON r.id = v.record_id
    WHERE v.sequence = ${sequence}::bigint AND ${visibleRecords(viewerOf(user))}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const subject = addressOf(row.kind, row.slug);
  const history = row.kind === 'GLOSSARY_TERM' || row.kind === 'MATRIX' ? null : `${baseUrl}${subject}/history/${row.number}`;
  return { subject, data: { kind: row.kind, title: row.title, url: baseUrl + subject, version: row.number, versionUrl: history, hash: row.hash } };
}

/** What happened to a report on a recommendation, as this person may see it. */
async function reported(db: Database, user: User, { subjectId }: Noted, baseUrl: string): Promise<Told | null> {
  const [entry] = await readEntries(db, viewerOf(user), uptakeAccessOf(user), { ids: [subjectId ?? ''], demo: false, withdrawn: true });
  if (!entry) return null;
  const subject = `/uptake/${entry.recommendationNumber ?? entry.recommendationSlug}/${entry.organizationSlug}`;
  return {
    subject,
    data: {
      organization: entry.organizationName,
      recommendation: entry.recommendationNumber ?? entry.recommendationSlug,
      title: entry.recommendationTitle,
      acceptance: entry.acceptance,
      implementation: entry.implementation,
      effectiveDate: entry.effectiveDate,
      standing: entry.standing,
      withdrawn: entry.withdrawnOn !== null,
      url: baseUrl + subject,
    },
  };
}

/** An agreement of the subscriber's own organization that ends soon. */
async function ending(db: Database, user: User, { subjectId, detail }: Noted, baseUrl: string): Promise<Told | null> {
  const viewer = viewerOf(user);
  const { rows } = await sql<{ number: string; title: string; holder: string; vendor: string; endsOn: string }>`
    SELECT t.number, t.title, o.content->>'shortName' AS holder, ${vendorTitle(viewer)} AS vendor, t.ends_on::text AS "endsOn"
    FROM agreement a JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')} JOIN agreement_version t ON t.agreement_id = a.id AND ${holdsOn(utcToday())}
    WHERE a.id = ${subjectId}::uuid AND t.ends_on::text = ${detail} AND NOT a.demo AND o.id = ANY (${viewer.organizationIds}::uuid[]) AND ${visibleAgreements(viewer)}`.execute(
    db,
  );
  const [row] = rows;
  const subject = `/agreements/${subjectId}`;
  return row ? { subject, data: { ...row, url: baseUrl + subject } } : null;
}

/** A standard that another one replaces, each where it may be seen. */
async function replaced(db: Database, user: User, { subjectId, detail }: Noted, baseUrl: string): Promise<Told | null> {
  const { rows } = await sql<{ id: string; slug: string; title: string }>`
    SELECT r.id, r.slug, r.title FROM record r WHERE r.id = ANY (${[subjectId, detail].filter((id) => id !== null)}::uuid[]) AND ${visibleRecords(viewerOf(user))}`.execute(
    db,
  );
  const old = rows.find(({ id }) => id === subjectId);
  const by = rows.find(({ id }) => id === detail);
  if (!old || !by) return null;
  const named = ({ slug, title }: { slug: string; title: string }) => ({ title, url: baseUrl + addressOf('STANDARD', slug) });
  return { subject: addressOf('STANDARD', old.slug), data: { ...named(old), replacedBy: named(by) } };
}

const trial = async (): Promise<Told> => ({ subject: '/webhooks', data: { message: 'A trial: nothing has happened.' } });

const tellers: Record<EventType, (db: Database, user: User, noted: Noted, baseUrl: string) => Promise<Told | null>> = {
  'atrium.record.published': published,
  'atrium.uptake.reported': reported,
  'atrium.uptake.published': reported,
  'atrium.uptake.confirmed': reported,
  'atrium.uptake.withdrawn': reported,
  'atrium.agreement.ending': ending,
  'atrium.standard.replaced': replaced,
  'atrium.trial': trial,
};

/** An event in the form of CloudEvents 1.0. */
export type CloudEvent = {
  specversion: '1.0';
  id: string;
  source: string;
  type: EventType;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  data: Record<string, unknown>;
};

/** What an address is told of an event, as who keeps it may see it at this moment; null where they may not. One statement. */
export async function makeEvent(db: Database, user: User, noted: Noted, baseUrl: string): Promise<CloudEvent | null> {
  const told = await tellers[noted.type](db, user, noted, baseUrl);
  return (
    told && {
      specversion: '1.0',
      id: noted.id,
      source: baseUrl,
      type: noted.type,
      subject: told.subject,
      time: new Date(noted.happenedAt).toISOString(),
      datacontenttype: 'application/json',
      data: told.data,
    }
  );
}

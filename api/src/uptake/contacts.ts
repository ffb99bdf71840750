import { sql } from 'kysely';
import { fault } from '#i18n/fault.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { canKeepContacts } from './policy.ts';

/** Whom to write to at an organization: a person with a role here, or an address of its contact book. */
export type Receiver = { address: string; personId: string | null; name: string | null };

type Known = Receiver & { organizationId: string; second: boolean };
const knownOf = (reader: Reader, organizationIds: readonly string[]): Promise<Known[]> =>
  rowsOf(
    reader,
    sql<Known>`
    SELECT DISTINCT ON ("organizationId", address) "organizationId", address, "personId", name, second FROM (
      SELECT m.organization_id AS "organizationId", p.email AS address, p.id::text AS "personId", p.name, m.role = 'PUBLISHER' AS second, 0 AS place FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.organization_id = ANY (${organizationIds}::uuid[]) AND m.role IN ('FOCAL_POINT', 'PUBLISHER') AND p.suspended_at IS NULL AND p.erased_at IS NULL
      UNION ALL SELECT c.organization_id, c.address, NULL, c.unit, c.deputy, 1 FROM uptake_contact c WHERE c.organization_id = ANY (${organizationIds}::uuid[])) x
    ORDER BY "organizationId", address, place, second`,
  );
/** People go before addresses of the book. */
function chosen(known: readonly Known[], ask: 'FIRST' | 'SECOND'): Known[] {
  const these = known.filter((one) => one.second === (ask === 'SECOND'));
  const people = these.filter((one) => one.personId !== null);
  return people.length > 0 ? people : these;
}

/**
 * Whom to write to about the recommendations of an organization. First: its focal points, else the contacts of its book.
 * Second, where these do not answer: its publishers, else the deputies of its book. All of them where both are asked.
 */
export async function receiversOf(db: Database | Trx, organizationId: string, ask: 'FIRST' | 'SECOND' | 'ALL'): Promise<Receiver[]> {
  const known = await knownOf(db, [organizationId]);
  return ask === 'ALL' ? known : chosen(known, ask);
}

/** Whom to write to first at each of several organizations. One SQL statement. */
export async function firstReceivers(reader: Reader, organizationIds: readonly string[]): Promise<Map<string, Receiver[]>> {
  const known = Map.groupBy(await knownOf(reader, organizationIds), ({ organizationId }) => organizationId);
  return new Map(organizationIds.map((id) => [id, chosen(known.get(id) ?? [], 'FIRST')]));
}

/** An organization that has a column in a table, its contact book, and the addresses that mails about it go to first and second. */
export type ContactBook = { slug: string; name: string; contacts: Contact[]; first: string[]; second: string[] };
/** The contact books that a person keeps, also empty ones: the secretariat's are all. Two SQL statements. */
export async function readBooks(reader: Reader, user: User | null): Promise<ContactBook[]> {
  const rows = await rowsOf(
    reader,
    sql<{ id: string; slug: string; name: string }>`
    SELECT o.id, o.slug, o.content->>'shortName' AS name FROM record o WHERE EXISTS (SELECT FROM report_column c WHERE c.organization_id = o.id) ORDER BY o.position, o.id`,
  );
  const kept = rows.filter((row) => canKeepContacts(user, row.slug));
  if (kept.length === 0) return [];
  const ids = kept.map(({ id }) => id);
  const [contacts, known] = await Promise.all([readContacts(reader, user, null), knownOf(reader, ids)]);
  const addresses = (id: string, ask: 'FIRST' | 'SECOND') =>
    chosen(
      known.filter((one) => one.organizationId === id),
      ask,
    ).map(({ address }) => address);
  return kept.map(({ id, slug, name }) => ({
    slug,
    name,
    contacts: contacts.filter((one) => one.organizationSlug === slug),
    first: addresses(id, 'FIRST'),
    second: addresses(id, 'SECOND'),
  }));
}

/** The people of an organization who write for it and the secretariat, but one of them: who has an account here, and nobody else. */
export async function bothSides(db: Database | Trx, organizationId: string, but: string): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    SELECT DISTINCT p.email AS address, p.id::text AS "personId", p.name FROM membership m JOIN person p ON p.id = m.person_id
    WHERE ((m.organization_id = ${organizationId}::uuid AND m.role IN ('FOCAL_POINT', 'PUBLISHER')) OR m.role = 'SECRETARIAT') AND p.id::text <> ${but} AND p.suspended_at IS NULL AND p.erased_at IS NULL
    ORDER BY 1`.execute(db);
  return rows;
}

export type Contact = { id: string; organizationSlug: string; organizationName: string; address: string; unit: string | null; deputy: boolean };
/** The contact books, of one organization or of all, as far as this person keeps them. */
export async function readContacts(reader: Reader, user: User | null, organization: string | null): Promise<Contact[]> {
  const rows = await rowsOf(
    reader,
    sql<Contact>`
    SELECT c.id, o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", c.address, c.unit, c.deputy
    FROM uptake_contact c JOIN record o ON o.id = c.organization_id WHERE ${organization ? sql`o.slug = ${organization}` : sql`true`} ORDER BY o.position, o.id, c.deputy, c.address`,
  );
  return rows.filter((row) => canKeepContacts(user, row.organizationSlug));
}

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;
/**
 * Keeps an address in the contact book of an organization; the same address again changes what is said of it.
 * @param given.instead the id of a contact of the same organization that it takes the place of
 * @throws GraphQLError FORBIDDEN for others than the secretariat and the organization's focal points and publishers
 */
export async function keepContact(
  db: Database,
  user: User | null,
  given: { organization: string; address: string; unit?: string | null; deputy?: boolean | null; instead?: string | null },
): Promise<{ organization: string } | ValidationError> {
  if (!user || !canKeepContacts(user, given.organization)) throw forbidden('ONLY_CONTACT_KEEPERS');
  const address = given.address.trim().toLowerCase();
  const unit = oneLine(given.unit ?? '').trim();
  const faults = [
    ...(ADDRESS.test(address) && address.length <= 300 ? [] : [fault('address', 'ADDRESS_MAIL_ONE')]),
    ...(unit.length > 200 ? [fault('unit', 'TOO_LONG', { max: 200 })] : turningSign(unit) === null ? [] : [fault('unit', 'TURNING')]),
  ];
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; organizationId: string }>`
      INSERT INTO uptake_contact (organization_id, address, unit, deputy, kept_by)
      SELECT o.id, ${address}, ${unit || null}, ${given.deputy ?? false}, ${user.id}::uuid FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${given.organization} AND EXISTS (SELECT FROM report_column c WHERE c.organization_id = o.id)
      ON CONFLICT (organization_id, address) DO UPDATE SET unit = excluded.unit, deputy = excluded.deputy, kept_by = excluded.kept_by, kept_at = now() RETURNING id, organization_id AS "organizationId"`.execute(
      trx,
    );
    const [row] = rows;
    if (!row) return refuse('organization', 'NO_ORGANIZATION_COLUMN', { organization: given.organization.slice(0, 80) });
    if (given.instead)
      await sql`DELETE FROM uptake_contact WHERE id::text = ${given.instead} AND id <> ${row.id}::uuid AND organization_id = ${row.organizationId}::uuid`.execute(
        trx,
      );
    return { organization: given.organization };
  });
}

/**
 * Takes an address out of a contact book.
 * @returns whether it was there
 * @throws GraphQLError FORBIDDEN for others than the secretariat and the organization's focal points and publishers
 */
export async function dropContact(db: Database, user: User | null, id: string): Promise<boolean> {
  if (!user) throw forbidden('ONLY_CONTACT_KEEPERS');
  const { rows } = isUuid(id)
    ? await sql<{ slug: string }>`SELECT o.slug FROM uptake_contact c JOIN record o ON o.id = c.organization_id WHERE c.id = ${id}::uuid`.execute(db)
    : { rows: [] };
  if (!rows[0]) return false;
  if (!canKeepContacts(user, rows[0].slug)) throw forbidden('ONLY_CONTACT_KEEPERS');
  const { numAffectedRows } = await sql`DELETE FROM uptake_contact WHERE id = ${id}::uuid`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

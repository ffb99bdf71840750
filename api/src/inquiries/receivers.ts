import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Viewer } from '#search/engine.ts';
import { batch } from '../records/batch.ts';
import { visibleRecords } from '../records/policy.ts';

/** Who gets what is written to the owners of an entry: those it names, else the people of its owners, else the keepers of the library. */
export const receiverGroups = ['CONTACTS', 'OWNERS', 'SECRETARIAT', 'ADMINISTRATORS', 'NOBODY'] as const;
export type ReceiverGroup = (typeof receiverGroups)[number];

/** What is known of the receivers of an entry without saying who they are. */
export type Receivers = { to: ReceiverGroup; owners: string[] };

type Known = { contacts: boolean; owners: string[]; people: boolean; secretariat: boolean; administrators: boolean };
const groupOf = ({ contacts, people, secretariat, administrators }: Known): ReceiverGroup =>
  contacts ? 'CONTACTS' : people ? 'OWNERS' : secretariat ? 'SECRETARIAT' : administrators ? 'ADMINISTRATORS' : 'NOBODY';

/** The owners of a record under the alias r; an organization is its own. */
const owners = sql`(SELECT o.organization_id FROM record_owner o WHERE o.record_id = r.id UNION SELECT r.id WHERE r.kind = 'ORGANIZATION')`;
const active = sql`p.suspended_at IS NULL AND p.erased_at IS NULL`;
const peopleWith = (roles: string[], organization = sql`m.organization_id IS NULL`) => sql`
  FROM membership m JOIN person p ON p.id = m.person_id WHERE m.role = ANY (${roles}::role[]) AND ${organization} AND ${active}`;
const ofOwners = sql`m.organization_id IN ${owners}`;
const writers = ['FOCAL_POINT', 'PUBLISHER'];

/** For records that the viewer was shown already, by id. */
export const receiversOf = batch(async ({ reads, services }, ids: readonly string[]): Promise<Receivers[]> => {
  const rows = await reads.rows(sql<Known & { id: string }>`
    SELECT r.id, jsonb_array_length(coalesce(nullif(r.content->'contacts', 'null'), '[]')) > 0 AS contacts,
      (SELECT coalesce(array_agg(o.content->>'shortName' ORDER BY o.content->>'shortName'), '{}') FROM record o WHERE o.id IN ${owners}) AS owners,
      EXISTS (SELECT ${peopleWith(writers, ofOwners)}) AS people, EXISTS (SELECT ${peopleWith(['SECRETARIAT'])}) AS secretariat,
      EXISTS (SELECT ${peopleWith(['ADMINISTRATOR'])}) AS administrators
    FROM record r WHERE r.id = ANY (${ids as string[]}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const known = byId.get(id);
    if (!known) return { to: 'NOBODY', owners: [] };
    const to = groupOf(known);
    // On a demonstration somebody is made to be asked (write.ts).
    return { to: to === 'NOBODY' && services.accounts.settings.demo ? 'SECRETARIAT' : to, owners: known.owners };
  });
});

/** So many get one mail each at most. */
const RECEIVERS_MAX = 20;
type AddressedTo = { id: string | null; name: string; email: string };
export type Asked = { id: string; title: string; owners: string[]; to: ReceiverGroup; people: AddressedTo[] };

/**
 * The entry of an address with the people who get what is written to its owners; null where the viewer sees none.
 * @param contacts whether those it names come first: they answer questions, and its writers mend errors
 */
export async function askedAbout(db: Database, viewer: Viewer, { kind, slug }: { kind: string; slug: string }, contacts: boolean): Promise<Asked | null> {
  if (slug.includes('\0')) return null;
  const some = (roles: string[], organization?: typeof ofOwners) => sql`
    (SELECT coalesce(json_agg(x), '[]') FROM (SELECT DISTINCT p.id, p.name, p.email ${peopleWith(roles, organization)} ORDER BY p.name, p.id LIMIT ${RECEIVERS_MAX}) x)`;
  const { rows } = await sql<
    Record<'people' | 'secretariat' | 'administrators', AddressedTo[]> & { id: string; title: string; owners: string[]; contacts: AddressedTo[] | null }
  >`
    SELECT r.id, r.title, r.content->'contacts' AS contacts,
      (SELECT coalesce(array_agg(o.content->>'shortName' ORDER BY o.content->>'shortName'), '{}') FROM record o WHERE o.id IN ${owners}) AS owners,
      ${some(writers, ofOwners)} AS people, ${some(['SECRETARIAT'])} AS secretariat, ${some(['ADMINISTRATOR'])} AS administrators
    FROM record r WHERE r.kind = ${kind}::record_kind AND r.slug = ${slug} AND ${visibleRecords(viewer)}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const named = contacts ? (row.contacts ?? []).slice(0, RECEIVERS_MAX).map(({ name, email }) => ({ id: null, name, email })) : [];
  const groups: [ReceiverGroup, AddressedTo[]][] = [
    ['CONTACTS', named],
    ['OWNERS', row.people],
    ['SECRETARIAT', row.secretariat],
    ['ADMINISTRATORS', row.administrators],
  ];
  const [to, people] = groups.find(([, some]) => some.length > 0) ?? ['NOBODY', []];
  return { id: row.id, title: row.title, owners: row.owners, to, people };
}

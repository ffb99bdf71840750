import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Found } from './found.ts';

type Event = { sequence: number; kind: string; body: string };
type Body = { person?: string; role?: string; organization?: string | null; deputy?: boolean };
type Role = { person: string; role: string; organizationId: string | null; organization: string | null; deputy: boolean };

/** Goes through every entry on roles and accounts in their order, and compares what follows with the roles and accounts as they are. */
export async function checkPeople(db: Database, end: number, found: Found): Promise<void> {
  const { rows: events } =
    await sql<Event>`SELECT sequence, kind, body FROM log_entry WHERE kind LIKE 'ROLE\\_%' OR kind LIKE 'PERSON\\_%' ORDER BY sequence`.execute(db);
  const { rows: slugs } = await sql<{ slug: string; record: string }>`
    SELECT DISTINCT body::jsonb->>'slug' AS slug, body::jsonb->>'record' AS record FROM log_entry WHERE kind = 'RECORD_PUBLISHED' AND body::jsonb->>'kind' = 'ORGANIZATION'`.execute(
    db,
  );
  const organizations = new Map(slugs.map((row) => [row.slug, row.record]));
  const roles = new Map<string, { sequence: number; body: Body }>();
  const suspended = new Map<string, { sequence: number; is: boolean }>();
  const erased = new Map<string, number>();
  const keyOf = (person: string, role: string, organizationId: string | null) => `${person} ${role} ${organizationId ?? ''}`;
  for (const { sequence, kind, body: text } of events) {
    const body = JSON.parse(text) as Body;
    const person = body.person ?? '';
    const key = keyOf(person, body.role ?? '', body.organization ? (organizations.get(body.organization) ?? body.organization) : null);
    if (kind === 'ROLE_GRANTED') roles.set(key, { sequence, body });
    else if (kind === 'ROLE_REVOKED') roles.delete(key);
    else if (kind === 'PERSON_SUSPENDED' || kind === 'PERSON_REINSTATED') suspended.set(person, { sequence, is: kind === 'PERSON_SUSPENDED' });
    else if (kind === 'PERSON_ERASED') erased.set(person, sequence);
  }
  const { rows: held } = await sql<Role>`
    SELECT p.pseudonym AS person, m.role, m.organization_id AS "organizationId", o.slug AS organization, m.deputy
    FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN record o ON o.id = m.organization_id ORDER BY m.id`.execute(db);
  const told = (one: { person: string; role: string; organization: string | null | undefined }) =>
    `the role ${one.role}${one.organization ? ` for "${one.organization}"` : ''} of person ${one.person}`;
  for (const one of held) {
    const key = keyOf(one.person, one.role, one.organizationId);
    const given = roles.get(key);
    roles.delete(key);
    if (!given) found(end + 1, `${told(one)} is there, but no entry gave it`);
    else if ((given.body.deputy ?? false) !== one.deputy)
      found(given.sequence, `${told(one)} is ${one.deputy ? '' : 'not '}that of a deputy, the log says otherwise`);
  }
  for (const { sequence, body } of roles.values())
    found(sequence, `${told({ person: body.person ?? '', role: body.role ?? '', organization: body.organization })} is gone, but no entry took it away`);

  const people = await db.selectFrom('person').select(['pseudonym', 'suspendedAt', 'erasedAt']).orderBy('pseudonym').execute();
  for (const person of people) {
    const last = suspended.get(person.pseudonym);
    if ((person.suspendedAt !== null) !== (last?.is ?? false))
      found(last?.sequence ?? end + 1, `the account of person ${person.pseudonym} is ${person.suspendedAt ? '' : 'not '}suspended, the log says otherwise`);
    const gone = erased.get(person.pseudonym);
    if ((person.erasedAt !== null) !== (gone !== undefined))
      found(gone ?? end + 1, `the personal data of person ${person.pseudonym} is ${person.erasedAt ? '' : 'not '}marked as erased, the log says otherwise`);
  }
}

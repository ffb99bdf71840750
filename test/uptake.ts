import { sql } from 'kysely';
import type { Membership, Role, User } from '#api/accounts/user.ts';
import { makeYoga } from '#api/yoga.ts';
import type { ReportInput } from '#api/uptake/fields.ts';
import { answerWithdrawal, withdrawUptake } from '#api/uptake/withdraw.ts';
import type { Database } from '#prisma/database.ts';
import { type Answer, testLibrary } from './ask.ts';

/** A person with roles, made as a row of its own; `organization` is null for roles of the whole system. */
async function makePerson(db: Database, name: string, role: Role, organization: string | null): Promise<User> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`;
  const person = await db.insertInto('person').values({ name, email }).returning('id').executeTakeFirstOrThrow();
  const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ${organization}`.execute(db);
  await sql`INSERT INTO membership (person_id, organization_id, role) VALUES (${person.id}, ${rows[0]?.id ?? null}, ${role}::role)`.execute(db);
  const memberships: Membership[] = [{ role, organizationId: rows[0]?.id ?? null, organizationSlug: organization }];
  return { id: person.id, name, email, memberships };
}

/** The people of the uptake's tests. */
export async function makePeople(db: Database) {
  const secretariat = await makePerson(db, 'Secretariat', 'SECRETARIAT', null);
  // All days are those of UTC here, so that no test fails in the hours in which it is another day at a seat; day.test.ts has other zones.
  await sql`INSERT INTO organization_zone (organization_id, zone, set_by) SELECT id, 'UTC', ${secretariat.id}::uuid FROM record WHERE kind = 'ORGANIZATION'`.execute(
    db,
  );
  return {
    secretariat,
    faoFocal: await makePerson(db, 'FAO focal', 'FOCAL_POINT', 'fao'),
    faoPublisher: await makePerson(db, 'FAO publisher', 'PUBLISHER', 'fao'),
    ituPublisher: await makePerson(db, 'ITU publisher', 'PUBLISHER', 'itu'),
    wfpMember: await makePerson(db, 'WFP member', 'MEMBER', 'wfp'),
  };
}

/** The library with a public door that takes a person: `as(person, query)`; null is the public. */
export async function uptakeLibrary() {
  const library = await testLibrary();
  const people = await makePeople(library.db);
  const all = new Map(Object.values(people).map((person) => [person.id, person]));
  // Who is signed in is said by a header here; sessions have their own tests.
  library.services.accounts.authenticate = async (headers: Headers) => all.get(headers.get('x-person') ?? '') ?? null;
  const yoga = makeYoga(library.services, { error: (details) => library.logged.push(details) });
  const as = async (person: User | null, query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(person ? { 'x-person': person.id } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: Answer['data']; errors?: Answer['errors'] };
    if (answer.errors?.some((error) => error.extensions?.code === 'INTERNAL_SERVER_ERROR'))
      throw new Error('a field failed', { cause: library.logged.at(-1)?.err });
    return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? [] };
  };
  return { ...library, people, as };
}

/** A report of an accepted recommendation that is under way, with what the test changes. */
export const given = (change: Partial<ReportInput> = {}): ReportInput => ({
  effectiveDate: '2024-05-01',
  acceptance: 'ACCEPTED',
  implementation: 'IN_PROGRESS',
  ...change,
});

/** A second, small report as a table: one row a recommendation, marks as in an annex. */
export const secondReport: string[][] = [
  [
    'Report',
    'Report title',
    'Report author',
    'Report date',
    'Number',
    'Title',
    'Text',
    'Place',
    'Addressee',
    'Action',
    'Deadline',
    'Impact',
    'Impact text',
    'FAO',
    'ITU',
    'WHO',
    'UPU',
  ],
  [
    'JIU/REP/2019/99',
    'Example report of the tests',
    'Tests',
    '2019-03',
    '1',
    'Keep an example',
    'Organizations should keep an example.',
    'para 12',
    'Governing bodies',
    'L',
    '2021-06',
    'a',
    'Transparency',
    'L',
    'L',
    '',
    '?',
  ],
  [
    'JIU/REP/2019/99',
    'Example report of the tests',
    'Tests',
    '2019-03',
    '2',
    'Share the example',
    'Executive heads should share it.',
    'para 20',
    'Executive heads',
    'E',
    '',
    'f',
    'Effectiveness',
    'E',
    '',
    'E',
    '',
  ],
];

/** Withdraws an entry as `user`; where a second person has to agree, `second` does. */
export async function withdrawTogether(db: Database, user: User, second: User, entry: string, reason: string, clock?: { today: string }): Promise<void> {
  const done = await withdrawUptake(db, user, entry, reason, clock);
  if ('asked' in done && done.asked) await answerWithdrawal(db, second, { entry, agree: true }, clock);
}

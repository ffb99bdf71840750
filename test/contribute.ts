import { sql } from 'kysely';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import { readOnlySettings } from '#api/env.ts';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { Role, User } from '#api/accounts/user.ts';
import { makeServices } from '#api/context.ts';
import { makeYoga } from '#api/yoga.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { afterAll } from 'vitest';
import type { Data } from './ask.ts';
import { testDatabase } from './database.ts';

export const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
/** A whole lesson of FAO's, with a title of its own. */
export const lessonOf = (title: string, more: Record<string, unknown> = {}) => ({
  kind: 'LESSON',
  theme: 'GOVERNANCE',
  subject: 'checks',
  title,
  language: 'en',
  audience: 'PUBLIC',
  organizations: ['FAO'],
  whatHappened: { text: 'It was made for a check.', cite, certainty: 'STATED' },
  ...more,
});

/** The library with a public door for people with roles: those of the demonstration, and others made with `person`. */
export async function contributeLibrary() {
  const database = await testDatabase('library_template');
  const { db } = database;
  const search = createPostgresEngine(database.url);
  afterAll(() => search.close());
  const services = makeServices(db, search, { ...readOnlySettings(), demo: true });
  // Who is signed in is said by a header here; sessions have their own tests.
  services.accounts.authenticate = async (headers: Headers) => {
    const user = headers.get('x-person') ? await findUser(db, headers.get('x-person') as string) : null;
    return user && { ...user, shown: { secondFactor: true, provedAt: new Date(), withheld: false } };
  };
  const logged: { err?: unknown }[] = [];
  const yoga = makeYoga(services, { error: (details) => logged.push(details) });

  /** The answer to a query of a person (null is the public) as the API gives it. */
  const answer = async (
    user: User | null,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ data: Data; errors?: { message: string; extensions?: { code?: string } }[] }> => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(user ? { 'x-person': user.id } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as never;
  };
  /** The data of a query that is expected to succeed. */
  const ask = async (user: User | null, query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const { data, errors } = await answer(user, query, variables);
    if (errors?.length) throw new Error(errors.map((error) => error.message).join('\n'), { cause: logged.at(-1)?.err });
    return data;
  };
  /** One of the demonstration accounts, with the roles it has now. */
  const demo = async (id: string) => (await findUser(db, await makeDemoAccount(db, id))) as User;
  /** A person with one role, made as a row of its own. */
  const person = async (name: string, role: Role, organization: string | null, deputy = false): Promise<User> => {
    const { id } = await db
      .insertInto('person')
      .values({ name, email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`, emailVerified: true })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ${organization}`.execute(db);
    await db.transaction().execute((trx) => grantMembership(trx, { personId: id, role, organizationId: rows[0]?.id ?? null, deputy, origin: 'GRANT' }, null));
    return (await findUser(db, id)) as User;
  };

  const fields =
    'id state edits round outdated restores publishedVersion content faults { name message } differences { path change } reviews { organizationSlug round state }';
  const result = `__typename ... on DraftSaved { draft { ${fields} } } ... on InvalidInput { fields { name message } } ... on StaleDraft { draft { edits } differences { path } }`;
  /** Saves, without `id` begins, a draft. Variables as in the API. */
  const save = async (user: User, variables: Record<string, unknown>): Promise<Data> =>
    (
      await ask(
        user,
        `mutation ($id: ID, $kind: Kind, $slug: String, $organization: String, $content: JSON, $edits: Int, $key: String, $reason: String) { saveDraft(id: $id, kind: $kind, slug: $slug, organization: $organization, content: $content, edits: $edits, key: $key, reason: $reason) { ${result} } }`,
        variables,
      )
    ).saveDraft;
  const submit = async (user: User, { id, edits }: { id: string; edits: number }): Promise<Data> =>
    (await ask(user, `mutation ($id: ID!, $edits: Int!) { submitDraft(id: $id, edits: $edits) { ${result} } }`, { id, edits })).submitDraft;
  const accept = async (user: User, draft: string, organization: string, round: number): Promise<Data> =>
    (
      await ask(
        user,
        `mutation ($draft: ID!, $organization: String!, $round: Int!) { decide(draft: $draft, organization: $organization, round: $round, outcome: ACCEPTED) { ${result} } }`,
        { draft, organization, round },
      )
    ).decide;
  const rebase = async (user: User, id: string): Promise<Data> =>
    (await ask(user, `mutation ($id: ID!) { rebaseDraft(id: $id) { ${result} } }`, { id })).rebaseDraft;
  /** Takes a content of FAO's through submission and acceptance; the draft as it is then. */
  const goLive = async (variables: Record<string, unknown>): Promise<Data> => {
    const [author, publisher] = [await demo('fao-focal-point'), await demo('fao-publisher')];
    const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', ...variables });
    const submitted = await submit(author, draft);
    if (!submitted.draft) throw new Error(JSON.stringify(submitted));
    return (await accept(publisher, draft.id, 'fao', submitted.draft.round)).draft;
  };
  const mails = async (address?: string) => {
    const rows = await db.selectFrom('mailOutbox').select(['address', 'subject', 'text']).orderBy('createdAt').orderBy('id').execute();
    return rows.filter((row) => !address || row.address === address);
  };
  return { ...database, services, yoga, logged, answer, ask, demo, person, save, submit, accept, rebase, goLive, mails };
}

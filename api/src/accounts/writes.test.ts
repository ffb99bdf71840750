import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contributeLibrary } from '#test/contribute.ts';
import { schema } from '../schema.ts';
import { ANONYMOUS_WRITES_PER_MINUTE, WRITES_PER_MINUTE } from './accounts.ts';

const { db, services, demo, yoga } = await contributeLibrary();
// The clock stands: the limit is by the minute, and a minute must not end in the middle.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
const fields = Object.values(schema.getMutationType()?.getFields() ?? {});

/** The smallest call of a mutation that the schema takes: every needed argument with some value of its type. */
function call(name: string): string {
  const field = schema.getMutationType()?.getFields()[name];
  const some = (type: string): string => {
    if (type.startsWith('[')) return '[]';
    const bare = type.replace(/[!\]]/g, '');
    const named = schema.getType(bare) as
      | { getValues?: () => { name: string }[]; getFields?: () => Record<string, { name: string; type: object }> }
      | undefined;
    if (named?.getValues) return named.getValues()[0]?.name ?? 'null';
    if (named?.getFields)
      return `{ ${Object.values(named.getFields())
        .filter((one) => String(one.type).endsWith('!'))
        .map((one) => `${one.name}: ${some(String(one.type))}`)
        .join(', ')} }`;
    return { Int: '1', Float: '1', Boolean: 'true', JSON: '{}' }[bare] ?? '"00000000-0000-0000-0000-000000000000"';
  };
  const args = (field?.args ?? []).filter((arg) => String(arg.type).endsWith('!')).map((arg) => `${arg.name}: ${some(String(arg.type))}`);
  const type = schema.getType(String(field?.type).replace(/[![\]]/g, ''));
  return `${name}${args.length > 0 ? `(${args.join(', ')})` : ''}${type && 'getFields' in type ? ' { __typename }' : type && 'getTypes' in type ? ' { __typename }' : ''}`;
}
const send = async (person: string | null, query: string, client = '203.0.113.1') => {
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-atrium-client': client, ...(person ? { 'x-person': person } : {}) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { errors?: { message: string; extensions?: { code?: string } }[] };
};
const limited = (answer: Awaited<ReturnType<typeof send>>) => answer.errors?.some((error) => error.extensions?.code === 'TOO_MANY_REQUESTS') ?? false;

it('counts every mutation of the schema as a write, of people and of strangers', async () => {
  expect(fields.length).toBeGreaterThan(20);
  const person = await demo('fao-focal-point');
  for (const { name } of fields) {
    for (const [who, count, client] of [
      [person.id, WRITES_PER_MINUTE, '203.0.113.1'],
      [null, ANONYMOUS_WRITES_PER_MINUTE, '203.0.113.2'],
    ] as const) {
      // The limit is used up by others of the same minute, so that only the count of this one field tells.
      while (services.accounts.countWrite(who ?? `network ${client}`, count) < count);
      const answer = await send(who, `mutation { ${call(name)} }`, client);
      expect(
        answer.errors?.some((error) => /Syntax|Unknown|must|cannot/.test(error.message)),
        `${name}: ${JSON.stringify(answer.errors)}`,
      ).not.toBe(true);
      expect(limited(answer), `${name} is not counted for ${who ? 'a person' : 'a stranger'}`).toBe(true);
    }
  }
}, 60_000);

it('counts each alias, lets other people go on, and keeps one line in the audit', async () => {
  const [author, other] = [await demo('fao-publisher'), await demo('itu-publisher')];
  await db.deleteFrom('auditEvent').execute();
  const remarks = (from: number) =>
    `mutation { ${Array.from({ length: 10 }, (_, index) => `a${index}: commentOnCell(recommendation: "1", organization: "fao", text: "x", idempotencyKey: "write-key-${from + index}") { __typename }`).join(' ')} }`;
  let refused = 0;
  for (let sent = 0; sent < WRITES_PER_MINUTE + 30; sent += 10) refused += Number(limited(await send(author.id, remarks(sent))));
  const rows = await db.selectFrom('uptakeComment').select('id').where('writtenBy', '=', author.id).execute();
  // The first of an answer's aliases that is refused ends the request.
  expect([rows.length, refused]).toEqual([WRITES_PER_MINUTE, 3]);
  expect(limited(await send(other.id, remarks(900)))).toBe(false);
  const audit = await db.selectFrom('auditEvent').select(['kind', 'outcome', 'actor', 'subject', 'client']).where('kind', '=', 'LIMIT_REACHED').execute();
  expect(audit).toEqual([{ kind: 'LIMIT_REACHED', outcome: 'REFUSED', actor: author.pseudonym, subject: 'commentOnCell', client: '203.0.113.1' }]);
});

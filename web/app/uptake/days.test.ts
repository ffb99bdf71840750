import { expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { makePeople } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
const people = await makePeople(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });
const PAGE = '/uptake/organizations/fao';
const send = (fields: Record<string, string>, person: User) =>
  app.inject({
    method: 'POST',
    url: PAGE,
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', ...as(person) },
    payload: new URLSearchParams(fields).toString(),
  });

it('says on its page whose days an organization has, and lets it say another time zone, without script', async () => {
  expect((await visit(PAGE)).text).toContain('No time zone is stated for FAO: its days are those of UTC');
  await db.deleteFrom('organizationZone').execute();
  const page = await visit(PAGE);
  expect(page.text).toContain('Days at FAO are those of Europe/Rome, where it is ');
  expect(page.html).not.toContain('name="timeZone"');
  expect((await visit(PAGE, as(people.faoFocal))).html).toContain('name="timeZone"');

  const refused = await send({ intent: 'timeZone', timeZone: 'Rome' }, people.faoFocal);
  expect(refused.statusCode).toBe(400);
  for (const words of ['Choose a time zone by its name in the IANA database', 'value="Rome"', 'id="timeZone-error"']) expect(refused.body).toContain(words);
  expect((await send({ intent: 'other' }, people.faoFocal)).statusCode).toBe(400);
  expect((await send({ intent: 'timeZone', timeZone: 'Africa/Nairobi' }, people.ituPublisher)).statusCode).toBe(403);

  expect((await send({ intent: 'timeZone', timeZone: 'Africa/Nairobi' }, people.faoFocal)).statusCode).toBe(303);
  expect((await visit(PAGE)).text).toContain('Days at FAO are those of Africa/Nairobi');
  // The form of a report begins with the day there.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Africa/Nairobi' }).format(new Date());
  expect((await visit('/uptake/1/fao', as(people.faoFocal))).html).toMatch(
    new RegExp(`<input[^>]*name="effectiveDate"[^>]*value="${day}"|<input[^>]*value="${day}"[^>]*name="effectiveDate"`),
  );
});

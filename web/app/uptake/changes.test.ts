import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { ValidationError } from '#api/errors.ts';
import { openCampaign } from '#api/uptake/campaigns/write.ts';
import { judgeUptake } from '#api/uptake/judge.ts';
import { addDays, utcToday } from '#api/uptake/state.ts';
import { confirmUptake, reportUptake } from '#api/uptake/write.ts';
import { given, makePeople, withdrawTogether } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
const people = await makePeople(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });
const site = { baseUrl: 'https://atrium.example' };

let keys = 0;
async function entry(recommendation: string, change: Parameters<typeof given>[0], confirmed = true): Promise<string> {
  const written = await reportUptake(db, people.faoFocal, {
    cell: { recommendation, organization: 'fao' },
    given: given(change),
    idempotencyKey: `changes-test-${keys++}`,
  });
  if (written instanceof ValidationError) throw new Error(JSON.stringify(written.fields));
  if (confirmed) await confirmUptake(db, people.faoPublisher, written.entryId);
  return written.entryId;
}
/** The rows of a table of a page, told by its caption, as text. */
const rowsOf = (html: string, caption: string) =>
  (
    html
      .split(`<caption>${caption}</caption>`)[1]
      ?.split('</table>')[0]
      ?.split('<tbody>')[1]
      ?.match(/<tr>.*?<\/tr>/gs) ?? []
  ).map((row) =>
    row
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
const silent = (html: string) => rowsOf(html, 'Organizations that have not reported');
const late = (html: string) => rowsOf(html, 'Overdue actions, by organization');

describe('who has not reported, and what is overdue', () => {
  it('names all organizations at first, and the deadlines that have passed', async () => {
    const { html, text, status } = await visit('/uptake/overdue');
    expect(status).toBe(200);
    expect(silent(html)).toHaveLength(27);
    expect(text).toContain('27 organizations of 27');
    const { overdue } = (await services.db
      .selectFrom('action')
      .innerJoin('record as r', 'r.id', 'action.recommendationId')
      .select(({ fn }) => fn.countAll<string>().as('overdue'))
      .where('action.printed', '=', true)
      .where(sql<boolean>`r.content->'deadline'->>'date' < '2026'`)
      .executeTakeFirstOrThrow()) as { overdue: string };
    expect(text).toContain(`${overdue} actions of`);
    expect(late(html).length).toBeGreaterThan(0);
    // Nothing had passed when the report came out.
    const then = await visit('/uptake/overdue?at=2020-12-31');
    expect(then.text).toContain('Nothing is overdue on this day.');
  });

  it('takes an organization off the list once two of its people stand by a report, and an action once it is implemented', async () => {
    const before = late((await visit('/uptake/overdue')).html).find((row) => row.startsWith('FAO'));
    expect(before).toBeDefined();
    await entry('8', { implementation: 'IMPLEMENTED' }, false);
    expect(silent((await visit('/uptake/overdue')).html).some((row) => row.startsWith('FAO '))).toBe(true);
    expect(silent((await visit('/uptake/overdue', as(people.wfpMember))).html).some((row) => row.startsWith('FAO '))).toBe(false);
    expect(silent((await visit('/uptake/overdue?confirmed=1', as(people.wfpMember))).html).some((row) => row.startsWith('FAO '))).toBe(true);
    for (const { id } of await db.selectFrom('uptakeEntry').select('id').execute()) await confirmUptake(db, people.faoPublisher, id);
    const after = await visit('/uptake/overdue');
    expect(silent(after.html).some((row) => row.startsWith('FAO '))).toBe(false);
    expect(silent(after.html)).toHaveLength(26);
    expect(late(after.html).find((row) => row.startsWith('FAO'))).not.toBe(before);
    expect(after.links).not.toContain('/uptake/8/fao');
  });

  it('tells of the last mail only whom campaigns are told of', async () => {
    const opened = await openCampaign(
      db,
      people.secretariat,
      {
        given: { title: 'Update', message: 'Please report.', closesOn: '2099-01-01', organizations: [{ organization: 'itu', contact: 'focal@itu.example' }] },
        idempotencyKey: 'changes-test-campaign',
      },
      site,
    );
    if (opened instanceof ValidationError) throw new Error(JSON.stringify(opened.fields));
    const itu = async (person: User | null) => {
      const { html } = await visit('/uptake/overdue', person ? as(person) : undefined);
      return { row: silent(html).find((row) => row.startsWith('ITU ')), column: html.includes('Last written to'), not: html.includes('not yet') };
    };
    expect(await itu(null)).toMatchObject({ column: false, not: false });
    expect(await itu(people.wfpMember)).toMatchObject({ column: false });
    expect(await itu(people.secretariat)).toMatchObject({ column: true, not: true });
    expect((await itu(people.secretariat)).row).toMatch(/20\d\d$/);
    expect(await itu(people.ituPublisher)).toMatchObject({ column: true });
  });
});

describe('what has changed since a day', () => {
  const today = utcToday();
  const changes = (html: string) => rowsOf(html, 'Changes, the latest first');
  it('lists confirmations, withdrawals and judgements for everybody, and reports for the UN system', async () => {
    const wrong = await entry('1', {});
    await withdrawTogether(db, people.faoFocal, people.faoPublisher, wrong, 'The wrong year.');
    const claimed = await entry('2', { implementation: 'IMPLEMENTED' });
    await judgeUptake(
      db,
      people.secretariat,
      {
        cell: { recommendation: '2', organization: 'fao' },
        given: { judgement: 'VERIFIED', priority: false, reason: 'It was seen.', voice: 'SECRETARIAT', effectiveDate: '2024-06-01' },
        entry: claimed,
        basedOn: null,
        idempotencyKey: 'changes-test-judged',
      },
      site,
    );
    await entry('3', { implementation: 'NOT_STARTED' }, false);
    const seen = changes((await visit('/uptake/changes')).html);
    expect(seen[0]).toMatch(/^FAO, recommendation 2 Judged CEB secretariat: verified\. It was seen\. /);
    expect(seen.map((row) => row.split(' ')[3])).toEqual(['Judged', 'Confirmed', 'Withdrawn', 'Confirmed', 'Confirmed']);
    expect(seen.join()).toContain('The wrong year.');
    expect(seen.join()).not.toContain('recommendation 3');
    const inside = changes((await visit('/uptake/changes', as(people.wfpMember))).html);
    expect(inside[0]).toContain('FAO, recommendation 3 Reported Accepted, not started');
    expect(inside).toHaveLength(9);
  });

  it('begins with the day that is asked for, 30 days ago unless one is', async () => {
    const feed = async (since: string) => ((await app.inject(`/uptake.atom?since=${since}`)).body.match(/<entry>/g) ?? []).length;
    // Pages of the public are kept until something is written; this test moves days behind their back.
    const inside = async (url: string) => changes((await visit(url, as(people.wfpMember))).html);
    expect(await feed(today)).toBe(5);
    expect(await inside(`/uptake/changes?since=${today}`)).toHaveLength(9);
    await sql`ALTER TABLE uptake_judgement DISABLE TRIGGER USER`.execute(db);
    await sql`UPDATE uptake_judgement SET judged_at = ${`${addDays(today, -1)}T23:59:59.9Z`}::timestamptz, judged_on = ${addDays(today, -1)}::date`.execute(db);
    expect(await inside(`/uptake/changes?since=${today}`)).toHaveLength(8);
    expect(await feed(today)).toBe(4);
    expect(await inside(`/uptake/changes?since=${addDays(today, -1)}`)).toHaveLength(9);
    await sql`UPDATE uptake_judgement SET judged_at = ${`${addDays(today, -31)}T23:59:59.9Z`}::timestamptz, judged_on = ${addDays(today, -31)}::date`.execute(
      db,
    );
    expect(await inside('/uptake/changes')).toHaveLength(8);
    expect((await visit(`/uptake/changes?since=${addDays(today, -31)}`)).links.some((link) => link.startsWith('/uptake.atom?since='))).toBe(true);
    expect((await app.inject('/uptake.atom?since=2026-02-30')).statusCode).toBe(400);
  });

  it('names a day that is none, and goes on page by page', async () => {
    expect((await visit('/uptake/changes?since=2026-02-30')).text).toContain('2026-02-30');
    const ask = async (query: string) => (await app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json();
    const seen: string[] = [];
    let after = '';
    do {
      const { uptakeChanges: page } = (await ask(`{ uptakeChanges(since: "2020-01-01", first: 2${after}) { changes { kind at } hasNextPage endCursor } }`))
        .data;
      seen.push(...page.changes.map((one: { kind: string; at: string }) => `${one.at} ${one.kind}`));
      after = page.hasNextPage ? `, after: "${page.endCursor}"` : '';
    } while (after);
    expect(seen).toHaveLength(5);
    expect(seen.map((one) => one.slice(0, 27))).toEqual(seen.map((one) => one.slice(0, 27)).toSorted((a, b) => (a < b ? 1 : -1)));
    expect((await ask('{ uptakeChanges(after: "x") { since } }')).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

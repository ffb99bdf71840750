import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { Role, User } from '#api/accounts/user.ts';
import { madeVendor } from '#test/screening.ts';
import { unzip } from '#test/unzip.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
// Who is signed in is said by a cookie of the test's own.
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
async function person(name: string, role: Role | null, organization: string): Promise<User> {
  const { id } = await db
    .insertInto('person')
    .values({ name, email: `${name.toLowerCase()}@example.org`, emailVerified: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  const record = await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', organization).executeTakeFirstOrThrow();
  if (role)
    await db.transaction().execute((trx) => grantMembership(trx, { personId: id, role, organizationId: record.id, deputy: false, origin: 'GRANT' }, null));
  return (await findUser(db, id)) as User;
}
const buyer = (await findUser(db, await makeDemoAccount(db, 'procurement-officer'))) as User;
const [colleague, writer, other, stranger] = [
  await person('Colleague', 'MEMBER', 'unicef'),
  await person('Writer', 'FOCAL_POINT', 'unicef'),
  await person('Other', 'PROCUREMENT_OFFICER', 'fao'),
  await person('Stranger', null, 'fao'),
];
const cookieOf = (user: User) => `atrium.session_token=signed; person=${user.id}`;
const see = (path: string, user: User | null = buyer) => visit(path, user ? { cookie: cookieOf(user) } : {});
const get = (url: string, user: User | null) => app.inject({ url, headers: { host: 'localhost', ...(user ? { cookie: cookieOf(user) } : {}) } });
/** Sends a form as a browser without script does. */
const send = (url: string, fields: [string, string][], user: User | null) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
      ...(user ? { cookie: cookieOf(user) } : {}),
    },
    payload: new URLSearchParams(fields).toString(),
  });
const editsOf = async (url: string) =>
  Number(
    (
      await db
        .selectFrom('shortlist')
        .select('edits')
        .where('id', '=', url.split('/')[2] ?? '')
        .executeTakeFirstOrThrow()
    ).edits,
  );
let list = '';

describe('a shortlist', () => {
  it('is begun from what was ticked in the roster, without script, and keeps each record once with its note', async () => {
    expect((await see('/vendors', null)).html).not.toContain('Put on a shortlist');
    expect((await see('/vendors')).html).toContain('formAction="/shortlists/add"');
    expect((await see('/vendors/irisguard')).links).toContain('/shortlists/add?ids=vendors%2Firisguard');
    expect((await see('/standards/iso-22739-2020')).links).toContain('/shortlists/add?ids=standards%2Fiso-22739-2020');
    const address = '/shortlists/add?ids=vendors/irisguard&ids=projects/building-blocks&ids=vendors/none';
    const form = await see(address);
    for (const text of ['IrisGuard', 'Building Blocks', 'Put on the list']) expect(form.text).toContain(text);
    const records: [string, string][] = [
      ['record', '/vendors/irisguard'],
      ['record', '/projects/building-blocks'],
    ];
    const refused = await send(address, [...records, ['name', ''], ['key', 'begin-1']], buyer);
    expect([refused.statusCode, refused.body.includes('Fill this in.')]).toEqual([400, true]);
    const begun = await send(address, [...records, ['name', 'Registers, 2027'], ['key', 'begin-1']], buyer);
    expect([begun.statusCode, begun.headers.location]).toEqual([303, expect.stringMatching(/^\/shortlists\/[0-9a-f-]{36}\?done=created$/)]);
    // The same once more is the same list.
    expect((await send(address, [...records, ['name', 'Registers, 2027'], ['key', 'begin-1']], buyer)).headers.location).toBe(begun.headers.location);
    list = String(begun.headers.location).replace(/\?.*/, '');
    await send(
      '/shortlists/add',
      [
        ['record', '/vendors/irisguard'],
        ['record', '/lessons/l001'],
        ['list', list.split('/')[2] ?? ''],
        ['note', 'Asked for by the board.'],
        ['key', 'k'],
      ],
      buyer,
    );
    const lesson = await db.selectFrom('record').select(['slug', 'title']).where('kind', '=', 'LESSON').orderBy('position').executeTakeFirstOrThrow();
    const put = await send(
      '/shortlists/add',
      [
        ['record', '/vendors/irisguard'],
        ['record', `/lessons/${lesson.slug}`],
        ['list', list.split('/')[2] ?? ''],
        ['note', 'Asked for <b>by</b> the board.'],
      ],
      buyer,
    );
    expect([put.statusCode, put.headers.location]).toEqual([303, `${list}?done=put`]);
    const page = await see(list);
    expect(page.text).toContain('3 entries');
    expect(page.text).toContain('Asked for <b>by</b> the board.');
    expect(page.text).toContain(lesson.title);
    // IrisGuard stood there already and kept its note, which is empty.
    expect(page.text.split('Asked for <b>by</b>').length - 1).toBe(2);
    const noted = await send(
      list,
      [
        ['intent', 'note'],
        ['record', '/vendors/irisguard'],
        ['edits', String(await editsOf(list))],
        ['note', '=SUM(A1) Good references'],
      ],
      buyer,
    );
    expect(noted.headers.location).toBe(`${list}?done=note`);
    // Somebody changed it in between: nothing is overwritten, and what was typed is there.
    const stale = await send(
      list,
      [
        ['intent', 'note'],
        ['record', '/vendors/irisguard'],
        ['edits', '1'],
        ['note', 'Typed in vain?'],
      ],
      buyer,
    );
    expect([stale.statusCode, stale.body.includes('Typed in vain?'), stale.body.includes('Somebody saved this in the meantime')]).toEqual([400, true, true]);
    expect(
      (
        await send(
          list,
          [
            ['intent', 'off'],
            ['record', '/projects/building-blocks'],
            ['edits', String(await editsOf(list))],
          ],
          buyer,
        )
      ).statusCode,
    ).toBe(303);
    expect((await see(list)).text).toContain('2 entries');
    expect(
      (
        await send(
          '/shortlists/add',
          [
            ['record', '/projects/building-blocks'],
            ['list', list.split('/')[2] ?? ''],
          ],
          buyer,
        )
      ).statusCode,
    ).toBe(303);
  });

  it('is private, shared in the organization, or by a link for the UN system, and seen by nobody else', async () => {
    const seen = async (address = list) =>
      Promise.all([buyer, colleague, writer, other, stranger, null].map(async (user) => (await see(address, user)).text.includes('Registers, 2027')));
    const share = async (sharing: string, user = buyer) =>
      send(
        list,
        [
          ['intent', 'save'],
          ['name', 'Registers, 2027'],
          ['purpose', ''],
          ['sharing', sharing],
          ['organization', 'unicef'],
          ['edits', String(await editsOf(list))],
        ],
        user,
      );
    expect(await seen()).toEqual([true, false, false, false, false, false]);
    expect((await share('LINK')).statusCode).toBe(303);
    const link = /value="http[^"]*(\/shortlists\/[^"]+link=[\w-]+)"/.exec((await see(list)).html)?.[1] ?? '';
    expect(link).toContain('link=');
    expect(await seen(link)).toEqual([true, true, true, true, false, false]);
    expect(await seen()).toEqual([true, false, false, false, false, false]);
    expect((await share('ORGANIZATION')).statusCode).toBe(303);
    expect(await seen()).toEqual([true, true, true, false, false, false]);
    // The link has ended, and is another one the next time.
    expect(await seen(link)).toEqual([true, true, true, false, false, false]);
    const off = async (user: User) =>
      (
        await send(
          list,
          [
            ['intent', 'off'],
            ['record', '/projects/building-blocks'],
            ['edits', String(await editsOf(list))],
          ],
          user,
        )
      ).statusCode;
    expect([await off(colleague), await off(other), await off(writer)]).toEqual([403, 400, 303]);
    expect((await share('PRIVATE', writer)).statusCode).toBe(403);
    expect((await get(`${list}.csv?audience=internal`, other)).statusCode).toBe(404);
    expect((await see('/shortlists', colleague)).text).toContain('Registers, 2027');
    expect((await see('/shortlists', other)).text).not.toContain('Registers, 2027');
  });

  it('leaves out records that its reader does not see', async () => {
    await sql`UPDATE record SET audience = 'OWNERS' WHERE slug = 'irisguard'`.execute(db);
    const page = await see(list, colleague);
    expect([page.text.includes('IrisGuard'), page.text.includes('1 more entry is not in the library any more, or not for you.')]).toEqual([false, true]);
    expect((await get(`${list}.csv?audience=internal`, colleague)).body).not.toContain('IrisGuard');
    await sql`UPDATE record SET audience = 'PUBLIC' WHERE slug = 'irisguard'`.execute(db);
  });

  it('is given as CSV, XLSX and DOCX with sources, the day and who made it, and formulas as text', async () => {
    for (const extension of ['csv', 'xlsx', 'docx']) {
      expect((await get(`${list}.${extension}`, buyer)).statusCode).toBe(401);
      expect((await get(`${list}.${extension}?audience=internal`, null)).statusCode).toBe(401);
      const answer = await get(`${list}.${extension}?audience=internal`, buyer);
      expect([extension, answer.statusCode]).toEqual([extension, 200]);
      const text =
        extension === 'csv'
          ? answer.body
          : Object.values(unzip(answer.rawPayload))
              .join('\n')
              .replace(/<[^>]+>/g, ' ');
      for (const some of ['IrisGuard', 'SUM(A1) Good references', 'JIU/REP/2020/7', 'INTERNAL'])
        expect([extension, some, text.includes(some)]).toEqual([extension, some, true]);
      if (extension !== 'csv') expect([text.includes(buyer.name), text.includes('Made on 20')]).toEqual([true, true]);
    }
    expect((await get(`${list}.csv?audience=internal`, buyer)).body).toContain("'=SUM(A1)");
  });

  it('follows an entry that was made one with another, and is deleted with its notes', async () => {
    const kept = await db.selectFrom('record').select('id').where('slug', '=', 'consensys').executeTakeFirstOrThrow();
    await sql`UPDATE record SET archived_at = now(), merged_into = ${kept.id}::uuid WHERE slug = 'irisguard'`.execute(db);
    expect((await see(list)).text).toContain('ConsenSys');
    await sql`UPDATE record SET archived_at = NULL, merged_into = NULL WHERE slug = 'irisguard'`.execute(db);
    const spare = await send(
      '/shortlists',
      [
        ['name', 'To go'],
        ['key', 'to-go'],
      ],
      buyer,
    );
    const address = String(spare.headers.location).replace(/\?.*/, '');
    expect(
      (
        await send(
          address,
          [
            ['intent', 'delete'],
            ['edits', '1'],
          ],
          buyer,
        )
      ).headers.location,
    ).toBe('/shortlists?done=deleted');
    expect((await see(address)).status).toBe(404);
  });
});

describe('a request for information', () => {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const mails = () =>
    db
      .selectFrom('mailOutbox')
      .select(['eventKey', 'address', 'subject', 'text', 'personId'])
      .where('eventKey', 'like', 'information%')
      .orderBy('eventKey')
      .execute();
  let request = '';
  let token = '';

  it('goes to the contacts of the vendors exactly once, and shows their addresses to nobody', async () => {
    const slug = await madeVendor(db, 'Lumovat Timber');
    await sql`UPDATE record SET content = content || '{"contacts": [{"name": "Sales", "email": "sales@lumovat.example"}, {"name": "Office", "email": "office@lumovat.example"}, {"name": "Sales", "email": "SALES@lumovat.example"}], "audiences": {"contacts": "OWNERS"}}' WHERE slug = ${slug}`.execute(
      db,
    );
    await send(
      '/shortlists/add',
      [
        ['record', `/vendors/${slug}`],
        ['list', list.split('/')[2] ?? ''],
      ],
      buyer,
    );
    expect((await see(list)).links).toContain(`${list}/ask`);
    expect((await see(list, colleague)).links).not.toContain(`${list}/ask`);
    expect((await see(`${list}/ask`, colleague)).status).toBe(403);
    const fields = (more: Record<string, string>, vendors = [slug]): [string, string][] => [
      ...Object.entries({ organization: 'unicef', subject: 'Registers', text: 'Which ran for two years?', answerBy: day, key: 'ask-1', ...more }),
      ...vendors.map((one): [string, string] => ['vendors', one]),
    ];
    const wrong = await send(`${list}/ask`, fields({ text: '', answerBy: '2020-01-01' }), buyer);
    expect(wrong.statusCode).toBe(400);
    for (const sentence of ['Fill this in.', 'Choose a day after today and within 90 days.', 'Registers']) expect(wrong.body).toContain(sentence);
    expect((await send(`${list}/ask`, fields({}, [slug, 'irisguard']), buyer)).body).toContain('No contact is kept of IrisGuard.');
    expect((await send(`${list}/ask`, fields({ organization: 'fao' }), buyer)).statusCode).toBe(403);
    expect(await mails()).toEqual([]);
    const sent = await Promise.all([1, 2].map(() => send(`${list}/ask`, fields({}), buyer)));
    expect(new Set(sent.map((one) => `${one.statusCode} ${one.headers.location}`)).size).toBe(1);
    request = String(sent[0]?.headers.location).replace(/\?.*/, '');
    const written = await mails();
    expect(written.map(({ address }) => address).sort()).toEqual(['SALES@lumovat.example', 'office@lumovat.example']);
    for (const mail of written) {
      expect(mail.text).toContain('Which ran for two years?');
      expect(mail.text).toContain(buyer.name);
      expect(mail.text).not.toContain(mail.address === 'office@lumovat.example' ? 'SALES@' : 'office@');
    }
    token = /token=([\w-]+)/.exec(written[0]?.text ?? '')?.[1] ?? '';
    const page = await see(request);
    expect(page.text).toContain('mails went to 2 contacts');
    expect(page.html).not.toContain('lumovat.example');
    expect((await see(request, other)).status).toBe(404);
    expect((await see(request, colleague)).status).toBe(404);
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM log_entry WHERE kind = 'INFORMATION_ASKED'`.execute(db);
    expect(rows[0]?.count).toBe(1);
  });

  it('is answered by the button of the page that the mail leads to, and who asked is told', async () => {
    const address = `/answer?token=${token}`;
    expect((await see('/answer?token=none', null)).text).toContain('This link is not known here.');
    const page = await see(address, null);
    for (const text of ['Registers', 'UNICEF asks Lumovat Timber.', 'Which ran for two years?']) expect(page.text).toContain(text);
    const half = await send(
      address,
      [
        ['name', ''],
        ['text', 'Two of them.'],
      ],
      null,
    );
    expect([half.statusCode, half.body.includes('Two of them.')]).toEqual([400, true]);
    for (const _ of [1, 2])
      expect(
        (
          await send(
            address,
            [
              ['name', 'A. Seller'],
              ['text', 'Two of <i>them</i>.'],
            ],
            null,
          )
        ).headers.location,
      ).toBe(`${address}&done=1`);
    const answered = await see(request);
    expect(answered.text).toContain('Two of <i>them</i>.');
    expect(answered.text).toContain('A. Seller');
    expect((await see('/information')).text).toContain('1 of 1 vendor answered');
    const told = (await mails()).filter(({ eventKey }) => eventKey.startsWith('information-answer:'));
    expect(told.map(({ personId }) => personId)).toEqual([buyer.id]);
    expect((await see(`${address}&done=1`, null)).text).toContain('The answer is sent');
  });

  it('calls a vendor whose entry was closed since as it was called in the open last', async () => {
    const state = (title: string, audience: string) =>
      sql`UPDATE record SET title = ${title}, audience = ${audience}::audience WHERE kind = 'VENDOR' AND title IN ('Lumovat Timber', 'A name for few')`.execute(
        db,
      );
    await state('A name for few', 'OWNERS');
    for (const [address, user] of [
      [`/answer?token=${token}`, null],
      [request, buyer],
    ] as const) {
      const page = await see(address, user);
      expect([
        address,
        page.text.includes('Lumovat Timber'),
        page.html.includes('A name for few'),
        page.links.some((link) => link.startsWith('/vendors/')),
      ]).toEqual([address, true, false, false]);
    }
    await state('Lumovat Timber', 'PUBLIC');
  });

  it('never changes, and is not answered after its day', async () => {
    await expect(sql`UPDATE information_answer SET text = 'Three of them.'`.execute(db)).rejects.toThrow('never changes');
    await expect(sql`DELETE FROM information_request`.execute(db)).rejects.toThrow('never changes');
    // Whose answer it is is sealed too: the same request, asked of another vendor than the log says.
    const named = async () => (await verifyDatabase(db)).faults.map(({ message }) => message).filter((message) => message.includes('information'));
    expect(await named()).toEqual([]);
    await db
      .transaction()
      .execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        await sql`UPDATE information_request_vendor SET vendor_id = (SELECT id FROM record WHERE kind = 'VENDOR' AND slug = 'irisguard')`.execute(trx);
        const told = (await verifyDatabase(trx)).faults.map(({ message }) => message);
        expect(told.filter((message) => /^the answer to the request for information .*: ofVendor is /.test(message))).toHaveLength(1);
        throw new Error('undone');
      })
      .catch((error: Error) => {
        if (error.message !== 'undone') throw error;
      });
    await sql`ALTER TABLE information_request DISABLE TRIGGER information_stays`.execute(db);
    await sql`UPDATE information_request SET answer_by = '2020-01-01'`.execute(db);
    const late = await send(
      `/answer?token=${token}`,
      [
        ['name', 'A. Seller'],
        ['text', 'Three.'],
      ],
      null,
    );
    expect([late.statusCode, late.body.includes('Answers could be sent until')]).toEqual([400, true]);
  });
});

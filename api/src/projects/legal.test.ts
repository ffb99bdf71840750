import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { User } from '#api/accounts/user.ts';
import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { unzip } from '#test/unzip.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
const { id } = await db
  .insertInto('person')
  .values({ name: 'Mia Member', email: 'mia@example.org', emailVerified: true })
  .returning('id')
  .executeTakeFirstOrThrow();
const itu = await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', 'itu').executeTakeFirstOrThrow();
await db.transaction().execute((trx) => grantMembership(trx, { personId: id, role: 'MEMBER', organizationId: itu.id, deputy: false, origin: 'GRANT' }, null));
const member = (await findUser(db, id)) as User;
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const question = (topic: string, text: string, answer?: string) => ({ topic, question: text, ...(answer ? { answer } : {}), cite });
const project = async (slug: string, legal: object[], audiences: Record<string, string>, audience = 'PUBLIC') => {
  const content = kinds.PROJECT.schema.parse({
    ...{ sourceKey: slug, slug, title: slug, origin: 'CONTRIBUTED', owners: ['FAO'], uses: ['OTHER'], scope: 'GLOBAL', audience },
    ...{ summary: { text: 'It is made.', cite }, stages: [{ stage: 'PILOT', text: 'It began.', cite }], ledger: { access: { value: 'PUBLIC', cite } } },
    ...{ legal, audiences },
  });
  await db.transaction().execute((trx) =>
    publish(trx, {
      kind: 'PROJECT',
      recordId: null,
      content: content as Record<string, unknown>,
      sources: [],
      reason: 'A check.',
      author: member.pseudonym as string,
      organization: 'fao',
      accepted: [],
      restores: null,
    }),
  );
};

it('collects the legal questions of projects in topics, for those who may see them, and counts the rest', { timeout: 120_000 }, async () => {
  await project('open-law', [question('DISPUTE_RESOLUTION', 'Who decides zqopen?', 'An arbitrator.'), question('DIGITAL_ASSETS', 'Is it money zqopenasset?')], {
    legal: 'PUBLIC',
  });
  await project('inner-law', [question('DISPUTE_RESOLUTION', 'Who decides zqinner?')], {});
  await project('owned-law', [question('OTHER', 'May we zqowned?')], { legal: 'OWNERS' });
  await project('hidden-law', [question('OTHER', 'May we zqhidden?')], { legal: 'PUBLIC' }, 'OWNERS');
  const text = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ url, headers: { host: 'localhost', ...headers } });
    expect(answer.statusCode).toBe(200);
    return (unzip(answer.rawPayload)['word/document.xml'] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  };
  const open = await text('/legal.docx');
  for (const words of [
    'It has 2 questions. Left out for confidentiality: 3,',
    'Resolution of disputes',
    'Who decides zqopen?',
    'An arbitrator.',
    'Not answered yet',
    'JIU/REP/2020/7, para 50',
    new Date().toISOString().slice(0, 10),
  ])
    expect(open).toContain(words);
  expect(open.indexOf('zqopenasset')).toBeLessThan(open.indexOf('Who decides zqopen?'));
  for (const word of ['zqinner', 'zqowned', 'zqhidden', 'inner-law', 'hidden-law']) expect(open).not.toContain(word);
  const cookie = `atrium.session_token=signed; person=${member.id}`;
  const inner = await text('/legal.docx?audience=internal', { cookie });
  for (const words of ['It has 3 questions. Left out for confidentiality: 2,', 'zqinner', 'INTERNAL']) expect(inner).toContain(words);
  for (const word of ['zqowned', 'zqhidden']) expect(inner).not.toContain(word);
  expect((await app.inject({ url: '/legal.docx?audience=internal', headers: { host: 'localhost' } })).statusCode).toBe(401);
  expect((await visit('/legal')).html).toContain('href="/legal.docx"');
  // The page of a project has them too, for the same readers.
  const page = await visit('/projects/open-law');
  for (const words of ['Legal questions', 'Resolution of disputes', 'Is it money zqopenasset?', 'Not answered yet.']) expect(page.text).toContain(words);
  expect((await visit('/projects/inner-law')).text).not.toContain('zqinner');
  expect((await visit('/projects/inner-law', { cookie })).text).toContain('zqinner');
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM audit_event WHERE kind = 'EXPORT' AND subject = 'GET /legal.docx'`.execute(db);
  expect(rows[0]?.n).toBe(1);
});

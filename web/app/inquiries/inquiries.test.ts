import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

// Someone to ask: from every project, organization and lesson, by a form that works without script.

const { visit, app, db } = await testSite();
const person = await db
  .insertInto('person')
  .values({ name: 'Fay Focal', email: 'fay@example.org', emailVerified: true })
  .returning('id')
  .executeTakeFirstOrThrow();
const fao = await db.selectFrom('record').select('id').where('slug', '=', 'fao').where('kind', '=', 'ORGANIZATION').executeTakeFirstOrThrow();
await db.insertInto('membership').values({ personId: person.id, role: 'FOCAL_POINT', organizationId: fao.id }).execute();
const post = (fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/ask?${new URLSearchParams({ record })}`,
    headers: { host: 'localhost', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  });
const record = '/projects/papua-new-guinea-livestock';

describe('ask the owner', () => {
  it('is offered by projects, organizations and lessons, and every entry can be told of an error', async () => {
    const { rows } = { rows: await db.selectFrom('record').select('slug').where('kind', '=', 'LESSON').limit(1).execute() };
    for (const url of [record, '/organizations/fao', `/lessons/${rows[0]?.slug}`]) {
      const { links } = await visit(url);
      expect(links, url).toContain(`/ask?${new URLSearchParams({ record: url })}`);
      expect(links, url).toContain(`/ask?${new URLSearchParams({ record: url, purpose: 'error' })}`);
    }
    for (const url of ['/vendors/irisguard', '/recommendations/4'])
      expect((await visit(url)).links, url).toContain(`/ask?${new URLSearchParams({ record: url, purpose: 'error' })}`);
  });

  it('says to whom the text goes, keeps what was typed with all faults, and sends it', async () => {
    const page = await visit(`/ask?record=${record}`);
    expect(page.text).toContain('the people who keep this entry for FAO and ITU');
    expect(page.html).not.toContain('fay@example.org');
    const refused = await post({ record, purpose: 'question', text: 'What did it cost?', name: '', email: 'nobody' });
    expect(refused.statusCode).toBe(400);
    for (const words of ['What did it cost?', 'nobody', 'Fill this in.', 'Write a mail address']) expect(refused.body).toContain(words);
    const sent = await post({ record, purpose: 'question', text: 'What did it cost?', name: 'Ada', email: 'ada@example.org' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/ask?${new URLSearchParams({ record, purpose: 'question', sent: 'OWNERS' })}`]);
    expect((await visit(String(sent.headers.location))).text).toContain('Sent to the people who keep this entry.');
    expect(await db.selectFrom('mailOutbox').select(['address', 'replyTo']).execute()).toEqual([{ address: 'fay@example.org', replyTo: 'ada@example.org' }]);
  });

  it('of nothing, or of an entry that does not exist, leads back', async () => {
    for (const url of ['/ask', '/ask?record=/projects/none', '/ask?record=%00']) {
      const page = await visit(url);
      expect([url, page.status]).toEqual([url, 200]);
      expect(page.text).toContain('Open the entry that you want to ask about');
    }
  });
});

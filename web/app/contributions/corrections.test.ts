import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser } from '#api/accounts/memberships.ts';
import { testSite } from '#test/visit.ts';
import { expect, it } from 'vitest';

const { db, services, app, visit } = await testSite();
/** Who is signed in is said by a cookie here; sessions have their own tests. */
services.accounts.authenticate = async (headers: Headers) => {
  const id = /atrium\.session_token=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  const user = id ? await findUser(db, await makeDemoAccount(db, id)) : null;
  return user && { ...user, shown: { secondFactor: true, provedAt: new Date(), withheld: false } };
};
const as = (account: string) => ({ cookie: `atrium.session_token=${account}` });
const post = (account: string, url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      ...as(account),
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields).toString(),
  });
const [focal, publisher, secretariat] = ['fao-focal-point', 'fao-publisher', 'secretariat'] as const;
const project = '/projects/papua-new-guinea-livestock';
const value = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';

it('leads from each statement to its field, for those who may change it alone', async () => {
  const links = (await visit(project, as(focal))).links.filter((link) => link.startsWith(`${project}/edit?field=`));
  expect(links).toContain(`${project}/edit?field=summary.text#summary.text`);
  expect(links.filter((link) => /field=statements\.\d+\.text/.test(link)).length).toBeGreaterThan(0);
  expect(new Set(links.filter((link) => link.includes('statements.'))).size).toBe(links.filter((link) => link.includes('statements.')).length);
  for (const headers of [{}, as('member')]) expect((await visit(project, headers)).links.filter((link) => link.includes('/edit'))).toEqual([]);
  // Each leads to the very text.
  const { content } = await db.selectFrom('record').select('content').where('slug', '=', 'papua-new-guinea-livestock').executeTakeFirstOrThrow();
  const last = links.findLast((link) => link.includes('statements.')) as string;
  const index = Number(/statements\.(\d+)/.exec(last)?.[1]);
  const { html } = await visit(last, as(focal));
  expect(html).toContain('name="was"');
  expect(value(html, 'was')).toBe(
    (content as { statements: { text: string }[] }).statements[index]?.text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;'),
  );
  const begun = await post(focal, `${project}/edit`, { slug: 'papua-new-guinea-livestock', field: `statements.${index}.text`, key: 'field' });
  expect(begun.headers.location).toMatch(new RegExp(`^/drafts/[0-9a-f-]{36}\\?field=statements\\.${index}\\.text#statements\\.${index}\\.text$`));
  // The item that it stands in is open there.
  expect((await visit(String(begun.headers.location).split('#')[0] as string, as(focal))).html).toMatch(
    new RegExp(`<details class="entry-item" id="statements\\.${index}" open`),
  );
});

it('sends a small correction to the reviewers with one form, and keeps what was typed where it is refused', async () => {
  const address = `${project}/edit?field=summary.text`;
  const page = await visit(address, as(focal));
  const fields = {
    slug: 'papua-new-guinea-livestock',
    field: 'summary.text',
    was: value(page.html, 'was').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    key: 'small',
    do: 'correct',
  };
  const refused = await post(focal, address, { ...fields, text: fields.was });
  expect([refused.statusCode, refused.body.includes('This is what it says already.')]).toEqual([400, true]);
  const stale = await post(focal, address, { ...fields, was: 'Something older.', text: 'Kept in the box.' });
  expect([stale.statusCode, stale.body.includes('Kept in the box.')]).toEqual([400, true]);
  const sent = await post(focal, address, { ...fields, text: `${fields.was} Corrected.` });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringMatching(/^\/drafts\/[0-9a-f-]{36}\/review\?submitted=1$/)]);
  const review = await visit(String(sent.headers.location), as(publisher));
  expect(review.text).toContain('A small correction: Summary, Text.');
  expect(review.text).toContain('As readers will see it');
  expect(review.html).toMatch(/<span class="changed">.*?Corrected\./s);
  expect(review.text).toContain('Accept the change');
});

it('says who else wrote on a draft a moment ago', async () => {
  const { id } = await db.selectFrom('draft').select('id').where('state', '=', 'DRAFT').limit(1).executeTakeFirstOrThrow();
  expect((await visit(`/drafts/${id}`, as(focal))).html).not.toContain('id="also-writing"');
  expect((await visit(`/drafts/${id}`, as(publisher))).text).toMatch(/Demo: FAO focal point .*saved this draft on/);
});

it('begins entries from lists, and a lesson from its project', async () => {
  for (const kind of ['projects', 'lessons', 'vendors']) {
    expect((await visit(`/${kind}`, as(focal))).links).toContain(`/${kind}/new`);
    for (const headers of [{}, as('member')]) expect((await visit(`/${kind}`, headers)).links).not.toContain(`/${kind}/new`);
  }
  expect((await visit(project, as(focal))).links).toContain('/lessons/new?project=papua-new-guinea-livestock');
  expect((await visit(project)).links.some((link) => link.startsWith('/lessons/new'))).toBe(false);
  const { html } = await visit('/lessons/new?project=papua-new-guinea-livestock', as(focal));
  expect(value(html, 'project')).toBe('papua-new-guinea-livestock');
  const begun = await post(focal, '/lessons/new', {
    title: 'Learned there',
    organization: 'fao',
    organizationName: 'FAO',
    project: 'papua-new-guinea-livestock',
    key: 'of-project',
  });
  const id = /[0-9a-f-]{36}/.exec(String(begun.headers.location))?.[0] as string;
  const { content } = await db.selectFrom('draft').select('content').where('id', '=', id).executeTakeFirstOrThrow();
  expect(content).toMatchObject({ organizations: ['FAO'], projects: ['papua-new-guinea-livestock'] });
});

it('takes an entry out of the library and makes two one in the browser, for those who may', async () => {
  const vendors = await db.selectFrom('record').select(['slug', 'title']).where('kind', '=', 'VENDOR').orderBy('slug').limit(3).execute();
  const [double, stays, gone] = vendors.map(({ slug }) => slug) as [string, string, string];
  expect((await visit(`/vendors/${double}/edit`, as(focal))).html).not.toContain('id="merge"');
  expect((await visit(`/vendors/${double}/edit`, as(secretariat))).html).toContain('id="merge"');
  const refused = await post(secretariat, `/vendors/${double}/edit`, { slug: double, into: '', mergeReason: 'Same firm.', do: 'merge' });
  expect([refused.statusCode, refused.body.includes('Same firm.')]).toEqual([400, true]);
  const merged = await post(secretariat, `/vendors/${double}/edit`, {
    slug: double,
    into: `http://localhost:3000/vendors/${stays}`,
    mergeReason: 'Same firm.',
    do: 'merge',
  });
  expect([merged.statusCode, merged.headers.location]).toEqual([303, `/vendors/${stays}`]);
  for (const headers of [{}, as(focal)]) {
    const led = await visit(`/vendors/${double}`, headers);
    expect([led.status, led.headers['location']]).toEqual([301, `/vendors/${stays}`]);
  }
  expect((await visit('/vendors/nobody-of-this-name')).status).toBe(404);
  const archived = await post(secretariat, `/vendors/${gone}/edit`, { slug: gone, reason: 'It was entered by mistake.', do: 'archive' });
  expect([archived.statusCode, archived.headers.location]).toEqual([303, '/archived?done=1']);
  expect((await visit(`/vendors/${gone}`)).status).toBe(404);
  expect((await visit('/archived?done=1', as(secretariat))).text).toContain('The reason: It was entered by mistake.');
});

it('says how many values of filters were too many', async () => {
  const query = Array.from({ length: 200 }, (_, index) => `use=${index}`).join('&');
  const { status, text } = await visit(`/projects?${query}`);
  expect(status).toBe(200);
  expect(text).toContain('The address names 150 values of filters too many: they were ignored.');
  expect(text).toContain('40 more values are not known; they were ignored too.');
});

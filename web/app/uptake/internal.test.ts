import { expect, it } from 'vitest';
import { confirmUptake, reportUptake, type Written } from '#api/uptake/write.ts';
import { cookieOf, signInByCookie } from '#test/leak-world.ts';
import { given, makePeople, withdrawTogether } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const site = await testSite();
signInByCookie(site.services);
const people = await makePeople(site.db);
const as = (user: Parameters<typeof cookieOf>[0]) => ({ cookie: cookieOf(user), 'sec-fetch-site': 'same-origin' });
const post = (path: string, user: Parameters<typeof cookieOf>[0], fields: Record<string, string>) =>
  site.app.inject({
    method: 'POST',
    url: path,
    headers: { ...as(user), accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

it('offers a reader the public files, and people of the UN system also the internal ones, in words', async () => {
  for (const [path, file] of [
    ['/projects', '/projects.xlsx'],
    ['/uptake', '/uptake.docx'],
    ['/uptake/organizations/fao', '/uptake/organizations/fao.docx'],
    ['/projects/building-blocks', '/projects.csv'],
  ] as const) {
    const open = await site.visit(path);
    expect([path, open.links.includes(file), open.links.some((link) => link.includes('audience='))]).toEqual([path, true, false]);
    expect(open.html).not.toContain('internal-print');
    const inside = await site.visit(path, as(people.wfpMember));
    expect([path, inside.links.includes(file), inside.links.some((link) => link.startsWith(file) && link.includes('audience=internal'))]).toEqual([
      path,
      true,
      true,
    ]);
    expect(inside.text).toMatch(/marked (on every page|as internal)/);
    // What this person prints says so.
    expect(inside.text).toContain('INTERNAL, not for publication');
  }
  const follow = await site.visit('/follow', as(people.wfpMember));
  expect(follow.text).toContain('All that you may see; each mail is marked as internal');
});

it('keeps the reason of whoever withdraws second, and says who was first', async () => {
  const written = (await reportUptake(site.db, people.faoFocal, {
    cell: { recommendation: '1', organization: 'fao' },
    given: given({ evidence: [{ kind: 'ADDRESS', address: 'https://zqplace.example/', label: 'Annex' }] }),
    idempotencyKey: 'page-withdrawn',
  })) as Written;
  await confirmUptake(site.db, people.faoPublisher, written.entryId);
  await withdrawTogether(site.db, people.secretariat, people.faoFocal, written.entryId, 'Reason of the first.');
  const page = await post('/uptake/1/fao', people.faoFocal, {
    intent: 'withdraw',
    entry: written.entryId,
    [`reason-${written.entryId}`]: 'Reason of the second.',
  });
  expect(page.body).toMatch(
    /This entry was withdrawn already by Secretariat \(secretariat\) on .*with the reason “Reason of the first\.”\. Your reason was not recorded/,
  );
  expect(page.body).toMatch(/<textarea[^>]*name="text"[^>]*>\s*Reason of the second\./);
  const history = await site.visit('/uptake/1/fao');
  expect(history.text).toContain('Annex (closed, because the report was withdrawn)');
  expect(history.html).not.toContain('zqplace');
  expect((await site.visit('/uptake/1/fao', as(people.faoFocal))).links).toContain('https://zqplace.example/');
});

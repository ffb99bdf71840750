import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { visit } = await testSite();

describe('the search page', () => {
  it('asks what one looks for, before anything is asked', async () => {
    const page = await visit('/search');
    expect(page.status).toBe(200);
    expect(page.text).toContain('What are you looking for?');
    expect(page.links).toContain('/lessons');
    expect(page.html).toContain('<meta name="robots" content="noindex"/>');
  });

  it('forgives slips, marks what matched, says why, and counts by kind', async () => {
    const page = await visit('/search?q=blokchain+cocoa');
    expect(page.text).toContain('Cocoa and chocolate traceability in Ecuador');
    expect(page.html).toMatch(/<mark>cocoa<\/mark>/i);
    expect(page.text).toContain('“cocoa” in the title');
    expect(page.text).toContain('“blockchain” is close to what was typed');
    expect(page.links).toContain('/search?q=blokchain+cocoa&kind=PROJECT');
    expect(page.links).toContain('/search?q=blockchain+cocoa');
  });

  it('leads to the pages of the uptake that are meant', async () => {
    const links = async (question: string) =>
      (await visit(`/search?${new URLSearchParams({ q: question })}`)).links.filter((link) => link.startsWith('/uptake'));
    expect(await links('uptake')).toContain('/uptake');
    expect(await links('recommendation 4 WFP')).toEqual(expect.arrayContaining(['/uptake/4/wfp', '/uptake/recommendations/4', '/uptake/organizations/wfp']));
    expect(await links('Rec. 4')).toContain('/uptake/recommendations/4');
    expect(await links('un-women')).toContain('/uptake/organizations/un-women');
    expect(await links('overdue uptake')).toContain('/uptake/overdue');
    expect(await links('JIU/REP/2020/7')).toContain('/uptake');
    // A recommendation and an organization that nothing connects, or a number that is none, lead to no page of both.
    expect(await links('recommendation 5 WFP')).not.toContain('/uptake/5/wfp');
    expect((await links('recommendation 900')).filter((link) => link !== '/uptake')).toEqual([]);
    expect((await links('cocoa')).filter((link) => link !== '/uptake')).toEqual([]);
  });

  it('says which words it left out', async () => {
    expect((await visit('/search?q=cocoa+xqzjwv')).text).toContain('Left out: “xqzjwv”');
  });

  it('narrows by kind and by facets, and keeps the question', async () => {
    const page = await visit('/search?q=private+keys&kind=LESSON&organization=wfp');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/results?, Lessons, WFP/);
    expect(page.links.filter((link) => /^\/(projects|vendors)\//.test(link))).toEqual([]);
    expect(page.html).toContain('<input type="hidden" name="q" value="private keys"/>');
  });

  it('says which values it does not know and finds with the others', async () => {
    const page = await visit('/search?q=cocoa&kind=THING&organization=nobody&stage=NOPE');
    for (const value of ['THING', 'nobody', 'NOPE']) expect(page.text).toContain(`“${value}” is not a known value`);
    expect(page.text).toContain('Cocoa and chocolate traceability in Ecuador');
  });

  it('names the filters where they leave nothing, in the words of the lists', async () => {
    const page = await visit('/search?q=cocoa&organization=who&kind=vendor');
    expect(page.text).toContain('Nothing here matches “cocoa” and the filters');
    for (const label of ['WHO', 'Vendors']) expect(page.text).toContain(`Leave out “${label}”`);
    expect(page.links).toContain('/search?q=cocoa');
  });

  it('shows sentences, not the places that records rest on, unless they were asked for', async () => {
    const page = await visit('/search?q=strengthen+public+institutions&kind=PROJECT');
    expect(page.text).toContain('strengthen public institutions.');
    expect(page.text).not.toContain('para 47');
  });

  it('says so where nothing is found', async () => {
    const page = await visit('/search?q=xqzjwv');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Nothing in the library matches “xqzjwv”');
  });

  it('says that results may be simpler when the first engine has failed', async () => {
    const site = await testSite();
    const { search } = site.services.search;
    site.services.search.search = async (request) => ({ ...(await search.call(site.search, request)), fallback: true });
    expect((await site.visit('/search?q=cocoa')).text).toContain('results may be simpler than usual');
  });

  it.each([
    ['as many characters as an address may have', `/search?q=${'a'.repeat(1_900)}`, 400, 'at most 200 characters'],
    ['a cursor of another list', '/search?q=cocoa&after=abc', 400, 'Start again from the first page'],
    ['control characters', '/search?q=cocoa%00%01%1b', 200, 'Cocoa and chocolate'],
    ['HTML', '/search?q=%3Cscript%3Ealert(1)%3C/script%3E', 200, 'Search'],
    ['SQL', "/search?q=';DROP%20TABLE%20record--", 200, 'Search'],
  ])('bears %s', async (_what, path, status, says) => {
    const page = await visit(path);
    expect(page.status).toBe(status);
    expect(page.text).toContain(says);
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).not.toContain('\0');
  });

  it('gives the suggestions of the search box as options of a list', async () => {
    const page = await visit('/search/suggest?q=building+bloc');
    expect(page.status).toBe(200);
    expect(page.html).toContain('data-url="/projects/building-blocks"');
    expect(page.html).toContain('role="option"');
  });
});

import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { visit, data } = await testSite();

describe('the list of lessons', () => {
  it('shows 154, to be filtered by theme, kind, organization and project', async () => {
    const page = await visit('/lessons');
    expect(page.text).toContain('154 lessons');
    expect(page.text).toContain('The report does not sort lessons by kind, theme and subject, or connect them with goals. The editors do.');
    for (const field of ['theme', 'kind', 'organization', 'project']) expect(page.html).toContain(`<input type="checkbox" name="${field}"`);
  });

  it('answers what went wrong with connectivity, and for whom (paras. 160 and 161)', async () => {
    const page = await visit('/lessons?theme=CONNECTIVITY');
    expect(page.text).toMatch(/\d+ of 154 lessons, Connectivity/);
    for (const name of ['WFP', 'UN-Women', 'FAO', 'UNICEF', 'UNDP']) expect(page.text).toContain(name);
  });

  it('takes a project and a kind together', async () => {
    const page = await visit('/lessons?project=building-blocks&kind=GOOD_PRACTICE');
    const { lessons } = await data('{ lessons(filter: { project: ["building-blocks"], kind: [GOOD_PRACTICE] }) { totalCount } }');
    expect(page.text).toContain(`${lessons.totalCount} of 154 lessons, Good practice, Building Blocks`);
  });
});

describe('the page of a lesson', () => {
  it('says where it comes from, what happened, what follows, who sees it otherwise, and what it bears on', async () => {
    const page = await visit('/lessons/digicus-one-picture-of-progress');
    expect(page.status).toBe(200);
    for (const heading of ['Where it comes from', 'What happened', 'What follows from it', 'Who sees it otherwise', 'At a glance'])
      expect(page.text).toContain(heading);
    expect(page.text).toContain('inferred');
    expect(page.text).toContain('The report does not sort lessons by kind, theme and subject, or connect them with goals. The editors do.');
    expect(page.links.some((link) => link.startsWith('/risks/'))).toBe(true);
    expect(page.links.some((link) => /^\/sources\/jiu-rep-2020-7\?.*#para-\d+/.test(link))).toBe(true);
    expect(page.jsonLd).toMatchObject({ mainEntity: { '@type': 'Article', articleSection: 'Process and change' } });
  });

  it('opens for every lesson', { timeout: 120_000 }, async () => {
    const first = await data('{ lessons(first: 100) { pageInfo { endCursor } edges { node { title url } } } }');
    const second = await data('query Q($after: String) { lessons(first: 100, after: $after) { edges { node { title url } } } }', {
      after: first.lessons.pageInfo.endCursor,
    });
    const all = [...first.lessons.edges, ...second.lessons.edges];
    expect(all).toHaveLength(154);
    for (const { node } of all) {
      const page = await visit(node.url);
      expect([node.url, page.status]).toEqual([node.url, 200]);
      expect(page.text).toContain(node.title);
    }
  });

  it('is the 404 page for an unknown one', async () => {
    expect((await visit('/lessons/nothing')).status).toBe(404);
  });
});

import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { visit, data } = await testSite();

describe('the list of organizations', () => {
  it('shows the 28 participating organizations and the others', async () => {
    const page = await visit('/organizations?kind=PARTICIPATING');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/28 of \d+ organizations, Participating organization of the JIU/);
    expect(page.links).toContain('/organizations/wfp');
    expect((await visit('/organizations?kind=CLUB')).text).toContain('“CLUB” is not a known value of Kind');
  });
});

describe('the page of an organization', () => {
  it('shows its part in each project, its lessons, its risks and what is recommended to it', async () => {
    const page = await visit('/organizations/wfp');
    expect(page.status).toBe(200);
    expect(page.text).toContain('World Food Programme (WFP)');
    expect(page.text).toMatch(/Building Blocks Joint owner and node operator/);
    expect(page.text).toContain('What it learned');
    expect(page.links).toContain('/lessons?organization=wfp');
    expect(page.text).toContain('Risks it named');
    expect(page.text).toMatch(/Recommendation 2: .* For action by the executive head/);
    expect(page.jsonLd).toMatchObject({ mainEntity: { '@type': 'Organization', name: 'World Food Programme' } });
  });

  it('shows exactly the actions of Annex IV', async () => {
    const { organization } = await data('{ organization(slug: "unesco") { actions { recommendation { url } } } }');
    const page = await visit('/organizations/unesco');
    for (const { recommendation } of organization.actions) expect(page.links).toContain(recommendation.url);
  });

  it('opens for every organization, and says so where nothing is known', { timeout: 120_000 }, async () => {
    const { organizations } = await data('{ organizations(first: 100) { edges { node { title url roles { owner } actions { kind } } } } }');
    for (const { node } of organizations.edges) {
      const page = await visit(node.url);
      expect([node.url, page.status]).toEqual([node.url, 200]);
      expect(page.text).toContain(node.title);
      if (node.roles.length === 0) expect(page.text).toContain('No project of the library is its own or names it.');
      if (node.actions.length === 0) expect(page.text).toContain('Annex IV addresses no recommendation to it.');
    }
  });

  it('is the 404 page for an unknown one', async () => {
    expect((await visit('/organizations/nobody')).status).toBe(404);
  });
});

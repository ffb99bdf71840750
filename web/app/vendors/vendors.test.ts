import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { visit, data } = await testSite();

describe('the list of vendors', () => {
  it('shows all 24 and what kind each is', async () => {
    const page = await visit('/vendors');
    expect(page.status).toBe(200);
    expect(page.text).toContain('24 vendors');
    expect(page.text).toContain('In-house provider of the UN system');
    expect(page.links).toContain('/vendors.xlsx');
  });

  it('filters by kind and platform, and says which value it does not know', async () => {
    const page = await visit('/vendors?kind=IN_HOUSE&platform=Nothing');
    expect(page.text).toContain('2 of 24 vendors, In-house provider of the UN system');
    expect(page.text).toContain('“Nothing” is not a known value of Platform');
  });
});

describe('the page of a vendor', () => {
  it('says what it delivered, for whom, on what, what came of it, and who works on the same platforms', async () => {
    const page = await visit('/vendors/irisguard');
    expect(page.status).toBe(200);
    expect(page.text).toContain('What it delivered');
    expect(page.text).toMatch(/Building Blocks for WFP and UN-Women/);
    expect(page.text).toContain('Biometrics provider');
    expect(page.links).toContain('/projects/building-blocks');
    expect(page.jsonLd).toMatchObject({ '@type': 'WebPage', mainEntity: { '@type': 'Organization', name: 'IrisGuard' } });
  });

  it('opens for every vendor, never calls one approved, and shows the same similar vendors as the API', { timeout: 120_000 }, async () => {
    const { vendors } = await data('{ vendors(first: 100) { edges { node { title url similar { platforms vendor { title url } } } } } }');
    for (const { node } of vendors.edges) {
      const page = await visit(node.url);
      expect([node.url, page.status]).toEqual([node.url, 200]);
      expect(page.text).toContain(node.title);
      expect(page.text).not.toMatch(/\bapproved vendor|vendor approved/i);
      expect(page.text).toContain('It is no recommendation');
      for (const { vendor, platforms } of node.similar) {
        expect(vendor.url).not.toBe(node.url);
        expect(platforms.length).toBeGreaterThan(0);
        expect(page.links).toContain(vendor.url);
      }
    }
  });

  it('says how a project that ended came to its end', async () => {
    const { projects } = await data('{ projects(filter: { stage: [DISCONTINUED] }) { edges { node { title vendors { url } } } } }');
    const withVendor = projects.edges
      .map((edge: { node: { title: string; vendors: { url: string }[] } }) => edge.node)
      .filter((node: { vendors: unknown[] }) => node.vendors.length > 0);
    for (const { title, vendors } of withVendor) {
      for (const { url } of vendors) {
        const page = await visit(url);
        expect(page.text).toContain('How its projects ended');
        expect(page.text).toContain(title);
      }
    }
  });

  it('says whether the work can go on without it: facts with their places, "not stated" where no source says, and no score', async () => {
    const query = (slug: string) =>
      data(
        `{ vendor(slug: "${slug}") { dependence { project { url } access accessBasis { citations { place } } ${['code', 'protocol', 'nodes', 'keys', 'skills']
          .map((name) => `${name} { text citations { place } }`)
          .join(' ')} } } }`,
      );
    const texts = (some: { text: string }[]) => some.map(({ text }) => text.split('. ')[0]);
    const [blocks] = (await query('irisguard')).vendor.dependence;
    expect([blocks.project.url, blocks.access, texts(blocks.code), texts(blocks.protocol)]).toEqual([
      ...['/projects/building-blocks', 'PERMISSIONED', ['Members receive all code and know-how free of charge.'], ['Ethereum']],
    ]);
    expect(texts(blocks.nodes)).toEqual(['Proof of authority', 'WFP: Joint owner and node operator', 'UN-Women: Joint owner and node operator']);
    expect(texts(blocks.skills)).toEqual([
      ...['WFP: Joint owner and node operator', 'UN-Women: Joint owner and node operator', 'UNHCR: Provider of identity services'],
    ]);
    expect(blocks.keys.length).toBe(6);
    for (const fact of [blocks.accessBasis, ...blocks.code, ...blocks.protocol, ...blocks.nodes, ...blocks.keys, ...blocks.skills])
      expect(fact.citations.length).toBeGreaterThan(0);
    // The work of a provider of the system is not counted as that of others; what nobody says is empty.
    const [entitlement] = (await query('unicc')).vendor.dependence;
    expect([texts(entitlement.skills), entitlement.code]).toEqual([['UNJSPF: Joint owner'], []]);
    expect(texts(entitlement.nodes)[1]).toContain('UNICC: Joint owner');
    const [cocoa] = (await query('krypc')).vendor.dependence;
    expect([cocoa.access, cocoa.code, cocoa.nodes, cocoa.keys, texts(cocoa.skills)]).toEqual(['NOT_STATED', [], [], [], ['UNDP: Owner and lead']]);
    const page = await visit('/vendors/krypc');
    expect(page.html.slice(page.html.indexOf('id="dependence"')).match(/not stated/gi)?.length).toBeGreaterThanOrEqual(3);
    expect((await visit('/vendors/irisguard')).text).toContain('Members receive all code and know-how free of charge.');
  });

  it('is the 404 page for an unknown one', async () => {
    expect((await visit('/vendors/nobody')).status).toBe(404);
  });
});

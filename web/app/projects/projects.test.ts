import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { visit, data, statements } = await testSite();

describe('the list of projects', () => {
  it('shows the projects with organization, place, stage and platform, and how many there are', async () => {
    const page = await visit('/projects');
    expect(page.status).toBe(200);
    expect(page.html.match(/<h1/g)).toHaveLength(1);
    expect(page.text).toContain('54 projects');
    expect(page.text).toContain('Cashmere traceability in Mongolia');
    expect(page.text).toMatch(/UNDP\s+Mongolia\s+Discontinued\s+Ethereum/);
    expect(page.links).toContain('/projects/building-blocks');
    expect(page.links).toContain('/projects.csv');
  });

  it('narrows by several fields at once and can be sent as an address', async () => {
    const page = await visit('/projects?stage=PILOT&goal=2&platform=Ethereum');
    const expected = await data('{ projects(filter: { stage: [PILOT], goal: [2], platform: ["Ethereum"] }) { totalCount edges { node { title } } } }');
    expect(page.text).toContain(`${expected.projects.totalCount} of 54`);
    for (const { node } of expected.projects.edges) expect(page.text).toContain(node.title);
    expect(page.links).toContain('/projects?goal=2&platform=Ethereum');
    expect(page.links).toContain('/projects.csv?stage=PILOT&goal=2&platform=Ethereum');
    expect(page.html).toMatch(/<input type="checkbox" name="stage" checked="" value="PILOT"/);
    expect(page.html).toMatch(/<link rel="canonical" href="[^"]+\/projects"\/>/);
  });

  it('narrows by from and to, keeps them in the form, in chips and in files, and says what it does not know', async () => {
    const page = await visit('/projects?people_from=1000&began_from=&stage=SCALED');
    const { projects } = await data('{ projects(filter: { people: { from: 1000 }, stage: [SCALED] }) { totalCount edges { node { title } } } }');
    expect(projects.totalCount).toBeGreaterThan(0);
    expect(page.text).toContain(`${projects.totalCount} of 54`);
    for (const { node } of projects.edges) expect(page.text).toContain(node.title);
    expect(page.html).toMatch(/name="people_from"[^>]* value="1000"/);
    expect(page.text).toContain('People, as a figure states: from 1,000');
    expect(page.links).toContain('/projects?stage=SCALED');
    expect(page.links).toContain('/projects.csv?people_from=1000&stage=SCALED');
    const unknown = await visit('/projects?began_from=2021&began_to=2019&people_to=many');
    expect(unknown.text).toContain('“many” is not a known value of People, as a figure states');
    expect(unknown.text).toContain('“2019” is not a known value of First dated stage');
    expect(unknown.html).toMatch(/name="began_from"[^>]* value="2021"/);
  });

  it('takes an organization by its short name, in any case', async () => {
    const page = await visit('/projects?organization=WFP');
    expect(page.text).toContain('3 of 54 projects, WFP');
    expect(page.html).toMatch(/<input type="checkbox" name="organization" checked="" value="wfp"/);
  });

  it('follows the newest facts of a project, and guesses no owner', async () => {
    const scaled = await visit('/projects?stage=SCALED');
    expect(scaled.links).toContain('/projects/digital-certificate-of-entitlement');
    expect((await visit('/projects?stage=PILOT')).links).not.toContain('/projects/digital-certificate-of-entitlement');
    expect((await visit('/projects?country=UA')).links).toContain('/projects/building-blocks');
    const unido = await visit('/projects?organization=UNIDO');
    expect(unido.links).toContain('/projects/agrofood-chains');
    for (const slug of ['trubudget', 'trade-finance-tools']) expect(unido.links).not.toContain(`/projects/${slug}`);
  });

  it('takes any value in any case, and names what is chosen where it leaves nothing', async () => {
    const page = await visit('/projects?stage=pilot&organization=who&sort=TITLE');
    expect(page.text).toContain('0 of 54 projects, Pilot, WHO');
    expect(page.text).not.toContain('is not a known value');
    expect(page.html).toMatch(/<input type="checkbox" name="stage" checked="" value="PILOT"/);
    expect(page.html).toMatch(/<option value="title" selected/);
  });

  it('goes on to the next page until all were seen', async () => {
    const seen: string[] = [];
    for (let next: string | undefined = '/projects?sort=title'; next; ) {
      const page = await visit(next);
      seen.push(...page.links.filter((link) => /^\/projects\/[^?]+$/.test(link)));
      next = page.links.find((link) => link.includes('after='));
      if (seen.length > 100) break;
    }
    expect(new Set(seen).size).toBe(54);
  });

  it('says which values it does not know and shows the rest', async () => {
    const page = await visit('/projects?stage=NOPE&platform=Nada&platform=Ethereum&sort=backwards&goal=99');
    expect(page.status).toBe(200);
    for (const value of ['NOPE', 'Nada', '99', 'backwards']) expect(page.text).toContain(`“${value}” is not a known value`);
    expect(page.text).toContain('8 of 54 projects, Ethereum');
    expect(page.links.filter((link) => link.includes('Nada'))).toEqual([]);
  });

  it('says what to loosen where nothing matches', async () => {
    const page = await visit('/projects?stage=SCALED&country=MN');
    expect(page.text).toContain('0 of 54');
    expect(page.text).toContain('Leave out “Mongolia”');
    expect(page.links).toContain('/projects?stage=SCALED');
  });

  it.each([
    ['control characters', '/projects?platform=%00%01%1b&stage=%00'],
    ['as many characters as an address may have', `/projects?platform=${'a'.repeat(1_900)}`],
    ['SQL and HTML', "/projects?country=';DROP TABLE record--&use=<script>alert(1)</script>"],
    ['broken percent signs', '/projects?stage=%E0%A4%A'],
  ])('bears %s', async (_what, path) => {
    const page = await visit(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('is not a known value');
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).not.toContain('\0');
  });

  it.each(['abc', '%00', Buffer.from('["VENDOR:SOURCE","1","2"]').toString('base64url')])(
    'refuses the foreign cursor %s with a clear message',
    async (cursor) => {
      const page = await visit(`/projects?after=${cursor}`);
      expect(page.status).toBe(400);
      expect(page.text).toContain('Start again from the first page');
    },
  );
});

describe('the page of a project', () => {
  it('answers the questions about Building Blocks, each statement with its source', async () => {
    const page = await visit('/projects/building-blocks');
    expect(page.status).toBe(200);
    expect(page.html.match(/<h1/g)).toHaveLength(1);
    for (const heading of [
      'At a glance',
      'What it does',
      'How it is built',
      'Who does what',
      'What it achieved',
      'What it taught',
      'How it is paid',
      'Code',
      'What has been reported since',
      'How far it has got',
      'Cite and reuse',
    ])
      expect(page.text).toContain(heading);
    expect(page.text).toContain('Scaled up since November 2020');
    expect(page.text).toMatch(/Jordan: Za'atari and Azraq refugee camps/);
    expect(page.text).toContain('Proof of authority');
    expect(page.text).toMatch(/Refugees served 822,000/);
    expect(page.text).toContain('The report does not connect projects with goals. The editors do');
    for (const link of [
      '/organizations/wfp',
      '/organizations/un-women',
      '/vendors/irisguard',
      '/projects?platform=Ethereum',
      '/sources/jiu-rep-2020-7?paragraph=41#para-41',
      '/projects/kakuma-cash-transfers',
    ])
      expect(page.links).toContain(link);
    expect(page.links.filter((link) => link.endsWith('.bib'))).toHaveLength(1);
    expect(page.html).toMatch(/<button type="button" class="mark" popoverTarget="note-1"/);
  });

  it('keeps later facts apart from the report’s, with their own source and date', async () => {
    const { html } = await visit('/projects/building-blocks');
    const later = /id="LATER".*?<\/section>/s.exec(html)?.[0] ?? '';
    expect(later).toContain('USD 350 million');
    expect(later).toContain('They stand beside the report');
    expect(html).toContain('26 April 2022');
  });

  it('says “not stated” and “uncertain” where the source is silent or cannot be read', async () => {
    const page = await visit('/projects/internal-documents-and-processes');
    expect(page.text).toMatch(/Whose project not stated/);
    expect(page.text).toContain('uncertain');
    expect(page.text).toMatch(/Platform not stated/);
    expect(page.text).toMatch(/Where not stated/);
    expect(page.text).toMatch(/Code not stated/);
  });

  it('says what ended a project', async () => {
    const page = await visit('/projects/mongolia-cashmere');
    expect(page.text).toContain('What ended it');
    expect(page.text).toContain('Discontinued');
  });

  it('describes itself to machines, with the places it rests on', async () => {
    const { jsonLd, html } = await visit('/projects/building-blocks');
    expect(jsonLd).toMatchObject({ '@context': 'https://schema.org', '@type': 'WebPage', mainEntity: { '@type': 'Project', name: 'Building Blocks' } });
    expect(JSON.stringify(jsonLd?.['citation'])).toContain('/sources/jiu-rep-2020-7?paragraph=41#para-41');
    expect(html).toMatch(/<link rel="canonical" href="[^"]+\/projects\/building-blocks"/);
  });

  it('weighs at most 60 kB compressed', async () => {
    const { html } = await visit('/projects/building-blocks');
    expect(brotliCompressSync(html).length).toBeLessThan(60_000);
  });

  it('needs one SQL statement, however much is on it', async () => {
    // What is kept between requests, such as the glossary and the names of sources, is read before.
    await visit('/projects/building-blocks');
    const counted = statements();
    await visit('/projects/building-blocks');
    expect(counted.stop()).toHaveLength(1);
  });

  it.each(['/projects/no-such-project', '/projects/%00', `/projects/${'x'.repeat(400)}`])('is the 404 page with a search at %s', async (path) => {
    const page = await visit(path);
    expect(page.status).toBe(404);
    expect(page.html).toContain('action="/search"');
  });

  it('opens for every project of the library, and names it', { timeout: 120_000 }, async () => {
    const { projects } = await data('{ projects(first: 100) { edges { node { title url } } } }');
    for (const { node } of projects.edges) {
      const page = await visit(node.url);
      expect([node.url, page.status]).toEqual([node.url, 200]);
      expect(page.text).toContain(node.title);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';
import { storeParagraphs } from '#seed/source.ts';

const { db, visit } = await testSite();

/** What an address that no one would write by hand must not do. */
const strange = [
  `?q=${'x'.repeat(10_000)}`,
  '?kind=%00&organization=%00&body=%00&place=%00',
  "?organization=' OR 1=1 --",
  '?kind=<script>alert(1)</script>',
  '?sort=nothing',
  '?after=',
  '?paragraph=-1',
  '?paragraph=999999999999',
  `?place=${'y'.repeat(9000)}`,
];

describe('goals', () => {
  it('are a list of 17 and pages with challenge, approach and the editors’ projects', async () => {
    const list = await visit('/goals');
    expect(list.status).toBe(200);
    expect(list.links.filter((link) => /^\/goals\/\d+$/.test(link))).toHaveLength(17);
    const { status, text, links } = await visit('/goals/2');
    expect(status).toBe(200);
    expect(text).toContain('Zero hunger');
    expect(text).toContain('What is the challenge?');
    expect(text).toMatch(/Editors’ reason: \w/);
    expect(links.some((link) => link.startsWith('/projects/'))).toBe(true);
  });

  it('have no other numbers', async () => {
    for (const path of ['/goals/0', '/goals/18', '/goals/02', '/goals/zero-hunger', '/goals/1e1']) expect((await visit(path)).status, path).toBe(404);
  });
});

describe('recommendations', () => {
  it('are 8, 9 and the others on one page', async () => {
    const { text, links } = await visit('/recommendations');
    for (const heading of ['The eight formal recommendations', 'The nine soft recommendations', 'What else the Inspector recommends'])
      expect(text).toContain(heading);
    expect(links.filter((link) => /^\/recommendations\/\d$/.test(link))).toHaveLength(8);
    expect(links).toContain('#soft');
  });

  it('say to whom, by when, to what end, and who is to act with the doubtful cells', async () => {
    const { text } = await visit('/recommendations/4');
    expect(text).toContain('Executive heads of the United Nations system organizations');
    expect(text).toContain('(f) Enhanced effectiveness');
    expect(text).toContain('Annex IV addresses it to 26 of the 28');
    expect(text).toMatch(/UNCTAD.*no mark uncertain/);
    const other = await visit('/recommendations/para-67-broader-participation');
    expect(other.text).toContain('The Inspector recommends');
    expect(other.text).toContain('not stated');
  });

  it('fold away what the report does not count, and say so there and on its own page', async () => {
    const list = await visit('/recommendations');
    const folded = /<details class="fold">(.*?)<\/details>/s.exec(list.html)?.[1] ?? '';
    expect(folded.match(/<tr>/g)).toHaveLength(60);
    for (const path of ['/recommendations', '/recommendations?kind=OTHER', '/recommendations/para-67-broader-participation'])
      expect((await visit(path)).text, path).toContain('The report does not count these as recommendations. The editors do.');
    expect((await visit('/recommendations?kind=OTHER')).html).not.toContain('<details class="fold"');
    expect((await visit('/recommendations/4')).text).not.toContain('The editors do.');
  });

  it('can be filtered, and say which values are unknown', async () => {
    const { status, text } = await visit('/recommendations?kind=FORMAL&impact=d&impact=z');
    expect(status).toBe(200);
    expect(text).toContain('“z” is not a known value');
    expect(text).toContain('3 of 76');
    expect(text).not.toContain('The nine soft');
  });
});

describe('risks and mitigations', () => {
  it('stand in a list each with their pairs, and each on its own', async () => {
    const { text, links } = await visit('/risks');
    expect(text).toContain('34 risks');
    expect(text).toContain('paired by the source');
    expect(new Set(links.filter((link) => link.startsWith('/risks/'))).size).toBe(34);
    expect(new Set(links.filter((link) => link.startsWith('/mitigations/'))).size).toBe(28);
    const mitigation = await visit('/mitigations/governance-framework-for-private-chains');
    expect(mitigation.text).toContain('Which risks does it answer?');
    expect((await visit('/risks/none')).status).toBe(404);
    for (const path of ['/risks', '/risks/low-scalability']) expect((await visit(path)).text, path).toContain('which kind it is. The editors do.');
    const mitigations = await visit('/mitigations?organization=unhcr&organization=nobody');
    expect(mitigations.text).toMatch(/\d of 28 mitigations, UNHCR/);
    expect(mitigations.text).toContain('“nobody” is not a known value');
    expect(mitigations.links.some((link) => link.startsWith('/risks/'))).toBe(true);
    expect((await visit('/mitigations')).links.filter((link) => link.startsWith('/mitigations/'))).toHaveLength(28);
  });
});

describe('standards', () => {
  it('are filtered by what they are read for, and say what replaced them', async () => {
    const list = await visit('/standards?status=WITHDRAWN&inReport=yes');
    expect(list.text).toContain('ISO 22739:2020');
    const { text, links } = await visit('/standards/iso-22739-2020');
    expect(text).toContain('as at 2 June 2025');
    expect(text).toContain('Replaced by');
    expect(links).toContain('/standards/iso-22739-2024');
  });
});

describe('the glossary', () => {
  it('defines its 37 terms, and other pages explain them in place without script', async () => {
    const { text, html } = await visit('/glossary');
    expect(text).toContain('37 terms');
    expect(text).toContain('consensus protocol, consensus process, validation mechanism');
    expect(html).toContain('id="consensus"');
    const page = await visit((await visit('/risks')).links.find((link) => link.startsWith('/risks/')) ?? '');
    const [, target] = /<button[^>]*class="term"[^>]*popoverTarget="([^"]+)"/i.exec(page.html) ?? [];
    expect(target).toBeDefined();
    expect(page.html).toContain(`id="${target}"`);
  });
});

describe('the matrix', () => {
  it('has four layers, thirteen questions, and marks what is uncertain', async () => {
    const { text, html } = await visit('/matrix');
    for (const layer of ['Layer 1', 'Layer 2', 'Layer 3', 'Layer 4']) expect(text).toContain(layer);
    expect(html.match(/id="table-[12]-q\d"/g)).toHaveLength(13);
    expect(html).toContain('class="unsure"');
    expect(text).toContain('uncertain');
  });
});

describe('pages of reference', () => {
  it('hold what the library holds', async () => {
    const entries = (html: string) => html.match(/<article class="entry"/g)?.length ?? 0;
    expect(entries((await visit('/legal')).html)).toBe(39);
    expect(entries((await visit('/funding')).html)).toBe(6);
    expect((await visit('/principles')).html.match(/<td id="/g)).toHaveLength(18);
    expect((await visit('/governance')).html.match(/class="tick"/g)).toHaveLength(14);
    expect((await visit('/learning')).text).toContain('Senior management and decision makers');
  });

  it('describe the platforms that projects run on (Box 4)', async () => {
    const page = await visit('/learning');
    expect(page.html).toContain('id="platforms"');
    for (const slug of ['ethereum', 'hyperledger', 'stellar-network']) expect(page.links).toContain(`/reference/${slug}`);
    const hyperledger = await visit('/reference/hyperledger');
    expect(hyperledger.text).toContain('The Linux Foundation began it in 2015; IBM, Intel and SAP Ariba contributed.');
    expect(hyperledger.links).toContain('/projects/digital-certificate-of-entitlement');
  });

  it('say once what all entries of a group remark', async () => {
    expect((await visit('/legal')).text.match(/coming from technical features of blockchain itself/g)).toHaveLength(1);
    expect((await visit('/learning')).text).not.toContain('The editors chose the levels.');
    expect((await visit('/reference/legal-issue-235-c')).text).toContain('coming from technical features of blockchain itself');
  });
});

describe('sources', () => {
  it('show what rests on a paragraph, and its text where it was loaded', async () => {
    const path = '/sources/jiu-rep-2020-7?paragraph=158';
    const before = await visit(path);
    expect(before.html).toContain('id="para-158"');
    expect(before.text).toContain('What rests on para. 158?');
    expect(before.links).toContain('/projects/building-blocks');
    expect(before.text).toContain('is not part of this library');
    await storeParagraphs(db, [{ number: 158, text: 'The loaded words.' }]);
    const after = await visit(path);
    expect(after.html).toContain('<blockquote');
    expect(after.text).toContain('The loaded words.');
  });

  it('list all places, slips and uncertainties', async () => {
    const { text, links } = await visit('/sources/jiu-rep-2020-7');
    expect(links).toContain('?paragraph=41#para-41');
    expect(text).toContain('What does the source itself get wrong?');
    expect((await visit('/sources/jiu-rep-2020-7?paragraph=301')).text).toContain('“301” is not a place');
    expect((await visit('/sources/jiu-rep-2020-7?place=fn+7')).text).toContain('What rests on footnote 7?');
  });
});

describe('the overview', () => {
  it('has every picture with its table and says what has no date', async () => {
    const { status, html, text } = await visit('/overview');
    expect(status).toBe(200);
    for (const id of ['platforms', 'stages', 'together', 'lessons', 'map', 'ended']) expect(html).toContain(`id="${id}"`);
    expect(text).toMatch(/The sources date \d+ of \d+ changes of stage; \d+ have no date/);
    expect(html.match(/<details class="figure-table"/g)?.length).toBeGreaterThanOrEqual(5);
  });
});

describe('bad input', () => {
  it('is answered in words, whatever it is', async () => {
    for (const path of ['/goals', '/recommendations', '/risks', '/standards', '/sources', '/sources/jiu-rep-2020-7', '/glossary', '/overview']) {
      for (const query of strange) {
        const { status, html } = await visit(path + encodeURI(query).replaceAll('%25', '%'));
        expect(encodeURI(query).length > 2_000 ? [414] : [200, 400], `${path}${query.slice(0, 40)}`).toContain(status);
        expect(html).not.toContain('<script>alert');
      }
    }
    expect((await visit('/standards?after=abc')).status).toBe(400);
  }, 120_000);
});

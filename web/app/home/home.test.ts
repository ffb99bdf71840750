import { describe, expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { visit, data } = await testSite();

describe('the start page', () => {
  it('says what this is, where to start, and what it holds, each figure with the list that proves it', async () => {
    const page = await visit('/');
    expect(page.status).toBe(200);
    expect(page.html.match(/<h1/g)).toHaveLength(1);
    expect(page.html).toContain('action="/search"');
    for (const entry of ['I am considering blockchain', 'I build or buy it', 'I follow or decide']) expect(page.text).toContain(entry);
    const { library } = await data('{ library { kinds { kind count } } }');
    const count = (kind: string) => library.kinds.find((one: { kind: string }) => one.kind === kind).count;
    expect(page.text).toContain(`${count('PROJECT')} projects`);
    expect(page.text).toContain(`${count('LESSON')} lessons`);
    for (const list of ['/projects', '/organizations', '/vendors', '/lessons', '/recommendations']) expect(page.links).toContain(list);
  });

  it('draws a map and charts, each with its table, and the map with its disclaimer', async () => {
    const page = await visit('/');
    expect(page.text).toContain('do not imply official endorsement or acceptance by the United Nations');
    const figures = page.html.match(/<figure class="figure"/g)?.length ?? 0;
    expect(figures).toBeGreaterThanOrEqual(3);
    expect(page.html.match(/<table class="data">/g)).toHaveLength(figures);
    expect(page.links).toContain('/projects?stage=PILOT');
    expect(page.links).toContain('/projects?country=JO');
  });
});

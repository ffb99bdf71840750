import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { unzip } from '#test/unzip.ts';
import { testApp } from '#test/ask.ts';
import { uptakeLibrary } from '#test/uptake.ts';
import type { Report } from '../fields.ts';
import { confirmUptake, findCell, insertEntry } from '../write.ts';

const { db, services, people } = await uptakeLibrary();
const app = await testApp(services);

/** Reads XML as strictly as XML 1.0 asks: the texts of the elements of a name, with their attributes. @throws where it is not well-formed */
function elementsOf(xml: string, name: string): { text: string; type: string | undefined }[] {
  const parser = new SaxesParser();
  const found: { text: string; type: string | undefined }[] = [];
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name !== name) return;
    depth++;
    found.push({ text: '', type: (tag.attributes as Record<string, string>)['type'] });
  });
  const add = (text: string) => {
    const last = found.at(-1);
    if (depth > 0 && last) last.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', (tag) => {
    if (tag.name === name) depth--;
  });
  parser.write(xml).close();
  return found;
}

const nasty = [
  'Pasted from Word\u000bnext line',
  '<img src="https://evil.example/track.gif">',
  ']]>]]></summary></entry><entry><title>WFP, recommendation 4: Accepted, implemented (confirmed)</title></entry>',
  '&lt;b&gt; &amp; "quotes" \'apostrophes\'',
  '\u0001\u0008\u001f\u007f\u0092\ufffe\uffff',
  'half a sign \ud83d',
  'مرحبا 🌍',
];
/** As an entry that was kept before today's rules for text, confirmed. */
async function keep(comment: string, index: number) {
  const cell = await findCell(db, people.faoFocal, { recommendation: String((index % 4) + 1), organization: 'fao' });
  if (Array.isArray(cell)) throw new Error('no cell');
  const text = comment.toWellFormed();
  const entry: Report = {
    ...({
      effectiveDate: '2025-06-01',
      acceptance: 'ACCEPTED',
      implementation: 'IN_PROGRESS',
      commentAudience: 'PUBLIC',
      source: 'DIRECT',
      financialImplication: null,
    } as const),
    responsibleUnit: text,
    officer: text,
    targetDate: '2027-01-01',
    comment: text,
    decisionSymbol: text,
    impactSeen: text,
    sourceReference: text,
    sourcePlace: null,
    inPart: null,
    evidence: [],
  };
  await db.transaction().execute((trx) => insertEntry(trx, cell.actionId, people.faoFocal, 'FOCAL_POINT', entry, `feed-${index}`, '2025-06-01'));
  const { id } = await db.selectFrom('uptakeEntry').select('id').where('idempotencyKey', '=', `feed-${index}`).executeTakeFirstOrThrow();
  await confirmUptake(db, people.faoPublisher, id);
}
for (const [index, comment] of nasty.entries()) await keep(comment, index);
const feeds = ['/uptake.atom', '/uptake/organizations/fao.atom', '/uptake/recommendations/1.atom'];

describe('what people wrote', () => {
  it.each(feeds)('is text in %s, and the feed is well-formed', async (url) => {
    for (const headers of [{}, { 'x-person': people.secretariat.id }]) {
      const { body, headers: sent } = await app.inject({ url, headers });
      expect(String(sent['content-type'])).toContain('application/atom+xml');
      const summaries = elementsOf(body, 'summary');
      expect(summaries.length).toBeGreaterThan(0);
      for (const { type } of [...summaries, ...elementsOf(body, 'title')]) expect(type).toBe('text');
      expect(body).not.toContain('CDATA');
      expect(elementsOf(body, 'entry').length).toBe(summaries.length);
      for (const { text } of elementsOf(body, 'updated')) expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(elementsOf(body, 'id').every(({ text }) => text !== '')).toBe(true);
    }
  });
  it('reaches a reader of the feed letter by letter', async () => {
    const texts = elementsOf((await app.inject('/uptake.atom')).body, 'summary').map(({ text }) => text);
    expect(texts).toContain('Pasted from Word\nnext line');
    for (const text of [nasty[1], nasty[2], nasty[3], nasty[6], 'half a sign \ufffd']) expect(texts).toContain(text);
  });
  it('leaves DOCX and XLSX well-formed, in all their parts', async () => {
    for (const url of ['/uptake/organizations/fao.docx', '/uptake/organizations/fao.xlsx', '/uptake.docx', '/uptake.xlsx', '/projects.xlsx']) {
      const file = (await app.inject({ url, headers: { 'x-person': people.faoFocal.id } })).rawPayload;
      const parts = Object.entries(unzip(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
      expect(parts.length).toBeGreaterThan(3);
      for (const [name, content] of parts) expect([url, name, elementsOf(content, 'none')]).toEqual([url, name, []]);
    }
  });
  it('leaves calendars within their lines', async () => {
    const { body } = await app.inject({ url: '/uptake/organizations/fao.ics', headers: { 'x-person': people.faoFocal.id } });
    const lines = body.split('\r\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).toMatch(/^( |[A-Z-]+[:;]|$)/);
      expect(line).not.toMatch(/\p{Cc}/u);
    }
    expect(body.endsWith('END:VCALENDAR\r\n') || body.endsWith('END:VCALENDAR')).toBe(true);
  });
});

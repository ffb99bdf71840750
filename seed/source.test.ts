import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LAST_PARAGRAPH, REPORT } from '#prisma/content/shared.ts';
import { testDatabase } from '#test/database.ts';
import { loadLibrary } from './load.ts';
import { paragraphsOf, UnreadableReport } from './report.ts';
import { provenParagraphs, storeParagraphs } from './source.ts';

/** Where the text of the report lies on the editors' machines; it is not part of the project. */
const file = fileURLToPath(new URL('../../shared/source/JIU_REP_2020_7.txt', import.meta.url));
const atHand = existsSync(file);
if (!atHand) console.warn('The text of the report is not at hand: its parser is tested on made text only.');

/** A made report: 300 paragraphs, one as an item of a list, one within a line, with things between that are none. */
function made(): string {
  const body = Array.from({ length: LAST_PARAGRAPH }, (_, index) => {
    const number = index + 1;
    const words = `The words of paragraph ${number} speak of UNXY.`;
    if (number === 161) return `- ${number}. ${words}`;
    if (number === 217) return `${number}. ${words}\n\n1. Is this a question of a table?\n\n¹ A footnote.\n\nBox 3\n\n- In the box`;
    return `${number}. ${words}`;
  });
  const joined = body.join('\n\n').replace('\n\n238. ', ' 238. ');
  return `UNXY\tUnited Nations Office of Examples\n\nIndex\n\nEntity\tParagraph number\nUNXY\t1, 5, Box 2, 300\n\nI. Introduction\n\n${joined}\n\nAnnex I\n\nA table`;
}

describe('the paragraphs of a report', () => {
  it('are found where a scan has lost their line breaks', () => {
    const paragraphs = paragraphsOf(made());
    expect(paragraphs).toHaveLength(LAST_PARAGRAPH);
    for (const number of [1, 161, 217, 237, 238, 300])
      expect(paragraphs[number - 1]?.text).toMatch(new RegExp(`^The words of paragraph ${number} speak of UNXY\\.`));
    expect(paragraphs[216]?.text).not.toContain('In the box');
    expect(paragraphs[216]?.text).not.toContain('footnote');
    expect(paragraphs[299]?.text).not.toContain('A table');
  });

  it('are refused where one is missing, saying which', () => {
    expect(() => paragraphsOf(made().replace(/^42\. .*$/m, ''))).toThrow(/Paragraph 42 was not found after paragraph 41/);
    expect(() => paragraphsOf('Not a report.')).toThrow(UnreadableReport);
  });

  it('are refused where the index cannot prove them', () => {
    expect(() => provenParagraphs(made())).toThrow(/Only 3 of the 232 references/);
  });
});

describe.skipIf(!atHand)('the report itself', () => {
  it('has 300 paragraphs, and all 232 references of its index hold', () => {
    const { paragraphs, references } = provenParagraphs(readFileSync(file, 'utf8'));
    expect(paragraphs).toHaveLength(300);
    expect(references).toBe(232);
    expect(paragraphs[237]?.text).toMatch(/^One such assumption/);
    expect(paragraphs[160]?.text).toMatch(/^The main problems/);
  });

  it('is refused where a paragraph has gone astray', () => {
    const report = readFileSync(file, 'utf8').replace(/^158\. .*$/m, '158. Nothing to see.');
    expect(() => provenParagraphs(report)).toThrow(/in paragraph 158/);
  });

  it('is stored, and stored again, beside the source it belongs to', async () => {
    const { db } = await testDatabase();
    const { paragraphs } = provenParagraphs(readFileSync(file, 'utf8'));
    await expect(storeParagraphs(db, paragraphs)).rejects.toThrow(/Start Atrium once/);
    await loadLibrary(db);
    await storeParagraphs(db, paragraphs);
    await storeParagraphs(db, paragraphs);
    const stored = await db
      .selectFrom('paragraph')
      .innerJoin('record', 'record.id', 'paragraph.sourceId')
      .select(['record.sourceKey', 'number', 'text'])
      .orderBy('number')
      .execute();
    expect(stored).toHaveLength(300);
    expect(stored[157]).toMatchObject({ sourceKey: REPORT, number: 158 });
  });
});

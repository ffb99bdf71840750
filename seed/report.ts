import { LAST_PARAGRAPH } from '#prisma/content/shared.ts';

export type Paragraph = { number: number; text: string };
/** What the report's own index says: the entity and a paragraph that mentions it. */
export type IndexReference = { entity: string; paragraph: number };

/** The text is not the report, or not as it can be read. */
export class UnreadableReport extends Error {}

/** Lines that belong to no paragraph: footnotes, running heads, headings of parts, what stands in boxes, figures and tables. */
const footnote = /^\s*([¹²³⁴⁵⁶⁷⁸⁹⁰]+\s|\^\{)/;
const runningHead = /^\s*(\*\*)?JIU\/REP\/\d{4}\/\d+(\*\*)?\s*$/;
const heading = /^\s*(\*\*|#+\s*)?([IVX]+|[A-K])\.\s+\p{Lu}/u;
const inset = /^\s*(\*\*|#+\s*)?(Box \d+|Figure [IVX]+|Table \d+|Annex(es)? [IVX]+|Recommendation \d+)\b(?![^\n]*\.\s)/;

/**
 * Takes the text of the report apart into its paragraphs, in their order. Numbers are looked for one after the other, so
 * that numbered lists, tables and footnotes are not taken for paragraphs. A paragraph may begin as an item of a list (161)
 * or in the middle of a line (238): a scan loses such line breaks.
 * @throws UnreadableReport naming the first paragraph that is not found
 */
export function paragraphsOf(report: string): Paragraph[] {
  const text = report.replace(/\r\n?/g, '\n');
  // Contents and index name paragraphs and headings too: the text begins after them.
  const index = text.search(/^\s*(\*\*|#+\s*)?Index\s*(\*\*)?\s*$/m);
  const starts: { at: number; from: number }[] = [];
  let position = Math.max(index, 0);
  for (let number = 1; number <= LAST_PARAGRAPH; number++) {
    const found = startOf(text, number, position);
    if (!found)
      throw new UnreadableReport(
        `Paragraph ${number} was not found${number > 1 ? ` after paragraph ${number - 1}` : ''}. The file is not the text of JIU/REP/2020/7, or not all of it.`,
      );
    starts.push(found);
    position = found.from;
  }
  const end = text.slice(position).search(/^\s*(\*\*|#+\s*)?Annex I\b/m);
  return starts.map(({ from }, at) => ({ number: at + 1, text: cleaned(text.slice(from, starts[at + 1]?.at ?? (end < 0 ? undefined : position + end))) }));
}

/** Where a paragraph's number stands, and where its words begin. At the start of a line first, then within one. */
function startOf(text: string, number: number, position: number): { at: number; from: number } | null {
  const atLine = new RegExp(`^[ \\t>*-]*(?:\\*\\*)?${number}\\.(?:\\*\\*)?[ \\t]+(?=[\\p{Lu}"“‘<*(])`, 'gmu');
  atLine.lastIndex = position;
  const line = atLine.exec(text);
  const within = new RegExp(`(?<=[.!?;:)”"] )${number}\\. (?=\\p{Lu})`, 'gu');
  within.lastIndex = position;
  const inner = within.exec(text);
  // A number at the start of a line far behind one within a line belongs to something else.
  const found = line && inner ? (line.index <= inner.index ? line : inner) : (line ?? inner);
  return found ? { at: found.index, from: found.index + found[0].length } : null;
}

/** The words of a paragraph: its own lines and the items of its list, without what the page printed between. */
function cleaned(raw: string): string {
  const lines: string[] = [];
  for (const [index, line] of raw.split('\n').entries()) {
    // The first line is the paragraph's own, even where it begins with "Table 2 shows".
    if (index > 0 && (heading.test(line) || inset.test(line))) break;
    if (line.trim() === '' || footnote.test(line) || runningHead.test(line) || line.includes('\t')) continue;
    lines.push(
      line
        .replace(/<\/?[a-z]+>/g, '')
        .replace(/\*\*/g, '')
        .replace(/^\s*-\s+/, '– ')
        .replace(/\\([$_%&])/g, '$1')
        .replace(/[ \t]+/g, ' ')
        .trim(),
    );
  }
  return lines.join('\n');
}

/** The references of the report's index to paragraphs; boxes and figures are left out, and the unit that wrote it (JIU). */
export function indexOf(report: string): IndexReference[] {
  const lines = report.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*(\*\*|#+\s*)?Index\s*(\*\*)?\s*$/.test(line));
  if (start < 0) throw new UnreadableReport('The index of the report was not found, so the paragraphs cannot be checked against it.');
  const references: IndexReference[] = [];
  for (const line of lines.slice(start + 1)) {
    if (/^\s*1\.\s/.test(line)) break;
    const row = /^([^\t]+)\t(.+)$/.exec(line);
    // The scan reads JIU with a Cyrillic letter.
    if (!row || /^Entity/.test(line) || /^(JI|Л)U/.test(line)) continue;
    const places = (row[2] ?? '').replace(/(Box|Figure)\s+[\dIVX]+/g, '');
    for (const match of places.matchAll(/\d+/g)) references.push({ entity: (row[1] ?? '').trim(), paragraph: Number(match[0]) });
  }
  return references;
}

/** What the report's list of abbreviations says that an abbreviation stands for. */
export function abbreviationsOf(report: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of report.split(/\r?\n/)) {
    if (/^\s*(\*\*|#+\s*)?Index\s*(\*\*)?\s*$/.test(line)) break;
    const row = /^([\p{Lu}][\p{L}/-]{1,14})\t([^\t]+)$/u.exec(line);
    if (row) names.set((row[1] ?? '').trim(), (row[2] ?? '').trim());
  }
  return names;
}

const folded = (text: string) => text.toLowerCase().replace(/[\s‐‑–-]+/g, ' ');

/** The references of the index whose paragraph does not mention the entity: none, where the paragraphs are right. */
export function misses(report: string, paragraphs: readonly Paragraph[]): IndexReference[] {
  const names = abbreviationsOf(report);
  return indexOf(report).filter(({ entity, paragraph }) => {
    const text = folded(paragraphs[paragraph - 1]?.text ?? '');
    // The report also calls a body of the United Nations by the rest of its name: "the Digital Solutions Centre".
    const name = names.get(entity);
    return ![entity, name, name?.replace(/^United Nations (System )?/, '')].some((one) => one && text.includes(folded(one)));
  });
}

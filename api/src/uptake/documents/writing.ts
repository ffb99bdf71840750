import { parentPort } from 'node:worker_threads';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageBreak,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import writeWorkbook, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { keepable } from '#prisma/content/text.ts';

// The thread in which writer.ts has documents written: nothing of the library is read here.

/** A part of a DOCX: a heading, a paragraph, or a table whose first row is repeated on every page; widths are parts of the whole. */
export type Block =
  | { heading: string; level: 1 | 2 }
  | { text: string; bold?: boolean }
  | { rows: string[][]; widths: number[]; boldLast?: boolean; caption?: string; small?: boolean }
  /** A page of its own at the beginning: what it is, then what a reader must know before the first figure. */
  | { title: string; lines: string[] };
/** A DOCX: `mark` stands above and below every page. */
export type Docx = { kind: 'docx'; title: string; footer: string; mark: string | null; blocks: Block[] };
/** A cell of a workbook as the library takes it, with the name of its type. */
export type PlainCell = { value: string | number; type: 'String' | 'Number' | 'Formula'; [style: string]: unknown } | null;
export type PlainSheet = { sheet: string; data: PlainCell[][]; columns?: { width?: number }[] };
/** A workbook: `page` is what a printed page of each sheet says (ECMA-376, headerFooter). */
export type Workbook = { kind: 'xlsx'; sheets: PlainSheet[]; page: string };
export type Writing = Docx | Workbook;

/** The width of an A4 page across without its margins, in twentieths of a point. */
const WIDTH = 14_400;
const line = (text: string, bold = false, size = 18) =>
  new Paragraph({
    children: keepable(text)
      .split('\n')
      .map((part, index) => new TextRun({ text: part, bold, size, ...(index > 0 ? { break: 1 } : {}) })),
  });
const paragraph = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text: keepable(text), bold })], spacing: { after: 120 } });
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text: keepable(text), heading: level, spacing: { before: 240, after: 120 } });
/** A table whose first row is repeated on every page; widths are parts of the whole. */
function table({ rows, widths, boldLast = false, small = false }: { rows: string[][]; widths: number[]; boldLast?: boolean; small?: boolean }): Table {
  const whole = widths.reduce((total, width) => total + width, 0);
  const size = widths.map((width) => Math.round((WIDTH * width) / whole));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: size,
    // As wide as they are said to be, so that no word is broken to make another column wider.
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: cells.map(
            (cell, at) =>
              new TableCell({
                width: { size: size[at] ?? 0, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: small ? 30 : 80, right: small ? 30 : 80 },
                ...(index === 0 ? { shading: { type: ShadingType.CLEAR, fill: 'E8EDF3', color: 'auto' } } : {}),
                children: [line(cell, index === 0 || (boldLast && index === rows.length - 1), small ? 14 : 18)],
              }),
          ),
        }),
    ),
  });
}

/** What stands on every page: the mark of an internal document above and below, the number of the page below. */
function everyPage({ footer: title, mark }: Docx) {
  const marked = (text: string) => new TextRun({ text, bold: true, color: '9B1C1C', size: 18 });
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      ...(mark === null ? [] : [marked(`${mark}. `)]),
      new TextRun({ text: `${title}. `, size: 16 }),
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 16 }),
    ],
  });
  return {
    footers: { default: new Footer({ children: [footer] }) },
    ...(mark === null
      ? {}
      : { headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [marked(mark)] })] }) } }),
  };
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;
const caption = (text: string) =>
  new Paragraph({ style: 'Caption', keepNext: true, spacing: { before: 160, after: 80 }, children: [new TextRun({ text: keepable(text), bold: true })] });
const cover = ({ title, lines }: { title: string; lines: string[] }) => [
  new Paragraph({ text: keepable(title), heading: HeadingLevel.HEADING_1, spacing: { before: 2400, after: 480 } }),
  ...lines.map((text) => paragraph(text)),
  new Paragraph({ children: [new PageBreak()] }),
];
const drawn = (block: Block): (Paragraph | Table)[] => {
  if ('title' in block) return cover(block);
  if ('heading' in block) return [heading(block.heading, levels[block.level])];
  if ('text' in block) return [paragraph(block.text, block.bold)];
  return [...(block.caption ? [caption(block.caption)] : []), table(block)];
};

function writeDocx(asked: Docx): Promise<Buffer> {
  const file = new Document({
    title: keepable(asked.title),
    creator: 'Atrium',
    styles: {
      default: { document: { run: { font: 'Arial', size: 20, language: { value: 'en-GB' } } } },
      paragraphStyles: [{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: 18 } }],
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: 1000, bottom: 1000, left: 1200, right: 1200 },
          },
        },
        ...everyPage(asked),
        children: asked.blocks.flatMap(drawn),
      },
    ],
  });
  return Packer.toBuffer(file);
}

const types = { String, Number, Formula: 'Formula' } as const;
const cellOf = (cell: PlainCell) => (cell === null ? null : ({ ...cell, type: types[cell.type] } as CellObject));

/** What a font is made of, in the order of its schema (ECMA-376, 18.8.22), which the library does not keep. */
const FONT = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
const orderedFonts = (xml: string) =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
    const parts = [...inner.matchAll(/<(\w+)[^>]*\/>/g)].sort((a, b) => FONT.indexOf(a[1] ?? '') - FONT.indexOf(b[1] ?? ''));
    return `<font>${parts.map(([part]) => part).join('')}</font>`;
  });

const writeXlsx = ({ sheets, page }: Workbook): Promise<Buffer> =>
  writeWorkbook(sheets.map((sheet) => ({ ...sheet, data: sheet.data.map((row) => row.map(cellOf) as Row) })) as Sheet<Buffer>[], {
    features: [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { insert: () => page }, 'xl/styles.xml': { transform: orderedFonts } } } }],
  }).toBuffer();

parentPort?.on('message', async (asked: Writing) => {
  try {
    const bytes = new Uint8Array(await (asked.kind === 'docx' ? writeDocx(asked) : writeXlsx(asked)));
    parentPort?.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

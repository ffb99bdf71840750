import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { columnName } from '../sheets/column-name.ts';
import { xml } from '../xml.ts';

// What a person needs of a sheet: cells that wrap, links to press, a head on each printed page, pages as wide as paper.

/** What a cell holds. Text is always written as text, so that nothing in it can become a formula. */
export type Cell = string | number | null;
export type Sheet = {
  name: string;
  widths: number[];
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>;
  /** Stands in a row above the head, and in short on every printed page. */
  mark?: { row: string; page: string } | null;
  /** How many rows there are below the head, where that is known: they can be filtered, and are what is printed. */
  total?: number;
};

/** Rows that a sheet can hold, its head included (ECMA-376, and the limit of the programs that read it). */
export const SHEET_ROWS = 1_048_576;
const CELL_CHARACTERS = 32_767;

/** Text as XML; "_x0041_" would be read as a character's code, so its first sign is coded itself. */
const cellText = (text: string) => xml(text.slice(0, CELL_CHARACTERS).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
/** So many characters of a row fit across a page of A4 and can be read. */
const PAGE_WIDTH = 170;
/** The name of a sheet in a formula. */
const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
const frozenOf = ({ mark }: Sheet) => (mark ? 2 : 1);

/** What is printed of each sheet: the columns that fit on a page, of all rows, with the head on every page. */
function definedNames(sheets: Sheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const upTo = (count: number) => sheet.widths.slice(0, count).reduce((sum, width) => sum + width, 0);
    const fits = sheet.widths.findIndex((_, at) => upTo(at + 1) > PAGE_WIDTH);
    const last = columnName(Math.max(fits < 0 ? sheet.widths.length : fits, 1) - 1);
    const name = xml(quoted(sheet.name));
    const rows = sheet.total === undefined ? SHEET_ROWS : sheet.total + frozenOf(sheet);
    return [
      ...(sheet.total === undefined ? [] : [`<definedName name="_xlnm.Print_Area" localSheetId="${index}">${name}!$A$1:$${last}$${rows}</definedName>`]),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$${frozenOf(sheet)}</definedName>`,
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** The parts that do not depend on the rows: what is in the file, two fonts, and text as the format of text cells. */
const parts = (sheets: Sheet[]): [name: string, content: string][] => [
  [
    '[Content_Types].xml',
    `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
  ],
  [
    '_rels/.rels',
    `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((sheet, index) => `<sheet name="${xml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>${definedNames(sheets)}</workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packaged}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${head}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B4A8C"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${top}</xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${wrapped}</xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${wrapped}</xf></cellXfs></styleSheet>`,
  ],
];

/** The addresses of a sheet that can be pressed, by their place in it. */
type Links = { at: string; to: string }[];
/** More links on a sheet than this are refused by the programs that read it. */
const LINKS_MAX = 65_000;
const isAddress = (cell: Cell): cell is string => typeof cell === 'string' && cell.length < 2000 && /^https?:\/\/[^\s"<>]+$/.test(cell);

function rowOf(cells: Cell[], number: number, bold: boolean, links: Links): string {
  const written = cells.map((cell, index) => {
    if (cell === null || cell === '') return '';
    const at = `${columnName(index)}${number}`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    // The title leads where the address beside it does.
    const next = index === 0 ? (cells[1] ?? null) : cell;
    const to = !bold && (index === 0 || isAddress(cell)) && isAddress(next) && links.length < LINKS_MAX ? next : null;
    if (to) links.push({ at, to });
    return `<c r="${at}" s="${bold ? 1 : to ? 3 : 2}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** One sheet, its head frozen, a few hundred rows at a time. What leads somewhere is added to `links`. */
async function* sheetXml(sheet: Sheet, links: Links): AsyncGenerator<string> {
  const { widths, rows, mark, total } = sheet;
  const frozen = frozenOf(sheet);
  yield `${head}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  let number = mark ? 1 : 0;
  let text = mark ? rowOf([mark.row], 1, true, links) : '';
  for await (const cells of rows) {
    number++;
    if (number > SHEET_ROWS) throw new RangeError(`A sheet holds ${SHEET_ROWS} rows.`);
    text += rowOf(cells, number, number <= frozen, links);
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData>`;
  if (total) yield `<autoFilter ref="A${frozen}:${columnName(widths.length - 1)}${number}"/>`;
  if (links.length > 0) {
    yield '<hyperlinks>';
    for (const [index, { at }] of links.entries()) yield `<hyperlink ref="${at}" r:id="rId${index + 1}"/>`;
    yield '</hyperlinks>';
  }
  yield `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>${mark ? `<oddHeader>&amp;C&amp;B${xml(mark.page)}</oddHeader>` : ''}<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

/** Where the links of a sheet lead: written after it. */
function* linksXml(links: Links): Generator<string> {
  yield `${head}<Relationships xmlns="${packaged}/relationships">`;
  for (const [index, { to }] of links.entries())
    yield `<Relationship Id="rId${index + 1}" Type="${office}/hyperlink" Target="${xml(to)}" TargetMode="External"/>`;
  yield '</Relationships>';
}

/** The first of January 1980, the first day there: files of the same rows are the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);
const DEFLATE = 8;

/**
 * A ZIP archive of parts that are compressed as they come; what it holds at a time is one piece of one part. fflate writes the
 * archive; zlib compresses, on threads of its own.
 */
async function* zip(files: Iterable<[name: string, content: AsyncIterable<string> | Iterable<string>]>): AsyncGenerator<Buffer> {
  const written: Buffer[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    written.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
  });
  for (const [filename, content] of files) {
    const file: ZipInputFile = { filename, compression: DEFLATE, mtime: FIRST_DAY, crc: 0, size: 0 };
    archive.add(file);
    const counted = async function* () {
      for await (const text of content) {
        const piece = Buffer.from(text);
        file.crc = crc32(piece, file.crc);
        file.size += piece.length;
        yield piece;
      }
    };
    // A failure of the source reaches the loop below as the failure of the stream it reads.
    const packed = pipeline(Readable.from(counted()), createDeflateRaw({ level: 6 }), () => {});
    for await (const piece of packed as unknown as AsyncIterable<Buffer>) {
      file.ondata?.(null, piece as Uint8Array<ArrayBuffer>, false);
      yield* written.splice(0);
    }
    file.ondata?.(null, new Uint8Array(), true);
  }
  archive.end();
  yield* written.splice(0);
}

/**
 * An XLSX workbook (ECMA-376) as it is made: memory does not grow with the rows, and nothing blocks for longer than one
 * piece. The first row of each sheet is its head. Written here because libraries hold the whole sheet at once: 100,000 rows
 * of 16 columns took write-excel-file 4.1 1.1 GB and kept the server from answering for half a minute.
 */
export function workbook(sheets: Sheet[]): AsyncGenerator<Buffer> {
  const links = sheets.map((): Links => []);
  return zip([
    ...parts(sheets).map(([name, content]): [string, Iterable<string>] => [name, [content]]),
    ...sheets.flatMap((sheet, index): [string, AsyncIterable<string> | Iterable<string>][] => [
      [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, links[index] as Links)],
      [`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, linksXml(links[index] as Links)],
    ]),
  ]);
}

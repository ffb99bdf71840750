import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { columnName } from '../sheets/column-name.ts';
import { xml } from '../xml.ts';

/** What a cell holds. Text is always written as text, so that nothing in it can become a formula. */
export type Cell = string | number | null;
export type Sheet = {
  name: string;
  widths: number[];
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>;
  /** Stands in a row above the head, and in short on every printed page. */
  mark?: { row: string; page: string } | null;
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
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((sheet, index) => `<sheet name="${xml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packaged}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

function rowOf(cells: Cell[], number: number, bold: boolean): string {
  const style = bold ? 1 : 2;
  const written = cells.map((cell, index) => {
    if (cell === null || cell === '') return '';
    const at = `${columnName(index)}${number}`;
    return typeof cell === 'number'
      ? `<c r="${at}"><v>${cell}</v></c>`
      : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** One sheet, its head frozen, a few hundred rows at a time. */
async function* sheetXml({ widths, rows, mark }: Sheet): AsyncGenerator<string> {
  const frozen = mark ? 2 : 1;
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  let number = mark ? 1 : 0;
  let text = mark ? rowOf([mark.row], 1, true) : '';
  for await (const cells of rows) {
    number++;
    if (number > SHEET_ROWS) throw new RangeError(`A sheet holds ${SHEET_ROWS} rows.`);
    text += rowOf(cells, number, number <= frozen);
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData>${mark ? `<headerFooter><oddHeader>&amp;C&amp;B${xml(mark.page)}</oddHeader></headerFooter>` : ''}</worksheet>`;
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
  return zip([
    ...parts(sheets).map(([name, content]): [string, Iterable<string>] => [name, [content]]),
    ...sheets.map((sheet, index): [string, AsyncIterable<string>] => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
  ]);
}

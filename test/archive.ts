import { crc32, deflateRawSync } from 'node:zlib';

type Part = [name: string, content: string | Buffer];

/** A ZIP archive made by hand, as no program makes it where the test asks so. `claims`: what it says that each part is unpacked. */
export function archive(parts: Part[], { claims = null as number | null, count = parts.length } = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claims ?? bytes.length, 8);
    const local = Buffer.from('504b03041400000008000000000000', 'hex');
    const head = Buffer.concat([local.subarray(0, 10), Buffer.alloc(4), sizes, Buffer.from([path.length, 0, 0, 0]), path]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(head, packed);
    directory.push(entry, path);
    at += head.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, listed, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A row as its cells: a text, or the XML of a cell without its place, such as `<c t="e"><v>#N/A</v></c>`. */
const sheetRow = (cells: string[], number: number): string =>
  `<row r="${number}">${cells
    .map((cell, index) => {
      const at = `${String.fromCharCode(65 + index)}${number}`;
      return cell.startsWith('<c')
        ? cell.replace('<c', `<c r="${at}"`)
        : cell === ''
          ? ''
          : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`;
    })
    .join('')}</row>`;

type Sheet = { name: string; state?: string; rows?: string[][]; xml?: string };
/** The parts of a workbook by hand: each sheet of rows, or of its own XML. */
export function workbookParts(sheets: Sheet[], more: { shared?: string; styles?: string; workbook?: string } = {}): Part[] {
  const extra = [...(more.shared === undefined ? [] : ['sharedStrings']), ...(more.styles === undefined ? [] : ['styles'])];
  return [
    ['_rels/.rels', `<Relationships xmlns="x"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      more.workbook ??
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${text(name)}" sheetId="${index + 1}" r:id="s${index}"${state ? ` state="${state}"` : ''}/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="x">${sheets.map((_, index) => `<Relationship Id="s${index}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}${extra.map((kind) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`).join('')}</Relationships>`,
    ],
    ...sheets.map(
      ({ rows = [], xml }, index): Part => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${xml ?? rows.map((cells, at) => sheetRow(cells, at + 1)).join('')}</sheetData></worksheet>`,
      ],
    ),
    ...(more.shared === undefined ? [] : [['xl/sharedStrings.xml', `<sst xmlns="${main}">${more.shared}</sst>`] as Part]),
    ...(more.styles === undefined ? [] : [['xl/styles.xml', `<styleSheet xmlns="${main}">${more.styles}</styleSheet>`] as Part]),
  ];
}
export const workbookOf = (sheets: Sheet[], more: Parameters<typeof workbookParts>[1] = {}): Buffer => archive(workbookParts(sheets, more));

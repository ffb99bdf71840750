import { strToU8, zipSync } from 'fflate';

/**
 * Workbooks as other programs write them, made of a short description: what this product itself never writes
 * (hidden sheets, error values, formulas without value, merged cells, dates since 1904) must come from elsewhere.
 */

type Cell =
  | string
  | number
  | boolean
  | null
  | { error: string }
  | { formula: string; value?: string | number }
  /** A day as Excel stores it: a number whose format makes it a date. */
  | { date: string }
  | { rich: string[] }
  | { inline: string }
  | { text: string; link: string };

export interface SheetOf {
  name: string;
  hidden?: 'hidden' | 'veryHidden';
  rows: Cell[][];
  /** Such as `A3:A5`: the value stands in the first cell. */
  merged?: string[];
  hiddenRows?: number[];
  hiddenColumns?: number[];
}

const letters = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26));
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const DAY = 86_400_000;
const serial = (date: string, since1904: boolean) => Math.round((Date.parse(`${date}T00:00Z`) - Date.UTC(1899, 11, 30)) / DAY) - (since1904 ? 1462 : 0);

/** An Excel workbook. `strict` writes the namespaces of ISO 29500 Strict, `since1904` the dates of old Macs. */
export function xlsx(sheets: SheetOf[], { strict = false, since1904 = false } = {}): Uint8Array {
  const main = strict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const shared: string[] = [];
  const share = (content: string) => (shared.includes(content) ? shared.indexOf(content) : shared.push(content) - 1);
  const files: Record<string, Uint8Array> = {};
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

  sheets.forEach((sheet, at) => {
    const links: string[] = [];
    const cell = (value: Cell, row: number, column: number): string => {
      const r = `${letters(column)}${row + 1}`;
      if (value === null) return '';
      if (typeof value === 'number') return `<c r="${r}"><v>${value}</v></c>`;
      if (typeof value === 'boolean') return `<c r="${r}" t="b"><v>${value ? 1 : 0}</v></c>`;
      if (typeof value === 'string') return `<c r="${r}" t="s"><v>${share(`<t xml:space="preserve">${xml(value)}</t>`)}</v></c>`;
      if ('error' in value) return `<c r="${r}" t="e"><v>${value.error}</v></c>`;
      if ('date' in value) return `<c r="${r}" s="1"><v>${serial(value.date, since1904)}</v></c>`;
      if ('rich' in value)
        return `<c r="${r}" t="s"><v>${share(value.rich.map((part) => `<r><rPr><b/></rPr><t xml:space="preserve">${xml(part)}</t></r>`).join(''))}</v></c>`;
      if ('inline' in value) return `<c r="${r}" t="inlineStr"><is><t>${xml(value.inline)}</t></is></c>`;
      if ('link' in value) {
        links.push(`${r} ${value.link}`);
        return `<c r="${r}" t="s"><v>${share(`<t>${xml(value.text)}</t>`)}</v></c>`;
      }
      const text = typeof value.value === 'string';
      return `<c r="${r}"${text ? ' t="str"' : ''}><f>${xml(value.formula)}</f>${value.value === undefined ? '' : `<v>${xml(String(value.value))}</v>`}</c>`;
    };
    const rows = sheet.rows
      .map((row, y) => `<row r="${y + 1}"${sheet.hiddenRows?.includes(y + 1) ? ' hidden="1"' : ''}>${row.map((value, x) => cell(value, y, x)).join('')}</row>`)
      .join('');
    const columns = (sheet.hiddenColumns ?? []).map((c) => `<col min="${c}" max="${c}" width="9" hidden="1"/>`);
    const merged = (sheet.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${columns.length ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows}</sheetData>${
        merged.length ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : ''
      }${links.length ? `<hyperlinks>${links.map((link, i) => `<hyperlink ref="${link.split(' ')[0]}" r:id="rId${i + 1}"/>`).join('')}</hyperlinks>` : ''}</worksheet>`,
    );
    if (links.length)
      files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = strToU8(
        `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
          .map((link, i) => `<Relationship Id="rId${i + 1}" Type="${office}/hyperlink" Target="${xml(link.split(' ')[1] ?? '')}" TargetMode="External"/>`)
          .join('')}</Relationships>`,
      );
  });
  files['xl/workbook.xml'] = strToU8(
    `${head}<workbook xmlns="${main}" xmlns:r="${office}">${since1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
      .map((sheet, at) => `<sheet name="${xml(sheet.name)}" sheetId="${at + 1}"${sheet.hidden ? ` state="${sheet.hidden}"` : ''} r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
  );
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  files['xl/_rels/workbook.xml.rels'] = strToU8(
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join('')}${relation('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relation('rIdT', 'styles', 'styles.xml')}</Relationships>`,
  );
  files['xl/sharedStrings.xml'] = strToU8(
    `${head}<sst xmlns="${main}" count="${shared.length}" uniqueCount="${shared.length}">${shared.map((content) => `<si>${content}</si>`).join('')}</sst>`,
  );
  files['xl/styles.xml'] = strToU8(
    `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  files['_rels/.rels'] = strToU8(
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  files['[Content_Types].xml'] = strToU8(
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets
      .map(
        (_, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
  );
  return zipSync(files);
}

/** An OpenDocument spreadsheet as LibreOffice writes it: equal cells and rows once, with how often they repeat. */
export function ods(sheets: SheetOf[]): Uint8Array {
  const cell = (value: Cell, spans = ''): string => {
    const paragraphs = (text: string) =>
      text
        .split('\n')
        .map((line) => `<text:p>${xml(line)}</text:p>`)
        .join('');
    if (value === null) return `<table:table-cell${spans}/>`;
    if (typeof value === 'number')
      return `<table:table-cell${spans} office:value-type="float" office:value="${value}">${paragraphs(String(value))}</table:table-cell>`;
    if (typeof value === 'boolean')
      return `<table:table-cell${spans} office:value-type="boolean" office:boolean-value="${value}">${paragraphs(String(value).toUpperCase())}</table:table-cell>`;
    if (typeof value === 'string') return `<table:table-cell${spans} office:value-type="string">${paragraphs(value)}</table:table-cell>`;
    if ('date' in value) {
      const [year, month, day] = value.date.split('-');
      return `<table:table-cell${spans} office:value-type="date" office:date-value="${value.date}">${paragraphs(`${day}/${month}/${year?.slice(2)}`)}</table:table-cell>`;
    }
    if ('error' in value)
      return `<table:table-cell${spans} table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error">${paragraphs(value.error)}</table:table-cell>`;
    if ('formula' in value)
      return value.value === undefined
        ? `<table:table-cell${spans} table:formula="of:=${xml(value.formula)}"/>`
        : `<table:table-cell${spans} table:formula="of:=${xml(value.formula)}" office:value-type="string" office:string-value="${xml(String(value.value))}">${paragraphs(String(value.value))}</table:table-cell>`;
    if ('rich' in value)
      return `<table:table-cell${spans} office:value-type="string"><text:p>${value.rich.map((part) => `<text:span>${xml(part)}</text:span>`).join('')}</text:p></table:table-cell>`;
    if ('inline' in value) return cell(value.inline, spans);
    return `<table:table-cell${spans} office:value-type="string"><text:p><text:a xlink:href="${xml(value.link)}">${xml(value.text)}</text:a></text:p></table:table-cell>`;
  };
  const merges = (sheet: SheetOf) => {
    const covered = new Set<string>();
    const spans = new Map<string, string>();
    for (const ref of sheet.merged ?? []) {
      const [, a = '', b = '', c = '', d = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(ref) ?? [];
      spans.set(
        `${a}${b}`,
        ` table:number-columns-spanned="${c.charCodeAt(0) - a.charCodeAt(0) + 1}" table:number-rows-spanned="${Number(d) - Number(b) + 1}"`,
      );
      for (let x = a.charCodeAt(0); x <= c.charCodeAt(0); x++) for (let y = Number(b); y <= Number(d); y++) covered.add(`${String.fromCharCode(x)}${y}`);
      covered.delete(`${a}${b}`);
    }
    return { covered, spans };
  };
  const body = sheets
    .map((sheet) => {
      const { covered, spans } = merges(sheet);
      const rows = sheet.rows
        .map(
          (row, y) =>
            `<table:table-row${sheet.hiddenRows?.includes(y + 1) ? ' table:visibility="filter"' : ''}>${row
              .map((value, x) => (covered.has(`${letters(x)}${y + 1}`) ? '<table:covered-table-cell/>' : cell(value, spans.get(`${letters(x)}${y + 1}`))))
              .join('')}<table:table-cell table:number-columns-repeated="${16_384 - row.length}"/></table:table-row>`,
        )
        .join('');
      return `<table:table table:name="${xml(sheet.name)}"${sheet.hidden ? ' table:style-name="hid"' : ''}><table:table-column table:number-columns-repeated="16384"/>${rows}<table:table-row table:number-rows-repeated="${1_048_576 - sheet.rows.length}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    })
    .join('');
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    ),
  });
}

/** Text in the encodings in which programs save a CSV. */
export const encoded = {
  utf8: (text: string) => Buffer.from(text, 'utf8'),
  bom: (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
  latin1: (text: string) => Buffer.from(text, 'latin1'),
  utf16le: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  utf16be: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  /** Windows-1252 for the signs that Latin-1 lacks. */
  windows1252: (text: string) =>
    Buffer.from(
      text
        .replaceAll('\u2019', '\u0092')
        .replaceAll('\u2013', '\u0096')
        .replaceAll('\u201c', '\u0093')
        .replaceAll('\u201d', '\u0094')
        .replaceAll('\u20ac', '\u0080'),
      'latin1',
    ),
};

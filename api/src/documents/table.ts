import readWorkbook from 'read-excel-file/node';

/** Cells of a table as text, row by row. */
export type Cells = string[][];

/** The character between the columns of pasted or loaded text: the one of tab, semicolon and comma that the first line has most of. */
function separatorOf(text: string): string {
  let line = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === '\n' && !quoted) break;
    if (!quoted) line += character;
  }
  return ['\t', ';', ','].map((sign) => ({ sign, count: line.split(sign).length })).sort((a, b) => b.count - a.count)[0]?.sign ?? '\t';
}

/** Reads delimited text (RFC 4180, also with tabs or semicolons, as spreadsheets copy it): quoted cells may hold separators and line breaks. */
export function parseDelimited(text: string): Cells {
  const clean = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(clean);
  const rows: Cells = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let opened = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
    opened = false;
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < clean.length; at++) {
    const character = clean[at] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (clean[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === '' && !opened) {
      quoted = true;
      opened = true;
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r' || clean[at + 1] !== '\n') cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.map((one) => one.map((value) => value.trim()));
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  // A date cell comes as midnight UTC: its calendar day is meant.
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
};

/**
 * Reads a sheet of a workbook: the one with the given name, else the first.
 * @throws Error when the bytes are no workbook
 */
export async function readSheet(bytes: Buffer, name: string): Promise<Cells> {
  const sheets = await readWorkbook(bytes);
  const sheet = sheets.find((one) => one.sheet === name) ?? sheets[0];
  return (sheet?.data ?? []).map((row) => row.map(asText));
}

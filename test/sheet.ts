import readWorkbook from 'read-excel-file/node';

/** The cells of a sheet as text, by a reader that is not ours; the first sheet where none has the name. Days are 2026-11-22. */
export async function sheetOf(bytes: Buffer, name: string): Promise<string[][]> {
  const sheets = await readWorkbook(bytes);
  const sheet = sheets.find((one) => one.sheet === name) ?? sheets[0];
  return (sheet?.data ?? []).map((row) =>
    row.map((value) => (value === null || value === undefined ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim())),
  );
}

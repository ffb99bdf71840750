import { type Why, why } from '#i18n/fault.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { decoded, Unreadable } from './archive.ts';
import type { Table, Wanted } from './cells.ts';
import { readDelimited } from './delimited.ts';
import { readWorkbook } from './workbook.ts';

// The thread in which table.ts has a table read: it answers once and ends.

/** What the thread is given, and what it answers: the table, or why it is not read. */
export type Asked = { text: string | null; bytes: Uint8Array | null; wanted: Wanted };
export type Answered = { table: Table } | { refused: Why };

const startsWith = (bytes: Buffer, ...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);

function read({ text, bytes: given, wanted }: Asked): Table {
  if (text !== null) return readDelimited(text, wanted);
  const bytes = Buffer.from(given ?? []);
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes, wanted);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable(why('WORKBOOK_OLD'));
  const content = decoded(bytes);
  // A text has no NUL; pictures, PDF files and the like have.
  if (content.includes('\0') || content.startsWith('%PDF')) throw new Unreadable(why('TABLE_KIND'));
  // Old systems save a web page, or XML, under the name of a workbook.
  if (/^\s*<(\?xml|!doctype|html|table|workbook|meta|head)\b/i.test(content)) throw new Unreadable(why('TABLE_MARKUP'));
  if (content.startsWith('{\\rtf')) throw new Unreadable(why('TABLE_KIND'));
  return readDelimited(content, wanted);
}

try {
  parentPort?.postMessage({ table: read(workerData as Asked) } satisfies Answered);
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  parentPort?.postMessage({ refused: error.why } satisfies Answered);
}

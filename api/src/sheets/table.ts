import type { Worker } from 'node:worker_threads';
import { type Why, why } from '#i18n/fault.ts';
import type { Table, Wanted } from './cells.ts';
import type { Answered, Asked } from './reading.ts';
import { startThread, type ThreadLimits } from '../thread.ts';

/** Of a file before it is unpacked, in bytes. */
export const FILE_BYTES = 1024 * 1024;
/** What reading one table may take; those that wait stand in line. */
const readingLimits = { milliseconds: 15_000, megabytes: 256, atOnce: 1, waiting: 8 } as const;

let running = 0;
const line: (() => void)[] = [];
/** Lets so many tables be read at once; null when too many wait already. */
async function turn(): Promise<(() => void) | null> {
  if (running >= readingLimits.atOnce) {
    if (line.length >= readingLimits.waiting) return null;
    await new Promise<void>((go) => line.push(go));
  } else running++;
  return () => {
    const next = line.shift();
    if (next) next();
    else running--;
  };
}

/**
 * Reads a table out of delimited text or a file, in a thread of its own with a limit of memory and time: whatever is in
 * the file, the server goes on answering.
 * @param input `text` as it was pasted, or the bytes of a file: a workbook (XLSX or ODS), or delimited text (CSV) in UTF-8,
 * UTF-16, or Windows-1252
 * @param most bytes of a file before it is unpacked
 * @returns the table, or why it is not read
 */
export async function readTable(
  input: { text: string } | { bytes: Uint8Array },
  wanted: Wanted,
  limits: ThreadLimits = readingLimits,
  most: number = FILE_BYTES,
): Promise<Table | Why> {
  const bytes = 'bytes' in input ? input.bytes : null;
  if (bytes && bytes.length > most) return why('TABLE_FILE_SIZE', { megabytes: most / 1024 / 1024 });
  const done = await turn();
  if (!done) return why('TABLE_WAIT');
  const asked: Asked = { text: 'text' in input ? input.text : null, bytes, wanted };
  let worker: Worker | null = null;
  try {
    const thread = startThread(new URL('./reading.ts', import.meta.url), limits, asked);
    worker = thread;
    return await new Promise<Table | Why>((answer) => {
      const late = setTimeout(() => answer(why('TABLE_SLOW')), limits.milliseconds);
      thread.once('message', (message: Answered) => answer('table' in message ? message.table : message.refused));
      thread.once('error', (error: Error & { code?: string }) => answer(why(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'TABLE_LARGE' : 'TABLE_UNREADABLE')));
      thread.once('exit', () => {
        clearTimeout(late);
        answer(why('TABLE_UNREADABLE'));
      });
    });
  } finally {
    await worker?.terminate();
    done();
  }
}

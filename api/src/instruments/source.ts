import { fault } from '#i18n/fault.ts';
import { startThread } from '../thread.ts';
import { Turns } from '../turns.ts';
import type { ReadSource } from './parse-source.ts';

/** Characters of an edition as a file; the matrix has about 60,000. */
const SOURCE_MAX = 200_000;
/** What reading one file may take; the matrix takes a tenth of a second. */
const limits = { milliseconds: 5_000, megabytes: 128 };
const turns = new Turns(1);

/**
 * Reads the file of an edition in a thread of its own with a limit of memory and time: whatever is in it, the server goes on
 * answering.
 * @throws Busy (503) where too many wait
 */
export async function readSource(source: string): Promise<ReadSource> {
  const tooMuch: ReadSource = { content: null, edition: null, faults: [fault('source', 'EDITION_HEAVY')] };
  if (source.length > SOURCE_MAX) return { content: null, edition: null, faults: [fault('source', 'TOO_LONG', { max: SOURCE_MAX })] };
  return turns.take(async () => {
    const thread = startThread(new URL('./source-thread.ts', import.meta.url), limits, source);
    try {
      return await new Promise<ReadSource>((answer) => {
        const late = setTimeout(() => answer(tooMuch), limits.milliseconds);
        thread.once('message', (read: ReadSource) => answer(read));
        thread.once('error', () => answer(tooMuch));
        thread.once('exit', () => {
          clearTimeout(late);
          answer(tooMuch);
        });
      });
    } finally {
      await thread.terminate();
    }
  });
}

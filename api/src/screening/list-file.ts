import { type Why, why } from '#i18n/fault.ts';
import type { NameKind } from '#prisma/screening/words.ts';
import type { Worker } from 'node:worker_threads';
import { startThread, type ThreadLimits } from '../thread.ts';
import { Turns } from '../turns.ts';

/** What a list may be, whoever loads it. */
export const listLimits = {
  /** Bytes of the file. */
  bytes: 100 * 1024 * 1024,
  entries: 200_000,
  /** Of one entry. */
  names: 300,
  /** Characters of one name. */
  characters: 400,
} as const;
const readingLimits: ThreadLimits = { milliseconds: 120_000, megabytes: 768 };

export type ListEntry = { key: string; kind: NameKind; programme: string | null; names: string[] };
/** A list as its file has it. `listedOn` is its day as 2026-11-30, `hash` the SHA-256 of the file. */
export type ListFile = { format: 'UN_XML' | 'OPENSANCTIONS_CSV'; listedOn: string; hash: string; entries: ListEntry[]; synthetic: boolean };
/** What the thread is given: bytes, or a file that it reads piece by piece; and what it answers. */
export type Asked = { bytes: Uint8Array } | { path: string };
export type Answered = { list: ListFile } | { refused: Why };

const turns = new Turns(1, 4);

/**
 * Reads a sanctions list in a thread of its own with a limit of memory and time: whatever is in the file, the server goes on
 * answering. The file is read piece by piece and never held whole as text.
 * @returns the list, or why it is not read, with the line where there is one
 * @throws Busy (503) where several are being read already
 */
export const readList = (asked: Asked, limits: ThreadLimits = readingLimits): Promise<ListFile | Why> =>
  turns.take(async () => {
    let worker: Worker | null = null;
    try {
      const thread = startThread(new URL('./reading.ts', import.meta.url), limits, asked);
      worker = thread;
      return await new Promise<ListFile | Why>((answer) => {
        const late = setTimeout(() => answer(why('LIST_SLOW')), limits.milliseconds);
        thread.once('message', (message: Answered) => answer('list' in message ? message.list : message.refused));
        thread.once('error', (error: Error & { code?: string }) => answer(why(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'LIST_MEMORY' : 'LIST_UNREADABLE')));
        thread.once('exit', () => {
          clearTimeout(late);
          answer(why('LIST_UNREADABLE'));
        });
      });
    } finally {
      await worker?.terminate();
    }
  });

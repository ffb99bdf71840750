import type { Worker } from 'node:worker_threads';
import { Busy } from '#prisma/work.ts';
import { startThread } from '../../thread.ts';
import type { Writing } from './writing.ts';

/** What writing one document may take, and after how long without work the thread ends. */
const limits = { milliseconds: 30_000, megabytes: 512, idle: 60_000 } as const;

/**
 * A thread that writes documents one after another, so that the server goes on answering. It is begun with the first one,
 * since loading the libraries takes longer than a document does, and ends when it had nothing to do for a minute.
 */
class Writer {
  private thread: Worker | null = null;
  private idle: NodeJS.Timeout | null = null;
  private last: Promise<unknown> = Promise.resolve();

  /** @throws Busy where it took too long; Error where it failed */
  write(asked: Writing): Promise<Buffer> {
    const written = this.last.then(() => this.next(asked));
    this.last = written.catch(() => {});
    return written;
  }

  private next(asked: Writing): Promise<Buffer> {
    if (this.idle) clearTimeout(this.idle);
    this.thread ??= startThread(new URL('./writing.ts', import.meta.url), limits);
    const { thread } = this;
    thread.ref();
    return new Promise<Buffer>((done, fail) => {
      const end = (outcome: { bytes: Uint8Array } | { failed: string } | Error) => {
        clearTimeout(late);
        thread.off('message', end).off('error', end).off('exit', gone);
        if (outcome instanceof Error) {
          this.thread = null;
          void thread.terminate();
          return fail(outcome);
        }
        // It keeps no process alive, and a test needs not end it.
        thread.unref();
        this.idle = setTimeout(() => this.rest(), limits.idle);
        this.idle.unref();
        if ('failed' in outcome) return fail(new Error(outcome.failed));
        done(Buffer.from(outcome.bytes.buffer, outcome.bytes.byteOffset, outcome.bytes.byteLength));
      };
      const gone = () => end(new Error('The thread that writes documents ended.'));
      const late = setTimeout(() => end(new Busy('A document took too long to write.')), limits.milliseconds);
      thread.once('message', end).once('error', end).once('exit', gone);
      thread.postMessage(asked);
    });
  }

  private rest(): void {
    void this.thread?.terminate();
    this.thread = null;
  }
}

const writers = { public: new Writer(), internal: new Writer() };

/** Writes a document in a thread. Internal ones do not wait for public ones. */
export const writeInThread = (open: boolean, asked: Writing): Promise<Buffer> => (open ? writers.public : writers.internal).write(asked);

import { LRUCache } from 'lru-cache';
import { doing, workNow } from '#prisma/work.ts';

/** A document as it is sent, with its name. */
export type Document = { body: Buffer | string; name: string };
/** Bytes of documents that are kept; one has about 100 kB. */
const BYTES_MAX = 16_000_000;

type Making = { made: Promise<Document | null>; waiting: number; ending: AbortController };

/**
 * Documents that are the same for everybody, by a name that changes with everything that they are made of. Several who ask at
 * the same time wait for one making, which ends when the last of them has gone.
 */
export class KeptDocuments {
  private readonly kept = new LRUCache<string, Document>({ maxSize: BYTES_MAX, sizeCalculation: ({ body }) => body.length + 1000 });
  private readonly making = new Map<string, Making>();

  async get(name: string, make: () => Promise<Document | null>): Promise<Document | null> {
    const found = this.kept.get(name);
    if (found) return found;
    const { signal } = workNow();
    const one = this.making.get(name) ?? this.begin(name, make);
    one.waiting++;
    const gone = () => {
      if (--one.waiting > 0) return;
      if (this.making.get(name) === one) this.making.delete(name);
      one.ending.abort(signal?.reason);
    };
    signal?.addEventListener('abort', gone, { once: true });
    try {
      return await one.made;
    } finally {
      signal?.removeEventListener('abort', gone);
    }
  }

  private begin(name: string, make: () => Promise<Document | null>): Making {
    const one: Making = { made: Promise.resolve(null), waiting: 0, ending: new AbortController() };
    this.making.set(name, one);
    one.made = (async () => {
      try {
        const document = await doing({ ...workNow(), signal: one.ending.signal }, make);
        if (document) this.kept.set(name, document);
        return document;
      } finally {
        if (this.making.get(name) === one) this.making.delete(name);
      }
    })();
    return one;
  }
}

import { LRUCache } from 'lru-cache';

/** A document as it is sent, with its name. */
export type Document = { body: Buffer | string; name: string };
/** Bytes of documents that are kept; one has about 100 kB. */
const BYTES_MAX = 16_000_000;

/** Documents that are the same for everybody, by a name that changes with everything that they are made of. Several who ask at the same time wait for one making. */
export class KeptDocuments {
  private readonly kept = new LRUCache<string, Document>({ maxSize: BYTES_MAX, sizeCalculation: ({ body }) => body.length + 1000 });
  private readonly making = new Map<string, Promise<Document | null>>();

  async get(name: string, make: () => Promise<Document | null>): Promise<Document | null> {
    const found = this.kept.get(name);
    if (found) return found;
    const begun = this.making.get(name);
    if (begun) return begun;
    // What refuses at once refuses those who wait with it.
    const made = (async () => make())();
    this.making.set(name, made);
    try {
      const document = await made;
      if (document) this.kept.set(name, document);
      return document;
    } finally {
      this.making.delete(name);
    }
  }
}

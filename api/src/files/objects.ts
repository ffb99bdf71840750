import { S3mini } from 's3mini';

/** How long one request to an object store may take (milliseconds). */
const PATIENCE = 60_000;
const USUAL_REGION = 'us-east-1';

/** A bucket of an object store that speaks S3. */
export type Objects = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Writes an object of unknown length in parts; whole or not at all. */
  putStream(key: string, bytes: ReadableStream<Uint8Array>): Promise<void>;
  /** What lies under a key; null where nothing does. */
  open(key: string): Promise<{ size: number; stream: ReadableStream<Uint8Array> } | null>;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** All objects whose keys begin so, in the order of their keys. */
  list(beginning: string): AsyncGenerator<{ key: string; size: number; at: Date }>;
  /** Whether the bucket can be reached. */
  answers(): Promise<boolean>;
};

/** What is wrong with the address of a bucket; null where nothing is. */
export function objectsFault(address: string): string | null {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) && url.username !== '' && url.password !== '' && /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/?$/.test(url.pathname)
    ? null
    : 'write https://KEY:SECRET@host/bucket, with ?region=... where the store has regions';
}

/**
 * Opens a bucket by one address: `https://KEY:SECRET@host/bucket?region=eu-central-1`. Signs, sends and reads with s3mini
 * (docs/decisions/052-many-processes.md).
 */
export function openObjects(address: string): Objects {
  const url = new URL(address);
  const client = new S3mini({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    endpoint: `${url.origin}${url.pathname.replace(/\/$/, '')}`,
    region: url.searchParams.get('region') ?? USUAL_REGION,
    requestAbortTimeout: PATIENCE,
  });
  let asked: { at: number; answer: Promise<boolean> } | null = null;
  return {
    put: async (key, bytes) => {
      await client.putAnyObject(key, bytes);
    },
    putStream: async (key, bytes) => {
      await client.putAnyObject(key, bytes as never);
    },
    open: async (key) => {
      const answer = await client.getObjectResponse(key);
      if (!answer?.body) return null;
      return { size: Number(answer.headers.get('content-length') ?? 0), stream: answer.body };
    },
    has: async (key) => (await client.objectExists(key)) === true,
    remove: async (key) => {
      await client.deleteObject(key);
    },
    async *list(beginning) {
      let next: string | undefined;
      do {
        const page = await client.listObjectsPaged('/', beginning, 1000, next);
        for (const { Key, Size, LastModified } of page?.objects ?? []) yield { key: Key, size: Number(Size), at: new Date(LastModified) };
        next = page?.nextContinuationToken;
      } while (next);
    },
    // Asked by whatever watches the process, as often as it likes: the store is asked every ten seconds.
    answers: () => {
      if (!asked || Date.now() - asked.at > 10_000)
        asked = {
          at: Date.now(),
          answer: client.bucketExists().then(
            (there) => there,
            () => false,
          ),
        };
      return asked.answer;
    },
  };
}

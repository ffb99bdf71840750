import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busy } from '#prisma/work.ts';
import type { Settings } from '../env.ts';
import type { Objects } from './objects.ts';

/** Where the bytes of uploaded files lie, each under the SHA-256 of its content. */
export type FileBytes = {
  /** Keeps bytes; those that are there already stay. */
  put(hash: string, bytes: Buffer): Promise<void>;
  read(hash: string): Promise<Buffer | null>;
  open(hash: string): Promise<{ size: number; stream: Readable } | null>;
  remove(name: string): Promise<void>;
  /** Everything that lies there, whatever it is called, with when it was written. */
  list(): AsyncIterable<{ name: string; at: Date }>;
};

/** Where the bytes of a hash lie. */
export const pathOf = (folder: string, hash: string) => join(folder, hash.slice(0, 2), hash);

/** Files in a folder, written whole or not at all. */
function inFolder(folder: string): FileBytes {
  return {
    put: async (hash, bytes) => {
      const path = pathOf(folder, hash);
      if (await stat(path).catch(() => null)) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const partial = `${path}.${randomUUID()}`;
      await writeFile(partial, bytes, { mode: 0o600 });
      await rename(partial, path);
    },
    read: (hash) => readFile(pathOf(folder, hash)).catch(() => null),
    open: async (hash) => {
      const path = pathOf(folder, hash);
      const found = await stat(path).catch(() => null);
      return found && { size: found.size, stream: createReadStream(path) };
    },
    remove: (name) => rm(pathOf(folder, name), { force: true }),
    async *list() {
      for (const part of (await readdir(folder).catch(() => [])).sort())
        for (const name of (await readdir(join(folder, part)).catch(() => [])).sort()) {
          const found = await stat(join(folder, part, name)).catch(() => null);
          if (found?.isFile()) yield { name, at: found.mtime };
        }
    },
  };
}

const PLACE = 'files/';
/** A store that is away for the moment is no fault of who asks. */
const patient = async <Result>(asked: Promise<Result>): Promise<Result> => {
  try {
    return await asked;
  } catch (error) {
    throw new Busy('The object store does not answer.', error);
  }
};

/** Files in a bucket, which all processes reach. */
function inBucket(objects: Objects): FileBytes {
  const keyOf = (hash: string) => `${PLACE}${hash.slice(0, 2)}/${hash}`;
  const open = async (hash: string) => {
    const found = await patient(objects.open(keyOf(hash)));
    return found && { size: found.size, stream: Readable.fromWeb(found.stream as unknown as WebStream) };
  };
  return {
    put: async (hash, bytes) => {
      if (!(await patient(objects.has(keyOf(hash))))) await patient(objects.put(keyOf(hash), bytes));
    },
    read: async (hash) => {
      const found = await open(hash);
      return found && Buffer.concat(await found.stream.toArray());
    },
    open,
    remove: (name) => patient(objects.remove(keyOf(name))),
    async *list() {
      for await (const { key, at } of objects.list(PLACE)) yield { name: key.slice(key.lastIndexOf('/') + 1), at };
    },
  };
}

/** The place of the settings: the bucket where there is one, or the folder. */
export const bytesOf = ({ objects, filesDir }: Pick<Settings, 'filesDir'> & Partial<Pick<Settings, 'objects'>>): FileBytes =>
  objects ? inBucket(objects) : inFolder(filesDir);

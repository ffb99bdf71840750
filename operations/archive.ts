import { createHash, type Hash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, pack } from 'tar-stream';
import { StartupError } from '#prisma/startup-error.ts';

/** How an encrypted file begins (C2SP, age). */
const AGE = 'age-encryption.org/';
/** No file of an archive is larger (bytes): a part of a table has some megabytes, or one row with a whole document. What is packed says nothing of its size before. */
const FILE_MAX = 512 * 1024 * 1024;

/** What was written into an archive or read from it so far: a hash over all names and bytes, in order. */
const seal = (hash: Hash, name: string, bytes: Uint8Array) => hash.update(`${name}\0${bytes.length}\0`).update(bytes);

/** Adds one file to an archive. */
export type Add = (name: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes an archive: tar, packed with gzip, and encrypted with age where there are recipients, so that tar, gunzip and age
 * open it too. Nothing is held but one file of it. Its last file says what all of it must be, so that one that was cut off is found.
 * @param recipients public keys of age (`age1...`); none where it is not encrypted
 * @param fill adds the files, and gives what the last one says besides
 */
export async function writeArchive(to: Writable, recipients: string[], fill: (add: Add) => Promise<object>): Promise<void> {
  const tar = pack();
  const hash = createHash('sha256');
  // What reads the tar and fails destroys it: the entry that is written then would never end.
  const broken = new Promise<never>((_done, fail) => tar.once('close', () => fail(new Error('The archive was closed before its end.'))));
  broken.catch(() => {});
  const put: Add = (name, bytes) =>
    Promise.race([
      new Promise<void>((done, fail) => {
        tar.entry({ name, mode: 0o600, mtime: new Date() }, bytes, (error) => (error ? fail(error) : done()));
      }),
      broken,
    ]);
  const filled = (async () => {
    const end = await fill(async (name, bytes) => {
      seal(hash, name, bytes);
      await put(name, bytes);
    });
    await put('end.json', Buffer.from(JSON.stringify({ ...end, sha256: hash.digest('hex') })));
    tar.finalize();
  })();
  filled.catch((error: Error) => tar.destroy(error));
  const packed = createGzip({ level: 6 });
  let out: Readable = packed;
  if (recipients.length > 0) {
    const encrypter = new Encrypter();
    for (const one of recipients) encrypter.addRecipient(one);
    out = Readable.fromWeb((await encrypter.encrypt(Readable.toWeb(packed) as unknown as globalThis.ReadableStream<Uint8Array>)) as unknown as ReadableStream);
  }
  await Promise.all([pipeline(tar as unknown as Readable, packed), pipeline(out, to), filled]);
}

/** One file of an archive that is read. */
export type Entry = { name: string; bytes: Buffer };

/**
 * The files of an archive in their order; after the last one, what it said of all, which is then proved.
 * @param identities secret keys of age (`AGE-SECRET-KEY-...`)
 * @throws StartupError where it cannot be opened, was cut off or changed
 */
export async function* readArchive(from: Readable, identities: string[]): AsyncGenerator<Entry> {
  const hash = createHash('sha256');
  const tar = extract();
  const source = await opened(from, identities);
  const flow = pipeline(source, createGunzip(), tar as unknown as Writable).catch((error: unknown) => {
    tar.destroy(error as Error);
  });
  let complete = false;
  try {
    for await (const entry of tar) {
      if (complete) throw damaged('there is more after its end');
      if ((entry.header.size ?? 0) > FILE_MAX) throw damaged(`its file ${entry.header.name.slice(0, 100)} is too large`);
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      const bytes = Buffer.concat(parts);
      const { name } = entry.header;
      if (name === 'end.json') {
        const { sha256 } = JSON.parse(bytes.toString()) as { sha256: string };
        if (sha256 !== hash.digest('hex'))
          throw new StartupError('The backup was changed after it was made: its parts are not those that it ends with. Take another one.');
        complete = true;
      } else seal(hash, name, bytes);
      yield { name, bytes };
    }
    await flow;
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const { syscall, message } = error as NodeJS.ErrnoException;
    // A disk or a line that fails is not the archive's fault.
    throw syscall ? error : damaged(message);
  }
  if (!complete) throw damaged('its end is missing');
}

const damaged = (why: string) => new StartupError(`The backup is damaged or was cut off (${why}). Take another one.`);

/** The packed tar in a file, decrypted where it is encrypted. */
async function opened(from: Readable, identities: string[]): Promise<Readable> {
  const chunks = from[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const { value, done } = await chunks.next();
  const first = done ? Buffer.alloc(0) : value;
  const through = Readable.from(
    (async function* () {
      yield first;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })(),
    { objectMode: false },
  );
  if (first.subarray(0, AGE.length).toString('latin1') !== AGE) {
    if (first[0] === 0x1f && first[1] === 0x8b) return through;
    throw new StartupError('This is no backup of Atrium: it is neither packed by gzip nor encrypted by age.');
  }
  if (identities.length === 0) throw new StartupError('The backup is encrypted. Name the file with its secret key: --key FILE.');
  const decrypter = new Decrypter();
  try {
    for (const one of identities) decrypter.addIdentity(one);
  } catch {
    throw new StartupError('The file of --key holds no secret key of age (AGE-SECRET-KEY-...).');
  }
  try {
    const plain = await decrypter.decrypt(Readable.toWeb(through) as unknown as globalThis.ReadableStream<Uint8Array>);
    return Readable.fromWeb(plain as unknown as ReadableStream);
  } catch (error) {
    throw new StartupError(`The backup cannot be opened with this key (${(error as Error).message}). Take the key that belongs to it.`);
  }
}

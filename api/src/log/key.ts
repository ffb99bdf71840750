import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '#prisma/migrate.ts';
import { newSigner, NoteFault, readSigner, type Signer } from './note.ts';

/** What signs checkpoints: the key, and the file beside it that holds the last one it signed (none for a key that is not kept). Neither is in the database. */
export type LogKeeper = { signer: Signer; kept: string | null };

/** The log's name, as C2SP asks: its address without the scheme. */
const originOf = (baseUrl: string) => `${baseUrl.replace(/^https?:\/\//, '').replace(/\/+$/, '')}/log`;

/**
 * The key of this installation: from the setting LOG_KEY, or from a file in the data folder that only its user can read, made
 * at the first start. Its name is the log's for ever, also when the address changes.
 * @throws StartupError when it cannot be used or written
 */
export function readKeeper({ dataDir, baseUrl, key }: { dataDir: string; baseUrl: string; key: string | undefined }): LogKeeper {
  const file = join(dataDir, 'log-key');
  const kept = join(dataDir, 'log-checkpoint');
  try {
    if (!key && !existsSync(file)) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      try {
        writeFileSync(file, `${newSigner(originOf(baseUrl), 'NOTE').text}\n`, { mode: 0o600, flag: 'wx' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    const signer = readSigner(key ?? readFileSync(file, 'utf8'));
    if (signer.verifier.type !== 'NOTE') throw new NoteFault('it is the key of a witness');
    return { signer, kept };
  } catch (error) {
    if (error instanceof NoteFault) throw new StartupError(`The key of the log (${key ? 'LOG_KEY' : file}) cannot be used: ${error.message}.`);
    throw new StartupError(`Cannot write ${file} (${(error as Error).message}). Make DATA_DIR writable, or set LOG_KEY.`);
  }
}

/** The last checkpoint that was signed here; null where none was. */
export const lastSigned = ({ kept }: LogKeeper): string | null => (kept && existsSync(kept) ? readFileSync(kept, 'utf8') : null);

/** Keeps a checkpoint as the last one: whole or not at all. */
export function keepSigned({ kept }: LogKeeper, note: string): void {
  if (!kept) return;
  mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
  writeFileSync(`${kept}.${process.pid}`, note, { mode: 0o600 });
  renameSync(`${kept}.${process.pid}`, kept);
}

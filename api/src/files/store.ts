import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { type Why, why } from '#i18n/fault.ts';
import { FILE_MAX } from '../file-size.ts';

/** Uploads of one person within a day. */
export const FILES_PER_DAY = 50;
/** Pictures larger than this many pixels are refused before they are unpacked. */
const PIXELS_MAX = 40_000_000;
const SIDE_MAX = 2400;

const documents: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};
const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

export type Stored = { hash: string; type: string; size: number; picture: boolean };
/** A file that is not taken. */
export class FileRefused extends Error {
  readonly why: Why;
  constructor(said: Why) {
    super(said.code);
    this.why = said;
  }
}

/** Where the bytes of a hash lie. */
export const pathOf = (folder: string, hash: string) => join(folder, hash.slice(0, 2), hash);

/**
 * Keeps a file under the hash of its bytes, outside everything that is served as it is. What it is, is found from the
 * content, never from its name; a picture is drawn anew, without place, camera or any other metadata.
 * @throws FileRefused for a kind, size or picture that is not taken
 */
export async function storeFile(folder: string, bytes: Buffer): Promise<Stored> {
  if (bytes.length === 0) throw new FileRefused(why('FILE_EMPTY'));
  if (bytes.length > FILE_MAX) throw new FileRefused(why('FILE_SIZE', { megabytes: FILE_MAX / 1024 / 1024 }));
  const found = await fileTypeFromBuffer(bytes);
  const type = found?.mime ?? '';
  let kept = bytes;
  let keptType = type;
  const picture = pictures.has(type);
  if (picture) {
    try {
      kept = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
        .rotate()
        .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 85 })
        .toBuffer();
    } catch {
      throw new FileRefused(why('FILE_PICTURE'));
    }
    keptType = 'image/webp';
  } else if (!documents[type]) throw new FileRefused(why('FILE_KIND'));
  const hash = createHash('sha256').update(kept).digest('hex');
  const path = pathOf(folder, hash);
  if (!(await stat(path).catch(() => null))) {
    await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
    const partial = `${path}.${randomUUID()}`;
    await writeFile(partial, kept, { mode: 0o600 });
    await rename(partial, path);
  }
  return { hash, type: keptType, size: kept.length, picture };
}

/** A file's name for a download: the given one without path and control characters, with the ending of what it is. */
export function safeName(name: string, type: string): string {
  const base =
    name
      .replace(/^.*[\\/]/, '')
      .replace(/[\p{Cc}\p{Cf}\ufffc"<>|:*?]/gu, '')
      .replace(/\.[A-Za-z0-9]{1,8}$/, '')
      .trim()
      .slice(0, 120) || 'file';
  return `${base}.${documents[type] ?? 'webp'}`;
}

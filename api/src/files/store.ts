import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { type Why, why } from '#i18n/fault.ts';
import type { Settings } from '../env.ts';
import { Busy } from '#prisma/work.ts';
import { FILE_MAX } from '../file-size.ts';
import { bytesOf } from './bytes.ts';
import { scan, ScannerSilent } from './scan.ts';

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

/** Says no to what the scanner of the settings knows, and to everything while it does not answer. @throws FileRefused */
async function expectClean(scanner: string | null, bytes: Buffer): Promise<void> {
  if (scanner === null) return;
  try {
    const { found } = await scan(scanner, bytes);
    if (found !== null) throw new FileRefused(why('FILE_INFECTED', { name: found }));
  } catch (error) {
    throw error instanceof ScannerSilent ? new FileRefused(why('FILE_UNSCANNED')) : error;
  }
}

/**
 * Keeps a file under the hash of its bytes, outside everything that is served as it is. What it is, is found from the
 * content, never from its name; a picture is drawn anew, without place, camera or any other metadata.
 * @throws FileRefused for a kind, size or picture that is not taken, and for what a scanner of viruses knows
 */
export async function storeFile(settings: Pick<Settings, 'filesDir' | 'objects' | 'scanner'>, bytes: Buffer): Promise<Stored> {
  if (bytes.length === 0) throw new FileRefused(why('FILE_EMPTY'));
  if (bytes.length > FILE_MAX) throw new FileRefused(why('FILE_SIZE', { megabytes: FILE_MAX / 1024 / 1024 }));
  const found = await fileTypeFromBuffer(bytes);
  const type = found?.mime ?? '';
  if (!pictures.has(type) && !documents[type]) throw new FileRefused(why('FILE_KIND'));
  await expectClean(settings.scanner, bytes);
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
  }
  const hash = createHash('sha256').update(kept).digest('hex');
  try {
    await bytesOf(settings).put(hash, kept);
  } catch (error) {
    // The rest of a form is kept all the same.
    throw error instanceof Busy ? new FileRefused(why('FILE_AWAY')) : error;
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

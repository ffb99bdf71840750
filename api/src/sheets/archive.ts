import { type Why, why } from '#i18n/fault.ts';
import { inflateRawSync } from 'node:zlib';

/** What a table may be when it is unpacked, whatever the file says of itself. */
const archiveLimits = {
  /** Bytes that all read parts together may come to. */
  bytes: 20 * 1024 * 1024,
  /** Parts of an archive. A workbook of a hundred sheets has a few hundred. */
  parts: 1000,
} as const;

/** A file that is not read, with why. */
export class Unreadable extends Error {
  readonly why: Why;
  constructor(said: Why) {
    super(said.code);
    this.why = said;
  }
}

export const tooLarge = () => new Unreadable(why('WORKBOOK_LARGE'));
const broken = () => new Unreadable(why('WORKBOOK_BROKEN'));

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
type Part = { method: number; flags: number; packed: number; at: number };

/**
 * A ZIP archive (APPNOTE 6.3) in memory, of which single parts are unpacked. What it says of the sizes of its parts is not
 * believed: unpacking ends at the limit of bytes really produced, over all parts together.
 */
export class Archive {
  private readonly bytes: Buffer;
  private readonly parts = new Map<string, Part>();
  private left: number = archiveLimits.bytes;

  /** @throws Unreadable when the bytes are no archive, or one of too many parts */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const end = this.findEnd();
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count > archiveLimits.parts) throw new Unreadable(why('WORKBOOK_PARTS', { max: archiveLimits.parts }));
    for (let index = 0; index < count; index++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken();
      const name = bytes.readUInt16LE(at + 28);
      const part = {
        flags: bytes.readUInt16LE(at + 8),
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        at: bytes.readUInt32LE(at + 42),
      };
      const path = bytes.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/');
      // Programs differ in which of two parts of one name they show.
      if (this.parts.has(path)) throw new Unreadable(why('WORKBOOK_PART_TWICE', { part: path.slice(0, 100) }));
      this.parts.set(path, part);
      at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }

  /** The end of the directory stands in the last 64 kB, before a comment. */
  private findEnd(): number {
    for (let at = this.bytes.length - 22; at >= Math.max(0, this.bytes.length - 22 - 0xffff); at--) if (this.bytes.readUInt32LE(at) === END) return at;
    throw broken();
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  /**
   * The text of a part, as UTF-8 or as its byte order mark says; null when there is none of this name.
   * @throws Unreadable when it is damaged, encrypted, or more than is left of the limit
   */
  text(path: string): string | null {
    const part = this.parts.get(path);
    if (!part) return null;
    const { bytes } = this;
    if (part.flags & 1) throw new Unreadable(why('WORKBOOK_PASSWORD'));
    if (part.at + 30 > bytes.length || bytes.readUInt32LE(part.at) !== LOCAL) throw broken();
    const start = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28);
    if (start + part.packed > bytes.length) throw broken();
    const packed = bytes.subarray(start, start + part.packed);
    if (part.method === 0 && packed.length > this.left) throw tooLarge();
    const content = part.method === 0 ? packed : part.method === 8 ? inflated(packed, this.left) : null;
    if (!content) throw broken();
    this.left -= content.length;
    return decoded(content);
  }
}

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken();
  }
}

/** UTF-16 without a mark shows by the zeros in every other byte of its figures and Latin letters. */
function withoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 200);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (head.length < 8 || bytes.length % 2 === 1) return null;
  return odd > head.length / 4 && even === 0 ? 'utf-16le' : even > head.length / 4 && odd === 0 ? 'utf-16be' : null;
}

/** The text of a part or file: UTF-16 with a byte order mark, UTF-8, and else, as old spreadsheet programs save it, Windows-1252. */
export function decoded(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = withoutMark(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

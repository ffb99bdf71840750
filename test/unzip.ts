import { inflateRawSync } from 'node:zlib';

/** The parts of a zip (docx, xlsx) as text, by their names, read from its central directory. */
export function unzip(bytes: Buffer): Record<string, string> {
  const parts: Record<string, string> = {};
  for (let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    parts[bytes.toString('utf8', at + 46, at + 46 + name)] = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return parts;
}

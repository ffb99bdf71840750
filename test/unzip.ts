import { strFromU8, unzipSync } from 'fflate';

/** The parts of a zip (docx, xlsx) as text, by their names in the order in which they stand. */
export const unzip = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

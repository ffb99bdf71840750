import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type DataFile = { name: string; bytes: Buffer };
const read = (folder: string, name: string): DataFile => ({ name, bytes: readFileSync(join(folder, name)) });

/**
 * Real data of others (../shared/data beside the checkout, or where SHARED_DATA says), which is not shipped with the product. Where
 * it is not, that is printed, and what is tested stands on the made-up files of the same form in `test/foreign-catalogues`.
 * @param name of the folder, such as eu-blockchain-cases
 */
export function sharedData(name: string): DataFile[] | null {
  const places = ['../../shared/data', '../../../shared/data'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const folder = [process.env['SHARED_DATA'] ?? '', ...places].map((place) => join(place, name)).find(existsSync);
  if (!folder) console.log(`The data "${name}" are not beside this checkout: only made-up files of their form were loaded.`);
  return folder
    ? readdirSync(folder)
        .filter((file) => /\.(csv|json)$/.test(file))
        .sort()
        .map((file) => read(folder, file))
    : null;
}

/** A made-up file in the form of a catalogue. */
export const madeUp = (name: string): DataFile => read(fileURLToPath(new URL('./foreign-catalogues', import.meta.url)), name);

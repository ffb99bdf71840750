import { why } from '#i18n/fault.ts';
import type { Fault, Why } from './faults.ts';

/** A file that came with a form and that the server keeps: its hash, and its name. */
export type Upload = { file: string; name: string };
/** What the server says of a file that it did not keep, as it wrote it into the form. */
function whyIn(said: string): Why {
  try {
    const read: unknown = JSON.parse(said);
    if (typeof read === 'object' && read !== null && 'code' in read) return { code: String(read.code), params: 'params' in read ? read.params : {} };
  } catch {
    // Not written by the server.
  }
  return why('FILE_KIND');
}

const texts = (form: FormData, name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));

/** The files that the server kept from a form; it put their hashes and names where the files were. */
export function uploadsIn(form: FormData, box = 'upload'): Upload[] {
  const names = texts(form, `${box}.name`);
  return texts(form, box)
    .map((file, index) => ({ file, name: names[index] ?? '' }))
    .filter(({ file }) => /^[0-9a-f]{64}$/.test(file));
}

/** The files that the server did not keep, each as a fault of the field they were chosen in. */
export function refusedIn(form: FormData, box = 'upload'): Fault[] {
  const names = texts(form, `${box}.refused.name`);
  return texts(form, `${box}.refused`).map((said, index) => ({ path: box, ...whyIn(said), file: names[index] ?? '' }));
}

/** A file that came with a form and that the server keeps: its hash, and its name. */
export type Upload = { file: string; name: string };
/** A file that came with a form and was not kept: why (`upload.*` of the words), and its name. */
export type RefusedUpload = { code: string; name: string };

const texts = (form: FormData, name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));

/** The files that the server kept from a form; it put their hashes and names where the files were. */
export function uploadsIn(form: FormData): Upload[] {
  const names = texts(form, 'upload.name');
  return texts(form, 'upload')
    .map((file, index) => ({ file, name: names[index] ?? '' }))
    .filter(({ file }) => /^[0-9a-f]{64}$/.test(file));
}

/** The files that the server did not keep. */
export function refusedIn(form: FormData): RefusedUpload[] {
  const names = texts(form, 'upload.refused.name');
  return texts(form, 'upload.refused').map((code, index) => ({ code, name: names[index] ?? '' }));
}

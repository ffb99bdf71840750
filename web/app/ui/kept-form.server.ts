import { tooMuch } from '../form-bounds.ts';
import type { KeptForm } from './site.tsx';

/** What is never shown again, in no page. */
const secret = /password|passphrase|passcode|secret|otp$/i;
/** What only machines write into a form: its absence from a page loses nobody's words. */
const machine = /^[\w:-]*$|^\/files\/[0-9a-f]{64}$|^[A-Za-z0-9+/=]{200,}$/;

/** What a form sent, but for secrets and files; null for what is no form, or more than one holds. Empty boxes are kept too: they may empty something. */
export async function sentBy(request: Request): Promise<KeptForm | null> {
  const form = await request.formData().catch(() => null);
  if (!form || tooMuch(form.keys())) return null;
  const { pathname, search } = new URL(request.url);
  const fields: KeptForm['fields'] = [];
  const files: KeptForm['files'] = [];
  for (const [name, value] of form) {
    const refused = /^(.+)\.refused\.name$/.exec(name)?.[1];
    if (typeof value !== 'string') {
      if (value.name) files.push({ field: name, name: value.name });
    } else if (refused) files.push({ field: refused, name: value });
    else if (!name.endsWith('.refused') && !secret.test(name)) fields.push([name, value]);
  }
  return { action: pathname + search, multipart: /^multipart\//i.test(request.headers.get('content-type') ?? ''), fields, files };
}

const escaped = (text: string) =>
  text.replaceAll('\r', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;');

/** Whether a page that came back has a box for, or shows, every text that was typed into the form, and boxes for its files. The names of files that were kept are no text. */
export function hasPlaceFor(html: string, { fields, files }: KeptForm): boolean {
  const names = new Set(Array.from(html.matchAll(/ name="([^"]*)"/g), ([, name]) => name));
  return (
    files.every(({ field }) => names.has(escaped(field))) &&
    fields.every(([name, value]) => machine.test(value.trim()) || name === 'upload.name' || names.has(escaped(name)) || html.includes(escaped(value.trim())))
  );
}

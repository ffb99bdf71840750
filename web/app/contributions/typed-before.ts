/**
 * What was typed into a draft and is not known to be saved, on the device of its writer: one entry for each open form, until the
 * library says that it has it. It is closed with a key that only pages shown to this person hold, so that nobody who uses the
 * device after them reads it; at sign-out it is removed (docs/decisions/020).
 */
const PREFIX = 'atrium.typed.';
/** In milliseconds: how long an entry is kept, and how long a save that is still on its way has. */
const KEPT = 30 * 24 * 60 * 60 * 1000;
const ON_ITS_WAY = 2000;

type Fields = [name: string, value: string][];
type Entry = { at: number; iv: string; sealed: string } | { at: number; fields: Fields };
type Typed = { name: string; at: number; fields: Fields };

const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (data: Uint8Array) => {
  let letters = '';
  for (const one of data) letters += String.fromCharCode(one);
  return btoa(letters);
};
/** Without a secure connection browsers close nothing: then what was typed stays only as long as the window. */
const place = () => ('subtle' in crypto ? localStorage : sessionStorage);
const entries = (beginning: string) =>
  Array.from({ length: place().length }, (_, index) => place().key(index) ?? '').filter((name) => name.startsWith(beginning));
/** What of a form people write. */
const written = (fields: Fields) => JSON.stringify(fields.filter(([name]) => !/^(edits|writer|turn|answers|do)$/.test(name)));
const fieldsOf = (form: HTMLFormElement): Fields => [...new FormData(form)].filter((one): one is [string, string] => typeof one[1] === 'string');
const valueIn = (fields: Fields, wanted: string) => fields.find(([name]) => name === wanted)?.[1] ?? '';

async function cipher(section: HTMLElement) {
  const key = 'subtle' in crypto ? await crypto.subtle.importKey('raw', bytes(section.dataset['key'] ?? ''), 'AES-GCM', false, ['encrypt', 'decrypt']) : null;
  return {
    async seal(fields: Fields): Promise<Entry> {
      if (!key) return { at: Date.now(), fields };
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(fields)));
      return { at: Date.now(), iv: text(iv), sealed: text(new Uint8Array(sealed)) };
    },
    async open(name: string): Promise<Typed | null> {
      try {
        const entry = JSON.parse(place().getItem(name) ?? 'null') as Entry | null;
        if (!entry) return null;
        if ('fields' in entry) return { name, at: entry.at, fields: entry.fields };
        if (!key) return null;
        const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(entry.iv) }, key, bytes(entry.sealed));
        return { name, at: entry.at, fields: JSON.parse(new TextDecoder().decode(opened)) as Fields };
      } catch {
        return null;
      }
    },
  };
}

export type Keeper = {
  /** Keeps what the form holds now. */
  keep(): void;
  /** The library has what the form held when this was sent. */
  saved(sent: URLSearchParams): void;
};

/** Keeps what is typed into one form from the first key on. @param fields what the form holds, with its turn */
export function keeperOf(form: HTMLFormElement, fields: () => URLSearchParams): Keeper {
  const section = document.querySelector<HTMLElement>('[data-typed-before]');
  const writer = form.querySelector<HTMLInputElement>('input[name=writer]')?.value ?? '';
  if (!section || !writer) return { keep: () => {}, saved: () => {} };
  const name = `${PREFIX}${section.dataset['person']}.${section.dataset['draft']}.${writer}`;
  const known = cipher(section);
  let acknowledged = written(fieldsOf(form));
  let wanted = false;
  let busy = false;
  const work = async () => {
    busy = true;
    while (wanted) {
      wanted = false;
      const now = [...fields()];
      if (written(now) === acknowledged) {
        place().removeItem(name);
        continue;
      }
      try {
        const entry = await (await known).seal(now);
        // Saved in the meantime: then it is known to be there.
        if (written(now) !== acknowledged) place().setItem(name, JSON.stringify(entry));
      } catch {
        // There is no room, or the browser keeps nothing: the page still asks before it is left.
      }
    }
    busy = false;
  };
  return {
    keep() {
      wanted = true;
      if (!busy) void work();
    },
    saved(sent) {
      acknowledged = written([...sent]);
      this.keep();
    },
  };
}

/** Offers what was typed the last time and has not reached the library; of what has, nothing is said. */
export async function offersTypedBefore(section: HTMLElement): Promise<void> {
  const { person, draft, url = '' } = section.dataset;
  const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
  for (const name of entries(PREFIX)) {
    const at = (JSON.parse(place().getItem(name) ?? '{}') as { at?: number }).at ?? 0;
    if (Date.now() - at > KEPT) place().removeItem(name);
  }
  const { open } = await cipher(section);
  const now = form ? written(fieldsOf(form)) : '';
  const edits = Number(form?.querySelector<HTMLInputElement>('input[name=edits]')?.value ?? 0);
  let touched = false;
  form?.addEventListener('input', () => {
    touched = true;
  });
  const own = form?.querySelector<HTMLInputElement>('input[name=writer]')?.value;

  /** Forgets what the library has, or what is in the form as it stands; tells whether anything is left. */
  const left = async () => {
    const missing: Typed[] = [];
    for (const name of entries(`${PREFIX}${person}.${draft}.`)) {
      if (own && name.endsWith(`.${own}`)) continue;
      const typed = await open(name);
      if (!typed) continue;
      const query = new URLSearchParams({ writer: valueIn(typed.fields, 'writer'), turn: valueIn(typed.fields, 'turn') });
      const answer = await fetch(`${url}/save?${query}`).catch(() => null);
      const { arrival = null, edits: latest = edits } = answer?.ok ? ((await answer.json()) as { arrival: string | null; edits: number }) : {};
      if (arrival === null && written(typed.fields) !== now) {
        missing.push(typed);
        continue;
      }
      place().removeItem(name);
      // The page was asked for before the last save of the one before had arrived.
      if ((arrival === 'REFUSED' || latest > edits) && form && !touched && arrival !== null && !section.dataset['answers']) location.reload();
    }
    return missing.sort((a, b) => b.at - a.at);
  };

  if ((await left()).length === 0) return;
  await new Promise((done) => setTimeout(done, ON_ITS_WAY));
  const [typed] = await left();
  if (typed) show(section, typed, form);
}

function show(section: HTMLElement, typed: Typed, form: HTMLFormElement | null): void {
  const list = section.querySelector('dl');
  const again = section.querySelector('form');
  for (const moment of section.querySelectorAll('[data-moment]'))
    moment.textContent = new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, 'en-GB'), { dateStyle: 'long', timeStyle: 'short' }).format(
      typed.at,
    );
  const present = new Set((form ? fieldsOf(form) : []).map(([name, value]) => `${name}\n${value}`));
  for (const [name, value] of typed.fields) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    again?.append(input);
    if (/^(edits|writer|turn|answers|do)$/.test(name) || value.trim() === '' || present.has(`${name}\n${value}`)) continue;
    const row = document.createElement('div');
    const box = form?.querySelector(`label[for="${CSS.escape(name)}"]`);
    const group = box?.closest('fieldset')?.querySelector('legend')?.textContent?.trim();
    const label = [group, box?.firstChild?.textContent?.trim()].filter(Boolean).join(', ');
    row.append(Object.assign(document.createElement('dt'), { textContent: label || name }));
    row.append(Object.assign(document.createElement('dd'), { className: 'entry-text', textContent: value }));
    list?.append(row);
  }
  section.querySelector('[data-typed-away]')?.addEventListener('click', () => {
    place().removeItem(typed.name);
    section.hidden = true;
  });
  section.hidden = false;
}

/** Whoever signs out leaves nothing of theirs on the device, and is asked first where something is on it only. */
export function forgetsAtSignOut(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const mine = entries(`${PREFIX}${form.dataset['person']}.`);
    if (mine.length === 0) return;
    if (!window.confirm(form.dataset['unsaved'] ?? '')) {
      event.preventDefault();
      return;
    }
    for (const name of mine) place().removeItem(name);
  });
}

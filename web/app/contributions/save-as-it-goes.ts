import { keeperOf } from './typed-before.ts';

/** In bytes: what a browser still sends of a page that is being left (Fetch, "keepalive"), with room for what surrounds it. */
const LEAVING = 60_000;
/** In milliseconds: after the last key, and after a save that failed. */
const PAUSE = 1500;
const AGAIN = 10_000;

/** The same fields in the form that writes most letters as one to four bytes rather than three to twelve. */
function inParts(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

type Wrong = { name: string; message: string };
/**
 * Shows the faults of the fields that were left, each above its box as the server writes it, and takes away what is mended.
 * What nobody has touched yet is not called wrong.
 * @param left the names of these fields
 */
function showFaults(form: HTMLFormElement, left: ReadonlySet<string>, faults: readonly Wrong[]): void {
  for (const name of left) {
    const box = document.getElementById(name);
    const field = box?.closest('.field');
    if (!box || !field || !form.contains(box)) continue;
    const id = `${name}-error`;
    const message = faults.find((one) => one.name === name)?.message;
    const shown = document.getElementById(id);
    const described = (box.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
    if (!message) {
      if (!shown) continue;
      shown.remove();
      field.classList.remove('field-wrong');
      box.removeAttribute('aria-invalid');
    } else {
      const place = shown ?? document.createElement('p');
      const word = document.createElement('b');
      word.textContent = form.dataset['wrong'] ?? '';
      place.id = id;
      place.className = 'field-error';
      place.replaceChildren(word, ` ${message}`);
      if (!shown) (box.matches('fieldset') ? box.querySelector('legend') : box)?.[box.matches('fieldset') ? 'after' : 'before'](place);
      field.classList.add('field-wrong');
      box.setAttribute('aria-invalid', 'true');
      described.push(id);
    }
    if (described.length > 0) box.setAttribute('aria-describedby', described.join(' '));
    else box.removeAttribute('aria-describedby');
  }
}

const clock = () => {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};

/**
 * Saves a draft a moment after the last key, when a field is left, and when the page is, and says so; what is wrong with a field that
 * was left is shown at it. Each save names the
 * open form and its turn, so that the server knows them for one person's writing, whatever is lost or late on the way.
 * What could not be saved stays in the page: it is tried again, and the browser asks before the page is left. Until a save is
 * answered, what was typed is kept on the device too: the answer to one that is sent while the page is left reaches nobody.
 */
export function saveAsItGoes(form: HTMLFormElement): void {
  const { autosave, saved = '', others = '', failed = '', refused = '', stale = '', readAsWords } = form.dataset;
  const turn = form.querySelector<HTMLInputElement>('input[name=turn]');
  const edits = form.querySelector<HTMLInputElement>('input[name=edits]');
  const state = form.querySelector<HTMLElement>('[data-save-state]');
  const signedOut = form.querySelector<HTMLElement>('[data-save-signed-out]');
  if (!autosave || !turn || !edits || !state || !signedOut) return;
  let timer = 0;
  let known = Number(edits.value);
  let under = 0;
  let changed = false;
  let failing = false;
  let sending = false;
  /** The fields that were written in and left. */
  const left = new Set<string>();

  const nextTurn = () => {
    turn.value = String(Math.max(Number(turn.value) + 1, Date.now()));
  };
  const typed = () => {
    nextTurn();
    // A file goes with the form when a button is pressed, once.
    return new URLSearchParams([...new FormData(form)].filter((one): one is [string, string] => typeof one[1] === 'string'));
  };
  const keeper = keeperOf(form, typed);
  const say = (text: string, out = false) => {
    state.textContent = text;
    signedOut.hidden = !out;
  };
  const answered = async (response: Response, sent: URLSearchParams) => {
    if (response.ok) {
      failing = false;
      keeper.saved(sent);
      // A form of answers is not checked as it goes: it has no faults to show.
      const { edits: now, read, faults = [] } = (await response.json()) as { edits: number; read: Record<string, string>; faults?: Wrong[] };
      showFaults(form, left, faults);
      const wrong = faults.filter(({ name }) => left.has(name)).at(-1);
      for (const place of form.querySelectorAll<HTMLElement>('[data-read-as]')) {
        const words = read[place.dataset['readAs'] ?? ''];
        if (words !== undefined) place.textContent = words && (readAsWords ?? '%').replace('%', words);
      }
      say(`${saved.replace('%', clock())}${now > known + 1 ? `. ${others}` : ''}${wrong ? `. ${wrong.message}` : ''}`);
      known = now > known + 1 ? known : now;
      return;
    }
    changed = true;
    failing = true;
    if (response.status === 401) say('', true);
    else if (response.status === 409) say(stale);
    else if (response.status < 500 && response.status !== 429) {
      const { message = '' } = (await response.json().catch(() => ({}))) as { message?: string };
      say(message ? refused.replace('%', message) : failed);
    } else {
      say(failed);
      later(AGAIN);
    }
  };
  const save = async () => {
    clearTimeout(timer);
    changed = false;
    under++;
    const body = typed();
    try {
      const small = body.toString().length < LEAVING;
      await answered(await fetch(autosave, { method: 'POST', body: small ? body : inParts(body), keepalive: small }), body);
    } catch {
      changed = true;
      failing = true;
      say(failed);
      later(AGAIN);
    }
    under--;
    if (changed && !failing) later(PAUSE);
  };
  const run = () => {
    if (changed && under === 0) void save();
  };
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(run, wait);
  };
  /** The page is left or goes out of access: what was typed last goes at once, even beside a save under way. */
  const leave = () => {
    if (changed && !sending) void save();
  };

  form.addEventListener('input', () => {
    changed = true;
    keeper.keep();
    later(PAUSE);
  });
  form.addEventListener('change', (event) => {
    const box = event.target as HTMLInputElement;
    if (box.matches('[type=file]')) return;
    left.add(box.name);
    changed = true;
    keeper.keep();
    later(0);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    sending = true;
    nextTurn();
    keeper.keep();
  });
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : run()));
  window.addEventListener('pagehide', leave);
  window.addEventListener('focus', run);
  window.addEventListener('online', run);
  window.addEventListener('pageshow', () => {
    sending = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (sending) return;
    const chosen = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some((input) => input.files?.length);
    // While saving fails, one that is under way is not believed either.
    const unsaved = failing ? changed || under > 0 : changed && typed().toString().length * (under + 1) >= LEAVING;
    if (!chosen && !unsaved) return;
    leave();
    event.preventDefault();
  });
}

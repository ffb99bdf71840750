/**
 * The one script of the site. Pages are complete without it (docs/decisions/004); it only saves keystrokes and round trips.
 * It is not React: nothing is hydrated, and no route module is loaded.
 */

import { tidiesWhatIsPasted } from './contributions/pasted.ts';
import { addsRows } from './contributions/rows.ts';
import { saveAsItGoes } from './contributions/save-as-it-goes.ts';
import { forgetsAtSignOut, offersTypedBefore } from './contributions/typed-before.ts';
import { asksBeforeLosing, holdsWriting } from './ui/asks-before-losing.ts';
import { copiesStatements, remembersVisit } from './ui/copies.ts';
import { countsCharacters } from './ui/counts-characters.ts';

/** How long a reader may pause between two keys before suggestions are asked for. */
const pause = 120;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) suggest(form);
slashFocusesSearch();
menusClose();
selectsSubmit();
document.documentElement.classList.add('scripted');
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  saveAsItGoes(form);
  addsRows(form);
  tidiesWhatIsPasted(form);
}
for (const section of document.querySelectorAll<HTMLElement>('[data-typed-before]')) void offersTypedBefore(section);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) forgetsAtSignOut(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]:not([data-autosave])')) if (holdsWriting(form)) asksBeforeLosing(form);
for (const box of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('[data-most]')) countsCharacters(box);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-similar]')) showSimilar(form);
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-largest]')) refusesLargeFiles(input);
copiesStatements();
remembersVisit();
for (const list of document.querySelectorAll<HTMLDataListElement>('datalist[data-suggest]')) suggestNames(list);
formsSendOnce();
if ('PublicKeyCredential' in window) for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) passkey(place);

/**
 * Makes a search form a combobox (ARIA Authoring Practices: list autocomplete with manual selection). The options come from the
 * server as HTML. Arrow keys move, Enter opens, Escape closes the list and then empties the field.
 */
function suggest(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]');
  const address = form.dataset['suggest'];
  if (!input || !address) return;
  const list = document.createElement('div');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = form.dataset['suggestions'] ?? null;
  list.hidden = true;
  const status = document.createElement('div');
  status.className = 'hidden';
  status.role = 'status';
  form.append(list, status);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  const known = new Map<string, string>();
  let timer = 0;
  let asked = '';
  let request: AbortController | null = null;
  let chosen = -1;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];

  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
    choose(-1);
  };

  const choose = (index: number) => {
    const all = options();
    all[chosen]?.setAttribute('aria-selected', 'false');
    chosen = index;
    const option = all[index];
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    } else input.removeAttribute('aria-activedescendant');
  };

  const show = (html: string) => {
    // Our own server's HTML, in which everything a person typed is escaped.
    list.innerHTML = html;
    options().forEach((option, index) => {
      option.id = `${list.id}-${index}`;
    });
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = html === '';
    input.ariaExpanded = String(html !== '');
    status.textContent = list.querySelector<HTMLElement>('[data-status]')?.dataset['status'] ?? '';
  };

  const ask = async () => {
    const text = input.value.trim();
    if (text === asked && !list.hidden) return;
    asked = text;
    request?.abort();
    if (text.length < 2) {
      show('');
      return;
    }
    let html = known.get(text);
    if (html === undefined) {
      request = new AbortController();
      try {
        const response = await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: request.signal });
        if (!response.ok) return;
        html = await response.text();
        known.set(text, html);
      } catch {
        // Aborted by the next key, or offline: the form still works.
        return;
      }
    }
    if (input.value.trim() === text && document.activeElement === input) show(html);
  };

  const open = (option: HTMLElement | undefined) => {
    const url = option?.dataset['url'];
    if (url) location.assign(url);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        asked = '';
        void ask();
        return;
      }
      // One place before the first and after the last is the field itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && !list.hidden && chosen >= 0) {
      event.preventDefault();
      open(options()[chosen]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') close();
  });

  // The field keeps the focus while an option is pressed, so that the list does not close under the pointer.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => open((event.target as Element).closest<HTMLElement>('[role=option]') ?? undefined));
  input.addEventListener('blur', close);
}

/** `/` goes to the search field, unless one is writing. */
function slashFocusesSearch(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const fields = [...document.querySelectorAll<HTMLInputElement>('form[data-suggest] input[type=search]')];
    // The large field of the page rather than the one in its header, if it is in access.
    const field = fields.findLast((one) => one.getBoundingClientRect().height > 0);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** Menus close on Escape, the innermost open one first, those of the header also on a click beside them. */
function menusClose(): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu, .nav-more > details, .contents > details')) {
    document.addEventListener('click', (event) => {
      // A link of the contents leads within the page, which the list would cover.
      if (menu.open && (!menu.contains(event.target as Node) || (event.target as Element).closest('.contents a'))) menu.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open || event.defaultPrevented) return;
      event.preventDefault();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  }
}

/** A form that changes something is sent once, however often its button is pressed. Coming back to the page makes it usable again. */
function formsSendOnce(): void {
  const sent = new Set<HTMLFormElement>();
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    for (const button of form.querySelectorAll('button')) button.ariaDisabled = 'true';
  });
  window.addEventListener('pageshow', () => {
    for (const form of sent) for (const button of form.querySelectorAll('button')) button.ariaDisabled = null;
    sent.clear();
  });
}

/** A new order takes effect when it is chosen; the button beside it is not needed then. */
function selectsSubmit(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-submit-on-change]')) {
    select.form?.querySelector('button')?.setAttribute('hidden', '');
    // With the keyboard, arrows change the value before it is chosen: it counts when the field is left or Enter is pressed.
    let byKey = false;
    select.addEventListener('keydown', (event) => {
      byKey = event.key !== 'Enter';
    });
    select.addEventListener('pointerdown', () => {
      byKey = false;
    });
    const initial = select.value;
    const submit = () => {
      if (select.value !== initial) select.form?.requestSubmit();
    };
    select.addEventListener('change', () => {
      if (!byKey) submit();
    });
    select.addEventListener('blur', submit);
  }
}

/** Says at once that files are too many, or too large together, rather than after they have been sent. */
function refusesLargeFiles(input: HTMLInputElement): void {
  input.addEventListener('change', () => {
    const size = [...(input.files ?? [])].reduce((sum, file) => sum + file.size, 0);
    const count = input.files?.length ?? 0;
    const { largest, tooLarge = '', mostFiles = Number.POSITIVE_INFINITY, tooMany = '' } = input.dataset;
    const fault = count > Number(mostFiles) ? tooMany.replace('%', String(count)) : size > Number(largest) ? tooLarge : '';
    input.setCustomValidity(fault);
    if (fault) input.reportValidity();
  });
  // A button that goes past the checks must not send them either.
  input.form?.addEventListener('submit', (event) => {
    if (!input.validity.customError || !(event.submitter as HTMLButtonElement | null)?.formNoValidate) return;
    input.value = '';
    input.setCustomValidity('');
  });
}

/** While a title is typed: who is already doing this. The list comes from the server as HTML. */
function showSimilar(form: HTMLFormElement): void {
  const title = form.querySelector<HTMLInputElement>('input[name=title], input[name=name]');
  const list = document.querySelector<HTMLElement>('[data-similar-list]');
  const address = form.dataset['similar'];
  if (!title || !list || !address) return;
  let timer = 0;
  let request: AbortController | null = null;
  title.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      request?.abort();
      request = new AbortController();
      try {
        const response = await fetch(`${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ title: title.value })}`, {
          signal: request.signal,
        });
        const html = response.ok ? await response.text() : '';
        if (html) list.innerHTML = html;
      } catch {
        // Aborted by the next key, or offline: the list stays as it is.
      }
    }, 400);
  });
}

/** Fills the list of boxes that name a record with what the library finds for what is typed into one of them. */
function suggestNames(list: HTMLDataListElement): void {
  const address = list.dataset['suggest'];
  let timer = 0;
  let request: AbortController | null = null;
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.getAttribute('list') !== list.id) return;
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      request?.abort();
      request = new AbortController();
      try {
        const response = await fetch(`${address}&${new URLSearchParams({ q: target.value })}`, { signal: request.signal });
        if (response.ok) list.innerHTML = await response.text();
      } catch {
        // Aborted by the next key, or offline: the list stays as it is.
      }
    }, pause);
  });
}

/** Signs in with a passkey, or adds one of this device. The sign-in library makes and checks the challenge. */
function passkey(place: HTMLElement): void {
  const button = place.querySelector('button');
  const status = place.querySelector<HTMLElement>('[role=status]');
  if (!button || !status || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
  const adding = place.dataset['passkey'] === 'add';
  const send = async (path: string, body?: unknown) => {
    const response = await fetch(
      `/auth/passkey/${path}`,
      body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  place.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = '';
    try {
      if (adding) {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON((await send('generate-register-options')) as PublicKeyCredentialCreationOptionsJSON);
        const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
        await send('verify-registration', { response: made?.toJSON(), name: place.dataset['name'] });
      } else {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
          (await send('generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON,
        );
        const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
        await send('verify-authentication', { response: given?.toJSON() });
      }
      const then = document.getElementById(place.dataset['then'] ?? '');
      if (then instanceof HTMLFormElement) then.requestSubmit();
      else location.assign(place.dataset['next'] ?? '/');
    } catch {
      status.textContent = place.dataset['failed'] ?? '';
    }
  });
}

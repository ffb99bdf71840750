/** Where somebody writes something of their own: not who they are, which they know, or a code, which is short. */
const WRITING = 'textarea, input:is(:not([type]), [type=text], [type=email], [type=url], [type=number], [type=date], [type=file])';
const KNOWN = '[autocomplete]:not([autocomplete=off])';

/** Whether a form has a box to write in, other than those for one's own address, password or code. */
export const holdsWriting = (form: HTMLFormElement): boolean => [...form.querySelectorAll(WRITING)].some((box) => !box.matches(KNOWN));

const heldBy = (form: HTMLFormElement) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : `${value.name} ${value.size}`]));

/** The browser asks before a page is left on which something was written into a form that does not save itself. */
export function asksBeforeLosing(form: HTMLFormElement): void {
  // What a form holds that came back with a fault is not kept anywhere either.
  const before = form.querySelector('[aria-invalid=true]') ? '' : heldBy(form);
  let sending = false;
  form.addEventListener('submit', (event) => {
    sending = !event.defaultPrevented;
  });
  window.addEventListener('pageshow', () => {
    sending = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!sending && heldBy(form) !== before) event.preventDefault();
  });
}

/** The browser asks before a page is left on which something was written into a form that does not save itself. */
export function asksBeforeLosing(form: HTMLFormElement): void {
  let written = false;
  for (const event of ['input', 'change'])
    form.addEventListener(event, () => {
      written = true;
    });
  form.addEventListener('submit', () => {
    written = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (written) event.preventDefault();
  });
}

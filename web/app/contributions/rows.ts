import { countsCharacters } from '../ui/counts-characters.ts';

/**
 * The buttons that lengthen and shorten a list do it in the page, without sending the form: a new item comes from the
 * template of its list and has the focus; where one is taken away, the button that adds has it. Numbers may have gaps: the
 * server counts items, not their names.
 */
export function addsRows(form: HTMLFormElement): void {
  const changed = () => form.dispatchEvent(new Event('input', { bubbles: true }));
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=do]');
    const [, verb, path = ''] = /^(add|remove):(.+)$/.exec(button?.value ?? '') ?? [];
    if (!button || !verb) return;
    if (verb === 'add') {
      const template = form.querySelector<HTMLTemplateElement>(`template[data-row="${path}"]`);
      if (!template) return;
      event.preventDefault();
      const taken = [...form.querySelectorAll<HTMLElement>('.entry-item')].flatMap(({ id }) =>
        id.startsWith(`${path}.`) && /^\d+$/.test(id.slice(path.length + 1)) ? [Number(id.slice(path.length + 1))] : [],
      );
      const index = Math.max(-1, ...taken) + 1;
      const place = document.createElement('template');
      // Our own server's HTML; the mark stands in its attributes alone, beside numbers for people.
      place.innerHTML = template.innerHTML.replaceAll('.\u2116', `.${index}`).replaceAll('\u2116', String(taken.length + 1));
      const row = place.content.firstElementChild as HTMLElement;
      button.before(row);
      for (const box of row.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('[data-most]')) countsCharacters(box);
      row.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
      return;
    }
    const row = form.querySelector<HTMLElement>(`[id="${path}"].entry-item`);
    if (!row) return;
    event.preventDefault();
    const add = row.parentElement?.querySelector<HTMLButtonElement>(':scope > button[value^="add:"]');
    row.remove();
    changed();
    add?.focus();
  });
}

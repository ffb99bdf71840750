/** Fills the clipboard and says so on the button for a moment. */
async function copy(text: string, button: HTMLElement): Promise<void> {
  const before = button.textContent;
  await navigator.clipboard.writeText(text);
  button.textContent = button.dataset['copied'] ?? before;
  setTimeout(() => {
    button.textContent = before;
  }, 2000);
}

/** The statement that a source mark belongs to, without its marks. */
function statementOf(mark: Element): string {
  const place = mark.closest('.statement, li, td, dd, p') ?? mark.parentElement;
  const own = place?.cloneNode(true) as Element | undefined;
  for (const each of own?.querySelectorAll('.mark, .hidden, [popover]') ?? []) each.remove();
  return (own?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * Copies a statement with its citation: the note that a mark opens has a button for it. One note serves several statements;
 * the one whose mark was pressed last is meant.
 */
export function copiesStatements(): void {
  const list = document.querySelector<HTMLElement>('.notes-list[data-copy]');
  document.addEventListener('click', (event) => {
    const mark = (event.target as Element | null)?.closest<HTMLButtonElement>('.mark');
    const note = mark?.popoverTargetElement;
    if (!mark || !note || !list) return;
    note.querySelector('.note-copy')?.remove();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'note-copy button-quiet';
    button.textContent = list.dataset['copy'] ?? '';
    button.dataset['copied'] = list.dataset['copied'] ?? '';
    button.addEventListener('click', () => {
      const places = [...note.querySelectorAll('.note-place')].map((place) => (place.textContent ?? '').trim()).join('; ');
      const page = `${document.title}, ${location.origin}${location.pathname}, ${new Date().toISOString().slice(0, 10)}`;
      void copy(`“${statementOf(mark)}” (${places}. ${page})`, button);
    });
    note.append(button);
  });
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-copy]')) input.addEventListener('focus', () => input.select());
}

/** Remembers in this browser when a list was seen last, and offers what changed since. */
export function remembersVisit(): void {
  const place = document.querySelector<HTMLElement>('[data-last-visit]');
  const link = place?.querySelector('a');
  if (!place || !link) return;
  const key = `seen ${location.pathname}`;
  const today = new Date().toISOString().slice(0, 10);
  let before: string | null = null;
  try {
    const known = JSON.parse(localStorage.getItem(key) ?? 'null') as { day: string; before: string | null } | null;
    before = known?.day === today ? known.before : (known?.day ?? null);
    localStorage.setItem(key, JSON.stringify({ day: today, before }));
  } catch {
    // A browser that keeps nothing has no last visit.
    return;
  }
  if (!before) return;
  const address = place.dataset['lastVisit'] ?? location.pathname;
  link.href = `${address}${address.includes('?') ? '&' : '?'}since=${before}`;
  link.textContent = (link.textContent ?? '').replace('{day}', before);
  place.hidden = false;
}

/** What begins an item of a list in other programs: bullets of Word, of its symbol fonts, and of web pages. */
const bullet =
  /^[ \t\u00a0]*(?:[\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2043\u2219\u00b7\u25a0\u25ba\u27a2\u2714\uf0a7\uf0b7\uf0d8\uf0fc]|[*\u2013\u2014o\u00a7](?=\t))[ \t\u00a0]*/;
/** Signs that show nothing and come with text from word processors: soft hyphens, zero-width ones, marks of byte order. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;
const blanks = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Text from a word processor as it is kept: bullets become "- ", rows of tables lines with "; " between the cells, blanks of
 * every kind a space, and what nobody sees goes. What is plain already stays as it is.
 */
export function tidied(text: string): string {
  const lines = text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .split('\n')
    .map((line) => {
      const item = bullet.test(line);
      const cells = line
        .replace(bullet, item ? '- ' : '$&')
        .replace(/^(\d{1,2}[.)])\t+/, '$1 ')
        .replace(blanks, ' ')
        .split('\t')
        .map((cell) => cell.trim());
      return (cells.length > 1 ? cells.filter(Boolean).join('; ') : (cells[0] ?? '')).trimEnd();
    });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What is pasted into a box for several lines is tidied before it stands there, and the page says so. Undoing works as for typing. */
export function tidiesWhatIsPasted(form: HTMLFormElement): void {
  const { tidied: words = '' } = form.dataset;
  form.addEventListener('paste', (event) => {
    const box = event.target;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!(box instanceof HTMLTextAreaElement) || pasted === '') return;
    const clean = tidied(pasted);
    if (clean === pasted.replaceAll('\r\n', '\n').trim()) return;
    event.preventDefault();
    box.focus();
    // The one way to put text in that the browser can undo.
    if (!document.execCommand('insertText', false, clean)) {
      box.setRangeText(clean, box.selectionStart, box.selectionEnd, 'end');
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    let notice = box.parentElement?.querySelector<HTMLElement>('[data-tidied]');
    if (!notice) {
      notice = document.createElement('p');
      notice.dataset['tidied'] = '';
      notice.className = 'field-help';
      notice.role = 'status';
      box.after(notice);
    }
    notice.textContent = words;
  });
}

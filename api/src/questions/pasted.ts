/** A list item as word processors paste it: a bullet and a tab or blanks. */
const bullet = /^[ \t]*(?:[•·▪◦‣][ \t]|o\t)[ \t]*(?=\S)/;

/**
 * A text as somebody pastes it from a word processor, in the structure that texts have here: cells of a table stand behind each other with a
 * stroke between them, bullets are "- ", and of empty lines one stays. Everything that was written is kept.
 * @returns the text, and whether there was a table or a list to be changed, which who pasted it is told
 */
export function pasted(text: string): { text: string; changed: boolean } {
  let changed = false;
  const lines = text.split('\n').map((line) => {
    const plain = line.replaceAll('\u00a0', ' ').trimEnd();
    if (bullet.test(plain)) {
      changed = true;
      return plain.replace(bullet, '- ').replaceAll('\t', ' ');
    }
    if (!/\S\t/.test(plain) && !plain.startsWith('\t')) return plain;
    changed = true;
    return plain
      .split('\t')
      .map((cell) => cell.trim())
      .join(' | ')
      .replace(/^(?: \| )+(?=\S)/, '');
  });
  return {
    text: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    changed,
  };
}

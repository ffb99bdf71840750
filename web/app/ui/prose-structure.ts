/** A part of a text: a paragraph, or a list with its items. */
export type Part = { list: false; text: string } | { list: true; items: string[] };

const item = /^-[ \t]+(?=\S)/;

/**
 * The structure that a text is written with: a blank line ends a paragraph, lines that begin with "- " are a list. Nothing
 * else means anything, so that nothing in a text has to be made harmless. Lines within a paragraph stay lines.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let open: Part | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    if (item.test(line)) {
      const said = line.replace(item, '').trim();
      if (open?.list) open.items.push(said);
      else {
        open = { list: true, items: [said] };
        parts.push(open);
      }
    } else if (open && !open.list) open.text += `\n${line.trim()}`;
    else if (open?.list && /^[ \t]/.test(line)) open.items.push(`${open.items.pop()} ${line.trim()}`);
    else {
      open = { list: false, text: line.trim() };
      parts.push(open);
    }
  }
  return parts;
}

/** "keyCustody" as people read it: "Key custody". */
export const words = (name: string) => {
  const text = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const one = (name: string) => name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');

/**
 * The path of a difference in words, for mails: "stages[0].text" is "Stage 1, Text"; an item that is gone, "stages[-3]", is
 * "Stages". The text of a field with nothing else in its path is the field: "summary.text" is "Summary".
 */
export function fieldInWords(path: string): string {
  const parts = path.split('.').map((part) => {
    const [, name = part, index = ''] = /^([^[]*)(?:\[(-?\d*)\])?$/.exec(part) ?? [];
    return /^\d+$/.test(index) ? `${one(words(name))} ${Number(index) + 1}` : words(name);
  });
  return (parts.length === 2 && parts[1] === 'Text' && !path.includes('[') ? parts.slice(0, 1) : parts).join(', ');
}

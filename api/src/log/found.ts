/** Takes what a check found: the number of the entry that tells otherwise, and a sentence without its full stop. */
export type Found = (sequence: number, message: string) => void;

const MAX = 200;
/** A value in a sentence. */
export const said = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > MAX ? `${text.slice(0, MAX)}...` : text;
};

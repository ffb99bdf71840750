/** A passage in which the marked parts matched the search. Plain text, never HTML. */
export function Snippet({ parts }: { parts: { text: string; marked: boolean }[] }) {
  return parts.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}

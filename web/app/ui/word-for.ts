/** A word by a name from an address, which may be that of something every object has; undefined where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string | null): string | undefined =>
  name !== null && Object.hasOwn(words, name) ? words[name] : undefined;

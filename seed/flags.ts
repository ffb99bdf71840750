import type { SeedRecord } from './files.ts';

/** Words of a note by which it says that the statement is a conclusion and not what the source says. */
const concludes = /\b(infer\w*|conclusion|concluded|our reading|likely reading|follows from|taken to be|we take)\b/iu;

/** Statements that are passed off as stated although their own note calls them a conclusion: to be read by eye. */
export function unflagged(records: readonly SeedRecord[]): string[] {
  const found: string[] = [];
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, `${at}.${index}`);
    else if (value && typeof value === 'object') {
      const fact = value as { cite?: unknown; certainty?: string; note?: string };
      if (Array.isArray(fact.cite) && fact.certainty === 'STATED' && concludes.test(fact.note ?? '')) found.push(`${at}: ${fact.note}`);
      for (const [name, item] of Object.entries(value)) if (name !== 'cite') walk(item, `${at}.${name}`);
    }
  };
  for (const { kind, content } of records) walk(content, `${kind} ${String(content['sourceKey'])}`);
  return found;
}

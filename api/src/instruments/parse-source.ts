import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { checkEdition } from '#prisma/instrument/check.ts';
import type { Instrument } from '#prisma/instrument/instrument.ts';

export type ReadSource = { content: unknown; edition: Instrument | null; faults: FieldFault[] };

/** A key that stands twice in one map of a file, or null. */
function repeatedKey(document: Document): string | null {
  let found: string | null = null;
  visit(document, {
    Map: (_key, map) => {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        const name = String(key);
        if (keys.has(name)) found ??= name.slice(0, 60);
        keys.add(name);
      }
      return found === null ? undefined : visit.BREAK;
    },
  });
  return found;
}

/** An edition from a file as people write it, YAML or JSON, with everything that is wrong with it. Called in a thread of its own (source.ts). */
export function parseSource(source: string): ReadSource {
  const refused = (one: FieldFault) => ({ content: null, edition: null, faults: [one] });
  // Aliases are not expanded: a few lines could stand for more than fits into memory. Keys are compared below, not each with each.
  let content: unknown;
  try {
    // Errors are not made pretty: that reads the line of each again, and there may be as many as signs.
    const lines = new LineCounter();
    const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, lineCounter: lines });
    const [error] = document.errors;
    if (error) {
      const { line, col } = lines.linePos(error.pos[0]);
      return refused(fault('source', 'EDITION_SYNTAX', { said: `${(error.message.split('\n')[0] ?? '').slice(0, 200)} at line ${line}, column ${col}` }));
    }
    const twice = repeatedKey(document);
    if (twice !== null) return refused(fault('source', 'EDITION_KEY', { key: twice }));
    content = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof RangeError) return refused(fault('source', 'EDITION_DEEP'));
    return refused(fault('source', 'EDITION_SYNTAX', { said: (error as Error).message.split('\n')[0] ?? '' }));
  }
  return { content, ...checkEdition(content) };
}

import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { checkEdition, DEEPEST, isDeeper } from '#prisma/instrument/check.ts';
import type { Instrument } from '#prisma/instrument/instrument.ts';
import { forbiddenSign, plain } from '#prisma/content/text.ts';

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

/** A value with every text in it as it is kept; what no text may hold is a fault with its place. */
function passed(value: unknown, path: string, faults: FieldFault[]): unknown {
  if (typeof value === 'string') {
    const text = plain(value);
    const sign = forbiddenSign(text);
    if (sign && faults.length < 100) faults.push(fault(path || 'source', 'SIGN', { sign }));
    return text;
  }
  if (typeof value !== 'object' || value === null) return value;
  const at = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((one, index) => passed(one, at(index), faults));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [passed(name, at(plain(name)), faults), passed(one, at(plain(name)), faults)]));
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
    // It tells of its own full stack by an error of the file.
    if (error?.code === 'RESOURCE_EXHAUSTION') return refused(fault('source', 'EDITION_DEEP'));
    if (error) {
      const { line, col } = lines.linePos(error.pos[0]);
      return refused(fault('source', 'EDITION_SYNTAX', { said: `${(error.message.split('\n')[0] ?? '').slice(0, 200)} at line ${line}, column ${col}` }));
    }
    const twice = repeatedKey(document);
    if (twice !== null) return refused(fault('source', 'EDITION_KEY', { key: twice }));
    content = document.toJS({ maxAliasCount: 0 });
    // Before anything of ours walks it, level by level.
    if (isDeeper(content, DEEPEST)) return refused(fault('source', 'EDITION_DEEP'));
  } catch (error) {
    if (error instanceof RangeError) return refused(fault('source', 'EDITION_DEEP'));
    return refused(fault('source', 'EDITION_SYNTAX', { said: (error as Error).message.split('\n')[0] ?? '' }));
  }
  // What is spelt as an escape in a file becomes a text only here: it passes the same door as every other.
  const faults: FieldFault[] = [];
  const kept = passed(content, '', faults);
  return faults.length > 0 ? { content: null, edition: null, faults } : { content: kept, ...checkEdition(kept) };
}

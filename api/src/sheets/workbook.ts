import { why } from '#i18n/fault.ts';
import { posix } from 'node:path';
import { Archive, Unreadable } from './archive.ts';
import { heading, isHead, type Table, type Wanted } from './cells.ts';
import { dayStyles, scan, sharedTexts, type SheetContext, sheetCells } from './sheet.ts';

type Sheet = { name: string; hidden: boolean; part: string };
const kindOf = (type: string | undefined) => type?.split('/').at(-1) ?? '';

/** The relations of a part: by id what kind of part each leads to, and where. */
function relationsOf(archive: Archive, part: string): Map<string, { kind: string; part: string }> {
  const found = new Map<string, { kind: string; part: string }>();
  const folder = posix.dirname(part);
  const xml = archive.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  if (xml)
    scan(xml, {
      open: (name, { Id, Type, Target, TargetMode }) => {
        if (name === 'Relationship' && Id && Target && TargetMode !== 'External')
          found.set(Id, { kind: kindOf(Type), part: Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target) });
      },
    });
  return found;
}

/** The sheets of a workbook in their order, and what their cells refer to. */
function contents(archive: Archive): { sheets: Sheet[]; context: SheetContext } {
  const root = [...relationsOf(archive, '').values()].find((one) => one.kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const xml = archive.text(root);
  if (xml === null) throw new Unreadable(why(otherKind(archive)));
  const relations = relationsOf(archive, root);
  const sheets: Sheet[] = [];
  let since1904 = false;
  scan(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      const to = name === 'sheet' ? relations.get(attributes['id'] ?? '') : undefined;
      if (to?.kind === 'worksheet') sheets.push({ name: attributes['name'] ?? '', hidden: /hidden/i.test(attributes['state'] ?? ''), part: to.part });
    },
  });
  const part = (kind: string) => {
    const path = [...relations.values()].find((one) => one.kind === kind)?.part;
    return path ? archive.text(path) : null;
  };
  const texts = part('sharedStrings');
  const styles = part('styles');
  return { sheets, context: { texts: texts ? sharedTexts(texts) : [], days: styles ? dayStyles(styles) : new Set(), since1904 } };
}

function otherKind(archive: Archive) {
  const names = archive.names();
  if (names.includes('content.xml')) return 'WORKBOOK_ODS';
  if (names.some((name) => name.endsWith('workbook.bin'))) return 'WORKBOOK_BINARY';
  return 'WORKBOOK_OTHER';
}

/**
 * Reads the wanted table of a workbook: of the visible sheets the one of its name ("Uptake", "uptake", "Uptake (2)"), else
 * the first that has its headings. A hidden sheet is read only where no visible one has them, and the notes say so; they
 * also name the sheets of this name that were not read.
 * @throws Unreadable when the bytes are no workbook or more than a table may be
 */
export function readWorkbook(bytes: Buffer, wanted: Wanted): Table {
  const archive = new Archive(bytes);
  const { sheets, context } = contents(archive);
  const name = heading(wanted.sheet);
  const rank = (sheet: Sheet) => {
    const given = heading(sheet.name);
    return (sheet.hidden ? 10 : 0) + (given === name ? 0 : given.startsWith(name) && /^[\s_-]*\(?\d*\)?$/.test(given.slice(name.length)) ? 1 : 2);
  };
  const ordered = sheets.map((sheet, index) => ({ sheet, index })).sort((a, b) => rank(a.sheet) - rank(b.sheet) || a.index - b.index);
  let first: { sheet: Sheet; table: Table } | null = null;
  let chosen: { sheet: Sheet; table: Table } | null = null;
  for (const { sheet } of ordered) {
    const xml = archive.text(sheet.part);
    if (xml === null) continue;
    const table: Table = { ...sheetCells(xml, context), notes: [] };
    first ??= { sheet, table };
    if (!table.cells.some((row) => isHead(row, wanted.headings))) continue;
    chosen = { sheet, table };
    break;
  }
  const read = chosen ?? first;
  if (!read) throw new Unreadable(why('WORKBOOK_EMPTY'));
  const quoted = (sheet: Sheet) => `"${sheet.name.slice(0, 80)}"`;
  const { notes } = read.table;
  if (heading(read.sheet.name) !== name || read.sheet.hidden)
    notes.push(
      `The ${read.sheet.hidden ? 'hidden sheet' : 'sheet'} ${quoted(read.sheet)} was read${read.sheet.hidden ? ', since no visible one has the headings' : ''}.`,
    );
  for (const sheet of sheets)
    if (sheet !== read.sheet && rank(sheet) % 10 < 2) notes.push(`The ${sheet.hidden ? 'hidden sheet' : 'sheet'} ${quoted(sheet)} was not read.`);
  return read.table;
}

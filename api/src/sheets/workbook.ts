import { why } from '#i18n/fault.ts';
import { posix } from 'node:path';
import { Archive, Unreadable } from './archive.ts';
import { heading, type Table, type Wanted } from './cells.ts';
import { findHead, NO_FIT } from './mapping.ts';
import { odsSheets } from './ods.ts';
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
  return archive.names().some((name) => name.endsWith('workbook.bin')) ? 'WORKBOOK_BINARY' : 'WORKBOOK_OTHER';
}

/** The sheets of a workbook, each read when it is asked for. */
function sheetsOf(archive: Archive, columns?: number): { name: string; hidden: boolean; read: () => Table | null }[] {
  if (archive.text('mimetype')?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    const xml = archive.text('content.xml');
    if (xml === null) throw new Unreadable(why('WORKBOOK_DAMAGED'));
    return odsSheets(xml, columns).map(({ name, hidden, table }) => ({ name, hidden, read: () => table }));
  }
  const { sheets, context } = contents(archive);
  return sheets.map(({ name, hidden, part }) => ({
    name,
    hidden,
    read: () => {
      const xml = archive.text(part);
      return xml === null ? null : sheetCells(xml, context, columns);
    },
  }));
}

/**
 * Reads the wanted table of a workbook (XLSX or ODS): of the visible sheets the one that was chosen, else the one of its name
 * ("Uptake", "uptake", "Uptake (2)"), else the one whose headings fit best, the first of equal ones. A hidden sheet is not
 * read: where only hidden ones have the headings, that is a fault. The notes name the sheets that could have been meant.
 * @throws Unreadable when the bytes are no workbook or more than a table may be
 */
export function readWorkbook(bytes: Buffer, wanted: Wanted): Table {
  const name = heading(wanted.sheet);
  const rank = (given: string) => {
    const folded = heading(given);
    return folded === name ? 2 : folded.startsWith(name) && /^[\s_-]*\(?\d*\)?$/.test(folded.slice(name.length)) ? 1 : 0;
  };
  const found = sheetsOf(new Archive(bytes), wanted.columns).flatMap((sheet) => {
    const table = sheet.read();
    return table ? [{ ...sheet, table, fit: findHead(table.cells, wanted.words).fit }] : [];
  });
  const sheets = found.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, fits: sheet.fit > NO_FIT }));
  const order = (sheet: (typeof found)[number]) =>
    sheet.fit > NO_FIT ? (wanted.chosen === sheet.name ? 10_000 : 0) + rank(sheet.name) * 1000 + sheet.fit : wanted.chosen === sheet.name ? 1 : 0;
  const visible = found.filter((sheet) => !sheet.hidden).sort((a, b) => order(b) - order(a));
  const read = visible[0];
  const unseen = found.find((sheet) => sheet.hidden && sheet.fit > NO_FIT);
  const quoted = (text: string) => text.slice(0, 80);
  if (unseen && (!read || read.fit <= NO_FIT))
    return { cells: [], faults: [{ row: 1, column: 1, ...why('SHEET_HIDDEN', { sheet: quoted(unseen.name) }) }], notes: [], sheet: unseen.name, sheets };
  if (!read) throw new Unreadable(why('WORKBOOK_EMPTY'));
  const notes = [...read.table.notes];
  if (heading(read.name) !== name && found.length > 1) notes.unshift(why('SHEET_READ', { sheet: quoted(read.name) }));
  for (const sheet of found)
    if (sheet !== read && (sheet.fit > NO_FIT || rank(sheet.name) > 0))
      notes.push(sheet.hidden ? why('SHEET_HIDDEN_LEFT', { sheet: quoted(sheet.name) }) : why('SHEET_LEFT', { sheet: quoted(sheet.name) }));
  return { ...read.table, notes, sheet: read.name, sheets };
}

import { readFileSync } from 'node:fs';
import { columnName } from '#api/sheets/column-name.ts';
import { loadReport, readReportTable } from '#api/uptake/import-report.ts';
import { sentence } from '#i18n/sentence.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';

// npm run report:load -- FILE    loads another report of the JIU, with its recommendations and actions, from a table (CSV or XLSX)

await command(async () => {
  const file = process.argv[2];
  if (!file) throw new StartupError('Name the file with the table of the report: npm run report:load -- report.xlsx');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw fileFault('read', file, error);
  }
  const table = await readReportTable({ bytes });
  if ('code' in table) throw new StartupError(sentence(table));
  const loaded = table.faults.length > 0 ? { faults: [] } : await withDatabase((db) => loadReport(db, table.cells));
  for (const note of table.notes) console.log(sentence(note));
  if ('report' in loaded) {
    console.log(`${loaded.report}: ${loaded.written === 0 ? 'everything is as the table says.' : `${loaded.written} records were written.`}`);
    return;
  }
  const cells = table.faults.map((one) => ({ ...one, column: columnName(one.column - 1) }));
  for (const fault of [...cells, ...loaded.faults]) console.error(`Row ${fault.row}, column ${fault.column}: ${sentence(fault)}`);
  throw new StartupError('Nothing was loaded. Correct the table and load it again.');
});

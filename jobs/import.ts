import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue, undoCatalogue } from '#api/catalogues/load.ts';
import type { CatalogueFault } from '#api/catalogues/reading.ts';
import { ValidationError } from '#api/errors.ts';
import { sentence } from '#i18n/sentence.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';

// npm run import -- FILE ... [--mapping NAME or FILE.json] [--version V] [--as-at DAY] [--whole] [--dry]
//     loads entries of another catalogue from a CSV, XLSX, ODS or JSON file, all of it or nothing
// npm run import -- --undo ID --reason TEXT    takes a load back as a whole

/** So many are printed. */
const FAULTS = 40;
const shown = ({ place, column, ...said }: CatalogueFault) => [[place, column].filter(Boolean).join(', '), sentence(said)].filter(Boolean).join(': ');

await command(async () => {
  const { positionals, values } = parseArgs({
    options: {
      mapping: { type: 'string' },
      version: { type: 'string' },
      'as-at': { type: 'string' },
      whole: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
      undo: { type: 'string' },
      reason: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  if (values.undo) {
    const undone = await withDatabase((db) => undoCatalogue(db, 'keeper', { id: values.undo ?? '', reason: values.reason }));
    if (undone instanceof ValidationError) throw new StartupError(undone.fields.map((one) => sentence(one)).join('\n'));
    console.log('Taken back as a whole.');
    return;
  }
  if (positionals.length === 0)
    throw new StartupError('Name the file: npm run import -- cases.csv [--mapping public-sector-tech-watch] [--version "July 2025"] [--as-at 2025-07]');
  const files = await Promise.all(
    positionals.map(async (path) => {
      try {
        return { name: basename(path), bytes: await readFile(path) };
      } catch {
        throw new StartupError(`The file ${path} cannot be read.`);
      }
    }),
  );
  const fromFile = values.mapping?.endsWith('.json') ? values.mapping : null;
  let mapping: unknown = null;
  if (fromFile)
    try {
      mapping = JSON.parse(await readFile(fromFile, 'utf8'));
    } catch {
      throw new StartupError(`The mapping ${fromFile} is not there or no JSON.`);
    }
  const how = {
    name: fromFile ? null : (values.mapping ?? null),
    mapping,
    version: values.version ?? null,
    asAt: values['as-at'] ?? null,
    whole: values.whole,
  };
  const done = await withDatabase((db) => loadCatalogue(db, files, how, values.dry));
  if ('faults' in done) {
    const more = done.faults.length > FAULTS ? [`${done.faults.length - FAULTS} more.`] : [];
    throw new StartupError([...done.faults.slice(0, FAULTS).map(shown), ...more, 'Nothing was loaded.'].join('\n'));
  }
  for (const { title, doubles } of done.plan.entries)
    for (const double of doubles) console.log(`May be the same: ${title} and ${double.title}, ${double.address} (${double.reason}).`);
  console.log(
    `${done.mapping}: ${done.added} new, ${done.changed} changed, ${done.gone} gone, ${done.unchanged} as they were.${values.dry ? ' Nothing was loaded.' : ''}`,
  );
  if (done.id) console.log(`To take all of it back: npm run import -- --undo ${done.id} --reason "..."`);
});

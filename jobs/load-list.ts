import { parseArgs } from 'node:util';
import { loadList } from '#api/screening/load.ts';
import { ValidationError } from '#api/errors.ts';
import { sentence } from '#i18n/sentence.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';

// npm run screening:load -- FILE [--name NAME] [--shorter]    loads a sanctions list and has all vendors compared with it while Atrium runs

await command(async () => {
  const { positionals, values } = parseArgs({
    options: { name: { type: 'string', default: '' }, shorter: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (!path) throw new StartupError('Name the file of the list: npm run screening:load -- consolidated.xml');
  const loaded = await withDatabase((db) => loadList(db, null, { path }, values.name, values.shorter));
  if (loaded instanceof ValidationError) throw new StartupError(loaded.fields.map((one) => sentence(one)).join('\n'));
  console.log(`${loaded.name}: ${loaded.entries} entries. The vendors are compared with it as soon as Atrium runs; /screening shows how far it is.`);
});

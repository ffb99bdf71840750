import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault, ofFiles } from './command.ts';
import { withDatabase } from './database.ts';
import { writeTables } from './tables.ts';

// npm run dump -- FILE    writes everything that this installation keeps as JSON lines, for its keeper

await command(async () => {
  const file = process.argv[2];
  if (!file) throw new StartupError('Name the file to write: npm run dump -- atrium.jsonl');
  // Under its name stands only what is whole.
  const part = `${file}.part`;
  try {
    const out = createWriteStream(part, { mode: 0o600 });
    const done = finished(out);
    done.catch(() => {});
    const rows = await withDatabase((db) =>
      writeTables(db, async (text) => {
        if (out.errored) throw out.errored;
        if (!out.write(text)) await Promise.race([once(out, 'drain'), done]);
      }),
    );
    out.end();
    await done;
    await rename(part, file);
    console.log(
      `Wrote ${rows} rows to ${file}. It holds what is not public, addresses and passwords as hashes: keep it as you keep the database. Files that people attached are not in it.`,
    );
  } catch (error) {
    await rm(part, { force: true });
    throw ofFiles(error) ? fileFault('write', file, error) : error;
  }
});

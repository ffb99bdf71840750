import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportLog } from '#api/log/chain.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault, ofFiles } from './command.ts';
import { withDatabase } from './database.ts';

// npm run log:export -- FILE    writes the log as JSON lines, which `npm run log:verify -- FILE` checks anywhere

await command(async () => {
  const file = process.argv[2];
  if (!file) throw new StartupError('Name the file to write: npm run log:export -- log.jsonl');
  await withDatabase((db) => pipeline(Readable.from(exportLog(db)), createWriteStream(file, { mode: 0o600 }))).catch((error: unknown) => {
    throw ofFiles(error) ? fileFault('write', file, error) : error;
  });
  console.log(`Wrote the log to ${file}.`);
});

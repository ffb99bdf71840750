import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { verifyChain, verifyDatabase } from '#api/log/verify.ts';
import type { LogLine } from '#prisma/log.ts';
import { StartupError } from '#prisma/migrate.ts';
import { withDatabase } from './database.ts';

// npm run log:verify            checks the log of the database and what it seals
// npm run log:verify -- FILE    checks an exported log, without any database

async function* linesOf(file: string): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    try {
      yield JSON.parse(text) as LogLine;
    } catch {
      throw new StartupError(`Line ${number} of ${file} is not JSON.`);
    }
  }
}

try {
  const file = process.argv[2];
  const result = file ? await verifyChain(linesOf(file)) : await withDatabase(verifyDatabase);
  if (result.fault) {
    console.error(`The log does not fit at entry ${result.fault.sequence}: ${result.fault.message}.`);
    process.exitCode = 1;
  } else {
    console.log(`The log fits: ${result.entries} entries. Last hash: ${result.head}`);
    console.log('Note the last hash elsewhere: with it, a log that was rewritten as a whole is found too.');
  }
} catch (error) {
  if (!(error instanceof StartupError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

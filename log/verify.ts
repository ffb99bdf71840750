import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Verification, verifyChain, verifyDatabase } from '#api/log/verify.ts';
import type { LogLine } from '#prisma/log.ts';
import { StartupError } from '#prisma/migrate.ts';
import { command, fileFault, ofFiles, withDatabase } from './database.ts';

// npm run log:verify            checks the log of the database and what it seals
// npm run log:verify -- FILE    checks an exported log, without any database

const isEntry = (value: unknown): value is LogLine => {
  const line = value as Partial<LogLine> | null;
  return (
    typeof line === 'object' &&
    line !== null &&
    Number.isInteger(line.sequence) &&
    [line.createdAt, line.kind, line.body, line.previous, line.hash].every((one) => typeof one === 'string')
  );
};

async function* linesOf(file: string): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    let line: unknown;
    try {
      line = JSON.parse(text);
    } catch {
      line = null;
    }
    if (!isEntry(line)) throw new StartupError(`Line ${number} of ${file} is not an entry of a log.`);
    yield line;
  }
}

async function verifyFile(file: string): Promise<Verification> {
  const result = await verifyChain(linesOf(file)).catch((error: unknown) => {
    throw ofFiles(error) ? fileFault('read', file, error) : error;
  });
  if (result.entries === 0 && !result.fault) throw new StartupError(`${file} holds no entry of a log.`);
  return result;
}

await command(async () => {
  const file = process.argv[2];
  const result = file ? await verifyFile(file) : await withDatabase(verifyDatabase);
  if (result.fault) throw new StartupError(`The log does not fit at entry ${result.fault.sequence}: ${result.fault.message}.`);
  console.log(`The log fits: ${result.entries} entries. Last hash: ${result.head}`);
  console.log('Note the last hash elsewhere: with it, a log that was cut off or rewritten as a whole is found too.');
});

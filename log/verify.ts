import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { leafOf, type Verification, verifyChain } from '#api/log/chain.ts';
import { type Checkpoint, NoteFault, openCheckpoint, readCheckpoint, readVerifier } from '#api/log/note.ts';
import { GrowingTree } from '#api/log/tree.ts';
import type { LogLine } from '#prisma/entry.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault, ofFiles } from './command.ts';

// npm run log:verify                            checks the log of the database and everything that it seals
// npm run log:verify -- FILE [CHECKPOINT [KEY]]  checks an exported log, and that it is that of a signed checkpoint, without any database

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

/** A checkpoint of the log that was signed elsewhere or before, as a file. */
function readNote(file: string, key: string | undefined): Checkpoint {
  try {
    const note = readFileSync(file, 'utf8');
    return key ? openCheckpoint(note, readVerifier(key)) : readCheckpoint(note);
  } catch (error) {
    if (error instanceof NoteFault) throw new StartupError(`The checkpoint ${file} cannot be used: ${error.message}.`);
    throw ofFiles(error) ? fileFault('read', file, error) : error;
  }
}

async function verifyFile(file: string, checkpoint: Checkpoint | null): Promise<Verification> {
  const tree = new GrowingTree();
  async function* lines() {
    for await (const line of linesOf(file)) {
      if (checkpoint && line.sequence <= checkpoint.size) tree.add([leafOf(line.hash)]);
      yield line;
    }
  }
  const result = await verifyChain(lines()).catch((error: unknown) => {
    throw ofFiles(error) ? fileFault('read', file, error) : error;
  });
  if (result.entries === 0 && !result.fault) throw new StartupError(`${file} holds no entry of a log.`);
  if (!checkpoint || result.fault) return result;
  const fault =
    result.entries < checkpoint.size
      ? { sequence: result.entries + 1, message: `the checkpoint covers ${checkpoint.size} entries, the log has ${result.entries}: its end was cut off` }
      : (await tree.root()).equals(checkpoint.root)
        ? null
        : { sequence: checkpoint.size, message: `the checkpoint has another root than the first ${checkpoint.size} entries: the log was rewritten` };
  return fault ? { ...result, fault, faults: [fault] } : result;
}

/** The check of the database needs the whole library; that of a file does not. */
async function verifyOwn(): Promise<Verification> {
  const { withDatabase } = await import('./database.ts');
  const { verifyDatabase } = await import('#api/log/verify.ts');
  return withDatabase(verifyDatabase);
}

const SHOWN = 100;
await command(async () => {
  const [file, note, key] = process.argv.slice(2);
  const checkpoint = note ? readNote(note, key) : null;
  const result = file ? await verifyFile(file, checkpoint) : await verifyOwn();
  const [first, ...more] = result.faults;
  if (first)
    throw new StartupError(
      [
        `The log does not fit at entry ${first.sequence}: ${first.message}.`,
        ...more.slice(0, SHOWN).map((one) => `At entry ${one.sequence}: ${one.message}.`),
        ...(more.length > SHOWN ? [`And ${more.length - SHOWN} more.`] : []),
      ].join('\n'),
    );
  console.log(`The log fits: ${result.entries} entries. Last hash: ${result.head}`);
  console.log('Keep a checkpoint (/log/checkpoint) elsewhere: with it, a log that was cut off or rewritten as a whole is found too.');
});

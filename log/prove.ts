import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { leafOf } from '#api/log/chain.ts';
import { NoteFault, openCheckpoint, readVerifier, type Verifier } from '#api/log/note.ts';
import { checkConsistency, checkInclusion, type Inclusion } from '#api/log/check-proof.ts';
import { provesInclusion } from '#api/log/tree.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault } from './command.ts';

// npm run log:prove -- PROOF --key KEY                     checks that a version (or, with --hash, any entry) is in the log
// npm run log:prove -- PROOF --key KEY --older CHECKPOINT  checks that the log only grew since an older checkpoint
//
// From files alone, without database or network. PROOF is what /log/proof gave, CHECKPOINT what /log/checkpoint gave or a mail
// had at its foot. KEY is the key of the log (/log/key), or a file that holds it. With --witness KEY the checkpoint must be
// cosigned by that witness too; --content prints the version that is proven.

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fileFault('read', file, error);
  }
};
const keyOf = (given: string, what: string): Verifier => {
  try {
    return readVerifier(existsSync(given) ? read(given) : given);
  } catch (error) {
    throw error instanceof NoteFault ? new StartupError(`The key of the ${what} cannot be used: ${error.message}.`) : error;
  }
};
/** The text of a file from its first line that can begin it: a checkpoint may stand at the foot of a mail. */
const fromLine = (text: string, origin: string) => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const at = lines.lastIndexOf(origin);
  return at < 0 ? text : `${lines.slice(at).join('\n').trimEnd()}\n`;
};

/** What an inclusion proves, as a sentence. */
function tell({ checkpoint, index, disclosed }: Inclusion): string {
  const where = `entry ${index + 1} of the ${checkpoint.size} that ${checkpoint.origin} signed`;
  if (!disclosed) return `It is ${where}.`;
  const { createdAt, body } = disclosed.entry;
  const said = JSON.parse(body) as { kind?: string; slug?: string; number?: number; organization?: string | null };
  const what = `Version ${said.number} of the ${String(said.kind).toLowerCase()} "${said.slug}"`;
  const whom = said.organization ? ` for "${said.organization}"` : '';
  return `${what}, published at ${createdAt}${whom}, is ${where}${disclosed.version ? ', with the very content in the proof' : '; its content is not in the proof'}.`;
}

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      older: { type: 'string' },
      witness: { type: 'string', multiple: true, default: [] },
      hash: { type: 'string' },
      content: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!file || !values.key) throw new StartupError('Name the proof and the key of the log: npm run log:prove -- version.tlog-proof --key KEY');
  const key = keyOf(values.key, 'log');
  const text = read(file);
  const witnesses = values.witness.map((one) => keyOf(one, 'witness'));
  const note = text.slice(text.indexOf('\n\n') + 2);
  try {
    if (values.older !== undefined) {
      const older = openCheckpoint(fromLine(read(values.older), key.name), key);
      const newer = checkConsistency(older, text, key);
      for (const one of witnesses) openCheckpoint(note, one);
      console.log(
        `The log of ${newer.size} entries that ${newer.origin} signed is a continuation of the one of ${older.size} entries: nothing was changed or removed.`,
      );
      return;
    }
    const inclusion = checkInclusion(text, key);
    if (!inclusion.disclosed) {
      if (!/^[0-9a-f]{64}$/.test(values.hash ?? ''))
        throw new StartupError('The proof does not say what the entry is. Give its hash (from the exported log, or /log/entries): --hash HASH');
      const leaf = leafOf(values.hash as string);
      if (!provesInclusion(leaf, inclusion.index, inclusion.checkpoint.size, inclusion.proof, inclusion.checkpoint.root))
        throw new NoteFault('the entry with this hash is not in the log of this checkpoint');
    }
    for (const one of witnesses) openCheckpoint(note, one);
    console.log(tell(inclusion));
    if (values.content) console.log(JSON.stringify(inclusion.disclosed?.version?.content ?? null, null, 2));
  } catch (error) {
    throw error instanceof NoteFault ? new StartupError(`Not proven: ${error.message}.`) : error;
  }
});

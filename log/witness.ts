import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Checkpoint, NoteFault, newSigner, openCheckpoint, readSigner, readVerifier, signatureLine, type Verifier } from '#api/log/note.ts';
import { checkConsistency } from '#api/log/check-proof.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault } from './command.ts';

// npm run log:witness -- https://atrium.example.org --name witness.example.int/atrium [--key KEY] [--state FILE]
//
// For other organizations, on a machine of their own, once a day or an hour: fetches the checkpoint of a log, checks its
// signature and that the log only grew since the last time, and signs it too (C2SP tlog-cosignature). The cosigned checkpoint
// is printed; the key of the witness, the pinned key of the log and the last checkpoint are kept in a file. No database.

const MAX = 1_000_000;
/** The key of the witness, the pinned key of the log, and the last cosigned checkpoint. */
type State = { witness: string; log: string; note: string | null };

async function get(url: string): Promise<string> {
  let said = '';
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000), redirect: 'error' });
    const text = await response.text();
    if (response.ok && text.length <= MAX) return text;
    said = response.ok ? 'the answer is too long' : `${response.status}: ${text.slice(0, 200).trim()}`;
  } catch (error) {
    said = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
  }
  throw new StartupError(`No answer that can be used from ${url} (${said}). Nothing was signed.`);
}

function readState(file: string): State | null {
  if (!existsSync(file)) return null;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as State;
    readSigner(state.witness);
    readVerifier(state.log);
    return state;
  } catch (error) {
    if (error instanceof NoteFault || error instanceof SyntaxError || error instanceof TypeError)
      throw new StartupError(`${file} is not the state of a witness (${error.message}). Name another file with --state.`);
    throw fileFault('read', file, error);
  }
}
function keep(file: string, text: string) {
  try {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw fileFault('write', file, error);
  }
}

/** Signs nothing, keeps what the log said as evidence, and says what is wrong. */
function refuse(file: string, evidence: string, why: string): StartupError {
  const kept = `${file}.refused`;
  keep(kept, evidence);
  return new StartupError(
    `Not signed: ${why}. What the log said is kept in ${kept}, the last checkpoint that was right in ${file}; show both to other organizations.`,
  );
}

/** The newest checkpoint, if the log is a continuation of the one that was signed before. */
async function newest(base: string, log: Verifier, state: State, file: string): Promise<Checkpoint & { note: string }> {
  const note = await get(`${base}/checkpoint`);
  const checked = <Result>(evidence: string, check: () => Result): Result => {
    try {
      return check();
    } catch (error) {
      throw error instanceof NoteFault ? refuse(file, evidence, error.message) : error;
    }
  };
  const now = { ...checked(note, () => openCheckpoint(note, log)), note };
  if (now.origin !== log.name) throw refuse(file, note, `it is of another log (${now.origin}, not ${log.name})`);
  if (!state.note) return now;
  const last = openCheckpoint(state.note, log);
  if (now.size < last.size) throw refuse(file, note, `the log shrank from ${last.size} to ${now.size} entries`);
  if (now.size === last.size) {
    if (!now.root.equals(last.root)) throw refuse(file, note, `the log has another root than before with the same ${now.size} entries: history was rewritten`);
    return now;
  }
  const proof = await get(`${base}/proof?old=${last.size}`);
  return checked(proof, () => checkConsistency(last, proof, log));
}

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, key: { type: 'string' }, state: { type: 'string', default: 'atrium-witness.json' } },
  });
  const [url] = positionals;
  if (!url || !URL.canParse(url))
    throw new StartupError('Name the library: npm run log:witness -- https://atrium.example.org --name witness.example.int/atrium');
  const base = `${url.replace(/\/+$/, '').replace(/\/log$/, '')}/log`;
  const file = values.state;
  let state = readState(file);
  if (!state) {
    if (!values.name) throw new StartupError('Give the witness a name, an address of yours without https://, such as --name witness.example.int/atrium');
    try {
      const log = readVerifier(values.key ?? (await get(`${base}/key`)));
      state = { witness: newSigner(values.name, 'COSIGNATURE').text, log: log.text, note: null };
    } catch (error) {
      throw error instanceof NoteFault ? new StartupError(`The key cannot be used: ${error.message}.`) : error;
    }
    console.error(
      values.key
        ? `This witness takes the log of ${state.log}.`
        : `This witness takes what it was told at ${base}/key from now on: ${state.log}. Compare it with the key you have from elsewhere, such as a mail.`,
    );
  }
  if (values.key && values.key.trim() !== state.log) throw new StartupError(`The key that is kept in ${file} is another one (${state.log}).`);
  const log = readVerifier(state.log);
  const witness = readSigner(state.witness);
  const now = await newest(base, log, state, file);
  const cosigned = `${now.note}${signatureLine(witness, now.text, new Date())}`;
  keep(file, `${JSON.stringify({ ...state, note: cosigned } satisfies State, null, 2)}\n`);
  const before = state.note === null ? 'the first that this witness signs' : 'a continuation of what was signed before';
  console.error(`Signed: ${now.size} entries of ${now.origin}, ${before}. The key of this witness: ${witness.verifier.text}`);
  process.stdout.write(cosigned);
});

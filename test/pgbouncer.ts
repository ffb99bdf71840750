import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';

const PROGRAM = '/usr/sbin/pgbouncer';

/** Why no pooler can be started here; null where one can. */
export const noPgBouncer: string | null = existsSync(PROGRAM) ? null : `${PROGRAM} is not installed (Debian: pgbouncer)`;

/** Starts PgBouncer before a database, giving each transaction another connection of few. @returns the address through it */
export async function testPgBouncer(url: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-pgbouncer-'));
  await chmod(folder, 0o755);
  const to = new URL(url);
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  const file = join(folder, 'pgbouncer.ini');
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: 4,
    max_client_conn: 200,
  };
  await writeFile(
    file,
    `[databases]\n* = host=${to.hostname} port=${to.port} user=${to.username} password=${to.password}\n[pgbouncer]\n${Object.entries(settings)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n')}\n`,
    { mode: 0o644 },
  );
  // It refuses to be root.
  const child = process.getuid?.() === 0 ? spawn(PROGRAM, [file], { stdio: 'ignore', uid: 65534, gid: 65534 }) : spawn(PROGRAM, [file], { stdio: 'ignore' });
  afterAll(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const answers = () =>
    new Promise<boolean>((done) => {
      const line = connect(port, '127.0.0.1');
      line.on('error', () => done(false));
      line.on('connect', () => {
        line.destroy();
        done(true);
      });
    });
  for (let turn = 0; turn < 100; turn++) {
    if (await answers()) return url.replace(`${to.hostname}:${to.port}`, `127.0.0.1:${port}`);
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with ${child.exitCode}`);
    await sleep(50);
  }
  throw new Error('pgbouncer did not take connections');
}

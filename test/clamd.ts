import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';

const PROGRAM = '/usr/sbin/clamd';

/** Why no virus scanner can be started here; null where one can. */
export const noClamd: string | null = existsSync(PROGRAM) ? null : `${PROGRAM} is not installed (Debian: clamav-daemon)`;

/** Starts ClamAV's daemon with one signature of ours: that of the given bytes. @returns its address */
export async function testClamd(name: string, bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-clamd-'));
  const socket = join(folder, 'clamd.ctl');
  await writeFile(join(folder, 'test.hdb'), `${createHash('md5').update(bytes).digest('hex')}:${bytes.length}:${name}\n`);
  const settings = ['Foreground yes', `LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, `TemporaryDirectory ${folder}`, 'StreamMaxLength 30M'];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(PROGRAM, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  afterAll(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const answers = () =>
    new Promise<boolean>((done) => {
      const line = connect(socket);
      line.on('error', () => done(false));
      line.on('connect', () => {
        line.destroy();
        done(true);
      });
    });
  for (let turn = 0; turn < 200; turn++) {
    if (await answers()) return `unix:${socket}`;
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`);
    await sleep(50);
  }
  throw new Error('clamd did not open its socket');
}

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const newest = (path: string): number =>
  statSync(path).isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : statSync(path).mtimeMs;

/**
 * Builds the pages when their source is newer than the last build; an image without the builder has them built already.
 * @param say is told when a build is needed
 * @returns the server build and the folder of the files that browsers load
 * @throws Error with the last lines of the builder when it fails
 */
export function buildPages(say: (line: string) => void = () => {}): { server: string; client: string } {
  const built = { server: join(root, 'build/server/index.js'), client: join(root, 'build/client') };
  const builder = join(root, 'node_modules/@react-router/dev/bin.cjs');
  const fresh = () => {
    const at = statSync(built.server).mtimeMs;
    return ['web', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts'].every((name) => newest(join(root, name)) < at);
  };
  if (existsSync(built.server) && (!existsSync(builder) || fresh())) return built;
  say('Building the pages ...');
  const result = spawnSync(process.execPath, [builder, 'build'], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  if (result.status !== 0)
    throw new Error(`The pages could not be built: ${(result.stderr || result.stdout || String(result.error)).trim().split('\n').slice(-3).join(' ')}`);
  return built;
}

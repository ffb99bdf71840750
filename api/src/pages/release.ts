import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../env.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What makes pages: the code of the server, the built pages, the packages. */
const parts = ['api/src', 'prisma', 'search', 'web/handler.ts', 'build/server', 'package-lock.json', 'package.json'];
const files = (path: string): string[] =>
  !existsSync(join(root, path))
    ? []
    : /\.\w+$/.test(path)
      ? [path]
      : readdirSync(join(root, path), { withFileTypes: true })
          .map((entry) => `${path}/${entry.name}`)
          .sort()
          .flatMap((one) => (/(^|\/)(migrations|generated)$|\.test\.ts$/.test(one) ? [] : files(one)));
/** What is no secret: what pages show of the settings is among it. */
const SECRET = /secret|key|password|token|database|mail|smtp|meili|data/i;

/**
 * Names the code and the settings that pages are made with: the same in every process that runs the same release with the same
 * settings, so that they give a page the same name, and another one for any other.
 */
export function releaseOf(env: Env): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of parts.flatMap(files)) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  const settings = Object.entries(env).filter(([name, value]) => !SECRET.test(name) && typeof value !== 'function');
  return hash.update(JSON.stringify(settings.sort())).digest('base64url');
}

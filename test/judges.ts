import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of a judge: files that others publish to judge outputs like ours. They lie beside the checkout, in ../shared/judges,
 * or where JUDGES says; where they are not, that is printed and the tests that need them are skipped.
 * @param judged what goes without it
 */
export function judgeFolder(name: string, judged: string): string | null {
  const folder = join(process.env['JUDGES'] ?? fileURLToPath(new URL('../../shared/judges', import.meta.url)), name);
  if (existsSync(folder)) return folder;
  console.log(`The judge "${name}" is not at ${folder}: ${judged} was not judged by it.`);
  return null;
}

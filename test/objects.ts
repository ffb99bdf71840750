import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll } from 'vitest';

/**
 * An object server that speaks S3, with buckets in a folder of its own. It reads every signature and lets those pass that
 * differ: it leaves out the slash at the end of a bucket's path before it signs, as no other store does.
 * @returns the address of each bucket
 */
export async function testObjects<const Name extends string>(...buckets: Name[]): Promise<Record<Name, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'atrium-objects-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    allowMismatchedSignatures: true,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  const { port } = await server.run();
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });
  return Object.fromEntries(buckets.map((name) => [name, `http://S3RVER:S3RVER@127.0.0.1:${port}/${name}?region=us-east-1`])) as Record<Name, string>;
}

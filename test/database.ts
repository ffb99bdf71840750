import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connect } from '#prisma/database.ts';

const server = () => inject('postgresUrl');

/** Creates a database of this test file's own, cloned from a template of the same server, and drops it at the end. */
export async function testDatabase(template = 'empty_template') {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(server());
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin.end();
  const url = server().replace(/\/postgres$/, `/${name}`);
  const connection = connect(url, { max: 5 });
  afterAll(async () => {
    await connection.close();
    const end = new pg.Client(server());
    await end.connect();
    await end.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await end.end();
  });
  return { url, ...connection };
}

import { afterAll, expect, it } from 'vitest';
import { connect } from '#prisma/database.ts';
import { testSite } from '#test/visit.ts';

const { services, visit, app } = await testSite();

it('a page without a database says that it cannot answer just now, and when to ask again', async () => {
  const { db } = services;
  const gone = connect('postgres://nobody:none@127.0.0.1:9/none', { max: 1 });
  afterAll(gone.close);
  expect((await visit('/projects')).status).toBe(200);
  Object.assign(services, { db: gone.db });
  for (const path of ['/', '/projects', '/projects/building-blocks', '/uptake', '/sitemap.xml']) {
    const { status, headers, html } = await visit(path);
    expect([path, status, headers['retry-after']]).toEqual([path, 503, '5']);
    expect(html).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  }
  const page = await visit('/projects');
  expect(page.text).toContain('Wait a few seconds and load this page again.');
  expect((await app.inject('/projects.csv')).statusCode).toBe(503);
  expect((await app.inject('/ready')).json()).toMatchObject({ ready: false, database: false });
  expect((await app.inject('/health')).statusCode).toBe(200);
  Object.assign(services, { db });
  expect((await visit('/projects')).status).toBe(200);
});

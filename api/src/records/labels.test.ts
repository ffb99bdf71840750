import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '#prisma/database.ts';
import { labelFacets } from '#prisma/publish.ts';
import { testLibrary } from '#test/ask.ts';

// A process remembers what filter values are called. Another process, here a connection of its own, gives a vendor and an
// organization other names.

const { url, data, statements } = await testLibrary();
const other = connect(url, { max: 2 });

const labels = async (query: string, list: string, facet: string, value: string) =>
  (await data(query))[list].facets.find((one: { field: string }) => one.field === facet)?.values.find((one: { value: string }) => one.value === value)?.label;
const projects = '{ projects { facets { field values { value label } } } }';
const search = '{ search(query: "iris") { facets { field values { value label } } } }';
const rename = (kind: string, slug: string, name: string) =>
  other.db.transaction().execute(async (trx) => {
    await sql`UPDATE record SET title = ${name}, content = content || ${JSON.stringify({ name, shortName: name })}::jsonb WHERE kind = ${kind}::record_kind AND slug = ${slug}`.execute(
      trx,
    );
    await labelFacets(trx, [`${kind.toLowerCase()}:${slug}`]);
  });

it('shows the new name of a vendor and of an organization at the next reading, in lists and in search, without a further statement', async () => {
  expect(await labels(projects, 'projects', 'vendor', 'irisguard')).toBe('IrisGuard');
  expect(await labels(search, 'search', 'organization', 'wfp')).toBe('WFP');
  const count = statements();
  await data(projects);
  const before = count.stop().length;
  await rename('VENDOR', 'irisguard', 'Quokkaguard');
  await rename('ORGANIZATION', 'wfp', 'QFP');
  const again = statements();
  expect(await labels(projects, 'projects', 'vendor', 'irisguard')).toBe('Quokkaguard');
  expect(again.stop().length).toBe(before);
  expect(await labels(projects, 'projects', 'organization', 'wfp')).toBe('QFP');
  expect(await labels(search, 'search', 'organization', 'wfp')).toBe('QFP');
});

it('shows what a source is called now, and to nobody what became another audience’s, without a further statement', async () => {
  const page = '{ project(slug: "building-blocks") { statements { citations { source { slug title } } } } }';
  const named = async () => JSON.stringify(await data(page));
  const slug = 'jiu-rep-2020-7';
  const count = statements();
  expect(await named()).not.toContain('Quokka');
  const before = count.stop().length;
  await other.db.transaction().execute((trx) => sql`UPDATE record SET title = 'Quokka report' WHERE kind = 'SOURCE' AND slug = ${slug}`.execute(trx));
  await named();
  const again = statements();
  expect(await named()).toContain('Quokka report');
  expect(again.stop().length).toBeLessThanOrEqual(before);
  await other.db.transaction().execute((trx) => sql`UPDATE record SET audience = 'OWNERS' WHERE kind = 'SOURCE' AND slug = ${slug}`.execute(trx));
  expect(await named()).not.toContain('Quokka');
  await other.db.transaction().execute((trx) => sql`UPDATE record SET audience = 'PUBLIC' WHERE kind = 'SOURCE' AND slug = ${slug}`.execute(trx));
  expect(await named()).toContain('Quokka report');
});

it('misses none that was under way while it looked', async () => {
  let done = () => {};
  const held = new Promise<void>((resolve) => {
    done = resolve;
  });
  let written = () => {};
  const waiting = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow = other.db.transaction().execute(async (trx) => {
    await sql`UPDATE facet_value SET label = 'Slow' WHERE facet = 'vendor' AND value = 'irisguard'`.execute(trx);
    written();
    await held;
  });
  await waiting;
  await rename('ORGANIZATION', 'wfp', 'QFP two');
  expect(await labels(projects, 'projects', 'organization', 'wfp')).toBe('QFP two');
  expect(await labels(projects, 'projects', 'vendor', 'irisguard')).toBe('Quokkaguard');
  done();
  await slow;
  expect(await labels(projects, 'projects', 'vendor', 'irisguard')).toBe('Slow');
  await other.close();
});

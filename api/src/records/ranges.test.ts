import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Project } from '#prisma/content/project.ts';
import { spanOfDate } from '#prisma/content/range.ts';
import { type Draft, deriveRecord } from '#prisma/derive.ts';
import { RecordLookup } from '#prisma/lookup.ts';
import { testLibrary } from '#test/ask.ts';

// Filters by from and to, against the contents themselves.

const { db, ask, data, statements } = await testLibrary();
type Row = { slug: string; content: Project };
const { rows } = await sql<Row>`SELECT slug, content FROM record WHERE kind = 'PROJECT' AND audience = 'PUBLIC' ORDER BY position, id`.execute(db);
/** The first dated stage of a project, and its figures in people, as its content says them. */
const began = ({ content }: Row) => content.stages.find(({ date }) => date)?.date;
const people = ({ content }: Row) => content.figures.flatMap(({ number, unit }) => (unit === 'people' && number !== undefined ? [number] : []));
const slugs = (found: Row[]) => found.map(({ slug }) => slug);
const list = async (filter: string, address = '') =>
  (
    await data(
      `query ($address: String) { projects(filter: { ${filter} }, address: $address, first: 100) { totalCount facets { field values { value count } } ignored { field message } edges { node { slug } } } }`,
      { address },
    )
  ).projects;
const found = (answer: { edges: { node: { slug: string } }[] }) => answer.edges.map(({ node }) => node.slug);

it('finds by a number, both ends included, one of them open', async () => {
  const all = rows.flatMap(people).sort((a, b) => a - b);
  expect(all.length).toBeGreaterThan(2);
  for (const [from, to] of [
    [all[1], undefined],
    [undefined, all[1]],
    [all[1], all[1]],
    [all[0], all.at(-1)],
  ] as [number?, number?][]) {
    const ends = [from === undefined ? '' : `from: ${from}`, to === undefined ? '' : `to: ${to}`].join(' ');
    const expected = rows.filter((row) => people(row).some((number) => number >= (from ?? -Infinity) && number <= (to ?? Infinity)));
    expect(expected.length).toBeGreaterThan(0);
    const answer = await list(`people: { ${ends} }`);
    expect(found(answer)).toEqual(slugs(expected));
    expect(answer.totalCount).toBe(expected.length);
  }
});

it('finds by a date that is known in part where it may be between', async () => {
  const dated = rows.filter(began);
  expect(dated.length).toBeGreaterThan(2);
  for (const row of dated) {
    const date = began(row) as string;
    const year = date.slice(0, 4);
    expect(found(await list(`began: { from: "${date}", to: "${date}" }`))).toContain(row.slug);
    expect(found(await list(`began: { from: "${year}", to: "${year}" }`))).toEqual(slugs(dated.filter((one) => began(one)?.startsWith(year))));
    expect(found(await list(`began: { to: "${Number(year) - 1}" }`))).not.toContain(row.slug);
    expect(spanOfDate(date)).not.toBeNull();
  }
  expect(found(await list('began: { from: "1900" }'))).toEqual(slugs(dated));
});

it('holds together with the other filters, whose counts follow, in one statement, by the address too', async () => {
  const dated = rows.filter(began);
  const stage = (row: Row) => row.content.stages.at(-1)?.stage;
  const one = stage(dated[0] as Row) as string;
  const counted = statements();
  const answer = await list(`began: { from: "1900" }, stage: [${one}]`);
  expect(counted.stop()).toHaveLength(1);
  expect(found(answer)).toEqual(slugs(dated.filter((row) => stage(row) === one)));
  const counts = Object.fromEntries(
    answer.facets.find(({ field }: { field: string }) => field === 'stage').values.map(({ value, count }: { value: string; count: number }) => [value, count]),
  );
  for (const [value, count] of Object.entries(counts)) expect([value, count]).toEqual([value, dated.filter((row) => stage(row) === value).length]);
  expect(found(await list('', `began_from=1900&stage=${one}`))).toEqual(found(answer));
});

it('names what is no date, no number or turned round', async () => {
  const faults = async (filter: string) => {
    const { errors } = await ask(`{ projects(filter: { ${filter} }) { totalCount } }`);
    return errors.flatMap(({ extensions }) => (extensions as { fields?: { path: string; code: string }[] }).fields?.map(({ path, code }) => `${path} ${code}`));
  };
  expect(await faults('began: { from: "soon", to: "2019" }')).toEqual(['filter.began.from PARTIAL_DATE']);
  expect(await faults('began: { from: "2020", to: "2019-12" }')).toEqual(['filter.began.to RANGE_ORDER']);
  expect(await faults('people: { from: 9, to: 8 }, began: { to: "2019-02-30" }')).toEqual(['filter.began.to PARTIAL_DATE', 'filter.people.to RANGE_ORDER']);
  const answer = await list('', 'people_from=many&began_to=2019&began_from=2021');
  expect(answer.ignored).toEqual([
    { field: 'began_to', message: 'Choose an end that is not before the beginning.' },
    { field: 'people_from', message: 'Write a number, such as 1500.' },
  ]);
  expect(answer.totalCount).toBe(rows.length);
});

it('knows nothing of a section that is not for everybody', async () => {
  const row = rows.find((one) => people(one).length > 0) as Row;
  const spans = async (content: Record<string, unknown>) => {
    const draft = { kind: 'PROJECT', content } as unknown as Draft;
    return deriveRecord(draft, await RecordLookup.of(db, [draft])).ranges.filter(({ name }) => name === 'people').length;
  };
  expect(await spans(row.content)).toBeGreaterThan(0);
  expect(await spans({ ...row.content, audiences: { figures: 'UN_SYSTEM' } })).toBe(0);
});

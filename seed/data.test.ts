import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionTable } from '#prisma/content/recommendation.ts';
import type { Matrix } from '#prisma/content/matrix.ts';
import type { Organization } from '#prisma/content/organization.ts';
import type { Project } from '#prisma/content/project.ts';
import { type Citation, LAST_PARAGRAPH, paragraphOf, REPORT } from '#prisma/content/shared.ts';
import { citedStatements } from '#prisma/derive.ts';
import { readSeed, seedFolder, type SeedKind } from './files.ts';
import { copiedRuns, proseOf, runs } from './wording.ts';

const { records, faults } = await readSeed();
const of = <Content = Record<string, unknown>>(kind: SeedKind) => records.filter((record) => record.kind === kind).map((record) => record.content as Content);
const count = (kind: SeedKind, field: string, value: unknown) => of(kind).filter((content) => content[field] === value).length;
const table = of<ActionTable>('ACTION_TABLE')[0] as ActionTable;
const addressed = (number: number) => table.rows.find((row) => row.recommendation === `rec-${number}`)?.organizations ?? [];

/** Those of the users in para. 35 that are participating organizations; UN-OICT is part of the Secretariat, UNICC and UNJSPF are not among the 28. */
const usersOfParagraph35 = ['FAO', 'ITU', 'UN-Habitat', 'UN-Women', 'UNDP', 'UNICEF', 'United Nations', 'WFP'];
/** Those that Box 5 lists as having endorsed the Principles for Digital Development. */
const endorsersOfBox5 = ['ILO', 'UN-Habitat', 'UNDP', 'UNEP', 'UNFPA', 'UNICEF', 'UNIDO', 'WFP', 'WHO'];

describe('the data files', () => {
  test('follow their schemas', () => {
    expect(faults).toEqual([]);
  });

  test('hold every item of the report', () => {
    expect({
      annexI: count('PROJECT', 'origin', 'ANNEX_I'),
      body: count('PROJECT', 'origin', 'BODY'),
      annexII: count('PROJECT', 'origin', 'ANNEX_II'),
    }).toEqual({ annexI: 13, body: 11, annexII: 30 });
    // Three rows of Annex II have lost their organization; none is guessed (rows 9, 14 and 16).
    const unattributed = of<Project>('PROJECT').filter((project) => project.origin === 'ANNEX_II' && project.owners.length === 0);
    expect(unattributed.map((project) => project.sourceKey)).toEqual(['annex-ii-9', 'annex-ii-14', 'annex-ii-16']);
    expect({
      external: count('VENDOR', 'kind', 'EXTERNAL'),
      inHouse: count('VENDOR', 'kind', 'IN_HOUSE'),
      investees: count('VENDOR', 'kind', 'INVESTEE'),
    }).toEqual({ external: 15, inHouse: 2, investees: 7 });
    expect(count('ORGANIZATION', 'kind', 'PARTICIPATING')).toBe(28);
    expect(
      of('GOAL')
        .map((goal) => goal['number'])
        .sort((a, b) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    expect({
      formal: count('RECOMMENDATION', 'kind', 'FORMAL'),
      soft: count('RECOMMENDATION', 'kind', 'SOFT'),
      other: count('RECOMMENDATION', 'kind', 'OTHER'),
    }).toEqual({ formal: 8, soft: 9, other: 59 });
    expect([of('LESSON').length, of('RISK').length, of('MITIGATION').length]).toEqual([154, 34, 28]);
    expect(count('STANDARD', 'inReport', true)).toBe(29);
    expect(of('GLOSSARY_TERM')).toHaveLength(37);
  });

  test('hold the decision-making matrix whole', () => {
    const matrix = of<Matrix>('MATRIX')[0] as Matrix;
    const layers = Map.groupBy(matrix.questions, (question) => question.layer);
    expect([...layers.values()].map((questions) => questions.length)).toEqual([6, 7]);
    expect(matrix.choices).toHaveLength(3);
    expect(matrix.choices.flatMap((choice) => choice.properties)).toHaveLength(17);
    expect(matrix.choices.flatMap((choice) => choice.useWhen)).toHaveLength(14);
    expect(matrix.considerations).toHaveLength(9);
  });

  test('hold the 155 actions of Annex IV, by recommendation and by kind', () => {
    const cells = table.rows.flatMap((row) => row.organizations.map(() => row.action));
    expect(cells).toHaveLength(155);
    expect(cells.filter((action) => action === 'LEGISLATIVE')).toHaveLength(52);
    expect(cells.filter((action) => action === 'EXECUTIVE')).toHaveLength(103);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((number) => addressed(number).length)).toEqual([26, 27, 17, 26, 1, 26, 8, 24]);
    // IAEA's two gaps have one doubt: it is not addressed by 3, and 8 follows 3.
    expect(new Set(table.rows.flatMap((row) => row.doubtful.map((cell) => cell.organization)))).toEqual(new Set(['IAEA', 'UNCTAD', 'WIPO', 'WMO']));
    for (const row of table.rows) expect(new Set(row.organizations).size).toBe(row.organizations.length);
  });

  test('recommendation 7 is addressed to exactly the users that para. 35 names', () => {
    expect([...addressed(7)].sort()).toEqual(usersOfParagraph35);
  });

  test('recommendation 3 leaves out the nine organizations of Box 5 that had endorsed the Principles', () => {
    const participating = of<Organization>('ORGANIZATION')
      .filter((one) => one.kind === 'PARTICIPATING')
      .map((one) => one.shortName);
    const without = participating.filter((name) => !addressed(3).includes(name));
    expect(endorsersOfBox5.filter((name) => !without.includes(name))).toEqual([]);
  });
});

describe('every record', () => {
  const written = records.filter((record) => record.kind !== 'ACTION_TABLE');

  test('cites where it comes from', () => {
    const without = written.filter((record) => record.kind !== 'SOURCE' && citedStatements(record.content).length === 0);
    expect(without.map((record) => `${record.file}: ${String(record.content['sourceKey'])}`)).toEqual([]);
    const empty = written.flatMap((record) =>
      citedStatements(record.content)
        .filter((one) => one.citations.length === 0)
        .map((one) => `${record.file}: ${one.field}`),
    );
    expect(empty).toEqual([]);
  });

  test('cites each of its statements', () => {
    // Whatever has the form of a statement, an object with a text, is cited, as are stages, participants and figures.
    const uncited: string[] = [];
    const walk = (value: unknown, at: string) => {
      if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, `${at}.${index}`);
      else if (value && typeof value === 'object') {
        const object = value as Record<string, unknown>;
        if (typeof object['text'] === 'string' && !Array.isArray(object['cite'])) uncited.push(at);
        for (const [name, item] of Object.entries(object)) if (name !== 'cite') walk(item, `${at}.${name}`);
      }
    };
    for (const record of written) walk(record.content, `${record.file}: ${String(record.content['sourceKey'])}`);
    expect(uncited).toEqual([]);
  });

  test('cites paragraphs of the report between 1 and 300, and sources that are here', () => {
    const sources = new Set(of('SOURCE').map((source) => source['sourceKey']));
    const citations: Citation[] = written.flatMap((record) => citedStatements(record.content).flatMap((one) => one.citations));
    expect(citations.length).toBeGreaterThan(2000);
    expect(citations.filter((one) => !sources.has(one.source))).toEqual([]);
    expect(citations.map(paragraphOf).filter((number) => number !== null && (number < 1 || number > LAST_PARAGRAPH))).toEqual([]);
    expect(citations.filter((one) => one.source === REPORT).length).toBeGreaterThan(citations.length / 2);
  });

  test('names organizations by the short name of one that is here', () => {
    const known = new Set(of<Organization>('ORGANIZATION').flatMap((one) => [one.shortName, one.slug, one.sourceKey]));
    const named = written.flatMap(({ file, content }) => {
      const participants = (content['participants'] ?? []) as { organization?: string }[];
      return [
        ...((content['owners'] ?? []) as string[]),
        ...((content['organizations'] ?? []) as string[]),
        ...participants.flatMap((one) => one.organization ?? []),
      ].map((name) => ({ file, name }));
    });
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
    expect(table.columns.filter((name) => !known.has(name))).toEqual([]);
  });

  test('has a key and an address of its own', () => {
    for (const field of ['sourceKey', 'slug']) {
      const all = written.map((record) => `${record.kind} ${String(record.content[field])}`);
      expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
    }
    // The Principles stand in two editions, and a document can be law and reading.
    const titles = written.map(
      (record) =>
        `${record.kind} ${String(record.content['topic'])} ${String(record.content['edition'])} ${JSON.stringify(record.content['title'] ?? record.content['name'] ?? record.content['term'])}`,
    );
    expect(titles.filter((one, index) => titles.indexOf(one) !== index)).toEqual([]);
  });

  const report = join(seedFolder, '../../shared/source/JIU_REP_2020_7.txt');
  const why = existsSync(report) ? '' : ' (skipped: the text of the report is not part of the project and not at hand)';
  test.skipIf(why !== '')(`is in our own words: no eight words in a row that also stand in the report${why}`, async () => {
    const copied = await copiedRuns(report);
    const found = written.flatMap((record) => proseOf(record.content).flatMap((text) => copied(text).map((run) => `${record.file}: ${run}`)));
    expect(found).toEqual([]);
  });

  test('words are compared without case, accents and signs', () => {
    expect(runs('An ÉTUDE, of five — or six “plain” words.')).toEqual(runs('an Étude of five or six plain words'));
  });
});

test('the check prints what the files hold, what is unsure and why, and how many faults there are', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(seedFolder, 'check.ts')], { encoding: 'utf8' });
  expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, 'no faults']);
  for (const line of [
    '  PROJECT 54 (ANNEX_I 13, BODY 11, ANNEX_II 30)',
    '  VENDOR 24 (EXTERNAL 15, INVESTEE 7, IN_HOUSE 2)',
    '  ACTION 155 (L 52, E 103; by recommendation 26, 27, 17, 26, 1, 26, 8, 24)',
  ])
    expect(stdout).toContain(line);
  expect(stdout).toMatch(/PROJECT annex-ii-9, ownersBasis: .*\n {4}\S/);
});

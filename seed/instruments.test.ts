import { expect, test } from 'vitest';
import type { Mitigation, Risk } from '#prisma/content/risk.ts';
import type { Project } from '#prisma/content/project.ts';
import { readSeed } from './files.ts';
import { readEditions } from './instruments.ts';

const { records } = await readSeed();
const { editions, faults } = await readEditions();
const of = <Content>(kind: string) => records.filter((record) => record.kind === kind).map((record) => record.content as Content);

test('the editions are whole, and suggest risks that are in the library and can be answered', () => {
  expect(faults).toEqual([]);
  expect(editions.map(({ edition }) => `${edition.instrument} ${edition.edition}`)).toEqual(['digital-public-good 1', 'jiu-matrix 1', 'jiu-matrix 2']);
  const risks = new Set(of<Risk>('RISK').map((risk) => risk.sourceKey));
  const suggested = editions.flatMap(({ edition }) =>
    edition.questions.flatMap(({ options }) => options.flatMap((option) => option.risks.map(({ risk }) => risk))),
  );
  expect(suggested.filter((risk) => !risks.has(risk))).toEqual([]);
  expect(new Set(suggested).size).toBeGreaterThan(20);
  expect(of<Mitigation>('MITIGATION')).toHaveLength(28);
});

test('they cite sources that are in the library', () => {
  const sources = new Set(of<{ sourceKey: string }>('SOURCE').map((source) => source.sourceKey));
  const cited = JSON.stringify(editions).matchAll(/"source":"([^"]+)"/g);
  expect([...new Set([...cited].map(([, source]) => source as string))].filter((source) => !sources.has(source))).toEqual([]);
});

test('projects answer questions and options that the matrix has, each once, with a citation; the rest is not stated', () => {
  const matrix = editions.find(({ edition }) => edition.instrument === 'jiu-matrix')?.edition;
  const known = new Set(matrix?.questions.flatMap((question) => question.options.map((option) => `${question.id}/${option.id}`)));
  const projects = of<Project>('PROJECT').filter((project) => project.answers);
  for (const { sourceKey, answers = [] } of projects) {
    expect([sourceKey, answers.filter((answer) => !known.has(`${answer['question']}/${answer['option']}`))]).toEqual([sourceKey, []]);
    expect(new Set(answers.map((answer) => answer['question'])).size).toBe(answers.length);
    expect(answers.every((answer) => answer['cite'].length > 0)).toBe(true);
  }
  expect(projects.length).toBeGreaterThanOrEqual(12);
  expect(projects.flatMap(({ answers = [] }) => answers).length).toBeGreaterThan(40);
});

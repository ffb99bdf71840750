import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testLibrary } from '#test/ask.ts';

const { db, data, statements } = await testLibrary();

const evaluate = `query ($answers: [AnswerInput!]!) {
  instrument(instrument: "jiu-matrix") {
    edition total groups { id } questions(group: "layer-1-decentralization") { id options { id exceptionTo conclusions { text citations { place } } } }
    evaluation(answers: $answers) {
      decided { state layer { number } outcome { id title text { citations { place } } instead { text } } because { question { number } option { label } claimed { id } reason } also { question { number } } }
      changes { given { question { id } option { id } } outcome { id } } answered unreasoned { id }
      tree { number label path outcome { id } } risks { risk { sourceKey } reasons }
    }
  }
  similarProjects(instrument: "jiu-matrix", answers: $answers) { stages { stage count } projects { project { title url } stage answers { text citations { place } } became { text } costs { text } lessons { title url } contacts } }
}`;
const answer = (question: string, option: string, reason?: string) => ({ question, option, reason });

it('leads answers to a conclusion with what led there and what would change it, in two statements', async () => {
  // The first question of a process reads what is kept in memory.
  await data(evaluate, { answers: [answer('table-1-q1', 'yes')] });
  const counted = statements();
  const { instrument, similarProjects } = await data(evaluate, {
    answers: [answer('table-1-q1', 'yes'), answer('table-1-q2', 'yes'), answer('table-1-q6', 'yes'), answer('nothing', 'yes'), answer('table-1-q3', 'no-such')],
  });
  expect(counted.stop()).toHaveLength(2);
  const { decided, changes, answered, tree } = instrument.evaluation;
  expect([instrument.edition, instrument.total, answered]).toEqual(['2', 36, 3]);
  expect(decided).toMatchObject({
    state: 'STOPPED',
    layer: { number: 1 },
    outcome: { id: 'database-first', instead: { text: expect.stringContaining('traditional database') } },
    because: [{ question: { number: 2 }, option: { label: 'Yes' } }],
    also: [{ question: { number: 6 } }],
  });
  expect(decided.outcome.text.citations.map((one: { place: string }) => one.place)).toEqual(['Table 1', 'para 215', 'Figure IV']);
  expect(
    changes.map((one: { given: { question: { id: string }; option: { id: string } }; outcome: { id: string } }) => [
      one.given.question.id,
      one.given.option.id,
      one.outcome.id,
    ]),
  ).toContainEqual(['table-1-q2', 'no', 'alternatives']);
  expect(tree.map((fork: { path: string }) => fork.path).slice(0, 3)).toEqual(['PASSED', 'TAKEN', 'NOT_REACHED']);
  expect(similarProjects.projects.length).toBe(5);
  expect(
    similarProjects.projects.every(
      (one: { answers: { citations: unknown[] }[] }) => one.answers.length > 0 && one.answers.every(({ citations }) => citations.length > 0),
    ),
  ).toBe(true);
  expect(similarProjects.projects.every((one: { contacts: string[] }) => one.contacts.length === 0)).toBe(true);
});

it('says of an exception without its reason which answer counts in its place', async () => {
  const decided = async (reason?: string) =>
    (await data(evaluate, { answers: [answer('table-1-q1', 'yes'), answer('table-1-q2', 'yes-considered', reason)] })).instrument.evaluation.decided;
  expect((await decided()).because).toEqual([{ question: { number: 2 }, option: { label: 'Yes' }, claimed: { id: 'yes-considered' }, reason: null }]);
  expect((await decided('Too many copies.')).because.map(({ claimed }: { claimed: unknown }) => claimed)).not.toContainEqual({ id: 'yes-considered' });
});

it('suggests risks by the answers and by what similar projects met, with the reasons', async () => {
  const { instrument } = await data(evaluate, { answers: [answer('table-2-q7', 'yes')] });
  const risks = instrument.evaluation.risks as { risk: { sourceKey: string }; reasons: string[] }[];
  expect(risks.find(({ risk }) => risk.sourceKey === 'R08')?.reasons[0]).toMatch(
    /^Data by which a person can be identified would be on the chain\. \(question 2\.7/,
  );
});

it('carries a second instrument unchanged', async () => {
  const { instruments, instrument } = await data(
    `{ instruments { instrument edition } instrument(instrument: "digital-public-good") { title evaluation(answers: [{ question: "indicator-2", option: "no" }]) { decided { outcome { title instead { text } } } } } }`,
  );
  expect(instruments).toEqual([
    { instrument: 'jiu-matrix', edition: '2' },
    { instrument: 'jiu-matrix', edition: '1' },
    { instrument: 'digital-public-good', edition: '1' },
  ]);
  expect(instrument.evaluation.decided.outcome.title).toBe('Open it first');
});

it('shows another panel when what became of a project changes', async () => {
  const answers = [answer('table-1-q6', 'yes'), answer('layer-4-q6', 'no')];
  const before = (await data(evaluate, { answers })).similarProjects;
  expect(before.projects[0]).toMatchObject({ project: { title: 'Decentralized decision-making app inside UNICEF' }, stage: 'DISCONTINUED' });
  await sql`UPDATE record SET content = jsonb_set(content, '{stages}', content->'stages' || '[{"stage":"IN_USE","text":"It was begun anew.","cite":[{"source":"jiu-rep-2020-7","place":"para 197"}],"certainty":"STATED"}]'::jsonb),
    facet_keys = array_replace(facet_keys, 'stage:DISCONTINUED', 'stage:IN_USE') WHERE source_key = 'unicef-decision-app'`.execute(db);
  const after = (await data(evaluate, { answers })).similarProjects;
  expect([after.projects[0].stage, after.stages]).toEqual([
    'IN_USE',
    expect.arrayContaining([
      { stage: 'IN_USE', count: 1 },
      { stage: 'SCALED', count: 1 },
    ]),
  ]);
});

it('a published edition can be neither changed nor deleted', async () => {
  await expect(sql`UPDATE instrument_edition SET title = 'Another' WHERE edition = '1'`.execute(db)).rejects.toThrow('a published edition never changes');
  await expect(sql`DELETE FROM instrument_edition`.execute(db)).rejects.toThrow('a published edition is never deleted');
});

import { z } from 'zod';
import type { Ask } from '../ask.ts';
import { type AddTool, answered, text } from './answer.ts';
import { type Cited, dataOf, Refused } from './cited.ts';

/** The tools of the decision matrix: its questions, and what it says to answers. */
export function addMatrixTools(tool: AddTool, ask: Ask, whole: (path: string) => string): void {
  type Said = {
    text: string;
    asAt: string | null;
    certainty: Cited['certainty'];
    note: string | null;
    citations: { place: string; url: string; source: { title: string } }[];
  };
  const SAID = 'text asAt certainty note citations { place url source { title } }';
  type Edition = { title: string; edition: string; url: string; hash: string };
  const ofEdition = (edition: Edition, field: string, said: Said): Cited => ({
    text: said.text,
    about: edition.title,
    field,
    sources:
      said.citations.length > 0
        ? said.citations.map(({ place, url, source }) => ({ title: source.title, place, url: whole(url) }))
        : [{ title: edition.title, place: field, url: whole(edition.url) }],
    asAt: said.asAt ?? 'not stated',
    certainty: said.certainty,
    note: said.note,
    url: whole(edition.url),
    version: edition.edition,
    hash: edition.hash,
  });
  const instrument = text(100).default('jiu-matrix');
  tool(
    'matrix_questions',
    'The questions of the decision matrix',
    'What an instrument asks to decide whether and how to use a blockchain, with the options of each question.',
    { instrument },
    async ({ instrument: name }) => {
      type Question = { id: string; number: number; text: string; options: { id: string; label: string }[]; citations: Said['citations'] };
      const { instrument: edition } = await dataOf<{ instrument: (Edition & { questions: Question[] }) | null }>(
        ask,
        'query ($instrument: String!) { instrument(instrument: $instrument) { title edition url hash questions { id number text options { id label } citations { place url source { title } } } } }',
        { instrument: name },
      );
      if (!edition) throw new Refused('There is no such instrument.');
      const listed = edition.questions.map((one) => `- ${one.id}: ${one.text} Options: ${one.options.map(({ id, label }) => `${id} (${label})`).join(', ')}`);
      return answered(
        [`${edition.title}, edition ${edition.edition}: ${whole(edition.url)}. Answer by the ids of questions and options.`, ...listed].join('\n'),
        edition.questions.map((one) => ofEdition(edition, one.id, { ...one, asAt: null, certainty: 'STATED', note: null })),
      );
    },
  );
  tool(
    'matrix_evaluate',
    'What the decision matrix says',
    'The outcome of answers to an instrument, with the rules that lead to it. It advises; people decide.',
    {
      instrument,
      answers: z
        .array(z.strictObject({ question: text(100), option: text(100) }))
        .min(1)
        .max(60),
    },
    async ({ instrument: name, answers }) => {
      type Layer = {
        layer: { title: string };
        state: string;
        outcome: { title: string; verdict: string; text: Said; instead: Said | null };
        because: { question: { id: string; text: string }; option: { label: string; conclusions: Said[] } | null }[];
      };
      const { instrument: edition } = await dataOf<{
        instrument:
          | (Edition & {
              questions: { id: string; options: { id: string }[] }[];
              evaluation: { answered: number; layers: Layer[]; open: { id: string; text: string }[] };
            })
          | null;
      }>(
        ask,
        `query ($instrument: String!, $answers: [AnswerInput!]!) { instrument(instrument: $instrument) { title edition url hash questions { id options { id } } evaluation(answers: $answers) { answered layers { layer { title } state outcome { title verdict text { ${SAID} } instead { ${SAID} } } because { question { id text } option { label conclusions { ${SAID} } } } } open { id text } } } }`,
        { instrument: name, answers },
      );
      if (!edition) throw new Refused('There is no such instrument.');
      const unknown = answers.filter(
        (one) => !edition.questions.some(({ id, options }) => id === one.question && options.some((option) => option.id === one.option)),
      );
      if (unknown.length > 0)
        throw new Refused(
          `There is no such question or option: ${unknown.map((one) => `${one.question} ${one.option}`).join(', ')}. Ask for the questions first (matrix_questions).`,
        );
      const { layers, open, answered: count } = edition.evaluation;
      const listed = layers.map((one) => `- ${one.layer.title}: ${one.outcome.title} (${one.state.toLowerCase().replaceAll('_', ' ')})`);
      const waiting = open.length > 0 ? [`Still open: ${open.map(({ id }) => id).join(', ')}`] : [];
      return answered(
        [`${count} questions answered of ${edition.title}, edition ${edition.edition}.`, ...listed, ...waiting].join('\n'),
        layers.flatMap(({ layer, outcome, because }) => [
          ofEdition(edition, layer.title, outcome.text),
          ...(outcome.instead ? [ofEdition(edition, layer.title, outcome.instead)] : []),
          ...because.flatMap(({ question, option }) => (option?.conclusions ?? []).map((one) => ofEdition(edition, question.id, one))),
        ]),
      );
    },
  );
}

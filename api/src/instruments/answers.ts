import { type FieldFault, fault } from '#i18n/fault.ts';
import { indexOf } from '#prisma/instrument/evaluate.ts';
import { type Answers, type Instrument, NOT_KNOWN, NOTE_MAX } from '#prisma/instrument/instrument.ts';
import { turningSign } from '#prisma/content/text.ts';
import { builder } from '../builder.ts';

/** An answer as it is sent. */
export type AnswerGiven = { question: string; option: string; reason?: string | null; note?: string | null; evidence?: string | null };
export const AnswerInput = builder.inputType('AnswerInput', {
  description: 'One answer.',
  fields: (t) => ({
    question: t.string({ required: true, description: 'The question by its id.' }),
    option: t.string({ required: true, description: 'The id of an option, or "not-known".' }),
    reason: t.string({ description: 'Why, for an exception: without it the exception does not count.' }),
    note: t.string(),
    evidence: t.string({ description: 'Where it can be read: an address, a document.' }),
  }),
});

/** Answers by question; of several to one question the last. Those that the edition does not know are left out. */
export function answersOf(edition: Instrument, given: readonly AnswerGiven[]): Answers {
  const { options } = indexOf(edition);
  const known = given.filter(({ question, option }) => options.has(question) && (option === NOT_KNOWN || options.get(question)?.has(option)));
  return Object.fromEntries(
    known.map(({ question, option, reason, note, evidence }) => [
      question,
      {
        option,
        ...(reason?.trim() ? { reason: reason.trim() } : {}),
        ...(note?.trim() ? { note: note.trim() } : {}),
        ...(evidence?.trim() ? { evidence: evidence.trim() } : {}),
      },
    ]),
  );
}

/** What is wrong with answers that are to be kept: unknown questions and options, texts that are too long or turn the direction of writing. */
export function answerFaults(edition: Instrument, given: readonly AnswerGiven[]): FieldFault[] {
  const { options } = indexOf(edition);
  return given.flatMap(({ question, option, ...texts }) => {
    const path = `answers.${question}`;
    if (!options.has(question)) return [fault(path, 'NO_QUESTION', { edition: edition.edition, question: question.slice(0, 60) })];
    if (option !== NOT_KNOWN && !options.get(question)?.has(option)) return [fault(path, 'ANSWER')];
    return (['reason', 'note', 'evidence'] as const).flatMap((field) => {
      const text = texts[field] ?? '';
      if (text.length > NOTE_MAX) return [fault(`${path}.${field}`, 'TOO_LONG', { max: NOTE_MAX })];
      // What is signed is signed as it is read.
      return turningSign(text) === null ? [] : [fault(`${path}.${field}`, 'TURNING')];
    });
  });
}

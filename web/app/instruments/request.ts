import type { AnswerInput } from '../graphql/graphql.ts';

/** What an address holds of a run: nothing of it is kept on the server. */
export type Run = {
  edition: string | null;
  /** The saved run that the answers were taken from, and which save of it. */
  run: string | null;
  edits: string | null;
  answers: AnswerInput[];
};

/** What stands beside answers in an address or a form, and is no question. */
const reserved = new Set(['edition', 'run', 'edits', 'intent', 'back', 'key']);
const texts = ['reason', 'note', 'evidence'] as const;
const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const isId = (text: string | null) => (text !== null && text.length <= 100 && id.test(text) ? text : null);

/** Reads the answers of an address or a form: "table-1-q1=yes", "table-1-q1.reason=…". Of several to one question the last. */
export function readRun(values: URLSearchParams | FormData): Run {
  const text = (name: string): string | null => {
    const all = values.getAll(name).filter((value): value is string => typeof value === 'string');
    return all.at(-1) ?? null;
  };
  const questions = [...new Set([...values.keys()])].filter((name) => !reserved.has(name) && isId(name) && isId(text(name)));
  const edition = text('edition');
  const run = text('run');
  return {
    edition: edition && edition.length <= 60 ? edition : null,
    run: run && /^[0-9a-f-]{36}$/.test(run) ? run : null,
    edits: text('edits')?.match(/^\d{1,9}$/)?.[0] ?? null,
    answers: questions.slice(0, 150).map((question) => ({
      question,
      option: text(question) ?? '',
      ...Object.fromEntries(texts.flatMap((field) => (values.has(`${question}.${field}`) ? [[field, text(`${question}.${field}`)]] : []))),
    })),
  };
}

/** The fields of a run as an address or hidden fields hold them, without those of some questions. */
export function runFields({ edition, run, edits, answers }: Run, without: readonly string[] = []): [string, string][] {
  return [
    ...(edition ? [['edition', edition] as [string, string]] : []),
    ...(run && edits ? [['run', run] as [string, string], ['edits', edits] as [string, string]] : []),
    ...answers
      .filter(({ question }) => !without.includes(question))
      .flatMap((answer): [string, string][] => [
        [answer.question, answer.option],
        ...texts.flatMap((field): [string, string][] =>
          typeof answer[field] === 'string' && (answer[field] || run) ? [[`${answer.question}.${field}`, answer[field] as string]] : [],
        ),
      ]),
  ];
}

/** The address of a page of an instrument with the answers so far. */
export function runAddress(instrument: string, page: string | null, run: Run): string {
  const query = new URLSearchParams(runFields(run)).toString();
  return `/decide/${instrument}${page ? `/${page}` : ''}${query ? `?${query}` : ''}`;
}
/** Longer addresses are cut off by some programs on the way. */
export const LONG_ADDRESS = 6000;

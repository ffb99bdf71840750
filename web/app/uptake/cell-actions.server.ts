import { fault } from '#i18n/fault.ts';
import type { RouterContextProvider } from 'react-router';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { Acceptance, Audience, Implementation, Kind, UptakeEvidenceInput, UptakeInput } from '../graphql/graphql.ts';
import type { Fault } from '../ui/faults.ts';
import { refusedIn, uploadsIn } from '../ui/uploads.ts';
import { isDate } from './request.ts';
import { fields } from './fields.ts';
import { acceptances, audiences, EVIDENCE_ROWS, implementations, judgements, voices } from './values.ts';

const reportDocument = graphql(/* GraphQL */ `
  mutation ReportUptake($report: String, $recommendation: String!, $organization: String!, $input: UptakeInput!, $basedOn: String, $key: String!) {
    reportUptake(report: $report, recommendation: $recommendation, organization: $organization, input: $input, basedOn: $basedOn, idempotencyKey: $key) {
      __typename
      ... on UptakeReported {
        entry {
          id
        }
      }
      ...FieldFaults
    }
  }
`);
const confirmDocument = graphql(/* GraphQL */ `
  mutation ConfirmUptake($entry: ID!) {
    confirmUptake(entry: $entry) {
      __typename
      ...FieldFaults
    }
  }
`);
const publishDocument = graphql(/* GraphQL */ `
  mutation PublishUptake($entries: [ID!]!, $days: Int) {
    publishUptake(entries: $entries, days: $days) {
      __typename
      ...FieldFaults
    }
  }
`);
const withdrawDocument = graphql(/* GraphQL */ `
  mutation WithdrawUptake($entry: ID!, $reason: String!) {
    withdrawUptake(entry: $entry, reason: $reason) {
      __typename
      ... on UptakeReported {
        entry {
          withdrawn
        }
      }
      ...FieldFaults
    }
  }
`);
const answerDocument = graphql(/* GraphQL */ `
  mutation AnswerWithdrawal($entry: ID!, $agree: Boolean!, $reason: String) {
    answerWithdrawal(entry: $entry, agree: $agree, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const judgeDocument = graphql(/* GraphQL */ `
  mutation JudgeUptake(
    $report: String
    $recommendation: String!
    $organization: String!
    $entry: String!
    $judgement: UptakeJudgementKind!
    $priority: Boolean
    $reason: String!
    $voice: UptakeVoice
    $reference: String
    $effectiveDate: String
    $basedOn: String
    $key: String!
  ) {
    judgeUptake(
      report: $report
      recommendation: $recommendation
      organization: $organization
      entry: $entry
      judgement: $judgement
      priority: $priority
      reason: $reason
      voice: $voice
      reference: $reference
      effectiveDate: $effectiveDate
      basedOn: $basedOn
      idempotencyKey: $key
    ) {
      __typename
      ...FieldFaults
    }
  }
`);
const commentDocument = graphql(/* GraphQL */ `
  mutation CommentOnCell($report: String, $recommendation: String!, $organization: String!, $text: String!, $audience: Audience, $key: String!) {
    commentOnCell(report: $report, recommendation: $recommendation, organization: $organization, text: $text, audience: $audience, idempotencyKey: $key) {
      __typename
      ...FieldFaults
    }
  }
`);

const intents = ['report', 'publish', 'confirm', 'withdraw', 'asked', 'agree', 'decline', 'judge', 'comment'] as const;
/** What was done, as the page that follows says it. */
export type Done = (typeof intents)[number];
export const isDone = (text: string): text is Done => (intents as readonly string[]).includes(text);
/** A form that comes back: refused with its faults, or without any where more room in it was asked for. */
export type Refused = { intent: string; faults: readonly Fault[]; typed: Record<string, string> };
type CellAddress = { report: string | null; recommendation: string; organization: string };

/** Carries out a form of the cell's page: what was done, or the faults with everything that was typed. */
export async function act(context: Readonly<RouterContextProvider>, cell: CellAddress, form: FormData): Promise<{ done: Done } | Refused> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const intent = typed['intent'] ?? '';
  const refused = (faults: readonly Fault[]): Refused => ({ intent, faults, typed });
  const key = typed['key'] ?? '';
  // Gone back to and changed: the same form sent again with a key of its own is another request.
  const sentBefore = (): Refused => {
    typed['key'] = crypto.randomUUID();
    return refused([fault('content', 'SENT_BEFORE')]);
  };
  const entry = typed['entry'] ?? '';
  const done = (result: { __typename: string; fields?: readonly Fault[] }, place = (path: string) => path): { done: Done } | Refused =>
    'fields' in result && result.fields?.some((one) => one.path === 'idempotencyKey')
      ? sentBefore()
      : 'fields' in result && result.fields
        ? refused(result.fields.map((one) => ({ ...one, path: place(one.path) })))
        : { done: intent as Done };

  if (intent === 'report') {
    const faults: Fault[] = refusedIn(form);
    enterFiles(typed, form, faults);
    if (typed['more']) return refused(faults);
    const { input, places } = reportInput(typed, faults);
    if (typed['publish'] && !text(typed, 'sourcePlace')) faults.push(fault('sourcePlace', 'PUBLISH_PLACE'));
    if (faults.length > 0 || !input) return refused(faults);
    const { reportUptake } = await ask(context, reportDocument, { ...cell, input, basedOn: typed['basedOn'] ?? null, key });
    if (reportUptake.__typename === 'UptakeReported' && typed['publish']) {
      const { publishUptake } = await ask(context, publishDocument, { entries: [reportUptake.entry.id], days: null });
      if (publishUptake.__typename === 'UptakePublished') return { done: 'publish' };
    }
    // "evidence.0.address" is the field "evidence.N.place" of the form, which takes an address or a record and may have empty places before it.
    return done(reportUptake, (field) =>
      field
        .replace(/^evidence\.(\d+)(?=\.|$)/, (_, index: string) => `evidence.${places[Number(index)] ?? index}`)
        .replace(/^(evidence\.\d+)\.(address|recordSlug|recordKind|file)$/, '$1.place')
        .replace(/^evidence$/, 'evidence.0.place')
        .replace(/^basedOn$/, 'effectiveDate'),
    );
  }
  if (intent === 'publish') {
    const days = /^\d{1,4}$/.test(typed['days']?.trim() ?? '') ? Number(typed['days']) : null;
    return done((await ask(context, publishDocument, { entries: [entry], days })).publishUptake, (path) =>
      path === 'days' ? `days-${entry}` : `entry-${entry}`,
    );
  }
  if (intent === 'confirm') return done((await ask(context, confirmDocument, { entry })).confirmUptake);
  if (intent === 'withdraw') {
    const { withdrawUptake } = await ask(context, withdrawDocument, { entry, reason: typed[`reason-${entry}`] ?? '' });
    // Where others stand by the entry, a second person is asked first.
    if (withdrawUptake.__typename === 'UptakeReported' && !withdrawUptake.entry.withdrawn) return { done: 'asked' };
    return done(withdrawUptake, () => `reason-${entry}`);
  }
  if (intent === 'agree' || intent === 'decline') {
    const reason = typed[`answer-${entry}`] ?? null;
    return done((await ask(context, answerDocument, { entry, agree: intent === 'agree', reason })).answerWithdrawal, () => `answer-${entry}`);
  }
  if (intent === 'judge') {
    const judgement = oneOf(judgements, typed['judge-judgement']);
    if (!judgement) return refused([fault('judge-judgement', 'JUDGE_CHOOSE')]);
    const { judgeUptake } = await ask(context, judgeDocument, {
      ...cell,
      entry,
      judgement,
      priority: Boolean(typed['judge-priority']),
      reason: typed['judge-reason'] ?? '',
      voice: oneOf(voices, typed['judge-voice']) ?? 'SECRETARIAT',
      reference: text(typed, 'judge-reference'),
      effectiveDate: text(typed, 'judge-effectiveDate'),
      basedOn: typed['basedOn'] ?? null,
      key,
    });
    return done(judgeUptake, (path) => `judge-${path === 'basedOn' || path === 'entry' ? 'judgement' : path}`);
  }
  if (intent === 'comment') {
    const audience = (['OWNERS', 'UN_SYSTEM'] as const).find((one) => one === typed['audience']) ?? 'OWNERS';
    return done((await ask(context, commentDocument, { ...cell, text: typed['text'] ?? '', audience, key })).commentOnCell);
  }
  return refused([fault('content', 'UPTAKE_FORM')]);
}

/** The files that came with the form become the first evidence that is still empty; they stay there when the form is refused. */
function enterFiles(typed: Record<string, string>, form: FormData, faults: Fault[]): void {
  for (const { file, name } of uploadsIn(form)) {
    const index = Array.from({ length: EVIDENCE_ROWS }, (_, at) => at).find((at) => !typed[`evidence.${at}.place`]?.trim());
    if (index === undefined) return void faults.push(fault('upload', 'EVIDENCE_FULL', { max: EVIDENCE_ROWS }));
    typed[`evidence.${index}.place`] = `/files/${file}`;
    typed[`evidence.${index}.label`] ||= name.replace(/\.[a-z]+$/, '');
  }
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null => values.find((value) => value === text) ?? null;

/** The records that can be evidence, by the first part of their address. */
const recordKinds: Readonly<Record<string, Kind>> = {
  projects: 'PROJECT',
  organizations: 'ORGANIZATION',
  vendors: 'VENDOR',
  lessons: 'LESSON',
  standards: 'STANDARD',
  goals: 'GOAL',
  recommendations: 'RECOMMENDATION',
  risks: 'RISK',
  mitigations: 'MITIGATION',
  reference: 'REFERENCE',
  sources: 'SOURCE',
  glossary: 'GLOSSARY_TERM',
  matrix: 'MATRIX',
};

const text = (typed: Record<string, string>, name: string) => typed[name]?.trim() || null;
/** What the form says as the API takes it. Only what the form itself can know is checked here; the API checks the rest. */
function reportInput(typed: Record<string, string>, faults: Fault[]) {
  const acceptance: Acceptance | null = oneOf(acceptances, typed['acceptance']);
  if (!acceptance) faults.push(fault('acceptance', 'ACCEPTANCE'));
  const implementation: Implementation | null = oneOf(implementations, typed['implementation']);
  if (acceptance === 'ACCEPTED' && !implementation) faults.push(fault('implementation', 'IMPLEMENTATION'));
  if (acceptance && acceptance !== 'ACCEPTED' && implementation) faults.push(fault('implementation', 'IMPLEMENTATION_WITHOUT'));
  for (const { name, as, required } of fields) {
    const given = text(typed, name);
    if (as === 'day' && (given ? !isDate(given) : required)) faults.push(fault(name, 'DATE', { example: '2026-11-22' }));
  }
  const evidence: UptakeEvidenceInput[] = [];
  /** Which place of the form each piece of evidence stands in. */
  const places: number[] = [];
  for (let index = 0; index < EVIDENCE_ROWS; index++) {
    const place = text(typed, `evidence.${index}.place`);
    const label = text(typed, `evidence.${index}.label`);
    const audience: Audience = oneOf(audiences, typed[`evidence.${index}.audience`]) ?? 'PUBLIC';
    if (!place) {
      if (label) faults.push(fault(`evidence.${index}.place`, 'EVIDENCE_EMPTY'));
      continue;
    }
    places.push(index);
    // A record that stands there from the entry before, where its address was not changed.
    const [sameKind, sameSlug, ...sameUrl] = (typed[`evidence.${index}.record`] ?? '').split(' ');
    const stood = sameUrl.join(' ') === place ? Object.values(recordKinds).find((kind) => kind === sameKind) : undefined;
    const file = /^\/files\/([0-9a-f]{64})$/.exec(place)?.[1];
    // The record's own address, as it stands in the address bar or as it is written here.
    const record = /^(?:https?:\/\/[^/]+)?\/(\w+)\/([\w-]{1,200})$/.exec(place);
    const kind = record?.[1] ? recordKinds[record[1]] : undefined;
    if (stood && sameSlug) evidence.push({ kind: 'RECORD', recordKind: stood, recordSlug: sameSlug, label, audience });
    else if (file) evidence.push({ kind: 'FILE', file, label, audience });
    else if (place.startsWith('/') && kind && record?.[2]) evidence.push({ kind: 'RECORD', recordKind: kind, recordSlug: record[2], label, audience });
    else if (/^https?:\/\/\S+$/.test(place)) evidence.push({ kind: 'ADDRESS', address: place, label, audience });
    else faults.push(fault(`evidence.${index}.place`, 'EVIDENCE_PLACE'));
  }
  if (!acceptance) return { input: null, places };
  // A choice that is none of its values is as if nothing was said; the days were looked at above.
  const said = Object.fromEntries(
    fields.map(({ name, options, required }) => [
      name,
      options ? (oneOf(options.values, typed[name]) ?? (required ? options.values[0] : null)) : text(typed, name),
    ]),
  );
  const input = { ...said, effectiveDate: text(typed, 'effectiveDate') ?? '', acceptance, implementation, evidence } as UptakeInput;
  return { input, places };
}

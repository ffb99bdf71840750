import { fault } from '#i18n/fault.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeEvidenceInput, UptakeInput, UptakeSittingAnswer } from '../graphql/graphql.ts';
import type { Fault } from '../ui/faults.ts';
import { refusedIn, uploadsIn } from '../ui/uploads.ts';
import { isDate } from './request.ts';
import { acceptances, compared, implementations, parts } from './values.ts';

export const saveDocument = graphql(/* GraphQL */ `
  mutation SaveUptakeSitting($report: String, $organization: String!, $typed: JSON!) {
    saveUptakeSitting(report: $report, organization: $organization, typed: $typed) {
      __typename
      ... on UptakeSittingSaved {
        edits
      }
      ...FieldFaults
    }
  }
`);

/** What people write into the form, by the names of its fields; what only machines write is left out. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (
      typeof value === 'string' &&
      /^(a\.\d+\.(acceptance|implementation|inPart|effectiveDate|targetDate|comment|place|label|unchanged)|common\.\w+)$/.test(name)
    )
      typed[name] = value;
  return typed;
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null => values.find((value) => value === text) ?? null;
export type Answers = { answers: UptakeSittingAnswer[]; places: number[]; faults: Fault[] };
/** The answers of the form: actions that were changed, got evidence, or of which it was said that nothing has changed. */
export function answersIn(form: FormData): Answers {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const answers: UptakeSittingAnswer[] = [];
  const places: number[] = [];
  const faults: Fault[] = [];
  for (let index = 0; form.has(`a.${index}.recommendation`); index++) {
    const of = (name: string) => text(`a.${index}.${name}`);
    faults.push(...refusedIn(form, `upload.${index}`));
    const evidence: UptakeEvidenceInput[] = uploadsIn(form, `upload.${index}`).map(({ file, name }) => ({
      kind: 'FILE',
      file,
      label: name.replace(/\.[a-z]+$/, ''),
      audience: 'PUBLIC',
    }));
    const place = of('place');
    if (place && !/^https?:\/\/\S+$/.test(place)) faults.push(fault(`a.${index}.place`, 'ADDRESS_WEB'));
    else if (place) evidence.push({ kind: 'ADDRESS', address: place, label: of('label') || null, audience: 'PUBLIC' });
    const head = { recommendation: of('recommendation'), basedOn: of('basedOn') };
    const was = new Map(Object.entries(JSON.parse(of('was') || '{}') as Record<string, string>));
    const changed = compared.some((name) => of(name) !== (was.get(name) ?? '').trim()) || evidence.length > 0 || place !== '';
    if (!changed) {
      if (form.has(`a.${index}.unchanged`)) {
        answers.push({ ...head, input: null });
        places.push(index);
      }
      continue;
    }
    const acceptance = oneOf(acceptances, of('acceptance'));
    if (!acceptance) faults.push(fault(`a.${index}.acceptance`, 'ACCEPTANCE'));
    for (const name of ['effectiveDate', 'targetDate'] as const) {
      const given = of(name);
      if (given ? !isDate(given) : name === 'effectiveDate') faults.push(fault(`a.${index}.${name}`, 'DATE', { example: '2026-11-22' }));
    }
    if (!acceptance) continue;
    const input: UptakeInput = {
      acceptance,
      implementation: acceptance === 'ACCEPTED' ? oneOf(implementations, of('implementation')) : null,
      inPart: oneOf(parts, of('inPart')),
      effectiveDate: of('effectiveDate'),
      targetDate: of('targetDate') || null,
      comment: of('comment') || null,
      evidence,
      ...(text('common.sourceReference')
        ? { source: 'BOARD_DOCUMENT' as const, sourceReference: text('common.sourceReference'), sourcePlace: text('common.sourcePlace') || null }
        : {}),
    };
    answers.push({ ...head, input });
    places.push(index);
  }
  return { answers, places, faults };
}

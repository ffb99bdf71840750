import { impactLetters } from '#prisma/content/recommendation.ts';
import type { FaultCode, ParamsOf } from '#i18n/fault.ts';
import { unknownFilter } from '../records/filters.ts';
import { type Ignored, ignore } from '../records/list.ts';
import { isDate, judgements, statuses, utcToday } from './state.ts';
import type { Moment } from './holding.ts';
import type { PlacedCell } from './types.ts';

type Given<Value> = Value | null | undefined;
/** Which cells are wanted: alternatives within a field, all fields together; only those that count unless told otherwise. */
export type CellFilter = {
  recommendation?: Given<readonly string[]>;
  organization?: Given<readonly string[]>;
  kind?: Given<PlacedCell['kind']>;
  impact?: Given<string>;
  status?: Given<readonly PlacedCell['status'][]>;
  judgement?: Given<readonly NonNullable<PlacedCell['judgement']>[]>;
} & { [Flag in (typeof flags)[number]]?: Given<boolean> };
const flags = ['accepted', 'overdue', 'longOutstanding', 'unconfirmed', 'fromDocument', 'priority', 'counted'] as const;

/** Whether a cell is among those that a filter asks for. */
export function isWanted(cell: PlacedCell, filter: CellFilter): boolean {
  const { recommendation, organization, kind, impact, status, judgement } = filter;
  const is = (wanted: Given<boolean>, value: boolean) => wanted === null || wanted === undefined || wanted === value;
  return (
    cell.addressed === (filter.counted ?? true) &&
    (!recommendation?.length || recommendation.includes(String(cell.recommendation.number)) || recommendation.includes(cell.recommendation.slug)) &&
    (!organization?.length || organization.includes(cell.organization.slug)) &&
    (!kind || cell.kind === kind) &&
    (!impact || cell.recommendation.impact === impact) &&
    (!status?.length || status.includes(cell.status)) &&
    is(filter.accepted, cell.acceptance === 'ACCEPTED') &&
    is(filter.overdue, cell.overdue) &&
    is(filter.longOutstanding, cell.longOutstanding) &&
    is(filter.priority, cell.priority) &&
    (!judgement?.length || (cell.judgement !== null && judgement.includes(cell.judgement))) &&
    is(filter.fromDocument, cell.fromDocument) &&
    is(filter.unconfirmed, cell.entryId !== null && !cell.confirmed)
  );
}

const momentNames = ['report', 'at', 'asKnownOn', 'demo', 'confirmed', 'documents'] as const;
const listNames = ['recommendation', 'organization', 'status', 'judgement', 'kind', 'impact'] as const;

/**
 * Reads which actions of which day the address of their list asks for, by the names that the page has. As in all files of the
 * uptake, demonstration data is left out unless `demo=1` asks for it.
 */
export function readCellAddress(query: URLSearchParams): { report: string | null; moment: Moment; filter: CellFilter; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const read = <Code extends FaultCode>(name: string, good: (value: string) => boolean, code: Code, ...params: ParamsOf<Code>) =>
    query.getAll(name).filter((value) => {
      if (value.trim() === '') return false;
      if (!good(value)) ignored.push(ignore(name, value, code, ...params));
      return good(value);
    });
  const among = <Value extends string>(name: string, values: readonly Value[]) =>
    read(name, (value) => (values as readonly string[]).includes(value), 'CHOICE', { values: values.join(', ') }) as Value[];
  const isKey = (value: string) => /^[\w.-]{1,100}$/.test(value);
  const today = utcToday();
  const day = (name: 'at' | 'asKnownOn') => read(name, (value) => isDate(value) && value <= today, 'DAY_TO_COME', { today })[0] ?? null;
  const at = day('at') ?? today;
  const filter: CellFilter = {
    recommendation: read('recommendation', isKey, 'FILTER_RECOMMENDATION'),
    organization: read('organization', isKey, 'FILTER_ORGANIZATION'),
    status: among('status', statuses),
    judgement: among('judgement', judgements),
    kind: among('kind', ['LEGISLATIVE', 'EXECUTIVE'] as const)[0] ?? null,
    impact: among('impact', impactLetters)[0] ?? null,
  };
  for (const name of flags) {
    const value = among(name, ['true', 'false'] as const)[0];
    if (value) filter[name] = value === 'true';
  }
  const known = [...momentNames, ...listNames, ...flags];
  for (const name of new Set(query.keys()))
    if (!(known as readonly string[]).includes(name) && !['first', 'after'].includes(name)) ignored.push(unknownFilter(name, query.getAll(name), known));
  const yes = (name: 'demo' | 'confirmed' | 'documents') => among(name, ['0', '1'] as const)[0] === '1';
  return {
    report: read('report', isKey, 'NO_REPORT')[0] ?? null,
    moment: { at, known: day('asKnownOn') ?? at, demo: yes('demo') ? 'ONLY' : false, confirmedOnly: yes('confirmed'), documents: yes('documents') },
    filter,
    ignored,
  };
}

import { readAgreementFilter } from '../agreements/address.ts';
import type { AgreementFilter } from '../agreements/list.ts';
import { type Ignored, ignore } from '../records/list.ts';
import { utcToday } from '../uptake/state.ts';
import type { RosterFilter } from './roster.ts';
import { closedFields, type WorkField, type WorkFilter, workFields } from './work.ts';

/** What of the address of the list of vendors is asked of their work, of agreements with them, and of their names. */
export const rosterNames: readonly string[] = [...workFields, 'unSystem', 'wentIntoUse', 'agreement', 'validOn', 'ceilingLeft', 'currency', 'unspsc', 'name'];

/** Reads these, as the page does: `workPlatform=Hyperledger&workRegion=latin-america&unSystem=yes&wentIntoUse=yes&agreement=open`. */
export function readRosterFilter(query: URLSearchParams): RosterFilter & { ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const work: WorkFilter = {};
  for (const field of workFields) {
    const given = [...new Set(query.getAll(field).filter((value) => value.trim() !== ''))];
    const closed: readonly string[] | undefined = (closedFields as Partial<Record<WorkField, readonly string[]>>)[field];
    const known = given.flatMap((value) => {
      const one = closed ? closed.find((some) => some.toLowerCase() === value.toLowerCase()) : value;
      if (one === undefined) ignored.push(ignore(field, value, 'CHOICE', { values: closed?.join(', ') ?? '' }));
      return one === undefined ? [] : [one];
    });
    if (known.length > 0) work[field] = known;
  }
  const yes = (name: string) => query.get(name)?.toLowerCase() === 'yes';
  if (yes('unSystem')) work.unSystem = true;
  if (yes('wentIntoUse')) work.wentIntoUse = true;
  const { filter, ignored: others } = readAgreementFilter(
    new URLSearchParams(['validOn', 'ceilingLeft', 'currency', 'unspsc'].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : []))),
  );
  const wanted = query.get('agreement')?.toLowerCase() ?? '';
  // Any agreement that can be used today, or one that others may use too.
  const asked = wanted === 'open' || wanted === 'any' || Object.values(filter).some((value) => value !== null && !(Array.isArray(value) && value.length === 0));
  const agreement: AgreementFilter | null = asked ? { ...filter, validOn: filter.validOn || utcToday(), ...(wanted === 'open' ? { open: true } : {}) } : null;
  return { work, agreement, name: query.get('name')?.trim() || null, ignored: [...ignored, ...others] };
}

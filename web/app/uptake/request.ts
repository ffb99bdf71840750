import { address } from '../ui/address.ts';
import type { Unknown } from '../ui/list-request.ts';

/** Which state of which report an address asks for, as the API takes it; what it cannot be is set apart. */
export type MomentRequest = {
  report: string | null;
  at: string | null;
  asKnownOn: string | null;
  /** True: the demonstration alone; false: without it; null: as long as nothing real is on record. */
  includeDemo: boolean | null;
  confirmedOnly: boolean;
  includeDocuments: boolean;
  unknown: Unknown[];
};

/** Today as a calendar date, in UTC as in the API. */
export const today = () => new Date().toISOString().slice(0, 10);

/** Whether a text is a date of the calendar: 2026-02-30 is none. */
export function isDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** Keys and slugs of reports, recommendations and organizations; anything else is nobody's. */
export const isKey = (text: string) => /^[\w.-]{1,100}$/.test(text);

/** The names under which an address carries the moment; every page of the uptake hands them on. */
const momentFields = ['report', 'at', 'asKnownOn', 'demo', 'confirmed', 'documents'] as const;

/** Reads `report`, `at`, `asKnownOn`, `demo=0` and `demo=1`, `confirmed=1` and `documents=1`. A value that cannot be is left out and named. */
export function momentRequest(url: URL): MomentRequest {
  const unknown: Unknown[] = [];
  const read = (field: (typeof momentFields)[number], good: (value: string) => boolean): string | null => {
    const value = url.searchParams.get(field) ?? '';
    if (value === '') return null;
    if (good(value)) return value;
    unknown.push({ field, value });
    return null;
  };
  const day = (value: string) => isDate(value) && value <= today();
  return {
    report: read('report', isKey),
    at: read('at', day),
    asKnownOn: read('asKnownOn', day),
    includeDemo: { '0': false, '1': true }[read('demo', (value) => value === '0' || value === '1') ?? ''] ?? null,
    confirmedOnly: read('confirmed', (value) => value === '0' || value === '1') === '1',
    includeDocuments: read('documents', (value) => value === '0' || value === '1') === '1',
    unknown,
  };
}

/** What a page of the uptake hands on to the next: the moment as the address gave it, without what was not understood. */
export function keptMoment(url: URL, unknown: readonly Unknown[] = []): [string, string][] {
  const bad = new Set(unknown.map(({ field }) => field));
  return momentFields.flatMap((field): [string, string][] => {
    const value = url.searchParams.get(field);
    return value && !bad.has(field) ? [[field, value]] : [];
  });
}

/** Addresses of the uptake that keep the moment: `to('/uptake/entries', { status: 'IMPLEMENTED' })`. */
export type To = (path: string, query?: Record<string, string | null | undefined>) => string;
export function addressesFrom(url: URL, unknown: readonly Unknown[] = []): To {
  const kept = keptMoment(url, unknown);
  return (path, query = {}) => {
    const all = new URLSearchParams(kept);
    for (const [name, value] of Object.entries(query)) {
      if (value === null) all.delete(name);
      else if (value !== undefined) all.set(name, value);
    }
    const [bare = path, anchor] = path.split('#');
    return `${address(bare, all)}${anchor ? `#${anchor}` : ''}`;
  };
}
/** What is between the slashes of a cell's address: the number of a formal recommendation, else its slug. */
export const cellPath = (cell: { recommendationNumber: number | null; recommendationSlug: string; organizationSlug: string }) =>
  `/uptake/${cell.recommendationNumber ?? cell.recommendationSlug}/${cell.organizationSlug}`;

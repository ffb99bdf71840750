import { staying, withDoubles } from '../records/merged.ts';
import { type RawBuilder, sql } from 'kysely';
import type { PairWhy } from '#prisma/screening/compare.ts';
import { hashOf } from '#prisma/hash.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { canScreen } from './policy.ts';
import { type NamedContent, namedContents, vendorNames } from './vendor-names.ts';

export const answers = ['SAME', 'NOT_THE_SAME', 'UNDECIDED'] as const;
export type Answer = (typeof answers)[number];
/** Where a candidate stands: nobody has decided, what was decided was on other names, or what was decided. */
export const states = ['OPEN', 'CHANGED', ...answers] as const;
export type State = (typeof states)[number];
export type DecisionRow = { id: string; answer: Answer; reason: string; name: string | null; decidedAs: string; decidedAt: string; holds: boolean };
export type WordRow = { vendorWord: string; listedWord: string; why: PairWhy; alike: number };
export type CandidateRow = {
  id: string;
  vendorId: string;
  vendorTitle: string;
  vendorSlug: string;
  vendorName: string;
  listedName: string;
  entryKey: string;
  entryKind: 'PERSON' | 'ORGANIZATION' | null;
  programme: string | null;
  listedNames: string[];
  score: number;
  namesHash: string;
  current: boolean;
  /** Whether lists show it: it is of the last check, or was decided to be the same. */
  shownNow: boolean;
  words: WordRow[];
  listName: string;
  listedOn: string;
  synthetic: boolean;
  checkedAt: string;
  /** The newest first. */
  decisions: DecisionRow[];
};

/** Where a candidate stands, by its decisions. */
export const stateOf = ({ decisions: [last] }: Pick<CandidateRow, 'decisions'>): State => (!last ? 'OPEN' : last.holds ? last.answer : 'CHANGED');

/** Decisions on the vendor and entry of a candidate `c`. */
const ofCandidate = sql`(d.vendor_id = c.vendor_id OR d.vendor_id = ANY (merged_with(${staying('c.vendor_id')}))) AND d.list_name = c.list_name AND d.entry_key = c.entry_key`;
/** The state of a candidate `c` in SQL, as `stateOf` has it. */
const stateNow = sql<State>`coalesce((SELECT CASE WHEN d.names_hash = c.names_hash THEN d.answer::text ELSE 'CHANGED' END FROM screening_decision d WHERE ${ofCandidate} ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), 'OPEN')`;

/** Which candidates a person sees, on `screening_candidate c` and the vendor `r`: who screens, of the vendors that they see. Every list, page and count goes through it. */
const visibleCandidates = (user: User | null): RawBuilder<boolean> => sql<boolean>`${canScreen(user)} AND ${visibleRecords(viewerOf(user), 'r')}`;

/** Of an entry that was made one with another: until both were compared under the names of the two. */
const stillShown = sql`(c.vendor_id = r.id OR NOT EXISTS (
  SELECT FROM screening_check k JOIN screening_run u ON u.id = k.run_id JOIN screening_list n ON n.id = u.list_id JOIN record d ON d.id = c.vendor_id
  WHERE k.vendor_id = r.id AND n.name = c.list_name AND k.checked_at > d.archived_at))`;
/**
 * Of what was decided to be the same the last candidate, also where the list of today has the entry no more: a list that somebody
 * loads takes back nothing that somebody found.
 */
const decidedSame = sql<string[]>`ARRAY(
  SELECT (SELECT n.id FROM screening_candidate n WHERE n.vendor_id = d.vendor_id AND n.list_name = d.list_name AND n.entry_key = d.entry_key ORDER BY n.id DESC LIMIT 1)
  FROM (SELECT DISTINCT ON (vendor_id, list_name, entry_key) vendor_id, list_name, entry_key, answer FROM screening_decision ORDER BY vendor_id, list_name, entry_key, decided_at DESC, id DESC) d
  WHERE d.answer = 'SAME')`;
/** The candidates that lists and counts show: of the last checks, and what was decided to be the same. */
const shownNow = sql<boolean>`((c.current AND ${stillShown}) OR (NOT c.current AND c.id = ANY (${decidedSame})))`;

export type CandidateFilter = { id?: string; vendor?: string; states?: readonly State[]; first?: number; skip?: number };
/** Candidates of the last checks that a person sees, and those that were decided to be the same, the likeliest first; one by its id also where it is of an older check. */
export async function readCandidates(
  reader: Reader,
  user: User | null,
  { id, vendor, states: some, first = 50, skip = 0 }: CandidateFilter,
): Promise<CandidateRow[]> {
  return rowsOf(
    reader,
    sql<CandidateRow>`
      SELECT c.id, r.id AS "vendorId", r.title AS "vendorTitle", r.slug AS "vendorSlug", c.vendor_name AS "vendorName", c.listed_name AS "listedName", c.entry_key AS "entryKey", e.kind AS "entryKind", e.programme,
        (SELECT json_agg(n.name ORDER BY n.position) FROM screening_name n WHERE n.entry_id = c.entry_id) AS "listedNames", c.score, c.names_hash AS "namesHash", c.current, ${shownNow} AS "shownNow",
        (SELECT coalesce(json_agg(json_build_object('vendorWord', w.vendor_word, 'listedWord', w.listed_word, 'why', w.why, 'alike', w.alike) ORDER BY w.position), '[]') FROM screening_word w WHERE w.candidate_id = c.id) AS words,
        c.list_name AS "listName", l.listed_on::text AS "listedOn", l.synthetic, (SELECT k.checked_at FROM screening_check k WHERE k.run_id = c.run_id AND k.vendor_id = c.vendor_id) AS "checkedAt",
        (SELECT coalesce(json_agg(json_build_object('id', d.id, 'answer', d.answer, 'reason', d.reason, 'decidedAs', d.decided_as, 'decidedAt', d.decided_at, 'holds', d.names_hash = c.names_hash,
            'name', (SELECT p.name FROM person p WHERE p.id = d.decided_by AND p.erased_at IS NULL)) ORDER BY d.decided_at DESC, d.id DESC), '[]')
          FROM screening_decision d WHERE ${ofCandidate}) AS decisions
      FROM screening_candidate c JOIN record r ON r.id = ${staying('c.vendor_id')} JOIN screening_entry e ON e.id = c.entry_id JOIN screening_list l ON l.id = e.list_id
      WHERE ${visibleCandidates(user)} ${id === undefined ? sql`AND ${shownNow}` : sql`AND c.id::text = ${id}`} ${vendor === undefined ? sql`` : sql`AND c.vendor_id = ANY (${withDoubles([vendor])})`}
        ${some ? sql`AND ${stateNow} = ANY (${[...some]}::text[])` : sql``}
      ORDER BY c.score DESC, c.id LIMIT ${first} OFFSET ${skip}`,
  );
}

export type CountRow = { state: State; count: number };
/** How many candidates of the last checks there are, by where they stand. */
export const countCandidates = (reader: Reader, user: User | null): Promise<CountRow[]> =>
  rowsOf(
    reader,
    sql<CountRow>`
      SELECT state, count(*)::int AS count FROM (SELECT ${stateNow} AS state FROM screening_candidate c JOIN record r ON r.id = ${staying('c.vendor_id')} WHERE ${shownNow} AND ${visibleCandidates(user)}) x
      GROUP BY state ORDER BY state`,
  );

export type RunRow = {
  id: string;
  askedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  total: number;
  done: number;
  found: number;
  by: string | null;
};
export type ListRow = {
  id: string;
  name: string;
  format: string;
  listedOn: string;
  hash: string;
  entries: number;
  names: number;
  synthetic: boolean;
  current: boolean;
  loadedAt: string;
  loadedBy: string | null;
  /** Since when it is out of use, by whom and why; null where it is not. */
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  /** The last run over all vendors. */
  run: RunRow | null;
};
const personOf = (column: string) => sql`(SELECT p.name FROM person p WHERE p.id = ${sql.ref(column)} AND p.erased_at IS NULL)`;

/** The lists of today, and those that they took the place of; the newest of a name first, at most 50. */
export const readLists = (reader: Reader, user: User | null): Promise<ListRow[]> =>
  rowsOf(
    reader,
    sql<ListRow>`
      SELECT l.id, l.name, l.format, l.listed_on::text AS "listedOn", l.hash, l.entries, l.names, l.synthetic, l.current, l.loaded_at AS "loadedAt", ${personOf('l.loaded_by')} AS "loadedBy",
        l.withdrawn_at AS "withdrawnAt", ${personOf('l.withdrawn_by')} AS "withdrawnBy", l.withdrawn_reason AS "withdrawnReason",
        (SELECT json_build_object('id', r.id, 'askedAt', r.asked_at, 'startedAt', r.started_at, 'finishedAt', r.finished_at, 'total', r.total, 'done', r.done, 'found', r.found, 'by', ${personOf('r.asked_by')})
          FROM screening_run r WHERE r.list_id = l.id AND r.vendor_id IS NULL ORDER BY r.asked_at DESC LIMIT 1) AS run
      FROM screening_list l WHERE ${canScreen(user)} ORDER BY l.current DESC, l.name, l.loaded_at DESC LIMIT 50`,
  );

export type CheckRow = {
  listName: string;
  listedOn: string;
  synthetic: boolean;
  checkedAt: string;
  by: string | null;
  found: number;
  namesChanged: boolean;
  newerList: string | null;
  /** Since when the list is out of use; null where it is not. */
  withdrawnAt: string | null;
};
type CheckRead = Omit<CheckRow, 'namesChanged'> & { namesHash: string; contents: NamedContent[] };
/** The last check of a vendor against each list by name; nothing for who may not know. */
export async function readChecks(reader: Reader, user: User | null, vendorId: string): Promise<CheckRow[]> {
  const rows = await rowsOf(
    reader,
    sql<CheckRead>`
      SELECT DISTINCT ON (l.name) l.name AS "listName", l.listed_on::text AS "listedOn", l.synthetic, c.checked_at AS "checkedAt", ${personOf('u.asked_by')} AS by, c.candidates AS found, c.names_hash AS "namesHash",
        (SELECT n.listed_on::text FROM screening_list n WHERE n.name = l.name AND n.current AND n.id <> l.id) AS "newerList", l.withdrawn_at AS "withdrawnAt",
        ${namedContents('r.id')} AS contents
      FROM screening_check c JOIN screening_run u ON u.id = c.run_id JOIN screening_list l ON l.id = u.list_id JOIN record r ON r.id = ${staying('c.vendor_id')}
      WHERE c.vendor_id = ANY (${withDoubles([vendorId])}) AND ${visibleCandidates(user)} ORDER BY l.name, c.checked_at DESC`,
  );
  return rows.map(({ namesHash, contents, ...row }) => ({ ...row, namesChanged: hashOf(vendorNames(contents).sort()) !== namesHash }));
}

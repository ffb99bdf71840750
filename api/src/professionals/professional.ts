import { type RawBuilder, sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { ProfessionalAudience } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import { invalidInput } from '../errors.ts';
import { pageSize } from '../records/list.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { ASKED_AFTER_DAYS, HIDDEN_AFTER_DAYS, visibleProfessionals } from './policy.ts';

/** What somebody of the pool offers: an hour of advice, reading an assessment, going there. */
const professionalOffers = ['ADVICE', 'REVIEW', 'MISSION'] as const;
export type ProfessionalOffer = (typeof professionalOffers)[number];

type OrganizationName = { shortName: string; slug: string };
export type ProfessionalRow = {
  id: string;
  personId: string;
  name: string;
  about: string;
  technologies: string[];
  tasks: string[];
  sectors: string[];
  languages: string[];
  countries: string[];
  offers: ProfessionalOffer[];
  availability: string;
  audience: ProfessionalAudience;
  /** Null unless they chose to show it. */
  email: string | null;
  showsAddress: boolean;
  organizations: OrganizationName[];
  works: string[];
  confirmedAt: string;
  /** The day from which nobody sees it unless it is confirmed. */
  hiddenFrom: string;
  edits: number;
};

const day = (column: string) => sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
/** The organizations are those in which the account has a role today: nobody enters them by hand. */
export const organizationsOf = (
  person: RawBuilder<unknown>,
) => sql`(SELECT coalesce(json_agg(json_build_object('shortName', x.short, 'slug', x.slug) ORDER BY x.short), '[]') FROM (
  SELECT DISTINCT o.slug, coalesce(o.content->>'shortName', o.title) AS short FROM membership m JOIN record o ON o.id = m.organization_id WHERE m.person_id = ${person} AND o.archived_at IS NULL) x)`;
const columns = sql`f.id, f.person_id AS "personId", f.name, f.about, f.technologies, f.tasks, f.sectors, f.languages, f.countries, f.offers, f.availability, f.audience,
  CASE WHEN f.shows_address THEN p.email END AS email, f.shows_address AS "showsAddress", ${organizationsOf(sql`f.person_id`)} AS organizations,
  (SELECT coalesce(array_agg(w.record_id::text ORDER BY w.position, w.record_id), '{}') FROM professional_work w WHERE w.professional_id = f.id) AS works,
  ${day('f.confirmed_at')} AS "confirmedAt", (f.confirmed_at::date + ${sql.lit(ASKED_AFTER_DAYS + HIDDEN_AFTER_DAYS)})::text AS "hiddenFrom", f.edits`;
const from = sql`professional f JOIN person p ON p.id = f.person_id`;

/** Somebody of the pool whom a person sees; null for everybody else, as for who has withdrawn. */
export async function readProfessional(reader: Reader, user: User | null, id: string): Promise<ProfessionalRow | null> {
  if (!isUuid(id)) return null;
  return (await rowsOf(reader, sql<ProfessionalRow>`SELECT ${columns} FROM ${from} WHERE f.id = ${id}::uuid AND ${visibleProfessionals(user)}`))[0] ?? null;
}
/** A person's own entry, whoever else sees it. */
export async function readOwnProfessional(reader: Reader, user: User): Promise<ProfessionalRow | null> {
  return (await rowsOf(reader, sql<ProfessionalRow>`SELECT ${columns} FROM ${from} WHERE f.person_id = ${user.id}::uuid`))[0] ?? null;
}

/** What the pool is filtered by, in the order of the page: alternatives within a field, all fields together. */
const professionalFilters = ['organization', 'technology', 'task', 'sector', 'language', 'country', 'offer'] as const;
type FilterName = (typeof professionalFilters)[number];
export type ProfessionalFilter = Partial<Record<FilterName, readonly string[] | null>> & { text?: string | null };
const VALUES_MAX = 50;
const VALUES_SHOWN = 100;
const WORDS_MAX = 10;
const TEXT_MAX = 200;

type Counted = { value: string; label: string; count: number };
export type ProfessionalList = {
  rows: (ProfessionalRow & { cursor: string })[];
  hasNextPage: boolean;
  totalCount: number;
  facets: { field: string; values: Counted[] }[];
};

/** The values of a person under a filter, as an array of texts on the columns of `seen`. */
const values: Record<FilterName, RawBuilder<unknown>> = {
  organization: sql`ARRAY(SELECT o->>'slug' FROM json_array_elements(organizations) o)`,
  technology: sql`technologies`,
  task: sql`tasks`,
  sector: sql`sectors`,
  language: sql`languages`,
  country: sql`countries`,
  offer: sql`offers`,
};
const likeOf = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
const encode = (name: string, id: string) => Buffer.from(JSON.stringify([name, id])).toString('base64url');
function decode(text: string): { name: string; id: string } | FieldFault {
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof name === 'string' && typeof id === 'string' && isUuid(id) && !name.includes('\0')) return { name, id };
  } catch {
    // falls through to the message below
  }
  return fault('after', 'CURSOR');
}

/**
 * A page of the pool by name, with its total and the values that it can be filtered by, in one statement. The counts of a field leave
 * out its own choice.
 * @throws GraphQLError BAD_USER_INPUT for a filter, page size or cursor that cannot be
 */
export async function listProfessionals(
  reader: Reader,
  user: User | null,
  { filter, first, after }: { filter?: ProfessionalFilter | null; first?: number | null; after?: string | null },
): Promise<ProfessionalList> {
  const asked = filter ?? {};
  const faults: FieldFault[] = [];
  for (const name of professionalFilters)
    if ((asked[name]?.length ?? 0) > VALUES_MAX) faults.push(fault(`filter.${name}`, 'VALUES', { max: VALUES_MAX, given: asked[name]?.length ?? 0 }));
  if ((asked.text?.length ?? 0) > TEXT_MAX) faults.push(fault('filter.text', 'QUERY', { max: TEXT_MAX, given: asked.text?.length ?? 0 }));
  const size = pageSize(first, faults);
  const start = after ? decode(after) : null;
  if (start && 'code' in start) faults.push(start);
  if (faults.length > 0) throw invalidInput(faults);
  const chosen = (name: FilterName) => {
    const given = [...(asked[name] ?? [])].map((one) => one.toLowerCase());
    return given.length > 0 ? sql`ARRAY(SELECT lower(v) FROM unnest(${values[name]}) v) && ${given}::text[]` : sql`true`;
  };
  const all = (but?: FilterName) =>
    sql.join(
      professionalFilters.filter((name) => name !== but).map((name) => sql`(${chosen(name)})`),
      sql` AND `,
    );
  const words = (asked.text ?? '').split(/\s+/).filter(Boolean).slice(0, WORDS_MAX);
  const found = words.map(
    (word) =>
      sql` AND concat_ws(' ', f.name, f.about, f.availability, array_to_string(f.technologies || f.tasks, ' '), (SELECT string_agg(coalesce(o.content->>'shortName', '') || ' ' || o.title, ' ') FROM membership m JOIN record o ON o.id = m.organization_id WHERE m.person_id = f.person_id)) ILIKE ${likeOf(word)}`,
  );
  const seek = start && 'name' in start ? sql`AND (lower(name) COLLATE "C", id) > (${start.name} COLLATE "C", ${start.id}::uuid)` : sql``;
  const counts = professionalFilters.map((name) => {
    const value = name === 'organization' ? sql`o->>'slug'` : sql`v`;
    const label = name === 'organization' ? sql`o->>'shortName'` : sql`v`;
    const each = name === 'organization' ? sql`json_array_elements(organizations) o` : sql`unnest(${values[name]}) v`;
    return sql`(SELECT coalesce(json_agg(c), '[]') FROM (SELECT min(${value}) AS value, min(${label}) AS label, count(DISTINCT id)::int AS count FROM seen CROSS JOIN LATERAL ${each} WHERE ${all(name)} GROUP BY lower(${value}) ORDER BY 3 DESC, 2 LIMIT ${VALUES_SHOWN}) c) AS ${sql.ref(name)}`;
  });
  const [answer] = await rowsOf(
    reader,
    sql<{ total: number; rows: (ProfessionalRow & { key: string })[] } & Record<FilterName, Counted[]>>`
      WITH seen AS MATERIALIZED (SELECT ${columns} FROM ${from} WHERE ${visibleProfessionals(user)}${found.length > 0 ? sql.join(found, sql``) : sql``})
      SELECT (SELECT count(*)::int FROM seen WHERE ${all()}) AS total, ${sql.join(counts)},
        (SELECT coalesce(json_agg(x ORDER BY x.key COLLATE "C", x.id), '[]') FROM (
          SELECT *, lower(name) AS key FROM seen WHERE ${all()} ${seek} ORDER BY lower(name) COLLATE "C", id LIMIT ${size + 1}) x) AS rows`,
  );
  if (!answer) throw new Error('The pool could not be read.');
  const { rows, total } = answer;
  return {
    rows: rows.slice(0, size).map(({ key, ...row }) => ({ ...row, cursor: encode(key, row.id) })),
    hasNextPage: rows.length > size,
    totalCount: total,
    facets: professionalFilters.map((field) => ({ field, values: answer[field] })),
  };
}

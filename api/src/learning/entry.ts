import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { fault } from '#i18n/fault.ts';
import { as, raise } from '#prisma/content/check.ts';
import { languageCode } from '#prisma/content/language.ts';
import { isWebAddress, oneLine, turningSign } from '#prisma/content/text.ts';
import type { LearningEntryKind, LearningEntryState } from '#prisma/generated/enums.ts';
import { canOversee } from '../accounts/policy.ts';
import { holds, type User } from '../accounts/user.ts';
import type { Asker } from '../questions/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

/** The levels of para. 286, by the slugs of their entries. */
export const levels = ['learning-programme-staff', 'learning-technical-staff', 'learning-senior-management'] as const;
export const eventKinds = ['TALK', 'STANDARDS_MEETING', 'DEADLINE'] as const;

const optional = (text: string) => text || null;
const line = (max: number) => z.string().overwrite(oneLine).max(max);
const title = line(200)
  .refine((text) => text !== '', as('MISSING'))
  .refine((text) => turningSign(text) === null, as('TURNING'));
const about = z.string().trim().max(1000);
const webAddress = z
  .string()
  .trim()
  .refine((text) => text === '' || isWebAddress(text), as('ADDRESS_WEB'));
const day = z
  .string()
  .trim()
  .refine((text) => text === '' || z.iso.date().safeParse(text).success, as('DATE', { example: '2026-12-10' }));
/** How long it takes, in minutes, as typed; null where it is not stated. */
const minutes = z
  .string()
  .trim()
  .refine((text) => text === '' || (/^\d{1,6}$/.test(text) && Number(text) > 0), as('NUMBER'))
  .transform((text) => (text === '' ? null : Number(text)));
const language = z
  .string()
  .trim()
  .refine((text) => text === '' || languageCode(text) !== undefined, as('LANGUAGE'))
  .transform((text) => (text === '' ? null : (languageCode(text) ?? null)));

/** What is typed of a resource: what is not known stays empty, and is shown as not stated. */
const resource = z.object({
  title,
  about,
  address: webAddress.refine((text) => text !== '', as('MISSING')),
  levels: z
    .array(z.string())
    .refine((given) => given.length > 0 && given.every((one) => (levels as readonly string[]).includes(one)), as('CHOOSE'))
    .transform((given) => [...new Set(given)]),
  language,
  minutes,
  cost: line(60).transform(optional),
});
/** What is typed of an event: whole days, or a day with a time (UTC). */
const event = z
  .object({
    title,
    about,
    address: webAddress.transform(optional),
    what: z.enum(eventKinds),
    day: day.refine((text) => text !== '', as('MISSING')),
    lastDay: day.transform(optional),
    time: z
      .string()
      .trim()
      .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), as('FORMAT'))
      .transform(optional),
    minutes,
    language,
    place: line(200).transform(optional),
  })
  .superRefine((value, context) => {
    if (value.lastDay && value.lastDay < value.day) raise(context, fault('lastDay', 'RANGE_ORDER'));
  });
export type Resource = z.output<typeof resource>;
export type Event = z.output<typeof event>;
export const learningEntry = { RESOURCE: resource, EVENT: event } as const satisfies Record<LearningEntryKind, z.ZodType>;

/** Who decides on what others suggested: publishers, the secretariat and administrators. */
export const decidesLearning = (user: User | null): boolean => canOversee(user) || holds(user, 'PUBLISHER');

/** Which entries somebody sees, as a condition on `e`: those accepted, by their audience; their own; and those who decide all of them. */
const visibleEntries = ({ viewer, user }: Asker): RawBuilder<boolean> =>
  sql<boolean>`((e.state = 'ACCEPTED' AND ${viewer.unSystem ? sql`true` : sql`e.audience = 'PUBLIC'`})
    OR ${user ? sql`e.person_id = ${user.id}::uuid` : sql`false`} OR ${decidesLearning(user) ? sql`true` : sql`false`})`;

export type EntryRow<Content = Resource | Event> = {
  id: string;
  kind: LearningEntryKind;
  content: Content;
  audience: 'PUBLIC' | 'UN_SYSTEM';
  state: LearningEntryState;
  reason: string | null;
  mine: boolean;
  /** Who suggested it, for the UN system; null for others and where they were erased. */
  name: string | null;
  acceptedOn: string | null;
  link: unknown;
};

/** Of one kind and state at most so many are read; the oldest events and resources fall out first. */
const MOST = 200;

/**
 * Entries of a kind that somebody sees: resources by title, events by day.
 * @param from events that end on or after this day (ISO 8601)
 */
export async function readEntries<Content>(
  reader: Reader,
  asker: Asker,
  kind: LearningEntryKind,
  { state, from, own }: { state: LearningEntryState; from?: string | null; own?: boolean },
): Promise<EntryRow<Content>[]> {
  const mine = asker.user ? sql`e.person_id = ${asker.user.id}::uuid` : sql`false`;
  return rowsOf(
    reader,
    sql<EntryRow<Content>>`
      SELECT e.id, e.kind, e.content, e.audience, e.state, e.reason, ${mine} AS mine, CASE WHEN ${asker.viewer.unSystem} AND p.erased_at IS NULL THEN p.name END AS name,
        (e.decided_at AT TIME ZONE 'UTC')::date::text AS "acceptedOn",
        (SELECT json_build_object('state', c.state, 'movedTo', c.moved_to, 'repository', false, 'checkedOn', (c.checked_at AT TIME ZONE 'UTC')::date::text) FROM link_check c WHERE c.address = e.content->>'address') AS link
      FROM learning_entry e JOIN person p ON p.id = e.person_id
      WHERE e.kind = ${kind}::learning_entry_kind AND e.state = ${state}::learning_entry_state AND ${visibleEntries(asker)} AND ${own ? mine : sql`true`}
        ${from ? sql`AND coalesce(e.content->>'lastDay', e.content->>'day') >= ${from}` : sql``}
      ORDER BY ${kind === 'EVENT' ? sql`e.content->>'day', e.content->>'time' NULLS FIRST, e.id` : sql`lower(e.content->>'title'), e.id`} LIMIT ${MOST}`,
  );
}

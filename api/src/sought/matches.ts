import { sql } from 'kysely';
import { vocabulary } from '#i18n/en/vocabulary.ts';
import { mailText } from '#i18n/mail.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { mailAll } from '../contributions/mails.ts';
import { ASKED_AFTER_DAYS, HIDDEN_AFTER_DAYS } from '../professionals/policy.ts';

/** So many projects with experience are named for each that is envisaged, and so many pairs in one mail; the others come with the next. */
const NAMED = 3;
const PAIRS = 10;
/** So many people are told in one run. */
const PEOPLE = 500;

/** What two projects must have in common: the same use, and a sector, a platform or a goal. */
const shared = (facet: string) => sql`(SELECT array_agg(k) FROM unnest(e.facet_keys) k WHERE k LIKE ${`${facet}:%`} AND k = ANY (x.facet_keys))`;

const words: Partial<Record<string, Readonly<Record<string, string>>>> = { use: vocabulary.use, sector: vocabulary.sector };
/** A value that two projects share, as readers know it. */
function inWords(key: string): string {
  const [facet = '', value = ''] = key.split(/:(.*)/s);
  return facet === 'goal' ? mailText('matchGoal', { number: value }) : (words[facet]?.[value] ?? value);
}

type Side = 'PLANS' | 'DID' | 'POOL';
type Told = {
  person: string;
  name: string;
  email: string;
  side: Side;
  pairs: {
    envisaged: string;
    envisagedTitle: string;
    envisagedSlug: string;
    experience: string;
    experienceTitle: string;
    experienceSlug: string;
    why: string[];
  }[];
};

/**
 * Tells the focal points of those who envisage a project, the focal points of those who have done the like, and people of the pool who worked
 * on that, of each other: each pair once to each of them, several in one mail, with what the two have in common. Only public projects are told of,
 * of different owners. Stopped at any time, nobody is told twice and nobody left out.
 * @returns how many mails were queued
 */
export async function tellMatches(db: Database, baseUrl: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const people = await untold(trx);
    for (const { person, name, email, side, pairs } of people) {
      const first = pairs[0];
      if (!first) continue;
      const address = (slug: string) => `${baseUrl}/projects/${slug}`;
      await mailAll(
        trx,
        [{ id: person, name, email }],
        `match:${first.envisaged}:${first.experience}`,
        mailText(side === 'PLANS' ? 'matchPlansSubject' : 'matchDidSubject'),
        () =>
          [
            mailText(`matchLead${side}`),
            ...pairs.map((one) =>
              mailText('matchPair', {
                envisaged: one.envisagedTitle,
                plan: address(one.envisagedSlug),
                experience: one.experienceTitle,
                done: address(one.experienceSlug),
                why: one.why.map(inWords).join(', '),
              }),
            ),
            mailText(`matchWhy${side}`, { pool: `${baseUrl}/people/me` }),
          ].join('\n\n'),
      );
      await sql`INSERT INTO match_told (person_id, envisaged_id, experience_id)
        SELECT ${person}::uuid, * FROM unnest(${pairs.map((one) => one.envisaged)}::uuid[], ${pairs.map((one) => one.experience)}::uuid[]) ON CONFLICT DO NOTHING`.execute(
        trx,
      );
    }
    return people.length;
  });
}

async function untold(trx: Trx): Promise<Told[]> {
  const isPublic = (alias: string) =>
    sql`${sql.ref(`${alias}.kind`)} = 'PROJECT' AND ${sql.ref(`${alias}.audience`)} = 'PUBLIC' AND ${sql.ref(`${alias}.archived_at`)} IS NULL`;
  const focal = (record: string) => sql`
    SELECT m.person_id FROM membership m JOIN record_owner own ON own.organization_id = m.organization_id WHERE own.record_id = ${sql.ref(record)} AND m.role = 'FOCAL_POINT'`;
  const { rows } = await sql<Told>`
    WITH pairs AS MATERIALIZED (
      SELECT * FROM (
        SELECT e.id AS envisaged, x.id AS experience, e.title AS "envisagedTitle", e.slug AS "envisagedSlug", x.title AS "experienceTitle", x.slug AS "experienceSlug", c.why,
          row_number() OVER (PARTITION BY e.id ORDER BY cardinality(c.why) DESC, x.facet_keys @> '{stage:DISCONTINUED}', x.position, x.id) AS place
        FROM record e JOIN record x ON x.id <> e.id CROSS JOIN LATERAL (SELECT ${shared('use')} AS uses, coalesce(${shared('sector')}, '{}') || coalesce(${shared('platform')}, '{}') || coalesce(${shared('goal')}, '{}') AS more) s
        CROSS JOIN LATERAL (SELECT s.uses || s.more AS why) c
        WHERE ${isPublic('e')} AND e.facet_keys @> '{stage:ENVISAGED}' AND ${isPublic('x')} AND x.facet_keys && '{stage:PILOT,stage:IN_USE,stage:SCALED,stage:DISCONTINUED}'
          AND s.uses IS NOT NULL AND cardinality(s.more) > 0
          AND NOT EXISTS (SELECT FROM record_owner o1 JOIN record_owner o2 USING (organization_id) WHERE o1.record_id = e.id AND o2.record_id = x.id)) ranked
      WHERE place <= ${sql.lit(NAMED)}),
    sides AS (
      SELECT DISTINCT ON (z.person_id, p.envisaged, p.experience) z.person_id, z.side, p.*
      FROM pairs p CROSS JOIN LATERAL (
        SELECT f.person_id, 'PLANS' AS side, 1 AS first FROM (${focal('p.envisaged')}) f
        UNION ALL SELECT f.person_id, 'DID', 2 FROM (${focal('p.experience')}) f
        UNION ALL SELECT f.person_id, 'POOL', 3 FROM professional f JOIN professional_work w ON w.professional_id = f.id
          WHERE w.record_id = p.experience AND f.confirmed_at::date > CURRENT_DATE - ${sql.lit(ASKED_AFTER_DAYS + HIDDEN_AFTER_DAYS)} AND EXISTS (SELECT FROM membership m WHERE m.person_id = f.person_id)) z
      WHERE NOT EXISTS (SELECT FROM match_told t WHERE t.person_id = z.person_id AND t.envisaged_id = p.envisaged AND t.experience_id = p.experience)
      ORDER BY z.person_id, p.envisaged, p.experience, z.first),
    -- A mail speaks to one side; what somebody is on the other side of comes with the next run.
    one AS (SELECT *, min(side) OVER (PARTITION BY person_id) AS spoken FROM sides),
    few AS (SELECT *, row_number() OVER (PARTITION BY person_id ORDER BY place, "envisagedTitle", envisaged, experience) AS number FROM one WHERE side = spoken)
    SELECT p.id AS person, p.name, p.email, min(s.side) AS side,
      json_agg(json_build_object('envisaged', s.envisaged, 'envisagedTitle', s."envisagedTitle", 'envisagedSlug', s."envisagedSlug", 'experience', s.experience,
        'experienceTitle', s."experienceTitle", 'experienceSlug', s."experienceSlug", 'why', s.why) ORDER BY s.number) AS pairs
    FROM few s JOIN person p ON p.id = s.person_id WHERE s.number <= ${PAIRS} AND p.suspended_at IS NULL AND p.erased_at IS NULL
    GROUP BY p.id, p.name, p.email ORDER BY p.id LIMIT ${PEOPLE}`.execute(trx);
  return rows;
}

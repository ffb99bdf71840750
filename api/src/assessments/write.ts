import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { evaluate } from '#prisma/instrument/evaluate.ts';
import type { Answers } from '#prisma/instrument/instrument.ts';
import { appendLog } from '#prisma/log.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import { anyone } from '#search/engine.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { type AnswerGiven, answerFaults, answersOf } from '../instruments/answers.ts';
import { type EditionRow, readEdition } from '../instruments/edition.ts';
import { ownedBy, visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { type AssessmentRow, readAssessments } from './assessment.ts';
import { type AssessmentContent, checkContent, linesOf } from './content.ts';
import { canAssess, canEdit, canPublish, canRemove, canReview, canReviewLine, canShare, canSign, signingAs, writerOf } from './policy.ts';

type Done = { id: string };

function titleFaults(title: string): FieldFault[] {
  const line = oneLine(title);
  if (line.length === 0) return [fault('title', 'ASSESSMENT_TITLE')];
  if (line.length > 200) return [fault('title', 'TOO_LONG', { max: 200 })];
  return turningSign(line) === null ? [] : [fault('title', 'TURNING')];
}
const outcomeOf = (edition: EditionRow, answers: Answers) => {
  const { layer, outcome } = evaluate(edition.content, answers).decided;
  return JSON.stringify({ layer, id: outcome.id, title: outcome.title, verdict: outcome.verdict });
};
/** The row that is to be changed, locked; null where the person does not see it. */
async function locked(trx: Trx, user: User, id: string): Promise<AssessmentRow | null> {
  await sql`SELECT 1 FROM assessment WHERE id::text = ${id} FOR UPDATE`.execute(trx);
  return (await readAssessments(trx, user, { id }))[0] ?? null;
}
/** Somebody else saved in between: nothing is overwritten. */
const stale = (run: AssessmentRow, edits: number) => (run.edits === edits ? null : refuse('edits', 'STALE'));

/** Whether an organization may make runs with an edition: whoever sees a run sees its edition, so one that is closed stays with its own. */
const isFor = (edition: EditionRow, organization: string): boolean => edition.audience !== 'OWNERS' || edition.organizationSlug === organization;

export type NewAssessment = { instrument: string; edition?: string | null; title: string; organization: string; answers: readonly AnswerGiven[]; key: string };

/** Begins a run with answers, as a draft for its writer. @throws GraphQLError FORBIDDEN for an organization that the person has no role in */
export async function createAssessment(db: Database, user: User, given: NewAssessment): Promise<Done | ValidationError> {
  if (!canAssess(user, given.organization)) throw forbidden('NO_ROLE_THERE');
  const { key, ...content } = given;
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'createAssessment', key, content },
      // Only where it is not done yet: what was answered first is answered again, also when the edition was taken out of use since.
      async (): Promise<Done | ValidationError> => {
        const edition = await readEdition(trx, user, given);
        if (!edition?.publishedAt) return refuse('edition', 'NO_EDITION');
        if (edition.withdrawnAt) return refuse('edition', 'EDITION_WITHDRAWN');
        if (!isFor(edition, given.organization)) return refuse('edition', 'EDITION_OF_OTHERS');
        const faults = [...titleFaults(given.title), ...answerFaults(edition.content, given.answers)];
        if (faults.length > 0) return new ValidationError(faults);
        const answers = answersOf(edition.content, given.answers);
        return insert(trx, user, {
          editionId: edition.id,
          organization: given.organization,
          title: oneLine(given.title),
          content: { answers, risks: [] },
          outcome: outcomeOf(edition, answers),
          copiedFrom: null,
        });
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}
type Row = { editionId: string; organization: string; title: string; content: AssessmentContent; outcome: string; copiedFrom: string | null };
async function insert(trx: Trx, user: User, row: Row): Promise<Done> {
  const { rows } = await sql<Done>`
    INSERT INTO assessment (edition_id, organization_id, title, content, outcome, created_by, updated_by, copied_from)
    SELECT ${row.editionId}::uuid, o.id, ${row.title}, ${JSON.stringify(row.content)}::jsonb, ${row.outcome}::jsonb, ${user.id}::uuid, ${user.id}::uuid, ${row.copiedFrom}::uuid
    FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${row.organization} RETURNING id`.execute(trx);
  return rows[0] as Done;
}

export type Changes = { title?: string | null; useCase?: string | null; answers?: readonly AnswerGiven[] | null; risks?: unknown; costs?: unknown };

/**
 * Saves what is given and keeps the rest. Of an answer, a text that is absent is kept and an empty one removed; answers that
 * are absent are kept too. A save that names another number than the last is refused.
 */
export async function saveAssessment(db: Database, user: User, id: string, edits: number, changes: Changes): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const run = await locked(trx, user, id);
    if (!run) return refuse('id', 'NO_ASSESSMENT');
    if (run.state === 'SIGNED') return refuse('id', 'SIGNED');
    if (!canEdit(user, run)) throw forbidden('ONLY_ASSESSMENT_WRITERS');
    const other = stale(run, edits);
    if (other) return other;
    const faults = [
      ...(changes.title == null ? [] : titleFaults(changes.title)),
      ...(changes.answers ? answerFaults(run.edition.content, changes.answers) : []),
    ];
    const answers = changes.answers ? { ...run.content.answers, ...merged(run, changes.answers) } : run.content.answers;
    const title = changes.title == null ? run.title : oneLine(changes.title);
    const checked = checkContent({
      ...run.content,
      ...(changes.useCase == null ? {} : { useCase: changes.useCase }),
      answers,
      ...(changes.risks === undefined || changes.risks === null ? {} : { risks: changes.risks }),
      ...(changes.costs === undefined ? {} : { costs: changes.costs ?? undefined }),
    });
    faults.push(...checked.faults, ...(await unknownKeys(trx, checked.content)));
    if (faults.length > 0 || !checked.content) return new ValidationError(faults);
    await sql`
      UPDATE assessment SET title = ${title}, content = ${JSON.stringify(checked.content)}::jsonb, outcome = ${outcomeOf(run.edition, checked.content.answers)}::jsonb,
        edits = edits + 1, updated_by = ${user.id}::uuid, updated_at = now() WHERE id = ${run.id}::uuid`.execute(trx);
    await keepWriters(trx, user, run, { title, content: checked.content });
    return { id: run.id };
  });
}
/** Keeps who wrote the lines that a save changed, so that nobody agrees with their own. */
async function keepWriters(trx: Trx, user: User, run: AssessmentRow, now: Pick<AssessmentRow, 'title' | 'content'>): Promise<void> {
  const before = new Map(linesOf(run).map(({ line, hash }) => [line, hash]));
  const lines = linesOf(now)
    .filter(({ line, hash }) => before.get(line) !== hash)
    .map(({ line }) => line);
  if (lines.length === 0) return;
  await sql`
    INSERT INTO assessment_line (assessment_id, line, written_by) SELECT ${run.id}::uuid, line, ${user.id}::uuid FROM unnest(${lines}::text[]) AS line
    ON CONFLICT (assessment_id, line) DO UPDATE SET written_by = excluded.written_by`.execute(trx);
}
function merged(run: AssessmentRow, given: readonly AnswerGiven[]): Answers {
  const now = answersOf(run.edition.content, given);
  return Object.fromEntries(
    given.flatMap((one) => {
      const before = run.content.answers[one.question];
      const answer = now[one.question];
      if (!answer) return [];
      const kept = Object.fromEntries(
        (['reason', 'note', 'evidence'] as const).flatMap((field) => (one[field] == null && before?.[field] ? [[field, before[field]]] : [])),
      );
      return [[one.question, { ...kept, ...answer }]];
    }),
  );
}
/** Risks and mitigations that are named by a key must be in the library. */
async function unknownKeys(trx: Trx, content: AssessmentContent | null): Promise<FieldFault[]> {
  const keys = (content?.risks ?? []).flatMap(({ risk, mitigations }) => [...(risk ? [risk] : []), ...mitigations]);
  if (keys.length === 0) return [];
  const { rows } = await sql<{
    key: string;
  }>`SELECT kind || ' ' || source_key AS key FROM record WHERE kind IN ('RISK', 'MITIGATION') AND source_key = ANY (${keys}::text[])`.execute(trx);
  const known = new Set(rows.map(({ key }) => key));
  return (content?.risks ?? []).flatMap(({ risk, mitigations }, index) => [
    ...(risk && !known.has(`RISK ${risk}`) ? [fault(`risks.${index}.risk`, 'NO_RISK')] : []),
    ...mitigations
      .filter((key) => !known.has(`MITIGATION ${key}`))
      .map((key) => fault(`risks.${index}.mitigations`, 'NO_MITIGATION', { key: key.slice(0, 60) })),
  ]);
}

/** Opens a draft to the organization, or takes it back. */
export async function shareAssessment(db: Database, user: User, id: string, edits: number, shared: boolean): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const run = await locked(trx, user, id);
    if (!run) return refuse('id', 'NO_ASSESSMENT');
    if (run.state === 'SIGNED') return refuse('id', 'SIGNED');
    if (!canShare(user, run)) throw forbidden('ONLY_ASSESSMENT_SHARERS');
    const other = stale(run, edits);
    if (other) return other;
    await sql`UPDATE assessment SET state = ${shared ? 'SHARED' : 'DRAFT'}::assessment_state, updated_at = now() WHERE id = ${run.id}::uuid`.execute(trx);
    return { id: run.id };
  });
}

export type ReviewedLine = { line: string; agrees: boolean; text?: string | null };
/** A second person says of lines whether they agree. What is said holds while the line stays as it is. */
export async function reviewAssessment(
  db: Database,
  user: User,
  id: string,
  edits: number,
  reviewed: readonly ReviewedLine[],
): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const run = await locked(trx, user, id);
    if (!run) return refuse('id', 'NO_ASSESSMENT');
    if (!canReview(user, run)) throw forbidden('ONLY_ASSESSMENT_REVIEWERS');
    const other = stale(run, edits);
    if (other) return other;
    const lines = new Map(linesOf(run).map(({ line, hash }) => [line, hash]));
    if (reviewed.length > lines.size) return refuse('lines', 'TOO_MANY_ITEMS', { max: lines.size });
    const seen = new Set<string>();
    const faults = reviewed.flatMap(({ line, agrees, text }): FieldFault[] => {
      if (!lines.has(line)) return [fault(line.slice(0, 100), 'NO_LINE')];
      if (seen.has(line)) return [fault(line, 'LINE_TWICE')];
      seen.add(line);
      if (!canReviewLine(user, run, line)) return [fault(line, 'OWN_LINE')];
      if ((text?.length ?? 0) > 2000) return [fault(line, 'TOO_LONG', { max: 2000 })];
      if (turningSign(text ?? '') !== null) return [fault(line, 'TURNING')];
      return agrees || text?.trim() ? [] : [fault(line, 'DISAGREE')];
    });
    if (faults.length > 0) return new ValidationError(faults);
    const rows = reviewed.map(({ line, agrees, text }) => ({ line, hash: lines.get(line), agrees, text: text?.trim() ?? '' }));
    await sql`
      INSERT INTO assessment_review (assessment_id, line, line_hash, agrees, text, written_by)
      SELECT ${run.id}::uuid, x.line, x.hash, x.agrees, x.text, ${user.id}::uuid FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (line text, hash text, agrees boolean, text text)`.execute(
      trx,
    );
    return { id: run.id };
  });
}

/** Lines that nobody but their writer agreed with as they are now, or that somebody does not agree with. */
export const unreviewed = (run: AssessmentRow) =>
  linesOf(run)
    .filter(({ line, hash }) => {
      const said = run.reviews.filter((one) => one.line === line && one.lineHash === hash && one.writtenBy !== writerOf(run, line));
      return said.length === 0 || said.some(({ agrees }) => !agrees);
    })
    .map(({ line }) => line);

/** Freezes a run of which every line was agreed with by a second person, and seals it in the log. */
export async function signAssessment(db: Database, user: User, id: string, edits: number): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const run = await locked(trx, user, id);
    if (!run) return refuse('id', 'NO_ASSESSMENT');
    if (run.state === 'SIGNED') return { id: run.id };
    if (!canSign(user, run)) throw forbidden('ONLY_ASSESSMENT_SIGNERS');
    const other = stale(run, edits);
    if (other) return other;
    const open = unreviewed(run);
    if (Object.keys(run.content.answers).length === 0) return refuse('answers', 'UNANSWERED');
    if (open.length > 0) return refuse('reviews', 'UNREVIEWED', { lines: open.length });
    await sql`UPDATE assessment SET state = 'SIGNED', signed_by = ${user.id}::uuid, signed_as = ${signingAs(user, run.organizationSlug)}, signed_at = now() WHERE id = ${run.id}::uuid`.execute(
      trx,
    );
    await appendLog(trx, [
      { kind: 'ASSESSMENT_SIGNED', body: { subject: run.id } },
      { kind: 'ASSESSMENT_REVIEWED', body: { subject: run.id } },
    ]);
    return { id: run.id };
  });
}

/** Audiences, the widest first. */
const widest: readonly AssessmentRow['audience'][] = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'];
/** Says who sees a signed run, and which project or envisaged use of the organization it belongs to. */
export async function publishAssessment(
  db: Database,
  user: User,
  id: string,
  { publications, audience, project }: { publications: number; audience: AssessmentRow['audience']; project?: string | null },
): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const run = await locked(trx, user, id);
    if (!run) return refuse('id', 'NO_ASSESSMENT');
    if (run.state !== 'SIGNED') return refuse('id', 'UNSIGNED');
    if (!canPublish(user, run)) throw forbidden('ONLY_ASSESSMENT_PUBLISHERS');
    // Somebody else said who sees it in between: a page that is older opens nothing again.
    if (run.publications !== publications) return refuse('publications', 'STALE');
    // A run shows its edition, which stays as closed as it is.
    if (widest.indexOf(audience) < widest.indexOf(run.edition.audience)) return refuse('audience', 'EDITION_CLOSED');
    const { rows } = await sql<Done>`
      SELECT r.id FROM record r WHERE r.kind = 'PROJECT' AND r.slug = ${project ?? ''} AND ${visibleRecords(anyone)} AND ${ownedBy({ organizationIds: [run.organizationId] })}`.execute(
      trx,
    );
    // What is asked of a project stands on its page: only an owner puts it there.
    if (project && !rows[0]) return refuse('project', 'NO_PROJECT_FOR_ALL');
    await sql`UPDATE assessment SET audience = ${audience}::audience, record_id = ${rows[0]?.id ?? null}::uuid, published_at = now(), published_by = ${user.id}::uuid, publications = publications + 1 WHERE id = ${run.id}::uuid`.execute(
      trx,
    );
    await appendLog(trx, [{ kind: 'ASSESSMENT_PUBLISHED', body: { subject: run.id } }]);
    return { id: run.id };
  });
}

/** A new draft with what a run holds, whoever wrote that. */
export async function copyAssessment(
  db: Database,
  user: User,
  id: string,
  { title, organization, key }: { title: string; organization: string; key: string },
): Promise<Done | ValidationError> {
  if (!canAssess(user, organization)) throw forbidden('NO_ROLE_THERE');
  const faults = titleFaults(title);
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'copyAssessment', key, content: { id, title, organization } },
      async () => {
        const run = (await readAssessments(trx, user, { id }))[0];
        if (!run) return refuse('id', 'NO_ASSESSMENT');
        if (run.edition.withdrawnAt) return refuse('edition', 'EDITION_WITHDRAWN');
        if (!isFor(run.edition, organization)) return refuse('edition', 'EDITION_OF_OTHERS');
        const called = oneLine(title);
        const done = await insert(trx, user, {
          editionId: run.edition.id,
          organization,
          title: called,
          content: run.content,
          outcome: JSON.stringify(run.outcome),
          copiedFrom: run.id,
        });
        // Whoever wrote a line wrote it here too: a copy makes nobody a second person for their own words.
        const writers = linesOf({ title: called, content: run.content }).flatMap(({ line }) => {
          const writer = line === 'title' ? user.id : writerOf(run, line);
          return writer && writer !== user.id ? [{ line, writer }] : [];
        });
        await sql`
          INSERT INTO assessment_line (assessment_id, line, written_by)
          SELECT ${done.id}::uuid, x.line, x.writer FROM jsonb_to_recordset(${JSON.stringify(writers)}::jsonb) AS x (line text, writer uuid)`.execute(trx);
        return done;
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/** Removes a draft as who asks saw it last. A second time changes nothing. */
export async function removeAssessment(db: Database, user: User, id: string, edits: number): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const run = await locked(trx, user, id);
    if (!run) return { id };
    if (!canRemove(user, run)) throw forbidden('ONLY_ASSESSMENT_REMOVERS');
    const other = stale(run, edits);
    if (other) return other;
    await sql`DELETE FROM assessment WHERE id = ${run.id}::uuid`.execute(trx);
    return { id: run.id };
  });
}

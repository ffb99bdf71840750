import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from './database.ts';
import { hashOf } from './hash.ts';

/**
 * Kinds of entries that seal a row which is no version of a record: where it lies, and what of it the seal covers. An entry of
 * such a kind names the row in its body as `subject` (`record` where it is a record); the seal is added when it is appended.
 */
export type SealedKind = {
  /** What it is in the sentences of a check. */
  called: string;
  /** Rows that are not real (demonstration data) are left out: they come and go. */
  from: string;
  key: string;
  where: string;
  /** SQL of a JSON value. Once entries exist it never changes for them: a column that comes later is in it only where it is not null, or needs a kind of its own. */
  contents: string;
  /** Which entry of one row holds: rows that are never changed have one, others the last. */
  holds: 'FIRST' | 'LAST';
};

/** A moment as SQL text, the same in every session: ISO 8601 in UTC with microseconds. */
export const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What is done to a real report is real, whatever its own row says of itself. */
const ofReal = 'NOT (t.demo AND EXISTS (SELECT FROM uptake_entry u WHERE u.id = t.entry_id AND u.demo))';

const campaign: SealedKind = {
  called: 'the campaign',
  from: 'campaign t',
  key: 't.id',
  where: 'NOT t.demo',
  contents: `jsonb_build_object('report', t.report_id, 'title', t.title, 'message', t.message, 'opensOn', t.opens_on, 'closesOn', t.closes_on, 'closedAt', ${moment('t.closed_at')},
    'reminderDays', to_jsonb(t.reminder_days), 'escalationDays', t.escalation_days, 'openedBy', t.opened_by, 'openedAt', ${moment('t.opened_at')},
    'organizations', (SELECT coalesce(jsonb_agg(x.organization_id ORDER BY x.organization_id), '[]') FROM campaign_organization x WHERE x.campaign_id = t.id))`,
  holds: 'LAST',
};
/** Not of demonstration data. */
const ofAgreement = 'EXISTS (SELECT FROM agreement a WHERE a.id = t.agreement_id AND NOT a.demo)';
const agreementTerms: SealedKind = {
  called: 'the terms of the agreement',
  from: 'agreement_version t',
  key: 't.id',
  where: ofAgreement,
  // Until when a version holds follows from the next one.
  contents: `(SELECT jsonb_build_object('agreement', t.agreement_id, 'holder', a.organization_id, 'vendor', a.vendor_id) FROM agreement a WHERE a.id = t.agreement_id)
    || jsonb_build_object('version', t.version, 'holdsFrom', t.holds_from, 'reason', t.reason, 'number', t.number, 'title', t.title, 'scope', t.scope, 'unspsc', to_jsonb(t.unspsc),
      'startsOn', t.starts_on, 'endsOn', t.ends_on, 'ceiling', t.ceiling::text, 'currency', t.currency, 'callOff', t.call_off, 'use', t.use, 'useTerms', t.use_terms, 'contact', t.contact,
      'documentLabel', t.document_label, 'documentAddress', t.document_address, 'documentFile', t.document_file, 'source', t.source, 'writtenBy', t.written_by, 'writtenAt', ${moment('t.written_at')})`,
  holds: 'FIRST',
};
const archive: SealedKind = {
  called: 'the archiving of',
  from: 'record t',
  key: 't.id',
  where: '(t.archived_at IS NOT NULL OR t.archived_reason IS NOT NULL)',
  contents: `jsonb_build_object('archivedAt', ${moment('t.archived_at')}, 'archivedReason', t.archived_reason, 'mergedInto', t.merged_into)`,
  holds: 'LAST',
};

export const sealedKinds = {
  UPTAKE_REPORTED: {
    called: 'the uptake entry',
    from: 'uptake_entry t',
    key: 't.id',
    where: 'NOT t.demo',
    contents: `jsonb_build_object('sequence', t.sequence, 'action', t.action_id, 'effectiveDate', t.effective_date, 'enteredOn', t.entered_on, 'enteredAt', ${moment('t.entered_at')}, 'enteredBy', t.entered_by,
      'enteredAs', t.entered_as, 'acceptance', t.acceptance, 'implementation', t.implementation, 'responsibleUnit', t.responsible_unit, 'officer', t.officer, 'targetDate', t.target_date, 'comment', t.comment,
      'commentAudience', t.comment_audience, 'decisionSymbol', t.decision_symbol, 'financialImplication', t.financial_implication, 'impactSeen', t.impact_seen, 'source', t.source,
      'sourceReference', t.source_reference, 'evidence', t.evidence) || jsonb_strip_nulls(jsonb_build_object('inPart', t.in_part, 'sourcePlace', t.source_place))`,
    holds: 'FIRST',
  },
  UPTAKE_CONFIRMED: {
    called: 'the confirmation of the uptake entry',
    from: 'uptake_confirmation t',
    key: 't.entry_id',
    where: ofReal,
    contents: `jsonb_build_object('confirmedOn', t.confirmed_on, 'confirmedAt', ${moment('t.confirmed_at')}, 'confirmedBy', t.confirmed_by)`,
    holds: 'FIRST',
  },
  UPTAKE_PUBLISHED: {
    called: 'the publication of the uptake entry',
    from: 'uptake_publication t',
    key: 't.entry_id',
    where: ofReal,
    contents: `jsonb_build_object('publishedOn', t.published_on, 'publishedAt', ${moment('t.published_at')}, 'publishedBy', t.published_by, 'told', t.told, 'answerBy', t.answer_by)`,
    holds: 'FIRST',
  },
  UPTAKE_WITHDRAWN: {
    called: 'the withdrawal of the uptake entry',
    from: 'uptake_withdrawal t',
    key: 't.entry_id',
    where: ofReal,
    contents: `jsonb_build_object('withdrawnOn', t.withdrawn_on, 'withdrawnAt', ${moment('t.withdrawn_at')}, 'withdrawnBy', t.withdrawn_by, 'withdrawnAs', t.withdrawn_as, 'reason', t.reason)`,
    holds: 'FIRST',
  },
  UPTAKE_REMARKED: {
    called: 'the remark',
    from: 'uptake_comment t',
    key: 't.id',
    where: 'NOT t.demo',
    contents: `jsonb_build_object('action', t.action_id, 'writtenAt', ${moment('t.written_at')}, 'writtenBy', t.written_by, 'writtenAs', t.written_as, 'text', t.text, 'audience', t.audience)`,
    holds: 'FIRST',
  },
  UPTAKE_JUDGED: {
    called: 'the judgement',
    from: 'uptake_judgement t',
    key: 't.id',
    where: 'NOT t.demo',
    contents: `jsonb_build_object('sequence', t.sequence, 'action', t.action_id, 'entry', t.entry_id, 'judgement', t.judgement, 'priority', t.priority, 'reason', t.reason, 'voice', t.voice, 'reference', t.reference,
      'effectiveDate', t.effective_date, 'judgedOn', t.judged_on, 'judgedAt', ${moment('t.judged_at')}, 'judgedBy', t.judged_by)`,
    holds: 'FIRST',
  },
  UPTAKE_WITHDRAWAL_ASKED: {
    called: 'the request to withdraw the uptake entry',
    from: 'uptake_withdrawal_request t',
    key: 't.id',
    where: ofReal,
    contents: `jsonb_build_object('entry', t.entry_id, 'reason', t.reason, 'askedOn', t.asked_on, 'askedAt', ${moment('t.asked_at')}, 'askedBy', t.asked_by, 'askedAs', t.asked_as)`,
    holds: 'FIRST',
  },
  UPTAKE_WITHDRAWAL_ANSWERED: {
    called: 'the answer to the request to withdraw the uptake entry',
    from: 'uptake_withdrawal_request t',
    key: 't.id',
    where: `t.agreed IS NOT NULL AND ${ofReal}`,
    contents: `jsonb_build_object('agreed', t.agreed, 'answer', t.answer, 'answeredAt', ${moment('t.answered_at')}, 'answeredBy', t.answered_by, 'answeredAs', t.answered_as)`,
    holds: 'FIRST',
  },
  UPTAKE_ACTIVITY_KEPT: {
    called: 'the activity',
    from: 'uptake_activity t',
    key: 't.id',
    where: 'NOT t.demo',
    contents: `jsonb_build_object('sequence', t.sequence, 'activity', t.activity_id, 'organization', t.organization_id, 'title', t.title, 'lead', t.lead, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'indicator', t.indicator, 'result', t.result,
      'evidence', t.evidence, 'audience', t.audience, 'withdrawn', t.withdrawn, 'enteredOn', t.entered_on, 'enteredAt', ${moment('t.entered_at')}, 'enteredBy', t.entered_by, 'enteredAs', t.entered_as,
      'actions', (SELECT coalesce(jsonb_agg(x.action_id ORDER BY x.action_id), '[]') FROM uptake_activity_action x WHERE x.version_id = t.id))`,
    holds: 'FIRST',
  },
  UPTAKE_ACTIVITY_CONFIRMED: {
    called: 'the confirmation of the activity',
    from: 'uptake_activity_confirmation t',
    key: 't.version_id',
    where: 'NOT t.demo',
    contents: `jsonb_build_object('confirmedOn', t.confirmed_on, 'confirmedAt', ${moment('t.confirmed_at')}, 'confirmedBy', t.confirmed_by)`,
    holds: 'FIRST',
  },
  ASSESSMENT_SIGNED: {
    called: 'the assessment',
    from: 'assessment t',
    key: 't.id',
    where: "t.state = 'SIGNED'",
    contents: `jsonb_build_object('edition', (SELECT e.instrument || ' ' || e.edition || ' ' || e.hash FROM instrument_edition e WHERE e.id = t.edition_id), 'organization', t.organization_id, 'title', t.title, 'content', t.content, 'outcome', t.outcome, 'shipped', t.shipped,
      'createdBy', t.created_by, 'createdAt', ${moment('t.created_at')}, 'updatedBy', t.updated_by, 'updatedAt', ${moment('t.updated_at')}, 'signedBy', t.signed_by, 'signedAs', t.signed_as, 'signedAt', ${moment('t.signed_at')}, 'edits', t.edits)`,
    holds: 'FIRST',
  },
  // What a second person said of each line, as it was when the assessment was signed.
  ASSESSMENT_REVIEWED: {
    called: 'the review of the assessment',
    from: 'assessment t',
    key: 't.id',
    where: "t.state = 'SIGNED' AND t.shipped IS NULL",
    contents: `jsonb_build_object('writers', (SELECT jsonb_object_agg(l.line, l.written_by) FROM assessment_line l WHERE l.assessment_id = t.id), 'reviews', (SELECT jsonb_agg(jsonb_build_object('line', v.line, 'lineHash', v.line_hash, 'agrees', v.agrees, 'text', v.text, 'writtenBy', v.written_by, 'writtenAt', ${moment('v.written_at')}) ORDER BY v.id)
      FROM assessment_review v WHERE v.assessment_id = t.id))`,
    holds: 'FIRST',
  },
  ASSESSMENT_PUBLISHED: {
    called: 'who sees the assessment',
    from: 'assessment t',
    key: 't.id',
    // What is for more people than its organization, or stands with a project.
    where: "(t.publications > 0 OR t.published_at IS NOT NULL OR t.record_id IS NOT NULL OR t.audience <> 'OWNERS')",
    contents: `jsonb_build_object('audience', t.audience, 'record', t.record_id, 'publishedAt', ${moment('t.published_at')}, 'publishedBy', t.published_by, 'publications', t.publications)`,
    holds: 'LAST',
  },
  EDITION_PUBLISHED: {
    called: 'the edition',
    from: 'instrument_edition t',
    key: 't.id',
    where: 't.published_at IS NOT NULL',
    contents: `jsonb_build_object('title', t.title, 'instrument', t.instrument, 'edition', t.edition, 'hash', t.hash, 'content', encode(sha256(convert_to(t.content::text, 'UTF8')), 'hex'), 'basedOn', t.based_on, 'edits', t.edits, 'organization', t.organization_id, 'audience', t.audience,
      'createdBy', t.created_by, 'createdAt', ${moment('t.created_at')}, 'writers', to_jsonb(t.writers), 'publishedBy', t.published_by, 'publishedAt', ${moment('t.published_at')})`,
    holds: 'FIRST',
  },
  EDITION_WITHDRAWN: {
    called: 'the withdrawal of the edition',
    from: 'instrument_edition t',
    key: 't.id',
    where: 't.withdrawn_at IS NOT NULL',
    contents: `jsonb_build_object('title', t.title, 'withdrawnAt', ${moment('t.withdrawn_at')}, 'withdrawnBy', t.withdrawn_by, 'withdrawnReason', t.withdrawn_reason)`,
    holds: 'LAST',
  },
  EDITION_RETURNED: {
    called: 'the bringing back of the edition',
    from: 'instrument_edition t',
    key: 't.id',
    where: 't.returned_at IS NOT NULL',
    contents: `jsonb_build_object('title', t.title, 'returnedAt', ${moment('t.returned_at')}, 'returnedBy', t.returned_by, 'returnedReason', t.returned_reason)`,
    holds: 'LAST',
  },
  SCREENING_LIST_LOADED: {
    called: 'the sanctions list',
    from: 'screening_list t',
    key: 't.id',
    where: 'true',
    contents: `jsonb_build_object('title', t.name, 'format', t.format, 'listedOn', t.listed_on, 'hash', t.hash, 'entries', t.entries, 'names', t.names, 'loadedBy', t.loaded_by, 'loadedAt', ${moment('t.loaded_at')})`,
    holds: 'FIRST',
  },
  SCREENING_LIST_WITHDRAWN: {
    called: 'the taking out of use of the sanctions list',
    from: 'screening_list t',
    key: 't.id',
    where: 't.withdrawn_at IS NOT NULL',
    contents: `jsonb_build_object('title', t.name, 'withdrawnAt', ${moment('t.withdrawn_at')}, 'withdrawnBy', t.withdrawn_by, 'withdrawnReason', t.withdrawn_reason)`,
    holds: 'FIRST',
  },
  // With a digest of who was compared and what was found, so that nothing of it can be taken out.
  SCREENING_DONE: {
    called: 'the screening',
    from: 'screening_run t',
    key: 't.id',
    where: 't.finished_at IS NOT NULL',
    contents: `jsonb_build_object('title', (SELECT l.name FROM screening_list l WHERE l.id = t.list_id), 'list', t.list_id, 'vendor', t.vendor_id, 'askedBy', t.asked_by, 'askedAs', t.asked_as, 'askedAt', ${moment('t.asked_at')},
      'finishedAt', ${moment('t.finished_at')}, 'total', t.total, 'found', t.found,
      'checks', (SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', c.vendor_id, c.names_hash, c.candidates), E'\n' ORDER BY c.vendor_id), ''), 'UTF8')), 'hex') FROM screening_check c WHERE c.run_id = t.id),
      'candidates', (SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', c.vendor_id, c.list_name, c.entry_key, c.score, c.names_hash, c.vendor_name, c.listed_name), E'\n' ORDER BY c.id), ''), 'UTF8')), 'hex')
        FROM screening_candidate c WHERE c.run_id = t.id)) || CASE WHEN t.sealed_whole THEN jsonb_build_object(
      'checkedAt', (SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', c.vendor_id, ${moment('c.checked_at')}), E'\n' ORDER BY c.vendor_id), ''), 'UTF8')), 'hex') FROM screening_check c WHERE c.run_id = t.id),
      'words', (SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', w.candidate_id, w.position, w.vendor_word, w.listed_word, w.why, w.alike), E'\n' ORDER BY w.candidate_id, w.position), ''), 'UTF8')), 'hex')
        FROM screening_word w JOIN screening_candidate c ON c.id = w.candidate_id WHERE c.run_id = t.id)) ELSE '{}' END`,
    holds: 'FIRST',
  },
  SCREENING_DECIDED: {
    called: 'the decision of a screening of',
    from: 'screening_decision t',
    key: 't.id',
    where: 'true',
    contents: `jsonb_build_object('vendor', t.vendor_id, 'title', t.list_name || ' ' || t.entry_key, 'namesHash', t.names_hash, 'answer', t.answer, 'reason', t.reason, 'decidedBy', t.decided_by, 'decidedAs', t.decided_as, 'decidedAt', ${moment('t.decided_at')})`,
    holds: 'FIRST',
  },
  AGREEMENT_KEPT: agreementTerms,
  AGREEMENT_AMENDED: agreementTerms,
  AGREEMENT_DRAWN: {
    called: 'what was drawn under the agreement',
    from: 'agreement_drawing t',
    key: 't.id',
    where: ofAgreement,
    contents: `jsonb_build_object('agreement', t.agreement_id, 'drawn', t.drawn::text, 'onDay', t.on_day, 'source', t.source, 'writtenBy', t.written_by, 'writtenAt', ${moment('t.written_at')})`,
    holds: 'FIRST',
  },
  AGREEMENT_OPENED: {
    called: 'who sees the agreement',
    from: 'agreement t',
    key: 't.id',
    // What is for more people than its holder's.
    where: "NOT t.demo AND (t.openings > 0 OR t.opened_at IS NOT NULL OR t.audience <> 'OWNERS')",
    contents: `jsonb_build_object('audience', t.audience, 'openings', t.openings, 'openedBy', t.opened_by, 'openedAt', ${moment('t.opened_at')})`,
    holds: 'LAST',
  },
  AGREEMENT_ASKED: {
    called: 'the request for the use of the agreement',
    from: 'agreement_request t',
    key: 't.id',
    where: ofAgreement,
    contents: `jsonb_build_object('agreement', t.agreement_id, 'organization', t.organization_id, 'text', t.text, 'askedBy', t.asked_by, 'askedAt', ${moment('t.asked_at')})`,
    holds: 'FIRST',
  },
  AGREEMENT_ANSWERED: {
    called: 'the answer to the request for the use of the agreement',
    from: 'agreement_request t',
    key: 't.id',
    where: `t.granted IS NOT NULL AND ${ofAgreement}`,
    contents: `jsonb_build_object('granted', t.granted, 'answer', t.answer, 'answeredBy', t.answered_by, 'answeredAt', ${moment('t.answered_at')})`,
    holds: 'FIRST',
  },
  INFORMATION_ASKED: {
    called: 'the request for information',
    from: 'information_request t',
    key: 't.id',
    where: 'true',
    contents: `jsonb_build_object('organization', t.organization_id, 'subject', t.subject, 'text', t.text, 'answerBy', t.answer_by, 'askedBy', t.asked_by, 'askedAt', ${moment('t.asked_at')},
      'vendors', (SELECT jsonb_agg(jsonb_build_array(v.vendor_id, v.contacts) ORDER BY v.vendor_id) FROM information_request_vendor v WHERE v.request_id = t.id))`,
    holds: 'FIRST',
  },
  INFORMATION_ANSWERED: {
    called: 'the answer to the request for information',
    from: 'information_answer t',
    key: 't.id',
    where: 'true',
    // Without the name of who answered, which can be erased.
    contents: `jsonb_build_object('vendor', t.request_vendor_id, 'text', t.text, 'answeredAt', ${moment('t.answered_at')})
      || CASE WHEN t.vendor_id IS NULL THEN '{}' ELSE jsonb_build_object('ofVendor', (SELECT v.vendor_id FROM information_request_vendor v WHERE v.id = t.request_vendor_id)) END`,
    holds: 'FIRST',
  },
  STATEMENT_OPENED: {
    called: 'the opening of the statement of a company',
    from: 'company_opening t',
    key: 't.id',
    where: 'true',
    contents: `jsonb_build_object('code', t.code_id, 'openedBy', t.opened_by, 'openedAt', ${moment('t.opened_at')})`,
    holds: 'FIRST',
  },
  CAMPAIGN_OPENED: campaign,
  CAMPAIGN_CHANGED: campaign,
  CAMPAIGN_CLOSED: campaign,
  RECORD_ARCHIVED: archive,
  RECORD_UNARCHIVED: archive,
  // Both hold a digest of each part, so that a check names the part that differs.
  ACTIONS_LOADED: {
    called: 'the table of actions of the report',
    from: 'record t',
    key: 't.id',
    where: 'EXISTS (SELECT FROM report_column c WHERE c.report_id = t.id)',
    contents: `(SELECT jsonb_object_agg(name, value) FROM (
      SELECT 'column ' || c.organization_id AS name, jsonb_build_array(c.position, c.for_information) AS value FROM report_column c WHERE c.report_id = t.id
      UNION ALL
      SELECT 'action ' || a.id, jsonb_build_array(a.recommendation_id, a.organization_id, a.kind, a.printed, a.note, a.position) FROM action a WHERE a.report_id = t.id) parts)`,
    holds: 'LAST',
  },
  PARAGRAPHS_LOADED: {
    called: 'the text of the source',
    from: 'record t',
    key: 't.id',
    where: 'EXISTS (SELECT FROM paragraph p WHERE p.source_id = t.id)',
    contents: `(SELECT jsonb_object_agg('paragraph ' || p.number, encode(sha256(convert_to(p.text, 'UTF8')), 'hex')) FROM paragraph p WHERE p.source_id = t.id)`,
    holds: 'LAST',
  },
  // For versions from before entries sealed reasons: what their own entries do not cover (docs/decisions/021).
  RECORD_SEALED: {
    called: 'the versions of',
    from: 'record t',
    key: 't.id',
    where: 'true',
    contents: `(SELECT jsonb_object_agg('version ' || v.number, jsonb_build_object('reason', v.reason, 'restores', v.restores, 'previous', v.previous)) FROM revision v WHERE v.record_id = t.id)`,
    holds: 'FIRST',
  },
} satisfies Record<string, SealedKind>;
export type Sealable = keyof typeof sealedKinds;
const isSealable = (kind: string): kind is Sealable => Object.hasOwn(sealedKinds, kind);

export type SealedRow = { subject: string; contents: unknown };
/** The rows of a kind as they are now, as far as a seal covers them, in the order of their ids. */
export async function sealedRows(
  db: Database | Trx,
  kind: Sealable,
  which: { ids: readonly string[] } | { after: string; limit: number },
): Promise<SealedRow[]> {
  const { from, key, where, contents } = sealedKinds[kind];
  const these: RawBuilder<unknown> =
    'ids' in which ? sql`${sql.raw(key)} = ANY (${which.ids}::uuid[])` : sql`${sql.raw(where)} AND ${sql.raw(key)} > ${which.after}::uuid`;
  const { rows } = await sql<SealedRow>`
    SELECT ${sql.raw(key)}::text AS subject, ${sql.raw(contents)} AS contents FROM ${sql.raw(from)} WHERE ${these} ORDER BY ${sql.raw(key)} ${
      'limit' in which ? sql`LIMIT ${which.limit}` : sql``
    }`.execute(db);
  return rows;
}

/** The hash that seals contents: it covers a random text too, so that it cannot be used to check guesses. */
export const sealHash = (contents: unknown, nonce: string) => hashOf({ contents, nonce });

export type Seal = { subject: string; nonce: string; contents: unknown; hash: string };
/**
 * The seals of entries that are about to be appended, in their order; null for kinds that seal no row.
 * @throws Error where the row that an entry is about is not there
 */
export async function makeSeals(trx: Trx, drafts: readonly { kind: string; body: Record<string, unknown> }[]): Promise<(Seal | null)[]> {
  const seals: (Seal | null)[] = drafts.map(() => null);
  const subjectOf = (body: Record<string, unknown>) => String(body['subject'] ?? body['record'] ?? '');
  for (const kind of new Set(drafts.map((draft) => draft.kind).filter(isSealable))) {
    const ids = [...new Set(drafts.filter((draft) => draft.kind === kind).map((draft) => subjectOf(draft.body)))];
    const found = new Map((await sealedRows(trx, kind, { ids })).map((row) => [row.subject, row.contents]));
    drafts.forEach((draft, index) => {
      if (draft.kind !== kind) return;
      const subject = subjectOf(draft.body);
      if (!found.has(subject)) throw new Error(`An entry ${kind} was to seal ${subject}, which is not there.`);
      const nonce = randomBytes(16).toString('hex');
      const contents = found.get(subject) ?? null;
      seals[index] = { subject, nonce, contents, hash: sealHash(contents, nonce) };
    });
  }
  return seals;
}
